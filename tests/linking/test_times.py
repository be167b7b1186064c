"""Times: days, months, open ends and dates without a year."""

from __future__ import annotations

import pytest

from testigo.linking.compared import Answer
from testigo.linking.sentences import in_words
from testigo.linking.times import compare_times


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("2021-10-12", "2021-10-12", Answer.SAME),
        ("2021-10-01/2021-10-31", "2021-10", Answer.SAME),
        ("2021-10-12", "2021-10", Answer.CONTAINS),
        ("2021-10-12", "2021-10-05/2021-10-15", Answer.CONTAINS),
        ("2021/..", "2022-03", Answer.CONTAINS),
        ("../2021-10-31", "2021-10-12", Answer.CONTAINS),
        ("2021-10-01/2021-10-12", "2021-10-10/2021-10-20", Answer.OVERLAPS),
        ("2021/..", "../2022", Answer.OVERLAPS),
        ("XXXX-10-12", "2021-10-12", Answer.OVERLAPS),
        ("XXXX-10-12", "2021-11-12", Answer.DISJOINT),
        ("2021-10-12", "2021-10-15", Answer.NEAR),
        ("2021-10", "2021-11-03", Answer.NEAR),
        ("2019~", "2020-03", Answer.NEAR),
        ("2021-10-12", "2021-11-12", Answer.DISJOINT),
        ("2019", "2021-11-12", Answer.DISJOINT),
        ("2021/..", "2019", Answer.DISJOINT),
        ("recently", "2021-10-12", Answer.UNKNOWN),
        (None, "2021-10-12", Answer.UNKNOWN),
    ],
)
def test_two_times_are_compared_by_the_days_they_may_mean(
    left: str | None, right: str, answer: Answer
) -> None:
    compared = compare_times(left, right)
    assert compared.answer is answer, in_words(compared)
    assert compare_times(right, left).answer is answer
    assert in_words(compared, "ko")


def test_the_more_precise_the_agreement_the_more_it_tells() -> None:
    day, month, year, open_end = (
        compare_times(value, value).strength for value in ("2021-10-12", "2021-10", "2021", "2021/..")
    )
    assert day > month > year > open_end >= 0


def test_a_long_gap_speaks_more_against_than_a_short_one() -> None:
    gaps = [
        compare_times("2021-10-12", other).strength for other in ("2021-10-14", "2021-11-05", "2023-01-01")
    ]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[0] < 0


def test_the_sentence_names_which_lies_in_which() -> None:
    assert in_words(compare_times("2021-10", "2021-10-12")) == "2021-10-12 lies within 2021-10"
