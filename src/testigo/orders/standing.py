"""Where an event lies to an order: before or after it, inside its territory or not; and the answer of a rule.

Rules:
- Before is only what was over before the day of the order; after, what began later or lasted on. All else cannot tell.
- Two dates without a year are compared only within one report.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from testigo import dates
from testigo.confronted import Order
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
from testigo.orders.same import span_days
from testigo.reason import Reason

BEFORE, AROUND, AFTER, UNKNOWN = "before", "around", "after", "unknown"


@dataclass(frozen=True, slots=True)
class Ruling:
    """verdict: of confronted.VERDICTS, or None: the clause does not concern the event."""

    verdict: str | None
    reasons: tuple[Reason, ...]
    open: tuple[Reason, ...] = ()
    side: str = UNKNOWN


@dataclass(frozen=True, slots=True)
class Standing:
    """An event as it stands to an order in time. side: before, around, after, unknown; block: why it cannot tell."""

    side: str
    reasons: tuple[Reason, ...] = ()
    open: tuple[Reason, ...] = ()
    block: Reason | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An order and an event side by side. standing: in time; place: where.INSIDE, ...; barred: the words that bar it."""

    order: Order
    event: Sighting
    standing: Standing
    place: str
    barred: str = ""


@dataclass(frozen=True, slots=True)
class OrderDays:
    """The days of an order, as ordinals. days: with a year; yearless: of year 4, where it has none; reports: that tell it."""

    days: tuple[int, int] | None
    yearless: tuple[int, int] | None
    reports: frozenset[int]


_WAS_BEFORE = Standing(BEFORE, block=Reason(say.WAS_BEFORE))
_IS_AFTER = Standing(AFTER, (Reason(say.AFTER_ORDER),))
_LASTED = Standing(AFTER, (Reason(say.LASTED),))
_AS_DONE = Standing(AFTER, open=(Reason(say.AS_DONE),))
_UNDATED = Standing(UNKNOWN, block=Reason(say.UNDATED))
_NO_DATE = Standing(UNKNOWN, block=Reason(say.NO_ORDER_DATE))
_NO_YEAR = Standing(UNKNOWN, block=Reason(say.NO_ORDER_YEAR))


def days_of_order(order: Order) -> OrderDays:
    """When an order was issued, worked out once for all events."""
    reports = frozenset(t.report for t in order.tellings)
    yearless = None
    if order.issued is not None and order.issued.startswith("XXXX-"):
        made = dates.parse("0004" + order.issued[4:])
        first, last = dates.first_day(made), dates.last_day(made)
        yearless = (first.toordinal(), last.toordinal()) if first and last else None
    return OrderDays(span_days(order.issued), yearless, reports)


def day(ordinal: int) -> str:
    """A day as ISO."""
    return dt.date.fromordinal(ordinal).isoformat()


def side_of(order: OrderDays, event: Sighting) -> Standing:
    """Where an event lies to the day of an order."""
    when, days = event.days, order.days
    if days is None:
        return _without_year(order, event)
    if when.yearless:
        return _UNDATED
    if when.first is None and not when.lasting and when.last is not None and when.last > days[1]:
        return _AS_DONE if event.already and _told_here(order, event) else _UNDATED
    return _sided(when.first, when.last, days, lasting=when.lasting)


def _without_year(order: OrderDays, event: Sighting) -> Standing:
    """Where an event lies to an order that no report gives a year."""
    when = event.days
    if order.yearless is None:
        return _NO_DATE
    if not when.yearless or not _told_here(order, event):
        return _NO_YEAR
    found = _sided(when.first, when.last, order.yearless, lasting=when.lasting)
    return replace(found, open=(*found.open, Reason(say.SAME_YEAR)))


def _told_here(order: OrderDays, event: Sighting) -> bool:
    """Whether a report that tells the order tells the event too."""
    return not order.reports.isdisjoint(event.reports)


def _sided(first: int | None, last: int | None, days: tuple[int, int], *, lasting: bool) -> Standing:
    if last is not None and last < days[0]:
        return _WAS_BEFORE
    if lasting and last is not None and last > days[1]:
        return _LASTED if first is None or first <= days[1] else _IS_AFTER
    if first is not None and first > days[1]:
        return _IS_AFTER
    if first is None and last is None:
        return _UNDATED
    told = "/".join(dict.fromkeys(day(d) if d is not None else ".." for d in (first, last)))
    return Standing(AROUND, block=Reason(say.SPANS, (told,)))
