"""What is uncertain together, told as the plausible ways to cluster it, with their weights.

Rules:
- Clusterings are drawn for the whole casebook (grouping.py). Where they never join what two tangles hold, the tangles have
  nothing to do with each other: each is told by itself, and the whole is any choice from each, with the product of weights.
- A tangle that is clustered alike in every draw is certain and not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from testigo.linked import Clustering
from testigo.linking.assembling import key_of
from testigo.linking.grouping import components, runs
from testigo.linking.happenings import Found

KEPT = 8
"""The most ways that are told of one tangle."""


def tangles(kind: str, found: Found, name: Callable[[int], str]) -> Iterator[tuple[str, Clustering]]:
    """The ways, each with a key. name: what an occurrence or person is told by."""
    import numpy as np

    drawn = found.drawn.drawn
    if not drawn:
        return
    count = len(found.clusters)
    rows = np.arange(count)
    every = [*drawn, found.clusters]
    home = components(count, np.concatenate([rows] * len(every)), np.concatenate(every))
    moved = np.zeros(count, dtype=bool)
    for one in drawn[1:]:
        moved[home[one != drawn[0]]] = True
    open_ = np.nonzero(moved[home])[0]
    members = _members(found.row, moved[home][found.row])
    order = open_[np.argsort(home[open_], kind="stable")]
    sign = "e" if kind == "event" else "p"
    for start, end in runs(home[order]):
        some = order[start:end].tolist()
        names = {row: [name(at) for at in members[row]] for row in some}
        ways = Counter(_shape({row: int(one[row]) for row in some}, names) for one in drawn)
        kept = sorted(ways.items(), key=lambda way: (-way[1], way[0]))[:KEPT]
        total = sum(n for _, n in kept)
        key = key_of(sign, int(found.keys[min(some, key=lambda row: members[row][0])]))
        for number, (shape, n) in enumerate(kept):
            yield f"{key} {number}", Clustering(kind, round(n / total, 4), shape)


def _members(of: Any, wanted: Any) -> dict[int, list[int]]:
    """The occurrences, or persons of reports, of each row, where they are wanted."""
    import numpy as np

    found: dict[int, list[int]] = {}
    at = np.nonzero(wanted)[0]
    for place, row in zip(at.tolist(), of[at].tolist(), strict=True):
        found.setdefault(row, []).append(place)
    return found


def _shape(clusters: dict[int, int], names: dict[int, list[str]]) -> tuple[tuple[str, ...], ...]:
    held: dict[int, list[str]] = {}
    for row, root in clusters.items():
        held.setdefault(root, []).extend(names[row])
    return tuple(sorted(tuple(sorted(some)) for some in held.values()))
