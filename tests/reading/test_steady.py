"""What is passed over as steady is left alone by every rule that mends tags."""

from __future__ import annotations

import ast
import random
from functools import cache
from pathlib import Path

import pytest

from testigo.reading import repair, retag, ruling, settled, steady

MARKS = [
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "JJ",
    "JJR",
    "JJS",
    "RB",
    "RBR",
    "RBS",
    "VB",
    "VBD",
    "VBG",
    "VBN",
    "VBP",
    "VBZ",
    "MD",
    "TO",
    "IN",
    "DT",
    "PRP",
    "PRP$",
    "CD",
    "CC",
    "WDT",
    "WP",
    "EX",
    "RP",
    "UH",
    "POS",
    ",",
    ".",
    "``",
    "''",
]


MODULES = (repair, retag, ruling, settled)


def named_words() -> list[str]:
    """The words that a rule names beside its tags: "go" and "let" of `word == "go" and before in ("let", ...)`."""
    trees = [ast.parse(Path(module.__file__ or "").read_text("utf-8")) for module in MODULES]
    found = {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return sorted(word for word in found if word and word == word.lower() and " " not in word)


def listed_words() -> list[str]:
    """The words of the lists that rules ask, and some that none does."""
    lists = [named for module in (*MODULES, steady) for named in vars(module).values()]
    listed = {word for words in lists if isinstance(words, frozenset) for word in words}
    return [
        *sorted(word for word in listed if word == word.lower()),
        *["table", "greed", "quickly", "payment", "2,700"],
    ]


@cache
def some_sentences(seed: int) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Each pair of named words, and each listed word after a named one, in a row of any words with any tags."""
    rng = random.Random(seed)
    named, listed = named_words(), listed_words()
    pairs = [(one, two) for one in named for two in named]
    pairs += [(one, two) for two in listed for one in rng.sample(named, 12)]
    pairs += [(one, two) for one in listed for two in rng.sample(named, 6)]
    made = []
    for pair in pairs:
        lowers = (rng.choice(named), *pair, rng.choice(listed), rng.choice(named))
        made.append((lowers, tuple(rng.choice(MARKS) for _ in lowers)))
    return tuple(made)


@pytest.mark.parametrize("seed", range(2))
def test_no_rule_for_single_words_touches_a_word_that_is_right(seed: int) -> None:
    tried = 0
    for words, marks in some_sentences(seed):
        lowers, tags = list(words), list(marks)
        for at, mark in enumerate(tags):
            if not steady.is_right(lowers[at], mark):
                continue
            after = list(tags)
            given = (
                retag._superlative(lowers, after, at)
                or retag._money(lowers, after, at)
                or settled.settled(lowers, after, at)
                or retag._past(lowers, after, at)
                or retag._noun(lowers, after, at)
                or mark
            )
            assert (given, after) == (mark, tags), (lowers, tags, at)
            tried += 1
    assert tried > 10_000


@pytest.mark.parametrize("seed", range(2))
def test_no_rule_for_neighbours_touches_a_word_that_stays(seed: int) -> None:
    tried = 0
    for words, marks in some_sentences(seed):
        lowers, tags = list(words), list(marks)
        for at, mark in enumerate(tags):
            if not steady.stays(lowers, tags, at):
                continue
            after = list(tags)
            given = (
                repair._after_word(lowers, after, at)
                or repair._before_word(lowers, after, at)
                or repair._between(lowers, after, at)
                or ruling.ruling(lowers, after, at)
            )
            assert (given, after) == (mark, tags), (lowers, tags, at)
            tried += 1
    assert tried > 10_000
