"""All events against all clauses: which are looked at, what each says, and how many were only counted.

Rules:
- An event is looked at where its act can say something about a clause, within the window of days around the order.
- Where there are more such events than MANY, those known to lie in another province or state are counted, not listed.
- Of each clause at most MOST rulings are kept, contrary ones first, then in line, then cannot tell; the nearest in time first.
- A verdict by the words of one telling stands beside the verdict of the order where the two differ.
- Events are found by act, place and day, so that the work grows with what is near an order, not with everything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from testigo import dates
from testigo.confronted import CANNOT_TELL, CONTRARY, IN_LINE, ByTelling, Order, OrderClause, Practice, Tally
from testigo.orders import forms, ruling, standing, where
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
from testigo.orders.same import span_days
from testigo.orders.standing import Case, Ruling
from testigo.orders.where import Places
from testigo.reason import Reason

MANY, MOST = 400, 200
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


class Events:
    """Events by act and place, each list in the order of days."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        rows: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        self._all = tuple(sightings)
        for number, event in enumerate(sightings):
            at = _at(event)
            tops = where.top_of(event.areas)
            acts = {
                *event.acts,
                *(act for act, _ in event.others),
                *(("watchlisting",) if event.delisted else ()),
            }
            for act in sorted(acts):
                rows[act, "*"].append((at, number))
                for place in event.areas if tops else ("",):
                    rows[act, place].append((at, number))
        self._rows = {key: sorted(found) for key, found in rows.items()}

    def near(
        self, acts: frozenset[str], areas: frozenset[str], first: int, last: int
    ) -> tuple[list[Sighting], int]:
        """The events of some acts in a window, and how many of another province were left out, being too many."""
        within = [self._cut((act, "*"), first, last) for act in sorted(acts)]
        total = sum(len(rows) for rows in within)
        if total > MANY and areas:
            within = [
                self._cut((act, place), first, last) for act in sorted(acts) for place in sorted((*areas, ""))
            ]
        numbers = sorted({number for rows in within for _, number in rows})
        return [self._all[n] for n in numbers], max(0, total - sum(map(len, within))) if total > MANY else 0

    def _cut(self, key: tuple[str, str], first: int, last: int) -> Sequence[tuple[int, int]]:
        rows = self._rows.get(key, [])
        undated = bisect_right(rows, (0, len(self._all)))
        low, high = bisect_left(rows, (first, -1)), bisect_right(rows, (last, len(self._all)))
        return [*rows[:undated], *rows[max(low, undated) : high]]


def _at(event: Sighting) -> int:
    """The day by which an event is found; 0 where it has none of a known year."""
    if event.days.yearless:
        return 0
    return (
        (event.days.last if event.days.lasting else event.days.first)
        or event.days.last
        or event.days.first
        or 0
    )


@dataclass(frozen=True, slots=True)
class Matched:
    """What the events say about one order."""

    practices: tuple[Practice, ...]
    tallies: tuple[Tally, ...]


def match(
    order: Order, events: Events, places: Places, bound: Bound = NO_BOUND, window: Window | None = None
) -> Matched:
    """Every event near an order against each of its clauses."""
    window = window or Window()
    sides = _Sides(order, places, bound)
    practices: list[Practice] = []
    tallies: list[Tally] = []
    apart: dict[str, list[int]] = defaultdict(list)
    for clause in order.clauses:
        acts = forms.acts_for(clause)
        if not acts:
            continue
        near, outside = events.near(acts, sides.areas, *_window(order, window))
        ruled = [
            (event, found) for event in near if (found := ruling.rule(sides.case(event), clause)) is not None
        ]
        for event, found in ruled:
            if any(reason.template == say.KEPT_APART for reason in found.reasons):
                apart[event.key].append(clause.number)
        counts = Counter(found.verdict for _, found in ruled)
        kept = sorted(
            ((event, found) for event, found in ruled if found.verdict is not None),
            key=lambda p: _rank(order, *p),
        )[:MOST]
        practices += [_practice(sides.case(event), clause, found) for event, found in kept]
        tallies.append(
            Tally(
                f"{order.key}.{clause.number}", order.key, clause.number, counts[IN_LINE], counts[CONTRARY],
                counts[CANNOT_TELL], counts[None], len(kept), outside,
            )
        )  # fmt: skip
    return Matched(tuple(_with_no_breach(p, order, apart) for p in practices), tuple(tallies))


def _window(order: Order, window: Window) -> tuple[int, int]:
    days = span_days(order.issued)
    return (days[0] - window.before, days[1] + window.after) if days else (0, dates.Day.max.toordinal())


def _rank(order: Order, event: Sighting, found: Ruling) -> tuple[int, int, str]:
    days = span_days(order.issued)
    far = abs(_at(event) - days[0]) if days and _at(event) else 10**6
    return _RANK[found.verdict or CANNOT_TELL], far, event.key


def _with_no_breach(practice: Practice, order: Order, apart: Mapping[str, Sequence[int]]) -> Practice:
    """Say with an exception that covers an event that it is no breach of what others are taken out of."""
    numbers = apart.get(practice.event)
    modality = next(c.modality for c in order.clauses if c.number == practice.clause)
    if not numbers or modality != "retain" or practice.verdict != IN_LINE:
        return practice
    said = Reason(NO_BREACH, (", ".join(str(n) for n in numbers),))
    return replace(practice, reasons=(*practice.reasons, said))


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

    def case(self, event: Sighting) -> Case:
        """The event beside the order."""
        side = standing.side_of(self.order, event, self._days, self._yearless)
        place = self._places.get(event.areas)
        if place is None:
            place = where.holds(self.areas, event.areas, self._passed, self._bound.areas, border=self._border)
            self._places[event.areas] = place
        barred = self._bound.words if event.areas & self._bound.areas else ""
        return Case(self.order, event, side, place, barred)


def _yearless(issued: str | None) -> tuple[int, int] | None:
    if issued is None or not issued.startswith("XXXX-"):
        return None
    made = dates.parse("0004" + issued[4:])
    first, last = dates.first_day(made), dates.last_day(made)
    return (first.toordinal(), last.toordinal()) if first and last else None


def _practice(case: Case, clause: OrderClause, found: Ruling) -> Practice:
    order, event = case.order, case.event
    first = clause.tellings[0]
    days = event.days
    return Practice(
        key=f"{order.key}.{clause.number}~{event.key}",
        order=order.key,
        clause=clause.number,
        event=event.key,
        act=_main_act(event, clause),
        verdict=found.verdict or CANNOT_TELL,
        reasons=found.reasons,
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
