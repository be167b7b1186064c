"""Times told by their distance from another: last week, three days later, yesterday; one builder for each shape.

Rules:
- A builder may decline a match (None): a number that is no year, an ordinal that counts something else, an age.
- A builder looks at the words of its match and at the few words beside it, never at the rest of the report.
"""

from __future__ import annotations

from testigo.reading.time_match import (
    ANAPHORIC,
    Match,
    at,
    clock_part,
    count_of,
    part_of,
    word_of,
)
from testigo.reading.time_numbers import number
from testigo.reading.time_values import BARE, When
from testigo.reading.time_words import Line


def rest(line: Line, match: Match) -> When | None:
    """As in "the rest of the year": from the anchor to its end."""
    words = line.words[match.start("x") : match.end("x")]
    if "rest" not in words or at(line, match, "u") not in ("W", "M", "Y", "DE"):
        return None
    return When("relative", unit=at(line, match, "u"), part="later")


def part_in_unit(line: Line, match: Match) -> When | None:
    """As in "later in the year", "earlier in the week"; "early in the year" is its early part."""
    if line.words[match.start("e") + 1] not in ("in", "on", "during") or at(line, match, "u") not in (
        "W",
        "M",
        "Y",
        "DE",
    ):
        return None
    return When("relative", unit=at(line, match, "u"), part=at(line, match, "e"))


def kind_of_year(line: Line, match: Match) -> When | None:
    """As in "last fiscal year": the calendar year is a date, other years begin elsewhere in each country."""
    word = line.words[match.start("u") - 1]
    year, step = at(line, match, "y"), at(line, match, "r")
    if at(line, match, "u") != "Y" or word not in ("fiscal", "financial", "calendar", "school", "academic"):
        return None
    if word == "calendar":
        return When("relative", unit="Y", step=int(step.rstrip("b") or 0)) if step else None
    if not year and not step:
        return None
    return When(
        "fiscal",
        year=year,
        step=int((step or "0").rstrip("b")),
        text="FY" if word in ("fiscal", "financial") else "",
    )


def ago_compound(line: Line, match: Match) -> When | None:
    """As in "1 month 21 days ago"."""
    start, end = match.span("n2")
    first, second = count_of(line, match), number(line.words[start:end])
    if first is None or second is None:
        return None
    return When("ago", unit=at(line, match, "u"), count=first, text=f"{second:g} {at(line, match, 'u2')}")


def after_next(line: Line, match: Match) -> When | None:
    """As in "the year after next"."""
    return (
        When("relative", unit=at(line, match, "u"), step=1, count=2)
        if word_of(line, match, "l") == "after"
        else None
    )


def offset_from(line: Line, match: Match) -> When | None:
    """As in "two days before yesterday", "three weeks from tomorrow"."""
    count, unit = count_of(line, match), at(line, match, "u")
    if count is None or unit in ("H", "T", "S") or at(line, match, "t").endswith("NI"):
        return None
    step = -1 if word_of(line, match, "l") == "before" else 1
    shift = int(at(line, match, "t"))
    if unit == "D" or not shift:
        total = step * count + (shift if unit == "D" else 0)
        return When("relative", unit=unit, count=abs(total), step=1 if total > 0 else -1)
    return None


def relative(line: Line, match: Match) -> When | None:
    """As in "last week", "the next month", "this year", "the same day", "the following month"."""
    word, step, unit = word_of(line, match, "r"), at(line, match, "r"), at(line, match, "u")
    part = part_of(line, match)
    the = line.letters[match.start("r") - 1 : match.start("r")] == "T"
    if unit == "N":
        return _night(word)
    if step == "0b":
        if word == "those":
            return None
        if word == "that" and line.words[match.start("u")] not in (
            "day",
            "week",
            "month",
            "year",
            "weekend",
            "decade",
        ):
            return None
        return When("same", unit=unit, part=part)
    if word == "present" or line.words[match.start("u")] in (
        "days",
        "weeks",
        "months",
        "years",
        "hours",
        "minutes",
    ):
        return None
    if unit in ("H", "T", "S") or (word == "current" and unit == "DE"):
        return When("fixed", text="PRESENT_REF") if step == "0" else When("duration", unit=unit)
    if word == "past" or (the and word in ("last", "coming") and unit in ("DE", "CE")):
        return When("span", unit=unit, step=int(step))
    anaphoric = word in ANAPHORIC or (the and word == "next" and unit == "D")
    return When("relative", unit=unit, step=int(step), part=part, relative_to_before=anaphoric)


def span(line: Line, match: Match) -> When | None:
    """As in "the last three years", "the next six months", "the past few days"."""
    unit, step = at(line, match, "u"), int(at(line, match, "r").rstrip("b") or 0)
    if unit == "N":
        unit = "D"
    bare = (
        word_of(line, match, "r") == "following"
        and line.letters[match.start("r") - 1 : match.start("r")] != "T"
    )
    if step == 0 or bare:  # "following five months in detention" is afterwards
        return When("duration", unit=unit, count=count_of(line, match))
    return When("span", unit=unit, count=count_of(line, match), step=step)


def _night(word: str) -> When | None:
    """As in "last night", "the following night", "that night"."""
    if word in ("that", "same"):
        return When("relative", unit="D", step=0, clock="TNI", relative_to_before=True)
    if word in ANAPHORIC:
        way = 1 if word in ("following", "subsequent") else -1
        return When("relative", unit="D", step=way, clock="TNI", relative_to_before=True)
    return When("relative", unit="D", step=-1, clock="TNI") if word == "last" else None


def these_days(line: Line, match: Match) -> When | None:
    """As in "these days"."""
    said = line.words[match.start("r")], line.words[match.start("u")]
    return When("reference", text="PRESENT") if said == ("these", "days") else None


def recent() -> When:
    """As in "in recent days"."""
    return When("fixed", text="PAST_REF")


def coming(line: Line, match: Match) -> When | None:
    """As in "the coming weeks", "in the next months": times without a number that are still to come."""
    if not line.words[match.start("u")].endswith("s"):
        return None
    return When("fixed", text="FUTURE_REF")


def ago(line: Line, match: Match) -> When | None:
    """As in "a year ago"."""
    count = count_of(line, match) if match.start("n") >= 0 else None
    return When("relative", unit=at(line, match, "u"), count=count, step=-1)


_CLAUSE_AFTER = frozenset({"DT", "PRP$", "PRP", "NNP", "NN", "NNS", "VBG", "JJ", "IN", "WDT", "CD", "EX"})


def later(line: Line, match: Match) -> When | None:
    """As in "three days later"; "two days after the escape" is counted from something without a date."""
    unit, word, count = at(line, match, "u"), word_of(line, match, "l"), count_of(line, match)
    if match.start("n") < 0:
        count = None
    step = 1 if at(line, match, "l") in ("+", "later") else -1
    if line.letters[match.start("l")] == "e" and word not in ("earlier", "later"):
        return None
    if word == "hence":
        return When("relative", unit=unit, count=count, step=1)
    if word in ("after", "before"):
        end = match.end("x")
        after = line.tags[end] if end < len(line.tags) else ""
        pointed = (
            line.words[end : end + 1] in (("that",), ("this",)) and line.letters[end + 1 : end + 2] in _CLOSES
        )
        if after in _CLAUSE_AFTER and not pointed:
            return None
    return When("relative", unit=unit, count=count, step=step, relative_to_before=True, text="exact")


_CLOSES = ("", ",", "x")  # "two days after that, police came", "two days after that."


def from_now(line: Line, match: Match) -> When | None:
    """As in "two weeks from now"."""
    return When("relative", unit=at(line, match, "u"), count=count_of(line, match), step=1)


def day_before(line: Line, match: Match) -> When | None:
    """As in "the day before", "the day after", "the week before" with nothing after it."""
    end = match.end("x")
    after = line.tags[end] if end < len(line.tags) else ""
    unit = at(line, match, "u")
    if line.words[match.start("u")].endswith("s") and unit != "D":
        return None
    step = 1 if at(line, match, "l") == "+" else -1
    if after in _CLAUSE_AFTER:
        following = line.words[end]
        if following in ("yesterday", "tomorrow"):
            return When("relative", unit="D", step=step, count=2)
        return None
    return When("relative", unit=unit, step=step, relative_to_before=True)


def two_days_off(line: Line, match: Match) -> When | None:
    """As in "the day before yesterday", "the day after tomorrow"."""
    return When("relative", unit="D", step=1 if at(line, match, "l") == "+" else -1, count=2)


def _deictic(line: Line, match: Match) -> When | None:
    """As in "today", "yesterday morning", "tonight", "this morning"."""
    value = at(line, match, "t")
    clock = "TNI" if value.endswith("NI") else clock_part(line, match)
    step = int(value.removesuffix("NI"))
    return When(
        "relative", unit="D", step=step, clock=clock or ("TNI" if at(line, match, "u") == "N" else "")
    )


def this_morning(line: Line, match: Match) -> When | None:
    """As in "this morning", "the next morning"."""
    word, step = word_of(line, match, "r"), at(line, match, "r")
    clock = "T" + at(line, match, "p")
    if step == "0b":
        return When("same", unit="D", clock=clock)
    if word == "next" or word in ANAPHORIC:
        way = 1 if word in ("next", "following", "subsequent", "ensuing") else -1
        return When("relative", unit="D", step=way, clock=clock, relative_to_before=True)
    return When("relative", unit="D", step=-1 if word == "last" else 0, clock=clock)


def reference(line: Line, match: Match) -> When | None:
    """As in "now", "recently", "soon"."""
    return When("reference", text=at(line, match, "r"))


def part_of_unit(line: Line, match: Match) -> When | None:
    """As in "the end of the year", "late last month", "earlier this week", "the beginning of this month"."""
    unit, part = at(line, match, "u"), part_of(line, match)
    step = at(line, match, "r")
    if unit not in ("M", "Y", "W", "D", "DE", "Q", "E") or line.words[match.start("u")].endswith("s"):
        return None
    if step == "0b":
        return When("same", unit=unit, part=part)
    if not step and part in ("earlier", "later"):
        return None
    loose = (
        line.words[match.start("e")] in ("beginning", "start", "end", "middle")
        and line.letters[match.start("e") + 1] != "o"
    )
    if loose:
        return None
    anaphoric = word_of(line, match, "r") in ANAPHORIC
    bare = "" if step or unit not in ("M", "W") else BARE
    return When(
        "relative", unit=unit, step=int(step or 0), part=part, relative_to_before=anaphoric, text=bare
    )


def the_unit(line: Line, match: Match) -> When | None:
    """As in "during the year", "of the week": which one is meant is not said."""
    start = match.start("x")
    before = line.words[start - 1] if start else ""
    if before not in ("during", "throughout", "of", "in", "over"):
        return None
    unit = at(line, match, "u")
    end = match.end("x")
    if unit not in ("Y", "M", "W") or line.words[end - 1].endswith("s"):
        return None
    if end < len(line.tags) and line.tags[end].startswith(("NN", "CD")):
        return None
    if unit == "W" and before == "of":
        return None
    return When("the_year", unit=unit)


def the_weekend() -> When:
    """As in "over the weekend": the latest one."""
    return When("relative", unit="E", step=0, text="bare")


def deictic_night(line: Line, match: Match) -> When | None:
    """As in "yesterday night"; no other unit belongs to the day."""
    if match.start("u") >= 0 and line.words[match.start("u")] != "night":
        return None
    return _deictic(line, match)
