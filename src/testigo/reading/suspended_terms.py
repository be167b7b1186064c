"""Asides on which part of a sentence is suspended, and what is told behind them: "four years, two of which are suspended, and a fine".

Rules:
- Such an aside is no act of its own; punishments and charges behind it belong to the sentence before it.
- So do charges behind what a ban is on: "a ban on leaving the country on charges of theft".
"""

from __future__ import annotations

from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Token

_HELD = wordset("suspended enforceable deferred executable conditional")
_OPENING = wordset("suspended half part parts all some most which with of one the")
_BANS = wordset("ban bans prohibition")
_SENTENCING = wordset("sentence condemn jail imprison give get receive hand impose convict order face")
_REACH = 18  # tokens: no aside on a term is longer


def past_suspended(tokens: tuple[Token, ...], at: int) -> int:
    """The comma that closes an aside on what is suspended, which the comma at `at` opens; `at` itself where none does."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return at
    if tokens[at + 1].tag != "CD" and tokens[at + 1].lower not in _OPENING:
        return at
    held = False
    for n in range(at + 1, min(len(tokens), at + _REACH)):
        if tokens[n].text == ",":
            return n if held else at
        if tokens[n].text in (".", ";"):
            break
        held = held or tokens[n].lower in _HELD
    return at


def is_part_of_term(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only tells which part of a sentence before it is suspended: ", three of them suspended"."""
    tokens, verb = scene.tokens, clause.verb
    words = tokens[verb.main : verb.main + 2]
    if not any(token.lower in _HELD for token in words) or not clause.number:
        return False
    comma = next((n for n in range(verb.first - 1, max(-1, verb.first - 6), -1) if tokens[n].text == ","), -1)
    if comma < 1 or (tokens[comma + 1].tag != "CD" and tokens[comma + 1].lower not in _OPENING):
        return False
    if any(token.tag.startswith("NNP") or token.tag == "PRP$" for token in tokens[comma + 1 : verb.first]):
        return False
    return any(before.lemma in _SENTENCING for before in scene.clauses[: clause.number])


def says_more_of_term(scene: Scene, mention: Mention) -> bool:
    """Whether an act is only seen in an aside on a term, or in a punishment behind it that the sentence holds."""
    clause = mention.clause
    if clause is None or not is_part_of_term(scene, clause):
        return False
    return (
        mention.trigger.act in _PUNISHING
        if mention.noun
        else mention.at[0] <= clause.verb.main < mention.at[1]
    )


_PUNISHING = wordset("sentence movement_restriction")


def behind_term(scene: Scene, clause: Clause) -> list[Clause]:
    """The clauses right behind a sentence that only say more of its terms, where its charges may stand."""
    found: list[Clause] = []
    for other in scene.clauses[clause.number + 1 :]:
        at = other.verb.first
        banned = other.kind == "gerund" and other.link == "on" and scene.tokens[at - 2].lower in _BANS
        if not banned and not is_part_of_term(scene, other):
            break
        found.append(other)
    return found
