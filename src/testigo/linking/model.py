"""A model of comparison: fields, each with levels from "same" down, how likely each is among pairs that are one and others.

Rules:
- After I. Fellegi and A. Sunter (1969): the strengths of fields add up. A level's strength is log2(m / u) in bits: m is
  how often pairs that are one stand at it, u how often pairs drawn by chance do.
- The figures here are stated, not learned: they hold where a casebook is too small to learn from. `Learned` ones
  replace them where it is large enough.
- A level's condition is SQL over `<column>_l` and `<column>_r`, in the words of DuckDB; the first that holds counts.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from testigo.reason import Reason


@dataclass(frozen=True, slots=True)
class Level:
    """One answer of a comparison. when: SQL, or "ELSE"; m, u: None at the level that tells nothing (not stated).

    says: the template of its reason, "" where it is not worth a sentence; shows: columns whose words fill its gaps.
    """

    name: str
    when: str
    m: float | None = None
    u: float | None = None
    says: str = ""
    shows: tuple[str, ...] = ()

    @property
    def bits(self) -> float:
        """How much it tells, in bits."""
        return 0.0 if self.m is None or self.u is None else math.log2(self.m / self.u)


@dataclass(frozen=True, slots=True)
class Field:
    """One comparison. levels: the first one is for what is not stated."""

    name: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Fields, and how likely two drawn by chance from one block are one."""

    fields: tuple[Field, ...]
    prior: float

    def splink(self) -> dict[str, Any]:
        """The same as settings of Splink."""
        return {
            "link_type": "dedupe_only", "unique_id_column_name": "unique_id",
            "probability_two_random_records_match": self.prior,
            "comparisons": [
                {"output_column_name": field.name, "comparison_levels": [_as_splink(level) for level in field.levels]}
                for field in self.fields
            ],
            "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.sort = r.sort"}],
            "retain_matching_columns": False, "retain_intermediate_calculation_columns": False,
        }  # fmt: skip

    def with_learned(self, learned: Mapping[str, tuple[float, float]]) -> Model:
        """The model with other figures. learned: m and u by "field.level"."""
        fields = tuple(
            Field(f.name, tuple(_learned(level, learned.get(f"{f.name}.{level.name}")) for level in f.levels)) for f in self.fields
        )  # fmt: skip
        return Model(fields, self.prior)

    def levels(self) -> str:
        """The level of every field as columns of SQL, numbered as Splink does."""
        return ", ".join(
            "CASE " + " ".join(
                f"WHEN {'TRUE' if level.when == 'ELSE' else level.when} THEN {-1 if n == 0 else len(field.levels) - 1 - n}"
                for n, level in enumerate(field.levels)
            ) + f' END AS "{field.name}"'
            for field in self.fields
        )  # fmt: skip

    def stands_at(self, link: Scored, levels: Mapping[str, frozenset[str]]) -> bool:
        """Whether at least one field stands at one of these levels."""
        return any(
            self.level(f.name, n).name in levels.get(f.name, ())
            for f, n in zip(self.fields, link.levels, strict=True)
        )

    def level(self, field: str, number: int) -> Level:
        """The level that Splink calls by this number: -1 not stated, 0 the last, rising to the best."""
        levels = next(f.levels for f in self.fields if f.name == field)
        return levels[0] if number < 0 else levels[len(levels) - 1 - number]


def _as_splink(level: Level) -> dict[str, Any]:
    told: dict[str, Any] = {"sql_condition": level.when, "label_for_charts": level.name}
    if level.m is None:
        return {**told, "is_null_level": True}
    return {**told, "m_probability": level.m, "u_probability": level.u}


def _learned(level: Level, now: tuple[float, float] | None) -> Level:
    return level if now is None or level.m is None else replace(level, m=now[0], u=now[1])


@dataclass(frozen=True, slots=True)
class Scored:
    """A compared pair of rows: log-odds in bits that they are one, and the level of each field."""

    left: int
    right: int
    bits: float
    levels: tuple[int, ...]

    @property
    def probability(self) -> float:
        """From 0 to 1."""
        return float(1.0 / (1.0 + 2.0 ** -max(-60.0, min(60.0, self.bits))))


def reasons_of(model: Model, scored: Scored, words: Mapping[str, tuple[str, str]]) -> tuple[Reason, ...]:
    """Why: the sentence of each level that tells something, what tells most first. words: of both sides, by column."""
    found = []
    for field, number in zip(model.fields, scored.levels, strict=True):
        level = model.level(field.name, number)
        if level.says:
            gaps = tuple(part for column in level.shows for part in words.get(column, ("", "")))
            found.append(Reason(level.says, gaps[: level.says.count("{}")], round(level.bits, 1)))
    return tuple(sorted(found, key=lambda r: (-abs(r.weight or 0.0), r.template)))
