"""Rows of names before a verb: which phrases before a comma or "and" are parts of one row.

Rules:
- A name between a comma and another comma or "and" is a middle part of a row ("HRANA, IranWire, and ...").
- What leads a sentence up to its first comma is no part of the row behind it ("In Tarn, | Ana Ruiz and Eva Paz were fined").
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks
from testigo.reading.phrase_ends import QUOTES


def base_end(chunks: Chunks, first: int) -> int:
    """Where the bare noun phrase at `first` ends."""
    base = chunks.noun_from.get(first)
    return base[1] if base else first + 1


def in_row(chunks: Chunks, first: int) -> bool:
    """Whether the phrase at `first` is a middle part of a list of names ("HRANA, IranWire, and ...")."""
    tokens = chunks.sentence.tokens
    end = base_end(chunks, first)
    return (
        end + 1 < len(tokens)
        and tokens[end].lower in (",", "and")
        and tokens[first].tag in ("NNP", "NNPS")
        and (tokens[end].lower == "and" or tokens[end + 1].lower == "and")
    )


def closes_lead(chunks: Chunks, comma: int, floor: int) -> bool:
    """Whether a comma ends what leads a sentence, before two names that act: "In Tarn, | Ana Ruiz and Eva Paz were fined"."""
    tokens = chunks.sentence.tokens
    start = floor + (tokens[floor].lower in QUOTES)
    if tokens[start].tag != "IN" or any(token.lower == "," for token in tokens[start:comma]):
        return False
    joint = base_end(chunks, comma + 1)
    end = base_end(chunks, joint + 1) if joint + 1 < len(tokens) else joint
    return any(g.finite and end <= g.first <= end + 2 for g in chunks.verbs)


def of_three(chunks: Chunks, first: int, floor: int) -> bool:
    """Whether the phrase at `first` has another with a comma before it: "the Union, | the Guild, and the League"."""
    tokens = chunks.sentence.tokens
    return first - 2 >= floor and tokens[first - 1].lower == "," and (first - 1) in chunks.noun_upto
