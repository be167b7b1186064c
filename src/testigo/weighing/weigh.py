"""The door of weighing: from the claims and judgements of a casebook to relays, origins and weights, kept in it.

Rules:
- Claims that a person rejected are not weighed; amended ones are weighed as amended.
- Weighed are the events that linking found and every claim that is in none of them. Nothing here is decided by anybody: the
  run may be repeated at any time, gives the same bytes, and rewrites only what differs.
- A judgement of a pair binds: relay (same, different, unsure), origin-pair (same, different).
- Every telling of a claim is kept once, with the others that tell the same (`tellings`), and what stands on the very same
  tellings has one ground. What is kept grows with the claims, not with claims times copies.

Longer than other files: nothing else of a stage may touch the casebook, and this is all that weighing takes from it and gives.
"""

from __future__ import annotations

import dataclasses
import itertools
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
from testigo.weighed import Fall, Footing, Ground, Line, Origin, Relay, Tellings, Weight
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
    things = list(_things(book, who, claims))
    stands = who.footings(things)
    weights = _weights(things, stands, who, judged)
    run = DerivedRun(STAGE, book.now(), __version__, {"seed": 1}, inputs)
    say("keeping what was found")
    lines = fragility.lines(found)
    kept = (
        _kept_relays(found), _kept_lines(lines), _kept_origins(who), _kept_tellings(who, lines),
        _kept_footings(things, stands, weights), _kept_weights(things, weights, who),
    )  # fmt: skip
    written, dropped = book.replace_derived(run, itertools.chain(*kept))
    return Weighed(len(reports), found, len(who.origins), weights, written, dropped)


def without(book: Casebook, thing: str) -> tuple[Fall, ...]:
    """What falls if a report ("report:5") or an origin ("origin:17.source.0") falls. Errors: BadInput (there is none such)."""
    gone = fragility.without(thing, every(book, "line", Line))
    kind, _, key = thing.partition(":")
    if kind == "report":
        book.report(int(key))
    elif book.derived_one(STAGE, "origin", Origin, key) is None:
        raise BadInput(
            f"no origin {key!r} in this casebook",
            "an origin as `testigo weigh --json` names it: origin:17.source.0",
        )
    return _falls(book, "origin" if kind == "source" else kind, key, gone)


def each(falls: Iterable[Fall]) -> tuple[Fall, ...]:
    """What falls with every thing for itself, also where several stand on the very same."""
    return fragility.each(falls)


def falls_with(book: Casebook, report: int) -> tuple[int, ...]:
    """The reports that have their words from a report, and fall with it."""
    return tuple(sorted(fragility.with_relays(report, _lines_of(book, f"{report}")) - {report}))


def alone(book: Casebook, kind: str, key: str) -> tuple[Fall, ...]:
    """As `without`, looking only at what is about the report or origin: for the page of one thing."""
    lines = _lines_of(book, key) if kind == "report" else ()
    return _falls(book, kind, key, fragility.without(f"{kind}:{key}", lines))


def _lines_of(book: Casebook, report: str) -> tuple[Line, ...]:
    """The line in which a report stands, if it stands in one."""
    return tuple(every(book, "line", Line, (("report", report),)))


def _falls(book: Casebook, kind: str, key: str, gone: fragility.Falls) -> tuple[Fall, ...]:
    """What becomes of all that stands on what falls."""
    about = (kind, key)
    if kind == "report" and falls_with(book, int(key)):
        about = ("line", f"{_lines_of(book, key)[0].root}")
    known = {told.legs[0].claim: told for told in every(book, "tellings", Tellings, (about,))}
    heads = [head for head, told in known.items() if any(map(gone, told.legs))]
    feet = {f.subject: f for h in heads for f in every(book, "ground", Footing, (("telling", f"{h}"),))}
    stands = tuple(_standing(book, footing, known) for footing in feet.values())
    return fragility.falls(stands, gone, _origins_of(book, stands), _kept_judgements(book))


def stands_on(book: Casebook, subject: str) -> tuple[Weight, Ground] | None:
    """The weight of a thing ("event KEY", "claim ID") and all that it stands on; None where it was not weighed.

    A claim that is in an event, or that tells one again, has the event's.
    """
    footing = next(_footings_of(book, subject), None)
    if footing is None:
        return None
    shown = subject if subject in footing.also else footing.subject
    weight = book.derived_one(STAGE, "weight", Weight, shown)
    return (
        None if weight is None else (weight, dataclasses.replace(_standing(book, footing, {}), subject=shown))
    )


def is_weighed(book: Casebook, claim: int) -> bool:
    """Whether a claim, or what it tells again, was weighed."""
    return next(_footings_of(book, f"claim {claim}"), None) is not None


def _footings_of(book: Casebook, subject: str) -> Iterator[Footing]:
    """What a thing stands on; then, of a claim, what the event stands on that it is in, or that it tells again."""
    kind, _, key = subject.partition(" ")
    yield from book.derived(STAGE, "ground", Footing, about=[("subject", subject)], limit=1).items
    if kind == "claim":
        yield from book.derived(STAGE, "ground", Footing, about=[("claim", key)], limit=1).items
        for told in book.derived(STAGE, "tellings", Tellings, about=[("claim", key)], limit=1).items:
            about = [("telling", f"{told.legs[0].claim}")]
            yield from book.derived(STAGE, "ground", Footing, about=about, limit=1).items


def _standing(book: Casebook, footing: Footing, known: dict[int, Tellings]) -> Ground:
    """A footing with its legs. known: tellings that were looked up before; those looked up now are put there."""
    for head in footing.tellings:
        if head not in known:
            known[head] = book.derived_one(STAGE, "tellings", Tellings, f"{head}") or Tellings(())
    legs = sorted((leg for head in footing.tellings for leg in known[head].legs), key=lambda leg: leg.claim)
    return Ground(footing.subject, tuple(legs), footing.conflicts, footing.also)


def _origins_of(book: Casebook, stands: Iterable[Ground]) -> dict[str, Origin]:
    keys = sorted({leg.origin for ground in stands for leg in ground.legs})
    return {k: o for k in keys if (o := book.derived_one(STAGE, "origin", Origin, k)) is not None}


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


def _things(
    book: Casebook, who: grounds.Behind, claims: dict[int, tuple[StoredClaim, ...]]
) -> Iterator[grounds.Thing]:
    """What is weighed: events, and claims of events and orders that are in no event."""
    in_events: set[int] = set()
    offset = 0
    while events := book.derived("linking", "event", Event, offset=offset, limit=_PAGE).items:
        offset += len(events)
        for event in events:
            in_events |= set(event.claims)
            if any(c in who.legs for c in event.claims):
                yield grounds.Thing(f"event {event.key}", event.claims, event.conflicts)
    for _, some in sorted(claims.items()):
        for stored in some:
            if (
                stored.id in who.legs
                and stored.id not in in_events
                and stored.claim.kind in ("event", "directive")
            ):
                yield grounds.Thing(f"claim {stored.id}", (stored.id,))


def _weights(
    things: Iterable[grounds.Thing], stands: Iterable[Footing], who: grounds.Behind, judged: Judged
) -> tuple[Weight, ...]:
    """The weight of each thing, in their order; what stands on the very same is weighed once."""
    found: dict[str, Weight] = {}
    for footing in stands:
        weight = corroboration.weigh(who.standing(footing), who.origins, judged)
        for subject in (footing.subject, *footing.also):
            found[subject] = dataclasses.replace(weight, subject=subject)
    return tuple(found[thing.subject] for thing in things)


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


def _kept_lines(lines: Iterable[Line]) -> Iterator[Derived]:
    for line in lines:
        reports = {line.root, *(relay for relay, _ in line.links)}
        yield Derived("line", f"{line.root}", line, tuple(("report", f"{id_}") for id_ in sorted(reports)))


def _kept_tellings(who: grounds.Behind, lines: Iterable[Line]) -> Iterator[Derived]:
    """Every leg once, with the others that tell the same."""
    root = {id_: line.root for line in lines for id_ in (line.root, *(relay for relay, _ in line.links))}
    for head in sorted({some[0] for some in who.tellings.values()}):
        legs = tuple(who.legs[claim] for claim in who.tellings[head])
        about = {("claim", f"{leg.claim}") for leg in legs} | {("origin", leg.origin) for leg in legs}
        about |= {("report", f"{leg.report}") for leg in legs}
        about |= {("line", f"{root[leg.report]}") for leg in legs if leg.report in root}
        yield Derived("tellings", f"{head}", Tellings(legs), tuple(sorted(about)))


def _kept_footings(
    things: Iterable[grounds.Thing], stands: Iterable[Footing], weights: Iterable[Weight]
) -> Iterator[Derived]:
    of = {thing.subject: thing for thing in things}
    ranks = {weight.subject: _rank(weight) for weight in weights}
    for footing in stands:
        subjects = (footing.subject, *footing.also)
        about = [("subject", subject) for subject in subjects]
        about += [("telling", f"{head}") for head in footing.tellings]
        about += [("claim", f"{claim}") for subject in subjects for claim in of[subject].claims]
        yield Derived("ground", footing.subject, footing, tuple(about), rank=ranks[footing.subject])


def _kept_weights(
    things: Iterable[grounds.Thing], weights: Iterable[Weight], who: grounds.Behind
) -> Iterator[Derived]:
    for thing, weight in zip(things, weights, strict=True):
        kind, _, key = thing.subject.partition(" ")
        about = {("claim", f"{claim}") for claim in thing.claims}
        about |= {("report", f"{who.legs[c].report}") for c in thing.claims if c in who.legs}
        about |= {("event", key)} if kind == "event" else set()
        yield Derived("weight", thing.subject, weight, tuple(sorted(about)), rank=_rank(weight))


def _rank(weight: Weight) -> float:
    """What is told by most articles stands first, of those the most credible."""
    return float(-10 * weight.articles + weight.credibility)
