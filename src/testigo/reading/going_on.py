"""What a clause takes over from its neighbours once the verbs are known: which it goes on with, and what is done to its subject.

Rules:
- Who says so between commas, and what had been before, is not what the next verb goes on with.
- An object ends before the verb that is joined to its own; "was" before its subject makes a passive.
- A verb that needs an object and has none is done to its subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.reading.chunks import VerbGroup
from testigo.reading.classes import head, is_class, is_person
from testigo.reading.lists import wordset
from testigo.reading.teller_asides import SAYS, came_out
from testigo.reading.tokens import Token
from testigo.value import replace

if TYPE_CHECKING:
    from testigo.reading.clauses import Clause


def passed_over(
    group: VerbGroup, tokens: tuple[Token, ...], other: Clause, before: list[Clause], at: int
) -> bool:
    """Whether a verb before is not what the next is joined to: it only says who tells, or what had been before."""
    if tokens[at - 1].tag == ",":
        return _only_said(tokens, other, at)
    return _past_the_perfect(group, tokens, other, before) or _does_it_to_them(group, tokens, other)


def _does_it_to_them(group: VerbGroup, tokens: tuple[Token, ...], other: Clause) -> bool:
    """Whether a verb is done to those whom "whose" is about, or of whom something was held to be so: "fined people whose
    permits had expired and held them", "believed that the man was a spy and held him".
    """
    if other.subject is None or group.last >= len(tokens) or tokens[group.last].lower not in _WHOM:
        return False
    first = other.subject[0]
    was = (
        tokens[other.verb.first].lower in ("was", "were")
        and not other.passive
        and tokens[group.first].tag in _PAST
    )
    held = was and first > 1 and tokens[first - 1].lower == "that" and tokens[first - 2].lemma in _HOLDING
    return held or (other.kind == "relative" and tokens[first].lower == "whose")


_WHOM = frozenset({"them", "him", "her"})
_PAST = frozenset({"VBD", "VBN"})
_HOLDING = wordset("believe suspect think fear find rule determine decide conclude assume learn")


def _only_said(tokens: tuple[Token, ...], other: Clause, at: int) -> bool:
    """Whether a verb only names the speaker between two commas, or says that something came out: "Residents, it emerged, avoid"."""
    if came_out(tokens, other):
        return True
    return other.verb.last == at - 1 and other.verb.finite and other.lemma in SAYS


def _past_the_perfect(
    group: VerbGroup, tokens: tuple[Token, ...], other: Clause, before: list[Clause]
) -> bool:
    """Whether a plain past goes on with the main verb, not with what had been: "closed a church that had refused and arrested"."""
    plain = tokens[group.first].tag == "VBD" and group.last - group.first == 1
    if not plain or not other.verb.perfect or other.kind != "relative":
        return False
    return any(c.kind in ("main", "joined") and tokens[c.verb.first].tag == "VBD" for c in before)


def before_the_next(clause: Clause, joined: Clause) -> Clause:
    """A clause whose object ends before the verb that is joined to it: "closed a church that refused | and arrested its pastor"."""
    obj = clause.object
    if obj is None or not obj[0] < joined.first - 1 < obj[1]:
        return clause
    return replace(clause, object=(obj[0], joined.first - 1))


def done_to(found: list[Clause], tokens: tuple[Token, ...]) -> list[Clause]:
    """Verbs that need an object and have none are done to their subject: "a teacher detained for sharing a video"."""
    for number, clause in enumerate(found):
        if clause.passive or clause.object is not None or clause.lemma not in _DONE_TO_SOMEBODY:
            continue
        alone = clause.verb.last - clause.verb.first == 1 and tokens[clause.verb.first].tag in ("VBD", "VBN")
        subj = clause.subject
        if not alone or subj is None or subj[1] > clause.verb.first or clause.kind == "relative":
            continue
        if is_class(tokens, subj, "person") and not any(
            is_class(tokens, subj, c) for c in ("authority", "org")
        ):
            agent = next((part for prep, part in clause.preps if prep == "by"), None)
            found[number] = replace(clause, passive=True, agent=agent)
    return found


_DONE_TO_SOMEBODY = wordset(
    "detain arrest imprison jail sentence convict execute deport repatriate expel purge demote dismiss exile evict abduct"
    " kidnap torture pardon acquit indict extradite incarcerate interrogate hospitalize injure wound"
)


def turned_round(tokens: tuple[Token, ...], at: int, before: list[Clause]) -> bool:
    """Whether "was" stands before its subject: "not only was he beaten", "only then was she released"."""
    turned = bool(before) and before[-1].lemma == "be" and before[-1].verb.last == at - 1
    return turned and before[-1].verb.first > 0 and tokens[-1].lower != "?"


def of_another(group: VerbGroup, tokens: tuple[Token, ...], other: Clause, before: list[Clause]) -> bool:
    """Whether "was" or "were" tells that not the subject of a clause is meant but one before it.

    "She was arrested after officials intercepted a call, and was held": "officials" asks for "were".
    """
    if _fits(group, tokens, other) or other.subject is None:
        return False
    return any(
        one is not other
        and one.kind in ("main", "joined")
        and one.subject is not None
        and _fits(group, tokens, one)
        for one in before
    )


def _fits(group: VerbGroup, tokens: tuple[Token, ...], clause: Clause) -> bool:
    """Whether a subject can go with the form of a verb, as far as "was" and "were" tell."""
    form, part = tokens[group.first].lower, clause.subject
    if part is None or form not in ("was", "were"):
        return True
    main = head(tokens, part)
    several = main.tag in ("NNS", "NNPS") or main.lower in ("they", "we", "who", "you")
    several = several or any(token.lower == "and" for token in tokens[part[0] : part[1]])
    if form == "was":
        return not several or main.lower in ("who", "you")
    alone = main.lower in ("he", "she", "it") or (main.tag == "NNP" and is_person(tokens, part))
    return several or not alone
