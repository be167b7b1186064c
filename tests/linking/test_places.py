"""Places: one town under two spellings, a town in its province, neighbours, and what the words leave open."""

from __future__ import annotations

import pytest

from testigo.linking.compared import Answer, Compared
from testigo.linking.places import Where, compare_places
from testigo.linking.sentences import in_words


def compare(left: str, right: str) -> Compared:
    return compare_places(Where(left), Where(right))


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("Hoeryong", "회령시", Answer.SAME),
        ("Hoeryŏng-si", "Hoeryong City", Answer.SAME),
        ("Yanggang", "Ryanggang Province", Answer.SAME),
        ("Hoeryong", "North Hamgyong Province", Answer.CONTAINS),
        ("North Hamgyong Province", "Hoeryong", Answer.CONTAINS),
        ("Nammun-dong, Hoeryong", "somewhere", Answer.UNKNOWN),
        ("Hoeryong", "Sinuiju", Answer.DISJOINT),
        ("Ryanggang", "North Hamgyong", Answer.DISJOINT),
        ("Hyesan", "the border area", Answer.CONTAINS),
        ("Pyongyang", "the border area", Answer.DISJOINT),
        ("North Hamgyong", "border region", Answer.CONTAINS),
        ("Hyesan", "North Korea", Answer.CONTAINS),
        ("Hyesan", "China", Answer.DISJOINT),
        ("China", "Russia", Answer.DISJOINT),
        ("the old market", "the old market", Answer.SAME),
        ("the old market", "the new market", Answer.UNKNOWN),
        ("Hyesan", "the old market", Answer.UNKNOWN),
        ("", "Hyesan", Answer.UNKNOWN),
    ],
)
def test_two_places_are_told_apart_by_the_tables(left: str, right: str, answer: Answer) -> None:
    compared = compare(left, right)
    assert compared.answer is answer, in_words(compared)
    assert compare(right, left).answer is answer
    assert in_words(compared, "ko")


def test_two_neighbourhoods_of_one_town_are_near_and_say_which_town() -> None:
    compared = compare_places(
        Where("Nammun-dong", "KP-09-hoeryong-nammun-dong"), Where("Mangyang", "KP-09-hoeryong-mangyang-dong")
    )
    assert compared.answer is Answer.NEAR
    assert "Hoeryong" in in_words(compared)


def test_a_town_tells_more_than_a_province_and_a_country_nothing() -> None:
    town, province = compare("Hoeryong", "Hoeryong"), compare("North Hamgyong", "North Hamgyong")
    assert town.strength > province.strength > compare("Hoeryong", "North Korea").strength == 0


def test_neighbouring_towns_are_near_by_their_distance() -> None:
    compared = compare("Onsong", "Namyang")
    assert compared.answer in (Answer.NEAR, Answer.CONTAINS), in_words(compared)


def test_a_name_that_two_places_bear_cannot_tell() -> None:
    compared = compare_places(Where("Unsan"), Where("Unsan", "KP-03-unsan"))
    assert (compared.answer, compared.sentence) == (Answer.CANNOT_TELL, "place-several")
    assert compared.strength < compare("Hoeryong", "Hoeryong").strength
    assert compare("Unsan", "Hyesan").answer is Answer.DISJOINT


def test_an_id_that_no_row_has_is_not_guessed_at() -> None:
    assert compare_places(Where("Hyesan", "XX-nowhere"), Where("Hyesan")).answer is not Answer.DISJOINT
