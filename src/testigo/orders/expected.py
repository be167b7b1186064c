"""What a clause leads one to expect, in plain words: if it is carried out, if it is not, and in either case.

Rules:
- Expectations are about what reports would tell, not about what happens unseen.
- What would be seen in either case is said as plainly as the rest: it proves nothing.
- That nothing is reported stands under "in either case", always.
"""

from __future__ import annotations

from testigo.confronted import Expected, OrderClause
from testigo.orders.telling import WATCH
from testigo.reason import Reason

FORBID_YES = "Reports of {} under these conditions become rare, or tell that somebody refused to do it."
FORBID_NO = "Reports tell of {} under these conditions after the order, while it is in force."
FORBID_EITHER = "{} that meet the conditions which the clause allows; those of before the order."
REQUIRE_YES = "Reports tell that it was done: {}."
REQUIRE_NO = "Reports tell that it was not done by those who had to, or that nobody asked for it."
REQUIRE_EITHER = "That officials speak of it at meetings; that it was announced."
DEADLINE_YES = "They tell so of a day up to {}."
PERMIT_YES = "Reports tell of people or officials who do it and are left alone: {}."
PERMIT_NO = "Reports tell of people kept from it or punished for it."
PERMIT_EITHER = "That nobody makes use of it; that it was done before the order as well."
PROTECT_YES = "Reports tell of people who have what it protects, and are left alone: {}."
PROTECT_NO = "Reports tell of people from whom it was taken, or who were punished for it."
PROTECT_EITHER = "That officials or the law praise it; that it was so before as well."
EXEMPT_WATCH_YES = "Names are struck off; people of this group say that nobody comes any more: {}."
EXEMPT_WATCH_NO = "People of this group are put on a list, watched, or arrested for a remark: {}."
EXEMPT_WATCH_EITHER = (
    "Arrests of people whom the order keeps under watch; arrests with no group told; releases."
)
EXEMPT_YES = "People of this group are left out of it: {}."
EXEMPT_NO = "It is done to people of this group: {}."
EXEMPT_EITHER = "That it is done to others; that it is done to somebody of whom no group is told."
RETAIN_YES = "People of these groups go on being watched, or are arrested: {}."
RETAIN_NO = "People of these groups are struck off, or say that nobody comes any more: {}."
RETAIN_LEVELS = "Levels below {} or above {} are told of them."
RETAIN_EITHER = "That others are watched; arrests with no group told; releases."
FINDING = (
    "A ground states how things were by the words of the order. Nothing follows from it for what is to come."
)
SILENCE = "That nothing is reported: fewer reports are no evidence that the order is obeyed."
REASONS = (
    FORBID_YES, FORBID_NO, FORBID_EITHER, REQUIRE_YES, REQUIRE_NO, REQUIRE_EITHER, DEADLINE_YES, PERMIT_YES, PERMIT_NO,
    PERMIT_EITHER, PROTECT_YES, PROTECT_NO, PROTECT_EITHER, EXEMPT_WATCH_YES, EXEMPT_WATCH_NO, EXEMPT_WATCH_EITHER, EXEMPT_YES, EXEMPT_NO, EXEMPT_EITHER,
    RETAIN_YES, RETAIN_NO, RETAIN_LEVELS, RETAIN_EITHER, FINDING, SILENCE,
)  # fmt: skip


def expect(clause: OrderClause) -> Expected:
    """What would be seen of a clause."""
    words, group = clause.words.text, ", ".join(g.text for g in clause.groups) or clause.words.text
    silence = Reason(SILENCE)
    if clause.protects:
        return Expected(
            (Reason(PROTECT_YES, (f"“{words}”",)),), (Reason(PROTECT_NO),), (Reason(PROTECT_EITHER), silence)
        )
    if clause.modality == "forbid":
        act = f"“{words}”"
        return Expected(
            (Reason(FORBID_YES, (act,)),),
            (Reason(FORBID_NO, (act,)),),
            (Reason(FORBID_EITHER, (act,)), silence),
        )
    if clause.modality == "require":
        done = [Reason(REQUIRE_YES, (f"“{words}”",))]
        if clause.deadline:
            done.append(Reason(DEADLINE_YES, (clause.deadline.removeprefix("../"),)))
        return Expected(tuple(done), (Reason(REQUIRE_NO),), (Reason(REQUIRE_EITHER), silence))
    if clause.modality == "permit":
        return Expected(
            (Reason(PERMIT_YES, (f"“{words}”",)),), (Reason(PERMIT_NO),), (Reason(PERMIT_EITHER), silence)
        )
    if clause.modality == "exempt":
        return _exempt(clause, group, silence)
    if clause.modality == "retain":
        missed = [Reason(RETAIN_NO, (group,))]
        if clause.levels:
            missed.append(Reason(RETAIN_LEVELS, (str(clause.levels[0]), str(clause.levels[1]))))
        return Expected((Reason(RETAIN_YES, (group,)),), tuple(missed), (Reason(RETAIN_EITHER), silence))
    return Expected((), (), (Reason(FINDING),))


def _exempt(clause: OrderClause, group: str, silence: Reason) -> Expected:
    if clause.measure in WATCH:
        yes, no, either = EXEMPT_WATCH_YES, EXEMPT_WATCH_NO, EXEMPT_WATCH_EITHER
    else:
        yes, no, either = EXEMPT_YES, EXEMPT_NO, EXEMPT_EITHER
    return Expected((Reason(yes, (group,)),), (Reason(no, (group,)),), (Reason(either), silence))
