"""What the page of work may say: queues, who was given what, batches, kept searches."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Link
from testigo.desk.pages.report import ReportRow


@dataclass(frozen=True, slots=True)
class Queue:
    """Things that wait, as one link. text: how many of what; about: what to do with them; none: nothing waits there."""

    text: str
    href: str
    about: str
    none: bool = False


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """How far a person or a batch is, as a link into its reports."""

    label: str
    href: str
    reports: int
    claims: int
    judged: int
    share: str


@dataclass(frozen=True, slots=True)
class ProgressTable:
    """Rows of progress under a heading that says what they are of."""

    head: str
    rows: tuple[ProgressRow, ...]


@dataclass(frozen=True, slots=True)
class BatchRow:
    """How far a named batch is. left, disputed: as links to their reports; twice: how many of its drawn claims were read twice.

    name: as a form sends it back.
    """

    name: str
    href: str
    reports: str
    claims: int
    claims_said: str
    judged: int
    share: str
    left: Link
    disputed: Link
    twice: str


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A kept search. id: of the judgement that keeps it, for taking it away."""

    name: str
    href: str
    by: str
    at: str
    at_iso: str
    id: int


@dataclass(frozen=True, slots=True)
class WorkPage:
    """work.html: what waits for this person and for everybody. person: who sits here, or empty; people: known names.

    mine, everybody: queues; reports: the first ones given to this person that have open claims; wrong: why a form
    came back, with what was typed in it (typed).
    """

    person: str
    people: tuple[str, ...]
    mine: tuple[Queue, ...]
    everybody: tuple[Queue, ...]
    reports: tuple[ReportRow, ...]
    given: ProgressTable
    batches: tuple[BatchRow, ...]
    days: ProgressTable
    searches: tuple[SearchRow, ...]
    wrong: str = ""
    typed: str = ""
