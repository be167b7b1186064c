"""A report with what it tells, as few bytes as will do: what is kept of it from reading the claims to telling the events.

Rules:
- Bytes in memory, never a file. They are made and read by one run of one program, so they need no version.
- What only the comparison inside the report needed (where words stand, the words of persons) is left out.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from testigo.claim import Span
from testigo.linking.described import Traits
from testigo.linking.telling import Mentioned, Telling, Where
from testigo.linking.within import Local, Occurrence

_traits = attrgetter("names", "surnames", "age", "sex", "words", "definite", "offices")
_NOWHERE = Span(0, 0)
_FAST = 1


@dataclass(frozen=True, slots=True)
class Reported:
    """The occurrences and persons of one report. who: the person of each mention, by claim, slot and number."""

    report: int
    people: tuple[Local, ...]
    who: Mapping[tuple[int, str, int], int]
    occurrences: tuple[Occurrence, ...]


def packed(one: Reported) -> bytes:
    """The report as bytes."""
    people = [(local.mentions, _traits(local.traits)) for local in one.people]
    occurrences = [
        (o.sort, [_told(t) for t in o.tellings], list(o.targets), list(o.actors)) for o in one.occurrences
    ]
    return zlib.compress(marshal.dumps((one.report, people, occurrences)), _FAST)


def _told(t: Telling) -> tuple[Any, ...]:
    people = [(m.slot, m.number, m.text, None, None, _traits(m.traits), m.said) for m in t.people]
    return tuple(t._replace(people=people, places=[tuple(w) for w in t.places]))  # type: ignore[arg-type]


def unpacked(data: bytes) -> Reported:
    """The report again, without places of words."""
    report, people, occurrences = marshal.loads(zlib.decompress(data))  # noqa: S302 - our own bytes, see the head
    locals_ = tuple(Local(mentions, [], set(), _traits_of(traits)) for mentions, traits in people)
    made = tuple(
        Occurrence(sort, [_telling_of(t) for t in told], set(targets), set(actors))
        for sort, told, targets, actors in occurrences
    )
    who = {place: number for number, local in enumerate(locals_) for place in local.mentions}
    return Reported(report, locals_, who, made)


_PLACES, _PEOPLE = (Telling._fields.index(name) for name in ("places", "people"))


def _telling_of(fields: list[Any]) -> Telling:
    made = list(fields)
    made[_PLACES] = tuple(map(Where._make, made[_PLACES]))
    made[_PEOPLE] = tuple(
        Mentioned(slot, number, text, _NOWHERE, None, _traits_of(traits), said)
        for slot, number, text, _, _, traits, said in made[_PEOPLE]
    )
    return Telling._make(made)


@lru_cache(maxsize=20_000)
def _traits_of(values: tuple[Any, ...]) -> Traits:
    return Traits(*values)
