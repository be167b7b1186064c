"""The words that carry acts, read once from en/verbs.txt, en/states.txt and en/nouns.txt, with the conditions under which they do.

Rules:
- One line is one rule: what it finds, by which words, under which conditions, with an example that must fire.
- A rule's id is its table, act, first word and place among its like: "verb.arrest.take", "verb.arrest.take.2".
- A line marked "sure" stays against the second opinion: its words mean nothing else.
- For one word the line that asks for most is tried first, then the order of the file; the first that holds is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from testigo.data import files
from testigo.made import kept
from testigo.value import value


@value
class Condition:
    """One condition. name: obj, subj, prt, has, inf, passive, a preposition, ...; sets: class names; words: head words."""

    name: str
    positive: bool
    classes: tuple[str, ...]
    words: frozenset[str]


@value
class Trigger:
    """One rule. roles: (part of the clause, slot) where not the usual one; slot "nothing" leaves the part out.

    needs: for each condition that asks for words, the words of which the sentence must hold one at least.
    """

    rule: str
    kind: str
    act: str
    words: tuple[str, ...]
    alternatives: tuple[tuple[Condition, ...], ...]
    roles: tuple[tuple[str, str], ...]
    example: str
    needs: tuple[frozenset[str], ...] = ()


def is_sure(trigger: Trigger) -> bool:
    """Whether a rule stays against the second opinion."""
    return any(c.name == "sure" for item in trigger.alternatives for c in item)


_KINDS = ("event", "directive", "condition", "view")
_FLAGS = frozenset(
    {
        "obj",
        "noobj",
        "passive",
        "active",
        "neg",
        "sure",
        "inf",
        "noinf",
        "any",
        "bare",
        "inside",
        "described",
        "dated",
        "modified",
    }
)


@cache
def verb_triggers() -> dict[str, tuple[Trigger, ...]]:
    """Base form of a verb -> its rules in order. A constant table."""
    return _by_word(_verb_rows())


@value
class Lines:
    """The rules of one verb. free: those that ask for no word; words: those that the others ask for, with their numbers."""

    all: tuple[Trigger, ...]
    free: tuple[Trigger, ...]
    words: frozenset[str]
    numbers: dict[str, tuple[int, ...]]


def those_in_reach(verb: str, words: frozenset[str]) -> Sequence[Trigger]:
    """The rules of a verb that can hold in a sentence of these words, in order: without those whose words are not there."""
    lines = _LINES.get(verb)
    if lines is None:
        if verb not in verb_triggers():
            return ()
        lines = _LINES[verb] = _lines(verb)
    there = lines.words & words
    if not there:
        return lines.free
    numbers = set(lines.numbers[""])
    for word in there:
        numbers.update(lines.numbers[word])
    return [lines.all[number] for number in sorted(numbers)]


_LINES: dict[str, Lines] = {}  # of the verbs that were met


def _lines(verb: str) -> Lines:
    triggers = verb_triggers()[verb]
    numbers: dict[str, list[int]] = {"": []}
    for number, trigger in enumerate(triggers):
        for word in trigger.needs[0] if trigger.needs else ("",):
            numbers.setdefault(word, []).append(number)
    free = tuple(triggers[number] for number in numbers[""])
    return Lines(
        triggers, free, frozenset(numbers) - {""}, {word: tuple(some) for word, some in numbers.items()}
    )


@cache
def noun_triggers() -> dict[str, tuple[Trigger, ...]]:
    """Base form of a noun -> its rules in order. A constant table."""
    return _by_word(_noun_rows())


def all_triggers() -> tuple[Trigger, ...]:
    """Every rule of both tables, in order."""
    found: dict[str, Trigger] = {}
    for table in (verb_triggers(), noun_triggers()):
        for triggers in table.values():
            found.update((trigger.rule, trigger) for trigger in triggers)
    return tuple(found.values())


Row = tuple[Any, ...]  # a trigger as plain values, its conditions too
Rows = tuple[
    tuple[Row, ...], dict[str, tuple[int, ...]]
]  # all of a table, and for each word the numbers of its rows


@kept("verbs")
def _verb_rows() -> Rows:
    return _rows({"verbs.txt": "verb", "states.txt": "verb"})


@kept("nouns")
def _noun_rows() -> Rows:
    return _rows({"nouns.txt": "noun"})


def _by_word(table: Rows) -> dict[str, tuple[Trigger, ...]]:
    rows, numbers = table
    triggers = [
        Trigger(
            rule, kind, act, words, tuple([tuple([Condition(*c) for c in item]) for item in items]), roles, example, needs
        )
        for rule, kind, act, words, items, roles, example, needs in rows
    ]  # fmt: skip
    return {word: tuple([triggers[number] for number in found]) for word, found in numbers.items()}


def _rows(tables: dict[str, str]) -> Rows:
    """tables: file -> what the ids of its rules begin with."""
    triggers: list[Trigger] = []
    found: dict[str, list[int]] = {}
    seen: dict[str, int] = {}
    folder = files("testigo.reading.en")
    lines = [
        (t, line) for n, t in tables.items() for line in folder.joinpath(n).read_text("utf-8").splitlines()
    ]
    for table, line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        triggers.append(_trigger(line, table, seen))
        for word in triggers[-1].words:
            found.setdefault(word, []).append(len(triggers) - 1)
    marks = [_specific(trigger) for trigger in triggers]
    numbers = {word: tuple(sorted(some, key=marks.__getitem__, reverse=True)) for word, some in found.items()}
    return tuple(_row(trigger) for trigger in triggers), numbers


def _row(t: Trigger) -> Row:
    items = tuple(tuple((c.name, c.positive, c.classes, c.words) for c in item) for item in t.alternatives)
    return t.rule, t.kind, t.act, t.words, items, t.roles, t.example, t.needs


def _specific(trigger: Trigger) -> int:
    """How much a line asks for: two for words, one for anything else."""
    return sum(max(2 if c.words else 1 for c in item) for item in trigger.alternatives if item[0].positive)


def _trigger(line: str, table: str, seen: dict[str, int]) -> Trigger:
    cells = [cell.strip() for cell in line.split("|")]
    kind, _, act = cells[0].rpartition("/")
    words = tuple(cells[1].split())
    stem = f"{table}.{act}.{words[0]}"
    seen[stem] = seen.get(stem, 0) + 1
    rule = stem if seen[stem] == 1 else f"{stem}.{seen[stem]}"
    conditions = tuple(tuple(_condition(part) for part in _parts(item)) for item in cells[2].split())
    roles = tuple(
        (a, b) for a, _, b in (item.partition(">") for item in (cells[4].split() if len(cells) > 4 else []))
    )
    needs = tuple(
        frozenset().union(*(c.words for c in item)) for item in conditions if all(map(_asks_for_words, item))
    )
    return Trigger(rule, kind or "event", act, words, conditions, roles, cells[3], needs)


def _asks_for_words(c: Condition) -> bool:
    """Whether a condition can hold only in a sentence with one of its words, in its form or its base form."""
    return (
        c.positive
        and bool(c.words)
        and not c.classes
        and c.name not in ("near", "inf", "ing", "lead", "pair")
    )


def _parts(item: str) -> list[str]:
    """Alternatives: "in:detention,at:detention"; words after "=" go on over commas until a new name comes."""
    parts: list[str] = []
    for piece in item.split(","):
        if (
            parts
            and ":" not in piece
            and "=" not in piece
            and piece not in _FLAGS
            and ("=" in parts[-1] or ":" in parts[-1])
        ):
            parts[-1] += "," + piece
        elif piece.startswith("=") and parts:
            parts.append(parts[0].lstrip("!").split(":")[0].split("=")[0] + piece)
        else:
            parts.append(piece)
    return parts


def _condition(part: str) -> Condition:
    positive = not part.startswith("!")
    part = part.removeprefix("!")
    name, mark, values = part, "", ""
    for sign in (":", "="):
        if sign in part:
            name, mark, values = part.partition(sign)
            break
    listed = tuple(values.split(",")) if values else ()
    return Condition(
        name, positive, listed if mark == ":" else (), frozenset(listed) if mark == "=" else frozenset()
    )
