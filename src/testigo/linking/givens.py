"""Given names, from letters back to Hangul: two syllables apart, or joined without a gap.

Rules:
- A joined given name ("Irhwan", "Chullyong") is parted wherever both halves read, and where the sounds at the joint
  have changed each other (`JOINTS`): rh is ㄹ before ㅎ, ll is ㄴ or ㄹ before ㄹ, r before a vowel is ㄹ.
- Both syllables are written in one way (styles.Style) and in one manner (`Manner`).
"""

from __future__ import annotations

import enum
from collections.abc import Container
from functools import lru_cache

from testigo.linking.styles import parts
from testigo.linking.syllables import NONE, Readings, Weights, syllable_readings, table_syllables

JOINTS: dict[
    str, tuple[tuple[str, str], ...]
] = {  # what is written at the joint: last and first consonant, apart
    "rh": (("l", "h"),),
    "r": (("l", ""),),
    "ll": (("n", "r"), ("l", "r"), ("l", "n")),
    "ngn": (("k", "n"), ("k", "r"), ("ng", "r")),
    "ngm": (("k", "m"),),
    "mn": (("p", "n"), ("p", "r"), ("m", "r")),
    "mm": (("p", "m"),),
    "g": (("k", ""),),
    "b": (("p", ""),),
    "n'g": (("n", "g"),),
    "lch": (("l", "j"), ("l", "ch")),
    "lt": (("l", "d"),),
}


class Manner(enum.Enum):
    """How a name as a whole writes its vowels: what it does once it does throughout.

    BREVES: it has breves, so that an o or u without one is ㅗ or ㅜ. EO: it writes "eo", and hardly writes ㅓ as o as well.
    """

    ANY = enum.auto()
    BREVES = enum.auto()
    EO = enum.auto()


def pair_readings(first: str, last: str, manner: Manner = Manner.ANY) -> Readings:
    """The given names of two syllables written apart."""
    heads, tails = syllable_readings(first, later=False), syllable_readings(last, later=True)
    if manner is not Manner.ANY:
        heads, tails = _in_manner(first, heads, manner), _in_manner(last, tails, manner)
    found: Readings = {}
    _put_together(found, heads, tails)
    return found


def _put_together(found: Readings, heads: Readings, tails: Readings) -> None:
    """Add the names of two syllables, both in one way of writing; of two ways to part the letters the better one counts."""
    for a, (p, q, r, s, t) in heads.items():
        for b, (v, w, x, y, z) in tails.items():
            product = (p * v, q * w, r * x, s * y, t * z)
            if product != NONE:
                name = a + b
                kept = found.get(name)
                found[name] = product if kept is None else _best(kept, product)


def _in_manner(spelling: str, readings: Readings, manner: Manner) -> Readings:
    """The readings of one syllable of a name that writes its vowels so."""
    if manner is Manner.ANY or (manner is Manner.EO and "eo" in spelling):
        return readings
    change = _without_breve if manner is Manner.BREVES and {"ŏ", "ŭ"}.isdisjoint(spelling) else _with_breve
    if manner is Manner.EO:
        change = _beside_eo
    return {
        hangul: change(weights) if parts(hangul)[1] in "ㅓㅕㅝㅡㅢ" else weights
        for hangul, weights in readings.items()
    }


def _with_breve(weights: Weights) -> Weights:
    """In print DPRK spellings have no breves, as a rule; where one is written, it is not by chance."""
    return (min(1.0, 10 * weights[0]), *weights[1:])


def _without_breve(weights: Weights) -> Weights:
    return (0.0, *weights[1:])


def _beside_eo(weights: Weights) -> Weights:
    return (*weights[:4], 0.1 * weights[4])


@lru_cache(maxsize=65536)
def joined_readings(letters: str, manner: Manner = Manner.ANY) -> Readings:
    """The given names, of one syllable or two, that letters without a gap can stand for.

    Syllables of the tables first; odd spellings and any others only where those do not read.
    """
    firsts, laters = table_syllables(later=False), table_syllables(later=True)
    found = _in_manner(letters, firsts.get(letters, {}), manner).copy()
    for first, last in _halves(letters, firsts):
        if (tails := laters.get(last)) is not None:
            _put_together(found, _in_manner(first, firsts[first], manner), _in_manner(last, tails, manner))
    return found or _oddly_joined(letters, manner)


def _oddly_joined(letters: str, manner: Manner) -> Readings:
    found = _in_manner(letters, syllable_readings(letters, later=False), manner).copy()
    for first, last in _halves(letters, None):
        heads = syllable_readings(first, later=False)
        if heads and (tails := syllable_readings(last, later=True)):
            _put_together(found, _in_manner(first, heads, manner), _in_manner(last, tails, manner))
    return found


def _best(one: Weights, other: Weights) -> Weights:
    a, b, c, d, e = map(max, one, other)
    return a, b, c, d, e


_JOINTS_BY_START = {
    start: tuple((written, apart) for written, apart in JOINTS.items() if written[0] == start)
    for start in {written[0] for written in JOINTS}
}


def _halves(letters: str, firsts: Container[str] | None) -> list[tuple[str, str]]:
    """Every way to part the letters in two syllables, plainly and where the joint has changed.

    firsts: what the first half may be; None for anything.
    """
    halves = []
    for cut in range(1, len(letters)):
        first = letters[:cut]
        if firsts is None or first in firsts:
            halves.append((first, letters[cut:]))
        for written, apart in _JOINTS_BY_START.get(letters[cut], ()):
            if letters.startswith(written, cut) and cut < len(letters) - 1:
                rest = letters[cut + len(written) :]
                halves += [(first + a, b + rest) for a, b in apart if firsts is None or first + a in firsts]
    return halves
