"""A row of names before a word that is about all of them: "Ana Sol, Ivo Lim, and Eva Paz – all of whom".

Rules:
- Going left, names that commas and "and" join belong to the row; the plural that leads it does not.
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks
from testigo.reading.phrases import upto


def all_upto(chunks: Chunks, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a token with the names before it in a row: "Ana Sol, Ivo Lim, and Eva Paz | – all of whom"."""
    tokens = chunks.sentence.tokens
    found = upto(chunks, end)
    first = found[0] if found is not None else 0
    while found is not None and first > 1:
        comma = first - 1 - (tokens[first - 1].lower == "and" and tokens[first - 2].text == ",")
        base = chunks.noun_upto.get(comma) if tokens[comma].lower in ("and", ",") else None
        if base is None or tokens[base[1] - 1].tag not in ("NNP", "NNPS"):
            break
        first = base[0]
    if found is None:
        return None
    base = chunks.noun_from.get(first)
    if base is not None and tokens[first].tag in ("DT", "PRP$") and base[1] + 1 < end:
        several = tokens[base[1] - 1].tag == "NNS" and tokens[base[1]].text == ","
        first = base[1] + 1 if several and tokens[base[1] + 1].tag == "NNP" else first
    return first, end  # "his brothers, Ivo and Petr Lim, each"
