"""What a clause of an order asks of the months before and after it: which act, of whom, where, fewer or more.

Rules:
- Forbidden, and taken out of a measure: fewer of it. Watching is seldom told; what follows it, an arrest, stands for it.
- Required: more of it. Permitted: more of it too, save moving about, of which the hindering is told: fewer of that.
- A clause that keeps people under a measure, states a ground or names no act leads one to expect no change: it is refused.
- Groups that the clause names by an id are asked for alone; who merely lives there is everybody.
"""

from __future__ import annotations

from testigo.confronted import Order, OrderClause
from testigo.errors import BadInput, Refused
from testigo.estimating.estimate import Asked
from testigo.reference import tables
from testigo.trend import Expected

FOLLOWS = {"surveillance": "arrest", "watchlisting": "arrest", "movement": "movement_restriction"}
EVERYBODY = frozenset(("border-residents",))
_RANKED = ("forbid", "exempt", "permit", "require")


def clause_of(order: Order) -> OrderClause | None:
    """The clause to ask about where none was chosen: the first that forbids, then that takes out, permits, requires; or None."""
    known = [c for c in order.clauses if c.held_as in _RANKED and c.measure not in (None, "policy")]
    return min(known, key=lambda c: _RANKED.index(c.held_as), default=None)


def asked_of(order: Order, clause: OrderClause) -> Asked:
    """The question of a clause. Errors: BadInput (an order without a day of a known year), Refused (nothing to expect)."""
    if order.issued is None or order.first is None:
        raise BadInput("the order has no day of a known year: there is no before and after")
    measure = clause.measure
    if measure in (None, "policy") or clause.held_as not in _RANKED:
        raise Refused(
            f"clause {clause.number} leads one to expect no change of documented numbers",
            "ask about a clause that forbids, permits, requires or takes out",
        )
    act, expected = _expected(clause.held_as, str(measure))
    groups = {g.id: g.text for g in clause.groups if g.id and g.id not in EVERYBODY}
    place = next((area for area in order.areas if area in tables.places()), None)
    where = tables.places()[place].name if place else ""
    return Asked(
        order.issued,
        (act,),
        tuple(groups),
        place,
        expected=expected,
        names=("", ", ".join(groups.values()), where),
    )


def _expected(modality: str, measure: str) -> tuple[str, Expected]:
    """The act to count, and whether the clause leads one to expect fewer or more of it."""
    if modality == "require" or (modality == "permit" and measure != "movement"):
        return measure, Expected.MORE
    return FOLLOWS.get(measure, measure), Expected.FEWER
