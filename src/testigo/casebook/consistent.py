"""Whether what people decided about pairs hangs together: A same B, B same C and A different C cannot all stand.

Rules:
- Asked of every judgement about a pair of one kind, whoever writes it, before it is kept; an undoing too, since the
  verdict before it comes back into force.
- What is refused is told with the judgements that it contradicts, as the people who wrote them named the two sides.
- "unsure" joins nothing and keeps nothing apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from testigo.casebook.history import of_kind
from testigo.errors import Conflict
from testigo.judgement import Judgement, standing


class Contradiction(Conflict):
    """A judgement that cannot stand beside others. against: those, in the order in which they lead from one side to the other."""

    def __init__(self, message: str, hint: str, against: Sequence[Judgement]) -> None:
        super().__init__(message, hint)
        self.against = tuple(against)


KINDS = ("event-pair", "person-pair", "origin-pair", "order-pair")
"""The kinds of subject that are pairs of equals: what is same is same all the way."""


class Standing:
    """The verdicts in force about pairs of one kind, as they are before and after more is recorded."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.histories: dict[str, tuple[Judgement, ...]] = dict(of_kind(kind))

    def add(self, key: str, item: Judgement) -> None:
        """Take one more judgement about the pair with this key. Errors: Conflict (it contradicts others)."""
        history = (*self.histories.get(key, ()), item)
        now = standing(history)
        if now is not None and now.verdict in ("same", "different"):
            self._check(key, now)
        self.histories[key] = history

    def _check(self, key: str, now: Judgement) -> None:
        left, right = key.split("~")
        same = self._near({key})
        if now.verdict == "different":
            chain = path(same, left, right)
            if chain:
                raise _refused(self.kind, now, chain)
            return
        mine, theirs = reach(same, left), reach(same, right)
        for other, history in self.histories.items():
            said = standing(history)
            if other == key or said is None or said.verdict != "different":
                continue
            a, b = other.split("~")
            if (a in mine and b in theirs) or (a in theirs and b in mine):
                one, two = (a, b) if a in mine else (b, a)
                raise _refused(self.kind, now, (*path(same, one, left), *path(same, right, two), said))

    def _near(self, but: set[str]) -> dict[str, dict[str, Judgement]]:
        """For each thing the others that are said to be the same, each with the judgement that says so."""
        near: dict[str, dict[str, Judgement]] = {}
        for key, history in self.histories.items():
            said = standing(history)
            if key not in but and said is not None and said.verdict == "same":
                a, b = key.split("~")
                near.setdefault(a, {})[b] = said
                near.setdefault(b, {})[a] = said
        return near


Near = Mapping[str, Mapping[str, Judgement]]


def reach(near: Near, start: str) -> set[str]:
    """Everything that is the same as this, itself included."""
    found, waiting = {start}, [start]
    while waiting:
        for other in near.get(waiting.pop(), {}):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def path(near: Near, start: str, end: str) -> tuple[Judgement, ...]:
    """The judgements by which two things are the same, in order; empty where they are not, or are one."""
    came: dict[str, tuple[str, Judgement] | None] = {start: None}
    waiting = [start]
    for at in waiting:
        for other, said in sorted(near.get(at, {}).items()):
            if other not in came:
                came[other] = (at, said)
                waiting.append(other)
    steps: list[Judgement] = []
    step = came.get(end)
    while step is not None:
        steps.append(step[1])
        step = came[step[0]]
    return tuple(reversed(steps))


def _refused(kind: str, now: Judgement, against: Sequence[Judgement]) -> Contradiction:
    told = "; ".join(
        f"{j.subject_id.replace('~', ' and ')} are {j.verdict} ({j.by or 'the owner'}, {j.at:%Y-%m-%d})"
        for j in against
    )
    return Contradiction(
        f"{now.subject_id.replace('~', ' and ')} cannot be {now.verdict}: {told}",
        f"undo one of these judgements about {kind.replace('-', ' ')}s first",
        against,
    )
