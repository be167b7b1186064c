"""The door: did documented numbers change after an order, in a casebook or in values given.

Rules:
- What is counted are occurrences: claims of events that are asserted, reported or hedged. What is only intended, denied or
  speculated is no incident; what a person rejected neither.
- Where events are linked, an event is one incident, first told by its earliest report. Where they are not, every claim
  counts, and the answer says so.
- The days looked at are those of which the casebook has reports, unless others are asked for.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from testigo import dates
from testigo.claim import Claim, Filler
from testigo.dates import Day
from testigo.errors import BadInput
from testigo.estimating.change import answer as change
from testigo.linked import Event
from testigo.reference import tables
from testigo.trend import Change, Expected, Incident, Options, Publication, Question, Saying
from testigo.weighed import Weight
from testigo.wire import claim_from_json, to_json

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook
    from testigo.casebook.values import ReportLine, StoredClaim

__all__ = ["Asked", "Sourced", "change", "estimate", "sourced"]

OCCURRED = ("asserted", "reported", "hedged")
MOST_DAYS = 36_600
_PAGE = 500
_SHARPEST = 7  # days within which a date of publication must lie for a delay to be known


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a casebook. at: EDTF of the day, or the days, on which the order took effect.

    acts: ids of the vocabulary, or empty for all acts; groups, place: ids of the reference tables; since, until: days looked
    at, or None. control: acts that the order does not touch. statuses: how firmly told. accepted: only what a person
    accepted. names: act, group and place for people, or empty to take the ids.
    """

    at: str
    acts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    place: str | None = None
    since: Day | None = None
    until: Day | None = None
    expected: Expected = Expected.FEWER
    control: tuple[str, ...] = ()
    statuses: tuple[str, ...] = OCCURRED
    accepted: bool = False
    names: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Sourced:
    """What a casebook holds for a question. linked: whether incidents are events; stale: whether linking is out of date.

    joined: how many of the incidents hold several claims.
    """

    question: Question
    incidents: tuple[Incident, ...]
    publications: tuple[Publication, ...]
    control: tuple[Incident, ...]
    linked: bool
    stale: bool
    joined: int = 0


def estimate(book: Casebook, asked: Asked, options: Options) -> Change:
    """The answer for a casebook. Errors: BadInput (a date without days, an id that no table has)."""
    found = sourced(book, asked)
    answer = change(found.question, found.incidents, found.publications, found.control, options)
    counts = (("joined", str(found.joined)), ("count", str(len(found.incidents))))
    more = (Saying("caution.linked", counts),) if found.linked else (Saying("caution.claims"),)
    late = (Saying("caution.stale"),) if found.stale else ()
    return replace(
        answer, may=_counting(answer.may, found), may_not=_counting(answer.may_not, found),
        cautions=(*more, *late, *answer.cautions),
    )  # fmt: skip


def _counting(sentence: Saying, found: Sourced) -> Saying:
    """The sentence with what was counted: incidents, or claims of them."""
    return replace(
        sentence, arguments=(*sentence.arguments, ("unit", "incidents" if found.linked else "claims"))
    )


def sourced(book: Casebook, asked: Asked) -> Sourced:
    """The incidents of a question, with the reports they come from. Errors: as `estimate`."""
    _check(asked)
    lines = {line.id: line for line in _lines(book)}
    published = {id_: day for id_, line in lines.items() if (day := _day_of(line.published)) is not None}
    run = book.derived_run("linking")
    held = _held(book, asked) if lines else {}
    sources = _Sources(lines, published, _origins(book) if run else {})
    events = tuple(_events(book)) if run else None
    made = _made(held, events, asked, asked.acts, sources)
    control = _made(held, events, asked, asked.control, sources) if asked.control else ()
    incidents = tuple(incident for incident, _ in made)
    telling = {report for _, reports in made for report in reports}
    known: dict[int, set[str]] = {}
    for event in events or ():
        for report in event.reports:
            known.setdefault(report, set()).update(sources.origins.get(event.key, ()))
    out = tuple(
        Publication(day, lines[id_].publisher, tuple(sorted(known.get(id_, ()))), tells=id_ in telling)
        for id_, day in sorted(published.items())
    )
    question, names = _question(asked, sorted(published.values())), {incident.id for incident in incidents}
    joined = sum(len(event.claims) > 1 and f"event {event.key}" in names for event in events or ())
    return Sourced(
        question,
        incidents,
        out,
        tuple(i for i, _ in control),
        run is not None,
        bool(run and run.stale),
        joined,
    )


def _check(asked: Asked) -> None:
    for ids, table, what in (
        ((asked.place,), tables.places(), "place"),
        (asked.groups, tables.groups(), "group"),
    ):
        for id_ in ids:
            if id_ is not None and id_ not in table:
                raise BadInput(
                    f"the reference table has no {what} {id_!r}", "docs/reference.md tells which there are"
                )


@dataclass(frozen=True, slots=True)
class _Sources:
    """Reports by id: their lines, their days of publication; and the origins of events, by key."""

    lines: dict[int, ReportLine]
    published: dict[int, Day]
    origins: dict[str, tuple[str, ...]]


_Held = dict[int, tuple[int, Claim]]
_Made = tuple[tuple[Incident, frozenset[int]], ...]


def _made(
    held: _Held, events: Sequence[Event] | None, asked: Asked, acts: Collection[str], sources: _Sources
) -> _Made:
    """The incidents of these acts with the reports that tell them: events where they are linked, otherwise claims."""
    if events is None:
        return tuple(
            _told(Incident(f"claim {id_}", claim.act, *_days_of(claim.time)), (report,), [claim], sources)
            for id_, (report, claim) in held.items()
            if _about(claim, asked, acts)
        )
    made = []
    for event in events:
        claims = [held[id_][1] for id_ in event.claims if id_ in held]
        about = [claim for claim in claims if _about(claim, asked, acts)]
        if about and (not acts or event.act in acts):
            first, last = (Day.fromisoformat(day) if day else None for day in (event.first, event.last))
            bare = Incident(
                f"event {event.key}", event.act, first, last, origins=sources.origins.get(event.key, ())
            )
            made.append(_told(bare, event.reports, about, sources))
    return tuple(made)


def _told(
    bare: Incident, reports: Sequence[int], claims: Sequence[Claim], sources: _Sources
) -> tuple[Incident, frozenset[int]]:
    """The incident with who told it, when first, and whom and where it concerns."""
    reported = min((sources.published[r] for r in reports if r in sources.published), default=None)
    outlets = sorted({sources.lines[r].publisher for r in reports if r in sources.lines} - {""})
    groups = sorted({group for claim in claims for group in _groups(claim)})
    places = sorted({p.id for claim in claims for p in claim.place if p.id})
    whole = replace(
        bare, reported=reported, outlets=tuple(outlets), groups=tuple(groups), places=tuple(places)
    )
    return whole, frozenset(reports)


# --- what a claim says --------------------------------------------------------------------------------------------


def _held(book: Casebook, asked: Asked) -> _Held:
    """The claims that are occurrences of what is asked, by id, with their reports, in the order of reports."""
    from testigo.casebook.values import ClaimFilter

    acts = (*asked.acts, *asked.control) if asked.acts else ()
    filters = [ClaimFilter(kind="event", act=act, added=True) for act in acts]
    # An amendment may have made another act of a claim, or an event of what was none.
    filters += [ClaimFilter(verdict="amend", added=True)] if acts else [ClaimFilter(added=True)]
    found: dict[int, tuple[tuple[int, int], Claim]] = {}
    for stored in chain.from_iterable(map(book.all_claims, filters)):
        claim = _standing(stored, asked)
        if claim is not None and _about(claim, asked, acts):
            found[stored.id] = (stored.report, stored.number), claim
    return {
        id_: (place[0], claim)
        for id_, (place, claim) in sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    }


def _standing(stored: StoredClaim, asked: Asked) -> Claim | None:
    """The claim as it stands after judgement, or None where it is no occurrence."""
    verdict = stored.judgement.verdict if stored.judgement else None
    claim = stored.claim
    if stored.judgement and verdict == "amend" and stored.judgement.amended:
        claim = claim_from_json({**to_json(claim), **json.loads(stored.judgement.amended)})
    if verdict == "reject" or (asked.accepted and verdict not in ("accept", "amend", "add")):
        return None
    return claim if claim.kind == "event" and claim.status in asked.statuses else None


def _about(claim: Claim, asked: Asked, acts: Collection[str]) -> bool:
    """Whether a claim fits the acts, the groups and the place."""
    if acts and claim.act not in acts:
        return False
    if asked.groups and not set(_groups(claim)) & set(asked.groups):
        return False
    return asked.place is None or any(_lies_in(filler.id, asked.place) for filler in claim.place)


def _groups(claim: Claim) -> Iterator[str]:
    """The groups that the words put those who suffer it into."""
    for filler in claim.target:
        if filler.id in tables.groups():
            yield str(filler.id)
        yield from (a.value for a in filler.attributes if a.kind == "group" and a.value)


def _lies_in(place: str | None, unit: str) -> bool:
    table = tables.places()
    return place in table and tables.lies_in(table[str(place)], table[unit])


def _days_of(times: Sequence[Filler]) -> tuple[Day | None, Day | None]:
    """When it was: of several times the narrowest; None at an end that is open or without a year."""
    found = [_bounds(t.value) for t in times if t.value]
    closed = [(a, b) for a, b in found if a and b]
    if closed:
        return min(closed, key=lambda days: ((days[1] - days[0]).days, days[0]))
    return found[0] if found else (None, None)


def _bounds(edtf: str) -> tuple[Day | None, Day | None]:
    if "X" in edtf[:4] or not dates.is_valid(edtf):
        return None, None
    value = dates.parse(edtf)
    return dates.first_day(value), dates.last_day(value)


# --- what the casebook holds --------------------------------------------------------------------------------------


def _lines(book: Casebook) -> Iterator[ReportLine]:
    offset = 0
    while items := book.reports(offset=offset, limit=_PAGE).items:
        yield from items
        offset += len(items)


def _events(book: Casebook) -> Iterator[Event]:
    offset = 0
    while items := book.derived("linking", "event", Event, offset=offset, limit=_PAGE).items:
        yield from items
        offset += len(items)


def _origins(book: Casebook) -> dict[str, tuple[str, ...]]:
    """The independent origins of each event, where they were weighed."""
    found: dict[str, tuple[str, ...]] = {}
    offset = 0
    while items := book.derived("weighing", "weight", Weight, offset=offset, limit=_PAGE).items:
        found |= {
            w.subject.removeprefix("event "): w.origins for w in items if w.subject.startswith("event ")
        }
        offset += len(items)
    return found


def _day_of(published: str | None) -> Day | None:
    """The day of publication; the last one that it may be, where it is known to a week."""
    first, last = _bounds(published) if published else (None, None)
    return last if first and last and (last - first).days < _SHARPEST else None


def _question(asked: Asked, published: Sequence[Day]) -> Question:
    first, last = _bounds(asked.at)
    if first is None or last is None:
        raise BadInput(
            f"the order's date {asked.at!r} has no first and last day", "give a day, a month, or from/to"
        )
    since = asked.since or (published[0].replace(day=1) if published else first)
    until = asked.until or (published[-1] if published else last)
    if (until - since).days > MOST_DAYS:
        raise BadInput(
            f"{since} to {until} is more than a hundred years", "narrow it with --since and --until"
        )
    act, group, place = asked.names
    names = act or ", ".join(asked.acts), group or ", ".join(asked.groups), place or asked.place or ""
    return Question(first, last, since, max(until, since), *names, asked.expected)
