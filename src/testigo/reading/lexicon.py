"""The words that attribute and the words that doubt, read once from the tables in `en/`.

Rules:
- `cue_verbs.csv` lists each verb with its class and the frames it attributes in; a verb may stand in several classes.
- Frames: q quotation, t clause with or without "that", T clause with "that" only, w question clause, i infinitive,
  g "-ing" clause, n noun phrase, a noun phrase "as" something, o object and infinitive, p prepositional phrase,
  r the person told stands before what is told.
- `cue_classes.csv` says what each class does to the status of what is told, with an example.
- `source_nouns.csv` gives the kind of source that a noun names.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache

from testigo.data import files
from testigo.value import value


@value
class CueClass:
    """What a class of cues does. source: whether it makes a link in a chain; status: the status it gives, or ""."""

    name: str
    source: bool
    status: str
    sentence: str
    example: str


@value
class Sense:
    """One use of a cue verb: its class and the frames in which it has it."""

    cls: str
    frames: str


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table in `reading/en/`."""
    text = files("testigo.reading.en").joinpath(name).read_text("utf-8")
    yield from csv.DictReader(text.splitlines())


@lru_cache(maxsize=1)
def classes() -> dict[str, CueClass]:
    """The classes of cues by name."""
    return {
        r["class"]: CueClass(r["class"], r["source"] == "yes", r["status"], r["sentence"], r["example"])
        for r in rows("cue_classes.csv")
    }


@lru_cache(maxsize=1)
def verbs() -> dict[str, tuple[Sense, ...]]:
    """The senses of each cue verb by its lemma; a verb with a particle or adjective is "point out", "be afraid"."""
    found: dict[str, list[Sense]] = {}
    for row in rows("cue_verbs.csv"):
        found.setdefault(row["lemma"], []).append(Sense(row["class"], row["frames"]))
    return {lemma: tuple(senses) for lemma, senses in found.items()}


@lru_cache(maxsize=1)
def particles() -> dict[str, tuple[str, ...]]:
    """For each first word of a cue of several words, what may follow it."""
    found: dict[str, list[str]] = {}
    for lemma in verbs():
        first, _, rest = lemma.partition(" ")
        if rest:
            found.setdefault(first, []).append(rest)
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


@lru_cache(maxsize=1)
def nouns() -> dict[str, str]:
    """The class of each cue noun by its lemma."""
    return {r["lemma"]: r["class"] for r in rows("cue_nouns.csv")}


@lru_cache(maxsize=1)
def source_kinds() -> dict[str, str]:
    """The kind of source that a noun names: anonymous (a person), institution, document or public."""
    return {r["noun"]: r["kind"] for r in rows("source_nouns.csv")}
