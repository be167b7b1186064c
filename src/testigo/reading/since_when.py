"""Times behind "since" that say how long somebody is something, and date no verb: "the mayor, in office since 2019, was arrested".

Rules:
- Between commas, with no verb of its own, "since" tells since when somebody is what or where he is.
- Behind an ordinal or superlative it tells of how many: "arrested the third editor since May". So it does behind an
  office or trade: "the head of the temple since 2019". A verb in the perfect takes it all the same.
"""

from __future__ import annotations

from testigo.claim import Filler, Span
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Sentence

_ORDINALS = wordset("first second third fourth fifth sixth seventh eighth ninth tenth latest last only")
_OFFICES = wordset(
    "head leader editor director chief chairman chairwoman president secretary mayor governor member resident inmate"
    " prisoner spokesman spokeswoman abbot pastor imam bishop minister"
)
_REACH = 8  # words of an aside before and behind "since"


def since_what(sentence: Sentence, scene: Scene, mention: Mention) -> tuple[Span, ...]:
    """The words from "since" on that tell of somebody, for the verb of an event; a law "in force since May" is dated."""
    clause = mention.clause
    if "since" not in scene.words or mention.noun or clause is None or mention.trigger.kind != "event":
        return ()
    found = []
    for at, token in enumerate(scene.tokens[:-1]):
        if token.lower != "since" or not at:
            continue
        end = _aside_end(scene, at)
        if not end and not clause.verb.perfect and _says_of_whom(scene, at):
            end = min(len(scene.tokens), at + _REACH)
        if end:
            found.append(sentence.span_of(at, end))
    return tuple(found)


def not_when(text: str, sentence: Sentence, scene: Scene, mention: Mention) -> list[Filler]:
    """The same words as fillers that no time of an act may be."""
    return [
        Filler(span, span.of(text), rule="time.since-then") for span in since_what(sentence, scene, mention)
    ]


def _aside_end(scene: Scene, at: int) -> int:
    """The comma behind an aside that "since" stands in; 0 where it stands in none."""
    tokens = scene.tokens
    first = next((n for n in range(at - 1, max(0, at - _REACH), -1) if tokens[n].lower == ","), 0)
    last = next((n for n in range(at + 1, min(len(tokens), at + _REACH)) if tokens[n].lower == ","), 0)
    if not first or not last or at - first < 2 or tokens[first + 1].tag not in ("IN", "DT", "NN", "RB"):
        return 0
    return 0 if any(token.tag[0] in "VM" for token in tokens[first + 1 : last]) else last


def _says_of_whom(scene: Scene, at: int) -> bool:
    """Whether an ordinal, a superlative or an office stands in the phrase before "since"."""
    tokens = scene.tokens
    base = scene.chunks.noun_upto.get(at)
    if base is None or tokens[base[1] - 1].lemma == "time":
        return False  # "for the third time since May"
    if any(token.lower in _ORDINALS or token.tag == "JJS" for token in tokens[base[0] : base[1] - 1]):
        return True
    if tokens[base[0] - 1].lower == "of" and base[0]:
        base = scene.chunks.noun_upto.get(base[0] - 1, base)
    return tokens[base[1] - 1].lower in _OFFICES
