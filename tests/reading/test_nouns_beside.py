"""Nouns that tell an act beside others: in lists, with a count before them, in what somebody had a part in."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def told(text: str, *, second: bool = False) -> list[str]:
    """The act of each claim."""
    found = read_report(report_of_text(text, published="2024-06-10"), second=second).claims
    return [claim.act for claim in found if claim.kind == "event"]


@pytest.mark.parametrize(
    ("text", "act", "times"),
    [
        (
            "The bishop dismissed the reports of killings, abductions, and rape.",
            "disappearance",
            1,
        ),
        ("The camp held hundreds of abducted women.", "disappearance", 1),
        ("NGOs denounced the arrests of nurses, clerks, and political prisoners.", "detention", 0),
        ("Outlets claimed unjustified firings.", "dismissal", 1),
        ("Thefts of grain by soldiers became common.", "crime", 1),
        ("Jail breaks were common in the north.", "escape", 1),
        ("The men beat the baker and left him unconscious.", "torture", 1),
    ],
)
def test_a_noun_beside_others_is_told_once(text: str, act: str, times: int) -> None:
    assert told(text).count(act) == times


def test_a_death_that_somebody_had_a_part_in_is_a_killing() -> None:
    assert "killing" in told(
        "Four officers were held for alleged involvement in Alan Sorel’s death.", second=True
    )
