"""What the pictures are drawn from: of each claim when and where it says that something was, as far as it says.

Rules:
- A picture shows what reports *say*; ten claims are not ten events. Every picture's page says so.
- A date is as wide as it is: "in September" is thirty days. A place is as wide as it is: a province is no point.
- What has no date or place is counted and listed beside the picture, never left out.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from testigo import dates, vocabulary
from testigo.claim import Claim
from testigo.errors import BadInput
from testigo.reference import tables


@dataclass(frozen=True, slots=True)
class When:
    """The days that a time may mean, both included; edtf: as resolved; words: as told. open_start, open_end: no bound."""

    first: dt.date
    last: dt.date
    edtf: str
    words: str
    open_start: bool = False
    open_end: bool = False

    @property
    def days(self) -> int:
        """How many days wide it is."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Happening:
    """A claim as the pictures need it. family: coercion, authority, people, condition or view.

    when: None where the year is not known; times: the words of its times; places: ids of the reference table, the
    most precise first; place_words: as told. claims: how many claims it stands for, where they are only counted.
    """

    claim: int
    act: str
    family: str
    status: str
    label: str
    when: When | None
    times: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    claims: int = 1


def family(kind: str, act: str) -> str:
    """The family that gives a claim its colour and pattern."""
    if kind in ("condition", "view"):
        return kind
    for name, acts in (("coercion", vocabulary.COERCION), ("authority", vocabulary.AUTHORITY)):
        if act in acts:
            return name
    return "people"


def happening(id: int, claim: Claim, label: str) -> Happening:  # noqa: A002
    """A claim as the pictures need it. label: its words, for people."""
    return Happening(
        id, claim.act, family(claim.kind, claim.act), claim.status, label, when_of(claim),
        tuple(t.text for t in claim.time), tuple(p.id for p in claim.place if p.id), tuple(p.text for p in claim.place),
    )  # fmt: skip


def when_of(claim: Claim) -> When | None:
    """When it was: of several times the narrowest; None where none has a year."""
    found = [w for t in claim.time if t.value and (w := days_of(t.value, t.text)) is not None]
    return min(found, key=lambda w: (w.days, w.first), default=None)


def days_of(edtf: str, words: str) -> When | None:
    """The days that an EDTF value may mean; None where a year is not known. An open end is drawn one year long."""
    if "X" in edtf[:4]:
        return None
    try:
        value = dates.parse(edtf)
    except BadInput:
        return None
    first, last = dates.first_day(value), dates.last_day(value)
    if first is None and last is None:
        return None
    year = dt.timedelta(days=365)
    start = first or (last or dt.date.min) - year
    end = last or (first or dt.date.max - year) + year
    return When(start, end, edtf, words, open_start=first is None, open_end=last is None)


def province_of(place_id: str) -> str | None:
    """The first-level unit that a place of the reference table lies in, itself included."""
    place = tables.places().get(place_id)
    while place is not None and place.level > 1:
        place = tables.places().get(place.within)
    return place.id if place else None
