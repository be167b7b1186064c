"""Who is watched, listed or dismissed where a sentence names only a thing of theirs."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

_BEFORE = "The committee told the residents of the town on Monday that the market would open again.\n\n"


def claim_of(text: str, act: str) -> Claim:
    """The first claim of an act in a sentence that stands after an ordinary one."""
    claims = read_report(report_of_text(_BEFORE + text, published="2024-06-10")).claims
    return next(c for c in claims if c.act == act and c.trigger.start >= len(_BEFORE))


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("The bureau keeps files on every household.", "surveillance", "every household"),
        ("Officials utilized drones to observe the border villages.", "surveillance", "the border villages"),
        ("The department compiled lists of converts.", "watchlisting", "converts"),
        ("The bar revoked the licence of the lawyer Ilya Sorin.", "dismissal", "the lawyer Ilya Sorin"),
        ("A third teacher had his licence suspended.", "dismissal", "A third teacher"),
    ],
)
def test_the_one_whose_thing_it_is_is_done_to(text: str, act: str, target: str) -> None:
    found = claim_of(text, act)
    assert [(_BEFORE + text)[f.span.start : f.span.end] for f in found.target] == [target]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Her camera was never returned.", "confiscation"),
        ("The contract of the lecturer was not renewed.", "dismissal"),
    ],
)
def test_what_is_kept_back_is_done_though_the_sentence_says_not(text: str, act: str) -> None:
    assert claim_of(text, act).status == "asserted"
