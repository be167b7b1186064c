"""Who is one particular person, in the words of reports, English and Korean."""

from __future__ import annotations

import pytest

from testigo.claim import Attribute, Filler, Span
from testigo.linking.described import traits_of


def told(text: str) -> Filler:
    return Filler(Span(0, len(text)), text)


@pytest.mark.parametrize("text", [
    "residents without a record", "five people", "Two officers of the Office", "the SSO", "officers", "Nobody", "eleven flats", "Branches",
    "About 200 people", "국가수호청 요원 두 명", "그의 집", "Whoever hides a listener", "the governor's office", "Police",
])  # fmt: skip
def test_a_class_a_number_and_an_office_are_no_person(text: str) -> None:
    assert traits_of(told(text)) is None


@pytest.mark.parametrize(("text", "names", "surnames", "age", "sex"), [
    ("A man in his 40s", (), (), (40, 49), "male"),
    ("The man, identified by his surname of Dosk", (), ("Dosk",), None, "male"),
    ("Mira Tolvan, a geography teacher at School No. 6 in Ostemar", ("Mira Tolvan",), (), None, None),
    ("Deputy Governor Anselm Krey", ("Anselm Krey",), (), None, None),
    ("a lieutenant named Kerrin", (), ("Kerrin",), None, None),
    ("a 19-year-old student from Dray", (), (), (19, 19), None),
    ("One of the five, a man surnamed Ruv", (), ("Ruv",), None, "male"),
    ("도스크라는 성을 가진 51세 남성", (), ("도스크",), (51, 51), "male"),
    ("30대 여성", (), (), (30, 39), "female"),
    ("강춘화", ("강춘화",), (), None, None),
])  # fmt: skip
def test_a_person_is_read_from_the_words(
    text: str, names: tuple[str, ...], surnames: tuple[str, ...], age: tuple[int, int] | None, sex: str | None
) -> None:
    found = traits_of(told(text))
    assert found is not None
    assert (found.names, found.surnames, found.age, found.sex) == (names, surnames, age, sex)


def test_fuller_words_and_the_readers_attributes_come_first() -> None:
    bare = Filler(Span(50, 54), "Dosk", refers=Span(0, 20), refers_text="The man, identified by his surname of Dosk",
                  attributes=(Attribute("age", Span(0, 3), "40s", "40s"),))  # fmt: skip
    found = traits_of(bare)
    assert found is not None
    assert (found.surnames, found.age, found.sex) == (("Dosk",), (40, 49), "male")


def test_an_office_is_kept_as_one_that_a_single_person_holds() -> None:
    found = traits_of(told("The chief of the provincial branch"))
    assert found is not None
    assert found.offices == ("chief of the provincial branch",)
