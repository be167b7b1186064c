"""Given names, from letters back to Hangul: two syllables apart, or joined without a gap.

Rules:
- A joined given name ("Irhwan", "Chullyong") is parted wherever both halves read, and where the sounds at the joint
  have changed each other (`JOINTS`): rh is ㄹ before ㅎ, ll is ㄴ or ㄹ before ㄹ, r before a vowel is ㄹ.
- Both syllables are written in one way (styles.Style) and in one manner (`Manner`).
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from functools import lru_cache

from testigo.linking.styles import parts
from testigo.linking.syllables import Readings, Weights, syllable_readings, table_readings

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
    return _together(_in_manner(first, heads, manner), _in_manner(last, tails, manner))


def _together(heads: Readings, tails: Readings) -> Readings:
    """Two syllables, both in one way of writing."""
    found: Readings = {}
    for a, (p, q, r, s, t) in heads.items():
        for b, (v, w, x, y, z) in tails.items():
            product = (p * v, q * w, r * x, s * y, t * z)
            if any(product):
                found[a + b] = product
    return found


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
    halves = _halves(letters)
    return _joined(letters, halves, table_readings, manner) or _joined(
        letters, halves, syllable_readings, manner
    )


def _joined(
    letters: str, halves: list[tuple[str, str]], plainly: Callable[..., Readings], manner: Manner
) -> Readings:
    def read(spelling: str, *, later: bool) -> Readings:
        return _in_manner(spelling, plainly(spelling, later=later), manner)

    found: Readings = dict(read(letters, later=False))
    for first, last in halves:
        heads = read(first, later=False)
        tails = read(last, later=True) if heads else {}
        for hangul, weights in _together(heads, tails).items() if tails else ():
            kept = found.get(hangul)
            found[hangul] = weights if kept is None else _best(kept, weights)
    return found


def _best(one: Weights, other: Weights) -> Weights:
    a, b, c, d, e = map(max, one, other)
    return a, b, c, d, e


_JOINT_STARTS = frozenset(written[0] for written in JOINTS)


def _halves(letters: str) -> list[tuple[str, str]]:
    """Every way to part the letters in two syllables, plainly and where the joint has changed."""
    halves = [(letters[:cut], letters[cut:]) for cut in range(1, len(letters))]
    for cut in range(1, len(letters) - 1):
        if letters[cut] not in _JOINT_STARTS:
            continue
        for written, apart in JOINTS.items():
            if letters.startswith(written, cut):
                halves += [(letters[:cut] + a, b + letters[cut + len(written) :]) for a, b in apart]
    return halves
