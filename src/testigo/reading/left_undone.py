"""Acts that a clause says were left undone, or that something keeps from being done.

Rules:
- "Failed to investigate", "took no steps to punish anyone": what hangs on the verb is the act, and it was not done.
- "A system that precluded making calls", "to block use of the network to make calls": the calls are no act of anybody.
"""

from __future__ import annotations

from testigo.reading.classes import head
from testigo.reading.clauses import Clause
from testigo.reading.conditions import negated
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene

FAILING = wordset("fail neglect")
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
    """Whether a clause hangs, over others or not, on a verb of keeping something from being done."""
    while not clause.verb.finite and clause.governor is not None:
        clause = scene.clauses[clause.governor]
        if clause.lemma in _KEEPING:
            return True
    return False
