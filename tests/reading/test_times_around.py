"""When an act happens, told by other words than a date of its own: months of a year, "not seen since", the date of a decree."""

from __future__ import annotations

import pytest

from testigo import read

LEAD = "The authorities told the residents of the town on Monday that the market would open again. "


def times(text: str, act: str) -> list[tuple[str, str | None]]:
    found = [c for c in read(LEAD + text, "2024-12-20").claims if c.act == act]
    assert found, text
    return [(filler.text, filler.value) for filler in found[-1].time]


@pytest.mark.parametrize(
    ("act", "told", "value", "text"),
    [
        ("detention", "the last two months of 2020", "2020-11/2020-12", "In the last two months of 2020 courts jailed 14 reporters."),
        ("arrest", "the first six months of the year", "2024-01/2024-06", "In the first six months of the year police arrested nine men."),
        ("torture", "July and August", "2024-07/2024-08", "In July and August guards beat prisoners."),
        ("arrest", "March 25", "2024-03-25", "Police arrested the editor at the March 25 protests in Osh, where he was filming."),
        ("release", "December of that year", "2018-12", "He was detained in April 2018 and released in December of that year."),
        ("policy", "2012", "2012", "A decree issued in 2012 obliged graduates to accept any post."),
        ("surveillance", "since a cousin fled to the south in 2017", "2017/..",
         "The captain has been under surveillance since a cousin fled to the south in 2017."),
        ("disappearance", "since", "2024-06-05/..", "The clerk left on June 5. He has not been seen since."),
        ("interrogation", "May 3", "2024-05-03", "On May 3, Ivan Petrov and Oleg Sorin were questioned."),
    ],
)  # fmt: skip
def test_a_time_is_found_beside_the_act(act: str, told: str, value: str, text: str) -> None:
    assert times(text, act) == [(told, value)]


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("disappearance", "In May, Amnesty International reported on the disappearance of four prisoners."),
        ("arrest", "According to a September report by a rights group, nine men were arrested."),
        ("movement", "Police kept her mother out for more than 40 days, even after she caught a fever and was moved to a hospital."),
    ],
)  # fmt: skip
def test_a_time_of_something_else_is_not_that_of_the_act(act: str, text: str) -> None:
    assert times(text, act) == []


def test_who_acts_in_part_of_a_year_is_named_without_it() -> None:
    found = read(LEAD + "In the first half of the year police arrested 20 people.", "2024-12-20").claims
    assert [f.text for c in found if c.act == "arrest" for f in c.actor] == ["police"]


def test_when_it_was_learned_is_no_time_of_the_act_and_a_questioning_is_no_charge() -> None:
    assert (
        times("The family learned in April that he had been sentenced in secret to three years.", "sentence")
        == []
    )
    text = "Agents summoned the parents for questioning on January 5 and again on January 9."
    assert times(text, "interrogation") == [("January 5", "2024-01-05"), ("January 9", "2024-01-09")]
