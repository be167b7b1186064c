"""What each shape of a time expression means: one builder for each, from the matched words to a `When`.

Rules:
- A builder may decline a match (None): a number that is no year, an ordinal that counts something else, an age.
- A builder looks at the words of its match and at the few words beside it, never at the rest of the report.
"""

from __future__ import annotations

import re

from testigo.reading.time_numbers import number
from testigo.reading.time_values import When
from testigo.reading.time_words import Line

_ANAPHORIC = frozenset({"following", "previous", "preceding", "subsequent", "ensuing", "prior"})

Match = re.Match[str]


def at(line: Line, match: Match, group: str) -> str:
    """The value of the first word of a group, or empty."""
    start = match.start(group) if group in match.re.groupindex else -1
    return line.values[start] if start >= 0 else ""


def _word(line: Line, match: Match, group: str) -> str:
    start = match.start(group) if group in match.re.groupindex else -1
    return line.words[start] if start >= 0 else ""


def _count(line: Line, match: Match) -> float | None:
    start, end = match.span("n")
    return number(line.words[start:end]) if start >= 0 else 1


def _clock_part(line: Line, match: Match) -> str:
    part = at(line, match, "p")
    return f"T{part}" if part else ""


def _part(line: Line, match: Match) -> str:
    return at(line, match, "e")


def _year(line: Line, match: Match) -> str:
    return at(line, match, "y") or at(line, match, "y2")


def _day_value(text: str) -> int:
    return int(text) if text.isdigit() else 0


# --- dates --------------------------------------------------------------------------------------------------------


def iso(line: Line, match: Match) -> When | None:
    year, month, *day = at(line, match, "i").split("-")
    return When("absolute", year=year, month=int(month), day=int(day[0]) if day else 0)


def dated(line: Line, match: Match) -> When | None:
    """A month with a day, a year, or both."""
    month, day = int(at(line, match, "m")), _day_value(at(line, match, "d") or at(line, match, "d2"))
    year = _year(line, match)
    if day > 31:
        return None
    clock = _clock_part(line, match)
    if year:
        return When("absolute", year=year, month=month, day=day, clock=clock)
    return When("month_day", month=month, day=day, clock=clock)


def dated_in(line: Line, match: Match) -> When | None:
    """As in "28 June in 2020"."""
    return dated(line, match) if line.words[match.start("in")] == "in" else None


def month(line: Line, match: Match) -> When | None:
    """A month alone, with its part and with "last", "this" or "next"."""
    month, year, part = int(at(line, match, "m")), _year(line, match), _part(line, match)
    if year:
        return When("absolute", year=year, month=month, part=part)
    step = at(line, match, "r")
    if at(line, match, "u"):
        return When("month_day", month=month, part=part, year_step=int(step.rstrip("b") or 0))
    if step in ("0", "0b"):
        return When("month_day", month=month, part=part, year_step=0)
    return When("month_day", month=month, part=part, step=int(step or 0))


def slashed(line: Line, match: Match) -> When | None:
    """7/8/07, 10/12/2021: month first, as American reports write, unless that is no month."""
    first, second, year = at(line, match, "a"), at(line, match, "b"), at(line, match, "c")
    if len(year) == 2:
        year = ("20" if int(year) < 50 else "19") + year
    month, day = int(first), int(second)
    if month > 12:
        month, day = day, month
    return When("absolute", year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def numeric(line: Line, match: Match) -> When | None:
    """9-18-15, 2016/11/3, 5-Aug-2016, 11/2016: figures in the order that makes a date."""
    month, day, year = at(line, match, "m"), at(line, match, "d"), at(line, match, "y")
    if len(year) == 2:
        year = ("20" if int(year) < 50 else "19") + year
    months, days = int(month), _day_value(day)
    if months > 12 and days <= 12:
        months, days = days, months
    if not 1 <= months <= 12 or days > 31 or (day and not days):
        return None
    if year:
        return When("absolute", year=year, month=months, day=days)
    first = match.start("x")
    if first and line.words[first - 1] not in _FIGURES_AFTER and line.letters[first - 1] not in "Wns":
        return None
    return When("month_day", month=months, day=days)


_FIGURES_AFTER = frozenset(
    {"on", "by", "until", "from", "to", "since", "between", "and", "before", "after", "date", "of"}
)


def holiday(line: Line, match: Match) -> When | None:
    """A day with a name, with its year or with "last", "next"."""
    step = at(line, match, "r")
    name = line.words[match.start("b")]
    if step and at(line, match, "u") == "Y":
        return When("holiday", text=name, year_step=int(step.rstrip("b") or 0))
    if at(line, match, "u"):
        return None
    return When("holiday", text=name, year=_year(line, match), step=int((step or "0").rstrip("b")))


def nth(line: Line, match: Match) -> When | None:
    """As in "the second Monday of next month", "the third week of 2015", "the last week of April"."""
    word = line.words[match.start("n")]
    which = 9 if word == "last" else _ORDINALS.get(word) or _day_value(at(line, match, "n"))
    weekday = at(line, match, "w")
    if (
        not which
        or (which > 5 and which != 9)
        or weekday.endswith("s")
        or at(line, match, "k") not in ("", "W")
    ):
        return None
    unit, step = at(line, match, "u"), at(line, match, "r")
    if unit not in ("", "M", "Y") or step == "0b":
        return None
    month = _day_value(at(line, match, "m"))
    return When(
        "nth", day=which, weekday=int(weekday) if weekday else -1, month=month, year=_year(line, match), unit=unit or "M",
        step=int(step or 0),
    )  # fmt: skip


def weekday_day(line: Line, match: Match) -> When | None:
    """As in "Friday the 13th": the day of the month leads; the weekday is said with it."""
    day = _day_value(at(line, match, "d"))
    if not 1 <= day <= 31 or at(line, match, "w").endswith("s"):
        return None
    after = line.tags[match.end("x")] if match.end("x") < len(line.tags) else ""
    if not line.words[match.start("d")][0].isdigit() and after.startswith(("NN", "JJ", "VBG")):
        return None
    if line.letters[match.start("d")] == "D" and line.letters[match.end("x") : match.end("x") + 1] in (
        "M",
        "z",
        "m",
        "U",
        "/",
        "k",
    ):
        return None
    return When("day_of_month", day=day)


def week_weekday(line: Line, match: Match) -> When | None:
    """As in "next week on Friday"."""
    if at(line, match, "u") != "W" or at(line, match, "w").endswith("s"):
        return None
    return When(
        "weekday",
        weekday=int(at(line, match, "w")),
        step=int(at(line, match, "r").rstrip("b") or 0),
        unit="W",
    )


def quarter_code(line: Line, match: Match) -> When | None:
    """As in "Q3 2016", "2016 H2", "Q1 this year"."""
    code, step = at(line, match, "q"), at(line, match, "r")
    if at(line, match, "u") not in ("", "Y"):
        return None
    return When(
        "quarter", unit="Q" if code[0] == "Q" else "H1", count=int(code[1]), year=_year(line, match),
        year_step=int(step.rstrip("b") or 0) if step else None,
    )  # fmt: skip


def century(line: Line, match: Match) -> When | None:
    """As in "the 21st century"."""
    number_of = _day_value(at(line, match, "o"))
    if at(line, match, "u") != "CE" or not 1 <= number_of <= 30:
        return None
    return When("decade", text=f"{number_of - 1:02d}", unit="CE")


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
    if _is_age(line, match.end("x")):
        return None
    return When("duration", unit=pieces[0][1], text=f"P{days}" + (f"T{clock}" if clock else ""))


_LENGTHS = "YMWDHTS"


def and_a_half(line: Line, match: Match) -> When | None:
    """As in "an hour and a half", "one hour and half"."""
    count = _count(line, match)
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


def after_next(line: Line, match: Match) -> When | None:
    """As in "the year after next"."""
    return (
        When("relative", unit=at(line, match, "u"), step=1, count=2)
        if _word(line, match, "l") == "after"
        else None
    )


def offset_from(line: Line, match: Match) -> When | None:
    """As in "two days before yesterday", "three weeks from tomorrow"."""
    count, unit = _count(line, match), at(line, match, "u")
    if count is None or unit in ("H", "T", "S") or at(line, match, "t").endswith("NI"):
        return None
    step = -1 if _word(line, match, "l") == "before" else 1
    shift = int(at(line, match, "t"))
    if unit == "D" or not shift:
        total = step * count + (shift if unit == "D" else 0)
        return When("relative", unit=unit, count=abs(total), step=1 if total > 0 else -1)
    return None


_YEAR_OPENERS = (
    "in since of from until till by before after during between and to through the early late mid around about circa"
    " year fiscal a ( - – , spring summer autumn fall winter into for as"
)
_YEAR_BEFORE = frozenset(_YEAR_OPENERS.split())
_COUNTED = frozenset({"NNS", "NNPS"})


def bare_year(line: Line, match: Match) -> When | None:
    """A number of four digits is a year where the words around it say so, or where it looks like one of our times."""
    at = match.start("y")
    before = line.words[at - 1] if at else ""
    after = line.tags[at + 1] if at + 1 < len(line.tags) else ""
    year = line.values[at]
    follows = line.words[at + 1] if at + 1 < len(line.words) else ""
    if before in ("$", "€", "£", "no.", "#", "article", "room", "flight") or follows in (
        "%",
        "percent",
        "yuan",
        "won",
        "km",
    ):
        return None
    if after in _COUNTED and before not in ("in", "since", "the", "of"):
        return None
    if before in _YEAR_BEFORE or "1900" <= year <= "2099":
        return When("absolute", year=year, part=_part(line, match))
    return None


def decade(line: Line, match: Match) -> When | None:
    digits = at(line, match, "d")
    before = line.words[match.start("d") - 1] if match.start("d") else ""
    if len(digits) == 1 and before not in ("the", "'", "’", "early", "late", "mid", "-"):
        return None
    return When("decade", text=digits, part=_part(line, match))


# --- weekdays and days of the month ---------------------------------------------------------------------------------


def weekday_of(line: Line, match: Match) -> When | None:
    """As in "Friday", "last Friday morning", "Friday last week"."""
    day, step, unit = at(line, match, "w"), at(line, match, "r"), at(line, match, "u")
    if day.endswith("s"):
        return When("set", weekday=int(day[0])) if not step else None
    if line.words[match.start("w")] in ("sat", "sun", "wed", "mon") or unit not in ("", "W"):
        return None
    anaphoric = step == "0b" or _word(line, match, "r") in _ANAPHORIC
    return When(
        "weekday",
        weekday=int(day),
        step=int((step or "0").rstrip("b")),
        unit=unit,
        clock="TNI" if at(line, match, "night") else _clock_part(line, match),
        relative_to_before=anaphoric and not unit,
    )


def weekday_night(line: Line, match: Match) -> When | None:
    """A weekday; "night" after it belongs to it, any other unit does not."""
    return None if at(line, match, "night") not in ("", "N") else weekday_of(line, match)


_DAY_OPENERS = "on until by from to of since before after through till and between -"
_ORDINAL_BEFORE = frozenset(_DAY_OPENERS.split())


def ordinal_day(line: Line, match: Match) -> When | None:
    """As in "the 15th" where nothing is counted by it."""
    at, end = match.start("d"), match.end("x")
    if not line.words[at][0].isdigit() or int(line.values[at]) > 31:
        return None
    first = match.start("x")
    before = line.words[first - 1] if first else ""
    after = line.tags[end] if end < len(line.tags) else ""
    closes = after in ("", ".", ",", ":")
    if not (before in _ORDINAL_BEFORE or closes) or after.startswith(("NN", "JJ", "CD", "VBG")):
        return None
    return When("day_of_month", day=int(line.values[at]))


def day_of_that(line: Line, match: Match) -> When | None:
    day = _day_value(at(line, match, "d"))
    if at(line, match, "u") != "M" or not 1 <= day <= 31:
        return None
    word = _word(line, match, "r")
    step = at(line, match, "r")
    anaphoric = step == "0b" or word in ("following", "previous", "preceding")
    return When(
        "day_of_that_month", day=day, step=int((step or "0").rstrip("b")), relative_to_before=anaphoric
    )


# --- counted from another time ----------------------------------------------------------------------------------------


def relative(line: Line, match: Match) -> When | None:
    """As in "last week", "the next month", "this year", "the same day", "the following month"."""
    word, step, unit = _word(line, match, "r"), at(line, match, "r"), at(line, match, "u")
    part = _part(line, match)
    the = line.letters[match.start("r") - 1 : match.start("r")] == "T"
    if unit == "N":
        return When("relative", unit="D", step=-1, clock="TNI") if word == "last" else None
    if step == "0b":
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
    anaphoric = word in _ANAPHORIC or (the and word == "next" and unit == "D")
    return When("relative", unit=unit, step=int(step), part=part, relative_to_before=anaphoric)


def span(line: Line, match: Match) -> When | None:
    """As in "the last three years", "the next six months", "the past few days"."""
    unit, step = at(line, match, "u"), int(at(line, match, "r").rstrip("b") or 0)
    if unit == "N":
        unit = "D"
    if step == 0:
        return When("duration", unit=unit, count=_count(line, match))
    return When("span", unit=unit, count=_count(line, match), step=step)


def recent() -> When:
    """As in "in recent days"."""
    return When("fixed", text="PAST_REF")


def ago(line: Line, match: Match) -> When | None:
    count = _count(line, match) if match.start("n") >= 0 else None
    return When("relative", unit=at(line, match, "u").replace("F", "W"), count=count, step=-1)


_CLAUSE_AFTER = frozenset({"DT", "PRP$", "PRP", "NNP", "NN", "NNS", "VBG", "JJ", "IN", "WDT", "CD", "EX"})


def later(line: Line, match: Match) -> When | None:
    """As in "three days later"; "two days after the escape" is counted from something without a date."""
    unit, word, count = at(line, match, "u"), _word(line, match, "l"), _count(line, match)
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
        if after in _CLAUSE_AFTER:
            return None
    return When("relative", unit=unit, count=count, step=step, relative_to_before=True)


def from_now(line: Line, match: Match) -> When | None:
    return When("relative", unit=at(line, match, "u"), count=_count(line, match), step=1)


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
    clock = "TNI" if value.endswith("NI") else _clock_part(line, match)
    step = int(value.removesuffix("NI"))
    return When(
        "relative", unit="D", step=step, clock=clock or ("TNI" if at(line, match, "u") == "N" else "")
    )


def this_morning(line: Line, match: Match) -> When | None:
    word, step = _word(line, match, "r"), at(line, match, "r")
    clock = "T" + at(line, match, "p")
    if step == "0b" or word in _ANAPHORIC:
        if word in _ANAPHORIC:
            shift = 1 if word in ("following", "subsequent", "ensuing") else -1
            return When("relative", unit="D", step=shift, clock=clock, relative_to_before=True)
        return When("same", unit="D", clock=clock)
    return When("relative", unit="D", step=-1 if word == "last" else 1 if word == "next" else 0, clock=clock)


def reference(line: Line, match: Match) -> When | None:
    return When("reference", text=at(line, match, "r"))


def part_of_unit(line: Line, match: Match) -> When | None:
    """As in "the end of the year", "late last month", "earlier this week", "the beginning of this month"."""
    unit, part = at(line, match, "u"), _part(line, match)
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
    anaphoric = _word(line, match, "r") in _ANAPHORIC
    return When("relative", unit=unit, step=int(step or 0), part=part, relative_to_before=anaphoric)


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


# --- lengths ------------------------------------------------------------------------------------------------------


def duration(line: Line, match: Match) -> When | None:
    """A number of units; not an age, and not a unit of a rate."""
    unit = at(line, match, "u")
    end = match.end("x")
    words = line.words
    if _is_age(line, end):
        return None
    count = _count(line, match)
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


def _is_age(line: Line, end: int) -> bool:
    rest = line.words[end : end + 3]
    if rest[:1] in (("old",), ("of",)) and rest[:2] in (("old",), ("of", "age")):
        return True
    return rest[:2] == ("-", "old") or rest[:1] == ("old",)


def _rate(line: Line, start: int) -> bool:
    """Whether "a day" says how often: "14 hours a day", "twice a week", "$5 a month"."""
    if not start:
        return False
    before, letter = line.words[start - 1], line.letters[start - 1]
    if before in ("times", "twice", "once", "times"):
        return True
    return letter == "U" or (line.tags[start - 1] in ("NNS", "CD") and before not in ("after", "within"))


def hyphened(line: Line, match: Match) -> When | None:
    if _is_age(line, match.end("x")):
        return None
    word = line.words[match.end("x") - 1]
    if word == "long" and match.start("n") < 0:
        return When(
            "duration",
            unit=at(line, match, "u"),
            count=None if line.words[match.start("u")].endswith("s") else 1,
        )
    return When("duration", unit=at(line, match, "u"), count=_count(line, match))


def bare_units(line: Line, match: Match) -> When | None:
    """As in "for years", "in days", "decades of war": a length without a number."""
    start, end = match.span("x")
    word = line.words[match.start("u")]
    if not word.endswith("s") or word in ("seconds", "quarters", "hours", "nights", "mins", "hrs", "secs"):
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


# --- repeated -----------------------------------------------------------------------------------------------------


def every(line: Line, match: Match) -> When | None:
    if match.start("w") >= 0:
        return When("set", weekday=int(at(line, match, "w")[0]))
    if match.start("m") >= 0:
        return When("set", month=int(at(line, match, "m")))
    if match.start("s") >= 0:
        code = at(line, match, "s")
        return When(
            "set", text=f"XXXX-{code}" if line.letters[match.start("s")] == "S" else f"XXXX-XX-XXT{code}"
        )
    count = _count(line, match)
    return When("set", unit=at(line, match, "u"), count=count)


def adverb(line: Line, match: Match) -> When | None:
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


# --- seasons, quarters, clock ---------------------------------------------------------------------------------------


def season(line: Line, match: Match) -> When | None:
    year, step = _year(line, match), at(line, match, "r")
    start = match.start("s")
    word = line.words[start]
    before = line.words[start - 1] if start else ""
    named = bool(year or step or match.start("o") >= 0) or before in (
        "the",
        "in",
        "of",
        "since",
        "early",
        "late",
        "mid",
        "-",
    )
    if not named or (word in ("spring", "fall") and line.tags[start].startswith("VB") and not year):
        return None
    after = line.tags[match.end("x")] if match.end("x") < len(line.tags) else ""
    if not (year or step) and after.startswith("NN") and before != "the":
        return None
    if word == "fall" and not (year or step) and before not in ("the", "this", "last"):
        return None
    if at(line, match, "u"):
        return When("season", text=line.values[start], year_step=int(step.rstrip("b") or 0))
    return When("season", text=line.values[start], year=year, step=int((step or "0").rstrip("b")))


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4, "last": 4}


def quarter(line: Line, match: Match) -> When | None:
    """As in "the fourth quarter", "the first half of 2013"; not half of anything else."""
    word = line.words[match.start("o")]
    count = _ORDINALS.get(at(line, match, "o")) or _ORDINALS.get(word)
    unit = "H1" if line.letters[match.start("u")] == "h" else at(line, match, "u")
    if count is None or unit not in ("Q", "H1") or (unit == "H1" and count > 2):
        return None
    year = _year(line, match)
    step = at(line, match, "r")
    if at(line, match, "z") not in ("", "Y") or (
        unit == "H1" and not year and "z" not in match.re.groupindex
    ):
        return None
    return When(
        "quarter",
        unit=unit,
        count=count,
        year=year,
        year_step=int((step or "0").rstrip("b")) if step else None,
    )


HOURS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


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
    if not half and ":" not in line.words[start] and before not in _CLOCK_BEFORE:
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


def deictic_night(line: Line, match: Match) -> When | None:
    if match.start("u") >= 0 and line.words[match.start("u")] != "night":
        return None
    return _deictic(line, match)


def vague_length(line: Line, match: Match) -> When | None:
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
