"""Whether a clause's groups take an event in, by what reports tell of its persons.

Rules:
- In: a group of the clause is told of the person, or the person is told to be in none of those that the order keeps apart.
- Does not concern: another clause of the same order treats the person's group otherwise.
- Not told is not told: then the clause cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testigo.confronted import CANNOT_TELL, IN_LINE, GroupTold, Order, OrderClause
from testigo.orders import cues
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
from testigo.orders.standing import Case, Ruling
from testigo.orders.telling import WATCH
from testigo.reason import Reason


def group_of(case: Case, clause: OrderClause) -> Ruling:
    """Whether the clause's groups take the event in: in line (they do), None (it does not concern), or cannot tell."""
    needed = clause.modality in ("exempt", "retain") or _about_groups(clause)
    if not needed or not clause.groups:
        return _elsewhere(case, clause) if needed else Ruling(IN_LINE, ())
    event = case.event
    ids = {g.id for g in clause.groups if g.id}
    apart = _elsewhere(case, clause)
    if apart.verdict is None:
        return apart
    member = next((f for f in event.members if f.group in ids), None)
    if member is not None:
        said = {"retain": say.IS_MEMBER, "exempt": say.IS_TAKEN_OUT}.get(clause.modality, say.IS_IN_GROUP)
        return Ruling(IN_LINE, (Reason(said, (member.words.text,)),))
    return _not_named(case, clause, ids)


def _elsewhere(case: Case, clause: OrderClause) -> Ruling:
    """Whether another clause of the order treats the person's group otherwise; the exception goes before the rule."""
    kept, taken = _other_side(case.order, clause)
    other, why = (kept, say.KEPT_APART) if clause.modality == "exempt" else (taken, say.TAKEN_OUT)
    own = {g.id for g in clause.groups}
    fact = next((f for f in case.event.members if f.group in other), None)
    in_own = clause.modality == "retain" and any(f.group in own for f in case.event.members)
    if fact is None or in_own or clause.modality not in ("exempt", "retain"):
        return Ruling(IN_LINE, ())
    return Ruling(None, (Reason(say.IS_IN_GROUP, (fact.words.text,)), Reason(why)))


def _not_named(case: Case, clause: OrderClause, ids: set[str]) -> Ruling:
    """What is left where no report tells a group of the clause: told out of groups, the clause's own words, or not told."""
    event, (kept, _) = case.event, _other_side(case.order, clause)
    if clause.modality == "retain" and ids and ids <= event.out_of:
        return Ruling(None, (Reason(say.NOT_IN),))
    if clause.modality == "exempt" and kept and kept <= event.out_of:
        return Ruling(IN_LINE, (Reason(say.IS_TAKEN_OUT, (event.outsiders[0].words.text,)),))
    if not ids and _by_words(clause.groups, event):
        return Ruling(IN_LINE, (Reason(say.IS_IN_GROUP, (event.words[0].text,)),))
    untold = say.NO_GROUP_BUT if clause.modality == "exempt" and kept else say.NO_GROUP
    return Ruling(CANNOT_TELL, (Reason(untold),))


def _about_groups(clause: OrderClause) -> bool:
    """Whether a forbidding or permitting clause is about people who must be told of: not just anybody who lives there."""
    named = [g for g in clause.groups if g.id != "border-residents" and not _ANYBODY.match(g.text)]
    return bool(named) and clause.modality != "require"


_ANYBODY = re.compile(
    r"^(?:all |the |any |their )?(?:residents?|people|citizens?|locals?|inhabitants|population|public|everyone|everybody|anybody|"
    r"nobody|주민)\b",
    re.IGNORECASE,
)


def _other_side(order: Order, clause: OrderClause) -> tuple[set[str], set[str]]:
    """Groups that the order keeps under watch, and those that it takes out, by its other clauses of the same family."""
    kept: set[str] = set()
    taken: set[str] = set()
    for other in order.clauses:
        same = other.measure == clause.measure or {other.measure, clause.measure} <= WATCH
        if other.number == clause.number or not same:
            continue
        into = kept if other.modality == "retain" else taken if other.modality == "exempt" else None
        if into is not None:
            into |= {g.id for g in other.groups if g.id}
    return kept, taken


def _by_words(groups: Sequence[GroupTold], event: Sighting) -> bool:
    """Whether the event's words name the group, where no table knows it: nearly all of the group's content words."""
    return any(names_group(cues.stems(group.text), event.stems) for group in groups)


def names_group(wanted: frozenset[str], words: frozenset[str]) -> bool:
    """Whether words name a group: three quarters of the content words of its name."""
    return bool(wanted) and len(wanted & words) / len(wanted) >= 0.75
