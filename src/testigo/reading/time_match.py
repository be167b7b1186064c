"""What the builders of times look at: the words and values of a match, by the names of its groups."""

from __future__ import annotations

import re

from testigo.reading.time_numbers import number
from testigo.reading.time_words import Line

ANAPHORIC = frozenset({"following", "previous", "preceding", "subsequent", "ensuing", "prior"})


Match = re.Match[str]


ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4, "last": 4}


def at(line: Line, match: Match, group: str) -> str:
    """The value of the first word of a group, or empty."""
    start = match.start(group) if group in match.re.groupindex else -1
    return line.values[start] if start >= 0 else ""


def word_of(line: Line, match: Match, group: str) -> str:
    """The first word of a group, in small letters, or empty."""
    start = match.start(group) if group in match.re.groupindex else -1
    return line.words[start] if start >= 0 else ""


def count_of(line: Line, match: Match) -> float | None:
    """The number in group n: None where it is vague, 1 where there is none."""
    start, end = match.span("n")
    return number(line.words[start:end]) if start >= 0 else 1


def clock_part(line: Line, match: Match) -> str:
    """The part of the day in group p, as TIMEX3 writes it, or empty."""
    part = at(line, match, "p")
    return f"T{part}" if part else ""


def part_of(line: Line, match: Match) -> str:
    """The early, mid or late of group e, or empty."""
    return at(line, match, "e")


def year_of(line: Line, match: Match) -> str:
    """The year in group y or y2, or empty."""
    return at(line, match, "y") or at(line, match, "y2")


def day_value(text: str) -> int:
    """The number that a text of digits is, else 0."""
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def is_age(line: Line, end: int) -> bool:
    """Whether what follows makes a length an age ("27 years old")."""
    rest = line.words[end : end + 3]
    if rest[:1] in (("old",), ("of",)) and rest[:2] in (("old",), ("of", "age")):
        return True
    return rest[:2] == ("-", "old") or rest[:1] == ("old",)
