"""What an order does to another where no report says so: it repeats it or contradicts it by what its clauses ask."""

from __future__ import annotations

from testigo.claim import Span
from testigo.confronted import ClauseTelling, GroupTold, Order, OrderClause, Relation, Words
from testigo.orders.related import ALIKE, related

WORDS = Words(1, Span(0, 1), "x")
SEARCHES, PASSES = ("forbid", "search", "KPG-returnees"), ("permit", "movement_restriction", "")
Asked = tuple[str, str, str]


def clause(number: int, asked: Asked) -> OrderClause:
    modality, measure, group = asked
    groups = (GroupTold(group, group),) if group else ()
    return OrderClause(
        number, modality, measure, groups, None, None, "", (), (), (ClauseTelling(1, 0, WORDS),)
    )


def order(key: str, issued: str | None, *asked: Asked, area: str = "KP-09") -> Order:
    clauses = tuple(clause(n, one) for n, one in enumerate(asked, 1))
    return Order(key, key, "the office", (), issued, issued, issued, (), (), (), clauses, areas=(area,))


def relations(*orders: Order) -> dict[str, list[tuple[str, str]]]:
    return {o.key: [(r.kind, r.order) for r in o.relations] for o in related(orders, {}, {})}


def test_an_order_that_asks_the_same_again_repeats_the_last_one_before_it() -> None:
    first, second, third = (
        order(key, day, SEARCHES, PASSES)
        for key, day in (("1", "2021-03-04"), ("2", "2022-03-04"), ("3", "2023-03-04"))
    )
    found = related((third, first, second), {}, {})
    assert {o.key: [(r.kind, r.order) for r in o.relations] for o in found} == {
        "1": [],
        "2": [("repeats", "1")],
        "3": [("repeats", "2")],
    }
    (relation,) = found[0].relations
    assert (relation.clauses, [r.template for r in relation.reasons]) == ((1, 2), [ALIKE])
    assert [(r.kind, r.order) for r in found[1].related_by] == [("repeats", "2")]
    assert isinstance(relation, Relation)


def test_one_more_clause_another_group_place_or_no_later_day_is_no_repetition() -> None:
    first = order("1", "2021-03-04", SEARCHES, PASSES)
    more = order("2", "2022-03-04", SEARCHES, PASSES, ("require", "forced_labor", ""))
    group = order("3", "2022-03-04", ("forbid", "search", "KPG-users"), PASSES)
    place = order("4", "2022-03-04", SEARCHES, PASSES, area="KP-10")
    undated = order("5", None, SEARCHES, PASSES)
    found = relations(first, more, group, place, undated)
    assert all(not any(kind == "repeats" for kind, _ in mine) for mine in found.values())


def test_one_clause_about_nobody_in_particular_repeats_nothing() -> None:
    found = relations(order("1", "2021-03-04", PASSES), order("2", "2022-03-04", PASSES))
    assert found == {"1": [], "2": []}
