"""Which day or week is meant behind the time told before, what was done late, and times that belong to nobody."""

from __future__ import annotations

import pytest
from tests.reading.led import SECOND, claims


def test_what_came_out_later_dates_no_act() -> None:
    (claim,) = claims("Ten men, it emerged last month, had been sent to a camp.", "sentence", second=False)
    assert claim.time == ()


def test_police_that_come_behind_a_night_are_not_named_after_its_day() -> None:
    (claim,) = claims("In the early hours of 2 July soldiers shot two men.", "killing", second=False)
    assert [one.text for one in claim.actor] == ["soldiers"]
    assert [one.value for one in claim.time] == ["2021-07-02"]


@pytest.mark.parametrize(
    ("act", "value", "text"),
    [
        ("release", "2021-05-21/2021-05-31", "He was arrested on May 3. He was freed at the end of the month."),
        ("escape", "../2021-06-06", "She was fined on 2 June. By the end of the week she had fled."),
        ("release", "2021-11-21/2021-11-30", "He was arrested on November 3. He was freed at the end of the month."),
        ("torture", "2021-06-03", "A nurse was arrested on 3 June. The same day police beat two men."),
        ("torture", None,
         "Her appeal was rejected on 18 May. A clerk came. Two men left. The house was sold. A man was beaten the same morning."),
    ],
)  # fmt: skip
def test_the_week_or_day_is_that_of_what_was_told_before(act: str, value: str | None, text: str) -> None:
    (claim,) = claims(text, act, second=False)
    assert [one.value for one in claim.time] == [value]


@SECOND
@pytest.mark.parametrize(
    ("act", "values", "text"),
    [
        ("release", ["2021-03"], "He was not released until March 2021."),
        ("escape", ["2021-05-04"], "She did not flee until May 4."),
        ("dismissal", ["2021-02-05"],
         "Two soldiers fled on February 2. “They are nervous,” the trader told the paper last Thursday. The commander was dismissed three days later."),
    ],
)  # fmt: skip
def test_what_was_done_late_was_done(act: str, values: list[str], text: str, *, second: bool) -> None:
    (claim,) = claims(text, act, second=second)
    assert (claim.status, [one.value for one in claim.time]) == ("asserted", values)


@pytest.mark.parametrize("text", ["He was not released.", "He has not been released since March 2021."])
def test_what_was_not_done_stays_denied(text: str) -> None:
    assert [claim.status for claim in claims(text, "release")] == ["denied"]


@SECOND
def test_who_acts_starts_behind_what_went_on(*, second: bool) -> None:
    (claim,) = claims("After the incident soldiers searched two homes.", "search", second=second)
    assert [one.text for one in claim.actor] == ["soldiers"]
    assert [one.text for one in claim.time] == ["After the incident"]


def test_which_tuesday_is_not_said() -> None:
    (claim,) = claims("Police arrested two men on a Tuesday.", "arrest", second=False)
    assert [(one.text, one.value) for one in claim.time] == [("Tuesday", None)]


@pytest.mark.parametrize(
    ("act", "actors", "text"),
    [
        ("escape", ["140 families"], "By then 140 families had fled."),
        ("torture", ["guards"], "By then guards had beaten two men."),
    ],
)
def test_by_then_belongs_to_nobody(act: str, actors: list[str], text: str) -> None:
    assert [one.text for claim in claims(text, act) for one in claim.actor] == actors
