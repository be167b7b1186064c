"""What stands before a verb: its subject, or what a relative pronoun stands for.

Rules:
- A time between subject and verb is passed over ("who for years carried").
- "one of them" is one phrase; so is "those taken" before "were held".
- A subordinator or colon before the verb, with no comma between, is where its words start.
- What a preposition governs is no subject: the phrase at the start is, with its participle or relative clause
  ("privates of a battalion stationed in Hyesan deserted", "anyone caught after May 1 is banished").
- "who" stands for the nearest person, "which" for the whole phrase before it.
- "than" before a number opens no clause ("more than 300 villagers fled").
More than 400 lines because every reason for which the words before a verb are not its subject is asked in one place.
"""

from __future__ import annotations

from testigo.reading import phrases
from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks, VerbGroup, before_adverbs, is_time
from testigo.reading.classes import is_person
from testigo.reading.lists import wordset
from testigo.reading.number_bounds import with_bound
from testigo.reading.phrases import upto
from testigo.reading.subject_names import with_name_before
from testigo.reading.tokens import Token

SUBORDINATORS = wordset(
    "after before because when while as that if although though since until unless whether where so than lest once why how"
)


def subject_before(chunks: Chunks, group: VerbGroup, floor: int) -> Range | None:
    """The subject before a verb, with the participle or relative clause that stands between the two."""
    found = _subject(chunks, group, floor)
    owed = found is not None and (
        _is_done_to(chunks, found, floor)
        or _goes_on_with(chunks, found, floor)
        or (group.finite and _of_a_participle(chunks, found, group))
    )
    if found is None or owed or _is_governed(chunks, found) or is_time(chunks.sentence.tokens, found):
        return _from_the_start(chunks, group) or found
    return with_name_before(chunks, found, floor)


def _is_done_to(chunks: Chunks, found: Range, floor: int) -> bool:
    """Whether a phrase is what the verb of "whoever" or "whose" is done to: "Whoever breaks the rule is dismissed"."""
    at = found[0] - 1
    at -= at > floor and chunks.sentence.tokens[at].tag == "IN"  # "whose careers depended on the state spoke"
    verb = chunks.verb_at(at) if at >= floor else None
    before = chunks.sentence.tokens[max(floor, verb.first - 5) : verb.first] if verb is not None else ()
    return any(token.lower in ("whoever", "whose") for token in before)


def _of_a_participle(chunks: Chunks, found: Range, group: VerbGroup) -> bool:
    """Whether a phrase is what a participle of the subject acts on: "students caught watching dramas were tried"."""
    tokens = chunks.sentence.tokens
    verb = chunks.verb_at(found[0] - 1) if found[0] else None
    if verb is None or verb.finite or tokens[verb.last - 1].tag not in ("VBG", "VB"):
        return False
    if tokens[found[0]].tag in ("WP", "WDT", "WRB"):
        return False
    charged = (
        verb.first > 1 and tokens[verb.first - 2].lower in _CHARGES
    )  # "on suspicion of throwing stones was"
    if (
        verb.first > 1
        and tokens[verb.first - 1].tag == "IN"
        and tokens[verb.first - 2].tag[0] != "V"
        and not charged
    ):
        return False  # "children of serving officers"
    first = _clause_start(chunks, group.first)
    between = [g for g in chunks.verbs if first < g.first < verb.first]
    return all(not g.finite or (g.last == verb.first and tokens[g.first].tag == "VBD") for g in between)


_CHARGES = wordset("suspicion charge charges accusation accusations grounds crime offense pretext")


def _goes_on_with(chunks: Chunks, found: Range, floor: int) -> bool:
    """Whether a phrase ends a list in a relative clause: "people who moved fish, gold and parts were caught"."""
    tokens = chunks.sentence.tokens
    listed = (
        found[0] - 1 > floor
        and tokens[found[0] - 1].lower == ","
        and "and" in (token.lower for token in tokens[found[0] : found[1]])
    )
    base = chunks.noun_upto.get(found[0] - 1) if listed else None
    verb = chunks.verb_at(base[0] - 1) if base is not None and base[0] > floor else None
    before = tokens[max(floor, verb.first - 2) : verb.first] if verb is not None else ()
    return any(token.lower in ("who", "which", "that") for token in before)


def _is_governed(chunks: Chunks, found: Range) -> bool:
    """Whether a phrase hangs on a preposition after a verb, is a day or year, or ends a quotation."""
    tokens = chunks.sentence.tokens
    if found[0] < 2:
        return False
    before = tokens[found[0] - 1]
    if all(token.tag == "CD" for token in tokens[found[0] : found[1]]):
        return before.tag in ("IN", "TO", "NNP")
    if before.lower == "as" and chunks.verb_of[found[0] - 2] >= 0:
        return not any(
            g.finite for g in chunks.verbs if g.first < found[0]
        )  # "men taken as porters were found"
    if before.tag not in ("IN", "TO") or before.lower in _JOINING:
        return False
    verb = found[0] - 2
    while verb > 0 and tokens[verb].lower in _PARTICLES and chunks.verb_of[verb] < 0:
        verb -= 1  # "whom agents had picked up at the station was let go"
    return chunks.verb_of[verb] >= 0 or (before.lower in _LEADING and tokens[found[0]].tag != "CD")


_PARTICLES = wordset("up in away off out down over back in")
_LEADING = wordset(
    "through across into onto toward towards along without by past via during inside outside upon"
)


def _from_the_start(chunks: Chunks, group: VerbGroup) -> Range | None:
    """From the first noun of the clause to the verb, where only participles and relative clauses stand between."""
    tokens = chunks.sentence.tokens
    first = _clause_start(chunks, group.first)
    base = chunks.noun_from.get(first) or ((first, first + 1) if tokens[first].lower == "whoever" else None)
    if base is None or base[1] >= group.first or is_time(tokens, base) or tokens[first].tag == "PRP":
        return None
    if tokens[group.first - 1].tag == "CC" or (
        tokens[group.first - 1].lower == "," and tokens[base[1]].lower != ","
    ):
        return None
    between = [g for g in chunks.verbs if first < g.first < group.first]
    told = between or any(token.tag == "VBN" for token in tokens[first : group.first])
    told = told or tokens[first].lower in ("those", "anyone", "everyone", "anybody", "whoever")
    end = before_adverbs(tokens, group.first, base[1])
    return (first, end) if told and all(_hangs(chunks, g, first) for g in between) else None


def _clause_start(chunks: Chunks, end: int) -> int:
    """Where the clause of a verb starts: after a stop, a conjunction or a lead with its comma."""
    tokens = chunks.sentence.tokens
    first = 0
    for at in range(end - 1, max(-1, end - 40), -1):
        if tokens[at].lower == "whoever":
            return at
        opens = tokens[at].lower in _JOINING and tokens[at].tag in ("IN", "WRB")
        if opens and tokens[at].lower == "as" and at > 0:
            verb = chunks.verb_at(at - 1)
            opens = verb is None or verb.finite  # "men taken as porters were found"
        if tokens[at].lower in (";", ":") or (opens and at + 1 in chunks.noun_from):
            first = at + 1 if at else _past_leading(chunks, end)
            break
    if tokens[first].tag in ("IN", "TO", "RB"):
        for at in range(first, min(end, first + 12)):
            if tokens[at].lower == ",":
                return at + 1
    return first


def _past_leading(chunks: Chunks, end: int) -> int:
    """Where the main clause starts behind one that leads: "Although staff objected, | teachers whose pupils left stayed"."""
    tokens = chunks.sentence.tokens
    verb = next((g for g in chunks.verbs if g.finite), None)
    if verb is None or verb.first >= end:
        return 1
    return next(
        (n + 1 for n in range(verb.last, end - 1) if tokens[n].text == "," and n + 1 in chunks.noun_from), 1
    )


def _hangs(chunks: Chunks, group: VerbGroup, first: int) -> bool:
    """Whether a verb belongs to a relative clause or is a participle of the noun before it."""
    tokens = chunks.sentence.tokens
    if not group.finite:
        return True
    if any(
        t.lower in ("who", "whom", "whoever", "which", "whose")
        for t in tokens[max(first, group.first - 4) : group.first]
    ):
        return True
    alone = group.last - group.first == 1 and tokens[group.first].tag == "VBD"
    return alone and group.last not in chunks.noun_from


_JOINING = wordset("that because if when while although though unless whether where as")


def _subject(chunks: Chunks, group: VerbGroup, floor: int) -> Range | None:
    """The subject before a verb; a time between it and the verb is passed over ("who for years carried")."""
    tokens = chunks.sentence.tokens
    found = phrases.subject(chunks, group, floor)
    if found is None:
        found = _before_quotes(chunks, group, floor)
    if found is None:
        return _behind_participle(chunks, group, floor)
    if found[1] > group.first:
        return found
    found = _after_time(chunks, _without_how_often(tokens, found))
    while found[1] - found[0] > 1 and _leads_with_month(tokens, found):
        found = (found[0] + 1, found[1])
    found = _past_range(tokens, found)
    found = _with_aged(chunks, list_before(chunks, _own_part(tokens, chunks, found), floor), floor)
    while found[0] > floor and tokens[found[0] - 1].lower in _BOUNDING and tokens[found[0]].tag in _BOUNDED:
        found = (found[0] - 1, found[1])
    base = chunks.noun_from.get(found[0])
    if base is not None and base[1] == found[1] and is_time(tokens, base):
        at = found[0]
        if at > 0 and tokens[at - 1].tag == "IN":
            at -= 1
        if at > 0 and tokens[at - 1].lower in ("who", "which", "that"):
            return at - 1, at
        earlier = upto(chunks, at, floor) if at > floor else None
        return earlier or found
    return _governed_part(chunks, found, floor)


def _with_aged(chunks: Chunks, found: Range, floor: int) -> Range:
    """A subject that begins with an age, with whose it is: "The men, named as Ivo Sol, | 34, and Pak Lo, were"."""
    tokens, first = chunks.sentence.tokens, found[0]
    name = chunks.noun_upto.get(first - 1) if first > 1 and tokens[first - 1].lower == "," else None
    aged = tokens[first].text.isdigit() and len(tokens[first].text) < 3 and found[1] > first + 1
    if not aged or name is None or name[0] < floor or tokens[name[1] - 1].tag not in ("NNP", "NNPS"):
        return found
    return name[0], found[1]


def _after_time(chunks: Chunks, found: Range) -> Range:
    """A subject without the time that "and" parts from it: "died last winter and eleven others fell ill"."""
    tokens = chunks.sentence.tokens
    for at in range(found[0] + 1, min(found[1] - 1, found[0] + 4)):
        if tokens[at].tag == "CC":
            timed = is_time(tokens, (found[0], at)) and not is_time(tokens, (at + 1, found[1]))
            return (at + 1, found[1]) if timed else found
    return found


def _leads_with_month(tokens: tuple[Token, ...], found: Range) -> bool:
    """Whether a time stands at the head of a subject: "May soldiers", "(between June) and September officials"."""
    joined = tokens[found[0]].lower in ("and", "to", "through") and tokens[found[0] + 1].lower in _CALENDAR
    return joined or tokens[found[0]].lower in _CALENDAR


def _past_range(tokens: tuple[Token, ...], found: Range) -> Range:
    """A subject without the days before it: "from May 3 to the end of June at least sixty men"."""
    first = found[0]
    if first == 0 or tokens[first].tag != "CD" or tokens[first - 1].lower not in _CALENDAR:
        return found
    last = max(
        (n for n in range(first, min(found[1] - 1, first + 8)) if tokens[n].lower in _CALENDAR), default=0
    )
    return (last + 1, found[1]) if last else found


def _without_how_often(tokens: tuple[Token, ...], found: Range) -> Range:
    """A subject without how often it is told of after it: "police at times", "officials in some cases"."""
    first, last = found
    if tokens[last - 1].lower not in _HOW_OFTEN:
        return found
    for at in (last - 2, last - 3):
        if at > first and tokens[at].tag == "IN" and tokens[at].lower in ("at", "on", "in"):
            return first, at
    return found


_HOW_OFTEN = wordset(
    "times occasion occasions cases instances practice general particular turn fact part points"
)


def _governed_part(chunks: Chunks, found: Range, floor: int) -> Range:
    """The whole of which the words before a verb are only the end: "one of them", "charges against her", "the fate of 40 people"."""
    tokens = chunks.sentence.tokens
    first = tokens[found[0]]
    about = found[0] - 4
    if about >= floor and [t.lower for t in tokens[about + 1 : found[0]]] == ["or", "so", "of"]:
        only = about > floor and tokens[about - 1].lower in ("only", "some", "about")
        return about - only, found[1]  # "only 30 or so of the women"
    governed = (
        first.lower in _NO_SUBJECT
        or (first.lower in _BOUNDING and first.tag in _BOUNDED)
        or (
            first.lower in _OWN and tokens[found[0] + 1].lower in (",", "and")
        )  # "a colleague of his, a nurse,"
    )
    if not governed or found[0] - 1 <= floor or tokens[found[0] - 1].lower not in _GOVERNING:
        return found
    part = chunks.noun_upto.get(found[0] - 1)
    if part is None or part[0] < floor or is_time(tokens, part):
        return found
    return part[0], found[1]


_NO_SUBJECT = wordset("them us him her me whom")
_OWN = wordset("his hers theirs mine ours yours")
_GOVERNING = wordset("of against for with among from between about to in")
_BOUNDING = wordset("between at more than about around nearly almost over approximately least")
_BOUNDED = frozenset({"CD", "JJS", "IN"})
_CALENDAR = wordset(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday"
)


def _before_quotes(chunks: Chunks, group: VerbGroup, floor: int) -> Range | None:
    """The subject before an adverb in quotation marks: "the ministry “excessively” monitored"."""
    tokens = chunks.sentence.tokens
    at = group.first
    while at > floor and tokens[at - 1].tag in ("RB", "``", "''"):
        at -= 1
    return upto(chunks, at, floor) if floor < at < group.first else None


def list_before(chunks: Chunks, found: Range, floor: int) -> Range:
    """A subject with the list that it ends: "members of families, activists, and volunteers"."""
    tokens = chunks.sentence.tokens
    if not any(t.lower in ("and", "or") for t in tokens[max(0, found[0] - 1) : found[1]]):
        return found
    first = found[0]
    if tokens[first].lower in _ANEW and first > 1 and tokens[first - 2].text == ",":
        return found  # "shot him minutes after the raid, and he died"
    while first - 2 >= floor and tokens[first - 1].lower in (",", "and", "or"):
        comma = first - 1
        if tokens[comma].lower != "," and tokens[comma - 1].lower == ",":
            comma -= 1
        base = chunks.noun_upto.get(comma)
        if base is None and tokens[comma - 1].lower == ")":
            base = upto(chunks, comma, floor)  # "the Press Union (PU), the Guild and"
        if base is None or base[0] < floor or is_time(tokens, base) or tokens[base[0]].tag == "PRP":
            break
        if base[0] > 0 and (chunks.verb_of[base[0] - 1] >= 0 or _is_each(tokens, base)):
            break
        wider = upto(chunks, comma, floor) or base
        before = tokens[wider[0] - 1]
        governed = before.tag in ("IN", "TO") and before.lower not in ("that", "than")
        if wider[0] > 0 and (chunks.verb_of[wider[0] - 1] >= 0 or governed):
            break
        first = wider[0]
    if first - 3 >= floor and [t.lower for t in tokens[first - 2 : first]] == ["such", "as"]:
        whole = upto(chunks, first - 2, floor)  # "returnees to areas such as Homs and Hama were held"
        return (whole[0] if whole is not None else first), found[1]
    return first, found[1]


_ANEW = wordset("he she it")


def _is_each(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a phrase is what a price is for, or "each other": "7,000 won a kilogram, and some families"."""
    if tokens[base[1] - 1].lower in ("another", "other"):
        return True  # "to criticize one another, and anyone who"
    priced = tokens[base[0] - 1].tag in ("NN", "NNS", "NNP", "CD")
    return priced and tokens[base[0]].lower in ("a", "an", "per", "each")


def _own_part(tokens: tuple[Token, ...], chunks: Chunks, found: Range) -> Range:
    """What follows "and" where the words before it belong to another verb: "put under arrest and his phone was taken"."""
    first = found[0]
    if first < 2 or tokens[first].tag == "PRP":
        return found
    if tokens[first - 1].tag == "IN":  # "broken up within ten minutes and 15 people were taken away"
        joint = next((n for n in range(first + 1, found[1] - 1) if tokens[n].tag == "CC"), -1)
        if joint >= 0 and joint + 1 in chunks.noun_from and tokens[joint - 1].lemma in _LENGTHS:
            return joint + 1, found[1]
    governed = tokens[first - 1].tag in ("IN", "TO") and chunks.verb_of[first - 2] >= 0
    if not governed and chunks.verb_of[first - 1] < 0:
        return found
    for at in range(found[1] - 2, first, -1):
        if tokens[at].tag == "CC" and at + 1 in chunks.noun_from:
            return at + 1, found[1]
    return found


_LENGTHS = wordset("second minute hour day week month year")


def _behind_participle(chunks: Chunks, group: VerbGroup, floor: int) -> Range | None:
    """The subject that a participle follows: "those taken were held"."""
    at = group.first
    before = chunks.verb_at(at - 1) if at > floor else None
    if before is None or before.finite or before.first <= floor:
        return None
    found = upto(chunks, before.first, floor)
    return (found[0], at) if found is not None else None


def floor_before(tokens: tuple[Token, ...], at: int) -> int:
    """Where the words that can belong to a subject start: after a quotation mark, colon or "that" before it."""
    commas, depth = False, 0
    for place in range(at - 1, max(-1, at - 45), -1):
        lower = tokens[place].lower
        depth += (lower == ")") - (lower == "(")
        if depth > 0:
            continue  # "Ana Lo (Russian: Ана Ло), 34, was detained"
        commas = commas or lower == ","
        if lower in (";", ":", ".") and place < at - 1:
            return place + 1
        opens = lower in SUBORDINATORS and tokens[place].tag in ("IN", "WRB") and place < at - 1
        if opens and not commas and not _bounds(tokens, place):
            return place + 1
    return 0


def _bounds(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "than" only bounds a number, and "as" gives examples or joins: "more than 300", "such as Homs", "as well as"."""
    if tokens[at].lower == "as" and at > 0 and tokens[at - 1].lower in ("such", "well"):
        return True
    return tokens[at].lower == "than" and at > 0 and tokens[at - 1].lower in ("more", "fewer", "less")


def antecedent(chunks: Chunks, pronoun: int) -> Range | None:
    """What "who", "which" or "that" stands for: the nearest person for "who", else the whole phrase before."""
    tokens = chunks.sentence.tokens
    end = pronoun
    while end > 0 and tokens[end - 1].tag in (",", "''", ":"):
        end -= 1
    whole = upto(chunks, end) or _before_some(chunks, end)
    if whole is None:
        return None
    whole = meant(chunks, whole)
    if tokens[pronoun].lower == "which":
        past = max((g.last for g in chunks.verbs if whole[0] <= g.first < end), default=0)
        return (
            (upto(chunks, end, past) or whole) if past else whole
        )  # "who wrote about the case, which was closed"
    known = [token.lower for token in tokens[max(0, whole[0] - 3) : whole[0]]] == [",", "known", "as"]
    if known:  # "seven leaders, known as the Yaran, who were arrested"
        whole = upto(chunks, whole[0] - 3) or whole
    if whole[0] > 1 and whole[1] - whole[0] == 1 and tokens[whole[0]].tag == "CD":
        whole = upto(chunks, whole[0] - 1) or whole  # "the man, 41, who"
    bases = [b for b in chunks.nouns if whole[0] <= b[0] < whole[1] and not is_time(tokens, b)]
    bases = [b for b in bases if tokens[b[1] - 1].tag != "CD" or tokens[b[0] - 1].lower != "of"] or bases
    for base in reversed(bases):
        where = tokens[pronoun].lower == "that" and len(bases) > 1 and _is_where(tokens, base)
        if is_person(tokens, base) and not where and not _is_where_from(tokens, bases, base):
            own = (with_bound(tokens, phrases.with_name(chunks, base[0])), whole[1])
            return with_name_before(chunks, own, 0, anywhere=tokens[pronoun].lower == "who")
    return whole


def _before_some(chunks: Chunks, end: int) -> Range | None:
    """Who is meant before an aside about some of them: "nine defendants, some of whom had fled, | who faced"."""
    tokens = chunks.sentence.tokens
    for at in range(end - 1, max(3, end - 14), -1):
        if tokens[at].lower in (",", ";"):
            return None
        if tokens[at].lower == "whom" and tokens[at - 1].lower == "of":
            comma = next((n for n in range(at - 2, at - 4, -1) if tokens[n].lower == ","), 0)
            return upto(chunks, comma) if comma else None
    return None


def meant(chunks: Chunks, found: Range) -> Range:
    """Who is meant where another is named who is not: "the nurse, not the abbot, who was held"."""
    tokens, at = chunks.sentence.tokens, found[0] - 1
    if at < 2 or tokens[at].lower != "not" or tokens[at - 1].lower not in (",", "and"):
        return found
    joined = at - 2 if tokens[at - 2].lower == "," and tokens[at - 1].lower == "and" else at - 1
    return upto(chunks, joined) or found


def _is_where(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a bare name only tells where something was: "the attack in Tarma that killed five men"."""
    named = all(token.tag in ("NNP", "NNPS") for token in tokens[base[0] : base[1]])
    return named and base[0] > 0 and tokens[base[0] - 1].lower in _WHERE


def _is_where_from(tokens: tuple[Token, ...], bases: list[Range], base: Range) -> bool:
    """Whether a bare name only tells where somebody before it is: the "Tarn" of "a blogger in Tarn who posted a video"."""
    at = base[0] - 1
    named = all(token.tag in ("NNP", "NNPS") for token in tokens[base[0] : base[1]])
    unit = tokens[at].lower == "of" and tokens[base[1] - 1].lower.rpartition("-")[2] in _UNITS
    if at < 1 or not named or (tokens[at].lower not in _WHERE_FROM and not unit):
        return False
    return any(one[1] == at and is_person(tokens, one) for one in bases)


_WHERE = wordset("in at near outside around")
_UNITS = wordset("ri dong up gu gun si do")  # "A woman of Sinjon-ri who"
_WHERE_FROM = wordset("in at from near outside around")


def last_person(chunks: Chunks, at: int, noun: Range) -> Range:
    """Who stands last before a participle where the whole is a thing: "the death sentences of six men accused of theft"."""
    tokens = chunks.sentence.tokens
    base = chunks.noun_upto.get(at)
    if base is None or is_person(tokens, noun) or not is_person(tokens, base) or is_occasion(chunks, noun):
        return noun
    return base


def is_occasion(chunks: Chunks, noun: Range) -> bool:
    """Whether a phrase is "reports of ..." or "cases of ...", which do nothing themselves."""
    tokens = chunks.sentence.tokens
    return any(
        tokens[n].lower in _OCCASIONS and tokens[n + 1].lower == "of" for n in range(noun[0], noun[1] - 1)
    )


_OCCASIONS = wordset("reports report cases instances incidents accounts allegations practice")


def does_it_to(tokens: tuple[Token, ...], lemma: str, at: int) -> bool:
    """Whether somebody is done to by whoever acts: "summoned the men to question them"."""
    return lemma in _SUMMONING and at < len(tokens) and tokens[at].lower in ("him", "her", "them")


_SUMMONING = wordset("summon call stop invite take bring approach contact")
