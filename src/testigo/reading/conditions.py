"""Whether the conditions of a line of en/verbs.txt hold in a clause.

Rules:
- A part that is not named fails its condition; but a passive that names nobody may be the work of an authority, and a
  subject that the clauses could not settle may be a person.
- "they" without more may be an authority.
- "has" looks at everything that hangs on the clause, and at "had to", "made to" right before it.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene
from testigo.reading.tokens import Token
from testigo.reading.triggers import Condition

_QUANTIFIERS = wordset(
    "some many most several few both all half part number lot amount piece pieces bag bags kilograms tons ton kilogram"
)


def holds(scene: Scene, clause: Clause, c: Condition) -> bool:
    return _test(scene, clause, c) == c.positive


def _test(scene: Scene, clause: Clause, c: Condition) -> bool:  # noqa: PLR0911  # one line per kind of condition
    name = c.name
    if name == "passive":
        return clause.passive
    if name == "active":
        return not clause.passive
    if name == "neg":
        return negated(scene, clause)
    if name == "prt":
        return clause.particle in c.words or any(p in c.words for p, _ in clause.preps)
    if name == "has":
        return _has(scene, clause, c)
    if name == "near":
        return bool(c.words & scene.near)
    if name in ("inf", "ing", "noinf"):
        kids = scene.children(clause, "gerund" if name == "ing" else "infinitive")
        if name == "noinf":
            return not kids
        return any(not c.words or k.lemma in c.words for k in kids)
    if name == "noobj":
        return clause.undergoer is None
    if (
        name == "obj"
        and clause.passive
        and c.words
        and clause.object is not None
        and _is(scene, clause.object, c, clause)
    ):
        return True
    if name in ("obj", "subj"):
        return _is(scene, clause.undergoer if name == "obj" else clause.doer, c, clause)
    if any(p == name and _is(scene, r, c, clause) for p, r in clause.preps):
        return True
    return bool(c.words) and any(
        k.link == name and scene.tokens[k.verb.main].lower in c.words
        for k in scene.children(clause, "gerund")
    )


def _has(scene: Scene, clause: Clause, c: Condition) -> bool:
    first = clause.first
    if clause.governor is not None and clause.kind in ("infinitive", "gerund"):
        governor = scene.clauses[clause.governor]
        if governor.verb.last == clause.verb.first:
            first = governor.verb.first
    for token in scene.tokens[first : reach(scene, clause)]:
        if token.lower in c.words or token.lemma in c.words or (token.tag == "CD" and "CD" in c.words):
            return True
    return False


def _is(scene: Scene, part: Range | None, c: Condition, clause: Clause) -> bool:
    if part is None:
        unknown = c.name == "subj" and "authority" in c.classes
        unread = c.name == "obj" and not c.words and clause.verb.finite and c.positive
        unread = unread and ("person" in c.classes or not c.classes)
        return clause.passive and (unknown or unread)
    if not c.classes and not c.words:
        return True
    found = head(scene.tokens, part)
    if found.lower in c.words or found.lemma in c.words:
        return True
    if "authority" in c.classes and c.name == "subj" and found.lower == "they":
        return True
    if c.words and (found.tag == "CD" or found.lower in _QUANTIFIERS):
        return any(one_of(t, c) for t in scene.tokens[part[0] : part[1]])
    return any(is_class(scene.tokens, part, name) for name in c.classes)


def negated(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says that something was not so: "not", "never", "nobody", "no copy"."""
    if clause.verb.negated:
        return True
    for part in (clause.subject, clause.object):
        if part is not None and scene.tokens[part[0]].lower in ("no", "nobody", "none", "neither", "nothing"):
            return True
    return False


def one_of(token: Token, c: Condition) -> bool:
    return token.lower in c.words or token.lemma in c.words


def reach(scene: Scene, clause: Clause) -> int:
    return max(clause.last, scene.extent(clause)[1])
