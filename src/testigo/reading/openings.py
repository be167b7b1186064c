"""Where a clause starts: at its subject, its relative pronoun or its verb, with what leads in to it.

Rules:
- "On Monday," and "In Hyesan," before a subject belong to its clause, back to a boundary.
- A relative clause starts at its pronoun, an infinitive or "-ing" form at itself.
- A subject with its trade or age behind "and" starts a clause of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.reading.arguments import RELATIVES, Range
from testigo.reading.chunks import Chunks, VerbGroup, is_time
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

if TYPE_CHECKING:
    from testigo.reading.clauses import Clause

STOPS = wordset('. ! ? ; : … ... “ ” " « »')


def clause_first(tokens: tuple[Token, ...], at: int, subj: Range | None, kind: str) -> int:
    """Where the clause starts: its subject, its relative pronoun, or its verb; a lead at the head of the sentence too."""
    if kind in ("infinitive", "gerund"):
        return at
    start = subj[0] if subj is not None and subj[1] <= at else at
    if kind == "relative":
        while start < at and tokens[start].lower not in RELATIVES:
            start += 1
        return min(start, at - 1) if start == at else start
    return _lead(tokens, start)


def _lead(tokens: tuple[Token, ...], start: int) -> int:
    """Takes in "On Monday," or "In Hyesan," before the subject, back to a boundary."""
    if start == 0 or tokens[start - 1].lower != ",":
        return _behind_semicolon(tokens, start)
    for place in range(start - 2, max(-1, start - 16), -1):
        token = tokens[place]
        if token.tag[0] == "V" or token.tag == "MD" or token.lower in STOPS:
            return start
        if token.tag in ("IN", "RB", "TO") and (
            place == 0 or tokens[place - 1].tag in ("CC", "``") or tokens[place - 1].lower in ("that", ";")
        ):
            if tokens[place].lower in ("according", "as", "that"):
                return start
            return place
        if place == 0:
            return 0
    return start


def _behind_semicolon(tokens: tuple[Token, ...], start: int) -> int:
    """Takes in a day without a comma before the subject: "fled to Tarma; on May 5 | two nurses were fined"."""
    for place in range(start - 1, max(0, start - 6), -1):
        if tokens[place].tag == "IN":
            return place if tokens[place - 1].lower == ";" and is_time(tokens, (place + 1, start)) else start
    return start


def subject_of_its_own(chunks: Chunks, group: VerbGroup, other: Clause, at: int) -> bool:
    """Whether a subject with its trade or age follows "and": "two were fined and a third, a nurse, was arrested"."""
    tokens = chunks.sentence.tokens
    if group.last - group.first < 2 or tokens[at - 1].lower != ",":
        return False
    joint = next((n for n in range(at - 2, other.verb.last - 1, -1) if tokens[n].tag == "CC"), 0)
    base = chunks.noun_from.get(joint + 1) if joint else None
    if base is None or tokens[base[1]].lower != "," or base[1] >= at - 1 or is_time(tokens, base):
        return False
    inside = chunks.noun_from.get(base[1] + 1)
    return (
        inside is not None and inside[1] <= at - 1 and all(t.tag != "," for t in tokens[inside[1] : at - 1])
    )
