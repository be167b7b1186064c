from __future__ import annotations

import pytest

from testigo import read
from testigo.directive import Clause
from testigo.reading.order_measures import RULES as MEASURES
from testigo.reading.order_measures import examples
from testigo.reading.order_terms import RULES as TERMS

PUBLISHED = "2024-03-21"


def clauses(text: str) -> list[Clause]:
    return [clause for order in read(text, PUBLISHED).directives for clause in order.clauses]


def measures(text: str) -> list[str | None]:
    return [clause.measure for clause in clauses(text)]


@pytest.mark.parametrize(
    ("act", "text"),
    [
        (
            "search",
            "Officers are forbidden to search homes at night. The order says that officers must ask first.",
        ),
        ("watchlisting", "According to the order, branches must strike old residents off the watch lists."),
        ("surveillance", "The order says that such persons are to remain under supervision at level two."),
        ("dismissal", "The law bans it. Whoever breaks the rule is to be dismissed."),
        ("confiscation", "The bureau ordered farms to hand over 200 kilograms of grain by June."),
        ("policy", "The province ordered farms to raise rabbits."),
        (
            "forced_labor",
            "According to the decree, everyone between 18 and 40 has to report to the barracks.",
        ),
    ],
)
def test_the_measure_is_the_act_that_the_clause_lays_down(act: str, text: str) -> None:
    assert act in measures(text)


def test_whom_a_clause_is_about_does_not_make_its_measure() -> None:
    text = "The law bans it. Anyone caught with an unreported phone shall be banished to the interior."
    assert measures(text)[-1] == "banishment"


def test_who_is_exempt_is_so_from_the_measure_told_before() -> None:
    text = "According to the order, all men have to report to the barracks. Mothers of infants are exempt."
    exempt = next(c for c in clauses(text) if c.modality == "exempt")
    assert exempt.measure == "forced_labor"
    assert "order.measure.before" in exempt.rule


def test_what_one_who_disobeys_faces_is_no_measure_that_others_are_exempt_from() -> None:
    text = (
        "According to the order, all men have to report to the barracks. A man who stays away will be arrested."
        " Mothers of infants are excepted."
    )
    exempt = next(c for c in clauses(text) if c.modality == "exempt")
    assert exempt.measure == "forced_labor"
    claim = next(c for c in read(text, PUBLISHED).claims if c.rule == "act.exempt")
    assert claim.act == "forced_labor"


def test_a_ban_on_leaving_that_somebody_is_exempt_from_is_told_by_its_words() -> None:
    text = "According to the order, guards have to hand in their phones. Cooks are excepted from the ban on leaving."
    exempt = next(c for c in clauses(text) if c.modality == "exempt")
    assert exempt.measure == "movement_restriction"


def test_a_threat_is_no_measure_that_somebody_is_exempt_from() -> None:
    text = (
        "According to the order, all men have to report to the barracks. Whoever refuses faces two years in prison."
        " Mothers of infants are exempt."
    )
    assert measures(text) == ["forced_labor", "sentence", "forced_labor"]


@pytest.mark.parametrize(
    ("words", "value", "text"),
    [
        (
            "by March 31",
            "../2024-03-31",
            "The order says that all households must list their phones by March 31.",
        ),
        (
            "by the end of June",
            "../2024-06-30",
            "The ministry ordered farms to hand over grain by the end of June.",
        ),
        (
            "within two days",
            None,
            "According to the order, branches must report each search within two days.",
        ),
        (
            "no later than May 4",
            "../2024-05-04",
            "According to the order, farms must hand over grain no later than May 4.",
        ),
    ],
)
def test_a_deadline_keeps_its_words_and_is_counted_forward(words: str, value: str | None, text: str) -> None:
    found = [c.deadline for c in clauses(text) if c.deadline is not None]
    assert [(f.text, f.value) for f in found] == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "According to the order, managers are to be dismissed if the loan is not paid back within a year.",
        "The order says that persons who traveled abroad before 2020 must report to the police.",
        "According to the order, nobody may leave the village until the end of March.",
    ],
)
def test_a_condition_or_a_length_is_no_deadline(text: str) -> None:
    assert [c.deadline for c in clauses(text)] == [None]


def test_a_threat_goes_with_its_clause_and_with_the_one_it_enforces() -> None:
    text = (
        "According to the order, each unit must report two strangers a month."
        " Whoever fails to do so will be sent to a labor training camp for three months."
    )
    duty, threat = clauses(text)
    assert threat.penalty is not None
    assert threat.penalty.text == "a labor training camp for three months"
    assert threat.penalty.duration == "P3M"
    assert duty.penalty == threat.penalty


def test_a_threat_is_found_by_its_words_farther_on() -> None:
    text = (
        "A clerk read the order out in Hyesan. According to the order, officers are forbidden to search homes at night."
        " Wardens must hand in their lists. Officers who search homes at night are threatened with the loss of their rank."
    )
    ban, lists, threat = clauses(text)
    assert ban.penalty is not None
    assert ban.penalty.text == "the loss of their rank"
    assert lists.penalty is None
    assert threat.penalty == ban.penalty


def test_an_order_without_a_threat_has_no_penalty() -> None:
    assert [c.penalty for c in clauses("The order says that all men must report at dawn.")] == [None]


def test_a_territory_is_where_a_clause_is_to_hold() -> None:
    text = "According to the order, anyone found within 500 meters of the river at night is to be shot."
    assert [[f.text for f in c.territory] for c in clauses(text)] == [["within 500 meters of the river"]]


def test_a_territory_of_the_whole_order_goes_with_every_clause() -> None:
    text = (
        "The ministry ordered its branches in the border counties of North Hamgyong Province to list phones."
        " Under the order, brokers are to be banished."
    )
    for clause in clauses(text):
        assert "North Hamgyong Province" in [f.text for f in clause.territory]


def test_a_place_that_tells_who_is_meant_is_no_territory() -> None:
    text = "The order requires wardens to report anyone who talks about life in Osaka. In Osaka, guards must report guests."
    assert clauses(text)[0].territory == ()


def test_where_somebody_is_sent_is_no_territory() -> None:
    text = "According to the order, brokers are to be moved to mines in the interior."
    assert [c.territory for c in clauses(text)] == [()]


def test_the_ground_of_an_order_has_neither_deadline_nor_territory() -> None:
    text = "The order noted that calls from Hyesan had multiplied by 2020."
    assert all(c.deadline is None and not c.territory for c in clauses(text) if c.modality == "finding")


def test_the_date_of_an_order_has_its_value() -> None:
    text = "The head office issued Instruction No. 14 on March 4. The instruction forbids night searches."
    (order,) = read(text, PUBLISHED).directives
    assert order.issued is not None
    assert order.issued.value == "2024-03-04"
    assert order.issuer is not None
    assert order.issuer.text == "The head office"


def test_passing_an_order_on_is_not_its_date() -> None:
    text = (
        "A clerk read a telegram, dated April 2. According to the telegram, night searches are forbidden."
        " The chief passed the telegram on by telephone on April 23."
    )
    (order,) = read(text, "2024-05-06").directives
    assert order.issued is not None
    assert order.issued.value == "2024-04-02"


@pytest.mark.parametrize(("act", "example"), examples())
def test_each_line_of_the_table_of_measures_finds_its_act(act: str, example: str) -> None:
    assert act in measures(
        f"The law says that it is so. According to the order, {example[0].lower()}{example[1:]}"
    )


@pytest.mark.parametrize(("rule", "example"), [(rule, example) for rule, _, example in (*MEASURES, *TERMS)])
def test_the_example_of_a_rule_of_terms_fires_it(rule: str, example: str) -> None:
    found = clauses(f"According to the order, {example[0].lower()}{example[1:]}")
    parts = [part for c in found for part in (c.deadline, c.penalty, *c.territory) if part is not None]
    assert rule in " ".join([*(c.rule for c in found), *(p.rule for p in parts)]).split()
