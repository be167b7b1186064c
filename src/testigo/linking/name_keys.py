"""Keys of names: two persons whose keys meet may bear one name.

Rules:
- names: the Hangul names that a whole name can stand for (names.py says what meeting tells), and the name as written.
- parts: surnames, and names of one word. A Korean name comes back by its surname alone, never by its given name.
- sounds: consonants, for names that are not Korean and stand in Hangul in one report and in Latin letters in another.
- alike: names of which letters alone may say that they are one (a breve lost, the words in another order, a word more).
- script: h for Hangul, l for others, "" without a name. bits: how rare the whole name is: 11 is one in two thousand.
- usual: whether the surname is one of those that one in twenty-five or more bear.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from testigo.linking.described import Traits
from testigo.linking.korean_names import read_korean, without_breves
from testigo.linking.korean_parts import Korean
from testigo.linking.name_shares import surname_frequency
from testigo.linking.other_names import rewritten
from testigo.linking.same_person import parts_of
from testigo.linking.spelt import consonants, folded, is_hangul
from testigo.linking.written import written

FAINT, USUAL, MOST = 0.02, 0.04, 16
"""Share of the best reading below which one is passed over; how common a usual surname is; readings kept."""
UNKNOWN_BITS = 11
_BREATHS = str.maketrans(dict.fromkeys("\u02bb\u02bc\u2018\u2019\u0060\u00b4", "'"))
"""Signs that stand for the breath of ch' and k'."""


@dataclass(frozen=True, slots=True)
class NameKeys:
    """See the rules of the module."""

    names: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()
    script: str = ""
    bits: int = 0
    usual: bool = False


def keys_of(traits: Traits) -> NameKeys:
    """The keys of a person's names."""
    return _keys(traits.names, traits.surnames) if traits.named else _NAMELESS


_NAMELESS = NameKeys()


@lru_cache(maxsize=200_000)
def _keys(as_names: tuple[str, ...], as_surnames: tuple[str, ...]) -> NameKeys:
    names = tuple(n.translate(_BREATHS) for n in as_names)
    surnames = tuple(n.translate(_BREATHS) for n in as_surnames)
    found: list[NameKeys] = [_whole(name) for name in names] + [_surname(name) for name in surnames]
    return NameKeys(
        frozenset().union(*(k.names for k in found)), frozenset().union(*(k.parts for k in found)),
        frozenset().union(*(k.sounds for k in found)), frozenset().union(*(k.alike for k in found)),
        "h" if any(map(is_hangul, (*names, *surnames))) else "l",
        max(k.bits for k in found), any(k.usual for k in found),
    )  # fmt: skip


def _whole(name: str) -> NameKeys:
    korean = read_korean(written(name))
    whole = korean.whole if korean else None
    if korean is None or whole is None:
        return _other(Traits(names=(name,)), UNKNOWN_BITS)
    fits = whole.fits
    best = max(fits.values())  # the best of all may be none of those that stayed
    near = [h for h in fits if fits[h] >= FAINT * whole.best] or [h for h in fits if fits[h] >= FAINT * best]
    likely = sorted(near, key=lambda h: (-whole.joint[h], h))[:MOST]
    keys = frozenset(h.replace("\t", "") for h in likely) | {folded(name)}
    share = max(whole.joint[h] / fits[h] for h in likely)
    bare = frozenset(f"b:{without_breves(h)}" for h in keys if is_hangul(h))
    bits = round(-math.log2(max(share, 1e-9)))
    return NameKeys(keys, _surnames(korean), alike=bare, bits=bits, usual=_is_usual(korean))


def _surname(name: str) -> NameKeys:
    korean = read_korean(written(f"{name}씨" if is_hangul(name) else f"surnamed {name}"))
    if korean is None or korean.surname is None or (is_hangul(name) and len(name) > 2):
        return _other(Traits(surnames=(name,)), 0)
    return NameKeys(parts=_surnames(korean) | {folded(name)}, usual=_is_usual(korean))


def _surnames(korean: Korean) -> frozenset[str]:
    part = korean.surname
    return (
        frozenset(f"s:{h}" for h in part.fits if part.fits[h] >= FAINT * part.best) if part else frozenset()
    )


def _is_usual(korean: Korean) -> bool:
    return korean.surname is not None and max(map(surname_frequency, korean.surname.fits)) >= USUAL


def _other(traits: Traits, bits: int) -> NameKeys:
    """A name that does not read as Korean."""
    sounds = frozenset(s for n in (*traits.names, *traits.surnames) if len(s := consonants(n)) > 2)
    alike = frozenset(key for n in traits.names for key in _in_any_order(n))
    return NameKeys(frozenset(folded(n) for n in traits.names), parts_of(traits), sounds, alike, bits=bits)


def _in_any_order(name: str) -> list[str]:
    """Each two words of a name by their consonants, in whatever order: "Bekele Abebe" and "Abebe Bekele" meet."""
    words = sorted({c for word in rewritten(written(name)) if (c := consonants(word))})[:5]
    return [f"w:{one}.{other}" for one, other in combinations(words, 2)]


def rarity_of(traits: Traits) -> int:
    """How rare the rarest whole name is, in bits. 0 without a whole name."""
    return keys_of(traits).bits if traits.names else 0
