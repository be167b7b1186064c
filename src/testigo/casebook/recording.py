"""One transaction of recording: rows, their ledger entries, and a signed checkpoint, together or not at all.

Rules:
- The write lock is taken at the begin: ids and ledger numbers are counted under it.
- After the commit, the file `head` learns how far the ledger came. Only then is anything acknowledged.
"""

from __future__ import annotations

import datetime as dt
import secrets
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from testigo import ledger
from testigo.casebook import content, faults, head, signing, tables
from testigo.casebook.keys import Keys
from testigo.errors import BadInput, Broken, TestigoError

OWNER = "owner"
MACHINE = "testigo"
_ENTRY = ("number", "at", "actor", "action", "subject_kind", "subject", "digest", "salt")


def now() -> dt.datetime:
    """The time that recording uses: aware UTC, whole seconds."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def last_edge() -> ledger.Edge:
    """The edge of the ledger as the last checkpoint has it. Errors: Broken."""
    row = tables.one("SELECT size, root, edge FROM checkpoint ORDER BY size DESC LIMIT 1")
    if row is None:
        return ledger.Edge()
    try:
        edge = ledger.Edge.unpack(row[0], row[2])
    except (ValueError, TypeError) as error:
        raise Broken("the last checkpoint of the ledger is damaged", "run `testigo verify`") from error
    if edge.root() != row[1]:
        raise Broken("the last checkpoint of the ledger is damaged", "run `testigo verify`")
    return edge


@dataclass(slots=True)
class Log:
    """The entries of one transaction on their way. at: the time of all of them."""

    edge: ledger.Edge
    at: dt.datetime
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    leaves: list[bytes] = field(default_factory=list)
    people: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, id_: int, actor: int, covered: Iterable[bytes]) -> None:
        """An entry for a new row. covered: its canonical content."""
        salt = secrets.token_bytes(ledger.SALT_SIZE)
        digest = ledger.salted(salt, b"".join(covered))
        entry = ledger.Entry(
            self.edge.size + len(self.rows), self.at, actor, content.ACTIONS[kind], kind, id_, digest
        )
        self.leaves.append(ledger.leaf_hash(entry.canonical()))
        self.rows.append((entry.index, tables.moment(self.at), actor, entry.action, kind, id_, digest, salt))

    def record(self, kind: str, row: Sequence[Any], actor: int) -> None:
        """Insert one row of a kind with its entry."""
        tables.insert(kind, content.COLUMNS[kind], (row,))
        self.add(kind, row[0], actor, (content.canonical(kind, row),))

    def person(self, name: str) -> int:
        """The id of a person, added if not known. Errors: BadInput."""
        name = tables.storable(name).strip()
        if not name or len(name) > 200 or not name.isprintable():
            raise BadInput("a person's name is one line of at most 200 signs")
        if name not in self.people:
            row = tables.one("SELECT id FROM person WHERE name = %s", (name,))
            if row is None:
                new = tables.next_id("person")
                self.record("person", (new, name, tables.moment(self.at)), new)
            self.people[name] = new if row is None else int(row[0])
        return self.people[name]


class Recorder:
    """Makes transactions for one casebook. head: its head file."""

    def __init__(self, keys: Keys, head_file: Path) -> None:
        self._keys = keys
        self._head = head_file
        self._mine = threading.local()

    @contextmanager
    def transaction(self) -> Iterator[Log]:
        """A transaction, or the one that this thread is in already. An error undoes all of it."""
        current: Log | None = getattr(self._mine, "log", None)
        if current is not None:
            yield current
            return
        from django.db import transaction

        with faults.told():
            try:
                with transaction.atomic():
                    self._mine.log = log = Log(last_edge(), now())
                    yield log
                    reached = self._seal(log)
            finally:
                self._mine.log = None
        if reached is not None:
            try:
                head.advance(self._head, self._keys.head_key, reached)
            except OSError as error:
                raise TestigoError(
                    "recorded, but the file `head` of the casebook could not be written",
                    f"mend this before going on: {error.strerror}",
                ) from error

    def _seal(self, log: Log) -> head.Head | None:
        if not log.rows:
            return None
        tables.insert("entry", _ENTRY, log.rows)
        edge = log.edge.add(log.leaves)
        root = edge.root()
        note = signing.sign(self._keys.signer, edge.size, root)
        tables.insert("checkpoint", ("size", "root", "edge", "note"), ((edge.size, root, edge.pack(), note),))
        return head.Head(edge.size, root)
