"""Dates with the day before the month, of months that are also verbs, and where they end at the head of a sentence."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The court in Orun sentenced the baker on 6 March.", "2024-03-06"),
        ("The guards beat the two nurses on the 9th May.", "2024-05-09"),
        ("Soldiers searched the mill on the night of 31 March with dogs.", "2024-03-31"),
        ("On 6 March guards beat Mira Dal.", "2024-03-06"),
        ("On 17 April some ninety soldiers beat Mira Dal.", "2024-04-17"),
    ],
)
def test_the_day_has_the_year_of_the_report(sentence: str, day: str) -> None:
    (claim,) = read_report(report_of_text(sentence, published="2024-06-20")).claims
    assert [time.value for time in claim.time] == [day]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("On 6 June police arrested the baker.", "police"),
        (
            "On 2 May 2023 officers of the port authority arrested the baker.",
            "officers of the port authority",
        ),
        ("On 6 March Mira Dal arrested the baker.", "Mira Dal"),
    ],
)
def test_who_acts_begins_behind_the_month(sentence: str, who: str) -> None:
    (claim,) = read_report(report_of_text(sentence, published="2024-06-20")).claims
    assert [actor.text for actor in claim.actor] == [who]


@pytest.mark.parametrize(
    "sentence",
    ["Those in ward 12 may be arrested.", "The guards of Gate 4 march the prisoners to the fields."],
)
def test_a_verb_behind_a_number_is_no_month(sentence: str) -> None:
    claims = read_report(report_of_text(sentence, published="2024-06-20")).claims
    assert [time.text for claim in claims for time in claim.time] == []
