"""The door of the casebook: make one, open it, record into it, look things up, check it.

Rules:
- One casebook is open in a process at a time; opening another one closes the first.
- Every recording method is one transaction that holds the rows and their ledger entries; `together` makes one of many.
  What a method returned is on the disk.
- Values go in and come out (`values.py` and the core); no Django object leaves this room.
- Methods may be called from any thread.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from testigo.casebook.values import (
    Captured,
    Checked,
    ClaimFilter,
    ClaimPage,
    Counts,
    EntryPage,
    Facets,
    HitPage,
    NewCapture,
    NewReading,
    NewReport,
    NewTrouble,
    Original,
    ReportFilter,
    ReportPage,
    StoredClaim,
    StoredReport,
    TroublePage,
)
from testigo.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of an open casebook, 32 bytes each: for sealing originals, for naming them; and who signs checkpoints."""

    seal_key: bytes = field(repr=False)
    name_key: bytes = field(repr=False)
    signer: Ed25519PrivateKey = field(repr=False)


def is_casebook(path: Path) -> bool:
    """Whether a casebook lies there."""
    raise NotImplementedError


def is_plain(path: Path) -> bool:
    """Whether the casebook there is an open one, which needs no passphrase. Errors: BadInput (none there), Broken."""
    raise NotImplementedError


def create(path: Path, passphrase: str | None, *, plain: bool = False, **options: Any) -> Casebook:
    """Make a casebook in a folder that is new or empty, and open it.

    passphrase: None only for a plain one. options: see `open_casebook`, and `cost` (keys.Cost; for tests).
    Errors: BadInput (something is there, no passphrase).
    """
    raise NotImplementedError


def open_casebook(path: Path, passphrase: str | None, *, desk: Mapping[str, Any] | None = None) -> Casebook:
    """Open a casebook.

    passphrase: None or anything for a plain one. desk: more Django settings (ROOT_URLCONF, TEMPLATES, MIDDLEWARE, ...);
    INSTALLED_APPS in it are added. Only the first configuration of a process counts.
    Errors: BadInput (no casebook there, wrong passphrase), Broken (damaged), Conflict (held by another process).
    """
    raise NotImplementedError


class Casebook:
    """An open casebook. Use it in a `with` statement, or call `close`."""

    path: Path
    plain: bool
    keys: Keys

    @property
    def objects_dir(self) -> Path:
        """Where the sealed originals lie."""
        raise NotImplementedError

    def close(self) -> None:
        """Write everything into the one database file and forget the keys. May be called twice."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def is_passphrase(self, passphrase: str) -> bool:
        """Whether this passphrase opens the casebook (always, for a plain one). Takes a quarter of a second on purpose."""
        raise NotImplementedError

    # -- recording ---------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of everything recorded inside; an error undoes all of it."""
        raise NotImplementedError
        yield

    def record_captures(self, captures: Sequence[NewCapture], *, by: str = "") -> tuple[Captured, ...]:
        """Record originals as they came in, in order; known ones get another capture. by: a person's name in this casebook.

        Errors: ValueError (a parent that is not known; not an object name).
        """
        raise NotImplementedError

    def record_reports(self, reports: Sequence[NewReport], *, by: str = "") -> tuple[int, ...]:
        """Record texts of originals; gives the report ids, those of reports already there included."""
        raise NotImplementedError

    def record_readings(self, readings: Sequence[NewReading], *, by: str = "") -> tuple[int, ...]:
        """Record readings with their claims and directives; gives the reading ids. The same reading twice is kept once."""
        raise NotImplementedError

    def record_judgements(self, judgements: Sequence[Judgement]) -> tuple[int, ...]:
        """Append judgements; gives their ids.

        A judgement about claim N is kept by the claim's key: it also stands for the same claim in a later reading.
        Errors: BadInput (no such subject or verdict), Conflict (`replaces` is not the one in force any more).
        """
        raise NotImplementedError

    def record_troubles(self, troubles: Sequence[NewTrouble], *, by: str = "") -> tuple[int, ...]:
        """Keep what could not be done; gives the ids."""
        raise NotImplementedError

    # -- looking up --------------------------------------------------------------------------------------------

    def has_object(self, name: str) -> bool:
        """Whether an original with that object name is recorded."""
        raise NotImplementedError

    def original_by_sha256(self, sha256: bytes) -> Original | None:
        """The original with that digest."""
        raise NotImplementedError

    def original(self, id: int) -> Original:  # noqa: A002
        """An original by its id. Errors: BadInput."""
        raise NotImplementedError

    def originals(self) -> Iterator[Original]:
        """Every original, by id."""
        raise NotImplementedError

    def reports(
        self, which: ReportFilter = ReportFilter(), *, offset: int = 0, limit: int = 50
    ) -> ReportPage:  # noqa: B008
        """The reports that fit: of each original the latest text."""
        raise NotImplementedError

    def facets(self) -> Facets:
        """What reports can be filtered by."""
        raise NotImplementedError

    def report(self, id: int) -> StoredReport:  # noqa: A002
        """A report with its original, captures, reading in force, claims and their judgements. Errors: BadInput."""
        raise NotImplementedError

    def reports_of(self, original: int) -> tuple[int, ...]:
        """The ids of the reports of an original, oldest first."""
        raise NotImplementedError

    def to_read(self, reader: str, version: str) -> tuple[int, ...]:
        """The reports (latest texts) that this version of this reader has not read yet, by id."""
        raise NotImplementedError

    def claims(self, which: ClaimFilter = ClaimFilter(), *, offset: int = 0, limit: int = 100) -> ClaimPage:  # noqa: B008
        """The claims of readings in force that fit, each with the judgement in force."""
        raise NotImplementedError

    def claim(self, id: int) -> StoredClaim:  # noqa: A002
        """A claim with its whole history. Errors: BadInput."""
        raise NotImplementedError

    def history(self, subject_kind: str, subject_id: str) -> tuple[Judgement, ...]:
        """Every judgement about a thing, oldest first."""
        raise NotImplementedError

    def search(self, query: str, *, offset: int = 0, limit: int = 20) -> HitPage:
        """Reports that hold all words of a query as typed: phrases in quotes, word* for beginnings. Never an error."""
        raise NotImplementedError

    def entries(self, *, offset: int = 0, limit: int = 50) -> EntryPage:
        """The ledger, newest first."""
        raise NotImplementedError

    def troubles(self, *, offset: int = 0, limit: int = 50) -> TroublePage:
        """What could not be done, newest first."""
        raise NotImplementedError

    def counts(self) -> Counts:
        """How much there is of everything."""
        raise NotImplementedError

    # -- checking ----------------------------------------------------------------------------------------------

    def checkpoint(self) -> str:
        """The signed checkpoint of everything recorded so far, as a note to give to a colleague or to print."""
        raise NotImplementedError

    def verify_rows(self, held: Iterable[str] = ()) -> Checked:
        """Check files, pages, rows, entries, tree and signatures. held: checkpoints (notes) that were given away earlier."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Drop everything derived (lists, search index) and make it again from the rows."""
        raise NotImplementedError

    def now(self) -> dt.datetime:
        """The time that recording uses: aware UTC, whole seconds."""
        raise NotImplementedError
