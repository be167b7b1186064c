"""What the stages after reading derive: kept as values under a stage, a kind and a key, and found by what they are about.

Rules:
- A stage replaces all of its values at once; only rows that differ are written, so that what did not change stays.
- A run says from what it was computed. `inputs` changes with every new reading and judgement: then a run is out of date.
- Nothing here is decided by anybody: it may be dropped at any time, and made again by running the stage.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from testigo import wire
from testigo.casebook import tables
from testigo.casebook.derived_rows import SIGN, DerivedRow, derived_row
from testigo.casebook.values import Derived, DerivedRun

T = TypeVar("T")
_BATCH = 400
AT_ONCE = 20_000
"""Values that are written at a time. So many new ones of a stage are written without the index of what they are about,

which is made again at the end: entry by entry, in the order of the values, it took most of the time.
"""
_INDEX = (
    'CREATE INDEX "derived_about" ON "derived_part" ("what", "subject", "derived_id")'  # as Django writes it
)
_EARLIER = (
    "SELECT d.id FROM json_each(%s) j CROSS JOIN derived d ON d.kind = json_extract(j.value, '$[0]')"
    " AND d.key = json_extract(j.value, '$[1]') WHERE d.stage = %s"
)
MOST_GATHERED = 2000
"""Up to so many values that are about one thing are gathered and put in order."""
_FEW = f"SELECT count(*) FROM (SELECT 1 FROM derived_part WHERE what = %s AND subject = %s LIMIT {MOST_GATHERED + 1})"  # noqa: S608 - a number
_PART = "EXISTS (SELECT 1 FROM derived_part p WHERE p.what = %s AND p.subject = %s AND p.derived_id = d.id)"
_EVERYTHING = (
    "SELECT (SELECT max(id) FROM reading), (SELECT max(id) FROM report), (SELECT max(id) FROM judgement),"
    " (SELECT count(*) FROM shelf)"
)


_TOLD = (
    "SELECT (SELECT max(id) FROM reading), (SELECT max(id) FROM report), (SELECT count(*) FROM shelf),"
    " (SELECT max(id) FROM original), (SELECT max(id) FROM capture)"
)


def told() -> str:
    """What changes whenever an original, report or reading is recorded, and not with a judgement."""
    return repr(tables.one(_TOLD))


def inputs() -> str:
    """A digest that changes whenever a report, reading or judgement is recorded."""
    return hashlib.sha256(repr(tables.one(_EVERYTHING)).encode()).hexdigest()[:16]


def run_of(stage: str) -> DerivedRun | None:
    """The last run of a stage, and whether anything came in since."""
    row = tables.one("SELECT at, version, settings, inputs FROM derived_run WHERE stage = %s", (stage,))
    if row is None:
        return None
    at, version, settings, was = row
    return DerivedRun(stage, tables.aware(at), version, json.loads(settings), was, stale=was != inputs())


def replace(run: DerivedRun, new: Iterable[Derived | DerivedRow]) -> tuple[int, int]:
    """Put a run's values in place of the stage's earlier ones; gives how many were written and how many dropped.

    Values are taken and written some at a time; of the earlier ones only signs are in memory.
    """
    old = _signs(run.stage)
    batch = _Batch(run.stage, tables.next_id("derived"), afresh=not old)
    seen: set[bytes] = set()
    for item in new:
        row = item if isinstance(item, DerivedRow) else derived_row(item)
        place = hashlib.blake2b(f"{row.kind} {row.key}".encode(), digest_size=SIGN).digest()
        if place in seen:
            raise ValueError(f"{run.stage} gave {row.kind} {row.key} twice")
        seen.add(place)
        if old.pop(row.sign, None) is None:
            batch.take(row)
    batch.end()
    left = [id_ for id_ in old.values() if id_ not in batch.gone]
    _drop(left)
    tables.run("DELETE FROM derived_run WHERE stage = %s", (run.stage,))
    row_of_run = (
        run.stage,
        tables.moment(run.at),
        run.version,
        json.dumps(run.settings, sort_keys=True),
        run.inputs,
    )
    tables.insert("derived_run", ("stage", "at", "version", "settings", "inputs"), (row_of_run,))
    return batch.written, len(batch.gone) + len(left)


@dataclass(slots=True)
class _Batch:
    """Values to be written. next_id: of the next row; afresh: whether the stage has none yet; gone: ids of earlier values

    of the same kind and key, which are dropped before.
    """

    stage: str
    next_id: int
    afresh: bool
    written: int = 0
    gone: set[int] = field(default_factory=set)
    rows: list[DerivedRow] = field(default_factory=list)
    unindexed: bool = False

    def take(self, row: DerivedRow) -> None:
        """Write it, with others."""
        self.rows.append(row)
        if len(self.rows) >= AT_ONCE:
            self._write()

    def end(self) -> None:
        """Write what is left, and let the values be found."""
        self._write()
        if self.unindexed:
            tables.run(_INDEX)

    def _write(self) -> None:
        if self.afresh and not self.unindexed and len(self.rows) >= AT_ONCE:
            tables.run("DROP INDEX derived_about")
            self.unindexed = True
        if not self.afresh:
            self._drop_earlier()
        first = self.next_id
        made = ((first + n, self.stage, *row[:4], row.sign) for n, row in enumerate(self.rows))
        tables.insert("derived", ("id", "stage", "kind", "key", "rank", "body", "sign"), made)
        parts = ((first + n, what, subject) for n, row in enumerate(self.rows) for what, subject in row.about)
        tables.insert("derived_part", ("derived_id", "what", "subject"), parts)
        self.next_id += len(self.rows)
        self.written += len(self.rows)
        self.rows.clear()

    def _drop_earlier(self) -> None:
        places = json.dumps([(row.kind, row.key) for row in self.rows])
        some = [id_ for (id_,) in tables.select(_EARLIER, (places, self.stage))]
        _drop(some)
        self.gone.update(some)


def _signs(stage: str) -> dict[bytes, int]:
    """The id of every value of a stage by its sign; what was written before there were signs has one that nothing has."""
    found: dict[bytes, int] = {}
    after = 0
    while rows := tables.select(
        "SELECT id, sign FROM derived WHERE stage = %s AND id > %s ORDER BY id LIMIT %s",
        (stage, after, AT_ONCE),
    ):
        found |= {sign or f"row {id_}".encode(): id_ for id_, sign in rows}
        after = rows[-1][0]
    return found


def _drop(ids: Sequence[int]) -> None:
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        marks = ", ".join(["%s"] * len(some))
        tables.run(f"DELETE FROM derived_part WHERE derived_id IN ({marks})", some)  # noqa: S608 - marks only
        tables.run(f"DELETE FROM derived WHERE id IN ({marks})", some)  # noqa: S608 - marks only


def drop_all() -> None:
    """Drop what every stage derived."""
    for table in ("derived_part", "derived", "derived_run"):
        tables.run(f"DELETE FROM {table}")  # noqa: S608 - names are ours


def mark_of(stage: str) -> str:
    """What changes whenever a stage replaces its values."""
    sql = "SELECT at, version, inputs, settings, (SELECT max(id) FROM derived) FROM derived_run WHERE stage = %s"
    return repr(tables.one(sql, (stage,)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """FROM and WHERE for the values of a kind that are about some things, and their values."""

    source: str
    values: tuple[Any, ...]


def _asked(stage: str, kind: str, about: Sequence[tuple[str, str]]) -> _Asked:
    """Where something is about few values, they are gone through; else all of the kind in their order, each asked."""
    where, values = ["d.stage = %s", "d.kind = %s"], [stage, kind]
    counts = [tables.select(_FEW, part)[0][0] for part in about]
    lead = about[counts.index(min(counts))] if counts and min(counts) <= MOST_GATHERED else None
    for part in about:
        if part != lead:
            where.append(_PART)
            values += part
    if lead is None:
        return _Asked(f"FROM derived d WHERE {' AND '.join(where)}", tuple(values))
    source = (
        "FROM derived_part l CROSS JOIN derived d ON d.id = l.derived_id WHERE l.what = %s AND l.subject = %s"
    )
    return _Asked(f"{source} AND {' AND '.join(where)}", (*lead, *values))


def count(stage: str, kind: str, about: Sequence[tuple[str, str]]) -> int:
    """How many values of a kind are about all of the given things."""
    asked = _asked(stage, kind, about)
    return int(tables.select(f"SELECT count(*) {asked.source}", asked.values)[0][0])


def most_told(stage: str, kind: str, what: str, limit: int | None) -> tuple[tuple[str, int], ...]:
    """Of the values of a kind, what they are about most, with how many they are; without a limit all, by name."""
    order = "ORDER BY 1" if limit is None else f"ORDER BY 2 DESC, 1 LIMIT {int(limit)}"
    of_kind = "(SELECT id FROM derived WHERE stage = %s AND kind = %s)"
    sql = f"SELECT subject, count(*) FROM derived_part WHERE what = %s AND derived_id IN {of_kind} GROUP BY 1 {order}"  # noqa: S608 - ours
    return tuple((subject, number) for subject, number in tables.select(sql, (what, stage, kind)))


def page(
    stage: str, kind: str, of: type[T], about: Sequence[tuple[str, str]], offset: int, limit: int
) -> tuple[T, ...]:
    """The values of a kind, lowest rank first, that are about all of the given things."""
    asked = _asked(stage, kind, about)
    ids = tables.select(
        f"SELECT d.id {asked.source} ORDER BY d.rank, d.id LIMIT %s OFFSET %s", [*asked.values, limit, offset]
    )
    rows = tables.select(
        "SELECT d.body FROM json_each(%s) i CROSS JOIN derived d ON d.id = i.value ORDER BY i.key",
        (json.dumps([id_ for (id_,) in ids]),),
    )
    return tuple(wire.from_json(of, json.loads(body)) for (body,) in rows)


def one(stage: str, kind: str, of: type[T], key: str) -> T | None:
    """The value with that key."""
    row = tables.one(
        "SELECT body FROM derived WHERE stage = %s AND kind = %s AND key = %s",
        (stage, kind, tables.storable(key)),
    )
    return None if row is None else wire.from_json(of, json.loads(row[0]))
