"""Dates as far as they are known: Extended Date/Time Format (ISO 8601-2, levels 0 to 2 in part).

Rules:
- A date has a year, year and month, or year, month and day; unknown digits are X (`XXXX-10-12`, `202X`, `2021-XX`).
- `?` uncertain, `~` about, `%` both, at the end. `2021-21` to `2021-24` are the seasons of the northern half,
  `-33` to `-36` quarters, `-40` and `-41` halves.
- `a/b` is an interval, ends included; `..` an open end, an empty end one that is not known. `a` counts as every day
  it may mean: `2021-10` is the whole of October.
- Early, mid and late in a month are days 1-10, 11-20 and 21 to the end; in a year months 1-3, 4-9 and 10-12.
- A word like "Friday" has no value without a day to count from (the anchor) and a direction.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from calendar import monthrange
from dataclasses import dataclass

from testigo.errors import BadInput

Day = dt.date


class End(enum.Enum):
    """The end of an interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""


class Direction(enum.Enum):
    """Where a date without a year, or a weekday, lies: behind the anchor (the anchor's own day included) or ahead."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Date:
    """One date. year: four digits or X; month, day: two digits or X, or empty; qualifier: empty, ?, ~ or %."""

    year: str
    month: str = ""
    day: str = ""
    qualifier: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in (self.year, self.month, self.day) if part) + self.qualifier


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another, both included; either may be open or unknown."""

    start: Date | End
    end: Date | End

    def __str__(self) -> str:
        ends = (self.start, self.end)
        return "/".join(part.value if isinstance(part, End) else str(part) for part in ends)


Edtf = Date | Interval

_DATE = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?([?~%]?)")
_SPANS = {  # month codes that mean several months: first month, number of months
    **{str(21 + n): (3 * n + 3, 3) for n in range(4)},
    **{str(33 + n): (3 * n + 1, 3) for n in range(4)},
    **{str(37 + n): (4 * n + 1, 4) for n in range(3)},
    "40": (1, 6),
    "41": (7, 6),
}


def parse(text: str) -> Edtf:
    """The value of an EDTF string. A string that is none, or a day that does not exist, is BadInput."""
    if "/" in text:
        start, _, end = text.partition("/")
        value = Interval(_end(start, text), _end(end, text))
        _check_order(value, text)
        return value
    return _date(text, text)


def is_valid(text: str) -> bool:
    """Whether `parse` would take it."""
    try:
        parse(text)
    except BadInput:
        return False
    return True


def _end(part: str, whole: str) -> Date | End:
    return End(part) if part in ("", "..") else _date(part, whole)


def _date(part: str, whole: str) -> Date:
    match = _DATE.fullmatch(part)
    if match is None:
        raise _bad(whole)
    value = Date(match[1], match[2] or "", match[3] or "", match[4])
    if value.day and value.month in _SPANS:
        raise _bad(whole)
    if first_day(value) is None:
        raise _bad(whole)
    return value


def _bad(text: str) -> BadInput:
    return BadInput(
        f"not a date that Testigo can read: {text!r}",
        "write 2021-10-12, 2021-10, 2021 or 2021-09-01/2021-09-10",
    )


def _check_order(value: Interval, text: str) -> None:
    if isinstance(value.start, End) and isinstance(value.end, End):
        raise _bad(text)
    if isinstance(value.start, Date) and isinstance(value.end, Date):
        first, last = first_day(value.start), last_day(value.end)
        if first is not None and last is not None and first > last and "X" not in text:
            raise BadInput(f"the interval ends before it starts: {text!r}")


# --- days ---------------------------------------------------------------------------------------------------------


def first_day(value: Edtf) -> Day | None:
    """The first day that the value may mean; None where it is open or unknown at that end, or no such day exists."""
    return _bound(value, last=False)


def last_day(value: Edtf) -> Day | None:
    """The last day that the value may mean; None as for `first_day`."""
    return _bound(value, last=True)


def _bound(value: Edtf, *, last: bool) -> Day | None:
    if isinstance(value, Interval):
        end = value.end if last else value.start
        return None if isinstance(end, End) else _bound(end, last=last)
    year = int(value.year.replace("X", "9" if last else "0")) or 1
    if value.month in _SPANS:
        return _bound_of_span(year, *_SPANS[value.month], last=last)
    months = _candidates(value.month, 1, 12)
    for month in reversed(months) if last else months:
        for at in _years(value.year, year, last=last):
            days = _candidates(value.day, 1, monthrange(at, month)[1])
            if days:
                return Day(at, month, days[-1] if last else days[0])
    return None


def _years(pattern: str, year: int, *, last: bool) -> list[int]:
    """The year itself, and for unknown years the nearest leap year too (29 February)."""
    return [year] if "X" not in pattern else [year, 9996 if last else 4]


def _candidates(pattern: str, low: int, high: int) -> list[int]:
    if not pattern or pattern == "XX":
        return list(range(low, high + 1))
    if "X" not in pattern:
        return [number] if low <= (number := int(pattern)) <= high else []
    shape = re.compile(pattern.replace("X", r"\d"))
    return [number for number in range(low, high + 1) if shape.fullmatch(f"{number:02d}")]


def _bound_of_span(year: int, month: int, count: int, *, last: bool) -> Day:
    if not last:
        return Day(year, month, 1)
    year, month = _carry(year, month + count - 1)
    return Day(min(year, 9999), month, monthrange(min(year, 9999), month)[1])


def _carry(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1


# --- comparing ----------------------------------------------------------------------------------------------------


def overlaps(one: Edtf, other: Edtf) -> bool:
    """Whether the two may share a day. An open or unknown end reaches as far as dates go."""
    (a, b), (c, d) = _reach(one), _reach(other)
    if a > d or c > b:
        return False
    yearless = [value for value in (one, other) if isinstance(value, Date) and value.year == "XXXX"]
    if len(yearless) == 1:
        settled, loose = (other, yearless[0]) if yearless[0] is one else (one, yearless[0])
        low, high = _reach(settled)
        years = range(low.year, min(high.year, low.year + 8) + 1)
        return any(overlaps(Date(f"{year:04d}", loose.month, loose.day), settled) for year in years)
    if len(yearless) == 2:
        pair = [Date("0004", value.month, value.day) for value in yearless]
        return overlaps(pair[0], pair[1])
    return True


def contains(one: Edtf, other: Edtf) -> bool:
    """Whether every day that the other may mean lies in the first."""
    (a, b), (c, d) = _reach(one), _reach(other)
    return a <= c and d <= b


def before(one: Edtf, other: Edtf) -> bool:
    """Whether the first is over, whatever days are meant, before the other begins."""
    return _reach(one)[1] < _reach(other)[0]


def _reach(value: Edtf) -> tuple[Day, Day]:
    return first_day(value) or Day.min, last_day(value) or Day.max


def granularity(value: Edtf) -> str:
    """How exact it is: interval, day, month, season (quarters and halves too), year, decade, century, or unknown."""
    if isinstance(value, Interval):
        return "interval"
    if value.day:
        return "day"
    if value.month:
        return "season" if value.month in _SPANS else "month"
    known = len(value.year.rstrip("X"))
    return {4: "year", 3: "decade", 2: "century"}.get(known, "unknown")


# --- making -------------------------------------------------------------------------------------------------------


def of_day(day: Day) -> Date:
    """The date of one day."""
    return Date(f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}")


def of_month(year: int, month: int) -> Date:
    """The date of a month; months past 12 or before 1 count on into the years beside."""
    year, month = _carry(year, month)
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


_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_YEAR_PARTS = {"early": (1, 3), "mid": (4, 9), "late": (10, 12)}
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def part_of(value: Date, part: str) -> Edtf:
    """The early, mid or late part ("early", "mid", "late") of a month, year or decade; a finer date stays as it is."""
    if value.month and not value.day and value.month.isdigit() and value.month not in _SPANS:
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
        return anchor - dt.timedelta((anchor.weekday() - number) % 7)
    return anchor + dt.timedelta((number - anchor.weekday()) % 7)


def week(anchor: Day, offset: int = 0) -> tuple[Day, Day]:
    """Monday and Sunday of the anchor's week, or of the week that many weeks away."""
    monday = anchor + dt.timedelta(7 * offset - anchor.weekday())
    return monday, monday + dt.timedelta(6)


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
        year, month = _carry(anchor.year, anchor.month + step * offset)
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
    year, month = _carry(day.year, day.month + months)
    year = min(max(year, 1), 9999)
    return Day(year, month, min(day.day, monthrange(year, month)[1]))


def _inside(ordinal: int) -> Day:
    return Day.fromordinal(min(max(ordinal, 1), Day.max.toordinal()))
