"""What a Korean sentence tells that can be met in a translation of it: numbers, days, ages and places, in the values that English has.

Rules:
- A number may be written with its large units (4만 2,000 is 42,000). The parts of a day (8월 14일) are no numbers.
- A round number of tens before 대 is an age ("50대": in one's fifties): counters of machines are read so too, which costs little.
- Places are provinces, cities and counties of the reference table that begin a word, by the words of their English name: a town
  that a translation names stands there as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from testigo.reference import tables

Detail = tuple[str, str]

_DAY = re.compile(r"(1[0-2]|[1-9])월\s*(3[01]|[12]\d|[1-9])일")
_AGE = re.compile(r"(?<!\d)([2-9]0)대(?!\d)")
_UNITS = {"억": 100_000_000, "만": 10_000, "천": 1000, "백": 100}
_NUMBER = re.compile(r"(?<![\d.])\d[\d,]*(?:\.\d+)?\s?[억만천백]?(?:\s?\d[\d,]*(?:\.\d+)?[만천백]?)*")
_PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?([억만천백]?)")
_HANGUL = re.compile(r"[가-힣]")
YEARS = range(1900, 2101)


def is_korean(sentence: str) -> bool:
    """Whether a sentence is Korean: a third of its signs are Hangul."""
    return 3 * len(_HANGUL.findall(sentence)) >= len(sentence)


def details(sentence: str) -> set[Detail]:
    """The hard details of a Korean sentence, as (kind, value)."""
    found = {("day", f"{int(month):02d}-{int(day):02d}") for month, day in _DAY.findall(sentence)}
    found |= {("age", f"{tens}s") for tens in _AGE.findall(sentence)}
    rest = _AGE.sub(" ", _DAY.sub(" ", sentence))
    found |= {("number", f"{n:g}") for n in _numbers(rest) if n != 1 and n not in YEARS}
    return found | {("name", word) for word in _places(rest)}


def _numbers(sentence: str) -> Iterator[float]:
    for match in _NUMBER.finditer(sentence):
        total, unit_before = 0.0, float("inf")
        for digits, sign in _PART.findall(match[0]):
            unit = _UNITS.get(sign, 1)
            if unit >= unit_before:  # "37 42": two numbers beside each other
                yield total
                total = 0.0
            total, unit_before = total + float(digits.replace(",", "")) * unit, unit
        yield total


@lru_cache(maxsize=1)
def _place_words() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    known: dict[str, frozenset[str]] = {}
    for place in tables.places().values():
        if place.level <= 2 and place.kind != "country":
            named = frozenset(
                word for word in re.split(r"[\s-]", place.name.lower()) if word not in ("north", "south")
            )
            known.update((hangul, named) for hangul in place.hangul if len(hangul) > 1)
    longest = sorted(known, key=lambda hangul: (-len(hangul), hangul))
    return re.compile(rf"(?<![가-힣])(?:{'|'.join(longest)})"), known


def _places(sentence: str) -> set[str]:
    pattern, known = _place_words()
    return {word for hangul in pattern.findall(sentence) for word in known[hangul]}
