"""Whether what somebody is said to tell is told by them at all, and of free will.

Rules:
- What somebody never said, or has yet to confirm, is open; what was not found or proved is open or denied.
- What somebody is punished or charged for saying is in doubt: "was charged with saying that the marshal was shot".
- Words that somebody was forced to say, and what a text only seems to show, are in doubt.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.cues import Told
from testigo.reading.governors import is_denied
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.view import View

_FINDING = wordset("find show prove confirm establish document record discover reveal determine verify")
_SPEAKING = wordset("say write state declare testify claim confess tell sign")
_FORCING = wordset("force make compel coerce oblige pressure have")
_SEEMING = wordset("seem appear purport")
_PUNISHING = wordset(
    "charge accuse convict sentence arrest jail imprison detain try fine execute dismiss beat punish expel suspect prosecute"
)


def not_own(view: View, told: Told) -> str:
    """The status of what is told, where it is not said, or not freely: "never said that", "was forced to say that"; else ""."""
    verb = view.chunks.verb_at(told.token)
    start, _ = view.sentence.tokens_in(told.contents[0])
    if told.frame != "t" or verb is None or view.lower(start - 1) != "that":
        return ""  # not so in "did not say a word, they hit her"
    if (told.cls == "say" and is_denied(view, verb)) or (told.cls == "report" and _not_yet(view, verb)):
        return "speculated"
    if view.zones[told.token]:
        return ""  # "“I must say that they beat us,” she said"
    before = view.chunks.verb_at(verb.first - 1) if verb.modal == "to" and verb.first else None
    by = view.tokens[before.main].lemma if before is not None else ""
    forced = told.lemma in _SPEAKING and (by in _FORCING or verb.modal == "must")
    return "hedged" if forced or by in _SEEMING or _is_charged(view, told, verb) else ""


def _not_yet(view: View, verb: VerbGroup) -> bool:
    """Whether something is still to be told: "has yet to confirm that", "without confirming that"."""
    return (verb.modal == "to" and view.lower(verb.first - 1) == "yet") or (
        view.tokens[verb.first].tag == "VBG" and view.lower(verb.first - 1) == "without"
    )


def _is_charged(view: View, told: Told, verb: VerbGroup) -> bool:
    """Whether it is somebody's words that are held against them: "was arrested for writing that"."""
    if told.source is not None or view.lower(verb.first - 1) not in ("with", "for", "of"):
        return False
    before = view.chunks.verb_at(verb.first - 2) if verb.first > 1 else None
    return before is not None and view.tokens[before.main].lemma in _PUNISHING


def unfound(view: View, told: Told) -> str:
    """What is not found or shown to be so: "No evidence was found that he had fled" denies, "it was not proved that" leaves open."""
    verb = view.chunks.verb_at(told.token)
    that = any(view.lower(view.sentence.tokens_in(part)[0] - 1) == "that" for part in told.contents)
    if verb is None or not that or told.lemma not in _FINDING:
        return ""
    who = subject(view.chunks, verb, view.bounds(verb.first)[0])
    if who is not None and view.lower(who[0]) in ("no", "little", "nothing"):
        return "denied"
    return "speculated" if is_denied(view, verb) else ""
