"""The order, law or bill that a verb belongs to: its subject, shared with a verb before it, or what a pronoun stands for.

Rules:
- The subject of a verb that lays something down names the order; a verb joined to it shares it.
- "It" stands for the order named last in this sentence or the two before it, "which" for the one before it.
"""

from __future__ import annotations

from testigo.claim import Source, Span
from testigo.reading.chunks import VerbGroup
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.order_details import LAWS, ORDER_NOUNS, Reader, order_noun
from testigo.reading.phrases import subject, upto
from testigo.reading.subjects import subject_before
from testigo.reading.view import View


def modified(view: View, group: VerbGroup) -> tuple[int, int] | None:
    """The order that an "-ing" form tells of: "a directive on June 3 requiring ..."."""
    if _is_of_another(view, group):
        return None
    for base in reversed(view.chunks.nouns):
        if base[1] <= group.first and group.first - base[1] <= 5:
            if any(base[1] <= other.first < group.first and other.finite for other in view.chunks.verbs):
                return None  # "The policy is aimed at | maintaining order"
            between = [t.lower for t in view.tokens[base[1] : group.first]]
            if is_order_phrase(view, base):
                return base if not set(between) & {",", ".", ";"} or between == [","] else None
    return None


def _is_of_another(view: View, group: VerbGroup) -> bool:
    """Whether an "-ing" form behind a law tells what others did: "violated the law by banning", "calling it unfair"."""
    named = view.tokens[group.main].lemma == "call" and view.lower(group.last) not in ("for", "on", "upon")
    return named or view.lower(group.first - 1) in ("by", "after", "while", "when", "without", "before")


def doer(view: View, group: VerbGroup) -> tuple[int, int] | None:
    """The subject, also where it is shared with a verb before ("requires ..., forbids ..., and says")."""
    if group.first and view.lower(group.first - 1) == "it":
        return group.first - 1, group.first
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is not None and view.lower(who[0]) in ("that", "which") and who[0] > 0:
        return _law_before(view, who[0] - (view.lower(who[0] - 1) == ","))
    if who is not None and who[1] <= group.first and is_order_phrase(view, who):
        return who
    whole = subject_before(view.chunks, group, view.bounds(group.first)[0])
    if whole is not None and whole[1] <= group.first and is_order_phrase(view, whole):
        return view.chunks.noun_from.get(whole[0], whole)  # "The law, as changed in November, bars"
    at = group.first - 1
    while at > 0 and view.tokens[at].tag == "RB":
        at -= 1
    if view.lower(at) not in ("and", ",", "but", "or"):
        return None
    for other in reversed(view.chunks.verbs):
        if other.first < group.first and other.finite and not other.modal:
            found = doer(view, other)
            if found is not None:
                return found
            own = subject(view.chunks, other, view.bounds(other.first)[0])
            if own is not None and own[1] <= other.first and view.tokens[own[0]].tag not in ("WDT", "WP"):
                return None  # "a permit, which officials issued or denied": the officials did
    return None


def _law_before(view: View, end: int) -> tuple[int, int] | None:
    """The order or law that "which" stands for: "under martial law, which", "the Convention against Torture, which"."""
    whole, near = upto(view.chunks, end), view.chunks.noun_upto.get(end)
    if near is not None and near[0] > 2 and view.tokens[near[0] - 1].tag == "CC":
        near = view.chunks.noun_upto.get(near[0] - 1, near)  # "a notice in Tibetan and Chinese that"
    if near is not None and view.tokens[near[0] - 1].tag == "IN" and near[0] > 1:
        over = view.chunks.noun_upto.get(near[0] - 1)
    else:
        over = None
    return next((one for one in (whole, near, over) if one is not None and is_order_phrase(view, one)), None)


def by_order(view: View, group: VerbGroup) -> tuple[int, int] | None:
    """The order under which an office does what is told: "By a notice of August 22, the board forbids telephones"."""
    if view.lower(0) not in ("by", "under"):
        return None
    base = view.chunks.noun_from.get(1)
    who = subject(view.chunks, group, view.bounds(group.first)[0]) or _shared(view, group)
    if base is None or who is None or not is_order_phrase(view, base):
        return None
    phrase = view.chunks.noun_from.get(who[0], who)
    office = any(is_class(view.tokens, who, c) for c in ("authority", "org"))
    return base if office or view.tokens[phrase[1] - 1].lemma in _BODIES else None


_BODIES = wordset("board committee council commission administration management directorate")


def _shared(view: View, group: VerbGroup) -> tuple[int, int] | None:
    """The subject that a verb shares with one before it: "forbids telephones, ..., and obliges landlords"."""
    if view.lower(group.first - 1) not in ("and", ",", "but", "or"):
        return None
    for other in reversed(view.chunks.verbs):
        if other.first < group.first and other.finite and not other.modal:
            who = subject(view.chunks, other, view.bounds(other.first)[0])
            if who is not None and who[1] <= other.first and view.tokens[who[0]].tag not in ("WDT", "WP"):
                return who
    return None


def named_by(reader: Reader, view: View, who: tuple[int, int] | None, *, strict: bool) -> Span | None:
    """The words that name the order, law or bill that a phrase is or stands for; strict: a pronoun stands for none."""
    if who is None:
        return None
    if is_order_phrase(view, who):
        return view.span(*who)
    pronoun = view.lower(who[0]) if who[1] - who[0] == 1 else ""
    if strict or pronoun not in ("it", "which"):
        return None
    back = 3 if pronoun == "it" else 1
    while pronoun == "it" and reader.spoken.views[max(0, view.sentence.index - back + 1)].lower(0) == "it":
        back += 1  # it goes on: "It bans sermons. It bars students from travel. It"
        if back > view.sentence.index:
            break
    for index in range(view.sentence.index, max(-1, view.sentence.index - back), -1):
        other = reader.spoken.views[index]
        if other.sentence.block.kind != "body":
            break
        end = who[0] if other is view else len(other.tokens)
        for base in reversed(other.chunks.nouns):
            if base[1] <= end and (is_order_phrase(other, base) or other.tokens[base[1] - 1].lemma == "bill"):
                return other.span(*base)
    return None


def is_order_phrase(view: View, phrase: tuple[int, int]) -> bool:
    """Whether a phrase (token numbers, half open) names an order, a law or the like."""
    base = view.chunks.noun_from.get(phrase[0], phrase)
    part = view.tokens[base[1] - 1].lemma in _PARTS and view.lower(base[1]) == "of"
    whole = view.chunks.noun_from.get(base[1] + 1) if part else None  # "a section of the penal code"
    return bool(order_noun(view, whole or base))


_PARTS = wordset("section provision paragraph chapter clause part term version amendment")


def is_law(source: Source) -> bool:
    """Whether a source is a law, not an order that gives its grounds."""
    return bool({w.removesuffix("s") for w in source.text.lower().split()} & LAWS)


def is_order_text(source: Source, kind: str) -> bool:
    """Whether a source is the text of an order or law, a rumor of one, or an official letter."""
    words = (source.refers_text or source.text).lower().replace(",", " ").split()
    if kind == "public":
        return any(w.startswith("rumo") for w in words) or words[:1] == ["some"]
    lemmas = {w.removesuffix("s") for w in words[:12]}
    official = bool(
        lemmas & {"ministry", "office", "bureau", "committee", "government", "department", "authoritie"}
    )
    return bool(lemmas & ORDER_NOUNS) or ("letter" in lemmas and official)
