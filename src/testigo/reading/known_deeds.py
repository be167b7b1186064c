"""Nouns that name a deed for known, whatever the words around doubt or plan.

Rules:
- A part that somebody is said to have had "in the killing of a judge" is in doubt, not that the judge was killed.
- What something was "prompted by" has happened; so has what somebody is charged with or dismissed "for".
- A row of nouns goes together: "in the arrest and beating of".
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_DEFINITE = wordset("the this that these those his her their its")
_PARTS = wordset("involvement role part participation complicity")
_CAUSING = wordset("prompt trigger spark cause provoke")
_BLAMING = wordset("charge charges dismiss suspend punish try sentence convict fine prosecute indict file")


def deed_start(chunks: Chunks, tokens: tuple[Token, ...], at: int) -> int:
    """Where the phrase of a noun starts, or the first of the row that it stands in."""
    number = chunks.noun_of[at]
    start = chunks.nouns[number][0] if number >= 0 else at
    while start > 1 and tokens[start - 1].lower in ("and", "or", ","):
        base = chunks.noun_upto.get(start - 1)
        if base is None:
            break
        start = base[0]
    return start


def taken_part_in(chunks: Chunks, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun names a known deed that somebody is said to have had a part in: "his alleged role in the killing of"."""
    start = deed_start(chunks, tokens, at)
    if start < 2 or tokens[start].lower not in _DEFINITE:
        return False
    return tokens[start - 1].lower == "in" and tokens[start - 2].lemma in _PARTS


def has_caused(chunks: Chunks, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun names what brought something about: "was probably prompted by the escape of a family"."""
    start = deed_start(chunks, tokens, at)
    if start < 2 or tokens[start].lower not in _DEFINITE:
        return False
    return tokens[start - 1].lower == "by" and tokens[start - 2].lemma in _CAUSING


def is_blamed(chunks: Chunks, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun names what somebody answers for: "filed charges against two officers for the arrest of a nurse"."""
    start = deed_start(chunks, tokens, at)
    if start < 1 or tokens[start - 1].lower != "for" or tokens[start].lower not in _DEFINITE:
        return False
    before = next((g for g in reversed(chunks.verbs) if g.last <= start), None)
    return before is not None and tokens[before.main].lemma in _BLAMING and not before.modal
