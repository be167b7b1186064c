"""The door: did documented numbers change after an order, in a casebook or in values given.

Rules:
- What is counted are occurrences: claims of events that are asserted, reported or hedged. What is only intended, denied or
  speculated is no incident; what a person rejected neither.
- Where events are linked, an event is one incident, first told by its earliest report. Where they are not, every claim
  counts, and the answer says so.
- A group counts where the words that name a person tell it, or where confronting orders read it in what reports tell of the
  same person. Incidents that tell no group are left out, and how many is said.
- Behind a report stand the origins whose own words it tells; what it only relays adds none. They are those of weighing.
- The days looked at are those of which the casebook has reports, unless others are asked for.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from testigo import dates
from testigo.claim import Claim, Filler
from testigo.confronted import GroupEvents
from testigo.dates import Day
from testigo.errors import BadInput
from testigo.estimating.change import answer as change
from testigo.linked import Event
from testigo.reference import tables
from testigo.trend import Change, Expected, Incident, Options, Publication, Question, Saying
from testigo.weighed import Origin, Weight
from testigo.wire import claim_from_json, to_json

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook
    from testigo.casebook.values import ReportLine, StoredClaim

__all__ = ["Asked", "Sourced", "change", "estimate", "sourced"]

OCCURRED = ("asserted", "reported", "hedged")
MOST_DAYS = 36_600
T = TypeVar("T")
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

    joined: how many of the incidents hold several claims. untold: how many fit but for the groups; read: whether orders were
    confronted, so that groups are known by all that reports tell of a person.
    """

    question: Question
    incidents: tuple[Incident, ...]
    publications: tuple[Publication, ...]
    control: tuple[Incident, ...]
    linked: bool
    stale: bool
    joined: int = 0
    untold: int = 0
    read: bool = False


def estimate(book: Casebook, asked: Asked, options: Options) -> Change:
    """The answer for a casebook. Errors: BadInput (a date without days, an id that no table has)."""
    found = sourced(book, asked)
    answer = change(found.question, found.incidents, found.publications, found.control, options)
    counts = (("joined", str(found.joined)), ("count", str(len(found.incidents))))
    more = (Saying("caution.linked", counts),) if found.linked else (Saying("caution.claims"),)
    late = (Saying("caution.stale"),) if found.stale else ()
    groups = _about_groups(found) if asked.groups else ()
    return replace(
        answer, may=_counting(answer.may, found), may_not=_counting(answer.may_not, found),
        cautions=(*more, *late, *groups, *answer.cautions),
    )  # fmt: skip


def _about_groups(found: Sourced) -> tuple[Saying, ...]:
    """What must be said where groups are asked for."""
    counts = (("untold", str(found.untold)), ("count", str(len(found.incidents))))
    by_name = () if found.read else (Saying("caution.groups"),)
    return (Saying("caution.untold", counts), *by_name)


def _counting(sentence: Saying, found: Sourced) -> Saying:
    """The sentence with what was counted: incidents, or claims of them."""
    return replace(
        sentence, arguments=(*sentence.arguments, ("unit", "incidents" if found.linked else "claims"))
    )


def sourced(book: Casebook, asked: Asked) -> Sourced:
    """The incidents of a question, with the reports they come from. Errors: as `estimate`."""
    groups = {one.group: frozenset(one.claims) for one in _all(book, "orders", "group", GroupEvents)}
    _check(asked, groups)
    lines = {line.id: line for line in _lines(book)}
    published = {id_: day for id_, line in lines.items() if (day := _day_of(line.published)) is not None}
    run = book.derived_run("linking")
    held = _held(book, asked) if lines else {}
    sources = _Sources(lines, published, _origins(book), groups)
    events = tuple(_all(book, "linking", "event", Event)) if run else None
    made = _made(held, events, asked, asked.acts, sources)
    control = _made(held, events, asked, asked.control, sources) if asked.control else ()
    anybody = _made(held, events, replace(asked, groups=()), asked.acts, sources) if asked.groups else made
    incidents = tuple(incident for incident, _ in made)
    telling, voices = {report for _, reports in made for report in reports}, _voices(book)
    out = tuple(
        Publication(day, lines[id_].publisher, voices.get(id_, ()), tells=id_ in telling)
        for id_, day in sorted(published.items())
    )
    names = {incident.id for incident in incidents}
    return Sourced(
        question=_question(asked, sorted(published.values())),
        incidents=incidents,
        publications=out,
        control=tuple(i for i, _ in control),
        linked=run is not None,
        stale=bool(run and run.stale),
        joined=sum(len(event.claims) > 1 and f"event {event.key}" in names for event in events or ()),
        untold=len(anybody) - len(made),
        read=book.derived_run("orders") is not None,
    )


def _check(asked: Asked, told: Collection[str]) -> None:
    for ids, known, what in (
        ((asked.place,), tables.places().keys(), "place"),
        (asked.groups, tables.groups().keys() | set(told), "group"),
    ):
        for id_ in ids:
            if id_ is not None and id_ not in known:
                raise BadInput(
                    f"the reference table has no {what} {id_!r}", "docs/reference.md tells which there are"
                )


@dataclass(frozen=True, slots=True)
class _Sources:
    """Reports by id: their lines, their days of publication; origins by "event KEY" or "claim ID"; claims by group told."""

    lines: dict[int, ReportLine]
    published: dict[int, Day]
    origins: dict[str, tuple[str, ...]]
    groups: dict[str, frozenset[int]]


_Held = dict[int, tuple[int, Claim]]
_Made = tuple[tuple[Incident, frozenset[int]], ...]


def _made(
    held: _Held, events: Sequence[Event] | None, asked: Asked, acts: Collection[str], sources: _Sources
) -> _Made:
    """The incidents of these acts with the reports that tell them: events where they are linked, otherwise claims."""
    fits = {id_ for id_, (_, claim) in held.items() if _about(id_, claim, asked, acts, sources.groups)}
    if events is None:
        return tuple(
            _told(
                _bare(f"claim {id_}", claim.act, _days_of(claim.time), sources),
                (report,),
                [id_],
                held,
                sources,
            )
            for id_, (report, claim) in held.items()
            if id_ in fits
        )
    made = []
    for event in events:
        about = [id_ for id_ in event.claims if id_ in fits]
        if about and (not acts or event.act in acts):
            first, last = (Day.fromisoformat(day) if day else None for day in (event.first, event.last))
            bare = _bare(f"event {event.key}", event.act, (first, last), sources)
            made.append(_told(bare, event.reports, about, held, sources))
    return tuple(made)


def _bare(id_: str, act: str, days: tuple[Day | None, Day | None], sources: _Sources) -> Incident:
    return Incident(id_, act, *days, origins=sources.origins.get(id_, ()))


def _told(
    bare: Incident, reports: Sequence[int], about: Sequence[int], held: _Held, sources: _Sources
) -> tuple[Incident, frozenset[int]]:
    """The incident with who told it, when first, and whom and where it concerns. about: its claims."""
    reported = min((sources.published[r] for r in reports if r in sources.published), default=None)
    outlets = sorted({sources.lines[r].publisher for r in reports if r in sources.lines} - {""})
    groups = sorted({group for id_ in about for group in _groups(id_, held[id_][1], sources.groups)})
    places = sorted({p.id for id_ in about for p in held[id_][1].place if p.id})
    whole = replace(
        bare, reported=reported, outlets=tuple(outlets), groups=tuple(groups), places=tuple(places)
    )
    return whole, frozenset(reports)


# --- what a claim says --------------------------------------------------------------------------------------------


def _held(book: Casebook, asked: Asked) -> _Held:
    """The claims that are occurrences of what is asked, of whomever, by id, with their reports, in the order of reports."""
    from testigo.casebook.values import ClaimFilter

    acts = (*asked.acts, *asked.control) if asked.acts else ()
    filters = [ClaimFilter(kind="event", act=act, added=True) for act in acts]
    # An amendment may have made another act of a claim, or an event of what was none.
    filters += [ClaimFilter(verdict="amend", added=True)] if acts else [ClaimFilter(added=True)]
    found: dict[int, tuple[tuple[int, int], Claim]] = {}
    for stored in chain.from_iterable(map(book.all_claims, filters)):
        claim = _standing(stored, asked)
        if claim is not None and _about(stored.id, claim, replace(asked, groups=()), acts, {}):
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


def _about(
    id_: int, claim: Claim, asked: Asked, acts: Collection[str], told: Mapping[str, Collection[int]]
) -> bool:
    """Whether a claim fits the acts, the groups and the place. told: claims by the groups that confronting read."""
    if acts and claim.act not in acts:
        return False
    if asked.groups and not set(_groups(id_, claim, told)) & set(asked.groups):
        return False
    return asked.place is None or any(_lies_in(filler.id, asked.place) for filler in claim.place)


def _groups(id_: int, claim: Claim, told: Mapping[str, Collection[int]]) -> Iterator[str]:
    """The groups that words put those who suffer it into: those that name them, and what else is told of them."""
    for filler in claim.target:
        if filler.id in tables.groups():
            yield str(filler.id)
        yield from (a.value for a in filler.attributes if a.kind == "group" and a.value)
    yield from (group for group, claims in told.items() if id_ in claims)


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


def _all(book: Casebook, stage: str, kind: str, of: type[T]) -> Iterator[T]:
    """Every derived value of a kind."""
    offset = 0
    while items := book.derived(stage, kind, of, offset=offset, limit=_PAGE).items:
        yield from items
        offset += len(items)


def _origins(book: Casebook) -> dict[str, tuple[str, ...]]:
    """The independent origins of each event or claim, where they were weighed."""
    return {weight.subject: weight.origins for weight in _all(book, "weighing", "weight", Weight)}


def _voices(book: Casebook) -> dict[int, tuple[str, ...]]:
    """The origins whose own words a report tells, by report, where they were weighed; what it only relays adds none."""
    found: dict[int, set[str]] = defaultdict(set)
    for origin in _all(book, "weighing", "origin", Origin):
        one = len(origin.mentions) < 2
        reports = {origin.report} if one else {c.report for c in book.claims_of(origin.claims)}
        for report in reports if origin.claims else ():
            found[report].add(origin.key)
    return {report: tuple(sorted(keys)) for report, keys in found.items()}


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
