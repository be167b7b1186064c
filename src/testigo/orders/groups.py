"""Whether a clause's groups take an event in, by what reports tell of its persons.

Rules:
- In: a group of the clause is told of the person, or the person is told to be in none of those that the order keeps apart.
- Does not concern: another clause of the same order treats the person's group otherwise. Where two clauses treat one and the
  same group otherwise, the order as told contradicts itself, and neither can tell.
- Not told is not told: then the clause cannot tell.
"""

from __future__ import annotations

from testigo.confronted import CANNOT_TELL, IN_LINE
from testigo.orders import sentences as say
from testigo.orders.events import Sighting
from testigo.orders.standing import Ruling
from testigo.orders.terms import Terms
from testigo.reason import Reason

_TAKES_IN = Ruling(IN_LINE, ())
_UNTOLD = Ruling(CANNOT_TELL, (Reason(say.NO_GROUP),))
_UNTOLD_BUT = Ruling(CANNOT_TELL, (Reason(say.NO_GROUP_BUT),))
_NOT_IN = Ruling(None, (Reason(say.NOT_IN),))
_OPPOSED = Reason(say.OPPOSED_GROUP)
_KEPT_APART, _TAKEN_OUT = Reason(say.KEPT_APART), Reason(say.TAKEN_OUT)
_SAID = {"retain": say.IS_MEMBER, "exempt": say.IS_TAKEN_OUT}


def group_of(event: Sighting, terms: Terms) -> Ruling:
    """Whether the clause's groups take the event in: in line (they do), None (it does not concern), or cannot tell."""
    if not terms.about_people:
        return _TAKES_IN
    apart = _elsewhere(event, terms)
    if apart is not None or not terms.clause.groups:
        return apart or _TAKES_IN
    member = next((f for f in event.members if f.group in terms.groups), None)
    if member is not None:
        said = _SAID.get(terms.clause.modality, say.IS_IN_GROUP)
        return Ruling(IN_LINE, (Reason(said, (member.words.text,)),))
    return _not_named(event, terms)


def _elsewhere(event: Sighting, terms: Terms) -> Ruling | None:
    """That another clause of the order treats the person's group otherwise; the exception goes before the rule."""
    modality = terms.clause.modality
    if modality not in ("exempt", "retain") or not event.members:
        return None
    other, why = (terms.kept, _KEPT_APART) if modality == "exempt" else (terms.taken, _TAKEN_OUT)
    fact = next((f for f in event.members if f.group in other), None)
    if fact is not None and fact.group in terms.groups:
        return Ruling(CANNOT_TELL, (Reason(say.IS_IN_GROUP, (fact.words.text,)), _OPPOSED))
    if fact is None or (modality == "retain" and any(f.group in terms.groups for f in event.members)):
        return None
    return Ruling(None, (Reason(say.IS_IN_GROUP, (fact.words.text,)), why))


def _not_named(event: Sighting, terms: Terms) -> Ruling:
    """What is left where no report tells a group of the clause: told out of groups, the clause's own words, or not told."""
    modality, kept = terms.clause.modality, terms.kept
    if modality == "retain" and terms.groups and terms.groups <= event.out_of:
        return _NOT_IN
    if modality == "exempt" and kept and kept <= event.out_of:
        return Ruling(IN_LINE, (Reason(say.IS_TAKEN_OUT, (event.outsiders[0].words.text,)),))
    if not terms.groups and any(names_group(words, event.stems) for words in terms.named):
        return Ruling(IN_LINE, (Reason(say.IS_IN_GROUP, (event.words[0].text,)),))
    return _UNTOLD_BUT if modality == "exempt" and kept else _UNTOLD


def names_group(wanted: frozenset[str], words: frozenset[str]) -> bool:
    """Whether words name a group, where no table knows it: three quarters of the content words of its name."""
    return bool(wanted) and len(wanted & words) / len(wanted) >= 0.75
