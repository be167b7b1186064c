"""Acts that a noun carries: "the arrest of two men", "several raids", "carried out executions".

Rules:
- A noun carries an act where a line of en/nouns.txt says so: with one of the complements or words that the line names;
  where it names none, with any complement or owner, or as something that there was ("NGOs reported torture").
- With "the" and nothing else it only speaks of an act told elsewhere.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.chunks import NOUNS, is_time
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.describing import described, is_inside
from testigo.reading.lists import wordset
from testigo.reading.noun_complements import IN_A_LIST, complements, only_names
from testigo.reading.noun_roles import supplied
from testigo.reading.one_deed import JUDGING
from testigo.reading.scenes import Mention, Scene, clause_of
from testigo.reading.tokens import Token
from testigo.reading.triggers import Condition, Trigger, noun_triggers
from testigo.value import replace


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
            mention = None if only_names(scene, trigger, base) else _from_noun(scene, trigger, at, base)
            if mention is not None:
                found.append(mention)
                break
    return found


_DESCRIBING = frozenset({"VBN", "JJ", "VBD"})


def from_noun(scene: Scene, trigger: Trigger, at: int) -> Mention:
    """The act of a trigger as the noun at a place tells it, whatever stands around it."""
    number = scene.chunks.noun_of[at]
    base = scene.chunks.nouns[number] if number >= 0 else (at, at + 1)
    behind = complements(scene, at)
    clause = clause_of(scene, at) or _heads_list(scene, at)
    found = _noun_mention(scene.tokens, trigger, at, base, (behind, _possessor(scene, base, at), clause))
    return replace(found, parts=tuple(supplied(scene, trigger.act, base, behind, list(found.parts), clause)))


def _heads_list(scene: Scene, at: int) -> Clause | None:
    """The clause whose subject is the end of a list that begins here: "Beatings, rape, and threats were common"."""
    after = next((c for c in scene.clauses if c.verb.first > at), None)
    if after is None or after.subject is None or not at < after.subject[0] < at + 24 or not after.verb.finite:
        return None
    between = scene.tokens[at + 1 : after.subject[0]]
    return after if between and all(t.tag in IN_A_LIST for t in between) else None


def _from_noun(scene: Scene, trigger: Trigger, at: int, base: Range) -> Mention | None:
    behind = complements(scene, at)
    poss = _possessor(scene, base, at)
    wanted = False
    positives = False
    for item in trigger.alternatives:
        for c in item:
            if c.name in ("of-which", "inside", "soon", "led", "sure"):
                holds = _placed(scene, c, at, base)
            elif c.name == "poss":
                holds = poss is not None
            else:
                holds = _described_as(scene, c, at, base) or any(
                    p == c.name and (not c.words or head(scene.tokens, r).lower in c.words) for p, r in behind
                )
            if not c.positive:
                if holds:
                    return None
                continue
            if c.name in _BESIDES and not holds:
                return None
            positives = True
            wanted = wanted or (holds and c.name not in _BESIDES)
    clause = clause_of(scene, at) or _heads_list(scene, at)
    wanted = wanted or (trigger.act in _OCCURRING and _occurs(scene, base, behind))
    people = is_class(scene.tokens, base, "person")
    wanted = wanted or (not people and _counted(scene.tokens, base, clause))
    if positives and not wanted:
        return None
    if not positives and not _stands_out(scene, base, behind, poss, clause):
        return None
    found = _noun_mention(scene.tokens, trigger, at, base, (behind, poss, clause))
    parts = supplied(scene, trigger.act, base, behind, list(found.parts), clause)
    return replace(found, parts=tuple(parts))


def _described_as(scene: Scene, c: Condition, at: int, base: Range) -> bool:
    """Whether the words before a noun, or the verb of its clause, are what a condition asks for."""
    before = {t.lower for t in scene.tokens[base[0] : at]}
    if c.name == "adj":
        return bool(before & c.words) or _begins_as(before, c.words)
    if c.name == "dated":
        return any(t.tag == "CD" and len(t.text) == 4 for t in scene.tokens[base[0] : at])
    if c.name == "modified":
        return any(t.tag in _MODIFYING for t in scene.tokens[base[0] : at])
    if c.name == "near":
        return not c.words.isdisjoint(scene.words)
    if c.name == "bare":
        return not before
    if c.name == "verb":
        near = clause_of(scene, at)
        return near is not None and near.lemma in c.words
    if c.name == "long":
        return any(word.endswith(_LONG) for word in before) or not before.isdisjoint(_YEARS)
    return c.name == "any"


_BESIDES = frozenset({"near", "led", "sure"})  # what must hold beside another condition
_MODIFYING = frozenset({"JJ", "NN", "NNP", "NNS", "VBN", "JJS"})


def _begins_as(before: set[str], words: frozenset[str]) -> bool:
    """Whether a word begins as a condition asks: "antiwar", "pro-EU" for "anti*,pro-*"."""
    starts = tuple([word[:-1] for word in words if word.endswith("*")])
    return bool(starts) and any(word.startswith(starts) for word in before)


def _placed(scene: Scene, c: Condition, at: int, base: Range) -> bool:
    """Whether a noun stands where a condition asks: "a wave of arrests", "while in custody", "deaths due to torture"."""
    if c.name == "of-which":
        return _part_of_what(scene, base) in c.words
    if c.name == "led":
        return base[0] > 0 and scene.tokens[base[0] - 1].lower in c.words
    if c.name == "sure":
        return True
    if c.name == "inside":
        return is_inside(scene.tokens, base)
    return any(t.lower in c.words for t in scene.tokens[at + 1 : at + 7])


def _stands_out(
    scene: Scene,
    base: Range,
    behind: list[tuple[str, Range]],
    poss: Range | None,
    clause: Clause | None,
) -> bool:
    """Whether a noun tells something of its own: a complement, an owner, or no "the" before it."""
    tokens = scene.tokens
    if any(p in ("of", "by", "against", "on", "into") for p, _ in behind) or poss is not None:
        return True
    if tokens[base[0]].lower not in _DEFINITE and (
        _meanwhile(scene, base) or _part_of_what(scene, _first_of_list(scene, base)) in _ROWS
    ):
        return True
    if _counted(tokens, base, clause) or _undergone(tokens, base[1]):
        return True
    if _part_of_what(scene, base) in ("threat", "threats") or _told_of(tokens, base):
        return True
    if tokens[base[0]].lower == "such" and clause is not None and clause.verb.first >= base[1]:
        return clause.lemma in _PRESENTING  # "Such arrests were most common before holidays"
    if tokens[base[0]].lower in _DEFINITE:
        told = clause is not None and clause.lemma in _COMMITTED and clause.verb.last <= base[0]
        return told or _happens(tokens, base[1] - 1, clause)
    if clause is None:
        return bool(behind)
    return clause.lemma in _PRESENTING or _occurs(scene, base, behind)


def _told_of(tokens: tuple[Token, ...], base: Range) -> bool:
    """The likes of "were responsible for most of the disappearances", "there were no arrests or prosecutions"."""
    before = tokens[max(0, base[0] - 5) : base[0]]
    if any(token.lower == "responsible" for token in before):
        return True
    return tokens[base[0]].lower == "no" and any(token.tag == "EX" for token in before[-4:])


def _undergone(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether somebody is said to have gone through what stands before: "torture he suffered in the first weeks"."""
    if at + 1 >= len(tokens) or tokens[at].tag != "PRP":
        return False
    return any(token.lemma in _UNDERGOING for token in tokens[at + 1 : at + 3])


_UNDERGOING = wordset("suffer endure undergo experience face receive")


def _meanwhile(scene: Scene, base: Range) -> bool:
    """Whether a noun tells what went on: "during a search", "after months of beatings", "confessed under torture"."""
    before = scene.tokens[base[0] - 1].lower if base[0] else ""
    return before in _WHEN


def _first_of_list(scene: Scene, base: Range) -> Range:
    """The first noun of the list that a noun stands in: "killings" for "rape" in "accusations of killings, abductions and rape"."""
    while base[0] > 2 and scene.tokens[base[0] - 1].lower in (",", "and", "or"):
        end = base[0] - 1
        end -= scene.tokens[end - 1].text == ","
        before = scene.chunks.noun_upto.get(end)
        if before is None:
            break
        base = before
    return base


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
    " result campaign surge rise number evidence degree degrees forms types kinds patterns use practice"
)
_COUNTING = wordset("record register count report log list confirm verify tally note see total")
_MANY = wordset("several many numerous dozens hundreds scores countless some")
_YEARS = wordset("years months weeks days")  # "six years' imprisonment"
_LONG = ("-year", "-month", "-day", "-week", "-years")


def _occurs(scene: Scene, base: Range, behind: list[tuple[str, Range]]) -> bool:
    """Whether a noun is told as one occurrence or a count of them: "a meeting on April 12", "88 protests in May"."""
    tokens = scene.tokens
    first = tokens[base[0]]
    if first.lower not in ("a", "an", "another") and first.tag != "CD":
        return False
    after = scene.chunks.noun_from.get(base[1])
    soon = after is not None and is_time(tokens, after)
    return soon or any(is_time(tokens, r) or tokens[r[1] - 1].tag == "NNP" for _, r in behind)


_OCCURRING = wordset("meeting resistance search killing crackdown indoctrination")


def _happens(tokens: tuple[Token, ...], at: int, clause: Clause | None) -> bool:
    """Whether something is told of a known act itself: "The trial lasted half a day", "The raid began at four"."""
    named = clause is not None and clause.subject is not None and clause.subject[0] <= at < clause.subject[1]
    return named and clause is not None and clause.lemma in _HAPPENING and tokens[at].tag in ("NN", "NNS")


_COMMITTED = JUDGING | wordset("commit perpetrate")  # "committed most of these killings"
_DEFINITE = wordset("the this that these those such his her their its any no")
_HAPPENING = wordset(
    "last begin start open end conclude occur happen resume continue spread intensify expand escalate"
)
_PRESENTING = wordset(
    "commit perpetrate involve allege claim deny stop halt condemn protest practice practise carry perform suffer sustain"
    " undergo fear cause provoke prompt spark resume multiply spread grow intensify escalate peak fall follow come go "
    "report denounce describe cite document allege endure suffer witness experience face see result lead follow carry"
    " conduct make be include continue occur begin start take hold increase rise document record confirm mention note"
    " double triple quadruple decline decrease drop soar surge jump spike remain persist prevail subject use employ inflict rely engage resort"
)


def _possessor(scene: Scene, base: Range, at: int) -> Range | None:
    """Whose it is: "his arrest", "the man's arrest"."""
    tokens = scene.tokens
    for place in range(base[0], at):
        if tokens[place].tag == "POS":  # "her husband's arrest"
            first = base[0]
            joined = first > 1 and tokens[first - 1].lower == "and" and tokens[first].tag == "NNP"
            before = scene.chunks.noun_upto.get(first - 1) if joined else None
            named = before is not None and tokens[before[1] - 1].tag == "NNP"
            return (before[0] if before is not None and named else first), place
    return (base[0], base[0] + 1) if tokens[base[0]].tag == "PRP$" else None


def _owners(tokens: tuple[Token, ...], poss: Range) -> list[Range]:
    """Each of two names whose it is: "Karim and Sokol's arrests"."""
    at = next((n for n in range(poss[0] + 1, poss[1] - 1) if tokens[n].lower == "and"), 0)
    named = at and all(token.tag == "NNP" for token in tokens[poss[0] : at] + tokens[at + 1 : poss[1]])
    return [(poss[0], at), (at + 1, poss[1])] if named else [poss]


def _noun_mention(
    tokens: tuple[Token, ...],
    trigger: Trigger,
    at: int,
    base: Range,
    around: tuple[list[tuple[str, Range]], Range | None, Clause | None],
) -> Mention:
    behind, poss, clause = around
    roles = dict(trigger.roles)
    parts: list[tuple[str, Range]] = []
    last = at + 1
    for prep, phrase in behind:
        last = max(last, phrase[1])
        slot = roles.get(prep, "nothing")
        if slot in ("actor", "target"):
            goal = next((n for n in range(phrase[0] + 1, phrase[1]) if tokens[n].tag == "TO"), phrase[1])
            parts.append((slot, (phrase[0], goal)))  # "the extradition of the poet to Minsk"
    if poss is not None and roles.get("poss", "nothing") in ("actor", "target"):
        done = roles["poss"] == roles.get("of") == "target" and any(slot == "target" for slot, _ in parts)
        owners = _owners(tokens, poss)
        parts += [
            ("actor" if done else roles["poss"], owner) for owner in owners
        ]  # "Minsk's extradition of the poet"
    if clause is not None and "subj" in roles and clause.subject is not None and clause.subject[1] <= at:
        whom: Range | None = clause.subject
        if roles["subj"] == "target" and is_class(tokens, clause.subject, "authority"):
            whom = clause.undergoer if clause.undergoer is not None and clause.undergoer[1] <= at else None
        if whom is not None:
            parts.append((roles["subj"], whom))
    return Mention(trigger, (at, at + 1), (base[0], last), clause, True, tuple(parts))
