"""What somebody is asked to keep from happening: "guarantee that she is not tortured" fears it, and denies nothing."""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
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
