"""Rows of people and roles: who is one of several, and who is one with several descriptions."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot
from tests.reading.test_calls_and_cases import claims


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A teacher, a nurse and a monk were arrested.", ["A teacher", "a nurse", "a monk"]),
        ("Police arrested a priest, a nun, a monk and a nurse.", ["a priest", "a nun", "a monk", "a nurse"]),
        ("Ana Lo, a nurse and a mother of two, was arrested.", ["Ana Lo, a nurse and a mother of two"]),
        ("Ana Lo, a nurse, and Ivo Sol, a monk, were arrested.", ["Ana Lo, a nurse", "Ivo Sol, a monk"]),
        ("The arrest of Ana Lo, Ivo Sol, and Pak Lo was condemned.", ["Ana Lo", "Ivo Sol", "Pak Lo"]),
        ("The arrest of Ana Lo and Ivo Sol in May was condemned.", ["Ana Lo", "Ivo Sol"]),
        ("A man, a trader and a", ["A man, a trader and a"]),
    ],
)
def test_several_are_several_and_one_is_one(text: str, target: list[str]) -> None:
    found = [claim for claim in claims(text) if claim.act == "arrest"]
    assert [one.text for claim in found for one in claim.target] == (target if found else [])


def test_a_row_behind_after_is_whom_the_verb_is_about() -> None:
    text = "After the arrest of Ana Lo, Ivo Sol and Pak Lo were freed."
    assert slot(text, "release", "target") == ["Ivo Sol", "Pak Lo"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Journalist and rights activist Pran Rahi was arrested. He was beaten.", ["Journalist and rights activist Pran Rahi"]),
        ("Police arrested singer and activist Ivo Sol on Monday. He was beaten.", ["singer and activist Ivo Sol"]),
    ],
)  # fmt: skip
def test_one_of_several_roles_is_one(text: str, target: list[str]) -> None:
    assert slot(text, "torture", "target") == target


def test_what_opens_a_sentence_describes_who_is_behind_its_comma() -> None:
    found = claims("The founder of a prayer group, Orr Tal was imprisoned for two years.", second=True)
    assert [one.text for one in found[0].target] == ["Orr Tal"]


def test_the_word_for_charges_is_none() -> None:
    text = (
        "The Supreme Court convicted 69 of the defendants of charges including membership in a banned group."
    )
    assert [one.text for one in claims(text, second=True)[0].charge] == ["membership in a banned group"]


def test_a_line_cut_off_behind_with_is_read() -> None:
    for text in ("Who is one of several, and who is one with several words", "A room is shared with people"):
        claims(text)


@pytest.mark.parametrize(
    ("text", "target", "charge"),
    [
        (
            "The court convicted the pastor and six members of his church of “illegal trade”.",
            ["the pastor", "six members of his church"],
            ["illegal trade"],
        ),
        ("The court convicted six members of the church of theft.", ["six members of the church"], ["theft"]),
        ("The court accused party leaders of corruption.", ["party leaders"], ["corruption"]),
        ("The court convicted the leaders of treason.", ["the leaders"], ["treason"]),
    ],
)
def test_whose_members_they_are_is_no_charge(text: str, target: list[str], charge: list[str]) -> None:
    found = claims(text)[0]
    assert ([one.text for one in found.target], [one.text for one in found.charge]) == (target, charge)


def test_what_one_may_be_convicted_of_is_the_charge() -> None:
    found = claims("She faces up to ten years in prison if convicted of “extremism”.")[0]
    assert [one.text for one in found.charge] == ["extremism"]
    assert not claims("He faces ten years if convicted.")[0].charge


@pytest.mark.parametrize(
    "text",
    [
        "The body of Pak Lo, who was abducted on May 3, was found by villagers with gunshot wounds.",
        "Three men were found dead by a neighbor.",
        "Residents found eleven bodies.",
    ],
)
def test_who_finds_a_body_killed_nobody(text: str) -> None:
    for second in (False, True):
        assert [one.text for c in claims(text, second=second) if c.act == "killing" for one in c.actor] == []
