"""The words of a punishment: between two lengths, before what else a file holds, before a day."""

from __future__ import annotations

import pytest
from tests.reading.led import claims


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            "terms of between three and seven years",
            "They were sentenced to terms of between three and seven years.",
        ),
        (
            "sentences of between two and five years",
            "They were given sentences of between two and five years.",
        ),
    ],
)
def test_a_range_between_two_lengths_is_one_punishment(words: str, text: str) -> None:
    (claim,) = claims(text, "sentence")
    assert [one.text for one in claim.punishment] == [words]


def test_what_else_files_hold_is_no_punishment() -> None:
    text = "Leaked files hold the records of clerics sentenced to similar terms, and an internal speech in which guards are told to shoot."
    (claim,) = claims(text, "sentence")
    assert [one.text for one in claim.punishment] == ["similar terms"]


def test_a_fine_ends_before_its_day() -> None:
    (claim,) = claims("They may be fined from 1 August.", "sentence")
    assert [one.text for one in claim.punishment] == ["fined"]
