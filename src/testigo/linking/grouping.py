"""Clusters of many rows: each group that hangs together by itself, and by the plain way where nothing in it speaks against.

Rules:
- Clusters never reach beyond what is joined by pairs with bits above 0. A group in which every pair speaks for, nothing
  is barred and all marks fit is one cluster; any other is contracted (clustering.py). A test holds both to one answer.
- Several clusterings are drawn: each uncertain pair's bits are moved by logistic noise that only its own keys and the
  seed decide, so that a pair alone is joined as often as it is probable. A new report moves no other.
- Rows are numbers, and a cluster is known by its smallest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from testigo.linking.clustering import REACH, Bounds, Mark, Pair, clustered


@dataclass(frozen=True, slots=True)
class Marks:
    """What keeps whole clusters apart, by row. low, high: a window of days or years, NO_WINDOW without; slack: see Mark.

    sets: for each kind of set its number by row; values: the set of each number, by kind. number 0 is the empty set.
    """

    low: Any
    high: Any
    slack: int
    sets: tuple[Any, ...]
    values: tuple[tuple[frozenset[str], ...], ...]
    known: dict[int, Mark] = field(default_factory=dict)

    def of(self, row: int) -> Mark:
        """The mark of one row."""
        found = self.known.get(row)
        if found is None:
            found = self.known[row] = self._of(row)
        return found

    def _of(self, row: int) -> Mark:
        window = None if self.low[row] == NO_WINDOW else (int(self.low[row]), int(self.high[row]))
        sets = tuple(values[number[row]] for number, values in zip(self.sets, self.values, strict=True))
        return Mark(window, self.slack, sets)


NO_WINDOW = -(1 << 31)


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs with bits, smaller first, each once. left, right, bits: arrays."""

    left: Any
    right: Any
    bits: Any


@dataclass(frozen=True, slots=True)
class Tied:
    """What edges do not decide. must, cannot: what people decided; left, right: arrays of pairs that cannot be one."""

    left: Any
    right: Any
    must: tuple[Pair, ...] = ()
    cannot: tuple[Pair, ...] = ()
    marks: Marks | None = None


def grouped(count: int, edges: Edges, tied: Tied) -> Any:
    """The smallest row of the cluster of each of `count` rows."""
    import numpy as np

    on = edges.bits > 0
    must = np.array(tied.must, dtype=np.int64).reshape(-1, 2)
    root = components(
        count,
        np.concatenate([edges.left[on], must[:, 0]]),
        np.concatenate([edges.right[on], must[:, 1]]),
    )
    hard = _hard(count, root, edges, tied)
    found = root.copy()
    inside = hard[root]
    found[inside] = np.nonzero(inside)[0]
    for bits, bounds in _groups(root, hard, edges, tied):
        if len(bits) == 1 and not bounds.must:
            ((a, b),) = bits
            found[b] = a if _may_be_one(a, b, bounds) else b
            continue
        for node, smallest in clustered(bits, bounds).items():
            found[node] = smallest
    return found


def _may_be_one(a: int, b: int, bounds: Bounds) -> bool:
    """Whether nothing keeps apart two of a group that holds no others."""
    if bounds.cannot or bounds.apart:
        return False
    return bounds.marks is None or bounds.marks(a).fits(bounds.marks(b))


def components(count: int, left: Any, right: Any) -> Any:
    """The smallest row that each of `count` rows is connected with."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    graph = coo_array((np.ones(len(left), np.int8), (left, right)), shape=(count, count))
    _, label = connected_components(graph, directed=False)
    _, first, back = np.unique(label, return_index=True, return_inverse=True)
    return first[back].astype(np.int64)


def _hard(count: int, root: Any, edges: Edges, tied: Tied) -> Any:
    """A flag by the root of each group: whether something in it speaks against its being one."""
    import numpy as np

    hard = np.zeros(count, dtype=bool)
    against = (edges.bits <= 0) & (root[edges.left] == root[edges.right])
    hard[root[edges.left[against]]] = True
    barred = root[tied.left] == root[tied.right]
    hard[root[tied.left[barred]]] = True
    for a, b in (*tied.must, *tied.cannot):
        hard[root[a]] = hard[root[b]] = True
    if tied.marks is not None:
        _hard_by_marks(hard, root, tied.marks)
    return hard


def _hard_by_marks(hard: Any, root: Any, marks: Marks) -> None:
    import numpy as np

    has = marks.low != NO_WINDOW
    latest, earliest = np.full(len(root), NO_WINDOW), np.full(len(root), -NO_WINDOW)
    np.maximum.at(latest, root[has], marks.low[has].astype(np.int64))
    np.minimum.at(earliest, root[has], marks.high[has].astype(np.int64))
    hard |= latest - earliest > marks.slack
    for number in marks.sets:
        some = number > 0
        least, most = np.full(len(root), 1 << 40), np.full(len(root), -1)
        np.minimum.at(least, root[some], number[some])
        np.maximum.at(most, root[some], number[some])
        hard |= (most >= 0) & (least != most)


def _groups(root: Any, hard: Any, edges: Edges, tied: Tied) -> Iterator[tuple[dict[Pair, float], Bounds]]:
    """Each hard group: its edges and what binds it."""
    import numpy as np

    within = hard[root[edges.left]] & (root[edges.left] == root[edges.right])
    left, right, bits = edges.left[within], edges.right[within], edges.bits[within]
    order = np.argsort(root[left], kind="stable")
    left, right, bits = left[order].tolist(), right[order].tolist(), bits[order].tolist()
    homes = root[left] if len(left) else np.empty(0, np.int64)
    apart = _by_root(root, tied.left, tied.right)
    must, cannot = (_pairs_by_root(root, pairs) for pairs in (tied.must, tied.cannot))
    seen = set()
    for start, end in runs(homes):
        home = int(homes[start])
        seen.add(home)
        pairs = dict(zip(zip(left[start:end], right[start:end], strict=True), bits[start:end], strict=True))
        yield pairs, _bounds(home, must, cannot, apart, tied)
    for home in sorted({*must} - seen):
        yield {}, _bounds(home, must, cannot, apart, tied)


def runs(values: Any) -> list[tuple[int, int]]:
    """Where runs of equal values start and end. values: an array of numbers from 0 on."""
    import numpy as np

    starts = np.nonzero(np.diff(values, prepend=-1))[0].tolist()
    return list(zip(starts, [*starts[1:], len(values)], strict=True)) if starts else []


def _bounds(
    home: int,
    must: dict[int, list[Pair]],
    cannot: dict[int, list[Pair]],
    apart: dict[int, list[Pair]],
    tied: Tied,
) -> Bounds:
    marks = tied.marks.of if tied.marks is not None else None
    return Bounds(tuple(must.get(home, ())), tuple(cannot.get(home, ())), tuple(apart.get(home, ())), marks)


def _by_root(root: Any, left: Any, right: Any) -> dict[int, list[Pair]]:
    within = root[left] == root[right]
    found: dict[int, list[Pair]] = {}
    for home, a, b in zip(
        root[left[within]].tolist(), left[within].tolist(), right[within].tolist(), strict=True
    ):
        found.setdefault(home, []).append((a, b))
    return found


def _pairs_by_root(root: Any, pairs: tuple[Pair, ...]) -> dict[int, list[Pair]]:
    found: dict[int, list[Pair]] = {}
    for a, b in pairs:
        if root[a] == root[b]:
            found.setdefault(int(root[a]), []).append((a, b))
    return found


# --- several clusterings ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Draws:
    """Plausible clusterings, each as `grouped` gives one."""

    drawn: tuple[Any, ...] = field(default_factory=tuple)

    def chances(self, found: Any) -> Any:
        """For each row that is the smallest of its cluster in `found`, in what share of the draws it stands just so."""
        import numpy as np

        sizes = np.bincount(found, minlength=len(found))
        stands = np.zeros(len(found))
        for one in self.drawn:
            whole = np.bincount(found[one == found], minlength=len(found)) == sizes
            stands += whole & (np.bincount(one, minlength=len(found)) == sizes)
        return np.round(stands / len(self.drawn), 4) if self.drawn else np.ones(len(found))

    def cores(self, found: Any) -> Any:
        """For each row the smallest that it is one with in `found` and in every draw."""
        import numpy as np

        label = found.astype(np.int64)
        for one in self.drawn:
            _, first, back = np.unique(label << 32 | one, return_index=True, return_inverse=True)
            label = first[back].astype(np.int64)
        return label


def draws(count: int, edges: Edges, tied: Tied, keys: Any, *, seed: int, times: int) -> Draws:
    """So many clusterings with the bits moved. keys: what each row is known by, a number of 64 bits whatever its place."""
    import numpy as np

    possible = edges.bits > -REACH
    some = Edges(edges.left[possible], edges.right[possible], edges.bits[possible])
    moved = np.abs(some.bits) < REACH
    if not moved.any():
        return Draws()
    pair = _mixed(keys[some.left[moved]]) ^ _mixed(_mixed(keys[some.right[moved]]))
    made = []
    for number in range(times):
        bits = some.bits.copy()
        bits[moved] += _noise(pair, seed, number)
        made.append(grouped(count, Edges(some.left, some.right, bits), tied))
    return Draws(tuple(made))


def _mixed(numbers: Any) -> Any:
    """Numbers of 64 bits, each thrown far from where it was. After G. Steele and others (2014), splitmix64."""
    import numpy as np

    with np.errstate(over="ignore"):
        z = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _noise(pair: Any, seed: int, number: int) -> Any:
    """Logistic noise in bits, the same for the same pair, seed and number."""
    import numpy as np

    salt = np.array([(seed * 0x1000003 + number) & 0xFFFFFFFFFFFFFFFF], dtype=np.uint64)
    share = ((_mixed(pair ^ _mixed(salt)) >> np.uint64(11)).astype(np.float64) + 0.5) / 2**53
    return np.log2(share / (1.0 - share))
