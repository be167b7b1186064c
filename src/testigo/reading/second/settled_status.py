"""The statuses that the words of a claim do not allow, whatever the network sees.

Rules:
- What is awaited, or what a draft would do, is not said to be so.
- A deed that is known ("his alleged part in the killing of a judge") is in no doubt, nor what something is done about ("to
  quell a protest"); what is called off was not done.
- Who was "nearly executed" or "came close to being executed" was not. "Had police arrested him, she would have left" neither tells nor denies it.
- Who "is not afraid" is not said to be.
- What somebody has "never acknowledged" doing is not denied.
- "Did not always respect these rights", "have not signed" deny nothing; "on the orders of the prefect, they shot" is done.
"""

from __future__ import annotations

from testigo.claim import Claim, Firmness
from testigo.reading.doubt_reach import answers
from testigo.reading.held_against import only_thought
from testigo.reading.known_deeds import has_caused, is_blamed, taken_part_in
from testigo.reading.not_quite import NEARLY
from testigo.reading.partly import denied_in_part, done_late
from testigo.reading.powers import only_drafted
from testigo.reading.scenes import Mention, Scene

PLAIN = ""  # asserted or reported


def ruled_out(scene: Scene, mention: Mention, claim: Claim) -> tuple[str, ...]:
    """The statuses that a claim cannot have, "" for one that is plainly told."""
    if any(_awaited(scene, layer) for layer in claim.firmness):
        return (PLAIN,)
    if any(_supposed(scene, layer) for layer in claim.firmness):
        return (PLAIN, "denied")
    if not mention.noun and mention.clause and only_thought(scene.tokens, mention.clause.verb.first) >= 0:
        return (PLAIN, "denied", "intended")  # "those said to have been freed"
    if mention.noun:
        return _of_noun(scene, mention, claim) if claim.kind == "event" else ()
    return _of_verb(scene, mention, claim)


def _of_noun(scene: Scene, mention: Mention, claim: Claim) -> tuple[str, ...]:
    words = scene.chunks, scene.tokens, mention.at[0]
    if taken_part_in(*words) or has_caused(*words) or answers(*words):
        return ("hedged", "speculated", "intended")
    if any(layer.rule == "status.undone" for layer in claim.firmness):
        return (PLAIN,)  # "halted the banishment"
    return ("intended",) if is_blamed(*words) else ()


def _of_verb(scene: Scene, mention: Mention, claim: Claim) -> tuple[str, ...]:
    clause, plain = mention.clause, claim.status in ("asserted", "reported")
    if clause is None:
        return ()
    verb = clause.verb
    if clause.kind == "relative" and scene.tokens[verb.first - 2].text == ",":
        return ("hedged", "speculated")  # "they fear the soldiers, who steal at night"
    felt = claim.act in ("fear", "discontent") and claim.status == "denied"
    if verb.negated and (felt or (claim.act == "resistance" and plain)):
        return (PLAIN,) if felt else ("denied",)  # "The residents are not afraid", "I have not signed"
    lowers = tuple(token.lower for token in scene.tokens)
    if claim.status == "denied" and lowers[max(0, verb.main - 1)] in NEARLY:
        return (PLAIN,)
    if claim.status in ("denied", "intended") and lowers[max(0, verb.first - 2) : verb.first] in _SHORT_OF:
        return (PLAIN,)  # "came close to being executed"
    if claim.status == "intended" and only_drafted(lowers[: verb.first], verb.modal):
        return (PLAIN,)
    if scene.tokens[verb.first].tag == "VBD" and _as_ordered(lowers[: verb.first]):
        return ("intended",)
    partly = denied_in_part(lowers, verb.first, verb.last, keeps=claim.rule == "verb.policy.enforce")
    late = verb.negated and not verb.modal and scene.tokens[verb.first].tag == "VBD"
    partly = partly or (late and done_late(lowers, verb.last))
    return ("denied",) if partly or _never_admitted(scene, mention) else ()


def _never_admitted(scene: Scene, mention: Mention) -> bool:
    """Whether somebody only does not admit a deed, which is not to deny it: "has never acknowledged holding her"."""
    clause = mention.clause
    if clause is None or clause.kind not in ("gerund", "participle") or clause.governor is None:
        return False
    governor = scene.clauses[clause.governor]
    return governor.verb.negated and governor.lemma in ("admit", "acknowledge", "confess", "concede")


_SHORT_OF = (("close", "to"), ("far", "from"), ("short", "of"))


def _as_ordered(before: tuple[str, ...]) -> bool:
    """Whether an order leads into a deed: "on the orders of", "on instructions from"."""
    words = tuple(word for word in before[:4] if word != "the")
    return words[:1] == ("on",) and words[1:2] in (("orders",), ("order",), ("instructions",))


def _supposed(scene: Scene, layer: Firmness) -> bool:
    """Whether a "had" before its subject supposes it: "Had police arrested him, she would have left"."""
    cue = layer.cue if layer.rule == "status.condition" else None
    return cue is not None and any(
        token.lower == "had" and cue.overlaps(token.span) for token in scene.tokens
    )


def _awaited(scene: Scene, layer: Firmness) -> bool:
    """Whether it is intended because it is still awaited: "pending approval", "awaiting charges"."""
    cue = layer.cue if layer.rule == "status.noun" and layer.status == "intended" else None
    return cue is not None and any(
        token.lemma in ("pending", "await") for token in scene.tokens if cue.overlaps(token.span)
    )
