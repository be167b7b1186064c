"""What the words come to: a `When` against the anchors, as TIMEX3 value and EDTF.

Rules:
- Past for what happened, future for what is to come: "in October" is the latest October or the next one.
- A weekday is the latest one before or on the day of publication.
- `XXXX-10-12` stands for a day whose year is not known.
"""

from __future__ import annotations

from testigo import dates
from testigo.dates import Date, Day, Direction, Interval
from testigo.reading.holidays import HOLIDAYS
from testigo.reading.time_counting import (
    NAMES,
    after_event,
    dated,
    duration,
    part,
    quarter,
    relative,
    repeated,
    same,
    span_to_now,
    the_year,
    unit_at,
    year_near,
)
from testigo.reading.time_values import (
    NO_ANCHOR,
    NO_BEFORE,
    NO_DAY,
    NO_YEAR,
    PARTS,
    TOO_WIDE,
    VAGUE,
    Anchors,
    Value,
    When,
)
from testigo.value import replace


def resolve(when: When, anchors: Anchors, direction: Direction = Direction.PAST) -> Value:
    """The value of the words against the anchors."""
    if when.unit == "F" and when.kind != "duration":  # a fortnight is two weeks
        when = replace(when, unit="W", count=None if when.count is None else 2 * when.count)
    value = _RESOLVE[when.kind](when, anchors, direction)
    return _with_clock(value, when.clock) if when.clock else value


def _with_clock(value: Value, clock: str) -> Value:
    if value.type == "DATE" and (len(value.value) == 10 or "W" in value.value):
        return replace(value, type="TIME", value=value.value + clock)
    return replace(value, type="TIME")


def _absolute(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    month = f"{when.month:02d}" if when.month else ""
    date = Date(when.year, month, f"{when.day:02d}" if when.day else "")
    if dates.first_day(date) is None:
        return Value("DATE", str(date), None, NO_DAY)
    return part(date, when.part)


def _loose(when: When, month: int, day: int) -> Value:
    date = Date("XXXX", f"{month:02d}", f"{day:02d}" if day else "")
    if when.part in PARTS:
        return Value("DATE", str(date), dates.part_of(date, when.part), NO_YEAR)
    return Value("DATE", str(date), date, NO_YEAR)


def _month_day(when: When, anchors: Anchors, direction: Direction) -> Value:
    """A month, or a day of a month, whose year is not said."""
    day, back = anchors.day, anchors.back() if when.relative_to_before else None
    if back is not None and when.step and not when.day:  # "the previous October"
        way = Direction.PAST if when.step < 0 else Direction.FUTURE
        month = dates.month_near(back, when.month, way)
        if month == dates.of_month(back.year, back.month):
            month = dates.of_month(back.year + when.step, back.month)
        return part(month, when.part)
    if back is not None:  # "in December of that year"
        return _absolute(replace(when, year=f"{back.year + (when.year_step or 0):04d}"), anchors, direction)
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
        return dated(dates.of_day(near))
    month = dates.month_near(day, when.month, direction)
    if when.step and month == dates.of_month(day.year, day.month):
        month = dates.of_month(day.year + when.step, day.month)
    return part(month, when.part)


def _nearer(anchor: Day, when: When, found: Day) -> Day:
    """A day that is a few days on the other side of the anchor, where the one found is most of a year away."""
    if abs((found - anchor).days) < 365 - _few_days(when) or when.step:
        return found
    other = Direction.PAST if found > anchor else Direction.FUTURE
    near = dates.day_near(anchor, when.month, when.day, other)
    return near if near is not None and abs((near - anchor).days) <= _few_days(when) else found


def _few_days(when: When) -> int:
    """How many days on the other side of the anchor still count as near: more where what is to come is spoken of."""
    return 60 if when.near else 14


def _weekday(when: When, anchors: Anchors, direction: Direction) -> Value:
    day = anchors.back() if when.relative_to_before else anchors.day
    if day is None:
        reason = NO_BEFORE if when.relative_to_before else NO_ANCHOR
        return Value("DATE", f"XXXX-WXX-{when.weekday + 1}", None, reason)
    if when.unit == "W":  # "Friday last week"
        return dated(dates.of_day(dates.shift(dates.week(day, when.step)[0], when.weekday, "day")))
    if when.step:
        direction = Direction.PAST if when.step < 0 else Direction.FUTURE
    found = dates.weekday(day, when.weekday, direction)
    if when.step and found == day:
        found = dates.shift(day, when.step, "week")
    return dated(dates.of_day(found))


def _day_of_month(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "on the 15th": of the month that was just named, else the nearest."""
    before = anchors.before
    if isinstance(before, Interval) and isinstance(before.start, Date):
        before = before.start
    day = anchors.day
    if isinstance(before, Date) and before.month.isdigit():
        date = Date(before.year, before.month, f"{when.day:02d}")
        first = dates.first_day(date)
        if first is not None and (day is None or "X" in str(date) or _open_to(first, day, direction, before)):
            return dated(date) if "X" not in str(date) else Value("DATE", str(date), date, NO_YEAR)
    if day is None:
        return Value("DATE", f"XXXX-XX-{when.day:02d}", None, NO_ANCHOR)
    found = dates.day_of_month(day, when.day, direction)
    if found is None:
        return Value("DATE", f"XXXX-XX-{when.day:02d}", None, NO_DAY)
    return dated(dates.of_day(found))


def _open_to(first: Day, day: Day, direction: Direction, before: Date) -> bool:
    """Whether a day of the month under discussion may be meant: behind the anchor, ahead, or in the anchor's month, where
    that month was named: no guard "was arrested on the 20th" in a report of the 10th.
    """
    named = (first.year, first.month) == (day.year, day.month) and not before.day
    return direction is Direction.FUTURE or first <= day or named


def _day_of_that_month(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "the 15th of last month"."""
    month = resolve(replace(when, kind="relative", unit="M", day=0), anchors, direction)
    if not isinstance(month.edtf, Date):
        return Value("DATE", f"XXXX-XX-{when.day:02d}", None, month.unknown or NO_ANCHOR)
    date = Date(month.edtf.year, month.edtf.month, f"{when.day:02d}")
    return dated(date) if dates.first_day(date) else Value("DATE", str(date), None, NO_DAY)


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _season(when: When, anchors: Anchors, direction: Direction) -> Value:
    """A season as its three months; the winter of a year begins in its December."""
    month = _SEASON_MONTHS[when.text]
    if when.step and when.year_step is None and not when.year:
        direction = Direction.PAST if when.step < 0 else Direction.FUTURE
    year = year_near(when, anchors, direction, month)
    if year is None:
        return Value("DATE", f"XXXX-{when.text}", None, NO_ANCHOR)
    if when.step and not when.year and anchors.day is not None and _runs(year, month, anchors.day):
        year += when.step
    months = Interval(dates.of_month(year, month), dates.of_month(year, month + 2))
    return dated(months, f"{year:04d}-{when.text}")


def _runs(year: int, month: int, day: Day) -> bool:
    first, last = dates.of_month(year, month), dates.of_month(year, month + 2)
    return dates.contains(Interval(first, last), dates.of_day(day))


def _reference(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    return Value("DATE", f"{when.text}_REF", None, VAGUE)


def _decade(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    if when.unit == "CE":
        return dated(Date(f"{when.text}XX"), when.text)
    digits = when.text if len(when.text) == 3 else f"19{when.text}"
    date = Date(f"{digits}X")
    edtf = dates.part_of(date, when.part) if when.part in PARTS else date
    return dated(edtf, digits)


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


def _fixed(when: When, _anchors: Anchors, _direction: Direction) -> Value:
    return Value("DATE", when.text, None, VAGUE)


def _holiday(when: When, anchors: Anchors, direction: Direction) -> Value:
    """A day with a name, of the year said or of the nearest one."""
    day_of, day = HOLIDAYS[when.text], anchors.day
    if when.year:
        return dated(dates.of_day(day_of(int(when.year))))
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
        return dated(dates.of_day(day_of(day.year + when.year_step)))
    if when.step:
        direction = Direction.PAST if when.step < 0 else Direction.FUTURE
    near = [day_of(year) for year in (day.year - 1, day.year, day.year + 1)]
    last, coming = max(found for found in near if found <= day), min(found for found in near if found >= day)
    soon = when.near and (coming - day).days <= _few_days(when)
    if direction is Direction.PAST:
        return dated(dates.of_day(coming if soon and (day - last).days > 180 else last))
    return dated(dates.of_day(coming))


def _week_of(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "the week of October 4": the week in which the day lies."""
    inner = resolve(replace(when, kind=when.text, text=""), anchors, direction)
    first = dates.first_day(inner.edtf) if inner.edtf is not None and "X" not in str(inner.edtf) else None
    if first is None:
        return Value("DATE", "XXXX-WXX", None, inner.unknown or NO_ANCHOR)
    return unit_at(first, "W", When("relative"), first)


def _nth(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "the second Monday of next month", "the third week of 2015": day = which one, 9 the last; month 0: of the year."""
    if when.year or when.month:
        year = year_near(when, anchors, direction, when.month or 1)
        inner = (
            None if year is None else dates.of_month(year, when.month) if when.month else Date(f"{year:04d}")
        )
    else:
        found = resolve(When("relative", unit=when.unit, step=when.step), anchors, direction).edtf
        inner = found if isinstance(found, Date) else None
    first, last = (dates.first_day(inner), dates.last_day(inner)) if inner is not None else (None, None)
    if first is None or last is None:
        return Value("DATE", "XXXX-WXX", None, NO_ANCHOR)
    if when.text == "D":
        return dated(dates.of_day(last if when.day == 9 else dates.shift(first, when.day - 1, "day")))
    weekday = when.weekday if when.weekday >= 0 else 3  # a week belongs to the month or year of its Thursday
    if when.day == 9:
        day = dates.shift(last, -((last.weekday() - weekday) % 7), "day")
    else:
        day = dates.shift(first, (weekday - first.weekday()) % 7 + 7 * (when.day - 1), "day")
    if not first <= day <= last:
        return Value("DATE", "XXXX-XX-XX", None, NO_DAY)
    return dated(dates.of_day(day)) if when.weekday >= 0 else unit_at(day, "W", When("relative"), day)


def _week_number(when: When, anchors: Anchors, direction: Direction) -> Value:
    day = anchors.day
    if day is None:
        return Value("DATE", f"XXXX-W{when.day:02d}", None, NO_ANCHOR)
    year = day.year
    if direction is Direction.PAST and when.day > day.isocalendar().week:
        year -= 1
    try:
        first = Day.fromisocalendar(year, when.day, 1)
    except ValueError:
        return Value("DATE", f"{year:04d}-W{when.day:02d}", None, NO_DAY)
    return unit_at(first, "W", When("relative"), first)


def _fiscal(when: When, anchors: Anchors, _direction: Direction) -> Value:
    """A fiscal or school year: which months it has differs from country to country."""
    day = anchors.day
    year = when.year or (f"{day.year + when.step:04d}" if day else "XXXX")
    return Value("DATE", f"{when.text}{year}", None, "its months differ from country to country")


def _ago(when: When, anchors: Anchors, _direction: Direction) -> Value:
    day = anchors.day
    if day is None or when.unit not in NAMES:
        return Value("DATE", "PAST_REF", None, NO_ANCHOR)
    count, unit = when.text.split()
    if unit not in NAMES:
        return Value("DATE", "PAST_REF", None, VAGUE)
    day = dates.shift(day, -round(when.count or 0), NAMES[when.unit])
    return dated(dates.of_day(dates.shift(day, -round(float(count)), NAMES[unit])))


def _offset(when: When, anchors: Anchors, direction: Direction) -> Value:
    """As in "two weeks before Christmas": so long from another time, which is the anchor here."""
    start = anchors.before
    if start is None or "X" in str(start) or when.count is None or when.unit not in NAMES:
        return after_event(when, anchors, direction)
    away = (
        dates.away(start, round(when.count) * when.step, NAMES[when.unit])
        if isinstance(start, Date)
        else None
    )
    return (
        dated(away) if away is not None else replace(after_event(when, anchors, direction), unknown=TOO_WIDE)
    )


_RESOLVE = {
    "week_number": _week_number,
    "fiscal": _fiscal,
    "ago": _ago,
    "offset": _offset,
    "absolute": _absolute,
    "month_day": _month_day,
    "weekday": _weekday,
    "day_of_month": _day_of_month,
    "day_of_that_month": _day_of_that_month,
    "relative": relative,
    "span": span_to_now,
    "duration": duration,
    "set": repeated,
    "reference": _reference,
    "decade": _decade,
    "season": _season,
    "quarter": quarter,
    "clock": _clock,
    "same": same,
    "fixed": _fixed,
    "the_year": the_year,
    "after_event": after_event,
    "holiday": _holiday,
    "week_of": _week_of,
    "nth": _nth,
}
