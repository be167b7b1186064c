"""Places: names of the table, of other countries, sites, and which of them is where an act happened."""

from __future__ import annotations

import pytest
from tests.reading.documents import doc, span

from testigo.reading.places import read_places


def named(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.id) for m in read_places(doc(text)).mentions]


def where(text: str) -> list[tuple[str, str | None]]:
    return [(f.text, f.id) for f in read_places(doc(text)).within(span(text, text))]


def test_each_level_named_is_a_place_and_the_most_precise_comes_first() -> None:
    text = "A man was arrested in Nammun-dong, Hoeryong, North Hamgyong Province."
    assert where(text) == [
        ("Nammun-dong", "KP-09-hoeryong-nammun-dong"),
        ("Hoeryong", "KP-09-hoeryong"),
        ("North Hamgyong Province", "KP-09"),
    ]


@pytest.mark.parametrize("name", ["Hoeryŏng", "Hoeryong-si", "Hoeryong City", "Hoeryeong", "HOERYONG"])
def test_a_spelling_of_a_place_is_that_place(name: str) -> None:
    assert (name, "KP-09-hoeryong") in named(f"North Korea said that men were held in {name} in May.")


def test_a_name_that_several_places_bear_is_settled_by_the_unit_beside_it() -> None:
    pyongan = named("They were held in Unsan County, North Pyongan Province.")
    assert pyongan[0][1] == "KP-03-unsan"
    assert named("They were held in Unsan, South Pyongan Province.")[0][1] == "KP-02-unsan"


def test_a_town_beside_its_province_is_the_town_and_no_ward_of_its_name() -> None:
    assert named("He was held in Hyesan, Ryanggang Province.")[0][1] == "KP-10-hyesan"
    assert named("He was held in Hyesan.")[0][1] == "KP-10-hyesan"


def test_a_name_that_stays_open_has_no_id_and_says_why() -> None:
    mention = read_places(doc("They were held in Unsan County.")).mentions[0]
    assert mention.id is None
    assert mention.unknown == "several places have this name"


def test_a_bare_short_name_is_a_place_only_with_its_unit() -> None:
    assert named("Oil prices rose. Chung spoke to Sinam.") == []
    assert named("She lives in Sinam-ri, Ryongchon County.")[0][1] == "KP-03-ryongchon-sinam-ri"


def test_the_city_is_the_one_named_last() -> None:
    text = "A trial was held in Tanchon. Workers said that the city was quiet."
    assert named(text)[-1] == ("the city", "KP-08-tanchon")


def test_other_places_are_known_by_their_kind_or_by_what_leads_to_them() -> None:
    text = "Troops killed nine in Tlangzawl Village in Sagaing Region, and held others at Los Colonos Prison and in Tehran."
    assert [name for name, _ in named(text)] == [
        "Tlangzawl Village",
        "Sagaing Region",
        "Los Colonos Prison",
        "Tehran",
    ]
    assert all(place is None for _, place in named(text))


def test_an_origin_is_no_place_of_the_act() -> None:
    assert where("Rice came from Hyesan.") == []


def test_sites_are_places_without_an_id() -> None:
    assert where("She was taken to a military hospital.") == [("a military hospital", None)]
    assert where("Guards shot at people near the Sino-North Korean border.")[0] == (
        "the Sino-North Korean border",
        None,
    )


def test_words_that_say_whose_are_no_place_of_the_act() -> None:
    assert where("The trial of eight Xinjiang police officers ended.") == []


def test_months_people_and_offices_after_in_are_no_places() -> None:
    assert named("In March, Mr. Chong spoke in Korean, in Parliament, and in English.") == []


def test_what_the_caller_has_used_otherwise_is_left_out() -> None:
    text = "He was sentenced to two years in a camp in Musan."
    places = read_places(doc(text))
    assert [f.text for f in places.within(span(text, text), (span(text, "two years in a camp"),))] == [
        "Musan"
    ]


def test_names_keep_their_offsets_among_combining_characters() -> None:
    text = "😀 Ho\u0306e? In Hoeryŏng, men were held."
    mention = next(m for m in read_places(doc(text)).mentions if m.id)
    assert mention.span.of(text) == "Hoeryŏng"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gangs killed 40 people across all 12 departments.", "all 12 departments"),
        ("The gang killed two men in the West Department.", "West Department"),
        ("Police evicted herders in the Kora Forest.", "Kora Forest"),
        ("Guards tortured inmates within the prisons.", "the prisons"),
        ("Soldiers beat detainees outside police station premises.", "police station premises"),
    ],
)
def test_wide_areas_and_sites_are_places(text: str, told: str) -> None:
    assert told in [name for name, _ in where(text)]


def test_a_department_of_an_office_is_no_place() -> None:
    assert where("He was questioned by the Justice Department on Monday.") == []


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("the northern city of Tarn", "A man was held in the northern city of Tarn this week."),
        ("the village of Tarn", "A man was beaten in the village of Tarn last night."),
        ("the hamlet of Ye Chaung", "A man was held in the hamlet of Ye Chaung."),
        ("the counter of the civil registry", "A man was held at the counter of the civil registry."),
    ],
)
def test_a_place_ends_before_the_time_behind_it(place: str, text: str) -> None:
    assert place in [words for words, _ in where(text)]
    assert not any("week" in words or "night" in words for words, _ in where(text))


def test_a_day_before_an_office_is_no_part_of_a_place() -> None:
    assert where("In late August an appeals court reduced the term.") in ([], [("an appeals court", None)])
