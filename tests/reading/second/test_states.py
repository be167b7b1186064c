"""States that the second opinion sees in an adjective: of whom they are told, and when."""

from __future__ import annotations

from testigo import read


def test_a_state_is_told_of_those_right_before_it() -> None:
    text = (
        "The council reported 40 cases of abductions since May, with nine drivers still missing as of July."
    )
    claim = next(c for c in read(text).claims if "missing" in c.trigger.of(text))
    assert ([a.text for a in claim.actor], [t.text for t in claim.target]) == ([], ["nine drivers"])
    assert [t.text for t in claim.time] == ["July"]
