"""Whom a pronoun stands for that is named only behind it: "When he was arrested, | Ivo Sol was a cook".

Rules:
- The pronoun stands in a clause that leads the sentence; the name is the subject of the main clause right behind its comma.
- Nobody else is named just before whom the pronoun may recall, and the main clause does nothing to a "him" or "her" of its own.
"""

from __future__ import annotations

from testigo.reading.appositions import is_named
from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks
from testigo.reading.classes import is_person
from testigo.reading.coreference import People
from testigo.reading.lists import wordset

_LEADS = wordset("when after before while as since although though once because")
_SINGLE = wordset("he she him her")
_OBJECTS = wordset("him her")


def named_later(people: People, chunks: Chunks, part: Range) -> Range:
    """The name behind that a lone pronoun stands for; the part itself else."""
    tokens = chunks.sentence.tokens
    pronoun = tokens[part[0]]
    if part[1] - part[0] != 1 or pronoun.lower not in _SINGLE or tokens[0].lower not in _LEADS:
        return part
    if pronoun.tag == "PRP$" or any(token.lower == "," for token in tokens[: part[0]]):
        return part
    comma = next((n for n in range(part[1], len(tokens) - 1) if tokens[n].lower == ","), 0)
    name = chunks.noun_from.get(comma + 1) if comma else None
    if name is None or not is_named(tokens, name) or not is_person(tokens, name):
        return part
    verb = next((g for g in chunks.verbs if g.finite and name[1] <= g.first), None)
    if verb is None or any(token.lower == "and" for token in tokens[name[0] : verb.first]):
        return part
    if any(token.tag == "PRP" and token.lower in _OBJECTS for token in tokens[verb.last :]):
        return part  # "When he came, Ivo Sol beat him"
    names = frozenset(token.lower for token in tokens[name[0] : name[1]])
    return part if _recalls(people, chunks.sentence.index, pronoun.start, names) else name


def _recalls(people: People, index: int, start: int, names: frozenset[str]) -> bool:
    """Whether somebody else was named just before, in this sentence or the one before it."""
    for known in reversed(people.known):
        if known.sentence < index - 1:
            return False
        if known.span.start < start and not known.plural and known.names.isdisjoint(names):
            return True
    return False
