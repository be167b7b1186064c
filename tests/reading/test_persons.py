"""Persons: what a phrase tells about them, as parts of its words."""

from __future__ import annotations

import pytest
from tests.reading.documents import doc, span

from testigo.reading.persons import attributes
from testigo.reading.places import read_places


def told(words: str) -> dict[str, tuple[str, str | None]]:
    text = f"Agents arrested {words} ."
    document = doc(text)
    return {a.kind: (a.text, a.value) for a in attributes(document, span(text, words), read_places(document))}


def test_age_sex_surname_and_place_are_parts_of_the_phrase() -> None:
    parts = told("a man in his 30s in Nammun-dong, Hoeryong – identified by his surname of Chong")
    assert parts["age"] == ("in his 30s", "30s")
    assert parts["sex"] == ("man", "male")
    assert parts["surname"] == ("Chong", "Chong")
    assert parts["place"][1] in ("KP-09-hoeryong-nammun-dong", "KP-09-hoeryong")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a 27-year-old woman", "27"),
        ("a woman aged 45", "45"),
        ("a man, 19 years old", "19"),
        ("a woman in her early 20s", "20s"),
    ],
)
def test_an_age_is_kept_as_told(words: str, value: str) -> None:
    assert told(words)["age"][1] == value


def test_roles_groups_and_names_are_told_apart() -> None:
    parts = told("prominent journalist Saba Azarpeik")
    assert parts["role"][0] == "prominent journalist"
    assert parts["name"][0] == "Saba Azarpeik"
    assert told("families of defectors")["group"][1] == "defector-families"


def test_nothing_is_worked_out_that_is_not_said() -> None:
    assert told("someone") == {}
    assert "sex" not in told("Kim Yong")
