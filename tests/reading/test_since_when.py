"""What "since" tells of somebody, and dates no verb."""

from __future__ import annotations

import pytest
from tests.reading.led import SECOND, claims


@SECOND
@pytest.mark.parametrize(
    ("act", "value", "text"),
    [
        ("torture", None, "Ivo Sol, in prison since last year, was beaten by guards."),
        ("arrest", None, "The mayor, in office since 2019, was arrested."),
        ("arrest", "2021-11-29", "The union’s leader since 2019, Ivo Sol, was arrested on Monday."),
        ("arrest", None, "Police arrested the third journalist since last year."),
        ("sentence", None, "The court fined the editor of the paper since 2019."),
        ("torture", "2020/..", "Guards have beaten him since last year."),
        ("arrest", "2020/..", "At least 40 people were arrested since last year."),
        ("detention", "2020/..", "The journalist, held since last year, was fined."),
        ("arrest", "2020/..", "It was the first arrest since last year of a monk."),
    ],
)
def test_since_when_somebody_is_what_he_is_dates_no_deed(
    act: str, value: str | None, text: str, *, second: bool
) -> None:
    (claim,) = claims(text, act, second=second)
    assert [one.value for one in claim.time] == ([value] if value else [])


def test_a_law_in_force_since_a_month_is_dated() -> None:
    found = claims("The law, in force since May, obliges clerks to register.", "policy", second=False)
    assert [one.value for one in found[0].time] == ["2021-05/.."]
