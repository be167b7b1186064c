"""Rules that stand without an order as their subject: by law, for a class of people, or by word of an office.

Rules:
- By law: a duty, leave or ban in a sentence that a law governs ("By law, the governor may ban any gathering").
- For a class: "Providers were required to store data", "It is illegal to import books", "Apostasy was punishable by death".
- By word: "had orders to search every house", "gave the villagers three days to leave", "the government requires permits".
- What is said of one person, or of somebody's health or luck, is no rule.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.class_rules import PAPERS, is_whole_class
from testigo.reading.classes import is_class
from testigo.reading.clauses_of_orders import Context, norms
from testigo.reading.law_phrases import law_phrase, turn_at
from testigo.reading.lists import wordset
from testigo.reading.made_crimes import made_crimes
from testigo.reading.order_groups import levels, people, split
from testigo.reading.order_reach import Norm, clause_end
from testigo.reading.orders_given import has_rank, orders_to, passed_on, shared_subject, term
from testigo.reading.phrases import subject
from testigo.reading.powers import powers
from testigo.reading.view import View

Range = tuple[int, int]

_REQUIRED = wordset("require oblige compel obligate")
_FORBIDDEN = wordset("forbid prohibit ban bar outlaw")
_ALLOWED = wordset("allow permit authorize authorise entitle empower")
_LEGAL = _REQUIRED | _FORBIDDEN | _ALLOWED
_WRONG = wordset("illegal unlawful forbidden prohibited banned outlawed")
_MUST = wordset("mandatory compulsory obligatory")
_LABOR = wordset("work labor labour toil")
_OFFICES = ("authority", "country")


def standing_rules(view: View) -> list[Norm]:
    """The rules of a sentence that stand by law, for a class of people, or by word of an office, in order."""
    found = _by_law(view)
    for group in view.chunks.verbs:
        if not any(n.verb == group.first for n in found):
            norm = _of_class(view, group) or _by_office(view, group) or _of_deed(view, group)
            norm = norm or _had_to(view, group)
            found += [norm] if norm is not None else []
    found += _left_to_offices(view)
    found += [n for n in powers(view) if not any(n.verb == other.verb for other in found)]
    found += [n for n in made_crimes(view) if not any(n.verb == other.verb for other in found)]
    return sorted(found + orders_to(view) + passed_on(view), key=lambda n: n.first)


def _by_law(view: View) -> list[Norm]:
    phrase = law_phrase(view.chunks)
    if phrase is None or view.zones[phrase[0]]:
        return []
    opens = all(g.first > phrase[0] for g in view.chunks.verbs if g.finite)
    first, last = (phrase[1], turn_at(view.lowers, phrase[1])) if opens else (0, len(view.tokens))
    found = [
        n
        for n in norms(view, first, last, Context(text=True, under=True))
        if n.rule not in ("order.says", "order.finding") and (opens or _beside(view, n, phrase))
    ]
    for group in view.chunks.verbs:
        if first <= group.first < last and not any(n.verb == group.first for n in found):
            norm = _legal(view, group) if opens or group.last <= phrase[0] <= group.last + 3 else None
            found += [norm] if norm is not None else []
    return found


def _left_to_offices(view: View) -> list[Norm]:
    """What an office may do beside a law: "The law did not require a permit, but the mayor could ban rallies"."""
    found: list[Norm] = []
    by_law = False
    for group in view.chunks.verbs:
        who = subject(view.chunks, group, view.bounds(group.first)[0]) if group.finite else None
        if who is None or who[1] > group.first:
            continue
        may = by_law and group.modal in ("may", "could", "can") and not group.negated and not group.passive
        if may and is_class(view.tokens, who, "authority") and not is_class(view.tokens, who, "law"):
            end = clause_end(view, group, len(view.tokens))
            found.append(
                Norm(who[0], end, "permit", people(view, group.last, end), "order.permit", group.first)
            )
        by_law = by_law or is_class(view.tokens, who, "law")
    return found


def _beside(view: View, norm: Norm, phrase: Range) -> bool:
    """Whether no other clause stands between a rule's verb and the law behind it."""
    group = view.chunks.verb_at(norm.verb)
    return group is not None and norm.verb < phrase[0] < norm.last + 1


def _legal(view: View, group: VerbGroup) -> Norm | None:
    """The rule of a passive of requiring, forbidding or allowing."""
    lemma = view.tokens[group.main].lemma
    if lemma == "have" and "right" in view.lowers[group.last : group.last + 3]:
        return None if group.negated else _norm(view, group, "permit", "order.permit")
    if not group.passive or not group.finite or lemma not in _LEGAL or group.modal:
        return None
    negated = group.negated
    if lemma in _FORBIDDEN:
        modality, rule = ("permit", "order.permit") if negated else ("forbid", "order.ban")
    elif lemma in _REQUIRED:
        modality, rule = ("exempt", "order.exempt") if negated else ("require", "order.duty")
    else:
        modality, rule = ("forbid", "order.ban") if negated else ("permit", "order.permit")
    return _norm(view, group, modality, rule)


def _norm(view: View, group: VerbGroup, modality: str, rule: str) -> Norm:
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    start = who[0] if who is not None and who[1] <= group.first else group.first
    end = clause_end(view, group, view.ceiling(group.first))
    named = who is not None and is_class(view.tokens, who, "person")
    groups = split(view, who) if named and who is not None else people(view, group.last, end)
    return Norm(start, end, modality, groups, rule, group.first, levels(view, start, end))


def _of_class(view: View, group: VerbGroup) -> Norm | None:
    """The rule for a class: "Citizens were required to vote", "It is illegal to beg", "Abstention was punishable by a fine"."""
    if not group.finite or group.modal or group.perfect or view.zones[group.first]:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is None or view.lower(who[0]) in ("who", "which", "that", "there"):
        return None
    if who[0] and view.lower(who[0] - 1) in ("whether", "if"):
        return None
    if view.tokens[group.main].lemma == "be":
        return _is_so(view, group)
    after = view.lower(group.last)
    bare = view.tokens[who[0]].tag in ("NNS", "JJ") and view.tokens[who[1] - 1].tag == "NNS"
    it = view.lower(who[0]) == "it" and view.tokens[group.main].lemma in _FORBIDDEN
    allowed = view.tokens[group.main].lemma in _ALLOWED
    if after == "to" and view.tokens[min(group.last + 1, len(view.tokens) - 1)].lemma in _LABOR:
        return None  # "Prisoners were required to work": what went on
    allowed = allowed and view.tokens[group.main].lemma in ("allow", "permit")
    if _is_barred(view, group, who):
        return _norm(view, group, "forbid", "order.ban")
    return (
        _legal(view, group)
        if (bare or it) and not allowed and (after in ("to", "from") or (it and after == "for"))
        else None
    )


def _is_barred(view: View, group: VerbGroup, who: Range) -> bool:
    """Whether something is barred for everybody: "Strikes are prohibited", "Movement of cars is banned after seven"."""
    now = view.tokens[group.first].tag in ("VBZ", "VBP") and group.passive and not group.negated
    base = view.chunks.noun_from.get(who[0])
    if not now or base is None or who[1] > group.first or view.tokens[group.main].lemma not in _FORBIDDEN:
        return False
    first, head = view.tokens[base[0]], view.tokens[head_of(view.tokens, base)]
    if view.lower(group.last) == "by" or first.tag in ("DT", "PRP", "PRP$", "CD", "NNP"):
        return False
    return head.tag in ("NNS", "NN") and _HARDLY.isdisjoint(view.lowers[group.first : group.last])


def _had_to(view: View, group: VerbGroup) -> Norm | None:
    """What a class had to ask an office for, or could: "Protesters had to obtain permission", "Detainees could appeal"."""
    if not group.finite or group.passive or group.perfect or group.negated or view.zones[group.first]:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    base = view.chunks.noun_from.get(who[0]) if who is not None else None
    if who is None or base is None or who[1] > group.first or not is_whole_class(view, who, base):
        return None
    if not _HARDLY.isdisjoint(view.lowers[group.first : group.last]):
        return None
    lemma = view.tokens[group.main].lemma
    if group.modal in ("could", "may", "can"):
        asks = lemma == "appeal" or (lemma in _ASKING and _of_papers(view, group))
        return _norm(view, group, "permit", "order.permit") if asks else None
    to = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
    if lemma != "have" or group.modal or to is None or to.modal != "to" or to.passive:
        return None
    what = view.tokens[to.main].lemma
    asks = what in ("register", "apply") or (what in _APPLYING and _of_papers(view, to))
    return _norm(view, group, "require", "order.duty") if asks else None


def _of_papers(view: View, group: VerbGroup) -> bool:
    """Whether what is asked for or handed in is a paper, a leave or a decision of an office."""
    near = range(group.last, min(group.last + 8, len(view.tokens)))
    return any(view.tokens[n].lemma in PAPERS for n in near)


_HARDLY = wordset("longer hardly rarely seldom never scarcely barely")
_ASKING = wordset("challenge petition request apply")
_APPLYING = wordset("obtain notify submit seek request renew present file")


def _is_so(view: View, group: VerbGroup) -> Norm | None:
    """What is illegal, compulsory or punishable."""
    for at in range(group.last, min(group.last + 2, len(view.tokens))):
        word = view.lower(at)
        if word in _WRONG:
            return (
                None
                if group.negated or _is_judged(view, group)
                else _norm(view, group, "forbid", "order.ban")
            )
        if word in _MUST:
            return _norm(view, group, "exempt" if group.negated else "require", "order.duty")
        if word == "punishable" and not group.negated:
            return _norm(view, group, "require", "order.penalty")
    return None


def _is_judged(view: View, group: VerbGroup) -> bool:
    """Whether somebody judges what was done: "ruled that the raid was unlawful"."""
    before = [g for g in view.chunks.verbs if g.last <= group.first - 2 and g.finite]
    return any(view.tokens[g.main].lemma in _JUDGING for g in before)


_JUDGING = wordset("rule find hold determine conclude argue")


def _by_office(view: View, group: VerbGroup) -> Norm | None:
    """What an office or country lays down by its own word: "requires exit visas", "gave the villagers three days to leave"."""
    lemma = view.tokens[group.main].lemma
    rules = (
        lemma in _REQUIRED
        or lemma in ("ban", "prohibit", "forbid", "outlaw")
        or (lemma == "bar" and group.perfect)
        or (group.negated and lemma in ("allow", "permit", "recognize", "tolerate"))
    )
    if group.passive or not group.finite or view.zones[group.first] or not (rules or lemma == "give"):
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is None and lemma == "give":
        who = shared_subject(view, group)
    rank = lemma == "give" and who is not None and has_rank(view, who)
    if who is None or not (rank or any(is_class(view.tokens, who, c) for c in _OFFICES)):
        return None
    end = clause_end(view, group, len(view.tokens))
    if lemma == "give":
        return term(view, group, end)
    banned = lemma in ("ban", "outlaw", "forbid", "prohibit", "bar")
    present = view.tokens[group.first].tag in ("VBZ", "VBP") or lemma in ("ban", "outlaw")
    if not present or group.modal or (group.perfect and not banned):
        return None
    modality, rule = ("require", "order.duty") if lemma in _REQUIRED else ("forbid", "order.ban")
    if group.negated and lemma in _REQUIRED | _FORBIDDEN:
        return None
    return Norm(group.first, end, modality, people(view, group.last, end), rule, group.first)


def _of_deed(view: View, group: VerbGroup) -> Norm | None:
    """What an office orders or authorizes by the name of the deed: "ordered his deportation", "authorized the searches"."""
    lemma = view.tokens[group.main].lemma
    base = view.chunks.noun_from.get(group.last)
    if (
        lemma not in _ORDERED
        or base is None
        or group.passive
        or not (group.finite or view.lower(group.first) == "having")
        or group.modal
        or group.negated
    ):
        return None
    if view.zones[group.first] or view.tokens[head_of(view.tokens, base)].lemma not in _DEEDS:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is not None and not any(is_class(view.tokens, who, c) for c in ("authority", "org", "person")):
        return None
    modality, rule = (
        ("require", "order.command") if lemma in ("order", "decree") else ("permit", "order.permit")
    )
    end = clause_end(view, group, len(view.tokens))
    end = next((n for n in range(group.last, end - 1) if _trails(view, n)), end)
    return Norm(group.first, end, modality, people(view, group.last, end), rule, group.first)


def _trails(view: View, at: int) -> bool:
    """Whether what led to it is told from here: ", citing a ruling", "after a call was overheard"."""
    return view.lower(at) in _AFTERWARDS or (view.lower(at) == "," and view.tokens[at + 1].tag == "VBG")


_AFTERWARDS = wordset("after before because when while following since despite pending")
_ORDERED = wordset("order decree authorize authorise approve")
_DEEDS = wordset(
    "search raid confiscation seizure forfeiture deportation expulsion extradition repatriation arrest detention imprisonment"
    " release demolition destruction eviction evacuation relocation transfer closure shutdown suspension"
    " return takeover handover payment retrial reinstatement investigation inquiry probe audit review recount disbandment dissolution"
    " freeze freezing disclosure withdrawal annulment cancellation revocation restoration examination autopsy exhumation surveillance wiretapping"
    " monitoring interception execution killing inspection mobilization conscription registration blocking removal dismissal"
)
