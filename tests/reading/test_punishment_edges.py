"""Where a punishment begins and ends, and which sentence a court leaves as it is."""

from __future__ import annotations

import pytest

from testigo import read


def punishments(text: str) -> list[tuple[str, str | None]]:
    found = next(c for c in read(text, "2024-10-18").claims if c.act in ("sentence", "dismissal"))
    return [(filler.text, filler.duration) for filler in found.punishment]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (
            [("six months to a year of labor training", "P6M")],
            "Omar Tal was sentenced to six months to a year of labor training.",
        ),
        (
            [("six months to a year in a labor camp", "P6M")],
            "Two men were sentenced to six months to a year in a labor camp.",
        ),
        ([("two years", "P2Y")], "The court jailed him for two years for theft."),
        ([("jailed for two years", "P2Y")], "He was jailed for two years for posts."),
        (
            [("a year and a half in prison", "P1Y6M")],
            "He was sentenced to a year and a half in prison for theft.",
        ),
        ([("half a year in a labor camp", "P6M")], "He got half a year in a labor camp."),
        (
            [("five to ten years in prison", "P5Y")],
            "Two men were sentenced to five to ten years in prison for theft.",
        ),
        (
            [("sentences of ten and eight years", "P10Y")],
            "Two monks are serving sentences of ten and eight years, respectively.",
        ),
        (
            [("seven and five years' reform through labor", "P7Y")],
            "He and his wife were sentenced to seven and five years' reform through labor for treason.",
        ),
        (
            [("jailed for a total of 31 years", "P31Y")],
            "Three women were jailed for a total of 31 years by a court in Orun on Sunday.",
        ),
        ([("1,000 nakfa each", None)], "They were fined 1,000 nakfa each and released."),
        ([("death by hanging", None)], "Omar Tal was sentenced to death by hanging on May 3."),
    ],
)
def test_a_range_and_its_measure_are_one_punishment(found: list[tuple[str, str | None]], text: str) -> None:
    assert punishments(text) == found


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ("40 lashes", "Omar Tal was given 40 lashes in Evin prison in Tehran last month."),
        (
            "three years with hard labour",
            "A court sentenced Lia Tan to three years with hard labour under section 505(a) of the penal code.",
        ),
        (
            "three years under house arrest",
            "A court sentenced Lia Tan to three years under house arrest for libel.",
        ),
        ("expelled from the party", "His son was expelled from the party in mid-2022 and sent to a mine."),
        ("two years in a labor camp", "His son was sentenced to two years in a labor camp in May."),
        ("life with hard labour", "Omar Tal got life with hard labour, and his brother 20 years."),
    ],
)
def test_the_law_the_day_and_others_are_no_part_of_it(found: str, text: str) -> None:
    assert [words for words, _ in punishments(text)] == [found]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (
            ["his sentence of six years' imprisonment", "74 lashes"],
            "On May 3 an appeal court confirmed his sentence of six years' imprisonment and 74 lashes.",
        ),
        (["the five-year sentence"], "The Supreme Court upheld the five-year sentence of Omar Tal."),
        ([], "The Supreme Court upheld the sentence of Omar Tal."),
        (["flogged 40 times"], "Mina Sol was flogged 40 times in the prison yard on 3 September."),
    ],
)
def test_a_sentence_that_is_left_as_it_is_names_its_punishment(found: list[str], text: str) -> None:
    assert [words for words, _ in punishments(text)] == found


@pytest.mark.parametrize(
    "text",
    ["An appeal court confirmed his sentence of", "The court upheld a sentence of", "He got a term of"],
)
def test_a_line_that_is_cut_off_behind_a_term_is_read(text: str) -> None:
    assert read(text, "2024-10-18").claims is not None
