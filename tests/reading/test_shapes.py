"""Reports of unusual shape: interviews with marks, headlines with a teller, relays of another outlet, notes that are cited."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

Told = tuple[str, str, list[tuple[str, str]]]

INTRO = (
    "A talk\n\nHan Sok-ju worked as a logger until he fled in 2016. He talked to Taiga Voice in Seoul.\n\n"
)
TALK = (
    "{q} How were you caught?\n\n{a} Police arrested me at the station. They beat my brother.\n\n"
    "{q} Were others punished?\n\n{a} Two men were executed in spring. I saw it.\n\n"
    "{q} And then?\n\n{a} I fled. My friend was sent home in handcuffs.\n\nSoldiers raided forty houses in July."
)


def told(text: str) -> list[Told]:
    """Act, status and sources of each claim."""
    return [
        (claim.act, claim.status, [(source.text, source.kind) for source in claim.sources])
        for claim in read_report(report_of_text(text), second=False).claims
    ]


@pytest.mark.parametrize(
    ("q", "a"),
    [("Q:", "A:"), ("Q.", "A."), ("Question:", "Answer:"), ("TV:", "HSJ:"), ("Presenter:", "Han:")],
)
def test_marked_answers_are_by_the_one_who_is_interviewed(q: str, a: str) -> None:
    found = told(INTRO + TALK.format(q=q, a=a))
    who = [("Han Sok-ju", "named")]
    assert [(act, one) for act, _, one in found if act in ("arrest", "torture", "execution")] == [
        ("arrest", who),
        ("torture", who),
        ("execution", who),
    ]
    assert found[-1] == ("search", "asserted", [])
    assert not any(act == "sentence" for act, _, _ in found)  # what is only asked


def test_with_whom_a_talk_was_held_answers_and_nobody_whom_the_answers_name() -> None:
    lead = "A talk\n\nThis conversation with Pavel Drozd, a clerk until June, was recorded in Riga.\n\n"
    found = told(lead + TALK.format(q="Q.", a="A."))
    assert {source for act, _, who in found for source, _ in who if act != "search"} == {"Pavel Drozd"}


def test_where_nobody_is_introduced_the_mark_itself_speaks() -> None:
    found = told("A talk\n\nIt was short.\n\n" + TALK.format(q="Q:", a="A:"))
    assert {tuple(who) for act, _, who in found if act == "torture"} == {(("A", "anonymous"),)}


def test_a_paragraph_that_begins_with_an_article_is_no_answer() -> None:
    text = INTRO + TALK.format(q="Q.", a="A.") + "\n\nA court jailed nine students in August."
    assert told(text)[-1] == ("sentence", "asserted", [])


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Exile radio: Two villagers arrested in their beds", [("Exile radio", "institution")]),
        ("Rights group: Police arrest 40 students", [("Rights group", "institution")]),
        ("UN: Soldiers arrest 40 monks", [("UN", "institution")]),
        ("Witnesses: Soldiers arrest two men", [("Witnesses", "anonymous")]),
        ("Forty students arrested in Umar: monitor", [("monitor", "institution")]),
        ("Forty students arrested in Umar – activists", [("activists", "anonymous")]),
        ("“They arrested my son”: a seamstress from Kyndu", [("a seamstress from Kyndu", "anonymous")]),
        ("Umar: Police arrest forty students", []),
        ("Journalist: Police arrest him again", []),
        ("Special report: Police arrest forty students", []),
        ("Country report on Umar: Police arrest forty students", []),
        ("Three arrested in Umar: a teacher and two monks", []),
        ("Media law: Police arrest forty students", []),
        ("“They arrested my son”: life in a mining town", []),
    ],
)
def test_who_is_named_beside_the_colon_of_a_headline(title: str, who: list[tuple[str, str]]) -> None:
    (found,) = [one for act, _, one in told(f"{title}\n\nThe square was empty on Monday.") if act == "arrest"]
    assert found == who


RELAY = (
    "A day in Umar\n\n{}\n\nPolice arrested six men, Radio Delta reported on Monday, {} a baker.\n\n"
    "Police beat two men, the baker told Radio Delta.\n"
)


@pytest.mark.parametrize("line", ["Mekong Echo, 7 March 2025", "Umar, 7 March 2025"])
@pytest.mark.parametrize("verb", ["quoting", "citing", "referring to"])
def test_an_outlet_that_others_tell_is_not_the_publisher_where_it_is_relayed(line: str, verb: str) -> None:
    (arrest, beating) = told(RELAY.format(line, verb))
    radio = ("Radio Delta", "institution")
    assert arrest[2] == [radio, ("a baker", "anonymous")]
    assert beating[2] == [radio, ("the baker", "anonymous")]


def test_the_outlet_that_heads_the_text_is_its_publisher() -> None:
    found = told(
        "A day in Umar\n\nMekong Echo (Ubon), 7 March 2025\n\nPolice arrested six men, a baker told Mekong Echo."
    )
    assert found == [("arrest", "reported", [("a baker", "anonymous")])]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "Police arrested six men, according to Radio Delta, which cited a nurse.",
            ["Radio Delta", "a nurse"],
        ),
        ("Radio Delta, which quoted a nurse, said police arrested six men.", ["Radio Delta", "a nurse"]),
        ("Radio Delta, which quoted no one, said police arrested six men.", ["Radio Delta"]),
    ],
)
def test_whom_an_outlet_cited_stands_behind_it(sentence: str, who: list[str]) -> None:
    ((_, _, found),) = told(f"A title\n\n{sentence}")
    assert [source for source, _ in found] == who


def test_by_these_notes_prints_no_notes() -> None:
    found = told(
        "A title\n\nPeople there wait.\n\nBy these notes, police arrested two men.\n\nWe saw nobody. Police beat a monk."
    )
    assert found[-1] == ("torture", "asserted", [])


LIST = (
    "A day in Kyndu\n\nDelta Post, 3 March 2020\n\nThe notice is dated April 2 and hangs at the gate. {}\n\n"
    "{} Monks under 18 shall return to their parents by June.\n\n{} Traders who hide rice shall be sent to prison.\n\n{}"
)


@pytest.mark.parametrize(
    ("opening", "marks", "who"),
    [
        ("An excerpt in our translation:", ('"(1)', '"(2)'), "The notice"),
        ("Part of it was read to us over the phone:", ("1)", "2)"), "The notice"),
        ("It says:", ("–", "–"), "The notice"),
        ("By these notes,", ("–", "–"), "these notes"),
        ("According to a copy of the notice:", ("(a)", "(b)"), "a copy of the notice"),
    ],
)
def test_points_below_a_line_are_of_the_text_that_is_read_out(
    opening: str, marks: tuple[str, str], who: str
) -> None:
    found = told(LIST.format(opening, *marks, "Four monks were arrested on Sunday, a trader said."))
    assert [sources for act, _, sources in found if act == "sentence"] == [[(who, "document")]]
    assert found[-1] == ("arrest", "reported", [("a trader", "anonymous")])


@pytest.mark.parametrize(
    "end",
    [
        "Two men were beaten on Sunday.",
        "40 men were beaten on Sunday.",
        "A man was beaten on Sunday.",
    ],
)
def test_a_number_without_a_mark_begins_no_point(end: str) -> None:
    found = told(LIST.format("It says:", "1)", "2)", end))
    assert found[-1] == ("torture", "asserted", [])
