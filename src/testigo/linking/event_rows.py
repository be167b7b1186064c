"""Occurrences as rows: what is compared of them, and by which keys they are brought together.

Rules:
- Occurrences that tell the same in every field are one row, so that two thousand copies of an article are compared as one.
- A row without place, day and name is not compared at all: nothing in it would tell one happening from another.
- Keys join what can be one: the same town in the same week or month, the same name in the same year. A row without a
  day meets all of its town, one without a town all of its days, so that imprecise tellings are not lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class EventRow:
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


def row_of(one: Occurrence, people: Sequence[Local]) -> EventRow:
    """The row of an occurrence. What a claim denies is passed over where another claim tells it otherwise."""
    tellings = [t for t in one.tellings if not t.denied] or one.tellings
    days = days_together([t.days for t in tellings if t.days] or [t.days for t in one.tellings if t.days])
    places = [w for t in tellings for w in t.places] or [w for t in one.tellings for w in t.places]
    finest = max(places, key=lambda w: w.level or 3, default=None)
    who = [people[n].traits for n in sorted(one.targets or one.actors)]
    keys = [keys_of(t) for t in who]
    ages = [t.age for t in who if t.age]
    return EventRow(
        one.sort, tellings[0].act,
        finest.keys[0] if finest else None, finest.level if finest else 0, is_hangul(finest.keys[0]) if finest else False,
        consonants(finest.keys[0]) if finest else "", finest is not None and all(w.level == 4 for w in places),
        finest is not None and finest.keys[0] in tables.places(),
        tuple(sorted({k for w in places for k in w.keys})), _town_keys(places),
        days[0] if days else None, days[1] if days else None,
        tuple("." for _ in who), _flat(k.names for k in keys), _flat(k.parts for k in keys), _flat(k.sounds for k in keys), "".join(sorted({k.script for k in keys})), any(k.usual for k in keys),
        any(t.names for t in who), _flat(set(t.words) - LOOSE for t in who), _sex(who),
        ages[0][0] if ages else None, ages[0][1] if ages else None,
        _flat(t.quantities for t in tellings), _flat(t.charges for t in tellings), _flat(t.forms for t in tellings),
        _flat(t.words for t in tellings),
    )  # fmt: skip


def _flat(parts: Iterable[Iterable[str]]) -> tuple[str, ...]:
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


def blocks_of(row: EventRow) -> tuple[tuple[str, int], ...]:
    """The keys that bring a row together with others, each with how it meets them by it.

    Two rows meet by a key where at least one of them seeks by it: all that lies in a town waits there, and only what has
    no day seeks it by the town alone.
    """
    if not row.anchored:
        return ()
    towns, whens = _towns(row), _whens(row)
    vague = row.first is None or (row.last or 0) - row.first > MONTH
    exact = [f"{row.sort}|{town}|{when}" for town in towns for when in whens]
    exact += [f"{row.sort}|n:{name}|{year}" for name in (*row.names, *row.sounds) for year in _years(row)]
    wide = [(f"{row.sort}|{town}|", vague) for town in towns]
    wide += [
        (f"{row.sort}|{place}|{when}", not row.towns)
        for place in row.places
        if place not in towns
        for when in whens
    ]
    wide += [(f"{row.sort}||{when}", row.town is None) for when in whens]
    wide += [(f"{row.sort}|n:{name}|", vague) for name in (*row.names, *row.sounds, *row.parts)]
    wide += [(f"{row.sort}|s:{part}|{when}", True) for part in row.parts for when in whens]
    return tuple(
        {**{key: SEEKS if seeks else WAITS for key, seeks in wide}, **dict.fromkeys(exact, EXACT)}.items()
    )


def _towns(row: EventRow) -> list[str]:
    if row.town is None:
        return []
    found = row.towns or ((row.town,) if row.loose else ())
    return [*found, *(["~" + row.sound] if len(row.sound) > 2 and not row.town.startswith("KP-") else [])]


def _whens(row: EventRow) -> list[str]:
    """Weeks for days (two that overlap, so that neighbours meet), months for what is wider, years for the rest."""
    if row.first is None or row.last is None:
        return []
    months = _months(row.first, row.last)
    if row.last - row.first <= 14:
        return [
            *(f"w{d // 8}" for d in {row.first, row.last}),
            *(f"v{(d + 4) // 8}" for d in {row.first, row.last}),
            *months,
        ]
    return months if len(months) <= 4 else [f"y{year}" for year in _years(row)]


def _months(first: int, last: int) -> list[str]:
    if last - first > 120:
        return []
    one, other = dt.date.fromordinal(max(first, 1)), dt.date.fromordinal(min(last, FOREVER))
    start, end = one.year * 12 + one.month - 1, other.year * 12 + other.month - 1
    return [f"m{n}" for n in range(start, end + 1)]


def _years(row: EventRow) -> list[str]:
    if row.first is None or row.last is None:
        return [""]
    one, other = dt.date.fromordinal(max(row.first, 1)).year, dt.date.fromordinal(min(row.last, FOREVER)).year
    return [str(year) for year in range(one, min(other, one + 3) + 1)]
