"""Who it is done to, and who does it, where participles and joined verbs stand between a subject and its verb."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def slots(sentence: str, act: str) -> list[tuple[list[str], list[str]]]:
    """Doers and those it is done to, of each claim of an act."""
    claims = read_report(report_of_text(LEAD + sentence)).claims
    return [([f.text for f in c.actor], [f.text for f in c.target]) for c in claims if c.act == act]


@pytest.mark.parametrize(
    ("sentence", "act", "who"),
    [
        ("The man crossed into China in 2019 and was sent back in November 2021.", "repatriation", "The man"),
        ("The pastor returned to his village in 2018 but was detained at once.", "arrest", "The pastor"),
        ("Two sisters escaped from a farm in May and were caught at the river.", "arrest", "Two sisters"),
        (
            "Three students caught watching South Korean dramas were publicly tried in May.",
            "trial",
            "Three students caught watching South Korean dramas",
        ),
        (
            "Three women arrested for selling foreign drugs were tried in May.",
            "trial",
            "Three women arrested for selling foreign drugs",
        ),
    ],
)
def test_a_joined_or_later_verb_keeps_the_subject(sentence: str, act: str, who: str) -> None:
    assert ([], [who]) in slots(sentence, act)


def test_who_crosses_is_not_who_fires() -> None:
    sentence = "Soldiers opened fire on people trying to cross the river, killing two and wounding one."
    assert (["people"], []) in slots(sentence, "escape")
    assert (["Soldiers"], ["two"]) in slots(sentence, "killing")


def test_a_price_is_no_part_of_the_next_subject() -> None:
    sentence = "The price of rice rose to 7,000 won a kilogram, and some families are going hungry."
    assert ([], ["some families"]) in slots(sentence, "hardship")


def test_neither_the_firing_squad_nor_who_looks_on_does_it() -> None:
    sentence = "Her brother was executed by firing squad in front of 300 people."
    assert ([], ["Her brother"]) in slots(sentence, "execution")


def test_who_learned_of_it_is_who_was_told() -> None:
    sentence = "Relatives learned of his death only when they were told to collect his belongings."
    assert ([], ["Relatives"]) in slots(sentence, "order")


def test_a_year_counts_nobody() -> None:
    sentence = (
        "A teacher whose brother defected in 2017 was removed from her post and sent to the countryside."
    )
    claims = read_report(report_of_text(LEAD + sentence)).claims
    assert {c.act for c in claims} >= {"dismissal", "banishment"}
    assert not [f.text for c in claims for f in c.quantity]


def test_an_order_whose_issuer_would_be_a_time_has_none() -> None:
    text = (
        "The president expelled the head of a news agency on 48 hours' notice."
        " Under a decree issued in September, subscribers must link their cards to a number."
    )
    (order,) = read_report(report_of_text(text)).directives
    assert order.issuer is None


def test_past_tenses_in_a_row_before_their_object_are_all_done_by_the_subject() -> None:
    sentence = "In July, police arrested, beat, and later released three monks."
    assert [slots(sentence, act) for act in ("arrest", "torture", "release")] == [
        [(["police"], ["three monks"])]
    ] * 3


def test_who_is_caught_at_it_is_whom_the_next_verb_is_about() -> None:
    sentence = "Two brothers caught smuggling copper were sentenced to five years in prison."
    assert ([], ["Two brothers caught smuggling copper"]) in slots(sentence, "sentence")
