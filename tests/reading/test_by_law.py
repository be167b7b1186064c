from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The council met on Monday to speak of the new rules. "


def told(text: str) -> list[tuple[str, str, str]]:
    return [(c.kind, c.act, c.status) for c in read_report(report_of_text(LEAD + text)).claims][1:]


@pytest.mark.parametrize(
    "text",
    [
        "By law, police may detain drivers for three days.",
        "Under the law, officers must release suspects after a day.",
        "Prisoners are permitted by law to receive visits.",
        "According to the code, judges may order the arrest of debtors; however, they seldom do.",
    ],
)
def test_what_may_or_must_be_done_by_law_is_a_law_in_force_and_not_said_to_be_done(text: str) -> None:
    found = told(text)
    assert ("directive", "policy") in [c[:2] for c in found]
    assert not [c for c in found if c[0] == "event" and c[2] == "asserted" and c[1] != "policy"], found


def test_a_law_in_force_is_told_as_it_stands() -> None:
    assert ("directive", "policy", "asserted") in told("Under the law, printers must keep a copy.")


def test_what_is_done_against_the_law_stays_an_act() -> None:
    found = told("Under the law, police may not enter homes, but officers searched twelve houses.")
    assert ("event", "search", "asserted") in found
