"""Invented incidents with a known truth, the same every time."""

from __future__ import annotations

import datetime as dt
import random

from testigo.trend import Incident, Publication, Question

SINCE, ORDER, UNTIL = dt.date(2031, 1, 1), dt.date(2033, 1, 1), dt.date(2034, 12, 31)
QUESTION = Question(ORDER, ORDER, SINCE, UNTIL, "arrest", "", "Dorna")


def day(number: int) -> dt.date:
    """The day that many days after the first."""
    return SINCE + dt.timedelta(number)


def incidents(
    before: int, after: int, *, wide: int = 1, delay: int = 0, seed: int = 1, name: str = "i"
) -> list[Incident]:
    """So many at random days before and after the order, each dated to `wide` days, told `delay` days later on the mean.

    What would be told after the last day is left out.
    """
    source = random.Random(seed)
    days = [source.randrange((ORDER - SINCE).days) for _ in range(before)]
    days += [(ORDER - SINCE).days + source.randrange((UNTIL - ORDER).days) for _ in range(after)]
    made = []
    for n, at in enumerate(days):
        first = max(at - source.randrange(wide), 0)
        told = max(at, first + wide - 1) + (int(source.expovariate(1 / delay)) if delay else 0)
        if day(told) <= UNTIL:
            made.append(
                Incident(
                    f"{name}{n}", "arrest", day(first), day(first + wide - 1), day(told), ("Dorna Mail",)
                )
            )
    return made


def press(*, before: int = 3, after: int = 3, outlets: int = 2) -> list[Publication]:
    """Reports that tell none of the incidents: so many by outlet and month before and after the order."""
    made = []
    for month in range(48):
        for outlet in range(outlets):
            count = before if month < 24 else after
            made += [
                Publication(dt.date(2031 + month // 12, month % 12 + 1, 3 + n), f"outlet {outlet}")
                for n in range(count)
            ]
    return made
