from __future__ import annotations

import pytest
from tests.reading.spoken import read

from testigo.directive import Clause, Directive
from testigo.reading.directives import directives
from testigo.reading.speakers import speakers


def orders(text: str) -> tuple[Directive, ...]:
    doc = read(text)
    return directives(doc, speakers(doc))


def clauses(text: str) -> list[Clause]:
    return [clause for order in orders(text) for clause in order.clauses]


def words(text: str) -> list[tuple[str, str]]:
    return [(c.modality, c.span.of(text)) for c in clauses(text)]


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        ("require", "hand over grain by June", "The bureau ordered farms to hand over grain by June."),
        ("forbid", "prohibited the sale of medicine", "The order prohibited the sale of medicine."),
        ("forbid", "prohibits arbitrary arrest", "The law prohibits arbitrary arrest."),
        ("forbid", "provides for freedom of speech", "The constitution provides for freedom of speech."),
        ("require", "all men must report at dawn", "According to the decree, all men must report at dawn."),
        ("exempt", "mothers of infants are exempt", "The circular says that mothers of infants are exempt."),
        ("exempt", "The rule does not apply to priests", "The rule does not apply to priests."),
        ("permit", "owners may keep one phone", "According to the order, owners may keep one phone."),
        ("forbid", "no one may leave the village", "The order says that no one may leave the village."),
        (
            "require",
            "Violators face three years of forced labor",
            "The law bans it. Violators face three years of forced labor.",
        ),
    ],
)
def test_a_clause_has_the_modality_of_its_words(modality: str, clause: str, text: str) -> None:
    assert (modality, clause) in words(text)


def test_an_order_in_several_infinitives_is_several_clauses() -> None:
    text = "The committee ordered all plants to form watches, to search workers and to report thefts."
    assert words(text) == [
        ("require", "form watches"),
        ("require", "search workers"),
        ("require", "report thefts"),
    ]


def test_an_exception_is_a_clause_of_its_own() -> None:
    text = "The order forbids phones in the plant except for engineers on call."
    assert words(text) == [
        ("forbid", "forbids phones in the plant"),
        ("exempt", "except for engineers on call"),
    ]
    assert [g.text for c in clauses(text) for g in c.groups] == ["engineers on call"]


def test_numbered_points_between_marks_are_clauses() -> None:
    text = (
        "The order has two points. It begins by noting that calls multiplied.\n"
        "“One. All households shall report their phones by March 31.\n"
        "“Two. Each unit shall report at least two persons per month.”"
    )
    assert [m for m, _ in words(text)].count("require") == 2


def test_whoever_is_kept_out_of_a_leniency_is_retained() -> None:
    text = "The order eased checks. Excluded from the order were families of defectors, returnees and phone users."
    (clause,) = [c for c in clauses(text) if c.modality == "retain"]
    assert [g.text for g in clause.groups] == ["families of defectors", "returnees", "phone users"]


def test_levels_of_supervision_are_numbers() -> None:
    text = "The order says that such persons are to be kept under surveillance at level one to level three."
    assert [c.levels for c in clauses(text)] == [(1, 3)]


def test_what_the_order_notes_is_its_ground() -> None:
    text = "The orders pointed out that the ministry monitored residents of the border."
    assert [m for m, _ in words(text)] == ["finding"]


def test_an_order_told_in_several_places_is_one_directive() -> None:
    text = (
        "The Border Command issued an order on Nov. 1. Under the order, strangers are to be detained."
        " According to the order, all villagers need a pass."
    )
    (order,) = orders(text)
    assert len(order.clauses) == 2
    assert order.issuer is not None
    assert order.issuer.text == "The Border Command"
    assert order.issued is not None
    assert order.issued.text == "Nov. 1"


def test_an_addressee_and_the_way_down_are_kept() -> None:
    text = "The ministry ordered all households to report phones. The order was read out by unit heads in Hyesan."
    (order,) = orders(text)
    assert [a.text for a in order.addressee] == ["all households"]
    assert [t.text for t in order.transmission] == ["The order was read out by unit heads in Hyesan"]


def test_a_first_sentence_that_sums_up_is_left_out() -> None:
    text = (
        "The province has ordered all households to report their foreign phones by June, Radio Saebyok has learned.\n"
        "Under the order, all households must list their phones. It says that brokers are to be banished."
    )
    assert all("foreign phones" not in span for _, span in words(text))
    assert len(words(text)) == 2


def test_an_order_knows_through_whom_it_is_told() -> None:
    text = "A trader said that the order requires farms to hand over grain."
    (order,) = orders(text)
    assert order.sources[0].text == "A trader"


@pytest.mark.parametrize(
    "text",
    [
        "He is to be tried next month.",
        "They had to pay 3,000 yuan.",
        "“You must be careful,” she said.",
        "Prices rose in May.",
        "Inspectors are said to be searching houses at night.",
        "Prisoners are believed to dig tunnels.",
        "Children are made to stand in the corridor.",
        "The government should release them, the group said.",
        "",
        "must must must",
    ],
)
def test_what_is_no_order_gives_no_directive(text: str) -> None:
    assert orders(text) == ()
