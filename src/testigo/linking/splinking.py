"""Fellegi-Sunter scoring with Splink, on DuckDB in memory or on Spark: the same settings, the same scores.

Rules:
- Conditions are SQL over two records (`name_l`, `name_r`; in blocking rules `l.name`, `r.name`), written as DuckDB has
  it; sqlglot carries them over to Spark, where the functions of similarity come from Splink's own jar.
- `learn` estimates m and u once, always on DuckDB with one thread, from at most `SAMPLE` records chosen by a digest of
  their ids: the same records give the same figures, whatever engine scores and whatever order they come in.
- `score` brings flat records together by rules and computes pair by pair with those figures; `weighed` does the same for
  pairs that are given, for linking (blocking.py). Bits are rounded to `DIGITS`, to which both engines agree.
- The one file that knows Splink; database.py has the engines.

After I. Fellegi and A. Sunter (1969); Splink 5 (MIT).
"""

from __future__ import annotations

import hashlib
import logging
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from testigo.errors import BadInput
from testigo.linking.database import Backend, Database, database
from testigo.linking.dialects import on_spark

Value = str | int | float | bool | tuple[str, ...] | None
Records = Mapping[str, Sequence[Value]]
DIGITS = 4  # decimal places of bits
SAMPLE = 20_000  # records that figures are learned from


@dataclass(frozen=True, slots=True)
class Level:
    """One way in which a field of two records may compare.

    condition: SQL, or ELSE; name: for people. m, u: shares of this level among matches and among others, None until
    learned. rare: a column whose rare values tell more (term frequencies), or "". unknown: a side is not stated.
    """

    name: str
    condition: str
    m: float | None = None
    u: float | None = None
    rare: str = ""
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A field and its levels, the first that holds counts; the last is ELSE."""

    field: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How records are brought together, compared and weighed.

    blocking: rules, any of which brings two records together. certain: rules that hold for matches only, to estimate how
    many there are; found: the share of matches that they find. trained_by: for each, m is learned among the pairs it
    brings together. prior: share of matches among all pairs, None until learned.
    """

    comparisons: tuple[Comparison, ...]
    blocking: tuple[str, ...]
    certain: tuple[str, ...] = ()
    found: float = 0.9
    trained_by: tuple[str, ...] = ()
    prior: float | None = None
    seed: int = 1
    random_pairs: int = 100_000


@dataclass(frozen=True, slots=True, order=True)
class Scored:
    """Two records by their ids, smaller first within one table. bits: log2 of the odds that they are one.

    levels: for each comparison, the number of the level that held: 0 for ELSE, counting up; -1 where not stated.
    """

    left: str
    right: str
    bits: float
    levels: tuple[int, ...]

    @property
    def probability(self) -> float:
        """The odds as a probability."""
        return float(1 / (1 + 2.0**-self.bits))


# --- levels that most fields need ---------------------------------------------------------------------------------


def unstated(field: str) -> Level:
    """At least one side has no value."""
    return Level("not stated", f"{field}_l IS NULL OR {field}_r IS NULL", unknown=True)


def equal(field: str, *, rare: bool = False) -> Level:
    """Equal values. rare: whether a rare one tells more."""
    return Level("equal", f"{field}_l = {field}_r", rare=field if rare else "")


def alike(field: str, least: float) -> Level:
    """Jaro-Winkler similarity of at least this (0 to 1)."""
    return Level(f"alike {least}", f"jaro_winkler_similarity({field}_l, {field}_r) >= {least}")


def edited(field: str, most: int) -> Level:
    """At most so many letters added, lost, changed or swapped with the next."""
    return Level(f"{most} edits", f"damerau_levenshtein({field}_l, {field}_r) <= {most}")


OTHERWISE = Level("otherwise", "ELSE")


# --- learning and scoring -----------------------------------------------------------------------------------------


def learn(tables: Sequence[Records], settings: Settings) -> Settings:
    """The settings with m, u and the prior learned from one table (matches within) or two (matches between).

    Levels that already have m and u keep them.
    """
    _check(tables)
    with database("duckdb", threads=1) as db:
        linker = _linker(db.api, [_sampled(table) for table in tables], settings, "duckdb")
        if settings.prior is None and settings.certain:
            rules = list(settings.certain)
            linker.training.estimate_probability_two_random_records_match(rules, recall=settings.found)
        linker.training.estimate_u_using_random_sampling(
            max_pairs=settings.random_pairs, seed=settings.seed, min_count_per_level=None, num_chunks=1
        )
        for rule in settings.trained_by:
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        return _learned(settings, linker.misc.save_model_to_json(), whole=_is_whole(tables))


def score(
    tables: Sequence[Records],
    settings: Settings,
    backend: Backend = "duckdb",
    *,
    least: float = 0.0,
    threads: int = 2,
) -> tuple[Scored, ...]:
    """Every pair that a blocking rule brings together with at least this many bits, in the order of ids."""
    _check(tables)
    with database(backend, threads=threads) as db:
        linker = _linker(db.api, tables, settings, backend)
        predicted = linker.inference.predict(threshold_match_weight=least, warning_mode="never")
        names = [f"gamma_{comparison.field}" for comparison in settings.comparisons]
        columns = predicted.as_dict()
    within = len(tables) == 1
    levels = zip(*(columns[name] for name in names), strict=True)
    rows = zip(columns["unique_id_l"], columns["unique_id_r"], columns["match_weight"], levels, strict=True)
    return tuple(sorted(_scored(*row, within=within) for row in rows))


def _scored(left: str, right: str, bits: float, levels: tuple[int, ...], *, within: bool) -> Scored:
    if within and right < left:
        left, right = right, left
    return Scored(left, right, round(bits, DIGITS), tuple(int(level) for level in levels))


def _check(tables: Sequence[Records]) -> None:
    if len(tables) not in (1, 2):
        raise BadInput("records are compared within one table or between two")
    for table in tables:
        if "unique_id" not in table or len({len(column) for column in table.values()}) != 1:
            raise BadInput("a table needs a column unique_id and columns of one length")


def _is_whole(tables: Sequence[Records]) -> bool:
    return all(len(table["unique_id"]) <= SAMPLE for table in tables)


def _sampled(table: Records) -> Records:
    """At most SAMPLE records in an order of their own, by the digests of their ids."""
    ids = table["unique_id"]
    order = sorted(
        range(len(ids)), key=lambda at: hashlib.blake2b(str(ids[at]).encode(), digest_size=8).digest()
    )
    kept = order[:SAMPLE]
    return {name: [column[at] for at in kept] for name, column in table.items()}


# --- pairs that are given -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Weighed:
    """Compared pairs as arrays. left, right: numbers of rows; bits: log-odds; levels: a row for each pair, as in `Scored`."""

    left: Any
    right: Any
    bits: Any
    levels: Any


def weighed(db: Database, settings: Settings, rows: str, pairs: str) -> Weighed:
    """The weights of given pairs, in the order of their rows. rows: a table with unique_id; pairs: as blocking.py makes them."""
    import numpy as np

    told = _told_apart(settings)
    frame = db.api.table_to_splink_dataframe(rows, rows)
    linker = _of_frames([frame], told, db.backend, weights_only=True)
    linker.table_management.register_blocked_pairs_for_predict(db.api.table_to_splink_dataframe(pairs, pairs))
    answer = linker.inference.predict(threshold_match_weight=None, warning_mode="never")
    names = [f"mw_{comparison.field}" for comparison in told.comparisons]
    columns = ", ".join(["unique_id_l", "unique_id_r", "match_weight", *names])
    found = db.fetch(f"SELECT {columns} FROM {answer.physical_name}")  # noqa: S608 - names are ours
    db.drop(answer.physical_name)
    order = np.lexsort((found["unique_id_r"], found["unique_id_l"]))
    levels = [_levels(c, found[name]) for c, name in zip(told.comparisons, names, strict=True)]
    return Weighed(
        found["unique_id_l"][order].astype(np.int64),
        found["unique_id_r"][order].astype(np.int64),
        np.round(found["match_weight"][order].astype(np.float64), 2),
        np.column_stack(levels)[order],
    )


_TINY = 1e-6


def _told_apart(settings: Settings) -> Settings:
    """The settings with no two levels of a field of one weight: Splink gives weights, and by them a level is known."""
    comparisons = []
    for comparison in settings.comparisons:
        seen = [0.0]
        levels = []
        for level in comparison.levels:
            while not level.unknown and min(abs(_bits(level) - bits) for bits in seen) < _TINY:
                level = replace(level, u=(level.u or 1.0) * (1 + 2 * _TINY))  # noqa: PLW2901
            seen.append(_bits(level))
            levels.append(level)
        comparisons.append(replace(comparison, levels=tuple(levels)))
    return replace(settings, comparisons=tuple(comparisons))


def _bits(level: Level) -> float:
    return 0.0 if level.unknown or level.m is None or level.u is None else math.log2(level.m / level.u)


def _levels(comparison: Comparison, weights: Any) -> Any:
    """The number of the level that has each weight."""
    import numpy as np

    bits = np.array([_bits(level) for level in comparison.levels])
    order = np.argsort(bits)
    at = np.searchsorted(bits[order], np.asarray(weights, dtype=np.float64) - _TINY / 4)
    last = len(bits) - 1
    numbers = np.array(
        [-1 if level.unknown else last - n for n, level in enumerate(comparison.levels)], dtype=np.int8
    )
    return numbers[order][np.minimum(at, last)]


def by_chance(settings: Settings, table: Any, pairs: int) -> dict[tuple[str, str], float]:
    """How often pairs of rows drawn by chance stand at each level, by field and level. table: of Arrow.

    Counted on DuckDB with one thread, so that the same rows in the same order give the same figures.
    """
    with database("duckdb", threads=1) as db:
        db.put("part", table)
        linker = _of_frames(
            [db.api.table_to_splink_dataframe("part", "part")], settings, "duckdb", weights_only=True
        )
        linker.training.estimate_u_using_random_sampling(max_pairs=pairs, seed=settings.seed)
        told = {c["output_column_name"]: c for c in linker.misc.save_model_to_json()["comparisons"]}
    return {
        (comparison.field, level.name): float(new.get("u_probability") or 0.0)
        for comparison in settings.comparisons
        for level, new in zip(comparison.levels, told[comparison.field]["comparison_levels"], strict=True)
    }


# --- Splink -------------------------------------------------------------------------------------------------------


def _linker(api: Any, tables: Sequence[Records], settings: Settings, backend: Backend) -> Any:
    frames = [api.register({name: list(column) for name, column in table.items()}) for table in tables]
    return _of_frames(frames, settings, backend)


def _of_frames(
    frames: Sequence[Any], settings: Settings, backend: Backend, *, weights_only: bool = False
) -> Any:
    """A linker. weights_only: give the weight of each field, and not the values that were compared."""
    from splink import Linker

    chosen = _as_splink(settings, backend, between=len(frames) == 2)
    chosen |= {
        "retain_matching_columns": not weights_only,
        "retain_intermediate_calculation_columns": weights_only,
    }
    return Linker(frames, chosen, log_level=logging.ERROR, validate_settings=False)


def _as_splink(settings: Settings, backend: Backend, *, between: bool) -> dict[str, Any]:
    return {
        "link_type": "link_only" if between else "dedupe_only",
        "sql_dialect": backend,
        "probability_two_random_records_match": settings.prior or 1e-4,
        "comparisons": [
            {
                "output_column_name": comparison.field,
                "comparison_levels": [_as_level(level, backend) for level in comparison.levels],
            }
            for comparison in settings.comparisons
        ],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": as_sql(rule, backend), "sql_dialect": backend} for rule in settings.blocking
        ],
    }


def _as_level(level: Level, backend: Backend) -> dict[str, Any]:
    made: dict[str, Any] = {"sql_condition": as_sql(level.condition, backend), "label_for_charts": level.name}
    if level.unknown:
        return made | {"is_null_level": True}
    if level.m is not None and level.u is not None:
        made |= {"m_probability": level.m, "u_probability": level.u}
    if level.rare:
        made |= {"tf_adjustment_column": level.rare, "tf_adjustment_weight": 1.0}
    return made


def as_sql(condition: str, backend: Backend) -> str:
    """The condition as that engine has it."""
    return condition if backend == "duckdb" else on_spark(condition)


def _learned(settings: Settings, model: Mapping[str, Any], *, whole: bool) -> Settings:
    """The settings with the figures of a trained model. A sample tells nothing of the prior of all records."""
    found = {
        comparison["output_column_name"]: comparison["comparison_levels"]
        for comparison in model["comparisons"]
    }
    comparisons = tuple(
        replace(
            comparison,
            levels=tuple(
                _with_figures(level, told)
                for level, told in zip(comparison.levels, found[comparison.field], strict=True)
            ),
        )
        for comparison in settings.comparisons
    )
    prior = settings.prior or (float(model["probability_two_random_records_match"]) if whole else None)
    return replace(settings, comparisons=comparisons, prior=prior)


def _with_figures(level: Level, told: Mapping[str, Any]) -> Level:
    if level.unknown or (level.m is not None and level.u is not None):
        return level
    return replace(
        level, m=float(told.get("m_probability") or 1e-6), u=float(told.get("u_probability") or 1e-6)
    )
