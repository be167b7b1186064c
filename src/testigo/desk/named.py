"""The names of rows of the reference tables, for the labels beside words."""

from __future__ import annotations

from functools import lru_cache

from testigo.reference import tables


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, str]]:
    """For each id: its name, and its name in hangul or an empty text."""
    out: dict[str, tuple[str, str]] = {}
    for table in (tables.sanctions(), tables.groups(), tables.institutions(), tables.places()):
        for id_, row in table.items():
            out[id_] = (row.name, row.hangul[0] if row.hangul else "")
    return out


def name_in(language: str, id_: str) -> str:
    """The name of a row in a language of the interface; empty where no row has the id."""
    name, hangul = _names().get(id_, ("", ""))
    return hangul if language == "ko" and hangul else name
