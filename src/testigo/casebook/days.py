"""The days that an EDTF date may mean, as the database keeps them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from testigo import dates
from testigo.errors import BadInput


@lru_cache(maxsize=10_000)
def days(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and last day that a date may mean, as ISO text; None where it is open or not known."""
    if edtf is None:
        return None, None
    try:
        value = dates.parse(edtf)
    except BadInput:
        return None, None
    return iso(dates.first_day(value)), iso(dates.last_day(value))


def iso(day: dt.date | None) -> str | None:
    """A day as ISO text."""
    return None if day is None else day.isoformat()
