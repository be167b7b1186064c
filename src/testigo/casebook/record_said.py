"""Recording what is said: reports and readings, with the rows that filters and search need.

Rules:
- The same text (or reading) twice is kept once; the id of the first comes back.
- A reading whose spans do not lie in its report's text is refused whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from testigo import wire
from testigo.casebook import content, identity, index, shelf, tables
from testigo.casebook.recording import Log
from testigo.casebook.values import NewReading, NewReport
from testigo.claim import SLOTS, Claim, Reading, Span
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


def dumps(value: object) -> str:
    """JSON text of a core value: same value, same text."""
    return json.dumps(wire.to_json(value), ensure_ascii=False, separators=(",", ":"))


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
    """Insert readings with their claims and orders. Errors: BadInput (no such report), ValueError (spans outside)."""
    person = log.person(by)
    ids: list[int] = []
    touched: list[int] = []
    for item in new:
        text = _text_of(item)
        body, claims = reading_body(item.reading)
        key = hashlib.sha256("\n".join((body, *claims)).encode("utf-8", "surrogatepass")).hexdigest()
        found = tables.one("SELECT id FROM reading WHERE report_id = %s AND key = %s", (item.report, key))
        if found is not None:
            ids.append(int(found[0]))
            continue
        ids.append(_insert(log, person, item, (text, key, body), claims))
        touched.append(item.report)
    shelf.refresh(shelf.originals_of(touched))
    return tuple(ids)


def reading_body(reading: Reading) -> tuple[str, list[str]]:
    """JSON of the reading without its claims, and of each claim."""
    return dumps(replace(reading, claims=())), [dumps(claim) for claim in reading.claims]


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
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _spans(getattr(value, name))


def _insert(log: Log, person: int, item: NewReading, made: tuple[str, str, str], claims: list[str]) -> int:
    text, key, body = made
    reading, id_ = item.reading, tables.next_id("reading")
    about = (tables.storable(part) for part in (reading.reader, reading.version, reading.vocabulary))
    row = (id_, item.report, tables.moment(log.at), *about, reading.language, key, body)
    rows = list(claim_rows(text, id_, tables.next_id("claim"), reading.claims, claims))
    covered = [(r[0], r[1], r[2], r[3], r[4], r[11]) for r in rows]
    tables.insert("reading", content.COLUMNS["reading"], (row,))
    tables.insert("claim", CLAIM, rows)
    for claim_row, claim in zip(rows, reading.claims, strict=True):
        tables.insert("filler", FILLER, filler_rows(claim_row[0], claim))
        tables.insert("source", SOURCE, source_rows(claim_row[0], claim))
    directives = list(directive_rows(text, id_, tables.next_id("directive"), reading.directives))
    tables.insert("directive", DIRECTIVE, directives)
    for directive_row, directive in zip(directives, reading.directives, strict=True):
        tables.insert("clause", CLAUSE, clause_rows(directive_row[0], directive))
    log.add("reading", id_, person, (content.canonical("reading", row, covered),))
    return id_


def claim_rows(
    text: str, reading: int, first: int, claims: Sequence[Claim], bodies: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """The columns CLAIM for the claims of a reading. text: a text_key; first: id of the first; bodies: their JSON."""
    for number, (claim, body) in enumerate(zip(claims, bodies, strict=True)):
        yield (
            first + number, reading, number, identity.claim_key(text, claim), identity.claim_place(text, claim),
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
