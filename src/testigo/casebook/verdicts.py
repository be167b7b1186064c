"""Judged claims without their bodies: what figures about people and machine are computed from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from testigo.casebook import tables
from testigo.casebook.values import JudgedClaim

_JUDGED = (
    "SELECT t.claim_id, t.key, t.act, t.verdict, j.amended FROM standing t"
    " LEFT JOIN judgement j ON t.verdict = 'amend' AND j.id = t.judgement_id"
    " WHERE t.claim_id > %s AND t.verdict IN ('accept', 'amend', 'reject') ORDER BY t.claim_id LIMIT 5000"
)
_JUDGED_OF = (
    "SELECT t.claim_id, t.key, t.act, t.verdict, j.amended FROM json_each(%s) k CROSS JOIN standing t ON t.key = k.value"
    " LEFT JOIN judgement j ON t.verdict = 'amend' AND j.id = t.judgement_id"
    " WHERE t.verdict IN ('accept', 'amend', 'reject') ORDER BY t.claim_id"
)
_FILLED = (
    "SELECT DISTINCT f.claim_id, f.slot FROM filler f JOIN standing t ON t.claim_id = f.claim_id"
    " WHERE t.verdict IN ('accept', 'amend')"
)


def judged() -> Iterator[JudgedClaim]:
    """Every claim of readings in force that somebody accepted, amended or rejected, by id."""
    after = -1
    while rows := tables.select(_JUDGED, (after,)):
        yield from (JudgedClaim(*row) for row in rows)
        after = rows[-1][0]


def judged_of(keys: Iterable[str]) -> tuple[JudgedClaim, ...]:
    """Those of them that have these keys, by id."""
    return tuple(JudgedClaim(*row) for row in tables.select(_JUDGED_OF, (json.dumps(sorted(set(keys))),)))


def filled() -> dict[int, frozenset[str]]:
    """For each accepted or amended claim, the slots in which the machine found something."""
    found: dict[int, set[str]] = {}
    for claim, slot in tables.select(_FILLED):
        found.setdefault(claim, set()).add(slot)
    return {claim: frozenset(slots) for claim, slots in found.items()}
