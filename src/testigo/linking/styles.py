"""How one Korean syllable is written in Latin letters, in each of five ways of writing.

Rules:
- DPRK: the state's own rules (1992, with the updates of 2002 and 2012) as they are printed: without breves, ㅈ as j,
  ㅊ ch, ㅋ ㅌ ㅍ as kh th ph, the first consonant of a given name voiceless ("Pak Tong Gu"), ㄹ kept everywhere.
- MARKED: McCune-Reischauer (1939) with breves and apostrophes; PLAIN: the same with the marks lost.
- REVISED: the Revised Romanization of the South (2000).
- PRESS: what newspapers and passports do: Young, Soo, Hee, Chul, Sung, Park.
- A weight is the share of writers of that way who write the part so, roughly; own knowledge, nothing counted. Only
  large ratios matter: what a way of writing never does is absent or has a weight of a few hundredths.
- South Korean forms of a North Korean name (용해 for 룡해) drop or change a first ㄹ: `LOST` says how.
"""

from __future__ import annotations

import enum
from functools import lru_cache

Spellings = dict[str, float]


class Style(enum.IntEnum):
    """A way of writing Korean names in Latin letters."""

    DPRK = 0
    MARKED = 1
    PLAIN = 2
    REVISED = 3
    PRESS = 4


STYLES = tuple(Style)
COMMON = (0.30, 0.10, 0.10, 0.15, 0.35)  # how often each is met in reports, by Style
APART = {  # how given names of two syllables are set, by Style: with a space, with a hyphen, joined
    " ": (0.55, 0.05, 0.05, 0.10, 0.30),
    "-": (0.40, 0.25, 0.25, 0.30, 0.60),
    "": (0.05, 0.70, 0.70, 0.60, 0.10),
}

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]


def parts(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda ("" for none) of one Hangul syllable."""
    number = ord(syllable) - 0xAC00
    return ONSETS[number // 588], VOWELS[number % 588 // 28], CODAS[number % 28]


def syllable(onset: str, vowel: str, coda: str) -> str:
    """The Hangul syllable of its three parts."""
    return chr(0xAC00 + (ONSETS.index(onset) * 21 + VOWELS.index(vowel)) * 28 + CODAS.index(coda))


def _each(letters: str, written: str) -> dict[str, str]:
    """One spelling for each letter; "-" where there is none."""
    return dict(zip(letters, written.replace("-", "").split(" "), strict=True))


_OWN = "ㄱㄷㄹㅂㅈㅉㅊㅋㅌㅍ"  # the first consonants that are written in different ways
_ONSET = {
    Style.DPRK: _each(_OWN, "k t r p j jj ch kh th ph"),
    Style.MARKED: _each(_OWN, "k t r p ch tch ch' k' t' p'"),
    Style.PLAIN: _each(_OWN, "k t r p ch tch ch k t p"),
    Style.REVISED: _each(_OWN, "g d r b j jj ch k t p"),
    Style.PRESS: _each(_OWN, "k d r b j jj ch k t p"),
}
_OTHER_ONSETS: dict[Style, dict[str, Spellings]] = {
    Style.DPRK: {"ㅌ": {"th": 0.9, "t": 0.1}, "ㅍ": {"ph": 0.8, "p": 0.2}},
    Style.PRESS: {
        "ㄱ": {"k": 0.5, "g": 0.5},
        "ㄷ": {"d": 0.75, "t": 0.25},
        "ㄹ": {"r": 0.7, "l": 0.3},
        "ㅂ": {"b": 0.75, "p": 0.25},
        "ㅈ": {"j": 0.75, "ch": 0.25},
        "ㅍ": {"p": 0.8, "ph": 0.2},
    },
}
_EVERYWHERE = _each("ㄴㅁㅅㅇㅎㄲㄸㅃㅆ", "n m s - h kk tt pp ss")
_VOICED = {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"}
LOST: tuple[float, ...] = (0.05, 0.3, 0.3, 0.3, 0.3)  # share that writes the South Korean form, by Style


def onset_spellings(onset: str, style: Style, *, later: bool) -> Spellings:
    """How a first consonant is written. later: in the second syllable of a given name, where k t p ch may voice."""
    alone = _ONSET[style].get(onset, _EVERYWHERE.get(onset, ""))
    found = _OTHER_ONSETS.get(style, {}).get(onset, {alone: 1.0})
    if later and onset in _VOICED and style in (Style.DPRK, Style.MARKED, Style.PLAIN):
        found = dict.fromkeys(found, 0.4) | {_VOICED[onset]: 0.6}
    return found


_PLAIN_VOWELS = _each(VOWELS, "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i")
_REVISED_VOWELS = _PLAIN_VOWELS | {"ㅓ": "eo", "ㅕ": "yeo", "ㅝ": "wo", "ㅡ": "eu", "ㅢ": "ui"}
_UNMARKED = str.maketrans("ŏŭ", "ou")
_PRESS_VOWELS: dict[str, Spellings] = {
    "ㅏ": {"a": 0.97, "ah": 0.03},
    "ㅐ": {"ae": 0.9, "ai": 0.07, "e": 0.03},
    "ㅔ": {"e": 0.94, "ae": 0.06},
    "ㅓ": {"eo": 0.4, "u": 0.4, "o": 0.12, "uh": 0.04, "ou": 0.04},
    "ㅕ": {"yeo": 0.35, "yu": 0.25, "you": 0.3, "yo": 0.08, "ye": 0.02},
    "ㅖ": {"ye": 0.9, "e": 0.04, "ae": 0.03, "yea": 0.03},
    "ㅗ": {"o": 0.95, "oh": 0.05},
    "ㅛ": {"yo": 0.99, "you": 0.01},
    "ㅚ": {"oe": 0.6, "oi": 0.4},
    "ㅜ": {"u": 0.5, "oo": 0.49, "ou": 0.01},
    "ㅝ": {"wo": 0.9, "weo": 0.1},
    "ㅟ": {"wi": 0.9, "ui": 0.1},
    "ㅠ": {"yu": 0.6, "yoo": 0.35, "you": 0.05},
    "ㅡ": {"eu": 0.75, "u": 0.25},
    "ㅢ": {"ui": 0.35, "eui": 0.25, "ee": 0.25, "i": 0.15},
    "ㅣ": {"i": 0.8, "ee": 0.2},
}


def vowel_spellings(onset: str, vowel: str, style: Style) -> Spellings:
    """How a vowel is written after that first consonant."""
    if style is Style.REVISED:
        return {_REVISED_VOWELS[vowel]: 1.0}
    if style is Style.MARKED:
        return {_PLAIN_VOWELS[vowel]: 1.0}
    plain = _PLAIN_VOWELS[vowel].translate(_UNMARKED)
    if style is Style.PLAIN:
        return {plain: 1.0}
    if style is Style.DPRK:
        marked = {_PLAIN_VOWELS[vowel]: 0.1, plain: 0.9} if plain != _PLAIN_VOWELS[vowel] else {plain: 1.0}
        return marked | _OLDER.get(vowel, {})
    if onset == "ㅇ" and vowel == "ㅜ":
        return {"woo": 0.6, "u": 0.3, "oo": 0.05, "wu": 0.05}
    return _PRESS_VOWELS.get(vowel) or {plain: 1.0}


_OLDER: dict[str, Spellings] = {
    "ㅚ": {"oi": 0.2},
    "ㅓ": {"u": 0.03},
}  # names of the founders keep older spellings


_CODA = {"": ""} | _each("ㄱㄴㄷㄹㅁㅂㅅㅇ", "k n t l m p t ng")
_PRESS_CODA: dict[str, Spellings] = {
    "ㄱ": {"k": 0.87, "g": 0.08, "ck": 0.05},
    "ㅂ": {"p": 0.7, "b": 0.3},
}


def coda_spellings(coda: str, style: Style) -> Spellings:
    """How a last consonant is written, read alone."""
    if style is Style.PRESS and coda in _PRESS_CODA:
        return _PRESS_CODA[coda]
    return {_CODA[coda]: 1.0}


@lru_cache(maxsize=1 << 16)
def spellings(hangul: str, style: Style, *, later: bool = False) -> Spellings:
    """Every way to write one syllable in that style, read alone, with its weight. later: as in `onset_spellings`."""
    onset, vowel, coda = parts(hangul)
    found: Spellings = {}
    for first, much in _firsts(onset, vowel, style, later=later).items():
        for middle, often in vowel_spellings(onset, vowel, style).items():
            if middle.endswith("h") and coda:
                continue
            for last, share in coda_spellings(coda, style).items():
                start = "sh" if first == "s" and style is Style.PRESS and middle[0] == "i" else first
                spelling = start + middle + last
                found[spelling] = found.get(spelling, 0.0) + much * often * share
                if start == "sh":
                    plain = first + middle + last
                    found[plain] = found.get(plain, 0.0) + 0.5 * much * often * share
    return found


def _firsts(onset: str, vowel: str, style: Style, *, later: bool) -> Spellings:
    """The first consonants, with the South Korean form of a first ㄹ."""
    firsts = onset_spellings(onset, style, later=later)
    lost = LOST[style] * (0.4 if later else 1.0)
    if onset == "ㄹ" and lost:
        southern = "" if vowel in "ㅑㅒㅕㅖㅛㅠㅣ" else "n"
        firsts = {spelling: weight * (1 - lost) for spelling, weight in firsts.items()} | {southern: lost}
    return firsts
