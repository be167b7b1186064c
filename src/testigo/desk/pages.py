"""What each page may say: one frozen dataclass for each template, passed to it as `page`.

Rules:
- A template uses nothing that is not a field here; a test follows every name in every template to its field.
- `html` fields are the only ones that hold HTML, made by marking.py; all others are escaped where they are shown.
- Words of reports come with their language (`lang`), so that they are read out and set as what they are.
- `href` fields are paths of this desk, made by routes.py.

More than 400 lines because it is one plain list of fields, kept together for whoever writes a template.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A way to go. current: the page or filter that is shown now; count: how many things are behind it."""

    text: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page. theme: auto, light or dark; here: the path to come back to after a setting."""

    language: str
    theme: str
    here: str
    casebook: str = ""
    entered: bool = False
    locks: bool = False
    person: str = ""
    nav: tuple[Link, ...] = ()
    said: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of a list or of a text. number, of: counted from 1."""

    number: int
    of: int
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a form's list. chosen: what is in force."""

    value: str
    text: str
    chosen: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a list of facts. code: to be set as digits and letters to compare; empty text: not known."""

    label: str
    text: str
    code: bool = False
    lang: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """One row of filters, each a link."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. before, found, after: its words around the hit."""

    href: str
    title: str
    about: str
    before: str
    found: str
    after: str
    lang: str


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


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """reports.html: what is in the casebook. total: all reports, shown or not; todo: queues of claims, as links."""

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
class Layer:
    """One layer of how firmly a claim is put: whose, what, by which words."""

    whose: str
    status_id: str
    status: str
    cue: str
    cue_href: str
    rule: str


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
    """One order as a report tells it."""

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
    of its own run. troubles: what failed with this report.
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


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule that found a part: its id, what it says, and an example."""

    id: str
    parts: str
    sentence: str
    example: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement in the history of a claim. in_force: whether it stands now; changes: what it amended, in words."""

    verdict_id: str
    verdict: str
    by: str
    at: str
    at_iso: str
    note: str
    changes: tuple[Fact, ...]
    in_force: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. kind: text, choice or long; help: what may be written; lang: of words of the report."""

    name: str
    label: str
    kind: str
    value: str = ""
    choices: tuple[Choice, ...] = ()
    help: str = ""
    wrong: str = ""
    means: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class JudgingView:
    """The forms that decide about a claim. seen: the judgement they were filled from, so that a later one is noticed.

    conflict: what somebody decided meanwhile, or empty. adding: a form for a claim that the machine missed.
    """

    action: str
    seen: str
    note: str
    wrong: str
    conflict: str
    can_undo: bool
    amending: bool
    amend_href: str
    fields: tuple[Field, ...]
    adding: bool = False
    back: str = ""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """claim.html: one claim, all its parts, each a link to its words; the rules that found them; its history."""

    note: Note
    report: str
    report_href: str
    context: str
    layers: tuple[Layer, ...]
    rules: tuple[RuleView, ...]
    reader: str
    history: tuple[Decision, ...]
    judging: JudgingView | None
    previous: str = ""
    next: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class AddPage:
    """add.html: a claim that the machine missed, put in by a person."""

    report: str
    report_href: str
    lang: str
    judging: JudgingView


@dataclass(frozen=True, slots=True)
class OrdersPage:
    """orders.html: every order that a report tells the content of."""

    orders: tuple[OrderView, ...]
    found: int
    pager: Pager


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry of the ledger."""

    index: int
    at: str
    at_iso: str
    action: str
    subject: str
    href: str
    digest: str
    person: str


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that verifying found wrong."""

    what: str
    how: str


@dataclass(frozen=True, slots=True)
class VerifiedView:
    """What verifying found. counts: what was checked; damages: empty where all is well.

    notes: what could not be compared.
    """

    at: str
    whole: bool
    counts: tuple[Fact, ...]
    damages: tuple[Damage, ...]
    damages_left: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """ledger.html: what was preserved when, and whether it still is what it was."""

    size: int
    checkpoint: str
    facts: tuple[Fact, ...]
    rows: tuple[EntryRow, ...]
    pager: Pager
    verify_action: str
    verified: VerifiedView | None


@dataclass(frozen=True, slots=True)
class TroubleRow:
    """One thing that failed: at which step, with what, why."""

    at: str
    at_iso: str
    step: str
    item: str
    what: str
    hint: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class TroublesPage:
    """troubles.html: everything that failed, and why."""

    rows: tuple[TroubleRow, ...]
    found: int
    pager: Pager


@dataclass(frozen=True, slots=True)
class SearchPage:
    """search.html: passages and claims that hold the words. kind: what is looked for; views: the other things to look for."""

    query: str
    wrong: str
    hits: tuple[Hit, ...]
    found: str
    filters: tuple[Filters, ...]
    pager: Pager
    views: tuple[Link, ...] = ()
    kind: str = "reports"


@dataclass(frozen=True, slots=True)
class EnterPage:
    """enter.html: shown to a browser that has not come in, or whose desk is locked.

    form, kept, typed: where a form was going when the session ended, its fields, and what of them a person typed.
    """

    action: str
    locked: bool
    needs_passphrase: bool
    again: str
    wrong: str = ""
    form: str = ""
    kept: tuple[Choice, ...] = ()
    typed: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class EnteredPage:
    """entered.html: the one-time key was right; goes on to the reports, or offers again the form that was on its way."""

    next: str
    form: str = ""
    kept: tuple[Choice, ...] = ()
    typed: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class FailedPage:
    """failed.html: what happened, and what to do. code: the HTTP status."""

    code: int
    what: str
    hint: str
    kept: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternsPage:
    """patterns.html: every component of the desk with invented data."""

    report: ReportPage
    claim: ClaimPage
    reports: ReportsPage
    nothing: ReportsPage
    ledger: LedgerPage
    troubles: TroublesPage
    failed: FailedPage
