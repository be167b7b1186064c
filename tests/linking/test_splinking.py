"""Scoring of flat records: invented people written twice are found, the same way every time, on either engine."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from testigo.errors import BadInput, Missing
from testigo.linking.dialects import on_spark
from testigo.linking.splinking import (
    OTHERWISE,
    Comparison,
    Level,
    Records,
    Settings,
    alike,
    edited,
    equal,
    learn,
    score,
    unstated,
)

GIVEN = (
    "Arin",
    "Bela",
    "Corva",
    "Dorin",
    "Elsin",
    "Farun",
    "Goril",
    "Halin",
    "Ivrel",
    "Joran",
    "Kelvin",
    "Lorna",
)
FAMILY = (
    "Ruvek",
    "Salto",
    "Tolmer",
    "Undra",
    "Vasker",
    "Wendal",
    "Yorik",
    "Zanter",
    "Pelmar",
    "Quorin",
    "Morvan",
)
SETTINGS = Settings(
    comparisons=(
        Comparison("given", (unstated("given"), equal("given", rare=True), alike("given", 0.85), OTHERWISE)),
        Comparison("family", (unstated("family"), equal("family", rare=True), alike("family", 0.85), OTHERWISE)),
        Comparison(
            "born",
            (
                unstated("born"),
                equal("born"),
                edited("born", 1),
                Level("year", "substr(born_l, 1, 4) = substr(born_r, 1, 4)"),
                OTHERWISE,
            ),
        ),
    ),
    blocking=("l.born = r.born", "l.family = r.family AND l.given = r.given", "l.family = r.family AND substr(l.born, 1, 4) = substr(r.born, 1, 4)"),
    certain=("l.given = r.given AND l.family = r.family AND l.born = r.born",),
    trained_by=("l.born = r.born", "l.family = r.family"),
    random_pairs=20_000,
)  # fmt: skip


def people(count: int = 150) -> dict[str, list[str | int | float | None]]:
    """Every person twice: a and b; in b one letter of a name may be another, and a day of birth may be missing."""
    chance = random.Random(7)
    table: dict[str, list[str | int | float | None]] = {
        "unique_id": [],
        "given": [],
        "family": [],
        "born": [],
    }
    for number in range(count):
        given, family = chance.choice(GIVEN), chance.choice(FAMILY)
        born = f"{chance.randrange(1940, 2000)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
        for side in "ab":
            written = given[:-1] + chance.choice("aeiou") if side == "b" and chance.random() < 0.3 else given
            told = None if side == "b" and chance.random() < 0.1 else born
            row = (f"{number:04d}{side}", written, family, told)
            for column, value in zip(table.values(), row, strict=True):
                column.append(value)
    return table


@pytest.fixture(scope="module")
def learned() -> Settings:
    return learn([people()], SETTINGS)


def test_people_written_twice_are_found(learned: Settings) -> None:
    found = {(pair.left, pair.right) for pair in score([people()], learned)}
    true = {(f"{number:04d}a", f"{number:04d}b") for number in range(150)}
    assert len(found & true) >= 0.9 * len(true)
    assert len(found - true) <= 0.05 * len(found)


def test_the_same_records_in_another_order_give_the_same_figures_and_scores(learned: Settings) -> None:
    table = people()
    order = list(range(len(table["unique_id"])))
    random.Random(3).shuffle(order)
    mixed = {name: [column[at] for at in order] for name, column in table.items()}
    assert learn([mixed], SETTINGS) == learned
    assert score([mixed], learned, least=-5) == score([table], learned, least=-5)


def test_every_level_has_figures_after_learning_and_stated_ones_stay(learned: Settings) -> None:
    levels = [level for comparison in learned.comparisons for level in comparison.levels if not level.unknown]
    assert all(level.m is not None and level.u is not None for level in levels)
    stated = Comparison("born", (unstated("born"), replace(equal("born"), m=0.9, u=0.001), OTHERWISE))
    kept = learn([people()], replace(SETTINGS, comparisons=(*SETTINGS.comparisons[:2], stated)))
    assert (kept.comparisons[2].levels[1].m, kept.comparisons[2].levels[1].u) == (0.9, 0.001)


def test_a_level_says_what_held_and_what_was_not_stated(learned: Settings) -> None:
    pairs = {(pair.left, pair.right): pair for pair in score([people()], learned, least=-20)}
    assert any(pair.levels[2] == -1 for pair in pairs.values())
    best = max(pairs.values(), key=lambda pair: pair.bits)
    assert best.levels[2] == 3
    assert min(best.levels) >= 1
    assert best.probability > 0.99


def test_two_tables_are_compared_with_each_other_only(learned: Settings) -> None:
    table = people()
    sides: list[Records] = [{name: column[side::2] for name, column in table.items()} for side in (0, 1)]
    found = score(sides, learned)
    assert found
    assert all(pair.left.endswith("a") and pair.right.endswith("b") for pair in found)


def test_nothing_is_written_beside_the_caller(
    learned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    score([people()], learned)
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("tables", [[], [{"given": ["Arin"]}], [{"unique_id": ["1"], "given": []}]])
def test_tables_that_are_none_are_refused(tables: list[Records]) -> None:
    with pytest.raises(BadInput):
        score(tables, SETTINGS)


def test_a_missing_spark_names_the_command(learned: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("testigo.linking.sparking.find_spec", lambda name: None)
    with pytest.raises(Missing) as caught:
        score([people()], learned, "spark")
    assert "pip install" in caught.value.hint


@pytest.mark.parametrize(
    ("duckdb", "spark"),
    [
        ("jaro_winkler_similarity(a_l, a_r) >= 0.9", "JARO_WINKLER(a_l, a_r) >= 0.9"),
        ("list_has_any(a_l, a_r)", "ARRAYS_OVERLAP(a_l, a_r)"),
        ("len(a_l) = 0", "SIZE(a_l) = 0"),
        ("len(list_intersect(a_l, a_r)) >= 2", "SIZE(ARRAY_INTERSECT(a_l, a_r)) >= 2"),
        ("list_contains(a_l, b_r)", "ARRAY_CONTAINS(a_l, b_r)"),
        ("a_l[1] >= '가'", "a_l[0] >= '가'"),
        ("ELSE", "ELSE"),
    ],
)
def test_conditions_are_carried_over_to_spark(duckdb: str, spark: str) -> None:
    assert on_spark(duckdb) == spark
