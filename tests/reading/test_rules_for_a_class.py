"""What holds for a class of people where no law is named, what only claims show, and commands that were never given."""

from __future__ import annotations

import pytest
from tests.reading.documents import LEAD

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def clauses(text: str, *, second: bool = False) -> list[tuple[str, str]]:
    orders = read_report(report_of_text(LEAD + text), second=second).directives
    return [(c.modality, c.span.of(LEAD + text)) for order in orders for c in order.clauses]


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        ("forbid", "Men of military age were prohibited from leaving the country without a certificate"),
        ("forbid", "Civil servants and members of the security forces were not allowed to strike"),
        ("forbid", "Women under 30 could not obtain a passport without the written consent of a husband"),
        ("forbid", "Inspectors may not enter a mill without giving three days' notice"),
        ("forbid", "Groups with fewer than 20 founders were ineligible for registration"),
        ("exempt", "Choirs were exempt from the reporting requirement"),
        ("permit", "Refugees had the right to work only in agriculture"),
        ("permit", "Employees were entitled to 20 days of leave"),
        ("require", "Asylum seekers who entered without papers were subject to detention for up to 60 days"),
        ("require", "Publications were subject to prior censorship"),
        ("require", "Providers that failed to comply faced closure"),
    ],
)
def test_a_rule_holds_for_a_class(modality: str, text: str) -> None:
    assert clauses(text + ".") == [(modality, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Courts were subject to influence by the executive.",
        "Residents were often subject to arbitrary arrest.",
        "Some teachers were not allowed to leave.",
        "Two prisoners were not allowed to see their lawyers.",
        "Reporters were not allowed to enter the courtroom on Tuesday.",
        "Prisoners were not allowed to receive visits.",
        "Villagers could not leave without risking arrest.",
        "There were no penalties for marital rape.",
        "Observers could not reach the village because of the fighting.",
        "Providers that failed to",
    ],
)
def test_what_happened_or_goes_on_is_no_rule(text: str) -> None:
    assert clauses(text) == []


def test_penalties_that_there_are_threaten() -> None:
    found = clauses("There are criminal penalties for spreading false news.")
    assert found == [("require", "criminal penalties for spreading false news")]


def test_a_clause_ends_before_what_holds_in_spite_of_it() -> None:
    found = clauses("The law requires a permit, although the mayor often ignored it.")
    assert found == [("require", "requires a permit")]


def test_a_rule_that_only_a_claim_shows_is_a_clause() -> None:
    found = clauses("Same-sex couples could not marry or adopt children.", second=True)
    assert found == [("forbid", "Same-sex couples could not marry or adopt children")]


@pytest.mark.parametrize(
    "text",
    [
        "The law on assembly was adopted after a long debate.",
        "The court said that no such rule was ever in force.",
    ],
)
def test_what_was_done_with_a_law_is_no_clause(text: str) -> None:
    assert clauses(text, second=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bureau has not yet ordered farms to hand over grain.",
        "The prefect had not instructed teachers to stay away.",
        "The president threatened to order troops to open fire.",
        "The committee plans to order farms to deliver seed.",
        "The mayor refused to order the police to leave the square.",
    ],
)
def test_a_command_that_was_not_given_lays_nothing_down(text: str) -> None:
    assert clauses(text, second=True) == []


def test_a_command_that_may_be_given_is_none_for_the_rules() -> None:
    assert clauses("The mayor may order residents to leave their homes.", second=False) == []


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        ("forbid", "Employers may not require workers to surrender their passports"),
        ("forbid", "Police may not order a doctor to break his silence"),
        ("permit", "Judges could order suspects to remain at home"),
    ],
)
def test_what_somebody_may_or_may_not_demand_is_a_clause(modality: str, text: str) -> None:
    assert clauses(text + ".") == [(modality, text)]


def test_who_may_not_demand_something_is_the_group_and_no_issuer() -> None:
    text = LEAD + "Employers may not require workers to surrender their passports."
    (order,) = read_report(report_of_text(text), second=False).directives
    assert [g.text for g in order.clauses[0].groups] == ["Employers"]
    assert order.issuer is None


def test_a_command_that_was_given_stays_one() -> None:
    found = clauses("The bureau did not ask farms but ordered them to hand over grain.")
    assert found == [("require", "hand over grain")]
