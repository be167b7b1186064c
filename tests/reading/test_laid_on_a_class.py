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


@pytest.mark.parametrize(
    ("text", "modality", "words"),
    [
        ("The ministry ordered shops to close, otherwise the owners would be fined.", "require", "shops to close"),
        (
            "The ministry ordered shops to close, otherwise the owners would be fined.",
            "require",
            "the owners would be fined",
        ),
        ("The city ordered mosques to remove all posters failing which imams would be expelled.", "require", "remove all posters"),
        ("The order says that traders must hand in keys or else they will be fined.", "require", "traders must hand in keys"),
        ("The order bans sermons. Halls that refuse to obey could be closed.", "require", "Halls that refuse to obey could be closed"),
        ("The decree says that people will be fined $740 and owners will be jailed.", "require", "people will be fined $740"),
        ("The decree says that people will be fined $740 and owners will be jailed.", "require", "owners will be jailed"),
        ("By order of the mayor, all the bars must close at 9 p.m. Strikes are prohibited.", "forbid", "Strikes are prohibited"),
        (
            "Users are not allowed to call for strikes, incite “unrest”, or spread lies, the decree says.",
            "forbid",
            "Users are not allowed to call for strikes, incite “unrest”, or spread lies",
        ),
        ("The order bans sermons, whilst the mayor lets choirs sing.", "forbid", "bans sermons"),
        ("The order leaves widows out of the levy.", "exempt", "leaves widows out of the levy"),
    ],
)  # fmt: skip
def test_clauses_end_where_the_next_begins(text: str, modality: str, words: str) -> None:
    assert (modality, words) in laid(text)


@pytest.mark.parametrize(
    "text",
    [
        "The new rule has left many families without income.",
        "The decree raised fears that markets would close.",
        "The order left residents confused.",
        "The order set off a rush among people.",
    ],
)
def test_what_an_order_brings_about_is_not_laid_down(text: str) -> None:
    assert laid(text) == []


def test_whoever_an_order_leaves_poor_is_not_told_by_it() -> None:
    found = told(
        "The new rule has left many families without income, and resentment is growing, a nurse said."
    )
    assert [[s.text for s in c.sources] for c in found if c.kind == "condition"] == [["a nurse"]]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("These raids are making traders nervous.", "fear", "traders"),
        ("The fines made many residents angry.", "discontent", "many residents"),
    ],
)
def test_who_is_made_afraid_feels_it(text: str, act: str, who: str) -> None:
    assert [[a.text for a in c.actor] for c in told(text) if c.act == act] == [[who]]


def test_an_hour_at_the_end_stays_whole() -> None:
    claim = told("He was beaten at 9 p.m.")[-1]
    assert claim.span.of(LEAD + "He was beaten at 9 p.m.") == "He was beaten at 9 p.m."


@pytest.mark.parametrize("cannot", ["cannot", "can’t", "could not"])
def test_who_cannot_travel_is_kept_from_it(cannot: str) -> None:
    found = told(f"Residents {cannot} travel to other towns, a source said.")
    assert [c.status for c in found if c.act == "movement_restriction"] == ["reported"]
