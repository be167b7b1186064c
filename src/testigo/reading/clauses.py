"""The clauses of a sentence: one for each verb group, with who does what to whom by the order of the words.

Rules:
- A finite verb takes the noun phrase before it as subject; after "who" or "which" it takes what these stand for.
- A verb joined by "and" or a comma shares subject, voice and governor with the verb before it.
- "to" and a verb: who acts is the object of an ordering or forcing verb, else the subject of the verb it hangs on.
- An "-ing" form after "for" or "of" belongs to the one it is held against; after other words to the subject.
- A participle right after a noun, or in a headline, is a passive clause about that noun.
- A clause reaches from its subject to where the next one starts; what hangs on it (infinitive, "-ing" form) extends it.
More than 400 lines because subject, voice and governor of a verb are settled in one sequence over the sentence.
"""

from __future__ import annotations

from testigo.reading.arguments import (
    PHRASAL,
    RELATIVES,
    TERMS,
    WITH_PARTICLE,
    Range,
    base_at,
    object_ceiling,
    onward,
    past_approximators,
    prepositions,
    sentence_end,
    shortened,
    two_objects,
)
from testigo.reading.chunks import Chunks, VerbGroup, is_time
from testigo.reading.controllers import controller
from testigo.reading.finite import NEEDS_WHOM
from testigo.reading.going_on import before_the_next, done_to, of_another, passed_over, turned_round
from testigo.reading.late_objects import late_object
from testigo.reading.lists import wordset
from testigo.reading.openings import STOPS, clause_first, subject_of_its_own
from testigo.reading.phrases import upto
from testigo.reading.relative_ends import before_bidden
from testigo.reading.relatives import (
    acts_on_it,
    after_relative,
    behind_list,
    contact,
    has_object,
    in_which,
    inserted,
    of_whose,
    owned,
    past_aside,
)
from testigo.reading.set_off import (
    aside_before,
    gapped,
    inverted_participle,
    inverted_subject,
    kept_from,
    late_agent,
    of_the_doer,
    of_the_owner,
    opening,
    over_participle,
    past_time,
    resumed,
    set_off,
    shared_agents,
    shared_objects,
    subject_set_off,
    told_before,
    under_the_verb,
)
from testigo.reading.subjects import antecedent, floor_before, is_occasion, last_person, subject_before
from testigo.reading.tokens import Token
from testigo.reading.told_inside import subject_around
from testigo.value import replace, value

_PARTICLES = wordset("up away over out off down back together in around along through apart aside")
_HOLDING = wordset("have leave find order want")  # "had their visits suspended", "found three men beaten"
_AFTER_OBJECT = wordset("on off in up down over out")
_BARE = wordset("let make help have see hear watch")


@value
class Clause:
    """One clause; all numbers are token numbers of its sentence, ranges half open.

    kind: main, joined, relative, infinitive, gerund or participle. governor: the clause that it hangs on.
    subject, object: as grammar has them; agent: after "by". preps: (preposition, phrase) in order.
    """

    number: int
    verb: VerbGroup
    kind: str
    governor: int | None
    passive: bool
    subject: Range | None
    object: Range | None
    agent: Range | None
    particle: str
    preps: tuple[tuple[str, Range], ...]
    first: int
    last: int
    link: str = ""
    lemma: str = ""
    object2: Range | None = None

    @property
    def doer(self) -> Range | None:
        """Who acts."""
        return self.agent if self.passive else self.subject

    @property
    def undergoer(self) -> Range | None:
        """Whom or what it is done to."""
        return self.subject if self.passive else self.object


def clauses(chunks: Chunks, *, headline: bool = False) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order of their verbs."""
    found: list[Clause] = []
    for number, group in enumerate(chunks.verbs):
        found.append(_clause(chunks, number, group, found, headline=headline))
    if not found:
        return ()
    end = sentence_end(chunks.sentence.tokens)
    whole = tuple(found)
    for number, clause in enumerate(whole):
        main, stop = clause.verb.main, -1
        for later in range(number + 1, len(whole)):
            other = whole[later]
            start = other.first if other.first > main else other.verb.first
            stop = start if stop < 0 or start < stop else stop
        found[number] = _complete(chunks, clause, max(clause.verb.last, end if stop < 0 else stop))
    return tuple(_settle(found, chunks.sentence.tokens))


def _clause(chunks: Chunks, number: int, group: VerbGroup, before: list[Clause], *, headline: bool) -> Clause:
    """The clause as far as the words before its verb tell."""
    tokens = chunks.sentence.tokens
    at = group.first
    while at > 0 and (tokens[at - 1].tag in ("RB", "RBR", "RBS", "``", "''") or _adverbs_joined(tokens, at)):
        at -= 1
    at = past_time(chunks, at) if before else at
    link = tokens[at - 1] if at else None
    bare = not group.finite and group.modal != "to" and tokens[group.first].tag in ("VBN", "VBD")
    joined = _linked(chunks, at, group, before)
    if joined is not None:
        own = tokens[group.main].lemma in _DONE_BY_ONESELF  # "had been tortured and died"
        passive = group.passive or (bare and before[joined].passive and not own)
        if (
            group.finite
            and not group.passive
            and (before[joined].passive or before[joined].lemma in ("remain", "stay"))
            and tokens[group.first].tag in ("VBD", "VBN")
        ):
            passive = _looks_passive(chunks, group, before[joined])
        word = link.lower if link is not None else ""
        main = tokens[group.main].lemma
        around = subject_around(chunks, before[joined], at) if group.finite else None
        if around is not None:
            return Clause(
                number, group, "main", None, group.passive, around, None, None, "", (), around[0], group.last,
                word, main,
            )  # fmt: skip
        return Clause(
            number, group, "joined", joined, passive, None, None, None, "", (), at, group.last, word, main
        )
    kind, subj, governor = _role(chunks, group, at, link, before)
    passive = group.passive or bare
    past = kind == "main" and group.finite and tokens[group.main].tag == "VBD" and not group.passive
    if past and gapped(chunks, group, at, before) is not None and _looks_passive(chunks, group, before[-1]):
        passive = True  # "were evicted and their permits revoked"
    if headline and kind == "main" and not group.passive and tokens[group.main].tag in ("VBD", "VBN"):
        passive = not has_object(chunks, group)
    hangs = kind == "participle" and bool(before) and (governor is None or subj is not None)
    first = at if hangs else clause_first(tokens, at, subj, kind)
    stands_for = None
    if (
        kind == "relative"
        and subj is not None
        and subj[0] > 0
        and tokens[subj[0] - 1].lower in ("which", "that", "whom", "who")
    ):
        stands_for = None if in_which(chunks, subj[0]) else antecedent(chunks, subj[0] - 1)
    elif kind == "relative" and subj is not None and tokens[at - 1].lower not in RELATIVES:
        stands_for = owned(chunks, subj[0]) or contact(chunks, group, subj)
        if tokens[subj[0]].lower == "whose" and acts_on_it(chunks, group, subj):
            stands_for, subj = (subj[0], subj[1] - 1), (subj[1] - 1, subj[1])
    word = link.lower if link is not None else ""
    main = tokens[group.main].lemma
    return Clause(
        number, group, kind, governor, passive, subj, stands_for, None, "", (), first, group.last, word, main
    )


def _adverbs_joined(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "and" before a token joins two adverbs: "actively and pervasively monitored"."""
    joins = at > 1 and tokens[at - 1].tag == "CC" and tokens[at].tag == "RB"
    return joins and tokens[at - 2].tag == "RB"


def _looks_passive(chunks: Chunks, group: VerbGroup, before: Clause) -> bool:
    """After "was arrested and", a past form without object is a participle ("sentenced to", "released")."""
    lemma = chunks.sentence.tokens[group.main].lemma
    if lemma in _WITH_TWO:  # "was held in a cell and denied care"
        return before.passive
    if lemma in ("get", "receive", "serve", "face", "lose"):  # "was charged and got two years"
        return False
    if lemma == "return" and before.passive and before.lemma in _GIVEN_BACK:
        return not has_object(chunks, group)  # "was detained and returned to China"
    if not before.passive:  # "remained under arrest and barred from leaving"
        return lemma in _ALWAYS_WITH_OBJECT and not has_object(chunks, group)
    return before.passive and not has_object(chunks, group) and lemma not in _NEVER_PASSIVE


_GIVEN_BACK = wordset(
    "detain arrest catch capture intercept seize hold put place round deport stop load hand apprehend"
)
_ALWAYS_WITH_OBJECT = wordset("bar ban prohibit forbid deny deprive prevent detain hold charge")
_DONE_BY_ONESELF = wordset("die flee become disappear go come remain escape vanish survive starve perish")
_WITH_TWO = wordset("fine deny grant refuse award")
_NEVER_PASSIVE = wordset(
    "spend die go come serve remain live work return flee become begin disappear arrive leave escape survive vanish"
)


def _linked(chunks: Chunks, at: int, group: VerbGroup, before: list[Clause]) -> int | None:
    """The clause that this verb goes on with, past an aside that names who tells it; None if it starts anew."""
    if group.finite and aside_before(chunks, at, before):
        return told_before(before)
    joined = _joined_to(chunks, at, group, before)
    return before[-1].number if joined is None and _in_a_row(chunks, at, group, before) else joined


def _joined_to(  # noqa: C901, PLR0911  # one line per form
    chunks: Chunks, at: int, group: VerbGroup, before: list[Clause]
) -> int | None:
    """The clause whose verb this one is joined to by "and", "or", "but", "then" or a comma, or None."""
    tokens = chunks.sentence.tokens
    link = tokens[at - 1] if at else None
    if (
        link is None
        or not before
        or link.lower == "nor"
        or (link.tag not in ("CC", ",") and link.lower != ";")
    ):
        return None
    comma = tokens[at - 1].tag == ","
    form = tokens[group.first].tag
    for other in reversed(before):
        if other is before[-1] and _goes_on(tokens, at, group, other):
            return other.number
        stopped = _stopped(tokens[other.verb.last : at - 1])
        if passed_over(group, tokens, other, before, at) or of_another(group, tokens, other, before):
            continue
        if stopped and not other.verb.finite and _only_quoted(tokens[other.verb.last : at - 1]):
            continue  # "convicted of “spying” and “engaging in espionage,” and sentenced"
        if other.kind == "relative" and comma and not stopped:
            if _in_a_row_of_passives(tokens, group, other, before) or _does_more(
                tokens, group, other, before
            ):
                return other.number
            continue
        if stopped or (
            comma and (subject_set_off(tokens, other, at) or subject_of_its_own(chunks, group, other, at))
        ):
            return None
        theirs = tokens[other.verb.first].tag
        if (
            group.finite
            and other.verb.finite
            and not (comma and tokens[group.first].tag in ("VBZ", "VBP", "MD"))
        ):
            return other.number
        if form == "TO" and theirs == "TO":
            return other.number
        if form == "VB" and theirs in ("TO", "MD"):
            return other.number
        if form == "VBG" and not comma and "VBG" in (theirs, tokens[other.verb.main].tag):
            return other.number
        alike = (
            form == theirs == "VBN" and other.verb.finite
        )  # "selectively arrested and prosecuted opponents"
        if not comma and (alike or (other is before[-1] and _done_to_as_well(tokens, group, other))):
            return other.number
        reduced = other.kind == "participle" and other.subject is not None
        if (
            form == "VBN"
            and (other.passive or other.verb.perfect)
            and not reduced
            and not (comma and _far(other, at))
        ):
            return other.number
    return None


def _done_to_as_well(tokens: tuple[Token, ...], group: VerbGroup, other: Clause) -> bool:
    """Whether a past form goes on with a participle: "several teachers, arrested in May and released in June"."""
    alone = group.last - group.first == 1 and group.last < len(tokens)
    alike = alone and tokens[group.first].tag == "VBD" and tokens[group.first].lower.endswith("ed")
    return (
        alike
        and tokens[other.verb.main].tag == "VBN"
        and (
            (other.kind == "gerund" and other.passive)
            or (other.kind == "participle" and tokens[other.verb.first - 1].lower in _SET_OFF)
        )
        and (tokens[group.last].tag in ("IN", "TO", ".", ",", "NNP") and tokens[group.last].lower != "that")
        and tokens[group.main].lemma not in _NEVER_PASSIVE
    )


_SET_OFF = wordset(", who arbitrarily reportedly allegedly")


def _stopped(between: tuple[Token, ...]) -> bool:
    """Whether a stop stands between two verbs; a quotation that opens and closes there is none."""
    marks = [t.tag for t in between if t.tag in ("``", "''")]
    straight = all(t.lower == '"' for t in between if t.tag in ("``", "''"))
    paired = marks == ["``", "''"] * (len(marks) // 2) or (straight and len(marks) % 2 == 0)
    return any(t.lower in STOPS and not (paired and t.tag in ("``", "''")) for t in between)


def _only_quoted(between: tuple[Token, ...]) -> bool:
    """Whether no other stop than quotation marks stands between two verbs."""
    return all(t.lower not in STOPS or t.tag in ("``", "''") for t in between)


def _in_a_row_of_passives(
    tokens: tuple[Token, ...], group: VerbGroup, other: Clause, before: list[Clause]
) -> bool:
    """Whether a form goes on with a passive of a relative clause: "seven leaders who were arrested, convicted of spying"."""
    if not other.passive or other.subject is None or tokens[group.first].tag not in ("VBN", "VBD"):
        return False
    alone = group.last - group.first == 1 and group.last < len(tokens)
    follows = alone and tokens[group.last].tag in ("IN", "TO", ",", "CC")
    start = other.subject[0]
    return follows and any(c.kind == "main" and c.verb.finite and c.verb.last <= start for c in before)


def _does_more(tokens: tuple[Token, ...], group: VerbGroup, other: Clause, before: list[Clause]) -> bool:
    """Whether who did it does more to whom: "stopped by soldiers, who took her phone, | slapped her and left"."""
    whom = tokens[group.last].tag if group.last < len(tokens) else ""
    if other.passive or other.subject is None or group.passive or not whom.startswith("PRP"):
        return False
    start = other.subject[0]
    by = start > 0 and tokens[start - 1].lower == "by"
    return by and any(c.passive and c.verb.finite and c.verb.last <= start for c in before)


def _goes_on(tokens: tuple[Token, ...], at: int, group: VerbGroup, other: Clause) -> bool:
    """Whether a semicolon alone parts a verb from the one before it: "beat him; denied him food and sleep; and left"."""
    semicolon = at - 1 if tokens[at - 1].lower == ";" else at - 2
    if semicolon < other.verb.last or tokens[semicolon].lower != ";" or group.passive:
        return False
    if other.kind not in ("main", "joined") or not (group.finite and other.verb.finite):
        return False
    alike = tokens[group.first].tag == tokens[other.verb.first].tag == "VBD"
    return alike and not any(t.lower in STOPS and t.lower != ";" for t in tokens[other.verb.last : semicolon])


def _in_a_row(chunks: Chunks, at: int, group: VerbGroup, before: list[Clause]) -> bool:
    """Whether a form after a comma is one of a row: "killed 32, injured 95, and arrested 143", "kick baskets, take scales"."""
    tokens = chunks.sentence.tokens
    if not before or before[-1].passive or tokens[at - 1].text != "," or group.passive:
        return False
    other = before[-1]
    form, theirs = tokens[group.first].tag, tokens[other.verb.main].tag
    alike = form in ("VBN", "VBD") and theirs == "VBD"
    if form in ("VBZ", "VBP") and form == theirs and group.last - group.first == 1:
        alike = other.verb.last in chunks.noun_from or tokens[other.verb.last].tag == "RP"
    if not alike or other.kind not in ("main", "joined") or subject_set_off(tokens, other, at):
        return False
    return has_object(chunks, group) and at - other.verb.last < 12


def _far(other: Clause, at: int) -> bool:
    return at - other.verb.last > 12


def _role(
    chunks: Chunks, group: VerbGroup, at: int, link: Token | None, before: list[Clause]
) -> tuple[str, Range | None, int | None]:
    """Kind, subject (as far as it stands before the verb) and governor."""
    tokens = chunks.sentence.tokens
    last = before[-1].number if before else None
    if group.modal == "to" or (
        tokens[group.first].tag == "VB" and before and at > 0 and before[-1].lemma in _BARE
    ):
        return "infinitive", None, over_participle(before) if group.modal == "to" else last
    if group.finite:
        return _finite_role(chunks, group, at, link, before)
    if link is not None and link.tag == "PRP" and turned_round(tokens, at, before):
        return "main", (at - 1, at), None
    has_done = before and before[-1].lemma in _HOLDING
    has_done = has_done and (before[-1].verb.last == at - 1 or tokens[at - 2].lower == "against")
    if link is not None and at in chunks.noun_upto and (link.tag != "PRP" or has_done):
        shared = gapped(chunks, group, at, before)
        return ("main", shared, None) if shared is not None else _described(chunks, group, at, before)
    if link is not None and (
        link.tag in ("IN", "TO") or link.lower in ("while", "when", "despite", "including")
    ):
        return "gerund", None, kept_from(before) if link.lower == "from" else last
    return "participle", set_off(chunks, group, at), last


def _finite_role(
    chunks: Chunks, group: VerbGroup, at: int, link: Token | None, before: list[Clause]
) -> tuple[str, Range | None, int | None]:
    """Kind, subject and governor of a finite verb."""
    tokens = chunks.sentence.tokens
    last = before[-1].number if before else None
    if link is not None and link.lower in RELATIVES and link.tag in ("WP", "WDT", "IN", "DT"):
        found = antecedent(chunks, at - 1)
        again = at > 1 and tokens[at - 2].tag == "CC" and before and before[-1].kind == "relative"
        if again:
            found = before[-1].subject  # "who had gathered, but who were not demonstrating"
        if found is not None:
            return "relative", found, last
    found = inserted(chunks, at)
    if found is not None:
        return "relative", found, last
    opens = aside_before(chunks, at, before)
    if opens:  # "The border, a trader said, was closed"
        return "main", upto(chunks, opens), None
    subj = past_aside(chunks, group, subject_before(chunks, group, floor_before(tokens, at)))
    subj = behind_list(chunks, subj)
    if subj is None and before and before[-1].kind == "relative" and before[-1].verb.last == at:
        gap = before[-1].object  # "protesters the police had beaten | were refused treatment"
        subj = (gap[0], at) if gap is not None else None
    if subj is not None and (
        after_relative(chunks, group, subj[0])
        or of_whose(chunks, group, subj)
        or in_which(chunks, subj[0])
        or (owned(chunks, subj[0]) is not None and not has_object(chunks, group))
        or contact(chunks, group, subj) is not None
    ):
        return "relative", subj, last
    if subj is None or (subj[0] == 1 and tokens[0].lower == "among"):
        subj = inverted_subject(chunks, group) or subj
    if subj is not None and subj[1] <= group.first and subj[0] > 0 and tokens[subj[0] - 1].lower == "whose":
        return "relative", (subj[0] - 1, subj[1]), last
    return "main", subj, None


def _described(
    chunks: Chunks, group: VerbGroup, at: int, before: list[Clause]
) -> tuple[str, Range | None, int | None]:
    """The noun right before a participle; in "had their visits suspended" the object of "had"."""
    held = before[-1] if before and before[-1].lemma in _HOLDING else None
    if held is not None and held.verb.last in chunks.noun_from and not held.passive:
        return "participle", (held.verb.last, at), held.number
    if chunks.sentence.tokens[at].lower == "being":  # "incidents of residents being beaten"
        return "participle", chunks.noun_upto[at], None
    noun = upto(chunks, at, floor_before(chunks.sentence.tokens, at))
    if noun is not None and chunks.sentence.tokens[at].tag == "VBG" and is_occasion(chunks, noun):
        return "participle", chunks.noun_upto[at], None  # "reports of officers entering homes"
    if noun is not None and chunks.sentence.tokens[at].lower in NEEDS_WHOM:
        noun = last_person(chunks, at, noun)
    if noun is not None and before and of_the_doer(chunks, at, noun, before[-1]):
        return "participle", None, before[-1].number
    nearest = chunks.noun_upto[at]
    if noun is not None and nearest != noun and of_the_owner(chunks, group, noun, nearest):
        return "participle", nearest, None  # "the hand of a man imprisoned for theft"
    return "participle", noun, None


def _particle_after(chunks: Chunks, clause: Clause, ceiling: int) -> tuple[int, str]:
    """Where the object of a verb starts, past adverbs and the particle, and the particle."""
    tokens = chunks.sentence.tokens
    at = clause.verb.last
    particle = ""
    while at < ceiling and (
        tokens[at].tag in ("RB", "RP", "RBR", "``", "''")
        or tokens[at].lower in _PARTICLES
        or (tokens[at].lower == "dead" and clause.lemma == "shoot")
    ):
        if tokens[at].lower == "up" and at + 1 < ceiling and tokens[at + 1].lower == "to":
            break
        first = tokens[at].tag == "RB" and at in chunks.noun_from
        if first and (tokens[at].lower.endswith("ly") or tokens[at].lower == "then"):
            break  # "collected personally identifiable information", "arrested then 17-year-old Ana Ruiz"
        if tokens[at].lower == "as" and past_approximators(tokens, at, ceiling) > at:
            break  # "killed as many as 40 villagers"
        if tokens[at].tag == "RP" and tokens[at].lower == "in":
            particle = particle or "in"
        elif tokens[at].tag == "RP" or (tokens[at].lower in _PARTICLES and tokens[at].tag == "RB"):
            particle = particle or tokens[at].lower
        elif tokens[at].tag == "IN":
            if tokens[at].lower == "in" and clause.lemma in _BRINGING and _goods_next(chunks, at + 1):
                particle, at = "in", at + 1
                break
            if tokens[at].lower not in PHRASAL or clause.lemma not in WITH_PARTICLE:
                break
            particle = particle or tokens[at].lower
        at += 1
    return at, particle


def _complete(chunks: Chunks, clause: Clause, ceiling: int) -> Clause:
    """The clause with what stands after its verb, up to the next clause."""
    tokens = chunks.sentence.tokens
    at, particle = _particle_after(chunks, clause, ceiling)
    obj = clause.object if clause.kind == "relative" and not clause.passive else None
    obj2 = None
    counted = past_approximators(tokens, at, ceiling)
    base = base_at(chunks, counted)
    if base is None and counted == at > clause.verb.last and tokens[at - 1].tag == "``":
        counted = at = at - 1  # "declared “extremist”": the mark belongs to the object
        base = base_at(chunks, counted)
    if base is None and not clause.passive:
        late = late_object(chunks, at, ceiling)
        base = base_at(chunks, late)
        counted, at = (late, late) if base is not None else (counted, at)
    if base is not None and base[0] < ceiling and (not is_time(tokens, base) or clause.lemma in TERMS):
        top = before_bidden(chunks, clause.lemma, counted, object_ceiling(tokens, counted, ceiling))
        obj = onward(chunks, counted, top) or base
        if obj is not None:
            obj = shortened(tokens, (at, obj[1]), clause.lemma)
            at = obj[1]
            if at < ceiling and (
                tokens[at].tag == "RP"
                or (tokens[at].tag == "RB" and tokens[at].lower in _PARTICLES)
                or (tokens[at].lower in _AFTER_OBJECT and _stands_alone(tokens, at + 1))
            ):
                particle = particle or tokens[at].lower
            obj, obj2 = two_objects(tokens, obj)
            second = None if obj2 else chunks.noun_from.get(at)
            if second is not None and second[0] < ceiling and not is_time(tokens, second) and second[0] == at:
                obj2 = onward(chunks, at, ceiling)
    preps, agent = prepositions(chunks, clause.verb.last, ceiling)
    if not clause.passive:
        agent = None
    last = ceiling
    while (
        last > clause.verb.last
        and tokens[last - 1].tag in (",", "CC", "``", ":", "IN")
        and tokens[last - 1].lower not in _PARTICLES
    ):
        last -= 1
    while last > clause.verb.last and tokens[last - 1].tag == ",":
        last -= 1
    c = clause
    return Clause(
        c.number, c.verb, c.kind, c.governor, c.passive, c.subject, obj, agent, particle, preps,
        c.first, last, c.link, c.lemma, obj2,
    )  # fmt: skip


def _goods_next(chunks: Chunks, at: int) -> bool:
    """Whether something that is brought starts here, and no place or time: "bring in rice", not "bring in May"."""
    base = chunks.noun_from.get(at)
    tokens = chunks.sentence.tokens
    return base is not None and not is_time(tokens, base) and tokens[base[1] - 1].tag in ("NN", "NNS")


_BRINGING = wordset("bring smuggle hand turn haul call")


def _stands_alone(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether nothing that a preposition could govern starts here: "passed the telegram on by telephone"."""
    return at >= len(tokens) or tokens[at].tag in ("IN", "TO", ".", ",", "CC", "''", ":")


def _settle(found: list[Clause], tokens: tuple[Token, ...]) -> list[Clause]:
    """Give the clauses that have none before them their subject, governors first."""
    done: list[Clause] = []
    for clause in (under_the_verb(one, found, tokens) for one in found):
        subj = clause.subject
        if subj is None and clause.governor is not None:
            governor = done[clause.governor]
            subj = governor.subject if clause.kind == "joined" else controller(clause, governor, tokens)
        if clause.kind == "joined" and clause.governor is not None:
            done[clause.governor] = before_the_next(done[clause.governor], clause)
            base = done[clause.governor]
            hanging = base.kind in ("infinitive", "gerund", "participle")
            kind = base.kind if hanging else clause.kind
            over = base.governor if hanging else clause.governor
            done.append(replace(clause, subject=subj, kind=kind, governor=over))
        else:
            done.append(clause if subj == clause.subject else replace(clause, subject=subj))
    found = shared_objects(resumed(opening(inverted_participle(done, tokens))))
    return shared_agents(late_agent(done_to(found, tokens), tokens), tokens)
