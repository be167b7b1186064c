"""Asides that only name who tells what stands around them: "Residents, the sources said, avoid the square".

Rules:
- Such an aside is one phrase and one finite verb of saying, with nothing behind the verb.
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks
from testigo.reading.lists import wordset


def only_says(chunks: Chunks, first: int, last: int) -> bool:
    """Whether only who says it stands between two commas: "the sources said", "she added"."""
    group, teller = chunks.verb_at(last - 1), chunks.noun_from.get(first)
    if group is None or teller is None or not group.finite:
        return False
    alone = group.last == last and teller[1] == group.first
    return alone and chunks.sentence.tokens[group.main].lemma in SAYS


SAYS = wordset(
    "say add claim report believe allege think note explain recall write insist argue maintain suspect"
)
