"""Turns of everyday news: usual words that tell another act, and words of an act that tell none."""

from __future__ import annotations

import pytest

from testigo import read
from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def acts(text: str) -> set[str]:
    return {claim.act for claim in read(text).claims}


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("disappearance", "The guards fired at the boat but missed."),
        ("resistance", "An exile, who would not give her name, spoke to the paper."),
        ("search", "The talk of a draft turned out to be untrue."),
        ("contact", "The leaflet called both ministers dictators."),
        ("smuggling", "The ministry sent task forces to the towns to stop smuggling."),
        ("escape", "Patrols are clamping down on illegal border crossing."),
    ],
)
def test_words_of_an_act_that_tell_none(act: str, text: str) -> None:
    assert act not in acts(text)


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("watchlisting", "The department works down its list."),
        ("meeting", "At a meeting on May 2, the director read out a letter."),
    ],
)
def test_a_turn_is_told_apart_by_what_stands_around_it(act: str, text: str) -> None:
    assert act in acts(text)


def test_who_is_exempt_is_so_from_the_measure_and_not_from_its_threat() -> None:
    text = (
        "Under the order, all households must hand in 20 kilograms of scrap metal."
        " Those who fail to do so will be sent to a labor camp. Widows are exempt."
    )
    told = [(claim.trigger.of(text), claim.act) for claim in read(text).claims]
    assert told[-1][1] == told[-3][1] != "sentence"


def test_an_order_that_comes_is_told_by_its_noun_too() -> None:
    text = "The order came from the city committee on May 2."
    assert [claim.trigger.of(text) for claim in read(text).claims] == ["order came"]


def test_the_points_of_a_quoted_order_are_its_clauses() -> None:
    text = (
        "The order, signed on May 20, has two points:\n\n“1. Citizens under 40 may not leave the country.\n\n"
        "“2. The preceding point does not apply to cooks.”"
    )
    points = [claim for claim in read(text).claims if claim.act == "movement_restriction"]
    assert [claim.status for claim in points] == ["intended", "intended"]
    assert {claim.sources[0].text for claim in points} == {"The order"}
    assert [filler.text for filler in points[1].target] == ["cooks"]


def test_who_is_told_to_report_gets_an_order() -> None:
    acts = {
        (claim.kind, claim.act) for claim in read("The clerks were told to report on their neighbors.").claims
    }
    assert acts == {("directive", "order"), ("event", "surveillance")}


def test_a_site_is_where_it_happens() -> None:
    text = "Police beat two men on the platform."
    assert [place.text for claim in read(text).claims for place in claim.place] == ["the platform"]


def test_who_pays_a_bribe_is_who_acts() -> None:
    text = "Three weeks later, after an aunt had paid the equivalent of 900 euros to an official, he got his passport back."
    bribe = next(
        claim for claim in read_report(report_of_text(text), second=True).claims if claim.act == "bribery"
    )
    assert [who.text for who in bribe.actor] == ["an aunt"]
    assert [who.text for who in bribe.target] == ["an official"]
