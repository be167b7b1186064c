"""EDTF in the manner of English and Korean.

Rules:
- What is imprecise stays imprecise: a month is shown as a month, a range as a range, an open end as open.
- A value that is not understood is shown as it is written.
"""

from __future__ import annotations

import datetime as dt
import re

_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<mark>[~?%])?$")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_MARKS = {
    "en": {"~": "about {}", "?": "perhaps {}", "%": "perhaps about {}"},
    "ko": {"~": "{}경", "?": "{}(추정)", "%": "{}경(추정)"},
}


def in_words(edtf: str, language: str = "en") -> str:
    """An EDTF value as a person of the language writes it."""
    if "/" not in edtf:
        return _one(edtf, language) or edtf
    start, _, end = edtf.partition("/")
    return _range(start, end, language) or edtf


def _range(start: str, end: str, language: str) -> str | None:
    first = _one(start, language) if start not in ("", "..") else ""
    last = _one(end, language) if end not in ("", "..") else ""
    if first is None or last is None or not (first or last):
        return None
    if language == "ko":
        return f"{first}부터 {last}까지" if first and last else f"{first}부터" if first else f"{last}까지"
    if not last:
        return f"since {first}"
    if not first:
        return f"until {last}"
    return f"{_shortened(start, end, first)} to {last}"


def _shortened(start: str, end: str, first: str) -> str:
    """The first date of a range without the month and year that it shares with the last."""
    same_month = len(start) == 10 and len(end) == 10 and start[:7] == end[:7]
    same_year = len(start) == len(end) and len(start) >= 7 and start[:4] == end[:4] and start[:4] != "XXXX"
    if same_month:
        return str(int(start[8:10]))
    return first.removesuffix(" " + start[:4]) if same_year else first


def _one(edtf: str, language: str) -> str | None:
    found = _DATE.match(edtf)
    if found is None:
        return None
    year, month, day, mark = (found[name] for name in ("year", "month", "day", "mark"))
    if month is not None and not 1 <= int(month) <= 12:
        return None
    told = "" if year == "XXXX" else year
    words = _korean(told, month, day) if language == "ko" else _english(told, month, day)
    return _MARKS["ko" if language == "ko" else "en"][mark].format(words) if mark else words


def _english(year: str, month: str | None, day: str | None) -> str:
    named = _MONTHS[int(month) - 1] if month else ""
    return " ".join(part for part in (str(int(day)) if day else "", named, year) if part)


def _korean(year: str, month: str | None, day: str | None) -> str:
    named = (f"{year}년" if year else "", f"{int(month)}월" if month else "", f"{int(day)}일" if day else "")
    return " ".join(part for part in named if part)


def moment(at: dt.datetime, language: str = "en") -> str:
    """A moment as "24 November 2026, 10:05 UTC"."""
    utc = at.astimezone(dt.UTC)
    return f"{in_words(utc.date().isoformat(), language)}{', ' if language == 'en' else ' '}{utc:%H:%M} UTC"


def iso(at: dt.datetime) -> str:
    """A moment for a machine, to the second."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
