"""What people decided about pairs, as the steps of linking use it: same binds, different binds, unsure keeps the machine off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from testigo.judgement import Judgement, standing
from testigo.linking.clustering import Bounds, Pair

PAIRED = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdict in force by pair, the smaller first. of: everything that was judged at all."""

    by_pair: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __call__(self, left: str, right: str) -> str | None:
        """What was decided about the two, whichever comes first."""
        return self.by_pair.get(pair(left, right)) if self.by_pair else None

    @property
    def subjects(self) -> frozenset[str]:
        """Everything that a verdict speaks of."""
        return frozenset(one for two in self.by_pair for one in two)


def pair(left: str, right: str) -> tuple[str, str]:
    """The two with the smaller first, as the casebook writes them."""
    return (left, right) if left <= right else (right, left)


def verdicts(decisions: Mapping[str, Sequence[Judgement]], names: Mapping[str, Iterable[str]]) -> Verdicts:
    """The verdicts in force. decisions: by key of the pair; names: what a key's half is called now, where it still is there."""
    found: dict[tuple[str, str], str] = {}
    for key, history in decisions.items():
        now = standing(history)
        left, _, right = key.partition("~")
        if now is None or now.verdict not in PAIRED:
            continue
        for one in names.get(left, ()):
            for other in names.get(right, ()):
                if one != other:
                    found[pair(one, other)] = now.verdict
    return Verdicts(found)


def bounds(
    judged: Verdicts, at: Mapping[str, int], edges: dict[Pair, float], apart: Iterable[Pair]
) -> Bounds:
    """What binds clusters of rows. at: the row of each subject; apart: what cannot be one.

    What people are unsure of is not joined by its own link: its edge is set below 0.
    """
    must: list[Pair] = []
    cannot: list[Pair] = []
    for (left, right), verdict in sorted(judged.by_pair.items()):
        one, other = at.get(left), at.get(right)
        if one is None or other is None or one == other:
            continue
        rows = (min(one, other), max(one, other))
        if verdict == "unsure":
            edges[rows] = -1.0
        else:
            (must if verdict == "same" else cannot).append(rows)
    return Bounds(tuple(must), tuple(cannot), tuple(sorted(apart)))
