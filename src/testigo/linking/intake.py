"""Reports as they come in, a chunk at a time: each is read by itself, packed, and left as rows of numbers and words.

Rules:
- Of a claim nothing stays but its part of a packed report and of columns: about half a kilobyte.
- Rows that tell the same in every field are one row, but never two of one report; what nothing anchors, and what people
  judged, has a row of its own.
- A chunk is a value: any process can take it in, and what it gives is put together by gathering.py.
- A heading repeats what the text says: whom it gives no whole name is no person by it alone.
- A mention that is nothing but the name of a place of the casebook is no person. Which names those are is known at the
  end: reports with such bare names wait until then.
"""

from __future__ import annotations

import hashlib
import marshal
import pickle
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from testigo.linking.assembling import key_number
from testigo.linking.columns import Columns, Ids
from testigo.linking.event_rows import EventRow, blocks_of, bound_towns, row_of
from testigo.linking.judged import Verdicts
from testigo.linking.packing import Reported, packed, packed_people
from testigo.linking.person_rows import static_of
from testigo.linking.shown_words import shown_words
from testigo.linking.spelt import folded
from testigo.linking.taken import NO_DAY, EventRows, Mentions, Occurrences, Parts, Taken, Waiting
from testigo.linking.telling import Mentioned, Telling
from testigo.linking.within import Local, Occurrence, locals_of, occurrences_of

Tell = Callable[[int, Any], Sequence[Telling]]
"""Makes the tellings of a report, in the order of the text, of what was given for it."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Reports to be taken in: the id of each with what `tell` makes tellings of.

    events, people: what was judged of pairs of claims and of mentions; places: the names of places among the bare names
    of these reports, or None where that is not known yet.
    """

    reports: tuple[tuple[int, Any], ...]
    tell: Tell
    events: Verdicts
    people: Verdicts
    places: frozenset[str] | None = None


def waited(report: int, tellings: bytes) -> Sequence[Telling]:
    """The tellings of a report that waited."""
    del report
    found: Sequence[Telling] = pickle.loads(tellings)  # noqa: S301 - our own bytes, of this run
    return found


def taken_in(chunk: Chunk) -> Taken:
    """What a chunk comes to."""
    made = Intake(chunk.events, chunk.people)
    for report, given in chunk.reports:
        tellings = chunk.tell(report, given)
        if chunk.places is not None:
            made.take(report, [_without_places(t, chunk.places) for t in tellings])
            continue
        made.places.update(key for t in tellings for w in t.places for key in w.keys)
        bare = [m for t in tellings for m in t.people if _is_bare(m)]
        if bare:
            names = frozenset(folded(n) for m in bare for n in m.traits.surnames)
            made.waiting.append(Waiting(report, pickle.dumps(tellings, 5), names))
        else:
            made.take(report, tellings)
    return made.all()


def reported(report: int, tellings: Sequence[Telling], events: Verdicts, persons: Verdicts) -> Reported:
    """One report by itself."""
    people, who = locals_of(tellings, persons)
    occurrences = tuple(occurrences_of(tellings, people, who, events))  # may take two of the people for one
    _without_headings(tellings, people, occurrences, persons)
    return Reported(report, tuple(people), occurrences)


def _without_headings(
    tellings: Sequence[Telling], people: Sequence[Local], occurrences: Sequence[Occurrence], judged: Verdicts
) -> None:
    """Let nobody be a person by a heading alone whom it gives no whole name ("Trucker gets ten years"): the text below speaks of them."""
    headings = {t.id for t in tellings if t.title}
    if len(headings) == len(tellings):
        return
    for number, person in enumerate(people):
        subjects = [(claim, f"{claim}.{slot}.{filler}") for claim, slot, filler in person.mentions]
        if person.traits.names or any(c not in headings or m in judged.subjects for c, m in subjects):
            continue
        person.mentions.clear()
        for occurrence in occurrences:
            occurrence.targets.discard(number)
            occurrence.actors.discard(number)


class Intake:
    """What the reports of a chunk come to, numbered among themselves. events, people: what was judged of pairs.

    blobs: by report, packed what happened and who was spoken of; signs: by row the digest of what it tells.
    """

    def __init__(self, events: Verdicts, people: Verdicts) -> None:
        self.events, self.people = events, people
        self.blobs: dict[int, tuple[bytes, bytes]] = {}
        self.occurrences, self.mentions, self.parts, self.rows = (
            Occurrences(),
            Mentions(),
            Parts(),
            EventRows(),
        )
        self.columns = Columns(EventRow)
        self.words = Ids()
        self.statics = Ids()
        self.signs: dict[bytes, int] = {}
        self.places: set[str] = set()
        self.waiting: list[Waiting] = []
        self._judged = (events.subjects, people.subjects)
        self.judged_claims: dict[str, int] = {}
        self.judged_mentions: dict[str, int] = {}

    def all(self) -> Taken:
        """Everything that was taken."""
        return Taken(
            tuple(self.blobs), tuple(one for one, _ in self.blobs.values()), tuple(one for _, one in self.blobs.values()),
            self.occurrences, self.mentions, self.parts, self.rows, tuple(self.columns.batches()), tuple(self.signs),
            tuple(self.words.values), tuple(self.statics.values), frozenset(self.places), tuple(self.waiting),
            self.judged_claims, self.judged_mentions,
        )  # fmt: skip

    def take(self, report: int, tellings: Sequence[Telling]) -> None:
        """Take a report with its tellings in the order of the text."""
        one = reported(report, tellings, self.events, self.people)
        self.blobs[report] = packed(one), packed_people(one)
        again: dict[EventRow, int] = {}
        before = len(self.occurrences.key)
        for number, occurrence in enumerate(one.occurrences):
            self._occurrence(one, number, occurrence, again)
        self._people(one, before)

    def _occurrence(
        self, one: Reported, number: int, occurrence: Occurrence, again: dict[EventRow, int]
    ) -> None:
        row = row_of(occurrence, one.people)
        first = occurrence.tellings[0]
        judged = (
            [str(t.id) for t in occurrence.tellings if str(t.id) in self._judged[0]]
            if self._judged[0]
            else []
        )
        self.judged_claims.update(dict.fromkeys(judged, len(self.occurrences.key)))
        own = first.key if judged or not row.anchored else ""
        sign = sign_of(row, again.get(row, 0), own)
        again[row] = again.get(row, 0) + 1
        at = self.signs.get(sign)
        if at is None:
            at = self.signs[sign] = self.columns.add(row)
            self._row(row, at)
            _show(self.rows, at, (one.report, number), occurrence, row)
        elif (one.report, number) < (self.rows.report[at], self.rows.number[at]):
            _show(self.rows, at, (one.report, number), occurrence, row)
        self.occurrences.report.append(one.report)
        self.occurrences.number.append(number)
        self.occurrences.key.append(key_number(first.key))
        self.occurrences.row.append(at)
        self.occurrences.claim.append(first.id)

    def _row(self, row: EventRow, at: int) -> None:
        rows = self.rows
        keys = blocks_of(row)
        rows.key_row.extend([at] * len(keys))
        rows.key.extend(keys)
        rows.how.extend(keys.values())
        rows.sort.append(self.words.of(row.sort))
        rows.act.append(self.words.of(row.act))
        rows.towns.append(self.words.of(row.towns))
        rows.bound_towns.append(self.words.of(bound_towns(row)))
        rows.sex.append(self.words.of((row.sex,) if row.sex else ()))
        rows.day.append(NO_DAY if row.first is None else row.first)
        rows.until.append(NO_DAY if row.last is None else row.last)
        rows.anchored.append(row.anchored)
        rows.full.append(row.town is not None and row.first is not None)

    def _people(self, one: Reported, before: int) -> None:
        mentions, parts = self.mentions, self.parts
        at: dict[int, int] = {}
        keys = {t.id: t.key for o in one.occurrences for t in o.tellings}
        for number, local in enumerate(one.people):
            if not local.mentions:  # taken for another one, told twice
                continue
            at[number] = len(mentions.key)
            claim, slot, filler = local.mentions[0]
            judged = (
                [m for c, s, n in local.mentions if (m := f"{c}.{s}.{n}") in self._judged[1]]
                if self._judged[1]
                else []
            )
            self.judged_mentions.update(dict.fromkeys(judged, at[number]))
            mentions.report.append(one.report)
            mentions.number.append(number)
            mentions.key.append(key_number(f"{keys[claim]}.{slot}.{filler}"))
            mentions.told.append(self.statics.of(static_of(local.traits)))
            mentions.judged.append(bool(judged))
            mentions.claim.append(claim)
            mentions.target.append(slot == "target")
            mentions.filler.append(filler)
            mentions.words.append(max(local.texts, key=len))
        for number, occurrence in enumerate(one.occurrences):
            for target, who in ((True, occurrence.targets), (False, occurrence.actors)):
                for person in sorted(who):
                    parts.person.append(at[person])
                    parts.occurrence.append(before + number)
                    parts.target.append(target)


def sign_of(row: tuple[Any, ...], again: int, own: int | str) -> bytes:
    """A digest by which rows that tell the same are one. own: what keeps it from that, or nothing.

    The second form of marshal writes equal values as equal bytes, whatever else they are shared with.
    """
    return hashlib.blake2b(marshal.dumps([[*row], again, own], 2), digest_size=12).digest()


def _show(rows: EventRows, at: int, place: tuple[int, int], occurrence: Occurrence, row: EventRow) -> None:
    """Let a row be shown by an occurrence: the first that tells it."""
    words = shown_words(occurrence, row.roles, row.things)
    if at == len(rows.words):
        for column, value in zip((rows.report, rows.number), place, strict=True):
            column.append(value)
        rows.words.append(words)
    else:
        rows.report[at], rows.number[at] = place
        rows.words[at] = words


def _is_bare(mention: Mentioned) -> bool:
    """Whether it is a name and nothing else, as that of a place would be."""
    traits = mention.traits
    return not (traits.names or traits.words or traits.age or traits.sex)


def _without_places(told: Telling, places: AbstractSet[str]) -> Telling:
    """The telling without mentions that are the name of a place: "Corven" is who gave the order, and no person."""
    people = tuple(
        m for m in told.people if not (_is_bare(m) and all(folded(n) in places for n in m.traits.surnames))
    )
    return told if len(people) == len(told.people) else told._replace(people=people)
