"""Whether a verb of telling does something else here than telling: discussing, naming, ordering, a duty to report.

Rules:
- What one has to write or must say is no word of one's own ("doctors have to write “heart failure” on the certificate").
- What is not reported, never admitted, or only passed over, is told by nobody ("did not mention that 31 men had drowned").
"""

from __future__ import annotations

from testigo.reading import lexicon
from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.cues import Told
from testigo.reading.frames import goes_on
from testigo.reading.lists import wordset
from testigo.reading.spoken import NAMING
from testigo.reading.view import View

_WEAK = wordset("discuss mention repeat write list read speak talk publish post register calculate question")
DUTY = wordset("shall must should will would can could may might")


def only_acts(view: View, told: Told) -> bool:
    """Whether the verb does something else here than telling: discussing, naming, ordering, a duty to report."""
    weak = told.lemma in _WEAK and not (told.lemma == "speak" and _speaks_of(view, told))
    if told.frame in ("n", "p", "a") and (weak or (told.cls == "know" and told.frame != "p")):
        return True
    if (told.cls == "know" and told.frame in ("g", "i")) or (told.cls == "believe" and _modal(view, told)):
        return True
    if told.cls == "view" and told.frame == "n" and _starts_with_pronoun(view, told):
        return True
    group = view.chunks.verb_at(told.token) if told.token < len(view.tokens) else None
    if group is not None and group.modal == "to" and told.rule == "cue.object" and told.cls == "report":
        return not goes_on(view, group)
    left_open = group is not None and told.frame == "w" and group.negated  # "have not said why they came"
    loose = told.frame in ("n", "p", "w") or (told.frame == "t" and told.cls == "report")
    if group is not None and loose and (left_open or group.modal in DUTY or group.modal == "to"):
        return not goes_on(view, group)
    unsaid = (
        group is not None and group.negated and told.rule == "cue.object" and told.cls in ("say", "report")
    )
    if unsaid or (group is not None and told.frame == "q" and _is_laid_on(view, group)):
        return True  # "many victims did not report the crimes to police"; "doctors have to write “heart failure”"
    # "It did not mention that 31 men had drowned"
    not_owned = told.cls == "admit" and told.frame != "t"  # "have never admitted to blocking websites"
    passed_over = told.frame == "t" and told.lemma in _PASSED_OVER
    passed_over = group is not None and group.negated and (passed_over or not_owned)
    if passed_over or told.lemma == "await" or (told.frame == "n" and told.lemma in NAMING):
        return True  # "in prison awaiting trial"
    return told.frame == "o" and told.cls in ("say", "warn", "intend") and not _a_text_tells(view, told)


def _a_text_tells(view: View, told: Told) -> bool:
    """Whether a text tells somebody what to do: "A circular tells managers to keep the shafts open"."""
    if told.source is None or view.tokens[told.token].tag != "VBZ":
        return False
    base = view.chunks.noun_from.get(view.sentence.tokens_in(told.source)[0])
    head = view.tokens[head_of(view.tokens, base)].lemma if base is not None else ""
    return lexicon.source_kinds().get(head) == "document"


def _speaks_of(view: View, told: Told) -> bool:
    """Whether somebody tells of something: "Fishermen speak of drones", but not "speak about their work"."""
    first, _ = view.sentence.tokens_in(told.contents[0])
    present = view.tokens[min(told.token, len(view.tokens) - 1)].tag in ("VBP", "VBZ", "VBD")
    return present and view.lower(first - 1 - (view.lower(first - 1) in ("“", '"'))) == "of"


_PASSED_OVER = wordset("mention note disclose reveal acknowledge admit concede record forget")


def _modal(view: View, told: Told) -> bool:
    group = view.chunks.verb_at(told.token) if told.token < len(view.tokens) else None
    return group is not None and group.modal in ("will", "would", "may", "might", "can", "could")


def _starts_with_pronoun(view: View, told: Told) -> bool:
    return any(t.start == told.contents[0].start and t.tag == "PRP" for t in view.tokens)


def _is_laid_on(view: View, group: VerbGroup) -> bool:
    """Whether somebody must say something: "have to write", "must say"."""
    bound = group.modal == "to" and view.lower(group.first - 1) in ("have", "has", "had")
    return (bound or group.modal in ("must", "shall")) and not view.zones[group.first]
