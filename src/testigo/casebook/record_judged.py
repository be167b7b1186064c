"""Recording what people decided.

Rules:
- A judgement about a claim or order is kept by its key: it also stands where a later reading finds the same again.
- `replaces` must be the judgement in force: who looked at an older state is told (Conflict).
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo import vocabulary
from testigo.casebook import content, shelf, tables
from testigo.casebook.history import deciding, history_of_key
from testigo.casebook.recording import OWNER, Log
from testigo.errors import BadInput, Conflict
from testigo.judgement import Judgement

_KEYS = {
    "claim": "SELECT key FROM claim WHERE id = %s",
    # A second reading is about a claim and kept apart: it never stands in for the first person's judgement.
    "second": "SELECT key FROM claim WHERE id = %s",
    # A claim that a person added is the judgement `add` about its report.
    "added": "SELECT id FROM judgement WHERE id = %s AND verdict = 'add'",
    "directive": "SELECT key FROM directive WHERE id = %s",
    "report": "SELECT id FROM report WHERE id = %s",
    "original": "SELECT id FROM original WHERE id = %s",
}


def judgements(log: Log, new: Sequence[Judgement]) -> tuple[int, ...]:
    """Append judgements. Errors: BadInput (no such subject or verdict), Conflict."""
    ids: list[int] = []
    keys: set[str] = set()
    for item in new:
        key = key_of(item.subject_kind, item.subject_id)
        _check(item, key)
        id_, person = tables.next_id("judgement"), log.person(item.by or OWNER)
        amended = None if item.amended is None else tables.storable(item.amended)
        row = (
            id_, item.subject_kind, item.subject_id, key, item.verdict, person, tables.moment(item.at),
            tables.storable(item.note), amended, item.replaces,
        )  # fmt: skip
        tables.insert("judgement", content.COLUMNS["judgement"], (row,))
        log.add("judgement", id_, person, (content.canonical("judgement", row),))
        ids.append(id_)
        if item.subject_kind == "claim":
            keys.add(key)
    shelf.refresh_judged(keys)
    return tuple(ids)


def key_of(subject_kind: str, subject_id: str) -> str:
    """What judgements about a thing are kept by. Errors: BadInput (no such thing)."""
    known = subject_kind in _KEYS and subject_id.isascii() and subject_id.isdigit() and len(subject_id) < 19
    row = tables.one(_KEYS[subject_kind], (int(subject_id),)) if known else None
    if row is None:
        raise BadInput(f"there is no {subject_kind} {subject_id} in this casebook")
    return str(row[0])


def _check(item: Judgement, key: str) -> None:
    if item.verdict not in vocabulary.VERDICTS:
        raise BadInput(f"{item.verdict!r} is no verdict", f"use one of: {', '.join(vocabulary.VERDICTS)}")
    if item.verdict == "withdraw" and item.replaces is None:
        raise BadInput("a withdrawal must say which judgement it undoes")
    if item.replaces is None:
        return
    history = history_of_key(item.subject_kind, key)
    if not any(one.id == item.replaces for one in history):
        raise BadInput(f"judgement {item.replaces} is not about this {item.subject_kind}")
    in_force = deciding(history)
    is_remark = next(one for one in history if one.id == item.replaces).verdict in ("note", "add")
    if not is_remark and (in_force is None or in_force.id != item.replaces):
        raise Conflict("somebody judged this meanwhile", "look at the judgement that stands now, then decide")
