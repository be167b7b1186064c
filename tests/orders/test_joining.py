"""Which orders may be one: those with a clause alike or one issuer, near in time; the nearest first."""

from __future__ import annotations

from tests.orders.worlds import World

from testigo.confronted import Order
from testigo.orders import joining


def orders(*told: tuple[str, str, str, str]) -> tuple[Order, ...]:
    """Orders by modality, measure, issuer and date, each of a report of its own."""
    world = World()
    for modality, measure, issuer, day in told:
        report = world.report(
            f"{issuer} issued an order on {day}: the market people of the marsh are to be seen to."
        )
        world.order(
            report, (modality, measure, "the market people of the marsh are to be seen to", ()),
            issuer=issuer, issued=(day, day),
        )  # fmt: skip
    made, _ = world.confronted()
    return made


def test_an_order_of_one_issuer_and_a_clause_alike_is_near_and_says_why() -> None:
    one, other = orders(
        ("forbid", "search", "Prefect Aldo", "2032-03-04"), ("forbid", "search", "Prefect Aldo", "2032-03-24")
    )
    ((found, made),) = joining.near(one, (one, other), 5)
    assert found.key == other.key
    assert (made.alike, made.gap, made.issuer) == (1, 20, True)
    assert [r.template for r in made.reasons] == [joining.ALIKE, joining.OTHER_DAYS, joining.ONE_ISSUER]


def test_an_order_half_a_year_away_or_of_another_kind_and_issuer_is_not() -> None:
    made = orders(
        ("forbid", "search", "Prefect Aldo", "2032-03-04"),
        ("forbid", "search", "Prefect Aldo", "2032-09-24"),
        ("permit", "arrest", "Prefect Bruno", "2032-03-24"),
    )
    one = next(o for o in made if o.issued == "2032-03-04")
    assert joining.near(one, made, 5) == ()


def test_the_nearest_stands_first_and_no_more_than_asked_for() -> None:
    made = orders(*(("forbid", "search", "Prefect Aldo", f"2032-03-{day:02}") for day in (1, 9, 20, 29)))
    one = next(o for o in made if o.issued == "2032-03-01")
    assert [o.issued for o, _ in joining.near(one, made, 2)] == ["2032-03-09", "2032-03-20"]
