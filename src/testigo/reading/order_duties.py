"""Duties told in two verb groups: "are | to be shot", "have | to report", "do not have | to go".

Rules:
- "Is to", "are to", "has to", "have to" bind in the present; where an order's text is told, in the past too.
- "Are said to", "are struggling to" bind nobody.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.view import View

_BINDING = wordset("require oblige order instruct direct command mandate compel suppose expect tell assign")
_HAS_TO = wordset("is are has have")
_TOLD_TO = _HAS_TO | wordset("was were had")  # "were told that no one was to speak of it"


def last_main(view: View, group: VerbGroup) -> int:
    """The main verb of a duty in two verb groups: "let" in "are to be let through"."""
    after = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
    return after.main if after is not None and after.modal == "to" else group.main


def next_verb(view: View, group: VerbGroup) -> str:
    """The lemma of the infinitive after "are", "have": "are to remain"."""
    after = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
    return view.tokens[after.main].lemma if after is not None else ""


def is_to(view: View, group: VerbGroup, *, told: bool = False) -> bool:
    """Whether the words are "is to be shot", "have to report": a duty in two verb groups. told: in the past, too."""
    if (
        view.lower(group.first) not in (_TOLD_TO if told else _HAS_TO)
        or group.perfect
        or group.last - group.first > 2
        or view.tokens[group.main].tag == "VBG"  # "are struggling to survive"
        or (group.passive and view.tokens[group.main].lemma not in _BINDING)
    ):
        return False  # "are said to search", "are made to stand"
    at = group.last
    if view.lower(at) in ("also", "now", "not"):
        at += 1
    after = view.chunks.verb_at(at) if at < len(view.tokens) else None
    return after is not None and after.modal == "to" and after.first == at


def takes_to(view: View, group: VerbGroup) -> bool:
    """Whether an infinitive stands right behind a verb: "do not have | to go"."""
    after = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
    return after is not None and after.modal == "to" and after.first == group.last
