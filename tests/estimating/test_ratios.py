"""Ratios of small counts: exact where they are exact, wider where draws differ, zero no special case."""

from __future__ import annotations

import math

import numpy as np
import pytest

from testigo.estimating import ratios
from testigo.trend import Ratio

ONE = np.ones(1)


def exact(before: float, after: float, dispersion: float = 1.0) -> Ratio:
    return ratios.exact(before * ONE, after * ONE, (ONE, ONE), dispersion)


def test_the_interval_is_that_of_the_beta_distribution() -> None:
    from scipy.special import betaincinv

    found = exact(40, 20)
    low, high = (betaincinv(20.5, 40.5, p) for p in (0.025, 0.975))
    assert (found.value, found.low, found.high) == pytest.approx(
        (0.5, low / (1 - low), high / (1 - high)), rel=1e-9
    )


def test_none_after_the_order_has_an_interval_and_is_no_proof_of_nothing() -> None:
    found = exact(12, 0)
    assert found.value == 0
    assert 0 <= found.low < 0.02
    assert 0.1 < found.high < 0.4


def test_none_before_the_order_has_a_value_inside_its_interval() -> None:
    found = exact(0, 12)
    assert 1 < found.low < found.value < found.high


def test_twice_the_time_is_twice_the_exposure() -> None:
    found = ratios.exact(20 * ONE, 40 * ONE, (ONE, 2 * ONE), 1.0)
    assert found.value == pytest.approx(1.0)
    assert not found.excludes_one


def test_months_that_vary_more_widen_the_interval() -> None:
    assert exact(40, 20, 2.0).high > exact(40, 20).high
    assert not exact(40, 20, 2.0).excludes_one


def test_draws_that_differ_widen_the_interval() -> None:
    before, after = np.array([60.0, 60, 60]), np.array([20.0, 30, 40])
    whole = ratios.exact(before, after, (np.ones(3), np.ones(3)), 1.0)
    middle = exact(60, 30)
    assert whole.low < middle.low
    assert whole.high > middle.high
    wide = ratios.wald(np.array([-0.5, 0.0, 0.5]), np.full(3, 0.2), math.inf)
    assert wide.high / wide.low > math.exp(4 * 0.2)


def test_a_wald_interval_of_one_draw_is_the_normal_one() -> None:
    found = ratios.wald(np.array([-0.7]), np.array([0.3]), math.inf)
    assert (found.value, found.low, found.high) == pytest.approx(
        (math.exp(-0.7), math.exp(-0.7 - 1.959964 * 0.3), math.exp(-0.7 + 1.959964 * 0.3)), rel=1e-6
    )
    assert ratios.wald(np.array([-0.7]), np.array([0.3]), 10.0).high > found.high


def test_the_tipping_ratio_is_the_end_of_the_interval_next_to_no_change() -> None:
    assert ratios.tipping(Ratio(0.5, 0.3, 0.8)) == 0.8
    assert ratios.tipping(Ratio(2.0, 1.2, 3.1)) == 1.2
    assert ratios.tipping(Ratio(0.9, 0.6, 1.3)) is None


def test_a_ratio_by_another_adds_the_doubts_of_both() -> None:
    found = ratios.divided(Ratio(0.5, 0.4, 0.625), Ratio(0.5, 0.4, 0.625))
    assert found.value == pytest.approx(1.0)
    assert found.high == pytest.approx(math.exp(math.log(1.25) * math.sqrt(2)))
