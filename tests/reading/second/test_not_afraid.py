"""Who is said not to be afraid is not said to be, whatever the network sees."""

from __future__ import annotations

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def test_who_is_not_afraid_is_not_said_to_be() -> None:
    text = LEAD + "The residents are not afraid of the police anymore, she said."
    found = [c for c in read_report(report_of_text(text), second=True).claims if c.act == "fear"]
    assert [c.status for c in found] == ["denied"]
