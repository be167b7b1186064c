from __future__ import annotations

import pytest
from tests.reading.spoken import read, where

from testigo.reading.speakers import speakers
from testigo.reading.status import Standing, standing


def put(text: str, trigger: str, kind: str = "event", act: str = "arrest") -> Standing:
    return standing(speakers(read(text)), kind, act, where(text, trigger))


@pytest.mark.parametrize(
    ("status", "trigger", "text"),
    [
        ("asserted", "arrested", "Police arrested a man on Monday."),
        ("asserted", "arrested", "A man was arrested and sentenced on Monday."),
        ("asserted", "arrest", "The men attempted to arrest a trader."),
        ("asserted", "work", "The prisoners were forced to work at night."),
        ("asserted", "leave", "Few people managed to leave the country."),
        ("asserted", "stealing", "He was tried for stealing copper."),
        ("asserted", "pay", "They had to pay 3,000 yuan."),
        ("reported", "arrested", "A trader said that police arrested a man."),
        ("reported", "arrested", "According to NGOs, police arrested a man."),
        ("reported", "arrested", "Police arrested a man, a trader said."),
        ("hedged", "sentenced", "He was reportedly sentenced to three months."),
        ("hedged", "beaten", "Two men were allegedly beaten."),
        ("hedged", "sent", "Some of the men are said to have been sent to the front."),
        ("asserted", "sign", "Drivers have had to sign a pledge."),
        ("hedged", "searching", "Inspectors are said to be searching houses at night."),
        ("denied", "answered", "Neither the mayor nor the governor's office has answered."),
        ("denied", "arrested", "Not one driver was arrested."),
        ("hedged", "set", "The quota appears to have been set by the province."),
        ("hedged", "killings", "There were reports of arbitrary killings."),
        ("hedged", "arrested", "Relatives believed that he had been arrested."),
        ("hedged", "beatings", "The court looked at alleged beatings in prison."),
        ("hedged", "beaten", "A trader said that two men were reportedly beaten."),
        ("speculated", "executed", "The dealer may have been executed in secret."),
        ("speculated", "beaten", "The workers were probably beaten."),
        ("speculated", "moved", "Families fear that they will soon be moved."),
        ("speculated", "arrested", "It is not known whether he was arrested."),
        ("speculated", "arrested", "She expects him to be arrested."),
        ("speculated", "death", "It elevated the risk of death."),
        ("denied", "arrested", "Rim was not arrested."),
        ("denied", "beaten", "The minister denied that anyone had been beaten."),
        ("denied", "investigated", "There was no indication that authorities investigated it."),
        ("denied", "fined", "Nobody was fined in October."),
        ("denied", "arrest", "Police failed to arrest him."),
        ("denied", "beaten", "A trader said that nobody was beaten."),
        ("intended", "shoot", "The office ordered guards to shoot strangers."),
        ("intended", "dismissed", "Managers who fail are to be dismissed."),
        ("intended", "shot", "He warned that thieves would be shot."),
        ("intended", "catch", "Soldiers surrounded the market to catch deserters."),
        ("intended", "arrest", "They plan to arrest him next week."),
        ("intended", "tried", "He will be tried next month."),
        ("intended", "punished", "Those who hand in phones shall not be punished."),
        ("intended", "report", "It says that everyone has to report to the barracks."),
        ("intended", "face", "Officials who help them face three months of unpaid labor."),
        ("intended", "trials", "They were released pending trials."),
    ],
)
def test_words_of_doubt_denial_and_command_give_the_status(status: str, trigger: str, text: str) -> None:
    assert put(text, trigger).status == status


def test_a_denied_claim_stays_denied_inside_a_report() -> None:
    text = "A lawyer said the ministry denied that the man had been beaten."
    assert put(text, "beaten").status == "denied"


def test_a_negation_that_is_part_of_the_act_denies_nothing() -> None:
    text = "The government did not allow citizens to emigrate."
    assert put(text, "did not allow", act="movement_restriction").status == "asserted"
    assert put(text, "did not allow", act="release").status == "denied"


def test_an_opinion_told_as_a_belief_is_reported() -> None:
    text = "Analysts believe that the campaign was a warning."
    assert put(text, "warning", kind="view", act="view").status == "reported"


def test_a_clause_of_an_order_is_intended_but_its_issuing_is_not() -> None:
    text = "The law prohibits torture."
    spoken = speakers(read(text))
    clause = (where(text, "prohibits torture"),)
    assert standing(spoken, "directive", "policy", where(text, "prohibits"), clause).status == "asserted"
    assert standing(spoken, "event", "torture", where(text, "torture"), clause).status == "intended"


def test_the_doubt_of_the_publisher_is_told_from_the_doubt_of_a_source() -> None:
    theirs = put("A trader said that the man was reportedly beaten.", "beaten")
    ours = put("A trader reportedly told residents that the man was beaten.", "beaten")
    assert [f.level for f in theirs.firmness if f.status == "hedged"] == [1]
    assert [f.level for f in ours.firmness if f.status == "hedged"] == [0]
    assert theirs.status == ours.status == "hedged"


def test_every_layer_names_its_rule() -> None:
    found = put("The minister denied that the men may have been beaten.", "beaten")
    assert {f.rule for f in found.firmness} >= {"status.cue", "status.modal"}


def test_a_doubt_in_another_clause_does_not_spill_over() -> None:
    text = "He was arrested on Monday, and his wife may have fled."
    assert put(text, "arrested").status == "asserted"
    assert put(text, "fled", act="escape").status == "speculated"


def test_nobody_being_allowed_is_a_restriction_and_no_denial_of_one() -> None:
    found = put("Nobody was allowed to leave the village.", "allowed to leave", act="movement_restriction")
    assert found.status == "asserted"
