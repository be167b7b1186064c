"""Batches hold originals by their numbers, grow by name, and can be taken away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.casebook import worlds
from typer.testing import CliRunner, Result

from testigo.casebook import batches
from testigo.casebook.casebook import Casebook, open_casebook
from testigo.casebook.values import NewReport, ReportFilter
from testigo.cli import app
from testigo.errors import BadInput
from testigo.judgement import Judgement


def test_numbers_are_told_as_runs() -> None:
    assert batches.runs([]) == ()
    assert batches.runs([4]) == ((4, 4),)
    assert batches.runs([9, 1, 2, 3, 7, 3, 8]) == ((1, 3), (7, 9))
    assert json.loads(batches.body([5, 6], ((1, 2), (4, 4)))) == {"originals": [[1, 2], [4, 6]]}


@pytest.fixture
def twelve(bare: Casebook) -> Casebook:
    """Twelve reports."""
    made = bare.record_captures([worlds.capture(f"{n}.txt") for n in range(12)])
    bare.record_reports(
        [
            NewReport(one.original, worlds.report(f"Letter {one.original} of Dorna.\n\nIt rained."))
            for one in made
        ]
    )
    return bare


def in_batch(book: Casebook, name: str) -> list[int]:
    return [line.original for line in book.reports(ReportFilter(batch=name, sort="added")).items]


def test_a_batch_grows_by_its_name_and_is_one_line_of_the_ledger(twelve: Casebook) -> None:
    before = twelve.counts().entries
    twelve.into_batch("March", "", originals=range(1, 9))
    assert twelve.counts().entries == before + 1
    twelve.into_batch(" March ", "", originals=(11,))
    twelve.into_batch("April", "", originals=(8, 9))
    assert in_batch(twelve, "March") == [1, 2, 3, 4, 5, 6, 7, 8, 11]
    assert in_batch(twelve, "April") == [8, 9]
    assert [(b.name, b.reports) for b in twelve.batches()] == [("April", 2), ("March", 9)]
    twelve.rebuild()
    assert in_batch(twelve, "March") == [1, 2, 3, 4, 5, 6, 7, 8, 11]
    assert twelve.verify_rows().damages == ()


def test_a_newer_text_stays_in_its_batch(twelve: Casebook) -> None:
    twelve.into_batch("March", "", originals=(3,))
    twelve.record_reports([NewReport(3, worlds.report("Letter 3 of Dorna, set right.\n\nIt rained."))])
    assert in_batch(twelve, "March") == [3]
    assert twelve.batches()[0].reports == 1


def test_a_batch_that_was_taken_away_is_empty_and_can_begin_anew(twelve: Casebook) -> None:
    twelve.into_batch("March", "", originals=(1,))
    made = twelve.into_batch("March", "", originals=(2,))
    twelve.record_judgements([Judgement("batch", "March", "withdraw", "Alice", worlds.NOON, replaces=made)])
    assert (in_batch(twelve, "March"), twelve.batches()) == ([], ())
    twelve.into_batch("March", "", originals=(5,))
    assert in_batch(twelve, "March") == [5]


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "two\nlines\x07", "a\u202eb"])
def test_what_is_no_name_is_refused(twelve: Casebook, name: str) -> None:
    with pytest.raises(BadInput):
        twelve.into_batch(name, "", originals=(1,))
    assert in_batch(twelve, name) == []


def test_adding_under_a_name_makes_a_batch_of_what_was_added(tmp_path: Path) -> None:
    worlds.empty(tmp_path / "case", plain=True).close()
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"Letter {name}. It rained in Dorna.", "utf-8")

    def add(*words: str) -> Result:
        return CliRunner().invoke(app, ["add", *words, "--casebook", str(tmp_path / "case"), "--quiet"])

    assert add(str(tmp_path / "one.txt"), "--batch", "March").exit_code == 0
    assert add(str(tmp_path / "two.txt"), "--batch", "x" * 81).exit_code != 0
    assert add(str(tmp_path / "two.txt")).exit_code == 0
    with open_casebook(tmp_path / "case", None) as book:
        assert [(batch.name, batch.reports) for batch in book.batches()] == [("March", 1)]
        assert in_batch(book, "March") == [1]
        assert book.counts().reports == 2
