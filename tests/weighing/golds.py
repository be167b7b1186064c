"""Gold files and machine readings as what weighing looks at: each claim as a person coded it, its spans found in the text."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from testigo.archive.extract import extract_file
from testigo.claim import SLOTS, Claim, Filler, Source, Span
from testigo.report import Report
from testigo.weighing.seen import SeenClaim, SeenReport

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
Json = dict[str, Any]


def head(name: str) -> dict[str, str]:
    """The head of an example's source: outlet, date, title."""
    lines = (EXAMPLES / "sources" / f"{name}.txt").read_text("utf-8").split("\n\n")[0].splitlines()
    return {key: value for key, _, value in (line.partition(": ") for line in lines)}


def locate(text: str, quote: Any, within: Span | None = None) -> Span:
    """Where a quote of a gold file stands; white space of any kind is alike."""
    words, nth = (quote, 0) if isinstance(quote, str) else (quote[0], int(quote[1]))
    pattern = re.compile(r"\s+".join(re.escape(part) for part in words.split()))
    if within is not None and (inside := pattern.search(text, within.start, within.end)):
        return Span(*inside.span())
    return Span(*list(pattern.finditer(text))[nth].span())


def _filler(text: str, value: Json, slot: str, within: Span) -> Filler:
    span = locate(text, value["span"], within)
    known = value.get("value")
    return Filler(
        span, span.of(text), id=value.get("id"), value=None if known is None else str(known),
        form=value.get("form"), duration=value.get("duration"), refers_text=value.get("refers"), rule=slot,
    )  # fmt: skip


def _source(text: str, value: Json, within: Span) -> Source:
    span = locate(text, value["span"], within)
    return Source(span, span.of(text), value["kind"], refers_text=value.get("refers"))


def claim_of(text: str, value: Json) -> Claim:
    """One claim of a gold file."""
    span = locate(text, value["span"])
    slots: dict[str, Any] = {
        slot: tuple(_filler(text, v, slot, span) for v in value.get(slot) or ()) for slot in SLOTS
    }
    return Claim(
        value["kind"], value["act"], span, locate(text, value["trigger"], span) if value.get("trigger") else span,
        value["status"], sources=tuple(_source(text, v, span) for v in value.get("sources") or ()), **slots,
    )  # fmt: skip


def seen(id_: int, report: Report, claims: tuple[Claim, ...], first: int) -> SeenReport:
    """A report with its claims, numbered from `first`."""
    blocks = report.readable()
    return SeenReport(
        id_, report.publisher or "", report.published, report.language or "", report.text,
        tuple(b.span for b in blocks),
        tuple(SeenClaim(first + n, f"{first + n}", claim) for n, claim in enumerate(claims)),
        blocks[0].span if blocks and blocks[0].kind == "title" else None,
    )  # fmt: skip


def gold(path: Path, id_: int, outlet: str) -> SeenReport:
    """A gold file, with the claims that a person coded."""
    coded = json.loads(path.with_suffix(".json").read_text("utf-8"))
    (report,) = extract_file(path, published=coded.get("published"), publisher=outlet)
    return seen(id_, report, tuple(claim_of(report.text, c) for c in coded["claims"]), id_ * 1000)


def machine(path: Path, id_: int, outlet: str, published: str | None) -> SeenReport:
    """The same text as the rules alone read it: what is asked of the weigher must hang on no training of the reader."""
    from testigo.reading.read import read_report

    (report,) = extract_file(path, published=published, publisher=outlet)
    return seen(id_, report, read_report(report, second=False).claims, id_ * 1000)


NAMES = tuple(sorted(p.stem for p in (EXAMPLES / "gold").glob("*.txt")))


@lru_cache(maxsize=2)
def examples(*, by_machine: bool = False) -> dict[str, SeenReport]:
    """Every example by its name, ids in the order of names."""
    made = {}
    for n, name in enumerate(NAMES, 1):
        about = head(name)
        path = EXAMPLES / "gold" / f"{name}.txt"
        made[name] = (
            machine(path, n, about["outlet"], about.get("published"))
            if by_machine
            else gold(path, n, about["outlet"])
        )
    return made
