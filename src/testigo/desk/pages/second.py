"""What the pages of second reading may say: second.html (one claim, unlabelled), differences.html (both readings), agreement.html."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Choice, Fact, Pager
from testigo.desk.pages.report import Note


@dataclass(frozen=True, slots=True)
class SecondPage:
    """second.html: one claim for a second person, without what the first one decided.

    by: the person's name so far; wrong: why the form came back; parts: what may be wrong in the claim; waiting: how
    many claims wait for this person.
    """

    by: str
    wrong: str
    waiting: int
    about: str
    claim: int
    note: Note | None
    context: str
    report: str
    parts: tuple[Choice, ...]
    typed_note: str
    agreement_href: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What one of two people said of a claim. said: verdict and parts in one line; changes: what they put instead."""

    by: str
    at: str
    at_iso: str
    verdict_id: str
    said: str
    note: str
    changes: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DifferentClaim:
    """A claim as it stands, and the two readings. settled: what was decided since; amended: an amendment is in force."""

    id: int
    note: Note
    report: str
    context: str
    readings: tuple[ReadingView, ...]
    settled: str
    settled_by: str
    seen: str
    amended: bool
    amend_href: str


@dataclass(frozen=True, slots=True)
class DifferencesPage:
    """differences.html: one claim that two people read differently, and the form that settles it.

    left: how many wait; looked: the one decided just now; by, typed_note: what stands in the form; wrong, conflict: why it
    came back.
    """

    left: int
    claim: DifferentClaim | None
    previous: str
    next: str
    looked: str
    by: str
    typed_note: str
    wrong: str
    conflict: str
    action: str
    agreement_href: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of a table of figures: its label, and a cell for each further column."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures with what they mean. columns: their headings, the one of the labels first."""

    heading: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim about which two people differ, both readings side by side. settled: what stands since, if anything."""

    href: str
    act: str
    words: str
    lang: str
    first: str
    first_by: str
    first_note: str
    second: str
    second_by: str
    second_note: str
    settled: str


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """agreement.html: agreement per field, the machine's figures, and where people differ."""

    chosen: str
    second_href: str
    tables: tuple[FigureTable, ...]
    differences: tuple[Difference, ...]
    pager: Pager
    any: bool
