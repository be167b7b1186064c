"""The trained part of the tagger: an averaged perceptron over word forms and neighbours, with weights in whole numbers.

Rules:
- Each feature has one whole number, in which each tag has a lane of 16 bits: one addition adds the weights of all tags.
- Features that hang on a word alone, or on a word and one tag, are added up once and kept (`Sums`); what is kept is
  thrown away whole when there is too much of it, so that a long text costs no more memory than a short one.
- Of equal sums the tag that stands first in the model's order is taken: the same words always get the same tags.

After Collins (2002) and Honnibal's greedy variant. The model is made by tools/train_tagger.py from UD English EWT
and GUM; en/tagger.LICENSE.txt names their licences.
"""

from __future__ import annotations

from dataclasses import field
from struct import Struct
from typing import Any

from testigo.reading.forms import forms
from testigo.value import value

_LANE = 16
_MIDDLE = 1 << 15  # what a lane holds where the weights add up to nothing: no sum of weights comes near it
_MOST = 1 << 15

Key = tuple[str, str] | tuple[str, bool]


@value
class Sums:
    """What is kept between words: the lanes of a feature, of a word, of a word after a tag, of a tag before a word."""

    features: dict[str, int] = field(default_factory=dict)
    own: dict[Key, int] = field(default_factory=dict)
    led: dict[Key, int] = field(default_factory=dict)
    ahead: dict[Key, int] = field(default_factory=dict)


@value
class Model:
    """A trained tagger.

    known: form -> its only tag; weights: feature -> "tag-number weight tag-number weight ...";
    lanes, middle: how a sum is taken apart, and what is added before so that no lane is below nought.
    """

    tags: tuple[str, ...]
    known: dict[str, str]
    weights: dict[str, str]
    lanes: Struct
    middle: int
    sums: Sums = field(default_factory=Sums, repr=False)


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
    lower, after = lowers[at], lowers[at + 1] if at + 1 < len(words) else ">"
    return [
        *_own(words[at], lower, first=at == 0),
        *_led(lower, one),
        *_ahead(after, one),
        *_around(lowers, at, one, two, after),
    ]


def _own(word: str, lower: str, *, first: bool) -> list[str]:
    """What hangs on the word alone."""
    return [
        "b", "L" + forms().get(lower, "?"), "w" + lower, "s" + lower[-3:], "e" + lower[-2:], "p" + lower[:3],
        "h" + shape(word) + ("^" if first else ""),
    ]  # fmt: skip


def _led(lower: str, one: str) -> list[str]:
    """What hangs on the word and the tag before it."""
    return [
        "1" + one,
        "K" + forms().get(lower, "?") + " " + one,
        "W" + one + " " + lower,
        "S" + one + " " + lower[-3:],
    ]


def _ahead(after: str, one: str) -> list[str]:
    """What hangs on the word after and the tag before."""
    return ["M" + forms().get(after, "?") + " " + one, "n" + after, "N" + after[-3:]]


def _around(lowers: list[str], at: int, one: str, two: str, after: str) -> tuple[str, str, str, str]:
    """What hangs on the two tags before, the word before, the word after next, and the word with the one after."""
    before = lowers[at - 1] if at else "<"
    later = lowers[at + 2] if at + 2 < len(lowers) else ">"
    return "2" + two + " " + one, "v" + before, "m" + later, "X" + lowers[at] + " " + after


def decide(model: Model, words: list[str], lowers: list[str], at: int, one: str, two: str) -> str:
    """The tag of word `at` with the highest sum of weights. one, two: the tags of the two words before."""
    sums, word, lower = model.sums, words[at], lowers[at]
    after = lowers[at + 1] if at + 1 < len(words) else ">"
    own = sums.own.get((word, not at))
    if own is None:
        own = _kept(model, sums.own, (word, not at), _own(word, lower, first=not at))
    led = sums.led.get((lower, one))
    if led is None:
        led = _kept(model, sums.led, (lower, one), _led(lower, one))
    ahead = sums.ahead.get((after, one))
    if ahead is None:
        ahead = _kept(model, sums.ahead, (after, one), _ahead(after, one))
    total = own + led + ahead
    for feature in _around(lowers, at, one, two, after):
        lanes = sums.features.get(feature)
        if lanes is not None:
            total += lanes
        elif feature in model.weights:
            total += _lanes(model, feature)
    return best(model, total)


def best(model: Model, total: int) -> str:
    """The tag of the highest lane; of equal ones the first in the model's order."""
    scores = model.lanes.unpack((total + model.middle).to_bytes(model.lanes.size, "little"))
    return model.tags[scores.index(max(scores))]


def _kept(model: Model, kept: dict[Key, int], key: Key, found: list[str]) -> int:
    """The lanes of several features together, kept under a key."""
    if len(kept) >= _MOST:
        kept.clear()
    total = kept[key] = sum(_lanes(model, feature) for feature in found if feature in model.weights)
    return total


def _lanes(model: Model, feature: str) -> int:
    """The lanes of a feature that the model has; read from its text when first asked for."""
    found = model.sums.features.get(feature)
    if found is None:
        numbers = [int(number) for number in model.weights[feature].split(" ")]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        found = model.sums.features[feature] = sum(weight << _LANE * number for number, weight in pairs)
    return found


def load(raw: dict[str, Any]) -> Model:
    """A model from its JSON form: {"tags": [...], "known": {tag: "form form"}, "weights": {feature: "tag weight ..."}}."""
    known: dict[str, str] = {}
    for mark, words in raw["known"].items():
        known.update(dict.fromkeys(words.split(" "), mark))
    count = len(raw["tags"])
    middle = sum(_MIDDLE << _LANE * number for number in range(count))
    return Model(tuple(raw["tags"]), known, raw["weights"], Struct(f"<{count}H"), middle)
