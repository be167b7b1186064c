"""How many happened lately, of which too few are told yet: a triangle of delays, completed.

Rules:
- What is told of time t after d units has the mean exp(level_t + share_d); cells that cannot be seen yet are left out of
  the likelihood (truncation), never counted as zero.
- Levels walk: each lies near the one before. Cells vary more than chance (negative binomial). How far levels step and
  how wide cells vary is averaged over a small grid by how well each fits (Laplace), nothing is set by hand.
- The answer is drawn: what is told already, and draws of what is not. Same seed, same answer.
After McGough et al. (2020) PLoS Comput Biol 16 and Hoehle, an der Heiden (2014) Biometrics 70, by another algorithm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from testigo.trend import Range

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from testigo.estimating.periods import Floats, Ints

STEPS = (0.07, 0.15, 0.3, 0.5)  # how far levels may step from one time to the next, in logarithms
SIZES = (4.0, 12.0, 40.0)  # how even cells are: their variance is mean + mean^2 / size
LOOSE = 3.0  # the standard deviation of a share's logarithm before anything is seen
DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Triangle:
    """What was told when. told: times by delays 0 to D, counts; a cell of time t and delay d counts where t + d < times.

    Delays longer than D stand in the last column.
    """

    told: Floats

    @property
    def seen(self) -> NDArray[np.bool_]:
        """Which cells can be seen by the last time."""
        import numpy as np

        times, delays = self.told.shape
        found: NDArray[np.bool_] = np.arange(times)[:, None] + np.arange(delays) < times
        return found

    @property
    def so_far(self) -> Floats:
        """What is told by the last time, of each time."""
        found: Floats = (self.told * self.seen).sum(1)
        return found


def triangle(time: Ints, delay: Ints, times: int, longest: int) -> Triangle:
    """From incidents: the time of each (0 to times - 1) and its delay, in the same unit. What lies outside is left out."""
    import numpy as np

    told = np.zeros((times, longest + 1))
    inside = (time >= 0) & (time < times) & (delay >= 0) & (time + delay < times)
    np.add.at(told, (time[inside], np.minimum(delay[inside], longest)), 1.0)
    return Triangle(told)


def nowcast(known: Triangle, seed: int) -> tuple[Range, ...]:
    """How many happened at each time, told or not: median and 95 % interval of the draws."""
    import numpy as np

    draws = totals(known, seed)
    low, middle, high = np.quantile(draws, [0.025, 0.5, 0.975], axis=0)
    return tuple(Range(*map(float, row)) for row in zip(middle, low, high, strict=True))


def totals(known: Triangle, seed: int) -> Floats:
    """Draws of how many happened at each time: DRAWS by times. Where nothing is told at all, nothing can be completed."""
    import numpy as np

    if not known.so_far.any():
        return np.zeros((DRAWS, len(known.told)))
    random = np.random.default_rng(seed)
    modes, start = [], _start(known)
    for size in SIZES:
        for step in STEPS:
            mode = _mode(known, step, size, start)
            modes.append((mode, size))
            start = mode.at
    likelihood = np.array([mode.evidence for mode, _ in modes])
    weight = np.exp(likelihood - likelihood.max())
    shares = random.multinomial(DRAWS, weight / weight.sum())
    parts = [
        _untold(known, mode, size, int(count), random)
        for (mode, size), count in zip(modes, shares, strict=True)
        if count
    ]
    found: Floats = np.concatenate(parts) + known.so_far
    return found


class _Mode(NamedTuple):
    """The likeliest levels and shares, the Cholesky factor of the curvature there, and the log evidence of the grid point."""

    at: Floats
    factor: Floats
    evidence: float


def _start(known: Triangle) -> Floats:
    import numpy as np

    times = len(known.told)
    column = (known.told * known.seen).sum(0) + 0.5
    level = np.log(max(known.so_far.mean(), 0.1))
    return np.concatenate([np.full(times, level), np.log(column / column.sum())])


def _mode(known: Triangle, step: float, size: float, start: Floats) -> _Mode:
    """Newton's way to the likeliest levels and shares, halving a step that goes too far."""
    import numpy as np
    from scipy.special import gammaln

    times, delays = known.told.shape
    walk = np.diff(np.eye(times), axis=0)
    prior = np.zeros((times + delays, times + delays))
    prior[:times, :times] = walk.T @ walk / step**2
    prior[times:, times:] = np.eye(delays) / LOOSE**2
    centre = np.concatenate([np.zeros(times), np.full(delays, -np.log(delays))])
    counts, seen = known.told, known.seen

    def means(at: Floats) -> Floats:
        found: Floats = np.where(seen, np.exp(np.clip(at[:times, None] + at[times:], -40, 20)), 0.0)
        return found

    def value(at: Floats, mean: Floats) -> float:
        away = at - centre
        eta = at[:times, None] + at[times:]
        cells = gammaln(counts + size) + counts * eta - (counts + size) * np.log(size + mean)
        return float(cells[seen].sum() - away @ prior @ away / 2)

    at, mean = start, means(start)
    reached = value(at, mean)
    for _ in range(60):
        pull = np.where(seen, counts - (counts + size) * mean / (size + mean), 0.0)
        weight = (counts + size) * size * mean / (size + mean) ** 2
        slope = np.concatenate([pull.sum(1), pull.sum(0)]) - prior @ (at - centre)
        curve = prior.copy()
        curve[np.diag_indices_from(curve)] += np.concatenate([weight.sum(1), weight.sum(0)])
        curve[:times, times:] += weight
        curve[times:, :times] += weight.T
        way, length = np.linalg.solve(curve, slope), 1.0
        while length > 1e-4 and value(at + length * way, means(at + length * way)) < reached - 1e-9:
            length /= 2
        at = at + length * way
        mean = means(at)
        gained, reached = value(at, mean) - reached, value(at, mean)
        if abs(gained) < 1e-8:
            break
    factor = np.linalg.cholesky(curve)
    even = int(seen.sum()) * (size * np.log(size) - gammaln(size))
    evidence = reached + even - np.log(np.diag(factor)).sum() - (times - 1) * np.log(step)
    return _Mode(at, factor, float(evidence))


def _untold(known: Triangle, mode: _Mode, size: float, count: int, random: np.random.Generator) -> Floats:
    """Draws of what is not told yet of each time: count by times."""
    import numpy as np

    times = len(known.told)
    noise = random.standard_normal((len(mode.at), count))
    at = (mode.at[:, None] + np.linalg.solve(mode.factor.T, noise)).T
    rows, columns = np.nonzero(~known.seen)
    mean = np.exp(np.clip(at[:, rows] + at[:, times + columns], -40.0, 14.0))
    cells = random.poisson(random.gamma(size, mean / size))
    found: Floats = cells @ (rows[:, None] == np.arange(times)).astype(float)
    return found
