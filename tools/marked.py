"""Marked text for the second opinion: what tools/train_second.py learns from, as the reader sees it.

Rules:
- A marked file has one sentence a line, an empty line between paragraphs, "#" before remarks, and acts marked where they
  stand: "Police {12 arrest:detained} two men", "{policy~intended:to close} the market". The number is of the slots.
- Beside NAME.txt may stand NAME.slots, a line for each number: "12 | target=two men | place=Osh ;; Osh Region". "<" before
  a filler: its words stand in an earlier sentence.
- A coded report (tests/gold) counts its triggers as marks, with its slots.
- Each sentence becomes the inputs of the network, for each word the label that it is marked with, and its acts.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.gold.scoring import Ground, Item, gold_side

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading import read as reading
from testigo.reading.arguments import Range
from testigo.reading.asked import Found, Maker, Opinion
from testigo.reading.scenes import Mention, Scene
from testigo.reading.second.inputs import LONGEST, Inputs, inputs, label
from testigo.reading.second.opinion import Proposal, mention_of
from testigo.reading.second.pairs import SLOTS, pairs
from testigo.reading.second.sight import STATUSES

MARK = re.compile(r"\{(?:(\d+) )?([a-z_]+(?:/[a-z_]+)?)(?:~([a-z]+))?:([^{}]*)\}")
_TOGETHER = 12  # paragraphs that are read as one text

Slots = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Mark:
    """An act that is marked. start, end: its words in the text; status: "" where it is told plainly; slots: where the words
    of each slot's fillers stand in the text, None where nobody has said."""

    start: int
    end: int
    label: str
    status: str
    slots: Slots | None


@dataclass(frozen=True, slots=True)
class Act:
    """A marked act as numbers. at: its words; pair: see pairs.pairs; status, told: by number of STATUSES, as marked and as
    the rules have it; fillers: for each word and slot 1 for the core of a filler, 2 for what else belongs to it."""

    at: Range
    label: str
    pair: np.ndarray
    status: int
    told: int
    fillers: np.ndarray | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence to learn from. wanted: for each word the label that it is marked with, or ""; source: the file and the text
    in it."""

    source: str
    given: Inputs
    wanted: tuple[str, ...]
    acts: tuple[Act, ...]


def texts(path: Path) -> Iterator[tuple[str, list[Mark]]]:
    """The texts of a marked file, some paragraphs each, with their marks."""
    beside = path.with_suffix(".slots")
    told = told_slots(beside.read_text("utf-8")) if beside.exists() else {}
    parts = []
    for part in re.split(r"\n\s*\n", path.read_text("utf-8")):
        lines = [line for line in part.split("\n") if line.strip() and not line.startswith("#")]
        parts += [" ".join(lines)] if lines else []
    for first in range(0, len(parts), _TOGETHER):
        yield unmarked("\n\n".join(parts[first : first + _TOGETHER]) + "\n", told)


def told_slots(lines: str) -> dict[int, dict[str, list[str]]]:
    """The fillers of each act, by its number, as a slots file has them; none of those that stand in another sentence."""
    found: dict[int, dict[str, list[str]]] = {}
    for line in lines.splitlines():
        number, *parts = line.split("|")
        if number.strip().isdigit():
            slots = (part.partition("=") for part in parts if "=" in part)
            found[int(number)] = {
                slot.strip(): [one.strip() for one in words.split(";;") if one.strip()]
                for slot, _, words in slots
            }
    return {
        number: {slot: [one for one in some if one[0] != "<"] for slot, some in slots.items()}
        for number, slots in found.items()
    }


def unmarked(marked: str, told: dict[int, dict[str, list[str]]]) -> tuple[str, list[Mark]]:
    """A marked text without its marks, and the marks. told: the fillers of each numbered act."""
    text, seen, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        seen.append((len(text), found))
        text += found[4]
        at = found.end()
    text += marked[at:]
    low = text.lower()
    marks = []
    for start, found in seen:
        words = told.get(int(found[1])) if found[1] else None
        slots = None if words is None else _standing(low, words, start)
        marks.append(Mark(start, start + len(found[4]), found[2], found[3] or "", slots))
    return text, marks


def _standing(low: str, words: dict[str, list[str]], near: int) -> Slots:
    """Where the words of fillers stand, next to an act."""
    slots: Slots = {}
    for slot, some in words.items():
        for one in some:
            exact = re.compile(rf"(?<!\w){re.escape(' '.join(one.lower().split()))}(?!\w)")
            places = [found.span() for found in exact.finditer(low)]
            if places:
                slots.setdefault(slot, []).append(min(places, key=lambda place: abs(place[0] - near)))
    return slots


def lessons(text: str, marks: list[Mark], source: str, published: str | None = None) -> list[Lesson]:
    """A text as lessons."""
    found: list[Lesson] = []

    def recorded(scene: Scene, told: Found, maker: Maker) -> Opinion:
        size = min(len(scene.tokens), LONGEST)
        wanted, acts = [""] * size, []
        for mark in marks:
            words = _words(scene, (mark.start, mark.end), size)
            if not words:
                continue
            for at in words:
                wanted[at] = mark.label
            acts.append(_act(scene, told, maker, mark, (words[0], words[-1] + 1), size))
        made = [(mention.at, label(claim.kind, claim.act)) for mention, claim in told]
        found.append(Lesson(source, inputs(scene, made), tuple(wanted), tuple(acts)))
        return Opinion([claim for _, claim in told], [])

    reading.read_with(report_of_text(text, published=published), lambda *_: recorded)
    return found


def _act(scene: Scene, told: Found, maker: Maker, mark: Mark, at: Range, size: int) -> Act:
    """A marked act as numbers, with what the rules make of it."""
    mention, claim = _by_rules(scene, told, maker, mark.label, at)
    there = Mention(mention.trigger, at, mention.span, mention.clause, mention.noun, ())
    (pair,) = pairs(scene, [(there, claim)], size)
    fillers = None if mark.slots is None else np.zeros((size, len(SLOTS)), np.int8)
    for column, slot in enumerate(SLOTS if fillers is not None and mark.slots else ()):
        for place in (mark.slots or {}).get(slot, ()):
            words = _words(scene, place, size)
            if not words or fillers is None:
                continue
            base = next((b for b in scene.chunks.nouns if b[0] <= words[-1] and words[0] < b[1]), None)
            core = [n for n in words if base is None or slot == "time" or base[0] <= n < base[1]] or words
            fillers[words, column] = np.where(fillers[words, column] == 1, 1, 2)
            fillers[core, column] = 1
    firm = [
        STATUSES.index(one) if one in STATUSES else 0 for one in (mark.status, claim.status if claim else "")
    ]
    return Act(at, mark.label, pair, firm[0], firm[1], fillers)


def _by_rules(scene: Scene, told: Found, maker: Maker, name: str, at: Range) -> tuple[Mention, Claim | None]:
    """The act as the rules have it: their own claim with this label at these words, or what they make of the words."""
    for mention, claim in told:
        if mention.at[0] < at[1] and at[0] < mention.at[1] and label(claim.kind, claim.act) == name:
            return mention, claim
    mention = mention_of(scene, Proposal(at, name))
    return mention, maker.claim(mention)


def _words(scene: Scene, place: tuple[int, int], size: int) -> list[int]:
    """The words of a sentence that stand at a place of the text."""
    start, end = place
    return [n for n, token in enumerate(scene.tokens[:size]) if token.start < end and start < token.end]


def coded(path: Path) -> tuple[str, list[Mark], str | None]:
    """A coded report (NAME.json beside NAME.txt) as a text with its triggers as marks, and its date of publication."""
    text = path.with_suffix(".txt").read_text("utf-8")
    gold = json.loads(path.read_text("utf-8"))
    ground = Ground(text)
    places = _places(text)

    def stands(quote: str, near: int) -> tuple[int, int] | None:
        found = [(places[first], places[last - 1] + 1) for first, last in ground.places(quote)]
        return min(found, key=lambda place: abs(place[0] - near)) if found else None

    def mark(item: Item) -> Mark | None:
        if item.trigger is None:
            return None
        start, end = places[item.trigger[0]], places[item.trigger[1] - 1] + 1
        slots: Slots = {}
        for slot, some in zip(SLOTS, item.slots, strict=True):
            slots[slot] = [place for one in some if (place := stands(one.quote, start)) is not None]
        return Mark(start, end, label(*item.label), item.status, slots)

    marks = [one for item in gold_side(gold, ground).claims if (one := mark(item)) is not None]
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
            for number, (text, marks) in enumerate(texts(path)):
                yield from lessons(text, marks, f"{path} {number}")
