"""Subjects, governors and objects that stand apart from their verb: participles between commas, lead-ins, asides.

Rules:
- A participle between commas is about the person or authority before it; one at the head about the subject that follows.
- A passive may share its auxiliary with the one before ("two were killed and nine injured").
- After a verb of telling a name with its age or trade between commas is the subject of what is told.
- "from" and an "-ing" form belong to the verb that bars; an "-ing" form behind a thing tells what the subject does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.reading.arguments import Range, onward
from testigo.reading.chunks import NOUNS, Chunks, VerbGroup, is_time
from testigo.reading.classes import head, is_class
from testigo.reading.lists import wordset
from testigo.reading.phrases import upto
from testigo.reading.subjects import SUBORDINATORS, floor_before, is_occasion
from testigo.reading.tokens import Token
from testigo.value import replace

if TYPE_CHECKING:
    from testigo.reading.clauses import Clause


def subject_set_off(tokens: tuple[Token, ...], other: Clause, at: int) -> bool:
    """Whether a comma closes what is said of a subject of its own: "said that Ana Perla, 34, was detained"."""
    between = tokens[other.verb.last : at - 1]
    if not any(token.lower == "," for token in between) or not any(token.tag in NOUNS for token in between):
        return False
    opened = any(token.lower in SUBORDINATORS and token.tag in ("IN", "WRB") for token in between)
    return opened or other.lemma in _SAYING or _new_after_and(between)


def _new_after_and(between: tuple[Token, ...]) -> bool:
    """Whether "and" opens a subject that a comma closes off: "nine were charged and two, a nurse and her son, were sent"."""
    at = next((n for n, token in enumerate(between) if token.tag == "CC"), len(between))
    end = at + 1
    while end < len(between) and between[end].tag in _PLAIN_PHRASE:
        end += 1
    return at + 1 < end < len(between) and between[end].lower == ","


_PLAIN_PHRASE = NOUNS | {"DT", "CD", "JJ", "PRP$"}


_SAYING = wordset(
    "say tell report claim state add allege believe note announce confirm learn hear write explain warn find know think"
    " recall reveal estimate argue insist indicate mention declare"
)


def aside_before(chunks: Chunks, at: int, before: list[Clause]) -> int:
    """Where the words open that name a speaker between commas before a verb: "The border, a trader said, was closed"; 0 for none."""
    tokens = chunks.sentence.tokens
    other = before[-1] if before else None
    if at > 1 and tokens[at - 1].tag == "CC":
        at -= 1
    if other is None or tokens[at - 1].text != "," or other.lemma not in _SAYING or other.passive:
        return 0
    behind = tokens[other.verb.last : at - 1]
    if not other.verb.finite or any(t.text == "," or t.lower == "that" or t.tag[0] == "V" for t in behind):
        return 0
    for place in range(other.verb.first - 1, max(0, other.verb.first - 14), -1):
        if tokens[place].text == ",":
            opens = place + 1 in chunks.noun_from or place + 1 == other.verb.first
            return place if opens else 0
        if chunks.verb_of[place] >= 0:
            return 0
    return 0


def told_before(before: list[Clause]) -> int | None:
    """The clause told before such an aside, which goes on behind it: "Kim crossed, a neighbor said, and was caught"."""
    told = before[-2] if len(before) > 1 else None
    return told.number if told is not None and told.verb.finite and told.kind in ("main", "joined") else None


def kept_from(before: list[Clause]) -> int | None:
    """The verb that "from" and an "-ing" form belong to: "barred the two, known as brokers, from leaving"."""
    for other in reversed(before):
        if other.lemma in _KEEPING:
            return other.number
    return before[-1].number if before else None


def over_participle(before: list[Clause]) -> int | None:
    """The verb that an infinitive behind a participle belongs to: "used data gathered by informants to find critics"."""
    if not before:
        return None
    last = before[-1]
    if last.kind != "participle" or not last.passive or last.subject is None or last.governor is not None:
        return last.number
    if last.lemma in _CONTROLLING or last.subject[1] > last.verb.first:
        return last.number
    above = next((c for c in reversed(before[:-1]) if c.verb.last <= last.subject[0]), None)
    near = above is not None and last.subject[0] - above.verb.last < 4 and above.lemma in _MEANS
    return above.number if above is not None and near else last.number


_MEANS = wordset(
    "use rely employ deploy exploit cite utilize apply invoke draw depend mobilize need force make"
    " compel coerce order allow permit require ask urge pressure oblige instruct get"
)
_CONTROLLING = wordset(
    "force order tell ask allow permit require sentence expect instruct urge compel make design intend mean pay use pressure"
)


_KEEPING = wordset("bar ban prevent prohibit stop keep block discourage deter forbid hinder restrict")


def set_off(chunks: Chunks, group: VerbGroup, at: int) -> Range | None:
    """Whom a participle between commas is about: "The editor, arrested in June, has not seen a lawyer"."""
    tokens = chunks.sentence.tokens
    if tokens[at - 1].lower != ",":
        return None
    doing = tokens[group.main].tag == "VBG" and _closed_off(chunks, group.last)
    if not doing and (tokens[group.main].tag != "VBN" or group.last in chunks.noun_from):
        return None
    whole = upto(chunks, at - 1, floor_before(tokens, at - 1))
    for named in (
        whole,
        chunks.noun_upto.get(at - 1),
    ):  # "the whereabouts of the nurse Ama Boateng, abducted in 2021"
        if named is not None and (is_class(tokens, named, "person") or is_class(tokens, named, "authority")):
            return named
    return None


def late_agent(found: list[Clause], tokens: tuple[Token, ...]) -> list[Clause]:
    """Who bids or bars, told behind what hangs on it: "was barred from leaving the country by the ministry"."""
    for clause in tuple(found):
        over = clause.governor
        if clause.kind not in _HANGING or over is None or clause.passive:
            continue
        above = found[over]
        if not above.passive or above.agent is not None or above.lemma not in _BIDDING:
            continue
        by = next((part for prep, part in clause.preps if prep == "by"), None)
        if by is not None and is_class(tokens, by, "authority"):
            found[over] = replace(above, agent=by)
    return found


_BIDDING = _KEEPING | wordset(
    "order tell force make compel allow permit require instruct oblige urge invite summon"
)


def _closed_off(chunks: Chunks, at: int) -> bool:
    """Whether a comma closes an "-ing" form soon and a finite verb follows: "Authorities, accusing them of theft, tried"."""
    tokens = chunks.sentence.tokens
    for place in range(at, min(len(tokens) - 1, at + 20)):
        group = chunks.verb_at(place)
        if group is not None and group.finite:
            return False
        if tokens[place].lower == ",":
            after = chunks.verb_at(place + 1)
            return after is not None and after.finite
    return False


def gapped(chunks: Chunks, group: VerbGroup, at: int, before: list[Clause]) -> Range | None:
    """The subject of a passive that shares its "was" with the one before: "Two were killed and nine injured"."""
    tokens = chunks.sentence.tokens
    last = before[-1] if before else None
    if (
        last is None
        or not last.passive
        or last.kind not in ("main", "joined")
        or tokens[group.main].tag not in ("VBN", "VBD")
        or group.last - group.first > 1
    ):
        return None
    subj = upto(chunks, at, last.verb.last)
    if subj is None or tokens[subj[0] - 1].tag not in (",", "CC", ":"):
        return None
    after = tokens[group.last].tag if group.last < len(tokens) else "."
    return subj if after in _AFTER_GAPPED and group.last not in chunks.noun_from else None


_AFTER_GAPPED = frozenset({".", ",", "CC", "IN", "TO", "RB", "RP", "''", ":"})


def of_the_doer(chunks: Chunks, at: int, noun: Range, above: Clause) -> bool:
    """Whether an "-ing" form tells what the subject does, not the thing before it: "began a fast demanding a trial"."""
    tokens = chunks.sentence.tokens
    subj = above.subject
    if tokens[at].tag != "VBG" or subj is None or noun[0] < above.verb.last or above.kind != "main":
        return False
    if not (is_class(tokens, subj, "person") or is_class(tokens, subj, "authority")):
        return False
    return not any(is_class(tokens, noun, name) for name in _DOING)


def past_time(chunks: Chunks, at: int) -> int:
    """Back over a time between "and" and its verb: "was detained in 2019, and in March 2020 sentenced"."""
    tokens = chunks.sentence.tokens
    base = chunks.noun_upto.get(at)
    if base is None or base[0] < 2 or tokens[base[0] - 1].tag != "IN":
        return at
    often = tokens[base[1] - 1].lower in _HOW_OFTEN and base[1] - base[0] < 4
    if not often and not is_time(tokens, base):
        return at
    return base[0] - 1 if tokens[base[0] - 2].tag == "CC" else at


_HOW_OFTEN = wordset("cases instances occasions times")  # "were arrested and in some cases beaten"


def of_the_owner(chunks: Chunks, group: VerbGroup, noun: Range, nearest: Range) -> bool:
    """Whether a participle is about the person right before it, not the thing of theirs: "the hand of a man jailed for theft"."""
    tokens = chunks.sentence.tokens
    if tokens[group.main].tag != "VBN" or tokens[group.main].lemma not in _DONE_TO_PEOPLE:
        return False
    if is_occasion(chunks, noun):
        return False
    kin = head(tokens, noun).lemma in _KIN and nearest[0] - noun[0] < _BESIDE
    return is_class(tokens, nearest, "person") and (kin or not is_class(tokens, noun, "person"))


_BESIDE = 5  # words: "the wives of three men sentenced"
_KIN = wordset(
    "wife husband mother father son daughter brother sister parent child family relative kin widow spouse cousin uncle aunt"
    " friend neighbor colleague lawyer attorney body home house name"
)


_DONE_TO_PEOPLE = wordset(
    "imprison jail arrest detain convict sentence kill execute torture interrogate deport exile"
    " repatriate pardon release acquit wound injure murder abduct kidnap incarcerate intern punish fine try"
)
_DOING = (
    "person", "authority", "org", "order", "law", "remark", "statement", "media", "transport", "detention", "meeting",
    "lecture", "papers",
)  # fmt: skip


def _lead_in(found: list[Clause], tokens: tuple[Token, ...]) -> None:
    """Participles at the head are about the subject that follows: "Held for two months, the teacher was freed"."""
    lead = next((n for n, c in enumerate(found) if c.kind not in _HANGING), 0)
    main = found[lead]
    if main.kind != "main" or main.subject is None or tokens[main.subject[0] - 1].lower != ",":
        return
    if main.subject[1] > main.verb.first or found[0].lemma in _CITED:
        return
    for number in range(lead):
        if found[number].kind == "participle" and found[number].subject is None:
            found[number] = replace(found[number], subject=main.subject)
            _hand_on(found, number)


_HANGING = wordset("participle joined gerund infinitive")


_CITED = wordset(
    "accord cite quote base refer follow include compare depend regard concern owe interview ask reach contact"
)


def inverted_participle(found: list[Clause], tokens: tuple[Token, ...]) -> list[Clause]:
    """A participle that "be" follows is about what comes after: "Detained with him were his wife and sons"."""
    if len(found) < 2 or found[0].kind != "participle":
        return found
    if found[0].subject is not None and tokens[0].lower != "among":
        return found
    _lead_in(found, tokens)
    opening = found[0]  # the lead-in may have given it a subject
    if tokens[0].lower == "among" and found[1].lemma == "be" and found[1].object and opening.passive:
        found[0] = replace(opening, subject=found[1].object)  # "Among those detained were two priests"
        return found
    if not opening.passive or opening.subject is not None:
        return found
    after = found[1]
    if after.lemma == "be" and after.verb.finite and after.verb.last - after.verb.first == 1 and after.object:
        found[0] = replace(found[0], kind="main", subject=after.object)
    return found


_TAGS = wordset("say add recall explain ask tell write continue")


def resumed(found: list[Clause]) -> list[Clause]:
    """What goes on behind the words that name the speaker: "“They beat us,” she said, “and took our phones.”"."""
    for number in range(2, len(found)):
        clause, tag = found[number], found[number - 1]
        open_ended = (
            clause.subject is None and clause.governor is None and clause.link in ("and", "or", "but")
        )
        if open_ended and clause.kind == "main" and tag.lemma in _TAGS:
            found[number] = replace(clause, subject=found[number - 2].subject)
    return found


_OPENING = wordset("gerund participle")
_TOLD_BY_THE_WAY = wordset(
    "interview ask reach contact quote call cite approach press base compare give see consider"
)


def opening(found: list[Clause]) -> list[Clause]:
    """What opens a sentence without a subject is told of the subject to come: "After being sent back, she was held", "Arrested in May, he ..."."""
    for number, clause in enumerate(found):
        if clause.subject is not None or clause.governor is not None or clause.kind not in _OPENING:
            break
        asked_for = clause.lemma == "ask" and any(prep == "for" for prep, _ in clause.preps)
        if clause.lemma in _TOLD_BY_THE_WAY and not asked_for:
            break
        told = next((c.subject for c in found if c.kind == "main" and c.subject is not None), None)
        found[number] = replace(clause, subject=told)
        _hand_on(found, number)
    return found


def _hand_on(found: list[Clause], number: int) -> None:
    """What hangs on a clause that got its subject late has it, too: "Having failed to find the author, investigators ..."."""
    for n, other in enumerate(found):
        if other.governor == number and other.kind == "infinitive" and other.subject is None:
            found[n] = replace(other, subject=found[number].subject)


def inverted_subject(chunks: Chunks, group: VerbGroup) -> Range | None:
    """The subject after the verb: "excluded from the order were families of ..."."""
    tokens = chunks.sentence.tokens
    if tokens[group.main].lemma != "be" or group.passive:
        return None
    at = group.last
    while at < len(tokens) and tokens[at].tag in ("``", "''", "RB"):
        at += 1
    return onward(chunks, at, len(tokens)) if at < len(tokens) else None


def shared_objects(found: list[Clause]) -> list[Clause]:
    """Verbs in a row share the object of the last: "targeted and harassed those who ..."."""
    for number in range(len(found) - 2, -1, -1):
        clause, other = found[number], found[number + 1]
        close = other.verb.first - clause.verb.last <= 3 and clause.object is None and not clause.passive
        shares = (
            (other.governor == clause.number or other.kind == clause.kind)
            and other.kind in ("joined", clause.kind)
            and other.link in ("and", "or", "but", ",")
            and not other.passive
        )
        alone = clause.lemma in _WITHOUT_OBJECT
        if close and shares and other.object is not None and not alone:
            found[number] = replace(clause, object=other.object)
    return found


_WITHOUT_OBJECT = wordset("sleep live go come stand sit die flee arrive stay kneel wait")


def shared_agents(found: list[Clause], tokens: tuple[Token, ...]) -> list[Clause]:
    """Passives in a row share the agent of the last: "was arrested and beaten by police"."""
    for number in range(len(found) - 2, -1, -1):
        clause, other = found[number], found[number + 1]
        if not clause.passive or clause.agent is not None or not other.passive or other.agent is None:
            continue
        between = tokens[clause.verb.last : other.verb.first]
        joined = any(token.tag == "CC" or token.text == "," for token in between)
        if joined and all(token.tag in ("CC", ",", "RB", "RBR") for token in between):
            found[number] = replace(clause, agent=other.agent)
    return found


def under_the_verb(clause: Clause, found: list[Clause], tokens: tuple[Token, ...]) -> Clause:
    """A participle behind a comma under the finite verb: "fired on people trying to cross, killing two" is who fired."""
    over = clause.governor
    if clause.kind != "participle" or clause.subject is not None or over is None:
        return clause
    if tokens[clause.verb.first - 1].lower not in (",", "and"):
        return clause
    while over is not None and found[over].kind in ("infinitive", "participle") and not found[over].passive:
        over = found[over].governor if found[over].governor is not None else _met_by(found, over)
    return clause if over is None or found[over].kind == "relative" else replace(clause, governor=over)


def _met_by(found: list[Clause], number: int) -> int | None:
    """The finite verb whose object a participle tells of: "dispersed students marching to the square, arresting forty"."""
    for other in reversed(found[:number]):
        if other.verb.finite and other.kind in ("main", "joined") and not other.passive:
            met = found[number].subject
            return other.number if met == other.object or met in [part for _, part in other.preps] else None
    return None
