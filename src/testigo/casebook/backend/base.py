"""Django's SQLite back end with SQLCipher as its driver.

Rules:
- The key is given through the driver's own call, not as SQL text: no statement, trace or log ever holds it.
- SQLCipher writes nothing to standard error (it would, on damage, thousands of lines).
- Write-ahead log, synchronous=FULL: a commit that returned is on the disk. Temporary tables stay in memory.
- A transaction takes the write lock at its begin, so that two writers wait for each other instead of failing late.
"""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

from django.db.backends.sqlite3 import base as sqlite
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.db.backends.sqlite3.features import DatabaseFeatures as SQLiteFeatures
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database  # noqa: N812 - the name by which Django's back ends know their driver

from testigo.casebook.backend import unlocked

_BUSY_SECONDS = 60.0
_PRAGMAS = (
    "foreign_keys = ON",
    "legacy_alter_table = OFF",
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    f"cache_size = -{unlocked.CACHE_KIB}",
)


_SMALL = frozenset(("shelf", "standing", "draw", "drawn", "task"))
"""Derived tables with at most a row for each report or judged claim."""


def _from_bytes(parse: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda value: parse(value.decode())


Database.register_converter("bool", b"1".__eq__)
Database.register_converter("date", _from_bytes(parse_date))
Database.register_converter("time", _from_bytes(parse_time))
Database.register_converter("datetime", _from_bytes(parse_datetime))
Database.register_converter("timestamp", _from_bytes(parse_datetime))
Database.register_adapter(decimal.Decimal, str)
Database.register_adapter(dt.date, lambda value: value.isoformat())
Database.register_adapter(dt.datetime, lambda value: value.isoformat(" "))


class DatabaseFeatures(SQLiteFeatures):
    """What this build of SQLite can do beyond the oldest one that Django supports."""

    max_query_params = 32_000


class DatabaseWrapper(sqlite.DatabaseWrapper):
    """One thread's connection to the casebook that is open now."""

    display_name = "SQLCipher"
    Database = Database
    features_class = DatabaseFeatures
    _generation = -1

    def get_connection_params(self) -> dict[str, Any]:
        """What the driver is called with; the key is not among it."""
        self.transaction_mode = "IMMEDIATE"
        return {
            "detect_types": Database.PARSE_DECLTYPES | Database.PARSE_COLNAMES,
            "check_same_thread": False,
            "uri": True,
            "timeout": _BUSY_SECONDS,
        }

    def get_database_version(self) -> tuple[int, ...]:
        """The version of the SQLite inside SQLCipher."""
        return tuple(Database.sqlite_version_info)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the file with its key. Errors: OperationalError where no casebook is open."""
        opened, self._generation = unlocked.current()
        if opened is None:
            raise Database.OperationalError("no casebook is open")
        mode = "rwc" if opened.create else "rw"
        connection = Database.connect(f"{opened.path.absolute().as_uri()}?mode={mode}", **conn_params)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.set_key(f"x'{opened.key.hex()}'")
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
        except BaseException:
            connection.close()
            raise
        register_functions(connection)
        return connection

    def ensure_connection(self) -> None:
        """Connect, or connect anew where another casebook was opened since."""
        if (
            self.connection is not None
            and self._generation != unlocked.current()[1]
            and not self.in_atomic_block
        ):
            self.close()
        super().ensure_connection()

    def check_constraints(self, table_names: Iterable[str] | None = None) -> None:
        """Look at the references of some tables. None, which every migration asks for: of the small derived ones.

        Migrations write derived rows alone; to follow the references of millions of fixed rows each time took minutes.
        `testigo verify` follows them all.
        """
        wanted = _SMALL & set(self.introspection.table_names()) if table_names is None else set(table_names)
        super().check_constraints(sorted(wanted))

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002 - the base class has it
        """A cursor that understands Django's %s."""
        return self.connection.cursor(factory=Cursor)

    def is_in_memory_db(self) -> bool:
        """Never: a casebook is a file."""
        return False


class Cursor(Database.Cursor):  # type: ignore[misc]
    """A cursor that takes %s and %(name)s as Django writes them."""

    def execute(self, query: str, params: Any = None) -> Any:
        """Run a statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(_converted(query, names), params)

    def executemany(self, query: str, rows: Iterable[Any]) -> Any:
        """Run a statement for each row of parameters."""
        rest = iter(rows)
        first = next(rest, None)
        if first is None:
            return self
        names = list(first) if isinstance(first, Mapping) else None
        return super().executemany(_converted(query, names), chain((first,), rest))


def _converted(query: str, names: list[str] | None) -> str:
    if names is None:
        return sqlite.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
    return query % {name: f":{name}" for name in names}
