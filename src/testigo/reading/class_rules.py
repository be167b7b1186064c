"""What holds for a whole class of people or things without a law being named: "Civil servants were not allowed to strike".

Rules:
- The subject is a class ("Men of military age", no "two men"), the words are told of no one occasion and not of how often.
- Barred, forbidden or not allowed to; not able to do without a leave or paper; not eligible: forbidden.
- Exempt: taken out. "Had the right to", "were entitled to": a leave. "Subject to detention": a penalty or duty.
- "There were criminal penalties for": a penalty; right behind an order so is what whoever does something
  "would be" punished with.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.lists import wordset
from testigo.reading.order_groups import levels, names_people, people, split
from testigo.reading.order_penalties import PUNISHING, bound_to
from testigo.reading.order_reach import Norm, clause_end
from testigo.reading.phrases import subject
from testigo.reading.subjects import subject_before
from testigo.reading.view import View

Range = tuple[int, int]

ONCE = wordset(
    "yesterday today tonight monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december"
)
_OCCASION = ONCE | wordset("because after following despite amid last")
_HOW_OFTEN = wordset(
    "often frequently sometimes routinely regularly occasionally usually generally commonly reportedly allegedly arbitrarily"
    " always typically repeatedly increasingly"
)
_SOME = wordset("few many some most several both other these those two")
_BEFORE_LAW = wordset("defendant detainee suspect prisoner person individual applicant")
_HELD = wordset("prisoner detainee inmate captive hostage")
_BARRED = wordset("prohibit forbid ban bar outlaw")
_LEAVES = wordset("allow permit")
PAPERS = wordset(
    "permission permit approval license licence visa consent clearance authorization authorisation certificate"
    " document identification paper notice application form warrant registration sentence verdict conviction decision"
    " ruling detention lawfulness legality release bail"
)
_LEAVE = wordset(
    "permission permit approval license licence visa consent clearance authorization authorisation certificate pass notice"
    " warrant registration accreditation guardian order"
)
_PENAL = wordset("penalty punishment sanction fine")


def class_rules(view: View, *, close: bool = False) -> list[Norm]:
    """The clauses that hold for a class in a sentence that tells of no one occasion. close: an order was told right before."""
    if not _OCCASION.isdisjoint(view.lowers):
        return []
    found = [_of_verb(view, g) or (_for_whoever(view, g) if close else None) for g in view.chunks.verbs]
    return [norm for norm in found if norm is not None]


def _of_verb(view: View, group: VerbGroup) -> Norm | None:
    if not group.finite or group.perfect or view.zones[group.first]:
        return None
    if not _HOW_OFTEN.isdisjoint(view.lowers[max(0, group.first - 1) : group.last + 1]):
        return None
    if view.lower(0) == "there" and group.first == 1:
        return _there_are(view, group)
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    base = view.chunks.noun_from.get(who[0]) if who is not None else None
    if who is None or base is None or who[1] > group.first or not is_whole_class(view, who, base):
        return None
    verdict = _verdict(view, group, base)
    return _norm(view, group, who, *verdict) if verdict is not None else None


def _for_whoever(view: View, group: VerbGroup) -> Norm | None:
    """What is threatened to whoever does something: "said that anyone who sings it would be sent to a camp"."""
    if group.modal not in ("will", "would", "shall") or not group.passive or group.negated or group.perfect:
        return None
    who = subject_before(view.chunks, group, view.bounds(group.first)[0])
    if who is None or view.tokens[group.main].lemma not in PUNISHING:
        return None
    start = who[0] + (view.lower(who[0]) == "that")
    meant = view.lower(start) == "whoever" or (
        view.lower(start) in _ANYBODY and not _MEANT.isdisjoint(view.lowers[start + 1 : start + 3])
    )
    if not meant or who[1] > group.first:
        return None
    end = clause_end(view, group, view.ceiling(group.first))
    return Norm(start, end, "require", ((start, group.first),), "order.penalty", group.first)


_ANYBODY = wordset("anyone anybody everyone those all")
_MEANT = wordset("who caught found convicted guilty with without")


def _verdict(view: View, group: VerbGroup, base: Range) -> tuple[str, str] | None:
    """The modality of what a class is told to be, may not or has."""
    lemma, after = view.tokens[group.main].lemma, view.lower(group.last)
    if group.modal in ("may", "can", "could", "cannot"):
        barred = (group.negated or group.modal == "cannot") and _without_leave(view, group)
        return ("forbid", "order.ban") if barred else None
    if group.modal:
        return None
    if group.passive and after in ("to", "from"):
        held = view.tokens[head_of(view.tokens, base)].lemma in _HELD
        if (lemma in _BARRED and not group.negated) or (lemma in _LEAVES and group.negated and not held):
            return "forbid", "order.ban"
    if lemma == "entitle" and group.passive and after == "to":
        return ("forbid", "order.ban") if group.negated else ("permit", "order.permit")
    if lemma in ("have", "enjoy") and view.lowers[group.last : group.last + 3] == ("the", "right", "to"):
        return None if group.negated else ("permit", "order.permit")
    return _is_so(view, group) if lemma == "be" and not group.negated else None


def _is_so(view: View, group: VerbGroup) -> tuple[str, str] | None:
    """What a class is: ineligible, exempt, subject to a penalty."""
    what, link = view.lower(group.last), view.lower(group.last + 1)
    if what in ("ineligible", "inadmissible"):
        return "forbid", "order.ban"
    if what == "exempt" and link == "from":
        return "exempt", "order.exempt"
    if what == "subject" and link == "to":
        return ("require", "order.penalty") if bound_to(view, group.last + 2) else None
    return None


def _without_leave(view: View, group: VerbGroup) -> bool:
    """Whether something may not be done without a paper, a notice or somebody's leave."""
    for at in range(group.last, min(len(view.tokens) - 1, group.last + 12)):
        if view.lower(at) in (";", ","):
            return False
        if view.lower(at) == "without":
            return any(t.lemma in _LEAVE for t in view.tokens[at + 1 : at + 7])
    return False


def _there_are(view: View, group: VerbGroup) -> Norm | None:
    """The likes of "There are criminal penalties for spreading false news"."""
    base = view.chunks.noun_from.get(group.last)
    if view.tokens[group.main].lemma != "be" or group.negated or base is None or view.lower(base[0]) == "no":
        return None
    if view.tokens[base[1] - 1].lemma not in _PENAL or view.lower(base[1]) not in ("for", "against"):
        return None
    end = clause_end(view, group, len(view.tokens))
    return Norm(base[0], end, "require", people(view, base[1], end), "order.penalty", group.first)


def _norm(view: View, group: VerbGroup, who: Range, modality: str, rule: str) -> Norm:
    end = clause_end(view, group, len(view.tokens))
    groups = split(view, who) if names_people(view, who) else people(view, group.last, end)
    return Norm(who[0], end, modality, groups, rule, group.first, levels(view, who[0], end))


def is_whole_class(view: View, who: Range, base: Range) -> bool:
    """Whether a subject is a whole class: "Protesters", "a defendant", not "few detainees", nor in "whether protesters"."""
    if who[0] and view.lower(who[0] - 1) in ("whether", "if", "that"):
        return False
    head = view.tokens[head_of(view.tokens, base)]
    if view.lower(base[0]) in ("a", "an", "any"):
        return head.lemma in _BEFORE_LAW
    opens = view.tokens[base[0]].tag in ("NNS", "JJ", "NN", "VBN") or (base[0] == 0 and base[1] > 1)
    bare = head.tag == "NNS" and opens and view.tokens[base[0]].tag not in ("DT", "PRP$", "CD")
    return bare and view.lower(base[0]) not in _SOME
