"""What the network looks at for a word and an act of the same sentence, to tell whether the word fills a slot of the act.

Rules:
- How far the word is from the act and on which side, how many verbs and commas lie between.
- What the word is to the act by grammar: subject, object, agent, behind a preposition, in the same clause.
- Whether the rules put it into one of the slots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.claim import Claim, Filler
from testigo.reading.arguments import Range
from testigo.reading.scenes import Mention, Scene, clause_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
else:
    Numbers = object  # numpy is loaded only where something is read

SLOTS = ("actor", "target", "place", "time", "charge", "punishment", "quantity")
_FAR = (0, 1, 2, 4, 7, 12, 20)  # words between: the steps of a distance
_SIDE, _BETWEEN = len(_FAR) + 1, 4
_RELATIONS = 9
WIDTH = 2 * _SIDE + 2 * _BETWEEN + _RELATIONS + 1  # of a row, without the slots


def pairs(scene: Scene, mention: Mention, claim: Claim | None, size: int) -> Numbers:
    """A row for each of the first words of a sentence: 34 numbers, and one for each of SLOTS."""
    import numpy as np

    first, last = mention.at
    found = np.zeros((size, WIDTH + len(SLOTS)), np.float32)
    words = np.arange(size)
    before, behind = words < first, words >= last
    steps = np.searchsorted(_FAR, np.where(before, first - 1 - words, words - last))
    apart = before | behind
    found[words[apart], (np.where(before, 0, _SIDE) + steps)[apart]] = 1
    at = 2 * _SIDE
    verbs = {clause.verb.main for clause in scene.clauses}
    for is_one in (
        [n in verbs for n in range(size)],
        [token.lower == "," for token in scene.tokens[:size]],
    ):
        upto = np.concatenate([[0], np.cumsum(is_one)])
        between = np.where(
            before, upto[min(first, size)] - upto[words + 1], upto[words] - upto[min(last, size)]
        )
        found[words[apart], at + np.minimum(_BETWEEN - 1, between)[apart]] = 1
        at += _BETWEEN
    clause = mention.clause or clause_of(scene, first)
    if clause is not None:
        parts = (clause.subject, clause.object, clause.agent, clause.doer, clause.undergoer)
        for number, part in enumerate(parts):
            if part is not None:
                found[part[0] : part[1], at + number] = 1
        for _, part in clause.preps:
            found[part[0] : part[1], at + 5] = 1
        found[clause.first : clause.last, at + 6] = 1
        found[:, at + 7 : at + 9] = clause.passive, clause.verb.finite
    found[first:last, WIDTH - 1] = 1
    for number, slot in enumerate(SLOTS if claim is not None else ()):
        for filler in getattr(claim, slot):
            part = words_of(scene, filler)
            if part is not None:
                found[part[0] : part[1], WIDTH + number] = 1
    return found


def words_of(scene: Scene, filler: Filler) -> Range | None:
    """The words of a filler in the sentence itself: the pronoun, where it is one; None where it stands elsewhere."""
    span, tokens = filler.mention or filler.span, scene.tokens
    if span.start < tokens[0].start or span.end > tokens[-1].end:
        return None
    inside = [n for n, token in enumerate(tokens) if token.start < span.end and span.start < token.end]
    return (inside[0], inside[-1] + 1) if inside else None
