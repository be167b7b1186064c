"""What the page of one claim may say: its parts, its history, and the forms that decide about it."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Choice, Fact, Field
from testigo.desk.pages.report import Note


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
class LookUp:
    """What the reference tables have for a name. asked: as typed; found: ids with names; nothing: none fits."""

    asked: str = ""
    found: tuple[Choice, ...] = ()
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class JudgingView:
    """The forms that decide about a claim. seen: the judgement they were filled from, so that a later one is noticed.

    conflict: what somebody decided meanwhile, or empty. adding: a form for a claim that the machine missed.
    look: what was looked up in the reference tables.
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
    look: LookUp = LookUp()


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """claim.html: one claim, all its parts, each a link to its words; the rules that found them; its history.

    weight_href: how many stand behind it, or empty where it was not weighed. differ_href: both readings, where two people
    read it differently, or empty.
    """

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
    weight_href: str = ""
    differ_href: str = ""


@dataclass(frozen=True, slots=True)
class AddPage:
    """add.html: a claim that the machine missed, put in by a person."""

    report: str
    report_href: str
    lang: str
    judging: JudgingView
