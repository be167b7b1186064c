"""The network: for each word of a sentence how likely it carries which act, from what the encoder makes of the word and
from what the rules know of it.

Rules:
- Two layers on top of the encoder's rows: tag, clause, what the tables have for the word and what the rules found there
  are added to the first.
- Likelihoods are rounded, so that a last bit decides nothing.
The file is made by tools/train_second.py; second/LICENSE.txt names what went into it.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

from testigo.data import files
from testigo.reading.second.encoder import Rows, Session, session
from testigo.reading.second.inputs import Inputs
from testigo.reading.second.pieces import Pieces
from testigo.value import value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

FILE = "acts.npz"
_SHARE = 1024  # likelihoods are rounded to this
_LISTS = ("labels", "tags", "kinds")
_PARTS = ("rows", "tag", "act", "kind", "tables", "flags", "bias", "last", "bias last")


@value
class Network:
    """The trained network. labels: of the last layer, the first for "no act"; numbers, tags, kinds: the row of each.

    parts: the arrays by name; ready, pieces: the encoder.
    """

    labels: tuple[str, ...]
    numbers: dict[str, int]
    tags: dict[str, int]
    kinds: dict[str, int]
    parts: dict[str, Numbers]
    ready: Session
    pieces: Pieces


@cache
def network() -> Network:
    """The network that comes with Testigo."""
    import numpy as np

    with np.load(files("testigo.reading.second") / FILE, allow_pickle=False) as held:
        return assembled({name: held[name] for name in held.files})


def assembled(held: dict[str, Any]) -> Network:
    """A network from the arrays of its file: lists of words as bytes with a line for each, the encoder as bytes."""
    import numpy as np

    lists = {name: bytes(held[name]).decode("utf-8").split("\n") for name in (*_LISTS, "pieces")}
    rows = {name: {word: at for at, word in enumerate(lists[name])} for name in _LISTS}
    parts = {name: held[name].astype(np.float32) for name in _PARTS}
    ready = session(zlib.decompress(held["encoder"].tobytes()))
    return Network(
        tuple(lists["labels"]), rows["labels"], rows["tags"], rows["kinds"], parts, ready, Pieces(lists["pieces"])
    )  # fmt: skip


def likelihoods(net: Network, given: Inputs, rows: Rows) -> list[list[float]]:
    """For each word of a sentence that has a row the likelihood of each label, in the order of `net.labels`."""
    import numpy as np

    size = len(rows)
    if not size:
        return []
    parts = net.parts
    sums = rows @ parts["rows"] + parts["bias"]
    sums += parts["tag"][[net.tags.get(tag, 0) for tag in given.tags[:size]]]
    sums += parts["kind"][[net.kinds.get(kind, 0) for kind in given.kinds[:size]]]
    sums += np.array(given.flags[:size], np.float32) @ parts["flags"]
    for at in range(size):
        if given.acts[at]:
            sums[at] += parts["act"][net.numbers.get(given.acts[at], 0)]
        for label in given.tables[at]:
            sums[at] += parts["tables"][net.numbers.get(label, 0)]
    last = (np.maximum(sums, 0) @ parts["last"] + parts["bias last"])[:, : len(net.labels)].astype(np.float64)
    powers = np.exp(last - last.max(axis=1, keepdims=True))
    shares = np.rint(powers / powers.sum(axis=1, keepdims=True) * _SHARE) / _SHARE
    found: list[list[float]] = shares.tolist()
    return found
