"""What the form of a clause decides, once time, place and group are known: forbid, require, permit, exempt, retain.

Rules:
- Forbidden and done, under the conditions of the clause, is contrary; with the paper that it asks for, in line.
- Required and done is in line; whether something like it is the same thing must be told by the words.
- Permitted: done is in line, hindered or punished is contrary.
- Taken out of watching: struck off is in line; listed, watched, or arrested for a remark is contrary.
- Kept under watch: watched or dealt with is in line, within the levels; struck off, or at another level, is contrary.
- A release is seen in either case.
"""

from __future__ import annotations

import datetime as dt

from testigo.confronted import CANNOT_TELL, CONTRARY, IN_LINE, GroupTold, OrderClause
from testigo.orders import cues
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
from testigo.orders.standing import Case, Ruling
from testigo.orders.telling import WATCH
from testigo.reason import Reason

FOLLOWS_WATCH = frozenset(
    (
        "arrest",
        "detention",
        "interrogation",
        "trial",
        "sentence",
        "banishment",
        "disappearance",
        "execution",
        "torture",
    )
)
EITHER = frozenset(("release",))
BARS_WAY = frozenset(("movement_restriction", "sentence", "arrest", "detention", "extortion", "confiscation"))


def acts_for(clause: OrderClause) -> frozenset[str]:
    """The acts that can say anything about a clause."""
    measure = clause.measure or ""
    if clause.modality == "finding":
        return frozenset()
    if measure in WATCH:
        if clause.modality in ("exempt", "retain"):
            return WATCH | FOLLOWS_WATCH | EITHER
        return WATCH if clause.modality == "forbid" else frozenset((measure,))
    if measure == "movement" and clause.modality in ("permit", "exempt"):
        return BARS_WAY | {"movement"}
    if clause.modality == "require" and measure in ("policy", ""):
        return frozenset(occasions(clause))
    return frozenset((measure,)) if measure else frozenset()


def occasions(clause: OrderClause) -> tuple[str, ...]:
    """The acts on whose occasion a clause requires something ("report each search"), by its words."""
    words = clause.words.text.lower()
    return tuple(act for stem, act in _OCCASIONS if f"each {stem}" in words or f"every {stem}" in words)


_OCCASIONS = (("search", "search"), ("raid", "search"), ("arrest", "arrest"), ("release", "release"), ("meeting", "meeting"),
              ("escape", "escape"), ("crossing", "escape"), ("interrogation", "interrogation"))  # fmt: skip


def by_form(case: Case, clause: OrderClause, group: Ruling) -> Ruling:
    """What an event says of a clause, once time and place are settled and the group is known or not."""
    watch = clause.measure in WATCH
    if clause.modality == "forbid":
        return _forbidden(case.event, clause, group)
    if clause.modality == "require":
        return _required(case.event, clause)
    if clause.modality == "permit":
        return _permitted(case.event, clause)
    if clause.modality == "exempt":
        return _exempt_from_watch(case.event, clause, group) if watch else _exempt(group)
    return _retained(case.event, clause, group)


def _conditions(event: Sighting, clause: OrderClause) -> tuple[list[Reason], list[Reason], list[Reason]]:
    """The conditions of a clause that an event meets, does not meet, and of which nothing is told."""
    met: list[Reason] = []
    unmet: list[Reason] = []
    untold: list[Reason] = []
    for condition in clause.conditions:
        if condition.kind == "night":
            holds = event.night
        elif condition.kind == "paper":
            holds = None if event.paper is None else event.paper == "without"
        else:
            wanted = frozenset(condition.stems)
            holds = True if wanted <= event.around else None
        into, template = (
            ((met, say.MET), (unmet, say.NOT_MET))[not holds] if holds is not None else (untold, say.NOT_TOLD)
        )
        into.append(Reason(template, (condition.text,)))
    return met, unmet, untold


def _forbidden(event: Sighting, clause: OrderClause, group: Ruling) -> Ruling:
    met, unmet, untold = _conditions(event, clause)
    if unmet:
        return Ruling(IN_LINE, (*unmet, *met), tuple(untold))
    if untold:
        return Ruling(CANNOT_TELL, (*untold, *met))
    if group.verdict == CANNOT_TELL:
        return group
    return Ruling(CONTRARY, (Reason(say.DONE_FORBIDDEN), *met, *group.reasons))


def _required(event: Sighting, clause: OrderClause) -> Ruling:
    if clause.measure in ("policy", None) or clause.measure not in event.acts:
        return Ruling(CANNOT_TELL, (Reason(say.OCCASION),))
    doers = [g for g in clause.groups if cues.DOER.search(g.text)]
    if doers:
        return _deserved(event, clause, doers[0])
    wanted = cues.stems(clause.words.text) - cues.stems("must have should shall by")
    shared = wanted & event.stems
    if len(shared) < max(2, len(wanted) * 0.4):
        return Ruling(CANNOT_TELL, (Reason(say.UNLIKE),))
    return Ruling(IN_LINE, (Reason(say.DONE), *_deadline(event, clause)))


def _deadline(event: Sighting, clause: OrderClause) -> tuple[Reason, ...]:
    """Whether it was in time, as a reason, or nothing where there is no deadline or day."""
    if clause.deadline is None or event.days.last is None or event.days.yearless:
        return ()
    end = clause.deadline.removeprefix("../")
    if "XXXX" in end or len(end) != 10:
        return ()
    limit = dt.date.fromisoformat(end).toordinal()
    if event.days.last <= limit:
        return (Reason(say.IN_TIME, (end,)),)
    if event.days.first is not None and event.days.first > limit:
        return (Reason(say.LATE, (end,)),)
    return (Reason(say.SPANS_DEADLINE, (end,)),)


def _deserved(event: Sighting, clause: OrderClause, group: GroupTold) -> Ruling:
    """A penalty for those who do something: was it for that deed?"""
    deed = cues.stems(group.text) - cues.stems("officers whoever breaks people persons those anyone")
    who = cues.stems(" ".join(w.text for w in event.words))
    if event.charge and not deed & cues.stems(event.charge):
        other = (Reason(say.OTHER_PENALTY, (event.words[0].text, clause.penalty)),) if clause.penalty else ()
        return Ruling(CANNOT_TELL, (Reason(say.OTHER_DEED, (event.charge,)), *other))
    if deed & who:
        return Ruling(IN_LINE, (Reason(say.DONE), Reason(say.DEED, (event.words[0].text,))))
    return Ruling(CANNOT_TELL, (Reason(say.NO_DEED),))


def _permitted(event: Sighting, clause: OrderClause) -> Ruling:
    met, unmet, untold = _conditions(event, clause)
    if clause.measure == "movement" and not event.acts & {"movement"}:
        ways = {c.kind for c in clause.conditions if c.kind == "other"}
        about_moving = (
            "movement_restriction" in event.acts
            or cues.stems("travel pass permit market way road") & event.around
        )
        if not about_moving:
            return Ruling(None, ())
        others = [r for r in untold if "without" not in r.arguments[0]]
        if ways and others:
            return Ruling(CANNOT_TELL, (Reason(say.HINDERED_UNSURE), *others))
        return Ruling(CONTRARY, (Reason(say.HINDERED), *met))
    return Ruling(IN_LINE, (Reason(say.PERMITTED), *met), (*untold, *unmet))


def _exempt(group: Ruling) -> Ruling:
    if group.verdict == CANNOT_TELL:
        return group
    return Ruling(CONTRARY, (Reason(say.KEPT_LISTED), *group.reasons))


def _exempt_from_watch(event: Sighting, clause: OrderClause, group: Ruling) -> Ruling:
    if event.delisted:
        late = tuple(
            Reason(say.LATE_OPEN, r.arguments) for r in _deadline(event, clause) if r.template == say.LATE
        )
        known = () if group.verdict == IN_LINE else (Reason(say.GROUP_OPEN),)
        return Ruling(
            IN_LINE, (Reason(say.REMOVED), *group.reasons * (group.verdict == IN_LINE)), (*known, *late)
        )
    if event.acts & EITHER and not event.acts & (FOLLOWS_WATCH | WATCH):
        return Ruling(CANNOT_TELL, (Reason(say.RELEASED),))
    if group.verdict == CANNOT_TELL:
        untold = () if event.charge or not event.acts & FOLLOWS_WATCH else (Reason(say.NO_GROUND),)
        return Ruling(CANNOT_TELL, (*untold, *group.reasons))
    if event.acts & WATCH:
        return Ruling(CONTRARY, (Reason(say.KEPT_LISTED), *group.reasons))
    if event.speech:
        return Ruling(CONTRARY, (*group.reasons, Reason(say.FOR_REMARK, (event.speech,))))
    ground = Reason(say.OTHER_GROUND, (event.charge,)) if event.charge else Reason(say.NO_GROUND)
    return Ruling(CANNOT_TELL, (*group.reasons, ground))


def _retained(event: Sighting, clause: OrderClause, group: Ruling) -> Ruling:
    if group.verdict == CANNOT_TELL:
        return group
    if event.acts & EITHER and not event.acts & (FOLLOWS_WATCH | WATCH):
        return Ruling(CANNOT_TELL, (*group.reasons, Reason(say.RELEASED)))
    if event.delisted and not event.acts & FOLLOWS_WATCH:
        return Ruling(CONTRARY, (*group.reasons, Reason(say.LET_GO)))
    watching = event.acts & WATCH
    if clause.levels and event.level is not None:
        low, high = clause.levels
        said = (str(event.level), str(low), str(high))
        if not low <= event.level <= high:
            return Ruling(CONTRARY, (*group.reasons, Reason(say.LEVEL_OVER, said)))
        return Ruling(IN_LINE, (*group.reasons, Reason(say.LEVEL_IN, said)))
    opens = (Reason(say.LEVEL_OPEN),) if clause.levels and watching else ()
    return Ruling(IN_LINE, (*group.reasons, Reason(say.WATCHED if watching else say.FOLLOWED)), opens)
