"""Places in rows and with the unit around them, courts, towns before a site, and places of the verb beside the act."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot


@pytest.mark.parametrize(
    ("act", "told", "text"),
    [
        ("killing", ["Jansa", "Utara Prad"], "On May 3 the reporter was shot and killed by gunmen near Jansa, Utara Prad."),
        ("detention", ["Kesh"], "In Kesh, Ana Ruiz, a nurse, was held for two days."),
        ("killing", ["Mayo Nava", "Mayo Tana", "Logo-et-Sari divisions"],
         "Rebels killed 43 farmers and abducted eight others in Mayo Nava, Mayo Tana, and Logo-et-Sari divisions."),
        ("death", ["Nkame", "Northwest Region"], "The blast in the Northwest Region town of Nkame killed a girl."),
        ("killing", ["the village of Banta", "Orsa Region"],
         "Soldiers looking for rebels in the village of Banta in Orsa Region killed six men."),
        ("killing", ["Far Region"], "Rebels carried out attacks in the Far Region and killed many farmers."),
        ("disappearance", ["Muta", "Mopez", "Meluta Districts"],
         "Rebels launched attacks in May in Muta, Mopez, and Meluta Districts, burning houses and abducting women."),
        ("arrest", [], "Officers searched the apartment in Kesh and detained two nurses."),
        ("arrest", ["a university", "Orsk"], "Police detained protesters gathered at a university in Orsk."),
        ("disappearance", ["a Nairobi taxi", "Nairobi"], "A councillor was abducted while riding in a Nairobi taxi."),
        ("killing", ["a Quito campaign event", "Quito"], "Gunmen shot and killed the candidate at a Quito campaign event."),
        ("detention", ["a dam site"], "Some 900 soldiers were held at a dam site for a week."),
        ("crime", [], "The men set fire to houses and barns."),
        ("trial", ["Tarva City Court"], "In May two former officials were on trial at Tarva City Court in absentia."),
        ("trial", ["Bishkek City Court"], "In May two former officials were tried before the Bishkek City Court."),
        ("sentence", [], "In May the Tarva Provincial Court sentenced two students to prison."),
        ("sentence", [], "In May the Bishkek City Court sentenced two students to prison."),
        ("search", ["Kesh township"], "In Kesh township, teams came at dawn and searched homes."),
        ("policy", ["the capital city"], "The government deployed soldiers in the capital city to prevent gatherings."),
        ("dismissal", ["a medical college", "Kesh"], "Three students of a medical college in Kesh were expelled."),
        ("resistance", ["Tarva Attorney General’s Office"], "Relatives protested outside the Tarva Attorney General’s Office."),
        ("killing", ["a prison", "West New Britain Province"], "A guard was killed in a prison in West New Britain Province."),
        ("torture", ["the Kesh women’s prison", "San Rueda"], "Guards beat two women in the Kesh women’s prison, San Rueda."),
        ("killing", ["the state of Orsa"], "In 2017 her son was shot and killed in the state of Orsa."),
        ("movement_restriction", ["public spaces"], "In May the government restricted access to public spaces."),
        ("arrest", ["Tann checkpoint"], "Soldiers arrested him at the Tann checkpoint."),
        ("torture", [], "The foreman beat a boy for looking at the hill."),
        ("torture", [], "Guards beat Ana Ruiz, Mayor of Bibe in the Central Region."),
        ("detention", [], "She remained in prison at year’s end."),
        ("speech", [], "The group criticized the treatment of families with relatives abroad."),
        ("forced_labor", ["abroad"], "The government sent thousands of nurses abroad to work without pay."),
        ("arrest", [], "Men forced two writers of the Guate television station to stop and arrested them."),
        ("killing", ["the tribal areas of Orsa and Nemel", "Orsa", "Nemel"],
         "Gunmen killed two reporters in the tribal areas of Orsa and Nemel."),
        ("search", ["Orsa’s Kadir region", "Orsa"], "Teams searched hundreds of homes in Orsa’s Kadir region."),
        ("interrogation", [], "His parents, farmers in Kesh County, were questioned for two days."),
        ("detention", [], "Persons from Burma without papers were detained for a week."),
        ("execution", ["the airfield"], "Soldiers said that he was shot at the airfield."),
        ("watchlisting", ["the main gate"], "The office posted the names of 63 absentees beside the main gate."),
        ("arrest", ["checkpoints"], "Soldiers arrested six men at checkpoints and established others."),
        ("release", [], "In June Tarva High Court indicted two men and released them on bail."),
    ],
)  # fmt: skip
def test_a_place_is_told_in_a_row_or_beside_the_act(act: str, told: list[str], text: str) -> None:
    assert slot(text, act, "place") == told


@pytest.mark.parametrize(
    "text",
    [
        "In May they protested against foreign rule over hill areas.",
        "In May they protested on a news site.",
    ],
)
def test_what_only_sounds_like_a_place_is_none(text: str) -> None:
    assert slot(text, "resistance", "place") == []
