"""Checking a casebook: files, pages, ledger, rows, index. What does not match is named, never just "damaged".

Order: the files around the database; every page of it; its structure; the ledger with its checkpoints and signatures;
every row against its entry; rows that repeat or sum up others.

Rules:
- Nothing is repaired here. A part that cannot be read is a damage; the other parts are checked all the same.
- Values are read as they stand in the file (backend/raw.py): nothing converts or hides them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from testigo.casebook import check_ledger, check_rows, folder, head, keys, signing
from testigo.casebook.backend import raw
from testigo.casebook.keys import Keys
from testigo.casebook.values import Checked, Damage
from testigo.errors import Broken
from testigo.ledger import Checkpoint

_PAGE = 4096
_PAGE_NUMBER = re.compile(r"page (\d+)")


def check(
    path: Path, opened: Keys, held: tuple[str, ...], stopped: Callable[[], bool] = raw.never
) -> Checked:
    """Everything of one casebook. held: checkpoints given away earlier. Errors: BadInput (held is none, or another's).

    stopped: whether to come to an end; what is found after that is worth nothing.
    """
    public = opened.signer.public_key()
    found: list[Damage] = []
    given: list[Checkpoint] = []
    for number, note in enumerate(held, 1):
        try:
            given.append(signing.opened(note, public))
        except Broken as error:
            found.append(Damage("checkpoint", f"the checkpoint given as number {number}", error.message))
    found += files(path, opened)
    database = path / folder.DATABASE
    found += pages(database, opened.database_key)
    counts: dict[str, int] = {"pages": _size(database) // _PAGE}
    acknowledged = folder.acknowledged_head(path, opened)
    try:
        with raw.connected(database, opened.database_key, stopped) as connection:
            found += _inside(
                connection,
                counts,
                lambda: check_ledger.check(connection, public, given, acknowledged, counts),
            )
    except raw.Error as error:
        found.append(Damage("page", folder.DATABASE, f"it cannot be opened: {error}"))
    return Checked(counts, tuple(dict.fromkeys(found)))


def _inside(connection: Any, counts: dict[str, int], ledger: Callable[[], Iterable[Damage]]) -> list[Damage]:
    found: list[Damage] = []
    found += _attempt("the structure of the database", lambda: structure(connection))
    connection.execute("BEGIN")
    found += _attempt("the ledger", ledger)
    for what, part in check_rows.parts(connection, counts).items():
        found += _attempt(what, part)
    connection.execute("COMMIT")
    for name in ("words", "threes", "clauses"):
        found += _attempt(f"the search index {name}", lambda name=name: _index(connection, name))  # type: ignore[misc]
    return found


def _attempt(what: str, part: Callable[[], Iterable[Damage]]) -> list[Damage]:
    found: list[Damage] = []
    try:
        for damage in part():
            found.append(damage)  # noqa: PERF402 - what was found before an error is kept
    except (raw.Error, ValueError, TypeError, OverflowError, KeyError, IndexError, AttributeError) as error:
        found.append(Damage("row", what, f"it cannot be read to its end: {error}"))
    return found


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def files(path: Path, opened: Keys) -> list[Damage]:
    """What is wrong with the key files and the head file."""
    found = [Damage("file", f"{folder.KEYS}/{name}", why) for name, why in keys.damages(path / folder.KEYS)]
    try:
        records = head.read(path / folder.HEAD, opened.head_key)
    except OSError as error:
        return [*found, Damage("file", folder.HEAD, f"it cannot be read: {error.strerror}")]
    for number, record in enumerate(records, 1):
        if record is None:
            why = "it is not as it was written; recording anything writes it anew"
            found.append(Damage("file", f"{folder.HEAD}, record {number}", why))
    return found


def pages(database: Path, key: bytes) -> list[Damage]:
    """Every page of the database file whose authentication fails."""
    try:
        said = raw.damaged_pages(database, key)
    except raw.Error as error:
        return [Damage("page", folder.DATABASE, f"its pages cannot be read: {error}")]
    found = []
    for line in said:
        number = _PAGE_NUMBER.search(line)
        what = f"{folder.DATABASE}, page {number[1]}" if number else folder.DATABASE
        found.append(Damage("page", what, "its bytes are not those that were written"))
    if _size(database) % _PAGE:
        found.append(Damage("page", folder.DATABASE, "the file does not end at the end of a page"))
    return found


def structure(connection: Any) -> Iterable[Damage]:
    """What SQLite says of its own trees and references, and whether the locks on fixed rows are there."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Damage("page", folder.DATABASE, str(line))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Damage("row", f"{table} {row}", f"it names a row of {parent} that is not there")
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for table in check_rows.FIXED:
        for act in ("update", "delete"):
            if f"{table}_never_{act}" not in there:
                yield Damage("page", f"table {table}", f"what keeps its rows from {act} is gone")


def _index(connection: Any, name: str) -> Iterable[Damage]:
    try:
        connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - name is ours
    except raw.Error:
        yield Damage("index", f"the search index {name}", "it does not match the reports; it can be rebuilt")
