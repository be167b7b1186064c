"""Common nouns that say where: "at a military hospital", "the Sino-North Korean border", "within 500 meters of the river".

Rules:
- A site is a noun phrase after a preposition of place, or after "cross", "enter", "leave"; its head is in the word list.
- An origin ("from the market") is none, unless the act is one of taking or sending away.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.classes import is_person
from testigo.reading.lists import wordset
from testigo.reading.place_kinds import PlaceMention, word_lists
from testigo.reading.tokens import Document, Sentence, Token
from testigo.value import replace


def sites(document: Document, span: Span, *, origin: bool = False) -> list[PlaceMention]:
    """Common nouns that say where, in a span: "at a military hospital", "the Sino-North Korean border".

    origin: where somebody is taken, dismissed or let go from counts too ("taken from her home").
    """
    words, out = word_lists(), []
    sentence = document.sentence_at(span.start)
    while sentence is not None and sentence.span.start < span.end:
        tokens = sentence.tokens
        first, last = sentence.tokens_in(span)
        at = first
        while at < last:
            token = tokens[at]
            onward = tokens[at + 1].lower if at + 1 < last else ""
            least = (token.lower == "at" and onward in ("least", "most")) or (
                token.lower == "behind" and onward == "bars"
            )
            if token.tag not in _LEADING_TAGS or least:
                at += 1
                continue
            if token.lower in _ADVERBS and token.tag.startswith("RB") and _is_gone_to(tokens, at):
                out.append(_site(document, sentence, at, at + 1, ""))
            elif token.lower == "in" and [t.lower for t in tokens[at : at + 3]] == ["in", "front", "of"]:
                end = _front_end(tokens, at + 3, last)
                if end:
                    out.append(_site(document, sentence, at, end, "in"))
                    at = end
                    continue
            elif token.tag == "CC" and at + 1 < last and tokens[at + 1].tag in ("VBN", "VBD"):
                at += 1  # "at checkpoints and established others"
                continue
            elif (
                _leads_to_site(_leading(tokens, at), words, origin=origin)
                or _is_bound_for(tokens, at, last)
                or (token.lower == "by" and _stands_by(tokens, at, last))
                or (origin and token.lower == "of" and tokens[at - 1].lemma in _MEMBERS)
            ):
                at += tokens[at].lower in _SIDES and at + 2 < last and tokens[at + 1].lower == "of"
                end = _site_end(tokens, at + 1, last, words["site"])
                if end and _is_left(tokens, at, end):
                    end = 0
                if end:
                    far = tokens[at].lower == "within" and tokens[at + 1].tag == "CD"
                    first_word = at if far else _phrase_start(tokens, at + 1, end)
                    end = _with_use(tokens, _with_name(tokens, _with_owner(tokens, end, last), last))
                    out.append(_site(document, sentence, first_word, end, _leading(tokens, at).lower))
                    town = _town_before(tokens, first_word, end)
                    if town:
                        named = _site(document, sentence, first_word + 1, town, _leading(tokens, at).lower)
                        out.append(replace(named, level=2))
                    at = end
                    continue
            at += 1
        follows = sentence.index + 1
        sentence = document.sentences[follows] if follows < len(document.sentences) else None
    return out


def _stands_by(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether "by" tells where something stands: "on a sheet by the stairs"."""
    end = at + 1
    while end < last and tokens[end].tag in ("DT", "JJ", "PRP$", "NN"):
        end += 1
    return end > at + 1 and tokens[end - 1].lower in _BESIDE


_BESIDE = wordset(
    "stairs staircase road roadside river gate door fence wall lake sea window entrance riverside"
)
_MEMBERS = wordset(
    "student worker teacher employee monk nun pupil miner farmer lecturer professor guard manager"
)
_LEADING_TAGS = frozenset(
    {"CC", "RB", "RBR", "RBS", "IN", "TO", "RP", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
)


def _leading(tokens: tuple[Token, ...], at: int) -> Token:
    """The word that leads to a place here; for "or" the preposition before: "in camps or the Ramo Verde military prison"."""
    if tokens[at].tag != "CC":
        return tokens[at]
    for place in range(at - 1, max(-1, at - 6), -1):
        if tokens[place].tag in ("IN", "TO"):
            return tokens[place]
        if tokens[place].tag not in _NP:
            break
    return tokens[at]


def _town_before(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """Where the town ends that says where something without a name is: the "Nairobi" of "a Nairobi taxi"; 0 for none."""
    at = first + 1
    if tokens[first].lower not in ("a", "an") or tokens[end - 1].lower in ("court", "courts"):
        return 0
    while at < end and tokens[at].tag == "NNP" and not tokens[at].lower.endswith(_OF_PEOPLE):
        at += 1
    return at if first + 1 < at < end and all(t.tag in ("NN", "NNS") for t in tokens[at:end]) else 0


_OF_PEOPLE = ("ean", "ian", "ese", "ish", "stani", "raqi", "uslim")


def _is_gone_to(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether somebody goes or is sent "abroad" or "inland": no "relatives abroad", no "money from abroad"."""
    before = tokens[at - 1]
    if before.lower == "from" or before.lemma in ("call", "live", "make", "stay"):
        return False
    if not before.tag.startswith("NN"):
        return True
    return before.lower == "treatment" or any(
        token.lemma in _SENDING for token in tokens[max(0, at - 9) : at]
    )


_SENDING = wordset("send take move bring transfer deport post ship smuggle drive lure")
_ADVERBS = frozenset({"inland", "abroad", "overseas", "elsewhere"})


def _site(document: Document, sentence: Sentence, first: int, last: int, lead: str) -> PlaceMention:
    span = sentence.span_of(first, last)
    return PlaceMention(span, span.of(document.text), None, 9, sentence.index, lead, "place.site")


_REACHED = frozenset(
    {
        "cross",
        "enter",
        "visit",
        "leave",
        "approach",
        "reach",
        "storm",
        "raid",
        "close",
        "guard",
        "search",
        "occupy",
    }
    | {"sweep", "torch", "block", "seal", "surround", "reopen"}
)


def _leads_to_site(token: Token, words: dict[str, frozenset[str]], *, origin: bool) -> bool:
    if token.tag in ("IN", "TO", "RP"):
        if token.lower == "from":
            return origin
        return token.lower in words["before"] and token.lower != "by"
    return token.tag.startswith("VB") and token.lemma in _REACHED


def _is_left(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Whether the words only tell that somebody left the country, which names no place."""
    return tokens[at].lemma in ("leave", "exit", "depart") and tokens[end - 1].lower == "country"


def _is_site(tokens: tuple[Token, ...], at: int, last: int, heads: frozenset[str]) -> bool:
    """Whether a noun names where something happens: by the list, by what it ends in, or as a part of a place."""
    noun = tokens[at]
    if noun.tag.startswith("NNP"):
        return False
    if noun.lower in heads or (noun.lemma in heads and noun.lemma != "desk"):
        return tokens[at - 1].lower != "closed" or noun.lemma != "door"
    if noun.lower == "state" and at + 2 < last and tokens[at + 1].lower == "of":
        return tokens[at + 2].tag == "NNP"  # "in the state of Orsa"
    if noun.lower in ("space", "spaces") and tokens[at - 1].lower in ("public", "open"):
        return True
    if noun.lower == "unit" and tokens[at - 1].lower == "police":
        return True  # "taken to a police unit in Colon"
    if noun.lemma.endswith(_SITE_ENDS) and noun.lemma not in _NO_SITES and len(noun.lemma) > 7:
        return True
    return (
        noun.lower in _SIDES_OF
        and at + 2 < last
        and tokens[at + 1].lower == "of"
        and _is_place_of(tokens, at + 2, last, heads)
    )


def names_site(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> bool:
    """Whether a noun phrase names where something happens."""
    return _is_site(tokens, phrase[1] - 1, len(tokens), word_lists()["site"])


_SITE_ENDS = ("house", "shop", "yard", "room", "field", "side", "hall", "stand")
_NO_SITES = frozenset(
    {"archbishop", "mushroom", "powerhouse", "pesticide", "homicide", "genocide", "household"}
)
_SIDES_OF = frozenset({"edge", "edges", "heart", "middle", "mouth", "foot", "top", "bank", "banks", "outskirts", "side", "sides",
                       "part", "parts", "corner", "shore", "shores", "back", "rest"})  # fmt: skip


def _is_place_of(tokens: tuple[Token, ...], first: int, last: int, heads: frozenset[str]) -> bool:
    """Whether a phrase names a place: "the edge of the city", "the middle of Lake Tarn"."""
    at = first
    while at < last and tokens[at].tag in _NP:
        at += 1
    noun = tokens[at - 1]
    return at > first and (noun.tag.startswith("NNP") or noun.lower in heads or noun.lemma in heads)


_NP = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS", "VBN", "VBG", "JJR", "JJS"})


def _site_end(tokens: tuple[Token, ...], first: int, last: int, heads: frozenset[str]) -> int:
    """The end of the noun phrase from `first` whose head names a site, or 0."""
    if tokens[first - 1].lower == "within" and (end := _distance_end(tokens, first, last)):
        return end
    at = first
    while at < last and at < first + 9 and (tokens[at].tag in _NP or tokens[at].text in "“”-"):
        at += 1
    while at > first and not tokens[at - 1].tag.startswith("NN"):
        at -= 1
    if at + 1 < last and tokens[at].lower == "and" and tokens[at + 1].tag in ("NN", "NNS") and at - first < 3:
        after = at + 2  # "churches and mosques", but not "market and prison officials"
        while after < last and tokens[after].tag in ("NN", "NNS"):
            after += 1
        if tokens[at - 1].tag != "NNS" or not _is_site(tokens, after - 1, last, heads):
            return 0
    if at == first or not _is_site(tokens, at - 1, last, heads):
        return 0
    return 0 if _only_sounds_so(tokens, first, at) else at


def _only_sounds_so(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Whether a phrase with such a noun tells no place: "in front", "on a news site", "set fire to houses"."""
    lead, noun = tokens[first - 1].lower, tokens[end - 1]
    before, follows = tokens[end - 2].lower, tokens[end] if end < len(tokens) else None
    if follows is not None and (follows.tag == "CD" or (follows.lower == "of" and noun.lower == "front")):
        return True  # "Office 6" is a name, "in front of" says before whom
    fire = any(
        tokens[n].lower == "fire" and tokens[n + 1].lower == "to" for n in range(max(0, first - 5), first - 1)
    )
    ruled = lead == "over" and tokens[first - 2].lower in _RULE
    hit = tokens[max(0, first - 3)].lower in ("was", "were", "been", "be")  # "was shot at the airfield"
    pointed = lead == "at" and tokens[first - 2].lemma in _POINTING and not hit
    if fire or ruled or pointed or (noun.lemma in _GATHERINGS and lead not in ("at", "outside", "near")):
        return True
    if (before in _ONLINE and noun.lemma in ("site", "post", "station")) or (
        before == "border" and lead == "on" and noun.lower == "crossing"
    ):
        return True
    if end - first > 1:
        return end - first == 2 and noun.lower == "building" and tokens[end - 2].tag == "NN"
    remains = tokens[first - 2].lemma == "remain"
    if noun.lower == "floors" or (noun.lower in _HELD_IN and (remains or _after_length(tokens, first - 1))):
        return True  # "slept on floors"
    return noun.tag == "NN" and noun.lower not in _BARE


_GATHERINGS = wordset("event concert festival forum ceremony conference")
_ONLINE = wordset(
    "news web internet online media networking propaganda social gambling dating sharing facebook telegram blog television radio tv"
)
_POINTING = wordset("look point shoot fire aim stare throw shout wave bark")
_RULE = wordset("rule control authority sovereignty power dispute disputes claims claim jurisdiction")
_HELD_IN = frozenset({"prison", "jail"})


def _after_length(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a preposition follows a length: "after four years in jail" tells how long, not where."""
    return at > 0 and tokens[at - 1].lower in ("year", "years", "month", "months", "day", "days", "weeks")


_BARE = frozenset({"stage", "sea", "port", "hospital", "prison", "jail", "home", "school", "church"})


_LEADS_ON = {
    "border": "of with between", "frontier": "of with between", "road": "of to from between", "highway": "of to from between",
    "railway": "of to from between", "path": "of to from between", "track": "of to from between", "line": "of to from between",
    "crossing": "of at with to", "bridge": "of at to", "post": "of at", "entrance": "of to", "gate": "of to", "gates": "of to", "exit": "of from",
}  # fmt: skip


def _with_owner(tokens: tuple[Token, ...], end: int, last: int) -> int:
    """The end of a site with whose or which it is: "the counter of the civil registry", "the hamlet of Ye Chaung"."""
    leads = "of" if end + 1 >= last else _LEADS_ON.get(tokens[end - 1].lemma, "of")
    if end + 1 >= last or tokens[end].lower not in leads.split():
        return end
    at = end + 1
    while at < last and at < end + 8 and tokens[at].tag in _NP and tokens[at].tag not in ("VBN", "VBG", "CD"):
        begins = tokens[at].tag == "DT" or tokens[at].lower in ("last", "next", "early", "late")
        if begins and tokens[at - 1].tag.startswith("NN"):
            break  # "the city of Rasht | this week"
        at += 1
    whole = at > end + 1 and tokens[at - 1].tag.startswith("NN")
    several = whole and tokens[end - 1].tag == "NNS" and tokens[at - 1].tag == "NNP"
    if several and at + 1 < last and tokens[at].lower == "and" and tokens[at + 1].tag == "NNP":
        at += 2  # "the towns of Rusa and Deir"
        while at < last and tokens[at].tag == "NNP":
            at += 1
    return at if whole else end


def _with_use(tokens: tuple[Token, ...], end: int) -> int:
    """The end of a site with how many it is made for: "facilities designed for 8,500", "cells built for four people"."""
    last = len(tokens)
    if end + 2 >= last or tokens[end].lower not in _MADE or tokens[end + 1].lower != "for":
        return end
    at = end + 2
    while at < last and tokens[at].tag in ("CD", "NNS", "JJ", "DT", "RB"):
        at += 1
    return at if any(token.tag == "CD" for token in tokens[end + 2 : at]) else end


_MADE = frozenset({"designed", "built", "meant", "intended", "made", "planned"})


def _with_name(tokens: tuple[Token, ...], end: int, last: int) -> int:
    """The end of a unit with the name that stands after its comma: "the capital, Minsk"."""
    if end + 1 >= last or tokens[end - 1].lower not in _NAMED_UNITS or tokens[end].text != ",":
        return end
    at = end + 1
    while at < last and tokens[at].tag in ("NNP", "NNPS"):
        at += 1
    closes = at >= len(tokens) or tokens[at].tag in (",", ".", ":", "CC", "IN")
    return at if at > end + 1 and closes else end


_UNITS = frozenset({"country", "city", "town", "capital", "province", "village", "district"})
_NAMED_UNITS = frozenset({"capital", "city"})
_SIDES = frozenset({"outside", "inside"})


def _is_bound_for(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether "for" says where somebody went: "left Osh for a third country"."""
    if tokens[at].lower != "for" or not any(t.lemma in _UNITS for t in tokens[at + 1 : min(last, at + 4)]):
        return False
    return any(token.lemma in ("leave", "depart") for token in tokens[max(0, at - 4) : at])


def _front_end(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The end of what somebody is in front of, where it is no person: "in front of her shop"."""
    at = first
    while at < last and at < first + 8 and tokens[at].tag in _NP:
        at += 1
    if at == first or not tokens[at - 1].tag.startswith("NN") or is_person(tokens, (first, at)):
        return 0
    return at


def _phrase_start(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """Past a time that stands before the phrase: "On July 24 a bus" names no day of a bus."""
    articles = [
        at for at in range(first, end) if tokens[at].lower in ("a", "an", "the", "his", "her", "their")
    ]
    return articles[-1] if articles and articles[-1] > first and _is_named(tokens, first) else first


def _is_named(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a day, month or year opens a phrase: "July 24", "late August"."""
    return "CD" in tokens[first].tag or any(t.tag == "NNP" for t in tokens[first : first + 2])


_LENGTHS = frozenset({"meters", "metres", "kilometers", "kilometres", "km", "miles", "meter", "kilometer"})


def _distance_end(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The end of "500 meters of the river" after "within", or 0."""
    at = first
    while at < last and at < first + 4 and tokens[at].lower not in _LENGTHS:
        at += 1
    if at >= last or tokens[at].lower not in _LENGTHS or tokens[first].tag != "CD":
        return 0
    at += 1
    if at + 1 < last and tokens[at].lower in ("of", "from"):
        end = at + 1
        while end < last and tokens[end].tag in _NP:
            end += 1
        return end
    return at
