"""Rows compared pair by pair, portion by portion; of each portion only what may matter stays.

Rules:
- A pair stays where its bits are above LEAST; of the others only that the two cannot be one, where that is so.
- The figures of a model (u) are counted among the rows themselves from ENOUGH rows on, in a part that stays the same
  until there are twice as many, so that one more report changes no figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from testigo.linking.splinking import Weighed, by_chance, weighed

if TYPE_CHECKING:
    from testigo.linking.database import Database
    from testigo.linking.model import Model

LEAST = -6.0
"""Bits below which a pair is not kept."""
ENOUGH, PART = 4_000, 65_536
"""Rows from which on figures are counted in the casebook itself, and among how many at most."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs that stayed, and those that cannot be one (left, right: with those among `weighed`)."""

    weighed: Weighed
    left: Any
    right: Any
    count: int = 0


def as_it_is(pairs: Weighed) -> Weighed:
    """The pairs, and nothing else."""
    return pairs


def compared(
    db: Database,
    rows: str,
    model: Model,
    portions: Iterable[str],
    cannot: Mapping[str, frozenset[str]],
    asked: Callable[[Weighed], Weighed] = as_it_is,
) -> Pairs:
    """The pairs of all portions weighed. rows: a table; cannot: the levels at which two cannot be one.

    asked: what is asked about the pairs of a portion besides, and changes their levels.
    """
    kept: list[Weighed] = []
    apart: list[tuple[Any, Any]] = []
    count = 0
    settings = model.settings()
    for name in portions:
        db.make("in_play", _IN_PLAY.format(rows=rows, pairs=name))
        found = asked(weighed(db, settings, "in_play", name))
        count += len(found.bits)
        barred = model.standing(found.levels, cannot)
        apart.append((found.left[barred], found.right[barred]))
        kept.append(chosen(found, found.bits > LEAST))
    db.drop("in_play")
    left, right = (_joined([pair[side] for pair in apart]) for side in (0, 1))
    return Pairs(joined(kept, fields=len(model.fields)), left, right, count)


_IN_PLAY = (
    "SELECT * FROM {rows} WHERE unique_id IN (SELECT join_key_l FROM {pairs})"
    " OR unique_id IN (SELECT join_key_r FROM {pairs})"
)


def chosen(pairs: Weighed, which: Any) -> Weighed:
    """Some of the pairs: those at these places, or where the flag holds."""
    return Weighed(pairs.left[which], pairs.right[which], pairs.bits[which], pairs.levels[which])


def joined(parts: list[Weighed], *, fields: int = 0) -> Weighed:
    """The pairs of all parts. fields: how many, where there is no part."""
    import numpy as np

    nothing = Weighed(
        np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0), np.empty((0, fields), np.int8)
    )
    left, right, bits, levels = (
        np.concatenate([getattr(part, name) for part in parts or [nothing]])
        for name in ("left", "right", "bits", "levels")
    )
    return Weighed(left, right, bits, levels)


def _joined(parts: list[Any]) -> Any:
    import numpy as np

    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def learned(model: Model, db: Database, rows: str, count: int, seed: int) -> Model:
    """The model with u counted among the first of `count` rows: as many as the greatest power of two."""
    if count < ENOUGH:
        return model
    size = min(1 << (count.bit_length() - 1), PART)
    part = db.rows(f"SELECT * FROM {rows} WHERE unique_id < {size} ORDER BY unique_id")  # noqa: S608 - ours
    found = by_chance(model.settings(seed), part, 1_000_000)
    figures = {
        f"{field.name}.{level.name}": (
            level.m,
            round(_between(found[field.name, level.name], level.u, level.m), 6),
        )
        for field in model.fields
        if field.name not in model.stated
        for level in field.levels
        if level.m is not None and level.u is not None
    }
    return model.with_learned(figures)


def _between(found: float, stated: float, m: float) -> float:
    """What was counted, but not more than sixteen times away from what was stated: rare levels are counted badly.

    What speaks for never comes to speak against, nor the other way round: that all do something to "people" makes it no
    sign of one happening that two reports use other words.
    """
    if not found:
        return stated
    within = min(stated * 16, max(stated / 16, found))
    return min(within, m) if stated < m else max(within, m)
