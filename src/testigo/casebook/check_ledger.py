"""Checking the ledger: every entry, the tree, every checkpoint with its signature, and what was acknowledged or given away.

Rules:
- A checkpoint that its signature vouches for is a fixed point: where the entries before it do not lead to it, they are
  named, and checking goes on from it.
- Fewer entries than somebody holds a checkpoint for is a rollback; as many, with another root, a rewritten history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from testigo.casebook import signing
from testigo.casebook.head import Head
from testigo.casebook.values import Damage
from testigo.errors import BadInput, Broken
from testigo.ledger import Checkpoint, Edge, Entry, leaf_hash

_ENTRIES = "SELECT number, at, actor, action, subject_kind, subject, digest FROM entry ORDER BY number"
_CHECKPOINTS = "SELECT size, root, edge, note FROM checkpoint ORDER BY size"


@dataclass(slots=True)
class _Walk:
    """Where the walk over the entries is. roots: of the sizes that were asked for, as far as reached."""

    edge: Edge
    roots: dict[int, bytes]
    since: int = 0


def check(
    connection: Any,
    public: Ed25519PublicKey,
    held: Sequence[Checkpoint],
    acknowledged: Head | None,
    counts: dict[str, int],
) -> Iterator[Damage]:
    """What is wrong with the ledger. held: checkpoints of this casebook whose signature was verified."""
    count, last = connection.execute("SELECT count(*), coalesce(max(size), 0) FROM checkpoint").fetchone()
    walk = _Walk(Edge(), dict.fromkeys([c.size for c in held], b""))
    if acknowledged is not None:
        walk.roots[acknowledged.size] = b""
    if 0 in walk.roots:
        walk.roots[0] = Edge().root()
    points = connection.execute(_CHECKPOINTS)
    point = next(points, None)
    number = -1
    counts["entries"], counts["checkpoints"] = 0, count
    for row in connection.execute(_ENTRIES):
        number += 1
        counts["entries"] += 1
        if row[0] != number:
            yield from _gap(number, row[0])
            number = row[0]
            walk.edge = Edge()  # lost until the next fixed point
        leaf, damage = _leaf(row)
        yield from damage
        walk.edge = walk.edge.add((leaf,)) if walk.edge.size == number else walk.edge
        if walk.edge.size in walk.roots:
            walk.roots[walk.edge.size] = walk.edge.root()
        while point is not None and point[0] <= number + 1:
            yield from _at(point, walk, public, number + 1)
            point = next(points, None)
    yield from _ends(number + 1, last, left=point is not None)
    yield from _compare(number + 1, walk.roots, held, acknowledged)


def _gap(expected: int, found: int) -> Iterable[Damage]:
    yield Damage("entry", _run(expected, found - 1), "missing from the ledger")


def _run(first: int, last: int) -> str:
    return f"entry {first}" if first == last else f"entries {first} to {last}"


def _leaf(row: Sequence[Any]) -> tuple[bytes, Iterable[Damage]]:
    number, at, actor, action, kind, subject, digest = row
    try:
        moment = dt.datetime.fromisoformat(at).replace(tzinfo=dt.UTC)
        entry = Entry(number, moment, actor, action, kind, subject, digest)
        return leaf_hash(entry.canonical()), ()
    except (ValueError, TypeError, AttributeError):
        return bytes(32), (Damage("entry", f"entry {number}", "it is no entry: a value has another form"),)


def _at(row: Sequence[Any], walk: _Walk, public: Ed25519PublicKey, reached: int) -> Iterator[Damage]:
    """One stored checkpoint against the entries before it."""
    size, root, packed, note = row
    what = f"checkpoint {size}"
    try:
        signed = signing.opened(str(note), public)
        edge = Edge.unpack(size, packed)
    except (BadInput, Broken) as error:
        yield Damage("checkpoint", what, error.message)
        return
    except (ValueError, TypeError):
        yield Damage("checkpoint", what, "its edge has another form")
        return
    if signed != Checkpoint(signed.origin, size, root) or edge.root() != root:
        yield Damage("checkpoint", what, "its row is not what its signed note says")
        return
    if size == reached and (walk.edge.size != size or walk.edge.root() != root):
        which = _run(walk.since, size - 1)
        yield Damage(
            "tree",
            which,
            f"not those that checkpoint {size} signed: one was changed, added, dropped or moved",
        )
        walk.edge = edge
        if size in walk.roots:
            walk.roots[size] = root
    walk.since = size


def _ends(size: int, last: int, *, left: bool) -> Iterator[Damage]:
    """Whether entries and checkpoints end together. last: size of the last checkpoint; left: it was not reached."""
    if left:
        yield Damage("entry", _run(size, last - 1), f"missing, though checkpoint {last} signed them")
    elif last < size:
        yield Damage("entry", _run(last, size - 1), "no checkpoint signs them")


def _compare(
    size: int, roots: dict[int, bytes], held: Sequence[Checkpoint], acknowledged: Head | None
) -> Iterator[Damage]:
    points = [(f"the checkpoint given for {c.size} entries", c.size, c.root) for c in held]
    if acknowledged is not None and acknowledged.size:
        points.append(("the file head", acknowledged.size, acknowledged.root))
    for what, wanted, root in points:
        if wanted > size:
            why = f"the ledger has only {size} of {wanted} entries: an older state was put back, or the end was cut off"
            yield Damage("rollback", what, why)
        elif roots[wanted] != root:
            yield Damage(
                "tree", what, f"the first {wanted} entries are others now: the history was rewritten"
            )
