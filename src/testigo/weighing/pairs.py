"""Pairs of reports worth a closer look because they share rare hard details. Near-linear in the reports.

Rules:
- A detail that stands in at most CROWD texts makes pairs of all of them. One that stands in more pairs each text with the
  FIRST of them by age only: what two thousand tell is told first by few.
- A pair is worth a look from LEAST bits on. Bits are counted once, with the rarity of details.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from testigo.weighing import details
from testigo.weighing.details import Detail, Rarity

CROWD, FIRST = 16, 4
LEAST = 8.0
FEWEST_BITS = 2.5


def by_details(
    texts: Sequence[frozenset[Detail]], rarity: Rarity, least: float = LEAST
) -> dict[tuple[int, int], float]:
    """For each pair of texts (places in `texts`, smaller first) the bits of the rare hard details that they share.

    texts: one set of details for each distinct text, in the order of age.
    """
    import numpy as np

    keys: list[int] = []
    bits: list[float] = []
    for detail, having in sorted(_postings(texts).items()):
        worth = rarity.bits(detail)
        if len(having) < 2 or worth < FEWEST_BITS:
            continue
        for n, right in enumerate(having):
            for left in having[: n if len(having) <= CROWD else min(n, FIRST)]:
                keys.append(left * len(texts) + right)
                bits.append(worth)
    if not keys:
        return {}
    pairs, place = np.unique(np.array(keys, dtype=np.int64), return_inverse=True)
    sums = np.bincount(place, weights=np.array(bits))
    return {
        (int(pair) // len(texts), int(pair) % len(texts)): float(total)
        for pair, total in zip(pairs, sums, strict=True)
        if total >= least
    }


def _postings(texts: Sequence[frozenset[Detail]]) -> Mapping[Detail, list[int]]:
    found: dict[Detail, list[int]] = {}
    for n, some in enumerate(texts):
        for detail in some:
            if detail[0] in details.HARD:
                found.setdefault(detail, []).append(n)
    return found
