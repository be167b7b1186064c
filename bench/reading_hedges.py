"""How well doubt is told from fact, on MEANTIME's English news: `python bench/reading_hedges.py DATA`.

DATA is a folder that holds `meantime-english/data` (NAF or CAT files with events and their certainty).

An event that the annotators hold possible or probable should lie in the scope of a hedge; one they hold certain should
not. A sentence counts as doubtful where it holds at least one doubtful event. Beside the reader stands a bare list of
its own words (the cue alone, wherever it stands), which shows what checking the use of a word is worth.
"""

from __future__ import annotations

import argparse
import time
import xml.etree.ElementTree as ET  # the data is a trusted local corpus
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from testigo.claim import Span
from testigo.reading.hedges import hedges
from testigo.reading.lexicon import rows
from testigo.reading.speakers import speakers
from testigo.reading.tokens import document
from testigo.report import Block, Report


@dataclass(frozen=True)
class Marked:
    """A document of the corpus: its report, its sentences, and its events with their certainty."""

    report: Report
    sentences: tuple[Span, ...]
    events: tuple[tuple[Span, str], ...]


def marked(path: Path) -> Marked:
    """A document put together from its tokens; certainty is CERTAIN, PROBABLE, POSSIBLE or UNDERSPECIFIED."""
    root = ET.parse(path).getroot()
    parts: list[str] = []
    spans: dict[str, Span] = {}
    sentences: dict[str, Span] = {}
    at = 0
    for token in root.iter("token"):
        word = token.text or ""
        if parts:
            gap = "\n\n" if token.get("number") == "0" else " "
            parts.append(gap)
            at += len(gap)
        span = Span(at, at + len(word))
        spans[token.get("t_id", "")] = span
        number = token.get("sentence", "0")
        sentences[number] = Span(sentences.get(number, span).start, span.end)
        parts.append(word)
        at += len(word)
    text = "".join(parts)
    events = []
    for event in root.iter("EVENT_MENTION"):
        anchors = [spans[a.get("t_id", "")] for a in event.iter("token_anchor") if a.get("t_id", "") in spans]
        certainty = event.get("certainty", "")
        if anchors and certainty:
            events.append((Span(anchors[0].start, anchors[-1].end), certainty))
    blocks = tuple(Block("body", s) for s in sentences.values())
    return Marked(Report(text, blocks), tuple(sentences.values()), tuple(events))


def f1(right: int, gold: int, found: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    p, r = right / found if found else 0.0, right / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    args = cli.parse_args()
    words = {row["words"] for row in rows("hedges.csv") if row["part"] != "phrase"}
    totals: Counter[str] = Counter()
    seconds = 0.0
    for path in sorted((args.data / "meantime-english").rglob("*.xml")):
        doc = marked(path)
        start = time.perf_counter()
        spoken = speakers(document(doc.report))
        found = hedges(spoken)
        seconds += time.perf_counter() - start
        listed = [t.span for v in spoken.views for t in v.tokens if t.lower in words or t.lemma in words]
        totals["files"] += 1
        for sentence in doc.sentences:
            inside = [(s, c) for s, c in doc.events if sentence.contains(s)]
            if not inside:
                continue
            doubtful = any(c in ("POSSIBLE", "PROBABLE") for _, c in inside)
            hedged = any(h.cue.overlaps(sentence) for h in found)
            bare = any(w.overlaps(sentence) for w in listed)
            totals["gold"] += doubtful
            totals["found"] += hedged
            totals["right"] += doubtful and hedged
            totals["list"] += bare
            totals["list right"] += doubtful and bare
            for span, certainty in inside:
                scoped = any(h.scope.overlaps(span) for h in found)
                unsure = certainty in ("POSSIBLE", "PROBABLE")
                totals["events unsure"] += unsure
                totals["events scoped"] += scoped
                totals["events right"] += unsure and scoped
    for name, right, gold, system in (
        ("sentences, reader", totals["right"], totals["gold"], totals["found"]),
        ("sentences, bare list", totals["list right"], totals["gold"], totals["list"]),
        ("events in scope", totals["events right"], totals["events unsure"], totals["events scoped"]),
    ):
        p, r, f = f1(right, gold, system)
        print(f"{name:22} precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}  gold {gold}  found {system}")
    print(f"{totals['files']} documents, {seconds:.2f} s")


if __name__ == "__main__":
    main()
