"""Days that have a name: on which day of a year they fall.

Rules:
- Fixed days, days counted by weekdays ("the fourth Thursday of November") and days counted from Easter.
- Days of the moon calendar (the Lunar New Year, Chuseok, Eid) and days that countries keep on different dates
  (Independence Day, Mother's Day outside the United States) are not given a date.
- Facts of general knowledge; the names are data of this module because each needs its own arithmetic.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable

from testigo.dates import Day
from testigo.reading.tokens import Sentence

Rule = Callable[[int], Day]


def _fixed(month: int, day: int) -> Rule:
    return lambda year: Day(year, month, day)


def _weekday(month: int, weekday: int, nth: int) -> Rule:
    """The nth weekday (Monday 0) of a month; the last where nth is -1."""

    def of_year(year: int) -> Day:
        if nth > 0:
            first = Day(year, month, 1)
            return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
        last = Day(year, month, monthrange(year, month)[1])
        return last - dt.timedelta((last.weekday() - weekday) % 7)

    return of_year


def _from_easter(days: int) -> Rule:
    return lambda year: easter(year) + dt.timedelta(days)


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm printed in Nature (1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    week = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * week) // 451
    month, day = divmod(h + week - 7 * m + 114, 31)
    return Day(year, month, day + 1)


HOLIDAYS: dict[str, Rule] = {
    "new year 's day": _fixed(1, 1),
    "new year 's eve": _fixed(12, 31),
    "new year 's": _fixed(1, 1),
    "martin luther king day": _weekday(1, 0, 3),
    "mlk day": _weekday(1, 0, 3),
    "valentine 's day": _fixed(2, 14),
    "day of the shining star": _fixed(2, 16),
    "presidents day": _weekday(2, 0, 3),
    "international women 's day": _fixed(3, 8),
    "st. patrick 's day": _fixed(3, 17),
    "good friday": _from_easter(-2),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "pentecost": _from_easter(49),
    "april fools day": _fixed(4, 1),
    "day of the sun": _fixed(4, 15),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "world press freedom day": _fixed(5, 3),
    "memorial day": _weekday(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "labor day": _weekday(9, 0, 1),
    "columbus day": _weekday(10, 0, 2),
    "party foundation day": _fixed(10, 10),
    "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11),
    "thanksgiving day": _weekday(11, 3, 4),
    "thanksgiving": _weekday(11, 3, 4),
    "black friday": lambda year: _weekday(11, 3, 4)(year) + dt.timedelta(1),
    "cyber monday": lambda year: _weekday(11, 3, 4)(year) + dt.timedelta(4),
    "human rights day": _fixed(12, 10),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
_STARTS = frozenset(name.split()[0] for name in HOLIDAYS)
_LONGEST = max(len(name.split()) for name in HOLIDAYS)


def holidays(sentence: Sentence) -> dict[int, tuple[int, str]]:
    """The named days of a sentence: first token to the token after the last, and the name."""
    tokens = sentence.tokens
    found: dict[int, tuple[int, str]] = {}
    if _STARTS.isdisjoint(sentence.words):
        return found
    for at, token in enumerate(tokens):
        if token.lower not in _STARTS or not token.text[0].isupper():
            continue
        words = [t.lower.replace("’", "'") for t in tokens[at : at + _LONGEST]]
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if name in HOLIDAYS:
                found[at] = (at + count, name)
                break
    return found
