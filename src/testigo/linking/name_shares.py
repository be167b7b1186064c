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


Sexes = tuple[float, float]
_RARE: Sexes = (RARE, RARE)


@lru_cache(maxsize=1)
def _by_sex() -> tuple[dict[str, Sexes], dict[str, Sexes]]:
    """First and last syllables: share among women's and among men's given names.

    종숙 is rarer than 종 and 숙 alone would make it, 정숙 more common.
    """
    counts: dict[str, tuple[dict[str, float], dict[str, float]]] = {"first": ({}, {}), "last": ({}, {})}
    for row in name_frequencies():
        if row.women_percent is not None and row.part in counts:
            women, men = counts[row.part]
            women[row.hangul] = row.per_100000 * row.women_percent
            men[row.hangul] = row.per_100000 * (100 - row.women_percent)
    return _pairs(*counts["first"]), _pairs(*counts["last"])


def _pairs(women: dict[str, float], men: dict[str, float]) -> dict[str, Sexes]:
    hers, his = _shares(women), _shares(men)
    return {hangul: (share, his[hangul]) for hangul, share in hers.items()}


TWO_SYLLABLES = 0.93  # share of given names with two syllables; own knowledge


def halves_frequency(hangul: str, *, later: bool) -> Sexes:
    """How common a syllable is as the first or last of two, among women's and among men's names.

    The product of first and last, added up over the sexes, is how common the given name is.
    """
    women, men = _by_sex()[later].get(hangul, _RARE)
    return (women, men) if later else (women * TWO_SYLLABLES / 2, men * TWO_SYLLABLES / 2)


def given_frequency(given: str) -> float:
    """How common a given name is, its syllables independent within each sex; other lengths than 1 and 2 are rare."""
    if len(given) == 2:
        firsts, lasts = _by_sex()
        women, men = firsts.get(given[0], _RARE)
        hers, his = lasts.get(given[1], _RARE)
        return TWO_SYLLABLES * (women * hers + men * his) / 2
    if len(given) == 1:
        return (1 - TWO_SYLLABLES) * frequencies()["only"].get(given, 1e-4)
    return RARE**2


@lru_cache(maxsize=65536)
def surname_frequency(surname: str) -> float:
    """How common a surname is, in its North Korean form."""
    return frequencies()["surname"].get(surname, RARE)
