"""Lists whose parts are set apart by semicolons, because each has commas of its own.

Rules:
- "Police arrested Ana Lo, a nurse; Ivo Sol, 34, a driver; and Mira Tan": each part names one more, the last behind "and".
- A part with a finite verb outside a relative clause is a clause, and then nothing is a list.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks

_FAR = 12  # tokens that tell about one part
_RELATIVE = frozenset({"who", "which", "whose", "whom", "that"})


def behind_semicolons(chunks: Chunks, part: Range) -> list[Range]:
    """The parties that a list goes on with behind the words for the first; none where no list goes on."""
    tokens = chunks.sentence.tokens
    found: list[Range] = []
    at = _semicolon(chunks, part[1])
    while at:
        last = tokens[at + 1].lower in ("and", "or")
        start = at + 1 + last
        base = chunks.noun_from.get(start)
        if base is None:
            return []
        found.append(base)
        if last:
            return found if len(found) > 1 and not _tells(chunks, start, len(tokens)) else []
        at = _semicolon(chunks, base[1])
    return []


def _semicolon(chunks: Chunks, start: int) -> int:
    """The semicolon that ends what tells about a part, with a word behind it; 0 for none."""
    tokens = chunks.sentence.tokens
    stop = min(len(tokens) - 2, start + _FAR)
    at = next((n for n in range(start, stop) if tokens[n].lower == ";"), 0)
    return at if at and not _tells(chunks, start, at) else 0


def _tells(chunks: Chunks, first: int, last: int) -> bool:
    """Whether a finite verb stands here, outside a relative clause."""
    tokens = chunks.sentence.tokens
    for group in chunks.verbs:
        if first <= group.first < last and group.finite:
            inside = tokens[max(first, group.first - 4) : group.first]
            if _RELATIVE.isdisjoint(token.lower for token in inside):
                return True
    return False
