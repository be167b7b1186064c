"""Verbs that act on somebody or something here instead of telling: "denied prisoners visits", "affirmed the verdict".

Rules:
- Who is denied access, or condemned to a term, is acted on; nothing is said.
- A court affirms a verdict, a witness records a statement: both are acts of their own.
"""

from __future__ import annotations

from testigo.reading.chunks import head_of
from testigo.reading.classes import is_person
from testigo.reading.lists import wordset
from testigo.reading.phrases import short
from testigo.reading.view import View

_WITHHELD = wordset(
    "access entry re-entry reentry permission visa bail request petition motion plea treatment care right privilege food service passage exit"
    " asylum penalty goal point application appeal attention assistance aid help visitation visit visits contact counsel"
    " representation medication medicine water food sleep parole leave furlough information communication benefit status"
    " passport permit license licence registration accreditation credential credentials issuance renewal citizenship"
    " insulin inhaler pill tablet dialysis painkiller surgery hospitalization blanket soap bedding toilet shower exercise"
    " parcel crutch spectacles phone sunlight burial clothing"
    " nationality employment education admission enrollment promotion pension ration opportunity recognition custody"
)


def keeps_back(view: View, lemma: str, at: int, ceiling: int) -> bool:
    """Whether "deny" keeps something from somebody: "denied prisoners access to care"."""
    if lemma not in ("deny", "refuse"):
        return False
    if _is_clause(view, at):
        return False
    near = range(at, min(at + 6, ceiling))
    return any(view.tokens[n].lemma in _WITHHELD and view.lower(n - 1) != "that" for n in near)


def _is_clause(view: View, at: int) -> bool:
    """Whether what stands behind the verb has a verb of its own: "denied | the treatment was cruel"."""
    base = view.chunks.noun_from.get(at)
    verb = view.chunks.verb_at(base[1]) if base is not None else None
    return verb is not None and verb.finite


def withholds(view: View, lemma: str, at: int, ceiling: int) -> bool:
    """Whether "deny", "refuse", "condemn" act on a person instead of telling: "denied prisoners visits"."""
    phrase = short(view.chunks, at, ceiling)
    if lemma == "condemn" and phrase is not None and view.lower(phrase[1]) == "to":
        return True
    if lemma not in _ACTING_TOO:
        return False
    base = view.chunks.noun_from.get(at)
    if base is None or _is_clause(view, at):
        return False
    head = view.tokens[head_of(view.tokens, base)]
    if lemma == "defend":
        return is_person(view.tokens, base)  # a lawyer's work
    if lemma in (
        "affirm",
        "record",
    ):  # a court's own act, a witness's: "affirmed the verdict", "recorded statements"
        return head.lemma in (_JUDGMENTS if lemma == "affirm" else _TAKEN_DOWN)
    whom = view.tokens[at].tag == "PRP" or (
        lemma in ("deny", "condemn", "dismiss") and is_person(view.tokens, base)
    )
    things = range(base[0] + 1, base[1]) if lemma in ("deny", "refuse") else range(0)
    return (
        head.lemma in _WITHHELD
        or (whom and base[1] < ceiling)
        or any(view.tokens[n].lemma in _WITHHELD for n in things)
    )


_ACTING_TOO = wordset("defend deny refuse condemn dispute reject concede dismiss affirm record")
_JUDGMENTS = wordset("judgment judgement verdict ruling sentence conviction decision acquittal order right")
_TAKEN_DOWN = wordset("statement confession testimony vote evidence profit loss")
