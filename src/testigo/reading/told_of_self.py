"""Who tells of themselves: "she says that she was made to kneel" is about the one who tells, where she is told by "she" too.

Rules:
- "I" in what is told is whoever tells it.
- A source, an official or a lawyer tells of others; a farmer, a nun or a prisoner of what happened to them.
- A relative tells of themselves where the pronoun cannot be whom they are related to: "His sister ... she says that she".
"""

from __future__ import annotations

from testigo.claim import Source, Span
from testigo.reading.coreference import FOR_OTHERS, People
from testigo.reading.tokens import Token

_NEAR = 40  # persons: no sentence names more
I_MYSELF = frozenset(("i", "me", "my", "myself"))
_OTHER = {"she": "his", "he": "her"}


def told_of_self(people: People, speaker: Source | None, pronoun: Token) -> Span | None:
    """The words for whoever tells, where a pronoun stands for them too; None where it may be somebody else."""
    if speaker is not None and pronoun.lower in I_MYSELF:
        return speaker.refers or speaker.span
    if speaker is None or speaker.refers is None or pronoun.lower not in _OTHER:
        return None
    if speaker.text.lower() != pronoun.lower or speaker.span.start >= pronoun.start:
        return None
    between = Span(speaker.span.end, pronoun.start)
    if any(between.contains(one.span) and not one.plural for one in people.known[-_NEAR:]):
        return None  # "He said that the man was exposed and that he"
    words = speaker.refers.of(people.text).lower().replace(",", " ").split()
    related = words[:1] == [_OTHER[pronoun.lower]]
    return speaker.refers if related or FOR_OTHERS.isdisjoint(words) else None
