"""What falls if a source, a report or an origin falls, and what stands on it alone.

Rules:
- If a report falls, its relays fall with it: they have their words from it. If a relay falls, nothing else does.
- If an origin falls, every claim that goes back to it falls, in whatever report it is told.
- A thing falls if no leg is left; else it is weighed anew with what is left. Claims of voices that may be the same as the fallen one stay, and their
  interval says how little that may be.
- Of things that stand on the very same one is told, with the others.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from testigo.errors import BadInput
from testigo.weighed import Fall, Ground, Leg, Line, Origin, Relay
from testigo.weighing.corroboration import weigh
from testigo.weighing.independence import NOBODY, Judged

Falls = Callable[[Leg], bool]


def without(thing: str, lines: Iterable[Line]) -> Falls:
    """Which legs fall with a thing: "report:5", or "origin:KEY". Errors: BadInput (it is neither)."""
    kind, _, key = thing.partition(":")
    if kind == "report" and key.isascii() and key.isdigit():
        fallen = with_relays(int(key), lines)
        return lambda leg: leg.report in fallen
    if kind in ("origin", "source") and key:
        return lambda leg: leg.origin == key
    raise BadInput(
        f"{thing!r} is no report and no origin",
        "report:5, or an origin as `testigo weigh --json` names it: origin:17.source.0",
    )


def lines(relays: Iterable[Relay]) -> tuple[Line, ...]:
    """The lines of reports, by the one that each goes back to."""
    found: dict[int, list[tuple[int, int]]] = {}
    for relay in relays:
        # A further original of a part has no root: only what came from there falls, by its origin.
        if relay.original is not None and relay.root is not None:
            found.setdefault(relay.root, []).append((relay.relay, relay.original))
    return tuple(Line(root, tuple(sorted(links))) for root, links in sorted(found.items()))


def with_relays(report: int, lines: Iterable[Line]) -> frozenset[int]:
    """A report and all that have their words from it."""
    down: dict[int, list[int]] = {}
    for relay, original in (link for line in lines for link in line.links):
        down.setdefault(original, []).append(relay)
    fallen, todo = {report}, [report]
    while todo:
        for child in down.get(todo.pop(), ()):
            if child not in fallen:
                fallen.add(child)
                todo.append(child)
    return frozenset(fallen)


def falls(
    grounds: Sequence[Ground], gone: Falls, origins: Mapping[str, Origin], judged: Judged = NOBODY
) -> tuple[Fall, ...]:
    """What becomes of everything that the fallen legs carry; those that fall altogether first."""
    found = []
    for ground in grounds:
        left = tuple(leg for leg in ground.legs if not gone(leg))
        if len(left) == len(ground.legs):
            continue
        before = weigh(ground, origins, judged)
        stands = any(leg.status != "denied" for leg in left)
        after = weigh(Ground(ground.subject, left, ground.conflicts), origins, judged) if stands else None
        found.append(Fall(ground.subject, before, after, ground.also))
    return _in_order(found)


def each(falls: Iterable[Fall]) -> tuple[Fall, ...]:
    """The same with every thing for itself."""
    return _in_order(fall for shared in falls for fall in _each(shared))


def _each(fall: Fall) -> Iterator[Fall]:
    for subject in (fall.subject, *fall.also):
        after = dataclasses.replace(fall.after, subject=subject) if fall.after else None
        yield Fall(subject, dataclasses.replace(fall.before, subject=subject), after)


def _in_order(found: Iterable[Fall]) -> tuple[Fall, ...]:
    return tuple(sorted(found, key=lambda f: (f.after is not None, *_in_turn(f.subject))))


def _in_turn(subject: str) -> tuple[str, int, str]:
    """Claims by their number: claim 2 before claim 10."""
    kind, _, name = subject.partition(" ")
    return kind, int(name) if name.isdecimal() else 0, name
