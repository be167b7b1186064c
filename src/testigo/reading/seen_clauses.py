"""Clauses of orders by a second opinion: which words carry one, and what it does, beside what the rules found.

Rules:
- Words that the second opinion is sure of, and that stand in no clause yet, are one more clause: of the order that is told
  around them, else of one of its own. Span and groups are the rules', as for every clause.
- A clause of the rules takes another modality where the second opinion is surer of it; a freedom or right that a law
  states stays protected, whoever found it.
- A clause of the rules in which no word is likely to carry one is left out, and listed with what the second opinion set aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import CLAUSE, Claim, Filler, Overruled, Span
from testigo.directive import PROTECTING, Clause, Directive
from testigo.reading.clauses_of_orders import groups_of, subject_of
from testigo.reading.facts import Facts
from testigo.reading.laid_down import protects
from testigo.reading.lists import wordset
from testigo.reading.order_edges import without_teller
from testigo.reading.order_from_claims import is_pleaded
from testigo.reading.order_groups import levels, people
from testigo.reading.order_reach import Norm, clause_end, exceptions
from testigo.reading.order_terms import with_terms
from testigo.reading.spoken import Speakers
from testigo.reading.view import View
from testigo.value import replace, value

RULES = (
    (
        "second.clause.forbid",
        "a second opinion: forbidden by an order, law or rule",
        "Owning a Bible is a crime against the state in North Korea.",
    ),
    (
        "second.clause.require",
        "a second opinion: required by an order, law or rule",
        "The order forbids singing. Parents of offenders are fined.",
    ),
    (
        "second.clause.permit",
        "a second opinion: permitted by an order, law or rule",
        "A man who can pay 700 sak may send another in his place.",
    ),
    (
        "second.clause.exempt",
        "a second opinion: taken out of an order, law or rule",
        "Decree 46 permits private workshops. Lawyers and architects are shut out.",
    ),
    (
        "second.clause.retain",
        "a second opinion: kept under an order, law or rule",
        "Households that hand over a phone will be spared under the order, while those with a member in the South will not.",
    ),
    (
        "second.clause.finding",
        "a second opinion: what an order states as its ground",
        "The ruling of February 9 declares their title to the land void because their community is not registered.",
    ),
    (
        "directive.seen",
        "a rule that only a second opinion sees",
        "A sheet on the door says that by order of the ministry no stamps are issued to persons under 45.",
    ),
)

MODALITIES = ("", "forbid", "require", "permit", "exempt", "retain", "finding")  # the first: no clause
NEW = 0.7  # how likely some clause must be where no rule found one
OTHER = 0.5  # how likely another modality must be than the one that a rule found
OTHER_THAN_SPARED = 0.8  # the same where the rules have words for who is spared or kept under
LIKELY = 0.12  # words that are less likely than this carry none
_AND_SO_ON = 0.8  # the share of NEW that goes for the next word of the same clause
BEHIND = 3  # sentences behind an order that may tell what it lays down
_LEAST = 8  # signs that a clause has
_BETWEEN = 6  # words between a verb and the infinitive that it governs
_OF_FREEDOMS = ("forbid", "permit", "require")
_SPARED = ("exempt", "retain")
_PARTING = frozenset([",", ";", ":", ".", "and", "or", "but", "who", "which", "that"])


@value
class Laid:
    """The words of a sentence that may carry a clause of an order.

    sentence: its number; size: how many of its words were looked at; words: those that are likely enough, by number, with
    how likely each of MODALITIES is.
    """

    sentence: int
    size: int
    words: tuple[tuple[int, tuple[float, ...]], ...]


@value
class _Seen:
    """Words that carry one clause. first, last: token numbers; share: how likely each of MODALITIES is."""

    sentence: int
    first: int
    last: int
    share: tuple[float, ...]


def with_seen(
    spoken: Speakers,
    facts: Facts,
    orders: tuple[Directive, ...],
    laid: Sequence[Laid],
    claims: Sequence[Claim],
) -> tuple[tuple[Directive, ...], tuple[Overruled, ...]]:
    """The orders with what a second opinion sees in its words, and what it left out. laid, claims: in the order of the text."""
    if not laid:
        return orders, ()
    looked = {one.sentence: one for one in laid}
    seen = {one.sentence: _seen(one) for one in laid}
    orders, aside = _reconsidered(spoken, orders, looked, seen)
    taken: dict[int, list[Span]] = {}
    for clause in (clause for order in orders for clause in order.clauses):
        taken.setdefault(spoken.number_at(clause.span.start), []).append(clause.span)
    made: list[tuple[int, Clause]] = []
    for one in (one for some in seen.values() for one in some):
        view = spoken.views[one.sentence]
        words = view.span(one.first, one.last)
        near = taken.setdefault(one.sentence, [])
        if view.sentence.block.kind != "body" or any(
            words.overlaps(span) or _governs(view, one, span) for span in near
        ):
            continue
        if is_pleaded(facts.document.text[view.sentence.span.start : words.start]):
            continue
        more = _clause(spoken, facts, one, near)
        if more is not None:
            near.append(more.span)
            made.append((one.sentence, more))
    told: dict[int, list[Span]] = {}
    for sentence, clause in made:
        told.setdefault(sentence, []).append(clause.span)
    lost = [
        one
        for one in aside
        if not any(span.overlaps(one.span) for span in told.get(spoken.number_at(one.span.start), ()))
    ]  # what a wider clause tells is not lost
    return _joined(spoken, facts, orders, made, claims), tuple(lost)


def _seen(laid: Laid) -> list[_Seen]:
    """Words side by side that are likely enough, as one."""
    found: list[_Seen] = []
    for at, share in laid.words:
        last = found[-1] if found else None
        enough = 1 - share[0]
        if last is not None and last.last == at and enough > NEW * _AND_SO_ON:
            both = tuple(map(max, zip(last.share, share, strict=True)))
            found[-1] = _Seen(laid.sentence, last.first, at + 1, both)
        elif enough > NEW:
            found.append(_Seen(laid.sentence, at, at + 1, share))
    return found


def _reconsidered(
    spoken: Speakers, orders: tuple[Directive, ...], looked: dict[int, Laid], seen: dict[int, list[_Seen]]
) -> tuple[tuple[Directive, ...], tuple[Overruled, ...]]:
    """The orders without the clauses in which no word carries one, and the others as they are likeliest."""
    aside: list[Overruled] = []
    found: list[Directive] = []
    for order in orders:
        kept = []
        for clause in order.clauses:
            number = spoken.number_at(clause.span.start)
            laid = looked.get(number)
            if laid is not None and _is_none(spoken.views[number], clause, laid):
                aside.append(Overruled(clause.span, CLAUSE, clause.does, clause.rule))
            else:
                kept.append(_settled(spoken.views[number], clause, seen.get(number, ())))
        lost = kept and kept[0].span != order.clauses[0].span  # who told it was told with what is left out
        told = spoken.chain_at(kept[0].span) if lost else order.sources
        if kept:
            found.append(replace(order, clauses=tuple(kept), sources=told))
    return tuple(found), tuple(aside)


def _is_none(view: View, clause: Clause, laid: Laid) -> bool:
    """Whether all words of a clause were looked at and none is likely to carry one."""
    first, last = view.sentence.tokens_in(clause.span)
    return last <= laid.size and not any(first <= at < last for at, _ in laid.words)


def _settled(view: View, clause: Clause, seen: Sequence[_Seen]) -> Clause:
    """A clause of the rules, with another modality where a second opinion is surer of it."""
    inside = (one for one in seen if clause.span.overlaps(view.span(one.first, one.last)))
    one = next(inside, None) or next((one for one in seen if _governs(view, one, clause.span)), None)
    if one is None:
        return clause
    best = _best(one.share)
    name = MODALITIES[best]
    if (
        name == clause.modality
        or clause.protects
        or one.share[best] <= (OTHER_THAN_SPARED if clause.modality in _SPARED else OTHER)
    ):
        return clause
    return replace(clause, modality=name, rule=f"{rule_of(name)} {clause.rule}")


def _governs(view: View, one: _Seen, clause: Span) -> bool:
    """Whether some words are the verb that a clause hangs on: "obliges lawyers to | report clients"."""
    first, _ = view.sentence.tokens_in(clause)
    between = view.lowers[one.last : first]
    return one.last <= first <= one.last + _BETWEEN and not any(word in _PARTING for word in between)


def rule_of(name: str) -> str:
    """The id of the rule of a modality that a second opinion sees: "second.clause.forbid"."""
    return f"second.clause.{name}"


def _best(share: Sequence[float]) -> int:
    return max(range(1, len(MODALITIES)), key=lambda n: share[n])


def _clause(spoken: Speakers, facts: Facts, one: _Seen, near: Sequence[Span]) -> Clause | None:
    """A clause at some words: with its subject before and what hangs on its verb behind, up to the clauses around."""
    view, name = spoken.views[one.sentence], MODALITIES[_best(one.share)]
    norm = without_teller(spoken, view, _norm(view, one, name))
    span = view.trimmed(norm.first, norm.last)
    words = view.span(one.first, one.last)
    if span is None:
        return None
    start = max([span.start, *(t.end for t in near if t.end <= words.start)])
    end = min([span.end, *(t.start for t in near if t.start >= words.end)])
    first, last = view.sentence.tokens_in(Span(start, max(end, words.end)))
    span = view.trimmed(first, last)
    if span is None or len(span) < _LEAST:
        return None
    places = [where for part in norm.groups if (where := view.trimmed(*part)) is not None]
    groups = facts.with_ids(tuple(Filler(w, w.of(facts.document.text), rule="order.group") for w in places))
    verb = view.chunks.verb_at(norm.verb)
    if verb is not None and name in _OF_FREEDOMS and protects(view, verb, norm.last):
        return Clause(span, "forbid", groups, None, norm.levels, rule=f"{rule_of('forbid')} {PROTECTING}")
    return Clause(span, name, groups, None, norm.levels, rule=rule_of(name))


def _norm(view: View, one: _Seen, name: str) -> Norm:
    ceiling = view.ceiling(one.first)
    floor = view.bounds(one.first)[0]
    rule = f"order.{name}"
    if name in ("exempt", "retain"):
        for norm in exceptions(view, floor, ceiling):
            if norm.first <= one.first < norm.last:
                return norm
    of = [view.chunks.verb_of[n] for n in range(one.first, one.last)]
    if one.first > floor:
        of.append(view.chunks.verb_of[one.first - 1])  # "Bicycles are | off the bridge"
    number = next((n for n in of if n >= 0), -1)
    if number < 0:
        end = next((n for n in range(one.last, ceiling) if view.lower(n) in (",", ";", ".", ":")), ceiling)
        return Norm(
            one.first, end, name, people(view, one.first, end), rule, one.first, levels(view, one.first, end)
        )
    group = view.chunks.verbs[number]
    end = clause_end(view, group, ceiling)
    who = subject_of(view, group, floor) if group.finite else None
    shared = group.first > floor and view.lower(group.first - 1) in ("and", "or", "but")
    start = who[0] if who is not None and who[1] <= group.first and not shared else group.first
    start = min(start, one.first)
    groups = groups_of(view, group, who, end, name, rule)
    return Norm(start, end, name, groups, rule, group.first, levels(view, start, end))


def _joined(
    spoken: Speakers,
    facts: Facts,
    orders: tuple[Directive, ...],
    made: Sequence[tuple[int, Clause]],
    claims: Sequence[Claim],
) -> tuple[Directive, ...]:
    """New clauses with the orders that are told around them, with one that only a claim tells, or one for a paragraph."""
    if not made:
        return orders
    of: dict[int, int] = {}
    for n, order in enumerate(orders):
        for span in (order.span, *(clause.span for clause in order.clauses)):
            of.setdefault(spoken.number_at(span.start), n)
    given = {spoken.number_at(c.trigger.start): c for c in claims if _gives(c)}
    more: dict[int, list[Clause]] = {}
    alone: dict[int, list[Clause]] = {}  # by the sentence that gives the order, or the first of the clauses
    last = 0
    for sentence, clause in made:
        own = _announced(spoken, sentence, clause)
        back = range(sentence, sentence - (0 if own else BEHIND) - 1, -1)
        near = next((n for n in back if n in of or n in given), None)
        if near is None and sentence + 1 in of and not own:
            near = sentence + 1
        if near is not None and near in of:
            more.setdefault(of[near], []).append(clause)
        elif near is not None:
            alone.setdefault(near, []).append(clause)
        else:
            here, before = (spoken.views[n].sentence.paragraph for n in (sentence, last))
            last = last if alone.get(last) and here == before else sentence
            alone.setdefault(last, []).append(clause)
    extra = [replace(orders[n], clauses=tuple(some)) for n, some in more.items()]
    extra += [_order(spoken, given.get(sentence), some) for sentence, some in alone.items()]
    told = with_terms(tuple(extra), spoken, facts)
    whole = list(orders)
    for n, order in zip(more, told, strict=False):
        clauses = sorted((*orders[n].clauses, *order.clauses), key=lambda c: c.span.start)
        whole[n] = replace(orders[n], clauses=tuple(clauses))
    whole += told[len(more) :]
    return tuple(sorted(whole, key=lambda order: order.span.start))


def _announced(spoken: Speakers, sentence: int, clause: Clause) -> bool:
    """Whether somebody announces a clause in its own sentence: it is none of an order that another gave before."""
    return any(
        link.told.lemma in _ANNOUNCING
        and link.source.kind == "institution"
        and link.told.sentence == sentence
        for link in spoken.links_at(clause.span)
    )


_ANNOUNCING = wordset("announce declare proclaim notify")


def _gives(claim: Claim) -> bool:
    """Whether a claim tells that an order was given."""
    return claim.kind == "directive" and claim.status != "denied"


def _order(spoken: Speakers, giving: Claim | None, clauses: Sequence[Clause]) -> Directive:
    """The order of some clauses: as the claim tells it that it was given, else known by its clauses alone."""
    if giving is None:
        first = clauses[0].span
        return Directive(first, tuple(clauses), sources=spoken.chain_at(first), rule="directive.seen")
    issuer = giving.actor[0] if giving.actor else None
    return Directive(
        giving.span, tuple(clauses), issuer, giving.target, sources=giving.sources, rule="directive.seen"
    )
