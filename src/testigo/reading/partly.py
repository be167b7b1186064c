"""What a negation denies only in part: how often or how something is done, not that it is done.

Rules:
- "Did not always respect the law", "generally did not enforce it", "was rarely applied": it was done less than it should be.
- "Could not speak freely" does deny; "never stopped calling her" tells that she called.
- "Was not taken to hospital until the next day" tells that it was done then.
- "Had not joined voluntarily", "was not only beaten", "was not arrested for the poem but for a joke": it was done.
"""

from __future__ import annotations

from itertools import pairwise

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.view import View

_ALWAYS = wordset(
    "always consistently fully uniformly routinely universally invariably entirely completely equally evenly"
)
_MOSTLY = wordset("generally frequently often sometimes usually occasionally largely regularly")
_SELDOM = wordset("rarely seldom infrequently sparingly")
_WILLING = wordset("voluntarily willingly freely")
_REACH = 7  # words behind a verb: the object stands between "join" and "voluntarily"


def only_how(view: View, group: VerbGroup) -> bool:
    """Whether a negated verb tells only that it was not done of free will, not only, or for another reason."""
    inside = view.lowers[group.first : group.last + 1]
    if any(pair in _ONLY for pair in pairwise(inside)) or _for_another(view.lowers, group.last):
        return True
    if _goes_on_with(view, group) or _until_then(view, group):
        return True
    if group.modal:
        return False  # "could not speak freely": what they are kept from
    behind = range(group.first, min(len(view.tokens), group.last + _REACH))
    for at in behind:
        if at >= group.last and view.lower(at) in _PARTING:
            return False
        if view.lower(at) in _WILLING:
            return True
        if at >= group.last and view.chunks.verb_of[at] >= 0:
            return False
    return False


def _goes_on_with(view: View, group: VerbGroup) -> bool:
    """Whether something is not given up: "never stopped calling her sister"."""
    after = view.tokens[group.last] if group.last < len(view.tokens) else None
    return view.tokens[group.main].lemma in ("stop", "cease") and after is not None and after.tag == "VBG"


def _until_then(view: View, group: VerbGroup) -> bool:
    """Whether something was done late: "was not taken to hospital until the next day", "did not leave till May"."""
    past = not group.modal and view.tokens[group.first].tag == "VBD"
    return past and done_late(view.lowers, group.last)


def done_late(words: tuple[str, ...], last: int) -> bool:
    """Whether "until" follows a negated verb that ends at a place: "was not taken to hospital | until the next day"."""
    behind = words[last : last + _LATE]
    stop = next((n for n, word in enumerate(behind) if word in _UNTIL or word in _PARTING), _LATE)
    return stop < len(behind) and behind[stop] in _UNTIL


_UNTIL = ("until", "till")
_LATE = 9  # words behind a verb, before "until"
_PARTING = frozenset({",", ";", "and", "but", "or"})


def _for_another(words: tuple[str, ...], end: int) -> bool:
    """Whether only a reason or a way is denied behind a verb: "was not arrested for the poem but for a joke"."""
    word = words[end] if end < len(words) else ""
    return word in _REASONS and ("but", word) in pairwise(words[end : end + 16])


_REASONS = wordset("for because by in with from on at under")
_ONLY = frozenset(("not", word) for word in ("only", "merely", "just", "simply"))


def denied_in_part(words: tuple[str, ...], first: int, last: int, *, keeps: bool) -> bool:
    """Whether a verb at first..last is denied only in part.

    words: those of the sentence in lower case; keeps: the verb is about keeping a law or a right, whose breach is what is told.
    """
    inside, before = words[first:last], words[max(0, first - 2) : first]
    if any(pair in _ONLY for pair in pairwise(words[max(0, first - 7) : last])) or _for_another(words, last):
        return True
    if any(word in _SELDOM for word in (*inside, *before)):
        return True
    often = any(word in _ALWAYS for word in inside) or any(word in _MOSTLY for word in (*inside, *before))
    return keeps and often
