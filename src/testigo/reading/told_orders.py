"""Orders that are told by a word of telling: "The ministry told the church that it must remove the sign".

Rules:
- "The order came": the noun tells the act with its verb.
- Telling people what they must or may not do is an order, where what was told stands among the clauses of one.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import Trigger

_TOLD_TO = Trigger(
    "act.told",
    "directive",
    "order",
    (),
    (),
    (),
    "The ministry told the church on Monday that it must remove the sign.",
)
OWN = (_TOLD_TO,)
_TELLING = wordset("tell inform notify instruct")


_COMING = wordset("come arrive go")
_ORDERS = wordset("order orders instruction instructions directive decree circular")


def coming(scene: Scene, clause: Clause, trigger: Trigger) -> list[int]:
    """The noun that tells an order with the verb of its coming: "order" in "The order came from the ministry"."""
    if trigger.act != "order" or clause.lemma not in _COMING:
        return []
    main = clause.verb.main
    return [at for at in range(max(0, main - 3), main) if scene.tokens[at].lower in _ORDERS]


def told_orders(scene: Scene, found: list[Mention], commands: tuple[Span, ...]) -> list[Mention]:
    """The orders of a sentence that no other rule has found. commands: the words that gave the orders of the report."""
    held = {m.clause.number for m in found if m.clause is not None and not m.noun}
    more: list[Mention] = []
    for clause in scene.clauses:
        if clause.lemma not in _TELLING or clause.number in held:
            continue
        main = scene.tokens[clause.verb.main].span
        if any(main.overlaps(span) for span in commands):
            parts = (("actor", clause.doer), ("target", clause.undergoer))
            who = tuple((slot, part) for slot, part in parts if part is not None)
            at = clause.verb.main, clause.verb.main + 1
            more.append(Mention(_TOLD_TO, at, scene.extent(clause), clause, False, who))
    return more
