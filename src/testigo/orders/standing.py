"""Where an event lies to an order: before or after it, inside its territory or not; and the answer of a rule.

Rules:
- Before is only what was over before the day of the order; after, what began later or lasted on. All else cannot tell.
- Two dates without a year are compared only within one report.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from testigo.confronted import Order
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
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
    """An event as it stands to an order. side: before, around, after, unknown; place: inside, outside, unknown."""

    side: str
    place: str
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


def day(ordinal: int) -> str:
    """A day as ISO."""
    return dt.date.fromordinal(ordinal).isoformat()


def side_of(
    order: Order, event: Sighting, days: tuple[int, int] | None, yearless: tuple[int, int] | None
) -> Standing:
    """Where an event lies to the day of an order. days: of the order; yearless: its days of year 4, where it has no year."""
    when, told_here = event.days, set(event.reports) & {t.report for t in order.tellings}
    if days is None and yearless is not None and when.yearless and told_here:
        standing = _sided(when.first, when.last, yearless, lasting=when.lasting)
        return Standing(
            standing.side, "", standing.reasons, (*standing.open, Reason(say.SAME_YEAR)), standing.block
        )
    if days is None:
        return Standing(
            UNKNOWN, "", block=Reason(say.NO_ORDER_DATE if yearless is None else say.NO_ORDER_YEAR)
        )
    if when.yearless:
        return Standing(UNKNOWN, "", block=Reason(say.UNDATED))
    if when.first is None and not when.lasting and when.last is not None and when.last > days[1]:
        if event.already and told_here:
            return Standing(AFTER, "", open=(Reason(say.AS_DONE),))
        return Standing(UNKNOWN, "", block=Reason(say.UNDATED))
    standing = _sided(when.first, when.last, days, lasting=when.lasting)
    return Standing(standing.side, "", standing.reasons, standing.open, standing.block)


def _sided(first: int | None, last: int | None, days: tuple[int, int], *, lasting: bool) -> Standing:
    if last is not None and last < days[0]:
        return Standing(BEFORE, "", block=Reason(say.WAS_BEFORE))
    if lasting and last is not None and last > days[1]:
        return Standing(
            AFTER,
            "",
            (Reason(say.LASTED),) if first is None or first <= days[1] else (Reason(say.AFTER_ORDER),),
        )
    if first is not None and first > days[1]:
        return Standing(AFTER, "", (Reason(say.AFTER_ORDER),))
    if first is None and last is None:
        return Standing(UNKNOWN, "", block=Reason(say.UNDATED))
    told = "/".join(day(d) if d is not None else ".." for d in (first, last))
    return Standing(AROUND, "", block=Reason(say.SPANS, (told,)))
