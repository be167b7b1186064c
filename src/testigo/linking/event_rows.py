"""Occurrences as rows: what is compared of them, and by which keys they are brought together.

Rules:
- Occurrences that tell the same in every field are one row, so that two thousand copies of an article are compared as one.
- A row without place, day and name is not compared at all: nothing in it would tell one happening from another.
- Keys join what can be one: the same town in the same week or month, the same name in the same year. A row without a
  day meets all of its town, one without a town all of its days, so that imprecise tellings are not lost.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from testigo.linking.described import LOOSE, Traits
from testigo.linking.event_model import MONTH
from testigo.linking.name_keys import keys_of
from testigo.linking.spelt import consonants, is_hangul
from testigo.linking.telling import FOREVER, Where
from testigo.linking.within import Local, Occurrence
from testigo.reference import tables

DAYS_OFF = 10

COLUMNS = (
    "sort", "act", "town", "level", "hangul", "sound", "loose", "charted", "places", "towns", "first", "last", "people", "names", "parts", "sounds", "script", "usual", "full", "roles", "sex", "age_from", "age_to", "numbers", "charges", "forms", "things",
)  # fmt: skip


class EventRow(NamedTuple):
    """What is compared of an occurrence. Lists are sorted tuples; see event_model.py for their use.

    people: a mark for each particular person it is done to; names, parts, sounds: keys of their names.
    """

    sort: str
    act: str
    town: str | None
    level: int
    hangul: bool
    sound: str
    loose: bool
    charted: bool
    places: tuple[str, ...]
    towns: tuple[str, ...]
    first: int | None
    last: int | None
    people: tuple[str, ...]
    names: tuple[str, ...]
    parts: tuple[str, ...]
    sounds: tuple[str, ...]
    script: str
    usual: bool
    full: bool
    roles: tuple[str, ...]
    sex: str
    age_from: int | None
    age_to: int | None
    numbers: tuple[str, ...]
    charges: tuple[str, ...]
    forms: tuple[str, ...]
    things: tuple[str, ...]

    @property
    def anchored(self) -> bool:
        """Whether a place, a day or a name holds it."""
        return self.town is not None or self.first is not None or bool(self.parts)


class _Place(NamedTuple):
    """What the places of an occurrence come to: the columns of the same names."""

    town: str | None = None
    level: int = 0
    hangul: bool = False
    sound: str = ""
    loose: bool = False
    charted: bool = False
    places: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()


_NOWHERE = _Place()


def row_of(one: Occurrence, people: Sequence[Local]) -> EventRow:
    """The row of an occurrence. What a claim denies is passed over where another claim tells it otherwise."""
    tellings = [t for t in one.tellings if not t.denied] or one.tellings
    days = days_together([t.days for t in tellings if t.days] or [t.days for t in one.tellings if t.days])
    places = [w for t in tellings for w in t.places] or [w for t in one.tellings for w in t.places]
    who = [people[n].traits for n in sorted(one.targets or one.actors)]
    keys = [keys_of(t) for t in who]
    ages = [t.age for t in who if t.age]
    return EventRow._make((
        one.sort, tellings[0].act, *(_place(tuple(places)) if places else _NOWHERE), *(days or (None, None)),
        (".",) * len(who), _flat([k.names for k in keys]), _flat([k.parts for k in keys]), _flat([k.sounds for k in keys]),
        "".join(sorted({k.script for k in keys})), any(k.usual for k in keys), any(t.names for t in who),
        _flat([set(t.words) - LOOSE for t in who]), _sex(who), *(ages[0] if ages else (None, None)),
        _flat([t.quantities for t in tellings]), _flat([t.charges for t in tellings]), _flat([t.forms for t in tellings]),
        _flat([t.words for t in tellings]),
    ))  # fmt: skip


@lru_cache(maxsize=50_000)
def _place(places: tuple[Where, ...]) -> _Place:
    """What these places come to, the most precise before the others. A pure function, kept because reports repeat them."""
    finest = max(places, key=lambda w: w.level or 3)
    town = finest.keys[0]
    return _Place(
        town, finest.level, is_hangul(town), consonants(town), all(w.level == 4 for w in places), town in tables.places(),
        tuple(sorted({k for w in places for k in w.keys})), _town_keys(places),
    )  # fmt: skip


def _flat(parts: Sequence[Iterable[str]]) -> tuple[str, ...]:
    if len(parts) == 1:
        return tuple(sorted({*parts[0]})) if parts[0] else ()
    return tuple(sorted({p for part in parts for p in part}))


def _sex(who: Sequence[Traits]) -> str:
    told = {t.sex for t in who if t.sex}
    return told.pop() if len(told) == 1 else ""


def _town_keys(places: Sequence[Where]) -> tuple[str, ...]:
    """The towns, cities and counties among the places and among what holds them. A site alone tells no town."""
    found = {w.keys[0] for w in places if w.level in (0, 2, 3)}
    found |= {w.keys[1] for w in places if w.level == 4 and len(w.keys) > 2}
    return tuple(sorted(found))


def bound_towns(row: EventRow) -> tuple[str, ...]:
    """The towns that keep clusters apart: those of one script, or that the tables have."""
    return row.towns if not row.hangul or row.town in tables.places() else ()


def days_together(days: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The days in which all can agree, or the most exact of them where they conflict."""
    if not days:
        return None
    first, last = max(d[0] for d in days), min(d[1] for d in days)
    return (first, last) if first <= last else min(days, key=lambda d: (d[1] - d[0], d))


# --- keys ---------------------------------------------------------------------------------------------------------


WAITS, SEEKS, EXACT = 0, 1, 2
"""How a row meets others by a key: only those that seek it, all; or all, by a key fine enough for crowds to matter."""
_NEVER = 0
"""The number of no time at all."""


def blocks_of(row: EventRow) -> Mapping[int, int]:
    """The keys that bring a row together with others, as numbers, each with how it meets them by it.

    Two rows meet by a key where at least one of them seeks by it: all that lies in a town waits there, and only what has
    no day seeks it by the town alone. A key is of a sort, of a town or name (or none), and of a time (or none).
    """
    if not row.anchored:
        return {}
    sort, times = number_of(row.sort), _times(row.first, row.last)
    towns, names = _towns(row), [number_of(f"n:{name}") for name in (*row.names, *row.sounds)]
    found = _wide(row, sort, towns, names)
    for name in names:
        for year in times.years:
            found[key_of(sort, name, year)] = EXACT
    for town in towns:
        for when in times.whens:
            found[key_of(sort, number_of(town), when)] = EXACT
    return found


def _wide(row: EventRow, sort: int, towns: Sequence[str], names: Sequence[int]) -> dict[int, int]:
    """The keys by which many meet."""
    vague = row.first is None or (row.last or 0) - row.first > MONTH
    whens = _times(row.first, row.last).whens
    found = {key_of(sort, number_of(town), _NEVER): SEEKS if vague else WAITS for town in towns}
    others = [number_of(place) for place in row.places if place not in towns]
    seeks = WAITS if row.towns else SEEKS
    found |= {key_of(sort, place, when): seeks for place in others for when in whens}
    seeks = SEEKS if row.town is None else WAITS
    found |= {key_of(sort, _NEVER, when): seeks for when in whens}
    parts = [number_of(f"n:{part}") for part in row.parts]
    found |= {key_of(sort, name, _NEVER): SEEKS if vague else WAITS for name in (*names, *parts)}
    surnames = [number_of(f"s:{part}") for part in row.parts]
    found |= {key_of(sort, part, when): SEEKS for part in surnames for when in whens}
    return found


@lru_cache(maxsize=200_000)
def number_of(part: str) -> int:
    """A part of a key as a number of 56 bits that is the same in every process."""
    return int.from_bytes(hashlib.blake2b(part.encode(), digest_size=7).digest(), "big")


def key_of(*parts: int) -> int:
    """A key of several parts as a number of 63 bits. Python mixes numbers in one way in every process, unlike words."""
    return hash(parts) & 0x7FFF_FFFF_FFFF_FFFF


def _towns(row: EventRow) -> list[str]:
    if row.town is None:
        return []
    found = row.towns or ((row.town,) if row.loose else ())
    return [*found, *(["~" + row.sound] if len(row.sound) > 2 and not row.town.startswith("KP-") else [])]


class _Times(NamedTuple):
    """Numbers of the times by which a row meets others. whens: weeks, months or years; years: up to four."""

    whens: tuple[int, ...]
    years: tuple[int, ...]


@lru_cache(maxsize=50_000)
def _times(first: int | None, last: int | None) -> _Times:
    """Weeks for days (two that overlap, so that neighbours meet), months for what is wider, years for the rest."""
    if first is None or last is None:
        return _Times((), (_NEVER,))
    years = _years(first, last)
    if last - first <= 14:
        whens = [f"{week}{(d + shift) // 8}" for week, shift in (("w", 0), ("v", 4)) for d in {first, last}]
        whens += _months(first, last)
    else:
        months = _months(first, last)
        whens = months if len(months) <= 4 else [f"y{year}" for year in years]
    return _Times(tuple(map(number_of, dict.fromkeys(whens))), tuple(map(number_of, years)))


def _months(first: int, last: int) -> list[str]:
    if last - first > 120:
        return []
    one, other = dt.date.fromordinal(max(first, 1)), dt.date.fromordinal(min(last, FOREVER))
    start, end = one.year * 12 + one.month - 1, other.year * 12 + other.month - 1
    return [f"m{n}" for n in range(start, end + 1)]


def _years(first: int, last: int) -> list[str]:
    one, other = dt.date.fromordinal(max(first, 1)).year, dt.date.fromordinal(min(last, FOREVER)).year
    return [str(year) for year in range(one, min(other, one + 3) + 1)]
