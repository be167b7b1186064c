"""The modality of a clause as part of its order: what it means goes by what the order lays down beside it.

Rules:
- Beside a ban or a duty, a leave for some people takes them out: "Brides are allowed make-up"; so does "the one exception".
- Who is excluded from a pardon or an amnesty is kept under what it lifts.
- To accept or hold "no" something is a ban, to need "no" permit an exemption.
- "May be sold only in state shops" tells how it must be done; what those get who inform on others is a leave.
- What a law "provided" or "stipulated" in a clause of its own has the modality of that clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.order_groups import names_people
from testigo.reading.order_leniency import is_exception
from testigo.reading.order_reach import Norm
from testigo.reading.view import View

_PARDON = wordset("pardon amnesty leniency clemency")
_SHUT_OUT = wordset("excluded excludes exclude excluding included except exempted")
_ANYBODY = wordset("each every all any anyone anybody everyone everybody no nobody none authorities citizens")
_HOW = wordset("in at with between through from to on after before by under against inside within during")
_STATING = wordset("provide stipulate state specify declare establish")
_INFORMING = wordset("report inform denounce name betray surrender expose catch")
_GETTING = wordset("get receive earn keep")

Settled = tuple[str, str]


def settled(view: View, before: View | None, beside: Sequence[str], norm: Norm) -> Settled:
    """The modality and the rule of a clause. before: the sentence before in the same paragraph; beside: the modalities of the
    clauses of the order told shortly before.
    """
    own = norm.modality, norm.rule
    if norm.modality == "permit":
        spares = is_exception(view, norm.first, norm.last) or _spares_some(view, beside, norm)
        return ("exempt", "order.exempt") if spares else own
    if norm.modality == "exempt" and _SHUT_OUT & set(view.lowers[norm.verb : norm.last]):
        near = (view,) if before is None else (before, view)
        lenient = any(token.lemma in _PARDON for one in near for token in one.tokens)
        return ("retain", "order.retain") if lenient else own
    if norm.modality == "forbid" and norm.rule == "order.ban" and _tells_how(view, norm):
        return "require", "order.duty"
    if norm.modality == "require":
        return _as_stated(view, norm) or _without(view, norm) or _informing(view, norm) or own
    return own


def _spares_some(view: View, beside: Sequence[str], norm: Norm) -> bool:
    """Whether a leave is for some people beside a ban or a duty for all."""
    bound = ("forbid" in beside or "require" in beside) and "provided" not in view.lowers[
        norm.first : norm.last + 2
    ]
    group = view.chunks.verb_at(norm.verb)
    if not bound or not norm.groups or group is None or norm.first >= norm.verb:
        return False
    now = group.modal == "may" or view.tokens[group.first].tag in ("VBP", "VBZ")
    base = view.chunks.noun_from.get(norm.first)
    return (
        now
        and base is not None
        and view.lower(norm.first) not in _ANYBODY
        and names_people(view, (norm.first, norm.verb))
    )


def _tells_how(view: View, norm: Norm) -> bool:
    """The likes of "may be sold only in state shops"."""
    group = view.chunks.verb_at(norm.verb)
    return (
        group is not None
        and group.modal in ("may", "can", "could")
        and not group.negated
        and view.lower(group.last) == "only"
        and view.lower(group.last + 1) in _HOW
    )


def _as_stated(view: View, norm: Norm) -> Settled | None:
    """What a law provided or stipulated, by the verb of the clause that tells it."""
    if view.tokens[norm.first].lemma not in _STATING or norm.verb != norm.first:
        return None
    group = next(
        (g for g in view.chunks.verbs if norm.first < g.first < norm.last and (g.finite or g.modal)), None
    )
    if group is None:
        return None
    rights = {"right", "rights", "entitled", "freedom"} & set(view.lowers[norm.first : group.last + 4])
    if group.negated and group.modal in ("could", "should", "may", "can", "must", "shall", "would"):
        return "forbid", "order.ban"
    may = group.modal in ("could", "may", "might", "can") or (rights and not group.negated)
    to = group.modal == "to" and view.lower(norm.first + 1) == "for"
    return ("permit", "order.permit") if (may and group.finite) or to else None


def _main(view: View, norm: Norm) -> VerbGroup | None:
    """The verb that says what is to be done: "accept" in "are to accept"."""
    group = view.chunks.verb_at(norm.verb)
    if group is None:
        return None
    after = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
    return after if after is not None and after.modal == "to" and after.first == group.last else group


def _without(view: View, norm: Norm) -> Settled | None:
    """The likes of "accept no petition", "need no permit"."""
    group = _main(view, norm)
    if group is None or group.passive:
        return None
    at = group.last + (view.lower(group.last) in ("up", "out", "on"))
    if view.lower(at) != "no" or view.lower(at + 1) in ("more", "less", "later", "longer", "fewer"):
        return None
    needs = view.tokens[group.main].lemma in ("need", "require")
    return ("exempt", "order.exempt") if needs else ("forbid", "order.ban")


def _informing(view: View, norm: Norm) -> Settled | None:
    """The likes of "those who report one will be given a television"."""
    group = _main(view, norm)
    if group is None or group.negated:
        return None
    lemma = view.tokens[group.main].lemma
    gets = (lemma in _GETTING and not group.passive) or (
        lemma in ("give", "award", "pay", "reward") and group.passive
    )
    who = range(norm.first, norm.verb)
    informs = any(
        (
            view.lower(n) in ("who", "whoever")
            and any(view.tokens[m].lemma in _INFORMING for m in range(n + 1, norm.verb))
        )
        or view.tokens[n].lemma in ("informer", "informant")
        for n in who
    )
    return ("permit", "order.permit") if gets and informs else None
