"""Keys by which names of people and places meet whatever their spelling: equal keys may be one name, others never meet.

Rules:
- A name has three kinds of keys: as it is written (folded), by the Hangul that it can stand for (names.py), and by its
  consonants, for names that are no Korean names and stand in Hangul in one report and in Latin in another.
- Keys only bring candidates together. What a meeting tells is said by names.py and by how rare the key is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INITIALS = ("k", "k", "n", "d", "d", "r", "m", "b", "b", "s", "s", "", "j", "j", "j", "k", "d", "b", "h")
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "d", "r", "rk", "rm", "rb", "r", "rd", "rb", "r", "m", "b", "b", "s", "s", "n", "j",
    "j", "k", "d", "b", "h",
)  # fmt: skip
_SAME_SOUND = str.maketrans(
    {"g": "k", "c": "k", "q": "k", "t": "d", "p": "b", "f": "b", "v": "b", "l": "r", "z": "j", "x": "s"}
)
_HANGUL = re.compile(r"[가-힣]")


def is_hangul(text: str) -> bool:
    """Whether there is a Hangul syllable in it."""
    return bool(_HANGUL.search(text))


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """Lower case without marks, hyphens and blanks: "Ri Yŏng-ho" -> riyongho."""
    plain = unicodedata.normalize("NFD", text) if not is_hangul(text) else text
    return "".join(c.lower() for c in plain if c.isalnum())


@lru_cache(maxsize=200_000)
def consonants(text: str) -> str:
    """The consonants of a word in either script, by classes of sound, doubles once: Pellick and 펠리크 -> brk."""
    signs = []
    for sign in folded(text):
        code = ord(sign) - 0xAC00
        if 0 <= code < 11172:
            signs.append(_INITIALS[code // 588] + _FINALS[code % 28])
        elif sign.isascii() and sign.isalpha() and sign not in "aeiouyw":
            signs.append(sign.translate(_SAME_SOUND))
    return re.sub(r"(.)\1+", r"\1", "".join(signs))
