"""Chunks of reports taken in, put together: their rows, words and persons get the numbers of the whole casebook.

Rules:
- Reports may come in any order, and chunks may be taken in by any process: rows and occurrences are numbered in the order
  of reports at the end.
- Rows of two chunks that tell the same are one, shown by the first occurrence that tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from testigo.linking.columns import Columns, Ids
from testigo.linking.event_rows import EventRow
from testigo.linking.intake import Chunk, Tell, taken_in, waited
from testigo.linking.judged import Verdicts
from testigo.linking.sharing import Shared
from testigo.linking.taken import Taken, Waiting

REPORTS = 512
"""What the reports of a chunk weigh together."""
_ROW_WORDS = ("sort", "act", "towns", "bound_towns", "sex")
_ROW_NUMBERS = ("day", "until", "anchored", "full")


@dataclass(frozen=True, slots=True)
class Incoming:
    """Reports as they come: the id of each, with what `tell` makes its tellings of. weight: how much work that is."""

    reports: Iterable[tuple[int, Any]]
    tell: Tell
    weight: Callable[[Any], int] = lambda _: 1


def gathered(shared: Shared, incoming: Incoming, events: Verdicts, people: Verdicts) -> Gathered:
    """All reports taken in."""
    made = Gathered()
    chunks = (
        Chunk(some, incoming.tell, events, people)
        for some in _by(REPORTS, incoming.reports, lambda one: incoming.weight(one[1]))
    )
    for one in shared.each(taken_in, chunks):
        made.add(one)
    waiting, made.waiting = made.waiting, []
    held = (
        Chunk(tuple((w.report, w.tellings) for w in some), waited, events, people, _places_among(some, made.places))
        for some in _by(REPORTS, waiting)
    )  # fmt: skip
    for one in shared.each(taken_in, held):
        made.add(one)
    made.signs.clear()
    return made


def _by(
    size: int, items: Iterable[Any], weight: Callable[[Any], int] = lambda _: 1
) -> Iterator[tuple[Any, ...]]:
    """Items in pieces that weigh so much, or as little more as can be."""
    some, weighs = [], 0
    for item in items:
        some.append(item)
        weighs += weight(item)
        if weighs >= size:
            yield tuple(some)
            some, weighs = [], 0
    if some:
        yield tuple(some)


def _places_among(some: tuple[Waiting, ...], places: set[str]) -> frozenset[str]:
    return frozenset(name for one in some for name in one.names if name in places)


class Gathered:
    """What all chunks come to. See intake.py for the meaning of the columns."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.happened: list[bytes] = []
        self.spoken: list[bytes] = []
        self.columns = Columns(EventRow)
        self.words, self.statics = Ids(), Ids()
        self.signs: dict[bytes, int] = {}
        self.places: set[str] = set()
        self.waiting: list[Waiting] = []
        self.judged_claims: dict[str, int] = {}
        self.judged_mentions: dict[str, int] = {}
        self.shown: list[str] = []
        self.called: list[str] = []
        self.row_report: list[int] = []
        self.row_number: list[int] = []
        self.occurrences = 0
        self._parts: dict[str, list[Any]] = {}

    def column(self, name: str) -> Any:
        """A column as one array. name: its part of the intake, and the column: "rows.key"."""
        import numpy as np

        parts = self._parts.pop(name, [])
        return np.concatenate(parts) if parts else np.empty(0, np.int64)

    def add(self, one: Taken) -> None:
        """Put a chunk behind the others."""
        import numpy as np

        before = len(self.called), self.occurrences
        self.occurrences += len(one.occurrences.key)
        words = np.array([self.words.of(value) for value in one.words], dtype=np.int32)
        at = self._rows(one, words)
        self._put("occurrences", one.occurrences, ("report", "number", "key", "claim"))
        self._append("occurrences.row", at[array_of(one.occurrences.row)])
        told = np.array([self.statics.of(value) for value in one.statics], dtype=np.int32)
        self._put(
            "mentions", one.mentions, ("report", "number", "key", "judged", "claim", "target", "filler")
        )
        self._append("mentions.told", told[array_of(one.mentions.told)])
        self.called += one.mentions.words
        self._append("parts.person", array_of(one.parts.person) + np.int32(before[0]))
        self._append("parts.occurrence", array_of(one.parts.occurrence) + np.int32(before[1]))
        self._put("parts", one.parts, ("target",))
        self.ids += one.ids
        self.happened += one.happened
        self.spoken += one.spoken
        self.places |= one.places
        self.waiting += one.waiting
        self.judged_claims |= {claim: n + before[1] for claim, n in one.judged_claims.items()}
        self.judged_mentions |= {mention: n + before[0] for mention, n in one.judged_mentions.items()}

    def _rows(self, one: Taken, words: Any) -> Any:
        """Take over the rows that are new; gives the number of each row of the chunk."""
        import numpy as np

        known, rows = self.signs, one.rows
        count = len(known)
        at = np.array([known.setdefault(sign, len(known)) for sign in one.signs], dtype=np.int32)
        fresh = at >= count
        for n in np.nonzero(~fresh)[0].tolist():
            self._show_earlier(int(at[n]), rows, n)
        new = np.nonzero(fresh)[0]
        columns: dict[str, list[Any]] = {
            "report": self.row_report,
            "number": self.row_number,
            "words": self.shown,
        }
        for name, into in columns.items():
            column: list[Any] = getattr(rows, name)
            into.extend(column if len(new) == len(at) else (column[n] for n in new.tolist()))
        start = 0
        for batch in one.batches:
            mine = new[(new >= start) & (new < start + batch.num_rows)] - start
            self.columns.extend(batch if len(mine) == batch.num_rows else batch.take(mine))
            start += batch.num_rows
        for name in _ROW_WORDS:
            self._append(f"rows.{name}", words[array_of(getattr(rows, name))[new]])
        for name in _ROW_NUMBERS:
            self._append(f"rows.{name}", array_of(getattr(rows, name))[new])
        key_row = array_of(rows.key_row)
        keys = fresh[key_row]
        self._append("rows.key_row", at[key_row[keys]])
        self._append("rows.key", array_of(rows.key)[keys])
        self._append("rows.how", array_of(rows.how)[keys])
        return at

    def _show_earlier(self, at: int, rows: Any, n: int) -> None:
        """Let a row that is there be shown by the chunk's occurrence, where that is the earlier one."""
        place = rows.report[n], rows.number[n]
        if place < (self.row_report[at], self.row_number[at]):
            self.row_report[at], self.row_number[at] = place
            self.shown[at] = rows.words[n]

    def _put(self, name: str, group: Any, columns: Iterable[str]) -> None:
        for column in columns:
            self._append(f"{name}.{column}", array_of(getattr(group, column)))

    def _append(self, name: str, values: Any) -> None:
        self._parts.setdefault(name, []).append(values)


def array_of(values: Any) -> Any:
    """An array.array as numbers of NumPy."""
    import numpy as np

    return np.frombuffer(values, dtype=values.typecode) if len(values) else np.empty(0, values.typecode)
