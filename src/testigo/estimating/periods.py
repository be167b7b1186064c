"""The days looked at as periods: calendar months, the order's own month cut in two at the order's day.

Rules:
- A period has as many days as it has; half a month is half the exposure and no special case. A piece of less than half a
  month is joined to the month beside it: one incident in three days would look like wild months.
- Days are ordinals (`date.toordinal`), so that periods and draws are arrays of whole numbers.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testigo.dates import Day
from testigo.trend import Question

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


SHORTEST = 15  # days


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods in order. first, last: ordinals of their days, both included; after: whether they lie after the order.

    Each an array of one value per period; no period holds days of both sides, and none a day between the sides.
    """

    first: Ints
    last: Ints
    after: NDArray[np.bool_]

    @property
    def days(self) -> Ints:
        """How many days each has."""
        return self.last - self.first + 1

    def only(self, which: NDArray[np.bool_]) -> Periods:
        """Some of them."""
        return Periods(self.first[which], self.last[which], self.after[which])

    def cut(self, day: int) -> Periods:
        """The periods before the order alone, as if the order had come on this day, which begins one of them."""
        part = self.only(~self.after)
        return Periods(part.first, part.last, part.first >= day)

    def counts(self, days: Ints) -> Floats:
        """How many of these days fall into each period. days: draws by incidents, 0 where not counted; draws by periods."""
        import numpy as np

        edges = np.append(self.first, self.last[-1] + 1)
        place = np.searchsorted(edges, days, side="right") - 1
        inside = (place >= 0) & (place < len(self.first))
        place = np.where(inside, place, 0)
        inside &= days <= self.last[place]
        row = np.arange(len(days))[:, None] * len(self.first)
        flat = np.bincount((row + place)[inside], minlength=len(days) * len(self.first))
        return flat.reshape(len(days), len(self.first)).astype(float)


def months_between(first: Day, last: Day) -> Iterator[tuple[Day, Day]]:
    """The calendar months of these days, the first and last cut to them."""
    day = first
    while day <= last:
        end = Day(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
        yield day, min(end, last)
        if end == Day.max:
            return
        day = Day.fromordinal(end.toordinal() + 1)


def _joined(spans: list[tuple[Day, Day]]) -> list[tuple[Day, Day]]:
    """The months of one side, a short piece at either end joined to the month beside it."""
    if len(spans) > 1 and (spans[0][1] - spans[0][0]).days + 1 < SHORTEST:
        spans = [(spans[0][0], spans[1][1]), *spans[2:]]
    if len(spans) > 1 and (spans[-1][1] - spans[-1][0]).days + 1 < SHORTEST:
        spans = [*spans[:-2], (spans[-2][0], spans[-1][1])]
    return spans


def periods_of(question: Question) -> Periods:
    """The periods of a question. A side without a single day has none."""
    import numpy as np

    eve = Day.fromordinal(max(question.first.toordinal() - 1, 1))
    before = _joined(list(months_between(question.since, eve)) if eve < question.first else [])
    after = _joined(list(months_between(max(question.last, question.since), question.until)))
    ordinals = np.array([(a.toordinal(), b.toordinal()) for a, b in before + after], dtype=np.int64).reshape(
        -1, 2
    )
    side = np.arange(len(ordinals)) >= len(before)
    return Periods(ordinals[:, 0], ordinals[:, 1], side)
