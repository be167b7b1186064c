"""Where rows and pairs are joined and weighed: DuckDB in memory, or Spark for what one machine cannot hold.

Rules:
- Queries are written once, as DuckDB has them, in words that Spark has too, or that sqlglot carries over.
- DuckDB has no folder for temporary files: it fails rather than spilling words to a disk. Spark gets a folder that is
  removed at the end.
- Tables go in as Arrow and come out as arrays of NumPy.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal, Protocol

from testigo.errors import BadInput

Backend = Literal["duckdb", "spark"]
BACKENDS = ("duckdb", "spark")
MEMORY = "5GB"
"""What DuckDB may use of the memory."""
THREADS = 2


class Database(Protocol):
    """A database by either engine. api: Splink's."""

    api: Any

    @property
    def backend(self) -> Backend:
        """Which engine it is."""

    def put(self, name: str, table: Any) -> None:
        """Make an Arrow table known by a name."""

    def make(self, name: str, query: str) -> None:
        """Make a table of what a query gives, in place of one of that name."""

    def make_pairs(self, name: str, left: Any, right: Any) -> None:
        """Make a table of pairs to compare, as blocking.py does."""

    def drop(self, *names: str) -> None:
        """Forget tables."""

    def fetch(self, query: str) -> Mapping[str, Any]:
        """What a query gives: an array for each column."""

    def rows(self, query: str) -> Any:
        """What a query gives, as an Arrow table."""


def pairs_table(left: Any, right: Any) -> Any:
    """Pairs of rows as an Arrow table, each once and the smaller first."""
    import numpy as np
    import pyarrow as pa

    pairs = np.unique(np.column_stack([np.minimum(left, right), np.maximum(left, right)]), axis=0)
    match = pa.array(np.full(len(pairs), "0"), pa.string())
    return pa.table({
        "join_key_l": pa.array(pairs[:, 0], pa.int32()), "join_key_r": pa.array(pairs[:, 1], pa.int32()), "match_key": match,
    })  # fmt: skip


@contextmanager
def database(backend: str = "duckdb", *, threads: int = THREADS, memory: str = MEMORY) -> Iterator[Database]:
    """A new database that holds nothing, closed at the end. backend: one of BACKENDS."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    if backend not in BACKENDS:
        raise BadInput(f"there is no engine {backend!r}", "engines: " + ", ".join(BACKENDS))
    if backend == "spark":
        from testigo.linking.sparking import spark_database

        with spark_database(threads) as spark:
            yield spark
        return
    made = _Duck(threads, memory)
    try:
        yield made
    finally:
        made.connection.close()


class _Duck:
    """DuckDB in memory."""

    backend: Backend = "duckdb"

    def __init__(self, threads: int, memory: str) -> None:
        import duckdb
        from splink import DuckDBAPI

        chosen: dict[str, Any] = {
            "temp_directory": "",
            "threads": threads,
            "memory_limit": memory,
            "preserve_insertion_order": "false",
        }
        self.connection: Any = duckdb.connect(":memory:", config=chosen)
        self.api: Any = DuckDBAPI(connection=self.connection)

    def put(self, name: str, table: Any) -> None:
        self.connection.register("_arrow", table)
        self.make(name, "SELECT * FROM _arrow")
        self.connection.unregister("_arrow")

    def make(self, name: str, query: str) -> None:
        self.connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS {query}')

    def make_pairs(self, name: str, left: Any, right: Any) -> None:
        self.put(name, pairs_table(left, right))

    def drop(self, *names: str) -> None:
        for name in names:
            self.connection.execute(f'DROP TABLE IF EXISTS "{name}"')

    def fetch(self, query: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.connection.execute(query).fetchnumpy()
        return found

    def rows(self, query: str) -> Any:
        return self.connection.sql(query).to_arrow_table()
