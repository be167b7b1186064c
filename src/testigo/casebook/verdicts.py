"""Judged claims without their bodies: what figures about people and machine are computed from.

Rules:
- They are kept in memory with the judgement that they know last; what was judged since is asked for by its keys alone. A new
  report or reading lets go of them.
- In which slots a machine found something never changes: it is asked once for each claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from testigo.casebook import stages, tables
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
_SINCE = "SELECT DISTINCT key FROM judgement WHERE id > %s AND subject_kind = 'claim'"
_FILLED = (
    "SELECT DISTINCT f.claim_id, f.slot FROM json_each(%s) j CROSS JOIN filler f ON f.claim_id = j.value"
)


@dataclass(frozen=True, slots=True)
class Decided:
    """Every claim of readings in force that somebody accepted, amended or rejected, by id.

    told: of which readings (`stages.told`); last: the last judgement that they know; slots: those in which the machine found
    something, of each claim that was asked for.
    """

    told: str
    last: int
    claims: tuple[JudgedClaim, ...]
    slots: dict[int, frozenset[str]]

    def filled(self) -> Mapping[int, frozenset[str]]:
        """For each accepted or amended claim, the slots in which the machine found something."""
        kept = [claim.id for claim in self.claims if claim.verdict in ("accept", "amend")]
        self.slots.update(_filled([id_ for id_ in kept if id_ not in self.slots]))
        return {id_: self.slots[id_] for id_ in kept}


def decided(was: Decided | None) -> Decided:
    """The judged claims as they are now. was: as they were in memory."""
    told = stages.told()
    ((last,),) = tables.select("SELECT coalesce(max(id), 0) FROM judgement")
    if was is None or was.told != told:
        return Decided(told, last, tuple(_all()), {})
    if was.last == last:
        return was
    since = {key for (key,) in tables.select(_SINCE, (was.last,))}
    left = [claim for claim in was.claims if claim.key not in since]
    claims = sorted([*left, *judged_of(since)], key=lambda claim: claim.id)
    return Decided(told, last, tuple(claims), was.slots)


def _all() -> Iterator[JudgedClaim]:
    after = -1
    while rows := tables.select(_JUDGED, (after,)):
        yield from (JudgedClaim(*row) for row in rows)
        after = rows[-1][0]


def judged_of(keys: Iterable[str]) -> tuple[JudgedClaim, ...]:
    """Those of them that have these keys, by id."""
    return tuple(JudgedClaim(*row) for row in tables.select(_JUDGED_OF, (json.dumps(sorted(set(keys))),)))


def _filled(claims: Iterable[int]) -> dict[int, frozenset[str]]:
    """The slots in which the machine found something, of these claims; one value stands for all that are alike."""
    ids = list(claims)
    found: dict[int, set[str]] = {id_: set() for id_ in ids}
    for claim, slot in tables.select(_FILLED, (json.dumps(ids),)):
        found[claim].add(slot)
    alike: dict[frozenset[str], frozenset[str]] = {}
    whole = {id_: frozenset(slots) for id_, slots in found.items()}
    return {id_: alike.setdefault(slots, slots) for id_, slots in whole.items()}
