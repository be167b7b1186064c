"""Parts of speech (Penn Treebank tags): an averaged perceptron over word forms and neighbours.

Rules:
- A word form that the training text or en/word_tags.txt knows with one tag alone has it; only the others are decided by
  context.
- A word in a title set all in capitals, or capitalised word by word, is looked at in lower case too.
- The weights are whole numbers, summed in a fixed order: the same words always get the same tags.

After Collins (2002) and Honnibal's greedy variant. The model is made by tools/train_tagger.py from UD English EWT
and GUM; en/tagger.LICENSE.txt names their licences.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from testigo.reading.forms import forms
from testigo.reading.repair import repair

_PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", ",": ",", ":": ":", ";": ":", "-": ":", "–": ":", "—": ":", "--": ":", "...": ":",
    "…": ":", "(": "-LRB-", "[": "-LRB-", "{": "-LRB-", ")": "-RRB-", "]": "-RRB-", "}": "-RRB-", "“": "``", "‘": "``",
    "«": "``", "”": "''", "’": "''", "»": "''", '"': "''", "'": "''", "%": "NN", "$": "$", "€": "$", "£": "$", "₩": "$",
    "¥": "$", "&": "CC", "/": ",", "#": "#", "*": "NFP", "•": "NFP", "'s": "POS", "’s": "POS", "to": "TO", "cannot": "MD", "alive": "JJ", "away": "RB",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Model:
    """A trained tagger. known: form -> its only tag; weights: feature -> its (tag number, weight) pairs."""

    tags: tuple[str, ...]
    known: dict[str, str]
    weights: dict[str, tuple[tuple[int, int], ...]]


def shape(word: str) -> str:
    """The outline of a word: capitals X, lower case x, digits d, other marks as they are; runs shortened to two."""
    out: list[str] = []
    for char in word[:12]:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out)


def features(words: list[str], lowers: list[str], at: int, one: str, two: str) -> list[str]:
    """What the tag of word `at` depends on. one, two: the tags of the two words before."""
    word, lower = words[at], lowers[at]
    before = lowers[at - 1] if at else "<"
    after = lowers[at + 1] if at + 1 < len(words) else ">"
    later = lowers[at + 2] if at + 2 < len(words) else ">"
    known = forms().get
    return [
        "b",
        "L" + known(lower, "?"),
        "M" + known(after, "?") + " " + one,
        "K" + known(lower, "?") + " " + one,
        "w" + lower,
        "s" + lower[-3:],
        "e" + lower[-2:],
        "p" + lower[:3],
        "h" + shape(word) + ("^" if at == 0 else ""),
        "1" + one,
        "2" + two + " " + one,
        "v" + before,
        "n" + after,
        "m" + later,
        "N" + after[-3:],
        "W" + one + " " + lower,
        "S" + one + " " + lower[-3:],
        "X" + lower + " " + after,
    ]


def tag(words: list[str]) -> list[str]:
    """One tag for each word of a sentence."""
    model, field = _model(), _of_the_field()
    if _shouting(words):
        words = [word.lower() for word in words]
    lowers = [word.lower() for word in words]
    tags: list[str] = []
    one = two = "<"
    for at, word in enumerate(words):
        found = _PUNCTUATION.get(word) or model.known.get(word) or field.get(lowers[at])
        if found is None:
            found = decide(model, features(words, lowers, at, one, two))
        if (
            at == 0
            and found in ("NN", "VB", "UH")
            and word[:1].isupper()
            and _is_unknown(model, word.lower())
        ):
            found = "NNP"  # a word that nobody knows at the head of a sentence is a name rather
        tags.append(found)
        two, one = one, found
    repair(words, tags)
    return tags


def _is_unknown(model: Model, lower: str) -> bool:
    """Whether no table has a word."""
    return lower.isalpha() and "w" + lower not in model.weights and lower not in _common()


@cache
def _common() -> frozenset[str]:
    """Every word of en/classes.txt and the pronouns that no text has often. A constant table."""
    text = files("testigo.reading.en").joinpath("classes.txt").read_text("utf-8")
    words = (
        word
        for line in text.splitlines()
        if not line.startswith("#")
        for word in line.partition(":")[2].split()
    )
    return frozenset(words) | {"nobody", "somebody", "anybody"}


def decide(model: Model, found: list[str]) -> str:
    """The tag with the highest sum of weights; of equal ones the first in the model's order."""
    scores = [0] * len(model.tags)
    known = model.weights.get
    for feature in found:
        for number, weight in known(feature, ()):
            scores[number] += weight
    return model.tags[scores.index(max(scores))]


def _shouting(words: list[str]) -> bool:
    """Whether a sentence is set all in capitals, so that capitals say nothing."""
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    return len(letters) > 3 and all(word.isupper() for word in letters)


@cache
def _model() -> Model:
    """The trained tables, read once: constants of this version."""
    raw = json.loads(files("testigo.reading.en").joinpath("tagger.json").read_text("utf-8"))
    return load(raw)


@cache
def _of_the_field() -> dict[str, str]:
    """Words of this kind of reporting that have one tag alone. A constant table."""
    found: dict[str, str] = {}
    for line in files("testigo.reading.en").joinpath("word_tags.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            mark, _, words = line.partition(": ")
            found.update(dict.fromkeys(words.split(), mark))
    return found


def load(raw: dict[str, Any]) -> Model:
    """A model from its JSON form: {"tags": [...], "known": {tag: "form form"}, "weights": {feature: "tag weight ..."}}."""
    known: dict[str, str] = {}
    weights: dict[str, tuple[tuple[int, int], ...]] = {}
    for mark, words in raw["known"].items():
        known.update(dict.fromkeys(words.split(" "), mark))
    for feature, text in raw["weights"].items():
        numbers = text.split(" ")
        weights[feature] = tuple(zip(map(int, numbers[::2]), map(int, numbers[1::2]), strict=True))
    return Model(tuple(raw["tags"]), known, weights)
