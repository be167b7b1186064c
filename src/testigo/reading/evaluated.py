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
    if clause.lemma in _MEASURED and clause.object is not None:
        against = any(t.lemma in _STANDARDS for t in tokens[clause.object[0] : clause.object[1]])
        return (EVALUATED, (clause.verb.first, clause.verb.last)) if against else None
    if clause.lemma == "fall" and tokens[min(clause.verb.last, len(tokens) - 1)].lower == "short":
        return EVALUATED, (clause.verb.first, clause.verb.last + 1)
    if clause.lemma not in ("be", "seem", "remain", "become") or tokens[clause.subject[0]].lower == "there":
        return None
    if is_class(tokens, clause.subject, "person"):
        return None
    for at in range(clause.verb.last, min(clause.last, clause.verb.last + 4)):
        if tokens[at].lower in _JUDGING:
            return EVALUATED, (clause.verb.first, at + 1)
        if tokens[at].tag in ("IN", "TO", ",", "CC", "DT"):
            break
    return None


_MEASURED = wordset("meet violate contravene breach flout satisfy respect")
_STANDARDS = wordset("standard law convention obligation norm covenant constitution treaty principle")
_JUDGING = wordset(
    "arbitrary unfair unjust unjustified illegal unlawful unconstitutional motivated baseless groundless unfounded false"
    " fabricated trumped-up vague broad overbroad excessive disproportionate discriminatory legitimate justified necessary"
    " fair credible flawed worthless absurd ridiculous shameful outrageous inhuman unacceptable intolerable legal lawful"
    " constitutional impartial biased politicized one-sided transparent rigged fraudulent pointless useless senseless"
    " cynical hypocritical dangerous harmless counterproductive ineffective effective meaningless exaggerated genuine fake"
    " authentic misleading alarming encouraging deplorable essential unprecedented symbolic cosmetic"
)
