"""Punishments: form and duration of the words, and punishments found in a clause."""

from __future__ import annotations

import pytest
from tests.reading.documents import doc, span

from testigo.reading import punishments
from testigo.reference import tables


def read(words: str, *, korean: bool = True) -> tuple[str | None, str | None]:
    text = f"He was sentenced to {words}."
    found = punishments.punishment(doc(text), span(text, words), korean=korean)
    return found.form, found.duration


@pytest.mark.parametrize(
    ("words", "form", "duration"),
    [
        ("three months in a forced labor brigade", "labour-training", "P3M"),
        ("five years in a reeducation camp", "reform-fixed", "P5Y"),
        ("six months of labor training", "labour-training", "P6M"),
        ("terms of three to seven years of correctional labor", "reform-fixed", "P3Y"),
        ("three months of unpaid labor", "unpaid-labour", "P3M"),
        ("a political prison camp", "camp", None),
        ("life imprisonment", "reform-life", None),
        ("death", "death", None),
        ("ten years each", None, "P10Y"),
    ],
)
def test_a_punishment_has_its_form_and_duration(words: str, form: str | None, duration: str | None) -> None:
    assert read(words) == (form, duration)


@pytest.mark.parametrize(
    ("words", "duration"),
    [
        ("a cumulative 14 years and seven months in prison", "P14Y7M"),
        ("15 days of administrative detention", "P15D"),
        ("a 15-day sentence", "P15D"),
        ("up to six years", "P6Y"),
        ("two and a half years in prison", "P2Y6M"),
        ("a year and a half in prison", "P1Y6M"),
        ("two years and a half", "P2Y6M"),
        ("half a year in a labor camp", "P6M"),
        ("a year in jail", "P1Y"),
        ("10 to 15 years", "P10Y"),
        ("life in prison", None),
        ("a fine of 3,000 rubles", None),
    ],
)
def test_other_countries_have_durations_and_no_forms(words: str, duration: str | None) -> None:
    assert read(words, korean=False) == (None, duration)


def test_punishments_are_found_where_nobody_points_at_them() -> None:
    text = "A court gave him two years in prison and a ban; others got 15 days of arrest, and she waited three years."
    found = punishments.punishments(doc(text), span(text, text), korean=False)
    assert [f.text for f in found] == ["two years in prison", "15 days of arrest"]


def test_every_form_of_the_word_list_is_in_the_table() -> None:
    forms = {form for entries in punishments._index().names.values() for form in entries}
    assert forms - {"-"} <= set(tables.sanctions())
