"""The words around a verb tell an act only where they say what happened, not where they are merely mentioned."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

_BEFORE = "The committee told the residents of the town on Monday that the market would open again.\n\n"


def acts(text: str) -> list[str]:
    """The acts of a sentence that stands after an ordinary one."""
    claims = read_report(report_of_text(_BEFORE + text, published="2024-06-10")).claims
    return [claim.act for claim in claims if claim.trigger.start >= len(_BEFORE)]


@pytest.mark.parametrize(
    "text",
    [
        "The embassy received several reports of political prisoners.",
        "The editor received screen shots of the messages.",
        "The tailor hung up the coats in the hall.",
        "The children numbered the doors of the dormitory.",
        "The old man slipped on the steps.",
        "A wall collapsed near the station.",
        "The recruits eat like prisoners.",
        "Two passages were struck from the draft.",
    ],
)
def test_a_word_that_is_only_mentioned_is_no_act(text: str) -> None:
    assert not set(acts(text)) & {
        "detention",
        "killing",
        "execution",
        "search",
        "bribery",
        "death",
        "resistance",
    }


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The regime subjected whole districts to security checks.", "search"),
        ("The governor prolonged a night curfew.", "movement_restriction"),
        ("An officer slapped the conscript twice.", "torture"),
        ("There were secret prisons under the ministry.", "detention"),
        ("The country employed a vast system of video monitoring cameras.", "surveillance"),
        ("Authorities sought hacking tools from two vendors.", "surveillance"),
        ("The report speaks of repression against bloggers and nurses.", "crackdown"),
    ],
)
def test_what_a_clause_is_about_is_told_by_its_own_words(text: str, act: str) -> None:
    assert act in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "UNICEF monitored the distribution of food.",
        "Election observers monitored the count in forty halls.",
        "The government recorded 120 cases of trafficking in 2020.",
        "The ministry strengthened disease surveillance in the border provinces.",
        "The library keeps records of local newspapers.",
        "Rescuers searched the rubble for survivors.",
        "The reporters used drones to film the flood.",
        "The committee collected data on rainfall.",
    ],
)
def test_counting_helping_and_caring_is_no_surveillance(text: str) -> None:
    assert not set(acts(text)) & {"surveillance", "search", "crackdown"}
