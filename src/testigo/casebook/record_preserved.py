"""Recording what came in: originals, captures, troubles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from testigo.casebook import content, shelf, tables
from testigo.casebook.recording import Log
from testigo.casebook.values import Captured, NewCapture, NewTrouble
from testigo.errors import BadInput

_HEX = frozenset("0123456789abcdef")


def captures(log: Log, new: Sequence[NewCapture], by: str) -> tuple[Captured, ...]:
    """Insert originals that are new and a capture for each. Errors: ValueError (bad values, unknown parent)."""
    person = log.person(by)
    known = _Known()
    capture_id, original_id = tables.next_id("capture"), tables.next_id("original")
    originals: list[tuple[Any, ...]] = []
    rows: list[tuple[Any, ...]] = []
    done: list[Captured] = []
    for item in new:
        _check(item)
        original = known.find(item.sha256)
        if original is None:
            media = tables.storable(item.media_type)
            original = (original_id, item.sha256.hex(), item.size, media, item.object)
            originals.append(original)
            known.add(original)
            original_id += 1
        elif original[2] != item.size or original[4] != item.object:
            raise ValueError("the same digest with another size or object")
        row = _row(item, capture_id, original[0], person, known)
        rows.append(row)
        log.add("capture", capture_id, person, (content.canonical("capture", row, (original,)),))
        done.append(Captured(original[0], capture_id, bool(originals) and originals[-1] is original))
        capture_id += 1
    tables.insert("original", content.COLUMNS["original"], originals)
    tables.insert("capture", content.COLUMNS["capture"], rows)
    return tuple(done)


def _row(item: NewCapture, id_: int, original: int, person: int, known: _Known) -> tuple[Any, ...]:
    parent = None
    if item.parent is not None:
        found = known.find(item.parent)
        if found is None:
            raise ValueError("a part came before its container")
        parent = found[0]
    texts = (tables.storable(text) for text in (item.source, item.tool, item.asked, item.answer))
    return (id_, original, tables.moment(item.at), person, item.how, *texts, parent)


def _check(item: NewCapture) -> None:
    if len(item.sha256) != 32 or item.size < 0:
        raise ValueError("not an original")
    if len(item.object) != 64 or not set(item.object) <= _HEX:
        raise ValueError("not an object name")
    if item.how not in ("file", "address", "part"):
        raise ValueError(f"not a way to come in: {item.how}")


class _Known:
    """Originals by digest: those of this batch and those of the database."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[Any, ...]] = {}

    def add(self, original: tuple[Any, ...]) -> None:
        self._rows[original[1]] = original

    def find(self, sha256: bytes) -> tuple[Any, ...] | None:
        key = sha256.hex()
        if key not in self._rows:
            row = tables.one(
                "SELECT id, sha256, size, media_type, object FROM original WHERE sha256 = %s", (key,)
            )
            if row is None:
                return None
            self._rows[key] = row
        return self._rows[key]


def troubles(log: Log, new: Sequence[NewTrouble], by: str) -> tuple[int, ...]:
    """Insert troubles. Errors: BadInput (no such original or report)."""
    person = log.person(by)
    first = tables.next_id("trouble")
    rows = []
    for id_, item in enumerate(new, first):
        _check_subject("original", item.original)
        _check_subject("report", item.report)
        texts = (tables.storable(text) for text in (item.step, item.item, item.error, item.hint))
        row = (id_, tables.moment(log.at), *texts, item.original, item.report)
        rows.append(row)
        log.add("trouble", id_, person, (content.canonical("trouble", row),))
    tables.insert("trouble", content.COLUMNS["trouble"], rows)
    shelf.refresh_troubles(new)
    return tuple(range(first, first + len(rows)))


def _check_subject(table: str, id_: int | None) -> None:
    if id_ is not None and tables.one(f'SELECT 1 FROM "{table}" WHERE id = %s', (id_,)) is None:  # noqa: S608 - ours
        raise BadInput(f"there is no {table} {id_} in this casebook")
