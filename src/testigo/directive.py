"""An order as reported: who issued it to whom, when, how it was passed down, and its clauses.

Rules:
- A directive is what a report says of an order; that the order exists is itself only said.
- A clause is coded by its words: `exempt` takes a group out of a measure, `retain` keeps it under one,
  `finding` is what the order states as its ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testigo.claim import Filler, Source, Span


PROTECTING = "order.protect"
"""The rule of a clause that protects."""
PROTECT = "protect"
"""What such a clause does, where that is said: its modality is "forbid", as the coding guide has it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause. modality: an id of vocabulary.MODALITIES; measure: an act id or None.

    levels: lowest and highest level of supervision named, or None. deadline: a time; penalty: what is threatened.
    territory: where it is to hold.
    """

    span: Span
    modality: str
    groups: tuple[Filler, ...] = ()
    measure: str | None = None
    levels: tuple[int, int] | None = None
    deadline: Filler | None = None
    penalty: Filler | None = None
    territory: tuple[Filler, ...] = ()
    rule: str = ""

    @property
    def protects(self) -> bool:
        """Whether it says what may not be touched: a freedom or right that a law states, never to be read as a ban."""
        return self.modality == "forbid" and PROTECTING in self.rule.split()

    @property
    def does(self) -> str:
        """What it does: its modality, or "protect"."""
        return PROTECT if self.protects else self.modality


@dataclass(frozen=True, slots=True)
class Directive:
    """One order whose content is told. sources: through whom the report knows it, outermost first."""

    span: Span
    clauses: tuple[Clause, ...]
    issuer: Filler | None = None
    addressee: tuple[Filler, ...] = ()
    issued: Filler | None = None
    transmission: tuple[Filler, ...] = ()
    sources: tuple[Source, ...] = ()
    rule: str = ""
