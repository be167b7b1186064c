"""One event against one clause: in line, contrary, cannot tell, or not concerned, with the reasons.

The rules, in the order in which they decide:
 1. What nobody says happened (denied, guessed, ordered, planned) is no practice: cannot tell.
 2. What happened before the order, or in a time that spans it, or at an unknown time, cannot tell.
 3. Outside the territory, or while the clause was suspended: cannot tell.
 4. A clause about a group needs to know whether the person is in it, by the words of a report. In another group that the
    same order treats otherwise: the clause does not concern the person. Not told: cannot tell.
 5. A clause with conditions (by night, without a paper) needs to know them: met, not met, or not told.
 6. Then the form of the clause decides (forms.py): forbidden and done is contrary, required and done in line, and so on.
An order that keeps a group under watch makes the arrest of one of them in line with that exception and no breach of the
exemption of others. An arrest for a remark of somebody whom the order takes out of watching is contrary: nobody could know
the remark who did not watch. A release is seen in either case.
"""

from __future__ import annotations

import datetime as dt

from testigo.confronted import CANNOT_TELL, IN_LINE, OrderClause
from testigo.orders import sentences as say
from testigo.orders.forms import acts_for, by_form
from testigo.orders.groups import group_of
from testigo.orders.standing import Case, Ruling
from testigo.orders.telling import WATCH
from testigo.orders.where import INSIDE, OUTSIDE
from testigo.reason import Reason


def rule(case: Case, clause: OrderClause) -> Ruling:
    """What an event says about a clause."""
    event, side = case.event, case.standing.side
    relevant = acts_for(clause)
    if not event.acts & relevant and not (event.delisted and clause.measure in WATCH):
        told = sorted({status for act, status in event.others if act in relevant})
        if told and not event.acts & relevant:
            said = tuple(Reason(_UNSAID[status]) for status in told)
            return Ruling(CANNOT_TELL, (*said, *_group_words(case, clause)), (), side)
        return Ruling(None, (), (), side)
    group = group_of(case, clause)
    if group.verdict is None and group.reasons:
        return Ruling(None, group.reasons, (), side)
    block, found = _blocked(case, clause), by_form(case, clause, group)
    if found.verdict is None:
        return Ruling(None, found.reasons, (), side)
    if block:
        extra = found.reasons if found.verdict == CANNOT_TELL else ()
        return Ruling(CANNOT_TELL, (*block, *extra), (), side)
    opens = tuple(dict.fromkeys((*found.open, *_open(case))))
    reasons = (*found.reasons, *_placed(case), *case.standing.reasons)
    return Ruling(found.verdict, tuple(dict.fromkeys(reasons)), opens, side)


_UNSAID = {"denied": say.ONLY_DENIED, "speculated": say.ONLY_GUESSED, "intended": say.ONLY_INTENDED}


def _blocked(case: Case, clause: OrderClause) -> tuple[Reason, ...]:
    out = []
    if case.standing.block is not None:
        out.append(case.standing.block)
    if case.place == OUTSIDE:
        out.append(
            Reason(say.BARRED, (case.barred,))
            if case.barred
            else Reason(say.OUT, (case.event.place or _named(case),))
        )
    when = case.event.days
    for hold in clause.holds:
        first = dt.date.fromisoformat(hold.first).toordinal() if hold.first else 0
        last = dt.date.fromisoformat(hold.last).toordinal() if hold.last else None
        if (
            when.first is not None
            and when.first >= first
            and (last is None or (when.last or when.first) <= last)
        ):
            out.append(Reason(say.SUSPENDED, (str(when.first - first), hold.first or "")))
    return tuple(out)


def _named(case: Case) -> str:
    return ", ".join(sorted(case.event.areas))


def _placed(case: Case) -> tuple[Reason, ...]:
    if case.place == INSIDE and case.order.territory:
        return (Reason(say.IN_FORCE, (case.event.place or ", ".join(case.order.territory),)),)
    return ()


def _open(case: Case) -> tuple[Reason, ...]:
    event, out = case.event, list(case.standing.open)
    if case.order.territory and case.place not in (INSIDE, OUTSIDE):
        out.append(Reason(say.PLACE_OPEN, (event.place,)) if event.place else Reason(say.PLACE_UNTOLD))
    if event.days.follows:
        out.append(Reason(say.FOLLOWS))
    if event.place_taken or event.days.taken:
        out.append(Reason(say.TAKEN))
    if "hedged" in event.statuses:
        first = next((w.text for w in event.words), "")
        out.append(
            Reason(say.HEDGED, (first[:80],))
            if event.statuses[0] == "hedged"
            else Reason(say.HEDGED, ("in part",))
        )
    if event.disputed:
        out.append(Reason(say.DENIED))
    return tuple(out)


def _group_words(case: Case, clause: OrderClause) -> tuple[Reason, ...]:
    found = group_of(case, clause)
    return found.reasons if clause.groups and found.verdict == IN_LINE else ()
