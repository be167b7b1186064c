"""The door: takes reports, claims, orders, events and judgements from the casebook, confronts them, and keeps the result.

Rules:
- Claims that somebody rejected are left out; amendments are in place; added ones count like others.
- Events are those of linking, with the origins of weighing. Where linking never ran, the claims of each report are put
  together for themselves, and the run says so (`settings["events"]`).
- A person's word on a pair of tellings binds; a person's word on an event and a clause stands beside what is computed, and
  is what pages show.
- Same input, same bytes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from testigo.casebook.values import ClaimFilter, Derived, DerivedRun, DirectiveLine
from testigo.claim import Claim
from testigo.confronted import VERDICTS, GroupEvents, Order, Practice, Tally
from testigo.judgement import Judgement, standing
from testigo.linked import Event, Person
from testigo.orders import built, events, matching, where, who
from testigo.orders import scene as scenes
from testigo.orders.told import Happening, Page, Stated, ToldOrder, numbers_of
from testigo.report import Report
from testigo.weighed import Weight
from testigo.wire import claim_from_json, to_json

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

STAGE, VERSION = "orders", "2"
BY_LINKING, BY_REPORT = "linking", "reports"
_PAGE = 500
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Confronted:
    """What a run gave. events: how many documented events were held against the orders; by: "linking" or "reports".

    groups: which claims tell of whom, by group.
    """

    orders: tuple[Order, ...]
    practices: tuple[Practice, ...]
    tallies: tuple[Tally, ...]
    events: int
    by: str
    groups: tuple[GroupEvents, ...] = ()


def confront(book: Casebook, window: matching.Window | None = None) -> Confronted:
    """Confront all orders of a casebook with its documented events, and keep what comes out."""
    inputs = book.inputs()
    window = window or matching.Window()
    found = computed(book, window)
    settings: dict[str, str | int | float | bool | None] = {
        "events": found.by,
        "days_before": window.before,
        "days_after": window.after,
    }
    run = DerivedRun(STAGE, book.now(), VERSION, settings, inputs)
    book.replace_derived(
        run,
        [
            *_orders(found.orders),
            *_practices(found.practices),
            *_tallies(found.tallies),
            *(Derived("group", one.group, one) for one in found.groups),
        ],
    )
    return found


def computed(book: Casebook, window: matching.Window) -> Confronted:
    """What confronting gives, without keeping it."""
    pages = {text.id: _page(text.id, text.report) for text in book.texts()}
    stated = _stated(book)
    told, keys = _told(book)
    places = where.Places(pages.values(), stated)
    made = built.orders_of(told, pages, built.by_report(stated), places, _pairs(book, keys))
    people = who.People(stated, pages, _people(book))
    scene = scenes.Scene(stated, pages, places, people, told)
    happenings, by = _happenings(book, stated, scene)
    sightings = [seen for happening in happenings if (seen := events.sighting(happening, scene)) is not None]
    decided = _decided(book, made.orders, keys, stated)
    matcher = matching.Matcher(
        sightings, places, window, {clause: frozenset(claims) for clause, claims in decided.items()}
    )
    matched = [matcher.match(o, made.bounds.get(o.key, matching.NO_BOUND)) for o in made.orders]
    practices = tuple(_judged(practice, decided) for one in matched for practice in one.practices)
    tallies = tuple(tally for one in matched for tally in one.tallies)
    return Confronted(made.orders, practices, tallies, len(sightings), by, _groups(sightings))


def _groups(sightings: Iterable[events.Sighting]) -> tuple[GroupEvents, ...]:
    """The claims of events by the groups that reports tell of their persons: for questions about a group (estimating)."""
    claims: dict[str, set[int]] = defaultdict(set)
    for seen in sightings:
        for group in seen.in_groups:
            claims[group].update(seen.claims)
    return tuple(GroupEvents(group, tuple(sorted(claims[group]))) for group in sorted(claims))


# -- out of the casebook ---------------------------------------------------------------------------------------------


def _page(id_: int, report: Report) -> Page:
    return Page(
        id_, report.text, report.title or "", report.publisher or "", report.published, report.language
    )


def _stated(book: Casebook) -> list[Stated]:
    """The claims in force: rejected ones left out, amended ones as amended."""
    out = []
    for stored in book.all_claims(ClaimFilter(added=True)):
        now = stored.judgement
        verdict = now.verdict if now else ""
        if verdict == "reject" or (stored.id < 0 and now is None):
            continue
        claim: Claim = stored.claim
        if now is not None and verdict == "amend" and now.amended:
            claim = claim_from_json({**to_json(claim), **json.loads(now.amended)})
        key = stored.key if stored.id > 0 else f"added {-stored.id}"
        out.append(Stated(stored.id, stored.report, claim, key, verdict if verdict != "add" else "accept"))
    return sorted(out, key=lambda s: (s.report, s.claim.span, s.id))


def _told(book: Casebook) -> tuple[list[ToldOrder], dict[str, int]]:
    """The orders of readings in force, by id, as people left them, and their ids by the key of judgements.

    Rejected ones are left out; amendments are in place: clauses taken out or added, their kind, groups, measure, words.
    """
    told: list[ToldOrder] = []
    offset = 0
    while items := book.directives(offset=offset, limit=_PAGE).items:
        told += (_as_left(i) for i in items if i.judgement is None or i.judgement.verdict != "reject")
        offset += _PAGE
    told.sort(key=lambda one: one.id)
    return told, {one.key: one.id for one in told}


def _as_left(line: DirectiveLine) -> ToldOrder:
    """An order as people left it: the numbers of its clauses are those by which judgements know them."""
    now = line.judgement
    if now is None or now.verdict != "amend" or not now.amended:
        return ToldOrder(line.id, line.report, line.number, line.directive, line.key)
    made = line.effective
    numbers = numbers_of(line.directive, made)
    return ToldOrder(
        line.id, line.report, line.number, made, line.key, numbers, frozenset(json.loads(now.amended))
    )


def _pairs(book: Casebook, keys: Mapping[str, int]) -> dict[tuple[int, int], str]:
    """People's word on pairs of tellings, by ids of directives."""
    out: dict[tuple[int, int], str] = {}
    for key, history in book.decisions("order-pair").items():
        now = standing(history)
        left, _, right = key.partition("~")
        if now is not None and now.verdict in ("same", "different") and left in keys and right in keys:
            a, b = sorted((keys[left], keys[right]))
            out[a, b] = now.verdict
    return out


def _all(book: Casebook, stage: str, kind: str, of: type[T]) -> Iterator[T]:
    """Every derived value of a kind."""
    offset = 0
    while items := book.derived(stage, kind, of, offset=offset, limit=_PAGE).items:
        yield from items
        offset += _PAGE


def _people(book: Casebook) -> dict[str, str]:
    """Who linking says is who: the key of the person by the subject of each mention."""
    return {
        m.subject: person.key for person in _all(book, "linking", "person", Person) for m in person.mentions
    }


def _happenings(
    book: Casebook, stated: Sequence[Stated], scene: scenes.Scene
) -> tuple[Sequence[Happening], str]:
    """The happenings that linking found; where it never ran, those of each report for itself."""
    if book.derived_run("linking") is None:
        return events.happenings_of(stated, scene), BY_REPORT
    weights = {w.subject: w for w in _all(book, "weighing", "weight", Weight)}
    known = {s.id for s in stated}
    out = []
    for event in _all(book, "linking", "event", Event):
        weight = weights.get(f"event {event.key}")
        claims = tuple(c for c in event.claims if c in known)
        least, most = (weight.least, weight.most) if weight else (None, None)
        if claims:
            out.append(
                Happening(event.key, claims, event.first, event.last, True, event.persons, least, most)
            )
    return out, BY_LINKING


# -- judgements ------------------------------------------------------------------------------------------------------


Decided = dict[tuple[str, int], dict[int, Judgement]]
"""What people say of rulings: by the key of the order and the number of the clause, then by the claim that they pointed to."""


def _decided(
    book: Casebook, orders: Sequence[Order], directives: Mapping[str, int], stated: Sequence[Stated]
) -> Decided:
    """The judgements in force about rulings: any pair of a telling of the clause and a claim of the event counts."""
    told = {key: now for key, history in book.decisions("practice").items() if (now := standing(history))}
    out: Decided = defaultdict(dict)
    if not told:
        return out
    clause_of = {
        f"{t.directive}.{t.number}": (o.key, c.number) for o in orders for c in o.clauses for t in c.tellings
    }
    claims = {s.key: s.id for s in stated}
    for key, now in told.items():
        clause, _, claim = key.partition("~")
        order, _, number = clause.rpartition(".")
        place = clause_of.get(f"{directives.get(order, '')}.{number}")
        if place is not None and claim in claims:
            out[place][claims[claim]] = now
    return out


def _judged(practice: Practice, decided: Decided) -> Practice:
    """A ruling with what people say of it: the last word that is about one of its claims."""
    known = decided.get((practice.order, practice.clause), {})
    said = [known[claim] for claim in practice.claims if claim in known]
    return overruled(practice, max(said, key=lambda j: j.id or 0)) if said else practice


def overruled(practice: Practice, now: Judgement) -> Practice:
    """A ruling with a person's judgement in force: accepted as computed, or amended to another verdict."""
    verdict = practice.computed
    if now.verdict == "amend" and now.amended:
        said = json.loads(now.amended).get("verdict")
        verdict = said if said in VERDICTS else verdict
    return replace(practice, verdict=verdict, judged=now.verdict, judged_by=now.by)


# -- into the casebook -----------------------------------------------------------------------------------------------


def _orders(orders: Sequence[Order]) -> Iterator[Derived]:
    for rank, order in enumerate(orders):
        about = [("report", str(t.report)) for t in order.tellings] + [
            ("directive", str(t.directive)) for t in order.tellings
        ]
        yield Derived("order", order.key, order, tuple(dict.fromkeys(about)), float(rank))


def _practices(practices: Sequence[Practice]) -> Iterator[Derived]:
    """Rulings in their place under their order, so that one more ruling on another order writes none of them anew."""
    for _, of_order in groupby(practices, key=lambda practice: practice.order):
        for rank, practice in enumerate(of_order):
            about = (
                ("order", practice.order), ("clause", f"{practice.order}.{practice.clause}"), ("event", practice.event),
                *(("claim", str(claim)) for claim in practice.claims),
            )  # fmt: skip
            yield Derived("practice", practice.key, practice, about, float(rank))


def _tallies(tallies: Sequence[Tally]) -> Iterator[Derived]:
    for tally in tallies:
        yield Derived("tally", tally.key, tally, (("order", tally.order),), float(tally.clause))


# -- asking what was kept --------------------------------------------------------------------------------------------


def order_of(book: Casebook, key: str) -> Order | None:
    """An order by its number, which may be that of any of its tellings; None where there is none."""
    found = book.derived_one(STAGE, "order", Order, key)
    if found is not None:
        return found
    return next(iter(book.derived(STAGE, "order", Order, about=[("directive", key)], limit=1).items), None)


def all_orders(book: Casebook) -> tuple[Order, ...]:
    """Every order, the latest first."""
    return tuple(_all(book, STAGE, "order", Order))


def practices_of(book: Casebook, order: Order) -> tuple[Practice, ...]:
    """What documented events say about an order, clause by clause, with what people decided until now."""
    out: list[Practice] = []
    about = [("order", order.key)]
    while items := book.derived(STAGE, "practice", Practice, about=about, offset=len(out), limit=_PAGE).items:
        out += items
    return as_judged(book, out, order)


def as_judged(book: Casebook, practices: Sequence[Practice], order: Order) -> tuple[Practice, ...]:
    """Rulings of an order with what people decided since they were computed."""
    decided = book.decisions("practice")
    if not decided:
        return tuple(practices)
    now = {
        j.subject_id: (standing(history), history[-1].id or 0)
        for history in decided.values()
        for j in history
    }
    out = []
    for practice in practices:
        last = max(
            (now[pair] for pair in _subjects(practice, order) if pair in now),
            key=lambda n: n[1],
            default=None,
        )
        if last is None:
            out.append(practice)
        elif last[0] is None:
            out.append(replace(practice, verdict=practice.computed, judged="", judged_by=""))
        else:
            out.append(overruled(practice, last[0]))
    return tuple(out)


def _subjects(practice: Practice, order: Order) -> Iterator[str]:
    """Every subject by which a judgement may be about a ruling: a telling of the clause and a claim of the event."""
    clause = next(c for c in order.clauses if c.number == practice.clause)
    return (f"{t.directive}.{t.number}~{claim}" for t in clause.tellings for claim in practice.claims)


def history_of(book: Casebook, order: Order, practice: Practice) -> tuple[Judgement, ...]:
    """What people decided about a ruling, oldest first: that of the pair that was decided about last."""
    if not book.decisions("practice"):
        return ()
    found = [history for pair in _subjects(practice, order) if (history := book.history("practice", pair))]
    return max(found, key=lambda history: history[-1].id or 0, default=())


def tallies_of(book: Casebook, key: str) -> tuple[Tally, ...]:
    """How many events were held against each clause of an order."""
    return book.derived(STAGE, "tally", Tally, about=[("order", key)], limit=_PAGE).items
