"""The Sicilian smoking ban to four decimals, and the quick fits held to statsmodels."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from testigo.estimating.regression import Fit, Undetermined, design, fit, fit_many, spline
from testigo.trend import Ratio

if TYPE_CHECKING:
    from testigo.estimating.periods import Floats

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Sicily:
    """Hospital admissions by month 2002 to 2006; the ban came in month 37. After Lopez Bernal et al. (2017)."""

    counts: Floats
    time: Floats
    ban: Floats
    offset: Floats

    def fit(self, *columns: Floats, harmonics: int = 0, family: str = "quasi") -> Fit:
        matrix = design(self.time, self.ban, *columns, harmonics=harmonics)
        return fit(self.counts, matrix, self.offset, family)


@pytest.fixture(scope="module")
def sicily() -> Sicily:
    rows = list(csv.DictReader((HERE / "sicily.csv").read_text("utf-8").splitlines()))
    column = {
        name: np.array([float(r[name]) for r in rows]) for name in ("aces", "time", "smokban", "stdpop")
    }
    return Sicily(column["aces"], column["time"], column["smokban"], np.log(column["stdpop"]))


def digits(ratio: Ratio, places: int = 4) -> tuple[float, float, float]:
    return round(ratio.value, places), round(ratio.low, places), round(ratio.high, places)


def test_the_step_of_sicily_is_as_published(sicily: Sicily) -> None:
    found = sicily.fit(sicily.time, family="poisson")
    assert digits(found.ratio(1)) == (0.8944, 0.8647, 0.9251)
    assert digits(found.ratio(2)) == (1.0050, 1.0040, 1.0059)
    assert round(found.dispersion, 4) == 3.5592


def test_the_dispersion_widens_the_step_of_sicily(sicily: Sicily) -> None:
    found = sicily.fit(sicily.time)
    assert digits(found.ratio(1)) == (0.8944, 0.8392, 0.9532)
    assert found.p(1) == pytest.approx(0.000592, abs=1e-6)


def test_yearly_waves_and_a_change_of_slope_are_as_published(sicily: Sicily) -> None:
    waves = sicily.fit(sicily.time, harmonics=2)
    assert digits(waves.ratio(1)) == (0.8851, 0.8394, 0.9332)
    assert digits(waves.ratio(2)) == (1.0054, 1.0038, 1.0070)
    assert round(waves.dispersion, 4) == 2.2622
    slope = sicily.fit(sicily.time, sicily.ban * (sicily.time - 36), harmonics=2)
    assert digits(slope.ratio(1)) == (0.8765, 0.8268, 0.9292)
    assert digits(slope.ratio(3)) == (1.0015, 0.9978, 1.0051)
    assert round(slope.p(3), 3) == 0.424
    assert round(slope.dispersion, 4) == 2.2746


def test_the_shape_of_the_trend_decides_the_sign_in_sicily(sicily: Sicily) -> None:
    assert digits(sicily.fit(harmonics=2).ratio(1), 3) == (1.037, 0.999, 1.076)
    assert digits(sicily.fit(sicily.time, sicily.time**2, harmonics=2).ratio(1), 3) == (0.884, 0.832, 0.939)
    for pieces, expected in (
        (3, (0.906, 0.844, 0.972)),
        (4, (0.882, 0.801, 0.971)),
        (5, (0.875, 0.800, 0.957)),
    ):
        found = sicily.fit(*spline(sicily.time, pieces).T, harmonics=2)
        assert digits(found.ratio(1), 3) == expected


def test_placebo_bans_in_sicily_find_nothing(sicily: Sicily) -> None:
    for month, expected in (
        (13, (1.005, 0.936, 1.079)),
        (19, (1.004, 0.933, 1.080)),
        (25, (0.993, 0.925, 1.066)),
        (31, (0.958, 0.900, 1.020)),
    ):
        early = sicily.time <= 36
        ban = (sicily.time >= month).astype(float)
        matrix = design(sicily.time, ban, sicily.time, harmonics=2)[early]
        found = fit(sicily.counts[early], matrix, sicily.offset[early], "quasi").ratio(1)
        assert digits(found, 3) == expected


def test_many_fits_at_once_are_those_of_statsmodels(sicily: Sicily) -> None:
    random = np.random.default_rng(3)
    matrix = design(sicily.time, sicily.ban, sicily.time / 12)
    counts = random.poisson(2.0, (5, len(sicily.time))).astype(float)
    offset = random.normal(0, 0.3, counts.shape)
    many = fit_many(counts, matrix, offset)
    for k in range(5):
        one = fit(counts[k], matrix, offset[k])
        assert many.coefficients[k] == pytest.approx(one.coefficients, abs=1e-5)
        assert many.errors[k] == pytest.approx(one.errors, abs=1e-5)
        assert many.chi2[k] / many.freedom == pytest.approx(one.dispersion, abs=1e-5)


def test_the_negative_binomial_is_poisson_where_nothing_exceeds_chance_and_wider_where_it_does() -> None:
    random = np.random.default_rng(5)
    time = np.arange(60.0)
    matrix = design(time, (time >= 30).astype(float))
    wild = random.negative_binomial(2, 2 / (2 + 6.0), 60).astype(float)
    plain, loose = fit(wild, matrix, 0 * time), fit(wild, matrix, 0 * time, "negative binomial")
    assert loose.alpha > 0.1
    assert loose.errors[1] > 1.3 * plain.errors[1]
    even = np.tile([4.0, 5.0], 30)
    assert fit(even, matrix, 0 * time, "negative binomial").alpha == 0


def test_months_that_cannot_tell_one_shape_from_another_are_undetermined() -> None:
    time = np.arange(12.0)
    with pytest.raises(Undetermined):
        fit(np.array([3.0, 1, 4, 1, 5, 2, 6, 3, 5, 3, 5, 4]), design(time, time, 2.0 * time), np.zeros(12))
