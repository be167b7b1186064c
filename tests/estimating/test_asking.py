"""From a clause of an order to the question put to the months around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook import worlds
from tests.estimating.test_estimate import add, claim

from testigo.casebook.casebook import Casebook, close_open
from testigo.casebook.values import Derived, DerivedRun
from testigo.claim import Span
from testigo.confronted import ClauseTelling, GroupEvents, GroupTold, Order, OrderClause, Words
from testigo.errors import BadInput, Refused
from testigo.estimating.asking import asked_of, clause_of
from testigo.estimating.estimate import Asked, estimate, sourced
from testigo.trend import Expected, Options, Verdict
from testigo.weighed import Origin, Weight

HERE = Words(1, Span(0, 5), "words")


def clause(number: int, modality: str, measure: str | None, *groups: tuple[str, str | None]) -> OrderClause:
    told = tuple(GroupTold(text, id_) for text, id_ in groups)
    telling = ClauseTelling(1, number - 1, HERE)
    return OrderClause(number, modality, measure, told, None, None, "", (), (), (telling,))


def order(*clauses: OrderClause, issued: str | None = "2031-10-02", areas: tuple[str, ...] = ()) -> Order:
    first = issued if issued and "X" not in issued else None
    return Order("1", "Order", "", (), issued, first, first, (), (), (), clauses, areas=areas)


@pytest.mark.parametrize(
    ("modality", "measure", "act", "expected"),
    [
        ("forbid", "search", "search", Expected.FEWER),
        ("exempt", "surveillance", "arrest", Expected.FEWER),
        ("permit", "movement", "movement_restriction", Expected.FEWER),
        ("permit", "search", "search", Expected.MORE),
        ("require", "dismissal", "dismissal", Expected.MORE),
    ],
)
def test_a_clause_leads_one_to_expect_fewer_or_more_of_an_act(
    modality: str, measure: str, act: str, expected: Expected
) -> None:
    asked = asked_of(order(clause(1, modality, measure)), clause(1, modality, measure))
    assert (asked.acts, asked.expected, asked.at) == ((act,), expected, "2031-10-02")


def test_the_groups_and_the_place_of_a_clause_are_asked_for() -> None:
    one = clause(1, "exempt", "surveillance", ("people sent back", "repatriated"), ("traders", None))
    asked = asked_of(order(one, areas=("brunsa", "KP-09-hoeryong")), one)
    assert (asked.groups, asked.place) == (("repatriated",), "KP-09-hoeryong")
    assert asked.names[1] == "people sent back"


def test_who_merely_lives_there_is_everybody() -> None:
    one = clause(1, "permit", "movement", ("residents of the border counties", "border-residents"))
    assert asked_of(order(one), one).groups == ()


@pytest.mark.parametrize(
    ("modality", "measure"), [("retain", "surveillance"), ("finding", "search"), ("require", "policy"), ("forbid", None)]
)  # fmt: skip
def test_a_clause_that_leads_one_to_expect_no_change_is_refused(modality: str, measure: str | None) -> None:
    one = clause(3, modality, measure)
    with pytest.raises(Refused, match="clause 3 leads one to expect no change"):
        asked_of(order(one), one)


@pytest.mark.parametrize("issued", [None, "XXXX-10-02"])
def test_an_order_without_a_day_of_a_known_year_has_no_before_and_after(issued: str | None) -> None:
    one = clause(1, "forbid", "search")
    with pytest.raises(BadInput, match="no day of a known year"):
        asked_of(order(one, issued=issued), one)


def test_where_none_was_chosen_the_clause_that_forbids_is_asked_about_first() -> None:
    retain, exempt = clause(1, "retain", "surveillance"), clause(2, "exempt", "surveillance")
    forbid, policy = clause(3, "forbid", "search"), clause(4, "require", "policy")
    assert clause_of(order(retain, exempt, forbid, policy)) == forbid
    assert clause_of(order(retain, exempt)) == exempt
    assert clause_of(order(retain, policy)) is None


# -- in a casebook -----------------------------------------------------------------------------------------------------


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    yield worlds.empty(tmp_path / "book", plain=True)
    close_open()


def keep(book: Casebook, stage: str, *values: Derived) -> None:
    book.replace_derived(DerivedRun(stage, worlds.NOON, "1", {}, book.inputs()), values)


def arrests(book: Casebook, count: int) -> list[int]:
    out: list[int] = []
    for n in range(count):
        month = n % 24
        day = dt.date(2030 + (9 + month) // 12, (9 + month) % 12 + 1, 5 + n // 24)
        out += add(book, f"r{n}", str(day + dt.timedelta(10)), claim("arrest", str(day)))
    return out


def test_a_group_that_confronting_read_of_a_person_counts(book: Casebook) -> None:
    ids = arrests(book, 4)
    keep(book, "orders", Derived("group", "plain-residents", GroupEvents("plain-residents", tuple(ids[:3]))))
    found = sourced(book, Asked("2031-10-02", ("arrest",), ("plain-residents",)))
    assert [i.id for i in found.incidents] == [f"claim {i}" for i in ids[:3]]
    assert {i.groups for i in found.incidents} == {("plain-residents",)}
    assert (found.untold, found.read) == (1, True)


def test_too_few_of_a_group_are_refused_and_those_left_out_are_said(book: Casebook) -> None:
    ids = arrests(book, 60)
    whole = estimate(book, Asked("2031-10-02", ("arrest",), since=dt.date(2030, 10, 1)), Options(seed=3))
    assert whole.verdict is Verdict.NO_CHANGE
    keep(book, "orders", Derived("group", "repatriated", GroupEvents("repatriated", tuple(ids[:8]))))
    few = estimate(
        book, Asked("2031-10-02", ("arrest",), ("repatriated",), since=dt.date(2030, 10, 1)), Options(seed=3)
    )
    assert few.verdict is Verdict.NOT_TESTABLE
    assert "refused.incidents" in {s.id for s in few.refused}
    said = {s.id: dict(s.arguments) for s in few.cautions}
    assert said["caution.untold"] == {"untold": "52", "count": "8"}
    assert "caution.groups" not in said


def test_where_orders_were_not_confronted_the_answer_says_that_fewer_groups_are_known(book: Casebook) -> None:
    arrests(book, 2)
    answer = estimate(book, Asked("2031-10-02", ("arrest",), ("repatriated",)), Options())
    assert {"caution.untold", "caution.groups"} <= {s.id for s in answer.cautions}


def test_behind_a_report_stand_the_origins_whose_own_words_it_tells(book: Casebook) -> None:
    (one,) = add(book, "a", "2031-10-20", claim("arrest", "2031-10-12"))
    add(book, "b", "2031-11-15", claim("arrest", "2031-10-12"), publisher="Tesk Herald")
    (three,) = add(book, "c", "2031-12-15", claim("search", "2031-12-12"), publisher="Tesk Herald")
    first = book.claim(one).report
    keep(
        book, "weighing",
        Derived("weight", f"claim {one}", Weight(f"claim {one}", 1, 1, 1, 1, 3, origins=("o1",))),
        Derived("origin", "o1", Origin("o1", "anonymous", "a trader", "Dorna Mail", first, (one, three), mentions=("x", "y"))),
        Derived("origin", "o2", Origin("o2", "outside", "Ilvane", "", 0, ())),
    )  # fmt: skip
    found = sourced(book, Asked("2031-10-02", ("arrest",)))
    assert [p.origins for p in found.publications] == [("o1",), (), ("o1",)]
    assert [i.origins for i in found.incidents] == [("o1",), ()]
