"""What the pages of search, ledger and troubles may say."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Fact, Filters, Link, Pager


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

    notes: what could not be compared; since: entries recorded since it began, which it does not speak of.
    """

    at: str
    at_iso: str
    whole: bool
    counts: tuple[Fact, ...]
    damages: tuple[Damage, ...]
    damages_left: int = 0
    notes: tuple[str, ...] = ()
    since: int = 0


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """ledger.html: what was preserved when, and whether it still is what it was.

    asks_texts: whether the form asks if each text is to be made again too.
    """

    size: int
    checkpoint: str
    facts: tuple[Fact, ...]
    rows: tuple[EntryRow, ...]
    pager: Pager
    verify_action: str
    verified: VerifiedView | None
    asks_texts: bool = False


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
    """search.html: passages and claims that hold the words. kind: what is looked for; views: the other things to look for; keep: its address; order: which hits come first."""

    query: str
    wrong: str
    hits: tuple[Hit, ...]
    found: str
    filters: tuple[Filters, ...]
    pager: Pager
    views: tuple[Link, ...] = ()
    kind: str = "reports"
    keep: str = ""
    order: str = ""
