"""What is only supposed is neither told nor denied; what befalls a teller is not what they tell."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report


def told(sentence: str, act: str, *, second: bool) -> list[Claim]:
    reading = read_report(report_of_text(sentence), second=second)
    return [claim for claim in reading.claims if claim.act == act]


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("arrest", "Had the men been arrested, the villagers would have fled."),
        ("arrest", "Had police arrested him, she would have left."),
        ("arrest", "Had the police not arrested him, he would have spoken."),
        ("torture", "Had guards not beaten him, he could have walked."),
        ("release", "Had she been released, as her lawyer asked, she might have lived."),
    ],
)
def test_had_before_its_subject_supposes(act: str, sentence: str, second: bool) -> None:
    assert {claim.status for claim in told(sentence, act, second=second)} == {"speculated"}


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    "sentence",
    [
        "Police had the men arrested.",
        "Officers had the men arrested, a move that would anger many.",
        "He had been arrested in May, and she would have left.",
    ],
)
def test_other_uses_of_had_tell(sentence: str, second: bool) -> None:
    assert {claim.status for claim in told(sentence, "arrest", second=second)} == {"asserted"}


@pytest.mark.parametrize(
    ("act", "sources", "sentence"),
    [
        ("arrest", [], "Mira Tal, a nurse who said that guards beat prisoners, was arrested on Monday."),
        ("arrest", [], "On Monday, a nurse who said guards beat her was arrested."),
        ("escape", [], "Rustam Dal, the lawyer who says police tortured two men, left the country in May."),
        ("killing", ["a nurse"], "They quoted Mira Tal, a nurse who said that guards beat her, shot her son and fled."),
    ],
)  # fmt: skip
def test_what_befalls_one_who_tells_is_not_told_by_them(act: str, sources: list[str], sentence: str) -> None:
    (claim,) = told(sentence, act, second=False)
    assert [source.text for source in claim.sources] == sources
