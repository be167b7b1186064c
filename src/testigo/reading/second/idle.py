"""Where the second opinion sees an act and the grammar shows that there is none.

Rules:
- Ties between states, an adjective before a noun and the name of a body tell no measure and no act.
- What is part of an act that is told beside it, or only judged, is none here either (see one_deed).
- A "murder case" tells no killing of whom it is brought against, and "kept shouting" no detention.
- What is told of the report itself, of a mandate or of whom an office answers to is none (see of_reports).
- A campaign to free somebody is no crackdown.
- A commission that interviews refugees and visits camps questions and searches nobody.
- What somebody has not heard of is not denied by it: "had not heard of the arrest".
- What somebody believes is no view beside the act that he believes: "neighbors believe that he will end up in a camp".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from testigo.reading.asides import in_a_question
from testigo.reading.classes import head
from testigo.reading.clauses import Clause
from testigo.reading.conditions import negated
from testigo.reading.lists import wordset
from testigo.reading.noun_complements import amounts_to, in_a_title, only_names, only_worded
from testigo.reading.noun_sifting import in_one_list, only_causes
from testigo.reading.one_deed import is_told_by, judges_it
from testigo.reading.scenes import Mention, Scene
from testigo.reading.second.of_reports import answers_to, of_reports


def is_idle(scene: Scene, mention: Mention, told: Sequence[Mention]) -> bool:
    """Whether a proposed act is none. told: the acts of the sentence so far."""
    if _between_states(scene, mention) or _describes_noun(scene, mention) or _is_paper(scene, mention):
        return True
    if in_a_title(scene.tokens, mention.at) or in_a_question(scene, mention):
        return True
    if any(other.at[0] < mention.at[1] and mention.at[0] < other.at[1] for other in told):
        return True
    if (
        _never_heard(scene, mention)
        or _only_ruled(scene, mention)
        or _is_a_case(scene, mention)
        or _campaigns_for(scene, mention)
    ):
        return True
    fled = mention.trigger.act == "escape" and scene.tokens[mention.at[1] - 1].lemma in _WHO_FLED
    if fled or _of_a_told_noun(scene, mention, told) or answers_to(scene, mention.at[0]):
        return True
    if mention.trigger.act == "hardship" and only_causes(scene, mention, told):
        return True
    clause = mention.clause
    own = clause is not None and clause.verb.first <= mention.at[0] < clause.verb.last
    if (mention.noun or not own) and _only_named(scene, mention, told):
        return True
    return clause is not None and own and _no_deed_of_a_verb(scene, mention, clause, told)


def _of_a_told_noun(scene: Scene, mention: Mention, told: Sequence[Mention]) -> bool:
    """Whether an adjective describes a noun that tells an act already: "the | chemical | attack"."""
    at = mention.at[0]
    if scene.tokens[at].tag != "JJ" or mention.at[1] > at + 1:
        return False
    number = scene.chunks.noun_of[at]
    return number >= 0 and any(
        other.at[0] > at and scene.chunks.noun_of[other.at[1] - 1] == number for other in told
    )


def _campaigns_for(scene: Scene, mention: Mention) -> bool:
    """Whether a crackdown is seen in a campaign for somebody: "took part in the campaign to free the editor"."""
    if mention.trigger.act != "crackdown" or scene.tokens[mention.at[1] - 1].lemma != "campaign":
        return False
    return not _FREEING.isdisjoint(token.lower for token in scene.tokens[mention.at[1] : mention.at[1] + 4])


_WHO_FLED = wordset("escapee refugee exile fugitive runaway returnee")
_FREEING = wordset("free release freedom justice support defend abolish rights")


def _never_heard(scene: Scene, mention: Mention) -> bool:
    """Whether somebody only has not heard of it: "had not heard of the arrest"; who has "not heard of any" denies it."""
    clause = mention.clause
    if clause is None or clause.lemma != "hear" or not negated(scene, clause):
        return False
    of = clause.verb.last
    words = [token.lower for token in scene.tokens[of : of + 2]]
    about = words[:1] in (["of"], ["about"]) and words[1:] in (["the"], ["this"], ["that"], ["it"])
    return about and clause.verb.first <= mention.at[0]


def _only_ruled(scene: Scene, mention: Mention) -> bool:
    """Whether a trial is only seen in the verb by which a court tells something: "The court ruled (that) police broke the law"."""
    clause = mention.clause
    if mention.trigger.act != "trial" or clause is None or clause.lemma not in _RULING or clause.passive:
        return False
    after = clause.number + 1
    told = scene.clauses[after] if after < len(scene.clauses) else None
    return told is not None and told.verb.finite and clause.object is None and told.kind != "joined"


_RULING = wordset("rule find hold determine conclude decide")


def _is_a_case(scene: Scene, mention: Mention) -> bool:
    """Whether a deed is only the name of a case or charge ("a murder case against her"), or a charge an office ("took charge")."""
    number, at = scene.chunks.noun_of[mention.at[0]], mention.at[0]
    if mention.trigger.act == "detention" and _ends_a_term(scene, mention):
        return True
    if mention.trigger.act in ("trial", "detention") and _held_to_account(scene, mention):
        return True
    words = [token.lower for token in scene.tokens[max(0, at - 1) : at + 2]]
    if mention.trigger.act == "trial" and "charge" in words:
        return any((one, "charge") in pairwise(words) for one in _HOLDING)
    if mention.trigger.act not in _DEEDS or number < 0:
        return False
    base = scene.chunks.nouns[number]
    return mention.at[0] < base[1] - 1 and head(scene.tokens, base).lemma in _IN_COURT


def _ends_a_term(scene: Scene, mention: Mention) -> bool:
    """Whether a house arrest is part of a punishment that is told: "six years in prison and three years under house arrest"."""
    words = [token.lower for token in scene.tokens[max(0, mention.at[0] - 2) : mention.at[0]]]
    return len(words) == 2 and words[0] in ("years", "year", "months") and words[1] in ("under", "of")


def _held_to_account(scene: Scene, mention: Mention) -> bool:
    """Whether nobody is tried or held, but called "to account", "responsible"."""
    at = mention.at[0]
    near = [token.lower for token in scene.tokens[max(0, at - 2) : mention.at[1] + 2]]
    return "account" in near and ("held" in near or "hold" in near)


_DEEDS = wordset("killing torture crime disappearance")
_HOLDING = wordset("take takes took taken taking in")
_IN_COURT = wordset("case charge count suit lawsuit indictment trial conviction accusation")


def _goes_on(scene: Scene, clause: Clause, *, held: bool) -> bool:
    """Whether a verb only tells that something went on: "the purge would go on"; held: "kept | shouting"."""
    at = clause.verb.last
    if at >= len(scene.tokens):
        return False
    goes = clause.lemma == "go" and scene.tokens[at].lower == "on"  # not "may go on", "went on strike"
    return (goes and clause.verb.modal in ("would", "will")) or (held and scene.tokens[at].tag == "VBG")


def _by_police(scene: Scene, clause: Clause) -> bool:
    """Whether those who hold and search people do it, as far as it is told."""
    doer = clause.doer
    return doer is None or any(token.lower in _POLICE for token in scene.tokens[doer[0] : doer[1]])


_ASKING = wordset("interview visit")
_OF_POLICE = wordset("interrogation search surveillance")
_POLICE = wordset(
    "police officer officers agent agents investigator investigators prosecutor prosecutors security soldiers guards official"
    " officials authorities they he she inspectors cadres patrol patrols intelligence secret inminban leader head"
)
_GOING_ON = wordset("keep go continue")


def _no_deed_of_a_verb(scene: Scene, mention: Mention, clause: Clause, told: Sequence[Mention]) -> bool:
    """Whether a verb tells no deed, or only a part or an instance of one that is told beside it."""
    if of_reports(scene, clause) or _refused_by_noun(scene, clause, told):
        return True
    if mention.trigger.act == "trial" and clause.lemma == "convict" and _is_sentenced(clause, told):
        return True
    if not clause.verb.finite and any(in_one_list(scene, other, mention) for other in told):
        return True  # "showed signs of torture, including bruising"
    held = mention.trigger.act == "detention" and clause.lemma in _GOING_ON
    if _goes_on(scene, clause, held=held):
        return True
    if clause.lemma in _ASKING and mention.trigger.act in _OF_POLICE and not _by_police(scene, clause):
        return True
    if _believes_a_deed(mention, clause, told):
        return True
    reproached = mention.trigger.act == "speech" and clause.lemma == "accuse"
    if reproached and clause.kind in ("relative", "participle"):
        return True  # "shot two men whom they accused of spying"
    return judges_it(scene, mention) or any(is_told_by(scene, mention, other) for other in told)


def _refused_by_noun(scene: Scene, clause: Clause, told: Sequence[Mention]) -> bool:
    """Whether an infinitive only says what a refusal told by its noun is of: "the refusal | to renew passports"."""
    at = clause.verb.first
    return clause.kind == "infinitive" and any(
        m.noun and m.at[1] == at and scene.tokens[at - 1].lower == "refusal" for m in told
    )


def _is_sentenced(clause: Clause, told: Sequence[Mention]) -> bool:
    """Whether those who convict are told to sentence as well: "convicted him of theft and sentenced him to six years"."""
    sentences = (m.clause for m in told if m.trigger.act == "sentence" and m.clause is not None)
    return clause.subject is not None and any(other.subject == clause.subject for other in sentences)


def _believes_a_deed(mention: Mention, clause: Clause, told: Sequence[Mention]) -> bool:
    """Whether the act that somebody believes in is told in the clause that hangs on the verb."""
    after = clause.number + 1
    believes = mention.trigger.kind == "view" and clause.lemma in _BELIEVING
    return believes and any(m.clause is not None and m.clause.number == after for m in told)


_BELIEVING = wordset("believe think suspect assume suppose fear expect hope know")


def _only_named(scene: Scene, mention: Mention, told: Sequence[Mention]) -> bool:
    """Whether a noun only names a charge or what a law is about, or stands in one list with a word for the same act."""
    number = scene.chunks.noun_of[mention.at[0]]
    base = scene.chunks.nouns[number] if number >= 0 else mention.at
    before = [token.lower for token in scene.tokens[max(0, base[0] - 2) : base[0]]]
    if mention.trigger.kind == "event" and (amounts_to(scene, base) or only_worded(before)):
        return True
    if mention.trigger.kind == "directive" and "without" in before:
        return True  # "74 cases of house arrest without a court order"
    if mention.trigger.act == "trial" and _is_missing(scene, base, before):
        return True
    if mention.trigger.act == "release" and _is_a_paper(scene, base):
        return True
    if mention.trigger.act in _NAMED and only_names(scene, mention.trigger, base):
        return True
    return any(in_one_list(scene, other, mention) for other in told)


def _is_missing(scene: Scene, base: tuple[int, int], before: Sequence[str]) -> bool:
    """Whether a trial is only waited for, or somebody is held without one: "awaiting trial", "without charge or trial"."""
    if not {"pending", "awaiting"}.isdisjoint(before):
        return True
    return any(token.lower == "without" for token in scene.tokens[max(0, base[0] - 3) : base[0]])


def _is_a_paper(scene: Scene, base: tuple[int, int]) -> bool:
    """Whether a release is one of words: "in a January 22 release", "a press release"."""
    words = [token.lower for token in scene.tokens[max(0, base[0] - 1) : base[1]]]
    return words[:2] in (["in", "a"], ["in", "its"]) or not {"press", "news", "media"}.isdisjoint(words)


_NAMED = wordset("torture speech resistance crime policy movement_restriction contact")


def _between_states(scene: Scene, mention: Mention) -> bool:
    """Whether a measure is only what states do with each other: "restored diplomatic ties with Doha"."""
    if mention.trigger.act != "policy":
        return False
    parts = [part for slot, part in mention.parts if slot == "target"] if mention.noun else []
    word = scene.tokens[mention.at[1] - 1].lemma
    if not mention.noun and mention.clause is not None:
        word, part = mention.clause.lemma, mention.clause.undergoer
        parts = [part] if part is not None else []
    return word in _RESTORING and any(head(scene.tokens, part).lemma in ("tie", "relation") for part in parts)


_RESTORING = wordset(
    "restore resume renew re-establish reestablish establish normalize normalise deepen strengthen"
    " restoration resumption renewal re-establishment establishment normalization normalisation"
)


def _is_paper(scene: Scene, mention: Mention) -> bool:
    """Whether a release is what an office gave to the press: "In a May 4 release, the minister confirmed"."""
    number = scene.chunks.noun_of[mention.at[0]]
    if mention.trigger.act != "release" or not mention.noun or number < 0:
        return False
    base = scene.chunks.nouns[number]
    opens = [token.lower for token in scene.tokens[max(0, base[0] - 1) : base[0] + 1]]
    return opens in (["in", "a"], ["in", "an"])


def _describes_noun(scene: Scene, mention: Mention) -> bool:
    """Whether a measure is seen in an adjective that describes the noun behind it: "diplomatic ties"."""
    at = mention.at[1] - 1
    tags = [token.tag for token in scene.tokens[at : at + 2]]
    return mention.trigger.act == "policy" and tags[:1] == ["JJ"] and tags[1:] in (["NN"], ["NNS"])
