"""Clauses of orders: those told by a deed, right behind others, or by what an order puts where; and whom they name."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def clauses(text: str) -> list[tuple[str, str, list[str]]]:
    """Modality, words and groups of each clause in a text."""
    found = read_report(report_of_text(LEAD + text))
    return [
        (c.modality, c.span.of(LEAD + text), [g.text for g in c.groups])
        for directive in found.directives
        for c in directive.clauses
    ]


@pytest.mark.parametrize(
    ("modality", "words", "sentence"),
    [
        (
            "permit",
            "authorized the search of two offices",
            "The prosecutor authorized the search of two offices.",
        ),
        (
            "permit",
            "approved the seizure of the press",
            "A judge approved the seizure of the press, citing a ruling.",
        ),
        ("require", "ordered her deportation", "The court ordered her deportation and fined her."),
        ("permit", "search homes for films", "The bureau authorized police to search homes for films."),
        (
            "forbid",
            "bans treatment at home",
            "A ministry instruction, which was read out on Friday, bans treatment at home.",
        ),
        (
            "require",
            "apply for permission",
            "Regulations require persons wishing to hold a rally to apply for permission.",
        ),
        (
            "require",
            "puts an informer in every team",
            "The order, read out in May, puts an informer in every team.",
        ),
    ],
)
def test_a_deed_ordered_and_what_an_order_puts_or_bans_are_clauses(
    modality: str, words: str, sentence: str
) -> None:
    assert [(m, w) for m, w, _ in clauses(sentence)] == [(modality, words)]


@pytest.mark.parametrize(
    ("modality", "words", "behind"),
    [
        ("require", "Those who cannot are to pay 30,000 won", "Those who cannot are to pay 30,000 won."),
        ("exempt", "Taxi drivers are not affected", "Taxi drivers are not affected."),
        (
            "exempt",
            "Women over 60 and their mothers are excluded",
            "Women over 60 and their mothers are excluded.",
        ),
        ("forbid", "families can no longer sell it", "Families can no longer sell it."),
        ("forbid", "Nobody is to leave the site", "Nobody is to leave the site."),
    ],
)
def test_what_follows_the_clauses_of_an_order_is_laid_down_too(
    modality: str, words: str, behind: str
) -> None:
    found = clauses(
        f"Under the order, every household must hand in ten kilograms of copper by June. {behind}"
    )
    assert (modality, words.lower()) in [(m, w.lower()) for m, w, _ in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Most patients have to bring their own bandages and medicine to the hospital.",
        "Prisoners were required to work in the quarry for ten hours a day.",
        "Whether groups were required to register with the city varied by district.",
    ],
)
def test_what_is_only_told_of_how_things_go_is_no_ban_and_no_duty(sentence: str) -> None:
    assert clauses(sentence) == []


def test_what_officials_did_with_what_a_law_requires_is_not_the_law() -> None:
    text = "The law requires a permit, which the local officials issued or denied without a word."
    assert [modality for modality, _, _ in clauses(text)] == ["require"]


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        (["doctors"], "The instruction obliges doctors to account for every dose at night."),
        (
            ["civil society organizations"],
            "The bureau required civil society organizations to ask a judge for leave.",
        ),
        ([], "The committee ordered factory managers to form night watches."),
        (["every vessel that stays out"], "The order puts a guard on every vessel that stays out."),
        (
            ["Those who refuse"],
            "Under the decree, those who refuse must pay a fine. Those who refuse are to be moved.",
        ),
    ],
)
def test_a_clause_names_those_it_is_about(groups: list[str], sentence: str) -> None:
    assert clauses(sentence)[-1][2] == groups


def test_who_is_spared_is_spared_the_duty_and_not_what_others_pay_instead() -> None:
    text = (
        "Under the order, every household must hand in ten kilograms of copper by June."
        " Those who cannot are to be fined. Orphans are excused."
    )
    (directive,) = read_report(report_of_text(LEAD + text)).directives
    assert directive.clauses[-1].modality == "exempt"
    assert directive.clauses[-1].measure == directive.clauses[0].measure


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        (
            ["families of defectors", "people who were sent back from China", "anyone caught with a phone"],
            "The order says that families of defectors, people who were sent back from China and anyone caught with a phone must remain under watch.",
        ),
        (
            ["teachers", "nurses who left the province", "drivers"],
            "According to the order, teachers, nurses who left the province and drivers must register.",
        ),
        (
            ["workers who strike", "teachers who support them"],
            "The order says that workers who strike and teachers who support them must register.",
        ),
        (
            ["people who met brokers and traders"],
            "The order says that people who met brokers and traders must register.",
        ),
        (
            ["people who crossed the river"],
            "The order says that, according to residents, people who crossed the river must register.",
        ),
    ],
)
def test_each_group_of_a_list_is_one(groups: list[str], sentence: str) -> None:
    assert [g for _, _, some in clauses(sentence) for g in some] == groups


def test_an_exception_from_what_is_required_is_a_clause_of_its_own() -> None:
    found = clauses("All residents were required to register, with the exception of the widows.")
    assert found == [
        ("require", "register", ["All residents"]),
        ("exempt", "with the exception of the widows", ["the widows"]),
    ]
