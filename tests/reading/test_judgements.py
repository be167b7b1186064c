"""What somebody makes of a thing, what people feel and lack, and what is refused: views, states and refusals."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def acts(sentence: str) -> list[tuple[str, str, str]]:
    """Kind, act and status of each claim of a sentence."""
    claims: tuple[Claim, ...] = read_report(report_of_text(LEAD + sentence)).claims
    return [(c.kind, c.act, c.status) for c in claims if c.trigger.start >= len(LEAD)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics said that the new law was vague.",
        "Observers considered the trial neither fair nor transparent.",
        "The panel found that the verdict was arbitrary.",
        "The court interpreter calls the confession worthless.",
        "The tribunal was a theater, the brother of the defendant said.",
        "The parties boycotted the vote, calling it a sham.",
    ],
)
def test_a_judgement_that_somebody_is_named_for_is_a_view(sentence: str) -> None:
    assert ("view", "view", "reported") in acts(sentence)


def test_the_publishers_own_adjective_is_no_view() -> None:
    assert not [a for a in acts("The new law was vague.") if a[0] == "view"]


@pytest.mark.parametrize(
    ("kind", "act", "sentence"),
    [
        ("condition", "discontent", "The loggers are tired of the waiting."),
        ("condition", "discontent", "The drivers were frustrated with the new permits."),
        ("condition", "fear", "Many shopkeepers were frightened by the patrols."),
        ("condition", "other", "Two of the detainees have contracted tuberculosis."),
        ("condition", "control", "Families found it virtually impossible to obtain permits."),
        ("condition", "control", "The judgment was not publicly available."),
    ],
)
def test_what_people_feel_and_lack_is_a_state(kind: str, act: str, sentence: str) -> None:
    assert (kind, act, "asserted") in acts(sentence)


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("asserted", "resistance", "No one turned up for the parade rehearsal on Wednesday."),
        ("asserted", "resistance", "The cook would not sign the paper."),
        ("asserted", "speech", "Thousands rallied in the capital to demand the resignation of the mayor."),
        ("denied", "resistance", "No one protested against the new levy."),
    ],
)
def test_a_refusal_is_done_though_it_is_told_with_not(status: str, act: str, sentence: str) -> None:
    assert ("event", act, status) in acts(sentence)
