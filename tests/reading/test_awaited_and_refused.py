"""What is still awaited, what a law threatens, what people refuse and what they have stopped doing."""

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
    ("status", "act", "sentence"),
    [
        ("intended", "trial", "Nine sailors went home, while forty others were still awaiting charges."),
        ("intended", "trial", "Two of the nuns are at home, awaiting trial."),
        ("asserted", "trial", "Two of the nuns stood trial in May."),
        ("intended", "sentence", "More than sixty offenses were subject to caning."),
        ("asserted", "sentence", "Four sailors were sentenced to caning."),
        ("asserted", "resistance", "Some parents answer by not sending their children to school."),
        ("asserted", "resistance", "Three clerks did not report for military service."),
        ("denied", "resistance", "The miners did not protest."),
        ("denied", "smuggling", "Traders in the port have stopped smuggling copper."),
    ],
)
def test_what_is_awaited_threatened_refused_or_ended(
    status: str, act: str, sentence: str, *, second: bool
) -> None:
    assert statuses(sentence, act, second=second) == {status}


def test_a_punishment_by_law_is_only_threatened() -> None:
    assert statuses("Insulting a governor was punishable by caning.", "sentence", second=False) == {
        "intended"
    }
    assert statuses("Four sailors were subjected to caning.", "sentence", second=False) == {"asserted"}


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        (
            "denied",
            "contact",
            "Five families were marked because they had stopped phoning their sons in China.",
        ),
        ("asserted", "resistance", "Everybody was told to sign the pledge; four nurses have not signed."),
    ],
)
def test_the_second_opinion_keeps_to_it(status: str, act: str, sentence: str) -> None:
    assert statuses(sentence, act, second=True) == {status}


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("intended", "The draft law would allow the police to search homes."),
        ("intended", "The proposed amendments would allow officers to enter shrines."),
        ("intended", "The draft decree would require all men to register."),
        ("asserted", "The law would allow judges to close hearings."),
        ("asserted", "The law allowed officers to enter shrines."),
    ],
)
def test_a_draft_is_no_law(status: str, sentence: str, *, second: bool) -> None:
    assert statuses(sentence, "policy", second=second) == {status}


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("arrest", "On the orders of the bureau, officers arrested two singers."),
        ("search", "On instructions from the bureau, teachers searched bags."),
        ("torture", "On the orders of a captain, guards beat the cook."),
    ],
)
def test_what_was_done_on_orders_was_done(act: str, sentence: str, *, second: bool) -> None:
    assert statuses(sentence, act, second=second) == {"asserted"}
