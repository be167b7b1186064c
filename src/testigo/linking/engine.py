"""Blocking and scoring on DuckDB, with Splink: the one file that knows either. Everything stays in memory.

Rules:
- Nothing is written to a disk: DuckDB has no folder for temporary files here, and fails rather than spilling words.
- A key that would bring more than MOST pairs together is dropped, and how many rows met by it is told; what it held
  still meets by its finer keys.
- Pairs come in the order of rows, so that the same rows give the same bytes.
"""

from __future__ import annotations

import hashlib
import math
import typing
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from testigo.linking.clustering import components
from testigo.linking.model import Model, Scored

MOST = 60_000
"""Pairs that one key may bring together."""
ENOUGH = 4_000
"""Rows from which on the figures of a model are learned from the casebook."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """Pairs of rows to compare, smaller first, and what was left out: keys that held too many, and the rows by them."""

    pairs: Any
    count: int
    dropped: int = 0


@dataclass(slots=True)
class Engine:
    """A database in memory. Use it in a `with` statement."""

    connection: Any
    threads: int = 2

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()


def engine(memory: str = "6GB", threads: int = 2) -> Engine:
    """A new database in memory with at most this much of it."""
    import duckdb

    connection = duckdb.connect(":memory:")
    for setting in (
        f"memory_limit='{memory}'",
        "temp_directory=''",
        f"threads={threads}",
        "preserve_insertion_order=false",
    ):
        connection.execute(f"SET {setting}")
    return Engine(connection, threads)


def key_number(key: str) -> int:
    """A key as a number of 63 bits."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def blocked(
    run: Engine, keys: Iterable[tuple[int, int, bool]], *, selves: Sequence[int] = (), most: int = MOST
) -> Blocked:
    """The pairs of rows that share a key by which at least one of them seeks. keys: (row, number of the key, seeks).

    selves: rows to be compared with themselves too, since they stand for several.
    """
    import pyarrow as pa

    rows, numbers, seeks = _columns(keys, 3)
    run.connection.register("_keys", pa.table({
        "row": pa.array(rows, pa.int32()), "key": pa.array(numbers, pa.int64()), "seeks": pa.array(seeks, pa.bool_())}))  # fmt: skip
    run.connection.execute("CREATE OR REPLACE TABLE held AS SELECT * FROM _keys")
    run.connection.unregister("_keys")
    run.connection.execute(
        "CREATE OR REPLACE TABLE large AS SELECT key, count(*) AS n FROM held GROUP BY key"
        " HAVING count(*) * count(*) FILTER (WHERE seeks) > ?",
        (2 * most,),
    )
    run.connection.execute(
        "CREATE OR REPLACE TABLE pairs AS SELECT DISTINCT l.row AS join_key_l, r.row AS join_key_r, '0' AS match_key"
        " FROM held l JOIN held r ON l.key = r.key AND l.row < r.row"
        " WHERE (l.seeks OR r.seeks) AND l.key NOT IN (SELECT key FROM large)"
    )
    add(run, [(row, row) for row in selves])
    (count,) = run.connection.execute("SELECT count(*) FROM pairs").fetchone()
    (dropped,) = run.connection.execute("SELECT count(*) FROM large").fetchone()
    run.connection.execute("DROP TABLE held")
    return Blocked("pairs", count, dropped)


def given(run: Engine, pairs: Sequence[tuple[int, int]]) -> Blocked:
    """These pairs and no others."""
    run.connection.execute(
        "CREATE OR REPLACE TABLE pairs (join_key_l INTEGER, join_key_r INTEGER, match_key VARCHAR)"
    )
    add(run, pairs)
    return Blocked("pairs", len(pairs))


def add(run: Engine, pairs: Sequence[tuple[int, int]]) -> None:
    """Put pairs among those to compare."""
    import pyarrow as pa

    if pairs:
        left, right = _columns(pairs, 2)
        run.connection.register(
            "_more", pa.table({"l": pa.array(left, pa.int32()), "r": pa.array(right, pa.int32())})
        )
        run.connection.execute("INSERT INTO pairs SELECT l, r, '0' FROM _more")
        run.connection.unregister("_more")


def _columns(rows: Iterable[tuple[Any, ...]], width: int) -> tuple[list[Any], ...]:
    columns: tuple[list[Any], ...] = tuple([] for _ in range(width))
    for row in rows:
        for column, value in zip(columns, row, strict=True):
            column.append(value)
    return columns


@dataclass(frozen=True, slots=True)
class Table:
    """Frozen values with these columns; a row is known by its place."""

    columns: Sequence[str]
    rows: Sequence[Any]


def scored(
    run: Engine, model: Model, table: Table, pairs: Blocked, *, least: float, learn: int | None = None
) -> tuple[list[Scored], Model]:
    """The pairs whose log-odds are above `least` bits, and the model with the figures that were used.

    learn: the seed with which figures are learned from the rows, where there are enough; None: never.
    """
    import logging

    import pyarrow as pa
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection=run.connection)
    arrow = _table(pa, table)
    frame = api.register(arrow)
    if learn is not None and len(table.rows) >= ENOUGH:
        model = _learned(api, model, arrow, learn)
    if not pairs.count:
        return [], model
    linker = Linker(frame, model.splink(), log_level=50, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(
        api.table_to_splink_dataframe("pairs", "pairs")
    )
    answer = linker.inference.predict(threshold_match_weight=-80.0, warning_mode="never")
    weighed = f'SELECT unique_id_l, unique_id_r, match_weight FROM "{answer.physical_name}"'  # noqa: S608 - ours
    run.connection.execute(f"CREATE OR REPLACE TABLE weighed AS {weighed}")
    run.connection.execute(f'DROP TABLE "{answer.physical_name}"')
    return _with_levels(run, model, arrow, least), model


def _with_levels(run: Engine, model: Model, table: Any, least: float) -> list[Scored]:
    """The weighed pairs with the level of each field: those above `least`, and all within a group held by likely ones."""
    import pyarrow as pa

    likely = run.connection.execute(
        "SELECT unique_id_l, unique_id_r FROM weighed WHERE match_weight > 0"
    ).fetchall()
    groups = components(likely)
    run.connection.register("_groups", pa.table({
        "node": pa.array(list(groups), pa.int32()), "root": pa.array(list(groups.values()), pa.int32())}))  # fmt: skip
    sides = {side: ", ".join(f'"{name}" AS "{name}_{side}"' for name in table.column_names) for side in "lr"}
    run.connection.register("_rows", table)
    found = run.connection.execute(
        f"WITH l AS (SELECT {sides['l']} FROM _rows), r AS (SELECT {sides['r']} FROM _rows),"  # noqa: S608 - ours
        " kept AS (SELECT w.* FROM weighed w LEFT JOIN _groups a ON a.node = w.unique_id_l"
        f" LEFT JOIN _groups b ON b.node = w.unique_id_r WHERE w.match_weight > {least} OR a.root = b.root)"
        f" SELECT kept.unique_id_l, kept.unique_id_r, kept.match_weight, {model.levels()} FROM kept"
        " JOIN l ON l.unique_id_l = kept.unique_id_l JOIN r ON r.unique_id_r = kept.unique_id_r ORDER BY 1, 2"
    )
    made: list[Scored] = []
    while some := found.fetchmany(100_000):
        made += [Scored(row[0], row[1], round(row[2], 2), tuple(row[3:])) for row in some]
    for name in ("_groups", "_rows"):
        run.connection.unregister(name)
    run.connection.execute("DROP TABLE weighed")
    return made


def _table(pa: Any, table: Table) -> Any:
    """The rows as an Arrow table. Lists of words are lists; an empty list is told from nothing."""
    made: dict[str, Any] = {"unique_id": pa.array(range(len(table.rows)), pa.int32())}
    kinds = typing.get_type_hints(type(table.rows[0])) if table.rows else {}
    for name in table.columns:
        values = [getattr(row, name) for row in table.rows]
        made[name] = pa.array(values, _arrow_type(pa, kinds.get(name, str)))
    return pa.table(made)


def _arrow_type(pa: Any, kind: Any) -> Any:
    """By what a column may hold, not by what it holds: one in which nothing is told is still one of numbers."""
    kinds = {kind, *typing.get_args(kind)}
    if typing.get_origin(kind) is tuple:
        return pa.list_(pa.string())
    if bool in kinds:
        return pa.bool_()
    return pa.int32() if int in kinds else pa.string()


# --- learning -----------------------------------------------------------------------------------------------------


def _learned(api: Any, model: Model, table: Any, seed: int) -> Model:
    """The model with u from pairs drawn by chance among the first rows: as many as the greatest power of two.

    That part stays the same until the casebook has twice as many, so that one more report changes no figure.
    """
    from splink import Linker

    size = 1 << (table.num_rows.bit_length() - 1)
    part = api.register(table.slice(0, min(size, 65_536)))
    linker = Linker(part, model.splink(), log_level=50, validate_settings=False)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=seed)
    learned: dict[str, tuple[float, float]] = {}
    told = {c["output_column_name"]: c for c in linker.misc.save_model_to_json()["comparisons"]}
    for field in model.fields:
        for level, new in zip(field.levels, told[field.name]["comparison_levels"], strict=True):
            if level.m is not None and level.u is not None:
                u = new.get("u_probability") or level.u
                learned[f"{field.name}.{level.name}"] = (level.m, round(_between(u, level.u), 6))
    return model.with_learned(learned)


def _between(found: float, stated: float) -> float:
    """What was counted, but not more than sixteen times away from what was stated: rare levels are counted badly."""
    return math.exp(min(math.log(stated * 16), max(math.log(stated / 16), math.log(max(found, 1e-9)))))
