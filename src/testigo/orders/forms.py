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

from collections.abc import Iterator
from typing import Literal

from testigo.confronted import CANNOT_TELL, CONTRARY, IN_LINE
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
from testigo.orders.groups import names_group
from testigo.orders.standing import Ruling
from testigo.orders.telling import WATCH
from testigo.orders.terms import EITHER, FOLLOWS_WATCH, MOVING, Terms
from testigo.reason import Reason

_NOT_CONCERNED = Ruling(None, ())
_OCCASION = Ruling(CANNOT_TELL, (Reason(say.OCCASION),))
_UNLIKE = Ruling(CANNOT_TELL, (Reason(say.UNLIKE),))
_NO_DEED = Ruling(CANNOT_TELL, (Reason(say.NO_DEED),))
_RELEASED = Ruling(CANNOT_TELL, (Reason(say.RELEASED),))
_DONE, _DONE_FORBIDDEN = Reason(say.DONE), Reason(say.DONE_FORBIDDEN)
_DONE_PROTECTED = Reason(say.DONE_PROTECTED)
_PERMITTED, _HINDERED, _HINDERED_UNSURE = (
    Reason(say.PERMITTED),
    Reason(say.HINDERED),
    Reason(say.HINDERED_UNSURE),
)
_KEPT_LISTED, _REMOVED, _LET_GO = Reason(say.KEPT_LISTED), Reason(say.REMOVED), Reason(say.LET_GO)
_GROUP_OPEN, _LEVEL_OPEN, _NO_GROUND = Reason(say.GROUP_OPEN), Reason(say.LEVEL_OPEN), Reason(say.NO_GROUND)
_WATCHED, _FOLLOWED = Reason(say.WATCHED), Reason(say.FOLLOWED)


def by_form(event: Sighting, terms: Terms, group: Ruling) -> Ruling:
    """What an event says of a clause, once time and place are settled and the group is known or not."""
    modality = terms.clause.held_as
    if modality == "forbid":
        return _forbidden(event, terms, group)
    if modality == "require":
        return _required(event, terms)
    if modality == "permit":
        return _permitted(event, terms)
    if modality == "exempt":
        return _exempt_from_watch(event, terms, group) if terms.watch else _exempt(group)
    return _retained(event, terms, group)


WordsOf = Literal["around", "stems", "charged", "said"]


def words_asked(terms: Terms) -> Iterator[tuple[WordsOf, frozenset[str]]]:
    """The words that a clause asks of events, and where it looks for them: without any of them, `asks` is told no to all."""
    if terms.deed is not None:
        yield from (("charged", terms.deed), ("said", terms.deed))
    elif terms.wanted:
        yield "stems", terms.wanted
    for stems in terms.asked:
        yield "around", stems
    if terms.about_people and not terms.groups:
        yield from (("stems", stems) for stems in terms.named)


def asks(event: Sighting, terms: Terms) -> tuple[bool, ...]:
    """What an event answers to the words that a clause asks for; of events alike in all else, the same answers mean one verdict."""
    answers = [stems <= event.around for stems in terms.asked]
    if terms.deed is not None:
        answers += [not terms.deed.isdisjoint(event.charged), not terms.deed.isdisjoint(event.said)]
    elif terms.wanted:
        answers.append(is_like(terms.wanted, event.stems))
    if terms.about_people and not terms.groups:
        answers += [names_group(stems, event.stems) for stems in terms.named]
    return tuple(answers)


def is_like(wanted: frozenset[str], words: frozenset[str]) -> bool:
    """Whether words tell the very thing that a clause requires: two of its content words, and two in five of them."""
    return len(wanted & words) >= max(2, len(wanted) * 0.4)


def _conditions(event: Sighting, terms: Terms) -> tuple[list[Reason], list[Reason], list[Reason]]:
    """The conditions of a clause that an event meets, does not meet, and of which nothing is told."""
    met: list[Reason] = []
    unmet: list[Reason] = []
    untold: list[Reason] = []
    for condition in terms.clause.conditions:
        if condition.kind == "night":
            holds = event.night
        elif condition.kind == "paper":
            holds = None if event.paper is None else event.paper == "without"
        else:
            holds = True if event.around.issuperset(condition.stems) else None
        into, template = (
            ((met, say.MET), (unmet, say.NOT_MET))[not holds] if holds is not None else (untold, say.NOT_TOLD)
        )
        into.append(Reason(template, (condition.text,)))
    return met, unmet, untold


def _forbidden(event: Sighting, terms: Terms, group: Ruling) -> Ruling:
    met, unmet, untold = _conditions(event, terms)
    if unmet:
        return Ruling(IN_LINE, (*unmet, *met), tuple(untold))
    if untold:
        return Ruling(CANNOT_TELL, (*untold, *met))
    if group.verdict == CANNOT_TELL:
        return group
    done = _DONE_PROTECTED if terms.clause.protects else _DONE_FORBIDDEN
    return Ruling(CONTRARY, (done, *met, *group.reasons))


def _required(event: Sighting, terms: Terms) -> Ruling:
    measure = terms.clause.measure
    if measure in ("policy", None) or measure not in event.acts:
        return _OCCASION
    if terms.deed is not None:
        return _deserved(event, terms, terms.deed)
    if not is_like(terms.wanted, event.stems):
        return _UNLIKE
    return Ruling(IN_LINE, (_DONE, *_deadline(event, terms)))


def _deadline(event: Sighting, terms: Terms) -> tuple[Reason, ...]:
    """Whether it was in time, as a reason, or nothing where there is no deadline or day."""
    limit, days = terms.deadline, event.days
    if limit is None or days.last is None or days.yearless:
        return ()
    end = (terms.clause.deadline or "").removeprefix("../")
    if days.last <= limit:
        return (Reason(say.IN_TIME, (end,)),)
    if days.first is not None and days.first > limit:
        return (Reason(say.LATE, (end,)),)
    return (Reason(say.SPANS_DEADLINE, (end,)),)


def _deserved(event: Sighting, terms: Terms, deed: frozenset[str]) -> Ruling:
    """A penalty for those who do something: was it for that deed?"""
    penalty = terms.clause.penalty
    if event.charge and deed.isdisjoint(event.charged):
        other = (Reason(say.OTHER_PENALTY, (event.words[0].text, penalty)),) if penalty else ()
        return Ruling(CANNOT_TELL, (Reason(say.OTHER_DEED, (event.charge,)), *other))
    if deed.isdisjoint(event.said):
        return _NO_DEED
    return Ruling(IN_LINE, (_DONE, Reason(say.DEED, (event.words[0].text,))))


def _permitted(event: Sighting, terms: Terms) -> Ruling:
    met, unmet, untold = _conditions(event, terms)
    if terms.clause.measure != "movement" or "movement" in event.acts:
        return Ruling(IN_LINE, (_PERMITTED, *met), (*untold, *unmet))
    if "movement_restriction" not in event.acts and MOVING.isdisjoint(event.around):
        return _NOT_CONCERNED
    others = [r for r in untold if "without" not in r.arguments[0]]
    if terms.asked and others:
        return Ruling(CANNOT_TELL, (_HINDERED_UNSURE, *others))
    return Ruling(CONTRARY, (_HINDERED, *met))


def _exempt(group: Ruling) -> Ruling:
    if group.verdict == CANNOT_TELL:
        return group
    return Ruling(CONTRARY, (_KEPT_LISTED, *group.reasons))


def _exempt_from_watch(event: Sighting, terms: Terms, group: Ruling) -> Ruling:
    known = group.verdict == IN_LINE
    if event.delisted:
        late = tuple(
            Reason(say.LATE_OPEN, r.arguments) for r in _deadline(event, terms) if r.template == say.LATE
        )
        reasons = group.reasons if known else ()
        return Ruling(IN_LINE, (_REMOVED, *reasons), late if known else (_GROUP_OPEN, *late))
    if _only_released(event):
        return _RELEASED
    if not known:
        untold = () if event.charge or event.acts.isdisjoint(FOLLOWS_WATCH) else (_NO_GROUND,)
        return Ruling(CANNOT_TELL, (*untold, *group.reasons))
    if not event.acts.isdisjoint(WATCH):
        return Ruling(CONTRARY, (_KEPT_LISTED, *group.reasons))
    if event.speech:
        return Ruling(CONTRARY, (*group.reasons, Reason(say.FOR_REMARK, (event.speech,))))
    ground = Reason(say.OTHER_GROUND, (event.charge,)) if event.charge else _NO_GROUND
    return Ruling(CANNOT_TELL, (*group.reasons, ground))


def _only_released(event: Sighting) -> bool:
    """Whether somebody was let go, and neither watched nor dealt with."""
    acts = event.acts
    return not acts.isdisjoint(EITHER) and acts.isdisjoint(FOLLOWS_WATCH) and acts.isdisjoint(WATCH)


def _retained(event: Sighting, terms: Terms, group: Ruling) -> Ruling:
    if group.verdict == CANNOT_TELL:
        return group
    if _only_released(event):
        return Ruling(CANNOT_TELL, (*group.reasons, Reason(say.RELEASED)))
    if event.delisted and event.acts.isdisjoint(FOLLOWS_WATCH):
        return Ruling(CONTRARY, (*group.reasons, _LET_GO))
    watching, levels = not event.acts.isdisjoint(WATCH), terms.clause.levels
    if levels and event.level is not None:
        low, high = levels
        said = (str(event.level), str(low), str(high))
        if not low <= event.level <= high:
            return Ruling(CONTRARY, (*group.reasons, Reason(say.LEVEL_OVER, said)))
        return Ruling(IN_LINE, (*group.reasons, Reason(say.LEVEL_IN, said)))
    opens = (_LEVEL_OPEN,) if levels and watching else ()
    return Ruling(IN_LINE, (*group.reasons, _WATCHED if watching else _FOLLOWED), opens)
