"""What orders leave free, what they ask people to leave alone, and whom a pardon leaves out."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def clauses(text: str, *, second: bool = False) -> list[tuple[str, str]]:
    """Modality and words of every clause."""
    return [
        (clause.modality, clause.span.of(text))
        for order in read_report(report_of_text(text), second=second).directives
        for clause in order.clauses
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Under the instruction, phones of workers are inspected at the gate. Drivers of food trucks are the only exception.",
            ("exempt", "Drivers of food trucks are the only exception"),
        ),
        (
            "The amendment bans services in homes, allows funerals as the one exception and fines organizers.",
            ("exempt", "allows funerals as the one exception"),
        ),
        (
            "An order forbids calls. Girls over eleven are to stay away from lessons of every kind.",
            ("forbid", "Girls over eleven are to stay away from lessons of every kind"),
        ),
        (
            "An order forbids calls. Traders must refrain from selling on credit.",
            ("forbid", "Traders must refrain from selling on credit"),
        ),
        (
            "The pardon decree frees 3,000 prisoners. People convicted of extremism or treason are excluded.",
            ("retain", "People convicted of extremism or treason are excluded"),
        ),
        (
            "The decree calls up all men. People convicted of treason are excluded.",
            ("exempt", "People convicted of treason are excluded"),
        ),
        (
            "For offenses punishable by death, authorities could legally detain the defendant until the end of the trial.",
            ("permit", "authorities could legally detain the defendant until the end of the trial"),
        ),
        (
            "The law required authorities to register the reason for detention within 24 hours.",
            ("require", "register the reason for detention within 24 hours"),
        ),
    ],
)
def test_the_modality_of_a_clause(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in clauses(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Under the order all boats must stay in port. Boats that supply the military are free to sail.",
            "exempt",
        ),
        (
            "A decree of May 3 bans logging. Wood for the houses being built in Samjiyon is not covered by it.",
            "exempt",
        ),
    ],
)
def test_what_an_order_leaves_free_is_exempt(text: str, wanted: str) -> None:
    assert clauses(text, second=True)[-1][0] == wanted


def test_a_list_inside_a_group_is_no_list_of_groups() -> None:
    text = "The pardon decree frees 3,000 prisoners. People convicted of extremism or treason are excluded."
    (order,) = read_report(report_of_text(text), second=False).directives
    assert [group.text for group in order.clauses[-1].groups] == ["People convicted of extremism or treason"]


def test_an_offense_that_is_only_described_threatens_nobody() -> None:
    text = "For offenses punishable by death, the court sat in Minsk."
    assert clauses(text) == []
    assert "require" in [modality for modality, _ in clauses("Libel was a misdemeanor punishable by a fine.")]
