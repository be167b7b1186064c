"""What one order does to another: replaces, suspends, repeats, contradicts.

Rules:
- A sentence of a report that tells an order, with a word of suspending, replacing or repeating and the name or number of
  another order, tells a relation. "The third point" is the third clause as its fullest telling counts them; grounds that
  follow each other count as one point. A clause that forbids what the suspending order permits goes before a count.
- The relation begins on the day of the order that does it, and ends where the sentences around it say until when.
- Without such words, two orders of one territory whose clauses permit and forbid one measure contradict each other: the
  later one is said to contradict the earlier one, and nothing is concluded from it.
- Without such words, an order whose every clause (two or more, or one with named groups) asks the same measure of the same
  groups in a shared territory as a clause of an earlier order repeats the last such order, and nothing is concluded from it.
- A clause that is suspended does not hold in that time; one that is contradicted goes on being held against events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from testigo import dates
from testigo.claim import Span
from testigo.confronted import Hold, Order, OrderClause, Relation, Words
from testigo.errors import BadInput
from testigo.orders import cues
from testigo.orders.same import span_days
from testigo.orders.telling import Draft, nearest_year
from testigo.orders.told import Page
from testigo.reason import Reason

BY_WORDS = "The report says so in these words."
BY_FORM = "The one permits what the other forbids. No report says how they stand to each other."
ALIKE = "Each of its clauses asks the same of the same groups as a clause of the earlier order. No report says that it repeats it."
REASONS = (BY_WORDS, BY_FORM, ALIKE)
ENDS = frozenset(("suspends", "replaces"))


def related(
    orders: Sequence[Order], drafts: Mapping[str, Sequence[Draft]], pages: Mapping[int, Page]
) -> tuple[Order, ...]:
    """The orders with their relations both ways, and the times in which clauses are suspended. drafts: by key of order."""
    by_number = {d.numbering: key for key, group in sorted(drafts.items()) for d in group if d.numbering}
    table = {order.key: order for order in orders}
    found: dict[str, list[Relation]] = defaultdict(list)
    for order in orders:
        for page in (
            pages[r] for r in sorted({t.report for t in order.tellings if _is_main(order, t.report, orders)})
        ):
            found[order.key] += _told(order, page, by_number, table)
    for later, earlier in (*_opposed(orders), *_alike(orders)):
        if not any(r.order == earlier.order for r in found[later]):
            found[later].append(earlier)
    return tuple(_with(order, found) for order in orders)


def _is_main(order: Order, report: int, orders: Sequence[Order]) -> bool:
    """Whether the order is the one that the report is about: no other has more clauses there."""

    def count(one: Order) -> int:
        return sum(1 for c in one.clauses for t in c.tellings if t.words.report == report)

    return count(order) > 0 and all(count(order) >= count(other) for other in orders if _tells(other, report))


def _tells(order: Order, report: int) -> bool:
    return any(t.report == report for t in order.tellings)


def _told(
    order: Order, page: Page, by_number: Mapping[str, str], table: Mapping[str, Order]
) -> list[Relation]:
    out: list[Relation] = []
    for span in page.sentences():
        words = span.of(page.text)
        kind = next((k for k, pattern in cues.SUSPENDS.items() if pattern.search(words)), None)
        number = cues.NUMBERING.search(words)
        if kind is None or number is None:
            continue
        other = by_number.get((number["number"] or number["korean"]).lower())
        if other is None or other == order.key:
            continue
        clauses = _meant(_points(words, table[other]), order, table[other])
        last = _until(page, span) if kind in ENDS else None
        said = Words(page.id, span, " ".join(words.split()))
        first = order.first if kind in ENDS else None
        out.append(Relation(kind, other, clauses, said, first, last, (Reason(BY_WORDS),)))
    return out


def _points(words: str, other: Order) -> tuple[int, ...]:
    """The clauses that "the third point" means; all of them where no point is named."""
    found = cues.POINT.search(words)
    number = cues.number_of(found["ordinal"] or found["number"] or found["korean"]) if found else None
    if number is None:
        return tuple(c.number for c in other.clauses if c.modality != "finding")
    counted = _counted(other)
    return counted[number - 1] if number <= len(counted) else ()


def _meant(points: tuple[int, ...], order: Order, other: Order) -> tuple[int, ...]:
    """The clause that is meant: where the one counted is about something that the suspending order is silent on, and one
    clause of the other order forbids what it permits, it is that one (readers count points as they find them).
    """
    measures = {c.measure for c in order.clauses if c.held_as == "permit" and c.measure}
    counted = {c.measure for c in other.clauses if c.number in points}
    opposed = tuple(c.number for c in other.clauses if c.held_as == "forbid" and c.measure in measures)
    return opposed if len(points) == 1 and not counted & measures and len(opposed) == 1 else points


def _counted(order: Order) -> list[tuple[int, ...]]:
    """The points of an order as people count them: grounds that follow each other are one point."""
    out: list[tuple[int, ...]] = []
    for before, clause in zip((None, *order.clauses), order.clauses, strict=False):
        if before is not None and before.modality == clause.modality == "finding":
            out[-1] = (*out[-1], clause.number)
        else:
            out.append((clause.number,))
    return out


def _until(page: Page, near: Span) -> str | None:
    """The last day that a sentence at or before these words gives with "until", within the report."""
    for span in sorted(page.sentences(), key=lambda s: abs(s.start - near.start)):
        words = span.of(page.text)
        if not any(pattern.search(words) for pattern in cues.SUSPENDS.values()):
            continue
        found = cues.UNTIL.search(words)
        value = _date(found["date"]) if found else None
        if value is None:
            continue
        if value.startswith("XXXX") and page.published:
            value = nearest_year(value, page.published)
        day = dates.last_day(dates.parse(value)) if "XXXX" not in value else None
        if day is not None:
            return day.isoformat()
    return None


def _date(words: str) -> str | None:
    try:
        return str(dates.from_words(words.strip().removeprefix("the end of ")))
    except BadInput:
        return None


def _opposed(orders: Sequence[Order]) -> list[tuple[str, Relation]]:
    """Pairs whose clauses permit and forbid one measure in one territory: the later order's key, and its relation."""
    forbidding: dict[tuple[str, str], list[tuple[Order, OrderClause]]] = defaultdict(list)
    permitting: dict[tuple[str, str], list[tuple[Order, OrderClause]]] = defaultdict(list)
    for order in orders:
        for clause in order.clauses:
            kept = {"forbid": forbidding, "permit": permitting}.get(clause.held_as)
            if kept is not None and clause.measure and clause.measure != "policy":
                for area in order.areas or ("",):
                    kept[clause.measure, area].append((order, clause))
    seen: dict[tuple[str, str], tuple[int, ...]] = {}
    for place in sorted(set(forbidding) & set(permitting)):
        if place[1] == "":
            continue
        for one, _ in permitting[place]:
            for other, clause in forbidding[place]:
                pair = _later(one, other)
                if one.key != other.key and pair is not None:
                    numbers = clause.number if pair[1] is other else 0
                    seen[pair[0].key, pair[1].key] = (numbers,) if numbers else ()
    return [
        (a, Relation("contradicts", b, n, None, reasons=(Reason(BY_FORM),)))
        for (a, b), n in sorted(seen.items())
    ]


Kind = tuple[str, str, tuple[str, ...], str]


def _alike(orders: Sequence[Order]) -> list[tuple[str, Relation]]:
    """Orders that ask again what an earlier order asked: the later order's key, and its relation to the last such order."""
    asking: dict[Kind, dict[str, int]] = defaultdict(dict)
    for order in orders:
        for clause in order.clauses:
            for kind in _kinds(order, clause):
                asking[kind].setdefault(order.key, clause.number)
    table = {order.key: order for order in orders}
    out: list[tuple[str, Relation]] = []
    for order in orders:
        asked = [_kinds(order, c) for c in order.clauses if c.modality != "finding"]
        if not asked or not all(asked) or (len(asked) == 1 and not asked[0][0][2]):
            continue
        matched = [{key: n for kind in kinds for key, n in asking[kind].items()} for kinds in asked]
        shared = set(matched[0]).intersection(*matched[1:]) - {order.key}
        earlier = [table[key] for key in sorted(shared) if _later(order, table[key]) == (order, table[key])]
        if earlier:
            last = max(earlier, key=lambda o: (span_days(o.issued) or (0, 0), o.key))
            numbers = tuple(sorted({found[last.key] for found in matched}))
            out.append((order.key, Relation("repeats", last.key, numbers, None, reasons=(Reason(ALIKE),))))
    return out


def _kinds(order: Order, clause: OrderClause) -> list[Kind]:
    """What a clause asks, of whom, once for each territory; nothing where the measure is not told or any measure."""
    if clause.modality == "finding" or not clause.measure or clause.measure == "policy":
        return []
    if any(group.id is None for group in clause.groups):
        return []
    groups = tuple(sorted({group.id for group in clause.groups if group.id}))
    return [(clause.does, clause.measure, groups, area) for area in order.areas]


def _later(one: Order, other: Order) -> tuple[Order, Order] | None:
    a, b = span_days(one.issued), span_days(other.issued)
    if a is None or b is None or a == b:
        return None
    return (one, other) if a > b else (other, one)


def _with(order: Order, found: Mapping[str, Sequence[Relation]]) -> Order:
    mine = tuple(dict.fromkeys(found.get(order.key, ())))
    of_me = tuple(
        replace(relation, order=key)
        for key in sorted(found)
        for relation in found[key]
        if relation.order == order.key
    )
    clauses = tuple(
        replace(
            clause,
            holds=tuple(
                Hold(r.first, r.last, r.order, r.words)
                for r in of_me
                if r.kind in ENDS and clause.number in r.clauses and r.words
            ),
        )
        for clause in order.clauses
    )
    return replace(order, relations=mine, related_by=of_me, clauses=clauses)
