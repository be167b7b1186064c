"""What stands inside a verb or a list: "were at times beaten", "marchers and even bystanders", "by a patrol boat"."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot


@pytest.mark.parametrize(
    ("act", "whom", "text"),
    [
        ("torture", ["Marchers and even bystanders"], "Marchers and even bystanders were at times subjected to physical violence."),
        ("torture", ["The reporters"], "The reporters were on occasion beaten by guards."),
        ("policy", ["Detainees"], "Detainees were in some cases denied food."),
        ("detention", ["Students"], "Students were for months kept in cells."),
        ("sentence", ["Activists"], "Activists were in May sentenced to ten years."),
        ("torture", ["college student Ales Brukhan"],
         "Soldiers detained college student Ales Brukhan and two friends. An officer kicked Brukhan in the face."),
        ("sentence", ["The chairwoman of the union, Naw Hla", "two other activists"],
         "The chairwoman of the union, Naw Hla, and two other activists were sentenced to 15 days."),
    ],
)  # fmt: skip
def test_a_time_inside_a_verb_hides_nobody(act: str, whom: list[str], text: str) -> None:
    assert slot(text, act, "target") == whom


@pytest.mark.parametrize(
    ("act", "name", "told", "text"),
    [
        ("arrest", "actor", ["a patrol boat"], "The boys were caught by a patrol boat."),
        ("sentence", "punishment", ["imprisonment"], "Individuals accused of viewing films were subjected to imprisonment."),
        ("sentence", "punishment", ["a fine"], "Those unable to work had to pay a fine."),
        ("disappearance", "place", ["an unknown location"],
         "On May 9, the pastor was transferred from the central prison in Orum, West Tarn Province, to an unknown location."),
        ("trial", "time", [], "Following five months in detention, he was tried."),
    ],
)  # fmt: skip
def test_who_did_it_and_what_it_cost_are_told_apart(act: str, name: str, told: list[str], text: str) -> None:
    assert slot(text, act, name) == told


@pytest.mark.parametrize(
    ("act", "name", "told", "text"),
    [
        ("repatriation", "place", ["Turkmenistan"], "Border guards returned 112 asylum seekers, including 30 children, to Turkmenistan in May."),
        ("arrest", "place", ["a stadium", "Osh"], "Soldiers took 90 people, including several boys, to a stadium in Osh on May 3."),
        ("torture", "charge", ["he refused to sign a confession"], "Guards beat the pastor because he refused to sign a confession."),
        ("arrest", "time", ["the last quarter of 2019"], "In the last quarter of 2019, officers arrested seven doctors."),
        ("sentence", "target", ["opposition activist Elvin Mammad"],
         "A court convicted opposition activist Elvin Mammad of drug possession and sentenced him to six years."),
        ("killing", "target", ["The former mayor"], "The former mayor, arrested in 2019 on terrorism charges, died in custody at Sincan Prison."),
        ("detention", "target", ["two student leaders"], "Officers abducted two student leaders and held them for five days."),
    ],
)  # fmt: skip
def test_what_goes_on_behind_an_aside_is_read(act: str, name: str, told: list[str], text: str) -> None:
    assert slot(text, act, name) == told


@pytest.mark.parametrize(
    ("act", "name", "told", "text"),
    [
        ("torture", "quantity", ["212"], "The ombudsman documented 212 cases of beatings in police stations."),
        ("sentence", "target", ["five men"],
         "A district court handed down prison terms of four to eight years to five men convicted of joining a banned movement."),
    ],
)  # fmt: skip
def test_cases_are_counted_and_ranges_are_nobody(act: str, name: str, told: list[str], text: str) -> None:
    assert slot(text, act, name) == told
