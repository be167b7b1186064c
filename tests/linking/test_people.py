"""Two described persons: every part answers for itself."""

from __future__ import annotations

import pytest

from testigo.linking.compared import Answer, Compared
from testigo.linking.people import Described, compare_ages, compare_people
from testigo.linking.places import Where
from testigo.linking.sentences import in_words


def parts(left: Described, right: Described) -> dict[str, Compared]:
    return {part.field: part for part in compare_people(left, right)}


def test_all_six_parts_answer_even_where_nothing_is_told() -> None:
    found = parts(Described(), Described())
    assert list(found) == ["name", "age", "sex", "role", "group", "place"]
    assert {part.answer for part in found.values()} == {Answer.UNKNOWN}


def test_one_person_told_twice_is_compatible_in_every_part() -> None:
    left = Described(
        names=("Kang Chun Hwa",),
        age="30s",
        sex="female",
        role="market trader",
        places=(Where("Hyesan"),),
        told="2021",
    )
    right = Described(
        names=("강춘화",),
        age="34",
        sex="female",
        role="trader",
        places=(Where("Ryanggang"),),
        told="2022-03-01",
    )
    found = parts(left, right)
    assert found["name"].answer is Answer.SAME
    assert found["age"].answer is Answer.COMPATIBLE
    assert in_words(found["age"]) == "ages 30s and 34 compatible"
    assert found["sex"].answer is Answer.COMPATIBLE
    assert found["role"].sentence == "role-agrees-partly"
    assert found["place"].answer is Answer.CONTAINS


@pytest.mark.parametrize(
    ("left", "left_told", "right", "right_told", "answer"),
    [
        ("34", "2021-10", "30s", "2021", Answer.COMPATIBLE),
        ("34", "2011", "44", "2021", Answer.COMPATIBLE),
        ("34", "2011", "34", "2021", Answer.INCOMPATIBLE),
        ("29", "2020", "in her 30s", "2022", Answer.COMPATIBLE),
        ("39", "2022", "in her 30s", "2022", Answer.COMPATIBLE),
        ("45", "2022", "in her 30s", "2022", Answer.INCOMPATIBLE),
        ("35", "2021", "36", "2021", Answer.COMPATIBLE),  # Korean and Western counting
        ("35", "2021", "52", "2021", Answer.INCOMPATIBLE),
        ("198X", "", "34", "2021", Answer.COMPATIBLE),
        ("1962", "", "34", "2021", Answer.INCOMPATIBLE),
        ("early 30s", "2021", "39", "2021", Answer.INCOMPATIBLE),
        ("34", "", "30s", "", Answer.COMPATIBLE),
        ("34", "", "50s", "", Answer.UNKNOWN),
        ("a child", "2021", "34", "2021", Answer.UNKNOWN),
        ("", "", "34", "2021", Answer.UNKNOWN),
    ],
)
def test_ages_are_compared_by_the_years_of_birth_that_they_allow(
    left: str, left_told: str, right: str, right_told: str, answer: Answer
) -> None:
    assert compare_ages(left, left_told, right, right_told).answer is answer
    assert compare_ages(right, right_told, left, left_told).answer is answer


def test_a_person_with_two_names_is_compared_by_the_one_that_fits() -> None:
    found = parts(Described(names=("Pak Chol", "Kang Chun Hwa")), Described(names=("강춘화",)))
    assert found["name"].answer is Answer.SAME


def test_a_surname_alone_is_weak_and_another_surname_speaks_against() -> None:
    assert parts(Described(surname="Kang"), Described(names=("강춘화",)))["name"].answer is Answer.CANNOT_TELL
    assert parts(Described(surname="Pak"), Described(names=("강춘화",)))["name"].answer is Answer.DIFFERENT


def test_another_role_or_place_does_not_make_another_person() -> None:
    left = Described(role="teacher", sex="male", places=(Where("Hyesan"),))
    right = Described(role="driver", sex="female", places=(Where("Sinuiju"),))
    found = parts(left, right)
    assert found["role"].answer is Answer.UNKNOWN
    assert found["place"].strength == -1.0
    assert found["sex"].answer is Answer.INCOMPATIBLE
