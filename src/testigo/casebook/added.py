"""Claims that people added, because the machine missed them: as claims among the others.

Rules:
- An added claim is the judgement `add` about its report. Its id is the id of that judgement with a minus before it, so
  that it is never taken for a row of the machine's.
- What is decided of it later is kept as judgements about the subject "added" with the id of that judgement. Withdrawing
  the addition itself is a judgement about the report; then it counts no longer, and its history stays.
- It stays with its report: it counts while that is the latest text of its original.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from testigo import wire
from testigo.casebook import tables
from testigo.casebook.days import days
from testigo.casebook.history import history_of_key, judgement, of_keys
from testigo.casebook.values import ClaimFilter, StoredClaim
from testigo.claim import SLOTS, Claim
from testigo.errors import BadInput
from testigo.judgement import Judgement, standing

ADDED = "added"
"""The kind of subject of judgements about added claims."""
_GONE = (
    "EXISTS (SELECT 1 FROM judgement w WHERE w.subject_kind = 'report' AND w.key = j.key"
    " AND w.verdict = 'withdraw' AND w.replaces_id = j.id)"
)
_IS = f"j.subject_kind = 'report' AND j.verdict = 'add' AND j.amended IS NOT NULL AND NOT {_GONE}"
COUNT = (
    "SELECT count(*) FROM judgement j JOIN shelf ON shelf.report_id = CAST(j.key AS INTEGER)"  # noqa: S608 - ours
    f" WHERE {_IS}"
)
"""How many there are on the latest texts."""
REPORTS = f"SELECT CAST(j.key AS INTEGER) FROM judgement j WHERE {_IS}"  # noqa: S608 - ours
"""The ids of the reports that have any, once for each."""
_SELECT = (
    "SELECT j.id, j.subject_kind, j.subject, j.verdict, p.name, j.at, j.note, j.amended, j.replaces_id, j.key"
    " FROM judgement j JOIN person p ON p.id = j.by_id"
)


def claim(id_: int) -> StoredClaim:
    """An added claim with its history, also one that was taken back. id_: with its minus. Errors: BadInput."""
    row = tables.one(f"{_SELECT} WHERE j.id = %s AND j.verdict = 'add' AND j.amended IS NOT NULL", (-id_,))
    if row is None:
        raise BadInput(f"there is no claim {id_} in this casebook")
    made = judgement(row)
    later = history_of_key(ADDED, str(made.id))
    gone = tuple(
        one
        for one in history_of_key("report", str(row[9]))
        if one.verdict == "withdraw" and one.replaces == made.id
    )
    return _stored(made, later, gone)


def of_report(notes: Sequence[Judgement]) -> tuple[StoredClaim, ...]:
    """The added claims that nobody took back. notes: every judgement about the report, oldest first."""
    gone = {one.replaces for one in notes if one.verdict == "withdraw"}
    made = [one for one in notes if one.verdict == "add" and one.amended and one.id not in gone]
    return _all(made)


def that(which: ClaimFilter) -> tuple[StoredClaim, ...]:
    """The added claims that fit, by id. What a filter asks is asked of the claim as it was added."""
    parts: list[str] = [_IS]
    values: list[object] = []
    for name in ("kind", "act", "status"):
        if (value := getattr(which, name)) is not None:
            parts.append(f"json_extract(j.amended, '$.{name}') = %s")
            values.append(tables.storable(value))
    for column, value in (("report_id", which.report), ("publisher", which.publisher)):
        if value is not None:
            parts.append(f"s.{column} = %s")
            values.append(value if isinstance(value, int) else tables.storable(value))
    rows = tables.select(
        f"{_SELECT} JOIN shelf s ON s.report_id = CAST(j.key AS INTEGER) WHERE {' AND '.join(parts)} ORDER BY j.id",
        values,
    )
    return tuple(one for one in _all([judgement(row) for row in rows]) if _fits(one, which))


def _all(made: Sequence[Judgement]) -> tuple[StoredClaim, ...]:
    later = of_keys(ADDED, (str(one.id) for one in made))
    return tuple(_stored(one, later.get(str(one.id), ())) for one in made)


def _stored(made: Judgement, later: Iterable[Judgement], gone: tuple[Judgement, ...] = ()) -> StoredClaim:
    history = tuple(sorted((made, *later, *gone), key=lambda one: one.id or 0))
    value = wire.claim_from_json(json.loads(made.amended or "{}"))
    id_ = -(made.id or 0)
    now = None if gone else standing(history)
    return StoredClaim(id_, f"added {-id_}", int(made.subject_id), 0, 0, value, now, history)


def _fits(stored: StoredClaim, which: ClaimFilter) -> bool:
    verdict = stored.judgement.verdict if stored.judgement else None
    if which.verdict is not None and which.verdict != (verdict or "open"):
        return False
    return _names(stored.claim, which) and _falls_between(stored.claim, which)


def _names(claim: Claim, which: ClaimFilter) -> bool:
    wanted = {*which.fillers, *([] if which.filler is None else [which.filler])}
    slots = SLOTS if which.slot is None else (which.slot,)
    return not wanted or any(f.id in wanted for slot in slots for f in getattr(claim, slot, ()))


def _falls_between(claim: Claim, which: ClaimFilter) -> bool:
    if which.since is None and which.until is None:
        return True
    since, until = (day.isoformat() if day else None for day in (which.since, which.until))
    for first, last in (days(time.value) for time in claim.time):
        if (first, last) == (None, None):
            continue
        if (since is None or (last or "9999-12-31") >= since) and (
            until is None or (first or "0000-01-01") <= until
        ):
            return True
    return False
