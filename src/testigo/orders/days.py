"""When an event was, as far as its claims tell: the days that all can agree on, or what bounds them.

Rules:
- A claim that tells something lasting ("every evening", "since then", an open end) reaches to the day of its report.
- A claim without a time takes that of the nearest earlier happening of its paragraph; what can only come after an arrest
  does not lie before that of the same person. Both are said.
- An event without any date is known only to lie before the day of its report.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from testigo import dates
from testigo.orders import cues
from testigo.orders.scene import Scene
from testigo.orders.telling import with_year
from testigo.orders.told import Happening, Page, Stated
from testigo.orders.who import HAPPENED

AFTER_ARREST = frozenset(("sentence", "trial", "release", "detention", "interrogation"))
LASTS = frozenset(
    ("surveillance", "detention", "movement_restriction", "watchlisting", "disappearance", "forced_labor")
)


@dataclass(frozen=True, slots=True)
class Days:
    """Ordinals of days. first, last: None where not known; lasting: it went on until `last` at least.

    yearless: the days have no year, and are those of year 4. taken: from another claim of the paragraph; follows: from the
    arrest of the same person, which it cannot come before. told: the day of the earliest report, or None.
    """

    first: int | None = None
    last: int | None = None
    lasting: bool = False
    yearless: bool = False
    taken: bool = False
    follows: bool = False
    told: int | None = None


def days_of(main: Sequence[Stated], happening: Happening, scene: Scene) -> Days:
    """The days of an event. main: the claims that tell it."""
    told = [day for one in main if (day := _published(scene.pages[one.report])) is not None]
    earliest, latest = (min(told), max(told)) if told else (None, None)
    lasting = any(_lasts(one, scene) for one in main)
    values = [value for one in main for value in values_of(one, scene)]
    spans = [span for value in values if (span := _span(value)) is not None]
    if not spans and happening.linked and (happening.first or happening.last):
        linked = tuple(
            dt.date.fromisoformat(d).toordinal() if d else None for d in (happening.first, happening.last)
        )
        return Days(linked[0], latest if lasting else linked[1], lasting, told=earliest)
    if spans:
        first, last = _agreed(spans)
        open_end = lasting or last is None
        return Days(first, latest if open_end else last, open_end, told=earliest)
    yearless = [value for value in values if value.startswith("XXXX-")]
    if yearless:
        first, last = _yearless(yearless[0])
        return Days(first, last, lasting, yearless=True, told=earliest)
    if lasting:
        return Days(None, latest, lasting=True, told=earliest)
    taken = _taken(main, scene)
    if taken is not None:
        return Days(*taken, taken=True, told=earliest)
    return _following(main, scene, earliest) or Days(None, earliest, told=earliest)


def _following(main: Sequence[Stated], scene: Scene, told: int | None) -> Days | None:
    """The days of what can only come after an arrest: from the arrest of the same person on."""
    if not main or main[0].claim.act not in AFTER_ARREST:
        return None
    persons = [person for one in main for person in scene.people.of_claim(one.id)]
    arrests = [
        s
        for p in persons
        for s in scene.of_person(p)
        if s.claim.act == "arrest" and s.claim.status in HAPPENED
    ]
    values = [value for one in arrests for value in values_of(one, scene)]
    for value in values:
        yearless = value.startswith("XXXX-")
        span = _yearless(value) if yearless else _span(value)
        if span is not None and span[0] is not None:
            return Days(span[0], None if yearless else told, yearless=yearless, follows=True, told=told)
    return None


def _published(page: Page) -> int | None:
    return _last_day(page.published) if page.published else None


@lru_cache(maxsize=1 << 14)
def _last_day(value: str) -> int | None:
    last = dates.last_day(dates.parse(value)) if dates.is_valid(value) else None
    return last.toordinal() if last else None


def values_of(one: Stated, scene: Scene) -> list[str]:
    """The dates that a claim tells, as EDTF, with the year that its report gives them."""
    published = scene.pages[one.report].published
    return [with_year(f.value, published) for f in one.claim.time if f.value and _is_valid(f.value)]


_is_valid = lru_cache(maxsize=1 << 14)(dates.is_valid)


@lru_cache(maxsize=1 << 14)
def _span(value: str) -> tuple[int | None, int | None] | None:
    if "XXXX" in value:
        return None
    parsed = dates.parse(value)
    first, last = dates.first_day(parsed), dates.last_day(parsed)
    return (first.toordinal() if first else None, last.toordinal() if last else None)


def _agreed(spans: Sequence[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    """The days in which all can agree, or from the first to the last of them where they cannot."""
    firsts, lasts = [a for a, _ in spans if a is not None], [b for _, b in spans if b is not None]
    first = max(firsts) if firsts else None
    last = min(lasts) if len(lasts) == len(spans) or lasts else None
    if first is not None and last is not None and first > last:
        return min(firsts), max(lasts)
    return first, None if not lasts else last


def _yearless(value: str) -> tuple[int | None, int | None]:
    made = dates.parse("0004" + value[4:])
    first, last = dates.first_day(made), dates.last_day(made)
    return (first.toordinal() if first else None, last.toordinal() if last else None)


def _lasts(one: Stated, scene: Scene) -> bool:
    """Whether a claim tells something that goes on; without a time of its own, also by how often its sentence says that it is."""
    if one.claim.act not in LASTS:
        return False
    ended_open = any((f.value or "").endswith("/..") for f in one.claim.time)
    if ended_open or cues.LASTING.search(scene.words(one)):
        return True
    return not one.claim.time and cues.EVERY.search(scene.sentence(one)) is not None


def _taken(main: Sequence[Stated], scene: Scene) -> tuple[int | None, int | None] | None:
    """The days of the nearest earlier happening of the paragraph, for a claim that has none of its own."""
    for one in main:
        for before in scene.before(one):
            if before.claim.kind != "event" or before.claim.status not in HAPPENED:
                continue
            spans = [s for value in values_of(before, scene) if (s := _span(value)) is not None]
            if spans and None not in spans[0]:
                return spans[0]
    return None
