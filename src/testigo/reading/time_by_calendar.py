"""Times told by the calendar: days, months, years, weekdays, seasons, quarters, named days; one builder for each shape.

Rules:
- A builder may decline a match (None): a number that is no year, an ordinal that counts something else, an age.
- A builder looks at the words of its match and at the few words beside it, never at the rest of the report.
"""

from __future__ import annotations

import re

from testigo.reading.lists import wordset
from testigo.reading.time_match import (
    ANAPHORIC,
    ORDINALS,
    Match,
    at,
    clock_part,
    day_value,
    part_of,
    word_of,
    year_of,
)
from testigo.reading.time_values import When
from testigo.reading.time_words import Line
from testigo.value import replace


def iso(line: Line, match: Match) -> When | None:
    """As in "2021-10-12"."""
    year, month, *day = at(line, match, "i").split("-")
    return When("absolute", year=year, month=int(month), day=int(day[0]) if day else 0)


def dated(line: Line, match: Match) -> When | None:
    """A month with a day, a year, or both."""
    month, day = int(at(line, match, "m")), day_value(at(line, match, "d") or at(line, match, "d2"))
    year = year_of(line, match)
    if day > 31 or _is_number_of_order(line, match):
        return None
    clock = clock_part(line, match)
    if year:
        return When("absolute", year=year, month=month, day=day, clock=clock)
    step = int((at(line, match, "r") or "0").rstrip("b"))  # "last February 4"
    return When("month_day", month=month, day=day, clock=clock, step=step)


def _is_number_of_order(line: Line, match: Match) -> bool:
    """Whether the number that leads counts an order: "Decree No. 7 of May 2021" is of a month, "Law 12/2019" of none."""
    first = match.start()
    leads = bool(at(line, match, "d")) and match.start("d") == first
    return (
        first > 0 and line.words[first - 1] in _NUMBERED and (leads or "/" in line.words[first : match.end()])
    )


_NUMBERED = wordset(
    "no. no number nr. decree law order directive instruction resolution ordinance article act regulation proclamation"
)


def dated_in(line: Line, match: Match) -> When | None:
    """As in "28 June in 2020"."""
    return dated(line, match) if line.words[match.start("in")] == "in" else None


def month(line: Line, match: Match) -> When | None:
    """A month alone, with its part and with "last", "this" or "next"."""
    month, year, part = int(at(line, match, "m")), year_of(line, match), part_of(line, match)
    if year:
        return When("absolute", year=year, month=month, part=part)
    step = at(line, match, "r")
    if at(line, match, "u"):
        told = step == "0b" or word_of(line, match, "r") in ANAPHORIC  # "December of that year"
        return When(
            "month_day", month=month, part=part, year_step=int(step.rstrip("b") or 0), relative_to_before=told
        )
    if step in ("0", "0b"):
        return When("month_day", month=month, part=part, year_step=0)
    told = word_of(line, match, "r") in ANAPHORIC  # "the previous October"
    return When("month_day", month=month, part=part, step=int(step or 0), relative_to_before=told)


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
    months, days = int(month), day_value(day)
    if months > 12 and days <= 12:
        months, days = days, months
    if (
        not 1 <= months <= 12
        or days > 31
        or (day and not days)
        or (not day and _is_number_of_order(line, match))
    ):
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
    first = match.start("x")
    if at(line, match, "u") or (first > 1 and line.words[first - 2 : first] in _NAMED_SO):
        return None
    return When("holiday", text=name, year=year_of(line, match), step=int((step or "0").rstrip("b")))


_NAMED_SO = (("known", "as"), ("remembered", "as"), ("dubbed", "the"))  # "the massacre known as Black Friday"


def nth(line: Line, match: Match) -> When | None:
    """As in "the second Monday of next month", "the third week of 2015", "the last week of April"."""
    word = line.words[match.start("n")]
    which = 9 if word == "last" else ORDINALS.get(word) or day_value(at(line, match, "n"))
    weekday = at(line, match, "w")
    if (
        not which
        or (which > 5 and which != 9)
        or weekday.endswith("s")
        or at(line, match, "k") not in ("", "W", "D")
    ):
        return None
    unit, step = at(line, match, "u"), at(line, match, "r")
    if unit not in ("", "M", "Y") or step == "0b":
        return None
    month = day_value(at(line, match, "m"))
    if month and which in (1, 9) and word_of(line, match, "k") == "days":  # "the first days of June"
        part, year = "early" if which == 1 else "late", year_of(line, match)
        return When("absolute" if year else "month_day", year=year, month=month, part=part)
    return When(
        "nth", day=which, weekday=int(weekday) if weekday else -1, month=month, year=year_of(line, match), unit=unit or "M",
        step=int(step or 0), text=at(line, match, "k"),
    )  # fmt: skip


def weekday_day(line: Line, match: Match) -> When | None:
    """As in "Friday the 13th": the day of the month leads; the weekday is said with it."""
    day = day_value(at(line, match, "d"))
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


def week_number(line: Line, match: Match) -> When | None:
    """As in "week 31", counted as ISO 8601 does."""
    week = day_value(at(line, match, "n"))
    if line.words[match.start("u")] != "week" or not 1 <= week <= 53:
        return None
    return When("week_number", day=week)


def quarter_code(line: Line, match: Match) -> When | None:
    """As in "Q3 2016", "2016 H2", "Q1 this year"."""
    code, step = at(line, match, "q"), at(line, match, "r")
    if at(line, match, "u") not in ("", "Y"):
        return None
    return When(
        "quarter", unit="Q" if code[0] == "Q" else "H1", count=int(code[1]), year=year_of(line, match),
        year_step=int(step.rstrip("b") or 0) if step else None,
    )  # fmt: skip


def century(line: Line, match: Match) -> When | None:
    """As in "the 21st century"."""
    number_of = day_value(at(line, match, "o"))
    if at(line, match, "u") != "CE" or not 1 <= number_of <= 30:
        return None
    return When("decade", text=f"{number_of - 1:02d}", unit="CE")


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
    if before == "/" and at > 1 and len(line.words[at - 2]) < 4:
        return None  # "Proclamation No. 73/1995"
    if after in _COUNTED and before not in ("in", "since", "the", "of"):
        return None
    if before in _YEAR_BEFORE or "1900" <= year <= "2099":
        return When("absolute", year=year, part=part_of(line, match))
    return None


def decade(line: Line, match: Match) -> When | None:
    """As in "the late 1990s", "the nineteen seventies", "the seventies"."""
    digits = at(line, match, "d")
    hundreds = at(line, match, "c")
    start = match.start()
    if any(word.lower() in _OWN for word in line.words[max(0, start - 2) : match.start("d")]):
        return None  # "a woman in her late 20s"
    if hundreds:
        return (
            When("decade", text=hundreds + digits, part=part_of(line, match))
            if hundreds in ("18", "19")
            else None
        )
    before = line.words[match.start("d") - 1] if match.start("d") else ""
    if len(digits) == 1 and before not in ("the", "'", "’", "early", "late", "mid", "-"):
        return None
    return When("decade", text=digits, part=part_of(line, match))


_OWN = ("his", "her", "their", "my", "your", "our")


def decade_figures(line: Line, match: Match) -> When | None:
    """As in "the 1970's"."""
    digits, mark = at(line, match, "d"), line.words[match.end("x") - 1]
    if mark not in ("'s", "’s") or not digits.endswith("0") or len(digits) != 4:
        return None
    if match.end("x") < len(line.tags) and line.tags[match.end("x")].startswith("NN"):
        return None
    return When("decade", text=digits[:-1], part=part_of(line, match))


def weekday_of(line: Line, match: Match) -> When | None:
    """As in "Friday", "last Friday morning", "Friday last week"."""
    day, step, unit = (at(line, match, group) for group in "wru")
    if day.endswith("s"):
        return When("set", weekday=int(day[0])) if not step else None
    if line.words[match.start("w")] in ("sat", "sun", "wed", "mon") or unit not in ("", "W"):
        return None
    if not step and line.words[max(0, match.start("w") - 2) : match.start("w")] in (
        ("on", "a"),
        ("on", "one"),
    ):
        return When("fixed", text=f"XXXX-WXX-{int(day) + 1}")  # "on a Tuesday": which one is not said
    anaphoric = step == "0b" or word_of(line, match, "r") in ANAPHORIC
    clock = "TNI" if at(line, match, "night") else clock_part(line, match)
    when = When("weekday", weekday=int(day), step=int((step or "0").rstrip("b")), unit=unit, clock=clock)
    return replace(when, relative_to_before=anaphoric and not unit)


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
    if _OF_EVERY_MONTH.match(" ".join(line.words[end : end + 8])):
        return When("set", day=int(line.values[at]))  # "on the 5th and 20th of every month"
    return When("day_of_month", day=int(line.values[at]))


_OF_EVERY_MONTH = re.compile(
    r"(?:(?:,|and|or) )*(?:(?:the )?\d+(?:st|nd|rd|th)? (?:(?:,|and|or) )*)*(?:day )?of (?:every|each) (?:other )?month\b"
)


def day_of_that(line: Line, match: Match) -> When | None:
    """As in "the 15th of last month"."""
    day = day_value(at(line, match, "d"))
    if at(line, match, "u") != "M" or not 1 <= day <= 31:
        return None
    word = word_of(line, match, "r")
    step = at(line, match, "r")
    anaphoric = step == "0b" or word in ("following", "previous", "preceding")
    return When(
        "day_of_that_month", day=day, step=int((step or "0").rstrip("b")), relative_to_before=anaphoric
    )


def season(line: Line, match: Match) -> When | None:
    """As in "the spring of 2016"; not "spring" or "fall" as verbs."""
    year, step = year_of(line, match), at(line, match, "r")
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


def quarter(line: Line, match: Match) -> When | None:
    """As in "the fourth quarter", "the first half of 2013"; not half of anything else."""
    word = line.words[match.start("o")]
    count = ORDINALS.get(at(line, match, "o")) or ORDINALS.get(word)
    unit = "H1" if line.letters[match.start("u")] == "h" else at(line, match, "u")
    if count is None or unit not in ("Q", "H1") or (unit == "H1" and count > 2):
        return None
    year = year_of(line, match)
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
