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
        ("forbid", "grants freedom of belief", "The constitution grants freedom of belief."),
        ("permit", "gives citizens the right to strike", "The law gives citizens the right to strike."),
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


def test_the_way_down_ends_with_the_quotation_that_tells_it() -> None:
    text = "The ministry ordered all households to report phones. “The wardens passed it on,” she said."
    (order,) = orders(text)
    assert [t.text for t in order.transmission] == ["The wardens passed it on"]


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


def test_it_and_which_stand_for_the_order_named_before() -> None:
    text = "A decree on exit was signed in May. It bars minors from leaving, except athletes, and requires border officers to report every attempt."
    assert [m for m, _ in words(text)] == ["forbid", "exempt", "require"]
    told = "A decree on exit was signed in May. A diplomat who has seen a copy said that it bars minors from leaving."
    assert words(told) == [("forbid", "bars minors from leaving")]
    listed = "He cited an order of the minister, which instructed the offices to register the deaths, to refuse copies to lawyers, and to report relatives."
    assert len(words(listed)) == 3


def test_it_without_an_order_before_it_gives_no_clause() -> None:
    assert orders("A storm is near. It bars ships from leaving.") == ()


def test_two_penalties_in_one_sentence_are_two_clauses() -> None:
    text = "The order told wardens to write down guests. Heads who look away will be replaced and may be sent to a farm for a month."
    assert [m for m, span in words(text) if "guests" not in span] == ["require", "require"]


def test_a_negated_infinitive_of_a_list_forbids() -> None:
    text = "Wardens were ordered to report strangers, to lock up ladders, and not to give food to soldiers."
    assert words(text)[-1] == ("forbid", "give food to soldiers")


def test_an_exception_at_the_end_of_a_clause_is_a_clause_of_its_own() -> None:
    text = "Article 5 forbids women to work for foreign groups, midwives and cleaners excepted."
    assert [m for m, _ in words(text)] == ["forbid", "exempt"]
    told = "The bureau ordered wardens to write down guests, with only officials' blocks spared."
    assert [m for m, _ in words(told)] == ["require", "exempt"]


def test_freedoms_and_rights_that_a_law_provides_for_are_protected_and_what_else_it_provides_is_due() -> None:
    assert words("The constitution provides for free housing.")[0][0] == "require"
    assert words("The constitution provides for freedom of speech.")[0][0] == "forbid"
    assert words("The law provides for the right to form unions.")[0][0] == "forbid"
    assert words("The constitution provides for the inviolability of homes.")[0][0] == "forbid"
    assert words("The constitution guarantees the right of Christians to worship.")[0][0] == "forbid"
    assert words("The constitution guarantees citizens the right to worship.")[0][0] == "permit"


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ("The Basic Law of May 3, 2021, grants freedom of belief.", ["grants freedom of belief"]),
        ("The charter bans raids. It protects prisoners from torture.", ["protects prisoners from torture"]),
        ("The charter bans raids. It guarantees the freedom of assembly.", ["guarantees the freedom of assembly"]),
        ("The charter bans raids. It provides for free schools.", []),
        ("The charter bans raids. The mayor protects brokers.", []),
    ],
)  # fmt: skip
def test_it_may_be_a_law_that_protects(text: str, protected: list[str]) -> None:
    assert [c.span.of(text) for c in clauses(text) if c.protects] == protected


def test_five_points_that_go_on_with_it_are_one_law() -> None:
    text = (
        "The Basic Law grants freedom of belief. It protects prisoners from torture. It bans sermons."
        " It requires passes. It guarantees the freedom of assembly."
    )
    (law,) = orders(text)
    assert [c.does for c in law.clauses] == ["protect", "protect", "forbid", "require", "protect"]


@pytest.mark.parametrize(
    ("issuer", "text"),
    [
        ("the ministry", "An order issued by the ministry on May 3 bans sermons."),
        ("the governor", "The order, which was signed by the governor on May 3, bans sermons."),
        (
            "the provincial committee",
            "The order was issued on May 3 by the provincial committee and bans sermons.",
        ),
        ("The ministry", "The ministry issued an order on May 3 that bans sermons."),
        (None, "An order issued on May 3 bans sermons."),
    ],
)
def test_who_issued_an_order_is_never_the_order(issuer: str | None, text: str) -> None:
    assert [order.issuer and order.issuer.text for order in orders(text)] == [issuer]


def test_an_order_of_a_day_was_given_on_it_and_to_no_deed() -> None:
    (order,) = orders("An order of September 29, 2025, prohibits the arrest of brokers.")
    assert order.issued is not None
    assert (order.issued.text, order.addressee) == ("September 29, 2025", ())


def test_those_who_are_forgiven_are_exempt() -> None:
    text = "The order says that those who turn themselves in will be forgiven."
    assert [m for m, _ in words(text)] == ["exempt"]


def test_an_order_told_over_sentences_goes_on_with_it_and_those() -> None:
    text = (
        "According to the source, the order claims that the number of runaway workers has grown. It calls on every farm"
        " to check its register and to submit the names to the office. Those on the list have to return by July 5."
        " Women with small children were left out of the order."
    )
    assert [modality for modality, _ in words(text)] == ["finding", "require", "require", "require", "exempt"]
    assert len(orders(text)) == 1


def test_it_calls_on_nobody_where_no_order_is_told() -> None:
    assert orders("The union met in May. It calls on every farm to check its register.") == ()


def test_what_a_law_is_called_behind_a_comma_is_no_clause_of_it() -> None:
    assert clauses("The panel criticized the security act, calling it disproportionate.") == []


def test_what_is_done_against_a_law_is_no_clause_of_it() -> None:
    assert clauses("The prosecutor said that the party violated the law by calling for a strike.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The court ordered the ministry to pay each man 50 crowns, that the guards be tried, and that offices had to report.",
            ["pay each man 50 crowns", "the guards be tried", "offices had to report"],
        ),
        ("A court ruled to extend her detention until May 9.", ["extend her detention until May 9"]),
        ("He accused the mayor of having ordered the killing.", ["having ordered the killing"]),
        ("A court ordered his return to prison.", ["ordered his return to prison"]),
    ],
)
def test_what_a_court_or_chief_orders_in_other_forms_is_a_clause_each(text: str, told: list[str]) -> None:
    assert [c.span.of(text).rstrip(".") for c in clauses(text)] == told


def test_what_a_court_finds_unlawful_is_no_ban() -> None:
    assert clauses("The court ruled that the raid on the paper was unlawful.") == []
