"""Several orders in one report: each with its own clauses, issuer, addressee and tellers."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.directive import Directive
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def orders(text: str) -> tuple[Directive, ...]:
    return read_report(report_of_text(LEAD + text)).directives


def told(text: str) -> list[tuple[str, list[str], int]]:
    """Issuer, addressees and number of clauses of each order."""
    return [
        (order.issuer.text if order.issuer else "", [a.text for a in order.addressee], len(order.clauses))
        for order in orders(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry ordered farms to sell grain. The army ordered its units to search villages.",
            [("The ministry", ["farms"], 1), ("The army", ["its units"], 1)],
        ),
        (
            "The Ministry of Mines ordered plants to close. The Ministry of Trade ordered shops to list goods.",
            [("The Ministry of Mines", ["plants"], 1), ("The Ministry of Trade", ["shops"], 1)],
        ),
        (
            (
                "A policeman told the women to go home and keep quiet. The city also issued new rules on Friday."
                " The rules forbid women under 50 to trade. Stalls must close by six."
            ),
            [("A policeman", ["the women"], 2), ("The city", ["women"], 2)],
        ),
        (
            (
                "The decree obliges providers to suspend users. Individuals may be fined."
                " The Ministry of Posts instructed operators to hand over data."
            ),
            [("", [], 2), ("The Ministry of Posts", ["operators"], 1)],
        ),
        (
            (
                "The bureau issued notices ordering residents to hand over passports. Authorities then issued notices"
                " ordering students to hand in books."
            ),
            [("The bureau", ["residents"], 1), ("Authorities", ["students"], 1)],
        ),
        (
            "Decree No. 46 permits workshops. Decree No. 209 forbids owners to hire children.",
            [("", [], 1), ("", ["owners"], 1)],
        ),
        (
            "The Law on Assembly forbids rallies. The Law on Media bans secret funding.",
            [("", [], 1), ("", [], 1)],
        ),
        (
            "The ministry ordered farms to sell grain. A second order bans the sale of rice.",
            [("The ministry", ["farms"], 1), ("", [], 1)],
        ),
        (
            "The ministry ordered plants to close. Separately, the party told schools to check bags.",
            [("The ministry", ["plants"], 1), ("the party", ["schools"], 1)],
        ),
    ],
)
def test_each_order_is_told_apart(text: str, expected: list[tuple[str, list[str], int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry ordered farms to sell grain. The order says that whoever refuses will be fined.",
        "The ministry ordered farms to sell grain. Authorities also ordered schools to give up their plots.",
        "Kim Orun ordered the ministry to ease controls. The ministry told its branches to strike names off the lists.",
        "The Ministry of Trade ordered shops to close. The ministry also ordered stalls to move.",
        "The party committee ordered plants to form watches. The committee of the party ordered them to report thefts.",
        "The ministry issued a directive on rice. The directive bans fairs. Shops must close by six.",
        "A policeman told the women to go home. The order was to be kept until Friday, when they must report.",
    ],
)  # fmt: skip
def test_one_order_stays_one(text: str) -> None:
    assert len(told(text)) == 1


def test_an_order_is_told_by_whoever_tells_its_first_clause() -> None:
    text = (
        "The order bans fairs. The ministry’s order also says that stalls must close by six, a trader said."
    )
    assert [[s.text for s in order.sources] for order in orders(text)] == [["The order"]]


@pytest.mark.parametrize(
    ("text", "words", "groups"),
    [
        ("Classes have been banned in Tarma, according to village teachers.", "Classes have been banned in Tarma", []),
        ("The order bans fairs in Tarma, as a clerk put it.", "bans fairs in Tarma", []),
        ("Traders must hand over rice by June, said a monk in the city.", "Traders must hand over rice by June", ["Traders"]),
    ],
)  # fmt: skip
def test_who_tells_a_clause_is_no_part_of_it(text: str, words: str, groups: list[str]) -> None:
    found = [clause for order in orders(text) for clause in order.clauses]
    assert [clause.span.of(LEAD + text) for clause in found] == [words]
    assert [[group.text for group in clause.groups] for clause in found] == [groups]
