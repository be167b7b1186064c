"""Which words of a clause name a punishment, one span for each.

Rules:
- A punishment is what a sentence is "to", or what is given, got, served, faced, owed or lost, with its measure.
- A verb may be the punishment itself: "was fined", "jailed for three days", "stripped of their housing".
- Punishments joined by "and" are one each; a demotion or expulsion is one with what it is from or to.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.arguments import Range, past_approximators
from testigo.reading.charge_reasons import punishes
from testigo.reading.chunks import is_time
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.edges import trim
from testigo.reading.lists import wordset
from testigo.reading.phrases import short
from testigo.reading.punishment_edges import (
    BLOWS,
    LENGTHS,
    MEANS,
    is_length,
    is_term,
    own_part,
    until,
    with_of,
    with_range,
    without_tail,
)
from testigo.reading.quantities import amount_end
from testigo.reading.scenes import Mention, Scene
from testigo.reading.shared_out import shared_out
from testigo.reading.slots import Place
from testigo.reading.suspended_terms import past_suspended
from testigo.reading.tokens import Token


def punishment_words(place: Place, mention: Mention) -> tuple[Span, ...]:
    """The words of the punishments that a sentence names, one span for each."""
    clause = mention.clause
    tokens = place.scene.tokens
    if clause is None or mention.trigger.kind != "event":
        return ()
    if mention.noun:
        parts = _named_punishment(place.scene, mention) if mention.trigger.act == "sentence" else []
    elif mention.trigger.act == "sentence":
        if shared := shared_out(place.scene, clause):
            return tuple(place.sentence.span_of(*term) for term, _ in shared)
        parts = _of_a_sentence(place.scene, mention, clause)
    elif mention.trigger.act == "dismissal" and clause.lemma in ("demote", "expel", "remove", "strip"):
        end = _complement(clause)
        parts = [(clause.verb.main, end)] if end > clause.verb.last or clause.lemma == "demote" else []
    elif mention.trigger.act == "release" and clause.lemma in _LESSENING:
        parts = [part for prep, part in clause.preps if prep == "to" and _measures(tokens, part)][:1]
    elif mention.trigger.act == "execution":
        parts = _means(tokens, clause)
    else:
        parts = []
    parts = [part for part in parts if not _is_bare(tokens, part)]
    found = [trim(tokens, with_range(place.scene, without_tail(tokens, part))) for part in parts]
    return tuple(place.sentence.span_of(*part) for part in found if part is not None)


def _of_a_sentence(scene: Scene, mention: Mention, clause: Clause) -> list[Range]:
    """The punishments that the verbs of a sentence tell."""
    parts = _sentenced_to(scene, clause) or _punishing(scene, clause)
    for other in scene.clauses[clause.number + 1 :]:
        if (
            other.kind == "joined" and other.verb.first < mention.at[1]
        ):  # "was fined and sentenced to six years"
            parts += _sentenced_to(scene, other) or _punishing(scene, other)
    return parts


def _is_bare(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether words only say that there is a term, not which: "serving his sentence"."""
    return all(t.lower in _ONLY_TERMS or t.tag in ("PRP$", "DT", "POS") for t in tokens[part[0] : part[1]])


_ONLY_TERMS = wordset("sentence sentences term terms punishment punishments")


def _means(tokens: tuple[Token, ...], clause: Clause) -> list[Range]:
    """How somebody was put to death: "executed by firing squad", "faced a firing squad"."""
    told = [clause.object, *(part for prep, part in clause.preps if prep in ("by", "before"))]
    found = [part for part in told if part is not None and head(tokens, part).lower in MEANS]
    ends = [next((n for n in range(*part) if tokens[n].lower in MEANS), part[0]) for part in found]
    return [(part[0], end + 1) for part, end in zip(found, ends, strict=True)][:1]


_LESSENING = wordset("reduce commute cut lower shorten lessen change halve")


def _measures(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a phrase is a term or a punishment: "to three years’ imprisonment", "to house arrest"."""
    return is_length(tokens, part) or any(
        t.tag == "CD" or t.lower in _TERM for t in tokens[part[0] : part[1]]
    )


_TERM = wordset("lash lashes imprisonment arrest fine probation life term exile service labor labour")


def _named_punishment(scene: Scene, mention: Mention) -> list[Range]:
    """A punishment named by a noun alone: "a fine of 20 million", "a ten-year term"."""
    base = next((b for b in scene.chunks.nouns if b[0] <= mention.at[0] < b[1]), None)
    if base is None or not any(
        t.lower in _TERMS or t.tag == "CD" or t.lower[0].isdigit() for t in scene.tokens[base[0] : base[1]]
    ):
        return []
    whole = short(scene.chunks, base[0], len(scene.tokens)) or base
    return [whole]


_TERMS = wordset("fine fines warning reprimand")
_PUNISHING = wordset("fine jail imprison reprimand strip warn withhold banish write flog cane")


def _punishing(scene: Scene, clause: Clause) -> list[Range]:
    """A verb that is the punishment itself: "was fined", "jailed for three days", "stripped of their housing"."""
    if clause.lemma not in _PUNISHING:
        return []
    if clause.lemma in ("jail", "imprison") and clause.object is not None and not clause.passive:
        terms = [part for prep, part in clause.preps if prep == "for" and is_length(scene.tokens, part)]
        return [until(scene.tokens, part, part[1]) for part in terms[:1]] or [
            (clause.verb.main, clause.verb.last)
        ]
    whole = clause.verb.main, _complement(clause, lengths=scene.tokens)
    return [until(scene.tokens, whole, whole[1])]  # "jailed for two years | for theft"


def _complement(clause: Clause, lengths: tuple[Token, ...] = ()) -> int:
    """The end of what belongs to a punishing verb: "of ...", "from ...", "to ...", or "for" a length of time."""
    last = clause.verb.last
    if clause.object is not None and not clause.passive and clause.lemma == "write":
        last = clause.object[1]
    counted = [t.lower for t in lengths[last + 1 : last + 2]] == ["times"] and lengths[last].tag == "CD"
    last += 2 if counted else 0  # "flogged 40 times"
    for prep, phrase in clause.preps:
        length = prep == "for" and bool(lengths) and is_length(lengths, phrase)
        if bool(lengths) and prep in ("from", "of") and is_time(lengths, phrase):
            break  # "may be fined | from 1 August"
        if phrase[0] - last <= 1 + (prep == "to") and (prep in ("of", "from", "to", "off") or length):
            last = phrase[1]
    return last


def _sentenced_to(scene: Scene, clause: Clause) -> list[Range]:
    """What somebody is sentenced "to", or gets, faces, loses."""
    tokens = scene.tokens
    parts: list[Range] = []
    if clause.lemma in _DECIDING | {"impose"} and clause.passive:
        parts += [p for p in (clause.object, clause.object2) if p]
        if not parts and clause.subject is not None and is_class(tokens, clause.subject, "term"):
            parts.append(clause.subject)
    elif clause.lemma in _GETTING or (clause.lemma == "pay" and not clause.passive):
        parts += [p for p in (clause.undergoer,) if p]
    elif clause.lemma in _LENGTHENING or clause.lemma in _ASKING or clause.lemma == "add":
        parts += _changed_or_asked(tokens, clause)
        kids = scene.children(clause, "infinitive") if not parts else ()
        parts += [part for kid in kids for part in _sentenced_to(scene, kid) or _punishing(scene, kid)]
    elif clause.lemma in _ORDERING:
        kids = [k for k in scene.children(clause, "infinitive") if k.lemma in _UNDERGOING]
        paid = [k.object or (k.verb.main, scene.extent(k)[1]) for k in kids]
        parts += paid[:1]
    elif clause.lemma in _DECIDING and not clause.passive and clause.object2 is None:
        told = (p for p in (clause.object,) if p is not None and is_class(tokens, p, "term"))
        parts += [until(tokens, part, part[1]) for part in told]
    elif clause.lemma in ("go", "fall") and clause.subject is not None:
        parts.append(_behind_comma(tokens, clause.subject))
    elif clause.lemma in _LEAVING and clause.undergoer is not None:
        parts += _left(scene, clause.undergoer)
    elif clause.object2 is not None:
        parts.append(clause.object2)
    elif clause.lemma in ("lock", "send"):
        parts += _locked_or_sent(scene, clause)
    for prep, phrase in clause.preps:
        if not parts and _leads_to(tokens, clause, prep, phrase):
            start = phrase[0]
            if (
                prep == "to"
                and start > 2
                and tokens[start - 3].lower in ("for", "of")
                and tokens[start - 2].tag == "CD"
            ):
                start -= 2  # "sent away for three to seven years"
            parts.append(until(tokens, (start, phrase[1]), clause.last))
    parts = parts or _behind_aside(scene, clause)
    parts = [with_of(scene, part) for part in parts if tokens[part[0]].lower != "each"]
    parts = [one for part in parts for one in _each_of(tokens, own_part(tokens, part))]
    further = [more for part in parts[-1:] for more in _further(scene, part)]
    parts += [one for more in further for one in _each_of(tokens, more) if not _is_paper(tokens, one[0])]
    return parts + _fined(tokens, clause)


def _behind_aside(scene: Scene, clause: Clause) -> list[Range]:
    """The term behind an aside about whom a court sentenced: "sentenced Ana Lo, who is ill, to five years"."""
    tokens = scene.tokens
    if clause.lemma not in ("sentence", "condemn"):
        return []
    for at in range(clause.verb.last, len(tokens) - 1):
        if tokens[at].lower in (";", "and", ":") and tokens[at - 1].tag in (",", "NN", "NNS", ":"):
            break
        whole = short(scene.chunks, at + 1, len(tokens)) if tokens[at].lower == "to" else None
        term = whole is not None and (tokens[at + 1].lower == "death" or _measures(tokens, whole))
        if whole is not None and term and tokens[at - 1].lower in _ASIDE_ENDS:
            return [until(tokens, whole, whole[1])]
    return []


_ASIDE_ENDS = wordset(", ) – — -")
_LEAVING = wordset("uphold confirm affirm endorse approve maintain ratify")


def _left(scene: Scene, part: Range) -> list[Range]:
    """Which sentence a court leaves as it is: "upheld the five-year sentence of two men", "his term of six years"."""
    tokens = scene.tokens
    base = scene.chunks.noun_from.get(part[0], part)
    if not is_class(tokens, base, "term"):
        return []
    of = base[1] + 1 < part[1] and tokens[base[1]].lower == "of"
    whole = (part[0], part[1]) if of and _measures(tokens, (base[1] + 1, part[1])) else base
    told = any(t.tag == "CD" or t.tag in ("NN", "JJ") for t in tokens[whole[0] : whole[1] - 1])
    return [until(tokens, whole, whole[1])] if told else []


def _fined(tokens: tuple[Token, ...], clause: Clause) -> list[Range]:
    """How much somebody is fined, with the currency, known or not: "fined 1,000 nakfa"."""
    part = clause.object
    if clause.lemma != "fine" or part is None:
        return []
    summed = clause.passive and tokens[part[0]].tag in ("CD", "$")
    if not summed and not is_class(tokens, part, "money"):
        commas = (n for n in range(part[1], min(len(tokens) - 1, part[1] + _ASIDE)) if tokens[n].text == ",")
        sums = ((n + 1, amount_end(tokens, n + 1)) for n in commas)
        return [one for one in sums if one[1]][:1]  # "fined Ana Lo, a mother of three, 960 roubles"
    return [(part[0], max(part[1], amount_end(tokens, part[0])))]


_ASIDE = 16  # tokens: who somebody is, between commas


def _locked_or_sent(scene: Scene, clause: Clause) -> list[Range]:
    """How long somebody is locked up, or what they are sent to do: "sent to do farm work for a month"."""
    if clause.lemma == "send":
        return [_doing(scene, kid) for kid in scene.children(clause, "infinitive")][:1]
    return [part for prep, part in clause.preps if prep == "for" and is_length(scene.tokens, part)][:1]


def _doing(scene: Scene, kid: Clause) -> Range:
    """What somebody is sent to do: the work of "do farm work for a month", the whole of "study for a year"."""
    last = scene.extent(kid)[1]
    return (kid.object[0], last) if kid.lemma == "do" and kid.object is not None else (kid.verb.main, last)


def _leads_to(tokens: tuple[Token, ...], clause: Clause, prep: str, phrase: Range) -> bool:
    """Whether a preposition leads to the punishment: "sent to", "put in", "punished by", "let off with"."""
    return (
        (
            prep == "to"
            and clause.lemma in _SENDING
            and (_measures(tokens, phrase) or not is_class(tokens, phrase, "person"))
        )
        or (prep == "for" and clause.lemma == "sentence" and _measures(tokens, phrase))
        or (prep in ("in", "into") and clause.lemma in ("put", "place", "hold"))
        or (prep == "by" and punishes(tokens, clause, phrase))
        or (prep == "with" and clause.lemma in _WITH)
    )


_SENDING = wordset("sentence condemn convict send be drag ship commit subject")
_DECIDING = wordset("hand issue deliver pass pronounce announce mete dish give")
_UNDERGOING = wordset("pay serve do perform spend")
_LENGTHENING = wordset("increase extend double triple lengthen prolong raise")
_ASKING = wordset("ask request demand seek call recommend")
_ORDERING = wordset("order make force compel require")
_WITH = wordset("punish convict threaten escape let get slap hit land saddle")


def _changed_or_asked(tokens: tuple[Token, ...], clause: Clause) -> list[Range]:
    """What a sentence is raised "to" or "by", or what is asked "for": "extended by four years", "asked for ten years"."""
    if clause.lemma == "add":  # "added four months to his term"
        part = clause.undergoer
        return [part] if part is not None and is_length(tokens, part) else []
    if clause.lemma in _LENGTHENING:
        found = [part for name in ("to", "by", "for") for prep, part in clause.preps if prep == name]
        return [part for part in found if is_length(tokens, part) or _measures(tokens, part)][:1]
    asked = [clause.object, *(part for prep, part in clause.preps if prep == "for")]
    terms = (part for part in asked if part is not None and is_class(tokens, part, "term"))
    return [_before_whom(tokens, part) for part in terms][:1]


def _before_whom(tokens: tuple[Token, ...], part: Range) -> Range:
    """A punishment without whom it is asked for: "five years in prison for the editor"."""
    ends = (at for at in range(part[0] + 1, part[1]) if tokens[at].lower == "for")
    return part[0], next(ends, part[1])


def _behind_comma(tokens: tuple[Token, ...], part: Range) -> Range:
    """The length that tells which term is meant: "the stiffest term, 14 years, went to"."""
    for at in range(part[0] + 1, part[1] - 1):
        if tokens[at].text == "," and tokens[at + 1].tag == "CD":
            return at + 1, part[1]
    return part


def _each_of(tokens: tuple[Token, ...], part: Range) -> list[Range]:
    """The punishments of one phrase: "two years in prison, a travel ban, and a fine" are three."""
    found: list[Range] = []
    start = part[0]
    for at in range(part[0] + 1, part[1] - 1):
        if at <= start or tokens[at].lower not in _JOINING:
            continue
        after = at + 1
        while after < part[1] - 1 and tokens[after].lower in _JOINING:
            after += 1
        if tokens[after].tag == "CD" and tokens[after + 1 : after + 2] and tokens[after + 1].lower == "to":
            return [*found, (start, at), (after + 2, part[1])]  # "19 men to death and three to life"
        if tokens[after].lower in ("a", "an") and any(
            t.lower in _PAPERS for t in tokens[after + 1 : after + 4]
        ):
            return [*found, (start, at)]  # "sentenced to similar terms, | and an internal speech"
        if _is_another(tokens, (start, at), after, listed=bool(found) or tokens[at].text == ","):
            found.append((start, at))
            start = after
    return [*found, (start, part[1])]


def _is_paper(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether words or pictures open here, which are no punishment: "an internal speech"."""
    return tokens[at].lower in ("a", "an") and any(t.lower in _PAPERS for t in tokens[at + 1 : at + 4])


def _is_another(tokens: tuple[Token, ...], before: Range, at: int, *, listed: bool) -> bool:
    """Whether a punishment of its own starts at a token: "a fine", "death", "18 months" behind a comma."""
    token = tokens[at]
    if at + 1 >= len(tokens):
        return False
    if token.lower in ("a", "an"):
        return tokens[at + 1].lower not in ("half", "quarter")
    each = token.tag == "CD" and tokens[at + 1].lower in LENGTHS and at + 3 < len(tokens)
    if each and tokens[before[1] - 1].tag == "CD":
        return False  # "terms of ten and eight years"
    if each and "respectively" in (tokens[at + 2].lower, tokens[at + 3].lower):
        return True  # "terms of 11 months and eight months, respectively"
    if token.tag == "CD" and tokens[at + 1].lower in BLOWS:
        return True  # "six years in prison and 300 lashes"
    if token.tag == "CD":
        told = any(t.lower in LENGTHS for t in tokens[before[0] : before[1]])
        complete = listed or tokens[before[1] - 1].lower not in LENGTHS  # not "two years and six months"
        return complete and told and tokens[at + 1].lower in LENGTHS
    return token.lower in _PENALTIES or (token.tag == "JJ" and tokens[at + 1].lower in _PENALTIES)


_PAPERS = wordset(
    "speech report letter article statement book document file video photo list interview record"
)
_JOINING = frozenset({",", "and", "or", "plus"})
_PENALTIES = wordset(
    "confiscation death exile imprisonment deportation dismissal probation fine fines flogging lashes disbarment"
)


def _further(scene: Scene, part: Range) -> list[Range]:
    """The punishments joined to one: "two years in prison and a ban on travel", "..., confiscation of property, or death"."""
    tokens, found = scene.tokens, []
    at = past_suspended(tokens, part[1])
    while at + 1 < len(tokens) and (tokens[at].lower in _JOINING or _is_followed(tokens, at)):
        at += 1
        while at + 1 < len(tokens) and tokens[at].lower in ("and", "or", "by", "followed"):
            at += 1
        counted = past_approximators(tokens, at, len(tokens))
        more = short(scene.chunks, counted, len(tokens)) if counted in scene.chunks.noun_from else None
        more = (at, more[1]) if more is not None else None
        if more is None or (is_class(tokens, more, "person") and tokens[more[1] - 1].lower not in _PENALTIES):
            break
        if is_time(tokens, more) and not is_term(tokens, more):
            break
        verb = scene.chunks.verb_at(more[1]) if more[1] < len(tokens) else None
        if (verb is not None and verb.finite) or tokens[more[1] - 1].lower in _TERRITORIES:
            break  # "a camp near Orsk, Western District"
        found.append(more)
        at = past_suspended(tokens, more[1])
    return found


_TERRITORIES = wordset("district province region county oblast prefecture municipality state")


def _is_followed(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "followed by" stands at a token: "nine years in prison followed by four of house arrest"."""
    return tokens[at].lower == "followed" and at + 2 < len(tokens) and tokens[at + 1].lower == "by"


_GETTING = wordset("get receive serve face risk lose forfeit carry impose complete begin levy owe")
