"""What a time expression means, and what that comes to against a day: TIMEX3 value and EDTF.

Rules:
- A `When` is what the words say; it has no date until it is resolved against the anchors.
- Anchors: the day of publication (or the day told, for words inside what somebody told) for "yesterday", "last week";
  the time last named in the report for "three days later", "the same day".
- Past for what happened, future for what is to come: "in October" is the latest October or the next one.
- A weekday is the latest one before or on the day of publication. "last week" is Monday to Sunday of the week before.
- Where the anchor is missing, or the words are vague, the EDTF is None and `unknown` says why. `XXXX-10-12` stands for
  a day whose year is not known.
- TIMEX3 values follow TimeML as used in TempEval-3: 2013-W12, 2012-Q4, P3D, PXM, PAST_REF, 2013-03-22TMO.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from testigo import dates
from testigo.dates import Date, Day, Direction, Edtf, Interval
from testigo.reading.holidays import HOLIDAYS

NO_ANCHOR = "the report has no date to count from"
NO_BEFORE = "no time before it to count from"
VAGUE = "the words name no date"
NO_YEAR = "the year is not said"
LENGTH = "a length of time, not a date"
REPEATED = "a repeated time"
NO_DAY = "there is no such day"


@dataclass(frozen=True, slots=True)
class When:
    """What the words say. kind: how to resolve it (the names of `_RESOLVE`).

    year, month, day: digits or empty; weekday: 0 Monday; unit: D W M Q Y DE CE H T S; count: how many, None if vague;
    step: -1 back, 0 this, 1 on; part: early, mid, late or empty; clock: "TMO", "T10:00" or empty; text: a fixed value.
    """

    kind: str
    year: str = ""
    month: int = 0
    day: int = 0
    weekday: int = -1
    unit: str = ""
    count: float | None = 1
    step: int = 0
    part: str = ""
    clock: str = ""
    text: str = ""
    relative_to_before: bool = False
    year_step: int | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative words count from. published: the day of publication or of the telling, as far as it is known;
    before: the time last named.
    """

    published: Date | None
    before: Edtf | None = None

    @property
    def day(self) -> Day | None:
        """The day of publication, where it is known to the day."""
        if self.published is None or not self.published.day or "X" in str(self.published):
            return None
        return dates.first_day(self.published)

    def back(self) -> Day | None:
        """The first day of the time last named, where that is known."""
        if self.before is None or "X" in str(self.before):
            return None
        return dates.first_day(self.before)


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved time. type: TIMEX3 type; value: TIMEX3 value; edtf: None where `unknown` says why."""

    type: str
    value: str
    edtf: Edtf | None = None
    unknown: str | None = None


def resolve(when: When, anchors: Anchors, direction: Direction = Direction.PAST) -> Value:
    """The value of the words against the anchors."""
    value = _RESOLVE[when.kind](when, anchors, direction)
    return _with_clock(value, when.clock) if when.clock else value


def _with_clock(value: Value, clock: str) -> Value:
    if value.type == "DATE" and (len(value.value) == 10 or "W" in value.value):
        return replace(value, type="TIME", value=value.value + clock)
    return replace(value, type="TIME")


def _dated(edtf: Edtf, value: str | None = None) -> Value:
    return Value("DATE", value or str(edtf), edtf)


def _absolute(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    month = f"{when.month:02d}" if when.month else ""
    date = Date(when.year, month, f"{when.day:02d}" if when.day else "")
    if dates.first_day(date) is None:
        return Value("DATE", str(date), None, NO_DAY)
    return _part(date, when.part)


def _part(date: Date, part: str) -> Value:
    if not part or part in ("earlier", "later"):
        return _dated(date)
    return _dated(dates.part_of(date, part), str(date))


def _loose(when: When, month: int, day: int) -> Value:
    date = Date("XXXX", f"{month:02d}", f"{day:02d}" if day else "")
    if when.part in ("early", "mid", "late"):
        return Value("DATE", str(date), dates.part_of(date, when.part), NO_YEAR)
    return Value("DATE", str(date), date, NO_YEAR)


def _month_day(when: When, anchors: Anchors, direction: Direction) -> Value:
    """A month, or a day of a month, whose year is not said."""
    day = anchors.day
    if day is None:
        return _loose(when, when.month, when.day)
    if when.year_step is not None:
        year = day.year + when.year_step
        return _absolute(replace(when, year=f"{year:04d}"), anchors, direction)
    if when.step:
        direction = Direction.PAST if when.step < 0 else Direction.FUTURE
    if when.day:
        found = dates.day_near(day, when.month, when.day, direction)
        if found is None:
            return Value("DATE", f"XXXX-{when.month:02d}-{when.day:02d}", None, NO_DAY)
        near = _nearer(day, when, found)
        return _dated(dates.of_day(near))
    month = dates.month_near(day, when.month, direction)
    if when.step and month == dates.of_month(day.year, day.month):
        month = dates.of_month(day.year + when.step, day.month)
    return _part(month, when.part)


def _nearer(anchor: Day, when: When, found: Day) -> Day:
    """A day that is a few days on the other side of the anchor, where the one found is most of a year away."""
    if abs((found - anchor).days) < 335 or when.step:
        return found
    other = Direction.PAST if found > anchor else Direction.FUTURE
    near = dates.day_near(anchor, when.month, when.day, other)
    return near if near is not None and abs((near - anchor).days) <= 14 else found


def _weekday(when: When, anchors: Anchors, direction: Direction) -> Value:
    day = anchors.back() if when.relative_to_before else anchors.day
    if day is None:
        reason = NO_BEFORE if when.relative_to_before else NO_ANCHOR
        return Value("DATE", f"XXXX-WXX-{when.weekday + 1}", None, reason)
    if when.unit == "W":  # "Friday last week"
        return _dated(dates.of_day(dates.week(day, when.step)[0] + dt.timedelta(when.weekday)))
    if when.step:
        direction = Direction.PAST if when.step < 0 else Direction.FUTURE
    found = dates.weekday(day, when.weekday, direction)
    if when.step and found == day:
        found = day + dt.timedelta(7 * when.step)
    return _dated(dates.of_day(found))


def _day_of_month(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "on the 15th": of the month that was just named, else the nearest."""
    before = anchors.before
    if isinstance(before, Interval) and isinstance(before.start, Date):
        before = before.start
    day = anchors.day
    if isinstance(before, Date) and before.month.isdigit():
        date = Date(before.year, before.month, f"{when.day:02d}")
        first = dates.first_day(date)
        if first is not None and (
            day is None or direction is Direction.FUTURE or "X" in str(date) or first <= day
        ):
            return _dated(date) if "X" not in str(date) else Value("DATE", str(date), date, NO_YEAR)
    if day is None:
        return Value("DATE", f"XXXX-XX-{when.day:02d}", None, NO_ANCHOR)
    found = dates.day_of_month(day, when.day, direction)
    if found is None:
        return Value("DATE", f"XXXX-XX-{when.day:02d}", None, NO_DAY)
    return _dated(dates.of_day(found))


def _day_of_that_month(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "the 15th of last month"."""
    month = resolve(replace(when, kind="relative", unit="M", day=0), anchors, direction)
    if not isinstance(month.edtf, Date):
        return Value("DATE", f"XXXX-XX-{when.day:02d}", None, month.unknown or NO_ANCHOR)
    date = Date(month.edtf.year, month.edtf.month, f"{when.day:02d}")
    return _dated(date) if dates.first_day(date) else Value("DATE", str(date), None, NO_DAY)


_NAMES = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century"}


def _relative(when: When, anchors: Anchors, _direction: Direction) -> Value:
    """A unit counted from the anchor: "last week", "this month", "three years ago", "two days later"."""
    count = when.count
    if count is None or when.unit in ("H", "T", "S"):
        return Value("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[when.step], None, VAGUE)
    anchor = anchors.back() if when.relative_to_before else anchors.day
    if anchor is None and not when.relative_to_before and when.unit == "Y" and anchors.published is not None:
        anchor = dates.first_day(anchors.published)
    if anchor is None:
        return Value("DATE", _loose_unit(when), None, NO_BEFORE if when.relative_to_before else NO_ANCHOR)
    steps = round(count * when.step)
    if count != int(count) and when.unit in ("Y", "M"):
        unit = {"Y": "month", "M": "day"}[when.unit]
        return _unit_at(
            dates.shift(anchor, round(count * when.step * {"Y": 12, "M": 30}[when.unit]), unit),
            "M",
            when,
            anchor,
        )
    if when.unit == "E":
        return _weekend(anchor, steps, when)
    return _unit_at(dates.shift(anchor, steps, _NAMES[when.unit]), when.unit, when, anchor)


def _loose_unit(when: When) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "E": "XXXX-WXX-WE"}.get(
        when.unit, "XXXX"
    )


def _unit_at(day: Day, unit: str, when: When, anchor: Day) -> Value:
    """The day, week, month, quarter, year or decade in which the day lies."""
    if unit == "D":
        return _dated(dates.of_day(day))
    if unit == "W":
        first, last = dates.week(day)
        if when.part in _WEEK_PARTS:
            low, high = _WEEK_PARTS[when.part]
            first, last = first + dt.timedelta(low), first + dt.timedelta(high)
        year, number, _ = day.isocalendar()
        return _so_far(
            Interval(dates.of_day(first), dates.of_day(last)), f"{year:04d}-W{number:02d}", when, anchor
        )
    if unit == "M":
        month = dates.of_month(day.year, day.month)
        if when.part in ("early", "mid", "late"):
            return _part(month, when.part)
        return _so_far(month, str(month), when, anchor)
    if unit == "Q":
        return _quarter_of(day.year, (day.month + 2) // 3)
    if unit == "Y":
        year_date = Date(f"{day.year:04d}")
        if when.part in ("early", "mid", "late"):
            return _part(year_date, when.part)
        return _so_far(year_date, str(year_date), when, anchor)
    digits = 3 if unit == "DE" else 2
    known = f"{day.year:04d}"[:digits]
    return _dated(Date(known + "X" * (4 - digits)), known)


_WEEK_PARTS = {"early": (0, 2), "mid": (1, 4), "late": (3, 6)}


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
        return _dated(dates.of_days(*days), value)
    return _dated(edtf, value)


def _weekend(anchor: Day, steps: int, when: When) -> Value:
    first, _ = dates.week(anchor, steps)
    saturday = first + dt.timedelta(5)
    if when.step == 0 and when.text == "bare" and saturday > anchor:
        saturday -= dt.timedelta(7)
    year, number, _ = saturday.isocalendar()
    return _dated(dates.of_days(saturday, saturday + dt.timedelta(1)), f"{year:04d}-W{number:02d}-WE")


def _quarter_of(year: int, number: int) -> Value:
    first, last = Day(year, 3 * number - 2, 1), dates.last_day(dates.of_month(year, 3 * number))
    return _dated(dates.of_days(first, last or first), f"{year:04d}-Q{number}")


def _quarter(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "the fourth quarter", "the first half of 2013": count is its number, unit Q or H1."""
    length = 3 if when.unit == "Q" else 6
    code = "Q" if when.unit == "Q" else "H"
    number = int(when.count or 1)
    year = _year_near(when, anchors, direction, length * (number - 1) + 1)
    if year is None:
        return Value("DATE", f"XXXX-{code}{number}", None, NO_ANCHOR)
    last = dates.last_day(dates.of_month(year, length * number))
    first = Day(year, length * (number - 1) + 1, 1)
    return _dated(dates.of_days(first, last or first), f"{year:04d}-{code}{number}")


def _year_near(when: When, anchors: Anchors, direction: Direction, month: int) -> int | None:
    """The year said, or the nearest one that way in which the month has begun."""
    if when.year:
        return int(when.year)
    day = anchors.day
    if day is None:
        return None
    if when.year_step is not None:
        return day.year + when.year_step
    return int(dates.month_near(day, month, direction).year)


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _season(when: When, anchors: Anchors, direction: Direction) -> Value:
    """A season as its three months; the winter of a year begins in its December."""
    month = _SEASON_MONTHS[when.text]
    if when.step and when.year_step is None and not when.year:
        direction = Direction.PAST if when.step < 0 else Direction.FUTURE
    year = _year_near(when, anchors, direction, month)
    if year is None:
        return Value("DATE", f"XXXX-{when.text}", None, NO_ANCHOR)
    if when.step and not when.year and anchors.day is not None and _runs(year, month, anchors.day):
        year += when.step
    months = Interval(dates.of_month(year, month), dates.of_month(year, month + 2))
    return _dated(months, f"{year:04d}-{when.text}")


def _runs(year: int, month: int, day: Day) -> bool:
    first, last = dates.of_month(year, month), dates.of_month(year, month + 2)
    return dates.contains(Interval(first, last), dates.of_day(day))


def _span_to_now(when: When, anchors: Anchors, _direction: Direction) -> Value:
    """As in "the last three years", "the next six months": a length that ends or begins at the anchor."""
    value = _length(when)
    anchor = anchors.day
    if when.count is None or anchor is None or when.unit in ("H", "T", "S", "E"):
        return Value("DURATION", value, None, VAGUE if anchor or when.count is None else NO_ANCHOR)
    other = dates.shift(anchor, round(when.count) * when.step, _NAMES[when.unit])
    first, last = min(other, anchor), max(other, anchor)
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


def _duration(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    return Value("DURATION", when.text or _length(when), None, LENGTH)


def _set(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    if when.weekday >= 0:
        return Value("SET", f"XXXX-WXX-{when.weekday + 1}", None, REPEATED)
    if when.month:
        return Value("SET", f"XXXX-{when.month:02d}", None, REPEATED)
    return Value("SET", when.text or _length(when), None, REPEATED)


def _reference(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    return Value("DATE", f"{when.text}_REF", None, VAGUE)


def _decade(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    if when.unit == "CE":
        return _dated(Date(f"{when.text}XX"), when.text)
    digits = when.text if len(when.text) == 3 else f"19{when.text}"
    date = Date(f"{digits}X")
    edtf = dates.part_of(date, when.part) if when.part in ("early", "mid", "late") else date
    return _dated(edtf, digits)


def _clock(when: When, anchors: Anchors, _direction: Direction) -> Value:
    """A time of day: of the day last named, else of the day of publication."""
    date = anchors.before if isinstance(anchors.before, Date) and anchors.before.day else None
    if date is None and when.relative_to_before:
        return Value("TIME", "XXXX-XX-XX", None, NO_BEFORE)
    if date is None:
        day = anchors.day
        if day is None:
            return Value("TIME", when.clock, None, NO_ANCHOR)
        return Value("TIME", str(dates.of_day(day)) + when.clock, None, "the day is not said")
    return Value("TIME", str(date) + when.clock, date)


def _same(when: When, anchors: Anchors, _direction: Direction) -> Value:
    """As in "the same day", "that month", "the same period": the time last named, as wide as the words."""
    before = anchors.before
    if before is None:
        return Value("DATE", _loose_unit(when), None, NO_BEFORE)
    if when.unit in ("", "D") or "X" in str(before) or isinstance(before, Interval):
        value = str(before)
        return Value("DATE", value, before, NO_YEAR if "X" in value else None)
    first = dates.first_day(before)
    return _unit_at(first, when.unit, when, first) if first else Value("DATE", str(before), before)


def _fixed(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    return Value("DATE", when.text, None, VAGUE)


def _the_year(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "during the year": which year is meant the words alone do not say."""
    near = _relative(replace(when, step=0), anchors, direction)
    return Value("DATE", near.value, None, "which one is meant is not said")


def _after_event(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    return Value("DATE", _loose_unit(when), None, "it is counted from an event without a date")


def _holiday(when: When, anchors: Anchors, direction: Direction) -> Value:
    """A day with a name, of the year said or of the nearest one."""
    day_of, day = HOLIDAYS[when.text], anchors.day
    if when.year:
        return _dated(dates.of_day(day_of(int(when.year))))
    if day is None:
        fixed = day_of(2001)
        if day_of(2002).replace(year=2001) != fixed:
            return Value("DATE", "XXXX-XX-XX", None, NO_ANCHOR)
        return Value(
            "DATE",
            f"XXXX-{fixed.month:02d}-{fixed.day:02d}",
            Date("XXXX", f"{fixed.month:02d}", f"{fixed.day:02d}"),
            NO_YEAR,
        )
    if when.year_step is not None:
        return _dated(dates.of_day(day_of(day.year + when.year_step)))
    if when.step:
        direction = Direction.PAST if when.step < 0 else Direction.FUTURE
    near = [day_of(year) for year in (day.year - 1, day.year, day.year + 1)]
    if direction is Direction.PAST:
        return _dated(dates.of_day(max(found for found in near if found <= day)))
    return _dated(dates.of_day(min(found for found in near if found >= day)))


def _week_of(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "the week of October 4": the week in which the day lies."""
    inner = resolve(replace(when, kind=when.text, text=""), anchors, direction)
    first = dates.first_day(inner.edtf) if inner.edtf is not None and "X" not in str(inner.edtf) else None
    if first is None:
        return Value("DATE", "XXXX-WXX", None, inner.unknown or NO_ANCHOR)
    return _unit_at(first, "W", When("relative"), first)


def _nth(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "the second Monday of next month", "the third week of 2015": day = which one, 9 the last; month 0: of the year."""
    if when.year or when.month:
        year = _year_near(when, anchors, direction, when.month or 1)
        inner = (
            None if year is None else dates.of_month(year, when.month) if when.month else Date(f"{year:04d}")
        )
    else:
        found = resolve(When("relative", unit=when.unit, step=when.step), anchors, direction).edtf
        inner = found if isinstance(found, Date) else None
    first, last = (dates.first_day(inner), dates.last_day(inner)) if inner is not None else (None, None)
    if first is None or last is None:
        return Value("DATE", "XXXX-WXX", None, NO_ANCHOR)
    weekday = when.weekday if when.weekday >= 0 else 3  # a week belongs to the month or year of its Thursday
    if when.day == 9:
        day = last - dt.timedelta((last.weekday() - weekday) % 7)
    else:
        day = first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (when.day - 1))
    if not first <= day <= last:
        return Value("DATE", "XXXX-XX-XX", None, NO_DAY)
    return _dated(dates.of_day(day)) if when.weekday >= 0 else _unit_at(day, "W", When("relative"), day)


_RESOLVE = {
    "absolute": _absolute,
    "month_day": _month_day,
    "weekday": _weekday,
    "day_of_month": _day_of_month,
    "day_of_that_month": _day_of_that_month,
    "relative": _relative,
    "span": _span_to_now,
    "duration": _duration,
    "set": _set,
    "reference": _reference,
    "decade": _decade,
    "season": _season,
    "quarter": _quarter,
    "clock": _clock,
    "same": _same,
    "fixed": _fixed,
    "the_year": _the_year,
    "after_event": _after_event,
    "holiday": _holiday,
    "week_of": _week_of,
    "nth": _nth,
}
