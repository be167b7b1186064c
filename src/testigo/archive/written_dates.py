"""Dates of publication as bylines write them, as EDTF.

Rules:
- Only a date with a year counts. A month without a day gives the month.
- 03/04/2023 can be March or April and gives nothing; 14/03/2023 and 03/14/2023 are plain. Dotted dates with the
  year last are day first, as everywhere they are written.
- A date that does not exist (30 February) gives nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"(?<![\d.])(?P<y1>(?:19|20)\d\d)\s?[-./]\s?(?P<m1>\d{1,2})\s?[-./]\s?(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<y2>(?:19|20)\d\d)\s*년\s*(?P<m2>\d{1,2})\s*월(?:\s*(?P<d2>\d{1,2})\s*일)?"
    rf"|\b{_NAME.format('m3')}\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y3>(?:19|20)\d\d)\b"
    rf"|\b(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAME.format('m4')},?\s+(?P<y4>(?:19|20)\d\d)\b"
    r"|(?<![\d.])(?P<d5>\d{1,2})\.\s?(?P<m5>\d{1,2})\.\s?(?P<y5>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/])(?P<a6>\d{1,2})/(?P<b6>\d{1,2})/(?P<y6>(?:19|20)\d\d)(?!\d)"
    rf"|\b{_NAME.format('m7')}\s+(?P<y7>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def _edtf(year: str, month: str, day: str | None) -> str | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    if not 1 <= number <= 12:
        return None
    if day is None:
        return f"{year}-{number:02d}"
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _value(match: re.Match[str]) -> str | None:
    group = match.groupdict()
    for index in "12345":
        if group["y" + index]:
            return _edtf(group["y" + index], group["m" + index], group["d" + index])
    if group["y7"]:
        return _edtf(group["y7"], group["m7"], None)
    first, second = int(group["a6"]), int(group["b6"])
    if first > 12 >= second:
        return _edtf(group["y6"], group["b6"], group["a6"])
    if second > 12 >= first or first == second:
        return _edtf(group["y6"], group["a6"], group["b6"])
    return None


def dates_in(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Each written date: start, end, and its EDTF value, or None where it could be two days or none."""
    for match in _DATE.finditer(text):
        yield match.start(), match.end(), _value(match)
