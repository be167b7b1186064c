"""Inside one report: which mentions are one person, and which claims tell one occurrence.

Rules:
- Who is who follows the reading: a mention that refers to fuller words is the person of those words; a name comes back
  as a part of itself; "the man" is the last man spoken of; "a man" is a new one.
- Claims of one family of acts tell one occurrence unless something keeps them apart: other days, another place, another
  person, another number. A claim that brings a place, day or person of its own starts a new one where it fits none.
- What people decided about two claims or mentions of the report binds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from testigo.linking.described import Traits
from testigo.linking.same_person import both, can_be_one, names_meet
from testigo.linking.telling import Mentioned, Telling, Where

Decided = Callable[[str, str], str | None]
"""What people decided about two claims (ids as text) or mentions (subjects): same, different, unsure or None."""
Known = tuple[list["Local"], dict[tuple[int, str, int], int]]
"""The persons of a report, and who each mention is."""
_OTHER = ("another ", "a second ", "a third ", "a fourth ", "a fifth ", "other ", "또 다른 ", "다른 ")
ONE_DAY_OFF = 1
"""Nights are dated by the evening or by the morning."""


@dataclass(slots=True)
class Local:
    """One person within a report. mentions: (claim, slot, number); spans: where the words stand that name them."""

    mentions: list[tuple[int, str, int]]
    texts: list[str]
    spans: set[tuple[int, int]]
    traits: Traits
    other: bool = False


@dataclass(slots=True)
class Occurrence:
    """Claims of one report that tell one happening. people: of the targets and actors, as places in the list of locals."""

    sort: str
    tellings: list[Telling]
    targets: set[int] = field(default_factory=set)
    actors: set[int] = field(default_factory=set)


def locals_of(
    tellings: Sequence[Telling], decided: Decided
) -> tuple[list[Local], dict[tuple[int, str, int], int]]:
    """The persons of a report, and who each mention is."""
    people: list[Local] = []
    who: dict[tuple[int, str, int], int] = {}
    for told in tellings:
        for mention in told.people:
            at = _find(mention, told, people, decided)
            place = (told.id, mention.slot, mention.number)
            if at is None:
                at = len(people)
                people.append(Local([], [], set(), mention.traits, mention.text.lower().startswith(_OTHER)))
            who[place] = at
            _add(people[at], mention, place)
    return people, who


def _add(person: Local, mention: Mentioned, place: tuple[int, str, int]) -> None:
    person.mentions.append(place)
    person.texts.append(mention.text)
    person.spans.add((mention.span.start, mention.span.end))
    if mention.refers:
        person.spans.add((mention.refers.start, mention.refers.end))
    person.traits = both(person.traits, mention.traits)


def _find(mention: Mentioned, told: Telling, people: list[Local], decided: Decided) -> int | None:
    """Who of the persons so far it is."""
    subject = f"{told.id}.{mention.slot}.{mention.number}"
    barred = set()
    for at, person in enumerate(people):
        verdicts = {decided(subject, f"{c}.{s}.{n}") for c, s, n in person.mentions}
        if "same" in verdicts:
            return at
        if "different" in verdicts:
            barred.add(at)
    spans = {(s.start, s.end) for s in (mention.span, mention.refers) if s is not None}
    for at, person in enumerate(people):
        if at in barred or _named_otherwise(mention.traits, person.traits):
            continue
        if any((a <= c and d <= b) or (c <= a and b <= d) for a, b in spans for c, d in person.spans):
            return at
    if mention.text.lower().startswith(_OTHER):
        return None
    return next(
        (at for at in reversed(range(len(people))) if at not in barred and _is(mention, people[at])), None
    )


def _named_otherwise(one: Traits, other: Traits) -> bool:
    """Whether both have a whole name and the two differ: then no reference makes them one."""
    return bool(one.names and other.names) and names_meet(one, other) is False


def _is(mention: Mentioned, person: Local) -> bool:
    """Whether words without a reference speak of somebody known: by a name, or by "the" and what they are called."""
    if not can_be_one(mention.traits, person.traits):
        return False
    if (meet := names_meet(mention.traits, person.traits)) is not None:
        return meet
    lower = mention.text.lower()
    if mention.traits.named and not lower.startswith("the "):
        return False
    words = set(mention.traits.words)
    return lower.startswith(("the ", "그 ")) and bool(words) and words <= set(person.traits.words)


# --- occurrences --------------------------------------------------------------------------------------------------


def occurrences_of(
    tellings: Sequence[Telling], people: list[Local], who: dict[tuple[int, str, int], int], decided: Decided
) -> list[Occurrence]:
    """The happenings that a report tells, each with all claims that tell it."""
    found: list[Occurrence] = []
    for told in tellings:
        mine = _sides(told, who)
        fits = _choose(told, mine, found, people, decided)
        if fits is None:
            fits = Occurrence(told.sort, [])
            found.append(fits)
        elif mine[1] and fits.targets and not mine[1] & fits.targets:
            mine = _taken_for_one(mine, fits, found, (people, who), decided)
        fits.tellings.append(told)
        fits.targets |= mine[1]
        fits.actors |= mine[0]
    return found


def _taken_for_one(
    mine: tuple[set[int], set[int]], fits: Occurrence, found: list[Occurrence], known: Known, decided: Decided
) -> tuple[set[int], set[int]]:
    """What is told twice was done to one: the person of the second telling is the one of the first, where both have one."""
    people, who = known
    if len(mine[1]) != 1 or len(fits.targets) != 1:
        return mine
    (new,), (old,) = mine[1], fits.targets
    one, other = people[old], people[new]
    said = {decided(f"{a}.{b}.{c}", f"{d}.{e}.{f}") for a, b, c in one.mentions for d, e, f in other.mentions}
    if not can_be_one(one.traits, other.traits) or one.other or other.other or said & {"different", "unsure"}:
        return mine
    for place in other.mentions:
        who[place] = old
    one.mentions += other.mentions
    one.texts += other.texts
    one.spans |= other.spans
    one.traits = both(one.traits, other.traits)
    people[new] = Local([], [], set(), other.traits)
    for one_of in found:
        one_of.targets = {old if p == new else p for p in one_of.targets}
        one_of.actors = {old if p == new else p for p in one_of.actors}
    return {old if p == new else p for p in mine[0]}, {old}


def _sides(told: Telling, who: dict[tuple[int, str, int], int]) -> tuple[set[int], set[int]]:
    sides: tuple[set[int], set[int]] = (set(), set())
    for mention in told.people:
        sides[mention.slot == "target"].add(who[told.id, mention.slot, mention.number])
    return sides


def _choose(
    told: Telling,
    mine: tuple[set[int], set[int]],
    found: list[Occurrence],
    people: list[Local],
    decided: Decided,
) -> Occurrence | None:
    """The occurrence that the claim tells again: one that people said, else the last one that fits."""
    open_ones = []
    for one in found:
        verdicts = {decided(str(told.id), str(other.id)) for other in one.tellings}
        if "same" in verdicts:
            return one
        if one.sort == told.sort and not verdicts & {"different", "unsure"}:
            open_ones.append(one)
    fitting = [one for one in open_ones if fits(told, mine, one, people)]
    shared = [one for one in fitting if one.targets & mine[1]]
    return next(reversed(shared or fitting), None)


def fits(told: Telling, mine: tuple[set[int], set[int]], one: Occurrence, people: list[Local]) -> bool:
    """Whether nothing keeps a claim apart from an occurrence of its sort."""
    if told.days and any(t.days and _apart(told.days, t.days) for t in one.tellings):
        return False
    same_act = [t for t in one.tellings if t.act == told.act]
    if told.places and any(t.places and _elsewhere(told.places, t.places) for t in same_act):
        return False
    if _other_people(mine[1], one.targets, people):
        return False
    if mine[1] and not one.targets and any(t.words for t in one.tellings) and not told.denied:
        return False
    if any(_other_number(told, t) for t in same_act):
        return False
    return not (
        told.words and not mine[1] and any(t.words for t in one.tellings) and _other_things(told, one)
    )


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] > other[1] + ONE_DAY_OFF or other[0] > one[1] + ONE_DAY_OFF


def _elsewhere(one: Sequence[Where], other: Sequence[Where]) -> bool:
    """Whether two tellings name places of one level that differ, and none in common."""
    left, right = {k for w in one for k in w.keys}, {k for w in other for k in w.keys}
    if left & right:
        levels = {w.level for w in one} & {w.level for w in other} & {3, 4}
        return any(
            not {w.keys[0] for w in one if w.level == level} & {w.keys[0] for w in other if w.level == level} for level in levels
        ) and not levels <= {4}  # fmt: skip
    return bool({w.level for w in one} & {w.level for w in other} & {1, 2, 3}) or not (
        {4, 0} & {w.level for w in (*one, *other)}
    )


def _other_people(mine: set[int], theirs: set[int], people: list[Local]) -> bool:
    """Whether both have persons of their own who cannot be one."""
    if not mine or not theirs or mine & theirs:
        return False
    pairs = [(people[a], people[b]) for a in mine for b in theirs]
    return not any(can_be_one(a.traits, b.traits) and not a.other and not b.other for a, b in pairs)


def _other_number(told: Telling, other: Telling) -> bool:
    """Whether two numbers differ and neither claim says that it was not so."""
    differ = bool(told.quantities and other.quantities and not told.quantities & other.quantities)
    return differ and not (told.denied or other.denied)


def _other_things(told: Telling, one: Occurrence) -> bool:
    theirs = {w for t in one.tellings for w in t.words}
    return not told.words & theirs and not told.denied and bool(told.places or told.days)
