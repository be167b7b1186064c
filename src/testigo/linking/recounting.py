"""Clusters told as events, persons and links: some at a time, by what is handed over with them, in any process.

Rules:
- What is told of a cluster follows from its task alone, so that it is the same wherever it is done.
- `each` says what becomes of everything told; what it gives is all that is sent back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from testigo.linked import Clustering, Event, Link, Person
from testigo.linking import assembling, event_model, nearness, person_model, showing, whole_names
from testigo.linking.compared import Answer
from testigo.linking.judged import Verdicts, pair
from testigo.linking.packing import Reported, unpacked, unpacked_people
from testigo.linking.showing import Shown, proposed
from testigo.linking.telling import Spoken
from testigo.reason import Reason
from testigo.value import value

CANNOT_TELL = Answer.CANNOT_TELL.value
TWICE = "one report tells it more than once, and nothing in it keeps the two apart"
ONE_NAME = "one report speaks of this person more than once"
ALONE = "nothing in it tells where or when: it is held against reports that share other happenings with it, and no others"
REASONS = (
    TWICE,
    ONE_NAME,
    ALONE,
    *event_model.REASONS,
    *person_model.REASONS,
    *nearness.REASONS,
    *whole_names.REASONS,
    *showing.REASONS,
)


@value
class Owned:
    """A link, with the keys of the events or persons that its two sides stand in."""

    link: Link
    owners: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Plausible:
    """A clustering of what is uncertain together. key: stays while its first claim or mention does."""

    key: str
    clustering: Clustering


Made = Event | Person | Owned | Plausible
Each = Callable[[Made], Any]
"""What becomes of everything told: a function of a module, so that it can be sent to another process."""


def as_it_is(made: Made) -> Made:
    """What was told, and nothing else."""
    return made


@dataclass(frozen=True, slots=True)
class Members:
    """Clusters of parts of reports. packed: the reports, each once; of each member the place among them, and its number there.

    ends: where each cluster ends among the members; chance: of each cluster.
    """

    packed: list[bytes]
    home: list[int]
    number: list[int]
    ends: list[int]
    chance: list[float]

    def clusters(self) -> Iterator[tuple[list[tuple[int, int]], float]]:
        """The members of each cluster (home, number), and its chance."""
        places = list(zip(self.home, self.number, strict=True))
        start = 0
        for end, chance in zip(self.ends, self.chance, strict=True):
            yield places[start:end], chance
            start = end


@dataclass(frozen=True, slots=True)
class Events:
    """Events to be told. alone: whether nothing holds them; people: of each report, the key numbers of persons by number."""

    members: Members
    alone: list[bool]
    people: list[dict[int, int]]
    judged: Verdicts
    each: Each


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons to be told. events: key numbers of the events of each, in the order of time."""

    members: Members
    events: list[list[int]]
    judged: Verdicts
    each: Each


@dataclass(frozen=True, slots=True)
class Links:
    """Links to be told."""

    shown: Shown
    judged: Verdicts
    each: Each


@dataclass(slots=True)
class Recounted:
    """What was told. made: what `each` gave; days: of each event; parts: claims, or mentions; open: links that wait for

    people; untold: those of them whose names cannot tell; said: the ends of links that people judged.
    """

    made: list[Any] = field(default_factory=list)
    days: list[tuple[str | None, str | None]] = field(default_factory=list)
    parts: int = 0
    open: int = 0
    untold: int = 0
    said: list[tuple[str, str]] = field(default_factory=list)

    def link(self, link: Link, owners: tuple[str, str], each: Each) -> None:
        """Tell a link."""
        if link.judged is not None:
            self.said.append((link.left, link.right))
        waits = link.judged is None and not link.joined
        self.open += waits
        self.untold += waits and link.names == CANNOT_TELL
        self.made.append(each(Owned(link, owners)))

    def again(self, kind: str, two: tuple[str, str], owner: str, by: tuple[Verdicts, Each]) -> None:
        """Tell the link of two that one report tells as one."""
        ends = pair(*two)
        why = Reason(TWICE if kind == "event" else ONE_NAME)
        self.link(Link(kind, *ends, 0.95, (why,), by[0](*ends), joined=True), (owner, owner), by[1])


def recount_events(some: Events) -> Recounted:
    """Events, each with the links between claims that one report tells as one."""
    done = Recounted()
    reports = [unpacked(data) for data in some.members.packed]
    for (members, chance), alone in zip(some.members.clusters(), some.alone, strict=True):
        event = _event(members, reports, some.people, chance, alone=alone)
        done.parts += len(event.claims)
        done.days.append((event.first, event.last))
        done.made.append(some.each(event))
        for home, number in members:
            first, *rest = reports[home].occurrences[number].tellings
            for again in rest:
                done.again("event", (str(first.id), str(again.id)), event.key, (some.judged, some.each))
    return done


def _event(
    members: Sequence[tuple[int, int]], reports: Sequence[Reported], people: Sequence[dict[int, int]], chance: float, *, alone: bool
) -> Event:  # fmt: skip
    ones = [reports[home].occurrences[number] for home, number in members]
    keys = dict.fromkeys(
        people[home][p]
        for (home, _), one in zip(members, ones, strict=True)
        for p in sorted(one.targets | one.actors)
    )
    persons = [assembling.key_of("p", key) for key in keys]
    notes = (Reason(ALONE),) if alone else ()
    return assembling.event(ones, [reports[home].people for home, _ in members], persons, chance, notes)


def recount_persons(some: Persons) -> Recounted:
    """Persons, each with the links between mentions that one report takes for one."""
    done = Recounted()
    reports = [unpacked_people(data) for data in some.members.packed]
    for (members, chance), events in zip(some.members.clusters(), some.events, strict=True):
        parts = [spoken for home, number in members for spoken in reports[home][number]]
        person = assembling.person(parts, [assembling.key_of("e", key) for key in events], chance)
        done.parts += len(person.mentions)
        done.made.append(some.each(person))
        for home, number in members:
            first, *rest = reports[home][number]
            for again in rest:
                done.again("person", (subject(first), subject(again)), person.key, (some.judged, some.each))
    return done


def subject(mention: Spoken) -> str:
    """What judgements about a mention are kept by."""
    return f"{mention.id}.{mention.slot}.{mention.number}"


def recount_links(some: Links) -> Recounted:
    """Links that are proposed."""
    done = Recounted()
    sign = "e" if some.shown.kind == "event" else "p"
    owners = [[assembling.key_of(sign, key) for key in keys.tolist()] for keys in some.shown.owners]
    for link, place in proposed(some.shown, some.judged):
        done.link(link, (owners[0][place], owners[1][place]), some.each)
    return done
