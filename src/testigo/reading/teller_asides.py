"""Asides that only name who tells what stands around them: "Residents, the sources said, avoid the square".

Rules:
- Such an aside is one phrase and one finite verb of saying, with nothing behind the verb.
- "It" may emerge, turn out or become known there, with whatever tells when and from what: "The rest, it emerged in May, had".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.reading.chunks import Chunks
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

if TYPE_CHECKING:
    from testigo.reading.clauses import Clause


def only_says(chunks: Chunks, first: int, last: int) -> bool:
    """Whether only who says it stands between two commas: "the sources said", "she added"."""
    if chunks.sentence.tokens[first].lower == "it":
        return _comes_out(chunks, first, last)
    group, teller = chunks.verb_at(last - 1), chunks.noun_from.get(first)
    if group is None or teller is None or not group.finite:
        return False
    alone = group.last == last and teller[1] == group.first
    return alone and chunks.sentence.tokens[group.main].lemma in SAYS


def _comes_out(chunks: Chunks, first: int, last: int) -> bool:
    """Whether an aside only tells that something came out: "it emerged last month", "it later became known"."""
    told = [group for group in chunks.verbs if first < group.first < last and group.finite]
    lemma = chunks.sentence.tokens[told[0].main].lemma if 0 < len(told) < 3 else ""
    return lemma in SAYS or lemma in _EMERGES


def came_out(tokens: tuple[Token, ...], clause: Clause) -> bool:
    """Whether a clause is such an aside: ", it emerged last month,"."""
    it = clause.subject[0] if clause.subject is not None else 0
    aside = it > 0 and tokens[it].lower == "it" and tokens[it - 1].text == ","
    return aside and clause.verb.finite and clause.lemma in _EMERGES


_EMERGES = wordset("emerge turn appear seem become transpire understand know rumor rumour hear")
SAYS = wordset(
    "say add claim report believe allege think note explain recall write insist argue maintain suspect"
)
