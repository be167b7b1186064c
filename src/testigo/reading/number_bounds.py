"""What bounds a number and belongs to its phrase: "at least forty women", "up to 2,600 people", "as many as ten men".

Rules:
- "At least" and "at most" are parted by the chunker, which takes "least forty women" for the phrase.
- "Up to" bounds a number only: not "gave it up to soldiers".
"""

from __future__ import annotations

from testigo.reading.tokens import Token


def with_bound(tokens: tuple[Token, ...], first: int, floor: int = 0) -> int:
    """Where a phrase starts that a bound stands before, not before `floor`; its own start where none does."""
    word, before = tokens[first].lower, tuple(token.lower for token in tokens[max(floor, first - 3) : first])
    if word in ("least", "most") and before[-1:] == ("at",):
        return first - 1
    if word == "to" and before[-1:] == ("up",):
        return first - 1
    if tokens[first].tag != "CD":
        return first
    if before in (("as", "many", "as"), ("as", "few", "as")):
        return first - 3
    return first - 2 if before[-2:] in _TWO else first


_TWO = (("up", "to"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("close", "to"), ("at", "least"))
