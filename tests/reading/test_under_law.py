"""A law at the head of a sentence without a comma is the source of what it lays down."""

from __future__ import annotations

import pytest
from tests.reading.documents import LEAD

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def laid_down(text: str) -> list[tuple[str, str, str]]:
    orders = read_report(report_of_text(LEAD + text), second=False).directives
    return [
        (c.modality, c.span.of(LEAD + text), order.sources[-1].text if order.sources else "")
        for order in orders
        for c in order.clauses
    ]


@pytest.mark.parametrize(
    ("modality", "law", "clause"),
    [
        ("require", "the border code of 2015", "illegal crossing is punishable by up to two years in a colony"),
        ("forbid", "the order", "teachers may use only the official platform"),
        ("require", "the public order act of 2015", "unauthorized rallies are punishable by fines"),
        ("require", "Decree 45", "foreigners must register within three days"),
        ("require", "the new regulations", "shops are to close at noon"),
        ("permit", "the constitution", "citizens have the right to vote"),
        ("require", "the Criminal Code", "the penalty for treason is death"),
    ],
)  # fmt: skip
def test_a_law_without_a_comma_tells_what_it_lays_down(modality: str, law: str, clause: str) -> None:
    assert laid_down(f"Under {law} {clause}.") == [(modality, clause, law)]


@pytest.mark.parametrize(
    "text",
    [
        "Under the law of the jungle nobody is safe.",
        "Under the agreement the army withdrew from the town.",
        "Under the law teachers",
        "Under the law of 2012",
        "Under the code of",
        "Under the law",
    ],
)
def test_what_is_no_law_or_cut_off_tells_nothing(text: str) -> None:
    assert laid_down(text) == []


def test_how_long_a_penalty_lasts_is_no_deadline() -> None:
    text = LEAD + "Under the border code, illegal crossing is punishable by up to two years in a colony."
    (order,) = read_report(report_of_text(text), second=False).directives
    assert order.clauses[0].deadline is None
