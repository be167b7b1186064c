"""The reference tables: every row loads, every link leads somewhere, every spelling finds its row."""

from __future__ import annotations

import pytest
from tests.shared import shared

from testigo import dates, vocabulary
from testigo.reference import tables
from testigo.reference.folding import fold


def test_every_place_lies_in_a_unit_of_the_table_or_in_the_country() -> None:
    table = tables.places()
    for place in table.values():
        assert place.within == "KP" or place.within in table, place.id
        assert place.id not in {unit.id for unit in tables.units_above(place)}, f"{place.id} lies in itself"
        assert place.basis, f"{place.id} has no basis"


def test_coordinates_lie_in_or_beside_the_country() -> None:
    for place in tables.places().values():
        if place.latitude is not None and place.longitude is not None:
            assert 37.3 < place.latitude < 43.2, place.id
            assert 123.9 < place.longitude < 131.0, place.id


def test_every_fine_act_has_a_coarse_act_unless_it_is_a_heading() -> None:
    known = vocabulary.ACTS | vocabulary.CONDITIONS
    headings = {act.under for act in tables.acts().values()}
    for act in tables.acts().values():
        assert not act.under or act.under in tables.acts(), act.id
        assert act.coarse in known or (not act.coarse and act.id in headings), act.id


def test_every_institution_stands_under_a_known_body_and_its_names_do_not_end_before_they_begin() -> None:
    rows = tables.institutions().values()
    bodies = {row.body for row in rows}
    for row in rows:
        assert not row.under or row.under in bodies, row.id
        for text in (row.valid_from, row.valid_to):
            assert not text or dates.is_valid(text), row.id
        if row.valid_from and row.valid_to:
            assert not dates.before(dates.parse(row.valid_to), dates.parse(row.valid_from)), row.id


def test_severity_of_a_punishment_lies_on_its_scale() -> None:
    for sanction in tables.sanctions().values():
        assert 0 <= sanction.severity <= 20, sanction.id


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Hoeryong", "KP-09-hoeryong"),
        ("Hoeryŏng", "KP-09-hoeryong"),
        ("hoeryong-si", "KP-09-hoeryong"),
        ("회령시", "KP-09-hoeryong"),
        ("Hoeryeong", "KP-09-hoeryong"),
        ("Nammun-dong", "KP-09-hoeryong-nammun-dong"),
        ("North Hamgyong Province", "KP-09"),
        ("Yanggang", "KP-10"),
        ("P’yŏngyang", "KP-01"),
        ("Musan County", "KP-09-musan"),
    ],
)
def test_a_place_is_found_in_any_spelling(name: str, place: str) -> None:
    assert place in {found.id for found in tables.places_called(name)}


def test_a_name_that_nobody_bears_finds_nothing() -> None:
    assert tables.places_called("Atlantis") == ()
    assert tables.institutions_called("Ministry of Silly Walks") == ()


def test_an_abbreviation_of_several_bodies_gives_them_all() -> None:
    bodies = {row.body for row in tables.institutions_called("MSS")}
    assert {"state-security", "social-security"} <= bodies


def test_a_neighbourhood_lies_in_its_city_and_province_and_nowhere_else() -> None:
    table = tables.places()
    place = table["KP-09-hoeryong-nammun-dong"]
    assert [unit.id for unit in tables.units_above(place)] == ["KP-09-hoeryong", "KP-09"]
    assert tables.lies_in(place, table["KP-09"])
    assert not tables.lies_in(place, table["KP-10"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoeryŏng-si", "hoeryong"),
        ("P’yŏngyang", "Pyongyang"),
        ("Musan County", "Musan-gun"),
        ("회령시", "회령"),
        ("Province of Ryanggang", "Ryanggang"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_kind_of_unit_counts_where_it_is_asked_for() -> None:
    assert fold("Musan County", unit=False) != fold("Musan", unit=False)


def test_every_syllable_has_a_spelling_and_a_basis() -> None:
    for syllable in tables.name_syllables():
        assert syllable.kind in ("surname", "given"), syllable
        assert syllable.hangul, syllable
        assert syllable.spellings, syllable
        assert syllable.basis, syllable


@pytest.mark.shared
def test_every_row_of_the_shared_facts_was_carried_over() -> None:
    import csv

    for name, table in (
        ("places_kp.csv", tables.places()),
        ("institutions_kp.csv", tables.institutions()),
        ("groups_kp.csv", tables.groups()),
        ("sanctions_kp.csv", tables.sanctions()),
        ("acts.csv", tables.acts()),
    ):
        with shared("reference", name).open(encoding="utf-8", newline="") as lines:
            assert {row["id"] for row in csv.DictReader(lines)} == set(table), name
