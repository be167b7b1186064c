"""What is said to a browser that is not in, that comes in, or whose request went wrong."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Choice, Fact


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
