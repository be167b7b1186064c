"""Dates in plain English words, for people who write and read them, and back.

Rules:
- `from_words` takes what a person would type ("early September 2021", "12 October 2021", "since 2021", "spring 2016",
  "about 2019") or EDTF itself; anything else, and anything that needs a day to count from, is BadInput.
- `in_words` says no more than the value: a month stays a month. `from_words(in_words(v))` means the same days as v.
"""

from __future__ import annotations

import re

from testigo.dates.counting import of_days, part_of, since, until
from testigo.dates.edtf import Date, Edtf, End, Interval, first_day, is_valid, last_day, parse
from testigo.errors import BadInput

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_CODES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIERS = {"~": "about", "?": "perhaps", "%": "perhaps about"}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?",
        rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>\d{{4}}))?",
        rf"(?:(?P<part>early|mid|late)[ -])?{_MONTH}(?:,? (?:of )?(?P<year>\d{{4}}))?",
        r"(?:(?P<part>early|mid|late)[ -])?(?P<year>\d{4})",
        r"the (?:(?P<part>early|mid|late)[ -])?(?P<decade>\d{3})0s",
        r"(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<year>\d{4})",
    )
)
_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}


def from_words(text: str) -> Edtf:
    """The value of a date in English words or in EDTF; BadInput where it is neither."""
    words = " ".join(text.split())
    if is_valid(words):
        return parse(words)
    lower = words.lower()
    for word, bound in (("since ", since), ("from ", since), ("until ", until), ("by ", until)):
        if lower.startswith(word) and " to " not in lower:
            return bound(from_words(words[len(word) :]))
    ends = re.fullmatch(r"(?:from |between )?(.+?) (?:to|until|through|and) (.+)", lower)
    if ends:
        return _range(ends[1], ends[2])
    return _one(lower, text)


def _range(start: str, end: str) -> Edtf:
    last = from_words(end)
    if re.fullmatch(r"\d{1,2}", start) and isinstance(last, Date) and last.day:
        first: Edtf = Date(last.year, last.month, f"{int(start):02d}")
    else:
        year = re.search(r"\d{4}", end)
        first = from_words(start if re.search(r"\d{4}", start) or not year else f"{start} {year[0]}")
    if not isinstance(first, Date) or not isinstance(last, Date):
        raise _unread(f"{start} to {end}")
    return parse(f"{first}/{last}")


def _one(lower: str, text: str) -> Edtf:
    for word, mark in (("perhaps about ", "%"), ("about ", "~"), ("around ", "~"), ("perhaps ", "?")):
        if lower.startswith(word):
            value = _one(lower.removeprefix(word), text)
            if isinstance(value, Date):
                return Date(value.year, value.month, value.day, mark)
    for shape in _SHAPES:
        match = shape.fullmatch(lower)
        if match:
            return _value(match.groupdict(), text)
    raise _unread(text)


def _value(said: dict[str, str | None], text: str) -> Edtf:
    year = said.get("year") or "XXXX"
    season, decade, part = said.get("season"), said.get("decade"), said.get("part")
    if season:
        return parse(f"{year}-{21 + (_SEASONS[season] - 3) // 3}")
    if decade:
        value = Date(f"{decade}X")
    else:
        month = said.get("month")
        day = said.get("day")
        value = Date(year, f"{_NUMBERS[month]:02d}" if month else "", f"{int(day):02d}" if day else "")
    if first_day(value) is None:
        raise BadInput(f"there is no such day: {text!r}")
    return part_of(value, part) if part else value


def _unread(text: str) -> BadInput:
    return BadInput(
        f"not a date that Testigo can read: {text!r}",
        "write it like 12 October 2021, early September 2021 or 2021-10-12",
    )


# --- and back -----------------------------------------------------------------------------------------------------


def in_words(value: Edtf) -> str:
    """The value in plain English; EDTF where there are no plain words for it."""
    if isinstance(value, Date):
        return _span_words(value) if value.month.isdigit() and int(value.month) > 32 else _date_words(value)
    if isinstance(value.start, End):
        return f"until {_end_words(value.end)}"
    if isinstance(value.end, End):
        return f"since {_end_words(value.start)}"
    part = _part_words(value, value.start)
    return part or f"{_date_words(value.start)} to {_date_words(value.end)}"


def _end_words(end: Date | End) -> str:
    return end.value if isinstance(end, End) else _date_words(end)


def _part_words(value: Interval, start: Date) -> str | None:
    """As in "early September 2021" for the days that these words mean."""
    if start.qualifier:
        return None
    wholes = [Date(start.year, start.month), Date(start.year), Date(f"{start.year[:3]}X")]
    for whole in wholes[:1] if start.day else wholes[1:]:
        for part in ("early", "mid", "late"):
            if part_of(whole, part) == value:
                words = _date_words(whole)
                return (
                    f"the {part} {words.removeprefix('the ')}"
                    if words.startswith("the ")
                    else f"{part} {words}"
                )
    return None


def _date_words(date: Date) -> str:
    if "X" in date.month + date.day or ("X" in date.year.removesuffix("X") and date.year != "XXXX"):
        return str(date)
    if "X" in date.year and (date.year != "XXXX" and (date.month or date.day)):
        return str(date)
    year = "" if date.year == "XXXX" else f"the {date.year[:3]}0s" if date.year.endswith("X") else date.year
    if date.month in _CODES:
        words = f"{_CODES[date.month]} {year}" if year else str(date)
    elif date.month:
        if int(date.month) > 12:  # a quarter or half has no plain words of its own
            return str(date)
        words = " ".join(part for part in (date.day.lstrip("0"), MONTHS[int(date.month) - 1], year) if part)
    else:
        words = year or str(date)
    return f"{_QUALIFIERS[date.qualifier]} {words}" if date.qualifier else words


def _span_words(date: Date) -> str:
    """Quarters and halves by their months, which say the same days."""
    first, last = first_day(date), last_day(date)
    if date.qualifier or "X" in date.year or first is None or last is None:
        return str(date)
    return in_words(of_days(first, last))
