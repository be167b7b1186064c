"""Who is no person: pronouns, months, groups, places and institutions that stand where a name might; and whose name it is."""

from __future__ import annotations

import pytest

from testigo.claim import Filler, Span
from testigo.linking.described import Traits, traits_of
from testigo.linking.no_names import is_no_name
from testigo.linking.syllables import surname_table


def told(text: str) -> Traits | None:
    return traits_of(Filler(Span(0, len(text)), text))


@pytest.mark.parametrize(
    "text",
    [
        "We", "They", "He", "Only 196", "Names", "Authorities", "Sources", "Residents", "March", "In March", "Wednesday", "July 11 protesters",
        "Hyesan", "Pyongyang", "North Korea", "Gothenburg", "China", "Chinese", "SSO", "MSS", "UN", "State Security", "Human Rights Watch",
        "police", "The police", "The source", "a source in Hyesan", "The couple", "a couple in their 30s", "Tolvan’s sister, father, and uncle",
        "우리", "소식통", "당국", "혜산", "보위부", "주민들", "3월",
    ],
)  # fmt: skip
def test_what_is_no_person_makes_none(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tolvan’s father Arin Ruvek", "Arin Ruvek"),
        ("Mira Tolvan’s uncle Arin Ruvek", "Arin Ruvek"),
        ("Deputy Editor Arin Ruvek", "Arin Ruvek"),
        ("journalist Arin Ruvek", "Arin Ruvek"),
        ("imam Arin Ruvek, age 96", "Arin Ruvek"),
        ("a private individual (Arin Ruvek)", "Arin Ruvek"),
        ("UN High Commissioner for Human Rights Arin Ruvek", "Arin Ruvek"),
        ("the Minister of State Security Kang Chun Hwa", "Kang Chun Hwa"),
        ("Kang Chun Un", "Kang Chun Un"),
        ("May Thu Aung", "May Thu Aung"),
        ("An Chun Hwa", "An Chun Hwa"),
        ("강춘화", "강춘화"),
    ],
)
def test_the_name_is_that_of_the_person_spoken_of(text: str, name: str) -> None:
    traits = told(text)
    assert traits is not None
    assert traits.names == (name,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("his wife Mira, a nurse", "Mira"),
        ("a man by the name of Ruv", "Ruv"),
        ("Dr. An", "An"),
        ("KANG", "KANG"),
    ],
)
def test_a_name_of_one_word_is_kept(text: str, name: str) -> None:
    traits = told(text)
    assert traits is not None
    assert traits.surnames == (name,)


def test_somebody_known_by_another_has_no_name_of_their_own() -> None:
    traits = told("Tolvan’s younger brother")
    assert traits is not None
    assert not traits.named
    assert traits.words == ("younger", "brother")


def test_no_korean_surname_is_taken_for_a_place_or_an_institution() -> None:
    lost = [spelling for spelling in surname_table() if is_no_name(f"{spelling.title()} Chol Su")]
    assert lost == []
