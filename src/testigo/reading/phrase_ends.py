"""Where the parts of a noun phrase end, going right: its base, a list of names, a relative clause.

Rules:
- A relative clause ends at a comma, semicolon, dash or quotation mark.
- After a comma a list of names goes on where "and" closes it and no verb follows.
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks
from testigo.reading.lists import wordset

QUOTES = frozenset('“”"«»「」『』')


def base_at(chunks: Chunks, first: int, ceiling: int) -> tuple[int, int] | None:
    """The base phrase that starts at a token, or the rest of the one that it stands in."""
    if first >= ceiling:
        return None
    base = chunks.noun_from.get(first)
    if base is None and chunks.noun_of[first] >= 0:
        base = (first, chunks.nouns[chunks.noun_of[first]][1])
    return base


def comma_list(chunks: Chunks, comma: int, ceiling: int) -> bool:
    """Whether a list of names goes on after the comma."""
    tokens = chunks.sentence.tokens
    at = comma + 1
    if at < ceiling and tokens[at].lower == "and":
        after = base_at(chunks, at + 1, ceiling)
        return after is not None and not starts_clause(chunks, after[1], ceiling)
    after = base_at(chunks, at, ceiling)
    if after is None or tokens[at].tag not in ("NNP", "NNPS"):
        return False
    end = after[1]
    return end + 1 < ceiling and (
        tokens[end].lower == "and" or (tokens[end].lower == "," and tokens[end + 1].lower == "and")
    )


def starts_clause(chunks: Chunks, end: int, ceiling: int) -> bool:
    """Whether a finite verb stands where a phrase ends."""
    group = chunks.verb_at(end) if end < ceiling else None
    return group is not None and group.finite


def relative_end(chunks: Chunks, first: int, ceiling: int) -> int:
    """The end of a relative clause: a comma, semicolon, dash or quotation mark, or the ceiling."""
    tokens = chunks.sentence.tokens
    for at in range(first + 1, ceiling):
        year = tokens[at + 1].text if tokens[at].text == "," and at + 1 < ceiling else ""
        if len(year) == 4 and year.isdigit() and tokens[at - 1].tag == "CD":
            continue  # "who has been held since December 4, | 2020, for"
        if tokens[at].lower in (",", ";", ":", ".", "–", "—") or tokens[at].lower in QUOTES:
            return at
    return ceiling


def is_office(chunks: Chunks, at: int) -> bool:
    """Whether a bare phrase says what somebody is, with "of": the "Democrat of Ohio" of "Joan Abbate, Democrat of Ohio"."""
    base, tokens = chunks.noun_from.get(at), chunks.sentence.tokens
    return (
        base is not None
        and base[1] - base[0] == 1
        and base[1] < len(tokens)
        and tokens[base[1]].lower == "of"
    )


def ends_nickname(chunks: Chunks, end: int) -> bool:
    """Whether a name in quotation marks by which somebody is known ends before a token: "known as “the Bull” | told"."""
    tokens = chunks.sentence.tokens
    opens = next((n for n in range(end - 2, max(0, end - 7), -1) if tokens[n].lower in QUOTES), 0)
    return opens > 0 and tokens[opens - 1].lower in _NICKNAMED


_NICKNAMED = wordset("as called nicknamed named dubbed surnamed")
