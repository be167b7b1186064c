"""Dates: what parses, prints, compares, and what words come to."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testigo import dates
from testigo.dates import Date, Direction, Interval
from testigo.errors import BadInput

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
PLAIN = st.one_of(
    DAYS.map(dates.of_day),
    DAYS.map(lambda day: dates.of_month(day.year, day.month)),
    DAYS.map(lambda day: Date(f"{day.year:04d}")),
)
LOOSE = st.one_of(
    PLAIN,
    st.tuples(PLAIN, st.sampled_from("?~%")).map(
        lambda pair: Date(pair[0].year, pair[0].month, pair[0].day, pair[1])
    ),
    DAYS.map(lambda day: Date("XXXX", f"{day.month:02d}", f"{day.day:02d}")),
    DAYS.map(lambda day: Date(f"{day.year:04d}"[:3] + "X")),
    DAYS.map(lambda day: Date(f"{day.year:04d}", "XX")),
    st.tuples(DAYS, st.integers(21, 24)).map(lambda pair: Date(f"{pair[0].year:04d}", str(pair[1]))),
    st.tuples(DAYS, st.integers(33, 36)).map(lambda pair: Date(f"{pair[0].year:04d}", str(pair[1]))),
)
INTERVALS = st.one_of(
    st.tuples(DAYS, DAYS).map(lambda pair: Interval(dates.of_day(min(pair)), dates.of_day(max(pair)))),
    LOOSE.map(dates.since),
    LOOSE.map(dates.until),
)
VALUES = st.one_of(LOOSE, INTERVALS)


@settings(deadline=None)
@given(VALUES)
def test_what_is_printed_is_read_back_the_same(value: dates.Edtf) -> None:
    assert dates.parse(str(value)) == value


@settings(deadline=None)
@given(VALUES)
def test_words_mean_the_same_days_as_the_value(value: dates.Edtf) -> None:
    back = dates.from_words(dates.in_words(value))
    assert (dates.first_day(back), dates.last_day(back)) == (dates.first_day(value), dates.last_day(value))


@settings(deadline=None)
@given(VALUES, VALUES)
def test_of_two_values_that_share_no_day_none_holds_the_other(one: dates.Edtf, other: dates.Edtf) -> None:
    assert dates.overlaps(one, other) == dates.overlaps(other, one)
    if not dates.overlaps(one, other):
        assert not dates.contains(one, other)
    if dates.before(one, other):
        assert not dates.overlaps(one, other)


@settings(deadline=None)
@given(DAYS, DAYS)
def test_an_interval_of_days_is_those_days(one: dt.date, other: dt.date) -> None:
    first, last = min(one, other), max(one, other)
    value = dates.of_days(first, last)
    assert (dates.first_day(value), dates.last_day(value)) == (first, last)


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_in_plain_words(text: str) -> None:
    if dates.is_valid(text):
        assert str(dates.parse(text)) == text
        return
    with pytest.raises(BadInput, match=r"not a date|ends before"):
        dates.parse(text)


@settings(deadline=None)
@given(st.dates(dt.date(20, 1, 1), dt.date(9900, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_at_most_six_days_away_and_on_the_side_asked_for(day: dt.date, number: int) -> None:
    past = dates.weekday(day, number, Direction.PAST)
    ahead = dates.weekday(day, number, Direction.FUTURE)
    assert past.weekday() == ahead.weekday() == number
    assert 0 <= (day - past).days < 7
    assert 0 <= (ahead - day).days < 7


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-10-12", "2021-10-12", "2021-10-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("2021-34", "2021-04-01", "2021-06-30"),
        ("2021-XX-31", "2021-01-31", "2021-12-31"),
        ("2021-09-01/2021-09-10", "2021-09-01", "2021-09-10"),
        ("2021~", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_value_covers_every_day_it_may_mean(text: str, first: str, last: str) -> None:
    value = dates.parse(text)
    assert str(dates.first_day(value)) == first
    assert str(dates.last_day(value)) == last


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "2021-13",
        "2021-02-30",
        "2023-02-29",
        "21-10-12",
        "2021-10-12/2021-10-01",
        "2021-21-03",
        "yesterday",
    ],
)
def test_what_is_no_date_is_bad_input(text: str) -> None:
    assert not dates.is_valid(text)
    with pytest.raises(BadInput):
        dates.parse(text)


def test_an_open_end_reaches_as_far_as_dates_go() -> None:
    since = dates.parse("2021/..")
    assert dates.last_day(since) is None
    assert dates.overlaps(since, dates.parse("9999"))
    assert not dates.overlaps(since, dates.parse("2020-12-31"))
    assert dates.contains(dates.parse("../2021-10-31"), dates.parse("2021-10"))


def test_a_day_without_a_year_may_fall_in_any_interval_that_has_that_day() -> None:
    october = dates.parse("XXXX-10-12")
    assert dates.overlaps(october, dates.parse("2021"))
    assert dates.overlaps(dates.parse("2020-12/2021-11"), october)
    assert not dates.overlaps(october, dates.parse("2021-11/2021-12"))
    assert not dates.overlaps(october, dates.parse("XXXX-11"))
    assert dates.overlaps(dates.parse("XXXX-02-29"), dates.parse("2020-02"))
    assert not dates.overlaps(dates.parse("XXXX-02-29"), dates.parse("2021-02"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [("2021-10-12", "day"), ("2021-10", "month"), ("2021-22", "season"), ("2021", "year"), ("202X", "decade"),
     ("20XX", "century"), ("XXXX", "unknown"), ("2021/..", "interval")],
)  # fmt: skip
def test_granularity_says_how_exact_a_value_is(text: str, kind: str) -> None:
    assert dates.granularity(dates.parse(text)) == kind


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("early September 2021", "2021-09-01/2021-09-10"),
        ("mid-June 2024", "2024-06-11/2024-06-20"),
        ("late February 2023", "2023-02-21/2023-02-28"),
        ("late 2023", "2023-10/2023-12"),
        ("12 October 2021", "2021-10-12"),
        ("Oct. 12, 2021", "2021-10-12"),
        ("since Oct. 3, 2022", "2022-10-03/.."),
        ("by 31 March 2023", "../2023-03-31"),
        ("6 to 8 March 2021", "2021-03-06/2021-03-08"),
        ("January to June 2023", "2023-01/2023-06"),
        ("spring 2016", "2016-21"),
        ("the 1990s", "199X"),
        ("about 2019", "2019~"),
        ("2021-10-12", "2021-10-12"),
    ],
)
def test_words_that_people_type_have_a_value(words: str, value: str) -> None:
    assert str(dates.from_words(words)) == value


@pytest.mark.parametrize("words", ["yesterday", "last week", "31 June 2021", "soon", "", "Oct 12 or 13"])
def test_words_without_a_date_of_their_own_are_refused(words: str) -> None:
    with pytest.raises(BadInput):
        dates.from_words(words)


def test_early_mid_and_late_cover_a_month_without_gap_or_overlap() -> None:
    for month in range(1, 13):
        whole = dates.of_month(2024, month)
        parts = [dates.part_of(whole, part) for part in ("early", "mid", "late")]
        assert dates.first_day(parts[0]) == dates.first_day(whole)
        assert dates.last_day(parts[2]) == dates.last_day(whole)
        for one, other in pairwise(parts):
            assert dates.before(one, other)
            last, first = dates.last_day(one), dates.first_day(other)
            assert last is not None
            assert first is not None
            assert (first - last).days == 1


def test_a_relative_month_and_day_look_the_way_they_are_asked_to() -> None:
    anchor = dt.date(2024, 9, 5)
    assert str(dates.month_near(anchor, 10, Direction.PAST)) == "2023-10"
    assert str(dates.month_near(anchor, 10, Direction.FUTURE)) == "2024-10"
    assert dates.day_near(anchor, 9, 5, Direction.PAST) == anchor
    assert dates.day_near(anchor, 9, 6, Direction.PAST) == dt.date(2023, 9, 6)
    assert dates.day_near(anchor, 2, 29, Direction.FUTURE) == dt.date(2028, 2, 29)
    assert dates.day_near(anchor, 6, 31, Direction.PAST) is None
    assert dates.day_of_month(anchor, 31, Direction.PAST) == dt.date(2024, 8, 31)
    assert dates.day_of_month(anchor, 31, Direction.FUTURE) == dt.date(2024, 10, 31)
    assert dates.week(anchor, -1) == (dt.date(2024, 8, 26), dt.date(2024, 9, 1))


def test_a_month_later_never_runs_into_the_month_after() -> None:
    assert dates.shift(dt.date(2023, 1, 31), 1, "month") == dt.date(2023, 2, 28)
    assert dates.shift(dt.date(2024, 2, 29), -1, "year") == dt.date(2023, 2, 28)
    assert dates.shift(dt.date(9999, 12, 31), 1, "day") == dt.date.max
