"""What holds by law, told without the law as the subject: "By law, the governor may ban any gathering".

Rules:
- A duty, leave or ban in a clause that a law governs ("under the law", "by law") is a law in force, whatever it is about:
  what police "may" do by law is nothing that they are said to have done.
- What an office may or must do where no law is named stands in `powers`.
- One claim for one sentence: the law; what it lays down are its clauses.
"""

from __future__ import annotations

from testigo.reading.class_rules import ONCE
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.law_phrases import EMERGENCIES, LAW_NOUNS, law_phrase, turn_at
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import Trigger
from testigo.value import replace

_LAID_DOWN = Trigger(
    "act.by-law", "directive", "policy", (), (), (), "By law, the governor may ban any gathering."
)
OWN = (_LAID_DOWN,)
_MODALS = wordset("may must shall can could should will cannot might would")
_LEGAL = wordset(
    "require oblige permit allow prohibit forbid ban bar entitle authorize authorise empower obligate compel"
)
_SAYING = wordset("stipulate provide state mandate require specify establish prescribe say declare")
_ARE = wordset(
    "illegal legal unlawful prohibited forbidden mandatory compulsory entitled eligible free equal obliged"
)


def by_law(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The acts of a sentence, with a law in force in place of what it only says may or must be done."""
    found = [_for_class(scene, m) for m in found]
    if scene.words.isdisjoint(LAW_NOUNS) and scene.words.isdisjoint(EMERGENCIES):
        return found
    found = _left_to_offices(scene, _said_by_laws(scene, found))
    phrase = law_phrase(scene.chunks)
    if phrase is None:
        return found
    governed = _governed(scene, phrase)
    if not governed:
        return found
    numbers = {c.number for c in governed}
    numbers |= {
        c.number for c in scene.clauses if c.governor in numbers and c.kind in ("infinitive", "gerund")
    }
    kept = [m for m in found if m.clause is None or m.clause.number not in numbers or _stays(m.trigger)]
    if any((m.trigger.kind, m.trigger.act) == ("directive", "policy") for m in kept):
        return kept
    first = governed[0]
    at = first.verb.first, max(first.verb.main + 1, first.verb.last)
    return [*kept, Mention(_LAID_DOWN, at, scene.extent(first), first, False, ())]


def _for_class(scene: Scene, mention: Mention) -> Mention:
    """A ban that stands for a class of people as the rule that it is: "Students were prohibited from joining"."""
    clause = mention.clause
    if clause is None or mention.noun or (mention.trigger.kind, mention.trigger.act) != ("event", "policy"):
        return mention
    stands = (
        clause.passive and clause.lemma in _FORBIDDING and not clause.verb.modal and not clause.verb.perfect
    )
    who = clause.undergoer
    if not stands or who is None or clause.verb.negated or clause.kind not in ("main", "joined"):
        return mention
    bare = scene.tokens[who[0]].tag in ("NNS", "JJ") and scene.tokens[who[1] - 1].tag == "NNS"
    dated = any(t.tag == "CD" or t.lower in ONCE for t in scene.tokens)
    return replace(mention, trigger=_LAID_DOWN) if bare and not dated else mention


_FORBIDDING = wordset("prohibit forbid")


def _left_to_offices(scene: Scene, found: list[Mention]) -> list[Mention]:
    """What an office may do beside a law: "The law did not require a permit, but the mayor could ban rallies"."""
    laws = [m for m in found if _in_force(m) and m.clause is not None and m.clause.kind == "main"]
    if not laws or laws[0].clause is None:
        return found
    for clause in scene.clauses[laws[0].clause.number + 1 :]:
        who = clause.doer
        may = clause.kind in ("main", "joined") and clause.verb.modal in _LEAVING and not clause.verb.negated
        if (
            not may
            or who is None
            or who == laws[0].clause.doer
            or not is_class(scene.tokens, who, "authority")
        ):
            continue
        inside = (clause.number, *(c.number for c in scene.clauses if c.governor == clause.number))
        found = [m for m in found if m.clause is None or m.clause.number not in inside]
        at = clause.verb.first, max(clause.verb.main + 1, clause.verb.last)
        found.append(Mention(_LAID_DOWN, at, scene.extent(clause), clause, False, ()))
    return found


_LEAVING = wordset("may could can")


def _said_by_laws(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Without what a law only says must be: "stipulates that women may not travel", "provides that suspects be tried"."""
    main = [m for m in found if _in_force(m) and m.clause is not None and m.clause.kind in ("main", "joined")]
    if main:  # "The law, which entered into force in May, obliges": one law
        found = [m for m in found if m is main[0] or not (_in_force(m) and _tells_which(m))]
    law = next((m for m in found if _says_that(scene, m)), None)
    if law is None or law.clause is None:
        return found
    start = law.clause.verb.last
    end = turn_at(scene.chunks.sentence.lowers, start)
    kept = [m for m in found if m.noun or m.clause is None or not start < m.at[0] < end or _stays(m.trigger)]
    return [replace(m, span=(m.span[0], end)) if m is law else m for m in kept]


def _in_force(mention: Mention) -> bool:
    return (mention.trigger.kind, mention.trigger.act) == ("directive", "policy")


def _tells_which(mention: Mention) -> bool:
    """Whether a law is told of only to say which one is meant."""
    return mention.clause is not None and mention.clause.kind in ("relative", "participle")


def _says_that(scene: Scene, mention: Mention) -> bool:
    """Whether a law is told with a clause of its own: "The code stipulates that"."""
    if not _in_force(mention) or mention.clause is None:
        return False
    after = mention.clause.verb.last
    told = after < len(scene.tokens) and scene.tokens[after].lower == "that"
    return told and mention.clause.lemma in _SAYING


def _stays(trigger: Trigger) -> bool:
    """Whether a claim stands beside the law: the law itself, or a penalty that it threatens."""
    return (trigger.kind, trigger.act) == ("directive", "policy") or trigger.act == "sentence"


def _governed(scene: Scene, phrase: tuple[int, int]) -> list[Clause]:
    """The clauses of duty, leave or ban that the law governs."""
    opens = all(c.verb.first > phrase[0] for c in scene.clauses if c.verb.finite)
    end = turn_at(scene.chunks.sentence.lowers, phrase[1])
    found: list[Clause] = []
    for clause in scene.clauses:
        if clause.kind not in ("main", "joined") or not clause.verb.finite or not _binds(scene, clause):
            continue
        near = clause.verb.first < phrase[0] <= clause.last + 1
        if near or (opens and phrase[1] <= clause.verb.first < end):
            found.append(clause)
    return found


def _binds(scene: Scene, clause: Clause) -> bool:
    """Whether a verb tells of a duty, a leave or a ban."""
    if clause.verb.modal in _MODALS or (clause.lemma in _LEGAL and clause.passive):
        return True
    after = scene.tokens[clause.verb.last : clause.verb.last + 3]
    return clause.lemma in ("be", "have", "need") and any(
        t.lower in _ARE or t.lower == "right" or (t.lower == "to" and n == 0) for n, t in enumerate(after)
    )
