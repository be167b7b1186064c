"""From what reports say to orders: tellings, which of them are one, their way down, clauses, relations, expectations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from testigo.confronted import Order, Step
from testigo.orders import expected, related, same, steps, telling
from testigo.orders.matching import NO_BOUND, Bound
from testigo.orders.merged import fullest, merge
from testigo.orders.telling import Draft
from testigo.orders.told import Page, Stated, ToldOrder
from testigo.orders.where import Places
from testigo.reference import tables


@dataclass(frozen=True, slots=True)
class Built:
    """Orders, and by their key where reports say that they do not hold."""

    orders: tuple[Order, ...]
    bounds: Mapping[str, Bound]


def orders_of(
    told: Sequence[ToldOrder],
    pages: Mapping[int, Page],
    stated: Mapping[int, Sequence[Stated]],
    places: Places,
    judged: Mapping[tuple[int, int], str],
) -> Built:
    """The orders that reports tell. stated: claims by report; judged: people's word on pairs of directives."""
    by_id = {one.id: one for one in told}
    drafts = [telling.draft(one, pages[one.report], stated.get(one.report, ())) for one in told]
    grouped: dict[str, tuple[Draft, ...]] = {}
    orders: list[Order] = []
    bounds: dict[str, Bound] = {}
    for group in same.same_orders(drafts, judged):
        way = [
            step
            for draft in sorted(group, key=fullest)
            if not draft.leaning and draft.clauses and _is_main(draft, drafts)
            for one in (by_id[draft.telling.directive],)
            for step in steps.steps_of(draft, one, pages[one.report], stated.get(one.report, ()))
        ]
        order = merge(group, steps.ordered(_once(way)))
        clauses = tuple(replace(clause, expected=expected.expect(clause)) for clause in order.clauses)
        areas = tuple(dict.fromkeys(key for text in _territories(order) for key in places.named_in(text)))
        state = next((s for d in group if (s := state_of(stated.get(d.telling.report, ())))), "")
        orders.append(replace(order, clauses=clauses, areas=areas, state=state))
        grouped[order.key] = group
        bounds[order.key] = _bound(group, places)
    by_key = {order.key: order for order in orders}
    linked = related.related(tuple(by_key.values()), grouped, pages)
    return Built(_sorted(_placed(linked, places)), bounds)


def _is_main(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the report tells more of this order than of another one: only then do its meetings belong to it."""
    others = [d for d in drafts if d.telling.report == draft.telling.report and d is not draft]
    return all(len(draft.clauses) >= len(d.clauses) or d.leaning for d in others)


def _once(way: Sequence[Step]) -> list[Step]:
    """Steps without those that two directives of one report tell alike, and with one issue: that of the fullest telling."""
    seen: dict[tuple[int, int, str], Step] = {}
    for step in way:
        seen.setdefault((step.words.report, step.words.span.start, step.how), step)
    issued = [step for step in seen.values() if step.how == "issued"][:1]
    return [*issued, *(step for step in seen.values() if step.how != "issued")]


def _territories(order: Order) -> tuple[str, ...]:
    return order.territory or next((t.territory for t in order.tellings if t.territory), ())


def _placed(orders: Sequence[Order], places: Places) -> tuple[Order, ...]:
    """Orders whose territory no telling names, with that of the sentence that says what they do to another order."""
    out = []
    for order in orders:
        words = [r.words.text for r in order.relations if r.words]
        found = [key for text in words for key in places.named_in(text)]
        if order.areas or not found:
            out.append(order)
            continue
        out.append(replace(order, areas=tuple(dict.fromkeys(found))))
    return tuple(out)


def _bound(group: Sequence[Draft], places: Places) -> Bound:
    words = [bound for draft in group for bound in draft.bounds]
    if not words:
        return NO_BOUND
    keys = frozenset(key for bound in words for key in places.named_in(bound.text))
    return Bound(keys, words[0].text)


def _sorted(orders: Sequence[Order]) -> tuple[Order, ...]:
    """The latest first; those without a date last."""
    return tuple(sorted(orders, key=lambda o: (o.first is None, -_day(o), int(o.key))))


def _day(order: Order) -> int:
    days = same.span_days(order.issued)
    return days[0] if days else 0


def state_of(stated: Sequence[Stated]) -> str:
    """The state that a report is about, by the places and institutions of the tables that its claims name; else ""."""
    fillers = [
        f for s in stated for slot in (s.claim.place, s.claim.actor, s.claim.target) for f in slot if f.id
    ]
    known = tables.places().keys() | tables.institutions().keys()
    return "KP" if any(f.id in known for f in fillers) else ""


def by_report(stated: Sequence[Stated]) -> dict[int, list[Stated]]:
    """Claims by report."""
    out: dict[int, list[Stated]] = defaultdict(list)
    for one in stated:
        out[one.report].append(one)
    return out
