"""Views told in a judging adjective: "said that the law was vague", "found that the vote did not meet standards".

Rules:
- A thing is said to be something that only a judge of it would say; of a person it would describe the person.
- Whoever uses it keeps such a view only where somebody is named for it: the publisher's own adjectives are no claims.
"""

from __future__ import annotations

from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene
from testigo.reading.triggers import Trigger

EVALUATED = Trigger("view.evaluated", "view", "view", (), (), (), "Critics said that the new law was vague.")


def evaluated(
    scene: Scene, clause: Clause, _held: set[int], _governed: set[int]
) -> tuple[Trigger, tuple[int, int]] | None:
    """What somebody makes of a thing; kept only where it is told by somebody: "said that the law was vague"."""
    if not clause.verb.finite or clause.subject is None or clause.kind not in ("main", "joined"):
        return None
    tokens = scene.tokens
    measured = _measured(scene, clause)
    if measured is not None:
        return EVALUATED, measured
    if clause.lemma not in ("be", "seem", "remain", "become") or tokens[clause.subject[0]].lower == "there":
        return None
    if is_class(tokens, clause.subject, "person"):
        return None
    named = _named(scene, clause)
    if named is not None:
        return EVALUATED, named
    for at in range(clause.verb.last, min(clause.last, clause.verb.last + 4)):
        if tokens[at].lower in _JUDGING:
            return EVALUATED, (clause.verb.first, at + 1)
        if tokens[at].tag in ("IN", "TO", ",", "CC", "DT"):
            break
    return None


def _measured(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """What a thing does by some measure: "does not meet standards", "goes beyond its charter", "amounts to slavery"."""
    tokens = scene.tokens
    verb = clause.verb
    word = tokens[min(verb.last, len(tokens) - 1)].lower
    if clause.lemma in _MEASURED and clause.object is not None:
        against = any(t.lemma in _STANDARDS for t in tokens[clause.object[0] : clause.object[1]])
        return (verb.first, verb.last) if against else None
    beyond = _REACHING_TO.get(clause.lemma) == word
    plain = clause.lemma in _REACHING and clause.object is not None
    if (beyond or plain) and not clause.passive:
        return verb.first, verb.last + 1
    return (verb.first, verb.last + 1) if clause.lemma == "fall" and word == "short" else None


def _named(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """What a thing is called in quotation marks, or of what deed it is one: "was “a farce”", "is an act of torture"."""
    tokens = scene.tokens
    at = clause.verb.last
    if at < len(tokens) and tokens[at].tag == "DT":
        at += 1
    if at + 2 >= len(tokens):
        return None
    if tokens[at].tag in ("``", '"') and tokens[at].lower != "'":
        last = at + 1
        while last < len(tokens) and tokens[last].tag in _IN_A_NAME:
            last += 1
        return (clause.verb.first, last) if at + 1 < last <= at + 6 else None
    act = tokens[at].lower in _ACTS and tokens[at + 1].lower == "of" and tokens[at - 1].tag == "DT"
    return (clause.verb.first, min(at + 3, len(tokens))) if act else None


_IN_A_NAME = frozenset({"DT", "JJ", "RB", "NN", "NNS", "VBN", "IN", "TO"})
_ACTS = wordset("act form instance example case violation breach attack abuse sign matter")
_REACHING = wordset("exceed contradict constitute undermine")
_REACHING_TO = {"go": "beyond", "amount": "to"}
_MEASURED = wordset("meet violate contravene breach flout satisfy respect")
_STANDARDS = wordset("standard law convention obligation norm covenant constitution treaty principle")
_JUDGING = wordset(
    "arbitrary unfair unjust unjustified illegal unlawful unconstitutional motivated baseless groundless unfounded false"
    " fabricated trumped-up vague broad overbroad excessive disproportionate discriminatory legitimate justified necessary"
    " fair credible flawed worthless absurd ridiculous shameful outrageous inhuman unacceptable intolerable legal lawful"
    " constitutional impartial biased politicized one-sided transparent rigged fraudulent pointless useless senseless"
    " cynical hypocritical dangerous harmless counterproductive ineffective effective meaningless exaggerated genuine fake"
    " prone susceptible inadequate insufficient inconsistent incompatible contrary ambiguous restrictive burdensome onerous"
    " draconian repressive punitive abusive degrading racist undemocratic illegitimate inaccurate incomplete unreliable"
    " independent retaliatory coercive opaque ill-defined selective overbearing heavy-handed premature irresponsible"
    " reckless inhumane superficial untrue incorrect wrong right correct"
    " authentic misleading alarming encouraging deplorable essential unprecedented symbolic cosmetic"
)
