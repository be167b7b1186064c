"""Places that no table knows: by what they end in ("Bago Region"), or by what leads to them ("in Tehran").

Rules:
- A name that ends in the word for a unit or facility is a place; one after "in", "near", "outside" is, unless it is a
  time, an office, a law or a person.
- "Mon and Karen States" are two places.
"""

from __future__ import annotations

from functools import lru_cache

from testigo.claim import Span
from testigo.data import files
from testigo.reading.classes import is_person
from testigo.reading.lists import wordset
from testigo.reading.place_names import is_surname
from testigo.reading.place_rows import PLURAL_UNITS, before_units, is_around
from testigo.reading.tokens import Document, Sentence, Token
from testigo.value import value


@value
class PlaceMention:
    """A place named in the text. id: row of the places table, or None; level: as there, 0 a country, 9 a site.

    lead: the preposition before it or before the chain it stands in; chained: it stands in a chain with the one before;
    speaks: a verb follows of which it is the subject ("Pyongyang has not commented").
    """

    span: Span
    text: str
    id: str | None
    level: int
    sentence: int
    lead: str
    rule: str
    unknown: str | None = None
    chained: bool = False
    speaks: bool = False


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """The words of `place_words.txt` by their list: unit, site, before, not."""
    text = files("testigo.reading.en").joinpath("place_words.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: frozenset(words) for kind, *words in lines}


def lead_of(sentence: Sentence, first: int) -> str:
    """The preposition that leads to the name, over its determiner and its adjectives."""
    at = first - 1
    tokens = sentence.tokens
    while (
        at >= 0
        and at > first - 7
        and (tokens[at].tag in ("DT", "JJ", "NNP", "NN", "CD", "PRP$") or tokens[at].lower == "of")
    ):
        if tokens[at].lower == "of" and at > 0 and tokens[at - 1].tag not in ("NN", "NNP"):
            return "of"
        at -= 1
    if at > 1 and tokens[at].lower == "from" and [t.lower for t in tokens[at - 2 : at]] == ["to", "and"]:
        return "to"  # "to and from Sudan"
    return tokens[at].lower if at >= 0 and tokens[at].tag in ("IN", "TO", "RP") else ""


def others(document: Document, sentence: Sentence, taken: set[int]) -> list[PlaceMention]:
    """Capitalised names that the table does not know: by their last word, or by the preposition before them."""
    words, tokens = word_lists(), sentence.tokens
    found: list[PlaceMention] = []
    ends: set[int] = set()  # where names end that a preposition leads to
    last = 0
    for at, token in enumerate(tokens):
        name = _is_name(token) or (
            token.tag == "JJ" and token.text[0].isupper() and _before_units(tokens, at)
        )
        if at < last or not name or at in taken or token.lower in words["not"]:
            continue
        last = at + 1
        while (
            last < len(tokens)
            and last not in taken
            and (_is_name(tokens[last]) or _is_particle(tokens, last))
        ):
            last += 1
        if last - at > 1 and tokens[last - 1].lower == "court":
            if at_court(tokens, at):
                span = sentence.span_of(at, last)
                found.append(
                    PlaceMention(span, span.of(document.text), None, 9, sentence.index, "at", "place.court")
                )
            continue
        if sits_at(tokens, at, last):
            span = sentence.span_of(at, last)
            found.append(
                PlaceMention(span, span.of(document.text), None, 2, sentence.index, "at", "place.court-seat")
            )
            continue
        named = tokens[last - 1].lower in words["unit"] and last - at > 1
        named = named and not (tokens[last - 1].lower == "department" and tokens[last - 2].lower in _FIELDS)
        named = named and not is_surname(tokens, at, last)
        several = last - (last - at > 1 and tokens[last - 1].lower in PLURAL_UNITS)
        if several == last and last < len(tokens) and tokens[last].lower in PLURAL_UNITS:
            named, last = True, last + 1  # "Mon and Karen districts"
        if not named and (end := _with_common_noun(tokens, last, words["common"])):
            named, last = True, end
        outside = at > 0 and _outside(tokens, at)
        if (
            outside
            and last + 1 < len(tokens)
            and tokens[last].lower in ("'s", "’s")
            and _is_name(tokens[last + 1])
        ):
            last += 2  # "outside the Kesh Attorney General’s Office"
        time = token.lower.rstrip(".") in _MONTHS_AND_DAYS
        led = not named and not (time if outside else _is_other(sentence, at, last))
        led = led and not _is_people(tokens, at, last)
        led = led and not (
            last < len(tokens) and tokens[last].lower in ("custody", "detention")
        )  # "in KGB custody"
        led = led and (outside or _is_led(sentence, at) or _is_listed(tokens, at, last, ends))
        led = led or (
            not named
            and token.lower not in _MONTHS_AND_DAYS
            and is_around(tokens, at, last, ends, words["site"])
        )
        if named and last < len(tokens) and tokens[last].tag == "NNS" and is_person(tokens, (last, last + 1)):
            continue  # "Tarn County residents", "Kesh City officials": whose, not where
        if (
            named
            and tokens[last - 1].lower in ("university", "college")
            and tokens[last : last + 1]
            and (tokens[last].tag in ("NN", "NNS") and is_person(tokens, (last, last + 1)))
        ):
            continue  # "a Tarn State University lecturer"
        if named or led:
            if named and (several < last or tokens[last - 1].lower in PLURAL_UNITS):
                found.extend(_by_kind(document, sentence, one) for one in before_units(tokens, at))
            ends.add(last)
            span = sentence.span_of(at, last)
            rule = "place.by-its-kind" if named else "place.by-preposition"
            found.append(
                PlaceMention(
                    span, span.of(document.text), None, 2, sentence.index, lead_of(sentence, at), rule
                )
            )
    return list({mention.span: mention for mention in found}.values())


def _is_people(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a name is of people that something is directed at: "policies toward Tatars"."""
    several = (
        last - first == 1
        and tokens[first].tag in ("NNPS", "NNS", "NNP")
        and tokens[first].lower.endswith("s")
    )
    return several and first > 0 and tokens[first - 1].lower in ("toward", "towards", "against")


def _outside(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name is what something stands outside of or near to, an office too: "outside the Ministry of Justice"."""
    before = at - 1 - (tokens[at - 1].tag == "DT")
    return before >= 0 and tokens[before].lower in ("outside", "near", "inside", "opposite")


def at_court(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the name of a court tells where, "on trial at Tarva City Court"; a court that acts is who, not where."""
    before = at - 1
    if before > 0 and tokens[before].lower in ("the", "a", "an"):
        before -= 1
    return before >= 0 and tokens[before].lower in _AT_COURT and tokens[at].lower not in _MONTHS_AND_DAYS


_AT_COURT = wordset("at before in outside inside near")


def sits_at(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a name says where a court or a cemetery is: "a Tarva district court" sits in Tarva."""
    if first == 0 or tokens[first - 1].lower not in _BEFORE_SEAT or tokens[first].text.isupper():
        return False
    at = last
    while at < len(tokens) and at - last < 3 and tokens[at].lower in _COURT_WORDS:
        at += 1
    return at < len(tokens) and tokens[at].lower in ("court", "courts", "cemetery", "courtroom")


_BEFORE_SEAT = wordset("a the another two three several one some in by to")
_COURT_WORDS = wordset(
    "city district regional criminal military municipal provincial appeals appeal economic administrative county town civil"
    " magistrate’s magistrates’ local high first-instance"
)


def _with_common_noun(tokens: tuple[Token, ...], at: int, nouns: frozenset[str]) -> int:
    """Where "Gar monastery", "Halsk tractor plant" end: after the noun that says what the name is of; 0 if none."""
    if tokens[at - 1].lower.endswith(("korean", "chinese", "ian", "ese", "ish")):
        return 0  # "the North Korean port city" has another name
    for end in (at, at + 1):
        if (
            end < len(tokens)
            and tokens[end].lower in nouns
            and _is_common(tokens[end])
            and tokens[end - 1].lower not in _ON_AIR
        ):
            between = tokens[at:end]
            follows = tokens[end + 1].tag if end + 1 < len(tokens) else "."
            if all(token.tag == "NN" for token in between) and not follows.startswith("NN"):
                return end + 1
    return 0


_ON_AIR = wordset("television radio tv news broadcasting")


def _is_common(token: Token) -> bool:
    """Whether it is a common noun; the tagger takes the "airport" of "Tashkent airport" for a name."""
    return token.tag in ("NN", "NNS") or (
        token.tag == "NNP" and token.text in ("airport", "square", "station")
    )


_SIDES = frozenset({"northern", "southern", "eastern", "western", "central", "highland", "lowland", "rural", "nearby",
                    "northwestern", "northeastern", "southwestern", "southeastern", "downtown", "occupied"})  # fmt: skip
_LEAVING = frozenset({"leave", "depart", "head", "embark", "bind"})
_ENTERING = frozenset({"enter", "reach", "leave", "visit", "storm", "torch", "flee", "shell", "bomb"})


def _is_led(sentence: Sentence, at: int) -> bool:
    """Whether what stands before a bare name makes it a place: "in", "across northern", "entered", "the prison of"."""
    tokens = sentence.tokens
    first = at - 1
    while first > 0 and tokens[first].lower in _SIDES:
        first -= 1
    if first < 0:
        return False
    before = tokens[first]
    if before.lower in _INTO or (before.lower == "capital" and before.tag in ("NN", "JJ")):
        return True
    if before.lower == "of" and first and tokens[first - 1].lower == "out":
        return True  # "driven out of Orsa"
    if before.lower == "at" and first and tokens[first - 1].lower in _HELD_AT:
        return True  # "guards at Montes"
    if before.tag.startswith("VB") and before.lemma in _ENTERING:
        return True
    if before.lower in _BY_VERB:
        verbs, near = _BY_VERB[before.lower]
        return any(t.lemma in verbs for t in tokens[max(0, first - near) : first])
    return before.lower == "of" and first > 0 and tokens[first - 1].lower in _SEATS


def _is_listed(tokens: tuple[Token, ...], at: int, last: int, ends: set[int]) -> bool:
    """Whether a bare name goes on a row of places: "in Oran, Setif, and Tizi Ouzou"; no "in Oran and Karim Said was"."""
    before = at - 1
    while before > 0 and tokens[before].lower in ("and", ","):
        before -= 1
    if before + 1 not in ends or before == at - 1:
        return False
    if tokens[at - 1].lower == "and":
        return last >= len(tokens) or tokens[last].tag in (".", ",", ":", "IN", "CC")
    end = last  # behind a comma only where "and" and a last name follow
    while end < min(len(tokens) - 1, last + 8) and tokens[end].tag in (",", "NNP"):
        end += 1
    return (
        tokens[end].lower == "and" and tokens[min(len(tokens) - 1, end + 1)].tag == "NNP"
        if end > last
        else False
    )


_INTO = wordset("in near outside throughout across into toward towards beyond via inside around")
_HELD_AT = wordset(
    "guards guard inmates prisoners detainees officers staff wardens authorities interrogators soldiers"
)
_GOING = wordset(
    "flee move deport return travel drive expel relocate banish exile extradite transport fly escape repatriate resettle"
)
_OUT_OF = wordset(
    "release free flee escape depart arrive travel deport expel evict relocate transfer evacuate sail march fly abduct kidnap"
)
_BY_VERB = {"to": (_GOING, 6), "from": (_OUT_OF, 3), "for": (_LEAVING, 3)}  # words back to the verb of going
_SEATS = frozenset({"prison", "town", "city", "village", "province", "port", "district", "county", "north", "south", "east",
                    "west", "island", "outskirts", "suburb", "suburbs", "highlands", "region", "hospital"})  # fmt: skip


def _by_kind(document: Document, sentence: Sentence, name: tuple[int, int]) -> PlaceMention:
    """A name of a row whose last one says what they all are."""
    span = sentence.span_of(*name)
    lead = lead_of(sentence, name[0])
    return PlaceMention(span, span.of(document.text), None, 2, sentence.index, lead, "place.by-its-kind")


_FIELDS = wordset(
    "police justice fire health immigration education security labor labour treasury defense defence interior finance state"
    " corrections correctional investigation investigations intelligence political propaganda organization guidance affairs"
    " religious legal forest forestry emergency transport transportation sheriff's customs tax revenue trade forensic crime"
    " criminal traffic planning information press research homicide agriculture energy prison prisons public social special"
)


def _before_units(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word stands between "and" and a word for units: "Mayo, and Logo-et-Sari divisions"."""
    return (
        at > 1
        and at + 1 < len(tokens)
        and tokens[at - 1].lower == "and"
        and tokens[at + 1].lower in PLURAL_UNITS
    )


def _is_name(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.text[0].isupper()


def _is_particle(tokens: tuple[Token, ...], at: int) -> bool:
    """Small words inside a name: "Isla de la Juventud"."""
    if tokens[at].text[0].isupper() and tokens[at].tag in ("JJ", "NN") and tokens[at - 1].tag == "NNP":
        return at + 1 < len(tokens) and _is_name(tokens[at + 1])  # "Chikurubi Maximum Security Prison"
    if tokens[at].tag == "NNP" and tokens[at].lower.startswith(_ARTICLES):
        return True  # "Rabaa al-Adawiya Square"
    small = tokens[at].lower in (
        "de",
        "la",
        "al",
        "el",
        "del",
        "las",
        "los",
        "da",
        "do",
        "dos",
        "das",
        "y",
        "-",
    )
    return (
        small
        and at + 1 < len(tokens)
        and (_is_name(tokens[at + 1]) or tokens[at + 1].lower in ("la", "las", "los"))
    )


_ARTICLES = ("al-", "el-", "as-", "ash-", "az-", "ad-", "an-", "ar-", "at-", "ul-")
_MONTHS_AND_DAYS = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
    }
    | {"december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)


_OTHER_ENDS = frozenset(
    {
        "ministry",
        "committee",
        "party",
        "department",
        "union",
        "agency",
        "bureau",
        "service",
        "council",
        "league",
        "act",
    }
    | {
        "law",
        "news",
        "times",
        "assembly",
        "army",
        "police",
        "commission",
        "organization",
        "group",
        "court",
        "ordinance",
    }
)


def _is_other(sentence: Sentence, first: int, last: int) -> bool:
    """A time, an office, a law or a person's title rather than a place."""
    tokens = sentence.tokens
    if tokens[first].lower.rstrip(".") in _MONTHS_AND_DAYS or tokens[first].lower.endswith("."):
        return True
    return tokens[last - 1].lower in _OTHER_ENDS or (
        last < len(tokens) and tokens[last].lower in ("'s", "’s")
    )
