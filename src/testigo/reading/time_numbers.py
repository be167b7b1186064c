"""How many: number words and figures of a time expression or a count, as a number."""

from __future__ import annotations

import re

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_UNITS = {word: value for value, word in enumerate(_SMALL.split())} | {"a": 1, "an": 1, "couple": 2}
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * value for value, word in enumerate(_ROUND.split(), 2)}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
_VAGUE = frozenset(
    {"few", "several", "many", "some", "dozens", "numerous", "various", "recent", "hundreds", "thousands"}
)


def number(words: tuple[str, ...]) -> float | None:
    """The number that the words give ("two", "and", "a", "half" is 2.5); None for "several" and other vague words."""
    total = current = 0.0
    seen = False
    fraction = 0.0
    for at, word in enumerate(words):
        if word in _VAGUE:
            return None
        if word == "half":
            fraction = 0.5
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
            seen = True
        elif word in _UNITS:
            if word in ("a", "an") and ("half" in words[max(0, at - 1) : at + 2] or _counted(words, at + 1)):
                continue
            current += _UNITS[word]
            seen = True
        elif word in _TENS:
            current += _TENS[word]
            seen = True
        else:
            figure = _figure(word)
            if figure is not None:
                current += figure
                seen = True
    if not seen and not fraction:
        return None
    return total + current + fraction


def _counted(words: tuple[str, ...], at: int) -> bool:
    """Whether the word is a number of its own, so that "a" before it is none ("a two-year term")."""
    return at < len(words) and (words[at] in _UNITS or words[at] in _TENS or words[at][:1].isdigit())


_FIGURE = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?")


def _figure(word: str) -> float | None:
    """A number in figures; longer ones count no people and no money, and are more than a float holds exactly."""
    plain = word.replace(",", "")
    return float(plain) if _FIGURE.fullmatch(plain) else None
