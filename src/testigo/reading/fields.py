"""What a clause is about where no line of the verb table says so: by the words in it.

Rules:
- A clause about somebody or something done, with at least one telling word of en/fields.txt, is coded with the act of
  the words that tell most: a verb counts two, a noun or adjective in what is done or where it is done one and a half.
- For acts that are often only mentioned (a release, a trial) the verb has to tell it, or two words.
- Where nothing but the words says that a clause tells an act (no order, no law), a noun counts only as head of what the
  verb acts on or of a phrase beside it, and in full only after verbs that leave it to their noun what happens ("faced",
  "subjected to", "there were"); a verb of coercion only where it is done to people: "received several reports of
  prisoners" and "hung up his coat" are no acts.
- Of equal acts the one that comes first in the file. A clause without any such word is left alone.
- Stative "be" and "have" need a noun or adjective; relative clauses and participles are left alone.
"""

from __future__ import annotations

from functools import cache

from testigo.data import files
from testigo.reading.arguments import Range
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import Trigger
from testigo.value import value
from testigo.vocabulary import COERCION

_SUFFERING = wordset("face get receive have suffer await spend lose endure")
_ENOUGH = 3  # halves: a noun in the object, or a verb
_FULL = 4  # a verb, or two nouns
_NAMED_OFTEN = wordset(  # acts whose nouns stand in many clauses that tell something else
    "surveillance torture indoctrination interrogation confiscation dismissal contact death disappearance release"
    " execution repatriation trial investigation smuggling suicide crackdown"
)


@value
class Field:
    """One line: the act, and whether it needs a person it is done to. number: its place in the file."""

    trigger: Trigger
    person: bool
    number: int


@cache
def _fields() -> tuple[dict[str, tuple[Field, ...]], dict[str, tuple[Field, ...]]]:
    """Verbs and other words -> the fields they speak for. A constant table."""
    verbs: dict[str, list[Field]] = {}
    others: dict[str, list[Field]] = {}
    lines = files("testigo.reading.en").joinpath("fields.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(line for line in lines if line and not line.startswith("#")):
        cells = [cell.strip() for cell in line.split("|")]
        kind, _, act = cells[0].lstrip("+").rpartition("/")
        trigger = Trigger(f"field.{act}", kind or "event", act, (), (), (), cells[3])
        field = Field(trigger, cells[0].startswith("+"), number)
        for word in cells[1].split():
            verbs.setdefault(word, []).append(field)
        for word in cells[2].split():
            others.setdefault(word, []).append(field)
    return {w: tuple(f) for w, f in verbs.items()}, {w: tuple(f) for w, f in others.items()}


def field_triggers() -> tuple[Trigger, ...]:
    """The rules of the table, in order."""
    verbs, others = _fields()
    found = {f.number: f.trigger for table in (verbs, others) for fields in table.values() for f in fields}
    return tuple(found[number] for number in sorted(found))


def _only_when(scene: Scene, at: int) -> bool:
    """Whether a word only says when or in spite of what: "violations did not decrease despite the lectures"."""
    return any(token.lower in _WHEN for token in scene.tokens[max(0, at - 3) : at])


_WHEN = wordset("despite before after during following amid since until without")
_POINTING = wordset(
    "highlight cite note mention underline stress emphasize emphasise recall include make"
)  # at what others tell, or at what something is made of


def _is_age(scene: Scene, at: int) -> bool:
    """Whether a length is how old somebody is: "when he was 14-15 years old"."""
    return (
        scene.tokens[at].lower == "years"
        and scene.tokens[at + 1 : at + 2] != ()
        and (scene.tokens[at + 1].lower == "old")
    )


def _rules(scene: Scene, doer: Range) -> bool:
    """Whether a doer is an authority or a law, which neither protests nor flees: "granted permits for demonstrations"."""
    return is_class(scene.tokens, doer, "authority") or is_class(scene.tokens, doer, "law")


_PEOPLES = wordset("resistance escape")


def _is_done_to(scene: Scene, clause: Clause, field: Field) -> bool:
    """Whether a verb that can tell an act of coercion is done to people: "slapped the soldier", not "hung up his coat"."""
    if field.trigger.act not in COERCION:
        return True
    part = clause.undergoer
    return part is not None and (
        is_class(scene.tokens, part, "person") or is_class(scene.tokens, part, "household")
    )


def _central(scene: Scene, clause: Clause) -> frozenset[int]:
    """The words that say what a clause is about: the heads of its object and of the phrases beside it, and what it is like."""
    tokens, end = scene.tokens, clause.verb.last
    found = {n for n in range(end, end + 2) if n < len(tokens) and tokens[n].tag in _LIKE}
    for part in (clause.object, clause.object2):
        if part is not None and part[0] >= clause.verb.last:
            found.update(_heads(scene, part))
            end = max(end, part[1])
    for prep, part in clause.preps:
        if prep not in _BESIDE and (part[0] > end or clause.object is None):
            found.update(_heads(scene, part)[:1])
    return frozenset(found)


def _heads(scene: Scene, part: Range) -> list[int]:
    """The heads of the phrases joined in a part, without what hangs on them: "informants and cameras in the hall"."""
    first = next((n for n in range(*part) if scene.tokens[n] is scene.head(part)), part[0])
    found = [first]
    for at in range(first + 1, part[1]):
        tag = scene.tokens[at].tag
        if tag not in _JOINED:
            break
        if tag in _NOUN and (at + 1 == part[1] or scene.tokens[at + 1].tag not in _NOUN):
            found.append(at)
    return found


_NOUN = frozenset({"NN", "NNS"})
_JOINED = _NOUN | {"CC", ",", "DT", "JJ", "CD"}
_BESIDE = wordset("by like as than on about near unlike")
_CARRYING = wordset(  # verbs that leave it to their noun what happens: "faced", "led to", "subjected to"
    "be have face get receive suffer see begin start continue bring lead cause result subject impose launch hold stage"
    " join carry conduct make provoke spark arouse raise spread lift prolong extend renew end turn grow remain become"
    " witness experience endure await escape evade avoid go come take show leave lose redraw lie reign hang stay feel"
    " declare hear fall break erupt happen occur"
)
_LIKE = frozenset({"JJ", "VBN", "NN", "NNS"})


def _only_has(scene: Scene, clause: Clause) -> bool:
    """Whether something only has prisons or answers for them: "The country has three prisons", "is responsible for the prisons"."""
    if clause.lemma not in ("be", "have") or clause.doer is None:
        return False
    there = scene.tokens[clause.doer[0]].tag == "EX"  # "There were secret prisons"
    return not there and not is_class(scene.tokens, clause.doer, "person")


def by_field(scene: Scene, clause: Clause, *, alone: bool = False) -> Mention | None:
    """The act of a clause by its words, or None. alone: nothing but the words says that the clause tells an act."""
    if clause.lemma == "hear" and any(prep == "from" for prep, _ in clause.preps):
        return None  # from whom somebody knows it
    if clause.lemma in _POINTING:
        return None
    verbs, others = _fields()
    scores: dict[Field, int] = {}
    words: dict[Field, list[int]] = {}
    central = _central(scene, clause) if alone else frozenset()
    carries = not alone or clause.lemma in _CARRYING
    for field in verbs.get(clause.lemma, ()):
        if alone and not _is_done_to(scene, clause, field):
            continue
        scores[field] = scores.get(field, 0) + 4
    for at in range(clause.verb.last, clause.last):
        token = scene.tokens[at]
        if token.tag in ("NNP", "NNPS") or _only_when(scene, at) or _is_age(scene, at):
            continue
        if alone and at not in central:
            continue
        for field in others.get(token.lower, others.get(token.lemma, ())):
            scores[field] = scores.get(field, 0) + (3 if carries else 2)
            words.setdefault(field, []).append(at)
    best = max(scores, key=lambda f: (scores[f], -f.number), default=None)
    if best is None or scores[best] < (_FULL if best.trigger.act in _NAMED_OFTEN else _ENOUGH):
        return None
    if best.trigger.act == "detention" and _only_has(scene, clause):
        return None
    if best.person and (clause.undergoer is None or not is_class(scene.tokens, clause.undergoer, "person")):
        return None
    if best.trigger.act in _PEOPLES and clause.doer is not None and _rules(scene, clause.doer):
        return None
    suffers = clause.lemma in _SUFFERING and best.trigger.act in COERCION and clause.doer is not None
    doer = clause.doer
    if suffers and doer is not None and not is_class(scene.tokens, doer, "authority"):
        parts: tuple[tuple[str, Range], ...] = (("target", doer),)
    else:
        parts = tuple((s, p) for s, p in (("actor", doer), ("target", clause.undergoer)) if p is not None)
    telling = [at for at in words.get(best, ()) if at < clause.verb.last + 8]
    last = max([clause.verb.last, *(at + 1 for at in telling[:1])])
    return Mention(best.trigger, (clause.verb.main, last), scene.extent(clause), clause, False, parts)
