"""What people decided about pairs, as the steps of linking use it: same binds, different binds, unsure keeps the machine off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from testigo.judgement import Judgement, standing
from testigo.linking.clustering import Pair

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


@dataclass(frozen=True, slots=True)
class Ties:
    """What verdicts say of rows. must, cannot, unsure: pairs of rows, the smaller first."""

    must: tuple[Pair, ...] = ()
    cannot: tuple[Pair, ...] = ()
    unsure: tuple[Pair, ...] = ()


def ties(judged: Verdicts, at: Mapping[str, int]) -> Ties:
    """What binds clusters of rows. at: the row of each subject."""
    found: dict[str, dict[Pair, None]] = {verdict: {} for verdict in PAIRED}
    for (left, right), verdict in sorted(judged.by_pair.items()):
        one, other = at.get(left), at.get(right)
        if one is not None and other is not None and one != other:
            found[verdict][min(one, other), max(one, other)] = None
    return Ties(tuple(found["same"]), tuple(found["different"]), tuple(found["unsure"]))
