"""Tellings of one order into the order: its clauses, each with how every telling words it, and where they differ.

Rules:
- The fullest telling comes first (most clauses, then the earliest report); its values are those that the order shows.
- A clause of another telling belongs to the clause of the same form that is most like it; else it is a clause of its own.
- Differences are told, never settled: in date, territory, levels, groups, deadline, penalty, conditions; and that one keeps or
  forbids what another takes out or permits.
- What only some tellings have is a difference too; that a telling leaves a clause out does not mean that it is not there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from testigo.confronted import ClauseTelling, GroupTold, Order, OrderClause, Step, Telling
from testigo.orders.same import ENOUGH, similar, span_days
from testigo.orders.telling import Draft, Worded, family
from testigo.reason import Reason

LEVELS = "Levels: {} in report {}, {} in report {}."
GROUPS = "Named in report {}, not in report {}: {}."
DEADLINE = "To be done by {} in report {}, by {} in report {}."
PENALTY = "Threatens with {} in report {}, with {} in report {}."
CONDITION = "Under a condition in report {} ({}), without it in report {}."
OPPOSED = "Reports contradict each other about {}: kept under the measure in report {}, taken out of it in report {}."
TURNED = "Reports contradict each other: forbidden in report {}, permitted in report {}."
ONLY = "Only report {} tells this clause."
SOME = "Told in reports {}; left out in reports {}."
DATE = "Date: {} in report {}, {} in report {}."
TERRITORY = "Territory: {} in report {}, {} in report {}."
ISSUER = "Issued by: {} in report {}, {} in report {}."
NO_DATE = "No report tells when the order was issued: nothing can be said to be before or after it."
NO_ISSUER = "No report tells who issued the order."
NO_ADDRESSEE = "No report tells to whom the order was addressed."
NO_TERRITORY = "No report tells where the order is to hold: no event is left out for its place."
NO_YEAR = "The date of the order has no year. It is set against dates of the same report only."
NO_CLAUSE = "No report tells a clause of it: there is nothing to hold events against."
ONE_TELLING = "One report alone tells this order."
REASONS = (
    LEVELS, GROUPS, DEADLINE, PENALTY, CONDITION, OPPOSED, TURNED, ONLY, SOME, DATE, TERRITORY, ISSUER, NO_DATE, NO_ISSUER, NO_ADDRESSEE,
    NO_TERRITORY, NO_YEAR, NO_CLAUSE, ONE_TELLING
)  # fmt: skip

_ANAPHORA = ("the rule", "this rule", "the ban", "this ban", "the order", "the instruction", "this clause")


def merge(drafts: Sequence[Draft], steps: Sequence[Step]) -> Order:
    """The order that drafts tell together. steps: its way down, in the order of time."""
    ranked = sorted(drafts, key=fullest)
    tellings = tuple(d.telling for d in ranked)
    clauses = _contradicting([_clause(n, group, ranked) for n, group in enumerate(_aligned(ranked), 1)])
    issued = _issued(tellings)
    days = span_days(issued)
    first, last = (dt.date.fromordinal(n).isoformat() for n in days) if days else (None, None)
    territory = next((t.territory for t in tellings if t.territory), ())
    order = Order(
        key=str(min(t.directive for t in tellings)),
        name=_name(ranked),
        issuer=next((t.issuer for t in tellings if t.issuer), ""),
        addressee=next((t.addressee for t in tellings if t.addressee), ()),
        issued=issued,
        first=first,
        last=last,
        territory=territory,
        tellings=tellings,
        steps=tuple(steps),
        clauses=clauses,
        differences=tuple(_differences(tellings)),
    )
    return replace(order, cautions=tuple(_cautions(order)))


def fullest(draft: Draft) -> tuple[bool, int, str, int]:
    """Sorts tellings: those of most clauses first, then the earliest report."""
    telling = draft.telling
    return draft.leaning, -len(draft.clauses), telling.published or "9999", telling.directive


def _name(drafts: Sequence[Draft]) -> str:
    numbered = [d for d in drafts if d.numbering]
    latin = [d for d in numbered if d.name.isascii()]
    return (latin or numbered or list(drafts))[0].name


def _issued(tellings: Sequence[Telling]) -> str | None:
    """The most precise dates that tellings give, as one value: a hull where they differ."""
    told = [t.issued for t in tellings if t.issued]
    exact = sorted({value for value in told if len(value) == 10 and "XXXX" not in value})
    if exact:
        return exact[0] if exact[0] == exact[-1] else f"{exact[0]}/{exact[-1]}"
    return told[0] if told else None


# -- clauses -------------------------------------------------------------------------------------------------------


def _aligned(drafts: Sequence[Draft]) -> list[list[Worded]]:
    """Clauses put together over the tellings; in each the one of the fullest telling first."""
    rows: list[list[Worded]] = []
    for draft in drafts:
        free = list(range(len(rows)))
        for clause in draft.clauses:
            place = _place_of(clause, rows, free, draft)
            if place is None:
                rows.append([clause])
            else:
                rows[place].append(clause)
                free.remove(place)
    return rows


def _place_of(
    clause: Worded, rows: Sequence[Sequence[Worded]], free: Sequence[int], draft: Draft
) -> int | None:
    scored = [(max(similar(clause, other) for other in rows[n]), -n) for n in free]
    if not scored:
        return None
    value, place = max(scored)
    if value >= ENOUGH:
        return -place
    same = [n for n in free if rows[n][0].form == clause.form]
    alone = sum(1 for c in draft.clauses if c.form == clause.form) == 1
    pointing = (
        any(word in clause.telling.words.text.lower() for word in _ANAPHORA) or not clause.telling.groups
    )
    one_like_it = len(same) == 1 and alone and clause.telling.measure is not None
    return (
        same[0]
        if (one_like_it and pointing and clause.modality != "require")
        or (one_like_it and any(word in clause.telling.words.text.lower() for word in _ANAPHORA))
        else None
    )


def _clause(number: int, rows: Sequence[Worded], drafts: Sequence[Draft]) -> OrderClause:
    tellings = tuple(row.telling for row in rows)
    first = tellings[0]
    return OrderClause(
        number=number,
        modality=rows[0].modality,
        measure=next((t.measure for t in tellings if t.measure), None),
        groups=_all_groups(tellings),
        levels=next((t.levels for t in tellings if t.levels), None),
        deadline=next((t.deadline for t in tellings if t.deadline), None),
        penalty=next((t.penalty for t in tellings if t.penalty), ""),
        territory=next((t.territory for t in tellings if t.territory), ()),
        conditions=first.conditions or next((t.conditions for t in tellings if t.conditions), ()),
        tellings=tellings,
        differences=tuple(_clause_differences(tellings, drafts)),
    )


def _all_groups(tellings: Sequence[ClauseTelling]) -> tuple[GroupTold, ...]:
    """The groups of the fullest telling, and those that only others name."""
    named = next((t.groups for t in tellings if t.groups), ())
    known = {g.id for g in named}
    more = [g for t in tellings for g in t.groups if g.id and g.id not in known]
    return (*named, *{g.id: g for g in more}.values())


def _clause_differences(tellings: Sequence[ClauseTelling], drafts: Sequence[Draft]) -> list[Reason]:
    first = tellings[0]
    out = [reason for other in tellings[1:] for reason in _pair(first, other)]
    telling = {t.words.report for t in tellings}
    full = {d.telling.report for d in drafts if len(d.clauses) > 1}
    left_out = sorted(full - telling)
    if left_out and len(telling) == 1:
        out.append(Reason(ONLY, (str(next(iter(telling))),)))
    elif left_out:
        out.append(Reason(SOME, (_listed(sorted(telling)), _listed(left_out))))
    return out


def _contradicting(clauses: Sequence[OrderClause]) -> tuple[OrderClause, ...]:
    """Clauses with what they say against each other, where no report tells both."""
    said: dict[int, list[Reason]] = {}
    for one, other in permutations(clauses, 2):
        a, b = ({t.words.report for t in c.tellings} for c in (one, other))
        if a & b or family(one.measure) != family(other.measure) or not one.measure:
            continue
        told = (_listed(sorted(a)), _listed(sorted(b)))
        found: list[Reason] = []
        if (one.held_as, other.held_as) == ("retain", "exempt"):
            ids = {g.id for g in other.groups if g.id}
            found = [Reason(OPPOSED, (g.text, *told)) for g in one.groups if g.id in ids]
        elif (one.held_as, other.held_as) == ("forbid", "permit"):
            found = [Reason(TURNED, told)]
        for clause in (one, other) if found else ():
            said.setdefault(clause.number, []).extend(found)
    return tuple(replace(c, differences=(*c.differences, *said.get(c.number, ()))) for c in clauses)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(n) for n in numbers)


def _pair(first: ClauseTelling, other: ClauseTelling) -> list[Reason]:
    a, b = str(first.words.report), str(other.words.report)
    out = []
    if first.levels and other.levels and first.levels != other.levels:
        out.append(Reason(LEVELS, (_range(first.levels), a, _range(other.levels), b)))
    missing = [g.text for g in first.groups if g.id and g.id not in {o.id for o in other.groups}]
    if missing and other.groups and any(o.id for o in other.groups):
        out.append(Reason(GROUPS, (a, b, ", ".join(missing))))
    if first.deadline and other.deadline and first.deadline != other.deadline:
        out.append(
            Reason(DEADLINE, (first.deadline.removeprefix("../"), a, other.deadline.removeprefix("../"), b))
        )
    if first.penalty and other.penalty and first.penalty != other.penalty:
        out.append(Reason(PENALTY, (first.penalty, a, other.penalty, b)))
    kinds = {c.kind for c in other.conditions}
    out += [
        Reason(CONDITION, (a, c.text, b))
        for c in first.conditions
        if c.kind not in kinds and c.kind != "other"
    ]
    return out


def _range(levels: tuple[int, int]) -> str:
    return f"{levels[0]}" if levels[0] == levels[1] else f"{levels[0]}-{levels[1]}"


# -- the order as a whole --------------------------------------------------------------------------------------------


def _differences(tellings: Sequence[Telling]) -> list[Reason]:
    """What tellings say differently of the order as a whole, each other value once, beside that of the fullest telling."""
    out = [
        Reason(DATE, (first.issued or "", str(first.report), other.issued or "", str(other.report)))
        for first, other in _others([(t, t.issued or "") for t in tellings])
        if _disjoint(first.issued, other.issued)
    ]
    placed = [(t, ", ".join(t.territory)) for t in tellings]
    out += [
        Reason(TERRITORY, (", ".join(a.territory), str(a.report), ", ".join(b.territory), str(b.report)))
        for a, b in _others(placed)
        if not set(a.territory) & set(b.territory)
    ]
    named = [(t, re.sub(r" \(.*?\)|^the ", "", t.issuer.lower())) for t in tellings]
    out += [Reason(ISSUER, (a.issuer, str(a.report), b.issuer, str(b.report))) for a, b in _others(named)]
    return out


def _others(told: Sequence[tuple[Telling, str]]) -> list[tuple[Telling, Telling]]:
    """The first telling that tells something, with the first of each other value in another report."""
    known = [(t, value) for t, value in told if value]
    seen = {value for _, value in known[:1]}
    out = []
    for telling, value in known[1:]:
        if value not in seen and telling.report != known[0][0].report:
            out.append((known[0][0], telling))
        seen.add(value)
    return out


def _disjoint(one: str | None, other: str | None) -> bool:
    a, b = span_days(one), span_days(other)
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def _cautions(order: Order) -> list[Reason]:
    out = []
    if order.issued is None:
        out.append(Reason(NO_DATE))
    elif order.first is None:
        out.append(Reason(NO_YEAR))
    if not order.issuer:
        out.append(Reason(NO_ISSUER))
    if not order.addressee:
        out.append(Reason(NO_ADDRESSEE))
    if not order.territory:
        out.append(Reason(NO_TERRITORY))
    if not order.clauses:
        out.append(Reason(NO_CLAUSE))
    if len({t.report for t in order.tellings}) == 1:
        out.append(Reason(ONE_TELLING))
    return out
