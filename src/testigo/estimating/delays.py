"""From happening to report: how many of the incidents of a day are told by now.

Rules:
- What is seen of recent days are its short delays alone. The likelihood says so: a delay is compared only with those
  that could have been seen as well (right truncation). After Lawless (1994) and Kalbfleisch, Lawless (1989).
- Delays longer than a stated number of days are set aside for all days alike; the share told is of the others.
- The uncertainty is a Bayesian bootstrap (Rubin 1981): each draw weighs the incidents anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from testigo.estimating.periods import Floats, Ints, Periods


def told_by(delay: Ints, seen: Ints, weight: Floats, longest: int) -> Floats:
    """The share told within 0, 1, ..., `longest` days, the last being 1: draws by days of waiting.

    delay: days to the report; seen: days to the last day of which reports were collected (delay <= seen, delay <= longest); weight: each
    draws by incidents. The reverse hazard of delay d is the share of those told within d, and seen for at least d, that
    were told just then.
    """
    import numpy as np

    draws, size = len(delay), longest + 2
    row = np.arange(draws)[:, None] * size

    def by_day(days: Ints) -> Floats:
        flat: Floats = np.bincount((row + days).ravel(), weight.ravel(), draws * size).astype(np.float64)
        return flat.reshape(draws, size)[:, :-1]

    just = by_day(delay)
    risk = np.cumsum(just - by_day(np.minimum(seen, longest) + 1), axis=1)
    hazard = np.divide(just, risk, out=np.zeros(just.shape), where=risk > 1e-12)
    stays = np.ones(just.shape)
    stays[:, :-1] = np.clip(1.0 - hazard[:, 1:], 0.0, 1.0)
    share: Floats = np.cumprod(stays[:, ::-1], axis=1, dtype=np.float64)[:, ::-1]
    return share


def told_in(periods: Periods, share: Floats, until: int) -> Floats:
    """The mean share told of the days of each period: draws by periods, from draws by days of waiting.

    until: ordinal of the last day of which reports were collected.
    """
    import numpy as np

    longest = share.shape[1] - 1
    summed = np.concatenate([np.zeros((len(share), 1)), np.cumsum(share, axis=1)], axis=1)

    def total(days: Ints) -> Floats:
        """Sum of the shares for 0 to days - 1 days of waiting; those past the longest count 1."""
        found: Floats = summed[:, np.clip(days, 0, longest + 1)] + np.maximum(days - longest - 1, 0)
        return found

    found: Floats = (total(until - periods.first + 1) - total(until - periods.last)) / periods.days
    return found


def quantile(share: Floats, at: float) -> int:
    """By how many days this share of them is told."""
    import numpy as np

    return int(np.searchsorted(share, at - 1e-12))


def differs(delay: Ints, after: NDArray[np.bool_]) -> float:
    """How unlike the delays of two sides are: the normal score of their rank sum, with ties; 0 where one side is empty."""
    import numpy as np

    n, k = len(delay), int(after.sum())
    if not 0 < k < n:
        return 0.0
    _, place, ties = np.unique(delay, return_inverse=True, return_counts=True)
    rank = (np.cumsum(ties) - (ties - 1) / 2)[place]
    spread = k * (n - k) / 12 * (n + 1 - (ties**3 - ties).sum() / (n * (n - 1)))
    return float((rank[after].sum() - k * (n + 1) / 2) / np.sqrt(spread)) if spread > 0 else 0.0
