"""What a time expression means, before and after it is resolved: When, Anchors, Value.

Rules:
- A `When` is what the words say; it has no date until it is resolved against the anchors.
- Anchors: the day of publication (or the day told, for words inside what somebody told) for "yesterday", "last week";
  the time last named in the report for "three days later", "the same day".
- Where the anchor is missing, or the words are vague, the EDTF is None and `unknown` says why.
"""

from __future__ import annotations

from testigo import dates
from testigo.dates import Date, Day, Edtf
from testigo.value import value

NO_ANCHOR = "the report has no date to count from"


NO_BEFORE = "no time before it to count from"
BARE = (
    "of the unit"  # the text of a time whose words do not say which week or month: "by the end of the week"
)
TOO_WIDE = "the time that it counts from is not known so exactly"


VAGUE = "the words name no date"


NO_YEAR = "the year is not said"


LENGTH = "a length of time, not a date"


REPEATED = "a repeated time"


PARTS = ("early", "mid", "late", "start", "end")
NO_DAY = "there is no such day"


@value
class When:
    """What the words say. kind: how to resolve it (the names of `_RESOLVE`).

    year, month, day: digits or empty; weekday: 0 Monday; unit: D W M Q Y DE CE H T S; count: how many, None if vague;
    step: -1 back, 0 this, 1 on; part: early, mid, late or empty; clock: "TMO", "T10:00" or empty; text: a fixed value;
    near: it is told of as soon to come ("ahead of October 10").
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
    near: bool = False
    year_step: int | None = None


@value
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
        return usable(dates.first_day(self.published))

    def back(self) -> Day | None:
        """The first day of the time last named, where that is known."""
        if self.before is None or "X" in str(self.before):
            return None
        return usable(dates.first_day(self.before))


def usable(day: Day | None) -> Day | None:
    """The day, unless it lies so near the ends of the calendar that nothing can be counted from it."""
    return day if day is not None and 1000 <= day.year < 9000 else None


@value
class Value:
    """A resolved time. type: TIMEX3 type; value: TIMEX3 value; edtf: None where `unknown` says why."""

    type: str
    value: str
    edtf: Edtf | None = None
    unknown: str | None = None
