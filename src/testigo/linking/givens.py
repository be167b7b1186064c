"""Given names, from letters back to Hangul: two syllables apart, or joined without a gap.

Rules:
- A given name is kept as what its first and its last syllable can stand for (`Halves`); nobody multiplies them out until
  the surname is known, since most products are too faint to keep.
- A joined given name ("Irhwan", "Chullyong") is parted wherever both halves read, and where the sounds at the joint
  have changed each other (`JOINTS`): rh is ㄹ before ㅎ, ll is ㄴ or ㄹ before ㄹ, r before a vowel is ㄹ.
- Both syllables are written in one way (styles.Style) and in one manner (`Manner`).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from functools import lru_cache

from testigo.linking.name_shares import given_frequency, halves_frequency
from testigo.linking.styles import parts
from testigo.linking.syllables import (
    NONE,
    Readings,
    Weights,
    by_habit,
    syllable_readings,
    syllable_weights,
    table_syllables,
)

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


class Manner(enum.IntEnum):
    """How a name as a whole writes its vowels: what it does once it does throughout.

    MIXED: each part by another way of writing. BREVES: it has breves, so that an o or u without one is ㅗ or ㅜ. EO: it writes "eo", and hardly writes ㅓ as o as well.
    """

    ANY = enum.auto()
    MIXED = enum.auto()
    BREVES = enum.auto()
    EO = enum.auto()


Option = tuple[str, float, float, float, float, float, float, float]
"""Hangul, how common it is (among women, among men; of a whole given name twice the same), and its weight in each way."""
Options = tuple[Option, ...]
Halves = tuple[tuple[Options, Options], ...]
"""First and last syllables of a given name, for each way to part its letters."""


@lru_cache(maxsize=1 << 14)
def syllable_options(spelling: str, manner: Manner, later: bool) -> Options:
    """What a syllable can stand for as the first or the last of two."""
    return _options(_in_manner(spelling, syllable_readings(spelling, later=later), manner), later=later)


def _options(readings: Readings, *, later: bool) -> Options:
    return tuple(
        (hangul, *halves_frequency(hangul, later=later), *weights) for hangul, weights in readings.items()
    )


def apart(first: str, last: str, manner: Manner) -> Halves:
    """The given name of two syllables written apart."""
    heads, tails = syllable_options(first, manner, False), syllable_options(last, manner, True)
    return ((heads, tails),) if heads and tails else ()


@lru_cache(maxsize=1 << 16)
def joined(letters: str, manner: Manner) -> tuple[Options, Halves]:
    """The given names of one syllable and of two that letters without a gap can stand for.

    Syllables of the tables first; odd spellings and any others only where those do not read.
    """
    firsts, laters = table_syllables(later=False), table_syllables(later=True)
    found = []
    for cut in range(1, len(letters)):
        first, last = letters[:cut], letters[cut:]
        if last in laters and first in firsts:
            found.append((syllable_options(first, manner, False), syllable_options(last, manner, True)))
        for written, parted in _JOINTS_BY_START.get(last[0], ()):
            if last.startswith(written) and len(last) > 1:
                rest = last[len(written) :]
                found += [
                    (
                        syllable_options(first + one, manner, False),
                        syllable_options(other + rest, manner, True),
                    )
                    for one, other in parted
                    if first + one in firsts and other + rest in laters
                ]
    alone = _alone(_in_manner(letters, firsts[letters], manner)) if letters in firsts else ()
    return (alone, tuple(found)) if alone or found else _oddly_joined(letters, manner)


def _oddly_joined(letters: str, manner: Manner) -> tuple[Options, Halves]:
    cut = [apart(first, last, manner) for first, last in _halves(letters)]
    alone = _alone(_in_manner(letters, syllable_readings(letters, later=False), manner))
    return alone, tuple(both for halves in cut for both in halves)


def _alone(readings: Readings) -> Options:
    """Given names of one syllable."""
    return tuple(
        (hangul, common := given_frequency(hangul), common, *weights) for hangul, weights in readings.items()
    )


def written_out(singles: Options, halves: Halves, shares: Iterable[float]) -> dict[str, float]:
    """How well each given name fits, all ways of writing together, each so common."""
    f, g, h, i, j = shares
    found = {o[0]: f * o[3] + g * o[4] + h * o[5] + i * o[6] + j * o[7] for o in singles}
    for heads, tails in halves:
        for a, _, _, p, q, r, s, t in heads:
            for b, _, _, v, w, x, y, z in tails:
                fit = f * p * v + g * q * w + h * r * x + i * s * y + j * t * z
                found[a + b] = max(found.get(a + b, 0.0), fit)
    return {given: fit for given, fit in found.items() if fit}


def given_weights(given: str, units: tuple[str, ...]) -> Weights:
    """How a given name in Hangul is written so, in each way: whatever its syllables, and however odd."""
    if len(given) == 1:
        return syllable_weights(given, units[0], later=False) if len(units) == 1 else NONE
    if len(given) != 2:
        return NONE
    best = NONE
    for first, last in (units,) if len(units) == 2 else _halves(units[0]):
        heads, tails = (
            syllable_weights(given[0], first, later=False),
            syllable_weights(given[1], last, later=True),
        )
        a, b, c, d, e = (max(old, x * y) for old, x, y in zip(best, heads, tails, strict=True))
        best = (a, b, c, d, e)
    return best


def _in_manner(spelling: str, readings: Readings, manner: Manner) -> Readings:
    """The readings of one syllable of a name that writes its vowels so."""
    if manner is Manner.ANY or (manner is Manner.EO and "eo" in spelling):
        return readings
    if manner is Manner.MIXED:
        return by_habit(readings)
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


_JOINTS_BY_START = {
    start: tuple((written, apart) for written, apart in JOINTS.items() if written[0] == start)
    for start in {written[0] for written in JOINTS}
}


def _halves(letters: str) -> list[tuple[str, str]]:
    """Every way to part the letters in two syllables, plainly and where the joint has changed."""
    halves = []
    for cut in range(1, len(letters)):
        first = letters[:cut]
        halves.append((first, letters[cut:]))
        for written, apart in _JOINTS_BY_START.get(letters[cut], ()):
            if letters.startswith(written, cut) and cut < len(letters) - 1:
                rest = letters[cut + len(written) :]
                halves += [(first + a, b + rest) for a, b in apart]
    return halves
