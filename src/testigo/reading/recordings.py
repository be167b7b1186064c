"""What a recording or picture shows: "Footage showed guards beating a prisoner", "photographs appear to show burned houses".

Rules: see RULES, each with an example.
- The recording is a document that tells it; what it only appears to show, may show or does not show is doubted.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.cues import Told
from testigo.reading.frames import WH
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject, upto
from testigo.reading.predicates import before_main
from testigo.reading.told_reach import before_turn
from testigo.reading.view import View

RULES = (("cue.shown", "a recording tells what it shows", "Videos showed guards beating prisoners."),)
RECORDINGS = wordset(
    "recording recordings video videos footage clip clips audio audiotape film photographs photos"
)
_SHOWN_IN = wordset(
    "television tv channel broadcaster video footage photo photograph picture image imagery recording clip film cctv file record"
    " document x-ray audio poll survey study data figure statistic tally research"
)
_SHOWING = wordset("show depict capture document record portray")
_SEEMING = wordset("appear seem purport fail")


def shown(view: View, group: VerbGroup) -> Told | None:
    """What a recording shows: "Videos released after his arrest showed him in chains", "photographs appeared to show graves"."""
    lemma = view.tokens[group.main].lemma
    if lemma not in _SHOWING:
        return None
    before = view.chunks.verb_at(group.first - 1) if group.modal == "to" and group.first else None
    seems = before is not None and view.tokens[before.main].lemma in _SEEMING
    leads = before if before is not None and seems else group
    if not leads.finite or (seems and (view.lower(group.last) == "that" or view.lower(group.last) in WH)):
        return None
    who = subject(view.chunks, leads, view.bounds(leads.first)[0])
    relative = who is not None and view.tokens[who[0]].tag == "WDT"
    if who is not None and relative:
        who = upto(view.chunks, who[0] - (view.lower(who[0] - 1) == ","))  # "a video, which appears to show"
    base = view.chunks.noun_from.get(who[0]) if who is not None else None
    end = before_turn(view, group.last, view.ceiling(group.first))
    end = before_main(view, group.last, end, relative=relative)
    content = view.trimmed(group.last, end) if group.last < end else None
    if base is None or content is None or view.tokens[head_of(view.tokens, base)].lemma not in _SHOWN_IN:
        return None
    shared = view.tokens[base[1]].tag in ("VBN", "VBD") and view.lower(base[1] + 1) in ("by", "on", "in")
    whole = who if shared and who is not None and who[1] <= leads.first else base
    span, cue = view.span(*whole), view.span(leads.first, group.last)
    open_ = seems or leads.negated or leads.modal in ("may", "might", "could")
    cls, index = "believe" if open_ else "report", view.sentence.index
    return Told(cue, cls, lemma, span, span, (content,), index, leads.first, "cue.shown", "n")
