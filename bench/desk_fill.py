"""Fill a casebook with many invented reports in bulk: 20 claims each, by the row makers of recording, without the ledger.

For measuring only: pages and search see the rows that recording would have made (tests/casebook/test_desk_fill.py
compares a small one with `Casebook.rebuild`), and `testigo verify` would rightly complain that no entry records them.

Words: about 300 a report; names, villages and shops are drawn from lists of a thousand, so that rare words are rare.
Every fiftieth claim is judged by Alice, and half of those that the draw gives to a second person by Bob.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from testigo import wire
from testigo.casebook import content, draw, drawn, index, marks, record_said, shelf, tables
from testigo.casebook.casebook import Casebook
from testigo.casebook.days import days
from testigo.casebook.values import NewCapture, NewReading, NewReport
from testigo.claim import Claim, Filler, Firmness, Reading, Source, Span
from testigo.reference import tables as reference
from testigo.report import Block, Report

BATCH = 500
CLAIMS = 20
POOL = 2500
JUDGED_EACH = 50
OUTLETS = ("Northtown Courier", "Radio South", "The Quarter", "Hill Gazette", "")
ACTS = (
    ("arrest", "arrested"), ("arrest", "arrested"), ("detention", "held"), ("interrogation", "questioned"), ("sentence", "sentenced"),
    ("confiscation", "robbed of goods"), ("release", "released"), ("surveillance", "watched"), ("search", "searched"),
    ("banishment", "banished"), ("torture", "beaten"), ("extortion", "made to pay"), ("trial", "tried"), ("dismissal", "dismissed"),
)  # fmt: skip
JOBS = ("herder", "weaver", "carter", "miller", "teacher", "trader", "guard", "cook", "fisher", "smith")
SOURCES = ("a trader", "a courier", "a resident", "an official", "a relative")
SYLLABLES = (
    "tar",
    "em",
    "ok",
    "vel",
    "bru",
    "sin",
    "dal",
    "mor",
    "pel",
    "rik",
    "hal",
    "ost",
    "fen",
    "gra",
    "lum",
    "nev",
)
COMMENTS = (
    "the price of flour",
    "the night watch",
    "a letter from abroad",
    "a radio found at home",
    "the closing of the bridge",
)


@dataclass(slots=True)
class Words:
    """The lists that names are drawn from, made from one seed."""

    chance: random.Random
    names: list[str] = field(default_factory=list)
    villages: list[str] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    pool: dict[int, _Made] = field(default_factory=dict)

    def __post_init__(self) -> None:
        made = {"".join(self.chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(6000)}
        listed = sorted(made)
        self.names, self.villages = listed[:1000], listed[1000:2000]
        self.places = [(p.id, p.name) for p in reference.places().values() if p.level >= 2]


def report_of(number: int, words: Words) -> tuple[Report, tuple[Claim, ...]]:
    """One invented report and its claims."""
    chance = words.chance
    published = dt.date(2014, 1, 1) + dt.timedelta(days=number % 4600)
    parts: list[str] = []
    claims: list[Claim] = []
    at = 0
    for _ in range(CLAIMS):
        sentence, claim = _sentence(at, published, words)
        parts.append(sentence)
        claims.append(claim)
        at += len(sentence) + 2
    text = "\n\n".join(parts)
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block("body", Span(at, at + len(part))))
        at += len(part) + 2
    title = f"{chance.choice(words.names)} and others in {chance.choice(words.villages)}"
    report = Report(
        text, tuple(blocks), title=title, publisher=OUTLETS[number % 5] or None, published=published.isoformat(),
        language="en", extractor="bench", version="1",
    )  # fmt: skip
    return report, tuple(claims)


def _sentence(at: int, published: dt.date, words: Words) -> tuple[str, Claim]:
    chance = words.chance
    act, trigger = chance.choice(ACTS)
    who = f"{chance.choice(words.names)}, a {chance.choice(JOBS)} from {chance.choice(words.villages)}"
    day = published - dt.timedelta(days=chance.randrange(3, 90))
    when = f"{day.day} {day:%B %Y}"
    place_id, place = chance.choice(words.places)
    said_by = chance.choice(SOURCES)
    hedged = chance.random() < 0.1
    doubt = "reportedly " if hedged else ""
    charge = chance.choice(COMMENTS)
    own = chance.random() < 0.3
    clause = f"{who}, was {doubt}{trigger} on {when} in {place} over {charge}"
    sentence = f"{clause}." if own else f"{clause}, {said_by} said."

    def span(piece: str) -> Span:
        start = at + sentence.index(piece)
        return Span(start, start + len(piece))

    def filler(piece: str, id_: str | None = None, value: str | None = None) -> tuple[Filler, ...]:
        return (Filler(span(piece), piece, id_, value, rule="bench"),)

    status = "hedged" if hedged else "asserted" if own else "reported"
    claim = Claim(
        "event", act, span(clause), span(trigger), status, rule="bench",
        sources=() if own else (Source(span(said_by), said_by, "anonymous", rule="bench"),),
        firmness=(Firmness(0, "hedged", span("reportedly"), "bench"),) if hedged else (),
        target=filler(who), time=filler(when, value=day.isoformat()), place=filler(place, place_id), charge=filler(charge),
    )  # fmt: skip
    return sentence, claim


Rows = dict[str, list[tuple[Any, ...]]]
_COLUMNS: dict[str, Sequence[str]] = {
    "original": content.COLUMNS["original"], "capture": content.COLUMNS["capture"], "report": content.COLUMNS["report"],
    "reading": content.COLUMNS["reading"], "claim": record_said.CLAIM, "filler": record_said.FILLER, "source": record_said.SOURCE,
    "judgement": content.COLUMNS["judgement"], "shelf": shelf.COLUMNS, "standing": ("claim_id", "verdict", "judgement_id", "key", "act"),
    "dated": ("claim_id", "first", "last"), "told": ("report_id", "what", "value"),
    "words": ("rowid", "title", "text"), "clauses": index.CLAUSES, "drawn": ("report_id", "claims"),
}  # fmt: skip


def fill(casebook: Casebook, count: int, seed: int = 7) -> None:
    """Put `count` reports into an empty casebook."""
    words = Words(random.Random(seed))
    at = tables.moment(casebook.now())
    tables.run("PRAGMA cache_size = -1000000")
    indexes = _indexes()
    for name, _sql in indexes:
        tables.run(f'DROP INDEX "{name}"')
    for first in range(1, count + 1, BATCH):
        with casebook._recording() as log:  # noqa: SLF001 - bulk rows, for measuring only
            person = log.person("Alice")
            rows: Rows = {table: [] for table in _COLUMNS}
            codes = drawn.Codes()
            for number in range(first, min(first + BATCH, count + 1)):
                _add(rows, number, words, (at, person, codes))
            for table, made in rows.items():
                tables.insert(table, _COLUMNS[table], made)
            tables.insert("code", ("what", "number", "value"), codes.new)
    with casebook._recording():  # noqa: SLF001
        tables.run(
            "INSERT INTO tally (what, value, reports) SELECT what, value, count(*) FROM told GROUP BY 1, 2"
        )
    for _name, sql in indexes:
        tables.run(sql)
    second_readings(casebook)
    tables.run("PRAGMA cache_size = -32000")


HEAVY = "heavy.txt"
HEAVY_CLAIMS = 5_000
HEAVY_CHARACTERS = 10_000_000


def heavy(casebook: Casebook) -> int:
    """A report of ten megabytes with 5,000 claims, recorded as any other; gives its id."""
    known = tables.one(
        "SELECT r.id FROM capture c JOIN report r ON r.original_id = c.original_id WHERE c.source = %s",
        (HEAVY,),
    )
    if known is not None:
        return int(known[0])
    words, parts, claims, at = Words(random.Random(8)), [], [], 0
    filling = ("Nothing else was told that day. " * 62)[: HEAVY_CHARACTERS // HEAVY_CLAIMS - 150]
    for _ in range(HEAVY_CLAIMS):
        sentence, claim = _sentence(at, dt.date(2026, 1, 5), words)
        parts.append(f"{sentence} {filling}\n\n")
        claims.append(claim)
        at += len(parts[-1])
    text = "".join(parts)
    value = Report(
        text,
        (Block("body", Span(0, len(text))),),
        title="A heavy letter",
        language="en",
        extractor="bench",
        version="1",
    )
    sha = hashlib.sha256(text.encode())
    new = NewCapture(
        sha.digest(), len(text), sha.hexdigest(), "text/plain", HEAVY, casebook.now(), tool="bench"
    )
    (done,) = casebook.record_captures([new])
    (report,) = casebook.record_reports([NewReport(done.original, value)])
    casebook.record_readings([NewReading(report, Reading("bench", "1", "1", "en", tuple(claims)))])
    return report


def second_readings(casebook: Casebook) -> None:
    """Bob reads every other drawn claim a second time; of eight one otherwise than Alice."""
    at = tables.moment(casebook.now())
    with casebook._recording() as log:  # noqa: SLF001
        draw.redraw()
        person, first = log.person("Bob"), tables.next_id("judgement")
        asked = "SELECT d.claim_id, d.key, t.verdict FROM draw d JOIN standing t ON t.claim_id = d.claim_id ORDER BY d.place"
        rows = []
        for nth, (id_, key, verdict) in enumerate(tables.select(asked)[::2]):
            otherwise = ("amend", '{"wrong":["time"]}') if nth % 16 else ("reject", None)
            said = otherwise if nth % 8 == 0 else (verdict, None)
            rows.append((first + nth, "second", str(id_), key, said[0], person, at, "", said[1], None))
        tables.insert("judgement", content.COLUMNS["judgement"], rows)


def _indexes() -> list[tuple[Any, ...]]:
    """Name and statement of the indexes that are quicker made at the end: keys are digests, and would come in no order."""
    marks = ", ".join(["%s"] * len(_COLUMNS))
    return tables.select(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})",
        tuple(_COLUMNS),
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """A report with its rows of claims, made once and used for every POOL-th report with another last line."""

    report: Report
    claims: tuple[Claim, ...]
    rows: tuple[tuple[Any, ...], ...]
    values: tuple[wire.Json, ...]


def _made(number: int, words: Words, pool: dict[int, _Made]) -> _Made:
    place = number % POOL
    if place not in pool:
        report, claims = report_of(place, words)
        values = [wire.to_json(claim) for claim in claims]
        bodies = [json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values]
        rows = record_said.claim_rows((str(place), 0, 0), claims, bodies, values)
        pool[place] = _Made(report, claims, tuple(rows), tuple(values))
    return pool[place]


def _add(rows: Rows, number: int, words: Words, by: tuple[str, int, drawn.Codes]) -> None:
    """The rows of one report. Keys of claims are digests as always, of the pooled claim and the number. by: when, who."""
    at, person, codes = by
    made = _made(number, words, words.pool)
    last = f"\n\nLetter {number} of that year."
    end = len(made.report.text)
    report = replace(
        made.report, text=made.report.text + last, title=f"{made.report.title}, {number}",
        blocks=(*made.report.blocks, Block("body", Span(end + 2, end + len(last)))),
    )  # fmt: skip
    sha = hashlib.sha256(report.text.encode()).hexdigest()
    rows["original"].append((number, sha, len(report.text), "text/plain", sha))
    rows["capture"].append((number, number, at, person, "file", f"{number}.txt", "bench", "{}", "{}", None))
    line = record_said.report_row(number, NewReport(number, report), at)
    rows["report"].append(line)
    rows["words"].append((number, line[4], line[5]))
    reading = record_said.dumps(Reading("bench", "1", "1", "en", ()))
    rows["reading"].append((number, number, at, "bench", "1", "1", "en", sha, reading))
    judged, packed = 0, []
    for place, (row, claim) in enumerate(zip(made.rows, made.claims, strict=True)):
        id_ = (number - 1) * CLAIMS + 1 + place
        keys = (
            hashlib.sha256(f"{sha}{row[3]}".encode()).hexdigest(),
            hashlib.sha256(f"{sha}{row[4]}".encode()).hexdigest(),
        )
        rows["claim"].append((id_, number, place, *keys, *row[5:]))
        rows["filler"] += record_said.filler_rows(id_, claim)
        rows["source"] += record_said.source_rows(id_, claim)
        rows["dated"] += [(id_, *days(f.value)) for f in claim.time]
        verdict = (
            ("accept", "accept", "reject", "accept")[id_ // JUDGED_EACH % 4] if id_ % JUDGED_EACH == 0 else ""
        )
        rows["clauses"].append(_clause(id_, claim, report, verdict))
        told = (id_, f"{claim.kind}.{claim.act}", claim.status, verdict)
        packed.append(codes.packed(drawn.row_of(told, made.values[place])))
        if verdict:
            judged += 1
            nth = id_ // JUDGED_EACH
            rows["judgement"].append((nth, "claim", str(id_), keys[0], verdict, person, at, "", None, None))
            rows["standing"].append((id_, verdict, nth, keys[0], claim.act))
    pairs = {
        (what, value)
        for c in made.claims
        for what, value in (("kind", c.kind), ("act", c.act), ("status", c.status))
    }
    rows["drawn"].append((number, b"".join(packed)))
    rows["told"] += [(number, what, value) for what, value in sorted(pairs)]
    rows["shelf"].append(
        (number, number, number, report.publisher or "", report.published, *days(report.published), "en",
         CLAIMS, False, 0, judged, 0, report.title or "", at[:10])
    )  # fmt: skip


def _clause(id_: int, claim: Claim, report: Report, verdict: str) -> tuple[int, str, str, str]:
    """The row of the index of claims, as index.add_claims makes it."""
    fillers = (*claim.actor, *claim.target, *claim.place, *claim.time, *claim.charge)
    who = [f.text for f in (*claim.actor, *claim.target)] + [
        t for s in claim.sources for t in (s.text, s.refers_text or "")
    ]
    said = [claim.span.of(report.text), *(f.text for f in (*claim.place, *claim.time, *claim.charge))]
    told, named = (claim.kind, claim.act, claim.status), [f.id for f in fillers if f.id]
    times = [days(f.value) for f in claim.time]
    marked = marks.of_claim(told, verdict or None, report.publisher or "", named, times)
    return (id_, "\n".join(who), "\n".join(said), marked)


def some_words(seed: int = 7) -> Iterator[str]:
    """Rare words of the reports, for searching."""
    words = Words(random.Random(seed))
    yield from words.villages
