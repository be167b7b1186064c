"""Events found by act, place and day: those that stand for themselves, and many that are alike.

Rules:
- An event is alike to another where a rule could not tell them apart but by their day: the same act, groups, circumstances,
  firmness. Its place counts only as far as the order holds there or not (matching.py). Its words do not count; a clause that asks for words (a market day, a
  deed) rules each event for itself, as far as the words that it asks for stand in it.
- Up to MANY events each stands for itself.
- Only events of one act and one known day can be alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from testigo.orders import cues, where
from testigo.orders.events import Sighting

MANY = 400
Rows = Sequence[tuple[int, int]]
"""Events as day and number, in the order of days."""
MOVING = cues.stems("travel pass permit market way road papers checkpoint")
Form = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Events near an order. single: each to be ruled; alike: groups of which one stands for all; outside: not looked at."""

    single: Sequence[Sighting]
    alike: Sequence[Rows]
    outside: int
    events: Sequence[Sighting]

    def event(self, row: tuple[int, int]) -> Sighting:
        """The event of a row."""
        return self.events[row[1]]


def at_of(event: Sighting) -> int:
    """The day by which an event is found; 0 where it has none of a known year."""
    if event.days.yearless:
        return 0
    return (
        (event.days.last if event.days.lasting else event.days.first)
        or event.days.last
        or event.days.first
        or 0
    )


class Events:
    """Events by act and place, each list in the order of days."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self._all = tuple(sightings)
        every: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        alike: dict[tuple[str, str], dict[Form, list[tuple[int, int]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        odd: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        forms: dict[Form, Form] = {}
        for number, event in enumerate(self._all):
            row, acts = (at_of(event), number), acts_of(event)
            form = _form(event) if len(acts) == 1 else None
            form = forms.setdefault(form, form) if form is not None else None
            tops = where.top_of(event.areas)
            for place in ("*", *(event.areas if tops else ("",))):
                for act in acts:
                    every[act, place].append(row)
                    if form is None:
                        odd[act, place].append(row)
                    else:
                        alike[act, place][form].append(row)
        self._every = {key: sorted(rows) for key, rows in every.items()}
        self._odd = {key: sorted(rows) for key, rows in odd.items()}
        self._alike = {key: [sorted(rows) for rows in groups.values()] for key, groups in alike.items()}

    def near(self, acts: frozenset[str], areas: frozenset[str], first: int, last: int) -> Near:
        """The events of some acts in a window of days. areas: keys of places; none: wherever they are."""
        keys = [(act, "*") for act in sorted(acts)]
        total = looked_at = self._count(keys, first, last)
        if total > MANY and areas:
            keys = [(act, place) for act in sorted(acts) for place in sorted((*areas, ""))]
            looked_at = min(total, self._count(keys, first, last))
        if looked_at <= MANY:
            within = [_cut(self._every.get(key, ()), first, last) for key in keys]
            return Near(self._events(within), (), total - looked_at, self._all)
        odd = [_cut(self._odd.get(key, ()), first, last) for key in keys]
        cut = (_cut(rows, first, last) for key in keys for rows in self._alike.get(key, ()))
        return Near(self._events(odd), [rows for rows in cut if rows], total - looked_at, self._all)

    def _count(self, keys: Sequence[tuple[str, str]], first: int, last: int) -> int:
        """How many events of some acts and places lie in a window; one that bears on two acts counts twice."""
        return sum(_count(self._every.get(key, ()), first, last) for key in keys)

    def _events(self, lists: Sequence[Rows]) -> list[Sighting]:
        return [self._all[n] for n in sorted({number for rows in lists for _, number in rows})]


def acts_of(event: Sighting) -> tuple[str, ...]:
    """Every act by which an event may bear on a clause."""
    acts = {*event.acts, *(act for act, _ in event.others), *(("watchlisting",) if event.delisted else ())}
    return tuple(sorted(acts))


def _form(event: Sighting) -> Form | None:
    """All that a rule asks of an event but its day, or None where it stands for itself."""
    days = event.days
    plain = (
        days.first is not None
        and days.first == days.last
        and not (days.lasting or days.yearless or days.taken)
    )
    if not plain or event.around & MOVING:
        return None
    return (
        event.acts, event.others, event.in_groups, event.out_of, event.night, event.paper, event.level, event.delisted,
        bool(event.speech), bool(event.charge), event.statuses, event.disputed,
    )  # fmt: skip


def _ends(rows: Rows, first: int, last: int) -> tuple[int, int, int]:
    """How many rows have no day, and from where to where those of a window stand."""
    undated = bisect_right(rows, (0, 1 << 60))
    return undated, max(undated, bisect_left(rows, (first, -1))), bisect_right(rows, (last, 1 << 60))


def _count(rows: Rows, first: int, last: int) -> int:
    undated, low, high = _ends(rows, first, last)
    return undated + max(0, high - low)


def _cut(rows: Rows, first: int, last: int) -> Rows:
    """The rows of a window, and those without a day."""
    undated, low, high = _ends(rows, first, last)
    return [*rows[:undated], *rows[low:high]] if undated else rows[low:high]
