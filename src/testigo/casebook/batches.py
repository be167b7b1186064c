"""Batches: reports under a name, such as what was added together in one run, and how far they are.

Rules:
- A batch is a judgement of its own kind (`batch`, verdict `save`) about its name. Its body holds the originals as runs of
  their numbers, so that ten thousand letters that were added together are one line of the ledger. The last one about a name says what the
  batch holds; a `withdraw` takes it away. It decides nothing about any claim.
- A batch holds originals: a newer text of one stays in it. An original may lie in several.
- Nothing is derived and kept: batches are few, and their runs are read when they are asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from testigo.casebook import tables
from testigo.casebook.history import deciding, history_of_key, of_kind
from testigo.casebook.subjects import key_of
from testigo.casebook.values import BatchProgress
from testigo.errors import BadInput
from testigo.judgement import Judgement

BATCH = "batch"
Runs = tuple[tuple[int, int], ...]
"""First and last number of each run of originals, apart and ascending."""
_HERE = "FROM json_each(%s) b CROSS JOIN shelf s ON s.original_id BETWEEN json_extract(b.value, '$[0]') AND json_extract(b.value, '$[1]')"
_SHELF = f"SELECT count(*), coalesce(sum(s.claims), 0), coalesce(sum(s.judged), 0) {_HERE}"
_CLAIMS = "JOIN claim c ON c.id = t.claim_id JOIN shelf s ON s.reading_id = c.reading_id"
_IN = "EXISTS (SELECT 1 FROM json_each(%s) b WHERE s.original_id BETWEEN json_extract(b.value, '$[0]') AND json_extract(b.value, '$[1]'))"
_DISPUTED = f"SELECT count(*) FROM standing t {_CLAIMS} WHERE t.verdict = 'conflict' AND {_IN}"  # noqa: S608 - ours
_TWICE = (
    "SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM judgement j WHERE j.subject_kind = 'second' AND j.key = t.key)), 0)"  # noqa: S608 - ours
    f" FROM draw t {_CLAIMS} WHERE {_IN}"
)


def runs(originals: Iterable[int]) -> Runs:
    """Numbers as runs."""
    numbers = sorted(set(originals))
    cuts = [at for at, (one, two) in enumerate(pairwise(numbers), 1) if two != one + 1]
    edges = [0, *cuts, len(numbers)]
    return tuple((numbers[a], numbers[b - 1]) for a, b in pairwise(edges) if a < b)


def body(originals: Iterable[int], before: Runs = ()) -> str:
    """What the judgement of a batch holds. before: what it held already."""
    held = (number for first, last in before for number in range(first, last + 1))
    return json.dumps({"originals": runs((*originals, *held))}, separators=(",", ":"))


def held(name: str) -> tuple[Judgement | None, Runs]:
    """The judgement that another one must replace, and what the batch holds; nothing where there is none of that name."""
    try:
        history = history_of_key(BATCH, key_of(BATCH, name))
    except BadInput:
        return None, ()
    return deciding(history), _runs_of(_last(history))


def _last(history: Sequence[Judgement]) -> Judgement | None:
    """What stands: the last word. A batch that was taken away is not what it was before it grew."""
    return history[-1] if history and history[-1].verdict == "save" else None


def _runs_of(judgement: Judgement | None) -> Runs:
    found: Sequence[Sequence[int]] = (
        json.loads(judgement.amended or "{}").get("originals", ()) if judgement else ()
    )
    return tuple((int(first), int(last)) for first, last in found)


def condition(name: str) -> tuple[str, list[Any]]:
    """A condition on `shelf s` for the reports of a batch, with its values."""
    return _IN, [json.dumps(held(name)[1])]


def progress(limit: int) -> tuple[BatchProgress, ...]:
    """How far the batches are, the latest named first."""
    standing = ((name, _last(history)) for name, history in of_kind(BATCH).items())
    latest = sorted(((now.id or 0, name, now) for name, now in standing if now is not None), reverse=True)
    return tuple(_progress(name, now) for _id, name, now in latest[:limit])


def _progress(name: str, now: Judgement) -> BatchProgress:
    asked = (json.dumps(_runs_of(now)),)
    ((reports, claims, judged),) = tables.select(_SHELF, asked)
    ((disputed,),) = tables.select(_DISPUTED, asked)
    ((chosen, twice),) = tables.select(_TWICE, asked)
    return BatchProgress(name, reports, claims, judged, disputed, chosen, twice, now.id or 0)


def originals_of(reports: Iterable[int]) -> tuple[int, ...]:
    """The originals of reports."""
    sql = (
        "SELECT DISTINCT r.original_id FROM json_each(%s) j CROSS JOIN report r ON r.id = j.value ORDER BY 1"
    )
    return tuple(number for (number,) in tables.select(sql, (json.dumps(sorted(set(reports))),)))
