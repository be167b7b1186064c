"""The clauses of a sentence: one for each verb group, with who does what to whom by the order of the words.

Rules:
- A finite verb takes the noun phrase before it as subject; after "who" or "which" it takes what these stand for.
- A verb joined by "and" or a comma shares subject, voice and governor with the verb before it.
- "to" and a verb: who acts is the object of an ordering or forcing verb, else the subject of the verb it hangs on.
- An "-ing" form after "for" or "of" belongs to the one it is held against; after other words to the subject.
- A participle right after a noun, or in a headline, is a passive clause about that noun.
- A clause reaches from its subject to where the next one starts; what hangs on it (infinitive, "-ing" form) extends it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from testigo.reading.chunks import Chunks, VerbGroup, is_time
from testigo.reading.classes import is_person
from testigo.reading.lists import wordset
from testigo.reading import phrases
from testigo.reading.phrases import upto
from testigo.reading.tokens import Token

Range = tuple[int, int]

_PARTICLES = wordset("up away over out off down back together in around along through apart aside")
_SUBORDINATORS = wordset(
    "after before because when while as that if although though since until unless whether where so than lest once why how"
)
_RELATIVES = wordset("who which that whom whose")
_OWN_SUBJECT = wordset(
    "promise threaten seek plan want try attempt refuse decide agree fail begin start continue vow use"
)
_BARE = wordset("let make help have see hear watch")
_APPROXIMATE = wordset(
    "about around over nearly almost approximately roughly some only just than least most to at more fewer less up"
)
_HELD_AGAINST = wordset("for of over from into against")
_STOPS = wordset('. ! ? ; : … ... “ ” " « »')


@dataclass(frozen=True, slots=True)
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
    starts = [c.first for c in found] + [_sentence_end(chunks.sentence.tokens)]
    for number, clause in enumerate(found):
        ceiling = max(
            clause.verb.last,
            min([s for s in starts[number + 1 :] if s > clause.verb.main], default=clause.verb.last),
        )
        found[number] = _complete(chunks, clause, ceiling)
    return tuple(_settle(found))


def _sentence_end(tokens: tuple[Token, ...]) -> int:
    end = len(tokens)
    while end > 0 and tokens[end - 1].tag in (".", "''", "``", ":", ","):
        end -= 1
    return end


def _clause(chunks: Chunks, number: int, group: VerbGroup, before: list[Clause], *, headline: bool) -> Clause:
    """The clause as far as the words before its verb tell."""
    tokens = chunks.sentence.tokens
    at = group.first
    while at > 0 and tokens[at - 1].tag in ("RB", "RBR", "RBS", "``", "''"):
        at -= 1
    link = tokens[at - 1] if at else None
    bare = not group.finite and group.modal != "to" and tokens[group.first].tag in ("VBN", "VBD")
    joined = _joined_to(tokens, at, group, before)
    if joined is not None:
        passive = group.passive or (bare and before[joined].passive)
        if group.finite and not group.passive and before[joined].passive and tokens[group.first].tag == "VBD":
            passive = _looks_passive(chunks, group, before[joined])
        word = link.lower if link is not None else ""
        main = tokens[group.main].lemma
        return Clause(
            number, group, "joined", joined, passive, None, None, None, "", (), at, group.last, word, main
        )
    kind, subj, governor = _role(chunks, group, at, link, before)
    passive = group.passive or bare
    if headline and kind == "main" and not group.passive and tokens[group.main].tag in ("VBD", "VBN"):
        passive = not _has_object(chunks, group)
    first = _first(tokens, at, subj, kind)
    stands_for = None
    if (
        kind == "relative"
        and subj is not None
        and 0 < subj[0]
        and tokens[subj[0] - 1].lower in ("which", "that", "whom")
    ):
        stands_for = _antecedent(chunks, subj[0] - 1)
    word = link.lower if link is not None else ""
    main = tokens[group.main].lemma
    return Clause(
        number, group, kind, governor, passive, subj, stands_for, None, "", (), first, group.last, word, main
    )


def _looks_passive(chunks: Chunks, group: VerbGroup, before: Clause) -> bool:
    """After "was arrested and", a past form without object is a participle ("sentenced to", "released")."""
    return before.passive and not _has_object(chunks, group)


def _has_object(chunks: Chunks, group: VerbGroup) -> bool:
    tokens = chunks.sentence.tokens
    at = group.last
    while at < len(tokens) and (tokens[at].tag in ("RB", "RP", "``", "''") or tokens[at].lower in ("dead",)):
        at += 1
    base = chunks.noun_from.get(at)
    return base is not None and not is_time(tokens, base)


def _joined_to(tokens: tuple[Token, ...], at: int, group: VerbGroup, before: list[Clause]) -> int | None:
    """The clause whose verb this one is joined to by "and", "or", "but", "then" or a comma, or None."""
    if at == 0 or not before or tokens[at - 1].tag not in ("CC", ",") or tokens[at - 1].lower == "nor":
        return None
    comma = tokens[at - 1].tag == ","
    form = tokens[group.first].tag
    for other in reversed(before):
        if any(t.lower in _STOPS for t in tokens[other.verb.last : at - 1]):
            return None
        if other.kind == "relative" and comma:
            continue
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
        if form == "VBG" and theirs == "VBG" and not comma:
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
        return "infinitive", None, last
    if group.finite:
        if link is not None and link.lower in _RELATIVES and link.tag in ("WP", "WDT", "IN", "DT"):
            found = _antecedent(chunks, at - 1)
            if found is not None:
                return "relative", found, last
        subj = _subject(chunks, group, _floor(tokens, at))
        if subj is not None and subj[0] > 1 and tokens[subj[0] - 1].lower in ("which", "that", "whom"):
            if tokens[subj[0] - 1].tag in ("WDT", "WP") or subj[0] - 1 in chunks.noun_upto:
                return "relative", subj, last
        if subj is not None and tokens[subj[0]].lower == "whose":
            return "relative", subj, last
        if subj is None:
            subj = _inverted(chunks, group)
        if (
            subj is not None
            and subj[1] <= group.first
            and subj[0] > 0
            and tokens[subj[0] - 1].lower == "whose"
        ):
            return "relative", (subj[0] - 1, subj[1]), last
        return "main", subj, None
    if link is not None and at in chunks.noun_upto and link.tag != "PRP":
        found = upto(chunks, at, _floor(tokens, at))
        return "participle", found, None
    if link is not None and (
        link.tag in ("IN", "TO") or link.lower in ("while", "when", "despite", "including")
    ):
        return "gerund", None, last
    return "participle", None, last


def _subject(chunks: Chunks, group: VerbGroup, floor: int) -> Range | None:
    """The subject before a verb; a time between it and the verb is passed over ("who for years carried")."""
    tokens = chunks.sentence.tokens
    found = phrases.subject(chunks, group, floor)
    if found is None:
        return _behind_participle(chunks, group, floor)
    if found[1] > group.first:
        return found
    base = chunks.noun_from.get(found[0])
    if base is not None and base[1] == found[1] and is_time(tokens, base):
        at = found[0]
        if at > 0 and tokens[at - 1].tag == "IN":
            at -= 1
        if at > 0 and tokens[at - 1].lower in ("who", "which", "that"):
            return at - 1, at
        earlier = upto(chunks, at, floor) if at > floor else None
        return earlier or found
    if (
        tokens[found[0]].lower in ("them", "us", "him", "you", "whom")
        and found[0] > 1
        and tokens[found[0] - 1].lower == "of"
    ):
        part = chunks.noun_upto.get(found[0] - 1)
        return (part[0], found[1]) if part is not None else found
    return found


def _behind_participle(chunks: Chunks, group: VerbGroup, floor: int) -> Range | None:
    """The subject that a participle follows: "those taken were held"."""
    at = group.first
    before = chunks.verb_at(at - 1) if at > floor else None
    if before is None or before.finite or before.first <= floor:
        return None
    found = upto(chunks, before.first, floor)
    return (found[0], at) if found is not None else None


def onward(chunks: Chunks, first: int, ceiling: int) -> Range | None:
    """The noun phrase that starts at `first`, without a time or condition that hangs on it ("since the end of April")."""
    found = phrases.onward(chunks, first, ceiling)
    if found is None:
        return None
    tokens = chunks.sentence.tokens
    found = _without_time(tokens, found)
    depth = 0
    for at in range(first + 1, found[1]):
        lower = tokens[at].lower
        depth += (lower == "(") - (lower == ")")
        if lower in ("who", "which", "that", "whose"):
            break
        if depth == 0 and tokens[at].tag == "IN" and lower in _NEVER_INSIDE:
            return first, at
    return found


def _without_time(tokens: tuple[Token, ...], found: Range) -> Range:
    """A phrase without "next month", "last week" at its end, which the chunker takes for part of it."""
    last = found[1]
    if last - found[0] > 2 and tokens[last - 2].lower in _WHICH_TIME and is_time(tokens, (last - 1, last)):
        return found[0], last - 2
    return found


_WHICH_TIME = wordset("next last this every each that")
_NEVER_INSIDE = wordset("since until during after before despite because while as")


def _floor(tokens: tuple[Token, ...], at: int) -> int:
    """Where the words that can belong to a subject start: after a quotation mark, colon or "that" before it."""
    commas = False
    for place in range(at - 1, max(-1, at - 45), -1):
        lower = tokens[place].lower
        commas = commas or lower == ","
        if lower in (";", ":", ".") and place < at - 1:
            return place + 1
        if not commas and lower in _SUBORDINATORS and tokens[place].tag in ("IN", "WRB") and place < at - 1:
            return place + 1
    return 0


def _inverted(chunks: Chunks, group: VerbGroup) -> Range | None:
    """The subject after the verb: "excluded from the order were families of ..."."""
    tokens = chunks.sentence.tokens
    if tokens[group.main].lemma != "be" or group.passive:
        return None
    at = group.last
    while at < len(tokens) and tokens[at].tag in ("``", "''", "RB"):
        at += 1
    return onward(chunks, at, len(tokens)) if at < len(tokens) else None


def _antecedent(chunks: Chunks, pronoun: int) -> Range | None:
    """What "who", "which" or "that" stands for: the nearest person for "who", else the whole phrase before."""
    tokens = chunks.sentence.tokens
    end = pronoun
    while end > 0 and tokens[end - 1].tag in (",", "''", ":"):
        end -= 1
    whole = upto(chunks, end)
    if whole is None:
        return None
    if tokens[pronoun].lower == "which":
        return whole
    bases = [b for b in chunks.nouns if whole[0] <= b[0] < whole[1] and not is_time(tokens, b)]
    for base in reversed(bases):
        if is_person(tokens, base):
            return base[0], whole[1]
    return whole


def _first(tokens: tuple[Token, ...], at: int, subj: Range | None, kind: str) -> int:
    """Where the clause starts: its subject, its relative pronoun, or its verb; a lead at the head of the sentence too."""
    if kind in ("infinitive", "gerund"):
        return at
    start = subj[0] if subj is not None and subj[1] <= at else at
    if kind == "relative":
        while start < at and tokens[start].lower not in _RELATIVES:
            start += 1
        return min(start, at - 1) if start == at else start
    return _lead(tokens, start)


def _lead(tokens: tuple[Token, ...], start: int) -> int:
    """Takes in "On Monday," or "In Hyesan," before the subject, back to a boundary."""
    if start == 0 or tokens[start - 1].lower != ",":
        return start
    for place in range(start - 2, max(-1, start - 16), -1):
        token = tokens[place]
        if token.tag[0] == "V" or token.tag == "MD" or token.lower in _STOPS:
            return start
        if token.tag in ("IN", "RB", "TO") and (
            place == 0 or tokens[place - 1].tag in ("CC", "``") or tokens[place - 1].lower == "that"
        ):
            if tokens[place].lower in ("according", "as", "that"):
                return start
            return place
        if place == 0:
            return 0
    return start


def _complete(chunks: Chunks, clause: Clause, ceiling: int) -> Clause:
    """The clause with what stands after its verb, up to the next clause."""
    tokens = chunks.sentence.tokens
    at = clause.verb.last
    particle = ""
    while at < ceiling and (
        tokens[at].tag in ("RB", "RP", "RBR", "``", "''") or tokens[at].lower in _PARTICLES
    ):
        if tokens[at].tag == "RP" or (tokens[at].lower in _PARTICLES and tokens[at].tag == "RB"):
            particle = particle or tokens[at].lower
        elif tokens[at].tag == "IN":
            if tokens[at].lower not in _PHRASAL or clause.lemma not in _WITH_PARTICLE:
                break
            particle = particle or tokens[at].lower
        at += 1
    obj = clause.object if clause.kind == "relative" and not clause.passive else None
    obj2 = None
    counted = _past_approximators(tokens, at, ceiling)
    base = _base_at(chunks, counted)
    if base is not None and base[0] < ceiling and (not is_time(tokens, base) or clause.lemma in _TERMS):
        obj = onward(chunks, counted, _object_ceiling(tokens, counted, ceiling)) or base
        if obj is not None:
            obj = _shortened(tokens, (at, obj[1]))
            at = obj[1]
            if at < ceiling and (
                tokens[at].tag == "RP" or (tokens[at].tag == "RB" and tokens[at].lower in _PARTICLES)
            ):
                particle = particle or tokens[at].lower
            obj, obj2 = _two_objects(tokens, obj)
            second = None if obj2 else chunks.noun_from.get(at)
            if second is not None and second[0] < ceiling and not is_time(tokens, second) and second[0] == at:
                obj2 = onward(chunks, at, ceiling)
    preps, agent = _prepositions(chunks, clause.verb.last, ceiling)
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
    return replace(clause, object=obj, object2=obj2, agent=agent, particle=particle, preps=preps, last=last)


def _two_objects(tokens: tuple[Token, ...], obj: Range) -> tuple[Range, Range | None]:
    """ "the investigator 10,000 yuan" is two objects: somebody, and an amount."""
    for at in range(obj[0] + 1, obj[1]):
        if tokens[at].tag in ("CD", "$") and tokens[at - 1].tag in ("NN", "NNS", "NNP", "PRP"):
            unit = at + 1 < obj[1] and tokens[at + 1].tag in ("NN", "NNS", "CD")
            if unit and tokens[at - 1].lower not in ("us", "no.", "office", "group", "article", "camp"):
                return (obj[0], at), (at, obj[1])
        if tokens[at].tag not in ("NN", "NNS", "NNP", "JJ", "DT", "POS", "CD", "$", "PRP$"):
            break
    return obj, None


def _base_at(chunks: Chunks, at: int) -> Range | None:
    """The base noun phrase from a token on, where the token may stand inside one ("five" in "at least five men")."""
    if at >= len(chunks.noun_of):
        return None
    base = chunks.noun_from.get(at)
    if base is None and chunks.noun_of[at] >= 0 and chunks.sentence.tokens[at].tag in ("CD", "$"):
        base = (at, chunks.nouns[chunks.noun_of[at]][1])
    return base


_PHRASAL = wordset("up down off away back out over")
_WITH_PARTICLE = wordset(
    "burn cut shut round hand send pick break call set put step carry turn pull tear knock shoot gun track write lock hunt"
    " crack bring give pay pass close take throw kick haul drag lead seal"
)
_TERMS = wordset("give get receive serve face risk spend impose hand carry add")


def _shortened(tokens: tuple[Token, ...], obj: Range) -> Range:
    """An object without what hangs on the verb: "detained workers for a week", "put him under arrest"."""
    for at in range(obj[0] + 1, obj[1]):
        lower = tokens[at].lower
        if lower in ("who", "which", "that", "whose", "("):
            break
        if tokens[at].tag in ("IN", "TO") and lower in _VERBAL:
            return obj[0], at
    return obj


_VERBAL = wordset("for to under outside into without by over onto inside through across at on off")


def _past_approximators(tokens: tuple[Token, ...], at: int, ceiling: int) -> int:
    """Past "about", "at least", "more than", "up to" where a number comes after them."""
    place = at
    while place < ceiling - 1 and place - at < 3 and tokens[place].lower in _APPROXIMATE:
        place += 1
    return place if place < ceiling and tokens[place].tag in ("CD", "$", "``") else at


def _object_ceiling(tokens: tuple[Token, ...], at: int, ceiling: int) -> int:
    """An object runs on over a relative clause without comma, to the end of the sentence at most."""
    for place in range(at, min(len(tokens), at + 30)):
        if place >= ceiling and tokens[place].lower not in _RELATIVES:
            return place if place > ceiling or tokens[place].lower not in _RELATIVES else ceiling
        if tokens[place].lower in ("who", "which") and place > at and tokens[place - 1].tag != ",":
            return _sentence_end(tokens)
    return ceiling


def _prepositions(
    chunks: Chunks, start: int, ceiling: int
) -> tuple[tuple[tuple[str, Range], ...], Range | None]:
    """The prepositional phrases between `start` and `ceiling`, and the agent after "by"."""
    tokens = chunks.sentence.tokens
    found: list[tuple[str, Range]] = []
    agent: Range | None = None
    at = start
    while at < ceiling - 1:
        token = tokens[at]
        if token.tag in ("IN", "TO", "RP") or token.lower == "including":
            after = at + 1
            while after < ceiling and tokens[after].tag in ("``", "''"):
                after += 1
            counted = _past_approximators(tokens, after, ceiling)
            base = _base_at(chunks, counted)
            if base is not None and base[0] < ceiling:
                phrase = (after, (onward(chunks, counted, ceiling) or base)[1])
                found.append((token.lower, phrase))
                if token.lower == "by" and agent is None and not is_time(tokens, phrase):
                    agent = phrase
        at += 1
    return tuple(found), agent


def _settle(found: list[Clause]) -> list[Clause]:
    """Give the clauses that have none before them their subject, governors first."""
    done: list[Clause] = []
    for clause in found:
        subj = clause.subject
        if subj is None and clause.governor is not None:
            governor = done[clause.governor]
            subj = governor.subject if clause.kind == "joined" else _controller(clause, governor)
        if clause.kind == "joined" and clause.governor is not None:
            base = done[clause.governor]
            hanging = base.kind in ("infinitive", "gerund", "participle")
            kind = base.kind if hanging else clause.kind
            done.append(
                replace(
                    clause, subject=subj, kind=kind, governor=base.governor if hanging else clause.governor
                )
            )
        else:
            done.append(replace(clause, subject=subj))
    return _shared_objects(done)


def _shared_objects(found: list[Clause]) -> list[Clause]:
    """Verbs in a row share the object of the last: "targeted and harassed those who ..."."""
    for number in range(len(found) - 2, -1, -1):
        clause, other = found[number], found[number + 1]
        close = other.verb.first - clause.verb.last <= 3 and clause.object is None and not clause.passive
        if close and other.kind in ("joined", clause.kind) and other.object is not None and not other.passive:
            if other.link in ("and", "or", ","):
                found[number] = replace(clause, object=other.object)
    return found


def _controller(clause: Clause, governor: Clause) -> Range | None:
    """Who acts in an infinitive, "-ing" form or participle that names nobody."""
    if clause.kind == "participle":
        return governor.subject
    if governor.object is None or governor.object[0] >= clause.verb.first or governor.passive:
        return governor.subject
    if clause.kind == "infinitive":
        return governor.subject if governor.lemma in _OWN_SUBJECT else governor.object
    return governor.object if clause.link in _HELD_AGAINST else governor.subject
