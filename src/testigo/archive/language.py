"""Which language a text is in: Korean, English and a few neighbours, by script and by its commonest small words.

Rules:
- No answer is better than a wrong one: a text that is too short, or that no list fits clearly, gives None.
- Only the first 8,000 code points are looked at.
"""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_HANGUL, _KANA, _HAN = (re.compile(f"[{letters}]") for letters in ("가-힣", "぀-ヿ", "一-鿿"))
_LOOK = 8_000
_SMALL = {
    "en": "the of and to in that was for on with is by as had were from he it said his their not have who they",
    "es": "de la que el en los se del las por un con una para su al es no como lo más fue",
    "fr": "de la le les des et en du que une dans est pour qui par sur pas au ont aux son il",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine wurde als",
    "pt": "de que o a e do da em um para com não uma os no se na por mais dos foi ao",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL.items()}


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where it is not clear."""
    sample = text[:_LOOK]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if letters < 8:
        return None
    if not sample.isascii():
        hangul, kana, han = (len(script.findall(sample)) for script in (_HANGUL, _KANA, _HAN))
        if hangul > 0.3 * letters:
            return "ko"
        if kana > 0.1 * letters:
            return "ja"
        if han > 0.5 * letters:
            return "zh"
    return _by_small_words(words)


def _by_small_words(words: list[str]) -> str | None:
    if len(words) < 4:
        return None
    counts = Counter(words)
    shares = sorted(
        ((sum(counts[w] for w in small) / len(words), language) for language, small in _SETS.items()),
        reverse=True,
    )
    (best, language), (second, _) = shares[0], shares[1]
    return language if best >= 0.12 and best >= 1.3 * second else None
