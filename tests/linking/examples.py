"""The invented country as casebooks: read by the machine, or read without a mistake (the coded claims as a reading)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.casebook import worlds

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import NewReading, NewReport
from testigo.claim import SLOTS, Claim, Filler, Reading, Source, Span
from testigo.linked import Event, Person
from testigo.report import Block, Report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = tuple(path.stem for path in sorted((EXAMPLES / "gold").glob("*.json")))
ANSWERS: dict[str, Any] = json.loads((EXAMPLES / "answers" / "links.json").read_text("utf-8"))
Json = dict[str, Any]
Place = tuple[str, int]
"""A claim by the name of its report and its number in the gold file."""


def text_of(name: str) -> str:
    """The text of an example."""
    return (EXAMPLES / "gold" / f"{name}.txt").read_text("utf-8")


def gold_of(name: str) -> Json:
    """Its coded claims."""
    loaded: Json = json.loads((EXAMPLES / "gold" / f"{name}.json").read_text("utf-8"))
    return loaded


def locate(text: str, quote: str | list[Any], near: int = 0, inside: Span | None = None) -> Span:
    """Where a quote stands: the occurrence that is meant, or inside a span, or nearest to a place."""
    words, nth = (quote, None) if isinstance(quote, str) else (quote[0], int(quote[1]))
    found = [Span(*m.span()) for m in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    if nth is not None:
        return found[nth]
    within = [span for span in found if inside is not None and inside.contains(span)]
    return within[0] if within else min(found, key=lambda span: abs(span.start - near))


def claim_of(coded: Json, text: str) -> Claim:
    """A coded claim as the reading would give it, had it read everything rightly."""
    span = locate(text, coded["span"])

    def filler(value: Json) -> Filler:
        at = locate(text, value["span"], span.start, span)
        refers = locate(text, value["refers"], span.start) if value.get("refers") else None
        number = value.get("value")
        return Filler(at, at.of(text), value.get("id"), None if number is None else str(number), value.get("form"), value.get("duration"),
                      refers=refers, refers_text=refers.of(text) if refers else None)  # fmt: skip

    def source(value: Json) -> Source:
        at = locate(text, value["span"], span.start)
        refers = locate(text, value["refers"], span.start) if value.get("refers") else None
        return Source(at, at.of(text), value["kind"], refers, refers.of(text) if refers else None)

    slots: dict[str, Any] = {slot: tuple(filler(value) for value in coded.get(slot, ())) for slot in SLOTS}
    return Claim(coded["kind"], coded["act"], span, locate(text, coded["trigger"], span.start, span), coded["status"],
                 sources=tuple(map(source, coded.get("sources", ()))), **slots)  # fmt: skip


def report_of(name: str, text: str) -> Report:
    """An example as a report with its title and one body."""
    end = text.index("\n")
    blocks = (Block("title", Span(0, end)), Block("body", Span(end + 1, len(text))))
    published = gold_of(name)["published"]
    return Report(
        text,
        blocks,
        text[:end],
        publisher=name,
        published=published,
        language="ko" if name.endswith("-ko") else "en",
    )


def record(book: Casebook, names: Iterable[str]) -> dict[int, Place]:
    """Record coded claims as readings; gives the place of each claim by its id."""
    known: dict[int, Place] = {}
    for name in names:
        text = text_of(name)
        (captured,) = book.record_captures([worlds.capture(name)])
        (report,) = book.record_reports([NewReport(captured.original, report_of(name, text))])
        claims = tuple(claim_of(coded, text) for coded in gold_of(name)["claims"])
        book.record_readings([NewReading(report, Reading("gold", "1", "1", "en", claims))])
        stored = book.report(report).reading
        known |= {c.id: (name, c.number) for c in (stored.claims if stored else ())}
    return known


def events_of(book: Casebook) -> tuple[Event, ...]:
    """Every event of the last run."""
    return book.derived("linking", "event", Event, limit=10_000).items


def persons_of(book: Casebook) -> tuple[Person, ...]:
    """Every person of the last run."""
    return book.derived("linking", "person", Person, limit=10_000).items


def true_events() -> dict[Place, str]:
    """The happening that each claim of the answers tells."""
    return {(c["report"], c["claim"]): e["id"] for e in ANSWERS["events"] for c in e["claims"]}


def pairs(groups: dict[Any, Any]) -> set[frozenset[Any]]:
    """The pairs that stand in one group. groups: the group of each thing."""
    return {frozenset((a, b)) for a, b in combinations(sorted(groups), 2) if groups[a] == groups[b]}


def f1(found: set[frozenset[Any]], true: set[frozenset[Any]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs."""
    hit = len(found & true)
    precision, recall = hit / len(found) if found else 1.0, hit / len(true) if true else 1.0
    return precision, recall, 2 * hit / (len(found) + len(true)) if found or true else 1.0


def mentioned(known: dict[int, Place], persons: Iterable[Person]) -> Iterator[tuple[str, str, str]]:
    """Report, words and person of every mention."""
    for person in persons:
        for mention in person.mentions:
            yield known[mention.claim][0], mention.text, person.key


def true_persons(
    known: dict[int, Place], persons: Iterable[Person]
) -> tuple[dict[Place, str], dict[Place, str]]:
    """Who each mention of the answers is, truly and as found; one that was not found is a person of its own.

    A mention of the answers is found where its words hold those of a mention in that report, or the other way round.
    """
    said = list(mentioned(known, persons))
    true: dict[Place, str] = {}
    found: dict[Place, str] = {}
    for who in ANSWERS["persons"]:
        for number, mention in enumerate(who["mentions"]):
            place = (f"{who['id']} {mention['report']}", number)
            quote = " ".join(mention["quote"].split())
            true[place] = who["id"]
            found[place] = next((key for report, text, key in sorted(said, key=lambda s: (s[1] != quote, s)) if report == mention["report"]
                                 and (quote in text or text in quote)), f"none {place}")  # fmt: skip
    return true, found
