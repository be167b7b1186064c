"""What is called off was not done; what is "not only" done was; what proves false is denied."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("denied", "repatriation", "The court blocked the deportation of a journalist."),
        ("denied", "execution", "The governor stopped the execution of a nurse."),
        ("denied", "banishment", "The prosecutor halted the banishment of four sailors."),
        ("asserted", "torture", "A captain stopped the beating of a man."),
        ("asserted", "arrest", "Police did not only arrest the singer; they burned his guitar."),
        ("asserted", "arrest", "She was not just arrested but her house was searched."),
        ("asserted", "arrest", "He was not arrested for the poem but for a joke."),
        ("asserted", "torture", "They were not beaten by soldiers but by neighbors."),
        ("denied", "arrest", "He was not arrested for the poem."),
        ("denied", "arrest", "The claim that the singer was arrested turned out to be untrue."),
        ("denied", "arrest", "Reports that the singer was arrested proved false."),
        ("denied", "arrest", "The allegation that a nurse was arrested turned out to be a lie."),
        ("hedged", "arrest", "The claim that the singer was arrested turned the town against her."),
    ],
)
def test_what_was_called_off_and_what_was_not_only_done(
    status: str, act: str, sentence: str, *, second: bool
) -> None:
    claims = read_report(report_of_text(LEAD + sentence), second=second).claims
    assert {c.status for c in claims if c.act == act and c.span.start >= len(LEAD)} == {status}
