"""The time that opens a sentence, without a comma or before a report, and whom it is not about."""

from __future__ import annotations

import pytest

from testigo import read


@pytest.mark.parametrize(
    ("found", "trigger", "text"),
    [
        (["March"], "killing", "In March unknown men opened fire on the gate of a bank, killing a guard."),
        (["From January to May"], "fined", "From January to May, the council reported, police fined nine bakers."),
        (["since June"], "abductions", "The board counted 82 cases of abductions or disappearances since June."),
        (
            ["from March 1 to the end of August"],
            "released",
            "From March 1 to the end of August at least sixty prisoners were released.",
        ),
        ([], "fined", "On May 9, the court upheld a ruling against Vera Lum, who was found guilty and fined 100 soms."),
        ([], "tied", "On March 4 men tore down a chapel; a deacon who tried to stop them was tied to a post."),
    ],
)  # fmt: skip
def test_when(found: list[str], trigger: str, text: str) -> None:
    claims = [c for c in read(text).claims if trigger in c.trigger.of(text)]
    assert claims, [(c.act, c.trigger.of(text)) for c in read(text).claims]
    assert [t.text.lower() for t in claims[0].time] == [one.lower() for one in found]


def test_who_stands_behind_a_row_of_days() -> None:
    text = "From March 1 to the end of August at least sixty prisoners were released by the court on bail."
    claim = next(c for c in read(text).claims if c.act == "release")
    assert [t.text for t in claim.target] == ["at least sixty prisoners"]
    assert [a.text for a in claim.actor] == ["the court"]
