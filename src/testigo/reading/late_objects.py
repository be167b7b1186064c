"""Objects that stand far behind their verb: "took with them forty head of cattle", "detained without charge three men".

Rules:
- A pronoun or time after a preposition may stand between a verb and its object.
- So may ", among others," and the end of what two dashes set in: "have arrested – and later released – Ana Lo".
- So may how somebody is held or tried ("without charge", "in secret", "in absentia", "for two weeks"), where people follow.
"""

from __future__ import annotations

from testigo.reading.arguments import past_approximators
from testigo.reading.chunks import Chunks, is_time
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset


def late_object(chunks: Chunks, at: int, ceiling: int) -> int:
    """Where an object starts that stands behind a pronoun or time: "took with them forty head of cattle"."""
    tokens = chunks.sentence.tokens
    if at >= ceiling or tokens[at].tag != "IN":
        return _behind_marks(chunks, at, ceiling)
    past = _past_how(chunks, at, ceiling)
    if past > at:
        return past if tokens[past].tag in ("CD", "DT", "NNS", "JJ", "PRP$", "NNP", "NN") else at
    between = chunks.noun_from.get(at + 1)
    if between is None or between[1] >= ceiling:
        return at
    if tokens[at].lower == "from" and tokens[between[1] - 1].lower in _LEFT and between[1] - between[0] == 1:
        counted = past_approximators(tokens, between[1], ceiling)  # "released from custody about 30 men"
        return counted if tokens[counted].tag in ("CD", "DT", "NNS", "JJ", "PRP$", "NNP") else at
    if between[1] not in chunks.noun_from:
        return at
    light = (
        tokens[between[0]].tag == "PRP" or is_time(tokens, between) or tokens[between[0]].lower == "absentia"
    )
    return between[1] if light and tokens[between[1]].tag in ("CD", "DT", "NNS", "JJ", "PRP$") else at


def _behind_marks(chunks: Chunks, at: int, ceiling: int) -> int:
    """Past ", among others," and past the dash that closes what was set in behind another verb; the place itself else."""
    tokens, end = chunks.sentence.tokens, at
    if [token.lower for token in tokens[at : at + 4]] == [",", "among", "others", ","]:
        end = at + 4
    elif at < ceiling and tokens[at].lower in _DASHES:
        opens = next((n for n in range(at - 1, 0, -1) if tokens[n].lower == tokens[at].lower), 0)
        end = at + 1 if opens and chunks.verb_of[opens - 1] >= 0 else at
    base = chunks.noun_from.get(end) if end > at else None
    return end if base is not None and end < ceiling and not is_time(tokens, base) else at


_DASHES = wordset("– — -")


def _past_how(chunks: Chunks, at: int, ceiling: int) -> int:
    """Past how somebody is held or tried, where people follow: "detained without charge three men"; the place itself else."""
    tokens, first = chunks.sentence.tokens, at
    while at + 2 < ceiling and tokens[at].lower in _HOW:
        end = at + 1
        while end < ceiling and tokens[end].lower in _HOW[tokens[at].lower]:
            end += 1
        if end == at + 1 and tokens[end].tag in ("CD", "DT") and end + 1 < ceiling:
            end += 2 * is_time(tokens, (end + 1, end + 2))  # "held for two weeks two reporters"
        if end == at + 1:
            break
        at = end
    if at == first:
        return first
    end = past_approximators(tokens, at, ceiling)
    last = end
    while last < ceiling and chunks.noun_of[last] >= 0:
        last += 1
    counted = last > end and tokens[end].tag == "CD" and tokens[last - 1].tag == "NNS"
    return at if counted or (last > end and is_class(tokens, (end, last), "person")) else first


_HOW = {
    "without": wordset("charge charges trial warrant explanation hearing formal a any judicial or"),
    "in": wordset("secret custody isolation public absentia incommunicado solitary confinement"),
    "at": wordset("gunpoint random"),
    "by": wordset("force"),
    "under": wordset("house arrest"),
    "for": frozenset[str](),
}
_LEFT = wordset("custody prison jail detention office work power post hospital home school court")
