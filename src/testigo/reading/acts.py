"""Which clauses and nouns carry an act, and which part of the clause fills which slot.

Rules:
- A verb carries an act where a line of en/verbs.txt says so and its conditions hold in the clause.
- A noun carries one where a line of en/nouns.txt says so: with a complement ("the arrest of two men"), with a verb
  that only lends it a voice ("carried out arrests"), or as something that there was ("several arrests").
- A participle before a noun ("imprisoned protesters") carries an act where the noun is about particular people.
- A relative clause or participle about a class of people ("those who fled") is no claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.reading.chunks import NOUNS, Chunks, is_time
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause, Range
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.tokens import Token
from testigo.reading.triggers import Condition, Trigger, noun_triggers, verb_triggers


@dataclass(frozen=True, slots=True)
class Mention:
    """One act as a sentence puts it; ranges are token numbers. clause: where it stands; noun: carried by a noun.

    parts: (slot, range) pairs for actor and target as the grammar gives them.
    """

    trigger: Trigger
    at: Range
    span: Range
    clause: Clause | None
    noun: bool
    parts: tuple[tuple[str, Range], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its chunks and clauses. near: the lower-case words of it and of the sentence before."""

    chunks: Chunks
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    near: frozenset[str] = frozenset()

    def children(self, clause: Clause, kind: str) -> list[Clause]:
        """The clauses of a kind that hang on a clause."""
        return [c for c in self.clauses if c.governor == clause.number and c.kind == kind]

    def extent(self, clause: Clause) -> Range:
        """From the start of a clause to the end of what hangs on it."""
        last = clause.last
        for other in self.clauses[clause.number + 1 :]:
            hangs = other.governor is not None and clause.number <= other.governor
            if (
                not hangs
                or other.kind not in ("infinitive", "gerund", "participle", "relative")
                or other.first > last + 3
            ):
                break
            if other.kind == "relative" and self.tokens[other.first - 1].lower == ",":
                break
            last = max(last, other.last)
        return clause.first, last


def mentions(scene: Scene) -> list[Mention]:
    """The acts of a sentence in the order of their words."""
    found: list[Mention] = []
    for clause in scene.clauses:
        mention = _verb_mention(scene, clause)
        if mention is not None:
            found.append(mention)
    found = _merged(scene, found)
    taken = {n for mention in found for n in range(*mention.at)}
    found += _noun_mentions(scene, taken)
    return sorted(found, key=lambda m: m.at)


def _merged(scene: Scene, found: list[Mention]) -> list[Mention]:
    """One mention where two verbs tell one act: "shot and killed", "made to attend a lecture"."""
    kept: list[Mention] = []
    sentenced = {m.clause.subject for m in found if m.clause is not None and m.trigger.act == "sentence"}
    for mention in found:
        clause = mention.clause
        if clause is not None and clause.lemma == "convict" and clause.subject in sentenced:
            continue
        at = next((n for n, other in enumerate(kept) if _one_act(scene, other, mention)), None)
        if at is None:
            kept.append(mention)
            continue
        other = kept[at]
        parts = other.parts if len(other.parts) >= len(mention.parts) else mention.parts
        slots = {slot for slot, _ in parts}
        if clause is not None and clause.kind not in ("infinitive", "gerund"):
            parts += tuple(p for p in mention.parts if p[0] not in slots)
        span = (min(other.span[0], mention.span[0]), max(other.span[1], mention.span[1]))
        last = max(other.at[1], mention.at[1]) if mention.at[1] - other.at[0] < 12 else other.at[1]
        kept[at] = Mention(other.trigger, (other.at[0], last), span, other.clause, False, parts)
    return kept


def _one_act(scene: Scene, one: Mention, other: Mention) -> bool:
    if (one.trigger.kind, one.trigger.act) != (other.trigger.kind, other.trigger.act):
        return False
    a, b = one.clause, other.clause
    if a is None or b is None:
        return False
    if b.kind in ("infinitive", "gerund") and b.governor == a.number and other.at[0] <= one.at[1] + 2:
        return True
    between = scene.tokens[max(a.verb.last, one.at[1]) : b.verb.first]
    joined = all(t.tag in ("CC", ",", "RB") for t in between) and a.verb.last <= b.verb.first
    return joined and b.governor is not None and bool(between)


def _verb_mention(scene: Scene, clause: Clause) -> Mention | None:
    for trigger in verb_triggers().get(clause.lemma, ()):
        if all(any(_holds(scene, clause, c) for c in item) for item in trigger.alternatives):
            if clause.kind in ("relative", "participle") and not _particular(scene, clause):
                return None
            return _from_verb(scene, clause, trigger)
    return None


def _particular(scene: Scene, clause: Clause) -> bool:
    """Whether a relative clause or participle is about named, counted or otherwise particular people."""
    if clause.subject is None or clause.subject[1] > clause.verb.first:
        return True
    first, last = clause.subject
    governor = scene.clauses[clause.governor] if clause.governor is not None else None
    if clause.kind == "participle" and (governor is not None and governor.subject == clause.subject):
        return True
    lead = scene.tokens[first]
    found = head(scene.tokens, clause.subject)
    if lead.lower in (
        "those",
        "anyone",
        "whoever",
        "everyone",
        "persons",
        "people",
        "individuals",
        "any",
        "no",
    ):
        return False
    if any(t.tag in ("CD", "NNP") for t in scene.tokens[first:last]):
        return True
    if lead.tag in ("DT", "PRP$", "PRP", "PDT") or lead.lower in ("several", "many", "some", "few", "dozens"):
        return True
    return found.tag in ("NN", "NNP")


def _holds(scene: Scene, clause: Clause, c: Condition) -> bool:
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
    for token in scene.tokens[first : _reach(scene, clause)]:
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
        return any(_one_of(t, c) for t in scene.tokens[part[0] : part[1]])
    return any(is_class(scene.tokens, part, name) for name in c.classes)


def negated(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says that something was not so: "not", "never", "nobody", "no copy"."""
    if clause.verb.negated:
        return True
    for part in (clause.subject, clause.object):
        if part is not None and scene.tokens[part[0]].lower in ("no", "nobody", "none", "neither", "nothing"):
            return True
    return False


def _from_verb(scene: Scene, clause: Clause, trigger: Trigger) -> Mention:
    tokens = scene.tokens
    roles = dict(trigger.roles)
    parts: list[tuple[str, Range]] = []
    for name, part, usual in (("subj", clause.doer, "actor"), ("obj", clause.undergoer, "target")):
        slot = roles.get(name, usual)
        if part is not None and slot != "nothing" and tokens[part[0]].lower not in ("it", "there", "which"):
            parts.append((slot, part))
    for prep, part in clause.preps:
        slot = roles.get(prep)
        if slot in ("actor", "target") and not is_time(tokens, part):
            parts.append((slot, part))
    first, last = clause.verb.main, clause.verb.main + 1
    carrying = _carrying(scene, clause, trigger)
    first = min([first, *carrying])
    last = max([last, *(at + 1 for at in carrying)])
    return Mention(trigger, (first, last), scene.extent(clause), clause, False, tuple(parts))


def _carrying(scene: Scene, clause: Clause, trigger: Trigger) -> list[int]:
    """The tokens beside the verb that carry the act with it: the particle and the words that its line asks for."""
    tokens = scene.tokens
    start = clause.verb.last
    found: list[int] = []
    if clause.particle:
        found += [n for n in range(start, min(start + 6, clause.last)) if tokens[n].lower == clause.particle][
            :1
        ]
    for item in trigger.alternatives:
        for c in item:
            if not c.positive or not c.words or c.name == "subj":
                continue
            if c.name in ("inf", "ing"):
                kids = scene.children(clause, "gerund" if c.name == "ing" else "infinitive")
                found += [k.verb.main for k in kids if k.lemma in c.words][:1]
            elif c.name == "has":
                found += [n for n in range(start, _reach(scene, clause)) if _one_of(tokens[n], c)][:1]
            elif c.name == "obj" and clause.object is not None:
                found += [n for n in range(*clause.object) if _one_of(tokens[n], c)][:1]
            else:
                parts = [r for p, r in clause.preps if p == c.name]
                found += [n for r in parts for n in range(*r) if _one_of(tokens[n], c)][:1]
    return [n for n in found if n < clause.verb.last + 14]


def _one_of(token: Token, c: Condition) -> bool:
    return token.lower in c.words or token.lemma in c.words


def _reach(scene: Scene, clause: Clause) -> int:
    return max(clause.last, scene.extent(clause)[1])


def _noun_mentions(scene: Scene, taken: set[int]) -> list[Mention]:
    found: list[Mention] = []
    table = noun_triggers()
    tokens = scene.tokens
    for at, token in enumerate(tokens):
        if at in taken or token.tag not in NOUNS or token.tag == "NNP":
            continue
        base = scene.chunks.nouns[scene.chunks.noun_of[at]] if scene.chunks.noun_of[at] >= 0 else (at, at + 1)
        if at + 1 < base[1] and tokens[at + 1].tag in NOUNS:
            continue
        for trigger in table.get(token.lemma, table.get(token.lower, ())):
            mention = _from_noun(scene, trigger, at, base)
            if mention is not None:
                found.append(mention)
                break
    return found


def _from_noun(scene: Scene, trigger: Trigger, at: int, base: Range) -> Mention | None:
    tokens = scene.tokens
    complements = _complements(scene, at)
    before = {t.lower for t in tokens[base[0] : at]}
    poss = _possessor(scene, base, at)
    wanted = False
    positives = False
    for item in trigger.alternatives:
        for c in item:
            if c.name == "adj":
                holds = bool(before & c.words)
            elif c.name == "any":
                holds = True
            elif c.name == "bare":
                holds = not before
            elif c.name == "poss":
                holds = poss is not None
            else:
                holds = any(
                    p == c.name and (not c.words or head(tokens, r).lower in c.words) for p, r in complements
                )
            if not c.positive:
                if holds:
                    return None
                continue
            positives = True
            wanted = wanted or holds
    clause = clause_of(scene, at)
    if positives and not wanted:
        return None
    if not positives and not _stands_out(tokens, base, complements, poss, clause):
        return None
    return _noun_mention(trigger, at, base, (complements, poss, clause))


def _stands_out(
    tokens: tuple[Token, ...],
    base: Range,
    complements: list[tuple[str, Range]],
    poss: Range | None,
    clause: Clause | None,
) -> bool:
    """Whether a noun tells something of its own: a complement, an owner, or no "the" before it."""
    if any(p in ("of", "by", "against", "on", "into") for p, _ in complements) or poss is not None:
        return True
    if tokens[base[0]].lower in _DEFINITE:
        return False
    return clause is None or clause.lemma in _PRESENTING


_QUANTIFIERS = wordset(
    "some many most several few both all half part number lot amount piece pieces bag bags kilograms tons ton kilogram"
)
_DEFINITE = wordset("the this that these those such his her their its any no")
_PRESENTING = wordset(
    "report denounce describe cite document allege endure suffer witness experience face see result lead follow carry"
    " conduct make be include continue occur begin start take hold increase rise document record confirm mention note"
)


def clause_of(scene: Scene, at: int) -> Clause | None:
    """The clause that covers a token: the last one that starts before it and has not ended."""
    best = None
    for clause in scene.clauses:
        if clause.first <= at < max(clause.last, clause.verb.last):
            best = clause
    return best


def _complements(scene: Scene, at: int) -> list[tuple[str, Range]]:
    """The prepositional phrases right after a noun: "of two men by the police"."""
    found: list[tuple[str, Range]] = []
    place = at + 1
    tokens = scene.tokens
    for _ in range(4):
        if place >= len(tokens) or tokens[place].tag not in ("IN", "TO"):
            break
        if scene.chunks.noun_from.get(place + 1) is None:
            break
        phrase = onward(scene.chunks, place + 1, len(tokens))
        if phrase is None:
            break
        base = scene.chunks.noun_from[place + 1]
        found.append((tokens[place].lower, phrase))
        place = (
            base[1]
            if tokens[min(base[1], len(tokens) - 1)].tag in ("IN", "TO") and tokens[base[1]].lower != "of"
            else phrase[1]
        )
    return found


def _possessor(scene: Scene, base: Range, at: int) -> Range | None:
    """Whose it is: "his arrest", "the man's arrest"."""
    tokens = scene.tokens
    if tokens[base[0]].tag == "PRP$":
        return base[0], base[0] + 1
    for place in range(base[0], at):
        if tokens[place].tag == "POS":
            return base[0], place
    return None


def _noun_mention(
    trigger: Trigger,
    at: int,
    base: Range,
    around: tuple[list[tuple[str, Range]], Range | None, Clause | None],
) -> Mention:
    complements, poss, clause = around
    roles = dict(trigger.roles)
    parts: list[tuple[str, Range]] = []
    last = at + 1
    for prep, phrase in complements:
        last = max(last, phrase[1])
        slot = roles.get(prep, "nothing")
        if slot in ("actor", "target"):
            parts.append((slot, phrase))
    if poss is not None and roles.get("poss", "nothing") in ("actor", "target"):
        parts.append((roles["poss"], poss))
    if clause is not None and "subj" in roles and clause.subject is not None and clause.subject[1] <= at:
        parts.append((roles["subj"], clause.subject))
    return Mention(trigger, (at, at + 1), (base[0], last), clause, True, tuple(parts))
