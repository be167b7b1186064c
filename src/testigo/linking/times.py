"""Two times compared, each an EDTF value: the same, one within the other, overlapping, near, apart, or unknown.

Rules:
- A value stands for every day that it may mean: a month is all of its days, an open end reaches on and on.
- The two are SAME where they mean the same days; CONTAINS where one holds the other; OVERLAPS where they share days;
  NEAR where the gap is a week or less, or, with "about" (~), as long as the vaguer of the two; else DISJOINT.
- A date without a year fits any year: it says that the years are not told and counts as that much weaker.
- strength: the shared days over what two such spans would share by chance within `SPAN` days; open ends are cut to it.
- What is no EDTF value is not guessed at: UNKNOWN, with the words kept.
"""

from __future__ import annotations

import math
from functools import lru_cache

from testigo.dates.edtf import (
    Date,
    Edtf,
    End,
    Interval,
    contains,
    first_day,
    is_valid,
    last_day,
    overlaps,
    parse,
)
from testigo.linking.compared import Answer, Compared, unknown

SPAN = 3650  # days over which reports of one casebook may lie: chance is reckoned within it
CLOSE = 7  # days
NEAR, APART, FAR = -0.5, -2.0, -5.0  # what a short gap, one up to two months, and a long one tell


def compare_times(left: str | None, right: str | None) -> Compared:
    """The comparison of two EDTF values; None or "" where no time is told."""
    if not left or not right:
        return unknown("time", left, right)
    one, other = _value(left), _value(right)
    if one is None or other is None:
        return Compared("time", Answer.UNKNOWN, 0.0, "time-not-dated", (), left, right)
    if overlaps(one, other):
        return _shared(one, other, left, right)
    return _apart(one, other, left, right)


@lru_cache(maxsize=1 << 14)
def _value(text: str) -> Edtf | None:
    return parse(text) if is_valid(text) else None


def _shared(one: Edtf, other: Edtf, left: str, right: str) -> Compared:
    if _yearless(one) or _yearless(other):
        return Compared(
            "time", Answer.OVERLAPS, math.log(12.0), "time-year-not-told", (left, right), left, right
        )
    strength = _strength(one, other)
    inside, holds = contains(one, other), contains(other, one)
    if inside and holds and not _is_open(one):
        return Compared("time", Answer.SAME, strength, "time-same", (left,), left, right)
    if inside or holds:
        wide, narrow = (left, right) if inside else (right, left)
        return Compared("time", Answer.CONTAINS, strength, "time-contains", (narrow, wide), left, right)
    return Compared("time", Answer.OVERLAPS, strength, "time-overlaps", (left, right), left, right)


def _yearless(value: Edtf) -> bool:
    return isinstance(value, Date) and value.year == "XXXX"


def _is_open(value: Edtf) -> bool:
    return isinstance(value, Interval) and End.OPEN in (value.start, value.end)


def _days(value: Edtf) -> tuple[int, int] | None:
    """First and last day as numbers; an open or unknown end is `SPAN` days away; None for a year that is not known."""
    first, last = first_day(value), last_day(value)
    if first is None and last is None:
        return None
    start = first.toordinal() if first else last.toordinal() - SPAN  # type: ignore[union-attr]
    end = last.toordinal() if last else start + SPAN
    return start, end


def _strength(one: Edtf, other: Edtf) -> float:
    a, b = _days(one), _days(other)
    if a is None or b is None:
        return 0.0
    shared = max(1, min(a[1], b[1]) - max(a[0], b[0]) + 1)
    lengths = (min(SPAN, a[1] - a[0] + 1), min(SPAN, b[1] - b[0] + 1))
    return max(0.0, math.log(SPAN * min(shared, *lengths) / (lengths[0] * lengths[1])))


def _apart(one: Edtf, other: Edtf, left: str, right: str) -> Compared:
    a, b = _days(one), _days(other)
    if _yearless(one) or _yearless(other) or a is None or b is None:
        return Compared("time", Answer.DISJOINT, APART, "time-apart", (left, right), left, right)
    gap = max(a[0] - b[1], b[0] - a[1])
    about = any(mark in text for text in (left, right) for mark in "~%?")
    close = max(CLOSE, min(SPAN, a[1] - a[0] + 1), min(SPAN, b[1] - b[0] + 1)) if about else CLOSE
    if gap <= close:
        return Compared("time", Answer.NEAR, NEAR, "time-near", (str(gap), left, right), left, right)
    strength = APART if gap <= 60 else FAR
    return Compared("time", Answer.DISJOINT, strength, "time-gap", (str(gap), left, right), left, right)
