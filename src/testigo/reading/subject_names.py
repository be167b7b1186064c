"""The name before an age or a description that was taken for a subject: "Ri Yong Ho, 43, a truck driver, was taken".

Rules:
- Back over commas from an age or a description with an article to a name that nothing governs.
- A list is no description: what "and" joins stays as it is.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks, is_time
from testigo.reading.classes import is_class, is_person
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_NAMES = frozenset({"NNP", "NNPS"})
_ARTICLES = wordset("a an the one another")
_OPENS = frozenset({",", "CC", "``", "WRB", ":", "''"})
_STEPS = 3


def with_name_before(chunks: Chunks, found: Range, floor: int, *, anywhere: bool = False) -> Range:
    """A subject with the name that its age and descriptions tell of; itself where there is none.

    anywhere: whether the name may be an object too, as "who" stands for it.
    """
    tokens = chunks.sentence.tokens
    first = found[0]
    for _ in range(_STEPS):
        if (
            first - 2 < floor
            or tokens[first - 1].text != ","
            or not _tells_of_a_name(tokens, first, found[1])
        ):
            return found
        if _is_age(tokens, first - 2) and first - 3 > floor and tokens[first - 3].text == ",":
            first -= 2
            continue
        base = chunks.noun_upto.get(first - 1)
        if base is None or base[0] < floor or is_time(tokens, base):
            return found
        if tokens[base[1] - 1].tag in _NAMES:
            free = _stands_free(tokens, base, floor) or (anywhere and not _is_where(tokens, base))
            free = free and _is_somebody(tokens, base)
            return (base[0], found[1]) if free else found
        first = base[0]
    return found


def _tells_of_a_name(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Whether words may describe the one before them: an age, or somebody with an article, and no list."""
    if _is_age(tokens, first):
        return True
    if tokens[first].lower not in _ARTICLES or not is_person(tokens, (first, end)):
        return False
    return not any(token.tag == "CC" for token in tokens[first:end])


def _is_age(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].tag == "CD" and len(tokens[at].text) < 4 and tokens[at + 1].text == ","


def _is_somebody(tokens: tuple[Token, ...], base: Range) -> bool:
    return is_class(tokens, base, "person") and not is_class(tokens, base, "authority")


def _is_where(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a name tells where: "In Orun, a nurse, who fled"."""
    return base[0] > 0 and tokens[base[0] - 1].lower in ("in", "at", "near", "from", "outside", "around")


def _stands_free(tokens: tuple[Token, ...], base: Range, floor: int) -> bool:
    """Whether a name is neither governed by a preposition nor done to by a verb."""
    before = tokens[base[0] - 1] if base[0] > floor else None
    return before is None or before.tag in _OPENS or before.lower in ("that", "because", "while", "when")
