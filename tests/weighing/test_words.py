"""Words, numbers, days and names of a text, as they are compared."""

from __future__ import annotations

import pytest

from testigo.claim import Span
from testigo.weighing import words


def of(text: str) -> list[words.Word]:
    return words.words(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Three of his neighbors were questioned", [(3, "neighbor")]),
        ("some 900 meters of cable", [(900, "met")]),
        ("sold for 600,000 North Korean won", [(600000, "won")]),
        ("two hundred and fifty sacks", [(200, ""), (50, "sack")]),
        ("twenty-one men", [(21, "men")]),
        ("a man in his 40s", []),
        ("on Nov. 24 at 10 p.m.", []),
        ("in 2021, 12 people", [(12, "")]),
    ],
)
def test_a_number_is_a_value_with_what_it_counts(text: str, numbers: list[tuple[float, str]]) -> None:
    assert [(n.value, n.noun) for n in words.numbers(of(text))] == numbers


def test_days_are_told_either_way() -> None:
    assert words.days(of("on March 19, and 4 May")) == [(3, 19), (5, 4)]


def test_ages_in_tens_are_told_in_words_and_digits() -> None:
    assert words.ages(of("a man in his forties")) == words.ages(of("a man in his 40s")) == ["40s"]


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    assert words.names(of("Guards took Bela Torm to the Third Office in March")) == ["bela", "torm", "third"]


def test_sentences_do_not_end_at_an_abbreviation() -> None:
    text = "The trial took place on Nov. 24 in Dorna. “It was raining,” he said.\nNobody came."
    assert [s.of(text) for s in words.sentences(text, Span(0, len(text)))] == [
        "The trial took place on Nov. 24 in Dorna.", "“It was raining,” he said.", "Nobody came.",
    ]  # fmt: skip
