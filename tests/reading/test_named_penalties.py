"""Punishments that are named without anybody who got them."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Theft was punishable by a fine or two to five years’ imprisonment.", ["a fine", "two to five years’ imprisonment"]),
        ("Theft of grain was punishable by imprisonment for up to three years.", ["imprisonment for up to three years"]),
        ("The law prohibited theft, punishable with a fine and a prison sentence of up to five years.",
         ["a fine", "a prison sentence of up to five years"]),
        ("By law, penalties for torture ranged from two to seven years’ imprisonment and the loss of certain rights.",
         ["two to seven years’ imprisonment", "the loss of certain rights"]),
        ("In March a court sentenced traders to the death penalty, imprisonment, or fines.",
         ["the death penalty", "imprisonment", "fines"]),
        ("Theft was punishable by five or six years in prison.", ["five or six years in prison"]),
        ("Theft was punishable by death.", ["death"]),
        ("A court sentenced Tol to four years of labor.", ["four years of labor"]),
    ],
)  # fmt: skip
def test_each_punishment_is_one(text: str, named: list[str]) -> None:
    claims = [claim for claim in read_report(report_of_text(text)).claims if claim.act == "sentence"]
    assert [one.text for claim in claims for one in claim.punishment] == named


@pytest.mark.parametrize(
    "text",
    [
        "Penalties for theft were rarely enforced.",
        "The penalties were harsh.",
        "The sentence was upheld.",
    ],
)
def test_penalties_that_are_not_told_are_none(text: str) -> None:
    assert not any(claim.punishment for claim in read_report(report_of_text(text)).claims)
