"""What is to be kept from happening: "guarantee that she is not tortured" fears it, "so that nobody leaves" aims at it; neither
denies anything.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.view import View

_SECURING = wordset("ensure guarantee assure secure")
_FAR = 14  # words between "that" and the verb that is negated


def asked_to_keep(view: View, group: VerbGroup) -> bool:
    """Whether a negated verb tells what is to be kept from happening: behind "to ensure that", "must make sure that".

    Not so behind one who did ensure it ("The guards ensured that nobody was beaten").
    """
    for at in range(group.first - 1, max(0, group.first - _FAR), -1):
        if view.lower(at) in (";", ":") or view.zones[at] != view.zones[group.first]:
            return False
        if view.lower(at) != "that":
            continue
        sure = view.lower(at - 1) in ("sure", "certain")
        verb = view.chunks.verb_at(at - 1 - sure)
        if verb is None:
            return False
        lemma = view.tokens[verb.main].lemma
        asked = view.tokens[verb.first].tag in ("VB", "TO", "MD") or bool(verb.modal)
        return asked and (lemma == "make" if sure else lemma in _SECURING)
    return False


def is_aim(view: View, group: VerbGroup) -> bool:
    """Whether a verb tells what something is done for: "so that nobody leaves", "so that guards can search homes".

    Not so in the past without "could": "so that nobody left" tells what came of it; nor without "not" or "nobody" where
    no "can" says that it is wanted.
    """
    if "so" not in view.words or not group.finite:
        return False
    who = subject(view.chunks, group)
    if who is None or who[1] > group.first:
        return False
    that = view.lower(who[0] - 1) == "that"
    if who[0] < 1 + that or view.lower(who[0] - 1 - that) != "so":
        return False
    none = group.negated or view.lower(who[0]) in _NOBODY
    now = that and none and view.tokens[group.first].tag in ("VBZ", "VBP")
    return now or (group.modal in _WANTED and (that or none))


_NOBODY = wordset("nobody no none neither")
_WANTED = wordset("can could may might will would")
