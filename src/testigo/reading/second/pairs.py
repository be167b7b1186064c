"""What the network looks at for a word and an act of the same sentence, to tell whether the word fills a slot of the act.

Rules:
- How far the word is from the act and on which side, how many verbs and commas lie between.
- What the word is to the act by grammar: subject, object, agent, behind a preposition, in the same clause.
- Whether the rules put it into one of the slots.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from testigo.claim import Claim, Filler
from testigo.reading.arguments import Range
from testigo.reading.scenes import Mention, Scene, clause_of
from testigo.reading.tokens import Token

if TYPE_CHECKING:
    from testigo.reading.second.arrays import Numbers

SLOTS = ("actor", "target", "place", "time", "charge", "punishment", "quantity")
_FAR = (0, 1, 2, 4, 7, 12, 20)  # words between: the steps of a distance
_STEPS = tuple(sum(far < apart for far in _FAR) for apart in range(_FAR[-1] + 1))  # the step of each distance
_SIDE, _BETWEEN = len(_FAR) + 1, 4
_RELATIONS = 9
WIDTH = 2 * _SIDE + 2 * _BETWEEN + _RELATIONS + 1  # of a row, without the slots
_ROW = WIDTH + len(SLOTS)


def pairs(scene: Scene, told: Sequence[tuple[Mention, Claim | None]], size: int) -> Numbers:
    """For each act, with its claim, a row for each of the first words of a sentence: 34 numbers, and one for each of SLOTS."""
    import numpy as np

    verbs = {clause.verb.main for clause in scene.clauses}
    counted = (
        _counted([n in verbs for n in range(size)]),
        _counted([token.lower == "," for token in scene.tokens[:size]]),
    )
    ones: list[int] = []
    for number, (mention, claim) in enumerate(told):
        start = number * size * _ROW
        _put_apart(ones, start, mention.at, counted, size)
        _put_grammar(ones, start, scene, mention, size)
        for column, slot in enumerate(SLOTS if claim is not None else ()):
            for filler in getattr(claim, slot):
                part = words_of(scene, filler)
                if part is not None:
                    _put(ones, start, part, size, WIDTH + column)
    found = np.zeros(len(told) * size * _ROW, np.float32)
    found[ones] = 1
    return found.reshape(len(told), size, _ROW)


def _counted(marked: Sequence[bool]) -> list[int]:
    """How many words are marked before each, and before the end."""
    found = [0]
    for one in marked:
        found.append(found[-1] + one)
    return found


def _put(ones: list[int], start: int, part: Range, size: int, column: int) -> None:
    """A one in a column for each of some words. ones: where ones stand; start: where the rows of the act begin."""
    ones += [start + n * _ROW + column for n in range(part[0], min(part[1], size))]


def _put_apart(ones: list[int], start: int, at: Range, counted: Sequence[list[int]], size: int) -> None:
    """How far each word is from an act, and how many verbs and commas lie between."""
    first, last = min(at[0], size), min(at[1], size)
    for n in range(size):
        if at[0] <= n < at[1]:
            continue
        before = n < at[0]
        far = at[0] - 1 - n if before else n - at[1]
        row = start + n * _ROW
        ones.append(row + (0 if before else _SIDE) + (_STEPS[far] if far < len(_STEPS) else len(_FAR)))
        column = 2 * _SIDE
        for upto in counted:
            between = upto[first] - upto[n + 1] if before else upto[n] - upto[last]
            ones.append(row + column + min(_BETWEEN - 1, between))
            column += _BETWEEN


def _put_grammar(ones: list[int], start: int, scene: Scene, mention: Mention, size: int) -> None:
    """What each word is to an act by grammar."""
    at = 2 * _SIDE + 2 * _BETWEEN
    clause = mention.clause or clause_of(scene, mention.at[0])
    if clause is not None:
        parts = (clause.subject, clause.object, clause.agent, clause.doer, clause.undergoer)
        for number, part in enumerate(parts):
            if part is not None:
                _put(ones, start, part, size, at + number)
        for _, part in clause.preps:
            _put(ones, start, part, size, at + 5)
        _put(ones, start, (clause.first, clause.last), size, at + 6)
        for column, is_so in ((at + 7, clause.passive), (at + 8, clause.verb.finite)):
            if is_so:
                _put(ones, start, (0, size), size, column)
    _put(ones, start, mention.at, size, WIDTH - 1)


def words_of(scene: Scene, filler: Filler) -> Range | None:
    """The words of a filler in the sentence itself: the pronoun, where it is one; None where it stands elsewhere."""
    span, tokens = filler.mention or filler.span, scene.tokens
    if span.start < tokens[0].start or span.end > tokens[-1].end:
        return None
    first = bisect_right(tokens, span.start, key=_end)
    last = bisect_left(tokens, span.end, key=_start)
    return (first, last) if first < last else None


def _start(token: Token) -> int:
    return token.start


def _end(token: Token) -> int:
    return token.end
