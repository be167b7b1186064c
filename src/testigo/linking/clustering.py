"""Clusters from scored pairs: transitive, never against what cannot be one, bound by what people decided.

Rules:
- Greedy additive edge contraction (M. Keuper and others, 2015): the two clusters joined by the most bits are made one,
  their edges add up, until no sum is above 0. Pairs that were not compared count as 0.
- "same" is contracted first; "different" and what cannot be one is never joined, not by way of others either.
- One group of rows at a time: grouping.py has those of a whole casebook.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from testigo.value import value

Pair = tuple[int, int]
REACH = 6.0
"""Bits from which on, either way, a link counts as certain: one in 64 remains."""


@value
class Mark:
    """What keeps whole clusters apart, though no pair of them was compared: two that a third would join.

    window: first and last day or year, or None; slack: how far two windows may miss each other; sets: towns, names, sex:
    where both clusters have one and share none of it, they are two.
    """

    window: tuple[int, int] | None
    slack: int
    sets: tuple[frozenset[str], ...]

    def fits(self, other: Mark) -> bool:
        """Whether the two can be one."""
        if self.window and other.window:
            low, high = max(self.window[0], other.window[0]), min(self.window[1], other.window[1])
            if low - high > self.slack:
                return False
        return not any(a and b and a.isdisjoint(b) for a, b in zip(self.sets, other.sets, strict=True))

    def with_(self, other: Mark) -> Mark:
        """The mark of the two together: what both allow."""
        window = self.window or other.window
        if self.window and other.window:
            window = (max(self.window[0], other.window[0]), min(self.window[1], other.window[1]))
        if self.sets == other.sets:
            return Mark(window, self.slack, self.sets)
        sets = tuple(
            [(a & b or a) if a and b else a or b for a, b in zip(self.sets, other.sets, strict=True)]
        )
        return Mark(window, self.slack, sets)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What edges do not decide. must, cannot: what people decided; apart: what cannot be one by itself.

    A person's "same" is stronger than what seems not to be one. marks: gives that of a node; None where there are none.
    """

    must: tuple[Pair, ...] = ()
    cannot: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    marks: Callable[[int], Mark] | None = None


FREE = Bounds()


def _unmarked(node: int) -> Mark:
    """Nothing is told of a node that keeps it apart."""
    del node
    return Mark(None, 0, ())


def clustered(edges: Mapping[Pair, float], bounds: Bounds = FREE) -> dict[int, int]:
    """Each node of more than a cluster of one with the smallest node of its cluster. edges: bits by pair, smaller first."""
    return _Graph(edges, bounds).contract()


class _Graph:
    """The clusters so far: for each the bits to its neighbours, and those that it may not be joined with."""

    def __init__(self, edges: Mapping[Pair, float], bounds: Bounds) -> None:
        self.bits: dict[int, dict[int, float]] = {}
        self.barred: dict[int, set[int]] = {}
        self.root: dict[int, int] = {}
        self.first_mark = bounds.marks or _unmarked
        self.marked = bounds.marks is not None
        self.marks: dict[int, Mark] = {}
        for (a, b), bits in edges.items():
            self._edge(a, b, bits)
        for a, b in (*bounds.cannot, *bounds.apart):
            self.barred.setdefault(a, set()).add(b)
            self.barred.setdefault(b, set()).add(a)
        for a, b in bounds.must:
            one, other = self.find(a), self.find(b)
            if one != other:
                self._edge(one, other, 0.0)
                self.join(min(one, other), max(one, other))

    def _edge(self, a: int, b: int, bits: float) -> None:
        self.bits.setdefault(a, {})[b] = bits
        self.bits.setdefault(b, {})[a] = bits

    def find(self, node: int) -> int:
        while (up := self.root.get(node, node)) != node:
            node = up
        return node

    def contract(self) -> dict[int, int]:
        heap = [
            (-bits, a, b) for a, near in self.bits.items() for b, bits in near.items() if a < b and bits > 0
        ]
        heapq.heapify(heap)
        while heap:
            bits, a, b = heapq.heappop(heap)
            if self.bits.get(a, {}).get(b) != -bits or b in self.barred.get(a, ()):
                continue
            if not self._fit(a, b):
                continue
            self.join(a, b)
            for c, now in self.bits.get(a, {}).items():
                if now > 0:
                    heapq.heappush(heap, (-now, min(a, c), max(a, c)))
        nodes = {*self.root, *(r for r in self.root.values())}
        return {node: self.find(node) for node in nodes}

    def _mark(self, node: int) -> Mark:
        return self.marks.get(node) or self.first_mark(node)

    def _fit(self, a: int, b: int) -> bool:
        return not self.marked or self._mark(a).fits(self._mark(b))

    def join(self, a: int, b: int) -> None:
        """Make b part of a; a is the smaller."""
        if self.marked:
            self.marks[a] = self._mark(a).with_(self._mark(b))
        self.root[b] = a
        mine, theirs = self.bits.setdefault(a, {}), self.bits.pop(b, {})
        mine.pop(b, None)
        for c, bits in theirs.items():
            if c == a:
                continue
            self.bits[c].pop(b, None)
            mine[c] = self.bits[c][a] = round(mine.get(c, 0.0) + bits, 6)
        for c in self.barred.pop(b, ()):
            self.barred[c].discard(b)
            if c != a:
                self.barred[c].add(a)
                self.barred.setdefault(a, set()).add(c)


def groups_of(clusters: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """The nodes of each cluster, by its smallest."""
    found: dict[int, list[int]] = {}
    for node, root in sorted(clusters.items()):
        found.setdefault(root, []).append(node)
    return {root: tuple(nodes) for root, nodes in found.items()}
