from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Reading
from testigo.reading.read import read_report

LEAD = "The council met on Monday to speak of the new rules. "


def reading(text: str) -> Reading:
    return read_report(report_of_text(LEAD + text))


def clauses(text: str) -> list[tuple[str, str]]:
    return [(c.modality, c.span.of(LEAD + text)) for order in reading(text).directives for c in order.clauses]


def claims(text: str) -> list[tuple[str, str, str]]:
    return [(c.kind, c.act, c.trigger.of(LEAD + text)) for c in reading(text).claims][1:]


@pytest.mark.parametrize(
    ("modality", "clause", "trigger", "text"),
    [
        (
            "require",
            "each stall was to pay ten crowns",
            "let it be known",
            "The office let it be known in May that each stall was to pay ten crowns.",
        ),
        (
            "exempt",
            "widows might send a child instead",
            "let it be known",
            "The office let it be known that all men had to come and that widows might send a child instead.",
        ),
        (
            "permit",
            "it could be worn",
            "ruled",
            "The court reviewed the ban on the ribbon and ruled that it could be worn.",
        ),
        (
            "require",
            "every county must weigh its grain",
            "laid down",
            "The bureau laid down that every county must weigh its grain.",
        ),
    ],
)
def test_what_an_office_decides_that_must_or_may_be_is_an_order(
    modality: str, clause: str, trigger: str, text: str
) -> None:
    assert (modality, clause) in clauses(text)
    assert any(k == "directive" and t.startswith(trigger[:4]) for k, _, t in claims(text)), claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled that the death was an accident.",
        "The court ruled on the sum and that the farmer had to move.",
        "The painter decided that he had to leave.",
    ],
)
def test_a_ruling_about_the_past_and_a_persons_mind_lay_nothing_down(text: str) -> None:
    assert clauses(text) == []


def test_a_warrant_orders_an_arrest() -> None:
    text = "In May a court issued an arrest warrant for the editor."
    assert clauses(text) == [("require", "arrest warrant for the editor")]
    assert claims(text) == [("directive", "order", "issued an arrest warrant"), ("event", "arrest", "arrest")]


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        ("permit", "did not require a permit for rallies", "The law did not require a permit for rallies."),
        ("permit", "Rallies could be banned", "Rallies could be banned under a state of emergency."),
        ("permit", "Soldiers were empowered to search", "Soldiers were empowered to search homes."),
    ],
)
def test_what_a_law_leaves_free_or_an_emergency_allows_is_permitted(
    modality: str, clause: str, text: str
) -> None:
    assert any(m == modality and s.startswith(clause) for m, s in clauses(text)), clauses(text)
