"""What the pages of second reading may say: second.html (one claim, unlabelled) and agreement.html (how far readers agree)."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Choice, Pager
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
