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

import re
from dataclasses import field

from testigo.claim import Filler, Span
from testigo.reading.gazetteer import Hit
from testigo.reading.place_ends import (
    is_inside_name,
    names_a_court,
    names_a_facility,
    names_a_party,
    names_an_airport,
)
from testigo.reading.place_kinds import PlaceMention, at_court, lead_of, others, sits_at, word_lists
from testigo.reading.place_names import index, is_person, settled
from testigo.reading.place_rows import names_within, unit_and_town
from testigo.reading.place_sites import sites
from testigo.reading.spans import lying_in, starts_of
from testigo.reading.tokens import Document, Sentence
from testigo.reference import tables
from testigo.value import replace, value


@value
class Places:
    """The places of a report, in the order of the text. starts: where each starts; korean: whether the report names places
    of North Korea.
    """

    mentions: tuple[PlaceMention, ...]
    document: Document = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    korean: bool = False

    def within(
        self, span: Span, without: tuple[Span, ...] = (), *, origin: bool = False, goal: bool = True
    ) -> tuple[Filler, ...]:
        """The places of the act told in a span, the most precise first; none of those that overlap `without`.

        origin: where somebody is taken or sent away from counts too; goal: so does where "to" leads.
        """
        near = [m for m in lying_in(self.mentions, self.starts, span) if not comes_from(self.document, m)]
        inside = [
            m
            for m in near
            if _is_where(m) or (origin and (m.lead == "from" or _is_left(self.document.text, m)))
        ]
        told = [
            m
            for m in sites(self.document, span, origin=origin)
            if not any(m.span.overlaps(n.span) and n.level < 9 and _same_start(m, n) for n in inside)
        ]
        named = [m for m in inside if not any(_is_named_by(m, s) or _is_same(m, s) for s in told)]
        inside = named + [one for site in told for one in self._such_as(_with_row(site, inside))]
        kept = [m for m in inside if not any(m.span.overlaps(other) for other in without)]
        kept = [m for m in kept if goal or m.lead != "to"]
        kept = [m for m in kept if not any(_is_end_of(m, other) for other in kept)]
        kept.sort(key=lambda m: (-m.level, m.span.start))
        return tuple(filler(m) for m in kept)

    def _such_as(self, site: PlaceMention) -> tuple[PlaceMention, ...]:
        """The places named for a kind of them: "cities such as Osh, Naryn, and Talas"; the place itself for all others."""
        both = unit_and_town(site.text)
        if both:
            spans = [Span(site.span.start + a, site.span.start + b) for a, b in both]
            town, unit = (replace(site, span=span, text=span.of(self.document.text)) for span in spans)
            return replace(town, level=3), replace(unit, level=2)
        more = self._within_site(site)
        if more:
            return (site, *more)
        if site.text.lower().rpartition(" ")[2] not in _KINDS:
            return (site,)
        listed = _LISTED.match(self.document.text, site.span.end)
        if listed is None:
            return (site,)
        names = (
            Span(listed.start("names") + n.start(), listed.start("names") + n.end())
            for n in _ONE.finditer(listed["names"])
        )
        known = {m.span: m for m in self.mentions if listed.start() < m.span.start < listed.end()}
        return tuple(
            known.get(span) or replace(site, span=span, text=span.of(self.document.text), level=2)
            for span in names
        )

    def _within_site(self, site: PlaceMention) -> tuple[PlaceMention, ...]:
        """The names that say whose areas or streets a site is: "the tribal areas of Orsa and Kesh", "Orsa's Kesh region"."""
        spans = [Span(site.span.start + a, site.span.start + b) for a, b in names_within(site.text)]
        known = {m.span: m.id for m in self.mentions if site.span.contains(m.span)}
        return tuple(
            replace(
                site, span=span, text=span.of(self.document.text), level=1, id=known.get(span), rule=_WITHIN
            )
            for span in spans
        )

    def at(self, span: Span) -> tuple[PlaceMention, ...]:
        """Every place named in a span, whatever its part in it."""
        return tuple(lying_in(self.mentions, self.starts, span))


def filler(mention: PlaceMention) -> Filler:
    """A place as the filler of a slot."""
    return Filler(mention.span, mention.text, id=mention.id, unknown=mention.unknown, rule=mention.rule)


_WITHIN = "place.within-site"


def comes_from(document: Document, mention: PlaceMention) -> bool:
    """Whether a place is only where people come from: "persons from Orsa were held"."""
    if mention.lead != "from" or mention.level > 2:
        return False
    before = document.text[max(0, mention.span.start - 30) : mention.span.start].split()
    return len(before) > 1 and before[-1] == "from" and before[-2].lower() in _PEOPLE


_PEOPLE = frozenset({"persons", "people", "individuals", "migrants", "refugees", "residents", "citizens", "men", "women", "workers", "students",
                     "man", "woman", "migrant", "traders", "families", "members"})  # fmt: skip
_KINDS = frozenset(
    {
        "areas",
        "cities",
        "towns",
        "villages",
        "provinces",
        "regions",
        "districts",
        "countries",
        "states",
        "counties",
    }
)
_ONE = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_LISTED = re.compile(
    rf",? (?:such as|including|like) (?P<names>{_ONE.pattern}(?:, {_ONE.pattern})*(?:,? (?:and|or) {_ONE.pattern})?)"
)


def _is_end_of(mention: PlaceMention, other: PlaceMention) -> bool:
    """Whether a place is only the last words of another: "Havana" in "Central Havana"."""
    if (
        not other.span.start < mention.span.start <= mention.span.end <= other.span.end
        or mention.id is not None
        or mention.rule == _WITHIN
    ):
        return False
    rest = other.text[mention.span.end - other.span.start :]
    kind = mention.rule == "place.by-its-kind" and rest[:1] == " "
    return not rest or (kind and rest[1:].isalpha() and rest.islower())  # "the Old Mosque quarter"


def _is_left(text: str, mention: PlaceMention) -> bool:
    """Whether somebody left it: "left Russia for a third country"."""
    return not mention.lead and text[max(0, mention.span.start - 9) : mention.span.start].endswith(_LEAVING)


_LEAVING = ("left ", "fled ", "leave ", "flee ", "leaving ", "fleeing ")
_UNITS = (" city of ", " town of ", " village of ", " hamlet of ", " county of ", " province of ", " district of ",
          " region of ", " township of ", " settlement of ", " island of ", " capital of ")  # fmt: skip


def _same_start(site: PlaceMention, named: PlaceMention) -> bool:
    """Whether a site is the name itself, with or without its article: "the Aral district"."""
    return site.span.start == named.span.start or site.text.lower() == f"the {named.text.lower()}"


def _is_named_by(mention: PlaceMention, site: PlaceMention) -> bool:
    """Whether a name only says which unit is meant: "Sambong" in "the village of Sambong"."""
    return site.span.contains(mention.span) and site.text[: mention.span.start - site.span.start].endswith(
        _UNITS
    )


def _is_same(mention: PlaceMention, site: PlaceMention) -> bool:
    """Whether a site is the name with its owner: "the Lekki neighborhood of Lagos", "the city's Abu Salim district"."""
    if mention.id is not None or mention.rule != "place.by-its-kind" or not site.span.contains(mention.span):
        return False
    head = site.text[: mention.span.start - site.span.start]
    return head == "the " or head.lower().endswith("'s ") or head.endswith("’s ")


def _with_row(site: PlaceMention, named: list[PlaceMention]) -> PlaceMention:
    """A unit with the row of the table of the name that says which it is."""
    own = next((m for m in named if m.id is not None and _is_named_by(m, site)), None)
    return site if own is None else replace(site, id=own.id, level=own.level)


_NOT_WHERE = frozenset({"from", "of"})


def _is_where(mention: PlaceMention) -> bool:
    if mention.lead in _NOT_WHERE and not (mention.lead == "of" and mention.level >= 1):
        return False
    if mention.level == 0 and mention.lead and mention.lead not in word_lists()["where"]:
        return False  # "calls on Beijing" is addressed to a government
    if not mention.lead and mention.speaks:
        return False
    return bool(mention.lead) or mention.chained or mention.id is not None or mention.level in (2, 3, 4)


def read_places(document: Document) -> Places:
    """Every place that the document names."""
    names = index()
    hits: list[tuple[Sentence, list[Hit]]] = []
    named: set[str] = set()
    for sentence in document.sentences:
        found = [hit for hit in names.scan(sentence) if sentence.tokens[hit.first].text[0].isupper()]
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
    korean = bool(named) or _speaks_of_korea(document)
    return Places(tuple(mentions), document, starts_of(mentions), korean=korean)


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
    found.extend(others(document, sentence, taken))
    found.extend(_the_unit(document, sentence, last, found))
    found.sort(key=lambda m: m.span.start)
    return _chained(document.text, found)


def _named(
    document: Document, sentence: Sentence, hits: list[Hit], number: int, around: set[str]
) -> PlaceMention | None:
    hit = hits[number]
    if names_a_facility(sentence, hit.last):
        return None  # "Tashkent City Psychiatric Hospital No. 1" is one place
    inside = "" in hit.entries and is_inside_name(sentence, hit)
    if inside or names_a_party(sentence, hit.last) or names_an_airport(sentence, hit):
        return None  # "the Azerbaijan Popular Front Party" sits nowhere
    if (
        hit.first > 1
        and sentence.tokens[hit.first - 1].lower == "de"
        and sentence.tokens[hit.first - 2].text[0].isupper()
    ):
        return None  # "Diario de Cuba"
    span = sentence.span_of(hit.first, hit.last)
    lead = lead_of(sentence, hit.first)
    if "" in hit.entries:
        after = sentence.tokens[hit.last] if hit.last < len(sentence.tokens) else None
        seated = sits_at(sentence.tokens, hit.first, hit.last)
        if court := names_a_court(sentence, hit.last):
            span = sentence.span_of(hit.first, court)
            told = PlaceMention(span, span.of(document.text), None, 9, sentence.index, "at", "place.court")
            return told if at_court(sentence.tokens, hit.first) else None
        if seated or (after is not None and after.lower in _SEATED):
            lead = "at"  # "a Tehran court" sits there
        elif lead and after is not None and after.tag in ("NN", "NNS"):
            lead = "of"  # "eight Xinjiang police officers": whose, not where
        return PlaceMention(span, span.of(document.text), None, 0, sentence.index, lead, "place.country")
    if is_person(sentence, hit):
        return None
    chosen, unknown, rule = settled(sentence, hits, number, around)
    if chosen is None and unknown is None:
        return None
    level = tables.places()[chosen].level if chosen else 2
    speaks = chosen == _CAPITAL and _speaks(sentence, hit.last)
    return PlaceMention(
        span, span.of(document.text), chosen, level, sentence.index, lead, rule, unknown, speaks=speaks
    )


_CAPITAL = "KP-01"  # stands for the government, as capitals do


def _speaks(sentence: Sentence, at: int) -> bool:
    """Whether a verb follows: the name is its subject."""
    return at < len(sentence.tokens) and sentence.tokens[at].tag in ("VBZ", "VBD", "VBP", "MD")


_SEATED = frozenset(
    {"court", "courts", "prison", "jail", "hospital", "prosecutor", "prosecutors", "market", "station"}
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
            if known is None or (
                after is not None and (after.tag.startswith("NN") or after.lower in ("of", "'s", "’s"))
            ):
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
                        lead_of(sentence, at),
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
