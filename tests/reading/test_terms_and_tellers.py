"""Terms with suspended parts, deeds of several verbs, who is told of by whom, and what times are counted from."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot

from testigo import read
from testigo.claim import Claim


def claims(text: str, act: str) -> list[Claim]:
    return [c for c in read(text, "2026-11-20").claims if c.act == act]


@pytest.mark.parametrize(
    ("terms", "charge", "text"),
    [
        (["four years in prison", "a fine of 300 dollars", "a two-year ban"], ["theft"],
         "Vera Tal was sentenced to four years in prison, two of which were suspended for five years, a fine of 300 dollars and a two-year ban on leaving the country on charges of theft."),
        (["six years in prison", "a fine of 2,000 dollars"], ["sedition"],
         "The court sentenced Ivo Lim to six years in prison, three of them suspended, and a fine of 2,000 dollars for sedition."),
        (["five years in prison", "a two-year ban"], [],
         "Ivo Lim was sentenced to five years in prison, suspended, and a two-year ban on travel."),
        (["three years"], ["spreading false news"],
         "She was sentenced to three years, half of them suspended, for spreading false news."),
        (["five years in prison"], [], "Ivo Lim was sentenced to five years in prison, and his licence was suspended."),
    ],
)  # fmt: skip
def test_what_stands_behind_a_suspended_part_belongs_to_the_sentence(
    terms: list[str], charge: list[str], text: str
) -> None:
    assert not claims(text, "release")
    assert [f.text for f in claims(text, "sentence")[0].punishment] == terms
    assert slot(text, "sentence", "charge") == charge


@pytest.mark.parametrize(
    ("act", "charge", "text"),
    [
        ("sentence", ["having filmed and shared images of the march"],
         "Vera was sentenced to nine years for having filmed and shared images of the march."),
        ("sentence", ["filming and sharing images of the march"],
         "Vera was sentenced to nine years for filming and sharing images of the march."),
        ("arrest", ["having sold rice"], "He was arrested for having sold rice and was beaten."),
        ("arrest", ["stealing"], "He was arrested for stealing and fined."),
        ("arrest", ["drinking", "fighting"], "He was arrested for drinking and fighting."),
        ("sentence", ["sedition"], "He was sentenced for sedition by a court in Rasht."),
        ("arrest", ["spying"], "Two dockers were arrested on charges of spying by the provincial bureau."),
        ("sentence", ["protesting arrests by police"], "He was fined for protesting arrests by police."),
    ],
)  # fmt: skip
def test_a_deed_is_whole_and_without_who_holds_it_against_somebody(
    act: str, charge: list[str], text: str
) -> None:
    assert slot(text, act, "charge") == charge


@pytest.mark.parametrize(
    ("act", "teller", "text"),
    [
        ("arrest", ["The son, Ali Tal"], "The son, Ali Tal, said four other relatives, including his mother, were detained in 2017."),
        ("arrest", ["The son, Ali Tal"], "The son, Ali Tal, said four relatives, two of them ill, were detained in 2017."),
        ("torture", ["the nurses"], "Two men, Orr and Tal, said the nurses, were beaten."),
        ("killing", [], "Two men, a poet known as Orr and a baker, died in custody."),
    ],
)  # fmt: skip
def test_who_is_told_of_does_not_tell(act: str, teller: list[str], text: str) -> None:
    assert [[s.text for s in c.sources] for c in claims(text, act)] == [teller]


@pytest.mark.parametrize(
    ("whom", "text"),
    [
        ("Vera Pupo", "Vera Pupo was questioned by an officer who called himself Ivo Lim. Before noon she was fined 50 pesos."),
        ("Ivo Tal, 34, a father of two", "Police beat Ivo Tal, 34, a father of two. A nun saw it. He was fined 50 pesos."),
    ],
)  # fmt: skip
def test_what_somebody_is_tells_which_pronoun_fits(whom: str, text: str) -> None:
    assert slot(text, "sentence", "target") == [whom]


def test_nobody_is_found_for_him_in_his_widow() -> None:
    assert slot("Prison officials told his widow that he had died.", "killing", "target") == []


@pytest.mark.parametrize(
    ("act", "value", "text"),
    [
        ("sentence", "2026-05-05",
         "Police detained Ivo Tal on May 3. He had spoken at the rally of August 9, 2020. Two days later he was fined."),
        ("sentence", "2026-11-18", "The camp was searched on Monday. It was built for the 1998 games. Two days later a clerk was fined."),
        ("sentence", None, "The man left 17 comments between August 2020 and May 2021. The same day his wife was fined."),
        ("sentence", "2026-05-03", "The man was arrested on May 3. The same day his wife was fined."),
        ("sentence", "2026-11-14/2026-11-15", "Agents arrested the poet on Saturday. On the same weekend a clerk was fined."),
        ("sentence", "2023-10", "He was arrested on March 3, 2024. His wife was fined the previous October."),
        ("sentence", "2022-03", "In December 2021 he was held. In March of the following year he was fined."),
        ("sentence", "2026-10", "He was fined last October."),
    ],
)  # fmt: skip
def test_times_count_from_what_was_told_not_from_what_is_only_named(
    act: str, value: str | None, text: str
) -> None:
    assert [f.value for f in claims(text, act)[0].time] == [value]


@pytest.mark.parametrize("text", [
    "Vera Tal was sentenced to four years in prison, two of which were suspended for five years, a fine and a two-year ban on travel",
    "The son, Ali Tal, said four other relatives, including his mother, were detained for filming and sharing images of it",
    "An officer who called himself Ivo, a father of two, was sentenced for theft by a court the previous October",
])  # fmt: skip
def test_lines_cut_off_are_read(text: str) -> None:
    words = text.split()
    for end in range(1, len(words), 3):
        read(" ".join(words[:end]))
    read(text.upper())
    read(text.replace(",", ""))
