"""Dates from days and words: whole months, early and late parts, and what "Friday" is on a given day.

Rules:
- Early, mid and late in a month are days 1-10, 11-20 and 21 to the end; in a year months 1-3, 4-9 and 10-12; its start
  and end are 1-10 January and 21-31 December.
- A word like "Friday" has no value without a day to count from (the anchor) and a direction.
- A weekday or day that is the anchor's own counts in both directions.
"""

from __future__ import annotations

import enum
from calendar import monthrange
from dataclasses import replace

from testigo.dates.edtf import SPANS, Date, Day, Edtf, End, Interval, carry, granularity


class Direction(enum.Enum):
    """Where a date without a year, or a weekday, lies: behind the anchor (the anchor's own day included) or ahead."""

    PAST = "past"
    FUTURE = "future"


def of_day(day: Day) -> Date:
    """The date of one day."""
    return Date(f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}")


def of_month(year: int, month: int) -> Date:
    """The date of a month; months past 12 or before 1 count on into the years beside."""
    year, month = carry(year, month)
    return Date(f"{year:04d}", f"{month:02d}")


def of_days(first: Day, last: Day) -> Edtf:
    """The interval of these days, as shortly as it can be put: a day, a month, a year, months, years, or days."""
    if first == last:
        return of_day(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole_months:
        return Interval(of_day(first), of_day(last))
    if first.month == 1 and last.month == 12:
        years = Date(f"{first.year:04d}"), Date(f"{last.year:04d}")
        return years[0] if first.year == last.year else Interval(*years)
    months = of_month(first.year, first.month), of_month(last.year, last.month)
    return months[0] if months[0] == months[1] else Interval(*months)


def since(value: Edtf) -> Interval:
    """From its start, open-ended."""
    return Interval(value.start if isinstance(value, Interval) else value, End.OPEN)


def until(value: Edtf) -> Interval:
    """Up to its end, open at the start."""
    return Interval(End.OPEN, value.end if isinstance(value, Interval) else value)


_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 10), "end": (21, 31)}
_YEAR_PARTS = {"early": (1, 3), "mid": (4, 9), "late": (10, 12)}
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 1), "end": (8, 9)}


def part_of(value: Date, part: str) -> Edtf:
    """The part ("early", "mid", "late", "start", "end") of a month, year or decade; a finer date stays as it is.

    The start and end of a year are its first and its last ten days or so (1-10 January, 21-31 December).
    """
    if part in ("start", "end") and not value.month and value.year.isdigit():
        return part_of(Date(value.year, "01" if part == "start" else "12"), part)
    if value.month and not value.day and value.month.isdigit() and value.month not in SPANS:
        low, high = _PARTS[part]
        end = (
            monthrange(int(value.year), int(value.month))[1]
            if value.year.isdigit()
            else _LONGEST[int(value.month)]
        )
        return Interval(
            Date(value.year, value.month, f"{low:02d}"),
            Date(value.year, value.month, f"{min(high, end):02d}"),
        )
    if not value.month and value.year.isdigit():
        low, high = _YEAR_PARTS[part]
        return Interval(Date(value.year, f"{low:02d}"), Date(value.year, f"{high:02d}"))
    if not value.month and granularity(value) == "decade":
        low, high = _DECADE_PARTS[part]
        return Interval(Date(f"{value.year[:3]}{low}"), Date(f"{value.year[:3]}{high}"))
    return value


_LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


# --- against an anchor --------------------------------------------------------------------------------------------


def weekday(anchor: Day, number: int, direction: Direction) -> Day:
    """The weekday (Monday 0) nearest to the anchor that way; the anchor itself where it is that weekday."""
    if direction is Direction.PAST:
        return _inside(anchor.toordinal() - (anchor.weekday() - number) % 7)
    return _inside(anchor.toordinal() + (number - anchor.weekday()) % 7)


def week(anchor: Day, offset: int = 0) -> tuple[Day, Day]:
    """Monday and Sunday of the anchor's week, or of the week that many weeks away."""
    monday = anchor.toordinal() + 7 * offset - anchor.weekday()
    return _inside(monday), _inside(monday + 6)


def month_near(anchor: Day, month: int, direction: Direction) -> Date:
    """The nearest month of that number that way; the anchor's own month where it is that one."""
    if direction is Direction.PAST:
        return of_month(anchor.year - (month > anchor.month), month)
    return of_month(anchor.year + (month < anchor.month), month)


def day_near(anchor: Day, month: int, day: int, direction: Direction) -> Day | None:
    """The nearest day of that month and number that way, the anchor itself included; None for 31 June."""
    step = -1 if direction is Direction.PAST else 1
    for year in range(anchor.year, anchor.year + 9 * step, step):
        if 1 <= year <= 9999 and day <= monthrange(year, month)[1]:
            found = Day(year, month, day)
            if (found <= anchor) if step < 0 else (found >= anchor):
                return found
    return None


def day_of_month(anchor: Day, day: int, direction: Direction) -> Day | None:
    """The nearest day of that number ("the 15th") that way, the anchor itself included; None where none is near."""
    step = -1 if direction is Direction.PAST else 1
    for offset in range(4):
        year, month = carry(anchor.year, anchor.month + step * offset)
        if 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]:
            found = Day(year, month, day)
            if (found <= anchor) if step < 0 else (found >= anchor):
                return found
    return None


def shift(day: Day, count: int, unit: str) -> Day:
    """The day that many days, weeks, months, years or decades away; 31 January and a month is the last of February."""
    if unit in ("day", "week"):
        return _inside(day.toordinal() + count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = carry(day.year, day.month + months)
    year = min(max(year, 1), 9999)
    return Day(year, month, min(day.day, monthrange(year, month)[1]))


_FINE = {"day": 2, "week": 2, "month": 1, "quarter": 1, "year": 0, "decade": 0, "century": 0}


def away(value: Date, count: int, unit: str) -> Date | None:
    """The date that many units away, no finer than the unit; None where the date itself is coarser than that.

    "Two months after 3 May 2021" is July 2021, "two weeks after May 2021" nobody knows.
    """
    known = 2 if value.day else 1 if value.month in _MONTHS else 0
    if "X" in str(value) or not value.year.isdigit() or _FINE[unit] > known:
        return None
    first = Day(int(value.year), int(value.month) if known else 1, int(value.day) if known == 2 else 1)
    day = shift(first, count, unit)
    whole = of_day(day) if _FINE[unit] == 2 else of_month(day.year, day.month)
    return replace(whole if _FINE[unit] else Date(whole.year), qualifier=value.qualifier)


_MONTHS = frozenset(f"{month:02d}" for month in range(1, 13))


def _inside(ordinal: int) -> Day:
    return Day.fromordinal(min(max(ordinal, 1), Day.max.toordinal()))
