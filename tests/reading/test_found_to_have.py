"""What is found, seen or shown to have been done was done; what is only about to begin is intended."""

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
    ("status", "act", "sentence"),
    [
        ("asserted", "torture", "Two wardens were found to have beaten a nurse."),
        ("asserted", "bribery", "The mayor was shown to have taken bribes from the mill."),
        ("asserted", "killing", "The sergeant was proved to have shot the herder."),
        ("asserted", "arrest", "She was last seen when agents arrested her at the market."),
        ("hedged", "torture", "Two wardens are said to have beaten a nurse."),
        ("hedged", "torture", "Two wardens are known to have beaten a nurse."),
        ("intended", "escape", "He hoped to have escaped by May."),
        ("intended", "torture", "Two wardens were ordered to beat a nurse."),
        # what is about to begin
        (
            "intended",
            "crackdown",
            "The prefect announced that a campaign against brewers would begin in May.",
        ),
        ("intended", "repatriation", "The deportation of the sailors will start on Monday."),
        ("speculated", "repatriation", "The deportation of the sailors may begin in the spring."),
        ("asserted", "killing", "The killing of the mayor will be investigated."),
        # what is over
        ("speculated", "disappearance", "His whereabouts remained unknown."),
        ("speculated", "disappearance", "As of May, the whereabouts of the four nuns were unknown."),
        (
            "asserted",
            "disappearance",
            "She came home after a month, during which her whereabouts were unknown.",
        ),
    ],
)
def test_what_is_found_out_is_so_and_what_begins_is_not_yet(status: str, act: str, sentence: str) -> None:
    assert statuses(sentence, act) == {status}


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("speculated", "disappearance", "His whereabouts and health remained unknown."),
        ("asserted", "crime", "The villagers fear the soldiers, who steal at night."),
        ("asserted", "extortion", "Drivers dread the guards, who demand bribes at the bridge."),
        ("hedged", "torture", "Police arrested two students, who were reportedly beaten with cables."),
    ],
)
def test_a_second_opinion_takes_no_fact_for_a_doubt(status: str, act: str, sentence: str) -> None:
    assert statuses(sentence, act, second=True) == {status}
