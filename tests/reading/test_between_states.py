"""Who does what to whom where countries, envoys and armies act: remarks, journeys, offensives, whole villages."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report


def told(text: str, act: str) -> Claim:
    """The claim of an act that the rules alone make of a text."""
    return next(claim for claim in read_report(report_of_text(text), second=False).claims if claim.act == act)


def texts(claim: Claim, slot: str) -> list[str]:
    return [filler.text for filler in getattr(claim, slot)]


@pytest.mark.parametrize(
    ("text", "act", "actor", "place"),
    [
        (
            "Norway departed from Libya almost five years after crowds burned its embassy.",
            "movement",
            "Norway",
            "Libya",
        ),
        (
            "The delegation returned from Minsk a month after the court jailed its leader.",
            "movement",
            "The delegation",
            "Minsk",
        ),
        ("The governor left Goma for Kinshasa on Monday.", "movement", "The governor", "Kinshasa"),
    ],
)
def test_who_leaves_is_no_one_left(text: str, act: str, actor: str, place: str) -> None:
    claim = told(text, act)
    assert texts(claim, "actor") == [actor]
    assert texts(claim, "target") == []
    assert place in texts(claim, "place")


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Police arrested Karim barely two hours after his brother spoke on the radio.", "arrest", "Karim"),
        ("The council criticized Eritrea only three days after it praised Sudan.", "speech", "Eritrea"),
        ("The court sentenced Ivanov almost nine years after his arrest.", "sentence", "Ivanov"),
        ("The union called for sanctions against Cuba.", "speech", "Cuba"),
        ("The minister called for an arms embargo against Sudan.", "speech", "Sudan"),
        (
            "The mothers appealed to the governor for the release of their sons.",
            "speech",
            "the governor",
        ),
        ("The envoy warned of agents of Belarus.", "speech", "agents of Belarus"),
        ("Lions and cranes warned of a famine.", "speech", "a famine"),
        ("Syria launched a new bombing and shelling offensive against besieged Homs.", "killing", "Homs"),
        ("The police launched a crackdown on vendors in March.", "crackdown", "vendors"),
        ("The army expelled whole villages.", "banishment", "whole villages"),
        ("Turkish troops fired mortar shells toward a village.", "killing", "a village"),
        ("The coast guard fired two shells near a trawler from Vietnam.", "killing", "trawler"),
    ],
)
def test_whom_it_is_done_to(text: str, act: str, target: str) -> None:
    assert any(target in filler for filler in texts(told(text, act), "target"))


@pytest.mark.parametrize("country", ["Sweden", "Ethiopia", "Vietnam"])
def test_a_country_is_it_in_what_it_says(country: str) -> None:
    claim = told(f"{country} indicated it criticized Belarus after the vote.", "speech")
    assert texts(claim, "actor") == [country]
    assert texts(claim, "target") == ["Belarus"]


def test_an_end_to_something_is_nobody_appealed_to() -> None:
    assert texts(told("The bishop appealed for an end to violence in Haiti.", "speech"), "target") == []


def test_where_somebody_is_freed_from_is_the_place() -> None:
    claim = told("The guard militia of the palace was freed from Bagram in May.", "release")
    assert texts(claim, "place") == ["Bagram"]
    assert texts(claim, "target") == ["The guard militia of the palace"]


def test_a_past_form_of_somebody_done_to_stays_one() -> None:
    claim = told("Four editors arrested after the rally were freed before the vote began.", "release")
    assert texts(claim, "target") == ["Four editors arrested after the rally"]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("The bishop called on the governor to resign.", "dismissal", "the governor"),
        ("The embassy called on Minsk to release four students.", "release", "Minsk"),
        ("The council called upon the farmers to hand over their rifles.", "confiscation", "the farmers"),
    ],
)
def test_who_is_called_on_is_to_do_it(text: str, act: str, who: str) -> None:
    claim = told(text, act)
    assert who in [*texts(claim, "actor"), *texts(claim, "target")]


@pytest.mark.parametrize(
    "text",
    [
        "The bishop called immediately for an inquiry.",
        "The farmers called jointly for lower prices.",
        "The envoy called late on Monday for a truce.",
    ],
)
def test_who_calls_for_something_with_an_adverb_is_heard(text: str) -> None:
    assert texts(told(text, "speech"), "actor") == [text.partition(" called")[0]]


@pytest.mark.parametrize(
    "text",
    [
        "Guards burned the prisoners’ confiscated letters.",
        "The workers’ delayed wages were paid on Friday.",
        "Officials sold the farmers' seized cattle at the market.",
    ],
)
def test_what_is_owned_behind_an_apostrophe_is_not_done_by_its_owner(text: str) -> None:
    owner = text.replace("'", "’").partition("’")[0].rpartition(" ")[2]
    doers = [
        filler
        for claim in read_report(report_of_text(text), second=False).claims
        for filler in texts(claim, "actor")
    ]
    assert not any(owner in doer for doer in doers)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Monitors criticized the ministry a week after a poet died in prison.", "killing"),
        ("Rights groups denounced Laos after a farmer vanished.", "disappearance"),
        ("Students praised the judge a month after she freed two poets.", "release"),
        ("Editors condemned the verdict hours after guards beat the printer.", "torture"),
    ],
)
def test_what_came_before_a_judgement_is_not_told_by_who_judges(text: str, act: str) -> None:
    assert told(text, act).status == "asserted"
    assert texts(told(text, "speech"), "actor") == [
        text.partition(" c")[0].partition(" d")[0].partition(" p")[0]
    ]
