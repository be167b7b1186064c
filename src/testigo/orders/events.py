"""Claims into documented events, as an order sees them: when, where, to whom, under what circumstances, how firmly told.

Rules:
- Only claims say anything: an event's acts are those of claims that say that they happened. Denied, guessed, ordered and
  planned ones stay beside them and are no practice.
- A claim without a place or time of its own takes those of the nearest earlier claim of its paragraph; that is said.
- A claim that tells something lasting ("every evening", "since then", an open end) reaches to the day of its report.
- An event without any date is known only to lie before the day of its report.
- Circumstances (by night, with or without a paper) are read in the sentence of the claim and in the next one.
- Where nobody linked, the claims of one report that concern one act of one kind, person and time are one happening.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testigo import dates
from testigo.claim import Claim, Span
from testigo.confronted import Words
from testigo.orders import cues
from testigo.orders.telling import with_year
from testigo.orders.told import Happening, Page, Stated, ToldOrder
from testigo.orders.where import Places
from testigo.orders.who import HAPPENED, Fact, People

FIRM = ("asserted", "reported", "hedged", "speculated", "intended", "denied")
AFTER_ARREST = frozenset(("sentence", "trial", "release", "detention", "interrogation"))
LASTS = frozenset(
    ("surveillance", "detention", "movement_restriction", "watchlisting", "disappearance", "forced_labor")
)


@dataclass(frozen=True, slots=True)
class Days:
    """Ordinals of days. first, last: None where not known; lasting: it went on until `last` at least.

    yearless: the days have no year, and are those of year 4. taken: from another claim of the paragraph; follows: from the
    arrest of the same person, which it cannot come before. told: the day of the earliest report, or None.
    """

    first: int | None = None
    last: int | None = None
    lasting: bool = False
    yearless: bool = False
    taken: bool = False
    follows: bool = False
    told: int | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """One documented event. acts: by the claims that say it happened; others: by those that do not, with their status.

    areas: keys of its places with all units above; place: in words. members, outsiders: groups that its persons are told
    to be in, and not to be in, each with the telling. night: True, False or None (not told); paper: "with", "without" or
    None. level: of supervision, or None. delisted: the claims tell a removal, or being left alone. speech: the words of a
    remark as the ground, or ""; charge: of the ground told. stems: content words of all its claims. around: of its
    sentences too. already: told as done already. words: the firmest claims first.
    """

    key: str
    claims: tuple[int, ...]
    acts: frozenset[str]
    others: tuple[tuple[str, str], ...]
    days: Days
    areas: frozenset[str]
    place: str
    place_taken: bool
    members: tuple[Fact, ...]
    outsiders: tuple[Fact, ...]
    night: bool | None
    paper: str | None
    level: int | None
    delisted: bool
    speech: str
    charge: str
    stems: frozenset[str]
    around: frozenset[str]
    already: bool
    words: tuple[Words, ...]
    statuses: tuple[str, ...]
    reports: tuple[int, ...]
    disputed: bool = False
    judged: bool = False
    least: int | None = None
    most: int | None = None

    @property
    def in_groups(self) -> frozenset[str]:
        """Ids of the groups told."""
        return frozenset(fact.group for fact in self.members)

    @property
    def out_of(self) -> frozenset[str]:
        """Ids of the groups that they are told not to be in."""
        return frozenset(fact.group for fact in self.outsiders)


class Scene:
    """What all events are made from."""

    def __init__(
        self, stated: Sequence[Stated], pages: Mapping[int, Page], places: Places, people: People,
        told: Sequence[ToldOrder] = (),
    ) -> None:  # fmt: skip
        self._content: dict[int, list[Span]] = defaultdict(list)
        for order in told:
            self._content[order.report] += [clause.span for clause in order.directive.clauses]
        self.by_id = {one.id: one for one in stated}
        self.pages = pages
        self.places = places
        self.people = people
        self._by_paragraph: dict[tuple[int, int], list[Stated]] = defaultdict(list)
        self._of_person: dict[str, list[Stated]] = defaultdict(list)
        for one in sorted(stated, key=lambda s: (s.report, s.claim.span)):
            self._by_paragraph[self._paragraph(one)].append(one)
            for person in people.of_claim(one.id):
                self._of_person[person].append(one)

    def _paragraph(self, one: Stated) -> tuple[int, int]:
        return one.report, self.pages[one.report].paragraph(one.claim.span.start).start

    def is_content(self, one: Stated) -> bool:
        """Whether a claim only tells what an order says: most of its words are those of a clause."""
        span = one.claim.span
        return any(
            clause.overlaps(one.claim.trigger)
            and (one.claim.status not in HAPPENED or 2 * _shared(clause, span) >= min(len(clause), len(span)))
            for clause in self._content.get(one.report, ())
        )

    def before(self, one: Stated) -> list[Stated]:
        """The claims told before it in its paragraph, the nearest first."""
        return [
            s for s in reversed(self._by_paragraph[self._paragraph(one)]) if s.claim.span < one.claim.span
        ]

    def of_person(self, person: str) -> Sequence[Stated]:
        """The claims whose act was done to a person."""
        return self._of_person.get(person, ())

    def context(self, one: Stated) -> str:
        """The sentence of a claim and the next one of its paragraph."""
        page = self.pages[one.report]
        here = page.sentence(one.claim.span.start)
        paragraph = page.paragraph(one.claim.span.start)
        after = here.end + 1
        while after < paragraph.end and page.text[after].isspace():
            after += 1
        if after >= paragraph.end:
            return here.of(page.text)
        return page.text[here.start : page.sentence(after).end]


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def sighting(happening: Happening, scene: Scene) -> Sighting | None:
    """The event that a happening is, or None where none of its claims tells an act."""
    claims = [scene.by_id[c] for c in happening.claims if c in scene.by_id]
    claims = [one for one in claims if one.claim.kind == "event" and not scene.is_content(one)]
    if not claims:
        return None
    claims.sort(key=lambda s: (max(1, FIRM.index(s.claim.status)), -_filled(s.claim), s.id))
    happened = [one for one in claims if one.claim.status in HAPPENED]
    main = happened or claims
    said = [_text(one, scene) for one in main]
    contexts = [scene.context(one) for one in main]
    places, taken = _places(main, scene)
    facts = _facts(main, scene)
    grounds = _grounds(main, scene)
    return Sighting(
        key=happening.key,
        claims=tuple(one.id for one in claims),
        acts=frozenset(one.claim.act for one in happened),
        others=tuple(sorted({(one.claim.act, one.claim.status) for one in claims if one not in happened})),
        days=_days(main, happening, scene),
        areas=scene.places.areas(places),
        place=_place_words(main) or ", ".join(scene.places.name(key) for key in places),
        place_taken=taken,
        members=tuple(f for f in facts if f.member),
        outsiders=tuple(f for f in facts if not f.member),
        night=_night(" ".join(contexts)),
        paper=_paper(contexts),
        level=next((level for text in said if (level := cues.level_in(text)) is not None), None),
        delisted=_delisted(claims, scene),
        speech=next((g for g in grounds if cues.SPEECH.search(g)), ""),
        charge=grounds[0] if grounds else "",
        stems=cues.stems(" ".join(said)),
        around=cues.stems(" ".join(contexts)),
        already=any(cues.ALREADY.search(text) for text in contexts),
        words=tuple(Words(s.report, s.claim.span, _text(s, scene), s.id) for s in claims),
        statuses=tuple(dict.fromkeys(one.claim.status for one in claims)),
        reports=tuple(sorted({one.report for one in claims})),
        disputed=bool(
            {s.claim.act for s in claims if s.claim.status == "denied"} & {s.claim.act for s in happened}
        ),
        judged=any(one.judged in ("accept", "amend") for one in happened),
        least=happening.least,
        most=happening.most,
    )


def _filled(claim: Claim) -> int:
    return sum(1 for part in (claim.time, claim.place, claim.target, claim.actor, claim.charge) if part)


def _text(one: Stated, scene: Scene) -> str:
    return " ".join(one.claim.span.of(scene.pages[one.report].text).split())


# -- places --------------------------------------------------------------------------------------------------------


def _places(main: Sequence[Stated], scene: Scene) -> tuple[tuple[str, ...], bool]:
    """Keys of the places of an event, and whether they were taken from another claim."""
    own = [key for one in main for key in _own_places(one.claim, scene)]
    if not own:
        own = [
            key for one in main for key in scene.places.named_in(_text(one, scene), after_preposition=True)
        ]
    if own:
        return tuple(dict.fromkeys(own)), False
    for one in main:
        for before in scene.before(one):
            near = _own_places(before.claim, scene)
            if near:
                return tuple(dict.fromkeys(near)), True
    return (), False


def _own_places(claim: Claim, scene: Scene) -> list[str]:
    found = [scene.places.key(f.text, f.id) for f in claim.place]
    found += [k for f in (*claim.target, *claim.actor) for k in scene.places.named_in(f.text)]
    return [key for key in found if key]


def _place_words(main: Sequence[Stated]) -> str:
    return ", ".join(
        list(dict.fromkeys(" ".join(f.text.split()) for one in main for f in one.claim.place))[:3]
    )


# -- days ----------------------------------------------------------------------------------------------------------


def _days(main: Sequence[Stated], happening: Happening, scene: Scene) -> Days:
    told = [day for one in main if (day := _published(scene.pages[one.report])) is not None]
    earliest, latest = (min(told), max(told)) if told else (None, None)
    lasting = any(_lasts(one, scene) for one in main)
    values = [value for one in main for value in _values(one, scene)]
    spans = [span for value in values if (span := _span(value)) is not None]
    if not spans and happening.linked and (happening.first or happening.last):
        linked = tuple(
            dt.date.fromisoformat(d).toordinal() if d else None for d in (happening.first, happening.last)
        )
        return Days(linked[0], latest if lasting else linked[1], lasting, told=earliest)
    if spans:
        first, last = _agreed(spans)
        open_end = lasting or last is None
        return Days(first, latest if open_end else last, open_end, told=earliest)
    yearless = [value for value in values if value.startswith("XXXX-")]
    if yearless:
        first, last = _yearless(yearless[0])
        return Days(first, last, lasting, yearless=True, told=earliest)
    if lasting:
        return Days(None, latest, lasting=True, told=earliest)
    taken = _taken(main, scene)
    if taken is not None:
        return Days(*taken, taken=True, told=earliest)
    return _following(main, scene, earliest) or Days(None, earliest, told=earliest)


def _following(main: Sequence[Stated], scene: Scene, told: int | None) -> Days | None:
    """The days of what can only come after an arrest: from the arrest of the same person on."""
    if not main or main[0].claim.act not in AFTER_ARREST:
        return None
    persons = [person for one in main for person in scene.people.of_claim(one.id)]
    arrests = [
        s
        for p in persons
        for s in scene.of_person(p)
        if s.claim.act == "arrest" and s.claim.status in HAPPENED
    ]
    values = [value for one in arrests for value in _values(one, scene)]
    for value in values:
        yearless = value.startswith("XXXX-")
        span = _yearless(value) if yearless else _span(value)
        if span is not None and span[0] is not None:
            return Days(span[0], None if yearless else told, yearless=yearless, follows=True, told=told)
    return None


def _published(page: Page) -> int | None:
    if not page.published or not dates.is_valid(page.published):
        return None
    last = dates.last_day(dates.parse(page.published))
    return last.toordinal() if last else None


def _values(one: Stated, scene: Scene) -> list[str]:
    published = scene.pages[one.report].published
    return [with_year(f.value, published) for f in one.claim.time if f.value and dates.is_valid(f.value)]


def _span(value: str) -> tuple[int | None, int | None] | None:
    if "XXXX" in value:
        return None
    parsed = dates.parse(value)
    first, last = dates.first_day(parsed), dates.last_day(parsed)
    return (first.toordinal() if first else None, last.toordinal() if last else None)


def _agreed(spans: Sequence[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    """The days in which all can agree, or from the first to the last of them where they cannot."""
    firsts, lasts = [a for a, _ in spans if a is not None], [b for _, b in spans if b is not None]
    first = max(firsts) if firsts else None
    last = min(lasts) if len(lasts) == len(spans) or lasts else None
    if first is not None and last is not None and first > last:
        return min(firsts), max(lasts)
    return first, None if not lasts else last


def _yearless(value: str) -> tuple[int | None, int | None]:
    made = dates.parse("0004" + value[4:])
    first, last = dates.first_day(made), dates.last_day(made)
    return (first.toordinal() if first else None, last.toordinal() if last else None)


def _lasts(one: Stated, scene: Scene) -> bool:
    """Whether a claim tells something that goes on."""
    if one.claim.act not in LASTS:
        return False
    ended_open = any((f.value or "").endswith("/..") for f in one.claim.time)
    return ended_open or cues.LASTING.search(_text(one, scene)) is not None


def _taken(main: Sequence[Stated], scene: Scene) -> tuple[int | None, int | None] | None:
    """The days of the nearest earlier happening of the paragraph, for a claim that has none of its own."""
    for one in main:
        for before in scene.before(one):
            if before.claim.kind != "event" or before.claim.status not in HAPPENED:
                continue
            spans = [s for value in _values(before, scene) if (s := _span(value)) is not None]
            if spans and None not in spans[0]:
                return spans[0]
    return None


# -- persons, grounds, circumstances ---------------------------------------------------------------------------------


def _facts(main: Sequence[Stated], scene: Scene) -> list[Fact]:
    persons = dict.fromkeys(person for one in main for person in scene.people.of_claim(one.id))
    facts = [fact for person in persons for fact in scene.people.facts(person)]
    ids = {one.id for one in main}
    near = [fact for fact in _of_households(main, scene) if fact.words.claim not in ids]
    return sorted(dict.fromkeys((*facts, *near)), key=lambda f: (f.words.report, f.words.span))


def _of_households(main: Sequence[Stated], scene: Scene) -> list[Fact]:
    """What is told of "the families searched" as a whole, in the paragraphs of the event's report behind it."""
    out = []
    for one in main:
        page = scene.pages[one.report]
        for span in page.sentences():
            if one.claim.span.start < span.start < one.claim.span.end + 700 and one.claim.act == "search":
                words = span.of(page.text)
                if words.startswith("None of the") and cues.NO_KIN_ABROAD.search(words):
                    out.append(Fact("defector-families", False, Words(one.report, span, words), "reported"))
    return out


def _grounds(main: Sequence[Stated], scene: Scene) -> list[str]:
    """What the event was for: its own charges, then those of other claims about the same persons, their remarks last."""
    own = [" ".join(f.text.split()) for one in main for f in one.claim.charge]
    persons = {person for one in main for person in scene.people.of_claim(one.id)}
    others = [s for person in sorted(persons) for s in scene.of_person(person) if s not in main]
    told = [" ".join(f.text.split()) for s in others for f in s.claim.charge]
    accused = [
        _text(s, scene) for s in others if s.claim.act in ("trial", "speech") and s.claim.status in HAPPENED
    ]
    return list(dict.fromkeys((*own, *told, *accused)))


def _night(text: str) -> bool | None:
    if cues.NIGHT.search(text):
        return True
    return False if cues.DAY.search(text) else None


def _paper(contexts: Sequence[str]) -> str | None:
    """Whether a paper was there, by the sentences of the event; what tells its lack is looked for first."""
    if any(cues.WITHOUT_PAPER.search(text) for text in contexts):
        return "without"
    return "with" if any(cues.WITH_PAPER.search(text) for text in contexts) else None


def _delisted(claims: Sequence[Stated], scene: Scene) -> bool:
    for one in claims:
        text = _text(one, scene)
        listed_off = (
            one.claim.act == "watchlisting" and one.claim.status in HAPPENED and cues.DELISTED.search(text)
        )
        alone = one.claim.act == "surveillance" and (
            one.claim.status == "denied" or cues.LEFT_ALONE.search(text)
        )
        if listed_off or alone:
            return True
    return False


# -- where nobody linked ---------------------------------------------------------------------------------------------


def happenings_of(stated: Sequence[Stated], scene: Scene) -> tuple[Happening, ...]:
    """The happenings that each report tells for itself: one act of one kind, to one person (or at one time and place)."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for one in sorted(stated, key=lambda s: (s.report, s.claim.span, s.id)):
        if one.claim.kind != "event":
            continue
        persons = scene.people.of_claim(one.id)
        times = tuple(_values(one, scene))
        who: object = (
            persons[0] if persons else (times, tuple(_own_places(one.claim, scene))) if times else one.id
        )
        groups[(one.report, one.claim.act, who)].append(one.id)
    return tuple(Happening(f"claim {ids[0]}", tuple(ids)) for ids in groups.values())
