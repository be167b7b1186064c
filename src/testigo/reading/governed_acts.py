"""Which acts that hang on another verb are acts of their own, and which that verb tells whole.

Rules:
- What was refused, what a law lets be done and what a line of the verb already asks for is no second act.
- Forcing somebody to something, and failing to do it, only govern the act: "forced them to pick cotton".
- What citizens are required to do is a claim beside the rule that requires it.
"""

from __future__ import annotations

from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.left_undone import FAILING, FREE, leaves_undone
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene


def only_governing(scene: Scene, found: list[Mention]) -> list[Mention]:
    """One act for a verb and what hangs on it: "refused to register", "forced them to pick cotton", "the law lets police search"."""
    acts = {m.clause.number: m for m in found if m.clause is not None}
    kept: list[Mention] = []
    for mention in found:
        clause = mention.clause
        if clause is None:
            kept.append(mention)
            continue
        above = acts.get(clause.governor) if clause.governor is not None else None
        hangs = clause.kind in ("infinitive", "gerund") and above is not None and above.clause is not None
        hangs = hangs or (above is not None and above.clause is not None and above.clause.lemma == "avoid")
        if hangs and above is not None and above.clause is not None and _holds_whole(scene, above, mention):
            continue
        if (clause.lemma in _FORCING or leaves_undone(scene, clause)) and mention.trigger.act == "policy":
            below = [acts[k.number] for k in scene.children(clause, "infinitive") if k.number in acts]
            if any(not _holds_whole(scene, mention, other) for other in below):
                continue
        kept.append(mention)
    return kept


def _holds_whole(scene: Scene, above: Mention, mention: Mention) -> bool:
    """Whether what hangs on a verb is no act of its own beside that verb's: what was refused, what a law lets be done."""
    if above.clause is None or mention.clause is None:
        return False
    if above.clause.lemma in _REFUSING:
        undone = above.clause.lemma in FAILING and mention.trigger.act in _OWED
        return not undone and above.trigger.act in _REFUSALS
    if any(
        c.name == "inf" and c.positive and mention.clause.lemma in c.words
        for item in above.trigger.alternatives
        for c in item
    ):
        return True  # "made to memorize": the line of the verb asks for what hangs on it
    if above.clause.lemma in _PRESSING and above.trigger.act == "policy":
        return mention.trigger.act in FREE
    if above.trigger.act == "fear":  # "no longer dare to call", "too afraid to speak"
        return above.clause.lemma == "dare" or mention.trigger.act in FREE or mention.trigger.act == "meeting"
    if above.trigger.act == "trial" and above.clause.lemma in _ACCUSING:
        return mention.clause.kind == "gerund"  # what somebody is accused or convicted of
    return _laid_down(scene, above, mention)


def _laid_down(scene: Scene, above: Mention, mention: Mention) -> bool:
    """Whether an act is only what a law forbids or allows; what citizens are required to do is a claim beside the rule."""
    law = (above.trigger.kind, above.trigger.act) == ("directive", "policy")
    if not law or above.clause is None:
        return False
    if above.clause.lemma in _OBLIGING and _by_authority(scene, above.clause):
        return False
    return mention.trigger.act not in ("sentence", "execution")


def _by_authority(scene: Scene, clause: Clause) -> bool:
    """Whether an authority lays something down, or nobody is named who does."""
    return clause.doer is None or is_class(scene.tokens, clause.doer, "authority")


_OBLIGING = wordset("require oblige mandate")
_OWED = wordset("investigation trial sentence dismissal release arrest interrogation")
_FORCING = wordset("force compel coerce oblige make")
_PRESSING = wordset("pressure warn threaten urge press intimidate coerce advise")
_ACCUSING = wordset("accuse charge indict convict")
_REFUSALS = wordset("policy resistance disappearance movement_restriction speech")
_REFUSING = wordset("refuse decline fail neglect")
