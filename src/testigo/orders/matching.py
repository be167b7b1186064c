"""All events against all clauses: which are looked at, what each says, and how many were only counted.

Rules:
- An event is looked at where its act can say something about a clause, within the window of days around the order.
- Where there are many such events, those known to lie where the order does not hold are counted, not looked at.
- Of each clause at most MOST rulings are kept, contrary ones first, then in line, then cannot tell; the nearest in time first.
  A ruling that a person has decided about is kept whatever its place among them.
- A verdict by the words of one telling stands beside the verdict of the order where the two differ.
- Of events that are alike one is ruled for all (nearby.py), so that the work grows with what is kept, not with everything.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from testigo import dates
from testigo.confronted import (
    CANNOT_TELL,
    CONTRARY,
    IN_LINE,
    VERDICTS,
    ByTelling,
    Order,
    OrderClause,
    Practice,
    Tally,
)
from testigo.orders import forms, ruling, standing, where
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
from testigo.orders.groups import group_of
from testigo.orders.nearby import Events, Held, Near, Rows
from testigo.orders.standing import Case, Ruling
from testigo.orders.terms import Terms, terms_of
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


class Matcher:
    """All events, and what orders ask of them. decided: claims of events that a person ruled on, by order and clause."""

    def __init__(
        self,
        sightings: Iterable[Sighting],
        places: Places,
        window: Window | None = None,
        decided: Mapping[tuple[str, int], frozenset[int]] | None = None,
    ) -> None:
        self.events = Events(sightings)
        self.places = places
        self.window = window or Window()
        self._decided = decided or {}
        self._of_claim = (
            {claim: n for n, event in enumerate(self.events.all) for claim in event.claims} if decided else {}
        )

    def match(self, order: Order, bound: Bound = NO_BOUND) -> Matched:
        """Every event near an order against each of its clauses."""
        sides = _Sides(order, self, bound)
        practices: list[Practice] = []
        tallies: list[Tally] = []
        for clause in order.clauses:
            terms = terms_of(order, clause)
            if not terms.acts:
                continue
            decided = self._ruled_on(order, clause)
            found = _ruled(sides, terms, self.events.near(terms.acts, sides.held, sides.window), decided)
            kept = _kept(sides, found.ruled, decided)
            beside = _Beside.of(order, clause)
            practices += [_practice(sides.case(number), terms, beside, one) for number, one in kept]
            tallies.append(_tally(order, clause, found, len(kept)))
        return Matched(tuple(practices), tuple(tallies))

    def _ruled_on(self, order: Order, clause: OrderClause) -> frozenset[int]:
        """The events that a person ruled on under a clause, by their number."""
        claims = self._decided.get((order.key, clause.number), frozenset())
        return frozenset(self._of_claim[claim] for claim in claims if claim in self._of_claim)


@dataclass(frozen=True, slots=True)
class _Ruled:
    """Rulings on a clause: those to choose from, how many of each verdict (None: not concerned), how many not looked at."""

    ruled: Sequence[tuple[int, Ruling]]
    counts: Counter[str | None]
    outside: int


def _ruled(sides: _Sides, terms: Terms, near: Near, decided: frozenset[int]) -> _Ruled:
    """Each event that stands for itself is ruled; of events that are alike in all that a rule asks, one stands for all."""
    ruled = {number: ruling.rule(sides.case(number), terms) for number in near.single}
    counts: Counter[str | None] = Counter(found.verdict for found in ruled.values())
    parts: dict[str, list[Rows]] = {verdict: [] for verdict in VERDICTS}
    edges = sides.edges(terms)
    for rows in _by_words(near.alike, terms, sides):
        for same in _cut_at(rows, edges):
            verdict = ruling.rule(sides.case(same[0]), terms).verdict
            counts[verdict] += len(same)
            if verdict is not None:
                parts[verdict].append(same)
    for number in (*_chosen(parts, sides), *decided):
        if number not in ruled:
            ruled[number] = ruling.rule(sides.case(number), terms)
    told = [(number, found) for number, found in ruled.items() if found.verdict is not None]
    return _Ruled(told, counts, near.outside)


def _tally(order: Order, clause: OrderClause, found: _Ruled, listed: int) -> Tally:
    in_line, contrary, cannot_tell, not_concerned = (found.counts[verdict] for verdict in (*VERDICTS, None))
    key, outside = f"{order.key}.{clause.number}", found.outside
    return Tally(
        key, order.key, clause.number, in_line, contrary, cannot_tell, not_concerned, listed, outside
    )


def _by_words(alike: Sequence[Rows], terms: Terms, sides: _Sides) -> Iterator[Rows]:
    """Events that are alike, parted by what the clause asks of their words: most have none of those words."""
    answers = _answers(terms, sides) if alike else {}
    if not answers:
        yield from alike
        return
    for rows in alike:
        parts: dict[tuple[bool, ...], list[int]] = {}
        for number in [n for n in rows if n in answers]:
            parts.setdefault(answers[number], []).append(number)
        rest = [n for n in rows if n not in answers] if parts else rows
        yield from (part for part in (rest, *parts.values()) if part)


def _answers(terms: Terms, sides: _Sides) -> dict[int, tuple[bool, ...]]:
    """What events answer to the words that a clause asks for; events that have none of them are left out."""
    events, (low, high) = sides.events, sides.window
    found: set[int] = set()
    for of, words in forms.words_asked(terms):
        for rows in events.with_words(of, sorted(words)):
            found.update(rows[bisect_left(rows, low) : bisect_left(rows, high)])
    told = {number: forms.asks(events.all[number], terms) for number in found}
    return {number: answer for number, answer in told.items() if any(answer)}


def _cut_at(rows: Rows, edges: Sequence[int]) -> Iterator[Rows]:
    """Events parted at edges: events by number, each the first of a new part."""
    at = 0
    for edge in edges:
        end = bisect_left(rows, edge)
        if end > at:
            yield rows[at:end]
        at = max(at, end)
    if at < len(rows):
        yield rows[at:]


def _chosen(parts: Mapping[str, Sequence[Rows]], sides: _Sides) -> list[int]:
    """The events to be kept of lists of events alike: at most MOST, by verdict, the nearest to the order in time first."""
    out: list[int] = []
    for verdict in sorted(parts, key=_RANK.__getitem__):
        lines = [reversed(rows) if sides.is_before(rows[-1]) else rows for rows in parts[verdict]]
        nearest = heapq.merge(*lines, key=sides.far)
        out += islice(nearest, MOST - len(out))
    return out


def _kept(
    sides: _Sides, ruled: Sequence[tuple[int, Ruling]], decided: frozenset[int]
) -> list[tuple[int, Ruling]]:
    """The rulings to keep, the most telling first: at most MOST, and those that a person decided about."""
    ranked = sorted(
        ruled, key=lambda pair: (_RANK[pair[1].verdict or CANNOT_TELL], sides.far(pair[0]), pair[0])
    )
    return ranked[:MOST] + [pair for pair in ranked[MOST:] if pair[0] in decided]


class _Sides:
    """An order as events are set beside it: its days, its places, and where events lie to them.

    window: the part of the line of events that is near it; held: where it holds, None where nothing is known of that.
    """

    def __init__(self, order: Order, matcher: Matcher, bound: Bound) -> None:
        self.order, self.events = order, matcher.events
        self._when = standing.days_of_order(order)
        self._bound = bound
        areas, border = frozenset(order.areas), where.is_border(order.territory)
        passed = frozenset(
            key for step in order.steps for key in matcher.places.named_in(f"{step.where} {step.giver}")
        )
        self.held: Held | None = None
        if areas or passed or bound.areas or border:
            ground = where.Ground(areas, passed, bound.areas, border=border)
            self.held = self.events.held(ground)
        days, window = self._when.days, matcher.window
        first, last = (days[0] - window.before, days[1] + window.after) if days else (0, _END)
        self.window = self.events.window(first, last)
        self._cases: dict[int, Case] = {}

    def edges(self, terms: Terms) -> list[int]:
        """The first events on the day of the order, after it, and when the clause ceases and begins to hold again."""
        days = self._when.days
        turns = {days[0], days[1] + 1} if days else set()
        for hold in terms.holds:
            turns |= {hold.first} if hold.last is None else {hold.first, hold.last + 1}
        return [bisect_left(self.events.at, turn) for turn in sorted(turns)]

    def is_before(self, number: int) -> bool:
        """Whether an event was before the day of the order."""
        return self._when.days is not None and self.events.at[number] < self._when.days[0]

    def far(self, number: int) -> int:
        """How many days lie between an event and the order; many where it is not known."""
        at, days = self.events.at[number], self._when.days
        return abs(at - days[0]) if days and at else 10**6

    def case(self, number: int) -> Case:
        """The event beside the order."""
        found = self._cases.get(number)
        if found is None:
            event = self.events.all[number]
            side = standing.side_of(self._when, event)
            place = self.held.by_place[self.events.where[number]] if self.held else where.UNKNOWN
            barred = self._bound.words if not self._bound.areas.isdisjoint(event.areas) else ""
            found = self._cases[number] = Case(self.order, event, side, place, barred)
        return found


_END = dates.Day.max.toordinal()


# -- what is kept ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a ruling: clauses that take people out of what this one keeps, and how single tellings tell it."""

    exempting: tuple[Terms, ...]
    tellings: tuple[tuple[int, Terms], ...]

    @classmethod
    def of(cls, order: Order, clause: OrderClause) -> _Beside:
        """What stands beside rulings on a clause."""
        retains = clause.modality == "retain"
        exempting = (terms_of(order, c) for c in order.clauses if c.modality == "exempt" and retains)
        return cls(tuple(exempting), tuple(_told_otherwise(order, clause)))


def _told_otherwise(order: Order, clause: OrderClause) -> Iterator[tuple[int, Terms]]:
    """The tellings whose groups or levels are not those of the clause, each with the clause as it tells it."""
    ids = {g.id for g in clause.groups}
    for telling in clause.tellings:
        fewer = telling.groups and {g.id for g in telling.groups} < ids
        if (telling.levels and telling.levels != clause.levels) or (fewer and telling.levels is not None):
            groups, levels = telling.groups or clause.groups, telling.levels or clause.levels
            yield telling.directive, terms_of(order, replace(clause, groups=groups, levels=levels))


def _practice(case: Case, terms: Terms, beside: _Beside, found: Ruling) -> Practice:
    order, event, days = case.order, case.event, case.event.days
    number, first, verdict = terms.clause.number, terms.clause.tellings[0], found.verdict or CANNOT_TELL
    return Practice(
        key=f"{order.key}.{number}~{event.key}",
        order=order.key,
        clause=number,
        event=event.key,
        act=_main_act(event, terms),
        verdict=verdict,
        reasons=(*found.reasons, *_no_breach(event, beside, found)),
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
        by_telling=tuple(_by_telling(case, beside, found)),
        computed=verdict,
    )


def _no_breach(event: Sighting, beside: _Beside, found: Ruling) -> tuple[Reason, ...]:
    """With an exception that covers an event: that it is no breach of what others are taken out of."""
    if not beside.exempting or found.verdict != IN_LINE:
        return ()
    apart = [
        terms.clause.number
        for terms in beside.exempting
        if any(r.template == say.KEPT_APART for r in group_of(event, terms).reasons)
    ]
    return (Reason(NO_BREACH, (", ".join(map(str, apart)),)),) if apart else ()


def _main_act(event: Sighting, terms: Terms) -> str:
    relevant = event.acts & terms.acts or event.acts
    return min(relevant) if relevant else event.others[0][0]


def _iso(ordinal: int | None, *, yearless: bool) -> str | None:
    if ordinal is None:
        return None
    told = standing.day(ordinal)
    return f"XXXX{told[4:]}" if yearless else told


def _by_telling(case: Case, beside: _Beside, found: Ruling) -> Iterator[ByTelling]:
    """What the single tellings would have one say, where it is another verdict."""
    level = case.event.level
    for directive, terms in beside.tellings:
        said = ruling.rule(case, terms)
        if said.verdict == found.verdict:
            continue
        reasons, levels = said.reasons, terms.clause.levels
        if level is not None and levels and levels[0] <= level <= levels[1]:
            within = Reason(say.LEVEL_IN, (str(level), str(levels[0]), str(levels[1])))
            reasons = tuple(dict.fromkeys((*reasons, within)))
        yield ByTelling(directive, said.verdict, reasons)
