"""The door of linking: what the claims of a casebook say of one happening and of one person, kept as derived values.

Rules:
- Links are derived and proposed; only people decide. Their verdicts about pairs bind every run, and are reversible.
- Rejected claims take no part; amended ones take part as amended.
- Same casebook, same seed: same values. Only what differs from the last run is written.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testigo import __version__, wire
from testigo.casebook.by_report import ClaimRow, ReportRows
from testigo.casebook.derived_rows import DerivedRow, derived_row
from testigo.casebook.values import Derived, DerivedRun, StoredClaim
from testigo.claim import Claim, Span
from testigo.linked import Event, Link, Person
from testigo.linking.assembling import order
from testigo.linking.database import database
from testigo.linking.deriving import Teller, linked
from testigo.linking.described import Traits
from testigo.linking.gathering import Incoming
from testigo.linking.judged import Verdicts, verdicts
from testigo.linking.name_keys import keys_of
from testigo.linking.recounting import Made, Owned
from testigo.linking.sharing import Say, Shared, cores
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


def link(book: Casebook, *, seed: int = 1, engine: str = "duckdb", say: Say = lambda *_: None) -> Linked:
    """Link all claims of a casebook and keep what comes of it.

    seed: of the plausible clusterings; engine: what compares, with the same result; say: told what is being done.
    """
    of = book.counts().claims
    say(TAKING_IN, 0, of)
    inputs = book.inputs()
    judged = _verdicts(book)
    with Shared(cores(), say=say) as shared:
        with database(engine) as db:
            told = linked(
                db,
                Incoming(_counted(book, of, say), told_of, weight_of),
                *judged,
                seed=seed,
                shared=shared,
            )
        about = DerivedRun(STAGE, book.now(), __version__, {"seed": seed}, inputs)
        written, dropped = book.replace_derived(about, _kept(told, say))
    return Linked(written, dropped, told.counts)


def _counted(book: Casebook, of: int, say: Say) -> Iterator[tuple[int, ReportRows]]:
    """The claims of all reports, by report, in the order of their ids; says how many of `of` it gave."""
    done = told = 0
    for given in book.claims_by_report():
        yield given.report, given
        done += len(given.claims)
        if done - told >= SAID_EACH:
            say(TAKING_IN, done, max(done, of))
            told = done


def _kept(told: Teller, say: Say) -> Iterator[DerivedRow]:
    """What was found, as rows; says how many it gave."""
    say(KEEPING, 0, 0)
    for number, row in enumerate(told.told(row_of), 1):
        yield row
        if number % SAID_EACH == 0:
            say(KEEPING, number, 0)


TAKING_IN, KEEPING = "taking in the claims", "keeping what was found"
SAID_EACH = 5_000


def weight_of(given: ReportRows) -> int:
    """How much work a report is, beside one with two claims."""
    return max(1, len(given.claims) // 2)


def effective(stored: StoredClaim) -> Claim:
    """The claim with the amendment in force, if there is one."""
    judgement = stored.judgement
    if judgement is None or judgement.verdict != "amend" or not judgement.amended:
        return stored.claim
    return wire.claim_from_json({**wire.to_json(stored.claim), **json.loads(judgement.amended)})


def told_of(report: int, given: ReportRows) -> tuple[Telling, ...]:
    """Those claims of a report that tell of happenings, in the order of the text."""
    del report
    about = json.loads(given.about)
    headings = tuple(
        wire.span_from_json(b["span"]) for b in about["blocks"] if b["kind"] in ("title", "heading")
    )
    published = about.get("published")
    found = [t for row in given.claims if (t := _telling(given.report, row, published, headings)) is not None]
    return _told_once(sorted(found, key=order))


def _telling(report: int, row: ClaimRow, published: str | None, headings: tuple[Span, ...]) -> Telling | None:
    id_, key, body, verdict, amended = row
    if verdict == "reject":
        return None
    value = json.loads(body)
    if verdict == "amend" and amended:
        value |= json.loads(amended)
    for part in _NOT_COMPARED:
        value.pop(part, None)
    claim = wire.claim_from_json(value)
    return telling(
        (id_, key, report), claim, title=any(span.contains(claim.span) for span in headings),
        accepted=verdict in ("accept", "amend", "add"), published=published,
    )  # fmt: skip


_NOT_COMPARED = ("sources", "firmness")
"""Parts of a claim that linking does not look at: to make values of them took a third of the time of making a claim."""


def _told_once(tellings: list[Telling]) -> tuple[Telling, ...]:
    """The same with a key of its own for each: a reading may give one claim twice, word for word."""
    seen: Counter[str] = Counter()
    out = []
    for told in tellings:
        seen[told.key] += 1
        out.append(told if seen[told.key] == 1 else told._replace(key=f"{told.key}#{seen[told.key]}"))
    return tuple(out)


def _verdicts(book: Casebook) -> tuple[Verdicts, Verdicts]:
    """What people decided about pairs of claims and of mentions, by their ids of now."""
    events, persons = book.decisions("event-pair"), book.decisions("person-pair")
    if not events and not persons:
        return Verdicts(), Verdicts()
    ids = book.claims_called({*_halves(events), *(_place(half)[0] for half in _halves(persons))})
    mentions = {
        half: [f"{id_}.{place}" for id_ in ids.get(claim, ())]
        for half in _halves(persons)
        for claim, place in [_place(half)]
    }
    claims = {key: [str(id_) for id_ in some] for key, some in ids.items()}
    return verdicts(events, claims), verdicts(persons, mentions)


def _halves(pairs: Iterable[str]) -> set[str]:
    return {half for key in pairs for half in key.split("~")}


def _place(mention: str) -> tuple[str, str]:
    """The key of the claim of a mention, and where it stands in it: slot and number."""
    claim, slot, number = mention.rsplit(".", 2)
    return claim, f"{slot}.{number}"


# --- what is kept -------------------------------------------------------------------------------------------------


def row_of(made: Made) -> DerivedRow:
    """What was told, as a row of the casebook: made in the process that tells it."""
    return derived_row(_derived(made))


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
    parts += [("names", one.names)] if one.names else []
    state = one.judged or ("joined" if one.joined else "open")
    return tuple(dict.fromkeys([*parts, ("kind", one.kind), ("state", f"{one.kind} {state}")]))
