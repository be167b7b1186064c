"""Segmented Poisson regression: level, trend, yearly waves and a step at a date. The one place that knows statsmodels.

Rules:
- Counts have a mean of exp(offset + design @ coefficients). The offset is the logarithm of the exposure.
- "quasi" scales the standard errors by the root of Pearson's dispersion; "negative binomial" takes its second parameter
  by moments (variance = mean + alpha mean^2), Poisson where nothing exceeds chance.
- `fit_many` fits the same Poisson model to many draws at once, by the same algorithm (iterated weighted least squares);
  a test holds it to statsmodels.
Source: Lopez Bernal, Cummins, Gasparrini (2017) Int J Epidemiol 46.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from testigo.estimating.ratios import FURTHEST
from testigo.trend import Ratio

if TYPE_CHECKING:
    from testigo.estimating.periods import Floats


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients with their standard errors. dispersion: Pearson's, by degrees of freedom; alpha: 0 but for a negative binomial."""

    coefficients: Floats
    errors: Floats
    fitted: Floats
    dispersion: float
    freedom: int
    alpha: float = 0.0

    def ratio(self, at: int) -> Ratio:
        """The exponential of a coefficient with its 95 % interval (normal), each within e^-12 to e^12."""
        from math import exp

        value, half = float(self.coefficients[at]), 1.959963984540054 * float(self.errors[at])
        value, low, high = (
            exp(min(max(end, -FURTHEST), FURTHEST)) for end in (value, value - half, value + half)
        )
        return Ratio(value, low, high)

    def p(self, at: int) -> float:
        """The two-sided p value of a coefficient (normal)."""
        from math import erfc, sqrt

        return erfc(abs(float(self.coefficients[at] / self.errors[at])) / sqrt(2))


def design(time: Floats, *columns: Floats, harmonics: int = 0, period: float = 12.0) -> Floats:
    """The matrix: ones, the columns given, and pairs of sine and cosine of 2 pi h time / period. Periods by coefficients."""
    import numpy as np

    waves = [wave(2 * np.pi * (h + 1) * time / period) for h in range(harmonics) for wave in (np.sin, np.cos)]
    return np.column_stack([np.ones(len(time)), *columns, *waves])


class Undetermined(Exception):
    """The data do not determine the coefficients: several sets of them fit alike."""


def fit(counts: Floats, matrix: Floats, offset: Floats, family: str = "poisson") -> Fit:
    """One series by statsmodels. family: "poisson", "quasi" or "negative binomial". Errors: Undetermined."""
    from statsmodels.tools.sm_exceptions import SingularMatrixWarning

    with warnings.catch_warnings():
        warnings.simplefilter("error", SingularMatrixWarning)
        try:
            return _fit(counts, matrix, offset, family)
        except SingularMatrixWarning as warning:
            raise Undetermined(str(warning)) from warning


def _fit(counts: Floats, matrix: Floats, offset: Floats, family: str) -> Fit:
    from statsmodels.genmod import families
    from statsmodels.genmod.generalized_linear_model import GLM

    alpha = 0.0
    kind: Any = families.Poisson()
    result = GLM(counts, matrix, family=kind, offset=offset).fit()
    if family == "negative binomial":
        for _ in range(20):
            excess = float(
                ((counts - result.mu) ** 2 / result.mu**2 - 1.0 / result.mu).sum() / result.df_resid
            )
            if excess <= 1e-6 or abs(excess - alpha) < 1e-9:
                break
            alpha = excess
            kind = families.NegativeBinomial(alpha=alpha)
            result = GLM(counts, matrix, family=kind, offset=offset).fit()
    spread = float(result.pearson_chi2 / result.df_resid)
    errors = result.bse * spread**0.5 if family == "quasi" else result.bse
    return Fit(result.params, errors, result.mu, spread, int(result.df_resid), alpha)


@dataclass(frozen=True, slots=True)
class Fits:
    """Many fits. coefficients, errors: draws by coefficients (errors without dispersion); chi2: Pearson's, per draw."""

    coefficients: Floats
    errors: Floats
    chi2: Floats
    freedom: int


def fit_many(counts: Floats, matrix: Floats, offset: Floats) -> Fits:
    """Poisson fits of many draws. counts, offset: draws by periods."""
    import numpy as np

    start = np.log(counts.sum(1, keepdims=True) / np.exp(offset).sum(1, keepdims=True) + 1e-9)
    eta = np.log((counts + np.exp(start + offset)) / 2)
    beta = np.zeros((len(counts), matrix.shape[1]))
    for _ in range(30):
        mean = np.exp(np.clip(eta, -30.0, 30.0))
        work = eta - offset + (counts - mean) / mean
        gram = np.einsum("ij,ki,il->kjl", matrix, mean, matrix) + 1e-10 * np.eye(matrix.shape[1])
        right = np.einsum("ij,ki->kj", matrix, mean * work)
        new = np.linalg.solve(gram, right[..., None])[..., 0]
        eta = np.clip(new @ matrix.T + offset, -30.0, 30.0)
        done = np.abs(new - beta).max() < 1e-9
        beta = new
        if done:
            break
    mean = np.exp(eta)
    gram = np.einsum("ij,ki,il->kjl", matrix, mean, matrix) + 1e-10 * np.eye(matrix.shape[1])
    errors = np.sqrt(np.diagonal(np.linalg.inv(gram), axis1=1, axis2=2))
    chi2 = ((counts - mean) ** 2 / mean).sum(1)
    return Fits(beta, errors, chi2, counts.shape[1] - matrix.shape[1])


def spline(time: Floats, pieces: int) -> Floats:
    """A natural cubic spline of `pieces` columns, knots at the quantiles of time, straight beyond its ends; no constant."""
    import numpy as np

    knots = np.quantile(time, np.linspace(0, 1, pieces + 1))
    scale = knots[-1] - knots[0]

    def bend(k: int) -> Floats:
        rest = np.maximum(time - knots[k], 0) ** 3 - np.maximum(time - knots[-1], 0) ** 3
        found: Floats = rest / (knots[-1] - knots[k]) / scale**2
        return found

    columns = [time / scale] + [bend(k) - bend(pieces - 1) for k in range(pieces - 1)]
    return np.column_stack(columns)


def overdispersed(chi2: float, freedom: int) -> bool:
    """Whether months vary more than chance lets them: less likely than one in ten."""
    from scipy.special import chdtrc

    return freedom > 0 and bool(chdtrc(freedom, chi2) < 0.10)
