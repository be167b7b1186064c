from __future__ import annotations

import pytest
from tests.reading.spoken import heard

from testigo.reading.hedges import RULES, hedges


def cues(text: str) -> list[str]:
    return [h.cue.of(text) for h in hedges(heard(text))]


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("may", "They may come tomorrow."),
        ("could", "The talks could be delayed."),
        ("probably", "They will probably come."),
        ("unclear", "It is unclear who gave the order."),
        ("suggests", "The report suggests that he was beaten."),
        ("believe", "Analysts believe that he fled."),
        ("whether", "Nobody knows whether he lives."),
        ("if", "They will be tried if the rest is not delivered."),
        ("investigating", "Police are investigating the fire."),
        ("allegedly", "He allegedly took a bribe."),
        ("Some say", "Some say that he fled."),
        ("appears", "The quota appears to have been set."),
        ("likely", "The order is likely to be changed."),
        ("expected", "Analysts had expected a loss."),
        ("projected", "Harvests are projected to fall."),
        ("estimated", "An estimated 3,000 people were moved."),
        ("considering", "The board is considering a sale."),
        ("rumors", "The rumors sent prices lower."),
    ],
)
def test_a_word_of_doubt_is_a_hedge(cue: str, text: str) -> None:
    assert cue in cues(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was arrested in May.",
        "She appeared in court.",
        "He could not sleep.",
        "They came and went.",
        "The think tank moved.",
        "Many people attended the funeral.",
        "The court considered the appeal and rejected it.",
        "The investigation ended in March.",
        "",
    ],
)
def test_the_same_word_in_another_use_is_none(text: str) -> None:
    assert cues(text) == []


def test_the_scope_is_the_clause_that_is_doubted() -> None:
    text = "He was arrested, and his wife may have fled."
    (hedge,) = hedges(heard(text))
    assert hedge.scope.of(text) == "his wife may have fled"


@pytest.mark.parametrize(("rule", "example"), [(r[0], r[2]) for r in RULES])
def test_the_example_of_a_rule_is_found_by_it(rule: str, example: str) -> None:
    assert rule in {h.rule for h in hedges(heard(example))}
