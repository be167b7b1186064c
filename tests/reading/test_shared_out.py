"""Punishments shared out among several, ranges up to life, and what sentences are reduced by."""

from __future__ import annotations

import pytest
from tests.reading.led import claims


@pytest.mark.parametrize(
    ("punishments", "targets", "text"),
    [
        (["death sentences", "prison terms of seven to 20 years"], ["four men", "11 others"],
         "The court gave death sentences to four men and prison terms of seven to 20 years to 11 others."),
        (["life sentences", "terms of two years"], ["two nurses", "a clerk"],
         "The court handed down life sentences to two nurses, and terms of two years to a clerk."),
        (["life sentences"], ["four men"], "The court gave life sentences to four men."),
        (["ten years to life in prison"], ["Two men"], "Two men face ten years to life in prison."),
        (["ten years to life"], ["Two men"], "Two men were sentenced to ten years to life."),
        (["terms of ten years to life imprisonment"], ["Two men"], "Two men got terms of ten years to life imprisonment."),
        (["six months to a year in a labor camp"], ["Two men"], "Two men were sentenced to six months to a year in a labor camp."),
    ],
)  # fmt: skip
def test_each_punishment_ends_before_who_got_it(
    punishments: list[str], targets: list[str], text: str
) -> None:
    (claim,) = claims(text, "sentence", second=False)
    assert [one.text for one in claim.punishment] == punishments
    assert [one.text for one in claim.target] == targets


@pytest.mark.parametrize(
    "text",
    [
        "Ten nurses had their sentences halved.",
        "Ten nurses had their terms cut by a third.",
        "Ten nurses had their sentences reduced by six months.",
    ],
)
def test_whoever_has_a_sentence_reduced_is_released_by_nobody_named(text: str) -> None:
    (claim,) = claims(text, "release", second=False)
    assert ([one.text for one in claim.target], claim.actor) == (["Ten nurses"], ())


@pytest.mark.parametrize(
    "text",
    ["The court gave life sentences to", "The court gave death to four men and", "Two face ten years to"],
)
def test_a_punishment_cut_off_is_read(text: str) -> None:
    claims(text, "sentence")
