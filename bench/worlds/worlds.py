"""A generated casebook: happenings to invented people, told by several outlets, copied and reworded, with the truth kept.

    from bench.worlds.worlds import Size, world
    made = world(Size(reports=20_000), seed=1)
    made.reports     # each with its text, its claims (as a reading without a mistake), and where it has them from
    made.truth()     # JSON, see below
    recording.record(book, made)    # all of it into a casebook; gives the ids of claims by (report number, claim number)

How it is made
- People have Korean names drawn by the frequency of surnames, so that hundreds bear a common one. A name is written in
  Hangul or in one of the spellings of reference/name_syllables.csv, whole or as a surname, or is not told.
- A case is one to four happenings to one person (arrest, interrogation, sentence, release, ...); others happen to groups.
- Each happening has one to three origins: people who told it, each to one outlet. A report from an origin is a telling of
  its own: its day may be exact, a part of a month, a month, or a day off; its place a town or only the province; numbers
  may be rounded; a part of the details is left out.
- A relay has its words from another report: an exact copy, or reworded by other templates with claims in another order.
  What it changes on the way is kept: a hedge lost, a number grown, a town become a province, a source become "sources".
  Two in five reports are relays.

Truth, as JSON: {"seed", "reports": [{"outlet", "published", "relay_of": number or null, "how": "exact", "reworded" or
null, "changes": [{"kind", "claim", "from", "to"}], "origins": [id, ...], "claims": [event id or null, ...]}],
"events": {id: {"act", "day", "town", "origins": [id, ...]}}, "persons": {id: [[report, claim, slot, filler], ...]}}.
Reports are known by their place in the list, claims by theirs in the report; "origins" of a report are those behind it,
also by way of others, and those of an event all that stand behind any report of it.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from bench.worlds.words import ACTS, CHARGES, OUTLETS, ROLES
from bench.worlds.writing import written

from testigo.claim import Claim
from testigo.reference import tables

START, YEARS = dt.date(2015, 1, 1), 10


@dataclass(frozen=True, slots=True)
class Size:
    """How large. copies: of one article, besides (the bad case for blocking)."""

    reports: int = 20_000
    copies: int = 0
    relays: float = 0.4


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented. hangul: surname and given syllables."""

    id: str
    surname: str
    given: tuple[str, ...]
    female: bool
    born: int
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. person: None where it happened to a group of `number`."""

    id: str
    act: str
    day: dt.date
    town: str
    person: Person | None
    number: int
    charge: str
    length: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One telling of one event by one report: what is told of it, and how.

    when: exact, off, part, month, none; where: town, province; name: full, surname, none; firm: hedged, reported.
    number, charge, age: whether told (number: as told).
    """

    event: Event
    when: str
    where: str
    name: str
    firm: str
    number: int
    charge: bool
    age: bool
    off: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A report. relay_of: number of the report that it has its words from; how: exact or reworded; origins: behind it."""

    number: int
    outlet: str
    published: dt.date
    said: tuple[Said, ...]
    style: int
    source: str
    relay_of: int | None = None
    how: str | None = None
    changes: tuple[tuple[str, int, str, str], ...] = ()
    origins: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    language: str = "en"
    claims: tuple[Claim, ...] = ()


@dataclass(slots=True)
class World:
    """Everything made, and the truth about it."""

    seed: int
    events: dict[str, Event] = field(default_factory=dict)
    reports: list[Told] = field(default_factory=list)

    def truth(self) -> dict[str, Any]:
        """See the head of the file."""
        persons: dict[str, list[list[Any]]] = defaultdict(list)
        behind: dict[str, set[str]] = defaultdict(set)
        for report in self.reports:
            for number, said in enumerate(report.said):
                behind[said.event.id] |= set(report.origins)
                if said.event.person is not None:
                    persons[said.event.person.id].append([report.number, number, "target", 0])
        return {
            "seed": self.seed,
            "reports": [
                {"outlet": r.outlet, "published": r.published.isoformat(), "relay_of": r.relay_of, "how": r.how,
                 "changes": [dict(zip(("kind", "claim", "from", "to"), c, strict=True)) for c in r.changes],
                 "origins": list(r.origins), "claims": [s.event.id for s in r.said]}
                for r in self.reports
            ],
            "events": {e.id: {"act": e.act, "day": e.day.isoformat(), "town": e.town, "origins": sorted(behind[e.id])}
                       for e in self.events.values() if e.id in behind},
            "persons": dict(persons),
        }  # fmt: skip


@lru_cache(maxsize=1)
def towns() -> tuple[str, ...]:
    """Towns and counties that reports may name."""
    return tuple(p.id for p in tables.places().values() if p.level == 2 and p.kind in ("city", "county"))


@lru_cache(maxsize=1)
def _syllables() -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]:
    rows = tables.name_syllables()
    surnames = [r for r in rows if r.kind == "surname" and len(r.hangul) == 1]
    weights = tuple(int(2000 / (1 + (r.rank_south_2015 or 90)) ** 1.1) + 1 for r in surnames)
    return (
        tuple(r.hangul for r in surnames),
        weights,
        tuple(r.hangul for r in rows if r.kind == "given" and len(r.hangul) == 1),
    )


def world(size: Size, seed: int) -> World:
    """A casebook of this size. The same seed makes the same one."""
    made = World(seed)
    dice = random.Random(seed)
    while len(made.reports) < size.reports:
        _case(made, dice, size)
    del made.reports[size.reports :]
    if size.copies and made.reports:
        made.reports += [_copy(made, made.reports[0], dice, exact=True) for _ in range(size.copies)]
    made.reports = [replace(r, number=n) for n, r in enumerate(made.reports)]
    return made


def _person(made: World, dice: random.Random) -> Person:
    surnames, weights, given = _syllables()
    common = given[:24]  # a quarter of all given names are made of few syllables, so that whole names repeat
    pool = common if dice.random() < 0.5 else given
    (surname,) = dice.choices(surnames, weights)
    syllables = tuple(dice.choice(pool) for _ in range(1 if dice.random() < 0.12 else 2))
    return Person(
        f"p{len(made.events)}",
        surname,
        syllables,
        dice.random() < 0.35,
        dice.randint(1945, 2000),
        dice.choice(ROLES),
    )


def _case(made: World, dice: random.Random, size: Size) -> None:
    """One case with its reports: from its origins, and from them by others."""
    events = _events(made, dice)
    origins = [f"o{events[0].id[1:]}.{n}" for n in range(dice.choices((1, 2, 3), (6, 3, 1))[0])]
    events = [replace(e, origins=tuple(origins)) for e in events]
    made.events.update((e.id, e) for e in events)
    for origin in origins:
        first = _first_hand(made, events, origin, dice)
        made.reports.append(first)
        while dice.random() < size.relays:
            told = [r for r in made.reports[-4:] if r.origins == first.origins]
            made.reports.append(_copy(made, dice.choice(told), dice, exact=dice.random() < 0.4))


def _events(made: World, dice: random.Random) -> list[Event]:
    day = START + dt.timedelta(dice.randrange(365 * YEARS))
    town, charge = dice.choice(towns()), dice.choice(CHARGES)
    alone = dice.random() < 0.75
    person = _person(made, dice) if alone else None
    acts = dice.choice(ACTS["case"] if alone else ACTS["group"])
    found: list[Event] = []
    for act in acts:
        number = 1 if alone else dice.choice((2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 17, 20, 23, 30, 40))
        length = dice.choice(("P6M", "P1Y", "P2Y", "P3Y", "P5Y", "P10Y"))
        found.append(
            Event(f"e{len(made.events) + len(found)}", act, day, town, person, number, charge, length, ())
        )
        day += dt.timedelta(dice.randint(1, 60))
    return found


def _first_hand(made: World, events: list[Event], origin: str, dice: random.Random) -> Told:
    outlet = dice.choice(OUTLETS)
    said = tuple(_telling(e, dice) for e in events if e is events[0] or dice.random() < 0.7)
    published = max(s.event.day for s in said) + dt.timedelta(dice.randint(2, 30))
    bare = Told(len(made.reports), outlet, published, said, dice.randrange(1 << 16),
                dice.choice(("a source in the province", "a resident of the town", "an official who asked not to be named")),
                origins=(origin,), language="ko" if outlet in OUTLETS[:2] else "en")  # fmt: skip
    return written(bare)


def _telling(event: Event, dice: random.Random) -> Said:
    when = dice.choices(("exact", "off", "part", "month", "none"), (60, 6, 16, 12, 6))[0]
    name = dice.choices(("full", "surname", "none"), (50, 25, 25))[0] if event.person else "none"
    number = event.number
    if event.number > 9 and dice.random() < 0.25:
        number = round(event.number, -1)
    return Said(event, when, dice.choices(("town", "province"), (85, 15))[0], name, dice.choice(("hedged", "reported", "reported")),
                number, dice.random() < 0.6, dice.random() < 0.6, dice.choice((-1, 1)) if when == "off" else 0)  # fmt: skip


def _copy(made: World, of: Told, dice: random.Random, *, exact: bool) -> Told:
    """A report that has its words from another one."""
    others = [
        o for o in OUTLETS if o != of.outlet and (o in OUTLETS[:2]) == (of.language == "ko" and exact)
    ] or list(OUTLETS[2:])
    outlet = dice.choice(others)
    published = of.published + dt.timedelta(dice.randint(0, 9))
    base = replace(
        of, number=len(made.reports), outlet=outlet, published=published, relay_of=of.number, changes=()
    )
    if exact:
        return replace(base, how="exact")
    said, changes = [], []
    for number, one in enumerate(of.said):
        new, change = _changed(one, number, dice)
        said.append(new)
        changes += change
    return written(
        replace(
            base,
            how="reworded",
            said=tuple(said),
            changes=tuple(changes),
            style=dice.randrange(1 << 16),
            language="en",
        )
    )


def _changed(one: Said, number: int, dice: random.Random) -> tuple[Said, list[tuple[str, int, str, str]]]:
    """What a relay makes of a telling."""
    if one.firm == "hedged" and dice.random() < 0.25:
        return replace(one, firm="reported"), [("hedge lost", number, "reportedly", "")]
    if one.number > 2 and dice.random() < 0.12:
        grown = one.number + 10
        return replace(one, number=grown), [("number grown", number, str(one.number), str(grown))]
    if one.where == "town" and dice.random() < 0.08:
        return replace(one, where="province"), [
            ("town became province", number, one.event.town, tables.places()[one.event.town].within)
        ]
    return one, []
