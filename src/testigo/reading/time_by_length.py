"""Lengths, repeated times and times of day: three months, weekly, 6 p.m.; one builder for each shape.

Rules:
- A builder may decline a match (None): a number that is no year, an ordinal that counts something else, an age.
- A builder looks at the words of its match and at the few words beside it, never at the rest of the report.
"""

from __future__ import annotations

from testigo.reading.time_match import (
    Match,
    at,
    count_of,
    is_age,
)
from testigo.reading.time_numbers import number
from testigo.reading.time_values import When
from testigo.reading.time_words import Line


def compound(line: Line, match: Match) -> When | None:
    """As in "1 hour and 30 minutes", "two years, three months": from the longer unit to the shorter."""
    pieces: list[tuple[float, str]] = []
    for group in "123":
        start, end = match.span(f"n{group}")
        if start < 0:
            continue
        count = number(line.words[start:end])
        if count is None:
            return None
        pieces.append((count, at(line, match, f"u{group}")))
    order = [_LENGTHS.find(unit) for _, unit in pieces]
    if -1 in order or order != sorted(set(order)):
        return None
    days = "".join(f"{count:g}{unit}" for count, unit in pieces if unit in "YMWD")
    clock = "".join(f"{count:g}{'M' if unit == 'T' else unit}" for count, unit in pieces if unit in "HTS")
    if is_age(line, match.end("x")):
        return None
    return When("duration", unit=pieces[0][1], text=f"P{days}" + (f"T{clock}" if clock else ""))


_LENGTHS = "YMWDHTS"


def and_a_half(line: Line, match: Match) -> When | None:
    """As in "an hour and a half", "one hour and half"."""
    count = count_of(line, match)
    return None if count is None else When("duration", unit=at(line, match, "u"), count=count + 0.5)


def whole(line: Line, match: Match) -> When | None:
    """As in "all week", "the whole year", "another month"."""
    word = line.words[match.start("g")]
    plural = line.words[match.start("u")].endswith("s")
    if (
        plural
        or at(line, match, "u") in ("S", "T")
        or word not in ("all", "full", "whole", "entire", "another")
    ):
        return None
    return When("duration", unit=at(line, match, "u"))


def duration(line: Line, match: Match) -> When | None:
    """A number of units; not an age, and not a unit of a rate."""
    unit = at(line, match, "u")
    end = match.end("x")
    words = line.words
    if is_age(line, end) or (words[match.start("u")].endswith("s") and words[end : end + 2] == ("-", "long")):
        return None
    count = count_of(line, match)
    if unit == "Q" and end < len(words) and words[end] == "of":
        return None
    start, n_end = match.span("n")
    if (
        unit == "S"
        and not words[match.start("u")].endswith("s")
        and n_end - start == 1
        and words[start] in ("a", "the")
    ):
        return None
    if words[start:n_end] == ("a",) and unit in ("D", "W", "M", "Y", "H"):
        rate = _rate(line, match.start("x"))
        if rate:
            return When("set", unit=unit)
    return When("duration", unit=unit, count=count)


def _rate(line: Line, start: int) -> bool:
    """Whether "a day" says how often: "14 hours a day", "twice a week", "$5 a month"."""
    if not start:
        return False
    before, letter = line.words[start - 1], line.letters[start - 1]
    if before in ("times", "twice", "once", "times"):
        return True
    return letter == "U" or (line.tags[start - 1] in ("NNS", "CD") and before not in ("after", "within"))


def first_units(line: Line, match: Match) -> When | None:
    """As in "the first three months of 2013": the length; which ones they are is said by what follows."""
    if line.letters[match.start("n")] not in "CDN" or at(line, match, "u") in ("S", "T"):
        return None
    if line.letters[match.start("n") - 1] == "l":
        return None
    return When("duration", unit=at(line, match, "u"), count=count_of(line, match))


def nth_unit(line: Line, match: Match) -> When | None:
    """As in "for a third week": three of them by now."""
    if line.words[match.start("x") - 1] != "for":
        return None
    return When("duration", unit=at(line, match, "u"), count=float(at(line, match, "o") or 0) or None)


def military(line: Line, match: Match) -> When | None:
    """As in "1400 GMT"."""
    figures = at(line, match, "c")
    if len(figures) != 4 or not figures.isdigit() or figures > "2400" or figures[2] > "5":
        return None
    return When("clock", clock=f"T{figures[:2]}:{figures[2:]}Z")


def hyphened(line: Line, match: Match) -> When | None:
    """As in "a 15-day term"; "a 15-year-old boy" is an age."""
    if is_age(line, match.end("x")):
        return None
    word = line.words[match.end("x") - 1]
    if word == "long" and match.start("n") < 0:
        return When(
            "duration",
            unit=at(line, match, "u"),
            count=None if line.words[match.start("u")].endswith("s") else 1,
        )
    return When("duration", unit=at(line, match, "u"), count=count_of(line, match))


def bare_units(line: Line, match: Match) -> When | None:
    """As in "for years", "in days", "decades of war": a length without a number."""
    start, end = match.span("x")
    word = line.words[match.start("u")]
    if line.words[end : end + 2] == ("-", "long"):
        return None
    if not word.endswith("s") or word in ("seconds", "quarters", "nights", "mins", "hrs", "secs"):
        return None
    if word == "hours" and line.words[max(0, start - 1)] != "for":
        return None
    before = line.words[start - 1] if start else ""
    after = line.words[end] if end < len(line.words) else ""
    if before in ("for", "in", "over", "after", "within", "last", "through") or after in (
        "of",
        "later",
        "ago",
        "-",
    ):
        return When("duration", unit=at(line, match, "u"), count=None)
    return None


def every(line: Line, match: Match) -> When | None:
    """As in "every two weeks", "each Monday"."""
    if match.start("w") >= 0:
        return When("set", weekday=int(at(line, match, "w")[0]))
    if match.start("m") >= 0:
        return When("set", month=int(at(line, match, "m")))
    if match.start("s") >= 0:
        code = at(line, match, "s")
        return When(
            "set", text=f"XXXX-{code}" if line.letters[match.start("s")] == "S" else f"XXXX-XX-XXT{code}"
        )
    count = count_of(line, match)
    return When("set", unit=at(line, match, "u"), count=count)


def adverb(line: Line, match: Match) -> When | None:
    """As in "weekly", "annual"; not in a name ("the Daily NK")."""
    value = at(line, match, "v")
    word = line.words[match.start("v")]
    first = match.start("x")
    tag = line.tags[first]
    if tag.startswith("NNP"):
        return None
    if word == "daily" and first + 1 < len(line.tags) and line.tags[first + 1] == "NNP":
        return None
    count = float(value[:-1]) if value[:-1] else 1
    return When("set", unit=value[-1], count=count)


HOURS: dict[str, str] = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


_CLOCK_BEFORE = frozenset(
    {"at", "by", "from", "until", "around", "about", "after", "before", "to", "and", "till"}
)


def clock(line: Line, match: Match) -> When | None:
    """As in "10 a.m.", "6:30 p.m.", "18:00 UTC", "noon"."""
    start = match.start("c")
    value = line.values[start]
    if line.words[start] in HOURS:
        return When("clock", clock=HOURS[line.words[start]])
    half = at(line, match, "h")
    before = line.words[start - 1] if start else ""
    if (
        not half
        and ":" not in line.words[start]
        and not line.words[start].endswith(("am", "pm"))
        and before not in _CLOCK_BEFORE
    ):
        return None
    hour, _, minute = value.partition(":")
    hours = int(hour)
    if hours > 24 or (half and hours > 12):
        return None
    if half:
        hours = hours % 12 + (12 if half == "PM" else 0)
    zone = "Z" if line.words[match.end("x") - 1] in ("utc", "gmt", "z") else ""
    return When("clock", clock=f"T{hours:02d}:{minute or '00'}{zone}")


def at_dawn(line: Line, match: Match) -> When | None:
    """As in "at dawn", "in the evening", "at night": a part of the day that was named."""
    code = "NI" if line.letters[match.start("p")] == "U" else at(line, match, "p")
    if line.letters[match.start("p")] == "U" and line.words[match.start("p")] != "night":
        return None
    return When("clock", clock=f"T{code}", relative_to_before=True)


def vague_length(line: Line, match: Match) -> When | None:
    """As in "several years"."""
    word = line.words[match.start("u") - 1]
    if word in ("many", "several", "few", "numerous", "dozens", "hundreds"):
        return When("duration", unit=at(line, match, "u"), count=None)
    return None


def clock_guard(line: Line, match: Match) -> When | None:
    """A bare number is a time only with a.m. or p.m.; "6:30" may also be a score, so it wants a preposition or zone."""
    start = match.start("c")
    if line.letters[start] == "D" and match.start("h") < 0:
        return None
    return clock(line, match)
