"""Dates as values: parse, print, the days they may mean, and how two of them lie to each other.

Rules:
- A date has a year, year and month, or year, month and day; unknown digits are X (`XXXX-10-12`, `202X`, `2021-XX`).
- `?` uncertain, `~` about, `%` both, at the end. `2021-21` to `2021-24` are the seasons of the northern half,
  `-33` to `-36` quarters, `-40` and `-41` halves.
- `a/b` is an interval, ends included; `..` an open end, an empty end one that is not known. `a` counts as every day
  it may mean: `2021-10` is the whole of October.
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
SPANS = {  # month codes that mean several months: first month, number of months
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
    if value.day and value.month in SPANS:
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
    if value.day.isdigit() and value.month.isdigit() and value.year.isdigit():
        try:
            return Day(year, int(value.month), int(value.day))
        except ValueError:
            return None
    if value.month in SPANS:
        return _bound_of_span(year, *SPANS[value.month], last=last)
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
    year, month = carry(year, month + count - 1)
    return Day(min(year, 9999), month, monthrange(min(year, 9999), month)[1])


def carry(year: int, month: int) -> tuple[int, int]:
    """Year and month where the month may lie outside 1 to 12."""
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
        days = [Date(f"{year:04d}", loose.month, loose.day) for year in years]
        return any(overlaps(day, settled) for day in days if first_day(day) is not None)
    if len(yearless) == 2:
        pair = [Date("0004", value.month, value.day) for value in yearless]
        return overlaps(pair[0], pair[1])
    return True


def contains(one: Edtf, other: Edtf) -> bool:
    """Whether every day that the other may mean lies in the first, whatever year an unknown year is."""
    if isinstance(one, Date) and one.year == "XXXX" and one.month:
        if not isinstance(other, Date):
            return False
        year = "0004" if other.year == "XXXX" else other.year
        pair = Date(year, one.month, one.day), Date(year, other.month, other.day)
        return "X" not in year and first_day(pair[0]) is not None and contains(*pair)
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
        return "season" if value.month in SPANS else "month"
    known = len(value.year.rstrip("X"))
    return {4: "year", 3: "decade", 2: "century"}.get(known, "unknown")
