"""What pictures are drawn from: the claims of each report in a few bytes, so that a picture of all claims needs no claim.

Rules:
- 28 bytes a claim, as ROW says: what it was read as, what it is after an amendment, and what was decided of it.
- Words (acts, statuses, verdicts, places) stand as the numbers of `code`, which only grows until everything is made again.
- Of several times the narrowest counts, of several places all, in their order.
"""

from __future__ import annotations

import datetime as dt
import json
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from testigo.casebook import tables
from testigo.casebook.days import days as days_of
from testigo.reference.tables import is_border

Json = dict[str, Any]
Select = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
ROW = struct.Struct("<qiiHHHHI")
"""Id; first and last day (ordinals, 0: open; both 0: none with a year); numbers of act as read, act now, status as read, verdict, places now."""
BORDER = "~"
"""Behind the ids of a claim's places: its words mean the northern border."""
_YEAR = 365
_CLAIMS = (
    "SELECT s.report_id, c.id, c.kind, c.act, c.status, coalesce(t.verdict, ''), j.amended,"
    " CASE WHEN t.verdict = 'amend' THEN c.body END FROM shelf s CROSS JOIN claim c ON c.reading_id = s.reading_id"
    " LEFT JOIN standing t ON t.claim_id = c.id LEFT JOIN judgement j ON j.id = t.judgement_id"
    " WHERE s.reading_id IN (SELECT value FROM json_each(%s)) ORDER BY c.id"
)
_PARTS = (
    "SELECT f.claim_id, f.slot, f.text, f.ref, f.value FROM claim c CROSS JOIN filler f ON f.claim_id = c.id"
    " WHERE c.reading_id IN (SELECT value FROM json_each(%s)) AND f.slot IN ('time', 'place') ORDER BY f.claim_id, f.slot, f.number"
)
Told = tuple[int, int, int, str, str, str, str, str]
"""As ROW, with the words themselves."""
WORDS = ("act", "act", "status", "verdict", "place")
"""Of which list each word of a row is."""


def refresh(readings: Sequence[int]) -> None:
    """Make the rows of these readings in force again."""
    codes = Codes()
    made = told(readings, tables.select)
    rows = [(report, b"".join(codes.packed(one) for one in claims)) for report, claims in made.items()]
    tables.run(
        "DELETE FROM drawn WHERE report_id IN (SELECT value FROM json_each(%s))", (json.dumps(list(made)),)
    )
    tables.insert("drawn", ("report_id", "claims"), rows)
    tables.insert("code", ("what", "number", "value"), codes.new)


def told(readings: Sequence[int], select: Select) -> dict[int, list[Told]]:
    """What is kept of the claims of these readings in force, by report. select: runs a query and gives all rows."""
    asked = (json.dumps(list(readings)),)
    parts: dict[int, tuple[list[Json], list[Json]]] = {}
    for claim, slot, text, ref, value in select(_PARTS, asked):
        times, places = parts.setdefault(claim, ([], []))
        (times if slot == "time" else places).append({"text": text, "id": ref, "value": value})
    found: dict[int, list[Told]] = {}
    for report, id_, kind, act, status, verdict, amended, body in select(_CLAIMS, asked):
        times, places = parts.get(id_, ([], []))
        claim = {"kind": kind, "act": act, "status": status, "time": times, "place": places}
        if body is not None and amended:
            claim = json.loads(body) | json.loads(amended)
        found.setdefault(report, []).append(row_of((id_, f"{kind}.{act}", status, verdict), claim))
    return found


def row_of(read: tuple[int, str, str, str], claim: Json) -> Told:
    """The row of a claim. read: id, act and status as a machine read them, verdict; claim: as it is after an amendment."""
    id_, act_read, status, verdict = read
    first, last = narrowest(time.get("value") for time in claim.get("time") or ())
    places = claim.get("place") or ()
    ids = [place["id"] for place in places if place.get("id")]
    border = BORDER if any(_border(place["text"]) for place in places) else ""
    act = f"{claim['kind']}.{claim['act']}"
    return (id_, first, last, act_read, act, status, verdict, "\n".join(ids) + border)


_border = lru_cache(maxsize=10_000)(is_border)


def narrowest(times: Iterable[str | None]) -> tuple[int, int]:
    """First and last day of the narrowest of some EDTF times, as ordinals; 0: open; both 0: none of them has a year."""
    found = [days for value in times if value and "X" not in value[:4] and (days := _days(value)) != (0, 0)]
    return min(found, key=_width, default=(0, 0))


@lru_cache(maxsize=10_000)
def _days(value: str) -> tuple[int, int]:
    first, last = days_of(value)
    return _ordinal(first), _ordinal(last)


def _ordinal(day: str | None) -> int:
    return 0 if day is None else dt.date.fromisoformat(day).toordinal()


def _width(days: tuple[int, int]) -> tuple[int, int]:
    first, last = days
    first = first or last - _YEAR
    return (last or first + _YEAR) - first, first


class Codes:
    """The numbers of words, and those that are new. Inside a transaction only."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._next: dict[str, int] = {}
        self.new: list[tuple[str, int, str]] = []
        for what, number, value in tables.select("SELECT what, number, value FROM code"):
            self._numbers[what, value] = number
            self._next[what] = max(number + 1, self._next.get(what, 0))

    def packed(self, claim: Told) -> bytes:
        """A row as bytes."""
        numbers = [self._number(what, value) for what, value in zip(WORDS, claim[3:], strict=True)]
        return ROW.pack(*claim[:3], *numbers)

    def _number(self, what: str, value: str) -> int:
        known = self._numbers.get((what, value))
        if known is None:
            known = self._numbers[what, value] = self._next.get(what, 0)
            self._next[what] = known + 1
            self.new.append((what, known, value))
        return known


def unpacked(claims: bytes, values: Mapping[str, Sequence[str]]) -> list[Told]:
    """The rows of bytes. values: the words by list and number."""
    rows = []
    for id_, first, last, *numbers in ROW.iter_unpack(claims):
        said = [values[what][number] for what, number in zip(WORDS, numbers, strict=True)]
        rows.append((id_, first, last, *said))
    return rows


def codes(select: Select) -> dict[str, tuple[str, ...]]:
    """The words of each list by their numbers."""
    found: dict[str, list[str]] = {}
    for what, value in select("SELECT what, value FROM code ORDER BY what, number", ()):
        found.setdefault(what, []).append(value)
    return {what: tuple(values) for what, values in found.items()}
