"""The shapes of time expressions: a pattern over the letters of a sentence, and what a match of it means.

Rules:
- One `Shape` is one rule: id, name and example for people, the pattern (letters of time_words.py), the builder.
- The span of a match is that of the TIMEX3: with "the" and "about", without "in", "on", "since", "by".
- The longest match that starts first wins; of two of equal length the one that stands first here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from testigo.reading import time_by_calendar as calendar
from testigo.reading import time_by_distance as distance
from testigo.reading import time_by_length as length
from testigo.reading import time_match as match
from testigo.reading.time_values import When
from testigo.reading.time_words import Line
from testigo.value import value

Build = Callable[[Line, re.Match[str]], When | None]


@value
class Shape:
    """One rule. needs: letters of which at least one must stand in the sentence. group "x" of the pattern is the span."""

    id: str
    name: str
    example: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    build: Build


_F = r"(?:(?:@(?=f)|f)(?:f|k(?=[DNCa]))*)?"
_NUM = r"(?:[DNYC](?:-?C)*(?:-?&-?a-?h)?|aQo?|aC|Qo?|ah|ha|h|a)"
_N = rf"(?P<n>{_NUM})"
_YR = r"(?P<y>Y)"
_YR2 = r"(?P<y2>Y)"


def _shape(rule: str, name: str, example: str, needs: str, pattern: str, build: Build) -> Shape:
    if "(?P<x>" not in pattern:
        pattern = f"(?P<x>{pattern})"
    return Shape(f"time.{rule}", name, example, frozenset(needs), re.compile(pattern), build)


SHAPES: tuple[Shape, ...] = (
    _shape("iso", "date in figures", "2021-10-12", "I", r"(?P<i>I)", calendar.iso),
    _shape("slashed", "date with slashes", "10/12/2021", "/", r"(?P<a>D)/(?P<b>D)/(?P<c>[DY])", calendar.slashed),
    _shape("figures", "date in figures", "9-18-15", "-/", r"(?P<m>D)(?P<s>[-/])(?P<d>D)(?P=s)(?P<y>[DY])", calendar.numeric),
    _shape("figures-year-first", "date in figures, year first", "2016/11/3", "Y", r"(?P<y>Y)[-/](?P<m>[DM])(?:[-/](?P<d>D))?(?![-/])", calendar.numeric),
    _shape("figures-named", "date in figures with a named month", "05-Aug-2016", "M", r"(?P<d>D)[-/](?P<m>M)[-/](?P<y>[DY])", calendar.numeric),
    _shape("figures-named-month", "named month and year, joined", "Dec-2018", "M", r"(?P<m>M)[-/](?P<y>Y)", calendar.dated),
    _shape("named-day-joined", "named month and day, joined", "Oct-2", "M", r"(?P<m>M)[-/](?P<d>D)(?![-/DY])", calendar.dated),
    _shape("figures-month", "month in figures", "11/2016", "Y", r"(?P<m>D)[-/](?P<y>Y)(?![-/])", calendar.numeric),
    _shape("figures-day", "day in figures without a year", "on 4/22", "/", r"(?P<m>D)/(?P<d>D)(?![/D])", calendar.numeric),
    _shape("holiday", "day with a name", "Christmas Eve 2021", "B", rf"(?P<b>B)(?:,?o?{_YR}|o?T?(?P<r>[lns])(?P<u>U))?", calendar.holiday),
    _shape("holiday-next", "day with a name, last or next", "last Christmas", "B", r"(?P<r>[lns])(?P<b>B)", calendar.holiday),
    _shape("nth-weekday", "which weekday or week of a month or year", "the second Monday of next month", "o", rf"T?(?P<n>[Ol])(?:(?P<w>W)|(?P<k>U))[o@]T?(?:(?P<r>[lns])?(?P<u>U)|(?P<m>M)(?:,?{_YR})?|(?<=o){_YR2})", calendar.nth),
    _shape("weekday-day", "weekday and day of the month", "Friday the 13th", "W", r"(?P<w>W),?T?(?P<d>[OD])", calendar.weekday_day),
    _shape("week-weekday", "weekday of another week", "next week on Friday", "W", r"T?(?P<r>[lns])(?P<u>U)[@-]?(?P<w>W)", calendar.week_weekday),
    _shape("quarter-code", "quarter or half by its letter", "Q3 2016", "q", rf"(?:{_YR2}[-]?)?(?P<q>q)(?:o?{_YR}|o?T?(?P<r>[lns])(?P<u>U))?", calendar.quarter_code),
    _shape("year-month", "year and month", "2015 June", "Y", rf"{_YR},?(?P<m>M)(?![DO])", calendar.dated),
    _shape("century", "century", "the 21st century", "O", r"T?(?P<o>O)-?(?P<u>U)", calendar.century),
    _shape("compound", "length in two units", "1 hour and 30 minutes", "U", rf"{_F}(?P<n1>{_NUM})(?P<u1>U)(?:,|&)?(?P<n2>{_NUM})(?P<u2>U)(?:,?&?(?P<n3>{_NUM})(?P<u3>U))?", length.compound),
    _shape("and-a-half", "length and a half", "an hour and a half", "h", rf"{_F}{_N}(?P<u>U)&a?h", length.and_a_half),
    _shape("whole", "whole length", "all week", "U", r"T?(?P<g>[Gf])-?(?P<u>U)", length.whole),
    _shape("after-next", "the one after next", "the year after next", "n", r"T?(?P<u>U)(?P<l>L)n", distance.after_next),
    _shape("offset-from", "so long from another day", "two days before yesterday", "t", rf"{_F}{_N}(?P<u>U)(?:(?P<l>L)|@)(?P<t>t)", distance.offset_from),
    _shape("span-number-first", "length that begins today", "2 upcoming months", "U", rf"T?{_N}(?P<r>[ln])(?P<u>U)", distance.span),
    _shape("weekday-date", "weekday and date", "Friday, March 22, 2013", "M", rf"W,?(?P<m>M)(?P<d>[DO])(?:,?{_YR})?(?P<p>P)?", calendar.dated),
    _shape("weekday-date-back", "weekday and date, day first", "Friday 22 March 2013", "M", rf"W,?T?(?P<d>[DO])o?(?P<m>M)(?:,?{_YR})?(?P<p>P)?", calendar.dated),
    _shape("month-day", "month and day", "October 12, 2021", "M", rf"(?P<r>[ln](?=M))?(?P<m>M)T?(?P<d>[DO])(?:,?{_YR})?(?P<p>P)?", calendar.dated),
    _shape("day-month", "day and month", "12 October 2021", "M", rf"(?:T?(?P<d>[DO])o?|(?P<t>T)?)(?P<m>M)(?:,?{_YR})?(?P<p>P)?", lambda line, m: calendar.dated(line, m) if m.start("d") >= 0 else None),
    _shape("month-day-in-year", "month and day, in a year", "28 June in 2020", "M", rf"(?:T?(?P<d>[DO])o?)?(?P<m>M)(?:T?(?P<d2>[DO]))?(?P<in>@){_YR}", calendar.dated_in),
    _shape("month", "month, with or without its year", "early September 2021", "M", rf"(?:T?(?P<e>e)(?:oT?|-)?)?(?P<r>[ln]|s)?(?P<m>M)(?:,?o?{_YR})?", calendar.month),
    _shape("month-of-year", "month of another year", "November last year", "M", r"(?:T?(?P<e>e)(?:oT?|-)?)?(?P<m>M)o?T?(?P<r>[lns])(?P<u>U)", lambda line, m: calendar.month(line, m) if match.at(line, m, "u") == "Y" else None),
    _shape("year", "year", "2021", "Y", rf"(?:T?(?P<e>e)(?:oT?|-)?)?{_YR}", calendar.bare_year),
    _shape("decade-apostrophe", "decade", "the 1970's", "Y", r"(?P<x>T(?:(?P<e>e)-?)?(?P<d>Y)x)", calendar.decade_figures),
    _shape("decade", "decade", "the late 1990s", "d", r"T?(?:(?P<e>e)-?)?(?P<c>C)?x?(?P<d>d)", calendar.decade),
    _shape("weekday", "weekday", "last Friday morning", "W", r"(?:(?:[Tse]-?)?(?P<r>[lns])|e-?)?(?P<w>W)(?:(?P<p>P)|(?P<night>U))?", calendar.weekday_night),
    _shape("weekday-alone", "weekday", "last Friday", "W", r"(?:(?:[Tse]-?)?(?P<r>[lns])|e-?)?(?P<w>W)", calendar.weekday_of),
    _shape("weekday-of-week", "weekday of another week", "Friday last week", "W", r"(?P<w>W)o?T?(?P<r>[lns])(?P<u>U)(?P<p>P)?", calendar.weekday_of),
    _shape("day-of-that-month", "day of a month counted from today", "the 15th of last month", "O", r"T?(?P<d>O)o?T?(?P<r>[lns])(?P<u>U)", calendar.day_of_that),
    _shape("day", "day of the month", "on the 17th", "O", r"T(?P<d>O)", calendar.ordinal_day),
    _shape("part-of-unit", "part of a month or year counted from today", "late last month", "U", r"T?(?P<e>e)(?:oT?|-)?(?P<r>[lns])?(?P<u>U)", distance.part_of_unit),
    _shape("part-of-the-unit", "end of the month or year", "the end of the year", "U", r"T?(?P<e>e)oT(?P<r>[lns])?(?P<u>U)", distance.part_of_unit),
    _shape("rest", "what is left of a unit", "the rest of the year", "U", r"T?xo?T?(?P<r>s)?(?P<u>U)", distance.rest),
    _shape("part-in-unit", "earlier or later in a unit", "later in the year", "e", r"(?P<e>e)@T(?P<u>U)", distance.part_in_unit),
    _shape("kind-of-year", "school, calendar or fiscal year", "last fiscal year", "U", r"T?(?P<r>[lns])?x(?P<u>U)(?P<y>Y)?", distance.kind_of_year),
    _shape("week-number", "week by its number", "week 31", "U", r"T?(?P<u>U)(?P<n>D)", calendar.week_number),
    _shape("relative", "unit counted from today or from the time before", "last week", "U", r"T?(?P<e>e)?(?P<r>[lns])(?P<u>U)", distance.relative),
    _shape("span", "length that ends or begins today", "the last three years", "U", rf"T?(?P<r>[ln]){_N}(?P<u>U)", distance.span),
    _shape("coming", "times to come", "the coming weeks", "U", r"T?n(?P<u>U)", distance.coming),
    _shape("recent", "recent times", "recent days", "U", r"T?Q(?P<u>U)", lambda line, m: distance.recent() if line.words[m.start("u") - 1] == "recent" else length.vague_length(line, m)),
    _shape("ago", "so long ago", "a year ago", "A", rf"{_F}(?:{_N})?(?P<u>U)A", distance.ago),
    _shape("ago-compound", "so long ago, in two units", "1 month 21 days ago", "A", rf"{_F}(?P<n>{_NUM})(?P<u>U)(?:,|&)?(?P<n2>{_NUM})(?P<u2>U)A", distance.ago_compound),
    _shape("later", "so long after the time before", "three days later", "Le", rf"{_F}(?:{_N})?(?P<u>U)(?P<l>[Le])", distance.later),
    _shape("from-now", "so long from now", "two weeks from now", "U", rf"{_F}{_N}(?P<u>U)@(?:r|(?<!o)t)", distance.from_now),
    _shape("day-before", "the day before or after", "the next day", "U", r"T(?P<u>U)(?P<l>L)", distance.day_before),
    _shape("two-days-off", "two days off", "the day before yesterday", "t", r"T?(?P<u>U)(?P<l>L)t", distance.two_days_off),
    _shape("deictic", "today, yesterday, tomorrow", "yesterday morning", "t", r"(?P<t>t)(?:(?P<p>P)|(?P<u>U))?", distance.deictic_night),
    _shape("this-morning", "part of a day counted from today", "this morning", "P", r"T?(?P<r>[lns])(?P<p>P)", distance.this_morning),
    _shape("now", "now, recently, soon", "recently", "r", r"(?P<r>r)", distance.reference),
    _shape("the-unit", "the year, the month", "during the year", "U", r"T(?P<u>U)", lambda line, m: distance.the_weekend() if match.at(line, m, "u") == "E" else distance.the_unit(line, m)),
    _shape("duration", "length of time", "about three months", "U", rf"{_F}{_N}(?:full|x(?=U))?(?P<u>U)(?:&ah)?", length.duration),
    _shape("first-units", "the first or last of several units", "the first three months", "U", rf"T?[Ol]{_N}(?P<u>U)", length.first_units),
    _shape("nth-unit", "so many units running", "for a third week", "O", r"(?<=@)(?P<x>a(?P<o>O)(?P<u>U))", length.nth_unit),
    _shape("these-days", "now, in other words", "these days", "U", r"(?P<r>s)(?P<u>U)", distance.these_days),
    _shape("clock-zone", "time of day with its zone", "1400 GMT", "Z", r"(?P<c>[YN])Z", length.military),
    _shape("hyphened", "length of time as a measure", "a 15-day term", "U", rf"{_N}-(?P<u>U)(?:-x)?", length.hyphened),
    _shape("long", "length of time as a measure", "decades-long", "U", r"(?P<n>\Z)?(?P<u>U)-x", lambda line, m: length.hyphened(line, m) if line.words[m.end("x") - 1] == "long" else None),
    _shape("units", "length without a number", "for years", "U", r"T?(?P<u>U)", length.bare_units),
    _shape("every", "repeated time", "every two weeks", "v", rf"v(?:(?P<w>W)|(?P<m>M)|(?P<s>[SP])|(?:{_N})?(?P<u>U))", length.every),
    _shape("adverb", "repeated time in one word", "weekly", "V", r"(?P<v>V)", length.adverb),
    _shape("season", "season", "the spring of 2016", "S", rf"T?(?P<r>[lns])?(?P<s>S)(?P<o>o)?(?:,?{_YR})?", calendar.season),
    _shape("season-of-year", "season of another year", "summer last year", "S", r"T?(?P<s>S)(?P<o>o)?T?(?P<r>[lns])(?P<u>U)", lambda line, m: calendar.season(line, m) if match.at(line, m, "u") == "Y" else None),
    _shape("quarter", "quarter or half of a year", "the fourth quarter of 2012", "Oh", rf"T?(?P<o>[Ol])-?(?P<u>[Uh])(?P<v>o)?T?x?(?:{_YR}|(?P<r>[lns])?(?P<z>U))", calendar.quarter),
    _shape("quarter-alone", "quarter of a year", "the fourth quarter", "U", r"T?(?P<o>[Ol])-?(?P<u>U)", calendar.quarter),
    _shape("clock", "time of day", "6:30 p.m.", "zDP", r"(?P<c>[zD])(?P<h>m)?Z?", length.clock_guard),
    _shape("noon", "noon and midnight", "midnight", "P", r"(?P<c>P)", lambda line, m: length.clock(line, m) if line.words[m.start("c")] in length.HOURS else None),
    _shape("part-of-day", "part of a day", "at dawn", "PU", r"(?<=@)(?P<x>T?(?P<p>[PU]))", length.at_dawn),
)  # fmt: skip
