"""Clauses of laws that only the claims show: a rule in force that no law, order or office is named for.

Rules:
- A claim that a rule is in force (`directive`, `policy`) and that holds no clause yet gives the clause of its verb: what a class
  may not, must or need not do ("Civil servants were not allowed to strike", "Groups of less than ten were ineligible").
- What is denied, planned or only feared gives none, nor what was done with a law ("was adopted in May").
- The rules of one paragraph are one directive.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import Claim, Filler
from testigo.directive import Clause, Directive
from testigo.reading.chunks import VerbGroup
from testigo.reading.clauses_of_orders import Context, norms
from testigo.reading.facts import Facts
from testigo.reading.lists import wordset
from testigo.reading.order_edges import without_teller
from testigo.reading.order_reach import Norm, clause_end
from testigo.reading.order_terms import with_terms
from testigo.reading.phrases import subject
from testigo.reading.spoken import Speakers
from testigo.reading.view import View

RULES = (
    (
        "directive.in-force",
        "a rule in force that no law or office is named for",
        "Civil servants were not allowed to strike.",
    ),
)
_TOLD = ("asserted", "reported", "hedged")
_LEAVING = wordset("allow permit entitle authorize authorise empower exempt")
_BINDING = wordset("require oblige compel obligate forbid prohibit ban bar")


def with_rules(
    spoken: Speakers, facts: Facts, orders: tuple[Directive, ...], claims: Sequence[Claim]
) -> tuple[Directive, ...]:
    """The orders with the rules in force that only claims show. claims: in the order of the text."""
    taken = [clause.span for order in orders for clause in order.clauses]
    found: dict[int, tuple[Claim, list[Clause]]] = {}
    for claim in claims:
        if (claim.kind, claim.act) != ("directive", "policy") or claim.status not in _TOLD:
            continue
        sentence = facts.document.sentence_at(claim.trigger.start)
        if sentence is None or sentence.block.kind != "body":
            continue
        view = spoken.views[sentence.index]
        norm = _norm(view, claim)
        norm = norm and without_teller(spoken, view, norm)
        span = view.trimmed(norm.first, norm.last) if norm is not None else None
        if norm is None or span is None or any(span.overlaps(other) for other in taken):
            continue
        taken.append(span)
        places = [where for part in norm.groups if (where := view.trimmed(*part)) is not None]
        groups = facts.with_ids(
            tuple(Filler(w, w.of(facts.document.text), rule="order.group") for w in places)
        )
        clause = Clause(span, norm.modality, groups, None, norm.levels, rule=norm.rule)
        found.setdefault(sentence.paragraph, (claim, []))[1].append(clause)
    if not found:
        return orders
    made = tuple(
        Directive(claim.span, tuple(clauses), sources=claim.sources, rule="directive.in-force")
        for claim, clauses in found.values()
    )
    return tuple(sorted((*orders, *with_terms(made, spoken, facts)), key=lambda order: order.span.start))


def _norm(view: View, claim: Claim) -> Norm | None:
    """The clause of the verb that a claim's words hang on, where it binds, bars, spares or leaves free."""
    first, last = view.sentence.tokens_in(claim.trigger)
    group = next((g for g in reversed(view.chunks.verbs) if g.finite and g.first < last), None)
    if group is None or view.zones[group.first] or first - group.last > _FAR:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    start = who[0] if who is not None and who[1] <= group.first else group.first
    end = clause_end(view, group, view.ceiling(group.first))
    found = norms(view, start, end, Context(text=True, under=True))
    norm = next((n for n in found if n.verb == group.first), None)
    if norm is None or norm.rule == "order.finding":
        return None
    return norm if norm.rule != "order.says" or _lays_down(view, group) else None


_FAR = 3  # words between a verb and what it takes: "had | the exclusive right"


def _lays_down(view: View, group: VerbGroup) -> bool:
    """Whether a plain statement is one of a rule, not of what was done: "were not allowed to", no "was adopted"."""
    return group.passive and view.tokens[group.main].lemma in _LEAVING | _BINDING
