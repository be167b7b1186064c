from __future__ import annotations

import pytest
from tests.reading.spoken import read

from testigo.reading.directives import directives
from testigo.reading.speakers import speakers

LEAD = "The council met on Monday to speak of the new rules. "


def laid_down(text: str) -> list[tuple[str, str]]:
    doc = read(text)
    return [(c.modality, c.span.of(text)) for order in directives(doc, speakers(doc)) for c in order.clauses]


def is_laid_down(modality: str, clause: str, text: str) -> None:
    """Fails unless a clause of that modality which starts with these words is found."""
    found = laid_down(LEAD + text)
    assert any(m == modality and s.startswith(clause) for m, s in found), found


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        ("permit", "the mayor may close any shop", "By law, the mayor may close any shop."),
        ("require", "printers must keep a copy", "Under the press law, printers must keep a copy."),
        ("require", "Men were required by law to serve", "Men were required by law to serve for two years."),
        ("forbid", "It is illegal to own a drone", "It is illegal to own a drone without a license."),
        (
            "require",
            "desertion was punishable by death",
            "Under the code, desertion was punishable by death.",
        ),
        (
            "require",
            "report guests",
            "Hotels were required to report guests to police.",
        ),
    ],
)
def test_a_rule_that_stands_by_law_is_a_clause_though_no_law_is_its_subject(
    modality: str, clause: str, text: str
) -> None:
    is_laid_down(modality, clause, text)


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        ("permit", "grants officers broad powers", "The act grants officers broad powers to stop cars."),
        ("require", "gives traders a week", "The decree gives traders a week to clear their stalls."),
        ("require", "makes debtors liable", "The statute makes debtors liable to arrest."),
        ("exempt", "did not make it a crime", "The law defined torture but did not make it a crime."),
        ("forbid", "defined slander as", "The penal code defined slander as a criminal offense."),
        ("forbid", "makes it a crime", "The law makes it a crime to film soldiers."),
        ("require", "subjects whoever begs", "The law subjects whoever begs to a month of labor."),
        ("exempt", "lets only veterans", "The order lets only veterans keep their rifles."),
        (
            "forbid",
            "the secrecy of letters",
            "The constitution provides for the inviolability of homes and the secrecy of letters.",
        ),
        (
            "forbid",
            "does not recognize the right",
            "The code does not recognize the right of miners to strike.",
        ),
    ],
)
def test_what_a_law_gives_makes_or_provides_for_tells_what_it_lays_down(
    modality: str, clause: str, text: str
) -> None:
    is_laid_down(modality, clause, text)


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        ("require", "shoot dogs", "Patrols had orders to shoot dogs in the park."),
        ("forbid", "admit strangers", "The porters were under instructions not to admit strangers."),
        ("require", "gave the tenants two weeks", "The office gave the tenants two weeks to leave."),
        ("require", "disband", "The court told the choir to pay a fine and disband by May."),
        ("require", "it must remove the sign", "The ministry told the church that it must remove the sign."),
        ("forbid", "no one was to sing", "Pupils were told by the warden that no one was to sing."),
        ("require", "all gates be locked", "The bureau instructed that all gates be locked at dusk."),
    ],
)
def test_an_order_told_by_word_of_mouth_has_its_clauses(modality: str, clause: str, text: str) -> None:
    is_laid_down(modality, clause, text)


def test_those_who_may_go_on_as_before_are_exempt() -> None:
    text = LEAD + (
        "According to the order, all stalls must close. Widows may keep their stalls, but tailors whose shops"
        " burned keep their permits, as do cobblers."
    )
    assert [m for m, _ in laid_down(text)] == ["require", "exempt", "exempt", "exempt"]


def test_a_household_shares_the_duty_told_before_it() -> None:
    text = LEAD + "Anyone caught selling is to be dismissed, and his family banished."
    assert ("require", "his family banished") in laid_down(text)


@pytest.mark.parametrize(
    "text",
    [
        "He wrote in order to warn his brother.",
        "The law firm may open an office in May.",
        "No law protects tenants.",
        "The decree took effect on June 1.",
        "The doctor gave her three days to recover.",
    ],
)
def test_what_only_sounds_like_a_rule_lays_nothing_down(text: str) -> None:
    assert laid_down(LEAD + text) == []


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        (
            "require",
            "captains must report",
            "It issued an instruction under which captains must report guests.",
        ),
        ("forbid", "they may not ride", "Two clauses are new: they may not ride bicycles on Sundays."),
        (
            "exempt",
            "with the exception of nurses",
            "All shops must close, with the exception of nurses and bakers.",
        ),
        (
            "exempt",
            "those with children need bring",
            "Each home must send a man; those with children need bring only wood.",
        ),
        ("permit", "the army could hold", "Under the regulations, the army could hold anyone for a month."),
        (
            "require",
            "walk to the station",
            "Men were ordered out of the hall and told to walk to the station.",
        ),
    ],
)
def test_a_clause_is_found_wherever_it_stands(modality: str, clause: str, text: str) -> None:
    is_laid_down(modality, clause, text)


def test_what_an_office_banned_is_forbidden() -> None:
    is_laid_down("forbid", "banned red scarves", "In August the ministry banned red scarves.")
