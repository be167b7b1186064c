"""Which act the company of some words speaks for: their neighbours, the nouns beside them, what rules and tables make of them.

A second, simpler model beside the network, which is wrong at other words. It was learnt from the same marked sentences
(tools/train_company.py, docs/second.md).

Rules:
- It only weighs between acts. Whether there is one at all is for the network.
- What the network is not shown (see shown) it does not see either, nor a word with a hyphen that is on no list.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from testigo.data import files
from testigo.reading.arguments import Range
from testigo.reading.forms import forms
from testigo.reading.second.inputs import Inputs
from testigo.reading.second.wording import LIGHT
from testigo.value import value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Whole = NDArray[np.int8]
else:
    Numbers = Whole = object  # numpy is loaded only where something is read

FILE = "company.npz"
WEIGHT = 0.4  # how much it counts beside the network
_NEXT = 2  # how many words to each side are looked at as neighbours,
_NOUNS_IN = 7  # how many are looked through for nouns,
_WORDS_IN = 15  # and how many for verbs, nouns and adjectives
_NOUNS = 3  # nouns to each side at most
_LEAST = 1e-5  # no act is quite out of question
_NAME = "*"
_SHARE = 4096  # likelihoods are rounded to this, so that a last bit decides nothing


@value
class Company:
    """What was learnt. labels: what it weighs between, in the order of the network's, without the one for no act.

    rows: feature -> number of its row; parts: the numbers of each row; last, bias: from their sum to the labels.
    """

    labels: tuple[str, ...]
    rows: dict[int, int]
    parts: Whole
    last: Numbers
    bias: Numbers


@cache
def company() -> Company:
    """The model that comes with Testigo."""
    import numpy as np

    with np.load(files("testigo.reading.second") / FILE, allow_pickle=False) as held:
        return assembled({name: held[name] for name in held.files})


def assembled(held: dict[str, Any]) -> Company:
    """A model from the arrays of its file: the labels as bytes with a line for each."""
    labels = tuple(bytes(held["labels"]).decode("utf-8").split("\n"))
    rows = {key: at for at, key in enumerate(held["keys"].tolist())}
    return Company(
        labels, rows, held["parts"], held["last"].astype("float64"), held["bias"].astype("float64")
    )


def weighed(known: Company, given: Inputs, at: Range, shares: Sequence[Sequence[float]]) -> list[list[float]]:
    """How likely each act is at some words, with their company.

    at: the words; shares: for some of them how likely the network takes each label, the first for "no act", which stays.
    """
    import numpy as np

    numbers = [known.rows[key] for key in keys(given, at) if key in known.rows]
    sums = known.parts[numbers].sum(axis=0, dtype=np.int64) @ known.last + known.bias
    own = np.exp(sums - sums.max())
    own = np.maximum(own / own.sum(), _LEAST) ** WEIGHT
    both = np.array(shares, np.float64)
    some = both[:, 1:].sum(axis=1, keepdims=True)
    both[:, 1:] *= own
    both[:, 1:] *= some / np.maximum(both[:, 1:].sum(axis=1, keepdims=True), 1e-12)
    found: list[list[float]] = (np.rint(both * _SHARE) / _SHARE).tolist()
    return found


def keys(given: Inputs, at: Range) -> list[int]:
    """The features of some words as the numbers that the file knows them by."""
    return sorted({zlib.crc32(feature.encode()) for feature in features(given, at)})


def features(given: Inputs, at: Range) -> Iterator[str]:
    """What is looked at for some words of a sentence."""
    tags, size = given.tags, len(given.tags)
    here = next((n for n in range(*at) if tags[n][0] in "VN" and given.lemmas[n] not in LIGHT), at[0])

    def word(n: int) -> str:
        lemma = given.lemmas[n]
        odd = "-" in lemma and lemma not in forms()  # "Min-jun", where the tagger takes it for no name
        return _NAME if odd or not given.words[n] else lemma

    own = word(here)
    yield f"w {own}"
    yield f"t {own} {tags[here]}"
    yield "a " + " ".join(word(n) for n in range(*at))
    yield f"f {own} {given.flags[here][1:]}"
    behind = [n for n in range(here + 1, min(size, here + _NOUNS_IN + 1)) if tags[n][0] == "N"][:_NOUNS]
    before = [n for n in range(here - 1, max(-1, here - _NOUNS_IN - 1), -1) if tags[n][0] == "N"][:_NOUNS]
    for side, found in (("n", behind), ("p", before)):
        for number, n in enumerate(found):
            yield f"{side} {word(n)}"
            yield f"{side}{number} {own} {word(n)}"
    for n in range(max(0, here - _NEXT), min(size, here + _NEXT + 1)):
        if n != here:
            yield f"{n - here} {word(n)}"
            yield f"{n - here} {own} {word(n)}"
    for n in range(max(0, here - _WORDS_IN), min(size, here + _WORDS_IN + 1)):
        if n != here and tags[n][0] in "VNJ":
            yield f"b {own} {word(n)}"
    for label in given.tables[here]:
        yield f"l {label}"
    for label in {given.acts[n] for n in range(*at)} - {""}:
        yield f"r {label}"
        yield f"r {own} {label}"
