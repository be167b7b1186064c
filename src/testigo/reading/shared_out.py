"""Punishments shared out among several: "handed life sentences to four men and prison terms of seven to 20 years to 11 others".

Rules:
- Each term stands before "to" and those who got it; "to 20 years" belongs to a term.
- There are two such pairs at least, joined by "and" or a comma; one alone is read as any other sentence.
"""

from __future__ import annotations

from testigo.reading.arguments import Range, past_approximators
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.punishment_edges import LENGTHS
from testigo.reading.scenes import Scene

_GIVING = wordset("give hand issue deliver pass impose mete dish")
_PARTICLES = wordset("down out")
_REACH = 16  # words of one term


def shared_out(scene: Scene, clause: Clause) -> list[tuple[Range, Range]]:
    """Each punishment of a clause with those who got it; nothing where it is not shared out."""
    if clause.lemma not in _GIVING or clause.passive:
        return []
    tokens = scene.tokens
    at = clause.verb.last + (clause.verb.last < len(tokens) and tokens[clause.verb.last].lower in _PARTICLES)
    found: list[tuple[Range, Range]] = []
    while (pair := _pair(scene, at)) is not None:
        found.append(pair)
        at = pair[1][1]
        if at >= len(tokens) or tokens[at].lower not in ("and", ","):
            break
        at += 2 if [token.lower for token in tokens[at : at + 2]] == [",", "and"] else 1
    return found if len(found) > 1 else []


def _pair(scene: Scene, first: int) -> tuple[Range, Range] | None:
    """The term that starts at a token and those who got it."""
    tokens = scene.tokens
    for at in range(first + 1, min(len(tokens) - 1, first + _REACH)):
        if tokens[at].tag in ("MD", "VBD", "VBZ", "VBP", ".", ","):
            return None
        start = past_approximators(tokens, at + 1, len(tokens)) if tokens[at].lower == "to" else 0
        base = scene.chunks.noun_from.get(start) if start else None
        if base is None or not (is_class(tokens, base, "person") or tokens[base[1] - 1].lower == "others"):
            continue
        term = any(is_class(tokens, (n, n + 1), "term") for n in range(first, at))
        term = term or any(token.lower in LENGTHS for token in tokens[first:at])
        return ((first, at), (at + 1, base[1])) if term else None
    return None
