"""Tellers on a network, behind a passive or a relative clause, with a name in marks, and who only laughs or had told."""

from __future__ import annotations

import pytest
from tests.reading.led import claims
from tests.reading.spoken import chain


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "her mother")], "Police beat two monks, her mother denounced on Facebook on Wednesday.", "beat"),
        ([("anonymous", "the abbot")], "Police beat two monks, the abbot denounced last week.", "beat"),
        ([], "Police beat two monks, authorities held at least nine men.", "beat"),
        ([], "Last November she was fined and warned in writing that guards would beat her.", "beat"),
        ([], "He was detained and informed on Monday that guards would beat him.", "beat"),
        ([("anonymous", "He")], "He was released and told reporters that guards had beaten him.", "beaten"),
        ([("anonymous", "He")], "He was beaten and warned the reporters that guards would beat others.", "beat others"),
    ],
)  # fmt: skip
def test_who_tells(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


def test_who_confirms_to_the_reporter_tells_it() -> None:
    assert chain("Guards beat a monk, his aunt confirmed to us.", "beat") == [("anonymous", "his aunt")]


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "An administrator")],
         "An administrator acknowledged that his side had asked churches to report strangers, but denied that guards beat anyone.", "beat"),
        ([("anonymous", "her neighbor")], "“Guards beat her, they laughed,” said her neighbor.", "beat"),
        ([("anonymous", "he")], "“Guards beat nobody,” he laughed.", "beat"),
    ],
)  # fmt: skip
def test_who_only_had_told_or_laughed_tells_nothing(
    expected: list[tuple[str, str]], text: str, words: str
) -> None:
    assert chain(text, words) == expected


def test_who_is_involved_in_something_tells_it() -> None:
    told = chain("Guards beat a monk, three people involved in helping escapees said.", "beat")
    assert told == [("anonymous", "three people involved in helping escapees")]


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (
            "“Marta,” 38, who ran a soup kitchen",
            "“Marta,” 38, who ran a soup kitchen, said that guards beat two monks.",
        ),
        ("A man called “Major Yoel”", "A man called “Major Yoel” said that guards beat two monks."),
        ("a woman known as “Aunt Rosa”", "Guards beat two monks, according to a woman known as “Aunt Rosa”."),
    ],
)
def test_a_name_keeps_its_marks(who: str, text: str) -> None:
    assert [name for _, name in chain(text, "beat")] == [who]


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "A man who fled")], "A man who fled was caught and said that guards beat two others.", "beat two"),
        ([], "Nurses who signed a petition were fined and told that guards would beat them.", "beat them"),
        ([], "They counted us like sheep and beat us.", "beat us"),
    ],
)  # fmt: skip
def test_who_tells_behind_a_relative_clause(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


def test_an_office_in_capitals_is_nobody_named() -> None:
    assert chain("On 20 May the Minister told parliament that guards beat two men.", "beat") == [
        ("anonymous", "the Minister")
    ]


def test_who_now_lives_elsewhere_tells_it() -> None:
    told = chain("A nurse now living in Istanbul said that guards beat two men.", "beat")
    assert told == [("anonymous", "A nurse now living in Istanbul")]


def test_a_woman_is_no_he() -> None:
    text = (
        "“We read it,” said Gulnara, a teacher from the town, whose name has been changed at her request. "
        "Soldiers came. He says that guards beat him."
    )
    found = [
        (source.text, source.refers_text)
        for claim in claims(text, "torture", second=False)
        for source in claim.sources
    ]
    assert found == [("He", None)]
