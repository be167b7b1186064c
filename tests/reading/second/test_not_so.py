"""Who is said not to be afraid is not said to be, and nothing is denied by who has not heard of it, whatever the network sees."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def test_who_is_not_afraid_is_not_said_to_be() -> None:
    text = LEAD + "The residents are not afraid of the police anymore, she said."
    found = [c for c in read_report(report_of_text(text), second=True).claims if c.act == "fear"]
    assert [c.status for c in found] == ["denied"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A nurse said she had not heard of the order.", []),
        ("The nurse never heard of the arrest.", []),
        ("The warden said he knew nothing of the arrest.", ["arrest"]),
        ("She had heard of the arrest of her brother.", ["arrest"]),
    ],
)
def test_what_somebody_has_not_heard_of_is_not_denied(text: str, acts: list[str]) -> None:
    found = read_report(report_of_text(text), second=True).claims
    assert [claim.act for claim in found] == acts


def test_what_somebody_never_admitted_is_neither_denied_nor_told_by_him() -> None:
    text = "The ministry has never acknowledged holding her."
    found = [c for c in read_report(report_of_text(text), second=True).claims if c.act == "detention"]
    assert [(c.status, c.sources) for c in found] == [("asserted", ())]
