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
            "Ana Lo is still required to report to the police weekly. The party secretary ordered guards to beat two monks.",
            [("", [], 1), ("The party secretary", ["guards"], 1)],
        ),
        (
            "She is required to report to the police weekly. The court ordered her to surrender her passport.",
            [("The court", ["her"], 2)],
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


@pytest.mark.parametrize(
    ("text", "modality", "words"),
    [
        ("“Do not leave your homes,” police told residents.", "forbid", "Do not leave your homes"),
        ("Officials told residents: “Don’t talk to strangers.”", "forbid", "Don’t talk to strangers"),
        ("“Report all phones by May 1,” the order says.", "require", "Report all phones by May 1"),
        ("“Stay in your houses,” soldiers shouted.", "require", "Stay in your houses"),
        (
            "It is forbidden for clerks to travel abroad.",
            "forbid",
            "It is forbidden for clerks to travel abroad",
        ),
        (
            "The order warned that farmers who miss it will not only lose their land but will also be jailed.",
            "require",
            "will also be jailed",
        ),
    ],
)
def test_what_is_commanded_in_quoted_words_is_a_clause(text: str, modality: str, words: str) -> None:
    found = [clause for order in orders(text) for clause in order.clauses]
    assert (modality, words) in [(clause.modality, clause.span.of(LEAD + text)) for clause in found]


@pytest.mark.parametrize(
    "text",
    [
        "“Leave me alone,” she told the police.",
        "“Tell me about your life,” the officer told him.",
        "“Do you sell rice?” police asked residents.",
        "The new policy is aimed at maintaining order, he said.",
    ],
)
def test_what_is_only_said_commands_nothing(text: str) -> None:
    assert orders(text) == ()


def test_what_is_forbidden_in_quoted_words_is_not_denied() -> None:
    text = LEAD + "“Do not leave your homes,” police told residents."
    statuses = {c.status for c in read_report(report_of_text(text)).claims if "leave" in c.span.of(text)}
    assert statuses <= {"intended"}


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "The decrees ban gatherings of five or more people in public.",
            ["gatherings of five or more people"],
        ),
        ("Groups of three or more persons are banned from meeting.", ["Groups of three or more persons"]),
        ("It is forbidden for clerks to travel abroad.", ["clerks"]),
    ],
)
def test_groups_are_whole(text: str, groups: list[str]) -> None:
    assert [[g.text for g in clause.groups] for order in orders(text) for clause in order.clauses] == [groups]


def test_a_deadline_is_not_when_an_order_was_given() -> None:
    (order,) = orders("The new rules give traders until March 15 to register.")
    assert order.issued is None


def test_a_date_does_not_hide_what_an_order_requires() -> None:
    (order,) = orders("A directive on June 3 requiring schools to hand in lists was read out.")
    assert [
        clause.span.of(LEAD + "A directive on June 3 requiring schools to hand in lists was read out.")
        for clause in order.clauses
    ] == ["hand in lists"]
