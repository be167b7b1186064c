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

from testigo.confronted import CANNOT_TELL, IN_LINE
from testigo.orders import sentences as say
from testigo.orders.forms import by_form
from testigo.orders.groups import group_of
from testigo.orders.standing import Case, Ruling
from testigo.orders.terms import Terms
from testigo.orders.where import INSIDE, OUTSIDE
from testigo.reason import Reason

_UNSAID = {
    "denied": Reason(say.ONLY_DENIED),
    "speculated": Reason(say.ONLY_GUESSED),
    "intended": Reason(say.ONLY_INTENDED),
}
_UNTOLD = Reason(say.PLACE_UNTOLD)
_FOLLOWS, _TAKEN, _DENIED = Reason(say.FOLLOWS), Reason(say.TAKEN), Reason(say.DENIED)


def rule(case: Case, terms: Terms) -> Ruling:
    """What an event says about a clause."""
    event, side = case.event, case.standing.side
    if event.acts.isdisjoint(terms.acts) and not (event.delisted and terms.watch):
        return _unsaid(case, terms)
    group = group_of(event, terms)
    if group.verdict is None and group.reasons:
        return Ruling(None, group.reasons, (), side)
    found = by_form(event, terms, group)
    if found.verdict is None:
        return Ruling(None, found.reasons, (), side)
    if block := _blocked(case, terms):
        extra = found.reasons if found.verdict == CANNOT_TELL else ()
        return Ruling(CANNOT_TELL, (*block, *extra), (), side)
    opens = tuple(dict.fromkeys((*found.open, *_open(case))))
    reasons = (*found.reasons, *_placed(case), *case.standing.reasons)
    return Ruling(found.verdict, tuple(dict.fromkeys(reasons)), opens, side)


def _unsaid(case: Case, terms: Terms) -> Ruling:
    """An event of which nobody says that an act of the clause happened: cannot tell where they speak of one at all."""
    told = sorted({status for act, status in case.event.others if act in terms.acts})
    if not told:
        return Ruling(None, (), (), case.standing.side)
    said = tuple(_UNSAID[status] for status in told)
    return Ruling(CANNOT_TELL, (*said, *_group_words(case, terms)), (), case.standing.side)


def _blocked(case: Case, terms: Terms) -> tuple[Reason, ...]:
    """Why an event cannot tell, whatever the clause says: its time, its place, or a suspension."""
    block = case.standing.block
    if block is None and case.place != OUTSIDE and not terms.holds:
        return ()
    out = [] if block is None else [block]
    if case.place == OUTSIDE:
        out.append(
            Reason(say.BARRED, (case.barred,))
            if case.barred
            else Reason(say.OUT, (case.event.place or ", ".join(sorted(case.event.areas)),))
        )
    when = case.event.days
    for hold in terms.holds:
        if when.first is None or when.first < hold.first:
            continue
        if hold.last is None or (when.last or when.first) <= hold.last:
            out.append(Reason(say.SUSPENDED, (str(when.first - hold.first), hold.since)))
    return tuple(out)


def _placed(case: Case) -> tuple[Reason, ...]:
    if case.place == INSIDE and case.order.territory:
        return (Reason(say.IN_FORCE, (case.event.place or ", ".join(case.order.territory),)),)
    return ()


def _open(case: Case) -> tuple[Reason, ...]:
    """What is not known of an event beside an order, or known with reserve."""
    event, out = case.event, list(case.standing.open)
    if case.order.territory and case.place not in (INSIDE, OUTSIDE):
        out.append(Reason(say.PLACE_OPEN, (event.place,)) if event.place else _UNTOLD)
    if event.days.follows:
        out.append(_FOLLOWS)
    if event.place_taken or event.days.taken:
        out.append(_TAKEN)
    if "hedged" in event.statuses:
        first = next((w.text for w in event.words), "")
        out.append(Reason(say.HEDGED, (first[:80] if event.statuses[0] == "hedged" else "in part",)))
    if event.disputed:
        out.append(_DENIED)
    return tuple(out)


def _group_words(case: Case, terms: Terms) -> tuple[Reason, ...]:
    if not terms.clause.groups:
        return ()
    found = group_of(case.event, terms)
    return found.reasons if found.verdict == IN_LINE else ()
