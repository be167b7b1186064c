"""How far two readers agree, and how often the machine is right: figures with their intervals. Pure.

Rules:
- Agreement is Krippendorff's alpha for nominal values: 1 is perfect, 0 is what chance would give (Krippendorff 2011).
- Its interval comes from resampling whole units with a fixed seed (bootstrap, percentiles 2.5 and 97.5).
- A share of successes has Wilson's interval (1927), which holds for few cases too.
- Where there is nothing to compare, or no two values differ, there is no alpha: None, never 1.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

Unit = Sequence[str]
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the ends of its 95 % interval (None: too few) and how many units it rests on."""

    value: float
    low: float | None
    high: float | None
    units: int


def alpha(units: Sequence[Unit]) -> float | None:
    """Krippendorff's alpha for nominal values. units: for each thing the values its readers gave; single ones do not count."""
    paired = [unit for unit in units if len(unit) > 1]
    totals = Counter(value for unit in paired for value in unit)
    number = sum(totals.values())
    expected = number * number - sum(n * n for n in totals.values())
    if not paired or not expected:
        return None
    observed = 0.0
    for unit in paired:
        counts = Counter(unit)
        observed += (len(unit) ** 2 - sum(n * n for n in counts.values())) / (len(unit) - 1)
    return 1 - (number - 1) * observed / expected


def agreement(units: Sequence[Unit], *, seed: str = "testigo", rounds: int = 1000) -> Figure | None:
    """Alpha with its bootstrap interval; no interval with fewer than five units."""
    value = alpha(units)
    if value is None:
        return None
    paired = [unit for unit in units if len(unit) > 1]
    if len(paired) < FEWEST:
        return Figure(value, None, None, len(paired))
    found = _resampled(paired, seed, rounds)
    if len(found) < rounds // 2:
        return Figure(value, None, None, len(paired))
    low, high = found[int(0.025 * len(found))], found[min(int(0.975 * len(found)), len(found) - 1)]
    return Figure(value, low, high, len(paired))


def _resampled(paired: Sequence[Unit], seed: str, rounds: int) -> list[float]:
    """Alpha of so many samples of the units, drawn with replacement, in order; samples without an alpha are left out.

    Alpha depends only on how many units of each kind there are: those numbers are drawn, not the units one by one.
    """
    import numpy as np

    kinds = sorted(Counter(tuple(sorted(unit)) for unit in paired).items())
    values = sorted({value for unit, _ in kinds for value in unit})
    counts = np.array([[unit.count(value) for value in values] for unit, _ in kinds], dtype=np.int64)
    sizes = counts.sum(axis=1)
    disagreed = (sizes**2 - (counts**2).sum(axis=1)) / (sizes - 1)
    shares = np.array([number for _, number in kinds]) / len(paired)
    chance = np.random.Generator(
        np.random.PCG64(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))
    )
    drawn = chance.multinomial(len(paired), shares, size=rounds)
    totals = drawn @ counts
    number = totals.sum(axis=1)
    expected = number**2 - (totals**2).sum(axis=1)
    there = expected > 0
    alphas = 1 - (number[there] - 1) * (drawn[there] @ disagreed) / expected[there]
    return [float(one) for one in np.sort(alphas)]


def share(right: int, of: int) -> Figure | None:
    """A share of successes with Wilson's 95 % interval; None of none."""
    if not of:
        return None
    z, p = 1.959964, right / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return Figure(p, max(0.0, middle - half), min(1.0, middle + half), of)
