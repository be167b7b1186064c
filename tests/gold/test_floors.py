"""The gate: on our own gold set the reader is not worse than it was. A floor rises freely and falls only in the open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.gold import refresh
from tests.gold.scoring import Tally, tallies


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """What the reader scores on the set and on the reports that no rule was written from, once for the module."""
    return refresh.all_measured()


FLOORED = [f"{group}{name}" for group in ("", "unseen ") for name in refresh.PINNED]


@pytest.mark.parametrize("name", FLOORED)
def test_the_reader_stays_above_its_floor(figures: dict[str, float], name: str) -> None:
    floors = json.loads(refresh.FLOORS.read_text("utf-8"))
    assert figures[name] >= floors[name], (
        f"{name}: {figures[name]:.3f}, the floor is {floors[name]:.3f}: python tests/gold/score.py --table"
    )


def test_there_is_a_floor_for_each_pinned_figure_and_it_means_something() -> None:
    floors = json.loads(refresh.FLOORS.read_text("utf-8"))
    assert set(floors) == set(FLOORED)
    assert all(0 < floor < 1 for floor in floors.values())


def test_a_better_run_raises_a_floor_and_a_worse_one_leaves_it() -> None:
    old = {"claims": 0.600, "status": 0.900}
    assert refresh.moved(old, {"claims": 0.7012, "status": 0.80}, lower=False) == {
        "claims": 0.696,
        "status": 0.900,
    }


def test_only_the_switch_lowers_a_floor() -> None:
    assert refresh.moved({"claims": 0.600}, {"claims": 0.5555}, lower=True) == {"claims": 0.550}


def test_lowering_is_refused_while_the_changelog_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text("## Unreleased\n- Faster.\n\n## 0.1\n- Lower the floor of claims.\n", "utf-8")
    monkeypatch.setattr(refresh, "CHANGELOG", changelog)
    before = refresh.FLOORS.read_bytes()
    assert refresh.main(["--floors", "--lower"]) == 1
    assert refresh.SAID in capsys.readouterr().err
    assert refresh.FLOORS.read_bytes() == before


def test_a_line_under_unreleased_announces_a_lower_floor() -> None:
    assert refresh.announced(
        "## Unreleased\n- For developers: lower the floor of clauses, because ...\n\n## 0.1\n"
    )
    assert not refresh.announced("## Unreleased\n\n## 0.1\n- Lower the floor of clauses.\n")


def test_a_floor_stands_a_little_under_the_figure() -> None:
    assert refresh.margin_below("claims", 0.7012) == 0.696
    assert refresh.margin_below("status", 0.7012) == 0.681
    assert refresh.margin_below("unseen status", 0.7012) == 0.681
    assert refresh.margin_below("claims", 0.001) == 0.0


def test_the_pinned_figures_are_rows_of_the_table() -> None:
    rows = tallies()
    rows["claims"] = Tally(1, 2, 4)
    assert round(refresh.measured(rows)["claims"], 3) == 0.333
