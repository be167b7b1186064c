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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kim Chol Su, 47, a fisherman", {"name": "Kim Chol Su", "age": "47", "role": "fisherman"}),
        ("a 19-year-old student surnamed Ri", {"age": "19", "surname": "Ri", "role": "student"}),
        ("a dealer in his 60s by the name of Ok", {"age": "60s", "name": "Ok", "role": "dealer"}),
        ("a woman in her 20s, identified by her family name of Han", {"surname": "Han", "sex": "female"}),
        ("Senior Lieutenant Kang", {"surname": "Kang"}),
        ("the cleric Abidin Ay, age 96", {"age": "96", "name": "Abidin Ay", "role": "cleric"}),
        ("a teacher in her mid-30s", {"age": "30s", "role": "teacher"}),
        ("Pak’s husband, a driver", {"sex": "male", "role": "driver"}),
        ("one of the three brothers", {"number": "1"}),
    ],
)
def test_what_is_told_of_a_person_is_kept(words: str, expected: dict[str, str]) -> None:
    parts = told(words)
    found = {kind: parts[kind][1] or parts[kind][0] for kind in expected if kind in parts}
    assert found == expected


@pytest.mark.parametrize(
    "words",
    [
        "Pak’s husband",
        "several relatives of the protester Abolfazl Adin",
        "students in Chongjin",
        "the Ministry of State Security",
        "people arrested in April",
    ],
)
def test_whose_or_where_somebody_is_gives_no_name(words: str) -> None:
    assert "name" not in told(words)
    assert "surname" not in told(words)


def test_what_is_told_of_somebody_else_is_no_attribute() -> None:
    assert "role" not in told("families of deserters")
    assert "sex" not in told("her daughter’s inspector")
