"""A full day with a comma behind its year, between a phrase and its verb: "An order of September 29, 2025, bars".

Rules:
- The comma closes the day and opens nothing.
- "of" ties the day to the phrase; "on" and its like tell when, and stay out of it.
- A weekday with its date is one day: "The clerk, on Tuesday, May 4, denied".
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks, is_time
from testigo.reading.lists import wordset

Range = tuple[int, int]


def dated(chunks: Chunks, comma: int, whole: Range | None) -> Range | None:
    """The phrase before a comma that closes a day, or None. whole: with the day: "Police on May 3, 2021", of which police acted."""
    day = _full_day(chunks, comma)
    if day is None or whole is None or whole[0] >= day[0]:
        return None
    on = day[0] - 1
    told = any(whole[0] < group.first < day[0] for group in chunks.verbs)  # "A woman who was held on"
    return whole if told or chunks.sentence.tokens[on].lower not in _ON else (whole[0], on)


def before_day(chunks: Chunks, at: int, floor: int) -> int:
    """Where the words end that a weekday with its date and a comma part from a verb; the place itself where none do."""
    tokens = chunks.sentence.tokens
    day = chunks.noun_upto.get(at - 1) if tokens[at - 1].lower == "," else None
    if day is None or not is_time(tokens, day) or tokens[day[0] - 1].lower != ",":
        return at
    on = day[0] - 3
    weekday = on > floor and tokens[on + 1].lower in _WEEKDAYS and tokens[on].lower in _ON
    return on if weekday else at


_WEEKDAYS = wordset("monday tuesday wednesday thursday friday saturday sunday")
_ON = wordset("on since until before after by")


def _full_day(chunks: Chunks, comma: int) -> Range | None:
    """The day that a comma closes ("September 29, 2025,"), as token numbers, or None."""
    tokens, day = chunks.sentence.tokens, chunks.noun_upto.get(comma)
    if day is None or day[1] - day[0] < 3 or tokens[comma].lower != ",":
        return None
    year = tokens[comma - 1].tag == "CD" and tokens[comma - 2].lower == ","
    return day if year and is_time(tokens, day) else None
