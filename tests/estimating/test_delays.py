"""The share told by days of waiting: what has not had the time to be told is no evidence of short delays."""

from __future__ import annotations

import numpy as np
import pytest

from testigo.estimating import delays
from testigo.estimating.periods import Periods


def test_a_delay_is_compared_only_with_those_that_could_have_been_seen() -> None:
    # Four old incidents: half told at once, half after two days. Two of today, told at once, of two more that will be told later.
    delay, seen = np.array([0, 0, 2, 2, 0, 0]), np.array([9, 9, 9, 9, 0, 0])
    share = delays.told_by(delay[None], seen[None], np.ones((1, 6)), 5)[0]
    assert share == pytest.approx([0.5, 0.5, 1, 1, 1, 1])
    ignoring = np.cumsum(np.bincount(delay, minlength=6)) / 6
    assert ignoring[0] > 0.6


def test_the_share_told_is_found_again_from_what_is_seen_so_far() -> None:
    random = np.random.default_rng(4)
    day = random.integers(0, 600, 20_000)
    delay = random.exponential(90, 20_000).astype(int)
    known = (day + delay <= 600) & (delay <= 300)
    share = delays.told_by(delay[known][None], 600 - day[known][None], np.ones((1, known.sum())), 300)[0]
    truth = 1 - np.exp(-(np.arange(301) + 1) / 90)
    assert np.abs(share - truth / truth[-1]).max() < 0.03
    bare = np.cumsum(np.bincount(delay[known], minlength=301)[:301]) / known.sum()
    assert np.abs(bare - truth).max() > 0.05


def test_the_share_told_of_a_period_is_the_mean_of_its_days() -> None:
    share = np.array([[0.25, 0.5, 1.0]])
    periods = Periods(np.array([100, 103]), np.array([102, 104]), np.array([False, True]))
    assert delays.told_in(periods, share, 104)[0] == pytest.approx([1.0, (0.5 + 0.25) / 2])
    assert delays.told_in(periods, share, 900)[0] == pytest.approx([1.0, 1.0])


def test_half_and_most_are_the_first_days_by_which_so_many_are_told() -> None:
    share = np.array([0.2, 0.5, 0.9, 0.96, 1.0])
    assert (delays.quantile(share, 0.5), delays.quantile(share, 0.95)) == (1, 3)


def test_delays_that_differ_are_told_from_those_that_do_not() -> None:
    after = np.arange(40) >= 20
    same = np.tile(np.arange(20), 2)
    assert abs(delays.differs(same, after)) < 0.1
    assert delays.differs(same + 15 * after, after) > 3
    assert delays.differs(np.zeros(40, dtype=int), after) == 0
    assert delays.differs(same, np.zeros(40, dtype=bool)) == 0
