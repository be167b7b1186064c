"""Deeds that are known whatever is doubted around them, and doubts that reach further than the verb."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def statuses(sentence: str, act: str, *, second: bool) -> set[str]:
    """How firmly the claims of an act in a sentence are put."""
    claims = read_report(report_of_text(LEAD + sentence), second=second).claims
    return {c.status for c in claims if c.act == act and c.span.start >= len(LEAD)}


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("killing", "A dentist was held for his alleged part in the killing of a judge."),
        ("arrest", "Two clerks are suspected of involvement in the arrest and beating of four sailors."),
        (
            "execution",
            "The guard was questioned about his alleged participation in the execution of two miners.",
        ),
        ("escape", "The inspection was probably triggered by the escape of two soldiers."),
        ("arrest", "Prosecutors charged three officers for the arrest of a singer."),
        ("killing", "The major was dismissed for the killing of a herder."),
    ],
)
def test_a_known_deed_is_not_in_doubt(act: str, sentence: str, *, second: bool) -> None:
    assert statuses(sentence, act, second=second) == {"asserted"}


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("hedged", "killing", "A dentist was held for his alleged role in killings."),
        ("hedged", "torture", "Police investigated the alleged beating of a nurse."),
        # the time of what is doubted
        ("hedged", "search", "A fight reportedly broke out as guards searched the cells."),
        ("hedged", "arrest", "The strike allegedly ended after soldiers arrested the cook."),
        ("asserted", "arrest", "The strike allegedly ended two days after soldiers arrested the cook."),
        # the reason
        ("hedged", "torture", "Her house was searched in May, reportedly as a result of torture."),
        ("hedged", "torture", "The mill was closed, reportedly in response to beatings of miners."),
        # what is to be found out
        (
            "speculated",
            "torture",
            "The court ordered the ministry to find out whether guards had beaten them.",
        ),
        (
            "speculated",
            "arrest",
            "The mayor ordered a clerk to find out whether soldiers had arrested his son.",
        ),
        # the rest of the sentence behind an order
        ("asserted", "arrest", "A note telling guards to report noise led to the arrest of two nurses."),
        (
            "asserted",
            "killing",
            "A letter ordering miners to work on Sundays preceded the killing of an engineer.",
        ),
        # of whom it is told
        (
            "asserted",
            "detention",
            "The court ordered the governor to inform the families of four imprisoned singers.",
        ),
        # what is denied is a rumor
        ("denied", "torture", "The warden denied rumors of beatings."),
        ("denied", "torture", "The ministry rejected all allegations of torture."),
        ("hedged", "torture", "There was no sign that officers looked into the allegations of torture."),
        # behind a colon
        ("reported", "arrest", "The baker doubts it: soldiers arrested the clerk in May."),
    ],
)
def test_how_far_a_doubt_goes(status: str, act: str, sentence: str) -> None:
    assert statuses(sentence, act, second=False) == {status}
