"""What offices may and must do by law where no law is named: "Police could hold suspects for 14 days without charge".

Rules:
- An office or its people may or must do something to nobody in particular, and the sentence is no quotation.
- A word of the law of custody stands beside it: a warrant, a charge, a judge, or how long somebody may be held.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.classes import is_class
from testigo.reading.law_phrases import LAW_NOUNS, law_phrase
from testigo.reading.lists import wordset
from testigo.reading.order_groups import people
from testigo.reading.order_reach import Norm, clause_end
from testigo.reading.phrases import subject
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import Trigger
from testigo.reading.view import View

_POWER = Trigger(
    "act.power",
    "directive",
    "policy",
    (),
    (),
    (),
    "Police could hold suspects for 14 days without charge.",
)
OWN = (_POWER,)
_MAY = wordset("may can could")
_MUST = wordset("must shall")
_CUSTODY = wordset(
    "warrant warrants charge charges judge magistrate prosecutor prosecutors court trial bail detention custody judicial"
    " arraignment indefinitely renewable"
)
_TERMS = wordset("hour hours day days week weeks month months year years")
_ONE = wordset("him her them it me us you")
_DEFINITE = wordset("the this that these those his her their its")
_DEALING = wordset(
    "detain hold arrest keep imprison question interrogate search renew extend prolong impose order present bring submit"
    " file report charge release refer transfer inform notify try remand confine restrict revoke deny grant issue obtain"
    " review approve seize intercept jail deport expel suspend ban confiscate freeze dissolve close summon place"
    " commit fine"
)


def powers(view: View) -> list[Norm]:
    """The clauses that lay down what an office may or must do."""
    return [norm for group in view.chunks.verbs if (norm := _power(view, group)) is not None]


def holds_by_law(view: View, group: VerbGroup) -> bool:
    """Whether a law is named beside a verb, or the verb tells what an office may or must do."""
    if only_drafted(view.lowers[: group.first], group.modal):
        return False
    named = law_phrase(view.chunks) is not None or not LAW_NOUNS.isdisjoint(view.lowers)
    return named or _power(view, group) is not None


def only_drafted(before: tuple[str, ...], modal: str) -> bool:
    """Whether a modal tells what a law would do that is not in force yet: "the draft law would allow". before: the words before it."""
    words = before[-12:]
    amended = not _AMENDMENTS.isdisjoint(words) and _ADOPTED.isdisjoint(words)
    return modal in ("would", "will") and (amended or not _DRAFTS.isdisjoint(words))


_DRAFTS = wordset("draft bill proposed proposal")
_AMENDMENTS = wordset("amendment amendments")
_ADOPTED = wordset("adopted passed enacted approved signed ratified promulgated")


def with_powers(view: View, scene: Scene, found: list[Mention]) -> list[Mention]:
    """The acts of a sentence with what an office may or must do as the rule that it is, not as a deed."""
    for clause in scene.clauses:
        norm = _power(view, clause.verb) if clause.kind in ("main", "joined") else None
        if norm is None:
            continue
        inside = (clause.number, *(c.number for c in scene.clauses if c.governor == clause.number))
        found = [m for m in found if m.clause is None or m.clause.number not in inside]
        last = norm.verb + 1 if norm.rule == "order.permit" else _main(view, clause.verb).last
        at = clause.verb.first, max(last, clause.verb.main + 1)
        parts = (("actor", clause.doer),) if clause.doer is not None else ()
        found.append(Mention(_POWER, at, scene.extent(clause), clause, False, parts))
    return found


def _power(view: View, group: VerbGroup) -> Norm | None:
    may = group.modal in _MAY
    verb = _main(view, group)
    if (
        not (may or group.modal in _MUST or (verb is not group and group.modal in ("", "would")))
        or view.zones[group.first]
    ):
        return None
    if group.negated or group.passive or group.perfect or not group.finite or verb.passive:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is None or who[1] > group.first or not _is_office(view, who):
        return None
    if who[0] and view.lower(who[0] - 1) == "that":
        return None  # what somebody ruled or ordered
    end = clause_end(view, verb, len(view.tokens))
    if view.tokens[verb.main].lemma not in _DEALING or not _of_custody(view, verb.last, end):
        return None
    if not _in_general(view, verb.last):
        return None
    modality, rule = ("permit", "order.permit") if may else ("require", "order.duty")
    return Norm(who[0], end, modality, people(view, verb.last, end), rule, group.first)


def _main(view: View, group: VerbGroup) -> VerbGroup:
    """The verb itself: "present" in "had to present"."""
    if view.tokens[group.main].lemma != "have" or group.last >= len(view.tokens):
        return group
    after = view.chunks.verb_at(group.last)
    return after if after is not None and after.modal == "to" and after.first == group.last else group


def _is_office(view: View, who: tuple[int, int]) -> bool:
    head = view.tokens[head_of(view.tokens, view.chunks.noun_from.get(who[0], who))]
    office = is_class(view.tokens, who, "authority") or head.lemma in _BODIES
    return office and head.tag in ("NN", "NNS")


_BEFORE_LAW = wordset("defendant accused detainee suspect")  # "the defendant" of a law is anybody
_BODIES = wordset(
    "board panel tribunal council commission registrar officer magistrate inspector minister governor"
)


def _of_custody(view: View, first: int, end: int) -> bool:
    words = view.lowers[first:end]
    termed = any(t.tag == "CD" for t in view.tokens[first:end]) and not _TERMS.isdisjoint(words)
    return termed or not _CUSTODY.isdisjoint(words)


def _in_general(view: View, at: int) -> bool:
    """Whether what follows a verb names nobody in particular."""
    base = view.chunks.noun_from.get(at)
    if view.lower(at) in _ONE:
        return False
    if base is None:
        return True
    named = any(view.tokens[n].tag in ("NNP", "NNPS") for n in range(*base))
    anybody = view.tokens[base[1] - 1].lemma in _BEFORE_LAW
    return not named and not (
        is_class(view.tokens, base, "person") and view.lower(at) in _DEFINITE and not anybody
    )
