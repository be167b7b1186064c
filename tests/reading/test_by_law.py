from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The council met on Monday to speak of the new rules. "


def told(text: str) -> list[tuple[str, str, str]]:
    return [(c.kind, c.act, c.status) for c in read_report(report_of_text(LEAD + text)).claims][1:]


@pytest.mark.parametrize(
    "text",
    [
        "By law, police may detain drivers for three days.",
        "Under the law, officers must release suspects after a day.",
        "Prisoners are permitted by law to receive visits.",
        "According to the code, judges may order the arrest of debtors; however, they seldom do.",
    ],
)
def test_what_may_or_must_be_done_by_law_is_a_law_in_force_and_not_said_to_be_done(text: str) -> None:
    found = told(text)
    assert ("directive", "policy") in [c[:2] for c in found]
    assert not [c for c in found if c[0] == "event" and c[2] == "asserted" and c[1] != "policy"], found


def test_a_law_in_force_is_told_as_it_stands() -> None:
    assert ("directive", "policy", "asserted") in told("Under the law, printers must keep a copy.")


def test_what_is_done_against_the_law_stays_an_act() -> None:
    found = told("Under the law, police may not enter homes, but officers searched twelve houses.")
    assert ("event", "search", "asserted") in found


@pytest.mark.parametrize(
    "text",
    [
        "The code stipulates that widows may not travel alone.",
        "The law provides that suspects must be brought before a judge within two days.",
    ],
)
def test_what_a_law_says_must_be_is_the_law_and_no_act(text: str) -> None:
    assert [c[:2] for c in told(text)] == [("directive", "policy")]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry told the church on Friday that it must remove the sign.",
        "Families were told by the warden that no one was to speak of the fire.",
    ],
)
def test_telling_people_what_they_must_do_is_an_order(text: str) -> None:
    assert ("directive", "order") in [c[:2] for c in told(text)]


def test_a_protest_that_leave_is_asked_for_has_not_been_held() -> None:
    assert "resistance" not in [c[1] for c in told("The mayor refused the choir a permit for a rally.")]


def test_a_verb_joined_by_an_adverb_has_the_same_doer() -> None:
    found = told("The government did not allow unions and routinely dissolved associations of teachers.")
    assert ("event", "policy", "asserted") in found


def test_what_an_office_may_do_beside_a_law_is_in_force_too() -> None:
    found = told("The law did not require a permit for rallies, but the mayor could ban them at night.")
    assert found == [("directive", "policy", "asserted")] * 2
    assert told("Rallies could be banned under a state of emergency.") == [
        ("directive", "policy", "asserted")
    ]


def test_a_ban_for_a_class_is_a_law_and_one_on_a_day_is_a_measure() -> None:
    assert ("directive", "policy", "asserted") in told("Teachers were prohibited from singing at work.")
    assert ("event", "policy", "asserted") in told("Teachers were prohibited from singing at work on Monday.")


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        ("permit", "Police could detain suspects for 14 days without a warrant."),
        ("require", "Within seven days, however, police had to present the case to a prosecutor."),
        ("require", "If he agreed, an officer would have to report to a judge within 30 days."),
        ("permit", "The board could renew the detention order."),
    ],
)
def test_what_offices_may_and_must_do_by_the_law_of_custody_is_a_law_in_force(
    modality: str, text: str
) -> None:
    reading = read_report(report_of_text(LEAD + text))
    assert ("directive", "policy", "asserted") in told(text)
    assert modality in [c.modality for order in reading.directives for c in order.clauses]


@pytest.mark.parametrize(
    "text",
    [
        "Police could detain him for 14 days without a warrant.",
        "Officers had to wait two days for the fuel.",
        "The guards could hold the men for 14 days.",
    ],
)
def test_what_an_office_could_do_to_somebody_is_no_law(text: str) -> None:
    assert "directive" not in [c[0] for c in told(text)]
