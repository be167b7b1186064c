"""Events in the order of days, found by what they bear on, where they were and when; few that stand for themselves, many alike.

Rules:
- Events stand in one line, by day and then by key; an event is a number in that line, so that a time is a part of it. Those
  without a day of a known year stand at its head, and belong to every time.
- An event is alike to another where a rule could not tell them apart but by its day, place and words: the same acts, groups
  and circumstances. Where the order holds is asked once for each set of places; what a clause asks of words is asked of those
  events alone in which one of them stands.
- Up to MANY events each stands for itself, wherever it was. Beyond, those known to lie where the order does not hold are
  counted, not looked at.
- Only events of one known day can be alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from testigo.orders.events import Sighting
from testigo.orders.terms import MOVING
from testigo.orders.where import INSIDE, OUTSIDE, Ground, top_of

MANY = 400
Rows = Sequence[int]
"""Events by their number, in the order of days."""
Kind = frozenset[str]
Form = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Events near an order. single: each to be ruled; alike: lists of which one stands for all; outside: not looked at."""

    single: Rows
    alike: Sequence[Rows]
    outside: int


@dataclass(frozen=True, slots=True)
class Held:
    """Whether an order holds, by set of places (where.INSIDE, OUTSIDE, UNKNOWN). looked: the sets that are not outside."""

    by_place: Sequence[str]
    looked: Sequence[int]


def at_of(event: Sighting) -> int:
    """The day by which an event is found; 0 where it has none of a known year."""
    days = event.days
    if days.yearless:
        return 0
    return (days.last if days.lasting else days.first) or days.last or days.first or 0


class Events:
    """All events in the order of days. places: every set of places that events have; where: which of them, by event."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        self.all = tuple(sorted(sightings, key=lambda event: (at_of(event), event.key)))
        self.at = [at_of(event) for event in self.all]
        self._undated = bisect_right(self.at, 0)
        places: dict[frozenset[str], int] = {}
        self.where = [places.setdefault(event.areas, len(places)) for event in self.all]
        self.places = tuple(places)
        self._with_unit: dict[str, list[int]] = defaultdict(list)
        for number, areas in enumerate(self.places):
            for unit in areas if top_of(areas) else ("", *areas):
                self._with_unit[unit].append(number)
        self._lists = _Lists(self.all, self.where)
        self._words: dict[str, dict[str, list[int]]] = {}

    def window(self, first: int, last: int) -> tuple[int, int]:
        """The part of the line that the days from first to last are, without the events that have no day."""
        low = max(self._undated, bisect_left(self.at, first))
        return low, max(low, bisect_right(self.at, last))

    def held(self, ground: Ground) -> Held:
        """Where an order holds. Places of another province or state that it does not name are outside without a question."""
        if not ground.tops:
            by_place = [ground.holds(areas) for areas in self.places]
        else:
            by_place = [OUTSIDE] * len(self.places)
            for unit in ("", *ground.tops, *ground.named):
                for number in self._with_unit.get(unit, ()):
                    by_place[number] = ground.holds(self.places[number])
        return Held(by_place, [number for number, held in enumerate(by_place) if held != OUTSIDE])

    def near(self, acts: frozenset[str], held: Held | None, window: tuple[int, int]) -> Near:
        """The events that bear on some acts in a part of the line. held: None where nothing is known of where the order holds."""
        kinds = self._lists.kinds_of(acts)
        every = [part for kind in kinds if (part := self._cut(self._lists.every[kind], window))]
        total = sum(map(len, every))
        if total <= MANY:
            return Near(_merged(every), (), 0)
        if held is None:
            odd, alike = self._sorted_out(((kind, None) for kind in kinds), window)
            return Near(_merged(odd), alike, 0)
        holds = held.by_place
        if 8 * len(held.looked) <= len(holds):
            odd, alike = self._sorted_out(((kind, place) for kind in kinds for place in held.looked), window)
        else:
            odd, alike = self._sorted_out(((kind, None) for kind in kinds), window)
            odd = [[n for n in rows if holds[self.where[n]] != OUTSIDE] for rows in odd]
            alike = [part for rows in alike for part in self._placed(rows, holds) if part]
        at_all = sum(map(len, odd)) + sum(map(len, alike))
        if at_all <= MANY:
            return Near(_merged((*odd, *alike)), (), total - at_all)
        return Near(_merged(odd), alike, total - at_all)

    def with_words(
        self, of: Literal["around", "stems", "charged", "said"], words: Iterable[str]
    ) -> Iterator[Rows]:
        """For each word the events in whose words of that sort it stands."""
        table = self._words.get(of)
        if table is None:
            table = self._words[of] = defaultdict(list)
            for number, event in enumerate(self.all):
                for word in getattr(event, of):
                    table[word].append(number)
        return (table.get(word, ()) for word in words)

    def _cut(self, rows: Rows, window: tuple[int, int]) -> Rows:
        """The rows of a part of the line, and those without a day."""
        low, high = bisect_left(rows, window[0]), bisect_left(rows, window[1])
        undated = bisect_left(rows, self._undated) if self._undated else 0
        return [*rows[:undated], *rows[low:high]] if undated else rows[low:high]

    def _sorted_out(
        self, keys: Iterable[tuple[Kind, int | None]], window: tuple[int, int]
    ) -> tuple[list[Rows], list[Rows]]:
        """Of the events of each kind (at each place) those that stand for themselves, and those alike."""
        odd: list[Rows] = []
        alike: list[Rows] = []
        for key in keys:
            for form, rows in self._lists.by_form.get(key, {}).items():
                if part := self._cut(rows, window):
                    (odd if form is None else alike).append(part)
        return odd, alike

    def _placed(self, rows: Rows, holds: Sequence[str]) -> tuple[Rows, Rows]:
        """Events parted by whether the order holds where they were; those outside left out."""
        held = [(n, holds[self.where[n]]) for n in rows]
        inside = [n for n, at in held if at == INSIDE]
        return inside, [n for n, at in held if at not in (INSIDE, OUTSIDE)]


class _Lists:
    """Events by what they bear on, by form, and by place (None: wherever)."""

    def __init__(self, events: Sequence[Sighting], where: Sequence[int]) -> None:
        self.every: dict[Kind, list[int]] = defaultdict(list)
        self.by_form: dict[tuple[Kind, int | None], dict[int | None, list[int]]] = defaultdict(dict)
        forms: dict[Form, int] = {}
        kinds: dict[Kind, Kind] = {}
        for number, event in enumerate(events):
            kind = acts_of(event)
            kind = kinds.setdefault(kind, kind)
            self.every[kind].append(number)
            form = _form(event)
            known = None if form is None else forms.setdefault(form, len(forms))
            for place in (None, where[number]):
                self.by_form[kind, place].setdefault(known, []).append(number)
        self._kinds = sorted(self.every, key=sorted)

    def kinds_of(self, acts: frozenset[str]) -> list[Kind]:
        """The sets of acts of which one is among some acts, in a fixed order."""
        return [kind for kind in self._kinds if not kind.isdisjoint(acts)]


def acts_of(event: Sighting) -> Kind:
    """Every act by which an event may bear on a clause."""
    more = [act for act, _ in event.others]
    if event.delisted:
        more.append("watchlisting")
    return event.acts.union(more) if more else event.acts


def _form(event: Sighting) -> Form | None:
    """All that a rule asks of an event but its day, place and words, or None where it stands for itself."""
    days = event.days
    if days.first is None or days.first != days.last or days.lasting or days.yearless or days.taken:
        return None
    return (
        event.acts, event.others, event.in_groups, event.out_of, event.night, event.paper, event.level, event.delisted,
        bool(event.speech), bool(event.charge), MOVING.isdisjoint(event.around),
    )  # fmt: skip


def _merged(lists: Iterable[Rows]) -> Rows:
    return sorted(number for rows in lists for number in rows)
