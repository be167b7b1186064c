"""The door of weighing: from the claims and judgements of a casebook to relays, origins and weights, kept in it.

Rules:
- Claims that a person rejected are not weighed; amended ones are weighed as amended.
- Weighed are the events that linking found and every claim that is in none of them. Nothing here is decided by anybody: the
  run may be repeated at any time, gives the same bytes, and rewrites only what differs.
- A judgement of a pair binds: relay (same, different, unsure), origin-pair (same, different).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from testigo import __version__
from testigo.casebook.values import ClaimFilter, Derived, DerivedRun, StoredClaim, StoredText
from testigo.claim import Claim
from testigo.errors import BadInput
from testigo.judgement import standing
from testigo.linked import Event
from testigo.weighed import Fall, Ground, Origin, Relay, Weight
from testigo.weighing import corroboration, fragility, grounds, relays
from testigo.weighing.evidence import Field
from testigo.weighing.independence import Judged, pair
from testigo.weighing.seen import SeenClaim, SeenReport
from testigo.wire import claim_from_json, to_json

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

STAGE = "weighing"
T = TypeVar("T")
_PAGE = 1000
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a run found. written, dropped: values that were new or gone since the last run."""

    reports: int
    relays: tuple[Relay, ...]
    origins: int
    weights: tuple[Weight, ...]
    written: int
    dropped: int


def weigh(book: Casebook, say: Say = lambda _: None) -> Weighed:
    """Find relays, origins and weights, and keep them. say: told what is being done."""
    inputs = book.inputs()
    say("reading the reports")
    claims = _claims(book)
    reports = [_seen(text, claims.get(text.id, ())) for text in book.texts() if text.newest]
    say("comparing the reports")
    field = Field(reports)
    found = relays.find(field, _verdicts(book))
    say("asking who is behind each claim")
    who = grounds.behind(field, found)
    judged = _judged(book, claims, who)
    stands = list(_grounds(book, who, claims))
    weights = tuple(corroboration.weigh(g, who.origins, judged) for g in stands)
    run = DerivedRun(STAGE, book.now(), __version__, {"seed": 1}, inputs)
    kept = [*_kept_relays(found), *_kept_origins(who), *_kept_grounds(stands, weights)]
    written, dropped = book.replace_derived(run, kept)
    return Weighed(len(reports), found, len(who.origins), weights, written, dropped)


def without(book: Casebook, thing: str) -> tuple[Fall, ...]:
    """What falls if a report ("report:5") or an origin ("origin:17.source.0") falls. Errors: BadInput (there is none such)."""
    gone = fragility.without(thing, every(book, "relay", Relay))
    kind, _, key = thing.partition(":")
    if kind == "report":
        book.report(int(key))
    elif book.derived_one(STAGE, "origin", Origin, key) is None:
        raise BadInput(
            f"no origin {key!r} in this casebook",
            "an origin as `testigo weigh --json` names it: origin:17.source.0",
        )
    origins = {o.key: o for o in every(book, "origin", Origin)}
    return fragility.falls(tuple(every(book, "ground", Ground)), gone, origins, _kept_judgements(book))


def falls_with(book: Casebook, report: int) -> tuple[int, ...]:
    """The reports that have their words from a report, and fall with it."""
    return tuple(sorted(fragility.with_relays(report, _below(book, f"{report}")) - {report}))


def alone(book: Casebook, kind: str, key: str) -> tuple[Fall, ...]:
    """As `without`, looking only at what is about the report or origin: for the page of one thing."""
    links = _below(book, key) if kind == "report" else ()
    gone = fragility.without(f"{kind}:{key}", links)
    things = [(kind, key), *((kind, f"{link.relay}") for link in links)]
    found = {g.subject: g for thing in things for g in every(book, "ground", Ground, (thing,))}
    stands = tuple(found.values())
    keys = {leg.origin for g in stands for leg in g.legs}
    origins = {k: o for k in sorted(keys) if (o := book.derived_one(STAGE, "origin", Origin, k)) is not None}
    return fragility.falls(stands, gone, origins, _kept_judgements(book))


def _below(book: Casebook, report: str) -> tuple[Relay, ...]:
    """The relays of a report, those of its relays, and so on."""
    found: dict[str, Relay] = {}
    todo = [report]
    while todo:
        here = todo.pop()
        for relay in every(book, "relay", Relay, (("report", here),)):
            if f"{relay.original}" == here and relay.root is not None and relay.key not in found:
                found[relay.key] = relay
                todo.append(f"{relay.relay}")
    return tuple(found.values())


def every(book: Casebook, kind: str, of: type[T], about: tuple[tuple[str, str], ...] = ()) -> Iterator[T]:
    """Every derived value of a kind of this stage, page by page."""
    offset = 0
    while items := book.derived(STAGE, kind, of, about=about, offset=offset, limit=_PAGE).items:
        yield from items
        offset += len(items)


# -- in ---------------------------------------------------------------------------------------------------------------


def _claims(book: Casebook) -> dict[int, tuple[StoredClaim, ...]]:
    """The claims of each report that nobody rejected."""
    found: dict[int, list[StoredClaim]] = {}
    for stored in book.all_claims(ClaimFilter(added=True)):
        if stored.judgement is None or stored.judgement.verdict != "reject":
            found.setdefault(stored.report, []).append(stored)
    return {report: tuple(some) for report, some in found.items()}


def _seen(text: StoredText, claims: Iterable[StoredClaim]) -> SeenReport:
    report, readable = text.report, text.report.readable()
    return SeenReport(
        text.id, report.publisher or "", report.published, report.language or "", report.text,
        tuple(block.span for block in readable),
        tuple(SeenClaim(c.id, c.key, effective(c), _accepted(c)) for c in claims),
        readable[0].span if readable and readable[0].kind == "title" else None,
    )  # fmt: skip


def _accepted(stored: StoredClaim) -> bool:
    return stored.judgement is not None and stored.judgement.verdict in ("accept", "amend", "add")


def effective(stored: StoredClaim) -> Claim:
    """The claim with the amendment in force, if there is one."""
    judgement = stored.judgement
    if judgement is None or judgement.verdict != "amend" or not judgement.amended:
        return stored.claim
    return claim_from_json({**to_json(stored.claim), **json.loads(judgement.amended)})


def _verdicts(book: Casebook) -> dict[tuple[int, int], str]:
    """What people said of pairs of reports: (relay, original) to verdict."""
    found = {}
    for key, history in book.decisions("relay").items():
        now = standing(history)
        relay, _, original = key.partition("~")
        if now is not None:
            found[int(relay), int(original)] = now.verdict
    return found


def _judged(book: Casebook, claims: dict[int, tuple[StoredClaim, ...]], who: grounds.Behind) -> Judged:
    """What people said of pairs of sources, in keys of origins."""
    id_of = {c.key: c.id for some in claims.values() for c in some}
    origin_of = {m: o.key for o in who.origins.values() for m in o.mentions}

    def origin(part: str) -> str:
        claim, _, rest = part.partition(".")
        return origin_of.get(f"{id_of.get(claim)}.{rest}", "")

    return _sorted_judgements(book, origin)


def _kept_judgements(book: Casebook) -> Judged:
    """The same for values that are kept: keys of claims are asked for one by one."""
    by_key = (
        {c.key: c.id for c in book.all_claims(ClaimFilter(added=True))}
        if book.decisions("origin-pair")
        else {}
    )
    mentions = {m: o.key for o in every(book, "origin", Origin) for m in o.mentions} if by_key else {}

    def origin(part: str) -> str:
        claim, _, rest = part.partition(".")
        return mentions.get(f"{by_key.get(claim)}.{rest}", "")

    return _sorted_judgements(book, origin)


def _sorted_judgements(book: Casebook, origin: Callable[[str], str]) -> Judged:
    pairs: dict[str, set[tuple[str, str]]] = {"same": set(), "different": set()}
    for key, history in sorted(book.decisions("origin-pair").items()):
        now = standing(history)
        a, b = (origin(part) for part in key.split("~"))
        if now is not None and now.verdict in pairs and a and b and a != b:
            pairs[now.verdict].add(pair(a, b))
    return Judged(frozenset(pairs["same"]), frozenset(pairs["different"]))


# -- out --------------------------------------------------------------------------------------------------------------


def _grounds(
    book: Casebook, who: grounds.Behind, claims: dict[int, tuple[StoredClaim, ...]]
) -> Iterator[Ground]:
    """What is weighed: events, and claims of events and orders that are in no event."""
    in_events: set[int] = set()
    offset = 0
    while events := book.derived("linking", "event", Event, offset=offset, limit=_PAGE).items:
        offset += len(events)
        for event in events:
            in_events |= set(event.claims)
            if any(c in who.legs for c in event.claims):
                yield who.ground(f"event {event.key}", event.claims, event.conflicts)
    for _, some in sorted(claims.items()):
        for stored in some:
            if (
                stored.id in who.legs
                and stored.id not in in_events
                and stored.claim.kind in ("event", "directive")
            ):
                yield who.ground(f"claim {stored.id}", (stored.id,))


def _kept_relays(found: Iterable[Relay]) -> Iterator[Derived]:
    for relay in found:
        about = [("report", f"{relay.relay}")]
        about += (
            [("report", f"{relay.original}")] if relay.original is not None else [("outside", relay.outside)]
        )
        yield Derived("relay", relay.key, relay, tuple(about), rank=-float(relay.bits))


def _kept_origins(who: grounds.Behind) -> Iterator[Derived]:
    carried: dict[str, int] = {}
    for leg in who.legs.values():
        carried[leg.origin] = carried.get(leg.origin, 0) + 1
    for key, origin in who.origins.items():
        about = [("report", f"{origin.report}")] if origin.report else []
        about += [("claim", f"{c}") for c in origin.claims]
        yield Derived("origin", key, origin, tuple(about), rank=-float(carried[key]))


def _kept_grounds(stands: Iterable[Ground], weights: Iterable[Weight]) -> Iterator[Derived]:
    for ground, weight in zip(stands, weights, strict=True):
        about = {("claim", f"{leg.claim}") for leg in ground.legs} | {
            ("report", f"{leg.report}") for leg in ground.legs
        }
        about |= {("origin", leg.origin) for leg in ground.legs}
        kind, _, key = ground.subject.partition(" ")
        about |= {("event", key)} if kind == "event" else set()
        order = (-weight.articles, weight.credibility)
        parts = tuple(sorted(about))
        yield Derived("ground", ground.subject, ground, parts)
        yield Derived("weight", ground.subject, weight, parts, rank=float(order[0] * 10 + order[1]))
