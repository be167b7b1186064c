"""Rows in bulk: inserting and selecting without an object for each row.

Rules:
- Table and column names come from this code only, never from input; values are always parameters.
- Times stand in the database as UTC text, the form that Django writes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any


def moment(at: dt.datetime) -> str:
    """A time as it stands in the database. Errors: ValueError for one without zone."""
    if at.tzinfo is None:
        raise ValueError("a time needs its zone")
    return at.astimezone(dt.UTC).replace(tzinfo=None).isoformat(" ")


def aware(at: dt.datetime) -> dt.datetime:
    """A time out of the database."""
    return at.replace(tzinfo=dt.UTC) if at.tzinfo is None else at


def storable(text: str) -> str:
    """Text that UTF-8 can hold: lone surrogates (bytes of odd file names) become U+FFFD, one for one."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def insert(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows."""
    from django.db import connection

    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        given: Any = rows  # one after the other, never all of them in memory
        cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', given)  # noqa: S608 - names are ours


def select(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall())


def one(sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
    """The first row of a query."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row


def run(sql: str, values: Sequence[Any] = ()) -> None:
    """A statement without an answer."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))


def next_id(table: str) -> int:
    """The id for the next row of a table; only inside a transaction, which holds the write lock."""
    row = one(f'SELECT max("id") FROM "{table}"')  # noqa: S608 - names are ours
    return 1 if row is None or row[0] is None else int(row[0]) + 1


def chunks(sql: str, size: int, values: Sequence[Any] = ()) -> Iterable[list[tuple[Any, ...]]]:
    """Rows of a query in pieces. sql: selects an id first, and holds `{after}` where `id > %s` is to stand last."""
    after = -1
    while True:
        rows = select(f"{sql} LIMIT {int(size)}", [*values, after])
        if not rows:
            return
        yield rows
        after = rows[-1][0]
