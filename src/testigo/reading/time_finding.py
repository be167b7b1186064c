"""The time expressions of one line: matched by the shapes, joined where several words make one.

Rules:
- The longest match that starts first wins; of two of equal length the shape that stands first in time_rules.py.
- A part of a day beside a date is one expression with it ("10 a.m. on Friday", "at dawn on the 15th").
- The second end of "January 23-24" and the first of "2-7 February" are expressions of their own.
"""

from __future__ import annotations

from functools import lru_cache

from testigo.claim import Span
from testigo.reading.time_rules import SHAPES, Shape
from testigo.reading.time_values import When
from testigo.reading.time_words import Line
from testigo.value import replace, value


@value
class Found:
    """One expression before it is resolved: words first to last (half open) of a line."""

    first: int
    last: int
    shape: Shape
    when: When


def span_of(line: Line, first: int, last: int) -> Span:
    """Where the words first to last (half open) of a line stand in the text."""
    return Span(line.starts[first], line.ends[last - 1])


def find(line: Line) -> list[Found]:
    """The expressions of one line that do not overlap: the longest of those that start first."""
    letters = line.letters
    found: list[tuple[int, int, int, Shape, When]] = []
    for order, start, end in _may_match(letters):
        shape = SHAPES[order]
        for match in shape.pattern.finditer(letters, start, end):
            first, last = match.span("x")
            if first == last:
                continue
            when = shape.build(line, match)
            if when is not None:
                first = _trimmed(line, first)
                found.append((first, -last, order, shape, when))
    found.sort(key=lambda item: item[:3])
    kept: list[Found] = []
    end = 0
    for first, minus_last, _, shape, when in found:
        if first >= end:
            kept.append(Found(first, -minus_last, shape, when))
            end = -minus_last
    return kept


def _may_match(letters: str) -> list[tuple[int, int, int]]:
    """The numbers of the shapes that can match in a line, each with the letters, from and to, in which it can.

    A shape that asks for no plain word matches between two of them, or nowhere.
    """
    whole = len(letters)
    found = [(order, 0, whole) for order in _over_words("".join(sorted(set(letters))))]
    start = 0
    for part in letters.split("x"):
        if part:
            found += [(order, start, start + len(part)) for order in _matching(part)]
        start += len(part) + 1
    return found


@lru_cache(maxsize=1 << 12)
def _over_words(letters: str) -> tuple[int, ...]:
    """The numbers of the shapes that ask for plain words and can match where only these letters stand."""
    return tuple(order for order in sorted(_OVER_WORDS) if not SHAPES[order].needs.isdisjoint(letters))


@lru_cache(maxsize=1 << 14)
def _matching(letters: str) -> tuple[int, ...]:
    """The numbers of the shapes that match somewhere between two plain words."""
    around = f"x{letters}x"
    shapes = ((order, shape) for order, shape in enumerate(SHAPES) if order not in _OVER_WORDS)
    return tuple(order for order, s in shapes if not s.needs.isdisjoint(letters) and s.pattern.search(around))


_OVER_WORDS = frozenset(
    order for order, shape in enumerate(SHAPES) if "x" in shape.pattern.pattern.replace("(?P<x>", "")
)


def _trimmed(line: Line, first: int) -> int:
    """Past a preposition that the pattern took along; "at least" and "at most" keep theirs."""
    words, letters = line.words, line.letters
    while letters[first] == "@" and not (words[first] == "at" and words[first + 1] in ("least", "most")):
        first += 1
    if words[first] == "up" and words[first + 1] != "to":
        first += 1
    single = words[first + 1 : first + 2] not in (("dozen",), ("hundred",), ("thousand",))
    if letters[first] == "a" and letters[first + 1] in "CDN" and single:
        first += 1
    return first


_JOINS = frozenset({"on", "of", ",", "in"})


def joined(line: Line, found: list[Found]) -> list[Found]:
    """A clock time or part of a day and a date beside it as one; the second end of "January 23-24" as another."""
    out: list[Found] = []
    for item in found:
        last = out[-1] if out else None
        if last is not None and _belong(line, last, item):
            clock, date = (last, item) if last.when.kind == "clock" else (item, last)
            out[-1] = Found(last.first, item.last, date.shape, replace(date.when, clock=clock.when.clock))
            continue
        if last is not None and _of_year(last, item):
            years = round(item.when.count or 0) * item.when.step
            out[-1] = Found(last.first, item.last, last.shape, replace(last.when, year_step=years))
            continue
        out.append(item)
    whole = _with_first_ends(line, _with_second_ends(line, _apart([_week_of(line, item) for item in out])))
    return [_soon(line, item) for item in whole]


def _soon(line: Line, item: Found) -> Found:
    """A day without a year that is told of as soon to come: "ahead of October 10", "in the run-up to the Day of the Sun"."""
    if item.when.kind not in ("month_day", "holiday") or item.when.year:
        return item
    at = item.first - (line.words[item.first - 1 : item.first] == ("the",))
    opens = line.words[max(0, at - 2) : at]
    ahead = opens[-1:] == ("before",) or opens in _AHEAD_OF
    return replace(item, when=replace(item.when, near=True)) if ahead else item


_AHEAD_OF = (
    ("ahead", "of"),
    ("prior", "to"),
    ("advance", "of"),
    ("up", "to"),
    ("run-up", "to"),
    ("lead-up", "to"),
)


def _of_year(one: Found, other: Found) -> bool:
    """Whether a day of a month is told with its distance in years: "the 14th of January four years ago"."""
    near = one.when.kind == "month_day" and one.last == other.first and not one.when.year
    return near and other.when.kind == "relative" and other.when.unit == "Y" and other.when.count is not None


def _apart(found: list[Found]) -> list[Found]:
    """Without those that begin inside the one after them, which has grown."""
    return [item for n, item in enumerate(found) if n + 1 == len(found) or item.last <= found[n + 1].first]


def _week_of(line: Line, item: Found) -> Found:
    """As in "the week of October 4", "the week beginning February 4"."""
    at = item.first
    opens = line.words[max(0, at - 2) : at]
    if item.when.kind not in ("month_day", "absolute", "day_of_month") or not item.when.day or len(opens) < 2:
        return item
    if opens[0] != "week" or opens[1] not in ("of", "beginning", "starting", "ending"):
        return item
    first = at - 3 if at > 2 and line.words[at - 3] == "the" else at - 2
    return Found(first, item.last, item.shape, replace(item.when, kind="week_of", text=item.when.kind))


def _with_first_ends(line: Line, found: list[Found]) -> list[Found]:
    """As in "2-7 February", "between 3 and 12 of September": the number before is a day of that month too."""
    out: list[Found] = []
    for item in found:
        at = item.first - 2
        free = at >= (out[-1].last if out else 0)
        same = out and out[-1].when.kind == "day_of_month" and out[-1].last == item.first - 1
        monthly = item.when.kind in ("month_day", "absolute") and item.when.day
        if same and monthly and line.letters[item.first - 1] in "-k&" and out[-1].when.day < item.when.day:
            out[-1] = replace(out[-1], when=replace(item.when, day=out[-1].when.day, clock=""))
        elif (
            free
            and monthly
            and line.letters[item.first] in "DOT"
            and line.letters[at + 1] in "-k&"
            and line.letters[at] in "DO"
        ):
            day = line.values[at]
            between = line.letters[at + 1] != "&" or (at and line.words[at - 1] in _BEFORE_DAYS)
            if between and day.isdigit() and 1 <= int(day) < item.when.day:
                out.append(Found(at, at + 1, item.shape, replace(item.when, day=int(day), clock="")))
        out.append(item)
    return out


_BEFORE_DAYS = frozenset({"between", "on", "from", ",", ":", "dates"})


def _belong(line: Line, one: Found, other: Found) -> bool:
    kinds = {one.when.kind, other.when.kind}
    if "clock" not in kinds or kinds & {"duration", "set", "span", "reference", "fixed"} or len(kinds) == 1:
        return False
    if one.when.clock and other.when.clock:
        return False
    date = other.when if one.when.kind == "clock" else one.when
    if date.kind in ("absolute", "month_day") and not date.day:
        return False
    between = line.words[one.last : other.first]
    if not between:
        return True
    first_is_clock = one.when.kind == "clock"
    return len(between) == 1 and between[0] in (
        ("on", "of", ",") if first_is_clock else ("at", ",", "before", "around")
    )


def _with_second_ends(line: Line, found: list[Found]) -> list[Found]:
    """As in "January 23-24", "from March 6 to 8", "November 2 and 5, 2023": the number after is a day of that month too."""
    out: list[Found] = []
    for at, item in enumerate(found):
        out.append(item)
        if (
            not item.when.day
            or item.when.kind not in ("month_day", "absolute")
            or item.last + 1 >= len(line.letters)
        ):
            continue
        follows = found[at + 1].first if at + 1 < len(found) else len(line.letters)
        joint, end = item.last, item.last + 2
        if end > follows or line.letters[joint] not in "-k&" or line.letters[joint + 1] not in "DO":
            continue
        if not line.values[joint + 1].isdigit() or not item.when.day < int(line.values[joint + 1]) <= 31:
            continue
        if line.letters[joint] == "&" and end < len(line.letters) and line.tags[end].startswith("NN"):
            continue
        year, end = _year_after(line, end)
        when = replace(item.when, day=int(line.values[joint + 1]), clock="")
        if year and item.when.kind == "month_day":
            out[-1] = replace(item, when=replace(item.when, kind="absolute", year=year))
            when = replace(when, kind="absolute", year=year)
        out.append(Found(joint + 1, end, item.shape, when))
    return [item for n, item in enumerate(out) if not n or item.first >= out[n - 1].last]


def _year_after(line: Line, at: int) -> tuple[str, int]:
    rest = line.letters[at : at + 2]
    if rest[:1] == "Y":
        return line.values[at], at + 1
    if rest == ",Y":
        return line.values[at + 1], at + 2
    return "", at
