"""Acts that a noun carries: "the arrest of two men", "several raids", "carried out executions".

Rules:
- A noun carries an act where a line of en/nouns.txt says so: with one of the complements or words that the line names;
  where it names none, with any complement or owner, or as something that there was ("NGOs reported torture").
- With "the" and nothing else it only speaks of an act told elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from testigo.reading.arguments import Range
from testigo.reading.chunks import NOUNS, is_time
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.describing import described, is_inside
from testigo.reading.lists import wordset
from testigo.reading.noun_roles import supplied
from testigo.reading.phrases import onward
from testigo.reading.scenes import Mention, Scene, clause_of
from testigo.reading.tokens import Token
from testigo.reading.triggers import Condition, Trigger, noun_triggers


def noun_mentions(scene: Scene, taken: set[int]) -> list[Mention]:
    """The acts that nouns of a sentence carry; words already taken by verbs are left out."""
    found: list[Mention] = []
    table = noun_triggers()
    tokens = scene.tokens
    for at, token in enumerate(tokens):
        if at in taken or token.tag not in NOUNS or token.tag == "NNP":
            if token.tag in _DESCRIBING and at not in taken and token.lower in table:
                found += described(scene, table[token.lower], at)
            continue
        base = scene.chunks.nouns[scene.chunks.noun_of[at]] if scene.chunks.noun_of[at] >= 0 else (at, at + 1)
        if at + 1 < base[1] and tokens[at + 1].tag in NOUNS:
            continue
        for trigger in table.get(token.lemma, table.get(token.lower, ())):
            mention = None if _only_names(scene, trigger, base) else _from_noun(scene, trigger, at, base)
            if mention is not None:
                found.append(mention)
                break
    return found


_DESCRIBING = frozenset({"VBN", "JJ", "VBD"})


def _only_names(scene: Scene, trigger: Trigger, base: Range) -> bool:
    """Whether a noun only says what for or how long: "on charges of theft", "three years of forced labor"."""
    before = [t.lower for t in scene.tokens[max(0, base[0] - 2) : base[0]]]
    if trigger.kind == "event" and _laid_down(scene, base):
        return True
    if trigger.kind == "condition" and (before[-1:] == ["about"] or _killed_by(scene, before, base)):
        return True  # "died of starvation"
    if trigger.act == "contact" and before[-1:] and before[-1] in _MEANWHILE:
        return True  # "asked during a phone call"
    if trigger.act == "policy" and (before[-1:] == ["under"] or _of_an_act(scene, base)):
        return True  # "to work under threat of arrest", "the threat of detention"
    if before == ["fear", "of"] or (trigger.act == "fear" and before[-1:] == ["for"]):
        return True  # "for fear of reprisal"
    if trigger.act == "trial" and before[-1:] in (["on"], ["in"], ["under"]):
        return True
    if trigger.kind == "event" and (
        trigger.act == "bribery" or (trigger.act == "sentence" and before[-1:] == ["to"])
    ):
        clause = clause_of(scene, base[0])
        wanted = _ASKING if trigger.act == "bribery" else _LESSENING
        return clause is not None and clause.lemma in wanted
    return trigger.act == "forced_labor" and len(before) == 2 and before[1] == "of" and before[0] in _LENGTHS


def _killed_by(scene: Scene, before: list[str], base: Range) -> bool:
    """Whether a noun tells what somebody died of."""
    clause = clause_of(scene, base[0]) if before[-1:] in (["of"], ["from"]) else None
    return clause is not None and clause.lemma in _DYING


def _laid_down(scene: Scene, base: Range) -> bool:
    """Whether a noun is only what a law forbids or allows: "the constitution prohibited arbitrary arrest"."""
    clause = clause_of(scene, base[0]) or _listed_in(scene, base[0])
    laying = clause is not None and (clause.lemma in _LAYING or _is_law(scene, clause))
    lays = laying and clause is not None and clause.verb.last <= base[0]
    return lays and clause is not None and not clause.passive and clause.kind != "infinitive"


def _is_law(scene: Scene, clause: Clause) -> bool:
    """Whether a law is what does it: "amendments that increase penalties"."""
    return clause.doer is not None and is_class(scene.tokens, clause.doer, "law")


def _listed_in(scene: Scene, at: int) -> Clause | None:
    """The clause whose list of nouns goes on to here: "prohibited arbitrary arrest and detention"."""
    last = next((c for c in reversed(scene.clauses) if c.verb.last <= at), None)
    if last is None or any(t.tag not in _IN_A_LIST for t in scene.tokens[last.verb.last : at]):
        return None
    return last


def _of_an_act(scene: Scene, base: Range) -> bool:
    """Whether a threat names what it threatens with, which is the act: "the threat of arrest"."""
    after = scene.chunks.noun_from.get(base[1] + 1)
    if scene.tokens[base[1] - 1].lemma != "threat" or after is None or scene.tokens[base[1]].lower != "of":
        return False
    return scene.tokens[after[1] - 1].lemma in noun_triggers()


def _heads_list(scene: Scene, at: int) -> Clause | None:
    """The clause whose subject is the end of a list that begins here: "Beatings, rape, and threats were common"."""
    after = next((c for c in scene.clauses if c.verb.first > at), None)
    if after is None or after.subject is None or not at < after.subject[0] < at + 24 or not after.verb.finite:
        return None
    between = scene.tokens[at + 1 : after.subject[0]]
    return after if between and all(t.tag in _IN_A_LIST for t in between) else None


_IN_A_LIST = frozenset({"NN", "NNS", "NNP", "JJ", "CC", ",", "DT", "IN", "RB"})
_LAYING = wordset(
    "prohibit forbid ban outlaw criminalize criminalise penalize allow permit provide protect guarantee regulate"
)
_LESSENING = wordset("reduce commute cut lower shorten change")
_DYING = wordset("die perish kill")
_MEANWHILE = wordset("during in by via through")
_ASKING = wordset("demand accept pay take solicit receive extort want offer give refuse")
_LENGTHS = wordset("years months year month weeks days term sentence")


def _from_noun(scene: Scene, trigger: Trigger, at: int, base: Range) -> Mention | None:
    complements = _complements(scene, at)
    poss = _possessor(scene, base, at)
    wanted = False
    positives = False
    for item in trigger.alternatives:
        for c in item:
            if c.name in ("of-which", "inside", "soon"):
                holds = _placed(scene, c, at, base)
            elif c.name == "poss":
                holds = poss is not None
            else:
                holds = _described_as(scene, c, at, base) or any(
                    p == c.name and (not c.words or head(scene.tokens, r).lower in c.words)
                    for p, r in complements
                )
            if not c.positive:
                if holds:
                    return None
                continue
            positives = True
            wanted = wanted or holds
    clause = clause_of(scene, at) or _heads_list(scene, at)
    wanted = wanted or (trigger.act in _OCCURRING and _occurs(scene, base, complements))
    wanted = wanted or _counted(scene.tokens, base, clause)
    if positives and not wanted:
        return None
    if not positives and not _stands_out(scene, base, complements, poss, clause):
        return None
    found = _noun_mention(trigger, at, base, (complements, poss, clause))
    parts = supplied(scene, trigger.act, base, complements, list(found.parts), clause)
    return replace(found, parts=tuple(parts))


def _described_as(scene: Scene, c: Condition, at: int, base: Range) -> bool:
    """Whether the words before a noun, or the verb of its clause, are what a condition asks for."""
    before = {t.lower for t in scene.tokens[base[0] : at]}
    if c.name == "adj":
        return bool(before & c.words)
    if c.name == "bare":
        return not before
    if c.name == "verb":
        near = clause_of(scene, at)
        return near is not None and near.lemma in c.words
    if c.name == "long":
        return any(word.endswith(_LONG) for word in before) or not before.isdisjoint(_YEARS)
    return c.name == "any"


def _placed(scene: Scene, c: Condition, at: int, base: Range) -> bool:
    """Whether a noun stands where a condition asks: "a wave of arrests", "while in custody", "deaths due to torture"."""
    if c.name == "of-which":
        return _part_of_what(scene, base) in c.words
    if c.name == "inside":
        return is_inside(scene.tokens, base)
    return any(t.lower in c.words for t in scene.tokens[at + 1 : at + 7])


def _stands_out(
    scene: Scene,
    base: Range,
    complements: list[tuple[str, Range]],
    poss: Range | None,
    clause: Clause | None,
) -> bool:
    """Whether a noun tells something of its own: a complement, an owner, or no "the" before it."""
    tokens = scene.tokens
    if any(p in ("of", "by", "against", "on", "into") for p, _ in complements) or poss is not None:
        return True
    if tokens[base[0]].lower not in _DEFINITE and (
        _meanwhile(scene, base) or _part_of_what(scene, base) in _ROWS
    ):
        return True
    if _counted(tokens, base, clause):
        return True
    if _part_of_what(scene, base) in ("threat", "threats"):
        return True
    if tokens[base[0]].lower == "such" and clause is not None and clause.verb.first >= base[1]:
        return clause.lemma in _PRESENTING  # "Such arrests were most common before holidays"
    if tokens[base[0]].lower in _DEFINITE:
        return _happens(tokens, base[1] - 1, clause)
    if clause is None:
        return bool(complements)
    return clause.lemma in _PRESENTING or _occurs(scene, base, complements)


def _meanwhile(scene: Scene, base: Range) -> bool:
    """Whether a noun tells what went on: "during a search", "after months of beatings", "confessed under torture"."""
    before = scene.tokens[base[0] - 1].lower if base[0] else ""
    return before in _WHEN


def _part_of_what(scene: Scene, base: Range) -> str:
    """The noun that this one is "of": "signs" in "signs of torture"."""
    if base[0] < 2 or scene.tokens[base[0] - 1].lower != "of":
        return ""
    return scene.tokens[base[0] - 2].lower


def _counted(tokens: tuple[Token, ...], base: Range, clause: Clause | None) -> bool:
    """Whether somebody counted occurrences: "recorded 88 protests in May and 132 arrests"."""
    if clause is None or clause.lemma not in _COUNTING or clause.verb.last > base[0]:
        return False
    first = tokens[base[0]]
    return first.tag == "CD" or first.lower in _MANY or any(t.tag == "CD" for t in tokens[base[0] : base[1]])


_WHEN = wordset("during following after amid under since")
_ROWS = wordset(
    "series wave waves spate string rash round rounds storm months weeks days years hours sign signs mark marks trace traces"
    " victim victims survivor survivors case cases act acts instances incidents account accounts allegations reports"
    " result campaign surge rise number evidence"
)
_COUNTING = wordset("record register count report log list confirm verify tally note see total")
_MANY = wordset("several many numerous dozens hundreds scores countless some")
_YEARS = wordset("years months weeks days")  # "six years' imprisonment"
_LONG = ("-year", "-month", "-day", "-week", "-years")


def _occurs(scene: Scene, base: Range, complements: list[tuple[str, Range]]) -> bool:
    """Whether a noun is told as one occurrence or a count of them: "a meeting on April 12", "88 protests in May"."""
    tokens = scene.tokens
    first = tokens[base[0]]
    if first.lower not in ("a", "an", "another") and first.tag != "CD":
        return False
    after = scene.chunks.noun_from.get(base[1])
    soon = after is not None and is_time(tokens, after)
    return soon or any(is_time(tokens, r) or tokens[r[1] - 1].tag == "NNP" for _, r in complements)


_OCCURRING = wordset("meeting resistance search killing crackdown indoctrination")


def _happens(tokens: tuple[Token, ...], at: int, clause: Clause | None) -> bool:
    """Whether something is told of a known act itself: "The trial lasted half a day", "The raid began at four"."""
    named = clause is not None and clause.subject is not None and clause.subject[0] <= at < clause.subject[1]
    return named and clause is not None and clause.lemma in _HAPPENING and tokens[at].tag in ("NN", "NNS")


_DEFINITE = wordset("the this that these those such his her their its any no")
_HAPPENING = wordset("last begin start open end conclude occur happen resume continue")
_PRESENTING = wordset(
    "commit perpetrate involve allege deny stop halt condemn protest practice practise carry perform suffer sustain"
    " undergo fear cause provoke prompt spark resume multiply spread grow intensify escalate peak fall follow come go "
    "report denounce describe cite document allege endure suffer witness experience face see result lead follow carry"
    " conduct make be include continue occur begin start take hold increase rise document record confirm mention note"
    " remain persist prevail subject use employ inflict rely"
)


def _complements(scene: Scene, at: int) -> list[tuple[str, Range]]:
    """The prepositional phrases right after a noun: "of two men by the police"."""
    found: list[tuple[str, Range]] = []
    tokens = scene.tokens
    place = _past_others(scene, at + 1)
    shared = place > at + 1
    for _ in range(4):
        if place >= len(tokens) or tokens[place].tag not in ("IN", "TO"):
            break
        if scene.chunks.noun_from.get(place + 1) is None:
            break
        phrase = onward(scene.chunks, place + 1, len(tokens))
        if phrase is None:
            break
        base = scene.chunks.noun_from[place + 1]
        if shared and tokens[place].lower not in _SHARED:
            break
        found.append((tokens[place].lower, phrase))
        place = (
            base[1]
            if tokens[min(base[1], len(tokens) - 1)].tag in ("IN", "TO") and tokens[base[1]].lower != "of"
            else phrase[1]
        )
    return found


def _past_others(scene: Scene, place: int) -> int:
    """Past the other acts of a row, whose complement this noun shares: "the arrest, detention and torture of two men"."""
    tokens = scene.tokens
    at = place
    while at < min(len(tokens) - 1, place + 12) and tokens[at].tag in ("CC", ","):
        while at < len(tokens) - 1 and tokens[at].tag in ("CC", ","):
            at += 1
        base = scene.chunks.noun_from.get(at)
        if base is None or tokens[base[1] - 1].lemma not in noun_triggers():
            return place
        at = base[1]
        if at < len(tokens) and tokens[at].lower in _SHARED:
            return at
    return place


_SHARED = wordset("of by against")


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
