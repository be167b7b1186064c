"""A casebook of an older Testigo is brought up to date when it is opened, says how far, and answers as before."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.casebook import worlds

from testigo.casebook import casebook, drawn, progress, tables
from testigo.casebook.casebook import Casebook, open_casebook
from testigo.casebook.values import ClaimFilter

FILTERS = (
    ClaimFilter(),
    ClaimFilter(act="arrest", status="hedged"),
    ClaimFilter(verdict="open"),
    ClaimFilter(words="weaver"),
)


def answers(book: Casebook) -> tuple[object, ...]:
    lists = tuple(book.claims(which, limit=500) for which in FILTERS)
    packed = book.drawn()
    rows = drawn.unpacked(
        packed.rows, packed.words
    )  # the numbers of words may differ, what they mean may not
    return (*lists, rows, book.lacking_second(), book.search("weaver", limit=100))


def make_older(book: Casebook) -> None:
    """Take away what later versions derive: the index of claims with its marks, pictures, the draw."""
    from django.core.management import call_command

    tables.run("DROP TABLE clauses")
    tables.run("CREATE VIRTUAL TABLE clauses USING fts5(who, said, content='', contentless_delete=1)")
    call_command("migrate", "casebook", "0007", verbosity=0, interactive=False)
    assert not tables.select("SELECT 1 FROM sqlite_master WHERE name IN ('drawn', 'draw', 'code')")
    book.close()


def test_an_older_casebook_answers_as_before_and_tells_how_far_it_is(tmp_path: Path) -> None:
    book = worlds.empty(tmp_path / "book")
    worlds.fill(book, random.Random(9), 25)
    before = answers(book)
    make_older(book)
    told: list[tuple[int, int]] = []
    with progress.told_to(lambda done, of: told.append((done, of))):
        book = open_casebook(tmp_path / "book", worlds.PASSPHRASE)
    assert told == [(25, 25)]
    assert answers(book) == before
    assert tables.select("PRAGMA cache_size") == [(-32_000,)]
    assert not book.verify_rows().damages
    book.close()
    with progress.told_to(lambda done, of: told.append((done, of))):
        open_casebook(tmp_path / "book", worlds.PASSPHRASE)
    assert len(told) == 1, "a casebook that is up to date has nothing to tell"
    casebook.close_open()


def test_a_migration_looks_at_the_references_of_what_it_writes(book: Casebook) -> None:
    from django.db import connection, utils

    connection.check_constraints()
    tables.run("PRAGMA foreign_keys = OFF")
    tables.run("INSERT INTO drawn (report_id, claims) VALUES (77, x'')")
    with pytest.raises(utils.IntegrityError, match="drawn"):
        connection.check_constraints()


def test_nobody_has_to_listen() -> None:
    progress.tell(1, 2)
