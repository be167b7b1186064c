"""Which act the company of some words speaks for: their neighbours, the nouns beside them, what rules and tables make of them.

A second, simpler model beside the network, which is wrong at other words. It was learnt from the same marked sentences
(tools/train_company.py, docs/second.md).

Rules:
- It only weighs between acts. Whether there is one at all is for the network.
- What the network is not shown (see shown) it does not see either, nor a word with a hyphen that is on no list.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from testigo.data import files
from testigo.reading.arguments import Range
from testigo.reading.forms import forms
from testigo.reading.second.inputs import Inputs
from testigo.reading.second.wording import LIGHT
from testigo.value import value

if TYPE_CHECKING:
    from testigo.reading.second.arrays import Whole, Wide

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
    last: Wide
    bias: Wide


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

    rows = known.rows
    numbers = [number for key in keys(given, at) if (number := rows.get(key)) is not None]
    sums = np.add.reduce(known.parts[numbers], axis=0, dtype=np.float64) @ known.last + known.bias
    own = np.exp(sums - np.maximum.reduce(sums))
    speaks: list[float] = (np.maximum(own / np.add.reduce(own), _LEAST) ** WEIGHT).tolist()
    return [_both(share, speaks) for share in shares]


def _both(share: Sequence[float], speaks: Sequence[float]) -> list[float]:
    """What the network sees with what the company says: how likely some act is stays as it was."""
    acts = [one * other for one, other in zip(share[1:], speaks, strict=True)]
    scale = _SHARE * math.fsum(share[1:]) / max(math.fsum(acts), 1e-12)
    return [round(share[0] * _SHARE) / _SHARE, *(round(one * scale) / _SHARE for one in acts)]


def keys(given: Inputs, at: Range) -> set[int]:
    """The features of some words as the numbers that the file knows them by."""
    return {zlib.crc32(feature.encode()) for feature in features(given, at)}


def features(given: Inputs, at: Range) -> list[str]:
    """What is looked at for some words of a sentence."""
    tags, size = given.tags, len(given.tags)
    here = next((n for n in range(*at) if tags[n][0] in "VN" and given.lemmas[n] not in LIGHT), at[0])
    own = _word(given, here)
    found = [
        f"w {own}",
        f"t {own} {tags[here]}",
        "a " + " ".join([_word(given, n) for n in range(*at)]),
        f"f {own} {given.flags[here][1:]}",
    ]
    behind = [n for n in range(here + 1, min(size, here + _NOUNS_IN + 1)) if tags[n][0] == "N"][:_NOUNS]
    before = [n for n in range(here - 1, max(-1, here - _NOUNS_IN - 1), -1) if tags[n][0] == "N"][:_NOUNS]
    for side, some in (("n", behind), ("p", before)):
        for number, n in enumerate(some):
            word = _word(given, n)
            found += [f"{side} {word}", f"{side}{number} {own} {word}"]
    for n in range(max(0, here - _WORDS_IN), min(size, here + _WORDS_IN + 1)):
        near = -_NEXT <= n - here <= _NEXT
        if n == here or not (near or tags[n][0] in "VNJ"):
            continue
        word = _word(given, n)
        if near:
            found += [f"{n - here} {word}", f"{n - here} {own} {word}"]
        if tags[n][0] in "VNJ":
            found.append(f"b {own} {word}")
    found += [f"l {label}" for label in given.tables[here]]
    for label in {given.acts[n] for n in range(*at)} - {""}:
        found += [f"r {label}", f"r {own} {label}"]
    return found


def _word(given: Inputs, n: int) -> str:
    """A word as it is looked at: its base form, or that it is a name."""
    lemma = given.lemmas[n]
    odd = "-" in lemma and lemma not in forms()  # "Min-jun", where the tagger takes it for no name
    return _NAME if odd or not given.words[n] else lemma
