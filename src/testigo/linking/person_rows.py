"""Persons of reports as rows: what is compared of them, and by which keys they are brought together.

Rules:
- What words tell of a person stays the same whatever else is linked (`Static`); what they took part in depends on events.
- A surname alone brings two together only in one town; a whole name anywhere, a common one with town or year of birth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from testigo.linking.described import LOOSE, Traits
from testigo.linking.event_rows import EXACT, SEEKS, WAITS, key_of, number_of
from testigo.linking.name_keys import keys_of, rarity_of


class Static(NamedTuple):
    """What words tell of a person. age: least and most years; spelt: whole names as they are written."""

    names: tuple[str, ...]
    parts: tuple[str, ...]
    sounds: tuple[str, ...]
    script: str
    usual: bool
    full: bool
    rarity: int
    age: tuple[int, int] | None
    sex: str
    roles: tuple[str, ...]
    offices: tuple[str, ...]
    alike: tuple[str, ...] = ()
    spelt: tuple[str, ...] = ()


class PersonRow(NamedTuple):
    """What is compared of a person; see person_model.py. born: years.

    events: places in happenings, as keys; sure: the same, of those parts of happenings that are one in every clustering.
    """

    names: tuple[str, ...]
    parts: tuple[str, ...]
    sounds: tuple[str, ...]
    script: str
    usual: bool
    full: bool
    rarity: int
    born_from: int | None
    born_to: int | None
    sex: str
    roles: tuple[str, ...]
    offices: tuple[str, ...]
    towns: tuple[str, ...]
    events: tuple[str, ...]
    sure: tuple[str, ...]
    acts: tuple[str, ...]
    alike: tuple[str, ...]


class Part(NamedTuple):
    """A place in a happening: its cluster, what is one with it in every clustering, the slot, the act, the towns, the year."""

    cluster: int
    core: int
    target: bool
    act: str
    towns: tuple[str, ...]
    year: int | None

    @property
    def slot(self) -> str:
        """The slot of claims that it is told in."""
        return "target" if self.target else "actor"


def static_of(traits: Traits) -> Static:
    """What words tell."""
    keys = keys_of(traits)
    return Static(
        tuple(sorted(keys.names)), tuple(sorted(keys.parts)), tuple(sorted(keys.sounds)), keys.script, keys.usual, bool(traits.names),
        rarity_of(traits), traits.age, traits.sex or "", tuple(sorted(set(traits.words) - LOOSE)), tuple(sorted(traits.offices)),
        tuple(sorted(keys.alike)), traits.names,
    )  # fmt: skip


def person_row(told: Static, parts: Sequence[Part]) -> PersonRow:
    """The row of a person with these parts, in the order of the text."""
    year = next((part.year for part in parts if part.year is not None), None)
    born = None if told.age is None or year is None else (year - told.age[1] - 1, year - told.age[0])
    return PersonRow(
        told.names, told.parts, told.sounds, told.script, told.usual, told.full, told.rarity,
        born[0] if born else None, born[1] if born else None, told.sex, told.roles, told.offices,
        tuple(sorted({town for part in parts for town in part.towns})),
        tuple(sorted({f"{part.cluster}{part.slot}" for part in parts})),
        tuple(sorted({f"{part.core}{part.slot}" for part in parts})),
        tuple(sorted({f"{part.slot}.{part.act}" for part in parts})),
        told.alike,
    )  # fmt: skip


def blocks_of(row: PersonRow) -> Mapping[int, int]:
    """Places in happenings, whole names (with town and year of birth for the common ones), surnames in a town.

    As numbers, each with how the row meets others by it.
    """
    towns = [number_of(town) for town in row.towns]
    names = [number_of(f"n:{name}") for name in (*row.names, *row.sounds, *row.alike)]
    found = {
        key_of(number_of(f"p:{part}"), town): WAITS if row.full else SEEKS
        for part in row.parts
        for town in towns
    }
    found |= {
        key_of(number): SEEKS for number in (*names, *(number_of(f"o:{office}") for office in row.offices))
    }
    years = range(row.born_from or 1, (row.born_to or 0) + 1)[:12]
    found |= {key_of(name, _BORN + year): EXACT for name in names for year in years}
    found |= {key_of(name, town): EXACT for name in names for town in towns}
    found |= {number_of(f"e:{event}"): EXACT for event in row.events}
    return found


_BORN = number_of("born in")
