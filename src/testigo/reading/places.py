"""Where: the places that a report names, and the places of a claim.

Rules:
- A name of the reference table is found in any of its spellings, with or without its kind of unit ("Hoeryong-si").
- A name that several places bear is settled by the unit named beside it ("Nammun-dong, Hoeryong"), else by the units
  that the report names elsewhere; what stays open has no id and says why.
- Short and bare names of neighbourhoods and villages count only with their unit's ending or with the unit around them.
- Other places are known by what they end in ("Bago Region", "Los Colonos Prison") or by what leads to them ("in Tehran").
- "the city", "the province" are the last one named. Borders and rivers are places without an id.
- The place of a claim is where the act happens: an origin ("from Hyesan") is none. The most precise comes first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources

from testigo.claim import Filler, Span
from testigo.reading.gazetteer import Gazetteer, Hit, gazetteer
from testigo.reading.tokens import Document, Sentence, Token
from testigo.reference import tables
from testigo.reference.tables import Place

_UNIT_WORDS = {
    "province": ("Province",),
    "special_city": ("City",),
    "capital_city": ("City",),
    "city": ("City", "si"),
    "county": ("County", "gun"),
    "district": ("District", "guyok", "kuyok"),
    "dong": ("dong", "neighborhood", "neighbourhood"),
    "ri": ("ri", "ni", "village"),
    "workers_district": ("Workers' District", "workers' district", "gu", "district"),
}
_SHORT = frozenset({"oil", "chung", "usi", "suan", "sinam", "un", "taean", "ori", "unsan", "paek"})
_ENDINGS = (
    "-dong",
    "-tong",
    "-ri",
    "-ni",
    "-li",
    "-nodongjagu",
    "-rodongjagu",
    "-lodongjagu",
    "-gu",
    "-guyok",
)
AMBIGUOUS = "several places have this name"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text. id: row of the places table, or None; level: as there, 0 a country, 9 a site.

    lead: the preposition before it or before the chain it stands in; kin: it stands in a chain with the one before.
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


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a report, in the order of the text. korean: whether the report names places of North Korea."""

    mentions: tuple[PlaceMention, ...]
    document: Document = field(repr=False)
    korean: bool = False

    def within(self, span: Span, without: tuple[Span, ...] = ()) -> tuple[Filler, ...]:
        """The places of the act told in a span, the most precise first; none of those that overlap `without`."""
        inside = [m for m in self.mentions if span.contains(m.span) and _is_where(m)]
        inside += [
            m
            for m in _sites(self, span)
            if not any(
                m.span.overlaps(n.span) and n.level < 9 and m.span.start == n.span.start for n in inside
            )
        ]
        kept = [m for m in inside if not any(m.span.overlaps(other) for other in without)]
        kept.sort(key=lambda m: (-m.level, m.span.start))
        return tuple(filler(m) for m in kept)

    def at(self, span: Span) -> tuple[PlaceMention, ...]:
        """Every place named in a span, whatever its part in it."""
        return tuple(m for m in self.mentions if span.contains(m.span))


def filler(mention: PlaceMention) -> Filler:
    """A place as the filler of a slot."""
    return Filler(mention.span, mention.text, id=mention.id, unknown=mention.unknown, rule=mention.rule)


_NOT_WHERE = frozenset({"from", "of"})


def _is_where(mention: PlaceMention) -> bool:
    if mention.lead in _NOT_WHERE and not (mention.lead == "of" and mention.level >= 1):
        return False
    return bool(mention.lead) or mention.chained or mention.id is not None or mention.level in (2, 3, 4)


# --- names --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = resources.files("testigo.reading.en").joinpath("place_words.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: frozenset(words) for kind, *words in lines}


@lru_cache(maxsize=1)
def _index() -> Gazetteer:
    """Every spelling of every place; "~" before the id where the name alone is not enough."""
    pairs: list[tuple[str, str]] = []
    for place in tables.places().values():
        pairs.extend(_spellings(place))
    text = resources.files("testigo.reading.en").joinpath("countries.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            pairs.extend((name, "") for name in line.split(";"))
    return gazetteer(pairs)


def _spellings(place: Place) -> list[tuple[str, str]]:
    local = place.kind in ("dong", "ri", "workers_district")
    pairs: list[tuple[str, str]] = []
    for spelling in (place.name, *place.spellings):
        name = spelling.split(" (")[0]
        ends = name.lower().endswith(_ENDINGS) or " " in name
        bare = _bare(name)
        weak = (local and not ends) or bare.lower() in _SHORT or len(bare) < 4
        pairs.append(
            (name, f"~{place.id}" if weak and not (ends and bare.lower() not in _SHORT) else place.id)
        )
        if bare != name and bare and local:
            pairs.append((bare, f"~{place.id}"))
        pairs.extend((f"{bare} {word}", place.id) for word in _UNIT_WORDS.get(place.kind, ()))
        if "reeducation" in name:
            pairs.append((name.replace("reeducation", "re-education"), place.id))
    return pairs


def _bare(name: str) -> str:
    lower = name.lower()
    for ending in _ENDINGS:
        if lower.endswith(ending):
            return name[: -len(ending)]
    for word in (
        " Province",
        " City",
        " County",
        " District",
        " Workers' District",
        "-si",
        "-gun",
        "-guyŏk",
        "-guyeok",
    ):
        if name.endswith(word):
            return name[: -len(word)]
    return name


# --- reading ------------------------------------------------------------------------------------------------------


def read_places(document: Document) -> Places:
    """Every place that the document names."""
    index = _index()
    hits: list[tuple[Sentence, list[Hit]]] = []
    named: set[str] = set()
    for sentence in document.sentences:
        found = [hit for hit in index.scan(sentence) if sentence.tokens[hit.first].text[0].isupper()]
        hits.append((sentence, found))
        for hit in found:
            strong = [entry for entry in hit.entries if entry and entry[0] != "~"]
            if len(strong) == 1:
                named.add(strong[0])
    around = _with_units_above(named)
    mentions: list[PlaceMention] = []
    last_of_kind: dict[str, PlaceMention] = {}
    for sentence, found in hits:
        for mention in _mentions(document, sentence, found, around, last_of_kind):
            mentions.append(mention)
            if mention.id:
                _remember(last_of_kind, mention)
    return Places(tuple(mentions), document, korean=bool(named) or _speaks_of_korea(document))


def _speaks_of_korea(document: Document) -> bool:
    return any(name in document.text for name in ("North Korea", "DPRK", "Pyongyang"))


def _with_units_above(ids: set[str]) -> set[str]:
    table = tables.places()
    return ids | {unit.id for name in ids for unit in tables.units_above(table[name])}


def _remember(last: dict[str, PlaceMention], mention: PlaceMention) -> None:
    place = tables.places().get(mention.id or "")
    for unit in (place, *tables.units_above(place)) if place else ():
        kind = {"capital_city": "city", "special_city": "city"}.get(unit.kind, unit.kind)
        last[kind] = replace(mention, id=unit.id, level=unit.level)


def _mentions(
    document: Document, sentence: Sentence, hits: list[Hit], around: set[str], last: dict[str, PlaceMention]
) -> list[PlaceMention]:
    """The places of one sentence in order: names of the table, other names, "the city"."""
    found: list[PlaceMention] = []
    taken: set[int] = set()
    for number, hit in enumerate(hits):
        mention = _named(document, sentence, hits, number, around)
        if mention is not None:
            found.append(mention)
            taken.update(range(hit.first, hit.last))
    found.extend(_others(document, sentence, taken))
    found.extend(_the_unit(document, sentence, last, found))
    found.sort(key=lambda m: m.span.start)
    return _chained(document.text, found)


def _named(
    document: Document, sentence: Sentence, hits: list[Hit], number: int, around: set[str]
) -> PlaceMention | None:
    hit = hits[number]
    span = sentence.span_of(hit.first, hit.last)
    lead = _lead(sentence, hit.first)
    if "" in hit.entries:
        after = sentence.tokens[hit.last] if hit.last < len(sentence.tokens) else None
        if after is not None and after.lower in _SEATED:
            lead = "at"  # "a Tehran court" sits there
        elif lead and after is not None and after.tag in ("NN", "NNS"):
            lead = "of"  # "eight Xinjiang police officers": whose, not where
        return PlaceMention(span, span.of(document.text), None, 0, sentence.index, lead, "place.country")
    if _is_person(sentence, hit):
        return None
    chosen, unknown, rule = _settled(sentence, hits, number, around)
    if chosen is None and unknown is None:
        return None
    level = tables.places()[chosen].level if chosen else 2
    return PlaceMention(span, span.of(document.text), chosen, level, sentence.index, lead, rule, unknown)


_SEATED = frozenset(
    {"court", "courts", "prison", "jail", "hospital", "prosecutor", "prosecutors", "market", "station"}
)


def _is_person(sentence: Sentence, hit: Hit) -> bool:
    """A name with a title before it ("Mr. Chong") is a person's."""
    before = sentence.tokens[hit.first - 1].lower if hit.first else ""
    return before in ("mr.", "mrs.", "ms.", "dr.", "surnamed", "comrade")


def _settled(
    sentence: Sentence, hits: list[Hit], number: int, around: set[str]
) -> tuple[str | None, str | None, str]:
    """The one place meant, why it stays open, and the rule that settled it."""
    entries = hits[number].entries
    ids = [entry.lstrip("~") for entry in entries]
    beside = _beside(sentence, hits, number)
    inside = [name for name in ids if _holds(beside, name)]
    if inside:
        return _lowest(inside), None, "place.unit-beside"
    strong = [entry for entry in entries if entry[0] != "~"]
    if len(strong) == 1:
        return strong[0], None, "place.name"
    known = [name for name in (strong or ids) if _holds(around, name)]
    if len(known) == 1:
        return known[0], None, "place.unit-elsewhere"
    if strong:
        return _one_unit(strong)
    return None, None, ""


def _one_unit(ids: list[str]) -> tuple[str | None, str | None, str]:
    """Of a unit and the places inside it that bear its name, the unit."""
    table = tables.places()
    top = [name for name in ids if all(name == other or _is_within(table[other], name) for other in ids)]
    if len(top) == 1:
        return top[0], None, "place.name"
    administrative = [name for name in ids if table[name].kind not in ("facility", "border_crossing")]
    if len(administrative) == 1:
        return administrative[0], None, "place.name"
    return None, AMBIGUOUS, "place.ambiguous"


def _lowest(ids: list[str]) -> str:
    table = tables.places()
    return max(ids, key=lambda name: table[name].level)


def _is_within(place: Place, unit: str) -> bool:
    return any(above.id == unit for above in tables.units_above(place))


def _holds(units: set[str], name: str) -> bool:
    """Whether one of the units holds the place."""
    return any(unit.id in units for unit in tables.units_above(tables.places()[name]))


def _beside(sentence: Sentence, hits: list[Hit], number: int) -> set[str]:
    """The units named right after the hit ("X, Y", "X in Y") or right before it ("Y's X", "Y X")."""
    ids: set[str] = set()
    at = hits[number]
    if number + 1 < len(hits):
        after = hits[number + 1]
        between = [token.lower for token in sentence.tokens[at.last : after.first]]
        if len(between) <= 4 and (between[:1] == [","] or set(between) & {"in", "of"} or not between):
            ids.update(entry.lstrip("~") for entry in after.entries if entry)
    if number:
        before = hits[number - 1]
        between = [token.lower for token in sentence.tokens[before.last : at.first]]
        if len(between) <= 1 and set(between) <= {"'s", "’s", ","}:
            ids.update(entry.lstrip("~") for entry in before.entries if entry)
    return ids


def _lead(sentence: Sentence, first: int) -> str:
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
    return tokens[at].lower if at >= 0 and tokens[at].tag in ("IN", "TO", "RP") else ""


# --- other names ----------------------------------------------------------------------------------------------------


def _others(document: Document, sentence: Sentence, taken: set[int]) -> list[PlaceMention]:
    """Capitalised names that the table does not know: by their last word, or by the preposition before them."""
    words, tokens = _words(), sentence.tokens
    found: list[PlaceMention] = []
    at = 0
    while at < len(tokens):
        if at in taken or not _is_name(tokens[at]) or tokens[at].lower in words["not"]:
            at += 1
            continue
        last = at + 1
        while (
            last < len(tokens)
            and last not in taken
            and (_is_name(tokens[last]) or _is_particle(tokens, last))
        ):
            last += 1
        named = tokens[last - 1].lower in words["unit"] and last - at > 1
        before = tokens[at - 1].lower if at else ""
        if before in ("the", "a") and at > 1:
            before = tokens[at - 2].lower
            named_only = True
        else:
            named_only = False
        led = (
            before in ("in", "near", "outside", "throughout")
            and not named_only
            and not _is_other(sentence, at, last)
        )
        if named or led:
            if named and tokens[last - 1].lower in _PLURAL_UNITS:
                found.extend(_joined_names(document, sentence, at, taken))
            span = sentence.span_of(at, last)
            rule = "place.by-its-kind" if named else "place.by-preposition"
            found.append(
                PlaceMention(span, span.of(document.text), None, 2, sentence.index, _lead(sentence, at), rule)
            )
        at = last
    return found


_PLURAL_UNITS = frozenset(
    {"states", "regions", "provinces", "counties", "townships", "districts", "prefectures"}
)


def _joined_names(document: Document, sentence: Sentence, at: int, taken: set[int]) -> list[PlaceMention]:
    """The names before "and Y States": "Mon and Karen States" are two."""
    tokens, out = sentence.tokens, []
    while (
        at > 1
        and tokens[at - 1].lower in ("and", ",", "or")
        and _is_name(tokens[at - 2])
        and at - 2 not in taken
    ):
        first = at - 2
        while first > 0 and _is_name(tokens[first - 1]):
            first -= 1
        span = sentence.span_of(first, at - 1)
        lead = _lead(sentence, first)
        out.append(
            PlaceMention(span, span.of(document.text), None, 2, sentence.index, lead, "place.by-its-kind")
        )
        at = first
    return out


def _is_name(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.text[0].isupper()


def _is_particle(tokens: tuple[Token, ...], at: int) -> bool:
    """Small words inside a name: "Isla de la Juventud"."""
    small = tokens[at].lower in ("de", "la", "al", "el", "del", "las", "los", "da", "do", "-")
    return (
        small
        and at + 1 < len(tokens)
        and (_is_name(tokens[at + 1]) or tokens[at + 1].lower in ("la", "las", "los"))
    )


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


_ANAPHORS = frozenset({"city", "county", "province", "district"})


def _the_unit(
    document: Document, sentence: Sentence, last: dict[str, PlaceMention], found: list[PlaceMention]
) -> list[PlaceMention]:
    """As "the city" or "the county": the last one named before."""
    out: list[PlaceMention] = []
    tokens = sentence.tokens
    for at in range(len(tokens) - 1):
        if tokens[at + 1].lower in _ANAPHORS and tokens[at].lower == "the":
            known = last.get(tokens[at + 1].lower)
            after = tokens[at + 2] if at + 2 < len(tokens) else None
            if known is None or (after is not None and (after.tag.startswith("NN") or after.lower == "of")):
                continue
            span = sentence.span_of(at, at + 2)
            if not any(span.overlaps(m.span) for m in found):
                rule = "place.the-unit"
                out.append(
                    PlaceMention(
                        span,
                        span.of(document.text),
                        known.id,
                        known.level,
                        sentence.index,
                        _lead(sentence, at),
                        rule,
                    )
                )
    return out


def _chained(text: str, found: list[PlaceMention]) -> list[PlaceMention]:
    """Each place of "X, Y" and "X in Y" has the preposition of the first."""
    out: list[PlaceMention] = []
    for mention in found:
        before = out[-1] if out else None
        between = text[before.span.end : mention.span.start].strip() if before else "x"
        if before is None or between not in (",", "in", "of", "and", ", and"):
            out.append(mention)
            continue
        lead = before.lead if not mention.lead or between in (",", "and", ", and") else mention.lead
        out.append(replace(mention, lead=lead, chained=bool(before.lead) or before.chained))
    return out


# --- sites --------------------------------------------------------------------------------------------------------


def _sites(places: Places, span: Span) -> list[PlaceMention]:
    """Common nouns that say where, in a span: "at a military hospital", "the Sino-North Korean border"."""
    words, out = _words(), []
    document = places.document
    sentence = document.sentence_at(span.start)
    while sentence is not None and sentence.span.start < span.end:
        tokens = sentence.tokens
        first, last = sentence.tokens_in(span)
        at = first
        while at < last:
            if tokens[at].lower in _ADVERBS and tokens[at].tag.startswith("RB"):
                out.append(_site(document, sentence, at, at + 1, ""))
            elif _leads_to_site(tokens[at], words):
                end = _site_end(tokens, at + 1, last, words["site"])
                if end:
                    first_word = at if tokens[at].lower == "within" else at + 1
                    out.append(_site(document, sentence, first_word, end, tokens[at].lower))
                    at = end
                    continue
            at += 1
        follows = sentence.index + 1
        sentence = document.sentences[follows] if follows < len(document.sentences) else None
    return out


_ADVERBS = frozenset({"inland", "abroad", "overseas", "elsewhere"})


def _site(document: Document, sentence: Sentence, first: int, last: int, lead: str) -> PlaceMention:
    span = sentence.span_of(first, last)
    return PlaceMention(span, span.of(document.text), None, 9, sentence.index, lead, "place.site")


_REACHED = frozenset(
    {"cross", "enter", "visit", "leave", "approach", "reach", "storm", "raid", "close", "guard"}
)


def _leads_to_site(token: Token, words: dict[str, frozenset[str]]) -> bool:
    if token.tag in ("IN", "TO", "RP"):
        return token.lower in words["before"] and token.lower != "from"
    return token.tag.startswith("VB") and token.lemma in _REACHED


_NP = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS", "VBN", "VBG", "JJR", "JJS"})


def _site_end(tokens: tuple[Token, ...], first: int, last: int, heads: frozenset[str]) -> int:
    """The end of the noun phrase from `first` whose head names a site, or 0."""
    if tokens[first - 1].lower == "within":
        return _distance_end(tokens, first, last)
    at = first
    while at < last and at < first + 9 and (tokens[at].tag in _NP or tokens[at].text in "“”-"):
        at += 1
    while at > first and not tokens[at - 1].tag.startswith("NN"):
        at -= 1
    if (
        at < last
        and tokens[at].lower == "and"
        and at + 1 < last
        and tokens[at + 1].tag in ("NN", "NNS")
        and at - first < 3
    ):
        return 0
    if at == first or tokens[at - 1].lower not in heads or tokens[at - 1].tag.startswith("NNP"):
        return 0
    if at - first == 1 and tokens[first].lower in (
        "home",
        "place",
        "areas",
        "office",
        "point",
        "points",
        "cases",
    ):
        return 0 if tokens[first].lower != "home" else at
    return at


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
