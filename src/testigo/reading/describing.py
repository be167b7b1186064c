"""Acts that stand beside what is told: "the imprisoned nurse Ama Boateng", "while in custody", "after six years in prison".

Rules:
- A participle that describes people tells an act where they are named or counted, or are "some", "several", "many";
  "the detained editor" only says again who is meant.
- A prison, custody or detention tells that somebody was held where it follows "while in" or a length of time and "in".
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Token
from testigo.reading.triggers import Trigger

_PARTICULAR = wordset("several some many most dozens hundreds thousands numerous few another")
_ANYBODY = wordset("person individual suspect detainee prisoner citizen defendant man woman")
_LENGTHS = wordset("years months weeks days hours year month week decade decades")
_NOT_DONE = wordset("not never previously formerly once")
_AFTERWARDS = wordset("after following spent spend spending served despite for")


def described(scene: Scene, triggers: tuple[Trigger, ...], at: int) -> list[Mention]:
    """The act that the participle at a token tells of the people whom it describes, if they are particular."""
    trigger = next((t for t in triggers if is_descriptive(t)), None)
    number = scene.chunks.noun_of[at]
    if trigger is None or number < 0:
        return []
    first, last = scene.chunks.nouns[number]
    if at + 1 >= last or not _are_particular(scene.tokens, (first, last), at):
        return []
    who = (at + 1, last)
    if not is_class(scene.tokens, who, "person") and scene.tokens[last - 1].tag not in ("NNP", "NNPS"):
        return []
    return [Mention(trigger, (at, at + 1), (first, last), None, True, (("target", who),))]


def is_descriptive(trigger: Trigger) -> bool:
    """Whether a line is about participles that describe people."""
    return any(c.name == "described" for item in trigger.alternatives for c in item)


def _are_particular(tokens: tuple[Token, ...], base: Range, at: int) -> bool:
    """Whether people are named after a word for them, counted, or some of many."""
    before = tokens[base[0] : at]
    if any(t.lower in _NOT_DONE for t in tokens[max(0, base[0] - 1) : at]):
        return False
    if any(t.tag == "CD" or t.lower in _PARTICULAR for t in before):
        return True
    if tokens[base[0]].lower in ("a", "an") and tokens[base[1] - 1].lower not in _ANYBODY:
        return True
    if base[0] > 1 and tokens[base[0] - 1].lower == "of" and tokens[base[0] - 2].lower in _PARTICULAR:
        return True  # "hundreds of abducted women"
    after = tokens[at + 1 : base[1]]
    named = next((n for n, t in enumerate(after) if t.tag in ("NNP", "NNPS")), None)
    return named is not None and any(t.tag in ("NN", "NNS") for t in after[:named])


def _are_counted_people(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether people with their number end before a token: "399 political prisoners in custody"."""
    if tokens[at - 1].lower not in _HELD:
        return False
    return any(token.tag == "CD" for token in tokens[max(0, at - 4) : at - 1])


_HELD = wordset(
    "prisoners inmates detainees people persons individuals dissidents activists members journalists"
)


def is_inside(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether somebody is told to have been inside: "while in pretrial detention", "after more than four years in jail"."""
    at = base[0] - 1
    if at < 1 or tokens[at].lower not in ("in", "under"):
        return False
    if tokens[at - 1].lower in ("while", "both", "all", "currently", "still", "now") or [
        t.lower for t in tokens[at - 2 : at]
    ] == ["while", "still"]:
        return True
    if _are_counted_people(tokens, at) and tokens[base[1] - 1].lower in ("custody", "detention"):
        return True
    if tokens[at - 1].lower not in _LENGTHS:
        return False
    return any(t.lower in _AFTERWARDS for t in tokens[max(0, at - 7) : at - 1])
