"""What the pages of reports and orders may say: the list of reports, one report with its claims, the orders."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Choice, Fact, Filters, Link, Pager


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the list."""

    href: str
    title: str
    lang: str
    publisher: str
    published: str
    published_iso: str
    claims: int
    orders: int
    judged: int
    troubles: int
    unread: str = ""
    assigned: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class GivingView:
    """The form that gives reports of a list to a person, or puts them into a batch. list: the list's query; found: how many.

    batches: names that there are; batch: as typed.
    """

    action: str
    list: str
    next: str
    found: int
    people: tuple[str, ...]
    wrong: str = ""
    to: str = ""
    batches: tuple[str, ...] = ()
    batch: str = ""


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """reports.html: what is in the casebook. total: all reports, shown or not; todo: queues of claims, as links.

    giving: the form that gives reports to somebody, where it was asked for (give_href); keep: the address of this list.
    """

    total: int
    found: int
    rows: tuple[ReportRow, ...]
    filters: tuple[Filters, ...]
    query: str
    hidden: tuple[Choice, ...]
    clear: str
    pager: Pager
    troubles: int = 0
    troubles_href: str = ""
    claims: int = 0
    judged: int = 0
    todo: tuple[Link, ...] = ()
    giving: GivingView | None = None
    give_href: str = ""
    keep: str = ""


@dataclass(frozen=True, slots=True)
class FillerView:
    """One value of a slot: its words, where they stand, and what they are taken to mean.

    start, end: code points of the words; mention: other words for it in the clause itself; unknown: why no value.
    """

    words: str
    href: str
    start: int
    end: int
    meaning: str = ""
    code: str = ""
    mention: str = ""
    mention_href: str = ""
    unknown: str = ""
    told: tuple[str, ...] = ()
    rule: str = ""
    rule_href: str = ""


@dataclass(frozen=True, slots=True)
class SlotView:
    """One slot of a claim. role: its id; label: its name; fillers: empty where nothing is stated."""

    role: str
    label: str
    fillers: tuple[FillerView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One link of the chain of attribution. refers: the fuller words, where the sentence has only a pronoun."""

    words: str
    href: str
    kind: str
    start: int
    end: int
    refers: str = ""
    refers_href: str = ""
    cue: str = ""
    cue_href: str = ""
    told: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One claim as it stands beside the text.

    number: its place in the report. act, kind, status: in words; family, kind_id, status_id: for its look.
    means: what may be concluded from the status. who: one line of who and to whom. beware: what a tired reader must not overlook. opened: whether its parts are shown.
    """

    id: int
    number: int
    href: str
    words_href: str
    act: str
    kind: str
    status: str
    means: str
    family: str
    kind_id: str
    status_id: str
    publisher: str
    lang: str
    chain: tuple[SourceView, ...]
    slots: tuple[SlotView, ...]
    who: str = ""
    beware: str = ""
    verdict_id: str = ""
    verdict: str = ""
    verdict_by: str = ""
    by_hand: bool = False
    stale: bool = False
    opened: bool = False
    seen: str = ""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph with the claims that start in it. kind: an id of vocabulary.BLOCKS; quiet: its label, if not read."""

    kind: str
    start: int
    html: str
    notes: tuple[Note, ...] = ()
    quiet: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause of an order. modality: in words; levels: "3 to 5", or empty."""

    words: str
    href: str
    modality: str
    modality_id: str
    groups: tuple[FillerView, ...]
    measure: str
    levels: str
    deadline: str
    penalty: str
    territory: tuple[FillerView, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order as a report tells it, amended where that is in force.

    judge_href: where it is judged, or empty; verdict and the fields beside it: what was decided; seen: as of a form.
    """

    number: int
    words: str
    href: str
    lang: str
    report: str
    report_href: str
    publisher: str
    chain: tuple[SourceView, ...]
    issuer: tuple[FillerView, ...]
    addressee: tuple[FillerView, ...]
    issued: tuple[FillerView, ...]
    transmission: tuple[FillerView, ...]
    clauses: tuple[ClauseView, ...]
    judge_href: str = ""
    verdict_id: str = ""
    verdict: str = ""
    verdict_by: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One entry of the key to the lines: how a status looks, what it means, how many claims of the report have it."""

    status_id: str
    status: str
    means: str
    count: int
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """report.html: one report with its claims marked in its words.

    blocks: of this page of the text; whole_text: how many characters the text has. notes: what the reader says
    of its own run. troubles: what failed with this report. assigned: to whom it was given; next_open: the next report
    with open claims for whoever sits here, where this one has none left. weighing: its relays, and what stands on it.
    """

    id: int
    title: str
    lang: str
    language: str
    publisher: str
    published: str
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    troubles: tuple[str, ...]
    claims: int
    judged: int
    key: tuple[KeyEntry, ...]
    shown_all: str
    blocks: tuple[BlockView, ...]
    orders: tuple[OrderView, ...]
    orders_left: int
    pager: Pager
    whole_text: int
    judge_action: str = ""
    status: str = ""
    add_href: str = ""
    assigned: str = ""
    next_open: str = ""
    weighing: tuple[Link, ...] = ()
