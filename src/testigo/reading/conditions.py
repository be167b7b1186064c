"""Whether the conditions of a line of en/verbs.txt hold in a clause.

Rules:
- A part that is not named fails its condition; but a passive that names nobody may be the work of an authority, and a
  subject that the clauses could not settle may be a person.
- "they" without more may be an authority; so may a country that acts.
- "has" looks at everything that hangs on the clause, and at "had to", "made to" right before it.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.chunks import is_time
from testigo.reading.classes import in_class, known, members
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene
from testigo.reading.tokens import Token
from testigo.reading.triggers import Condition, Trigger

_PLAIN = wordset("on in over out down off up")
_QUANTIFIERS = wordset(
    "some many most several few both all half part thousands hundreds dozens scores tens millions majority worth number lot amount piece pieces bag bags kilograms tons ton kilogram"
)


def all_hold(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether every condition of a line holds in a clause, or one of its alternatives."""
    for words in trigger.needs:
        if words.isdisjoint(scene.words):
            return False
    for item in trigger.alternatives:
        for c in item:
            if _holds(scene, clause, c) == c.positive:
                break
        else:
            return False
    return True


def _holds(scene: Scene, clause: Clause, c: Condition) -> bool:
    """Whether what a condition names is so in a clause."""
    name = c.name
    if name == "obj":
        return _object(scene, clause, c)
    if name == "subj":
        return _is(scene, clause.doer, c, clause)
    if name in ("passive", "sure"):
        return clause.passive or name == "sure"
    if name == "active":
        return not clause.passive
    if name == "near":
        return not c.words.isdisjoint(scene.near)
    if name == "has":
        return _has(scene, clause, c)
    if name == "prt":
        return _particle(scene, clause, c)
    return _holds_by_others(scene, clause, c)


def _holds_by_others(scene: Scene, clause: Clause, c: Condition) -> bool:
    """The same of the rarer conditions, and of prepositions."""
    name = c.name
    if name == "next":
        return _next(scene, clause, c)
    if name == "neg":
        return negated(scene, clause)
    if name == "lead":
        before = scene.clauses[clause.number - 1] if clause.number else None
        return before is not None and before.lemma in c.words
    if name == "pair":
        before = scene.clauses[clause.number - 1] if clause.number else None
        between = scene.tokens[before.verb.last : clause.verb.first] if before is not None else ()
        joined = bool(between) and all(t.tag in ("CC", ",", "RB") and t.text != "/" for t in between)
        return joined and before is not None and before.lemma in c.words
    if name in ("inf", "ing"):
        return _hanging(scene, clause, c)
    if name == "noinf":
        return not scene.children(clause, "infinitive")
    if name == "noobj":
        return clause.undergoer is None
    return _by_preposition(scene, clause, c)


def _particle(scene: Scene, clause: Clause, c: Condition) -> bool:
    after = clause.verb.last
    words = [t.lower for t in scene.tokens[after : after + 2]]  # "locked in", "gets out of there"
    alone = words[:1] != [] and words[0] in c.words and (clause.undergoer is not None or words[1:] == ["of"])
    return (
        alone
        or clause.particle in c.words
        or any(p in c.words and (r[0] <= after + 2 or p not in _PLAIN) for p, r in clause.preps)
    )


def _next(scene: Scene, clause: Clause, c: Condition) -> bool:
    return any(one_of(t, c) for t in scene.tokens[clause.verb.last : clause.verb.last + 3])


def _hanging(scene: Scene, clause: Clause, c: Condition) -> bool:
    kids = scene.children(clause, "gerund" if c.name == "ing" else "infinitive")
    return bool(kids) and (not c.words or any(k.lemma in c.words for k in kids))


def _object(scene: Scene, clause: Clause, c: Condition) -> bool:
    own = clause.passive and c.words and clause.object is not None and _is(scene, clause.object, c, clause)
    return bool(own) or _is(scene, clause.undergoer, c, clause)


def _by_preposition(scene: Scene, clause: Clause, c: Condition) -> bool:
    for prep, phrase in _phrases(scene, clause):
        if prep == c.name and _is(scene, phrase, c, clause):
            return True
    if c.classes:
        return False
    return any(
        k.link == c.name and (not c.words or scene.tokens[k.verb.main].lower in c.words)
        for k in scene.children(clause, "gerund")
    )


def _phrases(scene: Scene, clause: Clause) -> tuple[tuple[str, Range], ...]:
    """The prepositional phrases of a clause, and of the participle that its object carries: "kept people sent back ..."."""
    after = clause.number + 1
    lead = _before_subject(scene, clause)
    if lead:
        return clause.preps + lead
    if clause.object is not None and after < len(scene.clauses):
        kid = scene.clauses[after]
        if kid.kind == "participle" and not kid.verb.finite and kid.first == clause.object[1]:
            return clause.preps + kid.preps
    return clause.preps


def _before_subject(scene: Scene, clause: Clause) -> tuple[tuple[str, Range], ...]:
    """The phrase that opens the sentence before its first subject: "In the house they found 26,000 yuan"."""
    if clause.subject is None or clause.number or scene.tokens[0].tag != "IN":
        return ()
    base = scene.chunks.noun_from.get(1)
    return ((scene.tokens[0].lower, base),) if base is not None and base[1] <= clause.subject[0] else ()


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
        carried = clause.verb.finite or clause.kind == "infinitive"
        unread = c.name == "obj" and not c.words and carried and c.positive
        unread = unread and ("person" in c.classes or not c.classes)
        return clause.passive and (unknown or unread)
    if not c.classes and not c.words:
        return True
    found = scene.head(part)
    if found.tag == "CD" and "law" in c.classes and part[0]:
        found = scene.tokens[part[0] - 1]  # "Decree 349"
    if one_of(found, c) or _stands_for(scene, found, c) or _is_titled(scene, part, found, c):
        return True
    if "authority" in c.classes and c.name == "subj" and (found.lower == "they" or _is_state(found)):
        return True
    if c.words and (found.tag == "CD" or found.lower in _QUANTIFIERS):
        return any(one_of(t, c) for t in scene.tokens[part[0] : part[1]])
    if any(in_class(scene.tokens, part, found, name) for name in c.classes):
        dated = found.tag in ("NNP", "CD") and "person" in c.classes  # "fired on May 12" shoots at nobody
        return not (dated and is_time(scene.tokens, part))
    if not c.positive or "person" not in c.classes:
        return False
    together = c.name == "subj" and in_class(
        scene.tokens, part, found, "org"
    )  # "The league refused to register"
    return together or (clause.passive and _whoever(scene, part)) or _may_be_person(found)


def _stands_for(scene: Scene, found: Token, c: Condition) -> bool:
    """Whether a pronoun may stand for what a condition asks for: "declared the site extremist and blocked it"."""
    pronoun = c.name == "obj" and c.positive and found.lower in ("it", "them")
    return pronoun and not c.words.isdisjoint(scene.near)


def _is_titled(scene: Scene, part: Range, found: Token, c: Condition) -> bool:
    """Whether a name is said to be what a condition asks for: "the newspaper Narva Post"."""
    title = _title(scene, part, found) if found.tag in ("NNP", "NNPS") else None
    if title is None:
        return False
    return one_of(title, c) or any(in_class(scene.tokens, part, title, name) for name in c.classes)


def _title(scene: Scene, part: Range, found: Token) -> Token | None:
    """The noun before a name in its phrase."""
    at = next((n for n in range(*part) if scene.tokens[n] is found), part[0])
    while at > part[0] and scene.tokens[at].tag in ("NNP", "NNPS"):
        at -= 1
    return scene.tokens[at] if scene.tokens[at].tag in ("NN", "NNS") else None


def _is_state(found: Token) -> bool:
    """Whether a country stands for its government: "China returned sixty refugees"."""
    return found.tag == "NNP" and found.lower in members("country")


def _may_be_person(found: Token) -> bool:
    """Whether a noun that no class knows may name a person: by its form ("a 23-year-old", "the beekeeper")."""
    word = found.lower
    if found.tag not in ("NN", "NNS", "JJ") or known(found):
        return False
    return word.removesuffix("s").endswith(_PERSON_ENDS) and not word.endswith(_THING_ENDS)


_PERSON_ENDS = (
    "-old",
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
    "ee",
    "ant",
    "folk",
    "mate",
    "kin",
)
_THING_ENDS = (
    "paper",
    "papers",
    "water",
    "winter",
    "summer",
    "number",
    "letter",
    "letters",
    "order",
    "power",
    "river",
    "matter",
    "weather",
    "terror",
    "labor",
    "computer",
    "door",
    "floor",
    "corridor",
    "center",
    "quarter",
    "quarters",
    "border",
    "chapter",
    "poster",
    "posters",
    "plant",
    "restaurant",
    "over",
    "under",
    "ever",
    "error",
    "paper",
    "corner",
    "dinner",
    "counter",
    "container",
    "sector",
    "tractor",
    "factor",
    "motor",
    "mirror",
)


def _whoever(scene: Scene, part: Range) -> bool:
    """Whether "whoever ...", "those absent for more than three days" is the true subject before a passive."""
    found = [t.lower for t in scene.tokens[: part[0]]]
    lead = max((n for n, word in enumerate(found) if word in _WHOEVER), default=-1)
    return lead >= 0 and not any(word in _STOPS for word in found[lead:])


_WHOEVER = wordset("whoever anyone anybody those everyone persons people households")
_STOPS = wordset('. ; : , “ "')


def negated(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says that something was not so: "not", "never", "nobody", "no copy"."""
    tokens = scene.tokens
    words = [token.lower for token in tokens[clause.verb.first : clause.verb.last]]
    if "cannot" in words or ("longer" in words and "no" in words):
        return True
    if clause.verb.negated or (clause.verb.first and tokens[clause.verb.first - 1].lower in ("not", "never")):
        return True
    if clause.verb.first > 1 and [t.lower for t in tokens[clause.verb.first - 2 : clause.verb.first]] == [
        "no",
        "longer",
    ]:
        return True
    if "not" in (t.lower for t in tokens[max(0, clause.first - 2) : clause.first + 1]):
        return True
    for part in (clause.subject, clause.object):
        if part is not None and scene.tokens[part[0]].lower in ("no", "nobody", "none", "neither", "nothing"):
            return True
    return False


def denies_state(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a state is said not to hold: "Residents are not afraid"; not so where the negation is the state itself."""
    if trigger.kind != "condition" or clause.lemma in _LACKING or not negated(scene, clause):
        return False
    if clause.lemma in ("hurt", "injure", "harm", "wound"):
        return True  # "no one had been hurt"
    for item in trigger.alternatives:
        for c in item:
            if c.name == "neg" or not c.words.isdisjoint(_LACKING):
                return False
    return True


_LACKING = wordset(
    "no not never nobody one only barely hardly available access enough able sufficient allowed care food water rations afford"
)


def one_of(token: Token, c: Condition) -> bool:
    """Whether a word is one that a condition names, in its form or its base form."""
    return token.lower in c.words or token.lemma in c.words


def reach(scene: Scene, clause: Clause) -> int:
    """The token after everything that hangs on a clause."""
    return max(clause.last, scene.extent(clause)[1])
