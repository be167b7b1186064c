"""Damage and forgery: nothing goes unnoticed, and what is damaged is named."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bench import casebook_flip
from tests.casebook import worlds
from tests.casebook.worlds import PASSPHRASE, capture

from testigo.casebook import casebook, check_rows, folder
from testigo.casebook.backend import raw
from testigo.casebook.casebook import Casebook, inspect, open_casebook
from testigo.casebook.values import Checked, Damage
from testigo.errors import BadInput, TestigoError

FORGE = [f"DROP TRIGGER {table}_never_{act}" for table in check_rows.FIXED for act in ("update", "delete")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed casebook with something of everything, and a checkpoint that somebody else holds."""
    path = tmp_path_factory.mktemp("made") / "book"
    with worlds.small(path) as book:
        held = book.checkpoint()
    return path, held


@pytest.fixture
def path(made: tuple[Path, str], tmp_path: Path) -> Iterator[Path]:
    """A copy of it to do harm to."""
    shutil.copytree(made[0], tmp_path / "book")
    yield tmp_path / "book"
    casebook.close_open()


def forge(path: Path, *statements: str, keep: bool = False) -> None:
    """Change rows as somebody could who has the key. keep: put the triggers back afterwards."""
    from testigo.casebook import keys

    with raw.connected(
        path / folder.DATABASE, keys.unwrap(path / folder.KEYS, PASSPHRASE).database_key
    ) as connection:
        made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
        connection.execute("PRAGMA foreign_keys = OFF")
        for sql in (*FORGE, *statements, *(made if not keep else ())):
            connection.execute(sql)


def verified(path: Path, *held: str) -> Checked:
    with open_casebook(path, PASSPHRASE) as book:
        return book.verify_rows(held)


def named(path: Path, *held: str) -> list[str]:
    return [damage.what for damage in verified(path, *held).damages]


def test_a_sound_casebook_has_no_damage_and_says_what_was_checked(path: Path, made: tuple[Path, str]) -> None:
    checked = verified(path, made[1])
    assert checked.damages == ()
    assert checked.counts == {
        "pages": checked.counts["pages"], "entries": 10, "checkpoints": 5, "person": 3, "capture": 2, "report": 2,
        "reading": 1, "judgement": 1, "trouble": 1, "claim": 2,
    }  # fmt: skip


@pytest.mark.parametrize("plain", [False, True], ids=["encrypted", "open"])
def test_a_changed_byte_in_any_page_is_noticed(tmp_path: Path, plain: bool) -> None:
    worlds.small(tmp_path / "book", plain=plain).close()
    database = tmp_path / "book" / folder.DATABASE
    content = database.read_bytes()
    missed = []
    for number, at in enumerate(range(0, len(content), 4096)):
        place = min(at + (number * 617) % 4096, len(content) - 1)
        changed = bytearray(content)
        changed[place] ^= 1 << (number % 8)
        database.write_bytes(bytes(changed))
        if not is_noticed(tmp_path / "book", f"page {number + 1}"):
            missed.append(place)
        database.write_bytes(content)
        for left in (tmp_path / "book").glob("*-wal.kept"):
            left.unlink()
    assert missed == []


def test_every_page_is_named_whichever_of_its_bytes_changed(path: Path) -> None:
    """The same byte of all pages at once: each page is authenticated by itself. bench/casebook_flip.py does all 4096."""
    missed = casebook_flip.missed_in_pages(path, range(0, 4096, 64))
    assert missed == []


def is_noticed(path: Path, which: str) -> bool:
    try:
        return any(which in damage.what for damage in verified(path).damages)
    except TestigoError as error:
        return which in error.message


def test_every_changed_byte_of_the_head_is_named(path: Path) -> None:
    content = (path / "head").read_bytes()
    for at in range(0, len(content), 5):
        changed = bytearray(content)
        changed[at] ^= 128
        (path / "head").write_bytes(bytes(changed))
        assert named(path) == [f"head, record {1 + at // 68}"]
    (path / "head").unlink()
    assert named(path) == ["head"]


@pytest.mark.parametrize("length", [-1, -4096, 1, 4096])
def test_a_database_of_another_length_is_noticed(path: Path, length: int) -> None:
    database = path / folder.DATABASE
    content = database.read_bytes()
    database.write_bytes(content[:length] if length < 0 else content + bytes(length))
    with pytest.raises((TestigoError, AssertionError)):
        assert named(path) == []


def test_a_damaged_key_file_is_named_while_the_other_opens(path: Path) -> None:
    (path / "keys" / "2").write_bytes(b"")
    assert named(path) == ["keys/2"]


ROWS = [
    ("UPDATE capture SET source = 'in/other.txt' WHERE id = 1", "capture 1"),
    ("UPDATE capture SET at = '2031-05-06 13:00:00' WHERE id = 2", "capture 2"),
    ("UPDATE capture SET parent_id = NULL WHERE id = 2", "capture 2"),
    ("UPDATE original SET sha256 = replace(sha256, 'a', 'b') WHERE id = 1", "capture 1"),
    ("UPDATE original SET size = size + 1 WHERE id = 2", "capture 2"),
    ("UPDATE report SET text = replace(text, 'weaver', 'reader') WHERE id = 1", "report 1"),
    ("UPDATE report SET body = replace(body, 'Dorna Mail', 'Corna Mail') WHERE id = 1", "report 1"),
    ("UPDATE report SET title = 'Weaver freed' WHERE id = 1", "report 1"),
    ("UPDATE reading SET reader = 'somebody' WHERE id = 1", "reading 1"),
    ("UPDATE reading SET body = replace(body, '2031', '2032') WHERE id = 1", "reading 1"),
    ("UPDATE claim SET body = replace(body, 'reported', 'asserted') WHERE id = 1", "reading 1"),
    ("UPDATE claim SET status = 'asserted' WHERE id = 1", "claim 1"),
    ("UPDATE claim SET act = 'torture' WHERE id = 2", "claim 2"),
    ("UPDATE claim SET key = place WHERE id = 2", "reading 1"),
    ("UPDATE filler SET text = 'A writer' WHERE slot = 'target'", "filler rows of claim 1"),
    ("UPDATE filler SET ref = NULL WHERE slot = 'place'", "filler rows of claim 1"),
    ("DELETE FROM filler WHERE slot = 'time'", "filler rows of claim 1"),
    ("UPDATE source SET kind = 'named'", "source rows of claim 1"),
    ("UPDATE directive SET issued = '2030'", "directive rows of reading 1"),
    ("UPDATE clause SET modality = 'permit' WHERE number = 0", "clause rows of directive 1"),
    ("UPDATE judgement SET verdict = 'reject'", "judgement 1"),
    ("UPDATE judgement SET note = ''", "judgement 1"),
    ("UPDATE person SET name = 'Bob' WHERE name = 'Alice'", "person 3"),
    ("UPDATE trouble SET error = 'nothing'", "trouble 1"),
    ("DELETE FROM trouble", "trouble 1"),
    ("DELETE FROM judgement", "judgement 1"),
    ("INSERT INTO trouble VALUES (7, '2031-05-06 12:00:00', 'read', 'x', 'y', '', NULL, NULL)", "trouble 7"),
    ("INSERT INTO original VALUES (9, 'ff', 1, '', 'ff')", "original 9"),
    ("UPDATE entry SET digest = zeroblob(32) WHERE number = 4", "entries 3 to 4"),
    ("UPDATE entry SET salt = zeroblob(16) WHERE number = 2", "capture 2"),
    ("UPDATE entry SET actor = 3 WHERE number = 4", "entries 3 to 5"),
    ("UPDATE entry SET at = '2031-01-01 00:00:00' WHERE number = 0", "entries 0 to 2"),
    ("UPDATE entry SET action = 'read read' WHERE number = 1", "entry 1"),
    ("DELETE FROM entry WHERE number = 4", "entry 4"),
    ("DELETE FROM entry WHERE number = 9", "entry 9"),
    ("UPDATE checkpoint SET root = zeroblob(32) WHERE size = 3", "checkpoint 3"),
    ("UPDATE checkpoint SET note = replace(note, 'testigo', 'protigo') WHERE size = 3", "checkpoint 3"),
    ("UPDATE checkpoint SET edge = x'00' WHERE size = 3", "checkpoint 3"),
    ("UPDATE shelf SET claims = 7 WHERE report_id = 1", "the list line of original 1"),
    ("DELETE FROM standing", "the list line of original 1"),
    ("DELETE FROM dated", "the list line of original 1"),
    ("UPDATE told SET value = 'search' WHERE value = 'arrest'", "the list line of original 1"),
    ("UPDATE tally SET reports = 7", "the counts of filters"),
    ("DELETE FROM words_docsize", "the search index words"),
    ("DELETE FROM threes_docsize", "the search index threes"),
]


@pytest.mark.parametrize(("sql", "what"), ROWS, ids=[sql[:44] for sql, _ in ROWS])
def test_a_changed_row_is_named(path: Path, sql: str, what: str) -> None:
    forge(path, sql)
    found = named(path)
    assert any(what == one or one.startswith(what) for one in found) or _same_range(what, found), found


def _same_range(what: str, found: list[str]) -> bool:
    """Whether a run of entries was named that holds the one meant."""
    return what.startswith("entries") and any(one.startswith("entries") for one in found)


def test_only_what_was_changed_is_named(path: Path) -> None:
    forge(path, "UPDATE trouble SET error = 'nothing'")
    assert named(path) == ["trouble 1"]
    forge(path, "UPDATE filler SET text = 'A writer' WHERE slot = 'target'")
    assert named(path) == ["trouble 1", "filler rows of claim 1"]


def test_taking_away_the_locks_of_fixed_rows_is_named(path: Path) -> None:
    forge(path, keep=True)
    assert "table report" in named(path)


def test_values_of_a_wrong_form_are_damage_not_an_error_of_ours(path: Path) -> None:
    for sql in (
        "UPDATE report SET body = 'no json' WHERE id = 1",
        "UPDATE claim SET body = '[]' WHERE id = 1",
        "UPDATE entry SET digest = 'text' WHERE number = 3",
        "UPDATE capture SET source = CAST(x'ff' AS TEXT) WHERE id = 1",
        "UPDATE judgement SET at = 'yesterday'",
    ):
        forge(path, sql)
    assert len(named(path)) >= 5


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE checkpoint SET size = 'many' WHERE size = 3", "the ledger"),
        ("UPDATE checkpoint SET edge = x'00' WHERE size = 10", "checkpoint 10"),
        ("DELETE FROM django_migrations", None),
    ],
)
def test_a_casebook_too_damaged_to_open_is_still_looked_through(
    path: Path, sql: str, what: str | None
) -> None:
    forge(path, sql, keep=True)
    with pytest.raises(TestigoError):
        verified(path)
    found = [damage.what for damage in inspect(path, PASSPHRASE).damages]
    assert what is None or what in found


def test_a_missing_table_is_named(path: Path) -> None:
    forge(path, "DROP TABLE person", keep=True)
    assert {"the table person", "table person"} <= set(named(path))


def test_a_lost_page_is_named_while_the_rest_is_looked_through(path: Path) -> None:
    database = path / folder.DATABASE
    content = bytearray(database.read_bytes())
    content[100] ^= 1
    database.write_bytes(bytes(content))
    with pytest.raises(TestigoError, match="page 1"):
        open_casebook(path, PASSPHRASE)
    found = [damage.what for damage in inspect(path, PASSPHRASE).damages]
    assert "casebook.db, page 1" in found


# -- the ledger against a checkpoint that somebody else holds ------------------------------------------------------


def test_an_older_state_is_told_as_a_rollback(path: Path, tmp_path: Path) -> None:
    shutil.copytree(path, tmp_path / "older")
    with open_casebook(path, PASSPHRASE) as book:
        book.record_captures([capture("later")])
        held = book.checkpoint()
    damages = verified(tmp_path / "older", held).damages
    assert [damage.kind for damage in damages] == ["rollback"]
    assert "10 of 11 entries" in damages[0].why


def test_two_histories_with_one_beginning_are_told_apart(path: Path, tmp_path: Path) -> None:
    shutil.copytree(path, tmp_path / "other")
    with open_casebook(path, PASSPHRASE) as book:
        book.record_captures([capture("this")])
        held = book.checkpoint()
    with open_casebook(tmp_path / "other", PASSPHRASE) as book:
        book.record_captures([capture("that"), capture("more")])
    damages = verified(tmp_path / "other", held).damages
    assert [damage.kind for damage in damages] == ["tree"]
    assert "rewritten" in damages[0].why


def test_a_held_checkpoint_fits_for_ever(path: Path, made: tuple[Path, str]) -> None:
    held = [made[1]]
    for number in range(5):
        with open_casebook(path, PASSPHRASE) as book:
            book.record_captures([capture(f"n{number}") for _ in range(number + 1)])
            held.append(book.checkpoint())
    assert verified(path, *held).damages == ()


def test_a_checkpoint_that_was_altered_or_is_foreign_is_told(
    path: Path, made: tuple[Path, str], tmp_path: Path
) -> None:
    altered = made[1].replace("\n10\n", "\n11\n")
    assert [d.kind for d in verified(path, altered).damages] == ["checkpoint"]
    with worlds.small(tmp_path / "foreign") as book:
        foreign = book.checkpoint()
    with pytest.raises(BadInput, match="another casebook"):
        verified(path, foreign)
    with pytest.raises(BadInput, match="no checkpoint"):
        verified(path, "hello")


def _edit(connection: Any, chance: random.Random, size: int) -> None:
    column = chance.choice(["at", "actor", "action", "subject_kind", "subject", "digest"])
    value = {"at": "'2031-01-02 03:04:05'", "actor": "77", "action": "'forge'", "subject_kind": "'nothing'",
             "subject": "subject + 100", "digest": "zeroblob(32)"}[column]  # fmt: skip
    connection.execute(f"UPDATE entry SET {column} = {value} WHERE number = {chance.randrange(size)}")


def _drop(connection: Any, chance: random.Random, size: int) -> None:
    at = chance.randrange(size)
    connection.execute(f"DELETE FROM entry WHERE number = {at}")
    if chance.random() < 0.5:
        connection.execute(f"UPDATE entry SET number = -number WHERE number > {at}")
        connection.execute("UPDATE entry SET number = -number - 1 WHERE number < 0")


def _insert(connection: Any, chance: random.Random, size: int) -> None:
    at = chance.randrange(size + 1)
    connection.execute(f"UPDATE entry SET number = -number WHERE number >= {max(at, 1)}")
    connection.execute("UPDATE entry SET number = 1 - number WHERE number < 0")
    connection.execute(
        f"INSERT INTO entry SELECT {max(at, 1)}, at, actor, action, 'extra', 1, digest, salt FROM entry WHERE number = 0"
    )


def _swap(connection: Any, chance: random.Random, size: int) -> None:
    one, other = chance.sample(range(size), 2)
    for old, new in ((one, -5), (other, one), (-5, other)):
        connection.execute(f"UPDATE entry SET number = {new} WHERE number = {old}")


def _truncate(connection: Any, chance: random.Random, size: int) -> None:
    keep = chance.randrange(size)
    connection.execute(f"DELETE FROM entry WHERE number >= {keep}")
    if chance.random() < 0.7:
        connection.execute(f"DELETE FROM checkpoint WHERE size > {keep}")


MUTATIONS: list[Callable[[Any, random.Random, int], None]] = [_edit, _drop, _insert, _swap, _truncate]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: m.__name__[1:])
def test_no_forged_ledger_passes(path: Path, made: tuple[Path, str], mutation: Callable[..., None]) -> None:
    chance = random.Random(mutation.__name__)
    original = (path / folder.DATABASE).read_bytes()
    from testigo.casebook import keys

    opened = keys.unwrap(path / folder.KEYS, PASSPHRASE)
    for _ in range(12):
        forge(path, keep=True)
        with raw.connected(path / folder.DATABASE, opened.database_key) as connection:
            mutation(connection, chance, 10)
        assert ledger_damages(path, made[1])
        (path / folder.DATABASE).write_bytes(original)


def ledger_damages(path: Path, held: str) -> list[Damage]:
    """What is wrong apart from the missing triggers; opening may tell it too."""
    try:
        found = verified(path, held).damages
    except TestigoError as error:
        return [Damage("rollback", "opening", error.message)]
    return [damage for damage in found if not damage.what.startswith("table ")]


def test_a_casebook_can_be_checked_while_it_is_written_to(path: Path) -> None:
    with open_casebook(path, PASSPHRASE) as book:
        book.record_captures([capture("new")])
        assert book.verify_rows().damages == ()
        assert isinstance(book, Casebook)
