"""Quantities: how many people, how much money, and what is no quantity."""

from __future__ import annotations

import pytest
from tests.reading.documents import doc, span

from testigo.reading.quantities import quantities


def found(text: str) -> list[tuple[str, str | None]]:
    return [(f.text, f.value) for f in quantities(doc(text), span(text, text))]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Police held more than 280 people.", "more than 280", "280"),
        ("Police held at least seventeen activists.", "at least seventeen", "17"),
        ("Nine were killed.", "Nine", "9"),
        ("At least nine Jehovah's Witnesses died.", "At least nine", "9"),
        ("A family of four fled.", "four", "4"),
        ("Soldiers took about 70 young people.", "about 70", "70"),
        ("They killed two hundred and five villagers.", "two hundred and five", "205"),
        ("Five to seven residents were taken.", "Five to seven", "5"),
        ("He paid 3,000 yuan each.", "3,000 yuan each", "3000"),
        ("Rice cost 5,900 North Korean won.", "5,900 North Korean won", "5900"),
        ("Fines came to more than $15 million.", "more than $15 million", "15000000"),
        ("It lost up to 1,200 rubles.", "up to 1,200 rubles", "1200"),
    ],
)
def test_a_quantity_is_a_number_with_the_words_that_bound_it(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("Dozens", "12"),
        ("Hundreds", "100"),
        ("Thousands", "1000"),
        ("Scores", "20"),
        ("Tens of thousands", "10000"),
    ],
)
def test_dozens_and_hundreds_are_at_least_one_of_them(word: str, value: str) -> None:
    assert found(f"{word} of people were taken.") == [(word, value)]


def test_several_is_no_quantity() -> None:
    assert found("Several people were taken.") == []


@pytest.mark.parametrize(
    "text",
    [
        "One man was held.",
        "Camp 14 and Article 27 are known.",
        "It rose by 40 percent.",
        "He was the first to go.",
        "He was held for three years.",
    ],
)
def test_shares_names_lengths_and_one_are_no_quantities(text: str) -> None:
    assert found(text) == []


def test_a_number_inside_a_time_is_none() -> None:
    text = "On May 5 three men left."
    assert [f.text for f in quantities(doc(text), span(text, text), (span(text, "May 5"),))] == ["three"]
