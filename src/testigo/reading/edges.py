"""Where a phrase that fills a slot begins and ends: no marks at its edges, no half of a pair of marks, no word cut off.

Rules:
- A quotation mark whose other half stands right outside belongs to the phrase: "“Marta,” 38".
- "The majority of those | arrested": what tells who "those" are belongs to them.
- "So | far | eleven", "reportedly two guards": what is said of the telling belongs to nobody.
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

Range = tuple[int, int]

_EDGES = wordset("“ ” \" « » ‘ ’ , ; : . – — - '")
_SAID_OF = wordset("reportedly allegedly apparently presumably supposedly")


def trim(tokens: tuple[Token, ...], part: Range) -> Range | None:
    """The range without quotation marks and commas at its edges, or None if nothing is left."""
    first, last = part[0], min(part[1], len(tokens))
    if first + 1 < last and tokens[first].lower == "dead" and tokens[first + 1].tag in ("CD", "DT"):
        first += 1  # "shot dead two farmers"
    while first < last and (tokens[first].text in _EDGES or (first + 1 < last and _is_aside(tokens, first))):
        first += 1
    while last > first and tokens[last - 1].text in _EDGES:
        if tokens[last - 1].text in '”"»' and any(t.text in '“"«' for t in tokens[first : last - 1]):
            break
        last -= 1
    return whole(tokens, first, last) if first < last else None


def _is_aside(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word opens a phrase that it is no part of: the "far" of "So far eleven", "reportedly two guards"."""
    pair = (tokens[at - 1].lower, tokens[at].lower) if at > 0 else ("", "")
    far = pair in (("so", "far"), ("by", "then"), ("until", "then"), ("since", "then"))
    deed = at + 1 < len(tokens) and tokens[at + 1].tag == "VBG"  # "for allegedly mocking a saint"
    return far or (tokens[at].lower in _SAID_OF and tokens[at].tag == "RB" and not deed)


def whole(tokens: tuple[Token, ...], first: int, last: int) -> Range:
    """A range with the other half of its quotation marks, and what tells who "those" at its end are."""
    opened = 0
    for token in tokens[first:last]:
        if token.text in "“«":
            opened += 1
        elif token.text in "”»":
            if opened == 0 and first > 0 and tokens[first - 1].text in "“«":
                first -= 1
            opened = max(0, opened - 1)
    behind = [token.text for token in tokens[last : last + 2]]
    if opened and behind[:1] and behind[0] in "”»":
        last += 1
    elif opened and len(behind) == 2 and behind[0] == "," and behind[1] in "”»":
        last += 2
    if last < len(tokens) and tokens[last - 1].lower == "those" and tokens[last].tag == "VBN":
        last += 1
    return first, last
