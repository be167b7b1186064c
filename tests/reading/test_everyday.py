"""Turns of everyday news: idioms that tell an act, and words of an act that tell none."""

from __future__ import annotations

import pytest

from testigo import read


def acts(text: str) -> set[str]:
    return {claim.act for claim in read(text).claims}


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("disappearance", "The guards fired at the boat but missed."),
        ("resistance", "An exile, who would not give her name, spoke to the paper."),
        ("search", "The talk of a draft turned out to be untrue."),
        ("contact", "The leaflet called both ministers dictators."),
        ("smuggling", "The ministry sent task forces to the towns to stop smuggling."),
        ("escape", "Patrols are clamping down on illegal border crossing."),
    ],
)
def test_words_of_an_act_that_tell_none(act: str, text: str) -> None:
    assert act not in acts(text)


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("sentence", "The chief secretary came away with a stern warning."),
        ("meeting", "At a meeting on May 2, the director read out a letter."),
        ("movement_restriction", "Visitors may no longer stay overnight."),
    ],
)
def test_an_idiom_stays_what_its_rule_says(act: str, text: str) -> None:
    assert act in acts(text)
