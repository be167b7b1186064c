"""Which time an act has: how long, how often, before what, and whether a time is that of the verb before or of its own."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province.\n\n"


def times(sentence: str, act: str) -> list[list[str]]:
    """The words of the times of each claim of an act."""
    claims = read_report(report_of_text(LEAD + sentence, published="2024-06-20")).claims
    return [[f.text for f in c.time] for c in claims if c.act == act]


@pytest.mark.parametrize(
    ("sentence", "act", "when"),
    [
        ("The monk spent six months in pretrial detention.", "detention", "six months"),
        ("The two were held in isolation for between five and six months.", "detention", "six months"),
        ("Officers visit the households of returnees daily.", "surveillance", "daily"),
        ("The agents searched the house every Saturday.", "search", "every Saturday"),
        ("Inspectors searched the house two to three times a week.", "search", "two to three times a week"),
        ("Visits were cancelled until further notice.", "policy", "until further notice"),
        ("Most of them were picked up at home after dark.", "arrest", "after dark"),
        ("Most of the men were released after five days.", "release", "after five days"),
        ("Within an hour, officers had sealed off the plant.", "movement_restriction", "Within an hour"),
    ],
)
def test_how_long_how_often_and_before_what_are_times(sentence: str, act: str, when: str) -> None:
    assert [when] in times(sentence, act)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Officers demanded 300 yuan a day from each trader.", "extortion"),
        ("Residents were told to report thefts within 24 hours.", "surveillance"),
    ],
)
def test_a_price_a_day_and_a_term_set_in_hours_are_no_times(sentence: str, act: str) -> None:
    assert [] in times(sentence, act)


def test_a_year_that_tells_which_election_is_no_year_of_the_act() -> None:
    (made,) = [
        c
        for c in read_report(
            report_of_text(LEAD + "After the 2020 election, police arrested two editors.")
        ).claims
        if c.act == "arrest"
    ]
    assert [(f.text, f.value) for f in made.time] == [("After the 2020 election", None)]


@pytest.mark.parametrize(
    ("sentence", "act", "when"),
    [
        ("As of May the reporter continued to refuse food.", "resistance", ["May"]),
        (
            "He was arrested in October 2019, held for four months, and in March 2020 sentenced to a year in prison.",
            "sentence",
            ["March 2020"],
        ),
        ("The men were questioned in October 2019 and then arrested.", "arrest", []),
        (
            "In May police arrested the deputy for his part in an attempted assassination of a judge.",
            "killing",
            [],
        ),
    ],
)
def test_a_time_goes_with_its_own_verb(sentence: str, act: str, when: list[str]) -> None:
    assert times(sentence, act) == [when]


def test_how_long_somebody_is_sent_for_is_the_punishment_and_no_time() -> None:
    sentence = "Traders who miss the lecture will be sent to a labor camp for a month."
    assert times(sentence, "sentence") == [[]]


def test_what_is_refused_and_the_refusal_are_at_one_time() -> None:
    assert ["since Monday"] in times("The warden has refused to hand out letters since Monday.", "policy")


@pytest.mark.parametrize(
    "text",
    [
        "The council reported nine killings of porters as of May 3.",
        "As of May 3, the council reported nine killings.",
    ],
)
def test_up_to_when_cases_are_counted_is_their_time(text: str) -> None:
    found = read_report(report_of_text(text, published="2024-06-10"), second=False).claims
    assert [filler.value for claim in found if claim.act == "killing" for filler in claim.time] == [
        "2024-05-03"
    ]


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("The order closes the houses from June 22 until the 28th.", None),
        ("The houses will be searched on June 25.", None),
        ("Police beat two men on June 3.", "2024-06-04"),
    ],
)
def test_what_happened_is_not_counted_from_a_day_to_come(before: str, value: str | None) -> None:
    claims = read_report(
        report_of_text(LEAD + f"{before} A woman was led away the next morning.", published="2024-06-20")
    ).claims
    (made,) = [c for c in claims if c.act == "arrest"]
    assert [f.value for f in made.time] == [value]
