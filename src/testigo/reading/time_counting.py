"""Times counted in units from an anchor, and lengths: "last week", "three years ago", "the fourth quarter", "P3M".

Rules:
- "last week" is Monday to Sunday of the week before; "earlier this month" ends on the day of publication.
- A unit is as exact as its words: "two years ago" is a year, "two days ago" a day.
- TIMEX3 values follow TimeML as used in TempEval-3: 2013-W12, 2012-Q4, P3D, PXM, PAST_REF.
"""

from __future__ import annotations

from testigo import dates
from testigo.dates import Date, Day, Direction, Edtf, Interval
from testigo.reading.time_values import (
    BARE,
    LENGTH,
    NO_ANCHOR,
    NO_BEFORE,
    NO_YEAR,
    PARTS,
    REPEATED,
    TOO_WIDE,
    VAGUE,
    Anchors,
    Value,
    When,
    usable,
)
from testigo.value import replace


def dated(edtf: Edtf, value: str | None = None) -> Value:
    """A date with this EDTF; its TIMEX3 value is the same unless another is given."""
    return Value("DATE", value or str(edtf), edtf)


def part(date: Date, part: str) -> Value:
    """A month or year, or its early, mid or late part, which TIMEX3 does not tell from the whole."""
    if not part or part in ("earlier", "later"):
        return dated(date)
    return dated(dates.part_of(date, part), str(date))


NAMES = {
    "D": "day",
    "N": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}


def relative(when: When, anchors: Anchors, direction: Direction) -> Value:
    """A unit counted from the anchor: "last week", "this month", "three years ago", "two days later"."""
    count, told = when.count, when.relative_to_before or _of_that(when, anchors, direction)
    if count is None or when.unit in ("H", "T", "S"):
        step = (1 if direction is Direction.FUTURE else -1) if told else when.step
        return Value("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step], None, VAGUE)
    if told and when.unit == "D" and (loose := _loose_day(anchors.before, round(count * when.step))):
        return Value("DATE", str(loose), loose, NO_YEAR)
    anchor = anchors.back() if told else anchors.day
    if anchor is not None:
        value = _counted(when, count, anchor, anchors.before)
        wide = told and _is_wide(anchors.before, when.unit)
        return replace(value, edtf=None, unknown=TOO_WIDE) if wide else value
    if not told and when.unit == "Y" and anchors.published is not None:
        year = usable(dates.first_day(anchors.published))
        return _counted(when, count, year, None) if year else Value("DATE", "XXXX", None, NO_ANCHOR)
    if (
        told and anchors.day is not None
    ):  # TIMEX3 takes the day of publication instead; we say that we do not know
        return Value("DATE", _counted(when, count, anchors.day, None).value, None, NO_BEFORE)
    return Value("DATE", loose_unit(when), None, NO_BEFORE if told else NO_ANCHOR)


def _of_that(when: When, anchors: Anchors, direction: Direction) -> bool:
    """Whether a bare unit is that of the time before: "was held on May 3, and freed by the end of the month" told in July."""
    if when.text != BARE or direction is not Direction.PAST or not isinstance(anchors.before, Date):
        return False
    before, day = anchors.back(), anchors.day
    return (
        before is not None
        and day is not None
        and bool(anchors.before.month)
        and (day - before).days > _WHILE.get(when.unit, 0)
    )


_WHILE = {"W": 7, "M": 31}  # days: of what is just past, "the end of the month" may be that of today


def _is_wide(before: Edtf | None, unit: str) -> bool:
    """Whether a unit is finer than the time it is counted from: "in December 2021 … the next day"."""
    first, last = (dates.first_day(before), dates.last_day(before)) if before is not None else (None, None)
    most = {"D": 7, "N": 7, "W": 7, "E": 7, "M": 31}.get(unit)
    return first is not None and last is not None and most is not None and (last - first).days >= most


def _counted(when: When, count: float, anchor: Day, before: Edtf | None) -> Value:
    steps = round(count * when.step)
    if count != int(count) and when.unit in ("Y", "M"):
        unit, size = {"Y": ("month", 12), "M": ("day", 30)}[when.unit]
        return unit_at(dates.shift(anchor, round(count * when.step * size), unit), "M", when, anchor)
    if when.unit == "W" and when.text == "exact" and isinstance(before, Date) and before.day and count > 0:
        return dated(dates.of_day(dates.shift(anchor, steps, "week")))
    if when.unit == "E":
        return _weekend(anchor, steps, when)
    return unit_at(dates.shift(anchor, steps, NAMES[when.unit]), when.unit, when, anchor)


def _loose_day(before: Edtf | None, steps: int) -> Date | None:
    """A day counted from a day whose year is not known: XXXX-02-09 and a day back is XXXX-02-08."""
    if (
        not isinstance(before, Date)
        or before.year != "XXXX"
        or "X" in before.month + before.day
        or not before.day
    ):
        return None
    day = dates.shift(Day(2004, int(before.month), int(before.day)), steps, "day")
    return Date("XXXX", f"{day.month:02d}", f"{day.day:02d}")


def loose_unit(when: When) -> str:
    """The TIMEX3 value of a unit of which nothing is known."""
    return {
        "D": "XXXX-XX-XX",
        "N": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "E": "XXXX-WXX-WE",
    }.get(when.unit, "XXXX")


def unit_at(day: Day, unit: str, when: When, anchor: Day) -> Value:
    """The day, week, month, quarter, year or decade in which the day lies."""
    if unit in ("D", "N"):
        return dated(dates.of_day(day))
    if unit == "W":
        first, last = dates.week(day)
        if when.part in _WEEK_PARTS:
            low, high = _WEEK_PARTS[when.part]
            first, last = dates.shift(first, low, "day"), dates.shift(first, high, "day")
        year, number, _ = day.isocalendar()
        return _so_far(
            Interval(dates.of_day(first), dates.of_day(last)), f"{year:04d}-W{number:02d}", when, anchor
        )
    if unit == "M":
        month = dates.of_month(day.year, day.month)
        if when.part in PARTS:
            return part(month, when.part)
        return _so_far(month, str(month), when, anchor)
    if unit == "Q":
        return _quarter_of(day.year, (day.month + 2) // 3)
    if unit == "Y":
        year_date = Date(f"{day.year:04d}")
        if when.part in PARTS:
            return part(year_date, when.part)
        return _so_far(year_date, str(year_date), when, anchor)
    digits = 3 if unit == "DE" else 2
    known = f"{day.year:04d}"[:digits]
    return dated(Date(known + "X" * (4 - digits)), known)


_WEEK_PARTS = {"early": (0, 2), "mid": (1, 4), "late": (3, 6), "start": (0, 2), "end": (3, 6)}


def _so_far(edtf: Edtf, value: str, when: When, anchor: Day) -> Value:
    """As in "earlier this month" ends on the day of publication, "later this month" begins there."""
    first, last = dates.first_day(edtf), dates.last_day(edtf)
    if (
        when.part in ("earlier", "later")
        and first is not None
        and last is not None
        and first <= anchor <= last
    ):
        days = (first, anchor) if when.part == "earlier" else (anchor, last)
        return dated(dates.of_days(*days), value)
    return dated(edtf, value)


def _weekend(anchor: Day, steps: int, when: When) -> Value:
    first, _ = dates.week(anchor, steps)
    saturday = dates.shift(first, 5, "day")
    if when.step == 0 and when.text == "bare" and saturday > anchor:
        saturday = dates.shift(saturday, -7, "day")
    year, number, _ = saturday.isocalendar()
    return dated(dates.of_days(saturday, dates.shift(saturday, 1, "day")), f"{year:04d}-W{number:02d}-WE")


def _quarter_of(year: int, number: int) -> Value:
    first, last = Day(year, 3 * number - 2, 1), dates.last_day(dates.of_month(year, 3 * number))
    return dated(dates.of_days(first, last or first), f"{year:04d}-Q{number}")


def quarter(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "the fourth quarter", "the first half of 2013": count is its number, unit Q or H1."""
    length = 3 if when.unit == "Q" else 6
    code = "Q" if when.unit == "Q" else "H"
    number = int(when.count or 1)
    year = year_near(when, anchors, direction, length * (number - 1) + 1)
    if year is None:
        return Value("DATE", f"XXXX-{code}{number}", None, NO_ANCHOR)
    last = dates.last_day(dates.of_month(year, length * number))
    first = Day(year, length * (number - 1) + 1, 1)
    return dated(dates.of_days(first, last or first), f"{year:04d}-{code}{number}")


def year_near(when: When, anchors: Anchors, direction: Direction, month: int) -> int | None:
    """The year said, or the nearest one that way in which the month has begun."""
    if when.year:
        return int(when.year)
    day = anchors.day
    if day is None:
        return None
    if when.year_step is not None:
        return day.year + when.year_step
    return int(dates.month_near(day, month, direction).year)


def span_to_now(when: When, anchors: Anchors, _direction: Direction) -> Value:
    """As in "the last three years", "the next six months": a length that ends or begins at the anchor."""
    value = _length(when)
    anchor = anchors.day
    if when.count is None or anchor is None or when.unit in ("H", "T", "S", "E"):
        return Value("DURATION", value, None, VAGUE if anchor or when.count is None else NO_ANCHOR)
    other = dates.shift(anchor, round(when.count) * when.step, NAMES[when.unit])
    first, last = min(other, anchor), max(other, anchor)
    if when.step > 0 and when.unit in ("D", "W"):
        first = dates.shift(first, 1, "day")  # the next three days begin tomorrow
    if when.unit == "M":
        span: Edtf = Interval(dates.of_month(first.year, first.month), dates.of_month(last.year, last.month))
    elif when.unit in ("Y", "DE", "CE"):
        span = Interval(Date(f"{first.year:04d}"), Date(f"{last.year:04d}"))
    else:
        span = dates.of_days(first, last)
    return Value("DURATION", value, span)


def _length(when: When) -> str:
    """An ISO 8601 duration; X for a number that is not said."""
    unit, count = when.unit, when.count
    if unit == "F":
        unit, count = "W", None if count is None else count * 2
    if unit in ("E", "N"):
        unit = {"E": "WE", "N": "NI"}[unit]
    clock = "T" if unit in ("H", "T", "S", "NI") else ""
    letter = {"T": "M"}.get(unit, unit)
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    if unit == "Q":
        return f"P{3 * count:g}M" if count is not None else "PXM"
    return f"P{clock}{number}{letter}"


def duration(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    """A length of time: no date."""
    return Value("DURATION", when.text or _length(when), None, LENGTH)


def repeated(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    """A repeated time: no date."""
    if when.weekday >= 0:
        return Value("SET", f"XXXX-WXX-{when.weekday + 1}", None, REPEATED)
    if when.month:
        return Value("SET", f"XXXX-{when.month:02d}", None, REPEATED)
    if when.day > 0:
        return Value("SET", f"XXXX-XX-{when.day:02d}", None, REPEATED)
    return Value("SET", when.text or _length(when), None, REPEATED)


def same(when: When, anchors: Anchors, _direction: Direction) -> Value:
    """As in "the same day", "that month", "the same period": the time last named, as wide as the words."""
    before = anchors.before
    if before is None:
        return Value("DATE", loose_unit(when), None, NO_BEFORE)
    if when.unit in ("", "D") or "X" in str(before) or isinstance(before, Interval):
        value = str(before)
        if when.unit == "D" and _is_wide(before, "D"):
            return Value("DATE", value, None, TOO_WIDE)
        return Value("DATE", value, before, NO_YEAR if "X" in value else None)
    first = dates.first_day(before)
    if when.unit == "E" and first is not None:
        wide = _is_wide(before, "E")
        return Value("DATE", loose_unit(when), None, TOO_WIDE) if wide else _weekend(first, 0, when)
    if first is not None and not before.day and when.part in ("earlier", "later"):
        when = replace(when, part="")  # "in January … earlier that month": nobody knows from when on
    return unit_at(first, when.unit, when, first) if first else Value("DATE", str(before), before)


def the_year(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "during the year": which year is meant the words alone do not say."""
    near = relative(replace(when, step=0), anchors, direction)
    return Value("DATE", near.value, None, "which one is meant is not said")


def after_event(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    """As in "two days after the escape", where the escape has no date."""
    return Value("DATE", loose_unit(when), None, "it is counted from an event without a date")


def ahead(before: Edtf | None, published: Date | None, direction: Direction) -> bool:
    """Whether a time named before lies ahead of a report, so that what has happened is not counted from it."""
    last = dates.last_day(published) if published is not None else None
    start = dates.first_day(before) if before is not None else None
    return direction is Direction.PAST and last is not None and start is not None and start > last
