"""The door of the casebook: make one, open it, record into it, look things up, check it.

Rules:
- One casebook is open in a process at a time; opening another one closes the first.
- Every recording method is one transaction that holds the rows and their ledger entries; `together` makes one of many.
  What a method returned is on the disk.
- Values go in and come out (`values.py` and the core); no Django object leaves this room.
- Methods may be called from any thread.
- More than 400 lines because everything that can be asked of a casebook is listed here (but for worked_out.py); the
  work is done next door.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from testigo.casebook import faults, folder, head, keys, setup
from testigo.casebook import recording as recorder
from testigo.casebook.backend import unlocked
from testigo.casebook.derived_rows import DerivedRow
from testigo.casebook.keys import Cost, Keys
from testigo.casebook.values import (
    Captured,
    Checked,
    ClaimFilter,
    ClaimPage,
    Derived,
    DerivedPage,
    DerivedRun,
    DirectiveLine,
    DirectivePage,
    EntryPage,
    Heading,
    HitPage,
    JudgedClaim,
    KeptSearch,
    NewCapture,
    NewReading,
    NewReport,
    NewTrouble,
    Original,
    Progress,
    ReportFilter,
    ReportPage,
    ReportText,
    StoredClaim,
    StoredReport,
    StoredText,
    TroublePage,
)
from testigo.casebook.worked_out import WorkedOut
from testigo.errors import BadInput
from testigo.judgement import Judgement

_ALL_REPORTS = ReportFilter()
_ALL_CLAIMS = ClaimFilter()
_open: Casebook | None = None
T = TypeVar("T")


def is_casebook(path: Path) -> bool:
    """Whether a casebook lies there."""
    return folder.is_casebook(path)


def is_plain(path: Path) -> bool:
    """Whether the casebook there is an open one, which needs no passphrase. Errors: BadInput (none there), Broken."""
    return folder.is_plain(path)


def create(
    path: Path,
    passphrase: str | None,
    *,
    plain: bool = False,
    cost: Cost = keys.DEFAULT,
    desk: Mapping[str, Any] | None = None,
) -> Casebook:
    """Make a casebook in a folder that is new or empty, and open it.

    passphrase: None only for a plain one. cost: of one try at the passphrase (keys.FOR_TESTS in tests).
    desk: see `open_casebook`. Errors: BadInput (something is there, no passphrase).
    """
    if not plain and passphrase is None:
        raise BadInput("a passphrase is needed", "give one, or use --plain for public material")
    close_open()
    folder.make(path, None if plain else passphrase, cost)
    return open_casebook(path, passphrase, desk=desk)


def open_casebook(path: Path, passphrase: str | None, *, desk: Mapping[str, Any] | None = None) -> Casebook:
    """Open a casebook.

    passphrase: None or anything for a plain one. desk: more Django settings (ROOT_URLCONF, TEMPLATES, MIDDLEWARE, ...),
    also to be given later with `setup.configure`. Errors: BadInput (no casebook there, wrong passphrase, made by a
    newer Testigo), Broken (damaged, commits lost), Conflict (held by another process).
    """
    opened = keys.unwrap(path / folder.KEYS, passphrase)
    close_open()
    setup.configure(desk)
    folder.open_database(path.absolute(), opened)
    return _opened(path, opened)


def go_on(path: Path, passphrase: str | None) -> Casebook:
    """Open a casebook that lost its last commits, and go on from what is left; the loss is recorded as a trouble.

    The last resort, where there is no backup. A checkpoint given away before still shows the loss.
    Errors: BadInput (nothing was lost, and as `open_casebook`), Broken (damaged in another way).
    """
    opened = keys.unwrap(path / folder.KEYS, passphrase)
    close_open()
    setup.configure()
    folder.open_database(path.absolute(), opened, lost_too=True)
    book = _opened(path, opened)
    with book._looking():  # noqa: SLF001 - of this module
        size = recorder.last_edge().size
    was = folder.acknowledged_head(path.absolute(), opened)
    if was is not None and was.size <= size:
        book.close()
        raise BadInput("nothing of this casebook was lost", "open it as always")
    head.make(path / folder.HEAD, opened.head_key)
    said = (
        "its file `head` was missing or damaged"
        if was is None
        else f"{was.size} entries had been acknowledged"
    )
    book.record_troubles(
        [NewTrouble("open", folder.DATABASE, f"the ledger ended at entry {size}, and {said}")]
    )
    return book


def _opened(path: Path, opened: Keys) -> Casebook:
    global _open  # noqa: PLW0603 - one casebook is open in a process
    _open = Casebook(path, opened, plain=folder.is_plain(path))
    return _open


def inspect(path: Path, passphrase: str | None, held: Iterable[str] = ()) -> Checked:
    """What `Casebook.verify_rows` says, also of a casebook that is too damaged to be opened.

    Errors: BadInput (no casebook there, wrong passphrase, no checkpoint), Broken (both key files damaged).
    """
    from testigo.casebook import check

    opened = keys.unwrap(path / folder.KEYS, passphrase)
    close_open()
    kept = folder.keep_log(path.absolute())
    checked = check.check(path.absolute(), opened, tuple(held))
    if not checked.damages:
        kept.unlink(missing_ok=True)
    return checked


def close_open() -> None:
    """Close the casebook that is open in this process, if there is one."""
    if _open is not None:
        _open.close()


class Casebook(WorkedOut):
    """An open casebook, made by `create` or `open_casebook`. Use it in a `with` statement, or call `close`."""

    def __init__(self, path: Path, opened: Keys, *, plain: bool) -> None:
        self.path = path
        self.plain = plain
        self._keys: Keys | None = opened
        self.forget()
        self._recorder = recorder.Recorder(opened, path.absolute() / folder.HEAD)

    @property
    def keys(self) -> Keys:
        """The keys. Errors: BadInput, when it is closed."""
        if self._keys is None:
            raise BadInput("this casebook is closed", "open it again")
        return self._keys

    @property
    def objects_dir(self) -> Path:
        """Where the sealed originals lie."""
        return self.path.absolute() / folder.OBJECTS

    def close(self) -> None:
        """Write everything into the one database file and forget the keys. May be called twice."""
        global _open  # noqa: PLW0603 - one casebook is open in a process
        if self._keys is None:
            return
        self._keys = None
        self.forget()
        _open = None
        try:
            folder.close()
        finally:
            unlocked.use(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def is_passphrase(self, passphrase: str) -> bool:
        """Whether this passphrase opens the casebook (any, for a plain one). Slow on purpose."""
        try:
            found = keys.unwrap(self.path / folder.KEYS, passphrase)
        except BadInput:
            return False
        return hmac.compare_digest(found.database_key, self.keys.database_key)

    @contextlib.contextmanager
    def _looking(self) -> Iterator[None]:
        if self._keys is None:
            raise BadInput("this casebook is closed", "open it again")
        with faults.told():
            yield

    @contextlib.contextmanager
    def _recording(self) -> Iterator[recorder.Log]:
        if self._keys is None:
            raise BadInput("this casebook is closed", "open it again")
        with self._recorder.transaction() as log:
            yield log

    # -- recording ---------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of everything recorded inside; an error undoes all of it."""
        with self._recording():
            yield

    def record_captures(self, captures: Sequence[NewCapture], *, by: str = "") -> tuple[Captured, ...]:
        """Record originals as they came in, in order; known ones get another capture. by: a person's name in this casebook.

        Errors: ValueError (a parent that is not known; not an object name).
        """
        from testigo.casebook import record_preserved

        with self._recording() as log:
            return record_preserved.captures(log, captures, by or recorder.OWNER)

    def record_reports(self, reports: Sequence[NewReport], *, by: str = "") -> tuple[int, ...]:
        """Record texts of originals; gives the report ids, those of reports already there included."""
        from testigo.casebook import record_said

        with self._recording() as log:
            return record_said.reports(log, reports, by or recorder.MACHINE)

    def record_readings(self, readings: Sequence[NewReading], *, by: str = "") -> tuple[int, ...]:
        """Record readings with their claims and directives; gives the reading ids. The same reading twice is kept once."""
        from testigo.casebook import record_said

        with self._recording() as log:
            return record_said.readings(log, readings, by or recorder.MACHINE)

    def record_judgements(self, judgements: Sequence[Judgement]) -> tuple[int, ...]:
        """Append judgements; gives their ids.

        A judgement about claim N is kept by the claim's key: it also stands for the same claim in a later reading.
        Errors: BadInput (no such subject or verdict), Conflict (`replaces` is not the one in force any more).
        """
        from testigo.casebook import record_judged

        with self._recording() as log:
            return record_judged.judgements(log, judgements)

    def record_troubles(self, troubles: Sequence[NewTrouble], *, by: str = "") -> tuple[int, ...]:
        """Keep what could not be done; gives the ids."""
        from testigo.casebook import record_preserved

        with self._recording() as log:
            return record_preserved.troubles(log, troubles, by or recorder.MACHINE)

    # -- looking up --------------------------------------------------------------------------------------------

    def has_object(self, name: str) -> bool:
        """Whether an original with that object name is recorded."""
        from testigo.casebook import look

        with self._looking():
            return look.has_object(name)

    def original_by_sha256(self, sha256: bytes) -> Original | None:
        """The original with that digest."""
        from testigo.casebook import look

        with self._looking():
            return look.original_by_sha256(sha256)

    def original(self, id: int) -> Original:  # noqa: A002
        """An original by its id. Errors: BadInput."""
        from testigo.casebook import look

        with self._looking():
            return look.original(id)

    def originals(self) -> Iterator[Original]:
        """Every original, by id."""
        from testigo.casebook import look

        with self._looking():
            yield from look.originals()

    def reports(self, which: ReportFilter = _ALL_REPORTS, *, offset: int = 0, limit: int = 50) -> ReportPage:
        """The reports that fit: of each original the latest text."""
        from testigo.casebook import lists

        with self._looking():
            return lists.reports(which, offset, limit)

    def report(self, id: int) -> StoredReport:  # noqa: A002
        """A report with its original, captures, reading in force, claims and their judgements. Errors: BadInput."""
        from testigo.casebook import look

        with self._looking():
            return look.report(id)

    def report_texts(self, ids: Iterable[int]) -> dict[int, ReportText]:
        """The words of these reports and how they are called, for lists of passages."""
        from testigo.casebook import look

        with self._looking():
            return look.report_texts(ids)

    def headings(self, ids: Iterable[int]) -> dict[int, Heading]:
        """What these reports are called, without their words, for lists; ids that there are not are left out."""
        from testigo.casebook import look

        with self._looking():
            return look.headings(ids)

    def added_claims(self, which: ClaimFilter = _ALL_CLAIMS) -> tuple[StoredClaim, ...]:
        """The claims that a person added and nobody took back, those that fit."""
        from testigo.casebook import added

        with self._looking():
            return added.that(which)

    def texts(self) -> Iterator[StoredText]:
        """Every report with its original, by id; a few at a time are in memory."""
        from testigo.casebook import look

        with self._looking():
            yield from look.texts()

    def reports_of(self, original: int) -> tuple[int, ...]:
        """The ids of the reports of an original, oldest first."""
        from testigo.casebook import look

        with self._looking():
            return look.reports_of(original)

    def to_read(self, reader: str, version: str) -> tuple[int, ...]:
        """The reports (latest texts) that this version of this reader has not read yet, by id."""
        from testigo.casebook import lists

        with self._looking():
            return lists.to_read(reader, version)

    def claims(self, which: ClaimFilter = _ALL_CLAIMS, *, offset: int = 0, limit: int = 100) -> ClaimPage:
        """The claims of readings in force that fit, each with the judgement in force."""
        from testigo.casebook import claim_lists

        with self._looking():
            return claim_lists.claims(which, offset, limit)

    def claims_of(self, ids: Iterable[int]) -> tuple[StoredClaim, ...]:
        """These claims of readings in force, in this order; ids of others are left out."""
        from testigo.casebook import claim_lists

        with self._looking():
            return claim_lists.of_ids(ids)

    def all_claims(self, which: ClaimFilter = _ALL_CLAIMS) -> Iterator[StoredClaim]:
        """Every such claim, in the order of reports and of their text; a few hundred at a time are in memory."""
        from testigo.casebook import claim_lists

        with self._looking():
            yield from claim_lists.all_claims(which)

    def claim(self, id: int) -> StoredClaim:  # noqa: A002
        """A claim with its whole history. Errors: BadInput."""
        from testigo.casebook import look

        with self._looking():
            return look.claim(id)

    def history(self, subject_kind: str, subject_id: str) -> tuple[Judgement, ...]:
        """Every judgement about a thing, oldest first."""
        from testigo.casebook import look

        with self._looking():
            return look.history(subject_kind, subject_id)

    def decisions(self, subject_kind: str) -> dict[str, tuple[Judgement, ...]]:
        """Every judgement about things of a kind ("claim", "second"), by the key it is kept by, oldest first."""
        from testigo.casebook import history

        with self._looking():
            return history.of_kind(subject_kind)

    def directives(self, *, offset: int = 0, limit: int = 20) -> DirectivePage:
        """The orders of readings in force, of the newest report first, each with the judgement in force."""
        from testigo.casebook import directives

        with self._looking():
            return directives.page(offset, limit)

    def directives_of(self, report: int) -> tuple[DirectiveLine, ...]:
        """The orders that the reading in force of a report tells, in the order of the reading."""
        from testigo.casebook import directives

        with self._looking():
            return directives.of_report(report)

    def directive(self, id: int) -> DirectiveLine:  # noqa: A002
        """An order with its whole history. Errors: BadInput."""
        from testigo.casebook import directives

        with self._looking():
            return directives.one(id)

    def search(self, query: str, *, offset: int = 0, limit: int = 20, claims: bool = True) -> HitPage:
        """Reports that hold all words of a query as typed: phrases in quotes, word* for beginnings. Never an error.

        claims: whether each hit names the claims at its passage; without, a page is found faster.
        """
        from testigo.casebook import search

        with self._looking():
            return search.search(query, offset=offset, limit=limit, claims=claims)

    def entries(self, *, offset: int = 0, limit: int = 50) -> EntryPage:
        """The ledger, newest first."""
        from testigo.casebook import lists

        with self._looking():
            return lists.entries(offset, limit)

    def troubles(self, *, offset: int = 0, limit: int = 50) -> TroublePage:
        """What could not be done, newest first."""
        from testigo.casebook import lists

        with self._looking():
            return lists.troubles(offset, limit)

    def judged_of(self, keys: Iterable[str]) -> tuple[JudgedClaim, ...]:
        """Those of them that have these keys, by id."""
        from testigo.casebook import verdicts

        with self._looking():
            return verdicts.judged_of(keys)

    def judgements_of(self, subject_kind: str, keys: Iterable[str]) -> dict[str, tuple[Judgement, ...]]:
        """Every judgement kept by each of these keys, oldest first; keys without any are left out."""
        from testigo.casebook import history

        with self._looking():
            return history.of_keys(subject_kind, keys)

    def people(self) -> tuple[str, ...]:
        """The names of those who judged anything here."""
        from testigo.casebook import tasks

        with self._looking():
            return tasks.people()

    def given(self) -> tuple[Progress, ...]:
        """How far everybody is with the reports given to them."""
        from testigo.casebook import tasks

        with self._looking():
            return tasks.by_person()

    def days_of_adding(self, *, limit: int = 12) -> tuple[Progress, ...]:
        """How far what was added on the latest days is."""
        from testigo.casebook import tasks

        with self._looking():
            return tasks.by_day(limit)

    def into_batch(
        self, name: str, by: str, *, originals: Iterable[int] = (), reports: Iterable[int] = ()
    ) -> int:
        """Put originals, or those of reports, under a name, beside what is there already; gives the judgement's id.

        Errors: BadInput (no name).
        """
        from testigo.casebook import batches

        with self.together():
            now, before = batches.held(name)
            body = batches.body((*originals, *batches.originals_of(reports)), before)
            made = Judgement(
                "batch", name, "save", by, self.now(), amended=body, replaces=now.id if now else None
            )
            return self.record_judgements([made])[0]

    def searches(self) -> tuple[KeptSearch, ...]:
        """The searches that somebody kept, by name."""
        from testigo.casebook import tasks

        with self._looking():
            return tasks.searches()

    # -- what stages derive ------------------------------------------------------------------------------------

    def inputs(self) -> str:
        """A digest of everything that stages compute from; take it before you read the claims, give it with the run."""
        from testigo.casebook import stages

        with self._looking():
            return stages.inputs()

    def replace_derived(self, run: DerivedRun, new: Iterable[Derived | DerivedRow]) -> tuple[int, int]:
        """Put what a stage computed in place of what it computed before; gives how many were written and dropped.

        Only what differs is written. Errors: ValueError (the same kind and key twice).
        """
        from testigo.casebook import stages

        with self._recording():
            done = stages.replace(run, new)
        self._runs.clear()
        return done

    def derived_run(self, stage: str) -> DerivedRun | None:
        """The last run of a stage ("linking", "weighing", "orders", ...), or None where it never ran."""
        from testigo.casebook import stages

        with self._looking():
            return stages.run_of(stage)

    def derived(self, stage: str, kind: str, of: type[T], *, about: Sequence[tuple[str, str]] = (),
                offset: int = 0, limit: int = 50) -> DerivedPage[T]:  # fmt: skip
        """The values of a kind, lowest rank first, that are about all of the given things. of: their class."""
        from testigo.casebook import stages

        total = self.of_run(stage, ("total", kind, tuple(about)), lambda: stages.count(stage, kind, about))
        with self._looking():
            items = stages.page(stage, kind, of, about, offset, limit) if limit and offset < total else ()
        return DerivedPage(items, total)

    def derived_one(self, stage: str, kind: str, of: type[T], key: str) -> T | None:
        """The value with that key, or None."""
        from testigo.casebook import stages

        with self._looking():
            return stages.one(stage, kind, of, key)

    # -- checking ----------------------------------------------------------------------------------------------

    def checkpoint(self) -> str:
        """The signed checkpoint of everything recorded so far, as a note to give to a colleague or to print."""
        from testigo.casebook import signing

        with self._looking():
            edge = recorder.last_edge()
        return signing.sign(self.keys.signer, edge.size, edge.root())

    def verify_rows(self, held: Iterable[str] = ()) -> Checked:
        """Check files, pages, rows, entries, tree and signatures. held: checkpoints (notes) that were given away earlier.

        Errors: BadInput, also when the casebook is closed meanwhile.
        """
        from testigo.casebook import check

        found = check.check(self.path.absolute(), self.keys, tuple(held), lambda: self._keys is None)
        _ = self.keys  # closed meanwhile: what was found is not what there is
        return found

    def rebuild(self) -> None:
        """Drop everything derived and make lists and search index again from the rows; stages are to be run again."""
        from testigo.casebook import index, shelf, stages

        with self._recording():
            stages.drop_all()
            shelf.rebuild()
            index.rebuild()
        self.forget()

    def now(self) -> dt.datetime:
        """The time that recording uses: aware UTC, whole seconds."""
        return recorder.now()
