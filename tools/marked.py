"""Marked text for the second opinion: what tools/train_second.py learns from, as the reader sees it.

Rules:
- A marked file has one sentence a line, an empty line between paragraphs, "#" before remarks, and acts marked where they
  stand: "Police {arrest:detained} two men", "{policy~intended:to close} the market".
- A coded report (tests/gold) counts its triggers as marks.
- Each sentence becomes the inputs of the network and, for each word, the label that it is marked with.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.gold.scoring import Ground, gold_side

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading import read as reading
from testigo.reading.claims import Found, Opinion
from testigo.reading.scenes import Mention, Scene
from testigo.reading.second.inputs import LONGEST, Inputs, inputs, label

MARK = re.compile(r"\{([a-z_]+(?:/[a-z_]+)?)(?:~[a-z]+)?:([^{}]*)\}")
_TITLE = "What happened in the country"

Marks = list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence to learn from. wanted: for each word the label that it is marked with, or ""; numbers: of which mark, or -1;
    told: the words of the rules' claims with their labels; source: the file."""

    source: str
    given: Inputs
    wanted: tuple[str, ...]
    numbers: tuple[int, ...]
    told: tuple[tuple[tuple[int, int], str], ...]


def paragraphs(path: Path) -> Iterator[tuple[str, Marks]]:
    """The paragraphs of a marked file as texts of their own, with their marks as (start, end, label)."""
    for part in re.split(r"\n\s*\n", path.read_text("utf-8")):
        lines = [line for line in part.split("\n") if line.strip() and not line.startswith("#")]
        if lines:
            yield unmarked(" ".join(lines), f"{_TITLE}\n\n")


def unmarked(line: str, before: str) -> tuple[str, Marks]:
    """A marked line without its marks, behind some text, and where the marks were."""
    text, marks, at = before, [], 0
    for found in MARK.finditer(line):
        text += line[at : found.start()]
        marks.append((len(text), len(text) + len(found[2]), found[1]))
        text += found[2]
        at = found.end()
    return text + line[at:] + "\n", marks


def lessons(text: str, marks: Marks, source: str, published: str | None = None) -> list[Lesson]:
    """A text as lessons. marks: (start, end, label) by code points of the text."""
    seen: list[tuple[Scene, Found]] = []

    def recorded(scene: Scene, told: Found, _: Callable[[Mention], Claim | None]) -> Opinion:
        seen.append((scene, told))
        return Opinion([claim for _, claim in told], [])

    reading.read_with(report_of_text(text, published=published), lambda _: recorded)
    found: list[Lesson] = []
    for scene, told in seen:
        size = min(len(scene.tokens), LONGEST)
        wanted, numbers = [""] * size, [-1] * size
        for number, (start, end, name) in enumerate(marks):
            for at, token in enumerate(scene.tokens[:size]):
                if token.start < end and start < token.end:
                    wanted[at], numbers[at] = name, number
        made = tuple((mention.at, label(claim.kind, claim.act)) for mention, claim in told)
        found.append(Lesson(source, inputs(scene, made), tuple(wanted), tuple(numbers), made))
    return found


def coded(path: Path) -> tuple[str, Marks, str | None]:
    """A coded report (NAME.json beside NAME.txt) as a text with its triggers as marks, and its date of publication."""
    text = path.with_suffix(".txt").read_text("utf-8")
    gold = json.loads(path.read_text("utf-8"))
    ground = Ground(text)
    places = _places(text)
    marks: Marks = []
    for item in gold_side(gold, ground).claims:
        if item.trigger is not None:
            first, last = item.trigger
            marks.append((places[first], places[last - 1] + 1, label(*item.label)))
    return text, marks, gold.get("published")


def _places(text: str) -> list[int]:
    """Where each sign of the text stands that has every stretch of white space as one blank, in the text itself."""
    found: list[int] = []
    at = len(text) - len(text.lstrip())
    while at < len(text.rstrip()):
        found.append(at)
        blank = text[at].isspace()
        at += 1
        while blank and text[at].isspace():
            at += 1
    return found


def lessons_in(folder: Path) -> Iterator[Lesson]:
    """Every lesson of a folder: of its marked files, or of its coded reports."""
    for path in sorted(folder.glob("*.txt")):
        if path.with_suffix(".json").exists():
            text, marks, published = coded(path.with_suffix(".json"))
            yield from lessons(text, marks, str(path), published)
        else:
            for text, marks in paragraphs(path):
                yield from lessons(text, marks, str(path))
