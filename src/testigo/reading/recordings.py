"""What a recording or picture shows: "Footage showed guards beating a prisoner", "photographs appear to show burned houses".

Rules: see RULES, each with an example.
- The recording is a document that tells it; what it only appears to show is doubted.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.cues import Told
from testigo.reading.frames import WH
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.told_reach import before_turn
from testigo.reading.view import View

RULES = (("cue.shown", "what a recording or picture shows", "Footage showed guards beating a prisoner."),)
RECORDINGS = wordset(
    "recording recordings video videos footage clip clips audio audiotape film photographs photos"
)
_PICTURES = RECORDINGS | wordset(
    "photograph photo picture pictures image images imagery screenshots recording"
)
_SHOWING = wordset("show depict capture")
_SEEMING = wordset("appear seem purport")


def shown(view: View) -> list[Told]:
    """Every picture or recording in the sentence that shows something."""
    if _PICTURES.isdisjoint(view.words):
        return []
    found: list[Told] = []
    for group in view.chunks.verbs:
        if view.tokens[group.main].lemma not in _SHOWING or group.passive or group.negated:
            continue
        told = _shown(view, group)
        if told is not None:
            found.append(told)
    return found


def _shown(view: View, group: VerbGroup) -> Told | None:
    """What one verb of showing tells, where a recording is its subject."""
    before = view.chunks.verb_at(group.first - 1) if group.modal == "to" and group.first else None
    seems = before is not None and view.tokens[before.main].lemma in _SEEMING
    leads = before if before is not None and seems else group
    who = subject(view.chunks, leads) if leads.finite else None
    if who is None or who[1] > leads.first:
        return None
    base = view.chunks.noun_from.get(who[0])
    if base is None or view.tokens[head_of(view.tokens, base)].lower not in _PICTURES:
        return None
    if view.lower(group.last) == "that" or view.lower(group.last) in WH:
        return None  # a clause: the verb of telling has it
    end = before_turn(view, group.last, view.ceiling(group.first))
    content = view.trimmed(group.last, end) if group.last < end else None
    if content is None:
        return None
    span, cue = view.span(*who), view.span(leads.first, group.last)
    cls = "believe" if seems else "say"
    return Told(cue, cls, "show", span, span, (content,), view.sentence.index, leads.first, "cue.shown", "n")
