"""Keys of names: two persons whose keys meet may bear one name.

Rules:
- names: whole names; parts: surnames, and names of one word; sounds: consonants, for names that are not Korean.
- script: h for Hangul, l for others, "" without a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from testigo.linking.described import Traits
from testigo.linking.same_person import parts_of
from testigo.linking.spelt import consonants, folded, is_hangul


@dataclass(frozen=True, slots=True)
class NameKeys:
    """See the rules of the module."""

    names: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    script: str = ""


def keys_of(traits: Traits) -> NameKeys:
    """The keys of a person's names."""
    return _keys(traits.names, traits.surnames)


@lru_cache(maxsize=100_000)
def _keys(names: tuple[str, ...], surnames: tuple[str, ...]) -> NameKeys:
    traits = Traits(names, surnames)
    sounds = {s for n in (*names, *surnames) if len(s := consonants(n)) > 2}
    script = "" if not traits.named else "h" if any(map(is_hangul, (*names, *surnames))) else "l"
    return NameKeys(frozenset(folded(n) for n in names), parts_of(traits), frozenset(sounds), script)


def rarity_of(traits: Traits) -> int:
    """How rare the rarest whole name is, in bits: 11 is one in two thousand. 0 without a whole name."""
    return 11 if traits.names else 0
