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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from testigo.linking.nearness import place_said, time_said
from testigo.linking.splinking import Comparison, Settings
from testigo.linking.splinking import Level as Shown
from testigo.linking.whole_names import names_said
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
    """Fields, and how likely two drawn by chance from one block are one. stated: fields whose figures stay as stated."""

    fields: tuple[Field, ...]
    prior: float
    stated: frozenset[str] = frozenset()

    def settings(self, seed: int = 1) -> Settings:
        """The same as settings of splinking.py. Rows are brought together by blocking.py; the rule here stands for that."""
        comparisons = tuple(
            Comparison(
                field.name,
                tuple(
                    Shown(level.name, level.when, level.m, level.u, unknown=n == 0)
                    for n, level in enumerate(field.levels)
                ),
            )
            for field in self.fields
        )
        return Settings(comparisons, blocking=("l.unique_id = r.unique_id",), prior=self.prior, seed=seed)

    def with_learned(self, learned: Mapping[str, tuple[float, float]]) -> Model:
        """The model with other figures. learned: m and u by "field.level"."""
        fields = tuple(
            Field(f.name, tuple(_learned(level, learned.get(f"{f.name}.{level.name}")) for level in f.levels)) for f in self.fields
        )  # fmt: skip
        return replace(self, fields=fields)

    def standing(self, levels: Any, at: Mapping[str, frozenset[str]]) -> Any:
        """For each row of an array of levels, whether at least one field stands at one of these levels."""
        import numpy as np

        found = np.zeros(len(levels), dtype=bool)
        for column, field in enumerate(self.fields):
            wanted = [
                _number(field, n)
                for n, level in enumerate(field.levels)
                if level.name in at.get(field.name, ())
            ]
            if wanted:
                found |= np.isin(levels[:, column], wanted)
        return found

    def column(self, name: str) -> int:
        """The place of a field."""
        return next(n for n, field in enumerate(self.fields) if field.name == name)

    def numbers(self, name: str, levels: Sequence[str]) -> list[int]:
        """What Splink calls these levels of a field."""
        field = self.fields[self.column(name)]
        return [_number(field, n) for n, level in enumerate(field.levels) if level.name in levels]

    def bits(self, name: str) -> Any:
        """How much each level of a field tells, by its number; the last, for -1, is what is not stated (an array)."""
        import numpy as np

        field = self.fields[self.column(name)]
        return np.array([level.bits for level in (*field.levels[:0:-1], field.levels[0])])

    def level(self, field: Field, number: int) -> Level:
        """The level that Splink calls by this number: -1 not stated, 0 the last, rising to the best."""
        return field.levels[0] if number < 0 else field.levels[len(field.levels) - 1 - number]


def _number(field: Field, place: int) -> int:
    """What Splink calls the level at this place."""
    return -1 if place == 0 else len(field.levels) - 1 - place


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


Says = tuple[str, str, str, tuple[str, ...], int, float]
"""A level that is worth a sentence: its field, its name, the template, the columns shown, how many gaps, its bits."""


def sayings(model: Model) -> tuple[Mapping[int, Says], ...]:
    """For each field, by the number of a level, what it says; levels without a sentence are left out."""
    return tuple(
        {
            _number(f, n): (
                f.name,
                level.name,
                level.says,
                level.shows,
                level.says.count("{"),
                round(level.bits, 1),
            )
            for n, level in enumerate(f.levels)
            if level.says
        }
        for f in model.fields
    )


def reasons_of(
    said: Sequence[Mapping[int, Says]], levels: Sequence[int], words: Mapping[str, tuple[str, str]]
) -> tuple[Reason, ...]:
    """Why: the sentence of each level that tells something, what tells most first.

    said: of `sayings`; levels: of each field; words: of both sides, by column.
    """
    found = []
    for by_number, number in zip(said, levels, strict=True):
        says = by_number.get(number)
        if says is None:
            continue
        field, level, template, shows, gaps, bits = says
        if field in _MORE and (more := _more_said(field, level, words)) is not None:
            found.append(Reason(more[0], more[1][: more[0].count("{")], bits))
        elif len(shows) == 1:
            found.append(Reason(template, words.get(shows[0], _NEITHER)[:gaps], bits))
        else:
            parts = tuple(part for column in shows for part in words.get(column, _NEITHER))
            found.append(Reason(template, parts[:gaps], bits))
    if len(found) > 1:
        found.sort(key=_tells_most)
    return tuple(found)


_NEITHER = ("", "")
_MORE = frozenset({"place", "time", "name"})
"""Fields that may say more than their level."""


def _tells_most(reason: Reason) -> tuple[float, str]:
    return -abs(reason.weight or 0.0), reason.template


def _more_said(
    field: str, level: str, words: Mapping[str, tuple[str, str]]
) -> tuple[str, tuple[str, ...]] | None:
    """What names, places and times say beyond their level, where the words come with spellings, an id or a value."""
    if field == "name":
        left, right = (tuple(side.split("\x1e")) if side else () for side in words.get("spelt", _NEITHER))
        return names_said(level, left, right)
    for name, beside, say in (("place", "place-id", place_said), ("time", "time-value", time_said)):
        if field == name and beside in words:
            left, right = zip(words[name], words[beside], strict=True)
            return say(level, left, right)
    return None
