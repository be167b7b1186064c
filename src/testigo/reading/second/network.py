"""The network: for each word of a sentence how likely it carries which act. Whole numbers all the way, so that every
machine comes to the same: weights and what passes between the layers are whole numbers below 128, and their sums stay
where a 32-bit float holds every whole number.

Rules:
- Four layers: a word with its neighbours; with those two away and what its clause links it to; the same once more, added
  to it; and the labels.
- A name is only its tag, unless it is a word that is used as a common noun too ("Ministry").
- What the word vectors do not know is unknown, and looked at by its tag and its place.
The file is made by tools/train_second.py; second/LICENSE.txt names what went into it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from testigo.data import files
from testigo.reading.second.inputs import NONE, Inputs
from testigo.value import value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

FILE = "acts.npz"
MOST = 127  # what a layer hands on for a word at most
ONE = 32  # what 1.0 is in whole numbers
_SHARE = 1024  # likelihoods are rounded to this, so that a last bit decides nothing


@value
class Network:
    """The trained network. labels: of the last layer, the first for "no act"; words, lemmas, senses, tags, kinds: row of each.

    parts: the arrays by name; scales: what a whole number of each layer stands for.
    """

    labels: tuple[str, ...]
    words: dict[str, int]
    lemmas: dict[str, int]
    senses: dict[str, int]
    tags: dict[str, int]
    kinds: dict[str, int]
    numbers: dict[str, int]
    parts: dict[str, Numbers]
    scales: dict[str, float]


@cache
def network() -> Network:
    """The network that comes with Testigo."""
    import numpy as np

    with np.load(files("testigo.reading.second") / FILE, allow_pickle=False) as held:
        return assembled({name: held[name] for name in held.files})


def assembled(held: dict[str, Any]) -> Network:
    """A network from the arrays of its file: word lists as bytes with a line for each, weights as 8-bit whole numbers."""
    import numpy as np

    lists = {
        name: bytes(held[name]).decode("utf-8").split("\n")
        for name in ("labels", "words", "lemmas", "senses", "tags", "kinds")
    }
    rows = {name: {word: at for at, word in enumerate(items)} for name, items in lists.items()}
    names = ("lemma", "tag", "act", "kind", "one", "two", "more", "three")
    parts = {name: held[name].astype(np.float32) for name in names}
    parts |= {name: held[name] for name in ("vectors", "sense")}
    parts |= {
        name: held[name].astype(np.float32) for name in ("bias one", "bias two", "bias more", "bias three")
    }
    scales = {name: float(held[f"scale {name}"]) for name in ("one", "two", "more", "three")}
    return Network(
        tuple(lists["labels"]), rows["words"], rows["lemmas"], rows["senses"], rows["tags"], rows["kinds"], rows["labels"], parts, scales
    )  # fmt: skip


def likelihoods(net: Network, given: Inputs) -> list[list[float]]:
    """For each word of a sentence the likelihood of each label, in the order of `net.labels`."""
    import numpy as np

    size = len(given.words)
    if not size:
        return []
    parts = net.parts
    first = _first(net, given)
    links = np.array([[at if at != NONE else size for at in four] for four in given.links])
    hidden = _passed(_beside(first, 1) @ parts["one"], net.scales["one"], parts["bias one"])
    second = _passed(_around(hidden, 2, links) @ parts["two"], net.scales["two"], parts["bias two"])
    more = _passed(_around(second, 1, links) @ parts["more"], net.scales["more"], parts["bias more"])
    second = np.minimum(second + more, MOST)
    sums = np.hstack([second, first]) @ parts["three"]
    last = sums.astype(np.float64) * net.scales["three"] + parts["bias three"]
    powers = np.exp(last - last.max(axis=1, keepdims=True))
    shares = np.rint(powers / powers.sum(axis=1, keepdims=True) * _SHARE) / _SHARE
    found: list[list[float]] = shares.tolist()
    return found


def _first(net: Network, given: Inputs) -> Numbers:
    """What is known of each word by itself, one row each."""
    import numpy as np

    parts, size = net.parts, len(given.words)
    words = [net.words.get(key, 0) for key in looked_up(net, given)]
    lemmas = [net.lemmas.get(lemma, 0) for lemma in given.lemmas]
    senses = [net.senses.get(key, 0) for key in map(sense_key, given.lemmas, given.tags)]
    act = parts["act"][[net.numbers.get(label, 0) if label else 0 for label in given.acts]]
    tables = np.zeros((size, len(net.labels)), np.float32)
    for at, labels in enumerate(given.tables):
        for label in labels:
            tables[at, net.numbers.get(label, 0)] = ONE
    return np.hstack([
        parts["vectors"][words].astype(np.float32), parts["sense"][senses].astype(np.float32), parts["lemma"][lemmas],
        parts["tag"][[net.tags.get(tag, 0) for tag in given.tags]], act,
        parts["kind"][[net.kinds.get(kind, 0) for kind in given.kinds]], tables,
        np.array(given.flags, np.float32) * ONE, np.full((size, 1), ONE, np.float32),
    ])  # fmt: skip


def sense_key(lemma: str, tag: str) -> str:
    """The name of a base form as a verb, noun or adjective: "arrest/v"; "" for other words and for names."""
    part = _PARTS.get(tag[:2], "")
    return f"{lemma}/{part}" if part and not tag.startswith("NNP") else ""


_PARTS = {"VB": "v", "NN": "n", "JJ": "a"}


def looked_up(net: Network, given: Inputs) -> list[str]:
    """The word under which each is looked up: itself, its base form, or what stands behind its last hyphen."""
    found: list[str] = []
    for word, lemma, tag in zip(given.words, given.lemmas, given.tags, strict=True):
        if tag.startswith("NNP") and word not in net.lemmas:
            found.append("")
            continue
        plain = word.replace("’", "'")
        forms = (plain, lemma, plain.rpartition("-")[2])
        found.append(next((form for form in forms if form in net.words), ""))
    return found


def _beside(rows: Numbers, reach: int) -> Numbers:
    """Each row with those before and behind it, up to `reach` away, side by side."""
    import numpy as np

    padded = np.pad(rows, ((reach, reach), (0, 0)))
    return np.hstack([padded[n : n + len(rows)] for n in range(2 * reach + 1)])


def _around(rows: Numbers, reach: int, links: NDArray[np.int64]) -> Numbers:
    """Each row with those beside it and those that it is linked to; nothing where a link is missing."""
    import numpy as np

    linked = np.vstack([rows, np.zeros((1, rows.shape[1]), np.float32)])
    return np.hstack([_beside(rows, reach), *(linked[links[:, n]] for n in range(links.shape[1]))])


def _passed(sums: Numbers, scale: float, bias: Numbers) -> Numbers:
    """What a layer hands on: nothing below nought, whole numbers up to 127."""
    import numpy as np

    found: Numbers = np.clip(np.rint(sums * np.float32(scale) + bias), 0, MOST).astype(np.float32)
    return found
