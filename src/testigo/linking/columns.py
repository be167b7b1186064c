"""Rows of named tuples kept as columns: appended one at a time, closed in batches, so that no object stays.

Rules:
- A column's type follows from what it may hold, not from what it holds: one in which nothing is told is one of numbers
  still. A list without words is told from no list.
"""

from __future__ import annotations

import typing
from typing import Any

_BATCH = 20_000


class Columns:
    """Rows of one kind of named tuple, in the order in which they were added."""

    def __init__(self, kind: Any) -> None:
        self.names: tuple[str, ...] = kind._fields
        self._hints = typing.get_type_hints(kind)
        self._rows: list[tuple[Any, ...]] = []
        self._batches: list[Any] = []
        self.count = 0

    def add(self, values: tuple[Any, ...]) -> int:
        """Put a row behind the others; gives its number."""
        self._rows.append(values)
        self.count += 1
        if self.count % _BATCH == 0:
            self._close()
        return self.count - 1

    def _close(self) -> None:
        import pyarrow as pa

        kinds = [_arrow_type(pa, self._hints[name]) for name in self.names]
        columns = zip(*self._rows, strict=True) if self._rows else ([] for _ in kinds)
        arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
        self._batches.append(pa.record_batch(arrays, names=list(self.names)))
        self._rows.clear()

    def batches(self) -> list[Any]:
        """All rows so far as batches of Arrow, which are let go."""
        if self._rows:
            self._close()
        found, self._batches = self._batches, []
        return found

    def extend(self, batch: Any) -> None:
        """Put the rows of a batch behind the others."""
        self._batches.append(batch)
        self.count += batch.num_rows

    def table(self, ids: Any = None) -> Any:
        """An Arrow table with the column unique_id: the given numbers, or those of the order."""
        import numpy as np
        import pyarrow as pa

        if self._rows or not self._batches:
            self._close()
        table = pa.Table.from_batches(self._batches)
        numbers = np.arange(self.count, dtype=np.int32) if ids is None else np.asarray(ids, dtype=np.int32)
        return table.append_column("unique_id", pa.array(numbers, pa.int32()))

    def clear(self) -> None:
        """Let the rows go: their table is elsewhere."""
        self._batches.clear()


def _arrow_type(pa: Any, kind: Any) -> Any:
    kinds = {kind, *typing.get_args(kind)}
    if typing.get_origin(kind) is tuple:
        return pa.list_(pa.string())
    if bool in kinds:
        return pa.bool_()
    return pa.int32() if int in kinds else pa.string()


class Ids:
    """Numbers for values that come again, in the order in which they first came."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._known: dict[Any, int] = {}

    def of(self, value: Any) -> int:
        """The number of a value."""
        number = self._known.get(value)
        if number is None:
            number = self._known[value] = len(self.values)
            self.values.append(value)
        return number
