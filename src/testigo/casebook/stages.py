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
from testigo.casebook.values import Derived, DerivedRun

T = TypeVar("T")
_BATCH, _PAGE = 400, 2000
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


def replace(run: DerivedRun, new: Iterable[Derived]) -> tuple[int, int]:
    """Put a run's values in place of the stage's earlier ones; gives how many were written and how many dropped.

    Values are taken and written a few at a time; of the earlier ones only digests are in memory.
    """
    old = _digests(run.stage)
    seen: set[tuple[str, str]] = set()
    written, next_id = 0, tables.next_id("derived")
    batch = _Batch(run.stage)
    dropped = 0
    for item in new:
        place = (item.kind, item.key)
        if place in seen:
            raise ValueError(f"{run.stage} gave {item.kind} {item.key} twice")
        seen.add(place)
        body = tables.storable(
            json.dumps(wire.to_json(item.value), ensure_ascii=False, separators=(",", ":"))
        )
        wanted = sorted(set(item.about))
        was = old.pop(place, None)
        if was is not None and was[1] == _digest(item.rank, body, wanted):
            continue
        if was is not None:
            batch.old.append(was[0])
            dropped += 1
        batch.rows.append((next_id, run.stage, item.kind, item.key, item.rank, body))
        batch.parts += [(next_id, what, subject) for what, subject in wanted]
        next_id += 1
        written += 1
        if len(batch.rows) >= _PAGE:
            batch.write()
    batch.write()
    _drop([id_ for id_, _ in old.values()])
    tables.run("DELETE FROM derived_run WHERE stage = %s", (run.stage,))
    row = (
        run.stage,
        tables.moment(run.at),
        run.version,
        json.dumps(run.settings, sort_keys=True),
        run.inputs,
    )
    tables.insert("derived_run", ("stage", "at", "version", "settings", "inputs"), (row,))
    return written, dropped + len(old)


@dataclass(slots=True)
class _Batch:
    """Values to be written, and rows that they take the place of."""

    stage: str
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    parts: list[tuple[int, str, str]] = field(default_factory=list)
    old: list[int] = field(default_factory=list)

    def write(self) -> None:
        """Write them and be empty again."""
        _drop(self.old)
        tables.insert("derived", ("id", "stage", "kind", "key", "rank", "body"), self.rows)
        tables.insert("derived_part", ("derived_id", "what", "subject"), self.parts)
        for one in (self.rows, self.parts, self.old):
            one.clear()


def _digest(rank: float, body: str, about: Sequence[tuple[str, str]]) -> bytes:
    return hashlib.blake2b(repr((rank, body, [tuple(a) for a in about])).encode(), digest_size=16).digest()


def _digests(stage: str) -> dict[tuple[str, str], tuple[int, bytes]]:
    """The id and the digest of every value of a stage, by kind and key."""
    found: dict[tuple[str, str], tuple[int, bytes]] = {}
    after = 0
    while rows := tables.select(
        "SELECT id, kind, key, rank, body FROM derived WHERE stage = %s AND id > %s ORDER BY id LIMIT %s",
        (stage, after, _PAGE),
    ):
        parts: dict[int, list[tuple[str, str]]] = {}
        for id_, what, subject in tables.select(
            "SELECT p.derived_id, p.what, p.subject FROM derived_part p WHERE p.derived_id >= %s AND p.derived_id <= %s"
            " ORDER BY p.derived_id, p.what, p.subject",
            (rows[0][0], rows[-1][0]),
        ):
            parts.setdefault(id_, []).append((what, subject))
        for id_, kind, key, rank, body in rows:
            found[kind, key] = (id_, _digest(rank, body, parts.get(id_, [])))
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
