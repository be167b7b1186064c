"""Who has it from whom: the relay edges among reports, each with its reasons, its direction and its root.

Rules:
- Each report has at most one original for the whole of it, and another only for what that one does not tell.
- Of a line of reports the original is the one that tells nothing otherwise than the relay (lineage.py), of several in the same words
  the one that the relay names, or that came shortly before it; else the first.
- The later report is the relay. Where dates do not tell, the one that names the other's outlet is; then the one without a source of its
  own; then the one that tells less. Where nothing tells, neither is called the original (`order` is "unknown").
- A relay dated before its original stays a relay if it names it, and says so. Two that name each other: the earlier is the original.
- Inside one outlet only copies, translations and corrections are relays: an outlet that goes on telling its own story copies nobody.
- A translation is known by what both languages write alike: six rare numbers, days, ages and names, and most of what the one that
  tells fewer has. One of another outlet that has a source of its own is none.
- A named outlet whose report is not held is an origin outside the casebook.
- What a person said of a pair binds: "same" joins, "different" cuts, "unsure" is shown and changes nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from testigo.reason import Reason
from testigo.weighed import Relay
from testigo.weighing import copies, drift, outside, pairs, twins
from testigo.weighing.evidence import FIRST, NEAR, Evidence, Field
from testigo.weighing.reasons import reasons_for

Verdicts = Mapping[tuple[int, int], str]
"""What people said: (relay, original) to same, different or unsure."""

CITED_HARD, CITED_SHARE, CITED_MASS = 8.0, 0.2, 0.2
REWORDED_HARD, REWORDED_SHARE, REWORDED_MASS, REWORDED_PAIRS, REWORDED_ORDER = 15.0, 0.38, 0.42, 4, 0.6
TRANSLATED_HARD, TRANSLATED_AGREES, TRANSLATED_DETAILS = 28.0, 0.6, 6
QUOTED_RUNS = 6
AGREES = 0.5
FURTHER_BITS = 14.0


def find(field: Field, verdicts: Verdicts | None = None) -> tuple[Relay, ...]:
    """All relays among reports, by the ids of relay and original. verdicts: what people said of pairs."""
    verdicts = verdicts or {}
    found = [relay for group in _chosen(field, verdicts).values() for relay in group]
    found += outside.not_held(field, found)
    whole = [_drifted(field, relay) for relay in _rooted(_acyclic(found, field))]
    return tuple(sorted(whole, key=lambda r: (r.relay, r.original or 0, r.outside)))


def _drifted(field: Field, relay: Relay) -> Relay:
    """With what it changed; the same words changed nothing, and between languages of which one is not read nothing can be told."""
    if relay.original is None or not relay.holds or "copy" in relay.how:
        return relay
    if not relay.pairs and "translates" in relay.how:
        return relay
    found = drift.changes(
        field.reports[relay.original],
        field.reports[relay.relay],
        relay.pairs,
        corrects="corrects" in relay.how,
    )
    return dataclasses.replace(relay, changes=found)


def _chosen(field: Field, verdicts: Verdicts) -> dict[int, list[Relay]]:
    """For each relay its originals."""
    options: dict[int, dict[int, Evidence]] = {}
    for evidence in _looked_at(field, verdicts):
        options.setdefault(evidence.relay, {}).setdefault(evidence.original, evidence)
    return {relay: _parents(field, list(some.values()), verdicts) for relay, some in sorted(options.items())}


def _looked_at(field: Field, verdicts: Verdicts) -> Iterable[Evidence]:
    """The evidence for every pair that may be a relay, in its direction."""
    seen: set[tuple[int, int]] = set()
    for id_, first in sorted(field.same.items()):
        seen.add((first, id_))
        yield field.evidence(
            *_directed(field, id_, first), copies.compared(field.shingled[first], field.shingled[id_])
        )
    distinct = [field.shingled[r.id] for r in field.distinct]
    runs = {(distinct[a].id, distinct[b].id): n for (a, b), n in copies.shared_passages(distinct).items()}
    for alike in copies.near_copies(distinct, NEAR):
        seen.add((alike.left, alike.right))
        relay, original = _directed(field, alike.right, alike.left)
        yield field.evidence(relay, original, alike, runs.get((alike.left, alike.right), 0))
    ids = [r.id for r in field.distinct]
    texts = [field.details[r.id] | twins.facts(r) for r in field.distinct]
    likely = {(ids[a], ids[b]) for a, b in pairs.by_details(texts, field.rarity)}
    likely |= {pair for pair, n in runs.items() if n >= QUOTED_RUNS}
    for left, right in sorted(likely - seen):
        relay, original = _directed(field, right, left)
        if _worth_a_look(field, relay, original, runs.get((left, right), 0)):
            yield field.evidence(relay, original, None, runs.get((left, right), 0))
    for relay, original in sorted(verdicts):
        if relay in field.reports and original in field.reports:
            yield field.evidence(relay, original)


def _directed(field: Field, a: int, b: int) -> tuple[int, int]:
    """(relay, original) of two reports."""
    return (a, b) if _which_way(field, a, b)[0] else (b, a)


def _which_way(field: Field, a: int, b: int) -> tuple[bool, str]:
    """Whether a is the relay of b, and what tells so: "date", "citation", "detail" or "unknown".

    A citation is stronger than a date: what has its words from a report that is dated later was dated wrongly, or had it early.
    """
    one, two = field.reports[a].days, field.reports[b].days
    names = (_has_from(field, a, b), _has_from(field, b, a))
    if one and two and (one[0] > two[1] or two[0] > one[1]):
        later = one[0] > two[1]
        return (not later, "citation") if names == (not later, later) else (later, "date")
    if names[0] != names[1]:
        return names[0], "citation"
    foreign = tuple(bool(field.citing[i].named) for i in (a, b))
    bare = tuple(not field.citing[i].own for i in (a, b))
    if foreign[0] != foreign[1]:
        return foreign[0], "citation"
    # A twin says that it has a source whether it has one or not.
    one_telling = (twins.bits(field.sketches[i], field.sketches[j]) for i, j in ((a, b), (b, a)))
    if max(one_telling) >= twins.LEAST:
        return a > b, "unknown"
    if bare[0] != bare[1]:
        return bare[0], "citation"
    told = tuple(field.rarity.sum(field.details[i]) for i in (a, b))
    # Of near copies the one with an address line more tells no more: only a telling in other words can tell less.
    if abs(told[0] - told[1]) > 0.2 * max(told) and not _near(field, a, b):
        return told[0] < told[1], "detail"
    return a > b, "unknown"


def _near(field: Field, a: int, b: int) -> bool:
    return copies.compared(field.shingled[a], field.shingled[b]).contained >= NEAR


def _has_from(field: Field, a: int, b: int) -> bool:
    """Whether a says that it has something from the outlet of b."""
    named = field.names(a, b)
    return named is not None and outside.tells(field.reports[a], named)


def _worth_a_look(field: Field, relay: int, original: int, runs: int) -> bool:
    """Whether a pair may become a relay at all, by what is cheap to know."""
    hard, share = field.quick(relay, original)
    if runs >= QUOTED_RUNS or (hard >= TRANSLATED_HARD and field.other_language(relay, original)):
        return True
    if field.names(relay, original):
        return hard >= CITED_HARD and share >= CITED_SHARE / 2
    if field.same_outlet(relay, original):
        return field.citing[relay].corrects is not None and hard >= CITED_HARD
    if twins.bits(field.sketches[relay], field.sketches[original]) >= twins.LEAST:
        return True
    bare = not field.citing[relay].own and not field.citing[relay].named
    return bare and hard >= REWORDED_HARD and share >= REWORDED_SHARE


def _translates(field: Field, e: Evidence, *, same_outlet: bool) -> bool:
    return (
        field.other_language(e.relay, e.original)
        and e.hard >= TRANSLATED_HARD
        and e.agrees >= TRANSLATED_AGREES
        and len(e.common) >= TRANSLATED_DETAILS
        and (same_outlet or not field.citing[e.relay].own)
    )


def hows(field: Field, e: Evidence) -> tuple[str, ...]:
    """By what it is a relay, the strongest first; empty: it is none."""
    same_outlet = field.same_outlet(e.relay, e.original)
    found = []
    otherwise = e.contained < copies.SURELY and _told_otherwise(field, e)
    if e.same or (e.contained >= NEAR and e.agrees >= AGREES and not otherwise):
        found.append("copy" if e.same else "near copy")
    if not otherwise and _translates(field, e, same_outlet=same_outlet):
        found.append("translates")
    if same_outlet:
        corrects = field.citing[e.relay].corrects is not None and e.mass >= CITED_MASS
        return ("corrects", *found) if corrects else tuple(found)
    if (
        e.named
        and e.hard >= CITED_HARD
        and e.share >= CITED_SHARE
        and (
            e.mass >= CITED_MASS
            or e.share >= 2 * CITED_SHARE
            or (e.hard >= 3 * CITED_HARD and e.agrees >= AGREES)
        )
    ):
        found.append("cites")
    told_here = field.citing[e.relay]
    if (
        e.passages >= QUOTED_RUNS
        and e.agrees >= AGREES
        and e.hard >= CITED_HARD
        and not told_here.own
        and not otherwise
    ):
        found.append("quote")
    strong = sum(p.score >= 0.5 for p in e.pairs)
    if (
        e.mass >= REWORDED_MASS and e.share >= REWORDED_SHARE and e.hard >= REWORDED_HARD
        and strong >= REWORDED_PAIRS and e.order >= REWORDED_ORDER and not told_here.own
        and (e.named is not None or not told_here.named)
    ):  # fmt: skip
        found.append("rewords")
    elif e.twin >= twins.LEAST and not told_here.named:
        found.append("twin")
    return tuple(found)


def _told_otherwise(field: Field, e: Evidence) -> bool:
    """Whether two briefs tell too much otherwise for one to have been written from the other."""
    one, other = field.sketches[e.relay], field.sketches[e.original]
    return twins.other_acts(one, other) or twins.NOT_SKETCHED < e.likeness < twins.OTHERWISE


def _parents(field: Field, some: Sequence[Evidence], verdicts: Verdicts) -> list[Relay]:
    """The originals of one relay: the strongest, those that tell what it does not, and what people said."""
    held: list[Relay] = []
    covered: set[tuple[str, str]] = set()
    found = {e: hows(field, e) for e in some}
    likely = [e for e in some if found[e]] or some
    first = min(likely, key=lambda e: (field.age(e.original), e.original)).original
    ranked = sorted(
        some,
        key=lambda e: (
            verdicts.get((e.relay, e.original)) != "same",
            not found[e],
            -e.lineage - FIRST * (e.original == first),
            field.age(e.original),
            e.original,
        ),
    )
    for e in ranked:
        verdict = verdicts.get((e.relay, e.original))
        how = found[e]
        if not how and verdict is None:
            continue
        further = field.rarity.sum(set(e.common) - covered)
        if (
            verdict is None
            and any(r.holds for r in held)
            and (further < FURTHER_BITS or not {"cites", "quote"} & set(how))
        ):
            continue
        relay = _relay(field, _nearest(field, e, verdicts), how, verdict)
        if verdict is not None or relay.holds:
            held.append(relay)
            covered |= set(e.common) if relay.holds else set()
    return held


def _nearest(field: Field, e: Evidence, verdicts: Verdicts) -> Evidence:
    """The same of the very report, among those with the original's words, that the relay was made from."""
    nearest = field.nearest_copy(e.relay, e.original)
    judged = (e.relay, e.original) in verdicts or (e.relay, nearest) in verdicts
    return e if judged or nearest == e.original else field.evidence(e.relay, nearest)


def _relay(field: Field, e: Evidence, how: tuple[str, ...], verdict: str | None) -> Relay:
    order = _which_way(field, e.relay, e.original)
    told = order[1] if order[0] else "citation"
    holds = verdict == "same" or (verdict != "different" and bool(how))
    return Relay(
        f"{e.relay}~{e.original}", e.relay, e.original, how + (("judged",) if verdict == "same" else ()),
        round(e.strength, 1), reasons_for(field, e, how, told, backwards=_backwards(field, e.relay, e.original), verdict=verdict),
        order="judged" if verdict == "same" else told, pairs=e.pairs, judged=verdict, holds=holds,
    )  # fmt: skip


CIRCLE = "{} and {} each go back to the other; the earlier of them is taken for the original"
REASONS = (CIRCLE,)


def _acyclic(found: Sequence[Relay], field: Field) -> list[Relay]:
    """Without circles: of each circle the link goes whose relay is the earliest."""
    kept: list[Relay] = []
    up: dict[int, set[int]] = {}
    for relay in sorted(
        found, key=lambda r: (r.judged != "same", _backwards(field, r.relay, r.original), -r.bits, r.key)
    ):
        if relay.original is None or not relay.holds:
            kept.append(relay)
        elif relay.relay in _above(up, relay.original):
            outlets = [field.reports[i].outlet or f"{i}" for i in (relay.relay, relay.original)]
            kept.append(
                dataclasses.replace(
                    relay, holds=False, reasons=(*relay.reasons, Reason(CIRCLE, (outlets[0], outlets[1])))
                )
            )
        else:
            up.setdefault(relay.relay, set()).add(relay.original)
            kept.append(relay)
    return kept


def _backwards(field: Field, relay: int, original: int | None) -> bool:
    """Whether a relay is dated before its original."""
    one, two = field.reports[relay].days, field.reports[original].days if original is not None else None
    return one is not None and two is not None and one[1] < two[0]


def _above(up: Mapping[int, set[int]], start: int) -> set[int]:
    """A report and everything that it goes back to."""
    seen, todo = {start}, [start]
    while todo:
        for parent in sorted(up.get(todo.pop(), ())):
            if parent not in seen:
                seen.add(parent)
                todo.append(parent)
    return seen


def _rooted(found: Sequence[Relay]) -> list[Relay]:
    """Each with the report that it all goes back to, along the strongest links; none for what is a further original of a part."""
    up: dict[int, int] = {}
    for relay in sorted(found, key=lambda r: (r.judged == "same", r.bits)):
        if relay.original is not None and relay.holds and "corrects" not in relay.how:
            up[relay.relay] = relay.original

    def root(id_: int) -> int:
        while id_ in up:
            id_ = up[id_]
        return id_

    def main(relay: Relay) -> bool:
        return relay.original is not None and up.get(relay.relay) == relay.original

    return [dataclasses.replace(r, root=root(r.relay) if r.holds and main(r) else None) for r in found]
