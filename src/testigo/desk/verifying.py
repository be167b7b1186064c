"""Verify now: everything that the casebook holds is read again and compared with what was recorded.

Rules:
- It runs beside the pages (jobs.py). What it found stays on the page of the ledger until it runs again or the desk is
  locked, with its time and with how much was recorded since.
- Up to MOST_TEXTS reports each text is made again from its original too; with more, where the form asks for it.
- A lock ends it: a statement that runs is broken off, and nothing is said of what was seen by then.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.archive.verify import Verified, verify
from testigo.desk.gather import language
from testigo.desk.pages import Fact
from testigo.desk.pages.lists import Damage, VerifiedView
from testigo.desk.when import iso, moment

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook
    from testigo.desk.jobs import Say
    from testigo.desk.site import Desk

NAME = "verify"
"""Of the long work."""
MOST_DAMAGES = 50
MOST_TEXTS = 500


@dataclass(frozen=True, slots=True)
class Checking:
    """One verification that came to its end. texts: whether each text was made again; entries: of the ledger at its begin."""

    at: dt.datetime
    texts: bool
    entries: int
    found: Verified


@dataclass(frozen=True, slots=True)
class _Told:
    """Tells the page how far it is, and ends the work where the casebook was closed."""

    casebook: Casebook
    say: Say
    step: str

    def at(self, done: int, total: int) -> None:
        """Errors: BadInput (closed)."""
        _ = self.casebook.keys
        self.say(self.step, done, total)


def start(desk: Desk, *, texts: bool) -> bool:
    """Verify beside the pages. texts: also make each text again, however many there are. Gives whether it was started."""
    return desk.jobs.start(NAME, lambda say: _verify(desk, say, texts=texts))


def _verify(desk: Desk, say: Say, *, texts: bool) -> None:
    casebook = desk.casebook
    counts = casebook.counts()
    texts = texts or counts.reports <= MOST_TEXTS
    step = "reading the originals and making the texts" if texts else "reading the originals"
    say("checking the database")
    found = verify(casebook, texts=texts, progress=_Told(casebook, say, step))
    desk.verified = Checking(casebook.now(), texts, counts.entries, found)


def shown(checking: Checking | None, entries: int) -> VerifiedView | None:
    """What verifying found last, the first damages by name. entries: of the ledger now."""
    if checking is None:
        return None
    found = checking.found
    left = () if checking.texts else (_("The texts were not made again from their originals."),)
    since = max(0, entries - checking.entries)
    return VerifiedView(
        at=moment(checking.at, language()),
        at_iso=iso(checking.at),
        whole=not found.damages,
        counts=tuple(Fact(name, f"{count:,}") for name, count in found.counts.items() if count),
        damages=tuple(Damage(d.what, d.why) for d in found.damages[:MOST_DAMAGES]),
        damages_left=max(0, len(found.damages) - MOST_DAMAGES),
        notes=(*left, *found.notes)[:MOST_DAMAGES],
        since=since,
    )
