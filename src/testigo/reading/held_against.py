"""Deeds that are only held against somebody: "was suspected of having shot a guard", "charged with beating two others".

Rules:
- What somebody is suspected of is speculated, what somebody is accused or charged with hedged.
- What somebody is acquitted or cleared of, and pleads not guilty to, is nobody's deed: it is what the charge was.
- Who accuses somebody tells it: "Guards accused her of trying to flee" is theirs, as firm as they put it.
- "Two men believed to have been tortured": nobody vouches for it.
- A row goes together: "charged with killing a guard and beating two others".
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_REACH = 16  # words from the charge to the deed: room for a first deed with its object
_CLEARING = wordset("acquit clear exonerate absolve")
_HELD = {"suspect": "speculated", "charge": "hedged", "indict": "hedged", "accuse": "hedged"}
_ENDS = frozenset({"VBD", "VBZ", "VBP", "MD", ".", ":", "WP", "WDT", "WRB", "''"})


def held_against(tokens: tuple[Token, ...], first: int) -> tuple[str, int] | None:
    """The status that an accusation leaves a deed, and where its word stands: "was suspected of having shot a guard".

    first: where the deed's verb group starts. None where the deed is not only held against somebody.
    """
    at = _charging(tokens, first)
    if at < 0 or (tokens[at].lemma == "accuse" and tokens[at + 1].lower not in _LEADING):
        return None
    status = _HELD.get(tokens[at].lemma)
    return (status, at) if status is not None else None


def only_thought(tokens: tuple[Token, ...], first: int) -> int:
    """Where the word stands by which people are only said to have done or suffered something; -1 for none.

    first: where the verb group starts: "two men believed | to have been tortured", "those said | to have been pardoned".
    """
    at = first - 1
    if at < 1 or tokens[first].tag != "TO" or tokens[at].lower not in _THOUGHT or tokens[at].tag != "VBN":
        return -1
    while at > 1 and tokens[at - 1].tag == "RB":
        at -= 1
    behind = [token.lower for token in tokens[first + 1 : first + 2]]
    described = (
        tokens[at - 1].tag in ("NN", "NNS", "NNP", "NNPS", "DT", "CD", "PRP") or tokens[at - 1].text == ","
    )
    return first - 1 if described and behind in (["have"], ["be"]) else -1


_THOUGHT = wordset(
    "said believed thought alleged reported rumored rumoured feared presumed understood suspected"
)


def cleared_of(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a deed is what somebody is cleared of: "acquitted the man of killing a guard", "pleaded not guilty to"."""
    at = _charging(tokens, first)
    if at < 0:
        return False
    if tokens[at].lower == "guilty":
        return any(token.lower in ("not", "n't", "n’t") for token in tokens[max(0, at - 4) : at])
    return tokens[at].lemma in _CLEARING


def _charging(tokens: tuple[Token, ...], first: int) -> int:
    """Where the word stands that holds a deed in the "-ing" form against somebody, or -1."""
    if first >= len(tokens) or tokens[first].tag != "VBG":
        return -1
    opens = _opens(tokens, first)
    if opens < 1:
        return -1
    for at in range(opens - 1, max(-1, opens - _REACH), -1):
        token = tokens[at]
        if token.lower == "guilty" or token.lemma in _WORDS:
            return at
        if token.tag in _ENDS or token.tag == ",":
            return -1
    return -1


_WORDS = _CLEARING | frozenset(_HELD)


def _opens(tokens: tuple[Token, ...], first: int) -> int:
    """Where the "of" or "with" stands that leads to a deed, or to the first of a row of deeds; 0 where there is none."""
    if tokens[first - 1].lower in _LEADING:
        return first - 1
    if tokens[first - 1].tag not in ("CC", ","):
        return 0
    for at in range(first - 2, max(0, first - _REACH), -1):
        if tokens[at].lower in _LEADING and tokens[at + 1].tag == "VBG":
            return at
        if tokens[at].tag in _ENDS:
            return 0
    return 0


_LEADING = wordset("of with to")
