"""The door of linking: what the claims of a casebook say of one happening and of one person, kept as derived values.

Rules:
- Links are derived and proposed; only people decide. Their verdicts about pairs bind every run, and are reversible.
- Rejected claims take no part; amended ones take part as amended.
- Same casebook, same seed: same values. Only what differs from the last run is written.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from testigo import __version__, wire
from testigo.casebook.values import ClaimFilter, Derived, DerivedRun, StoredClaim
from testigo.claim import Claim, Span
from testigo.linked import Event, Link, Person
from testigo.linking.assembling import order
from testigo.linking.database import database
from testigo.linking.deriving import linked
from testigo.linking.described import Traits
from testigo.linking.gathering import Incoming
from testigo.linking.judged import Verdicts, verdicts
from testigo.linking.name_keys import keys_of
from testigo.linking.recounting import Made, Owned
from testigo.linking.sharing import Shared, cores
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


def link(
    book: Casebook, *, seed: int = 1, engine: str = "duckdb", say: Callable[[str], None] = lambda _: None
) -> Linked:
    """Link all claims of a casebook and keep what comes of it.

    seed: of the plausible clusterings; engine: what compares, with the same result; say: told what is being done.
    """
    inputs = book.inputs()
    judged = _verdicts(book)
    say("comparing the claims")
    with Shared(cores()) as shared:
        with database(engine) as db:
            told = linked(db, Incoming(given_by_report(book), told_of), *judged, seed=seed, shared=shared)
        about = DerivedRun(STAGE, book.now(), __version__, {"seed": seed}, inputs)
        say("keeping what was found")
        written, dropped = book.replace_derived(about, told.told(_derived))
    return Linked(written, dropped, told.counts)


def effective(stored: StoredClaim) -> Claim:
    """The claim with the amendment in force, if there is one."""
    judgement = stored.judgement
    if judgement is None or judgement.verdict != "amend" or not judgement.amended:
        return stored.claim
    return wire.claim_from_json({**wire.to_json(stored.claim), **json.loads(judgement.amended)})


@dataclass(frozen=True, slots=True)
class Given:
    """A report as it comes: its claims, when it was published, and where its title and headings stand."""

    stored: tuple[StoredClaim, ...]
    published: str | None
    headings: tuple[Span, ...]


def given_by_report(book: Casebook) -> Iterator[tuple[int, Given]]:
    """The claims of all reports, by report, reports in the order in which they came."""
    published, titles = _reports(book)
    added: dict[int, list[StoredClaim]] = defaultdict(list)

    def given(report: int, stored: Iterable[StoredClaim]) -> tuple[int, Given]:
        every = (*stored, *added.pop(report, ()))
        return report, Given(every, published.get(report), titles.get(report, ()))

    claims = book.all_claims(ClaimFilter(added=True))
    for report, some in groupby(claims, key=lambda one: one.report if one.id > 0 else 0):
        if report == 0:  # what people added comes before all that was read
            for one in some:
                added[one.report].append(one)
            continue
        yield given(report, some)
    for report in sorted(added):
        yield given(report, ())


def told_of(report: int, given: Given) -> tuple[Telling, ...]:
    """Those claims of a report that tell of happenings, in the order of the text."""
    del report
    found = [t for one in given.stored if (t := _telling(one, given.published, given.headings)) is not None]
    return _told_once(sorted(found, key=order))


def _telling(stored: StoredClaim, published: str | None, headings: tuple[Span, ...]) -> Telling | None:
    verdict = stored.judgement.verdict if stored.judgement else None
    if verdict == "reject":
        return None
    claim = effective(stored)
    return telling(
        (stored.id, stored.key, stored.report), claim, title=any(span.contains(claim.span) for span in headings),
        accepted=verdict in ("accept", "amend", "add"), published=published,
    )  # fmt: skip


def _told_once(tellings: list[Telling]) -> tuple[Telling, ...]:
    """The same with a key of its own for each: a reading may give one claim twice, word for word."""
    seen: Counter[str] = Counter()
    out = []
    for told in tellings:
        seen[told.key] += 1
        out.append(told if seen[told.key] == 1 else told._replace(key=f"{told.key}#{seen[told.key]}"))
    return tuple(out)


def _reports(book: Casebook) -> tuple[dict[int, str | None], dict[int, tuple[Span, ...]]]:
    """Of each report when it was published, and where its title and headings stand."""
    published: dict[int, str | None] = {}
    titles: dict[int, tuple[Span, ...]] = {}
    for stored in book.texts():
        published[stored.id] = stored.report.published
        titles[stored.id] = tuple(b.span for b in stored.report.blocks if b.kind in ("title", "heading"))
    return published, titles


def _verdicts(book: Casebook) -> tuple[Verdicts, Verdicts]:
    """What people decided about pairs of claims and of mentions, by their ids of now."""
    events, persons = book.decisions("event-pair"), book.decisions("person-pair")
    if not events and not persons:
        return Verdicts(), Verdicts()
    wanted = {half for key in events for half in key.split("~")}
    mentions: dict[str, list[str]] = defaultdict(list)
    for key in persons:
        for half in key.split("~"):
            claim, _, place = half.rpartition(".")
            claim, _, slot = claim.rpartition(".")
            mentions[claim].append(f"{slot}.{place}")
    claims: dict[str, list[str]] = defaultdict(list)
    subjects: dict[str, list[str]] = defaultdict(list)
    for stored in book.all_claims(ClaimFilter(added=True)):
        if stored.key in wanted:
            claims[stored.key].append(str(stored.id))
        for place in mentions.get(stored.key, ()):
            subjects[f"{stored.key}.{place}"].append(f"{stored.id}.{place}")
    return verdicts(events, claims), verdicts(persons, subjects)


# --- what is kept -------------------------------------------------------------------------------------------------


def _derived(made: Made) -> Derived:
    if isinstance(made, Event):
        return Derived("event", made.key, made, _about_event(made), _newest_first(made.first))
    if isinstance(made, Person):
        return Derived("person", made.key, made, _about_person(made), float(-len(made.mentions)))
    if isinstance(made, Owned):
        one = made.link
        return Derived("link", f"{one.left}~{one.right}", one, _about_link(made), _to_decide_first(one))
    kind = made.clustering.kind
    about = [
        ("kind", kind),
        *(("claim", name.split(".")[0]) for part in made.clustering.joined for name in part),
    ]
    return Derived(
        "clustering",
        f"{kind} {made.key}",
        made.clustering,
        tuple(dict.fromkeys(about)),
        -made.clustering.weight,
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


def _about_link(owned: Owned) -> tuple[tuple[str, str], ...]:
    one = owned.link
    ends = (one.left, one.right)
    parts = [("end", end) for end in ends] + [("claim", end.split(".")[0]) for end in ends]
    parts += [(one.kind, owner) for owner in owned.owners]
    state = one.judged or ("joined" if one.joined else "open")
    return tuple(dict.fromkeys([*parts, ("kind", one.kind), ("state", f"{one.kind} {state}")]))
