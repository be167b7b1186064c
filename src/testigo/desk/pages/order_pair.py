"""What the page of two tellings of an order may say: both side by side, what they share, and the form that decides."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Fact
from testigo.desk.pages.orders import Quoted
from testigo.desk.pages.weighing import DecideForm


@dataclass(frozen=True, slots=True)
class ToldClause:
    """One clause as a telling words it. modality, measure: in words."""

    modality: str
    modality_id: str
    measure: str
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class ToldSide:
    """One telling: its report, what it says of the order, its clauses. order, order_href: to which order it belongs now."""

    title: str
    href: str
    lang: str
    about: str
    order: str
    order_href: str
    facts: tuple[Fact, ...]
    clauses: tuple[ToldClause, ...]


@dataclass(frozen=True, slots=True)
class OrderPairPage:
    """order_pair.html: do two tellings tell one order? together: whether they stand as one now.

    stale: somebody judged since orders were last put together; history: what people said of the two, the last first.
    """

    left: ToldSide
    right: ToldSide
    together: bool
    stale: bool
    run_action: str
    reasons: tuple[str, ...]
    decide: DecideForm
    history: tuple[str, ...]
