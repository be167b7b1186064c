"""Claims into documented events, as an order sees them: when, where, to whom, under what circumstances, how firmly told.

Rules:
- Only claims say anything: an event's acts are those of claims that say that they happened. Denied, guessed, ordered and
  planned ones stay beside them and are no practice.
- A claim without a place or time of its own takes those of the nearest earlier claim of its paragraph; that is said.
- Circumstances (by night, with or without a paper) are read in the sentence of the claim and in the next one.
- Where nobody linked, the claims of one report that concern one act of one kind, person and time are one happening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from testigo.claim import Claim
from testigo.confronted import Words
from testigo.orders import cues
from testigo.orders.circumstances import night_of, paper_of
from testigo.orders.days import Days, days_of, values_of
from testigo.orders.scene import Scene
from testigo.orders.told import Happening, Stated
from testigo.orders.who import HAPPENED, Fact

FIRM = ("asserted", "reported", "hedged", "speculated", "intended", "denied")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One documented event. acts: by the claims that say it happened; others: by those that do not, with their status.

    areas: keys of its places with all units above; place: in words. members, outsiders: groups that its persons are told
    to be in, and not to be in, each with the telling. night: True, False or None (not told); paper: "with", "without" or
    None. level: of supervision, or None. delisted: the claims tell a removal, or being left alone. speech: the words of a
    remark as the ground, or ""; charge: of the ground told. stems: content words of the claims that tell it; said: of all
    its claims; charged: of the charge; around: of its sentences too. already: told as done already. words: the firmest claims first.
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
    said: frozenset[str]
    charged: frozenset[str]
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


def sighting(happening: Happening, scene: Scene) -> Sighting | None:
    """The event that a happening is, or None where none of its claims tells an act."""
    claims = [scene.by_id[c] for c in happening.claims if c in scene.by_id]
    claims = [one for one in claims if one.claim.kind == "event" and not scene.is_content(one)]
    if not claims:
        return None
    if len(claims) > 1:
        claims.sort(key=lambda s: (max(1, FIRM.index(s.claim.status)), -_filled(s.claim), s.id))
    happened = [one for one in claims if one.claim.status in HAPPENED]
    main, by_claim = happened or claims, [one.claim for one in claims]
    acts = frozenset(one.claim.act for one in happened)
    said = [scene.words(one) for one in main]
    told = tuple(one for claim in main for one in scene.around(claim))
    places, taken = _places(main, scene)
    facts = _facts(main, scene)
    grounds = _grounds(main, scene)
    return Sighting(
        key=happening.key,
        claims=tuple(one.id for one in claims),
        acts=acts,
        others=tuple(sorted({(c.act, c.status) for c in by_claim if c.status not in HAPPENED})),
        days=days_of(main, happening, scene),
        areas=scene.places.areas(places),
        place=_place_words(main) or ", ".join(scene.places.name(key) for key in places),
        place_taken=taken,
        members=tuple(f for f in facts if f.member),
        outsiders=tuple(f for f in facts if not f.member),
        night=night_of(told),
        paper=paper_of(told),
        level=next((level for text in said if (level := cues.level_in(text)) is not None), None),
        delisted=_delisted(claims, scene),
        speech=next((g for g in grounds if cues.SPEECH.search(g)), ""),
        charge=grounds[0] if grounds else "",
        stems=(stems := cues.stems(" ".join(said))),
        said=stems if len(main) == len(claims) else cues.stems(" ".join(scene.words(one) for one in claims)),
        charged=cues.stems(grounds[0]) if grounds else frozenset(),
        around=frozenset().union(*(one.words for one in told)),
        already=any(one.already for one in told),
        words=tuple(Words(s.report, s.claim.span, scene.words(s), s.id) for s in claims),
        statuses=tuple(dict.fromkeys(c.status for c in by_claim)),
        reports=tuple(sorted({one.report for one in claims})),
        disputed=not acts.isdisjoint(c.act for c in by_claim if c.status == "denied"),
        judged=any(one.judged in ("accept", "amend") for one in happened),
        least=happening.least,
        most=happening.most,
    )


def _filled(claim: Claim) -> int:
    return sum(1 for part in (claim.time, claim.place, claim.target, claim.actor, claim.charge) if part)


# -- places --------------------------------------------------------------------------------------------------------


def _places(main: Sequence[Stated], scene: Scene) -> tuple[tuple[str, ...], bool]:
    """Keys of the places of an event, and whether they were taken from another claim."""
    own = [key for one in main for key in _own_places(one.claim, scene)]
    if not own:
        own = [key for one in main for key in scene.places.named_in(scene.words(one), after_preposition=True)]
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


# -- persons, grounds, circumstances ---------------------------------------------------------------------------------


def _facts(main: Sequence[Stated], scene: Scene) -> Sequence[Fact]:
    persons = dict.fromkeys(person for one in main for person in scene.people.of_claim(one.id))
    facts = [fact for person in persons for fact in scene.people.facts(person)]
    near = _of_households(main, scene)
    if len(facts) + len(near) < 2:
        return facts or near
    return sorted(dict.fromkeys((*facts, *near)), key=lambda f: (f.words.report, f.words.span))


def _of_households(main: Sequence[Stated], scene: Scene) -> list[Fact]:
    """What is told of "the families searched" as a whole, in the paragraphs of the event's report behind it."""
    out = []
    for one in main:
        if one.claim.act != "search":
            continue
        text, after = scene.pages[one.report].text, one.claim.span
        for span in scene.sentences_within(one.report, after.start + 1, after.end + 700):
            if text.startswith("None of the", span.start) and cues.NO_KIN_ABROAD.search(span.of(text)):
                words = Words(one.report, span, span.of(text))
                out.append(Fact("defector-families", False, words, "reported"))
    return out


def _grounds(main: Sequence[Stated], scene: Scene) -> list[str]:
    """What the event was for: its own charges, then those of other claims about the same persons, their remarks last."""
    own = [" ".join(f.text.split()) for one in main for f in one.claim.charge]
    ids = {one.id for one in main}
    persons = {person for one in main for person in scene.people.of_claim(one.id)}
    others = [s for person in sorted(persons) for s in scene.of_person(person) if s.id not in ids]
    told = [" ".join(f.text.split()) for s in others for f in s.claim.charge]
    accused = [
        scene.words(s) for s in others if s.claim.act in ("trial", "speech") and s.claim.status in HAPPENED
    ]
    return list(dict.fromkeys((*own, *told, *accused)))


def _delisted(claims: Sequence[Stated], scene: Scene) -> bool:
    for one in claims:
        text = scene.words(one)
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
        times = tuple(values_of(one, scene))
        who: object = (
            persons[0] if persons else (times, tuple(_own_places(one.claim, scene))) if times else one.id
        )
        groups[(one.report, one.claim.act, who)].append(one.id)
    return tuple(Happening(f"claim {ids[0]}", tuple(ids)) for ids in groups.values())
