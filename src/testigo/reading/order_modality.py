"""The modality of a clause as part of its order: what it means goes by what the order lays down beside it.

Rules:
- Beside a ban or a duty, a leave for some people takes them out: "Brides are allowed make-up"; so does "the one exception".
  A power over others is none: "Soldiers may open fire".
- Who is excluded from a pardon or an amnesty is kept under what it lifts.
- To accept or be allowed "no" something is a ban, to need "no" permit an exemption.
- "May be sold only in state shops" tells how it must be done; what those get who inform on others is a leave.
- What a law "provided" or "stipulated" in a clause of its own has the modality of that clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.reading.chunks import VerbGroup
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.order_groups import names_people
from testigo.reading.order_leniency import is_exception, predicate
from testigo.reading.order_penalties import PUNISHING, sanction_follows
from testigo.reading.order_reach import Norm
from testigo.reading.phrases import subject
from testigo.reading.view import View

_PARDON = wordset("pardon amnesty leniency clemency")
_ANYBODY = wordset("each every all any anyone anybody everyone everybody no nobody none authorities citizens")
_NOBODY = wordset("no nobody none")
_HOW = wordset("in at with between through from to on after before under against inside within during")
_STATING = wordset("provide stipulate state specify declare establish")
_INFORMING = wordset("report inform denounce")
_GETTING = wordset("get receive earn")
_OVER_OTHERS = wordset(
    "shoot fire open enter search fine close detain arrest check inspect seize confiscate order stop use jail expel"
)
_ARMED = wordset("soldier guard inspector judge official officer policeman agent patrol")

Settled = tuple[str, str]


def settled(view: View, before: View | None, beside: Sequence[str], norm: Norm) -> Settled:
    """The modality and the rule of a clause.

    before: the sentence before in the same paragraph; beside: the modalities of the clauses of the order in this sentence
    and in the two before.
    """
    own = norm.modality, norm.rule
    if norm.modality == "permit":
        if _of_nothing(view, norm):
            return "forbid", "order.ban"
        if _only_so(view, norm):
            return "require", "order.duty"
        spares = is_exception(view, norm.first, norm.last) or _spares_some(view, beside, norm)
        return ("exempt", "order.exempt") if spares else own
    if norm.modality == "exempt" and beside and beside[-1] in ("exempt", "permit") and _of_this(view, norm):
        return "retain", "order.retain"
    if norm.modality == "exempt":
        return ("retain", "order.retain") if _shut_out(view, before, norm) else own
    if norm.modality == "forbid" and norm.rule == "order.ban" and _tells_how(view, norm):
        return "require", "order.duty"
    if norm.modality == "require":
        return _as_stated(view, norm) or _without(view, norm) or _informing(view, norm) or own
    return own


def _of_nothing(view: View, norm: Norm) -> bool:
    """The likes of "are allowed no letters", "allows no rallies"."""
    group = view.chunks.verb_at(norm.verb)
    return (
        group is not None
        and view.tokens[group.main].lemma in ("allow", "permit")
        and view.lower(group.last) == "no"
    )


def _of_this(view: View, norm: Norm) -> bool:
    """Whether what was said before does not hold for some: "This does not apply, however, to those who"."""
    group = view.chunks.verb_at(norm.verb)
    applies = group is not None and view.tokens[group.main].lemma in ("apply", "extend")
    return applies and view.lower(norm.first) in ("this", "that", "it", "these")


def _only_so(view: View, norm: Norm) -> bool:
    """The likes of "allows goods | to be sold only through state stores"."""
    bare = view.tokens[norm.verb].tag == "VB" and norm.verb == norm.first
    near = range(norm.verb + 1, min(norm.verb + 4, norm.last - 1))
    return bare and any(view.lower(n) == "only" and view.lower(n + 1) in _HOW for n in near)


def _spares_some(view: View, beside: Sequence[str], norm: Norm) -> bool:
    """Whether a leave is for some people beside a ban or a duty for all."""
    group = view.chunks.verb_at(norm.verb)
    bound = "forbid" in beside or "require" in beside
    if not bound or not norm.groups or group is None or norm.first >= norm.verb:
        return False
    if "provided" in view.lowers[norm.first : norm.last + 2]:
        return False  # "may eat at home, provided no guests are present"
    now = group.modal == "may" or view.tokens[group.first].tag in ("VBP", "VBZ")
    main = predicate(view, group)
    lemma = view.tokens[main.main].lemma
    done_to = main.passive and lemma not in ("allow", "permit")
    armed = is_class(view.tokens, (norm.first, norm.verb), "authority") or any(
        token.lemma in _ARMED for token in view.tokens[norm.first : norm.verb]
    )
    if not now or done_to or (armed and lemma in _OVER_OTHERS):
        return False
    base = view.chunks.noun_from.get(norm.first)
    return (
        base is not None
        and view.lower(norm.first) not in _ANYBODY
        and names_people(view, (norm.first, norm.verb))
    )


def _shut_out(view: View, before: View | None, norm: Norm) -> bool:
    """Whether people are excluded from the pardon that the sentence, or the one before, is about."""
    group = view.chunks.verb_at(norm.verb)
    if group is None or view.tokens[norm.first].tag == "IN":
        return False
    words = view.lowers[norm.verb : norm.last]
    at = next((n for n, word in enumerate(words) if word in ("excluded", "included", "excludes")), -1)
    if at < 0:
        return False
    about = [one for one in (before, view) if one is not None and one.chunks.nouns]
    pardon = any(token.lemma in _PARDON for one in about for token in one.tokens[slice(*one.chunks.nouns[0])])
    end = norm.verb + at + 1
    other = view.lower(end) == "from" and not _names_pardon(view, end + 1, norm.last)
    return pardon and not other


def _names_pardon(view: View, first: int, last: int) -> bool:
    return any(view.tokens[n].lemma in _PARDON or view.lower(n) == "it" for n in range(first, last))


def _tells_how(view: View, norm: Norm) -> bool:
    """The likes of "may be sold only in state shops"."""
    group = view.chunks.verb_at(norm.verb)
    return (
        group is not None
        and group.modal in ("may", "can", "could")
        and not group.negated
        and view.lower(norm.first) not in _NOBODY
        and view.lower(group.last) == "only"
        and view.lower(group.last + 1) in _HOW
    )


def _as_stated(view: View, norm: Norm) -> Settled | None:
    """What a law provided or stipulated, by the verb of the clause that tells it."""
    if view.tokens[norm.first].lemma not in _STATING or norm.verb != norm.first:
        return None
    inside = [g for g in view.chunks.verbs if norm.first < g.first < norm.last]
    if view.lower(norm.first + 1) == "for":
        to = next((g for g in inside if g.modal == "to"), None)
        mild = to is not None and not to.passive and view.tokens[to.main].lemma not in PUNISHING
        return ("permit", "order.permit") if mild else None
    group = next((g for g in inside if g.finite), None)
    if group is None:
        return None
    who = subject(view.chunks, group, norm.first + 1)
    barred = group.negated or (who is not None and view.lower(who[0]) in _NOBODY)
    lemma = view.tokens[group.main].lemma
    rights = lemma in ("have", "enjoy") and not {"right", "rights"}.isdisjoint(
        view.lowers[group.last : group.last + 3]
    )
    may = group.modal in ("could", "may", "might", "can") or rights or (group.passive and lemma == "entitle")
    if barred:
        return ("forbid", "order.ban") if may or group.modal else None
    if may and group.passive and lemma in PUNISHING:
        return "require", "order.penalty"
    return ("permit", "order.permit") if may else None


def _object_at(view: View, group: VerbGroup) -> int:
    """Where what a verb acts on starts: behind "up" in "put up no charms"."""
    return group.last + (view.lower(group.last) in ("up", "out", "on"))


def _without(view: View, norm: Norm) -> Settled | None:
    """The likes of "accept no petition", "need no permit"; no "no older than", and no penalty that gives nothing."""
    group = view.chunks.verb_at(norm.verb)
    main = predicate(view, group) if group is not None else None
    if main is None or main.passive or norm.rule == "order.penalty":
        return None
    at, lemma = _object_at(view, main), view.tokens[main.main].lemma
    if view.lower(at) != "no" or lemma in _GETTING or lemma == "be" or at + 1 >= len(view.tokens):
        return None
    if view.tokens[at + 1].tag not in ("NN", "NNS", "JJ") or view.lower(at + 1) in ("matter", "longer"):
        return None
    return ("exempt", "order.exempt") if lemma in ("need", "require") else ("forbid", "order.ban")


def _informing(view: View, norm: Norm) -> Settled | None:
    """The likes of "those who report one will be given a television"."""
    group = view.chunks.verb_at(norm.verb)
    main = predicate(view, group) if group is not None else None
    if main is None or main.negated or sanction_follows(view, main):
        return None
    lemma = view.tokens[main.main].lemma
    gets = (lemma in _GETTING and not main.passive) or (
        lemma in ("give", "award", "pay", "reward") and main.passive
    )
    who = view.tokens[norm.first : norm.verb]
    informs = any(
        token.lower in ("who", "whoever") and any(other.lemma in _INFORMING for other in who[at:])
        for at, token in enumerate(who)
    )
    informs = informs or any(token.lemma in ("informer", "informant") for token in who)
    return ("permit", "order.permit") if gets and informs else None
