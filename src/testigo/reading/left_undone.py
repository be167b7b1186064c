"""Acts that a clause says were left undone, or that something keeps from being done.

Rules:
- "Failed to investigate", "took no steps to punish anyone": what hangs on the verb is the act, and it was not done.
- What a measure bars ("barred him from boarding a flight") is no act beside it.
- "A system that precluded making calls", "to block use of the network to make calls": the calls are no act of anybody.
"""

from __future__ import annotations

from testigo.reading.classes import head
from testigo.reading.clauses import Clause
from testigo.reading.conditions import negated
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene

FAILING = wordset("fail neglect")
PEOPLES = wordset("contact smuggling crime escape resistance bribery movement")
STEPS = wordset("action step measure effort attempt move")
_TAKING = wordset("take make")
_KEEPING = wordset("preclude block")


def leaves_undone(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only says that what hangs on it was not done."""
    if clause.lemma in FAILING:
        return True
    if clause.lemma not in _TAKING or clause.object is None:
        return False
    return head(scene.tokens, clause.object).lemma in STEPS and negated(scene, clause)


def prevented(scene: Scene, clause: Clause) -> bool:
    """Whether a clause refuses somebody something, or hangs, over others or not, on a verb of keeping something from being done."""
    if clause.lemma in ("deny", "refuse") and clause.object2 is not None:
        return True  # "denied Mohammadi visits and telephone calls"
    while not clause.verb.finite and clause.governor is not None:
        clause = scene.clauses[clause.governor]
        if clause.lemma in _KEEPING:
            return True
    return False


def barred(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Without the goings that only say what is barred: "barred him from boarding a flight", "forbidden to leave"."""
    acts = {m.clause.number: m for m in found if m.clause is not None}
    bars = {n for n, m in acts.items() if m.trigger.act == "movement_restriction"}
    measures = {
        n for n, m in acts.items() if m.trigger.act == "policy" and m.clause and _is_barring(scene, m.clause)
    }

    def only_said(act: str, clause: Clause) -> bool:
        if act in PEOPLES and prevented(scene, clause):
            return True
        if clause.kind not in ("infinitive", "gerund"):
            return False
        return (clause.governor in bars and act in _GOING) or (clause.governor in measures and act in FREE)

    return [m for m in found if m.clause is None or not only_said(m.trigger.act, m.clause)]


_GOING = wordset("movement escape meeting contact")
FREE = wordset("meeting movement escape speech contact resistance policy other hardship smuggling crime")


def _is_barring(scene: Scene, clause: Clause) -> bool:
    """Whether a measure is that something may not be done: "did not allow her to call", "forbade them to sing"."""
    if clause.lemma in ("allow", "permit", "let"):
        return negated(scene, clause)
    return clause.lemma in ("ban", "bar", "forbid", "prohibit", "prevent")
