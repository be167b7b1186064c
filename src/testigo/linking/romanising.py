"""From Hangul to Latin letters: how a Korean name is written by each set of rules. The way back is syllables.py.

Rules:
- DPRK (1992, with the updates of 2002 and 2012), by our own rules: each syllable apart, the given name's first consonant
  voiceless, later k t p voiced after a vowel or ㄴ ㄹ ㅁ ㅇ, breves left out in print.
- McCune-Reischauer and Revised through ko-pron (MIT); the given name joined, with a hyphen on request. With a hyphen
  each syllable stands as if alone, as libraries have it.
- Two surnames syllables stay together. The South Korean form of a name is not made here: give it as it is to be written.
"""

from __future__ import annotations

from testigo.linking.styles import Style, onset_spellings, parts, vowel_spellings

_SONORANT = ("", "ㄴ", "ㄹ", "ㅁ", "ㅇ")
_VOICED = {"k": "g", "t": "d", "p": "b"}
_CODAS = {"": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅅ": "t", "ㅇ": "ng"}
_UNMARKED = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None, "’": None})


def dprk(surname: str, given: str) -> str:
    """As in "Pak Tong Gu"."""
    words, before = [""], "ㄱ"
    for hangul in surname:
        words[0] += _dprk_syllable(hangul, before)
        before = parts(hangul)[2]
    before = "ㄱ"
    for hangul in given:
        words.append(_dprk_syllable(hangul, before))
        before = parts(hangul)[2]
    return " ".join(word.capitalize() for word in words)


def _dprk_syllable(hangul: str, before: str) -> str:
    """One syllable after a syllable with that last consonant; ㄱ where nothing voiced stands before."""
    onset, vowel, coda = parts(hangul)
    first = next(iter(onset_spellings(onset, Style.DPRK, later=False)))
    if before in _SONORANT:
        first = _VOICED.get(first, first)
    spelt = vowel_spellings(onset, vowel, Style.DPRK)
    return first + max(spelt, key=lambda spelling: spelt[spelling]) + _CODAS[coda]


def mccune_reischauer(surname: str, given: str, *, hyphen: bool = False, marks: bool = True) -> str:
    """As in "Pak Tonggu" or "Pak Tong-ku"; marks: with breves and apostrophes."""
    spelt = f"{_ko_pron(surname, 'mr')} {_joined(given, 'mr', hyphen=hyphen)}"
    return _named(spelt if marks else spelt.translate(_UNMARKED))


def revised(surname: str, given: str, *, hyphen: bool = False) -> str:
    """As in "Bak Donggu". Changes of sound between the syllables of a given name are not written."""
    syllables = [_ko_pron(hangul, "rr") for hangul in given]
    return _named(f"{_ko_pron(surname, 'rr')} {('-' if hyphen else '').join(syllables)}")


def _joined(given: str, system: str, *, hyphen: bool) -> str:
    if hyphen:
        return "-".join(_ko_pron(hangul, system) for hangul in given)
    return _ko_pron(given, system)


def _ko_pron(hangul: str, system: str) -> str:
    import ko_pron

    return str(ko_pron.romanise(hangul, system)).replace("-", "")


def _named(spelt: str) -> str:
    """Each word with a capital; what follows a hyphen or an apostrophe stays small."""
    return " ".join(word[:1].upper() + word[1:] for word in spelt.split(" "))
