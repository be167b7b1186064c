"""Law as facts: which rights an act touches, which treaties bind a state since when, and what its own law says.

Rules:
- A row says which article an act engages, never that it was broken: that is for a court.
- `when` narrows a row: "child", "woman", "speech" (the act was for words), "custody".
- `bound` is party, not party, or declaration; a state without a row is not known, which is not the same as not bound.
- `basis`: I the text of the instrument, W seen on a public page, M own knowledge, to be checked before it is cited.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache

from testigo.data import files

INSTRUMENTS = {
    "UDHR": "Universal Declaration of Human Rights",
    "ICCPR": "International Covenant on Civil and Political Rights",
    "ICESCR": "International Covenant on Economic, Social and Cultural Rights",
    "CRC": "Convention on the Rights of the Child",
    "CAT": "Convention against Torture",
    "CEDAW": "Convention on the Elimination of All Forms of Discrimination against Women",
    "CRPD": "Convention on the Rights of Persons with Disabilities",
}


@dataclass(frozen=True, slots=True)
class Right:
    """One right that an act engages. instrument: a key of INSTRUMENTS; article: as cited; when: see the module, or ""."""

    act: str
    instrument: str
    article: str
    right: str
    when: str
    basis: str


@dataclass(frozen=True, slots=True)
class Bond:
    """Whether an instrument binds a state (ISO 3166, * for all). bound: party, not party, declaration; since: a day or ""."""

    state: str
    instrument: str
    bound: str
    since: str
    note: str
    basis: str
    note_ko: str = ""

    def noted(self, language: str) -> str:
        """The note in a language ("ko", else English)."""
        return self.note_ko if language == "ko" else self.note


@dataclass(frozen=True, slots=True)
class Statute:
    """What a state's own law says about an act, in our words."""

    state: str
    act: str
    law: str
    article: str
    says: str
    basis: str
    law_ko: str = ""
    says_ko: str = ""

    def named(self, language: str) -> str:
        """The law's name in a language ("ko", else English)."""
        return self.law_ko if language == "ko" else self.law

    def told(self, language: str) -> str:
        """What it says in a language."""
        return self.says_ko if language == "ko" else self.says


def _rows(name: str) -> list[list[str]]:
    text = files("testigo.reference").joinpath(name).read_text("utf-8")
    return list(csv.reader(text.splitlines()))[1:]


@lru_cache(maxsize=1)
def rights() -> tuple[Right, ...]:
    """Every right by act, in the order of the file."""
    return tuple(Right(*row) for row in _rows("rights.csv"))


@lru_cache(maxsize=1)
def bonds() -> dict[tuple[str, str], Bond]:
    """By state and instrument."""
    return {(row[0], row[1]): Bond(*row) for row in _rows("treaties.csv")}


@lru_cache(maxsize=1)
def statutes() -> tuple[Statute, ...]:
    """Every row of domestic law, in the order of the file."""
    return tuple(Statute(*row) for row in _rows("domestic_law.csv"))


def bond(state: str, instrument: str) -> Bond | None:
    """Whether an instrument binds a state; None where the table does not know."""
    return bonds().get((state, instrument)) or bonds().get(("*", instrument))
