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
