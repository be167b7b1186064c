"""What stands after a verb: its objects and prepositional phrases, cut where something else begins.

Rules:
- An object ends before what hangs on the verb ("for a week", "under arrest"), but keeps "of", "in" and "from".
- A time at the end of a phrase is not part of it.
- "at least five men" is one object; "the investigator 3,000 yuan" are two.
- A relative clause without comma belongs to the object.
"""

from __future__ import annotations

from testigo.reading import phrases
from testigo.reading.chunks import Chunks, is_time
from testigo.reading.classes import head, is_class, is_person
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

Range = tuple[int, int]

RELATIVES = wordset("who which that whom whose")
_APPROXIMATE = wordset(
    "between about around over nearly almost approximately roughly some only just than least most to at more fewer less up"
)


def sentence_end(tokens: tuple[Token, ...]) -> int:
    """The end of a sentence without its closing marks, as a token number."""
    end = len(tokens)
    while end > 0 and tokens[end - 1].tag in (".", "''", "``", ":", ","):
        end -= 1
    return end


def onward(chunks: Chunks, first: int, ceiling: int) -> Range | None:
    """The noun phrase that starts at `first`, without a time or condition that hangs on it ("since the end of April")."""
    found = phrases.onward(chunks, first, ceiling)
    if found is None:
        return None
    tokens = chunks.sentence.tokens
    found = _with_list(chunks, _without_time(tokens, found), ceiling)
    depth = 0
    for at in range(first + 1, found[1]):
        lower = tokens[at].lower
        depth += (lower == "(") - (lower == ")")
        if lower in ("who", "which", "that", "whose"):
            break
        joins = lower == "as" and tokens[at - 1].lower == "well"
        if (
            depth == 0
            and tokens[at].tag == "IN"
            and not joins
            and (lower in _NEVER_INSIDE or _opens_grounds(tokens, at))
        ):
            return first, at
    return found


def _opens_grounds(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "on charges of", "on suspicion of" starts here, which hangs on the verb."""
    near = (token.lower for token in tokens[at + 1 : at + 4])
    return tokens[at].lower == "on" and any(word in ("charges", "suspicion", "accusations") for word in near)


def _with_list(chunks: Chunks, found: Range, ceiling: int) -> Range:
    """A phrase with the list that it begins: "publishers, editors, and journalists"."""
    tokens = chunks.sentence.tokens
    end, at = found[1], found[1]
    while at + 1 < ceiling and tokens[at].lower in (",", "and", "or"):
        last = tokens[at].lower != ","
        at += 1
        if tokens[at].lower in ("and", "or"):
            last, at = True, at + 1
        base = chunks.noun_from.get(at)
        if base is None or base[1] > ceiling or is_time(tokens, base) or tokens[base[0]].tag == "PRP":
            break
        more = phrases.onward(chunks, at, ceiling) or base
        verb = chunks.verb_at(more[1]) if more[1] < len(tokens) else None
        if verb is not None and verb.finite:
            break
        last = last or any(token.lower in ("and", "or") for token in tokens[at : more[1]])
        at = more[1]
        if last:
            return found[0], at
    return found[0], end


def _without_time(tokens: tuple[Token, ...], found: Range) -> Range:
    """A phrase without how often, and without "next month", "last week" at its end, taken for part of it."""
    last = found[1]
    for at in range(found[0] + 1, last - 1):
        often = tokens[at].tag == "CD" and tokens[at + 1].lower == "times"
        if often and tokens[at - 1].tag in ("NN", "NNS", "NNP"):
            return found[0], at  # "by the security bureau three times"
    if last - found[0] > 2 and tokens[last - 2].lower in _WHICH_TIME and is_time(tokens, (last - 1, last)):
        return found[0], last - 2
    return found


_WHICH_TIME = wordset("next last this every each that")
_NEVER_INSIDE = wordset("since until during after before despite because while as")


def two_objects(tokens: tuple[Token, ...], obj: Range) -> tuple[Range, Range | None]:
    """Somebody and an amount, where an object holds both ("the investigator 10,000 yuan")."""
    for at in range(obj[0] + 1, obj[1]):
        if tokens[at].tag in ("CD", "$") and tokens[at - 1].tag in ("NN", "NNS", "NNP", "PRP"):
            unit = at + 1 < obj[1] and tokens[at + 1].tag in ("NN", "NNS", "CD")
            if unit and tokens[at - 1].lower not in ("us", "no.", "office", "group", "article", "camp"):
                return (obj[0], at), (at, obj[1])
        if tokens[at].tag not in ("NN", "NNS", "NNP", "JJ", "DT", "POS", "CD", "$", "PRP$"):
            break
    named = _named_until(tokens, obj)
    if named:
        return (obj[0], named), (named, obj[1])  # "denied Sokolova medical care and visits"
    if tokens[obj[1] - 1].lower in _REFUSED:
        people = next(
            (
                n
                for n in range(obj[1] - 2, obj[0] - 1, -1)
                if tokens[n].tag in ("NNS", "NNPS") and is_person(tokens, (n, n + 1))
            ),
            None,
        )
        plain = people is not None and all(t.tag in _PLAIN for t in tokens[people + 1 : obj[1]])
        if people is not None and plain and is_person(tokens, (obj[0], people + 1)):
            return (obj[0], people + 1), (people + 1, obj[1])  # "denied family members prompt access"
    last = obj[1] - 1
    given = last > obj[0] + 1 and tokens[obj[0]].tag in ("DT", "PRP$") and tokens[last].tag in ("NN", "NNS")
    if (
        given
        and tokens[obj[0]].lower != "no"
        and tokens[last].lower in _GIVEN
        and is_person(tokens, (obj[0], last))
    ):
        return (obj[0], last), (last, obj[1])  # "offered the officer money"
    return obj, None


def _named_until(tokens: tuple[Token, ...], obj: Range) -> int:
    """Where a name or pronoun ends at the head of an object that goes on with what is refused, or 0: "denied her visits"."""
    at = obj[0]
    while at < obj[1] and tokens[at].tag in ("NNP", "NNPS"):
        at += 1
    named = at > obj[0]
    at += not named and tokens[at].tag == "PRP$" and tokens[at].lower == "her"
    goes_on = at > obj[0] and at < obj[1] and tokens[at].tag in ("JJ", "NN", "NNS")
    if not goes_on or not (named or tokens[at].lower in _FROM_FAMILY):
        return 0
    return at if any(token.lower in _REFUSED for token in tokens[at : min(obj[1], at + 3)]) else 0


_FROM_FAMILY = wordset("family medical consular legal adequate visitation visits telephone phone contact")
_REFUSED = wordset(
    "passport passports visa visas permit permits citizenship papers documents bail parole leave food water sleep"
    " access visits visitation contact care treatment attention entry counsel bail representation calls medicine medication"
    " insulin pills tablets inhaler dialysis painkillers surgery blankets soap bedding exercise letters parcels lawyers lawyer burial"
)
_PLAIN = frozenset({"JJ", "NN", "NNS", "CC", ","})
_GIVEN = wordset(
    "money cash food bread rice medicine cigarettes help shelter clothes information water access permission"
)


def base_at(chunks: Chunks, at: int) -> Range | None:
    """The base noun phrase from a token on, where the token may stand inside one ("five" in "at least five men")."""
    if at >= len(chunks.noun_of):
        return None
    base = chunks.noun_from.get(at)
    if base is None and chunks.sentence.tokens[at].lower in ("more", "fewer", "less", "most"):
        base = chunks.noun_from.get(at + 1)
    if base is None and chunks.noun_of[at] >= 0 and chunks.sentence.tokens[at].tag in ("CD", "$"):
        base = (at, chunks.nouns[chunks.noun_of[at]][1])
    return base


PHRASAL = wordset("up down off away back out over")
WITH_PARTICLE = wordset(
    "burn cut shut round hand send pick break call set put step carry turn pull tear knock shoot gun track write lock hunt"
    " crack bring give pay pass close take throw kick haul drag lead seal cordon rope finish pat push pack rough sweep wipe let lay board"
    " fence tie drive chase hold keep lift mark strip sell buy drop beat blow bring lay ship fly force fight hunt rip smash"
)
TERMS = wordset("carry give get receive serve face risk spend impose hand carry add")


def shortened(tokens: tuple[Token, ...], obj: Range, lemma: str = "") -> Range:
    """An object without what hangs on the verb: "detained workers for a week", "put him under arrest"."""
    for at in range(obj[0] + 1, obj[1]):
        lower = tokens[at].lower
        if lower in ("who", "which", "that", "whose", "("):
            break
        if lower == "with" and lemma in _WITH and is_person(tokens, (obj[0], at)):
            return obj[0], at  # "charged the editor with fraud"
        many = tokens[at - 1].lower in NUMBERED or counts_some(tokens, at)
        if lower == "of" and lemma in CONVICTING and not many and is_person(tokens, (obj[0], at)):
            return obj[0], at  # "convicted the two men of fraud"
        if lower == "from" and lemma in _TAKING and is_person(tokens, (obj[0], at)):
            return obj[0], at  # "abducted the student from his room"
        if lower in _BESIDE and tokens[at].tag == "IN" and is_person(tokens, (obj[0], at)):
            return obj[0], at  # "seized the union leader near his apartment"
        struck = lower == "in" and lemma in _STRIKING and tokens[min(at + 1, len(tokens) - 1)].tag == "NNP"
        if lower == "in" and any(t.lower in AIMS for t in tokens[at + 1 : at + 3]):
            return obj[0], at  # "tortured two men in attempts to", "slapped her in the face"
        confined = lower in ("in", "at") and lemma in _CONFINING
        if (confined or struck) and is_person(tokens, (obj[0], at)):
            return obj[0], at  # "placed inmates in solitary confinement", "killed a teacher in Tarma"
        alone = tokens[at - 1].lower not in ("up", "well")  # "a teacher as well as two women"
        if tokens[at].tag in ("IN", "TO", "VBG") and lower in _VERBAL and alone:
            if lower == "by" and tokens[at - 1].tag.startswith("NN") and is_person(tokens, (at + 1, obj[1])):
                continue  # "an attack by soldiers"
            return obj[0], at
    return obj


def counts_some(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "of" at a place says of whom some are counted, or whose they are: "convicted 69 | of the defendants", "six members |
    of the church of theft".
    """
    if tokens[at - 1].lower in _BELONGING and at + 2 < len(tokens) and tokens[at + 1].tag in _THEIRS:
        later = (token.lower for token in tokens[at + 2 : at + 10])
        return next((word for word in later if word in _CLOSING), "") == "of"
    alone = at > 1 and tokens[at - 1].tag == "CD" and tokens[at - 2].tag[0] in "VDI"
    theirs = at + 2 < len(tokens) and tokens[at + 1].tag in ("DT", "PRP$", "CD")
    return alone and theirs and is_person(tokens, (at + 1, at + 3))


_BELONGING = wordset(
    "member members leader leaders supporter supporters follower followers employee employees staff head heads founder founders"
    " relative relatives editor editors director owner owners"
)
_THEIRS = frozenset({"DT", "PRP$", "NNP", "NNPS"})
_CLOSING = wordset("of and or , . ; who which that for with on in by was were")
NUMBERED = wordset("number numbers dozens scores hundreds thousands majority group groups")
_STRIKING = wordset(
    "kill murder behead shoot abduct kidnap injure wound attack ambush execute slaughter stab"
)
_BESIDE = wordset("near beside behind along around")
AIMS = wordset(
    "absentia attempt attempts effort efforts order retaliation response connection exchange return reprisal place front lieu"
    " public secret handcuffs shackles chains face head stomach belly back chest ribs groin kidneys mouth neck legs"
)
_TAKING = wordset(
    "abduct kidnap seize snatch remove drag evict release free take pull transfer expel banish relocate move uproot displace"
    " deport return repatriate extradite drive chase herd bring send"
)
CONVICTING = wordset("convict accuse suspect acquit deprive strip inform notify advise assure remind warn")
_CONFINING = wordset("place put hold keep detain lock throw house confine imprison jail leave")
_WITH = wordset(
    "charge threaten provide beat strike hit whip shoot attack torture replace prod burn cut flog rape cane"
)
_VERBAL = wordset(
    "for to under outside into without by over onto inside through across at on off upon after before during since until"
    " despite amid following regarding concerning"
)


def past_approximators(tokens: tuple[Token, ...], at: int, ceiling: int) -> int:
    """Past "about", "at least", "more than", "up to" where a number comes after them."""
    place = at
    if place < ceiling and tokens[place].lower == "to":
        return at  # "handed to five leaders"
    if [token.lower for token in tokens[at : at + 3 : 2]] == ["as", "as"] and tokens[
        at + 1
    ].lower in _AS_MANY:
        place = at + 3  # "killed as many as 40 villagers"
    while place < ceiling - 1 and place - at < 3 and tokens[place].lower in _APPROXIMATE:
        place += 1
    if place < ceiling and tokens[place].tag in ("CD", "$", "``"):
        return place
    round_number = place + 1 < ceiling and tokens[place].lower == "a" and tokens[place + 1].lower in _ROUND
    return place if round_number else at


_AS_MANY = wordset("many much few")
_ROUND = wordset("dozen hundred thousand million score couple")


def object_ceiling(tokens: tuple[Token, ...], at: int, ceiling: int) -> int:
    """An object runs on over a relative clause without comma, to the end of the sentence at most."""
    for place in range(at, min(len(tokens), at + 30)):
        if place >= ceiling and tokens[place].lower not in RELATIVES:
            return place if place > ceiling or tokens[place].lower not in RELATIVES else ceiling
        token = tokens[place]
        relative = token.lower in ("who", "which", "whose") or (token.lower == "that" and token.tag == "WDT")
        if relative and place > at and tokens[place - 1].tag != ",":
            return sentence_end(tokens)
    return ceiling


def prepositions(
    chunks: Chunks, start: int, ceiling: int
) -> tuple[tuple[tuple[str, Range], ...], Range | None]:
    """The prepositional phrases between `start` and `ceiling`, and the agent after "by"."""
    tokens = chunks.sentence.tokens
    found: list[tuple[str, Range]] = []
    agent: Range | None = None
    at = start
    while at < ceiling - 1:
        token = tokens[at]
        bounds = token.lower == "at" and tokens[at + 1].lower in ("least", "most")  # "at least six people"
        if (token.tag in ("IN", "TO", "RP") and not bounds) or token.lower == "including":
            after = at + 1
            while after < ceiling and tokens[after].tag in ("``", "''"):
                after += 1
            counted = past_approximators(tokens, after, ceiling)
            base = base_at(chunks, counted)
            if base is None and after > at + 1 and base_at(chunks, at + 1) is not None:
                base, after, counted = (
                    base_at(chunks, at + 1),
                    at + 1,
                    at + 1,
                )  # the marks are part of the phrase
            if base is not None and base[0] < ceiling:
                phrase = (after, (onward(chunks, counted, ceiling) or base)[1])
                found.append((token.lower, phrase))
                if token.lower == "by" and agent is None and not _is_no_agent(tokens, phrase):
                    agent = _without_where(tokens, phrase)
        at += 1
    return tuple(found), agent


def _without_where(tokens: tuple[Token, ...], phrase: Range) -> Range:
    """Who acts, without where it was done: "by unknown men near her house"."""
    for at in range(phrase[0] + 1, phrase[1]):
        if tokens[at].lower in ("near", "outside", "inside") and tokens[at].tag == "IN":
            return phrase[0], at
        if tokens[at].lower in ("in", "during") and is_time(tokens, (at + 1, phrase[1])):
            return phrase[0], at  # "by agents in the early hours of Feb. 17"
        if tokens[at].lower == "on" and tokens[at + 1 : at + 2] and tokens[at + 1].lower in _ON_TERMS:
            return phrase[0], at  # "released by the court on bail"
        if tokens[at].lower in RELATIVES:
            break
    return phrase


_ON_TERMS = wordset("bail parole probation charges suspicion")


def _is_fire(tokens: tuple[Token, ...], phrase: Range) -> bool:
    """Whether a phrase names what people are killed by, and a punishment's length: "by live fire", "by up to five years"."""
    return any(token.lower in _FIRE for token in tokens[phrase[0] : phrase[0] + 4])


_FIRE = wordset(
    "fire gunfire ammunition bullet bullets landmine landmines mine mines years months imprisonment"
)


_PARTS = wordset("third thirds quarter quarters half fifth percent tenth")


def _is_no_agent(tokens: tuple[Token, ...], phrase: Range) -> bool:
    """Whether "by" names a time or a means, and nobody who acts: "by May", "by telephone", "by the hair", "by law"."""
    base = phrase[0], next((n for n in range(phrase[0] + 1, phrase[1]) if tokens[n].tag == "IN"), phrase[1])
    if is_time(tokens, base) or tokens[phrase[0]].lower == "firing" or _is_fire(tokens, phrase):
        return True
    if tokens[phrase[1] - 1].lower in _PARTS and phrase[1] - phrase[0] == 2:
        return True  # "cut by a third"
    if (
        tokens[phrase[0]].lower in _MEANS
        and phrase[1] - phrase[0] > 1
        and tokens[phrase[0] + 1].tag in ("IN", "TO")
    ):
        return True  # "relocated by force from the valley"
    if is_person(tokens, phrase) or is_class(tokens, phrase, "authority"):
        return False
    main = head(tokens, phrase)
    bare = phrase[1] - phrase[0] == 1 and main.tag == "NN"
    manned = main.lower in ("boat", "truck", "car", "bus") and phrase[1] - phrase[0] > 1
    if manned and tokens[phrase[1] - 2].lower in ("patrol", "police", "army", "navy", "military", "guard"):
        return False  # "caught by a patrol boat"
    return bare or main.lower in _MEANS or main.tag == "CD"


_MEANS = wordset(
    "hair arm arms wrist wrists ankle ankles waist beard shoulder shoulders leg legs hand hands neck throat collar foot feet telephone phone radio loudspeaker letter mail post law"
    " decree order orders rail train bus car truck boat road sea air land force mistake accident means way name surname"
    " number percent night day noon evening morning nightfall dawn thumb nose ear scruff show majority vote lot lottery"
)
