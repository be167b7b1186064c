"""What looks like a doubt, a denial or a plan that ends, and goes on; what looks undone, and was done."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def claims(sentence: str, act: str, *, second: bool = False) -> list[Claim]:
    """The claims of an act in a sentence."""
    found = read_report(report_of_text(LEAD + sentence), second=second).claims
    return [c for c in found if c.act == act and c.span.start >= len(LEAD)]


DENIED = (
    ("torture", "ORUN – The ministry denied that guards – both of them sergeants – had beaten the poet."),
    ("torture", "– The ministry denied that guards – both of them sergeants – had beaten the poet."),
    ("arrest", "Orun, May 3 — Officials deny that the men — or their wives — were arrested."),
    ("torture", "The ministry denied all allegations, including that guards had beaten the poet."),
    ("torture", "The ministry denied the accusations, including claims that soldiers raped women."),
    ("torture", "The ministry denied arresting the men, beating them, and shooting one."),
    ("killing", "The ministry denied arresting the men, beating them, and shooting one."),
    ("killing", "No evidence was found that Rustam Dal had killed the guard."),
    ("killing", "The governor rejected the claims: that police had shot two men, that a boy was drowned."),
    ("torture", "The guard was never shown to have beaten the prisoner."),
    ("crime", "The nurse was shown not to have stolen the pills."),
    ("escape", "The two men did not flee and willingly gave their names."),
    ("arrest", "They neither beat nor arrested him."),
    ("torture", "He neither arrested the men nor beat them."),
    ("execution", "He was nearly executed in May."),
    ("killing", "Guards almost killed him."),
    ("resistance", "The rally did not take place."),
)
OPEN = (
    ("hedged", "killing", "His role in the alleged killing of a judge is under review."),
    ("hedged", "torture", "His part in the arrest and alleged torture of a nun was told in court."),
    ("speculated", "torture", "Relatives fear that the boy died because guards beat him."),
    ("speculated", "torture", "Mira Tal never said that guards had beaten her."),
    ("speculated", "killing", "It was not proved that he had killed the guard."),
    ("speculated", "torture", "It was never established that guards beat him."),
    ("hedged", "killing", "Mira Tal was charged with saying that the marshal was shot."),
    ("hedged", "killing", "Mira Tal was forced to write that she had killed the guard."),
    ("hedged", "crime", "He was made to say that he had stolen rice."),
    ("speculated", "arrest", "The ministry has yet to confirm that the men were arrested."),
    ("hedged", "execution", "The photograph may show soldiers executing prisoners."),
    ("hedged", "torture", "The footage does not show guards beating the prisoner."),
    ("hedged", "killing", "The video failed to show police shooting the boy."),
    ("hedged", "torture", "The video, which appeared to show guards beating a man, was deleted."),
    ("hedged", "execution", "Rustam Dal, who is believed to have been executed in May, was a judge."),
    ("intended", "repatriation", "She was to have been deported on Monday, but the flight did not leave."),
    ("intended", "release", "The men were scheduled to have been freed in May."),
    ("intended", "escape", "A circular telling guards to shoot anyone they saw crossing the river reached the posts."),
)  # fmt: skip
DONE = (
    ("sentence", "Mira Tal, who said that guards had beaten her, was sentenced to two years."),
    ("sentence", "Mira Tal – who said that guards had beaten her – was sentenced to two years."),
    ("release", "The ministry, which denies that guards beat prisoners, released nine men."),
    ("detention", "Mira Tal, who said guards beat her, shot her brother and burned her house, was jailed."),
    ("escape", "The lawyer, who said that Rustam Dal, a farmer, had been shot, left the country."),
    ("sentence", "A nurse overheard saying that the marshal was ill was sent to a camp."),
    ("execution", "A man caught saying that soldiers raped women was executed."),
    ("arrest", "Mira Tal, whose son said that guards beat her, was arrested."),
    ("arrest", "Mira Tal, who her son said was beaten, was arrested."),
    ("execution", "Nearly 40 men were executed in May."),
    ("arrest", "She had two men arrested in May."),
    ("escape", "Police planned to arrest her but she had fled."),
    ("release", "Guards were told to shoot but they let the men go."),
    ("detention", "She has been free from detention since March."),
    ("killing", "The police could not prevent the killing of the mayor."),
    ("contact", "She never stopped calling her family abroad."),
    ("policy", "Under the amendment adopted in 2019, judges would jail critics."),
)


@pytest.mark.parametrize(("act", "sentence"), DENIED)
def test_a_denial_reaches_what_it_denies(act: str, sentence: str) -> None:
    assert {c.status for c in claims(sentence, act)} == {"denied"}


@pytest.mark.parametrize(("status", "act", "sentence"), OPEN)
def test_what_is_open_stays_open(status: str, act: str, sentence: str) -> None:
    assert {c.status for c in claims(sentence, act)} == {status}


@pytest.mark.parametrize(("act", "sentence"), DONE)
def test_what_was_done_is_not_undone(act: str, sentence: str) -> None:
    assert {(c.status, c.sources) for c in claims(sentence, act)} == {("asserted", ())}


def test_who_was_nearly_executed_was_not() -> None:
    assert {c.status for c in claims("He was nearly executed in May.", "execution", second=True)} == {
        "denied"
    }


def test_a_march_that_is_broken_up_was_held() -> None:
    sentence = "Riot police stopped a protest of miners with batons and tear gas."
    assert {c.status for c in claims(sentence, "resistance", second=True)} == {"asserted"}


@pytest.mark.parametrize(
    ("act", "source", "sentence"),
    [
        ("torture", "Escapees", "Escapees warned that guards starve prisoners and beat them."),
        ("torture", "The union", "The union warned the ministry that guards starve prisoners and beat them."),
        ("escape", "two men", "Guards beat two men, who said that soldiers had shot a boy, burned a house, and fled."),
        ("killing", "a nurse", "She met a nurse, who said that the boy was beaten by guards, was denied water, and died."),
        ("execution", "The monk", "The monk told her that the abbot, who said guards had beaten him, was executed in May."),
        ("death", "the lawyer", "The ministry confirmed the arrests but the lawyer said that two men had died."),
        ("killing", "soldiers", "The army denied the killings but soldiers told the Post that they had shot two men."),
        ("killing", "Mira Tal", "Mira Tal, who said guards beat her, shot her brother and burned her house, was jailed."),
        ("killing", "The lawyer", "The lawyer, who said that Rustam Dal, a farmer, had been shot, left the country."),
        ("torture", "Rustam Dal", "Rustam Dal, who said in May that he had been beaten, told the court that guards had raped a woman."),
        ("arrest", "The lawyer", "The lawyer said Rustam Dal, and two others were arrested."),
        ("torture", "The video", "The video, which appeared to show guards beating a man, was deleted."),
    ],
)  # fmt: skip
def test_what_somebody_tells_stays_theirs(act: str, source: str, sentence: str) -> None:
    for claim in claims(sentence, act):
        assert [s.text for s in claim.sources] == [source]
    assert claims(sentence, act)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("death", "The ministry was forced to admit that two men had died."),
        ("torture", "“I must say that guards beat us,” Mira Tal said."),
        ("torture", "A veteran was overheard saying that guards beat men."),
    ],
)
def test_what_is_said_freely_is_reported(act: str, sentence: str) -> None:
    assert {c.status for c in claims(sentence, act)} == {"reported"}


def test_who_reports_for_work_tells_nothing() -> None:
    assert claims("Mira Tal reported for work after guards beat her.", "torture")[0].sources == ()


def test_a_relative_clause_without_a_finite_verb_is_read() -> None:
    assert read_report(report_of_text("subject – who saying ,.")).claims == ()
