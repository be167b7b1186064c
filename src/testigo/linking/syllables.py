"""From letters back to Hangul: which syllables and surnames a Latin spelling can stand for.

Rules:
- A reading is a Hangul string with one weight per way of writing (styles.Style); 0 where that way never writes it so.
- Syllables are those of the name tables (reference/name_frequencies.csv); a spelling that none of them has is tried
  against every possible syllable, so that a rare name can still be compared.
- In a spelling with breves, a plain o or u is ㅗ or ㅜ; with an apostrophe after one consonant, those without are plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from testigo.linking.name_shares import frequencies
from testigo.linking.styles import (
    ONSETS,
    STYLES,
    VOWELS,
    coda_spellings,
    onset_spellings,
    spellings,
    syllable,
    vowel_spellings,
)
from testigo.reference.tables import name_syllables

Weights = tuple[float, float, float, float, float]
Readings = dict[str, Weights]
NONE: Weights = (0.0, 0.0, 0.0, 0.0, 0.0)


def _add(one: Weights, other: Iterable[float]) -> Weights:
    a, b, c, d, e = (x + y for x, y in zip(one, other, strict=True))
    return a, b, c, d, e


# --- one syllable -------------------------------------------------------------------------------------------------


def _inverted(syllables: Iterable[str], *, later: bool) -> dict[str, Readings]:
    table: dict[str, Readings] = {}
    for hangul in syllables:
        for style in STYLES:
            for spelling, weight in spellings(hangul, style, later=later).items():
                readings = table.setdefault(spelling, {})
                one = [0.0] * len(STYLES)
                one[style] = weight
                readings[hangul] = _add(readings.get(hangul, NONE), one)
    return table


@lru_cache(maxsize=2)
def table_syllables(*, later: bool) -> dict[str, Readings]:
    """The syllables of the tables by how they are written, by rule or by the press's habit."""
    shares = frequencies()
    return _inverted(sorted({*shares["first"], *shares["last"], *shares["only"]}), later=later)


_SHAPE = re.compile(r"([b-df-hj-np-tvxz']{0,4})([wy]?[aeiouŏŭ]{1,3}(?:h$)?)([b-df-hj-np-tvxz']{0,3})")
"""First consonant, vowel and last consonant of one syllable in Latin letters."""


@lru_cache(maxsize=2)
def _letters(*, later: bool) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Which first consonants, vowels and last consonants may be written with some letters, in any way of writing."""
    firsts: dict[str, str] = {"sh": "ㅅ", "": "ㄹ", "n": "ㄹ"}
    vowels: dict[str, str] = {}
    lasts: dict[str, str] = {}
    for style in STYLES:
        for sign in (onset for onset in ONSETS if onset not in "ㄲㄸㅃㅆㅉ"):
            _write_down(firsts, sign, onset_spellings(sign, style, later=later))
        for sign in VOWELS:
            for onset in "ㅇㄱ":
                _write_down(vowels, sign, vowel_spellings(onset, sign, style))
        for sign in ("", *"ㄱㄴㄹㅁㅂㅇ"):
            _write_down(lasts, sign, coda_spellings(sign, style))
    return firsts, vowels, lasts


def _write_down(table: dict[str, str], sign: str, written: Iterable[str]) -> None:
    for letters in written:
        if sign not in table.setdefault(letters, ""):
            table[letters] += sign


def _possible(spelling: str, *, later: bool) -> Readings:
    """Any syllable at all that a spelling can stand for, whether a table of names has it or not."""
    shape = _SHAPE.fullmatch(spelling)
    if shape is None:
        return {}
    firsts, vowels, lasts = (
        table.get(part) for table, part in zip(_letters(later=later), shape.groups(), strict=True)
    )
    if firsts is None or vowels is None or lasts is None:
        return {}
    some = (syllable(a, b, c) for a in firsts for b in vowels for c in lasts or ("",))
    found = {hangul: syllable_weights(hangul, spelling, later=later) for hangul in some}
    return {hangul: weights for hangul, weights in found.items() if any(weights)}


def syllable_weights(hangul: str, spelling: str, *, later: bool) -> Weights:
    """How a syllable is written so, in each way of writing."""
    a, b, c, d, e = (spellings(hangul, style, later=later).get(spelling, 0.0) for style in STYLES)
    return a, b, c, d, e


@lru_cache(maxsize=1 << 14)
def syllable_readings(spelling: str, *, later: bool) -> Readings:
    """The syllables that a spelling of one syllable can stand for: known ones, odd spellings of them, or any at all."""
    known = table_syllables(later=later)
    if spelling in known:
        return known[spelling]
    softened = soften(spelling)
    if softened in known:
        return by_habit(known[softened])
    if not _SHAPE.fullmatch(spelling):
        return {}
    return _possible(spelling, later=later) or _possible(softened, later=later)


_SOFTENED = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^sh", "s"), (r"^tch", "ch"), (r"^v", "b"), (r"^wh", "hw"), (r"^c(?!h)", "k"), (r"^([bdgjkptrnl])h(?=[aeiou])", r"\1"), (r"(?<=[aeiou])h(?=$|[kmnpl])", ""),
        (r"(?<=[aeiou])(?:ck|gg|g|c)$", "k"), (r"b$", "p"), (r"([mnl])\1$", r"\1"), (r"(?<=[hkg])(?:ua|oa)", "wa"), (r"oa", "o"),
        (r"ai|ay|ea", "ae"), (r"he[iy]$", "hye"), (r"yi$", "i"), (r"euy$", "ui"), (r"yeu", "yeo"), (r"[iy]?ew$|iu", "yu"),
        (r"ee|ie", "i"), (r"oo|ou", "u"), (r"aa", "a"), (r"ia", "ya"), (r"(?<=[kg])wu(?=n)", "wo"),
    )
)  # fmt: skip
_ODD = re.compile("|".join(pattern.pattern.replace(r"\1", "[bdgjkptrnlmn]") for pattern, _ in _SOFTENED))
ODD = 0.3  # what is left of the weight of a spelling that no way of writing has


@lru_cache(maxsize=1 << 14)
def soften(spelling: str) -> str:
    """An odd spelling ("Shang", "Gah", "Sug", "Whan", "Hua") without what is odd about it."""
    if not _ODD.search(spelling):
        return spelling
    for pattern, to in _SOFTENED:
        spelling = pattern.sub(to, spelling)
    return spelling


def by_habit(readings: Readings) -> Readings:
    """The same readings, as if the press had written them."""
    return {hangul: (0.0, 0.0, 0.0, 0.0, ODD * max(weights)) for hangul, weights in readings.items()}


# --- surnames -----------------------------------------------------------------------------------------------------

_HABIT = (0.55, 0.25, 0.12, 0.08)  # of the spellings beside the rules, in the order of the table


@lru_cache(maxsize=1)
def surname_table() -> dict[str, Readings]:
    """The surnames of the tables by how they are written."""
    table: dict[str, Readings] = {}
    for row in name_syllables():
        if row.kind != "surname":
            continue
        for spelling, weights in _surname_spellings(row.hangul, row.spellings).items():
            table.setdefault(spelling, {})[row.hangul] = weights
    return table


def _surname_spellings(hangul: str, written: tuple[str, ...]) -> dict[str, Weights]:
    """Every spelling of a surname: by the rules of each way, by the press from the table, and a little of each in all."""
    ruled = [_whole(hangul, style) for style in STYLES]
    by_rule = {spelling for table in ruled[:4] for spelling in table}
    listed = [spelling.lower().replace("ŏ", "o").replace("ŭ", "u").replace("'", "") for spelling in written]
    habits = [spelling for spelling in dict.fromkeys(listed) if spelling not in by_rule]
    habit = dict(zip(habits, _HABIT, strict=False))
    mixed = {
        spelling: habit.get(spelling, 0.0) * 0.6 + ruled[4].get(spelling, 0.0) * 0.4
        for spelling in {*habit, *ruled[4]}
    }
    ruled[4] = mixed
    custom = (0.02, 0.02, 0.10, 0.40, 0.0)  # share within each way that writes the surname as the press does
    found: dict[str, Weights] = {}
    for spelling in {spelling for table in ruled for spelling in table}:
        a, b, c, d, e = (
            table.get(spelling, 0.0) * (1 - much) + mixed.get(spelling, 0.0) * much
            for table, much in zip(ruled, custom, strict=True)
        )
        found[spelling] = (a, b, c, d, e)
    return found


def _whole(hangul: str, style: int) -> dict[str, float]:
    """A surname of one or two syllables written by rule."""
    first = spellings(hangul[0], STYLES[style])
    if len(hangul) == 1:
        return first
    second = spellings(hangul[1], STYLES[style], later=True)
    return {a + b: x * y for a, x in first.items() for b, y in second.items()}


@lru_cache(maxsize=1 << 14)
def surname_readings(spelling: str) -> Readings:
    """The surnames that a spelling can stand for; none where it is no Korean surname."""
    known = surname_table()
    if spelling in known:
        return known[spelling]
    softened = soften(spelling)
    return by_habit(known[softened]) if softened in known else {}
