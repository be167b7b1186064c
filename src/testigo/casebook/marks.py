"""What filters ask of a claim, as words of the full-text index of claims, beside what it says.

Rules:
- An index of words finds what two lists of claims have in common while it goes through them, and stops when a page is
  full: so a filter beside a word costs next to nothing, where looking each claim up would cost seconds.
- A mark is one word: the name of what is asked, and the value in hex, so that no sign of it separates words.
- Marks stand in a column of their own: no word that is typed meets them, and no text can pretend to be one.
- A claim that names a place has a mark for each unit that holds it too: of a whole province one mark is asked, not hundreds.
- The years of a time are a first sieve only: `dated` decides. A time of more than WIDEST years, or with an open end, has
  the mark of wide ones.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache

from testigo.casebook.values import ClaimFilter
from testigo.reference import tables

EVERY = "every"
WIDE = "wide"
OPEN = "open"
WIDEST = 20
"""Years."""
Days = tuple[str | None, str | None]
"""First and last day, as ISO text; None: open."""


@lru_cache(maxsize=10_000)
def mark(name: str, value: str) -> str:
    """One mark. name: kind, act, status, verdict, outlet, names or inside."""
    return f"{name}{value.encode('utf-8', 'surrogatepass').hex()}"


def of_claim(
    told: Sequence[str], verdict: str | None, outlet: str, named: Iterable[str], times: Iterable[Days]
) -> str:
    """All marks of a claim. told: its kind, act and status; named: ids of reference rows; times: of its dated times."""
    plain = [mark(name, value) for name, value in zip(("kind", "act", "status"), told, strict=True)]
    marks = [EVERY, *plain, mark("verdict", verdict or OPEN), mark("outlet", outlet)]
    marks += dict.fromkeys(one for id_ in named for one in _named(id_))
    marks += dict.fromkeys(year for days in times for year in _years(days))
    return " ".join(marks)


@lru_cache(maxsize=10_000)
def _named(id_: str) -> tuple[str, ...]:
    """The row itself, and for a place that it lies in itself and in every unit above."""
    place = tables.places().get(id_)
    above = () if place is None else (place, *tables.units_above(place))
    return (mark("names", id_), *(mark("inside", unit.id) for unit in above))


def _years(days: Days) -> list[str]:
    first, last = (None if day is None else int(day[:4]) for day in days)
    if first is None or last is None or last - first > WIDEST:
        return [WIDE]
    return [f"year{year}" for year in range(first, last + 1)]


def query(which: ClaimFilter) -> list[str]:
    """What a filter asks of the marks, to be joined by AND. Its report, words and slot are not among them."""
    asked = {
        "kind": which.kind, "act": which.act, "status": which.status, "verdict": which.verdict, "outlet": which.publisher,
    }  # fmt: skip
    parts = [mark(name, value) for name, value in asked.items() if value is not None]
    wanted = [*which.fillers, *([] if which.filler is None else [which.filler])]
    if wanted:
        parts.append(_any(_naming(wanted)))
    if which.since is not None and which.until is not None:
        parts += _between(which.since, which.until)
    return parts


def _naming(wanted: Sequence[str]) -> list[str]:
    """The marks of claims that name any of these rows: of a unit that is there with all its places, one."""
    left = dict.fromkeys(wanted)
    marks = []
    for unit in sorted(
        (p for id_, p in tables.places().items() if id_ in left), key=lambda place: place.level
    ):
        inside = _places_in(unit.id) if unit.id in left else frozenset()
        if inside and inside <= left.keys():
            marks.append(mark("inside", unit.id))
            left = {id_: None for id_ in left if id_ not in inside}
    return [*marks, *(mark("names", id_) for id_ in left)]


@lru_cache(maxsize=1000)
def _places_in(unit_id: str) -> frozenset[str]:
    unit = tables.places()[unit_id]
    return frozenset(place.id for place in tables.places().values() if tables.lies_in(place, unit))


def _between(since: dt.date, until: dt.date) -> list[str]:
    years = range(since.year, until.year + 1)
    return [_any((WIDE, *(f"year{year}" for year in years)))] if len(years) <= 2 * WIDEST else []


def _any(marks: Iterable[str]) -> str:
    return "(" + " OR ".join(marks) + ")"
