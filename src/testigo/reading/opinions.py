"""Views: what somebody thinks, expects or makes of something, where the clause carries no act of its own.

Rules:
- "believe", "expect", "see as", "put down to" and their like carry a view where what they govern is no act.
- "seem", "appear", "likely", "probably" carry one where the clause they stand in is no act; "may have" only with a
  state: "may have denounced him" tells an act, even where no line knows which.
- "There is speculation that ..." is a view; so is what is told to be hard to know or not related.
- A view is one claim: its trigger is the word that makes it one.
"""

from __future__ import annotations

from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import Trigger

_OPINION = Trigger(
    "view.opinion", "view", "view", (), (), (), "Analysts believe that the rules are too strict."
)
_GUESS = Trigger("view.guess", "view", "view", (), (), (), "The trial seems to be meant as a warning.")
_NOUN = Trigger("view.noun", "view", "view", (), (), (), "There is speculation that the rule will not last.")
_MEANING = Trigger("view.meaning", "view", "view", (), (), (), "The notices are meant to close the files.")

VIEWS = (_OPINION, _GUESS, _NOUN, _MEANING)

_THINK = wordset(
    "believe think expect predict see view regard consider interpret attribute suspect doubt hope assume guess feel agree"
    " speculate anticipate reckon argue conclude foresee estimate judge call describe"
)
_SEEM = wordset("seem appear")
_ADVERBS = wordset(
    "likely probably perhaps presumably possibly apparently maybe evidently supposedly seemingly"
)
_NOUNS = wordset(
    "speculation belief view opinion suspicion expectation likelihood possibility impression fear hope sign indication"
)
_MODALS = wordset("may might")
_STATES = wordset("be have seem mean reflect indicate relate link result stem owe want hope need explain")
_AIMS = wordset("mean design intend aim prompt motivate")


def opinions(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The views of a sentence, beside the acts that have been found in it."""
    held = {m.clause.number for m in found if m.clause is not None and not m.noun}
    more: list[Mention] = []
    for clause in scene.clauses:
        if clause.number in held or any(
            m.clause is not None and m.clause.number == clause.number for m in more
        ):
            continue
        mention = _opinion(scene, clause, held)
        if mention is not None and not any(m.span[0] <= mention.at[0] < m.span[1] for m in more):
            more.append(mention)
    return more


def _opinion(scene: Scene, clause: Clause, held: set[int]) -> Mention | None:
    kids = [c for c in scene.clauses if c.governor == clause.number]
    after = [c for c in scene.clauses[clause.number + 1 :] if c.first <= clause.last + 2][:1]
    governed = {c.number for c in (*kids, *after)}
    at = (clause.verb.first, clause.verb.last)
    if clause.lemma in _THINK and clause.verb.finite and clause.doer is not None:
        return _mention(scene, clause, _OPINION, at) if _takes_thought(clause, held, governed) else None
    if clause.lemma in _SEEM and clause.verb.finite and not governed & held and _seems(scene, clause):
        return _mention(scene, clause, _GUESS, at)
    if clause.lemma in _AIMS and clause.passive and clause.verb.finite:
        return _mention(scene, clause, _MEANING, at)
    guess = _guessing(scene, clause)
    if guess is not None and clause.kind in ("main", "joined") and not governed & held:
        return _mention(scene, clause, _GUESS, guess)
    if clause.lemma == "be" and clause.object is not None:
        for place in range(*clause.object):
            if scene.tokens[place].lower in _NOUNS and scene.tokens[clause.verb.first - 1].lower == "there":
                return _mention(scene, clause, _NOUN, (place, place + 1))
    return None


def _seems(scene: Scene, clause: Clause) -> bool:
    """Whether "appear" or "look" means seeming: with "to", "that", "like", "as" or an adjective after it."""
    at = clause.verb.last
    after = scene.tokens[at] if at < len(scene.tokens) else None
    return after is not None and (after.lower in ("to", "that", "like", "as", "likely") or after.tag == "JJ")


def _takes_thought(clause: Clause, held: set[int], governed: set[int]) -> bool:
    """Whether what is thought is no act: a clause or infinitive without one, or "see ... as"."""
    if clause.lemma in ("see", "view", "regard", "describe", "call", "consider", "interpret"):
        return clause.object is not None and any(p == "as" for p, _ in clause.preps)
    if clause.lemma == "attribute":
        return clause.object is not None and any(p == "to" for p, _ in clause.preps)
    return not governed & held and (bool(governed) or clause.object is not None)


def _guessing(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    for place in range(clause.first, min(clause.last, clause.verb.last + 3)):
        token = scene.tokens[place]
        if token.lower in _ADVERBS:
            return place, place + 1
        modal = token.lower in _MODALS and token.tag == "MD" and clause.verb.first <= place < clause.verb.last
        if (
            modal
            and clause.lemma in _STATES
            and (clause.verb.perfect or scene.tokens[place + 1].lower == "have")
        ):
            return place, clause.verb.last
    return None


def _mention(scene: Scene, clause: Clause, trigger: Trigger, at: tuple[int, int]) -> Mention:
    first, last = scene.extent(clause)
    for other in scene.clauses[clause.number + 1 :]:
        if other.first <= last + 2 and other.kind in ("main", "infinitive"):
            last = max(last, scene.extent(other)[1])
            break
    return Mention(trigger, at, (first, last), clause, False, ())
