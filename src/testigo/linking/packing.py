"""A report with what it tells, as few bytes as will do: what is kept of it from reading the claims to telling the events.

Rules:
- Bytes in memory, never a file. They are made and read by one run of one program, so they need no version.
- What happened and who was spoken of are packed by themselves, since they are told one after the other.
- What only the comparison inside the report needed (where words stand) is left out. Nothing is compressed: packing and
  unpacking took more time than that was worth in memory.
"""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from testigo.linking.described import Traits
from testigo.linking.telling import Spoken, Telling, Where
from testigo.linking.within import Local, Occurrence

_traits = attrgetter("names", "surnames", "age", "sex", "words", "definite", "offices")


@dataclass(frozen=True, slots=True)
class Reported:
    """The occurrences and persons of one report."""

    report: int
    people: tuple[Local, ...]
    occurrences: tuple[Occurrence, ...]


def packed(one: Reported) -> bytes:
    """What happened, as bytes."""
    people = [_traits(local.traits) for local in one.people]
    occurrences = [
        (o.sort, [_told(t) for t in o.tellings], list(o.targets), list(o.actors)) for o in one.occurrences
    ]
    return marshal.dumps((one.report, people, occurrences))


def _told(t: Telling) -> tuple[Any, ...]:
    return tuple(t._replace(people=(), places=[tuple(w) for w in t.places]))  # type: ignore[arg-type]


def packed_people(one: Reported) -> bytes:
    """Who was spoken of, as bytes: the mentions of each person, in the order of the text."""
    told = {(t.id, m.slot, m.number): (t, m) for o in one.occurrences for t in o.tellings for m in t.people}
    people = []
    for local in one.people:
        mentions = []
        for place in local.mentions:
            t, m = told[place]
            mentions.append(
                (
                    t.id,
                    t.key,
                    t.report,
                    t.start,
                    t.accepted,
                    m.slot,
                    m.number,
                    m.text,
                    _traits(m.traits),
                    m.said,
                )
            )
        people.append(mentions)
    return marshal.dumps(people)


def unpacked(data: bytes) -> Reported:
    """What happened again. Of persons there are the traits alone, and tellings have no mentions."""
    report, people, occurrences = marshal.loads(data)  # noqa: S302 - our own bytes, see the head
    locals_ = tuple(Local([], [], set(), _traits_of(traits)) for traits in people)
    made = tuple(
        Occurrence(sort, [_telling_of(t) for t in told], set(targets), set(actors))
        for sort, told, targets, actors in occurrences
    )
    return Reported(report, locals_, made)


def unpacked_people(data: bytes) -> Sequence[Sequence[Spoken]]:
    """The mentions of each person again."""
    return [
        [Spoken._make((*first, _traits_of(traits), said)) for *first, traits, said in mentions]
        for mentions in marshal.loads(data)  # noqa: S302 - our own bytes, see the head
    ]


_PLACES = Telling._fields.index("places")


def _telling_of(fields: Sequence[Any]) -> Telling:
    places = fields[_PLACES]
    if not places:
        return Telling._make(fields)
    made = list(fields)
    made[_PLACES] = tuple(map(Where._make, places))
    return Telling._make(made)


@lru_cache(maxsize=20_000)
def _traits_of(values: tuple[Any, ...]) -> Traits:
    return Traits(*values)
