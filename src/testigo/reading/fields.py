"""What a clause is about where no line of the verb table says so: by the words in it.

Rules:
- A clause about somebody or something done, with at least one telling word of en/fields.txt, is coded with the act of
  the words that tell most: a verb counts two, a noun or adjective in what is done or where it is done one and a half.
- For acts that are often only mentioned (a release, a trial) the verb has to tell it, or two words.
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


def by_field(scene: Scene, clause: Clause) -> Mention | None:
    """The act of a clause by its words, or None."""
    if clause.lemma == "hear" and any(prep == "from" for prep, _ in clause.preps):
        return None  # from whom somebody knows it
    if clause.lemma in _POINTING:
        return None
    verbs, others = _fields()
    scores: dict[Field, int] = {}
    words: dict[Field, list[int]] = {}
    for field in verbs.get(clause.lemma, ()):
        scores[field] = scores.get(field, 0) + 4
    for at in range(clause.verb.last, clause.last):
        token = scene.tokens[at]
        if token.tag in ("NNP", "NNPS") or _only_when(scene, at) or _is_age(scene, at):
            continue
        for field in others.get(token.lower, others.get(token.lemma, ())):
            scores[field] = scores.get(field, 0) + 3
            words.setdefault(field, []).append(at)
    best = max(scores, key=lambda f: (scores[f], -f.number), default=None)
    if best is None or scores[best] < (_FULL if best.trigger.act in _NAMED_OFTEN else _ENOUGH):
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
