"""A ratio of two rates from small counts, over many draws of what is not known exactly.

Rules:
- Without a trend the number after is binomial among all, given the exposures: an exact answer for small numbers, zero
  included. The interval is that of Jeffreys (1946); dispersion divides the numbers. Where nothing was counted
  before, there is no quotient and the middle of the distribution stands for it.
- With a trend the model's own standard error is taken (Wald), with Student's t where the dispersion was estimated.
- Over draws the distributions are averaged, so that what differs between draws widens the interval.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from testigo.trend import Ratio

if TYPE_CHECKING:
    from testigo.estimating.periods import Floats

FURTHEST = 12.0  # the natural logarithm of the widest ratio that is looked at
TAIL = 0.025


def exact(before: Floats, after: Floats, exposures: tuple[Floats, Floats], dispersion: float) -> Ratio:
    """After / before by exposure. Each an array of one value per draw."""
    from scipy.special import betainc

    a, b = before / dispersion + 0.5, after / dispersion + 0.5
    odds = exposures[1] / exposures[0]

    def below(log_ratio: Floats) -> Floats:
        import numpy as np

        x = np.exp(log_ratio)[:, None] * odds
        found: Floats = betainc(b, a, x / (1.0 + x)).mean(1)
        return found

    rates = float(after.mean() / exposures[1].mean()), float(before.mean() / exposures[0].mean())
    return _ratio(below, rates[0] / rates[1] if rates[1] else None)


def wald(log_ratio: Floats, error: Floats, freedom: float) -> Ratio:
    """From estimates and standard errors of its logarithm, one per draw. freedom: degrees of it, or infinity."""
    import numpy as np
    from scipy.special import ndtr, stdtr

    def below(at: Floats) -> Floats:
        score = (at[:, None] - log_ratio) / error
        found: Floats = (ndtr(score) if np.isinf(freedom) else stdtr(freedom, score)).mean(1)
        return found

    return _ratio(below, float(np.exp(log_ratio.mean())))


def _ratio(below: Callable[[Floats], Floats], value: float | None) -> Ratio:
    """The ends between which all but the tails lie, by halving; without a value, the middle stands for it."""
    import numpy as np

    want = np.array([TAIL, 1.0 - TAIL, 0.5])
    low, high = np.full(3, -FURTHEST), np.full(3, FURTHEST)
    for _ in range(50):
        middle = (low + high) / 2
        short = below(middle) < want
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    ends = np.exp((low + high) / 2)
    return Ratio(float(ends[2]) if value is None else value, float(ends[0]), float(ends[1]))


def divided(one: Ratio, other: Ratio) -> Ratio:
    """One ratio by another that is independent of it; the half widths of the logarithms add up in squares."""
    from math import exp, hypot, log

    value = log(max(one.value, 1e-9)) - log(max(other.value, 1e-9))
    down = hypot(log(max(one.value, 1e-9) / one.low), log(other.high / max(other.value, 1e-9)))
    up = hypot(log(one.high / max(one.value, 1e-9)), log(max(other.value, 1e-9) / other.low))
    return Ratio(exp(value), exp(value - down), exp(value + up))


def tipping(ratio: Ratio) -> float | None:
    """The change of reporting (after / before) at which "no change" enters the interval; None: it is in it already."""
    if not ratio.excludes_one:
        return None
    return ratio.high if ratio.high < 1.0 else ratio.low
