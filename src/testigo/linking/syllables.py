"""From letters back to Hangul: which syllables, surnames and given names a Latin spelling can stand for.

Rules:
- A reading is a Hangul string with one weight per way of writing (styles.Style); 0 where that way never writes it so.
- Syllables are those of the name tables (reference/name_frequencies.csv); a spelling that none of them has is tried
  against every possible syllable, so that a rare name can still be compared.
- A joined given name ("Irhwan", "Chullyong") is parted wherever both halves read, and where the sounds at the joint
  have changed each other (`JOINTS`): rh is ㄹ before ㅎ, ll is ㄴ or ㄹ before ㄹ, r before a vowel is ㄹ.
- In a spelling with breves, a plain o or u is ㅗ or ㅜ; with an apostrophe after one consonant, those without are plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from testigo.linking.styles import CODAS, ONSETS, STYLES, VOWELS, spellings, syllable
from testigo.reference.tables import name_frequencies, name_syllables

Weights = tuple[float, float, float, float, float]
Readings = dict[str, Weights]
NONE: Weights = (0.0, 0.0, 0.0, 0.0, 0.0)
RARE = 1e-6  # the frequency of a syllable or surname that no table has

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


def _add(one: Weights, other: Iterable[float]) -> Weights:
    a, b, c, d, e = (x + y for x, y in zip(one, other, strict=True))
    return a, b, c, d, e


def times(one: Weights, other: Weights) -> Weights:
    """The product, way of writing by way of writing: a name is written in one way throughout."""
    return (
        one[0] * other[0],
        one[1] * other[1],
        one[2] * other[2],
        one[3] * other[3],
        one[4] * other[4],
    )


# --- frequencies --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def frequencies() -> dict[str, dict[str, float]]:
    """Share of bearers by part of a name (surname, first, last, only) and Hangul; each part adds up to 1."""
    parts: dict[str, dict[str, float]] = {}
    for row in name_frequencies():
        parts.setdefault(row.part, {})[row.hangul] = row.per_100000
    return {part: _shares(counts) for part, counts in parts.items()}


def _shares(counts: dict[str, float]) -> dict[str, float]:
    whole = sum(counts.values())
    return {hangul: count / whole for hangul, count in counts.items()}


@lru_cache(maxsize=1)
def _by_sex() -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """The same among women's and among men's given names: 종숙 is rarer than 종 and 숙, 정숙 more common."""
    women: dict[str, dict[str, float]] = {}
    men: dict[str, dict[str, float]] = {}
    for row in name_frequencies():
        if row.women_percent is not None:
            women.setdefault(row.part, {})[row.hangul] = row.per_100000 * row.women_percent
            men.setdefault(row.part, {})[row.hangul] = row.per_100000 * (100 - row.women_percent)
    return (
        {part: _shares(counts) for part, counts in women.items()},
        {part: _shares(counts) for part, counts in men.items()},
    )


TWO_SYLLABLES = 0.93  # share of given names with two syllables; own knowledge


@lru_cache(maxsize=65536)
def given_frequency(given: str) -> float:
    """How common a given name is, its syllables independent within each sex; other lengths than 1 and 2 are rare."""
    if len(given) == 1:
        return (1 - TWO_SYLLABLES) * frequencies()["only"].get(given, 1e-4)
    if len(given) == 2:
        share = sum(
            shares["first"].get(given[0], RARE) * shares["last"].get(given[1], RARE) for shares in _by_sex()
        )
        return TWO_SYLLABLES * share / 2
    return RARE**2


def surname_frequency(surname: str) -> float:
    """How common a surname is, in its North Korean form."""
    return frequencies()["surname"].get(surname, RARE)


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
def _known(*, later: bool) -> dict[str, Readings]:
    shares = frequencies()
    return _inverted(sorted({*shares["first"], *shares["last"], *shares["only"]}), later=later)


@lru_cache(maxsize=2)
def _possible(*, later: bool) -> dict[str, Readings]:
    plain = [onset for onset in ONSETS if onset not in "ㄲㄸㅃㅆㅉ"]
    codas = [coda for coda in CODAS if coda in ("", *"ㄱㄴㄹㅁㅂㅇ")]
    every = (syllable(onset, vowel, coda) for onset in plain for vowel in VOWELS for coda in codas)
    return _inverted(every, later=later)


@lru_cache(maxsize=1 << 14)
def syllable_readings(spelling: str, *, later: bool) -> Readings:
    """The syllables that a spelling of one syllable can stand for: known ones, odd spellings of them, or any at all."""
    known = _known(later=later)
    if spelling in known:
        return known[spelling]
    softened = soften(spelling)
    if softened in known:
        return _by_press(known[softened])
    return _possible(later=later).get(spelling) or _possible(later=later).get(softened) or {}


_SOFTENED = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^sh", "s"), (r"^wh", "hw"), (r"^([bdgjkptrnl])h(?=[aeiou])", r"\1"), (r"(?<=[aeiou])h(?=$|[kmnpl])", ""),
        (r"(?<=[aeiou])(?:ck|gg|g)$", "k"), (r"b$", "p"), (r"([mnl])\1$", r"\1"), (r"oa", "o"), (r"ai|ay|ea", "ae"),
        (r"he[iy]$", "hye"), (r"yi$", "i"), (r"euy$", "ui"), (r"yeu", "yeo"), (r"ee|ie", "i"), (r"oo|ou", "u"),
    )
)  # fmt: skip
ODD = 0.3  # what is left of the weight of a spelling that no way of writing has


def soften(spelling: str) -> str:
    """An odd spelling ("Shang", "Gah", "Sug", "Whan") without what is odd about it."""
    for pattern, to in _SOFTENED:
        spelling = pattern.sub(to, spelling)
    return spelling


def _by_press(readings: Readings) -> Readings:
    """The same readings, as the press would have written them."""
    return {hangul: (0.0, 0.0, 0.0, 0.0, ODD * max(weights)) for hangul, weights in readings.items()}


# --- surnames -----------------------------------------------------------------------------------------------------

_HABIT = (0.55, 0.25, 0.12, 0.08)  # of the spellings beside the rules, in the order of the table


@lru_cache(maxsize=1)
def _surnames() -> dict[str, Readings]:
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


def surname_readings(spelling: str) -> Readings:
    """The surnames that a spelling can stand for; none where it is no Korean surname."""
    known = _surnames()
    if spelling in known:
        return known[spelling]
    softened = soften(spelling)
    return _by_press(known[softened]) if softened in known else {}


# --- given names --------------------------------------------------------------------------------------------------


def pair_readings(first: str, last: str) -> Readings:
    """The given names of two syllables written apart."""
    heads, tails = syllable_readings(first, later=False), syllable_readings(last, later=True)
    return {a + b: product for a, x in heads.items() for b, y in tails.items() if any(product := times(x, y))}


@lru_cache(maxsize=65536)
def joined_readings(letters: str) -> Readings:
    """The given names, of one syllable or two, that letters without a gap can stand for."""
    found: Readings = dict(syllable_readings(letters, later=False))
    for first, last in _halves(letters):
        for hangul, weights in pair_readings(first, last).items():
            kept = found.get(hangul)
            found[hangul] = weights if kept is None else _best(kept, weights)
    return found


def _best(one: Weights, other: Weights) -> Weights:
    a, b, c, d, e = (max(x, y) for x, y in zip(one, other, strict=True))
    return a, b, c, d, e


def _halves(letters: str) -> list[tuple[str, str]]:
    """Every way to part the letters in two syllables, plainly and where the joint has changed."""
    halves = [(letters[:cut], letters[cut:]) for cut in range(1, len(letters))]
    for cut in range(1, len(letters) - 1):
        for written, apart in JOINTS.items():
            if letters.startswith(written, cut):
                halves += [(letters[:cut] + a, b + letters[cut + len(written) :]) for a, b in apart]
    return halves
