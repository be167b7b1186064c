"""When the data cannot bear an answer, and why.

Rules:
- Too few months or incidents, dates too imprecise, or reporting that changed at the same time: not testable.
- An answer that hangs on one arbitrary choice (which side an imprecise date lies on, the shape of the trend) is none.
- A step that is found as well on a day when nothing was ordered is not the order's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testigo.estimating import delays, ratios
from testigo.estimating.periods import Periods, periods_of
from testigo.estimating.regression import overdispersed
from testigo.estimating.series import WIDEST, Series
from testigo.estimating.stepping import MONTH
from testigo.trend import Placebo, Publication, Question, Ratio, Saying, Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from testigo.estimating.periods import Floats

MARKED = (0.8, 1.25)  # a change of reporting smaller than this is let pass
LEAST_REPORTS = 20
MOST_SPANNING = 1 / 3
UNLIKE = 2.5758293035489004  # normal score, two-sided 1 %
LEANS = 1.6448536269514722  # one-sided 5 %


def saying(id: str, **arguments: object) -> Saying:  # noqa: A002
    """A sentence with what to put into it."""
    return Saying(id, tuple((name, _plain(value)) for name, value in arguments.items()))


def _plain(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def too_little(given: Series) -> tuple[Saying, ...]:
    """Reasons that stand before any estimate."""
    options, counted = given.options, given.counted
    after = given.periods.after
    months = [float(given.periods.days[side].sum() / MONTH) for side in (~after, after)]
    found = []
    for side, count in zip(("before", "after"), months, strict=True):
        if round(count, 1) < options.min_months:
            found.append(saying(f"refused.months.{side}", months=f"{count:.1f}", needed=options.min_months))
    if counted.before + counted.after < options.min_incidents:
        found.append(
            saying("refused.incidents", count=counted.before + counted.after, needed=options.min_incidents)
        )
    elif counted.before < options.min_before:
        found.append(saying("refused.before", count=counted.before, needed=options.min_before))
    if counted.spanning > MOST_SPANNING * max(counted.before + counted.after, 1):
        found.append(
            saying("refused.imprecise", spanning=counted.spanning, used=counted.before + counted.after)
        )
    return tuple(found)


def reporting(
    question: Question, publications: Sequence[Publication]
) -> tuple[Ratio | None, Ratio | None, Ratio | None]:
    """How outlets, sources and reports by the month changed; None where too few are known.

    Outlets: those that were there, from their first report to their last. Sources and reports: of reports that tell none
    of the incidents, since those that tell them follow their number.
    """
    periods = periods_of(question)
    others = _in_periods(periods, [p for p in publications if not p.tells])
    origins = [float(len({o for p in part for o in p.origins})) for part in others]
    whole = _changed(periods, _there(periods, publications))
    return whole, _changed(periods, origins), _changed(periods, [float(len(part)) for part in others])


def _in_periods(periods: Periods, publications: Sequence[Publication]) -> list[list[Publication]]:
    import numpy as np

    parts: list[list[Publication]] = [[] for _ in periods.days]
    days = np.array([p.day.toordinal() for p in publications], dtype=np.int64)
    place = np.searchsorted(periods.first, days, side="right") - 1
    for publication, day, at in zip(publications, days, place, strict=True):
        if at >= 0 and day <= periods.last[at]:
            parts[at].append(publication)
    return parts


def _there(periods: Periods, publications: Sequence[Publication]) -> list[float]:
    """How many outlets were there in each period, by days: from the first report of each to its last, and a usual pause more."""
    import numpy as np

    days: dict[str, list[int]] = {}
    for publication in publications:
        if publication.outlet:
            days.setdefault(publication.outlet, []).append(publication.day.toordinal())
    found = np.zeros(len(periods.days))
    for own in days.values():
        pause = (max(own) - min(own)) / (len(own) - 1) if len(own) > 1 else 0.0
        common = np.minimum(periods.last, max(own) + pause) - np.maximum(periods.first, min(own) - pause) + 1
        found += np.maximum(common, 0) / periods.days
    return [float(n) for n in found]


def _changed(periods: Periods, counts: Sequence[float]) -> Ratio | None:
    import numpy as np

    after = periods.after
    if sum(counts) < LEAST_REPORTS or not after.any() or after.all():
        return None
    found, days = np.array(counts, dtype=float), periods.days.astype(float)
    rate = np.where(after, found[after].sum() / days[after].sum(), found[~after].sum() / days[~after].sum())
    mean = np.maximum(rate * days, 1e-9)
    chi2, freedom = float(((found - mean) ** 2 / mean).sum()), len(found) - 2
    spread = chi2 / freedom if overdispersed(chi2, freedom) else 1.0

    def side(values: Floats, which: NDArray[np.bool_]) -> Floats:
        total: Floats = values[which].sum(keepdims=True)
        return total

    return ratios.exact(
        side(found, ~after), side(found, after), (side(days, ~after), side(days, after)), spread
    )


def changed_reporting(
    outlets: Ratio | None, origins: Ratio | None, reports: Ratio | None, *, controlled: bool
) -> tuple[tuple[Saying, ...], tuple[Saying, ...]]:
    """Refusals and cautions about reporting. controlled: a control series stands beside it, which shares its reporting."""
    found = [
        saying(f"reporting.{name}", ratio=ratio.value, low=ratio.low, high=ratio.high)
        for name, ratio in (("outlets", outlets), ("origins", origins), ("reports", reports))
        if ratio and ratio.excludes_one and not MARKED[0] < ratio.value < MARKED[1]
    ]
    unknown = (saying("caution.reporting_unknown"),) if outlets is None or reports is None else ()
    return ((), (*found, *unknown)) if controlled else (tuple(found), unknown)


def changed_delay(given: Series) -> tuple[Saying, ...]:
    """A refusal where incidents after the order are told sooner or later than those before, all seen for equally long."""
    import numpy as np

    last, until = given.question.last.toordinal(), given.question.until.toordinal()
    watched = min((until - last) // 2, given.delay.longest if given.delay else 0)
    day = np.array([(d.first + d.last) // 2 for d in given.dated], dtype=np.int64)
    wait = np.array([d.told for d in given.dated], dtype=np.int64) - day
    sharp = np.array(
        [d.last - d.first < WIDEST and d.told > 0 and not d.spans for d in given.dated], dtype=bool
    )
    fit = sharp & (wait <= watched) & (until - day >= watched)
    after = day[fit] >= last
    if min(after.sum(), (~after).sum()) < 8 or abs(delays.differs(wait[fit], after)) < UNLIKE:
        return ()
    middle = [int(np.median(wait[fit][side])) for side in (~after, after)]
    return (saying("refused.delay", before=middle[0], after=middle[1]),)


def hangs(
    ratio: Ratio,
    extremes: tuple[Ratio, Ratio] | None,
    shapes: Sequence[Shape],
    placebos: Sequence[Placebo],
    spanning: int,
    leaning: float,
) -> tuple[Saying, ...]:
    """Refusals of a step that is found, but not whatever one assumes. Where none is found, nothing hangs on anything.

    leaning: the score of a slope before the order, above 0 where it rose (stepping.py).
    """
    if not ratio.excludes_one:
        return ()
    found = []
    if extremes and not all(_agrees(e, ratio) for e in extremes):
        found.append(saying("refused.spanning", spanning=spanning))
    opposite = [s for s in shapes if s.ratio.excludes_one and (s.ratio.value < 1) != (ratio.value < 1)]
    if opposite:
        found.append(saying("refused.shape", shape=opposite[0].name, ratio=opposite[0].ratio.value))
    linear = next((s.ratio for s in shapes if s.name == "linear"), None)
    if linear and abs(leaning) > LEANS and (leaning < 0) == (ratio.value < 1) and not _agrees(linear, ratio):
        found.append(saying("refused.leaning", ratio=linear.value, low=linear.low, high=linear.high))
    as_strong = [p for p in placebos if _agrees(p.ratio, ratio) and _further(p.ratio, ratio)]
    if as_strong:
        found.append(
            saying("refused.placebo", day=as_strong[0].day.isoformat(), ratio=as_strong[0].ratio.value)
        )
    return tuple(found)


def _agrees(one: Ratio, other: Ratio) -> bool:
    return one.excludes_one and (one.value < 1) == (other.value < 1)


def _further(one: Ratio, other: Ratio) -> bool:
    return one.value <= other.value if other.value < 1 else one.value >= other.value
