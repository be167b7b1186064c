"""Questions inside a quotation: what yes or no answers tells nothing, what follows them is told as ever."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def acts_of(text: str, *, second: bool) -> list[str]:
    return [claim.act for claim in read_report(report_of_text(text), second=second).claims]


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "“Did they arrest your brother?” an agent asked.",
        '"Did they arrest your brother?" an agent asked.',
        "“Was he arrested?” asked the lawyer.",
        "The agent asked her: “Have they arrested your brother?”",
        "‘Did they arrest your brother?’ an agent asked.",
        "'Did they arrest your brother?' an agent asked.",
        "“So did they arrest your brother?” an agent asked.",
        "“Was he beaten or arrested?” asked the lawyer.",
        "“Were there arrests in your village?” asked the lawyer.",
    ],
)
def test_what_yes_or_no_answers_tells_nothing(text: str, second: bool) -> None:
    assert "arrest" not in acts_of(text, second=second)


@pytest.mark.parametrize(
    "text",
    [
        "“They arrested my brother,” she said.",
        "“They arrested my brother. Do you know him?” she asked.",
        "“Why did they arrest my brother?” she asked.",
        "“Do you know him?” she asked, and police arrested her brother.",
        "“Do you know him? They arrested my brother,” she said.",
        "“Was this the officer who arrested you?” the judge asked the witness.",
        "“Have you seen my son since soldiers arrested him in May?” she asked the guards.",
        "“Did they tell you why they arrested your brother?” she asked.",
        "“Did you know that soldiers arrested two boys in Kani yesterday?” she asked.",
        "“Didn’t they arrest my son?” the mother asked.",
        "“Have mercy, they arrested my brother, what should I do?” she said.",
        "“Did the arrest of your son surprise you?” she asked.",
    ],
)
def test_what_is_told_beside_a_question_stays(text: str) -> None:
    assert "arrest" in acts_of(text, second=False)
