"""Whether what somebody is said to tell is told by them at all, and of free will.

Rules:
- What somebody never said, or has yet to confirm, is open; what was not found or proved is open or denied.
- Reports that somebody rejects as false, or calls a lie, are denied.
- What somebody is punished or charged for saying is in doubt: "was charged with saying that the marshal was shot".
- What is not ruled out is open; what no one denies is not denied.
- "It would be wrong to say that" denies, "it is too early to say that" leaves open, "which suggests that" doubts.
- Words that somebody was forced to say, and what a text only seems to show, are in doubt.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.cues import Told
from testigo.reading.governors import effects, governor, is_denied
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.told_aside import POINTING
from testigo.reading.told_reach import nobody
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
    if told.lemma in _CONFIRMING and is_refused(view, told):
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


_CONFIRMING = wordset("confirm verify corroborate")


def is_refused(view: View, told: Told) -> bool:
    """Whether somebody would or could not tell it: "refused to confirm that", "was unable to rule out that"."""
    verb = view.chunks.verb_at(told.token)
    hung = governor(view, verb) if verb is not None and verb.modal == "to" else None
    return hung is not None and effects().get(hung[0], "") in ("undone", "unable")


def of_denial(view: View, told: Told, *, negated: bool) -> str:
    """What a word of denial does: "no one denies that" nothing, "neither confirmed nor denied" and "did not rule out" leave open."""
    if told.lemma == "rule out" and (negated or is_refused(view, told)):
        return "speculated"
    if told.source is not None and nobody(view, told.source):
        if told.lemma in _DISPUTING or told.lemma in _KNOWING:
            return ""
        if told.lemma in _CONFIRMING:
            return "speculated"  # "Neither of the two could confirm that he had died"
    other = view.chunks.verb_at(told.token - 2) if view.lower(told.token - 1) == "or" else None
    open_ = view.lower(told.token - 1) == "nor"  # "neither confirmed nor denied that"
    open_ = open_ or (other is not None and view.tokens[other.main].lemma == "confirm")
    return "speculated" if open_ else "" if negated else "denied"


_CONFIRMING = wordset("confirm verify corroborate establish determine ascertain prove rule")
_KNOWING = wordset("know realize realise understand remember forget notice mention")
_DISPUTING = wordset("deny dispute doubt question contest challenge reject refute")


def without_teller(view: View, told: Told) -> str:
    """The status of what a thing points to, or of what it would be wrong or too early to say; else ""."""
    if told.source is not None or told.rule != "cue.before":
        return ""
    if told.lemma in POINTING:
        return "hedged"  # "He had bruises, which suggests that he was beaten"
    verb = view.chunks.verb_at(told.token)
    judged = view.lower(verb.first - 1) if verb is not None and verb.modal == "to" else ""
    return "denied" if judged in _WRONG else "speculated" if judged in _EARLY else ""


def disbelieved(view: View, told: Told) -> str:
    """What somebody does not believe is denied, in the past or of a conviction open: "does not believe that", "is not convinced that"."""
    verb = view.chunks.verb_at(told.token)
    if (
        told.cls != "believe"
        or told.frame != "t"
        or verb is None
        or not (is_denied(view, verb) or is_refused(view, told))
    ):
        return ""
    past = view.tokens[verb.first].tag == "VBD"
    return "denied" if told.lemma in ("believe", "think") and not past else "speculated"


_WRONG = wordset("wrong false untrue incorrect inaccurate misleading")
_EARLY = wordset("early premature difficult hard impossible")

HEARD = frozenset(
    {"report", "allegation", "account", "complaint", "rumor", "rumour", "accusation", "charge", "claim"}
)


def called_untrue(view: View, told: Told) -> str:
    """Whether reports are said to be none: "did not receive any allegations of", "no truth to reports that", "rejected as lies claims that"."""
    if told.lemma not in HEARD:
        return ""
    at = told.token - 1
    while at > 0 and view.tokens[at].tag in ("DT", "JJ", "VBN") and view.lower(at) not in ("any", "no"):
        at -= 1
    untrue = view.lower(at) == "any" and _negated_before(view, at)
    if view.lower(at) in ("to", "in", "behind") and view.lower(at - 1) == "truth":
        untrue = view.lower(at - 2) == "no" or any(_negated_before(view, n) for n in (at - 2, at - 1))
    return "denied" if untrue or is_called_false(view, told) else ""


def _negated_before(view: View, at: int) -> bool:
    """Whether the verb right before a token is negated."""
    verb = view.chunks.verb_at(at - 1) if at > 0 else None
    return verb is not None and verb.negated


def is_called_false(view: View, told: Told) -> bool:
    """Whether reports are called a lie: "rejected as baseless claims that", "called reports that he died a fabrication"."""
    base = view.chunks.noun_upto.get(told.token + 1)
    start = base[0] if base is not None else told.token
    verb = next((g for g in reversed(view.chunks.verbs) if g.last <= start), None)
    if verb is None or verb.modal == "to" or is_denied(view, verb):
        return False
    lemma, between = view.tokens[verb.main].lemma, view.lowers[verb.last : start]
    if lemma in _REJECTING:
        return between[:1] == ("as",)
    if lemma not in _CALLING or (between and between[:1] != ("as",)):
        return False
    _, end = view.sentence.tokens_in(told.contents[-1])
    near = view.lowers[verb.last : start] + view.lowers[max(start, end - 4) : end + 4]
    return any(word in _LIES for word in near)


_REJECTING = wordset("reject dismiss deny denounce condemn")
_CALLING = wordset("call label brand describe term")
_LIES = wordset(
    "false untrue baseless unfounded groundless fabricated fabrication fabrications lie lies slander nonsense rumors rumours fake"
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
