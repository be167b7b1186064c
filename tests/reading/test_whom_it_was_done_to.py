"""Whom it was done to: behind an aside, a count and its bounds, a name in marks, a person named before."""

from __future__ import annotations

import pytest
from tests.reading.led import SECOND, claims


@SECOND
@pytest.mark.parametrize(
    ("act", "targets", "text"),
    [
        ("sentence", ["Ten men"], "Ten men, it emerged last month, had been sent to a camp."),
        ("sentence", ["The rest"], "Four were freed. The rest, it turned out, had been sent to a camp."),
        ("death", [], "It emerged last month that a monk was held."),
        ("arrest", ["Rinzin"], "The township police came for Rinzin on the night of July 2."),
        ("arrest", ["two men"], "On the night of July 2 police arrested two men."),
        ("torture", ["at least six people"], "She knew of at least six people who had been beaten."),
        ("sentence", ["Two vendors in whose phones foreign songs were found"],
         "Two vendors in whose phones foreign songs were found have fled. They were sentenced to two years in prison."),
        ("torture", ["His sister"],
         "His sister heard it from a neighbour and told a cousin in Nepal. She says that she was beaten for an hour."),
        ("arrest", [], "Decree-Law 370 was passed in 2019. She was arrested in May."),
    ],
)  # fmt: skip
def test_whom_it_was_done_to(act: str, targets: list[str], text: str, *, second: bool) -> None:
    assert [one.text for claim in claims(text, act, second=second) for one in claim.target] == targets


def test_who_receives_accounts_suffers_nothing() -> None:
    (claim,) = claims(
        "The delegation received credible accounts of ill-treatment from nine women.", "torture", second=False
    )
    assert claim.target == ()


@SECOND
@pytest.mark.parametrize(
    ("act", "targets", "text"),
    [
        ("torture", ["up to 2,600 people"], "Residents said that up to 2,600 people were beaten."),
        ("torture", ["At least forty women"], "At least forty women were beaten."),
        ("torture", ["one of four nurses"], "He was one of four nurses beaten by guards."),
        ("repatriation", ["a group of refugees"], "The two were among a group of refugees repatriated from Tumen on October 9."),
    ],
)  # fmt: skip
def test_bounds_of_a_number_belong_to_it(act: str, targets: list[str], text: str, *, second: bool) -> None:
    found = [one.text for claim in claims(text, act, second=second) for one in claim.target]
    assert found[:1] == targets or (second and found and found[0] in targets[0])


@SECOND
@pytest.mark.parametrize(
    ("targets", "text"),
    [
        (["“Marta,” 38, who ran a soup kitchen"], "“Marta,” 38, who ran a soup kitchen, was beaten."),
        (["eleven"], "So far eleven have been beaten."),
        (["two guards"], "Reportedly two guards were beaten."),
        (["The majority of those arrested"], "The majority of those arrested were beaten."),
    ],
)
def test_a_phrase_begins_and_ends_with_its_words(targets: list[str], text: str, *, second: bool) -> None:
    assert [one.text for claim in claims(text, "torture", second=second) for one in claim.target] == targets


def test_the_dead_do_nothing_later() -> None:
    text = "The brother of a protester killed in May said that men had come. When they left, one of them beat him."
    (claim,) = claims(text, "torture", second=False)
    assert [one.text for one in claim.target] == ["The brother of a protester"]


@SECOND
@pytest.mark.parametrize(
    ("act", "targets", "text"),
    [
        ("disappearance", ["Idris Mahamat, a radio journalist"],
         "The person concerned is Idris Mahamat, a radio journalist. He was abducted on 2 May."),
        ("torture", ["The person"], "The person is a radio journalist. He was beaten on 2 May."),
    ],
)  # fmt: skip
def test_a_name_takes_the_place_of_the_person(
    act: str, targets: list[str], text: str, *, second: bool
) -> None:
    assert [one.text for claim in claims(text, act, second=second) for one in claim.target] == targets
