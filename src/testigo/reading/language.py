"""Which language a report is in, as far as the reader must know it.

Rules:
- Hangul in a third of the letters: Korean, which is not read yet, and the reading says so.
- English is told by its small words: at least one word in twelve of the first thousand.
- Anything else is not known, and the reading says so. A text without words is read as English and gives nothing.
"""

from __future__ import annotations

import re

from testigo.reading.lists import wordset
from testigo.report import Report

_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_WORD = re.compile(r"[^\W\d_]+")
_OTHERS = re.compile(r"[^\x00-\x7f]+")
_SPACED = {code: " " for code in range(128) if not chr(code).isalpha()}  # for a text without other letters
_SMALL = wordset(
    "the of and to in a that is was for on with as by at from were are be has had have it its he she they his her their not"
    " who which this an or but after been said will would than about"
)
_LOOK_AT = 20_000


def language_of(report: Report) -> str | None:
    """The language of the readable text: "en", "ko", or None where it is not known."""
    text = " ".join(block.span.of(report.text)[:_LOOK_AT] for block in report.readable()[:60])[:_LOOK_AT]
    others = "" if text.isascii() else "".join(_OTHERS.findall(text))
    if any(map(str.isalnum, others)):
        words = _WORD.findall(text.lower())[:1000]
    else:
        plain = _OTHERS.sub(" ", text) if others else text
        words = plain.lower().translate(_SPACED).split(None, 1000)[:1000]
    if not words:
        return "en" if not text.strip() else None
    joined = "".join(words)
    letters = len(joined)
    hangul = 0 if joined.isascii() else sum(map(len, _HANGUL.findall(joined)))
    if hangul * 3 >= letters:
        return "ko"
    latin = letters if joined.isascii() else sum(map(str.isascii, joined))
    if latin * 2 < letters:
        return None
    small = sum(map(_SMALL.__contains__, words))
    if small * 12 >= len(words) or (len(words) < 12 and latin == letters):
        return "en"
    return None


def note_for(language: str | None) -> str:
    """What the person is told about a text that is not read."""
    if language == "ko":
        return "the text is Korean: Korean is not read yet, so no claims were looked for"
    return "the language of the text is not known to the reader: it reads English only, so no claims were looked for"
