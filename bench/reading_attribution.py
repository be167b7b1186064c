"""How well attributions are found, on GUM's open news and interviews: `python bench/reading_attribution.py DATA`.

DATA is a folder that holds `gum-open/dep/*.conllu` and `gum-open/rst/rstweb/*.rs4`.

GUM marks attribution as a discourse relation: one segment names who says it and how ("Kim told reporters"), the other
is what is said. A segment is found where a cue of the reader lies in it. Only clausal attributions are marked, so
precision is measured over the reader's clausal ones (quotations, clauses, questions, "according to") and is a lower
bound: beliefs and knowledge that the annotators passed over count as wrong.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import time
import xml.etree.ElementTree as ET  # the data is a trusted local corpus
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from testigo.claim import Span
from testigo.reading.speakers import Speakers, speakers
from testigo.reading.tokens import document
from testigo.report import Block, Report

CLAUSAL = frozenset("qtwb")
RULES = frozenset(
    {"cue.according", "cue.words-of", "cue.quoted-as", "cue.there-are", "cue.passive", "cue.told-by"}
)


@dataclass(frozen=True)
class Words:
    """A GUM document: its text, the blocks of it, and where each word of the annotation stands."""

    report: Report
    spans: tuple[Span, ...]


def words_of(path: Path) -> Words:
    """The text of a document, put together again from its words."""
    parts: list[str] = []
    spans: list[Span] = []
    starts: list[int] = [0]
    at = 0
    covered = 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and at > starts[-1]:
            parts.append("\n\n")
            at += 2
            starts.append(at)
        cells = line.split("\t")
        if len(cells) != 10 or "." in cells[0]:
            continue
        if "-" in cells[0]:  # a contraction, written as one word: its parts share its place
            first, last = map(int, cells[0].split("-"))
            spans += [Span(at, at + len(cells[1]))] * (last - first + 1)
            covered = last - first + 1
        elif covered:
            covered -= 1
            continue
        else:
            spans.append(Span(at, at + len(cells[1])))
        parts.append(cells[1])
        at += len(cells[1])
        if "SpaceAfter=No" not in cells[9]:
            parts.append(" ")
            at += 1
    text = "".join(parts)
    bounds = [*starts, len(text)]
    blocks = []
    for number, (start, end) in enumerate(itertools.pairwise(bounds)):
        stop = start + len(text[start:end].rstrip())
        if stop > start:
            blocks.append(Block("body" if number else "title", Span(start, stop)))
    return Words(Report(text, tuple(blocks)), tuple(spans))


def satellites(path: Path, words: Words) -> list[tuple[Span, str]]:
    """The segments that attribute, as spans, with the relation's name."""
    body = ET.parse(path).getroot().find("body")
    found: list[tuple[Span, str]] = []
    at = 0
    if body is None:
        return found
    for segment in body.findall("segment"):
        count = len((segment.text or "").split())
        relation = segment.get("relname", "")
        if relation.startswith("attribution"):
            found.append((Span(words.spans[at].start, words.spans[at + count - 1].end), relation))
        at += count
    if at != len(words.spans):
        sys.exit(f"{path.name}: {at} words in the tree, {len(words.spans)} in the text")
    return found


def clausal(spoken: Speakers) -> list[Span]:
    """The cues of the reader that attribute a clause."""
    return [t.cue for t in spoken.tellings if t.contents and (t.frame in CLAUSAL or t.rule in RULES)]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    cli.add_argument("--show", action="store_true", help="print what was missed and what was found beside")
    args = cli.parse_args()
    totals: Counter[str] = Counter()
    seconds = 0.0
    for path in sorted((args.data / "gum-open/dep").glob("*.conllu")):
        words = words_of(path)
        gold = satellites(args.data / "gum-open/rst/rstweb" / f"{path.stem}.rs4", words)
        genre = path.stem.split("_")[1]
        start = time.perf_counter()
        spoken = speakers(document(words.report))
        seconds += time.perf_counter() - start
        cues = clausal(spoken)
        everything = [t.cue for t in spoken.tellings if t.contents]
        hit = [any(c.overlaps(span) for c in cues) for span, _ in gold]
        totals[f"{genre} gold"] += len(gold)
        totals[f"{genre} found"] += sum(hit)
        totals[f"{genre} found by any"] += sum(any(c.overlaps(span) for c in everything) for span, _ in gold)
        totals[f"{genre} cues"] += len(cues)
        totals[f"{genre} right"] += sum(any(c.overlaps(span) for span, _ in gold) for c in cues)
        totals["words"] += len(words.spans)
        if args.show:
            for (span, relation), ok in zip(gold, hit, strict=True):
                if not ok:
                    print(f"MISSED {path.stem} {relation}: {span.of(words.report.text)}")
            for cue in cues:
                if not any(cue.overlaps(span) for span, _ in gold):
                    print(
                        "BESIDE",
                        path.stem,
                        re.sub(r"\s+", " ", words.report.text[max(0, cue.start - 50) : cue.end + 60]),
                    )
    for genre in ("news", "interview"):
        recall = totals[f"{genre} found"] / max(1, totals[f"{genre} gold"])
        some = totals[f"{genre} found by any"] / max(1, totals[f"{genre} gold"])
        precision = totals[f"{genre} right"] / max(1, totals[f"{genre} cues"])
        print(
            f"{genre:10} relations {totals[f'{genre} gold']:4}  recall {recall:.3f} (any cue {some:.3f})"
            f"  clausal cues {totals[f'{genre} cues']:4}  precision at least {precision:.3f}"
        )
    print(
        f"{totals['words']} words, {seconds:.2f} s, {totals['words'] / seconds:.0f} words per second with sentences"
    )


if __name__ == "__main__":
    main()
