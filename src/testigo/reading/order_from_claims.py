"""Clauses of an order that only the claims around it show: what is intended right behind an order, and in no clause of one.

Rules:
- What is intended in a sentence in which clauses of an order are told is one more of them, unless people want it themselves.
- A measure that is intended, told in the sentence of an order or in one of the two behind it, is a clause of that order.
- Elsewhere not what courts do, what is threatened as a punishment, or what people do of themselves; not in a title, nor where the
  order's own words are told further on, of which the sentence is only the summary.
- What somebody asks for, recommends or calls for binds nobody.
- Its modality is that of its words: spared, not to be done, allowed, protected, else required.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testigo.claim import Claim, Span
from testigo.directive import PROTECTING, Clause, Directive
from testigo.reading.lists import wordset
from testigo.reading.order_details import may_be_told
from testigo.reading.tokens import Document
from testigo.value import replace

_EXAMPLE = "The party committee sent down an order. Every second family was due to be resettled in the hills."
RULES = (
    ("clause.claimed", "what is intended right behind an order", _EXAMPLE),
    ("directive.claimed", "an order whose content only the words behind it tell", _EXAMPLE),
)
_LEAST = 3  # words that a clause has: "imprisonment" by itself is none
_NEAR = 2  # sentences behind the order
_PARTING = (",", ";", ":", ".", "\n", "“")
_BEFORE = 60  # signs before a clause that may say who is meant
_LEAD = 2  # sentences that sum a report up
_MEASURES = wordset(
    "policy surveillance confiscation forced_labor movement_restriction watchlisting dismissal extortion release banishment"
    " detention indoctrination meeting search interrogation repatriation dissemination"
)
_SPARED = re.compile(
    r"\b(?:exempt(?:ed|s)?|spared?|excused?|excluded|need not|not have to|left alone|waived?|(?<!not )free to"
    r"|(?:not|never|n[’']t) (?:be )?(?:covered|affected|included|concerned|touched))\b",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"\b(?:not|never|no longer|nobody|no one|cannot|forbids?|forbidden|forbade|prohibits?|prohibited|bans?|banned|barred"
    r"|(?:to|must|shall|and|or) (?:stop|cease|refrain|halt))\b|n[’']t\b",
    re.IGNORECASE,
)
_LEFT_FREE = re.compile(r"\b(?:may|can|could|allowed|allows?|permitted|permits?)\b")
_MAY_BE = re.compile(r"\b(?:may|can|could|might) be\b")
_REWARDED = re.compile(
    r"\b(?:whoever|those|anyone|informers?|informants?) (?:.* )?(?:gets?|receives?|earns?|(?:is|are) (?:paid|rewarded))\b",
    re.IGNORECASE,
)
_PENAL = re.compile(
    r"\b(?:years?|months?|prison|jail|death|lashes|labou?r|fines?|penalt|sentence|caught)", re.IGNORECASE
)
_OWN_WILL = re.compile(
    r"\b(?:plan|intend|want|hope|wish|threat|seek|consider|vow|agree|prepar|tr(?:y|ied))", re.IGNORECASE
)
_OWN_DEEDS = wordset(
    "speech escape resistance smuggling contact"
)  # what people do, not what an order lays down
_GUARDS = re.compile(r"(?:protect|guarantee|safeguard)(?:s|ed)?$", re.IGNORECASE)
_PLEADS = re.compile(r"(?:asks|recommends?|urges?|appeals|calls (?:on|for|upon)|requests)\b", re.IGNORECASE)
_PLEADED = re.compile(
    r"\b(?:urg(?:es?|ed|ing)|recommend(?:s|ed)?|appeal(?:s|ed)? to|calls? (?:up)?on (?:the|its))\b"
)
_ANNOUNCED = re.compile(r" (?:\w+ ){0,2}(?:announce|declare|proclaim|notifie)[sd]\b")
_COURT = re.compile(r"\b(?:court|judge|tribunal)", re.IGNORECASE)


def with_claimed(
    doc: Document, orders: tuple[Directive, ...], claims: Sequence[Claim]
) -> tuple[Directive, ...]:
    """The orders with the clauses that only claims show. orders: as found by their own words; claims: in the order of the text."""
    text = doc.text
    more: dict[int, list[Clause]] = {}
    new: list[tuple[Claim, list[Clause]]] = []
    taken: dict[int, list[Span]] = {}
    order_in: dict[int, int] = {}
    of_clauses: dict[int, int] = {}  # a sentence with clauses -> the order of the last of them
    for n, order in enumerate(orders):
        for number in range(
            _number(doc, order.span), _number(doc, Span(order.span.end - 1, order.span.end)) + 1
        ):
            order_in.setdefault(number, n)
        for clause in order.clauses:
            taken.setdefault(_number(doc, clause.span), []).append(clause.span)
            of_clauses[_number(doc, clause.span)] = n
    lead = next((one.index for one in doc.sentences if one.block.kind == "body"), 0) + _LEAD
    told_until = max((span.start for spans in taken.values() for span in spans), default=-1)
    giving: Claim | None = None
    for claim in claims:
        if claim.kind == "directive":
            pleads = bool(claim.trigger and _PLEADS.match(claim.trigger.of(text)))
            giving = None if pleads or claim.status == "denied" else claim
            continue
        if claim.status != "intended" or len(claim.span.of(text).split()) < _LEAST:
            continue
        sentence = doc.sentence_at(claim.trigger.start)
        if sentence is not None and is_pleaded(text[sentence.span.start : claim.trigger.start]):
            continue
        here = _number(doc, claim.span)
        near = taken.setdefault(here, [])
        beside = of_clauses.get(here)
        overlaps = any(claim.span.overlaps(span) for span in near)
        if (
            beside is not None
            and not overlaps
            and claim.act not in _OWN_DEEDS
            and not _is_wanted(text, claim)
        ):
            more.setdefault(beside, []).append(_clause(text, claim))
            near.append(claim.span)
            continue
        if giving is None or claim.act not in _MEASURES:
            continue
        if not _follows(doc, giving, claim) or any(claim.span.overlaps(span) for span in near):
            continue
        if _is_summary(doc, giving, lead, told_until) or _is_of_another(text, giving, claim):
            continue
        clause = _clause(text, claim)
        near.append(claim.span)
        own = order_in.get(_number(doc, giving.trigger))
        if own is not None:
            more.setdefault(own, []).append(clause)
        elif new and new[-1][0] is giving:
            new[-1][1].append(clause)
        else:
            new.append((giving, [clause]))
    whole = [
        replace(order, clauses=tuple(sorted((*order.clauses, *more[n]), key=lambda c: c.span.start)))
        if n in more
        else order
        for n, order in enumerate(orders)
    ]
    made = [
        Directive(
            claim.span,
            tuple(clauses),
            claim.actor[0] if claim.actor else None,
            tuple(one for one in claim.target if may_be_told(one.text)),
            sources=claim.sources,
            rule="directive.claimed",
        )
        for claim, clauses in new
    ]
    return tuple(sorted((*whole, *made), key=lambda order: order.span.start)) if made else tuple(whole)


def _clause(text: str, claim: Claim) -> Clause:
    """A claim as a clause of an order."""
    if _GUARDS.match(claim.trigger.of(text)):
        return Clause(claim.span, "forbid", claim.target, claim.act, rule=f"clause.claimed {PROTECTING}")
    return Clause(claim.span, _modality(text, claim), claim.target, claim.act, rule="clause.claimed")


def is_pleaded(before: str) -> bool:
    """Whether somebody only asks for what stands behind these words of its sentence: "It urges the Government to | allow visits"."""
    return _PLEADED.search(before) is not None


def _follows(doc: Document, giving: Claim, claim: Claim) -> bool:
    """Whether a claim is told in the sentence of an order or soon behind it."""
    first, second = doc.sentence_at(giving.trigger.start), doc.sentence_at(claim.trigger.start)
    if first is None or second is None or second.paragraph - first.paragraph > 1:
        return False
    return 0 <= second.index - first.index <= _NEAR


def _is_summary(doc: Document, giving: Claim, lead: int, told_until: int) -> bool:
    """Whether the content of the order is told further on in its own words, or this is a title.

    lead: the sentence behind those that sum up; told_until: where the last clause that an order's words tell starts.
    """
    own = doc.sentence_at(giving.trigger.start)
    if own is None or own.block.kind in ("title", "heading"):
        return True
    return own.index < lead and told_until > own.span.end


def _modality(text: str, claim: Claim) -> str:
    """What a clause does, by its words up to the verb."""
    start = max(text.rfind(mark, 0, claim.span.start) for mark in _PARTING) + 1
    words = text[max(start, claim.span.start - _BEFORE) : claim.trigger.end]
    if claim.trigger.of(text) == "free":
        words = text[max(start, claim.span.start - _BEFORE) : claim.trigger.end + 3]  # "are free to sail"
    if _SPARED.search(words):
        return "exempt"
    if _BARRED.search(words):
        return "forbid"
    if claim.charge and _MAY_BE.search(words):
        return "require"  # "Shops that refuse could be closed"
    rewarded = _REWARDED.search(words) and not _PENAL.search(claim.span.of(text))
    return "permit" if _LEFT_FREE.search(words) or rewarded else "require"


def _is_of_another(text: str, giving: Claim, claim: Claim) -> bool:
    """Whether somebody wants it of himself ("residents plan to meet"), a court orders it, or somebody else announces it."""
    told = claim.sources[-1].span if claim.sources else None
    announced = told is not None and told.start >= giving.span.end and _ANNOUNCED.match(text, told.end)
    return bool(announced) or _is_wanted(text, claim) or any(_COURT.search(one.text) for one in giving.actor)


def _is_wanted(text: str, claim: Claim) -> bool:
    """Whether somebody wants or threatens it of himself: "students plan to", "a guard threatened to"."""
    cues = any(layer.cue is not None and _OWN_WILL.search(layer.cue.of(text)) for layer in claim.firmness)
    return cues or _OWN_WILL.search(text[claim.span.start : claim.trigger.start]) is not None


def _number(doc: Document, span: Span) -> int:
    """The number of the sentence in which a span starts."""
    found = doc.sentence_at(span.start)
    return found.index if found is not None else -1
