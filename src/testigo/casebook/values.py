"""What goes into a casebook and comes out of it: plain frozen values, no database behind them.

Rules:
- A number called `id`, `original`, `report`, `reading` or `claim` is the id of a row of this casebook.
- Times are aware UTC. A digest is 32 bytes. Offsets count code points of the report's text.
- More than 400 lines because this is the one list of what passes the door of the casebook.
- Pages carry `total`, the number of all items that fit, and at most `limit` of them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from testigo import wire
from testigo.claim import Claim, Reading, Span
from testigo.directive import Directive
from testigo.judgement import Judgement
from testigo.report import Report

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewCapture:
    """One original as it came in just now.

    sha256, size (bytes), media_type: of the original; object: the name of its sealed object (64 hex digits).
    source: the path, address or member name it came from; how: "file", "address" or "part"; tool: what took it in.
    asked, answer: what was asked of a server and what came, as text ("" for files).
    parent: SHA-256 of the container that it is a part of, in the same batch (earlier) or known already.
    """

    sha256: bytes
    size: int
    object: str
    media_type: str
    source: str
    at: dt.datetime
    how: str = "file"
    tool: str = ""
    asked: str = ""
    answer: str = ""
    parent: bytes | None = None


@dataclass(frozen=True, slots=True)
class Captured:
    """What a capture became. new: whether the original was not known before."""

    original: int
    capture: int
    new: bool


@dataclass(frozen=True, slots=True)
class NewReport:
    """One text of an original. The same text by the same extractor is kept once; a later one takes its place in lists."""

    original: int
    report: Report


@dataclass(frozen=True, slots=True)
class NewReading:
    """One run of a reader over a report of the casebook."""

    report: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class NewTrouble:
    """One item that could not be done. step: "add", "extract", "read", ...; item: its name; error: what happened.

    hint: what to do. original, report: the row that it concerns, where there is one.
    """

    step: str
    item: str
    error: str
    hint: str = ""
    original: int | None = None
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """A preserved original. object: the name of its sealed object; parents: the originals that it is a part of."""

    id: int
    sha256: bytes
    size: int
    media_type: str
    object: str


@dataclass(frozen=True, slots=True)
class Capture:
    """When, from where, how and by whom an original came in; entry: index of the ledger entry. parent: original id."""

    id: int
    original: int
    at: dt.datetime
    by: str
    how: str
    source: str
    tool: str
    asked: str
    answer: str
    parent: int | None
    entry: int | None


@dataclass(frozen=True, slots=True)
class Trouble:
    """An item that could not be done, as kept."""

    id: int
    at: dt.datetime
    step: str
    item: str
    error: str
    hint: str
    original: int | None
    report: int | None


@dataclass(frozen=True, slots=True)
class StoredText:
    """A report without its reading. id: of the report; newest: whether it is the latest text of its original."""

    id: int
    original: Original
    report: Report
    newest: bool


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim of the casebook. One that a person added has an id below 0, and no reading and number (0).

    number: its place in its reading, from 0. key: the same for the same claim about the same words, whatever reader
    found it. judgement: the one in force, or None. history: every judgement about it, oldest first (filled by `claim`
    and `report`). before: judgements about an earlier, different form of it at the same words.
    """

    id: int
    key: str
    report: int
    reading: int
    number: int
    claim: Claim
    judgement: Judgement | None = None
    history: tuple[Judgement, ...] = ()
    before: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading of the casebook with its claims as rows. at: when it was made; entry: index of its ledger entry."""

    id: int
    report: int
    at: dt.datetime
    reading: Reading
    claims: tuple[StoredClaim, ...] = ()
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report of the casebook: its text, its original with all captures, and the reading in force (the latest).

    added: the claims that people added and nobody took back.
    """

    id: int
    at: dt.datetime
    report: Report
    original: Original
    captures: tuple[Capture, ...]
    reading: StoredReading | None
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[Judgement, ...] = ()
    readings: int = 0
    newer: int | None = None
    entry: int | None = None
    added: tuple[StoredClaim, ...] = ()
    assigned: str = ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list. published: EDTF or None; claims, directives, judged, troubles: how many.

    unread: no reading yet; reader, version: who made the reading in force; unreadable: that reading knew no such language.
    source: path, address or name by which the original first came, where the report has no title; "" otherwise.
    assigned: to whom it was given to judge, or "".
    """

    id: int
    original: int
    title: str
    publisher: str
    published: str | None
    language: str | None
    added: dt.datetime
    claims: int
    directives: int
    judged: int
    troubles: int
    unread: bool
    unreadable: bool = False
    reader: str = ""
    version: str = ""
    source: str = ""
    assigned: str = ""

    @property
    def passed_over(self) -> bool:
        """Whether its reader does not read its language: then "0 claims" would say something that nobody looked for."""
        other = self.language not in (None, "en") and self.reader.endswith("-en")
        return self.unreadable or (other and not self.claims)


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports: every field that is set must fit. since, until: days; a date fits that may fall between them.

    publisher, language: "" stands for not known. act, kind, status, verdict: at least one claim of the reading in
    force has all of those set; verdict "open": one not judged. judged: "all", "some" or "none" of the claims are
    judged, "open": not all. trouble: whether there is any. assigned: to whom it was given, "" for nobody. added: the day.
    batch: the name of one, see batches.py.
    words: as typed for a search. sort: "published", "added" or "title", with
    "-" before it for the other way round.
    """

    publisher: str | None = None
    language: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    act: str | None = None
    kind: str | None = None
    status: str | None = None
    verdict: str | None = None
    judged: str | None = None
    trouble: bool | None = None
    unread: bool | None = None
    assigned: str | None = None
    added: dt.date | None = None
    batch: str | None = None
    words: str = ""
    sort: str = "-published"


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of the list of reports."""

    items: tuple[ReportLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims of readings in force: every field that is set must fit.

    filler: id of a reference row that it names, in `slot` if that is set; fillers: any of these ids. since, until: days;
    a time of the claim may fall between them (a claim without a dated time does not fit). publisher: of the report,
    "" for not known. verdict: "open" for not judged. added: claims that people added too, before the others.
    words: as typed for a search, in the clause or a part of the claim (then the latest come first, and added ones are left
    out); people: only among who acts, suffers or tells. Words without a single letter or digit fit nothing.
    """

    report: int | None = None
    kind: str | None = None
    act: str | None = None
    status: str | None = None
    verdict: str | None = None
    filler: str | None = None
    fillers: tuple[str, ...] = ()
    slot: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    publisher: str | None = None
    added: bool = False
    words: str = ""
    people: bool = False


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A page of the list of claims, in the order in which their reports were read and then of their text.

    more: so many fit that they were not all counted; `total` is then where counting stopped.
    """

    items: tuple[StoredClaim, ...]
    total: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """All claims of readings in force in few bytes, for pictures: rows as casebook/drawn.py packs them.

    words: by list (act, status, verdict, place) what each number of a row means. An act stands with its kind before it
    ("event.arrest"); the verdict is empty where nobody judged; a place is the ids that a claim names, one a line, with
    "~" at the end where its words mean the northern border.
    """

    rows: bytes
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a report is called, for lists: nothing of its words. added: when its text was made."""

    id: int
    original: int
    title: str
    publisher: str
    published: str | None
    language: str | None
    added: dt.datetime


@dataclass(frozen=True, slots=True)
class ReportText:
    """The words of a report and how it is called, for lists of passages: nothing else of it."""

    title: str
    publisher: str
    language: str | None
    text: str


@dataclass(frozen=True, slots=True)
class DirectiveLine:
    """An order of a reading. number: its place in the reading, from 0; directive: as the machine read it.

    key: what judgements stay with; judgement: the one in force, or None; history: all of them, oldest first.
    """

    id: int
    report: int
    number: int
    title: str
    publisher: str
    published: str | None
    language: str | None
    directive: Directive
    key: str = ""
    judgement: Judgement | None = None
    history: tuple[Judgement, ...] = ()

    @property
    def effective(self) -> Directive:
        """The order with the amendment in force, if there is one. One that was rejected is still given: ask `judgement`."""
        now = self.judgement
        if now is None or now.verdict != "amend" or not now.amended:
            return self.directive
        return wire.directive_from_json({**wire.to_json(self.directive), **json.loads(now.amended)})


@dataclass(frozen=True, slots=True)
class DirectivePage:
    """A page of the orders of all reports, of the newest report first."""

    items: tuple[DirectiveLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found. span: the first passage in its text (None: only the title has it).

    before, found, after: the words of that passage. places: every place in the text, in order.
    claims: the claims of the reading in force whose words hold the passage.
    """

    report: int
    title: str
    publisher: str
    published: str | None
    language: str | None
    span: Span | None
    before: str
    found: str
    after: str
    places: tuple[Span, ...] = ()
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HitPage:
    """A page of what a search found, best first. terms: the words that were looked for; empty: nothing to look for.

    latest: so many hold the words that the latest added come first instead.
    """

    items: tuple[Hit, ...]
    total: int
    terms: tuple[str, ...] = ()
    latest: bool = False


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A ledger entry as it stands in the database. digest: salted; salt: 16 bytes, kept outside the entry."""

    index: int
    at: dt.datetime
    actor: int
    actor_name: str
    action: str
    subject_kind: str
    subject_id: int
    digest: bytes
    about: str = ""


@dataclass(frozen=True, slots=True)
class EntryPage:
    """A page of the ledger, newest first."""

    items: tuple[EntryLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class TroublePage:
    """A page of troubles, newest first."""

    items: tuple[Trouble, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a casebook holds. size: bytes of all originals; judged: claims of readings in force with a verdict."""

    originals: int = 0
    captures: int = 0
    size: int = 0
    reports: int = 0
    unread: int = 0
    readings: int = 0
    claims: int = 0
    directives: int = 0
    judged: int = 0
    judgements: int = 0
    troubles: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim that somebody judged, for figures. act: as the machine read it; amended: JSON of what was changed, or None."""

    id: int
    key: str
    act: str
    verdict: str
    amended: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody, or a batch, is. name: of the person, or the day of the batch; judged: of the claims."""

    name: str
    reports: int
    claims: int
    judged: int


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a named batch is. name; reports, claims and judged as Progress has them; disputed: claims in conflict.

    chosen, twice: judged claims that the draw gives to a second person, and how many of them were read by one; judgement: the one
    that stands about it.
    """

    name: str
    reports: int
    claims: int
    judged: int
    disputed: int
    chosen: int
    twice: int
    judgement: int


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A search that somebody kept. address: a path of the desk with its query; judgement: the id of the row that keeps it."""

    name: str
    address: str
    by: str
    at: dt.datetime
    judgement: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that a filter may take, and how many reports have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What the list of reports can be filtered by, the most frequent first. acts, kinds, statuses: by report."""

    publishers: tuple[Facet, ...] = ()
    languages: tuple[Facet, ...] = ()
    acts: tuple[Facet, ...] = ()
    kinds: tuple[Facet, ...] = ()
    statuses: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that does not match. kind: "file", "page", "row", "entry", "tree", "checkpoint", "rollback", "index".

    what: exactly which one ("claim 17", "keys/1"); why: one sentence.
    """

    kind: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What `verify_rows` looked at, how many of each, and what does not match (nothing: all is well)."""

    counts: dict[str, int] = field(default_factory=dict)
    damages: tuple[Damage, ...] = ()
    checkpoint: str = ""


@dataclass(frozen=True, slots=True)
class DerivedRun:
    """A run of a stage. settings: what it ran with, the seed included; inputs: digest of what it was computed from.

    stale: whether a report, reading or judgement came in since (only in what comes out of the casebook).
    """

    stage: str
    at: dt.datetime
    version: str
    settings: Mapping[str, str | int | float | bool | None]
    inputs: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that a stage computed, to be kept. value: a frozen dataclass of the core (linked.py, weighed.py, ...).

    about: pairs such as ("claim", "17"), ("report", "3"), ("event", KEY): by these it is found. rank: lists show the
    lowest first.
    """

    kind: str
    key: str
    value: object
    about: tuple[tuple[str, str], ...] = ()
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class DerivedPage(Generic[T]):
    """A page of derived values of a kind."""

    items: tuple[T, ...]
    total: int
