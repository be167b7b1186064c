"""The folder of a casebook: what lies where, how it is made whole or not at all, and how it is opened.

    casebook.db   the database (SQLCipher), with -wal and -shm beside it while it is open; -wal.kept is a copy of a
                  write-ahead log that lost commits, for somebody who tries to save them
    head          how far the ledger had come (head.py)
    keys/         the wrapped keys, twice (keys.py)
    archive/      the sealed originals (the archive's business)

Rules:
- The keys are written last: a folder without them is no casebook, and may be made into one.
- Opening compares the database with `head` before anything is written: lost commits are told, not covered up.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from testigo.casebook import durable, faults, head, keys, recording, setup, tables
from testigo.casebook.backend import raw, unlocked
from testigo.casebook.keys import Cost, Keys
from testigo.errors import BadInput, Broken

DATABASE = "casebook.db"
HEAD = "head"
KEYS = "keys"
OBJECTS = "archive"
_MOST_NAMED = 5
_MIGRATING_KIB = 512_000
"""Memory for pages while an older database is brought up to date: its indexes are made anew."""
_UNFINISHED = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", HEAD, f".{HEAD}.part")


def is_casebook(path: Path) -> bool:
    """Whether a casebook lies there."""
    return any((path / KEYS / name).is_file() for name in keys.FILES)


def is_plain(path: Path) -> bool:
    """Whether the casebook there is an open one. Errors: BadInput (none there), Broken."""
    return keys.is_open(path / KEYS)


def make(path: Path, passphrase: str | None, cost: Cost) -> None:
    """Make a casebook in a folder that is new or empty. passphrase: None for an open one. Errors: BadInput."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear(path)
        new = path / f".{KEYS}.part"
        made = keys.make(new, passphrase, cost)
        _make_database(path, made)
        head.make(path / HEAD, made.head_key)
        (path / OBJECTS).mkdir(mode=0o700)
        durable.sync_directory(path)
        new.rename(path / KEYS)
        durable.sync_directory(path)
        durable.sync_directory(path.absolute().parent)
    except OSError as error:
        raise BadInput(
            f"a casebook cannot be made at {path}: {error.strerror}", "choose another folder"
        ) from error


def _clear(path: Path) -> None:
    """Take away what an interrupted `make` left; refuse anything else."""
    part = path / f".{KEYS}.part"
    if is_casebook(path):
        raise BadInput(f"there is a casebook at {path} already", "open it, or choose another folder")
    names = {entry.name for entry in path.iterdir()}
    if part.name in names:
        for name in _UNFINISHED:
            (path / name).unlink(missing_ok=True)
        for name in (*keys.FILES, *(f".{name}.part" for name in keys.FILES)):
            (part / name).unlink(missing_ok=True)
        part.rmdir()
        names -= {*_UNFINISHED, part.name}
        if OBJECTS in names:
            (path / OBJECTS).rmdir()
            names.remove(OBJECTS)
    if names:
        raise BadInput(f"the folder {path} is not empty", "choose a new one")


def _make_database(path: Path, made: Keys) -> None:
    setup.configure()
    from django.core.management import call_command

    unlocked.use(unlocked.Unlocked(path / DATABASE, made.database_key, create=True))
    try:
        with faults.told():
            call_command("migrate", verbosity=0, interactive=False)
        close()
    finally:
        unlocked.use(None)
    (path / DATABASE).chmod(0o600)


def close() -> None:
    """Write the write-ahead log into the database file and close this thread's connection."""
    from django.db import connection

    with faults.told():
        if connection.connection is not None:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                cursor.fetchall()
        connection.close()


def open_database(path: Path, opened: Keys, *, lost_too: bool = False) -> None:
    """Open the database of this process. lost_too: even if it lost commits.

    Errors: Broken (damaged, commits lost), BadInput (made by a newer Testigo).
    """
    database = path / DATABASE
    if not database.is_file():
        raise Broken("the database of this casebook is missing", "restore the casebook from a backup")
    kept = keep_log(path)
    unlocked.use(unlocked.Unlocked(database, opened.database_key))
    try:
        acknowledged = acknowledged_head(path, opened)
        with faults.told():
            _migrated()
            edge = recording.last_edge()
        if not lost_too:
            _refuse_lost(edge.size, acknowledged)
    except Broken as error:
        close_quietly()
        raise Broken(_with_pages(error.message, database, opened), error.hint) from error
    except BaseException:
        close_quietly()
        raise
    if not lost_too:
        kept.unlink(missing_ok=True)


def keep_log(path: Path) -> Path:
    """A copy of a write-ahead log that was left behind: opening would end it at its first damaged byte."""
    log, kept = path / f"{DATABASE}-wal", path / f"{DATABASE}-wal.kept"
    if log.exists() and log.stat().st_size and not kept.exists():
        shutil.copyfile(log, kept)
        kept.chmod(0o600)
    return kept


def close_quietly() -> None:
    """Let go of a database that cannot be used. What is wrong with it was told already."""
    from django.db import connection, utils

    with contextlib.suppress(utils.DatabaseError):
        connection.close()
    unlocked.use(None)


def _with_pages(message: str, database: Path, opened: Keys) -> str:
    """The message, and which pages of the file are damaged."""
    try:
        damaged = raw.damaged_pages(database, opened.database_key)
    except raw.Error:
        return message
    if not damaged:
        return message
    numbers = [line.rpartition(" ")[2] for line in damaged]
    more = "" if len(numbers) <= _MOST_NAMED else f" and {len(numbers) - _MOST_NAMED} more"
    return f"{message}: {DATABASE}, page {', '.join(numbers[:_MOST_NAMED])}{more}"


def _refuse_lost(size: int, acknowledged: head.Head | None) -> None:
    if acknowledged is not None and size < acknowledged.size:
        raise Broken(
            f"the database ends at ledger entry {size}, but {acknowledged.size} entries were acknowledged",
            "an older copy, or a damaged write-ahead log: restore the latest backup of the whole folder; see docs/casebook.md",
        )


def acknowledged_head(path: Path, opened: Keys) -> head.Head | None:
    """How far the file `head` says that the ledger came; None where it does not say."""
    try:
        return head.latest(path / HEAD, opened.head_key)
    except OSError:
        return None


def _migrated() -> None:
    """Bring an older database up to date; refuse a newer one."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    known = {key for key in loader.disk_migrations if key[0] == "casebook"}
    applied = {key for key in loader.applied_migrations if key[0] == "casebook"}
    if applied - known:
        raise BadInput("this casebook was made by a newer Testigo", "install the newer version")
    if known - applied:
        tables.run(f"PRAGMA cache_size = -{_MIGRATING_KIB}")
        call_command("migrate", "casebook", verbosity=0, interactive=False)
        tables.run(f"PRAGMA cache_size = -{unlocked.CACHE_KIB}")
