"""The step at the order's date: its ratio, and the same question asked otherwise (trend shapes, placebo dates).

Rules:
- Without a trend the answer is exact for small numbers. A trend is taken in where the months before the order already
  rose or fell (two-sided 1 %), since a step without it would be taken from the trend.
- Months may vary more than chance: where they do (one in ten), the interval is widened by their dispersion.
- Every panel is shown, never the best of it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from testigo.dates import Day
from testigo.estimating import ratios
from testigo.estimating.periods import Periods
from testigo.estimating.regression import Undetermined, design, fit, fit_many, overdispersed, spline
from testigo.estimating.series import Series
from testigo.trend import Model, Placebo, Ratio, Shape

if TYPE_CHECKING:
    from testigo.estimating.periods import Floats

MONTH = 30.4375  # days
LEAST_PLACEBO = 4  # periods on each side of a placebo date
ONE_PERCENT = 2.5758293035489004


def step(given: Series) -> tuple[Ratio, Model]:
    """The ratio and how it was found."""
    trend = given.options.trend
    return _step(given, given.periods, abs(leaning(given)) > ONE_PERCENT if trend is None else trend)


def _step(given: Series, periods: Periods, trend: bool) -> tuple[Ratio, Model]:
    import numpy as np

    width = len(periods.days)
    counts, exposure = given.counts[:, :width], given.exposure[:, :width]
    harmonics = given.options.harmonics
    time, after = _time(periods), periods.after.astype(float)
    matrix = design(time, after, *([time] if trend else []), harmonics=harmonics)
    fits = fit_many(counts, matrix, np.log(exposure))
    chi2 = float(fits.chi2.mean())
    wild = overdispersed(chi2, fits.freedom)
    dispersion = chi2 / fits.freedom if wild else 1.0
    if trend or harmonics:
        errors = fits.errors[:, 1] * dispersion**0.5
        ratio = ratios.wald(fits.coefficients[:, 1], errors, float(fits.freedom) if wild else np.inf)
    else:
        sides = [
            side[:, given_side].sum(1)
            for side in (counts, exposure)
            for given_side in (~periods.after, periods.after)
        ]
        spread = dispersion * (_student(fits.freedom) if wild else 1.0)
        ratio = ratios.exact(sides[0], sides[1], (sides[2], sides[3]), spread)
    name = "quasi-Poisson" if wild else "Poisson"
    return ratio, Model(name, dispersion, trend, harmonics, len(counts), given.share is not None)


def _student(freedom: int) -> float:
    """How much wider, in squares, an interval is because the dispersion itself is only estimated."""
    from scipy.special import ndtri, stdtrit

    return float((stdtrit(freedom, 0.975) / ndtri(0.975)) ** 2)


def _time(periods: Periods) -> Floats:
    """The middle of each period in months since the first day."""
    found: Floats = ((periods.first + periods.last) / 2 - periods.first[0]) / MONTH
    return found


def leaning(given: Series) -> float:
    """How surely the months before the order already rose (above 0) or fell: the normal score of their slope."""
    import numpy as np

    early = ~given.periods.after
    counts, exposure = given.counts[:, early].mean(0), given.exposure[:, early].mean(0)
    if early.sum() < LEAST_PLACEBO or counts.sum() == 0:
        return 0.0
    time = _time(given.periods.only(early))
    fits = fit_many(counts[None], design(time, time), np.log(exposure)[None])
    chi2 = float(fits.chi2[0])
    spread = chi2 / fits.freedom if overdispersed(chi2, fits.freedom) else 1.0
    return float(fits.coefficients[0, 1] / fits.errors[0, 1] / spread**0.5)


def unchanged(given: Series, trend: bool) -> Floats:
    """What would be expected to be documented in each period had the time before the order gone on."""
    import numpy as np

    time, after = _time(given.periods), given.periods.after.astype(float)
    matrix = design(time, after, *([time] if trend else []), harmonics=given.options.harmonics)
    fits = fit_many(given.counts, matrix, np.log(given.exposure))
    without = fits.coefficients.copy()
    without[:, 1] = 0.0
    found: Floats = np.exp(without @ matrix.T + np.log(given.exposure)).mean(0)
    return found


def shapes(given: Series, trend: bool) -> tuple[Shape, ...]:
    """The step under other shapes of the trend, and under a negative binomial, by statsmodels on the mean of the draws."""
    import numpy as np

    counts, offset = given.counts.mean(0), np.log(given.exposure.mean(0))
    time, after = _time(given.periods), given.periods.after.astype(float)
    since = after * (time - time[given.periods.after][0])
    kinds = {
        "none": [], "linear": [time], "linear, slope changes": [time, since], "quadratic": [time, time**2],
        "spline": list(spline(time, 3).T),
    }  # fmt: skip
    found = []
    for name, columns in kinds.items():
        matrix = design(time, after, *columns, harmonics=given.options.harmonics)
        if len(time) > matrix.shape[1] + 2:
            with suppress(Undetermined):  # a shape that these months cannot tell from others says nothing
                plain = fit(counts, matrix, offset)
                wild = overdispersed(plain.dispersion * plain.freedom, plain.freedom)
                found.append(Shape(name, (fit(counts, matrix, offset, "quasi") if wild else plain).ratio(1)))
    matrix = design(time, after, *([time] if trend else []), harmonics=given.options.harmonics)
    with suppress(Undetermined):
        found.append(Shape("negative binomial", fit(counts, matrix, offset, "negative binomial").ratio(1)))
    return tuple(found)


def placebos(given: Series, trend: bool) -> tuple[Placebo, ...]:
    """The step at three days among the months before the order, on which nothing was ordered."""
    early = given.periods.only(~given.periods.after)
    count, found = len(early.days), []
    for at in (count // 4, count // 2, 3 * count // 4):
        if LEAST_PLACEBO <= at <= count - LEAST_PLACEBO:
            day = int(early.first[at])
            found.append(Placebo(Day.fromordinal(day), _step(given, given.periods.cut(day), trend)[0]))
    return tuple(found)
