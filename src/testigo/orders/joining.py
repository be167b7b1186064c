"""Which other orders may be the same one, for a person to decide: what they share, and what differs. It joins nothing.

Rules:
- Worth a look: a clause of one kind and measure, or one issuer; and dates at most two months apart, or one not known.
- Each comes with what speaks for and against it. The nearest stands first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from testigo.confronted import Order
from testigo.orders.same import span_days
from testigo.orders.telling import family
from testigo.reason import Reason

FAR_DAYS = 62
SAME_DAYS = "Both may be of one day: {} and {}."
OTHER_DAYS = "Their dates differ: {} and {}."
NO_DAY = "The day of one of them is not told."
ONE_ISSUER = "Both are said to be issued by {}."
ISSUERS = "They are said to be issued by {} and by {}."
ALIKE = "Clauses of one kind and measure: {} of {}."
UNLIKE = "No clause of one is of the kind and measure of a clause of the other."
REASONS = (SAME_DAYS, OTHER_DAYS, NO_DAY, ONE_ISSUER, ISSUERS, ALIKE, UNLIKE)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two orders side by side. alike: clauses of the shorter one that have their like; gap: days between, None: not known."""

    alike: int
    gap: int | None
    issuer: bool
    reasons: tuple[Reason, ...]


def compared(one: Order, other: Order) -> Compared:
    """What two orders share."""
    short, long = sorted((one, other), key=lambda order: len(order.clauses))
    forms = {(c.does, family(c.measure)) for c in long.clauses if c.measure}
    alike = sum(1 for c in short.clauses if c.measure and (c.does, family(c.measure)) in forms)
    gap = _gap(one.issued, other.issued)
    issuer = bool(one.issuer) and one.issuer.casefold() == other.issuer.casefold()
    reasons = [Reason(ALIKE, (str(alike), str(len(short.clauses)))) if alike else Reason(UNLIKE)]
    if gap is None:
        reasons.append(Reason(NO_DAY))
    else:
        template = SAME_DAYS if gap == 0 else OTHER_DAYS
        reasons.append(Reason(template, (one.issued or "", other.issued or "")))
    if one.issuer and other.issuer:
        reasons.append(
            Reason(ONE_ISSUER, (one.issuer,)) if issuer else Reason(ISSUERS, (one.issuer, other.issuer))
        )
    return Compared(alike, gap, issuer, tuple(reasons))


def _gap(one: str | None, other: str | None) -> int | None:
    a, b = span_days(one), span_days(other)
    if a is None or b is None:
        return 0 if one is not None and one == other else None
    return max(0, b[0] - a[1], a[0] - b[1])


def near(order: Order, others: Iterable[Order], most: int) -> tuple[tuple[Order, Compared], ...]:
    """The orders that may be the same as one, the nearest first."""
    found = []
    for other in others:
        if other.key == order.key:
            continue
        made = compared(order, other)
        close = made.gap is None or made.gap <= FAR_DAYS
        if close and (made.alike or made.issuer):
            found.append((other, made))
    found.sort(
        key=lambda pair: (
            -pair[1].alike,
            pair[1].gap if pair[1].gap is not None else FAR_DAYS,
            int(pair[0].key),
        )
    )
    return tuple(found[:most])
