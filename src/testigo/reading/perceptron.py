"""The trained part of the tagger: an averaged perceptron over word forms and neighbours, with weights in whole numbers.

Rules:
- Each feature has one whole number, in which each tag has a lane of 16 bits: one addition adds the weights of all tags.
- Features that hang on a word alone, or on a word and one tag, are added up once and kept (`Sums`, `Near`); what is kept is
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
_FEW = 1 << 9  # words after one word


@value
class Near:
    """What a lower-case word adds to the sums of the words about it and to its own.

    before, later: the lanes that it gives the word after it, with the model's middle, and the one before the word before it;
    led: its own lanes, by the tag before it; plain: the same with those of the word alone, in lower case;
    ahead: those that it gives the word before it, by the tag before that one; pairs: those of it and the word after it.
    """

    lower: str
    before: int
    later: int
    led: dict[str, int] = field(default_factory=dict)
    plain: dict[str, int] = field(default_factory=dict)
    ahead: dict[str, int] = field(default_factory=dict)
    pairs: dict[str, int] = field(default_factory=dict)


@value
class Sums:
    """What is kept between words: the lanes of a feature, of a word, of a first word, of two tags; what words add."""

    features: dict[str, int] = field(default_factory=dict)
    own: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    led: dict[str, dict[str, int]] = field(default_factory=dict)
    near: dict[str, Near] = field(default_factory=dict)


@value
class Model:
    """A trained tagger.

    known: form -> its only tag; weights: feature -> "tag-number weight tag-number weight ...";
    lanes, size, middle: how a sum is taken apart, its bytes, and what is added before so that no lane is below nought.
    """

    tags: tuple[str, ...]
    known: dict[str, str]
    weights: dict[str, str]
    lanes: Struct
    size: int
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


def near(model: Model, lowers: list[str]) -> list[Near]:
    """What each word of a sentence adds, with one for the edge before and two for the edge behind."""
    kept = model.sums.near
    if len(kept) >= _MOST:
        kept.clear()
    found: list[Near] = []
    for lower in ("<", *lowers, ">", ">"):
        here = kept.get(lower)
        if here is None:
            before = model.middle + _sum(model, ["v" + lower])
            here = kept[lower] = Near(lower, before, _sum(model, ["m" + lower]))
        found.append(here)
    return found


def decide(model: Model, words: list[str], about: list[Near], at: int, one: str, two: str) -> str:
    """The tag of word `at` with the highest sum of weights. about: of `near`; one, two: the tags of the two words before."""
    sums, word, here, after = model.sums, words[at], about[at + 1], about[at + 2]
    if at and word == here.lower:
        led = here.plain.get(one)
        if led is None:
            led = _kept(model, here.plain, one, _own(word, word, first=False) + _led(word, one))
    else:
        kept = sums.own if at else sums.first
        own = kept.get(word)
        if own is None:
            own = _kept(model, kept, word, _own(word, here.lower, first=not at))
        led = here.led.get(one)
        if led is None:
            led = _kept(model, here.led, one, _led(here.lower, one))
        led += own
    ahead = after.ahead.get(one)
    if ahead is None:
        ahead = _kept(model, after.ahead, one, _ahead(after.lower, one))
    tags = sums.led.get(one)
    if tags is None:
        tags = sums.led[one] = {}
    both = tags.get(two)
    if both is None:
        both = _kept(model, tags, two, ["2" + two + " " + one])
    pair = here.pairs.get(after.lower)
    if pair is None:
        if len(here.pairs) >= _FEW:
            here.pairs.clear()
        pair = _kept(model, here.pairs, after.lower, ["X" + here.lower + " " + after.lower])
    return _highest(model, led + ahead + both + pair + about[at].before + about[at + 3].later)


def best(model: Model, total: int) -> str:
    """The tag of the highest lane; of equal ones the first in the model's order."""
    return _highest(model, total + model.middle)


def _highest(model: Model, total: int) -> str:
    """The same of a sum with the model's middle in it."""
    lanes = total.to_bytes(model.size, "little")
    if _IS_SOURCE:
        scores = model.lanes.unpack(lanes)
        return model.tags[scores.index(max(scores))]
    best, upper, lower = 0, -1, -1
    for at in range(0, len(lanes), 2):  # in machine code quicker than making a number of each lane
        high = lanes[at + 1]
        if high >= upper and (high > upper or lanes[at] > lower):
            best, upper, lower = at, high, lanes[at]
    return model.tags[best // 2]


_IS_SOURCE = __file__.endswith(".py")


def _kept(model: Model, kept: dict[str, int], key: str, found: list[str]) -> int:
    """The lanes of several features together, kept under a key."""
    if len(kept) >= _MOST:
        kept.clear()
    total = kept[key] = _sum(model, found)
    return total


def _sum(model: Model, found: list[str]) -> int:
    """The lanes of several features together."""
    return sum(_lanes(model, feature) for feature in found if feature in model.weights)


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
    return Model(tuple(raw["tags"]), known, raw["weights"], Struct(f"<{count}H"), 2 * count, middle)
