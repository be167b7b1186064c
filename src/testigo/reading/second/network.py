"""The network as its file holds it. What it makes of a sentence: see sight.

The file is made by tools/train_second.py; second/LICENSE.txt names what went into it.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

from testigo.data import files
from testigo.reading.second.company import Company, company
from testigo.reading.second.encoder import Session, session
from testigo.reading.second.pieces import Pieces
from testigo.value import value

if TYPE_CHECKING:
    from testigo.reading.second.arrays import Numbers

FILE = "acts.npz"
HEADS = (
    ("acts", ("",)),
    ("more", ("slot ", "status ")),
)  # what the first layer is held for: acts; slots and status
_LISTS = ("labels", "tags", "kinds")
_FACTS = ("tag", "act", "kind", "tables", "flags")
_LAYERS = ("last", "bias last")
_SLOT = ("trigger", "label", "pair", "both trigger", "both")
_OTHERS = (
    *(f"{head}{layer}" for _, heads in HEADS for head in heads for layer in _LAYERS),
    *(f"slot {name}" for name in _SLOT),
    "status label",
    "status given",
)


@value
class Network:
    """The trained network. labels: of the last layer, the first for "no act"; numbers, tags, kinds: the row of each.

    starts: where each part of what the rules know of a word begins among their numbers, and how many there are ("facts").
    parts: the arrays by name: the "facts" of the first layer, "acts" for acts and "more" for slots and status side by side,
    and what is behind it as in the file; slots: how many of the columns of "more" are for slots.
    ready, pieces: the encoder. Each of its rows has `width` numbers for the word, then what the first layer makes of them for
    acts, for "more", and what of them goes with an act's own ("slot both"); company: the simpler model beside it.
    """

    labels: tuple[str, ...]
    numbers: dict[str, int]
    tags: dict[str, int]
    kinds: dict[str, int]
    starts: dict[str, int]
    slots: int
    parts: dict[str, Numbers]
    width: int
    ready: Session
    pieces: Pieces
    company: Company


@cache
def network() -> Network:
    """The network that comes with Testigo."""
    import numpy as np

    with np.load(files("testigo.reading.second") / FILE, allow_pickle=False) as held:
        return assembled({name: held[name] for name in held.files}, company())


def assembled(held: dict[str, Any], beside: Company) -> Network:
    """A network from the arrays of its file: lists of words as bytes with a line for each, the encoder as bytes."""
    import numpy as np

    lists = {name: bytes(held[name]).decode("utf-8").split("\n") for name in (*_LISTS, "pieces")}
    rows = {name: {word: at for at, word in enumerate(lists[name])} for name in _LISTS}
    parts = {name: held[name].astype(np.float32) for name in _OTHERS}
    for kind, heads in HEADS:
        facts = [np.concatenate([held[f"{head}{name}"] for head in heads], axis=1) for name in _FACTS]
        parts[f"{kind} facts"] = np.concatenate(facts).astype(np.float32)
    starts = dict(zip((*_FACTS, "facts"), np.cumsum([0, *map(len, facts)]).tolist(), strict=True))
    if beside.labels != tuple(lists["labels"][1:]):
        raise ValueError("acts.npz and company.npz were trained for different acts")
    ready = session(zlib.decompress(held["encoder"].tobytes()))
    return Network(
        tuple(lists["labels"]), rows["labels"], rows["tags"], rows["kinds"], starts,
        len(parts["slot last"]), parts, len(parts["slot trigger"]), ready, Pieces(lists["pieces"]), beside,
    )  # fmt: skip
