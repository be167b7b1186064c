"""The invented country's gold claims as readings of a casebook, with the true happenings in place of linking.

Gold is coded by hand, so that what confronting makes of it is measured apart from how right the reader is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import Derived, DerivedRun, NewCapture, NewReading, NewReport
from testigo.claim import SLOTS, Claim, Filler, Reading, Source, Span
from testigo.directive import Clause, Directive
from testigo.linked import Event
from testigo.report import Block, Report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
Json = dict[str, Any]
OUTLETS = {
    "Farbank Journal": ("01", "03", "04", "07", "08", "11"),
    "Radio Ferrin": ("02", "06", "09", "12", "15"),
    "Ilvane Dispatch": ("05", "10", "13", "16"),
    "Oreullo Tongsin": ("14",),
}


@dataclass(frozen=True)
class World:
    """claims, directives: ids of rows by report name and number in its gold file; reports: names by id."""

    claims: dict[tuple[str, int], int]
    directives: dict[tuple[str, int], int]
    reports: dict[int, str]


def answers(name: str) -> Json:
    loaded: Json = json.loads((EXAMPLES / "answers" / f"{name}.json").read_text("utf-8"))
    return loaded


def span_of(text: str, quote: str | list[Any], near: int | None = None) -> Span:
    """Where a quote stands: the n-th time where it says which, else the place nearest to `near`."""
    words, number = (quote[0], quote[1]) if isinstance(quote, list) else (quote, None)
    found = list(re.finditer(r"\s+".join(map(re.escape, words.split())), text))
    assert found, quote
    if number is not None:
        return Span(*found[number].span())
    return Span(*(min(found, key=lambda m: abs(m.start() - near)) if near is not None else found[0]).span())


def filler(text: str, coded: Json, near: int) -> Filler:
    span = span_of(text, coded["span"], near)
    refers = span_of(text, coded["refers"], near) if coded.get("refers") else None
    value = coded.get("value")
    return Filler(
        span, span.of(text), id=coded.get("id"), value=None if value is None else str(value), form=coded.get("form"),
        duration=coded.get("duration"), refers=refers, refers_text=refers.of(text) if refers else None,
    )  # fmt: skip


def claim(text: str, coded: Json) -> Claim:
    span = span_of(text, coded["span"])
    slots: Any = {slot: tuple(filler(text, f, span.start) for f in coded.get(slot) or []) for slot in SLOTS}
    sources = tuple(_source(text, s, span.start) for s in coded["sources"])
    trigger = span_of(text, coded["trigger"], span.start)
    return Claim(coded["kind"], coded["act"], span, trigger, coded["status"], sources=sources, **slots)


def _source(text: str, coded: Json, near: int) -> Source:
    span = span_of(text, coded["span"], near)
    return Source(span, span.of(text), coded["kind"], refers_text=coded.get("refers"))


def directive(text: str, coded: Json, claims: tuple[Claim, ...]) -> Directive:
    clauses = tuple(_clause(text, c) for c in coded["clauses"])
    near = clauses[0].span.start
    inside = [c for c in claims if any(c.span.overlaps(clause.span) for clause in clauses)]
    one = {
        name: filler(text, coded[name], near) if coded.get(name) else None for name in ("issuer", "issued")
    }
    many = {
        n: tuple(filler(text, f, near) for f in coded.get(n) or []) for n in ("addressee", "transmission")
    }
    sources: tuple[Source, ...] = max((c.sources for c in inside), key=len, default=())
    return Directive(
        clauses[0].span,
        clauses,
        one["issuer"],
        many["addressee"],
        one["issued"],
        many["transmission"],
        sources,
    )


def _clause(text: str, coded: Json) -> Clause:
    span = span_of(text, coded["span"])
    groups = tuple(filler(text, g, span.start) for g in coded["groups"])
    levels: Any = tuple(coded["levels"]) if coded["levels"] else None
    return Clause(span, coded["modality"], groups, coded["measure"], levels)


def report_of(name: str, text: str, published: str | None) -> Report:
    blocks: list[Block] = []
    at = 0
    for part in text.split("\n\n"):
        start = text.index(part, at)
        at = start + len(part)
        blocks.append(Block("body" if blocks else "title", Span(start, at)))
    outlet = next(outlet for outlet, numbers in OUTLETS.items() if name[:2] in numbers)
    language = "ko" if name.endswith("-ko") else "en"
    title = text.split("\n", 1)[0]
    return Report(text, tuple(blocks), title=title, publisher=outlet, published=published, language=language)


def coded_reading(path: Path) -> tuple[Report, Reading]:
    """A gold report as it was coded by hand. path: of its JSON file, with the text beside it."""
    coded, text = json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_text("utf-8")
    found = tuple(claim(text, c) for c in coded["claims"])
    orders = tuple(directive(text, d, found) for d in coded.get("directives", []))
    language = "ko" if path.stem.endswith("-ko") else "en"
    return report_of(path.stem, text, coded["published"]), Reading("coder", "1", "1", language, found, orders)


def fill(book: Casebook) -> World:
    """Put all gold readings into a casebook."""
    claims: dict[tuple[str, int], int] = {}
    reports: dict[int, str] = {}
    for path in sorted((EXAMPLES / "gold").glob("*.json")):
        told, reading = coded_reading(path)
        digest = hashlib.sha256(told.text.encode()).digest()
        capture = NewCapture(digest, len(told.text), digest.hex(), "text/plain", path.stem, NOON, tool="test")
        (captured,) = book.record_captures((capture,))
        (report,) = book.record_reports((NewReport(captured.original, told),))
        book.record_readings((NewReading(report, reading),))
        stored = book.report(report).reading
        assert stored is not None
        claims |= {(path.stem, c.number): c.id for c in stored.claims}
        reports[report] = path.stem
    lines = book.directives(limit=100).items
    return World(
        claims,
        {(reports[line.report], line.number): line.id for line in lines if line.report in reports},
        reports,
    )


def link_truly(book: Casebook, world: World) -> None:
    """Put the true happenings where linking would put what it finds."""
    made = []
    for event in answers("links")["events"]:
        ids = tuple(sorted(world.claims[c["report"], c["claim"]] for c in event["claims"]))
        value = Event(event["id"], event["act"], ids, (), ())
        made.append(Derived("event", event["id"], value, tuple(("claim", str(i)) for i in ids)))
    book.replace_derived(DerivedRun("linking", NOON, "true", {}, book.inputs()), made)
