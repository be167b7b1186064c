"""Times that are so long after or before another one: "two weeks before Christmas", "three days after he was arrested on May 3".

Rules:
- A length right before a date counts from that; a length before something that happened from the date told of it.
- That date stays the time of what it is told of: only what is told beside it is so much later or earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from testigo.claim import Span
from testigo.reading.time_finding import Found
from testigo.reading.time_words import Line

_REACH = 14  # words from "after" to the date of what happened
_UNDATED = ("duration", "set", "reference", "fixed", "span", "clock", "after_event")
_WHEN = ("on", "in", "of", "at")


def phrase_end(line: Line, at: int) -> int:
    """Where the phrase from word `at` ends: at the next verb, comma or preposition but "of"."""
    end = at
    while end < min(len(line.words), at + 8):
        tag = line.tags[end]
        if (
            line.letters[end] in ",()-"
            or tag in ("VBD", "VBZ", "VBP", "MD", ".", ":", "CC")
            or (tag == "IN" and line.words[end] != "of")
        ):
            break
        end += 1
    return end


def counted_from(line: Line, found: Sequence[Found], at: int) -> Found | None:
    """The date that a length is counted from: "two weeks before | Christmas", "three days after he was held on | May 3"."""
    length, date = found[at], found[at + 1] if at + 1 < len(found) else None
    if date is None or date.when.kind in _UNDATED or length.when.kind != "duration":
        return None
    between, opener = line.letters[length.last : date.first], line.words[length.first - 1 : length.first]
    if len(between) == 1 and line.words[length.last] in ("before", "after", "from"):
        return date
    if line.words[length.last] not in ("before", "after") or not 1 < len(between) < _REACH:
        return None
    told = [tag for tag in line.tags[length.last : date.first] if tag in _FINITE]
    on = line.words[date.first - 1] in _WHEN
    return date if on and len(told) < 2 and "for" not in opener and set(between).isdisjoint(_STOPS) else None


_STOPS = frozenset(",;:()–—")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


class _Counted(Protocol):
    """What has a span and a bound: see times.Timed."""

    @property
    def span(self) -> Span: ...

    @property
    def bound(self) -> str: ...


T = TypeVar("T", bound=_Counted)


def without_what_they_count_from(found: list[T]) -> list[T]:
    """Times without the dates that others of them are counted from: not "May 3" beside "three days after his arrest on May 3"."""
    counted = [one for one in found if one.bound == "offset"]
    if not counted:
        return found
    return [
        one
        for one in found
        if not any(one is not other and other.span.contains(one.span) for other in counted)
    ]
