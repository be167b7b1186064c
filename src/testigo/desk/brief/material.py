"""What a brief is made from, asked of the casebook once, however many cuts are tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testigo.casebook.values import DerivedRun
from testigo.confronted import CANNOT_TELL, Order, Practice
from testigo.desk import order_shown
from testigo.desk.brief.choosing import Counts
from testigo.desk.brief.names import Names, names_of
from testigo.desk.order_found import called, seen_of
from testigo.desk.order_shown import Seen
from testigo.desk.order_trend import Trend, trend_of
from testigo.orders import confront, law

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

INITIALS, FULL = "initials", "full"


@dataclass(frozen=True, slots=True)
class Material:
    """An order and all about it. counts: events in line, contrary, that cannot tell, by number of the clause.

    others: what the orders are called to which it is related, by key.
    """

    order: Order
    rulings: tuple[Practice, ...]
    counts: Counts
    seen: Seen
    state: str
    trend: Trend
    run: DerivedRun | None
    names: Names
    others: Mapping[str, str]

    @property
    def language(self) -> str:
        """Of the interface."""
        return self.seen.language


def material_of(casebook: Casebook, order: Order, language: str, names: str = INITIALS) -> Material:
    """What the brief of an order is made from. names: INITIALS or FULL."""
    rulings = confront.practices_of(casebook, order)
    tallies = {t.clause: t for t in confront.tallies_of(casebook, order.key)}
    counts = {
        c.number: order_shown.numbers([p for p in rulings if p.clause == c.number], tallies.get(c.number))
        for c in order.clauses
    }
    spoken_of = [p for p in rulings if p.verdict != CANNOT_TELL or p.judged]
    return Material(
        order, rulings, counts, seen_of(casebook, order, rulings), law.state_of(order),
        trend_of(casebook, order, language), casebook.derived_run(confront.STAGE),
        names_of(casebook, spoken_of, initials=names == INITIALS),
        {r.order: called(casebook, r.order) for r in (*order.relations, *order.related_by)},
    )  # fmt: skip
