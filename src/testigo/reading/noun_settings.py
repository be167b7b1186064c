"""Nouns of acts that stand around something else, and tell no act of their own.

Rules:
- An instance of what was told before it is none beside it: "mistreatment, including deprivation of food". A counted one is.
- What people only demand is their speech: "relatives demanded his release", "called for the arrest of the guards"; for
  somebody named or counted it is intended beside that: "called for the release of Ana Lo".
- What a paper or power is for is no act: "arrest and search warrants".
- A protest that only says what a support, a part or a tie was for is none: "in connection with the August protests".
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.chunks import NOUNS
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene, clause_of
from testigo.reading.tokens import Token


def is_setting(scene: Scene, mention: Mention) -> bool:
    """Whether the noun of a mention only stands around something else."""
    at = mention.at[1] - 1
    if scene.tokens[at].tag[0] not in "NJ" or mention.trigger.kind != "event":
        return False
    number = scene.chunks.noun_of[at]
    base = scene.chunks.nouns[number] if number >= 0 else mention.at
    return (
        _is_instance(scene, base)
        or _is_demanded(scene, mention, base)
        or _names_paper(scene, at)
        or _is_matter(scene, mention, base)
    )


def _is_instance(scene: Scene, base: Range) -> bool:
    """Whether a noun stands in a list that "including" opens, and nobody counts it."""
    tokens = scene.tokens
    if any(token.tag == "CD" or token.lower in _COUNTS for token in tokens[base[0] : base[1]]):
        return False
    at = base[0] - 1
    while at > 1 and base[0] - at < _FAR and _lists(tokens[at]):
        at -= 1
    led = tokens[at].lower in ("for", "through") and tokens[at - 1].lower == "including"
    at -= led
    if at < 2 or tokens[at].lower != "including" or tokens[at + 1].lemma in _CASES:
        return False
    before = tokens[at - 1] if tokens[at - 1].text != "," else tokens[at - 2]
    return before.tag in NOUNS and before.lemma not in _WHOLES


_FAR = 12
_CASES = wordset("case instance act report allegation")


def _lists(token: Token) -> bool:
    """Whether a word may stand between "including" and a noun of its list."""
    return token.tag in ("NN", "NNS", "JJ", "CC", ",") or token.lower == "of"


_WHOLES = wordset(
    "abuse violation crime offense offence act incident case attack other"
)  # told by its instances alone
_COUNTS = wordset("several dozens hundreds many a an")


def _is_demanded(scene: Scene, mention: Mention, base: Range) -> bool:
    """Whether people without power only ask for what a noun tells."""
    if mention.trigger.act not in _DEMANDED or for_named(scene, mention.at[1]):
        return False
    clause = clause_of(scene, base[0])
    if clause is None or clause.passive or not clause.verb.last <= base[0] < clause.verb.last + 14:
        return False
    between = scene.tokens[clause.verb.last : base[0]]
    if any(token.tag not in _BETWEEN for token in between):
        return False
    if clause.lemma not in _ASKING:
        called = between[:1] and between[0].lower == "for"
        if not called or clause.lemma not in _CALLING:
            return False
    who = clause.doer
    return who is None or not (
        is_class(scene.tokens, who, "authority") or is_class(scene.tokens, who, "country")
    )


def is_asked_for(scene: Scene, mention: Mention, at: int) -> bool:
    """Whether a word is the request that an office turned down or granted, an act of whoever made it, or what a call is for."""
    if mention.trigger.act == "speech" and scene.tokens[at].lower == "release":
        return for_named(scene, at + 1)
    return mention.trigger.act in ("trial", "policy") and scene.tokens[at].lemma in _REQUESTS


_REQUESTS = wordset("request petition plea")


def for_named(scene: Scene, end: int) -> bool:
    """Whether "of" and somebody named or counted stand behind a noun that ends before a token: "release | of two monks"."""
    if end + 1 >= len(scene.tokens) or scene.tokens[end].lower != "of":
        return False
    whom = scene.chunks.noun_from.get(end + 1)
    if whom is None or not (is_class(scene.tokens, whom, "person") or scene.tokens[whom[1] - 1].tag == "NNP"):
        return False
    return any(token.tag in _PARTICULAR for token in scene.tokens[whom[0] : whom[1]])


_PARTICULAR = frozenset({"NNP", "CD"})
_DEMANDED = wordset("release arrest trial")
_ASKING = wordset("demand seek urge request")
_CALLING = wordset("call appeal ask plead press push campaign pray")
_BETWEEN = frozenset({"IN", "DT", "JJ", "CC", "NN", "NNS", "PRP$", "POS", "NNP", "NNPS", "RB", ","})


def _names_paper(scene: Scene, at: int) -> bool:
    """Whether a noun and another one say together what papers are for: "arrest and search warrants"."""
    after = scene.tokens[at + 1 : at + 4]
    joined = len(after) == 3 and after[0].tag == "CC" and after[1].tag in NOUNS
    return joined and after[2].lemma in _PAPERS


_PAPERS = wordset("warrant order power procedure law camp center centre facility statistics record")


def _is_matter(scene: Scene, mention: Mention, base: Range) -> bool:
    """Whether a protest is only what somebody supported, had a part in or is tied to."""
    if mention.trigger.act != "resistance" or mention.trigger.rule == "noun.resistance.participation":
        return False
    before = [token.lower for token in scene.tokens[max(0, base[0] - 4) : base[0]]]
    return tuple(before[-2:]) in _TIES or before[-3:] in _CONTEXTS


_TIES = frozenset(
    {
        ("support", "for"),
        ("involvement", "in"),
        ("role", "in"),
        ("connection", "with"),
        ("connected", "with"),
        ("connections", "to"),
        ("unrelated", "to"),
        ("ties", "to"),
        ("links", "to"),
        ("linked", "to"),
        ("relation", "to"),
    }
)
_CONTEXTS = (["the", "context", "of"], ["the", "wake", "of"])
