"""What cannot be known, is not known yet or is only awaited: "it was unclear whether", "was expected to become"."""

from __future__ import annotations

from testigo.reading.classes import is_person
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene


def left_open(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The likes of "It was unclear whether the fire had to do with it"."""
    if clause.lemma not in ("be", "remain") or not clause.verb.finite:
        return None
    tokens = scene.tokens
    for at in range(clause.verb.last, min(clause.verb.last + 3, len(tokens) - 1)):
        if tokens[at].lower in _UNKNOWN and tokens[at + 1].lower in _WHETHER:
            return at, at + 1
    return None


_UNKNOWN = wordset("unclear unknown uncertain doubtful")
_WHETHER = wordset("whether if why how who what when where which")


def hard_to_know(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The likes of "it was difficult to determine how", "made it impossible to verify the number"."""
    if clause.lemma not in _KEEPING_OPEN or clause.verb.negated:
        return None
    tokens = scene.tokens
    for at in range(clause.verb.last, min(clause.verb.last + 4, len(tokens) - 2)):
        if tokens[at].lower in _HARD and tokens[at + 1].tag == "TO" and tokens[at + 2].lemma in _KNOWING:
            return at, at + 3
    return None


_KEEPING_OPEN = wordset("be remain make seem prove render")
_HARD = wordset("difficult impossible hard harder")
_KNOWING = wordset(
    "determine verify confirm assess establish estimate ascertain gauge know quantify say tell obtain compile corroborate document track trace count"
)


def is_awaited(scene: Scene, clause: Clause) -> bool:
    """Whether something is expected to be or become something; what people are expected to do is asked of them."""
    kids = scene.children(clause, "infinitive")
    people = clause.undergoer is not None and is_person(scene.tokens, clause.undergoer)
    return clause.passive and bool(kids) and (not people or any(kid.lemma in _BECOMING for kid in kids))


_BECOMING = wordset("become be remain win lose grow rise fall reach last continue worsen improve")
