"""One claim in the form in which claims are compared: act, places, days, persons, numbers, and the words of its slots.

Rules:
- What is not told stays empty, and says nothing for or against.
- A place is known by its row of the reference table and all that holds it; without a row by its name as written.
- Tuples with names, since millions of them are packed and unpacked (packing.py).
- Days are ordinals of dates, both ends included. What has no end is left open; a date without a year tells no days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from testigo import dates
from testigo.claim import SLOTS, Claim, Filler, Span
from testigo.errors import BadInput
from testigo.linking import acts
from testigo.linking.described import Traits, traits_of
from testigo.linking.person_words import word_list
from testigo.linking.spelt import folded, is_hangul
from testigo.reference import tables

_CAPITALS = re.compile(r"(?:[A-ZÀ-ŽŎŬ][\w’'.-]*)(?: (?:No\. \d+|[A-ZÀ-ŽŎŬ0-9][\w’'.-]*))*")
_UNITS = {"province": 1, "region": 1, "county": 2, "district": 2, "city": 3, "town": 3, "village": 3}
_SITES, _EMPTY = word_list("site"), word_list("empty")
_KOREAN_UNITS = {"도": 1, "군": 2, "시": 3, "구역": 3}
_WORD = re.compile(r"[^\W\d_]{3,}")
FOREVER = 3_652_059
"""The last day that a date can be."""


class Mentioned(NamedTuple):
    """A filler that names one particular person, by its slot and number; span: where; refers: where the fuller words are.

    said: what else the reader found of them, as (kind, words, value): role, group and place.
    """

    slot: str
    number: int
    text: str
    span: Span
    refers: Span | None
    traits: Traits
    said: tuple[tuple[str, str, str | None], ...] = ()


class Where(NamedTuple):
    """A place as told. keys: itself first, then all that hold it; level: 1 province to 4 site, 0 not known."""

    text: str
    keys: tuple[str, ...]
    level: int


class Telling(NamedTuple):
    """A claim to be linked. id, key: of the claim; start: where it stands; sort: of acts.sort_of; title: in a heading.

    days: first and last day, or None; words: of what is acted on where that is no person; accepted: by a person.
    told: what each slot says, as (slot, words, id or form, value or duration).
    """

    id: int
    key: str
    report: int
    act: str
    detail: str | None
    status: str
    start: int
    sort: str
    title: bool
    accepted: bool
    places: tuple[Where, ...]
    days: tuple[int, int] | None
    people: tuple[Mentioned, ...]
    quantities: frozenset[str]
    forms: frozenset[str]
    charges: frozenset[str]
    words: frozenset[str]
    told: tuple[tuple[str, str, str | None, str | None], ...]

    @property
    def denied(self) -> bool:
        """Whether it says that this did not happen."""
        return self.status == "denied"

    def words_of(self, slot: str) -> str:
        """The words of the first filler of a slot, "" without one."""
        return next((text for at, text, _, _ in self.told if at == slot), "")


class Spoken(NamedTuple):
    """A mention with what of its claim counts for a person. id, key, report, start, accepted: of the claim."""

    id: int
    key: str
    report: int
    start: int
    accepted: bool
    slot: str
    number: int
    text: str
    traits: Traits
    said: tuple[tuple[str, str, str | None], ...]


def telling(stored: tuple[int, str, int], claim: Claim, *, title: bool = False, accepted: bool = False,
            published: str | None = None) -> Telling | None:  # fmt: skip
    """The claim in this form; None where it tells of no happening. stored: id and key of the claim, id of its report.

    published: EDTF of the report.
    """
    if not acts.is_happening(claim):
        return None
    people = tuple(m for slot in ("actor", "target") for m in _people(slot, getattr(claim, slot)))
    taken = {(m.slot, m.number) for m in people}
    things = [f.text for n, f in enumerate(claim.target) if ("target", n) not in taken]
    return Telling(
        *stored, claim.act, claim.act_detail, claim.status, claim.span.start, acts.sort_of(claim), title, accepted,
        places=tuple(w for f in claim.place if (w := where(f)) is not None),
        days=_days(claim.time, published),
        people=people,
        quantities=frozenset(f.value for f in claim.quantity if f.value),
        forms=frozenset(f"{f.form or ''}/{f.duration or ''}" for f in claim.punishment if f.form or f.duration),
        charges=content_words(f.text for f in claim.charge),
        words=content_words(things),
        told=tuple((slot, _fullest(f), f.id or f.form, f.value or f.duration) for slot in SLOTS for f in getattr(claim, slot)),
    )  # fmt: skip


def _fullest(filler: Filler) -> str:
    """The fullest words for it, on one line."""
    longer = filler.refers_text if filler.refers_text and len(filler.refers_text) > len(filler.text) else None
    return " ".join((longer or filler.text).split())


def _people(slot: str, fillers: tuple[Filler, ...]) -> Iterable[Mentioned]:
    for number, filler in enumerate(fillers):
        if filler.id is None and (traits := traits_of(filler)) is not None:
            said = tuple(
                (a.kind, a.text, a.value) for a in filler.attributes if a.kind in ("role", "group", "place")
            )
            text = filler.refers_text or filler.text
            yield Mentioned(slot, number, text, filler.span, filler.refers, traits, said)


def content_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that tell something, without endings: "eleven flats" -> flat."""
    return frozenset(_stem(w) for text in texts for w in _WORD.findall(text.lower()) if w not in _EMPTY)


def _stem(word: str) -> str:
    """Enough of a word to know it again: endings of number and tense away. Korean keeps its first two syllables."""
    if is_hangul(word):
        return word[:2]
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


# --- places -------------------------------------------------------------------------------------------------------


def where(filler: Filler) -> Where | None:
    """A place as told, or None where the words name no place ("a shop")."""
    return _where(filler.id, filler.text)


@lru_cache(maxsize=100_000)
def _where(id_: str | None, text: str) -> Where | None:
    known = tables.places().get(id_ or "")
    if known is not None:
        return Where(text, (known.id, *_holders(known.within)), known.level)
    if id_ is not None:
        return Where(text, (id_,), 0)
    if is_hangul(text):
        return _korean_place(text)
    names = _CAPITALS.findall(text)
    if not names:
        return None
    return _named_place(text, names[-1] if names[0] in ("The", "In", "Near", "At") else names[0])


def _named_place(text: str, name: str) -> Where:
    last = name.rsplit(" ", 1)[-1].lower()
    if last in _UNITS:
        return Where(text, (folded(name.rsplit(" ", 1)[0]),), _UNITS[last])
    site = bool(_SITES & {w.lower() for w in name.split()}) or bool(_SITES & set(text.lower().split()))
    return Where(text, (folded(name),), 4 if site else 3)


def _korean_place(text: str) -> Where | None:
    word = text.split(" ", maxsplit=1)[0]
    if " " in text or len(word) < 2:
        return None
    for unit, level in _KOREAN_UNITS.items():
        if word.endswith(unit) and len(word) > len(unit) + 1:
            return Where(text, (word.removesuffix(unit),), level)
    return Where(text, (word,), 3)


def _holders(place: str) -> tuple[str, ...]:
    found: list[str] = []
    while (row := tables.places().get(place)) is not None and len(found) < 8:
        found.append(row.id)
        place = row.within
    return tuple(found)


# --- days ---------------------------------------------------------------------------------------------------------


def _days(times: tuple[Filler, ...], published: str | None) -> tuple[int, int] | None:
    """The days of the most exact of several times."""
    found = [d for f in times if f.value and (d := days_of(f.value, published)) is not None]
    return min(found, key=lambda d: (d[1] - d[0], d)) if found else None


def days_of(value: str, published: str | None = None) -> tuple[int, int] | None:
    """The first and last day that an EDTF value may mean, as ordinals. An open end reaches to the day of publication."""
    first, last = _span_of(value)
    if first is None:
        return None
    if last is None:
        told = days_of(published) if published else None
        return first, max(told[1], first) if told else FOREVER
    return first, last


@lru_cache(maxsize=100_000)
def _span_of(value: str) -> tuple[int | None, int | None]:
    """First and last day; no last one for an open end, no first one for what tells no days."""
    try:
        when = dates.parse(value)
    except BadInput:
        return None, None
    if "XXXX" in value:
        return None, None
    first, last = dates.first_day(when), dates.last_day(when)
    if last is None:
        return (first.toordinal() if first else None), None
    return (first.toordinal() if first else 1), last.toordinal()
