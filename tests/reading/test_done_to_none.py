"""What is done to nobody is not done: "killed no civilians", "holds no one"; what is measured by "no more" is."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def statuses(sentence: str, act: str) -> list[str]:
    """The statuses of the claims of an act."""
    return [
        c.status for c in read_report(report_of_text(LEAD + sentence), second=False).claims if c.act == act
    ]


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("torture", "Guards beat no one."),
        ("killing", "They killed no civilians, the army said."),
        ("detention", "The state holds no one for political reasons."),
        ("killing", "Soldiers shot no one and arrested two men."),
    ],
)
def test_what_is_done_to_nobody_is_denied(act: str, sentence: str) -> None:
    assert statuses(sentence, act) == ["denied"]


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("release", "The court released no fewer than 40 men."),
        ("arrest", "They arrested him no later than May."),
        ("escape", "He fled in no time."),
        ("arrest", "Soldiers shot no one and arrested two men."),
    ],
)
def test_what_is_only_measured_is_done(act: str, sentence: str) -> None:
    assert statuses(sentence, act) == ["asserted"]
