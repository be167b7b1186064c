"""Whom a verb acts on, as a pronoun right behind it, stays whatever the network takes it for."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("the baker", "Officers came for the baker. Two of them led him out of the line the same morning."),
        ("Dosk", "Dosk waited at the gate. Agents walked him to a car."),
    ],
)
def test_a_pronoun_behind_its_verb_stays(target: str, text: str) -> None:
    claims = read_report(report_of_text(text), second=True).claims
    assert [part.text for part in claims[-1].target] == [target]
