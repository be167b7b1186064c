"""What stands in a brief, before anybody decides how it is set: one page, and an annex of blocks where it was asked for.

Rules:
- Every text here is ready to leave: sealed words are gone, names are shortened.
- Numbers in `notes` point into `Brief.notes`, counted from 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.trend import Change


@dataclass(frozen=True, slots=True)
class Told:
    """One statement. label: what it is about, or ""; lang: of its words where they are a report's."""

    text: str
    label: str = ""
    notes: tuple[int, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause. counts: events in line, contrary, that cannot tell; None for a ground. remark: where tellings differ."""

    number: int
    modality: str
    text: str
    lang: str
    notes: tuple[int, ...]
    counts: tuple[int, int, int] | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One documented event. verdict_id: "in-line", "contrary", "cannot-tell"; why: what decided; open: what is not known."""

    verdict_id: str
    verdict: str
    text: str
    why: str
    open: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Where words stand. source: the letter of the report in `Brief.sources`, or "" for a fact of the tables of law."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the annex. kind: heading, clause, verdict, reason, open, plain.

    label: of a clause or verdict; notes: numbers of the notes it rests on.
    """

    kind: str
    text: str
    label: str = ""
    notes: tuple[int, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """The page. about: the line above the title; change: what the chart shows; left_out: what stands elsewhere, and where.

    on_page: how many of the notes belong to the page; the others to the annex. sources: the reports, each with its letter.
    """

    title: str
    about: str
    language: str
    facts: tuple[Told, ...]
    way: tuple[Told, ...]
    clauses: tuple[ClauseRow, ...]
    silence: str
    events: tuple[EventRow, ...]
    asked: str
    change: Change | None
    trend: tuple[Told, ...]
    law: tuple[Told, ...]
    cautions: tuple[str, ...]
    left_out: str
    sources: tuple[str, ...]
    notes: tuple[Note, ...]
    on_page: int
    annex: tuple[Block, ...] = ()
    sources_on_page: int = 0
