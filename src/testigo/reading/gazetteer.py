"""Looking up names in a sentence: one index from the folded first word to every name that begins with it.

Rules:
- Case, accents, apostrophes, hyphens and spaces do not count ("P'yŏngyang", "Nammun dong").
- At each word the longest name wins; names do not overlap.
- The work is linear in the length of the text, whatever the number of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from functools import lru_cache

from testigo.reading.tokens import Sentence
from testigo.reference.folding import fold
from testigo.value import value

_OWNED = re.compile(r"['’]s$")
_POSSESSIVE = frozenset({"'s", "’s"})
_SPLIT = re.compile(r"[\s\-‐‑]+")


@value
class Hit:
    """A name found: tokens first to last (half open) of the sentence, and the entries it may stand for."""

    first: int
    last: int
    entries: tuple[str, ...]


@value
class Gazetteer:
    """An index of names. starts: folded first word to the most words a name has after it; names: folded name to entries;
    met: words that were asked for, with the same, 0 where no name begins with one.
    """

    starts: dict[str, int]
    names: dict[str, tuple[str, ...]]
    met: dict[str, int] = field(default_factory=dict, repr=False)

    def scan(self, sentence: Sentence, first: int = 0, last: int | None = None) -> list[Hit]:
        """The names in the sentence, or in its tokens first to last (half open), in order."""
        lowers, names, met = sentence.lowers, self.names, self.met
        hits: list[Hit] = []
        at, total = first, len(lowers) if last is None else last
        keys = _KEYS
        while at < total:
            longest = met.get(lowers[at])
            if longest is None:
                longest = self._meet(lowers[at])
            if not longest:
                at += 1
                continue
            hit = None
            name = keys.get(lowers[at]) or _key(lowers[at])
            for end in range(at + 1, min(total, at + longest) + 1):
                if end > at + 1:
                    more = keys.get(lowers[end - 1])
                    if more is None:
                        more = _key(lowers[end - 1])
                    if not more:  # a mark belongs to no name's end
                        continue
                    name += more
                entries = names.get(name)
                if entries is not None and lowers[end - 1] not in _POSSESSIVE:
                    hit = Hit(at, end, entries)
            if hit is not None:
                hits.append(hit)
            at = hit.last if hit is not None else at + 1
        return hits

    def _meet(self, lower: str) -> int:
        """The most words that a name has after this one; 0 where none begins with it."""
        if len(self.met) >= _MOST:
            self.met.clear()
        longest = self.met[lower] = self.starts.get(_key(lower), 0)
        return longest


def _key(lower: str) -> str:
    if len(_KEYS) >= _MOST:
        _KEYS.clear()
    key = _KEYS[lower] = lower if lower.isalpha() and lower.isascii() else fold(lower, unit=False)
    return key


_KEYS: dict[str, str] = {}  # words as they are looked up: the same for every text, thrown away when too many
_MOST = 1 << 15


@lru_cache(maxsize=1 << 14)
def _folded(name: str) -> str:
    """A name or a part of one as it is looked up."""
    return fold(name, unit=False)


Index = tuple[dict[str, int], dict[str, tuple[str, ...]]]  # the two parts of a gazetteer, as they are kept


def indexed(entries: Iterable[tuple[str, str]]) -> Index:
    """The index of (name, entry) pairs; a name may have several entries, kept in the order given."""
    names: dict[str, dict[str, None]] = {}
    starts: dict[str, int] = {}
    for name, entry in entries:
        key = _folded(name)
        if not key:
            continue
        known = names.get(key)
        if known is None:
            names[key] = {entry: None}
        else:
            known[entry] = None
        pieces = [piece for piece in _SPLIT.split(name) if _folded(piece)]
        if len(pieces) == 1 and name[-1] != "s":
            firsts = {key}
        else:
            spaced = [piece for piece in name.split() if _folded(piece)]
            firsts = {_folded(piece) for piece in (pieces[0], spaced[0], _OWNED.sub("", spaced[0]))}
        for first in firsts:
            starts[first] = max(starts.get(first, 0), len(pieces) + 2)
    return starts, {key: tuple(found) for key, found in names.items()}
