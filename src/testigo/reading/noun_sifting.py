"""Which nouns tell an act of their own beside the verbs and nouns around them.

Rules:
- A noun that says what a punishment consists of, or what somebody listened in on, is part of the verb's act.
- Nouns for one act in one list are one act ("torture, including beatings and rape"), unless each names its own people.
- Acts that are said to be common are acts ("arbitrary arrests remained widespread"); acts said to be rare are a state.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.reading.clauses import Clause
from testigo.reading.describing import is_descriptive
from testigo.reading.left_undone import PEOPLES
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.vocabulary import COERCION


def is_part_of(scene: Scene, noun: Mention, found: list[Mention]) -> bool:
    """Whether a noun only says what another act consists of: "sentenced to forced labor", "monitored their calls"."""
    at = noun.at[0]
    if noun.trigger.rule == "noun.detention.prisoner" and any(_is_of(scene, m, at) for m in found):
        return True  # "the arrests of editors and political prisoners"
    for other in found:
        clause = other.clause
        if other.noun or clause is None or clause.verb.last > at:
            continue
        lessened = other.trigger.act == "release" and clause.lemma in _LESSENING
        punished = (other.trigger.act == "sentence" or lessened) and noun.trigger.act in _PUNISHING
        if punished and not is_descriptive(noun.trigger) and _in_list(scene, clause, at):
            return True
        matter = clause.object
        inside = matter is not None and matter[0] <= at < matter[1]
        if inside and noun.trigger.act in PEOPLES and other.trigger.act in _OF_POWER:
            return True
    return False


def _is_of(scene: Scene, other: Mention, at: int) -> bool:
    """Whether a word stands in the list of those whose arrest a noun tells."""
    if not other.noun or other.trigger.act != "arrest" or not other.at[1] < at < other.at[1] + 16:
        return False
    between = scene.tokens[other.at[1] : at]
    return between[0].lower == "of" and all(
        t.tag in ("IN", "NNS", "JJ", ",", "CC", "DT", "NN") for t in between
    )


def _in_list(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether nothing but nouns and what joins them stands between the verb of a clause and a word."""
    between = scene.tokens[clause.verb.last : at]
    return (
        all(t.tag[0] not in "VM" or t.tag == "VBN" or t.lower in _RANGING for t in between)
        and len(between) < 30
    )


_RANGING = wordset("ranging totaling totalling including varying exceeding")


_LESSENING = wordset("reduce commute cut shorten lower suspend change convert halve")
_PUNISHING = wordset("detention forced_labor confiscation execution sentence banishment movement_restriction")
_OF_POWER = frozenset(COERCION) | wordset("policy")


def is_inside_another(found: list[Mention], noun: Mention) -> bool:
    """Whether a noun is the complement of another for the same act: "his participation in the protests", "deaths in custody"."""
    at = noun.at[0]
    held = noun.trigger.act == "detention" and noun.trigger.rule != "noun.detention.prisoner"
    if held and any(m.noun and m.trigger.act in _HELD and 0 <= at - m.at[1] < 4 for m in found):
        return True
    if held and any(m.noun and m.trigger.act == "torture" and m.at[1] <= at < m.span[1] for m in found):
        return True  # "inhuman treatment of individuals in custody"
    return any(
        other.noun
        and other.trigger.act == noun.trigger.act
        and other.at[1] <= at < other.span[1]
        and not noun.parts
        for other in found
    )


_HELD = wordset("detention killing death")


def is_told_in_noun(mention: Mention, found: list[Mention]) -> bool:
    """Whether a participle only says who a noun for the same act is about: "the trial of seven people accused of theft"."""
    clause = mention.clause
    if mention.noun or clause is None or clause.kind != "participle" or mention.trigger.act != "trial":
        return False
    whom = clause.subject
    return whom is not None and any(_is_about(m, clause.number, whom) for m in found)


def _is_about(other: Mention, number: int, whom: tuple[int, int]) -> bool:
    """Whether a noun for a trial, or a verb with one for its subject, is about the people."""
    if other.trigger.act != "trial" or (other.clause is not None and other.clause.number == number):
        return False
    if other.noun:
        return other.at[0] < whom[0] < other.span[1]
    held = other.clause.subject if other.clause is not None and other.clause.passive else None
    return held is not None and held[0] < whom[0] < held[1]


def tells_the_same(verb: Mention, noun: Mention) -> bool:
    """Whether a noun tells the act of the verb whose clause it stands in: "carried out raids"."""
    if verb.noun or verb.clause is None or noun.clause is None:
        return False
    if noun.trigger.act == "speech" and any(slot == "actor" for slot, _ in noun.parts):
        return False  # "did not respond to a request by the panel"
    return verb.trigger.act == noun.trigger.act and verb.clause.number == noun.clause.number


def in_one_list(scene: Scene, other: Mention, noun: Mention) -> bool:
    """Whether a noun stands in one list with a word for the same act: "torture, including beatings and rape"."""
    first, last = other.at[1], noun.at[0]
    if other.trigger.act != noun.trigger.act or not 0 < last - first < 18 or noun.trigger.kind != "event":
        return False
    if noun.noun and any(slot == "target" for slot, _ in noun.parts) and not _same_targets(other, noun):
        return False
    between = scene.tokens[first:last]
    listed = any(t.tag in ("CC", ",") or t.lower in _NAMING_PARTS for t in between)
    return listed and all(t.tag in _OF_LISTS or t.lower in _NAMING_PARTS for t in between)


def _same_targets(other: Mention, noun: Mention) -> bool:
    """Whether two nouns share whom it was done to, or the first has nobody."""
    mine = {part for slot, part in noun.parts if slot == "target"}
    theirs = {part for slot, part in other.parts if slot == "target"}
    return bool(mine & theirs) or not theirs


_NAMING_PARTS = wordset("including include includes included such as involving")
_OF_LISTS = frozenset({"VBG", "NN", "NNS", "JJ", "CC", ",", "IN", "DT", "RB", "VBN", "PRP$"})


def only_causes(scene: Scene, noun: Mention, told: Sequence[Mention]) -> bool:
    """Whether a noun only tells why a state lasts: "conditions were harsh due to overcrowding and shortages of food"."""
    lowers = scene.chunks.sentence.lowers
    at = noun.at[0]
    due = next((n for n in range(at - 1, 0, -1) if lowers[n - 1 : n + 1] in _OWING), 0)
    if not due or any(g.finite and due < g.first < at for g in scene.chunks.verbs):
        return False
    states = [m.clause for m in told if m.trigger.act == "hardship" and m.clause is not None and not m.noun]
    return any(c.lemma in ("be", "remain") and due - 12 < c.verb.first < due for c in states)


_OWING = (("due", "to"), ("because", "of"), ("owing", "to"))


def comes_first(noun: Mention) -> bool:
    """Whether a noun stands before the verb of its clause."""
    return noun.clause is not None and noun.at[1] <= noun.clause.verb.first


def is_rare(scene: Scene, noun: Mention) -> bool:
    """Whether a noun is only said to be rare, which is a state of things: "Prosecutions were rare"."""
    clause = noun.clause
    if clause is None or clause.lemma not in ("be", "remain") or clause.verb.first < noun.at[0]:
        return False
    return any(token.lower in ("rare", "uncommon") for token in scene.tokens[clause.verb.last : clause.last])


def only_applied_for(scene: Scene, noun: Mention) -> bool:
    """Whether a protest is only what leave was asked or given for: "a permit for a rally", "applications for a march"."""
    number = scene.chunks.noun_of[noun.at[0]]
    if noun.trigger.act != "resistance" or number < 0:
        return False
    at = scene.chunks.nouns[number][0] - 1
    return at > 0 and scene.tokens[at].lower == "for" and scene.tokens[at - 1].lemma in _LEAVE


_LEAVE = wordset("permit permission application authorization license licence approval")


def only_judges(scene: Scene, mention: Mention, nouns: list[int]) -> bool:
    """Whether a state only says of an act that it was common: "Arbitrary arrests remained widespread"."""
    clause = mention.clause
    if mention.noun or clause is None or clause.subject is None or mention.trigger.kind != "condition":
        return False
    subj = clause.subject
    if mention.trigger.act != "other" or not any(subj[0] <= at < subj[1] for at in nouns):
        return False
    return any(token.lower in _COMMON for token in scene.tokens[clause.verb.last : clause.last])


_COMMON = wordset(
    "common commonplace widespread frequent routine rampant prevalent pervasive systematic persistent regular problem"
    " problems practice practices concern"
)
