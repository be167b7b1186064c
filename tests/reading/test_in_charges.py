"""Deeds that are only held against somebody, names that hold an act, and what a thing is described as."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The authorities told the residents of the town on Monday that the market would open again. "


def acts(sentence: str) -> set[str]:
    """The acts that the reader finds in a sentence after an ordinary one."""
    report = report_of_text(LEAD + sentence, published="2024-06-20")
    return {claim.act for claim in read_report(report).claims if claim.span.start >= len(LEAD)}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The prosecutor charged the two with torturing children, sexual assault, and forcing pupils to march.",
            {"trial"},
        ),
        (
            "The court in Hanoi charged the blogger with abusing freedoms, attacking an officer, and gathering people.",
            {"trial"},
        ),
        ("The lawyer said that his client could be jailed for attending the rally.", {"detention"}),
    ],
)
def test_a_list_of_charges_and_a_threat_tell_no_deeds(sentence: str, found: set[str]) -> None:
    assert acts(sentence) == found


def test_a_single_charge_still_tells_what_was_done() -> None:
    assert acts("Police arrested Irma Vask for taking part in the rally.") == {"arrest", "resistance"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Working Group on Enforced or Involuntary Disappearances said that the army arrested three men.",
        "The Committee against Torture said that the army arrested three men.",
    ],
)
def test_the_name_of_a_body_tells_no_act(sentence: str) -> None:
    assert acts(sentence) == {"arrest"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Local rights groups described such charges as baseless.",
        "The ministry called the article “baseless.”",
        "The minister dismissed the letter as “recycled fiction”.",
        "The group depicted the delays in the trial of the eleven miners as spurious.",
    ],
)
def test_what_a_thing_is_described_as_is_a_view(sentence: str) -> None:
    assert acts(sentence) == {"view"}


def test_those_who_are_listed_are_told_of() -> None:
    assert "arrest" in acts("Those arrested included two nurses and a teacher.")
    assert "arrest" not in acts("Those arrested may see a lawyer.")


def test_an_inmate_who_dies_has_died_in_custody() -> None:
    assert acts("Two inmates have succumbed to dysentery since Easter.") == {"killing"}
    assert acts("Two farmers have succumbed to dysentery since Easter.") == {"death"}


def test_a_sentence_that_tells_its_length_stays() -> None:
    assert acts("The two editors got three years each.") == {"sentence"}


def test_who_was_doing_something_is_held_for_the_days_told() -> None:
    assert "detention" in acts("A nurse carrying letters was detained at the station for two days.")


def test_kin_who_know_nothing_tell_a_disappearance() -> None:
    assert acts("Relatives remained unaware of his whereabouts.") == {"disappearance"}
