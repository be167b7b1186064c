"""Which rows are compared: those that share a key. Pairs come in portions, so that never all of them are in memory.

Rules:
- A wide key (a town whatever the day, a surname in a month) that holds more than WIDE rows brings none together: what it
  held still meets by its finer keys, and would have told little. A fine key with more than CROWD rows brings each
  together with the NEXT ones in the order of reports: one happening told by hundreds still becomes one.
- So no row is compared with more than a fixed number of others for each of its keys, and the work grows with the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from testigo.linking.event_rows import EXACT

if TYPE_CHECKING:
    from testigo.linking.database import Database

WIDE, CROWD, NEXT = 96, 256, 24
PORTION = 4_000_000
"""Meetings by keys in one portion of rows; a pair that meets by several keys counts for each."""


@dataclass(slots=True)
class Blocks:
    """What brings rows together, in the table `held` of a database. count: pairs given out; crowded: keys over a limit."""

    db: Database
    ranges: tuple[tuple[int, int], ...]
    crowded: int
    count: int = 0

    def pairs(self) -> Iterator[str]:
        """Tables with the columns join_key_l, join_key_r and match_key, smaller first, portion after portion."""
        for low, high in self.ranges:
            self.db.make("pairs", _PAIRS.format(low=low, high=high))
            (some,) = self.db.fetch("SELECT count(*) AS n FROM pairs")["n"]
            self.count += int(some)
            if some:
                yield "pairs"
        self.db.drop("pairs", "held")


_RANKED = (
    "SELECT node, block, how, CAST(count(*) OVER (PARTITION BY block) AS INTEGER) AS n,"
    " CAST(row_number() OVER (PARTITION BY block ORDER BY node) AS INTEGER) AS nth FROM keys"
)
_HELD = f"SELECT * FROM ({_RANKED}) k WHERE k.n > 1 AND (k.n <= {WIDE} OR k.how = {EXACT})"  # noqa: S608 - here and below: numbers of ours
_PAIRS = (
    "SELECT DISTINCT l.node AS join_key_l, r.node AS join_key_r, '0' AS match_key FROM held l JOIN held r"  # noqa: S608
    " ON l.block = r.block WHERE l.node < r.node AND (l.how > 0 OR r.how > 0)"
    f" AND (l.n <= {CROWD} OR r.nth - l.nth <= {NEXT}) AND l.node >= {{low}} AND l.node < {{high}}"
)
_MEETINGS = (
    f"SELECT node, CAST(sum(CASE WHEN n <= {CROWD} THEN n - nth ELSE {NEXT} END) AS BIGINT) AS n"  # noqa: S608
    " FROM held GROUP BY node ORDER BY node"
)
_CROWDED = (
    "SELECT count(*) AS n FROM (SELECT block FROM keys GROUP BY block"  # noqa: S608
    f" HAVING count(*) > CASE WHEN max(how) = {EXACT} THEN {CROWD} ELSE {WIDE} END) c"
)


def blocks(db: Database, keys: tuple[Any, Any, Any]) -> Blocks:
    """The rows by their keys. keys: three arrays: row, number of the key, and how the row meets by it (event_rows.py)."""
    import numpy as np
    import pyarrow as pa

    rows, numbers, how = keys
    db.put("keys", pa.table({
        "node": pa.array(rows, pa.int32()), "block": pa.array(numbers, pa.int64()), "how": pa.array(how, pa.int8())}))  # fmt: skip
    db.make("held", _HELD)
    (crowded,) = db.fetch(_CROWDED)["n"]
    db.drop("keys")
    met = db.fetch(_MEETINGS)
    sums = np.cumsum(met["n"])
    cuts = np.searchsorted(sums, np.arange(PORTION, int(sums[-1]) if len(sums) else 0, PORTION)) + 1
    edges = [0, *sorted({int(met["node"][c]) for c in cuts if c < len(sums)}), int(np.iinfo(np.int32).max)]
    return Blocks(db, tuple(pairwise(edges)) if len(sums) else (), int(crowded))
