"""What the clauses of orders lay down, as claims: a measure each, where no rule has found an act in them.

Rules:
- A clause of an order in which no act was found is a measure (policy, or the act that its words tell).
- Who is taken out of an order or kept under it is so in the measure of that order.
- Who is exempted is so from the measure told before, not from a threat behind it.
- The clauses of a law in force are no measures of their own.
"""

from __future__ import annotations

from bisect import bisect_left

from testigo.claim import Claim, Span
from testigo.directive import Clause
from testigo.reading.classes import is_paper
from testigo.reading.clauses import Clause as ActClause
from testigo.reading.fields import by_field
from testigo.reading.one_deed import goes_on_with
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import Trigger
from testigo.reading.view import View
from testigo.value import replace

_LAID_DOWN = Trigger(
    "act.clause", "event", "policy", (), (), (), "According to the order, households shall raise rabbits."
)
_TAKEN_OUT = Trigger(
    "act.exempt",
    "event",
    "policy",
    (),
    (),
    (),
    "Under the order, households must raise rabbits. The order does not cover widows.",
)
OWN = (_LAID_DOWN, _TAKEN_OUT)


def laid_down(laws: tuple[Clause, ...], view: View, scene: Scene, found: list[Mention]) -> list[Mention]:
    """The clauses of orders in this sentence that no act has been found in: each is a measure of its own."""
    sentence = view.sentence
    more: list[Mention] = []
    low = bisect_left(laws, sentence.span.start, key=lambda c: c.span.start)
    for law in laws[low:]:
        if law.span.start >= sentence.span.end:
            break
        span = Span(law.span.start, min(law.span.end, sentence.span.end))
        first, last = sentence.tokens_in(span)
        if first >= last or any(m.at[0] < last and first < m.at[1] for m in found):
            continue
        if any(is_law(m) and m.span[0] <= first < m.span[1] for m in found):
            continue
        if view.tokens[first].lower in ("except", "excluding", "apart", "other", "unless"):
            continue
        inside = [c for c in scene.clauses if first <= c.verb.main < last]
        finite = [c for c in inside if c.verb.finite]
        clause = next((c for c in finite if c.kind != "relative"), next(iter([*finite, *inside]), None))
        over = scene.clauses[clause.governor] if clause is not None and clause.governor is not None else None
        if any(c is not None and goes_on_with(scene, c, m) for c in (clause, over) for m in found):
            continue
        if clause is not None and (
            clause.lemma in ("be", "have") or _is_expected(clause)
        ):  # "are to be kept": the verb that is laid down
            clause = next(
                (c for c in inside if c.kind == "infinitive" and c.governor == clause.number), clause
            )
        at = (clause.verb.first, clause.verb.last) if clause is not None else (first, min(last, first + 2))
        parts = (
            tuple(
                (slot, part)
                for slot, part in (("actor", clause.doer), ("target", clause.undergoer))
                if part is not None and not (slot == "actor" and is_paper(view.tokens, part))
            )
            if clause
            else ()
        )
        if clause is not None and clause.lemma in ("apply", "extend"):  # "does not apply to cooks"
            parts = tuple(("target", part) for prep, part in clause.preps if prep == "to")[:1]
        told = by_field(scene, clause) if clause is not None else None
        if told is not None and law.measure is None and law.modality not in ("exempt", "retain"):
            more.append(told)
            continue
        own = _TAKEN_OUT if law.modality in ("exempt", "retain") else _LAID_DOWN
        trigger = replace(own, act=law.measure or "policy")
        more.append(Mention(trigger, at, (first, last), clause, False, parts))
    return more


def _is_expected(clause: ActClause) -> bool:
    """The likes of "is expected to contribute": the duty is what the infinitive tells."""
    return clause.passive and clause.lemma in ("expect", "suppose", "require", "oblige")


def is_law(mention: Mention) -> bool:
    """Whether a mention tells of a law in force, whose clauses are no measures of their own."""
    return (mention.trigger.kind, mention.trigger.act) == ("directive", "policy")


def spared(found: list[Claim]) -> list[Claim]:
    """Who is exempted is exempted from the measure told just before: the claim takes its act."""
    kept: list[Claim] = []
    for claim in found:
        last = _measure_before(kept) if claim.rule in _EXEMPTING else None
        open_act = claim.rule != "act.exempt" or claim.act == "policy"
        kept.append(replace(claim, act=last.act) if last is not None and open_act else claim)
    return kept


def _measure_before(found: list[Claim]) -> Claim | None:
    """The measure that the last claims laid down; a threat to those who break it is none where one stands before."""
    last = next(
        (c for c in reversed(found) if c.status != "intended" or c.kind != "event" or c.act != "sentence"),
        None,
    )
    threat = found[-1] if found and found[-1].status == "intended" and found[-1].kind == "event" else None
    return last if last is not None and last.status == "intended" and last.kind == "event" else threat


_EXEMPTING = frozenset({"verb.policy.exempt", "verb.policy.be", "act.exempt"})
