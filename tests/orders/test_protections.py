"""Freedoms and rights that a law states: what is held against them, and that they are never shown or merged as bans."""

from __future__ import annotations

import pytest
from tests.orders.worlds import World

from testigo.orders.conditions import conditions_of

LAW = "The Basic Law of June 1, 2032 protects freedom of movement and protects prisoners from torture."
TOLD = (
    "Mela Orr travelled from Lom to Harat on July 1. Police stopped a teacher on the road to Lom on July 2."
    " Guards in Harat beat two men on July 3."
)


def protecting() -> tuple[World, int]:
    world = World()
    one = world.report(LAW, "2032-06-03")
    world.order(
        one,
        ("protect", "movement", "protects freedom of movement", ()),
        ("protect", "torture", "protects prisoners from torture", ()),
        issued=("June 1, 2032", "2032-06-01"),
    )
    two = world.report(TOLD, "2032-07-10")
    return world, two


def test_using_a_freedom_is_no_breach_and_hindering_it_is_one() -> None:
    world, two = protecting()
    world.claim(two, "movement", "Mela Orr travelled from Lom to Harat on July 1", trigger="travelled",
                time=("July 1", "2032-07-01"), actor="Mela Orr")  # fmt: skip
    world.claim(two, "movement_restriction", "Police stopped a teacher on the road to Lom on July 2", trigger="stopped",
                time=("July 2", "2032-07-02"), target="a teacher")  # fmt: skip
    (order,), practices = world.confronted()
    said = {p.words[0].text[:8]: p.verdict for p in practices if p.clause == 1}
    assert said == {"Mela Orr": "in line", "Police s": "contrary"}
    assert [(c.modality, c.does, c.held_as) for c in order.clauses] == [
        ("forbid", "protect", "permit"),
        ("forbid", "protect", "forbid"),
    ]


def test_what_it_protects_from_is_contrary_and_said_so() -> None:
    world, two = protecting()
    world.claim(two, "torture", "Guards in Harat beat two men on July 3", trigger="beat",
                time=("July 3", "2032-07-03"), target="two men")  # fmt: skip
    (order,), practices = world.confronted()
    (found,) = (p for p in practices if p.clause == 2)
    assert found.verdict == "contrary"
    assert "What the clause protects from was done." in map(str, found.reasons)
    expected = order.clauses[1].expected
    assert expected is not None
    assert "protects prisoners from torture" in str(expected.carried_out[0])
    assert not any("become rare" in str(reason) for reason in expected.carried_out)


def test_whether_an_arrest_was_arbitrary_is_not_for_rules_to_say() -> None:
    world = World()
    one = world.report("The Basic Law of June 1, 2032 prohibits arbitrary arrest.", "2032-06-03")
    world.order(
        one, ("forbid", "arrest", "prohibits arbitrary arrest", ()), issued=("June 1, 2032", "2032-06-01")
    )
    two = world.report("Police arrested a teacher in Lom on July 2.", "2032-07-10")
    world.claim(two, "arrest", "Police arrested a teacher in Lom on July 2", trigger="arrested",
                time=("July 2", "2032-07-02"), target="a teacher")  # fmt: skip
    (practice,) = world.confronted()[1]
    assert practice.verdict == "cannot tell"
    assert "Whether the condition of the clause is met is not told (arbitrary)." in map(
        str, practice.reasons + practice.open
    )


def test_a_ban_and_a_protection_are_never_one_clause() -> None:
    world = World()
    for number, does in enumerate(("forbid", "protect"), 1):
        words = "on assembly in the square"
        report = world.report(f"Order No. 3 of June 1, 2032 has a line {words}.", f"2032-06-0{number + 2}")
        world.order(report, (does, "resistance", words, ()), issued=("June 1, 2032", "2032-06-01"))
    (order,) = world.confronted()[0]
    assert sorted(c.does for c in order.clauses) == ["forbid", "protect"]
    said = "Reports contradict each other: forbidden in report 1, permitted in report 2."
    assert all(said in map(str, c.differences) for c in order.clauses)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("prohibits arbitrary arrest", ["arbitrary"]),
        ("forbids the unlawful search of homes", ["unlawful"]),
        ("forbids unlawful searches of homes", ["unlawful"]),
        ("forbids illegal crossings of the river", []),
        ("forbids illegal phones", []),
    ],
)
def test_what_an_order_calls_illegal_is_no_condition(words: str, asked: list[str]) -> None:
    assert [c.text for c in conditions_of(words)] == asked
