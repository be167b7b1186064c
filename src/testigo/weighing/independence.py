"""How many independent origins stand behind something: at least so many, at most so many, and why.

Rules:
- Two voices are one where a person said so, where they bear one name, or where they are one document or institution.
- They are two where a person said so, where one report tells them apart, or where what is told of them cannot be true of one: another
  name, sex, age, occupation or province. A document may be known through the very person beside it, and a group ("two residents")
  may hold the one who is told of alone.
- Else they may be one: an outlet describes its source now this way, now that way, and a source may speak to two outlets. The day on
  which somebody told it tells nothing of who it was.
- At least: the largest group of which any two are surely two. At most: all that nobody joined. A report's own voice adds one at most, and
  none where all of its sources are among the voices already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from testigo.reason import Reason
from testigo.weighed import Origin
from testigo.weighing.seen import folded

MAY_BE_ONE = "“{}” ({}) and “{}” ({}) may be one: nothing tells them apart"
TWO_BY_TRAIT = "“{}” and “{}” are two: {} and {}"
TWO_IN_REPORT = "“{}” and “{}” are told apart in one report"
TWO_BY_NAME = "“{}” and “{}” bear other names"
JUDGED_TWO = "a person said that “{}” and “{}” are two"
JUDGED_ONE = "a person said that “{}” and “{}” are one"
ONE_BY_NAME = "“{}” and “{}” are one by name"
OWN_VOICE = "report {} tells it in its own voice; it may rest on any of its sources"
NOT_HELD = "it goes back to {}, whose report is not held"
REASONS = (MAY_BE_ONE, TWO_BY_TRAIT, TWO_IN_REPORT, TWO_BY_NAME, JUDGED_TWO, JUDGED_ONE, ONE_BY_NAME, OWN_VOICE, NOT_HELD)  # fmt: skip
MOST_REASONS = 6
MOST_EXACT = 16


@dataclass(frozen=True, slots=True)
class Judged:
    """What people said of pairs of voices: pairs of keys of origins, smaller first."""

    same: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    different: frozenset[tuple[str, str]] = field(default_factory=frozenset)


NOBODY = Judged()


@dataclass(frozen=True, slots=True)
class Interval:
    """Independent origins: at least, at most, why. apart: pairs of keys that are surely two, smaller first."""

    least: int
    most: int
    reasons: tuple[Reason, ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()


def pair(a: str, b: str) -> tuple[str, str]:
    """Two keys, the smaller first."""
    return (a, b) if a <= b else (b, a)


def apart(a: Origin, b: Origin, judged: Judged = NOBODY) -> Reason | None:
    """Why two voices are surely two, or None where they may be one."""
    both = pair(a.key, b.key)
    if both in judged.different:
        return Reason(JUDGED_TWO, (a.words, b.words))
    if both in judged.same or "voice" in (a.kind, b.kind):
        return None
    if a.kind == b.kind == "outside":
        return Reason(TWO_BY_NAME, (a.words, b.words)) if folded(a.words) != folded(b.words) else None
    if "outside" in (a.kind, b.kind):
        return None
    if a.kind == b.kind and a.kind in ("named", "institution", "document"):
        return None if _one_name(a, b) else Reason(TWO_BY_NAME, (a.words, b.words))
    if "document" in (a.kind, b.kind):
        return None
    if a.report == b.report:
        several = any(("several", "yes") in o.traits for o in (a, b))
        return None if several else Reason(TWO_IN_REPORT, (a.words, b.words))
    return _by_trait(a, b)


def _by_trait(a: Origin, b: Origin) -> Reason | None:
    for name in ("sex", "role", "place", "age"):
        one, other = ({v for n, v in o.traits if n == name} for o in (a, b))
        if not one or not other or one & other:
            continue
        if name == "age" and any(abs(int(x) - int(y)) <= 10 for x in one for y in other):
            continue
        return Reason(TWO_BY_TRAIT, (a.words, b.words, ", ".join(sorted(one)), ", ".join(sorted(other))))
    return None


def _one_name(a: Origin, b: Origin) -> bool:
    """Whether two named voices bear one name: one's words all stand in the other's."""
    one, other = set(folded(a.words).split()), set(folded(b.words).split())
    return one <= other or other <= one


def interval(origins: Sequence[Origin], judged: Judged = NOBODY) -> Interval:
    """How many of these are independent. origins: each once; those of kind "voice" are own voices of reports."""
    voices = sorted((o for o in origins if o.kind != "voice"), key=lambda o: o.key)
    own = sorted((o for o in origins if o.kind == "voice"), key=lambda o: o.key)
    groups = _joined(voices, judged)
    reasons: list[Reason] = []
    edges: set[tuple[str, str]] = set()
    for n, a in enumerate(voices):
        for b in voices[n + 1 :]:
            if groups[a.key] == groups[b.key]:
                reasons.append(
                    Reason(
                        JUDGED_ONE if pair(a.key, b.key) in judged.same else ONE_BY_NAME, (a.words, b.words)
                    )
                )
                continue
            why = apart(a, b, judged)
            if why is not None:
                edges.add(pair(groups[a.key], groups[b.key]))
            reasons.append(why or Reason(MAY_BE_ONE, (a.words, a.outlet or "?", b.words, b.outlet or "?")))
    reports, keys = {o.report for o in voices}, {o.key for o in voices}
    # The mentions of an own voice are the keys of the report's other voices: it may rest on one that is not among these.
    lone = [o for o in own if o.report not in reports or set(o.mentions) - keys]
    reasons += [Reason(OWN_VOICE, (f"{o.report}",)) for o in lone]
    reasons += [Reason(NOT_HELD, (o.words,)) for o in voices if o.kind == "outside"]
    nodes = sorted(set(groups.values()))
    least = max(_clique(nodes, edges), 1 if own else 0)
    surely = frozenset(
        pair(a.key, b.key) for a in voices for b in voices
        if a.key < b.key and pair(groups[a.key], groups[b.key]) in edges and groups[a.key] != groups[b.key]
    )  # fmt: skip
    return Interval(
        least, max(len(nodes) + len(lone), least), tuple(dict.fromkeys(reasons))[:MOST_REASONS], surely
    )


def _joined(voices: Sequence[Origin], judged: Judged) -> Mapping[str, str]:
    """For each key that of its group: voices that are surely one."""
    up = {o.key: o.key for o in voices}

    def top(key: str) -> str:
        while up[key] != key:
            key = up[key]
        return key

    for n, a in enumerate(voices):
        for b in voices[n + 1 :]:
            both = pair(a.key, b.key)
            named = a.kind == b.kind and a.kind in ("named", "institution", "document", "outside")
            if both in judged.same or (named and both not in judged.different and _one_name(a, b)):
                one, other = sorted((top(a.key), top(b.key)))
                up[other] = one
    return {key: top(key) for key in up}


def _clique(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> int:
    """The size of the largest group of which any two are apart; a lower bound of it for more than MOST_EXACT nodes."""
    near: dict[str, set[str]] = {node: set() for node in nodes}
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    if len(nodes) > MOST_EXACT:
        return _greedy_clique(nodes, near)

    def grow(size: int, open_: Sequence[str]) -> int:
        best = size
        for n, node in enumerate(open_):
            if size + len(open_) - n <= best:
                break
            best = max(best, grow(size + 1, [other for other in open_[n + 1 :] if other in near[node]]))
        return best

    return grow(0, nodes)


def _greedy_clique(nodes: Sequence[str], near: Mapping[str, set[str]]) -> int:
    best = 0
    order = sorted(nodes, key=lambda node: (-len(near[node]), node))
    for start in order[:MOST_EXACT]:
        group = [start]
        for node in order:
            if node != start and all(node in near[member] for member in group):
                group.append(node)
        best = max(best, len(group))
    return best
