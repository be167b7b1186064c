"""Recording what people decided.

Rules:
- A judgement is kept by the key of its subject (subjects.py): it also stands where a later reading finds the same again.
- `replaces` must be the judgement in force: who looked at an older state is told (Conflict).
- Verdicts about pairs must hang together (consistent.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo import vocabulary
from testigo.casebook import content, shelf, tables, tasks
from testigo.casebook.consistent import KINDS as PAIRS_OF_EQUALS
from testigo.casebook.consistent import Standing
from testigo.casebook.history import deciding, history_of_key
from testigo.casebook.recording import OWNER, Log
from testigo.casebook.subjects import key_of
from testigo.errors import BadInput, Conflict
from testigo.judgement import Judgement


def judgements(log: Log, new: Sequence[Judgement]) -> tuple[int, ...]:
    """Append judgements. Errors: BadInput (no such subject or verdict), Conflict."""
    ids: list[int] = []
    keys: dict[str, set[str]] = {"claim": set(), "task": set()}
    pairs: dict[str, Standing] = {}
    for item in new:
        key = key_of(item.subject_kind, item.subject_id)
        _check(item, key)
        if item.subject_kind in PAIRS_OF_EQUALS:
            if item.subject_kind not in pairs:
                pairs[item.subject_kind] = Standing(item.subject_kind)
            pairs[item.subject_kind].add(key, item)
        id_, person = tables.next_id("judgement"), log.person(item.by or OWNER)
        amended = None if item.amended is None else tables.storable(item.amended)
        row = (
            id_, item.subject_kind, item.subject_id, key, item.verdict, person, tables.moment(item.at),
            tables.storable(item.note), amended, item.replaces,
        )  # fmt: skip
        tables.insert("judgement", content.COLUMNS["judgement"], (row,))
        log.add("judgement", id_, person, (content.canonical("judgement", row),))
        ids.append(id_)
        if item.subject_kind in keys:
            keys[item.subject_kind].add(key)
    shelf.refresh_judged(keys["claim"])
    tasks.refresh(keys["task"])
    return tuple(ids)


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
