"""Which verb an act hangs on, whose doubts and commands it shares.

Rules:
- An act told by a noun hangs on the verb that it is object or subject of, or that asks for it.
- What somebody is let or made to do hangs on the verb that lets or makes.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.act_status import PETITIONING, asks_for, ordering
from testigo.reading.chunks import NOUNS, VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.noun_status import Mark
from testigo.reading.phrases import subject
from testigo.reading.view import View

AUX_BE = wordset("is are was were be been being 's ’s")


def group_of(view: View, first: int, last: int) -> VerbGroup | None:
    """The verb group of the trigger, else the one that its noun phrase is object or subject of."""
    for at in range(first, last):
        group = view.chunks.verb_at(at)
        if group is not None:
            return _behind_relative(view, group, last)
    if view.tokens[first].tag in ("JJ", "VBN", "NN"):  # "were allegedly beaten", taken for an adjective
        at = first - 1
        while at > 0 and view.tokens[at].tag in ("RB", "RBR"):
            at -= 1
        if at >= 0 and view.lower(at) in AUX_BE and view.chunks.verb_at(at) is not None:
            return view.chunks.verb_at(at)
    number = view.chunks.noun_of[first]
    start, end = view.chunks.nouns[number] if number >= 0 else (first, last)
    before = view.chunks.verb_at(start - 1) if start > 0 else None
    if before is None and start > 1 and view.lower(start - 1) in ("to", "with", "for", "under", "in", "of"):
        nearer = view.chunks.verb_at(start - 2)
        fits = nearer is not None and (
            view.lower(start - 1) in ("with", "to")
            or nearer.negated
            or nearer.modal in ("may", "might", "could")  # "could result in their detention"
            or asks_for(view, nearer)
        )
        before = nearer if fits else _petitioned(view, start)
    if before is not None:
        return before
    while end < len(view.tokens) and view.tokens[end].tag == "RB":
        end += 1  # "Arbitrary arrests reportedly occurred"
    after = view.chunks.verb_at(end) if end < len(view.tokens) else None
    if after is not None and after.finite:
        return after
    return ordering(view, start) or _told_of_it(view, start, end)


def _told_of_it(view: View, start: int, end: int) -> VerbGroup | None:
    """The verb whose subject a noun opens: "The release of nine prisoners was ordered", "a campaign against it would begin"."""
    after = next((g for g in view.chunks.verbs if g.first >= end), None)
    if after is None or not after.finite:
        return None
    ahead = bool(after.modal) and view.tokens[after.main].lemma in _BEGINNING and view.tokens[end].tag == "IN"
    who = subject(view.chunks, after) if ahead or (after.passive and view.lower(end) == "of") else None
    return after if who is not None and who[0] == start and who[1] <= after.first else None


_BEGINNING = wordset("begin start take occur happen follow continue resume go")


def _behind_relative(view: View, group: VerbGroup, last: int) -> VerbGroup:
    """The verb of the act where its words hold a relative clause too: "Heads who “look away” will be replaced"."""
    at = group.first - 1
    while at > 0 and view.lower(at) in ("“", '"'):
        at -= 1
    if view.lower(at) not in ("who", "which"):
        return group
    after = next((g for g in view.chunks.verbs if group.last <= g.first < last and g.finite), None)
    return after or group


def _petitioned(view: View, start: int) -> VerbGroup | None:
    """The verb that asks somebody for what stands at `start`: "petitioned the president for their release"."""
    whom = view.chunks.noun_upto.get(start - 1) if view.lower(start - 1) == "for" else None
    asks = view.chunks.verb_at(whom[0] - 1) if whom is not None and whom[0] else None
    return asks if asks is not None and view.tokens[asks.main].lemma in PETITIONING else None


def causing(view: View, group: VerbGroup) -> VerbGroup | None:
    """The verb that lets or makes somebody do what a base form tells: "It would let police search homes"."""
    whom = view.chunks.noun_upto.get(group.first)
    verb = view.chunks.verb_at(whom[0] - 1) if whom is not None and whom[0] else None
    causes = ("have",) if view.tokens[group.first].tag == "VBN" else _CAUSES
    return verb if verb is not None and view.tokens[verb.main].lemma in causes else None


_CAUSES = wordset("let make have help see")


def names_its_object(view: View, group: VerbGroup) -> bool:
    """Whether a verb stands in a relative clause without pronoun: "crimes they did not commit"."""
    who = subject(view.chunks, group) if group.finite else None
    if who is None or who[0] == 0 or view.tokens[who[0]].tag != "PRP":
        return False
    return view.tokens[who[0] - 1].tag in NOUNS


def shares(view: View, other: VerbGroup, at: int) -> bool:
    """Whether no subject stands between the two verbs."""
    return not any(view.tokens[n].tag in ("PRP", "WP", "WDT") for n in range(other.last, at))


def joins_adverbs(view: View, at: int) -> bool:
    """Whether an "and" stands between two adverbs: "immediately and unconditionally release"."""
    return view.lower(at) in ("and", "or") and view.tokens[at - 1].tag == view.tokens[at + 1].tag == "RB"


def asked_for(view: View, group: VerbGroup, span: Span) -> list[Mark]:
    """A bare "be": "asked that the men, who had fled, be jailed", not "let the men be beaten"."""
    bare = view.lower(group.first) == "be" and group.passive and causing(view, group) is None
    return [Mark("intended", span, "status.infinitive")] if bare else []


def is_one(view: View, group: VerbGroup) -> bool:
    """Whether one person faces it: "the surgeon faces ten years"; not so for all who do something."""
    who = subject(view.chunks, group)
    if who is None or who[1] > group.first or view.tokens[group.first].tag != "VBZ":
        return False
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[base[1] - 1]
    return view.lower(who[0]) in ("he", "she") or (
        head.tag in ("NN", "NNP") and view.lower(who[0]) in ("the", "his", "her", head.lower) and base == who
    )
