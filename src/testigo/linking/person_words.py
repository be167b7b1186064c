"""The lists of person_words.txt: by which words a phrase is known to speak of a person, and which are no names."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def lists() -> dict[str, tuple[str, ...]]:
    """The words of person_words.txt by kind, in the order of the file. A constant table."""
    text = resources.files("testigo.linking").joinpath("person_words.txt").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for kind, *words in (line.split() for line in text.splitlines() if line and not line.startswith("#")):
        found[kind] = (*found.get(kind, ()), *words)
    return found


def same_work() -> list[list[str]]:
    """Korean words for work with the English word that they are compared by."""
    text = resources.files("testigo.linking").joinpath("person_words.txt").read_text("utf-8")
    return [line.split()[1:] for line in text.splitlines() if line.startswith("work ")]


@lru_cache(maxsize=64)
def word_list(kind: str) -> frozenset[str]:
    """The words of a kind."""
    return frozenset(lists()[kind])
