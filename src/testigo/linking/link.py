"""The door of linking: what the claims of a casebook say of one happening and of one person, kept as derived values.

Rules:
- Links are derived and proposed; only people decide. Their verdicts about pairs bind every run, and are reversible.
- Rejected claims take no part; amended ones take part as amended.
- Same casebook, same seed: same values. Only what differs from the last run is written.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testigo import __version__, wire
from testigo.casebook.values import ClaimFilter, Derived, DerivedRun, StoredClaim
from testigo.claim import Claim, Span
from testigo.linked import Clustering, Event, Link, Person
from testigo.linking.assembling import order
from testigo.linking.deriving import Derivation, derive
from testigo.linking.described import Traits
from testigo.linking.engine import engine
from testigo.linking.judged import Verdicts, verdicts
from testigo.linking.name_keys import keys_of
from testigo.linking.spelt import folded
from testigo.linking.telling import Telling, telling

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

STAGE = "linking"


@dataclass(frozen=True, slots=True)
class Linked:
    """What a run did. written, dropped: derived values; counts: claims, mentions, events, persons, compared, open, ..."""

    written: int
    dropped: int
    counts: Mapping[str, int]


def link(book: Casebook, *, seed: int = 1) -> Linked:
    """Link all claims of a casebook and keep what comes of it. seed: of the plausible clusterings."""
    inputs = book.inputs()
    reports = tuple(_tellings(book))
    with engine() as run:
        made = derive(run, reports, *_verdicts(book, reports), seed=seed)
    about = DerivedRun(STAGE, book.now(), __version__, {"seed": seed}, inputs)
    written, dropped = book.replace_derived(about, _derived(made))
    return Linked(written, dropped, made.counts)


def effective(stored: StoredClaim) -> Claim:
    """The claim with the amendment in force, if there is one."""
    judgement = stored.judgement
    if judgement is None or judgement.verdict != "amend" or not judgement.amended:
        return stored.claim
    return wire.claim_from_json({**wire.to_json(stored.claim), **json.loads(judgement.amended)})


def _tellings(book: Casebook) -> Iterator[tuple[int, tuple[Telling, ...]]]:
    """The claims that tell of happenings, by report, reports in the order in which they came."""
    published, titles = _reports(book)
    found: dict[int, list[Telling]] = defaultdict(list)
    for stored in book.all_claims(ClaimFilter(added=True)):
        verdict = stored.judgement.verdict if stored.judgement else None
        claim = effective(stored)
        if verdict == "reject":
            continue
        title = any(span.contains(claim.span) for span in titles.get(stored.report, ()))
        told = telling((stored.id, stored.key, stored.report), claim, title=title, accepted=verdict in ("accept", "amend", "add"),
                       published=published.get(stored.report))  # fmt: skip
        if told is not None:
            found[stored.report].append(told)
    for report in sorted(found):
        yield report, _told_once(sorted(found[report], key=order))


def _told_once(tellings: list[Telling]) -> tuple[Telling, ...]:
    """The same with a key of its own for each: a reading may give one claim twice, word for word."""
    seen: Counter[str] = Counter()
    out = []
    for told in tellings:
        seen[told.key] += 1
        out.append(told if seen[told.key] == 1 else replace(told, key=f"{told.key}#{seen[told.key]}"))
    return tuple(out)


def _reports(book: Casebook) -> tuple[dict[int, str | None], dict[int, tuple[Span, ...]]]:
    """Of each report when it was published, and where its title and headings stand."""
    published: dict[int, str | None] = {}
    titles: dict[int, tuple[Span, ...]] = {}
    for stored in book.texts():
        published[stored.id] = stored.report.published
        titles[stored.id] = tuple(b.span for b in stored.report.blocks if b.kind in ("title", "heading"))
    return published, titles


def _verdicts(
    book: Casebook, reports: Iterable[tuple[int, tuple[Telling, ...]]]
) -> tuple[Verdicts, Verdicts]:
    """What people decided about pairs of claims and of mentions, by their ids of now."""
    events, persons = book.decisions("event-pair"), book.decisions("person-pair")
    if not events and not persons:
        return Verdicts(), Verdicts()
    claims: dict[str, list[str]] = defaultdict(list)
    mentions: dict[str, list[str]] = defaultdict(list)
    for _, tellings in reports:
        for told in tellings:
            key = told.key.split("#")[0]
            claims[key].append(str(told.id))
            for m in told.people:
                mentions[f"{key}.{m.slot}.{m.number}"].append(f"{told.id}.{m.slot}.{m.number}")
    return verdicts(events, claims), verdicts(persons, mentions)


# --- what is kept -------------------------------------------------------------------------------------------------


def _derived(made: Derivation) -> Iterator[Derived]:
    for event in made.events:
        yield Derived("event", event.key, event, _about_event(event), _newest_first(event.first))
    for person in made.persons:
        yield Derived("person", person.key, person, _about_person(person), float(-len(person.mentions)))
    event_of = {str(c): e.key for e in made.events for c in e.claims}
    person_of = {m.subject: p.key for p in made.persons for m in p.mentions}
    for one in made.links:
        yield Derived(
            "link",
            f"{one.left}~{one.right}",
            one,
            _about_link(one, event_of, person_of),
            _to_decide_first(one),
        )
    for number, clustering in enumerate(made.clusterings):
        yield _kept(number, clustering)


def _kept(number: int, clustering: Clustering) -> Derived:
    return Derived(
        "clustering", f"{clustering.kind} {number}", clustering, (("kind", clustering.kind),), float(number)
    )


def _newest_first(day: str | None) -> float:
    return 1.0 if day is None else -float(day.replace("-", ""))


def _to_decide_first(one: Link) -> float:
    """The most uncertain first; what a person decided last."""
    return abs(one.probability - 0.5) + (10.0 if one.judged else 0.0) + (1.0 if one.joined else 0.0)


def _about_event(event: Event) -> tuple[tuple[str, str], ...]:
    reports = len(event.reports)
    parts = [("claim", str(c)) for c in event.claims] + [("report", str(r)) for r in event.reports]
    parts += (
        [("person", p) for p in event.persons]
        + [("act", event.act)]
        + [("conflict", c) for c in event.conflicts]
    )
    parts += [
        ("conflicts", "some" if event.conflicts else "none"),
        ("told-by", "one" if reports == 1 else "few" if reports < 4 else "many"),
    ]
    parts += [("place", v.id or folded(v.text)) for v in event.values if v.slot == "place"]
    parts += [("place", event.place)] if event.place else []
    if event.first and event.last and event.first[:7] == event.last[:7]:
        parts.append(("month", event.first[:7]))
    return tuple(dict.fromkeys(parts))


def _about_person(person: Person) -> tuple[tuple[str, str], ...]:
    parts = [("claim", str(m.claim)) for m in person.mentions] + [
        ("report", str(m.report)) for m in person.mentions
    ]
    parts += [("mention", m.subject) for m in person.mentions] + [("event", key) for key in person.events]
    parts += [("name", part) for part in name_parts(person)]
    named = any(v.slot in ("name", "surname") for v in person.values)
    parts += [("named", "yes" if named else "no"), ("conflicts", "some" if person.conflicts else "none")]
    return tuple(dict.fromkeys(parts))


def name_parts(person: Person) -> tuple[str, ...]:
    """Keys by which persons are found who may bear the same name: of whole names where one is told, else of surnames."""
    names, surnames = (tuple(v.text for v in person.values if v.slot == slot) for slot in ("name", "surname"))
    keys = keys_of(Traits(names, () if names else surnames))
    return tuple(sorted(keys.names or keys.parts))


def _about_link(
    one: Link, event_of: Mapping[str, str], person_of: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    ends = (one.left, one.right)
    owner, what = (event_of, "event") if one.kind == "event" else (person_of, "person")
    parts = [("end", end) for end in ends] + [("claim", end.split(".")[0]) for end in ends]
    parts += [(what, owner[end]) for end in ends if end in owner]
    state = one.judged or ("joined" if one.joined else "open")
    return tuple(dict.fromkeys([*parts, ("kind", one.kind), ("state", f"{one.kind} {state}")]))
