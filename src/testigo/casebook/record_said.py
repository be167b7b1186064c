"""Recording what is said: reports and readings, with the rows that filters and search need.

Rules:
- The same text (or reading) twice is kept once; the id of the first comes back.
- A reading whose spans do not lie in its report's text is refused whole.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from testigo import wire
from testigo.casebook import content, identity, index, shelf, tables
from testigo.casebook.recording import Log
from testigo.casebook.values import NewReading, NewReport
from testigo.claim import SLOTS, Claim, Span
from testigo.directive import Directive
from testigo.errors import BadInput

CLAIM = (
    "id",
    "reading_id",
    "number",
    "key",
    "place",
    "kind",
    "act",
    "act_detail",
    "status",
    "start",
    "end",
    "body",
)
FILLER = ("claim_id", "slot", "number", "start", "end", "text", "ref", "value", "form", "duration")
SOURCE = ("claim_id", "number", "kind", "start", "end", "text", "refers_text")
DIRECTIVE = ("id", "reading_id", "number", "key", "start", "end", "issuer", "issuer_ref", "issued")
CLAUSE = ("directive_id", "number", "modality", "measure", "start", "end", "lowest", "highest")
READING_TABLES = {
    "reading": content.COLUMNS["reading"], "claim": CLAIM, "filler": FILLER, "source": SOURCE, "directive": DIRECTIVE,
    "clause": CLAUSE,
}  # fmt: skip


def dumps(value: object) -> str:
    """JSON text of a core value: same value, same text."""
    return _text(wire.to_json(value))


def _text(json_value: object) -> str:
    return json.dumps(json_value, ensure_ascii=False, separators=(",", ":"))


def reports(log: Log, new: Sequence[NewReport], by: str) -> tuple[int, ...]:
    """Insert texts. Errors: BadInput (no such original)."""
    person = log.person(by)
    ids: list[int] = []
    touched: list[tuple[int, int]] = []
    for item in new:
        row = report_row(tables.next_id("report"), item, tables.moment(log.at))
        found = tables.one("SELECT id FROM report WHERE original_id = %s AND key = %s", (row[1], row[3]))
        if found is None:
            if tables.one("SELECT id FROM original WHERE id = %s", (item.original,)) is None:
                raise BadInput(f"there is no original {item.original} in this casebook")
            log.record("report", row, person)
            index.add(row[0], row[4], row[5], wide=row[7])
            touched.append((item.original, row[0]))
        ids.append(row[0] if found is None else int(found[0]))
    shelf.refresh(touched)
    return tuple(ids)


def report_row(id_: int, item: NewReport, at: str) -> tuple[Any, ...]:
    """The columns of a report, as in content.COLUMNS."""
    report = replace(item.report, text=tables.storable(item.report.text))
    about = wire.to_json(report)
    text = about.pop("text")
    body = tables.storable(json.dumps(about, ensure_ascii=False, separators=(",", ":")))
    key = hashlib.sha256(f"{body}\n{text}".encode()).hexdigest()
    title = tables.storable(report.title or "")
    return (id_, item.original, at, key, title, text, body, index.is_wide(title + text))


def readings(log: Log, new: Sequence[NewReading], by: str) -> tuple[int, ...]:
    """Insert readings with their claims and orders. Errors: BadInput (no such report), ValueError (spans outside, no text)."""
    person = log.person(by)
    batch = _Batch(tables.moment(log.at))
    ids: list[int] = []
    for item in new:
        text = _text_of(item)
        made = batch.made(item, text)
        found = tables.one(
            "SELECT id FROM reading WHERE report_id = %s AND key = %s", (item.report, made.key)
        )
        known = batch.ids.get((item.report, made.key)) if found is None else int(found[0])
        ids.append(batch.add(log, person, made) if known is None else known)
    batch.insert()
    shelf.refresh(shelf.originals_of(report for report, _ in batch.ids))
    return tuple(ids)


def _text_of(item: NewReading) -> str:
    row = tables.one(
        "SELECT report.text, original.sha256 FROM report JOIN original ON original.id = report.original_id"
        " WHERE report.id = %s",
        (item.report,),
    )
    if row is None:
        raise BadInput(f"there is no report {item.report} in this casebook")
    length = len(row[0])
    if any(span.end > length for span in _spans(item.reading)):
        raise ValueError("a reading points outside its text")
    return identity.text_key(row[1], row[0])


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif dataclasses.is_dataclass(type(value)):
        for name in type(value).__slots__:  # type: ignore[attr-defined]  # every core value has them
            part = getattr(value, name)
            if type(part) is not str and part is not None:
                yield from _spans(part)


@dataclass(frozen=True, slots=True)
class _Made:
    """A reading ready to be inserted. text: its text_key; body, claims: JSON texts; values: the claims as JSON values."""

    item: NewReading
    text: str
    key: str
    body: str
    claims: tuple[str, ...]
    values: tuple[wire.Json, ...]


class _Batch:
    """The rows of many readings, inserted table by table. at: when."""

    def __init__(self, at: str) -> None:
        self._at = at
        self._next = {table: tables.next_id(table) for table in ("reading", "claim", "directive")}
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in READING_TABLES}
        self.ids: dict[tuple[int, str], int] = {}

    def made(self, item: NewReading, text: str) -> _Made:
        """Its JSON texts and its key."""
        values = tuple(wire.to_json(claim) for claim in item.reading.claims)
        body, bodies = dumps(replace(item.reading, claims=())), tuple(_text(value) for value in values)
        key = hashlib.sha256("\n".join((body, *bodies)).encode()).hexdigest()
        return _Made(item, text, key, body, bodies, values)

    def add(self, log: Log, person: int, made: _Made) -> int:
        """Make its rows and its ledger entry; gives its id."""
        reading, id_ = made.item.reading, self._take("reading", 1)
        about = (tables.storable(part) for part in (reading.reader, reading.version, reading.vocabulary))
        row = (id_, made.item.report, self._at, *about, reading.language, made.key, made.body)
        first = self._take("claim", len(reading.claims))
        claims = list(claim_rows((made.text, id_, first), reading.claims, made.claims, made.values))
        self._rows["reading"].append(row)
        self._rows["claim"] += claims
        for claim_row, claim in zip(claims, reading.claims, strict=True):
            self._rows["filler"] += filler_rows(claim_row[0], claim)
            self._rows["source"] += source_rows(claim_row[0], claim)
        self._add_directives(made, id_)
        covered = [(r[0], r[1], r[2], r[3], r[4], r[11]) for r in claims]
        log.add("reading", id_, person, (content.canonical("reading", row, covered),))
        self.ids[made.item.report, made.key] = id_
        return id_

    def _add_directives(self, made: _Made, reading: int) -> None:
        directives = made.item.reading.directives
        rows = list(directive_rows(made.text, reading, self._take("directive", len(directives)), directives))
        self._rows["directive"] += rows
        for row, directive in zip(rows, directives, strict=True):
            self._rows["clause"] += clause_rows(row[0], directive)

    def _take(self, table: str, count: int) -> int:
        first = self._next[table]
        self._next[table] += count
        return first

    def insert(self) -> None:
        """Insert all rows."""
        for table, rows in self._rows.items():
            tables.insert(table, READING_TABLES[table], rows)


def claim_rows(
    where: tuple[str, int, int], claims: Sequence[Claim], bodies: Sequence[str], values: Sequence[wire.Json]
) -> Iterator[tuple[Any, ...]]:
    """The columns CLAIM for the claims of a reading.

    where: text_key, id of the reading, id of its first claim; bodies, values: the claims as JSON text and values.
    """
    text, reading, first = where
    for number, (claim, body, value) in enumerate(zip(claims, bodies, values, strict=True)):
        yield (
            first + number, reading, number, identity.claim_key(text, value), identity.claim_place(text, claim),
            claim.kind, claim.act, claim.act_detail, claim.status, claim.span.start, claim.span.end, body,
        )  # fmt: skip


def filler_rows(claim_id: int, claim: Claim) -> list[tuple[Any, ...]]:
    """The columns FILLER for every value of a claim."""
    return [
        (claim_id, slot, number, f.span.start, f.span.end, f.text, f.id, f.value, f.form, f.duration)
        for slot in SLOTS
        for number, f in enumerate(getattr(claim, slot))
    ]


def source_rows(claim_id: int, claim: Claim) -> list[tuple[Any, ...]]:
    """The columns SOURCE for the chain of a claim."""
    return [
        (claim_id, number, s.kind, s.span.start, s.span.end, s.text, s.refers_text)
        for number, s in enumerate(claim.sources)
    ]


def directive_rows(
    text: str, reading: int, first: int, directives: Sequence[Directive]
) -> Iterator[tuple[Any, ...]]:
    """The columns DIRECTIVE for the orders of a reading. text: a text_key; first: id of the first."""
    for number, d in enumerate(directives):
        issuer = (None, None) if d.issuer is None else (d.issuer.text, d.issuer.id)
        issued = None if d.issued is None else d.issued.value
        key = identity.directive_key(text, d)
        yield (first + number, reading, number, key, d.span.start, d.span.end, *issuer, issued)


def clause_rows(directive_id: int, directive: Directive) -> list[tuple[Any, ...]]:
    """The columns CLAUSE for the clauses of an order."""
    return [
        (directive_id, number, c.modality, c.measure, c.span.start, c.span.end, *(c.levels or (None, None)))
        for number, c in enumerate(directive.clauses)
    ]
