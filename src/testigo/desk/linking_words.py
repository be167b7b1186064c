"""Reasons of links in the language of the person, and the words of states and conflicts.

Rules:
- Every template that linking may use stands here once more, marked for translation; a test compares the lists.
- The words of reports inside a reason stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext, gettext_noop

from testigo.linking.whole_names import UNTOLD
from testigo.reason import Reason, filled

_ = gettext_noop

TEMPLATES = (
    _("one report tells it more than once, and nothing in it keeps the two apart"),
    _("one report speaks of this person more than once"),
    _(
        "nothing in it tells where or when: it is held against reports that share other happenings with it, and no others"
    ),
    _("no place in one of them to compare"),
    _("same place: {}"),
    _("same town: {}"),
    _("places that sound the same: {} and {}"),
    _("{} and {}: one place lies in the other, or both in one town"),
    _("different places: {} and {}"),
    _("no day in one of them to compare"),
    _("same day: {}"),
    _("days that meet: {} and {}"),
    _("times that meet: {} and {}"),
    _("times that meet, loosely: {} and {}"),
    _("a day or two apart: {} and {}"),
    _("days apart: {} and {}"),
    _("other times: {} and {}"),
    _("same spelling, cannot tell: {} and {} may both be {} as well as {}"),
    _("same spelling, cannot tell: {} and {} may both be {}, but one of them may as well be {}"),
    _("same spelling, cannot tell: {} and {}"),
    _("cannot tell: {} and {} may both be {}, but one would be an odd way to write it"),
    _("cannot tell: {} and {} are told apart by a breve alone, which is often put by guess"),
    _("cannot tell: {} and {} have the same letters, parted into other syllables"),
    _("cannot tell: {} and {} agree in part"),
    _("cannot tell by the spelling: {} and {}"),
    _("names that may be one: {} and {}"),
    _("{} may be {} or {}: the spelling cannot tell which"),
    _("same name: {} and {}"),
    _("same name, a rare one: {} and {}"),
    _("same name, a common one: {} and {}"),
    _("surname or part of the name the same: {} and {}"),
    _("same surname, a common one: {} and {}"),
    _("names that sound the same: {} and {}"),
    _("different names: {} and {}"),
    _("a woman in one, a man in the other"),
    _("one particular person in one, a number in the other"),
    _("called the same: {} and {}"),
    _("called by the same word: {}"),
    _("called differently: {} and {}"),
    _("hold the same post: {} and {}"),
    _("nothing keeps the persons apart: {} and {}"),
    _("same age: {}"),
    _("ages {} and {} fit"),
    _("ages {} and {} nearly fit"),
    _("ages {} and {} do not fit"),
    _("ages {} and {}: born in the same year or next to it"),
    _("same number: {}"),
    _("different numbers: {} and {}"),
    _("charge in nearly the same words: {} and {}"),
    _("charge with a word in common: {} and {}"),
    _("charges told differently: {} and {}"),
    _("same punishment: {}"),
    _("different punishments: {} and {}"),
    _("done to the same: {} and {}"),
    _("done to what bears the same word: {} and {}"),
    _("done to what is called by the same word: {}"),
    _("done to what is called differently: {} and {}"),
    _("told as {} and as {}"),
    _("in the same place of one happening"),
    _("in the same place of what may be one happening"),
    _("told of in the same town: {} and {}"),
    _("told of in different towns: {} and {}"),
    _("{} lies in {}"),
    _("{} and {} are both in {}"),
    _("{} and {} are about {} km apart"),
    _("{} and {} are about {} km apart, too far for one place"),
    _("{} and {} are different units"),
    _("same time: {}"),
    _("{} lies within {}"),
    _("{} and {} overlap"),
    _("{:day|days} apart: {} and {}"),
    _("{:day|days} apart, too far for one happening: {} and {}"),
)

CONFLICTS = {
    "status": _("whether it happened"),
    "time": _("when"),
    "place": _("where"),
    "quantity": _("how many"),
    "punishment": _("which punishment"),
    "age": _("age"),
    "sex": _("sex"),
    "name": _("name"),
}

PARTS = {
    "act": _("What was done"),
    "status": _("How firmly"),
    "name": _("Names"),
    "surname": _("Surnames"),
    "age": _("Age"),
    "sex": _("Sex"),
    "role": _("Work, rank or office"),
    "group": _("Group"),
    "place": _("Place"),
}

SEXES = {"female": _("woman"), "male": _("man")}


def reason(value: Reason) -> str:
    """A reason in the language of the person."""
    return filled(gettext(value.template), value.arguments)


def untold(reasons: Iterable[Reason]) -> str:
    """The sentence of a link that says that the names cannot tell, or ""."""
    return next((reason(r) for r in reasons if r.template in UNTOLD), "")


def likely(probability: float) -> str:
    """A probability in words that promise no more than it holds."""
    for least, text in (
        (0.95, _("almost certainly one, by the machine's weights")),
        (0.80, _("very likely one, by the machine's weights")),
        (0.55, _("likely one, by the machine's weights")),
        (0.45, _("about even, by the machine's weights")),
        (0.20, _("unlikely to be one, by the machine's weights")),
    ):
        if probability >= least:
            return gettext(text)
    return gettext(_("very unlikely to be one, by the machine's weights"))
