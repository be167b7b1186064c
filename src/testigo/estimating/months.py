"""The table by month that stands beside the picture: documented, not told yet, who published, what no change would give.

Rules:
- Every dated incident that is looked at stands in the table, those that span the order too, spread over its days.
- What is not told yet comes from the triangle of delays by month (nowcast.py), where delays are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testigo.dates import Day
from testigo.estimating.delays import told_in
from testigo.estimating.nowcast import nowcast, triangle
from testigo.estimating.periods import Periods, months_between
from testigo.estimating.series import WIDEST, Dated, Series
from testigo.trend import Month, Publication, Question, Range

if TYPE_CHECKING:
    from testigo.estimating.periods import Floats

MOST_WAITING = 12  # months of delay that are told apart
MOST_MONTHS = (
    60  # the last months, from which the triangle is made; those before are told as far as they ever will be
)


def months(
    given: Series, control: Series | None, publications: Sequence[Publication], without: Floats | None
) -> tuple[Month, ...]:
    """Every calendar month of the question. without: what no change would give, by period of the series, or None."""
    question = given.question
    spans = list(months_between(question.since, question.until))
    untold, told = _untold(given, spans), _told(given, spans)
    expected = _by_month(given.periods, without, spans)
    rows = []
    for n, (first, last) in enumerate(spans):
        sure, share, possible = spread(given.dated, first, last)
        out = [p for p in publications if first <= p.day <= last]
        rows.append(Month(
            first.isoformat()[:7], first, last, sure, share, possible,
            Range(share + untold[n].value, share + untold[n].low, share + untold[n].high), told[n],
            len({p.outlet for p in out if p.outlet}), len({o for p in out for o in p.origins}), len(out),
            None if control is None else spread(control.dated, first, last)[1], expected[n], side_of(question, first, last),
        ))  # fmt: skip
    return tuple(rows)


def spread(dated: Sequence[Dated], first: Day, last: Day) -> tuple[int, float, int]:
    """Of a month: incidents for sure, with shares by days, and all that are possible."""
    sure, share, possible = 0, 0.0, 0
    low, high = first.toordinal(), last.toordinal()
    for d in dated:
        common = min(d.last, high) - max(d.first, low) + 1
        if common > 0:
            possible += 1
            share += common / (d.last - d.first + 1)
            sure += low <= d.first and d.last <= high
    return sure, round(share, 6), possible


def side_of(question: Question, first: Day, last: Day) -> str:
    """Before, after, or around: some of its days lie on another side than others, or on none."""
    if last < question.first:
        return "before"
    return "after" if first >= question.last else "around"


def _told(given: Series, spans: Sequence[tuple[Day, Day]]) -> list[float | None]:
    """The share of each month that is told by now; None where delays are not known."""
    import numpy as np

    if given.share is None:
        return [None] * len(spans)
    days = np.array([(a.toordinal(), b.toordinal()) for a, b in spans], dtype=np.int64)
    whole = Periods(days[:, 0], days[:, 1], np.zeros(len(days), dtype=bool))
    return [float(share) for share in told_in(whole, given.share, given.question.until.toordinal())[0]]


def _untold(given: Series, spans: Sequence[tuple[Day, Day]]) -> list[Range]:
    """What is not told yet of each month."""
    import numpy as np

    nothing = [Range(0.0, 0.0, 0.0)] * len(spans)
    if given.share is None or len(spans) < 3:
        return nothing
    known = [d for d in given.dated if d.told and d.last - d.first < WIDEST]
    recent = spans[-MOST_MONTHS:]
    start = np.array([a.toordinal() for a, _ in recent])
    happened = np.searchsorted(start, [(d.first + d.last) // 2 for d in known], side="right") - 1
    told = np.searchsorted(start, [d.told for d in known], side="right") - 1
    table = triangle(happened, told - happened, len(recent), min(MOST_WAITING, len(recent) // 2))
    whole = nowcast(table, given.options.seed)
    return nothing[len(recent) :] + [
        Range(max(r.value - n, 0.0), max(r.low - n, 0.0), max(r.high - n, 0.0))
        for r, n in zip(whole, table.so_far.tolist(), strict=True)
    ]


def _by_month(
    periods: Periods, values: Floats | None, spans: Sequence[tuple[Day, Day]]
) -> list[float | None]:
    """The values of periods by calendar month, in proportion to days; None where a month has days that no period has."""
    import numpy as np

    if values is None:
        return [None] * len(spans)
    sums: list[float | None] = []
    for first, last in spans:
        common = np.minimum(periods.last, last.toordinal()) - np.maximum(periods.first, first.toordinal()) + 1
        common = np.maximum(common, 0)
        covered = int(common.sum()) == (last - first).days + 1
        sums.append(float((values * common / periods.days).sum()) if covered else None)
    return sums
