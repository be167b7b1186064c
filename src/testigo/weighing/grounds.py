"""What each thing stands on: its claims with the voice behind each, relays followed back to whoever spoke first.

Rules:
- A claim of a relay that tells a claim of its original again has that claim's voice, and is relayed.
- What else a relay tells, without a source of its own, goes back to the original's own voice, or to the outlet outside.
- All tellings of one claim, along relays and corrections, are one telling: whoever weighs one weighs all.
- Things that stand on the very same tellings have one ground: two thousand copies of a claim are weighed once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from testigo.claim import Claim
from testigo.weighed import Footing, Ground, Leg, Origin, Relay
from testigo.weighing import ranks
from testigo.weighing.aligning import days_of
from testigo.weighing.evidence import Field
from testigo.weighing.places import words_of
from testigo.weighing.seen import SeenReport, folded, spaceless
from testigo.weighing.voices import Spoken, spoken

SURE = 0.5


@dataclass(frozen=True, slots=True)
class Thing:
    """What is to be weighed. subject: as in Weight; claims: of it; conflicts: slots in which linking found them at odds."""

    subject: str
    claims: tuple[int, ...]
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Behind:
    """Every origin by its key, the leg of every claim by its id, and for each claim all tellings of the same."""

    origins: Mapping[str, Origin]
    legs: Mapping[int, Leg]
    tellings: Mapping[int, tuple[int, ...]]

    def ground(self, subject: str, claims: Iterable[int], conflicts: tuple[str, ...] = ()) -> Ground:
        """What a thing stands on: its claims and all their tellings."""
        return self.standing(Footing(subject, self.heads(claims), conflicts))

    def heads(self, claims: Iterable[int]) -> tuple[int, ...]:
        """The first telling of each of some claims."""
        return tuple(sorted({self.tellings[c][0] for c in claims if c in self.legs}))

    def standing(self, footing: Footing) -> Ground:
        """A footing with its legs, in the order of their claims."""
        every = sorted(t for head in footing.tellings for t in self.tellings[head])
        return Ground(footing.subject, tuple(self.legs[c] for c in every), footing.conflicts, footing.also)

    def footings(self, things: Iterable[Thing]) -> tuple[Footing, ...]:
        """What things stand on, each once: things on the very same tellings, and at odds in the same, share one."""
        sharing: dict[tuple[tuple[int, ...], tuple[str, ...]], list[str]] = {}
        for thing in things:
            sharing.setdefault((self.heads(thing.claims), thing.conflicts), []).append(thing.subject)
        return tuple(
            Footing(subjects[0], heads, conflicts, tuple(subjects[1:]))
            for (heads, conflicts), subjects in sharing.items()
        )


def behind(field: Field, relays: Sequence[Relay]) -> Behind:
    """Who is behind every claim. relays: as relays.find gives them."""
    every = [r for r in relays if r.holds]
    held = [r for r in every if "corrects" not in r.how]
    by_relay: dict[int, list[Relay]] = {}
    for relay in every:
        by_relay.setdefault(relay.relay, []).append(relay)
    voices = {
        id_: spoken(report, _outlets(field, by_relay.get(id_, ()))) for id_, report in field.reports.items()
    }
    up = {p.relay: p.original for r in held for p in r.pairs if p.score >= SURE or "copy" in r.how}
    origins: dict[str, Origin] = {o.key: o for s in voices.values() for o in s.origins}
    of: dict[int, str] = {}
    for id_, report in sorted(field.reports.items()):
        for seen in report.claims:
            of[seen.id] = _own_origin(field, report, seen.id, voices[id_], by_relay.get(id_, ()))
    legs: dict[int, Leg] = {}
    for id_, report in sorted(field.reports.items()):
        names = ranks.known_names(report.text, report.passages)
        for seen in report.claims:
            root = _top(up, seen.id)
            relayed = root != seen.id or _is_of_another(of[seen.id], id_, voices[id_])
            legs[seen.id] = _leg(
                report, seen.id, seen.claim, of.get(root, of[seen.id]), names, relayed=relayed
            )
    used = {leg.origin for leg in legs.values()}
    unheld = {f"outside {folded(r.outside)}": r.outside for r in every if r.original is None}
    origins |= {key: _made(field, key, unheld, origins.values()) for key in sorted(used - set(origins))}
    return Behind({k: origins[k] for k in sorted(used)}, legs, _tellings(up, relays, legs))


def _outlets(field: Field, relays: Iterable[Relay]) -> tuple[str, ...]:
    """Folded names of the outlets that a report has things from, and as the report writes them."""
    found = set()
    for relay in relays:
        outlet = _outlet(field, relay)
        found.add(outlet)
        found |= {
            n.outlet for n in field.citing[relay.relay].named if spaceless(n.outlet) == spaceless(outlet)
        }
    return tuple(sorted(found - {""}))


def _outlet(field: Field, relay: Relay) -> str:
    return folded(relay.outside if relay.original is None else field.reports[relay.original].outlet)


def _own_origin(field: Field, report: SeenReport, claim: int, voices: Spoken, relays: Sequence[Relay]) -> str:
    """The key of the origin behind a claim, before relays of single claims are followed."""
    cited = voices.cited.get(claim, "")
    for relay in relays:
        outlet = _outlet(field, relay)
        if cited and spaceless(cited) == spaceless(outlet):
            return f"outside {outlet}" if relay.original is None else f"{relay.root or relay.original}.voice"
    whole = next((r for r in relays if r.root is not None and "corrects" not in r.how), None)
    if whole is not None and not field.citing[report.id].own:
        return f"{whole.root}.voice"
    return voices.of[claim]


def _is_of_another(origin: str, report: int, voices: Spoken) -> bool:
    return origin != f"{report}.voice" and origin not in {o.key for o in voices.origins}


def _top(up: Mapping[int, int], claim: int) -> int:
    seen = {claim}
    while claim in up and up[claim] not in seen:
        claim = up[claim]
        seen.add(claim)
    return claim


def _leg(
    report: SeenReport, id_: int, claim: Claim, origin: str, names: frozenset[str], *, relayed: bool
) -> Leg:
    persons = {f.id for f in claim.target if f.id} | {
        name for f in (*claim.target, *claim.actor[: not claim.target])
        for phrase in (f.text, f.refers_text or "") for name in ranks.names(phrase, names)
    }  # fmt: skip
    place = claim.place[:1]
    places = {f.id for f in place if f.id} or {word for f in place for word in words_of(f.text)}
    return Leg(
        id_, report.id, report.outlet, origin, claim.status, relayed, f"{claim.kind}/{claim.act}",
        tuple(sorted(places)), days_of(claim.time), tuple(sorted(persons)),
    )  # fmt: skip


def _made(field: Field, key: str, names: Mapping[str, str], origins: Iterable[Origin]) -> Origin:
    """The origin of an own voice, with the report's other voices as mentions; or of an outlet outside. names: of those, by key."""
    if key.startswith("outside "):
        name = names[key]
        return Origin(key, "outside", name, name, 0, ())
    report = field.reports[int(key.partition(".")[0])]
    others = tuple(
        sorted(
            o.key
            for o in origins
            if o.report == report.id and o.kind in ("anonymous", "named", "institution")
        )
    )
    return Origin(
        key, "voice", report.outlet or f"{report.id}", report.outlet, report.id, (), mentions=others
    )


def _tellings(
    up: Mapping[int, int], relays: Sequence[Relay], legs: Mapping[int, Leg]
) -> dict[int, tuple[int, ...]]:
    """For each claim every claim that tells the same, along relays and corrections, itself included."""
    parent = {claim: claim for claim in legs}

    def top(claim: int) -> int:
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    joins = list(up.items())
    joins += [
        (p.relay, p.original)
        for r in relays
        if r.holds and "corrects" in r.how
        for p in r.pairs
        if p.score >= SURE
    ]
    for one, other in joins:
        if one in parent and other in parent:
            a, b = sorted((top(one), top(other)))
            parent[b] = a
    groups: dict[int, list[int]] = {}
    for claim in sorted(legs):
        groups.setdefault(top(claim), []).append(claim)
    return {claim: tuple(groups[top(claim)]) for claim in legs}
