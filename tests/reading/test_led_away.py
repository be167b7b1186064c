"""People moved against their will and goods moved in secret: who, where to, and what stands between subject and verb."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def claims(sentence: str, act: str) -> list[Claim]:
    """The claims of an act in a sentence."""
    return [c for c in read_report(report_of_text(LEAD + sentence)).claims if c.act == act]


def told(sentence: str, act: str, slot: str) -> list[str]:
    """The fillers of a slot in the first claim of an act."""
    return [f.text for f in getattr(claims(sentence, act)[0], slot)]


@pytest.mark.parametrize(
    ("sentence", "act", "whom"),
    [
        (
            "The bridge, a trader in Vessa said, was closed again on Sunday.",
            "movement_restriction",
            "The bridge",
        ),
        (
            "The herders, said an official of the district, will be expelled from the valley.",
            "banishment",
            "The herders",
        ),
        ("Pak crossed the river, a neighbor said, and was arrested on the other side.", "arrest", "Pak"),
    ],
)
def test_who_tells_it_between_commas_is_not_whom_it_is_done_to(sentence: str, act: str, whom: str) -> None:
    assert told(sentence, act, "target") == [whom]


def test_a_trade_is_what_somebody_was_caught_doing() -> None:
    sentence = "Two brothers caught smuggling copper wire in Vessa were sentenced to three years."
    assert told(sentence, "smuggling", "actor") == ["Two brothers"]
    assert told(sentence, "sentence", "target")[0].startswith("Two brothers caught")


def test_what_a_way_leads_through_is_nobody_that_is_stopped() -> None:
    sentence = "A driver carrying fuel through the Tarn checkpoint was arrested by customs officers."
    assert told(sentence, "arrest", "target")[0].startswith("A driver")


def test_whoever_bars_may_be_told_behind_what_is_barred() -> None:
    sentence = "The pastor was barred from leaving the country by the Interior Ministry in May."
    assert told(sentence, "movement_restriction", "actor") == ["the Interior Ministry"]


def test_force_is_no_doer() -> None:
    sentence = "The families were relocated by force from the valley of Orsa to the steppe."
    assert told(sentence, "banishment", "actor") == []


def test_held_and_returned_abroad_is_a_forced_return() -> None:
    sentence = "Four students were detained at the airport and returned to Tashkent against their will."
    assert told(sentence, "repatriation", "target") == ["Four students"]


def test_a_place_beside_somebody_is_where_it_happened() -> None:
    sentence = "Gunmen seized the union leader near his apartment in Caracas in May."
    assert told(sentence, "arrest", "target") == ["the union leader"]
    assert told(sentence, "arrest", "place") == ["Caracas", "his apartment"] or told(
        sentence, "arrest", "place"
    ) == ["his apartment", "Caracas"]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Police arrested the broker in the village of Orsa on Monday.", ["the village of Orsa"]),
        ("Officers arrested worshippers in churches and mosques.", ["churches", "mosques"]),
        ("Agents arrested the poet outside a bookshop.", ["a bookshop"]),
        ("Guards arrested him on the edge of the city.", ["the edge of the city"]),
        ("Two agents broke into her home and dragged her away.", ["her home"]),
    ],
)
def test_a_place_is_named_once_and_whole(sentence: str, places: list[str]) -> None:
    assert told(sentence, "arrest", "place") == places


def test_what_is_closed_is_where_it_happens_and_a_country_left_is_no_place() -> None:
    assert told("Soldiers closed two pagodas on Friday.", "movement_restriction", "place") == ["two pagodas"]
    assert told("Her husband fled the capital and left the country in 2022.", "escape", "target") == []


@pytest.mark.parametrize(
    ("sentence", "act", "who"),
    [
        (
            "The villagers whom the army had driven from their fields returned in the spring.",
            "movement",
            "The villagers",
        ),
        ("A teacher who had lost his post in May crossed into Laos.", "escape", "A teacher"),
        ("Two nurses whose contracts the hospital cancelled in May fled to Poland.", "escape", "Two nurses"),
    ],
)
def test_a_verb_behind_a_relative_clause_is_that_of_the_sentence(sentence: str, act: str, who: str) -> None:
    assert told(sentence, act, "actor")[0].startswith(who)


def test_whose_passport_is_taken_is_kept_in() -> None:
    sentence = "The poet’s daughter, whose passport the ministry annulled in 2020, lives in Minsk."
    assert told(sentence, "movement_restriction", "target") == ["The poet’s daughter"]


def test_a_state_that_sends_people_back_does_it_and_is_no_place_of_it() -> None:
    sentence = "Belarus’s extradition of the journalist to Dushanbe was condemned."
    assert told(sentence, "repatriation", "actor") == ["Belarus"]
    assert told(sentence, "repatriation", "target") == ["the journalist"]
    assert "Egypt" not in told("Egypt had deported 28 Eritreans since April.", "repatriation", "place")


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("At the border with Laos, soldiers turned back 40 families.", ["the border with Laos"]),
        ("Soldiers turned back the monks on the road to Lhasa.", ["the road to Lhasa"]),
        ("Officers turned back the couple at the crossing between the two towns.", ["the crossing"]),
    ],
)
def test_a_border_or_road_is_named_with_where_it_leads(sentence: str, places: list[str]) -> None:
    assert told(sentence, "movement_restriction", "place")[0] == places[0]


def test_a_date_is_not_hidden_by_how_long_it_lasted() -> None:
    sentence = "In February authorities closed the border for eleven weeks."
    assert told(sentence, "movement_restriction", "time") == ["February", "for eleven weeks"]


def test_what_cannot_be_done_is_a_restriction_in_force() -> None:
    assert claims("The nurse cannot leave Minsk.", "movement_restriction")[0].status == "asserted"


def test_a_town_that_people_are_driven_out_of_is_a_place() -> None:
    assert told("The family was driven out of Turkmenabat by officials.", "banishment", "place") == [
        "Turkmenabat"
    ]


def test_nobody_let_into_a_valley_is_kept_out() -> None:
    kept = claims("Nobody was allowed into the valley.", "movement_restriction")
    assert [c.status for c in kept] == ["asserted"]
