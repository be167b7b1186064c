"""Clauses of an order that only the claims around it show."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Reading
from testigo.reading.order_from_claims import with_claimed
from testigo.reading.read import read_report
from testigo.reading.rules import explain
from testigo.reading.tokens import document
from testigo.value import replace

FAMILIES = "Every second family was due to be resettled in the hills."


def read(text: str) -> Reading:
    return read_report(report_of_text(text), second=False)


def clauses(text: str) -> list[tuple[str, str, str]]:
    """Words, modality and rule of every clause."""
    return [
        (clause.span.of(text), clause.modality, clause.rule)
        for order in read(text).directives
        for clause in order.clauses
    ]


def test_what_is_intended_right_behind_an_order_is_a_clause_of_it() -> None:
    text = f"The party committee sent down an order. {FAMILIES}"
    (order,) = read(text).directives
    (clause,) = order.clauses
    assert (clause.modality, clause.measure, clause.rule) == ("require", "banishment", "clause.claimed")
    assert order.issuer is not None
    assert order.issuer.text == "The party committee"
    assert order.rule == "directive.claimed"


@pytest.mark.parametrize(
    "text",
    [
        f"The party committee held a meeting. {FAMILIES}",
        f"The party committee sent down an order. It rained. The river rose. The road was gone. {FAMILIES}",
        f"{FAMILIES} The party committee sent down an order.",
        "The party committee sent down an order. Every second family was resettled in the hills.",
        "The party committee sent down an order. The mayor was due to be tried in June.",
    ],
    ids=["no order", "far behind", "before it", "done", "a trial"],
)
def test_what_stands_elsewhere_is_done_or_is_for_courts_is_no_clause(text: str) -> None:
    assert "clause.claimed" not in {rule for _, _, rule in clauses(text)}


@pytest.mark.parametrize(
    ("clause", "modality"),
    [
        ("Every second family was due to be resettled in the hills in May.", "require"),
        ("Every second family was due to be resettled in the hills not later than June.", "require"),
        ("Close relatives were due to be resettled in the hills.", "require"),
        ("No one was due to be resettled in the hills.", "forbid"),
    ],
)
def test_the_modality_is_that_of_the_words_up_to_the_verb(clause: str, modality: str) -> None:
    found = clauses(f"The party committee sent down an order. {clause}")
    assert [(how, rule) for _, how, rule in found] == [(modality, "clause.claimed")]


def test_what_people_want_themselves_and_courts_order_is_no_clause() -> None:
    for text in (
        "The ministry issued an order on Monday. Residents plan to hold a meeting in the square on Friday.",
        "A court issued an order. The site was due to be searched.",
    ):
        assert "clause.claimed" not in {rule for _, _, rule in clauses(text)}


def test_a_title_orders_nothing() -> None:
    text = (
        f"# Committee sends down order: every second family due to be resettled\n\nThe mayor left. {FAMILIES}"
    )
    assert "clause.claimed" not in {rule for _, _, rule in clauses(text)}


def test_the_order_of_words_told_further_on_is_not_told_twice() -> None:
    text = (
        "The bureau gave out an order on families due to be resettled. "
        "The order says that every second family must leave the town by June, and that nobody may take a cow along."
    )
    assert "clause.claimed" not in {rule for _, _, rule in clauses(text)}


def test_the_rules_are_explained() -> None:
    for rule in ("clause.claimed", "directive.claimed"):
        (known,) = explain(rule)
        fired = {one.rule for one in read(known.example).directives} | {
            r for _, _, r in clauses(known.example)
        }
        assert rule in fired


def test_what_is_intended_beside_a_clause_belongs_to_the_same_order() -> None:
    text = "The notice forbids gatherings of more than four persons, and shops were searched for scarves."
    found = read(text)
    (order,) = found.directives
    assert len(order.clauses) == 1
    doc = document(report_of_text(text))
    planned = [
        replace(claim, status="intended") if claim.act == "search" else claim for claim in found.claims
    ]
    (whole,) = with_claimed(doc, (order,), planned)
    assert [clause.rule for clause in whole.clauses] == [order.clauses[0].rule, "clause.claimed"]
    assert with_claimed(doc, (order,), found.claims) == (order,)


@pytest.mark.parametrize(
    "plan",
    [
        "students plan to escape to China",
        "residents planned to march",
        "a guard threatened to beat two women",
    ],
)
def test_what_people_plan_beside_a_clause_is_no_clause(plan: str) -> None:
    assert "clause.claimed" not in {
        rule for _, _, rule in clauses(f"The notice forbids gatherings of more than four, and {plan}.")
    }


def test_what_somebody_only_asks_for_is_no_clause() -> None:
    text = "Under Proclamation No. 5, communities must register. The Office urges the Government to allow visits to prisons."
    assert [
        (c.modality, c.span.of(text))
        for d in read_report(report_of_text(text), second=False).directives
        for c in d.clauses
    ] == [("require", "communities must register")]


@pytest.mark.parametrize(
    ("behind", "of_the_committee"),
    [
        ("The next day the mine announced that every second family would be resettled in the hills.", False),
        (FAMILIES, True),
    ],
)
def test_what_somebody_else_announces_is_no_clause_of_the_order_before(
    behind: str, of_the_committee: bool
) -> None:
    found = read(f"The party committee sent down an order. {behind}").directives
    theirs = [one for one in found if one.issuer is not None and one.issuer.text == "The party committee"]
    assert bool(theirs and theirs[0].clauses) is of_the_committee
