"""How firmly something is told where the words around it decide: tellings set in, demands, seeming, states that do not hold."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def told(sentence: str, act: str) -> Claim:
    """The last claim of an act in a sentence."""
    claims = read_report(report_of_text(LEAD + sentence)).claims
    return next(c for c in reversed(claims) if c.act == act)


@pytest.mark.parametrize(
    ("sentence", "act", "who", "source"),
    [
        (
            "The two teachers, a neighbor said, were taken from their homes on Sunday night.",
            "arrest",
            "The two teachers",
            "a neighbor",
        ),
        (
            "The farm manager, residents say, was expelled from the party in March.",
            "dismissal",
            "The farm manager",
            "residents",
        ),
        (
            "Four novices, the abbot told the radio, were beaten by soldiers with rifle butts.",
            "torture",
            "Four novices",
            "the abbot",
        ),
        (
            "Six nurses, their union announced, were arrested at the gate of the clinic.",
            "arrest",
            "Six nurses",
            "their union",
        ),
    ],
)
def test_a_telling_set_in_between_is_not_the_subject(sentence: str, act: str, who: str, source: str) -> None:
    claim = told(sentence, act)
    assert [f.text for f in claim.target] == [who]
    assert [s.text for s in claim.sources] == [source]


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("intended", "release", "The opposition demanded that the prisoners be freed before the holiday."),
        ("intended", "policy", "The governor ordered that the school be closed at once."),
        ("hedged", "arrest", "It seems that the editor was arrested because of a column about gold."),
        ("hedged", "repatriation", "It appears that the family was deported on Monday night."),
        ("denied", "release", "The ministry had yet to release the two brothers."),
        ("denied", "trial", "In no case was an officer prosecuted."),
        ("denied", "torture", "Investigators found no evidence that the guards had beaten him."),
        ("denied", "speech", "The lawyer filed three complaints, none of which was answered."),
        ("denied", "trial", "Such officers were hardly ever prosecuted."),
        ("reported", "torture", "Domestic groups published several reports of torture in the jails."),
        ("denied", "other", "Officials said that no one had been hurt in the blast."),
        ("denied", "hardship", "The prison is not overcrowded, the warden said on Monday."),
        ("denied", "discontent", "The workers were not angry about the levies, the manager told the radio."),
        ("asserted", "hardship", "There is no electricity in the northern districts this winter."),
        ("reported", "hardship", "The families do not have enough food, a nurse said."),
    ],
)
def test_the_words_around_an_act_say_how_firmly_it_is_told(status: str, act: str, sentence: str) -> None:
    assert told(sentence, act).status == status


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The spokesperson called the report a fabrication on Tuesday.", "The spokesperson"),
        ("Several lawyers branded the new law a disgrace.", "Several lawyers"),
        ("The panel characterized the sentence as a warning.", "The panel"),
        ("His new post is seen by diplomats as a promotion.", "diplomats"),
        ("The ministry called the document “a clumsy forgery.”", "The ministry"),
    ],
)
def test_who_gives_something_a_name_is_the_source_of_the_view(sentence: str, source: str) -> None:
    claim = told(sentence, "view")
    assert [s.text for s in claim.sources] == [source]
    assert claim.status == "reported"


def test_who_is_quoted_behind_his_words_stands_inside_the_outlet() -> None:
    claim = told("Eleven villagers were arrested, the mayor was quoted as saying by the daily.", "arrest")
    assert [s.text for s in claim.sources] == ["the daily", "the mayor"]


def test_how_long_something_took_is_no_part_of_the_next_subject() -> None:
    claim = told(
        "The rally was broken up within ten minutes and 15 students were taken away in a bus.", "arrest"
    )
    assert [f.text for f in claim.target] == ["15 students"]


def test_who_has_not_said_why_is_no_source() -> None:
    claim = told("The police have not said why they searched the church.", "search")
    assert (claim.status, claim.sources) == ("asserted", ())


def test_what_is_due_to_be_done_is_done_to_somebody() -> None:
    claim = told("The bishop is due to be sentenced next week.", "sentence")
    assert (claim.status, [f.text for f in claim.target]) == ("intended", ["The bishop"])


@pytest.mark.parametrize(
    ("sentence", "act", "status"),
    [
        ("The bar association demanded the officers be prosecuted.", "trial", "intended"),
        ("Teachers reported beatings, threats of violence, harassment, and insults.", "policy", "reported"),
        (
            "The ministry reported that a miner was killed possibly due to his work in a union.",
            "killing",
            "reported",
        ),
        ("In June the Court of Appeals denied Orlo’s petition to leave.", "speech", "asserted"),
        (
            "In May the writer Pavel Orlo, a critic of the mayor, alleged police in Lora beat him.",
            "torture",
            "hedged",
        ),
        (
            "Orlo said he got a summons in May and was reluctant to go for fear of being abducted.",
            "disappearance",
            "speculated",
        ),
        (
            "The council of Orvia highlighted her case and the union of nurses condemned the decision to jail her.",
            "speech",
            "asserted",
        ),
    ],
)
def test_a_doubt_reaches_no_further_than_its_words(sentence: str, act: str, status: str) -> None:
    assert told(sentence, act).status == status


def test_what_somebody_felt_is_still_told() -> None:
    sentence = "Orlo said he got a summons in May and was reluctant to leave the town."
    assert [source.text for source in told(sentence, "movement").sources] == ["Orlo"]


@pytest.mark.parametrize(
    ("sentence", "act", "status"),
    [
        ("Guards locked the gates so that nobody leaves.", "movement", "intended"),
        ("Soldiers patrol the river so nobody can flee.", "escape", "intended"),
        ("The men were posted so that no one crosses the river.", "escape", "intended"),
        ("Guards locked the gates, so nobody fled.", "escape", "denied"),
        ("He paid a clerk so that he was not arrested.", "arrest", "denied"),
        ("The road was so bad that nobody fled.", "escape", "denied"),
    ],
)
def test_what_something_is_done_for_is_intended(sentence: str, act: str, status: str) -> None:
    assert told(sentence, act).status == status
