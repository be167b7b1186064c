"""Reports as they come in, one after the other: each is read by itself, packed, and left as rows of numbers and words.

Rules:
- Of a claim nothing stays but its part of a packed report and of columns: about half a kilobyte.
- Rows that tell the same in every field are one row, but never two of one report; what nothing anchors, and what people
  judged, has a row of its own.
- Rows and occurrences are numbered in the order of reports, whatever order they come in.
- A mention that is nothing but the name of a place of the casebook is no person. Which names those are is known at the
  end: reports with such bare names wait until then.
"""

from __future__ import annotations

import hashlib
import pickle
from array import array
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from testigo.linking.assembling import key_number
from testigo.linking.columns import Columns, Ids
from testigo.linking.event_rows import EventRow, blocks_of, bound_towns, row_of
from testigo.linking.judged import Verdicts
from testigo.linking.packing import Reported, packed
from testigo.linking.person_rows import static_of
from testigo.linking.read import Read, in_order
from testigo.linking.shown_words import shown_words
from testigo.linking.spelt import folded
from testigo.linking.telling import Mentioned, Telling
from testigo.linking.within import Occurrence, locals_of, occurrences_of


def reported(report: int, tellings: Sequence[Telling], events: Verdicts, persons: Verdicts) -> Reported:
    """One report by itself."""
    people, who = locals_of(tellings, persons)
    occurrences = tuple(occurrences_of(tellings, people, who, events))  # may take two of the people for one
    return Reported(report, tuple(people), who, occurrences)


@dataclass(slots=True)
class Occurrences:
    """What is kept of each occurrence, in parallel arrays.

    report, number: where it stands; key: of its first claim; row: its row; claim: id of its first claim.
    """

    report: Any = field(default_factory=lambda: array("q"))
    number: Any = field(default_factory=lambda: array("i"))
    key: Any = field(default_factory=lambda: array("Q"))
    row: Any = field(default_factory=lambda: array("i"))
    claim: Any = field(default_factory=lambda: array("q"))


@dataclass(slots=True)
class Mentions:
    """What is kept of each person of a report. told: number of what is told of them; own: whether they stay alone."""

    report: Any = field(default_factory=lambda: array("q"))
    number: Any = field(default_factory=lambda: array("i"))
    key: Any = field(default_factory=lambda: array("Q"))
    told: Any = field(default_factory=lambda: array("i"))
    judged: Any = field(default_factory=lambda: array("b"))
    subject: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Parts:
    """Who took part in what: a person and an occurrence, as places in their arrays; target: else actor."""

    person: Any = field(default_factory=lambda: array("i"))
    occurrence: Any = field(default_factory=lambda: array("i"))
    target: Any = field(default_factory=lambda: array("b"))


@dataclass(slots=True)
class EventRows:
    """What is kept of each row besides its columns. report, number, words: of the occurrence it is shown by.

    key_row, key, how: by which keys rows meet; see event_rows.blocks_of. sort, act, towns, sex: numbers of values that
    come again; day, until: first and last day, NO_DAY without; anchored: whether anything holds it; full: place and day.
    """

    report: Any = field(default_factory=lambda: array("q"))
    number: Any = field(default_factory=lambda: array("i"))
    words: list[str] = field(default_factory=list)
    key_row: Any = field(default_factory=lambda: array("i"))
    key: Any = field(default_factory=lambda: array("q"))
    how: Any = field(default_factory=lambda: array("b"))
    sort: Any = field(default_factory=lambda: array("i"))
    act: Any = field(default_factory=lambda: array("i"))
    towns: Any = field(default_factory=lambda: array("i"))
    bound_towns: Any = field(default_factory=lambda: array("i"))
    sex: Any = field(default_factory=lambda: array("i"))
    day: Any = field(default_factory=lambda: array("i"))
    until: Any = field(default_factory=lambda: array("i"))
    anchored: Any = field(default_factory=lambda: array("b"))
    full: Any = field(default_factory=lambda: array("b"))


NO_DAY = -1
"""Stands for None in the columns day and until."""


class Intake:
    """Takes reports one at a time. events, people: what was judged of pairs of claims and of mentions."""

    def __init__(self, events: Verdicts, people: Verdicts) -> None:
        self.events, self.people = events, people
        self.blobs: dict[int, bytes] = {}
        self.occurrences, self.mentions, self.parts, self.rows = (
            Occurrences(),
            Mentions(),
            Parts(),
            EventRows(),
        )
        self.columns = Columns(EventRow)
        self.words = Ids()
        self.statics = Ids()
        self._row_of: dict[bytes, int] = {}
        self._places: set[str] = set()
        self._waiting: list[tuple[int, bytes]] = []
        self._judged = (events.subjects, people.subjects)
        self.judged_claims: dict[str, int] = {}
        self.judged_mentions: dict[str, int] = {}

    def add(self, report: int, tellings: Sequence[Telling]) -> None:
        """Take a report with its tellings in the order of the text."""
        self._places.update(key for t in tellings for w in t.places for key in w.keys)
        if any(_is_bare(m) for t in tellings for m in t.people):
            self._waiting.append((report, pickle.dumps(tellings)))
        else:
            self._take(report, tellings)

    def finish(self) -> Read:
        """Everything that was taken, in the order of reports."""
        for report, waiting in self._waiting:
            tellings = pickle.loads(waiting)  # noqa: S301 - our own bytes, of this run
            self._take(report, [_without_places(t, self._places) for t in tellings])
        self._waiting.clear()
        self._row_of.clear()
        return in_order(self)

    def _take(self, report: int, tellings: Sequence[Telling]) -> None:
        one = reported(report, tellings, self.events, self.people)
        self.blobs[report] = packed(one)
        again: Counter[tuple[Any, ...]] = Counter()
        before = len(self.occurrences.key)
        for number, occurrence in enumerate(one.occurrences):
            self._occurrence(one, number, occurrence, again)
        self._people(one, before)

    def _occurrence(
        self, one: Reported, number: int, occurrence: Occurrence, again: Counter[tuple[Any, ...]]
    ) -> None:
        row = row_of(occurrence, one.people)
        values = self.columns.values(row)
        first = occurrence.tellings[0]
        judged = [str(t.id) for t in occurrence.tellings if str(t.id) in self._judged[0]]
        self.judged_claims.update(dict.fromkeys(judged, len(self.occurrences.key)))
        own = not row.anchored or bool(judged)
        sign = hashlib.blake2b(
            repr((values, again[values], first.key if own else "")).encode(), digest_size=12
        ).digest()
        again[values] += 1
        at = self._row_of.get(sign)
        if at is None:
            at = self._row_of[sign] = self.columns.add(values)
            self._row(row, at)
            _show(self.rows, at, (one.report, number), occurrence)
        elif (one.report, number) < (self.rows.report[at], self.rows.number[at]):
            _show(self.rows, at, (one.report, number), occurrence)
        self.occurrences.report.append(one.report)
        self.occurrences.number.append(number)
        self.occurrences.key.append(key_number(first.key))
        self.occurrences.row.append(at)
        self.occurrences.claim.append(first.id)

    def _row(self, row: EventRow, at: int) -> None:
        rows = self.rows
        for key, how in blocks_of(row):
            rows.key_row.append(at)
            rows.key.append(block_number(key))
            rows.how.append(how)
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
        for number, local in enumerate(one.people):
            if not local.mentions:  # taken for another one, told twice
                continue
            at[number] = len(mentions.key)
            claim, slot, filler = local.mentions[0]
            telling = next(t for o in one.occurrences for t in o.tellings if t.id == claim)
            judged = [m for c, s, n in local.mentions if (m := f"{c}.{s}.{n}") in self._judged[1]]
            self.judged_mentions.update(dict.fromkeys(judged, at[number]))
            mentions.report.append(one.report)
            mentions.number.append(number)
            mentions.key.append(key_number(f"{telling.key}.{slot}.{filler}"))
            mentions.told.append(self.statics.of(static_of(local.traits)))
            mentions.judged.append(bool(judged))
            mentions.subject.append(f"{claim}.{slot}.{filler}")
            mentions.words.append(max(local.texts, key=len))
        for number, occurrence in enumerate(one.occurrences):
            for target, who in ((True, occurrence.targets), (False, occurrence.actors)):
                for person in sorted(who):
                    parts.person.append(at[person])
                    parts.occurrence.append(before + number)
                    parts.target.append(target)


def _show(rows: EventRows, at: int, place: tuple[int, int], occurrence: Occurrence) -> None:
    """Let a row be shown by an occurrence: the first that tells it."""
    words = shown_words(occurrence)
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


def block_number(key: str) -> int:
    """A key by which rows meet, as a number of 63 bits."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1
