"""What reports come to that were taken in: columns of numbers and words, in parallel arrays.

Rules:
- Everything here can be sent from process to process as it stands, and quickly: arrays, batches of Arrow, bytes, words.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


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
    """What is kept of each person of a report. told: number of what is told of them; judged: whether anybody did.

    claim, target, filler: the first mention; words: the fullest words.
    """

    report: Any = field(default_factory=lambda: array("q"))
    number: Any = field(default_factory=lambda: array("i"))
    key: Any = field(default_factory=lambda: array("Q"))
    told: Any = field(default_factory=lambda: array("i"))
    judged: Any = field(default_factory=lambda: array("b"))
    claim: Any = field(default_factory=lambda: array("q"))
    target: Any = field(default_factory=lambda: array("b"))
    filler: Any = field(default_factory=lambda: array("i"))
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report that waits. tellings: pickled; names: its bare names."""

    report: int
    tellings: bytes
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Taken:
    """A chunk of reports, numbered among themselves.

    ids: of the reports; happened, spoken: of each, packed. batches: the rows' columns; signs: by row, the digest of what it
    tells; words, statics: what numbers stand for; judged_claims, judged_mentions: the occurrence, or person, of each.
    """

    ids: tuple[int, ...]
    happened: tuple[bytes, ...]
    spoken: tuple[bytes, ...]
    occurrences: Occurrences
    mentions: Mentions
    parts: Parts
    rows: EventRows
    batches: tuple[Any, ...]
    signs: tuple[bytes, ...]
    words: tuple[Any, ...]
    statics: tuple[Any, ...]
    places: frozenset[str]
    waiting: tuple[Waiting, ...]
    judged_claims: Mapping[str, int]
    judged_mentions: Mapping[str, int]
