"""All events against all clauses: which are looked at, what each says, and how many were only counted.

Rules:
- An event is looked at where its act can say something about a clause, within the window of days around the order.
- Where there are many such events, those known to lie in another province or state are counted, not looked at.
- Of each clause at most MOST rulings are kept, contrary ones first, then in line, then cannot tell; the nearest in time first.
- A verdict by the words of one telling stands beside the verdict of the order where the two differ.
- Events are found by act, place and day, and of events that are alike one is ruled for all (nearby.py), so that the work
  grows with what is near an order, not with everything.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testigo import dates
from testigo.confronted import (
    CANNOT_TELL,
    CONTRARY,
    IN_LINE,
    ByTelling,
    Hold,
    Order,
    OrderClause,
    Practice,
    Tally,
)
from testigo.orders import cues, forms, ruling, standing, where
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
from testigo.orders.groups import names_group
from testigo.orders.nearby import Events, Near, Rows, at_of
from testigo.orders.same import span_days
from testigo.orders.standing import Case, Ruling
from testigo.orders.where import Places
from testigo.reason import Reason

MOST = 200
NO_BREACH = "It is no breach of clause {}: the order keeps this group under watch."
REASONS = (NO_BREACH,)
_RANK = {CONTRARY: 0, IN_LINE: 1, CANNOT_TELL: 2}


@dataclass(frozen=True, slots=True)
class Window:
    """How many days before and after an order events are looked at."""

    before: int = 365
    after: int = 1096


@dataclass(frozen=True, slots=True)
class Bound:
    """Where an order is said not to hold: keys of places, and the words that say so."""

    areas: frozenset[str]
    words: str


NO_BOUND = Bound(frozenset(), "")


@dataclass(frozen=True, slots=True)
class Matched:
    """What the events say about one order."""

    practices: tuple[Practice, ...]
    tallies: tuple[Tally, ...]


def match(
    order: Order, events: Events, places: Places, bound: Bound = NO_BOUND, window: Window | None = None
) -> Matched:
    """Every event near an order against each of its clauses."""
    sides = _Sides(order, places, bound)
    first, last = _window(order, window or Window())
    practices: list[Practice] = []
    tallies: list[Tally] = []
    for clause in order.clauses:
        acts = forms.acts_for(clause)
        if not acts:
            continue
        found = _ruled(sides, clause, events.near(acts, sides.areas, first, last))
        kept = sorted(found.ruled, key=lambda pair: _rank(sides, *pair))[:MOST]
        practices += [_practice(sides, clause, event, ruled) for event, ruled in kept]
        counts = found.counts
        numbers = (
            counts[IN_LINE],
            counts[CONTRARY],
            counts[CANNOT_TELL],
            counts[None],
            len(kept),
            found.outside,
        )
        tallies.append(Tally(f"{order.key}.{clause.number}", order.key, clause.number, *numbers))
    return Matched(tuple(practices), tuple(tallies))


@dataclass(frozen=True, slots=True)
class _Ruled:
    """Rulings on a clause: those to choose from, how many of each verdict (None: not concerned), how many not looked at."""

    ruled: Sequence[tuple[Sighting, Ruling]]
    counts: Counter[str | None]
    outside: int


def _ruled(sides: _Sides, clause: OrderClause, near: Near) -> _Ruled:
    """Each event that stands for itself is ruled; of events that are alike in all that a rule asks, one stands for all."""
    counts: Counter[str | None] = Counter()
    ruled: list[tuple[Sighting, Ruling]] = []
    for event in near.single:
        found = ruling.rule(sides.case(event), clause)
        counts[found.verdict] += 1
        if found.verdict is not None:
            ruled.append((event, found))
    waiting: list[tuple[str, Sighting]] = []
    parted = (
        part
        for alike in near.alike
        for placed in _by_place(alike, sides, near)
        for part in _by_words(placed, clause, near)
    )
    for rows in parted:
        for same in _sided(rows, sides, clause):
            verdict = ruling.rule(sides.case(near.event(same[0])), clause).verdict
            counts[verdict] += len(same)
            if verdict is not None:
                waiting += [(verdict, near.event(row)) for row in _nearest(same, sides)]
    chosen = heapq.nsmallest(
        MOST, waiting, key=lambda pair: (_RANK[pair[0]], sides.far(pair[1]), pair[1].key)
    )
    ruled += [(event, ruling.rule(sides.case(event), clause)) for _, event in chosen]
    return _Ruled(ruled, counts, near.outside)


def _by_place(rows: Rows, sides: _Sides, near: Near) -> Iterator[Rows]:
    """Events that are alike, parted by whether the order holds where they were."""
    if not sides.places_matter:
        yield rows
        return
    parts: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        parts.setdefault(sides.place_of(near.event(row)), []).append(row)
    yield from parts.values()


def _by_words(rows: Rows, clause: OrderClause, near: Near) -> Iterator[Rows]:
    """Events that are alike, parted by whether the words that a clause asks for stand in them."""
    wanted = [frozenset(c.stems) for c in clause.conditions if c.kind == "other"]
    named = [cues.stems(g.text) for g in clause.groups if not g.id]
    if clause.modality == "require":
        yield from ([row] for row in rows)
        return
    if not wanted and not named:
        yield rows
        return
    parts: dict[tuple[bool, ...], list[tuple[int, int]]] = {}
    for row in rows:
        event = near.event(row)
        has = (
            *(stems <= event.around for stems in wanted),
            *(names_group(stems, event.stems) for stems in named),
        )
        parts.setdefault(has, []).append(row)
    yield from parts.values()


def _sided(rows: Rows, sides: _Sides, clause: OrderClause) -> Iterator[Rows]:
    """Events that are alike, parted by whether they lie before, around or after the order, and while the clause held."""
    edges = sorted({*sides.edges, *(edge for hold in clause.holds for edge in _edges(hold))})
    at = 0
    for edge in (*edges, None):
        end = len(rows) if edge is None else bisect_left(rows, (edge, -1))
        if end > at:
            yield rows[at:end]
        at = max(at, end)


def _edges(hold: Hold) -> Iterator[int]:
    """The days on which a clause ceases and begins to hold again."""
    if hold.first:
        yield dates.Day.fromisoformat(hold.first).toordinal()
    if hold.last:
        yield dates.Day.fromisoformat(hold.last).toordinal() + 1


def _nearest(rows: Rows, sides: _Sides) -> Rows:
    """The events nearest in time to the order, at most MOST."""
    return rows[-MOST:] if sides.edges and rows[-1][0] < sides.edges[0] else rows[:MOST]


def _window(order: Order, window: Window) -> tuple[int, int]:
    days = span_days(order.issued)
    return (days[0] - window.before, days[1] + window.after) if days else (0, dates.Day.max.toordinal())


def _rank(sides: _Sides, event: Sighting, found: Ruling) -> tuple[int, int, str]:
    return _RANK[found.verdict or CANNOT_TELL], sides.far(event), event.key


class _Sides:
    """An order as events are set beside it: its days, its places, and where events lie to them."""

    def __init__(self, order: Order, places: Places, bound: Bound) -> None:
        self.order = order
        self.areas = frozenset(order.areas)
        self._days = span_days(order.issued)
        self._yearless = _yearless(order.issued)
        self._bound = bound
        self._border = where.is_border(order.territory)
        self._passed = frozenset(
            key for step in order.steps for key in places.named_in(f"{step.where} {step.giver}")
        )
        self._places: dict[frozenset[str], str] = {}

    @property
    def edges(self) -> tuple[int, ...]:
        """The first day of the order, and the first one after it; empty where it has none."""
        return (self._days[0], self._days[1] + 1) if self._days else ()

    @property
    def places_matter(self) -> bool:
        """Whether anything is known of where the order holds or does not."""
        return bool(self.areas or self._passed or self._bound.areas or self._border)

    def place_of(self, event: Sighting) -> str:
        """Whether the order holds where an event was: where.INSIDE, OUTSIDE or UNKNOWN."""
        place = self._places.get(event.areas)
        if place is None:
            place = where.holds(self.areas, event.areas, self._passed, self._bound.areas, border=self._border)
            self._places[event.areas] = place
        return place

    def far(self, event: Sighting) -> int:
        """How many days lie between an event and the order; many where it is not known."""
        at = at_of(event)
        return abs(at - self._days[0]) if self._days and at else 10**6

    def case(self, event: Sighting) -> Case:
        """The event beside the order."""
        side = standing.side_of(self.order, event, self._days, self._yearless)
        place = self.place_of(event)
        barred = self._bound.words if event.areas & self._bound.areas else ""
        return Case(self.order, event, side, place, barred)


def _yearless(issued: str | None) -> tuple[int, int] | None:
    if issued is None or not issued.startswith("XXXX-"):
        return None
    made = dates.parse("0004" + issued[4:])
    first, last = dates.first_day(made), dates.last_day(made)
    return (first.toordinal(), last.toordinal()) if first and last else None


def _practice(sides: _Sides, clause: OrderClause, event: Sighting, found: Ruling) -> Practice:
    case = sides.case(event)
    order, first, days = case.order, clause.tellings[0], event.days
    return Practice(
        key=f"{order.key}.{clause.number}~{event.key}",
        order=order.key,
        clause=clause.number,
        event=event.key,
        act=_main_act(event, clause),
        verdict=found.verdict or CANNOT_TELL,
        reasons=(*found.reasons, *_no_breach(case, clause, found)),
        open=found.open,
        words=event.words,
        statuses=event.statuses,
        claims=event.claims,
        first=_iso(days.first, yearless=days.yearless),
        last=_iso(days.last, yearless=days.yearless),
        side=found.side,
        subject=f"{first.directive}.{first.number}~{event.words[0].claim}",
        where=event.place,
        least=event.least,
        most=event.most,
        by_telling=tuple(_by_telling(case, clause, found)),
        computed=found.verdict or CANNOT_TELL,
    )


def _no_breach(case: Case, clause: OrderClause, found: Ruling) -> tuple[Reason, ...]:
    """With an exception that covers an event: that it is no breach of what others are taken out of."""
    if clause.modality != "retain" or found.verdict != IN_LINE:
        return ()
    others = [c for c in case.order.clauses if c.modality == "exempt"]
    apart = [
        c.number for c in others if any(r.template == say.KEPT_APART for r in ruling.rule(case, c).reasons)
    ]
    return (Reason(NO_BREACH, (", ".join(str(n) for n in apart),)),) if apart else ()


def _main_act(event: Sighting, clause: OrderClause) -> str:
    relevant = (
        sorted(event.acts & forms.acts_for(clause)) or sorted(event.acts) or [a for a, _ in event.others]
    )
    return relevant[0]


def _iso(ordinal: int | None, *, yearless: bool) -> str | None:
    if ordinal is None:
        return None
    told = standing.day(ordinal)
    return f"XXXX{told[4:]}" if yearless else told


def _by_telling(case: Case, clause: OrderClause, found: Ruling) -> Iterator[ByTelling]:
    """What the single tellings would have one say, where it is another verdict."""
    for telling in clause.tellings:
        fewer = telling.groups and {g.id for g in telling.groups} < {g.id for g in clause.groups}
        differs = (telling.levels and telling.levels != clause.levels) or (
            fewer and telling.levels is not None
        )
        if not differs:
            continue
        groups, levels = telling.groups or clause.groups, telling.levels or clause.levels
        said = ruling.rule(case, replace(clause, groups=groups, levels=levels))
        if said.verdict == found.verdict:
            continue
        reasons = said.reasons
        level = case.event.level
        if level is not None and levels and levels[0] <= level <= levels[1]:
            within = Reason(say.LEVEL_IN, (str(level), str(levels[0]), str(levels[1])))
            reasons = tuple(dict.fromkeys((*reasons, within)))
        yield ByTelling(telling.directive, said.verdict, reasons)
