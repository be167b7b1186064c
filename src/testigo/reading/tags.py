"""Parts of speech (Penn Treebank tags): what is sure of a word, what the perceptron decides, what the rules mend.

Rules:
- A word form that the training text or en/word_tags.txt knows with one tag alone has it; only the others are decided by
  context.
- A word in a title set all in capitals, or capitalised word by word, is looked at in lower case too.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from testigo.data import files
from testigo.made import kept
from testigo.reading.forms import forms
from testigo.reading.lists import wordset
from testigo.reading.modal_rows import modal_rows
from testigo.reading.perceptron import Model, decide, load, near
from testigo.reading.repair import repair
from testigo.reading.subject_tags import subject_tags

_PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", ",": ",", ":": ":", ";": ":", "-": ":", "–": ":", "—": ":", "--": ":", "...": ":",
    "…": ":", "(": "-LRB-", "[": "-LRB-", "{": "-LRB-", ")": "-RRB-", "]": "-RRB-", "}": "-RRB-", "“": "``", "‘": "``",
    "«": "``", "”": "''", "’": "''", "»": "''", '"': "''", "'": "''", "%": "NN", "$": "$", "€": "$", "£": "$", "₩": "$",
    "¥": "$", "&": "CC", "/": ",", "#": "#", "*": "NFP", "•": "NFP", "'s": "POS", "’s": "POS", "to": "TO", "cannot": "MD", "alive": "JJ", "away": "RB",
}  # fmt: skip


def tag(words: list[str], lowers: list[str]) -> list[str]:
    """One tag for each word of a sentence. lowers: the words in lower case."""
    model = _model()
    if _shouting(words):
        words = lowers
    elif _titled(words):
        words = [lower if _is_common(model, lower) else words[at] for at, lower in enumerate(lowers)]
    about = near(model, lowers)
    tags: list[str] = []
    one = two = "<"
    for at, word in enumerate(words):
        found = _MET.get(word)
        if found is None:
            found = _met(word, lowers[at])
        if not found:
            found = decide(model, words, about, at, one, two)
        if found in _CLOSED and lowers[at] in _SAME_IN_THE_PAST:
            found = "VBD"  # "that soldiers beat her": never a preposition
        if found == "PRP" and lowers[at] not in _PRONOUNS and lowers[at].isalpha():
            found = "NN"  # "The communications ministry": no other word is a pronoun
        if at == 0 and found in ("NN", "VB", "UH") and word[:1].isupper() and _is_unknown(model, lowers[0]):
            found = "NNP"  # a word that nobody knows at the head of a sentence is a name rather
        if at == 0 and found == "JJ" and word[:1].isupper() and lowers[1:2] and lowers[1] in _NAMED_ONES:
            found = "NNP" if _is_unknown(model, lowers[0]) else found  # "Kovan faces charges"
        one_of_them = at == 0 and found == "NNS" and word[:1].isupper() and lowers[1:2] and lowers[1] in _ONE
        if one_of_them and _is_unknown(model, lowers[0]):
            found = "NNP"  # "Robles was arrested"
        if at == 0 and found == "NNP" and lowers[0] in _PEOPLE and words[1:2] and words[1].islower():
            found = "NNS"  # "Children under 16 may not attend"
        if found == "." and word[:1].isalpha():
            found = "NN"  # "at 9 p.m." at the end
        tags.append(found)
        two, one = one, found
    repair(words, lowers, tags)
    subject_tags(words, lowers, tags)
    modal_rows(lowers, tags)
    return tags


_ONE = frozenset(("was", "is", "has", "says", "does", "himself", "herself", "wasn't", "isn't"))
_NAMED_ONES = _ONE | {"faces", "faced", "had", "said", "told", "fled", "died"}
_CLOSED = frozenset(("IN", "DT", "PRP", "PRP$", "CC", "MD", "WDT", "EX"))
_SAME_IN_THE_PAST = wordset("beat hit cut shut put hurt shed cast split spread burst quit")
_PRONOUNS = wordset(
    "i you he she it we they me him her us them one mine yours his hers its ours theirs myself yourself himself herself"
    " itself oneself ourselves yourselves themselves themself ya em thee thou ye u s"
)
_PEOPLE = wordset("children women men people girls boys")
_MET: dict[str, str] = {}  # the only tag of words, or "": the same in every text, thrown away when too many
_MOST = 1 << 15
_SHORT = 40


def _met(word: str, lower: str) -> str:
    """The only tag that the tables have of a word, or ""."""
    found = _sure().get(word) or _of_the_field().get(lower) or ""
    if len(word) <= _SHORT:
        if len(_MET) >= _MOST:
            _MET.clear()
        _MET[word] = found
    return found


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


def _shouting(words: list[str]) -> bool:
    """Whether a sentence is set all in capitals, so that capitals say nothing."""
    count = 0
    for word in words:
        if len(word) > 1 and word.isalpha():
            if not word.isupper():
                return False
            count += 1
    return count > 3


def _titled(words: list[str]) -> bool:
    """Whether a line without full stop has a capital on nearly every long word: a title."""
    if words[-1] in (".", "!", "”", '"'):
        return False
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


_IN_NAMES = wordset("north south east west new united republic korea people")


def _is_common(model: Model, lower: str) -> bool:
    """Whether a word of a title is no name: the tagger, the lexicon or the tables have it in lower case."""
    if lower in _IN_NAMES:
        return False
    return lower in model.known or "w" + lower in model.weights or lower in forms() or lower in _common()


@cache
def _model() -> Model:
    """The trained tables, read once: constants of this version."""
    return load(_trained())


@kept("tagger")
def _trained() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(files("testigo.reading.en").joinpath("tagger.json").read_text("utf-8"))
    return raw


@cache
def _sure() -> dict[str, str]:
    """Marks, and word forms that the training text has with one tag alone. A constant table."""
    return {**_model().known, **_PUNCTUATION}


@cache
def _of_the_field() -> dict[str, str]:
    """Words of this kind of reporting that have one tag alone. A constant table."""
    found: dict[str, str] = {}
    for line in files("testigo.reading.en").joinpath("word_tags.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            mark, _, words = line.partition(": ")
            found.update(dict.fromkeys(words.split(), mark))
    return found
