"""How common surnames and given names are, by the tables of reference/name_frequencies.csv.

Rules:
- Surnames: South Korean census of 2015, in their North Korean form. Syllables of given names: own knowledge.
- The two syllables of a given name are independent within each sex; nothing else is worked out from that.
"""

from __future__ import annotations

from functools import lru_cache

from testigo.reference.tables import name_frequencies

RARE = 1e-6  # the frequency of a syllable or surname that no table has


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
        women, men = _by_sex()
        first, last = given[0], given[1]
        share = women["first"].get(first, RARE) * women["last"].get(last, RARE)
        share += men["first"].get(first, RARE) * men["last"].get(last, RARE)
        return TWO_SYLLABLES * share / 2
    return RARE**2


def surname_frequency(surname: str) -> float:
    """How common a surname is, in its North Korean form."""
    return frequencies()["surname"].get(surname, RARE)
