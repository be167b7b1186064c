"""What of a row its ledger entry covers: one canonical form for each kind, the same when recorded and when checked.

Rules:
- JSON list, kind first, then the columns in the order below; times as UTC text; the same values give the same bytes.
- A capture covers its original too, a reading its claims. Rows that repeat parts of a `body` are not covered: they are
  made again from it and compared (check.py).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any

COLUMNS: dict[str, tuple[str, ...]] = {
    "person": ("id", "name", "at"),
    "original": ("id", "sha256", "size", "media_type", "object"),
    "capture": ("id", "original_id", "at", "by_id", "how", "source", "tool", "asked", "answer", "parent_id"),
    "report": ("id", "original_id", "at", "key", "title", "text", "body", "wide"),
    "reading": ("id", "report_id", "at", "reader", "version", "vocabulary", "language", "key", "body"),
    "claim": ("id", "reading_id", "number", "key", "place", "body"),
    "judgement": (
        "id",
        "subject_kind",
        "subject",
        "key",
        "verdict",
        "by_id",
        "at",
        "note",
        "amended",
        "replaces_id",
    ),
    "trouble": ("id", "at", "step", "item", "error", "hint", "original_id", "report_id"),
}
ACTIONS = {
    "person": "person", "capture": "capture", "report": "extract", "reading": "read", "judgement": "judge",
    "trouble": "trouble",
}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None).isoformat(" ")
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    return value


def canonical(kind: str, row: Sequence[Any], parts: Iterable[Sequence[Any]] = ()) -> bytes:
    """The bytes for a row and the rows that its entry covers with it."""
    value = [kind, [_plain(v) for v in row], [[_plain(v) for v in part] for part in parts]]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
