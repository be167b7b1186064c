"""Which judged claims go to a second person: drawn by the published seed, kept as rows, so that nobody waits for the draw.

Rules:
- Drawn are the claims whose key, hashed with the seed, falls into the share: nobody can choose them, and anybody who knows
  the seed can check the choice.
- A row stands for every drawn claim that was accepted, amended or rejected. Seed and share that the rows were drawn by stand
  with them (`code`, list "draw"): where the settings say otherwise now, all are drawn again before they are asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from testigo import settings
from testigo.casebook import tables

JUDGED = ("accept", "amend", "reject")
_KEYS = "SELECT t.claim_id, t.key FROM standing t WHERE t.verdict IN ('accept', 'amend', 'reject') AND t.claim_id > %s"
_LACKING = "NOT EXISTS (SELECT 1 FROM judgement j WHERE j.subject_kind = 'second' AND j.key = d.key)"
_NOT_THEIRS = (
    "NOT EXISTS (SELECT 1 FROM judgement j JOIN person p ON p.id = j.by_id"
    " WHERE j.subject_kind = 'claim' AND j.key = d.key AND p.name = %s)"
)


def is_chosen(key: str) -> bool:
    """Whether a claim belongs to the share for second reading."""
    digest = hashlib.sha256(f"{settings.get('second_seed')}:{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % 10_000 < 100 * min(settings.number("second_share"), 100)


def refresh(claims: Iterable[tuple[int, str, str | None]]) -> None:
    """Make the rows of some claims again. claims: id, key and verdict of each."""
    rows = list(claims)
    ids = json.dumps([id_ for id_, _key, _verdict in rows])
    tables.run("DELETE FROM draw WHERE claim_id IN (SELECT value FROM json_each(%s))", (ids,))
    _insert((id_, key) for id_, key, verdict in rows if verdict in JUDGED)


def _insert(judged: Iterable[tuple[int, str]]) -> None:
    rows = [(id_, key, _place(key)) for id_, key in judged if is_chosen(key)]
    tables.insert("draw", ("claim_id", "key", "place"), rows)


def _place(key: str) -> str:
    """Where a claim stands in the queue: by lot, the same for everybody."""
    return hashlib.sha256(key.encode()).hexdigest()


def drawn_by() -> str:
    """The seed and share of now."""
    return json.dumps([settings.get("second_seed"), settings.get("second_share")])


def is_current() -> bool:
    """Whether the rows were drawn by the seed and share of now."""
    return tables.one("SELECT value FROM code WHERE what = 'draw'") == (drawn_by(),)


def redraw() -> None:
    """Draw again among all judged claims."""
    tables.run("DELETE FROM draw")
    for rows in tables.chunks(f"{_KEYS} ORDER BY t.claim_id", 5000):
        _insert((id_, key) for id_, key in rows)
    tables.run("DELETE FROM code WHERE what = 'draw'")
    tables.insert("code", ("what", "number", "value"), (("draw", 0, drawn_by()),))


def lacking(by: str | None = None) -> tuple[int, ...]:
    """The drawn claims that nobody read a second time, by lot. by: only those that this person did not judge."""
    where, values = _where(by)
    rows = tables.select(f"SELECT d.claim_id FROM draw d WHERE {where} ORDER BY d.place", values)  # noqa: S608 - ours
    return tuple(id_ for (id_,) in rows)


def count_lacking(by: str | None = None) -> int:
    """How many they are."""
    where, values = _where(by)
    return int(tables.select(f"SELECT count(*) FROM draw d WHERE {where}", values)[0][0])  # noqa: S608 - ours


def count() -> int:
    """How many claims are drawn, read a second time or not."""
    return int(tables.select("SELECT count(*) FROM draw")[0][0])


def _where(by: str | None) -> tuple[str, Sequence[Any]]:
    return (_LACKING, ()) if by is None else (f"{_LACKING} AND {_NOT_THEIRS}", (by,))
