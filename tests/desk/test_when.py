"""Dates are shown as far as they are known, in the manner of each language."""

from __future__ import annotations

import datetime as dt

import pytest

from testigo.desk.when import in_words, iso, moment


@pytest.mark.parametrize(
    ("edtf", "english", "korean"),
    [
        ("2021", "2021", "2021년"),
        ("2021-10", "October 2021", "2021년 10월"),
        ("2021-10-12", "12 October 2021", "2021년 10월 12일"),
        ("XXXX-10-12", "12 October", "10월 12일"),
        ("2021-09-01/2021-09-10", "1 to 10 September 2021", "2021년 9월 1일부터 2021년 9월 10일까지"),
        ("2021-08-30/2021-09-02", "30 August to 2 September 2021", "2021년 8월 30일부터 2021년 9월 2일까지"),
        ("2012/2016", "2012 to 2016", "2012년부터 2016년까지"),
        ("2023-10/2023-12", "October to December 2023", "2023년 10월부터 2023년 12월까지"),
        ("2021/..", "since 2021", "2021년부터"),
        ("../2021-10-31", "until 31 October 2021", "2021년 10월 31일까지"),
        ("2021-10~", "about October 2021", "2021년 10월경"),
        ("2021?", "perhaps 2021", "2021년(추정)"),
        ("something", "something", "something"),
        ("2021-13", "2021-13", "2021-13"),
        ("../..", "../..", "../.."),
    ],
)
def test_a_date_in_words(edtf: str, english: str, korean: str) -> None:
    assert in_words(edtf, "en") == english
    assert in_words(edtf, "ko") == korean


def test_a_moment_is_converted_to_utc_and_says_so() -> None:
    seoul = dt.datetime(2021, 10, 12, 2, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    assert moment(seoul) == "11 October 2021, 17:00 UTC"
    assert moment(seoul, "ko") == "2021년 10월 11일 17:00 UTC"
    assert iso(seoul) == "2021-10-11T17:00:00Z"
