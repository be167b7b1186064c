"""Checking the derived table of who was given which report against the judgements that say so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from testigo.casebook.values import Damage

_GIVEN = "SELECT j.key, j.verdict, j.amended FROM judgement j WHERE j.subject_kind = 'task' ORDER BY j.id"


def tasks(connection: Any) -> Iterator[Damage]:
    """Every row that is not what the judgements say. connection: a plain one to the database."""
    wanted: dict[int, list[str]] = {}
    for key, verdict, amended in connection.execute(_GIVEN):
        given = wanted.setdefault(int(key), [])
        if verdict == "assign":
            given.append(str(json.loads(amended)["to"]))
        elif verdict == "withdraw" and given:
            given.pop()
    there = dict(connection.execute("SELECT original_id, person FROM task").fetchall())
    if there != {original: given[-1] for original, given in wanted.items() if given and given[-1]}:
        yield Damage(
            "index", "the list of who was given which report", "it is not what was decided; it can be rebuilt"
        )
