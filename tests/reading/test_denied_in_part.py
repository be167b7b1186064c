"""What is denied only in part, doubted behind the verb, only awaited or threatened."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def statuses(sentence: str, act: str, *, second: bool = False) -> set[str]:
    """How firmly the claims of an act in a sentence are put."""
    claims = read_report(report_of_text(LEAD + sentence), second=second).claims
    return {c.status for c in claims if c.act == act and c.span.start >= len(LEAD)}


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("policy", "The ministry did not always respect this right."),
        ("policy", "Courts did not consistently enforce the law."),
        ("policy", "The governor generally did not observe these requirements."),
        ("policy", "Wardens frequently did not follow the law."),
        ("sentence", "Fines were rarely imposed on the owners of mines."),
    ],
)
def test_what_is_done_too_seldom_is_done(act: str, sentence: str) -> None:
    assert statuses(sentence, act, second=True) == {"asserted"}


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("forced_labor", "The recruits were not mobilized voluntarily."),
        ("banishment", "The herders did not move to the north willingly; they were banished."),
        ("repatriation", "The sailors were not sent back to their country voluntarily."),
    ],
)
def test_what_is_not_done_freely_is_done(act: str, sentence: str) -> None:
    assert statuses(sentence, act) == {"asserted"}


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("hedged", "torture", "Two nurses were beaten in May, allegedly by guards of the mine."),
        ("hedged", "arrest", "A miner was arrested at the gate, reportedly by soldiers."),
        ("hedged", "killing", "The mayor was shot dead on Sunday, allegedly by a rival."),
        ("asserted", "torture", "Two nurses were beaten, allegedly because they had called abroad."),
        ("hedged", "detention", "He is held in the camp at Ode, as far as his mother knows."),
        ("hedged", "detention", "She is in prison, as far as they know."),
        ("hedged", "torture", "Soldiers reportedly abducted two clerks in Osk, where they were beaten."),
        ("hedged", "detention", "Agents allegedly took him to a villa, where he was held for a week."),
        ("asserted", "detention", "Agents allegedly sold salt near a villa, where clerks were held for a week."),
        ("hedged", "killing", "Fear spread in the valley, including reported killings of herders."),
        ("denied", "torture", "The visit was reported to be free of beatings."),
        ("speculated", "arrest", "It is not known when they were arrested."),
        ("reported", "arrest", "Lawyers said the police exploited a gap in the law to arrest two singers."),
        ("asserted", "arrest", "Police misused an old law to arrest two singers."),
        ("intended", "arrest", "Police came to arrest two singers."),
        ("intended", "trial", "The two singers are awaiting trial."),
        ("intended", "trial", "She has been at home since May, still awaiting charges."),
        ("intended", "resistance", "Three men were fined while planning a protest against the dam."),
        ("asserted", "resistance", "Three men were fined for staging a protest against the dam."),
        ("intended", "sentence", "The two singers faced up to ten years in prison."),
        ("intended", "sentence", "The cook faced a maximum of five years’ imprisonment."),
        ("asserted", "investigation", "The prefect ordered officers to discontinue the investigation into the deaths."),
    ],
)  # fmt: skip
def test_words_around_an_act_say_how_firm_it_is(status: str, act: str, sentence: str) -> None:
    assert statuses(sentence, act) == {status}


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("intended", "In May the ministry threatened to stop renewing the permits of the weekly."),
        ("intended", "The bureau threatened to shut down the union."),
        ("intended", "The mayor threatened to close the school."),
        ("asserted", "The mayor threatened the editors of the weekly."),
    ],
)
def test_a_threat_with_what_is_threatened_is_intended(status: str, sentence: str) -> None:
    assert statuses(sentence, "policy", second=True) == {status}
