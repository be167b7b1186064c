"""The reference tables as values: places, institutions, groups, punishments, acts and name syllables.

Rules:
- One CSV file is one table; it is read when it is first asked for, once. The order of the rows is that of the file.
- An empty cell means not known or not applicable, never "no". `basis` tells how sure a row is (docs/reference.md).
- Ids are stable. An id that no row has is a KeyError: ids come from these tables alone.
- A row describes what reports and the state speak of. None is attached to a person by inference.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache

from testigo.data import files
from testigo.reference.folding import fold

BORDER_WORDS = ("border area", "border region", "border areas", "border regions", "sino-north korean border",
                "chinese border", "border with china", "china-north korea border", "north korea-china border")  # fmt: skip
"""How reports call the northern border where they tell no town."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place. within: the id of the unit that holds it, or KP; level: 1 province to 4; latitude, longitude: degrees.

    kind: capital_city, province, special_city, city, county, district, dong, ri, workers_district, border_crossing,
    facility. spellings: other Latin spellings. on_china_border: whether it touches the Yalu or Tumen.
    """

    id: str
    within: str
    level: int
    kind: str
    name: str
    spellings: tuple[str, ...]
    hangul: tuple[str, ...]
    hanja: str
    latitude: float | None
    longitude: float | None
    on_china_border: bool | None
    basis: str


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution under one name. body: the institution through its renamings; under: the body above it.

    valid_from, valid_to: EDTF year or month in which the name begins and ends, or empty.
    """

    id: str
    body: str
    under: str
    level: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    abbreviations: tuple[str, ...]
    hangul: tuple[str, ...]
    valid_from: str
    valid_to: str
    basis: str


@dataclass(frozen=True, slots=True)
class Group:
    """A population group as reports and the state speak of it; never to be assigned to anyone by inference."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    hangul: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Sanction:
    """A punishment. severity: 0 to 20, an order made for the table, not a legal one; law: where it stands, if known."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    hangul: tuple[str, ...]
    severity: int
    band: str
    usual_length: str
    law: str
    basis: str


@dataclass(frozen=True, slots=True)
class Act:
    """A fine act. coarse: the act or condition of vocabulary.py it belongs to, or empty for a heading.

    huridocs, plover: codes of those schemes; huridocs_fit: exact, near (wider or narrower: no finding) or none.
    """

    id: str
    under: str
    coarse: str
    label: str
    huridocs: str
    huridocs_term: str
    huridocs_fit: str
    plover: str
    plover_mode: str
    plover_context: str
    triggers: tuple[str, ...]
    triggers_ko: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class NameSyllable:
    """A surname or a syllable of given names. rank_south_2015: rank in the South Korean census, or None."""

    kind: str
    hangul: str
    hangul_south: str
    hanja: tuple[str, ...]
    spellings: tuple[str, ...]
    rank_south_2015: int | None
    basis: str


@dataclass(frozen=True, slots=True)
class NameFrequency:
    """How common a part of Korean names is. part: surname, or the first, last or only syllable of a given name.

    per_100000: bearers in a hundred thousand, among all surnames, or among given names with that part. women_percent:
    share of women among them, to know which syllables go together; never to tell anybody's sex. None for surnames.
    """

    part: str
    hangul: str
    per_100000: float
    women_percent: int | None
    basis: str


Row = list[str]


def _rows(name: str) -> list[Row]:
    text = files("testigo.reference").joinpath(name).read_text("utf-8")
    return list(csv.reader(text.splitlines()))[1:]


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _place(row: Row) -> Place:
    number, within, level, kind, name, spellings, hangul, hanja, north, east, border, basis = row
    return Place(
        number,
        within,
        int(level),
        kind,
        name,
        _parts(spellings),
        _parts(hangul),
        hanja,
        float(north) if north else None,
        float(east) if east else None,
        border == "1" if border else None,
        basis,
    )


@lru_cache(maxsize=1)
def places() -> dict[str, Place]:
    """Every place by its id."""
    return {row[0]: _place(row) for row in _rows("places.csv")}


@lru_cache(maxsize=1)
def institutions() -> dict[str, Institution]:
    """Every institution, under each of its names, by the id of that name."""
    table: dict[str, Institution] = {}
    for row in _rows("institutions.csv"):
        number, body, under, level, kind, name, aliases, short, hangul, start, end, basis = row
        table[number] = Institution(
            number,
            body,
            under,
            level,
            kind,
            name,
            _parts(aliases),
            _parts(short),
            _parts(hangul),
            start,
            end,
            basis,
        )
    return table


@lru_cache(maxsize=1)
def groups() -> dict[str, Group]:
    """Every population group by its id."""
    rows = _rows("groups.csv")
    return {row[0]: Group(row[0], row[1], row[2], _parts(row[3]), _parts(row[4]), row[5]) for row in rows}


@lru_cache(maxsize=1)
def sanctions() -> dict[str, Sanction]:
    """Every punishment by its id."""
    table: dict[str, Sanction] = {}
    for number, kind, name, aliases, hangul, severity, band, length, law, basis in _rows("punishments.csv"):
        table[number] = Sanction(
            number, kind, name, _parts(aliases), _parts(hangul), int(severity), band, length, law, basis
        )
    return table


def _act(row: Row) -> Act:
    number, under, coarse, label, code, term, fit, event, mode, context, english, korean, basis = row
    return Act(
        number,
        under,
        coarse,
        label,
        code,
        term,
        fit,
        event,
        mode,
        context,
        _parts(english),
        _parts(korean),
        basis,
    )


@lru_cache(maxsize=1)
def acts() -> dict[str, Act]:
    """Every fine act by its id."""
    return {row[0]: _act(row) for row in _rows("acts.csv")}


@lru_cache(maxsize=1)
def name_syllables() -> tuple[NameSyllable, ...]:
    """Every surname and given-name syllable, in the order of the file."""
    return tuple(
        NameSyllable(
            row[0], row[1], row[2], _parts(row[3]), _parts(row[4]), int(row[5]) if row[5] else None, row[6]
        )
        for row in _rows("name_syllables.csv")
    )


@lru_cache(maxsize=1)
def name_frequencies() -> tuple[NameFrequency, ...]:
    """How common surnames and syllables of given names are, in the order of the file."""
    return tuple(
        NameFrequency(part, hangul, float(share), int(women) if women else None, basis)
        for part, hangul, share, women, basis in _rows("name_frequencies.csv")
    )


def units_above(place: Place) -> tuple[Place, ...]:
    """The units that hold the place, the nearest first; without the country."""
    table, found = places(), []
    while place.within in table:
        place = table[place.within]
        found.append(place)
    return tuple(found)


def lies_in(place: Place, unit: Place) -> bool:
    """Whether the unit is the place itself or one that holds it."""
    return place.id == unit.id or unit in units_above(place)


def is_border(words: str) -> bool:
    """Whether the words of a place mean the northern border as a whole."""
    low = words.lower()
    return any(border in low for border in BORDER_WORDS)


@lru_cache(maxsize=1)
def _by_spelling() -> dict[str, tuple[Place, ...]]:
    found: dict[str, dict[str, Place]] = {}
    for place in places().values():
        for spelling in (place.name, *place.spellings, *place.hangul):
            for key in (fold(spelling), fold(spelling, unit=False)):
                found.setdefault(key, {})[place.id] = place
    return {key: tuple(matches.values()) for key, matches in found.items()}


def places_called(name: str) -> tuple[Place, ...]:
    """Every place of that name, however it is spelt ("Hoeryŏng", "Hoeryong-si", "회령시"), in the order of the file.

    A name with its kind of unit ("Musan County") gives only units of that name and kind where there are any.
    """
    exact = _by_spelling().get(fold(name, unit=False), ())
    return exact or _by_spelling().get(fold(name), ())


@lru_cache(maxsize=1)
def _institutions_by_name() -> dict[str, tuple[Institution, ...]]:
    found: dict[str, dict[str, Institution]] = {}
    for row in institutions().values():
        for spelling in (row.name, *row.aliases, *row.abbreviations, *row.hangul):
            found.setdefault(fold(spelling, unit=False), {})[row.id] = row
    return {key: tuple(matches.values()) for key, matches in found.items()}


def institutions_called(name: str) -> tuple[Institution, ...]:
    """Every institution under that name, alias or abbreviation, in the order of the file."""
    return _institutions_by_name().get(fold(name, unit=False), ())
