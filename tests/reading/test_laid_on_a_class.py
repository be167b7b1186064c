"""What is laid on a class in passing: behind "with", in the passive, by "cannot"; and words put into a quotation."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def laid(text: str) -> list[tuple[str, str]]:
    """Modality and words of each clause in a text behind a plain sentence."""
    whole = LEAD + text
    return [
        (c.modality, c.span.of(whole))
        for order in read_report(report_of_text(whole)).directives
        for c in order.clauses
    ]


def told(text: str) -> tuple[Claim, ...]:
    return read_report(report_of_text(LEAD + text)).claims


@pytest.mark.parametrize(
    ("text", "modality", "words"),
    [
        ("The order says that people cannot sell rice.", "forbid", "people cannot sell rice"),
        ("The order says that people can’t sell rice.", "forbid", "people can’t sell rice"),
        ("The notice said that traders could not cross.", "forbid", "traders could not cross"),
        ("The notice said shops can open at noon.", "permit", "shops can open at noon"),
        ("The order noted that farms could not meet it.", "finding", "farms could not meet it"),
        ("The gate was shut, with no one allowed to leave.", "forbid", "no one allowed to leave"),
        ("It was sealed with drivers banned from entering.", "forbid", "drivers banned from entering"),
        ("It will last a week, with residents told to stay in.", "require", "residents told to stay in"),
        ("The order bans fairs, with women allowed to sell bread.", "permit", "women allowed to sell bread"),
        ("The order bans fairs, with women allowed to sell bread.", "forbid", "bans fairs"),
        ("Strikes are prohibited.", "forbid", "Strikes are prohibited"),
        ("Movement of carts is banned after dusk.", "forbid", "Movement of carts is banned after dusk"),
        ("The ministry ordered all shops to close.", "require", "all shops to close"),
        (
            "Sale of rice is banned after dusk except for cooks, midwives and members of the guild.",
            "exempt",
            "except for cooks, midwives and members of the guild",
        ),
        (
            "The order requires men to report, except for cooks, and guards may not leave.",
            "exempt",
            "except for cooks",
        ),
    ],
)  # fmt: skip
def test_what_is_laid_on_a_class_is_a_clause(text: str, modality: str, words: str) -> None:
    assert (modality, words) in laid(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was held for a month, with his wife allowed to visit.",
        "She was held for a month, with relatives allowed to visit.",
        "The movement is banned in Tarma.",
        "Residents cannot afford rice.",
    ],
)
def test_what_is_laid_on_nobody_is_none(text: str) -> None:
    assert laid(text) == []


def test_nobody_allowed_to_leave_is_not_denied() -> None:
    found = told("The gate was shut, with no one allowed to leave their homes.")
    assert [c.status for c in found if c.act == "movement_restriction"] == ["asserted", "intended"]


def test_an_exception_is_no_charge() -> None:
    found = told("Driving is banned after seven except for cooks. The bureau told farms to hand over grain.")
    assert [c.charge for c in found if c.charge] == []


@pytest.mark.parametrize(
    ("text", "actor", "act"),
    [
        ("“[The guards] beat two monks,” the source said.", "The guards", "torture"),
        ("“They fled because [the police] arrested two monks,” the source said.", "the police", "arrest"),
        ("[The guards] beat two monks.", "The guards", "torture"),
    ],
)
def test_words_put_into_a_quotation_belong_to_it(text: str, actor: str, act: str) -> None:
    found = [c for c in told(text) if c.act == act]
    assert [[who.text for who in c.actor] for c in found] == [[actor]]


def test_an_order_in_brackets_is_an_order() -> None:
    text = "“[The order] prohibits people from selling rice,” the source said."
    assert ("forbid", "prohibits people from selling rice") in laid(text)


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "] [",
        "He said [",
        "[[Police] arrested",
        "“[…] they beat him,” he said.",
        "He[3] was [sic] beaten [S]he",
    ],
)
def test_any_brackets_are_read(text: str) -> None:
    told(text)
