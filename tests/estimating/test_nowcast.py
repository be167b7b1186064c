"""Recent weeks completed: on invented triangles, and on two outbreaks whose end is known."""

from __future__ import annotations

import numpy as np
import pytest
from bench.estimating_nowcast import dengue, newest_weeks, o104
from tests.shared import shared

from testigo.estimating.nowcast import Triangle, nowcast, totals, triangle


def invented(times: int = 30, seed: int = 2) -> tuple[Triangle, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """What is told so far of 30 times with 20 incidents each, a half told at once, and how many there were."""
    random = np.random.default_rng(seed)
    whole = random.poisson(20, times)
    time = np.repeat(np.arange(times), whole)
    return triangle(time, random.geometric(0.5, len(time)) - 1, times, 6), whole


def test_what_cannot_be_seen_yet_is_no_zero() -> None:
    known, whole = invented()
    assert known.so_far[-1] < whole[-1]
    found = nowcast(known, 1)
    assert found[-1].low <= whole[-1] <= found[-1].high
    assert found[-1].value > known.so_far[-1]


def test_times_that_are_told_in_full_stay_as_they_are() -> None:
    known, _ = invented()
    found = nowcast(known, 1)
    assert all((r.value, r.low, r.high) == (n, n, n) for r, n in zip(found[:24], known.so_far, strict=False))


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    inside = []
    for seed in range(12):
        known, whole = invented(seed=seed)
        inside += [r.low <= n <= r.high for r, n in zip(nowcast(known, 1)[-4:], whole[-4:], strict=True)]
    assert 0.85 <= np.mean(inside) <= 1


def test_the_same_seed_gives_the_same_draws_and_another_other_ones() -> None:
    known, _ = invented()
    assert (totals(known, 5) == totals(known, 5)).all()
    assert (totals(known, 5) != totals(known, 6)).any()


def test_nothing_told_at_all_completes_to_nothing() -> None:
    found = nowcast(Triangle(np.zeros((12, 4))), 1)
    assert all((r.value, r.low, r.high) == (0, 0, 0) for r in found)


def test_what_lies_outside_the_triangle_is_left_out() -> None:
    known = triangle(np.array([-1, 0, 5, 9, 3]), np.array([2, 1, 1, 4, -1]), 10, 3)
    assert known.told.sum() == 2


@pytest.mark.shared
def test_dengue_is_completed_within_the_bars() -> None:
    found = newest_weeks(dengue(shared("data", "analysis")))
    assert 0.90 <= found.coverage <= 0.98
    assert found.error <= 19.4
    assert found.interval < 325


@pytest.mark.shared
def test_the_hospital_cases_of_2011_lie_in_seven_of_eight_intervals() -> None:
    rows = o104(shared("data", "analysis"))
    assert sum(r.low <= final <= r.high for _, r, final in rows) >= 7
