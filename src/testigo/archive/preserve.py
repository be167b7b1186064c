"""The door of the archive: what a person names becomes preserved originals, their captures, and their texts.

The flow, for each group of at most `batch_files` originals:
1. read them, seal them, make them durable, record their captures in one transaction; only then they are acknowledged
2. take their texts in workers and record them; what could not be read becomes a trouble row
3. open the containers among them: their members, attachments and records go through 1 to 3 as parts

Rules:
- The bytes are kept before anything looks into them. A parser's failure never costs an original.
- The same bytes are one object and one original; each time they come in is a capture of its own.
- One item's failure stops no other. Only a full or failing disk, or a casebook that cannot be written, ends the call.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from testigo import __version__, settings
from testigo.archive import containers, sniff
from testigo.archive.events import Part, Trouble
from testigo.archive.extract import ByHand, charset_in, extract_file, task_for
from testigo.archive.fetch import Fetcher
from testigo.archive.names import shown
from testigo.archive.objects import Batch, ObjectStore, Stored
from testigo.archive.sources import Budget, Failed, Fed, Parent, Source, TextOf, files, is_address
from testigo.archive.worker import Pool
from testigo.casebook.values import Captured, NewCapture, NewReport, NewTrouble
from testigo.errors import BadInput
from testigo.report import Report

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

_GROUP_BYTES = 128 << 20
_RECORDED_TOGETHER = 100
_LARGEST_READ = 256 << 20
TOOL = f"testigo {__version__}"
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to preserve. published (EDTF), publisher: by hand, for every report of the call. by: who adds, a name.

    fetch: whether addresses among the inputs may be fetched; fetcher: how. extract: whether texts are taken now.
    """

    published: str | None = None
    publisher: str | None = None
    by: str = ""
    fetch: bool = False
    extract: bool = True
    fetcher: Fetcher = field(default_factory=Fetcher)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it. originals: row ids in order, parts included; reports: ids of their texts, those of known
    originals included; new: originals not known before; again: captures of known ones; size: bytes taken in.
    in_force: what the parsers' workers had given up.
    """

    originals: tuple[int, ...]
    reports: tuple[int, ...]
    new: int
    again: int
    size: int
    troubles: tuple[NewTrouble, ...]
    in_force: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Taken:
    """One original of a group after it was preserved."""

    source: Source
    stored: Stored
    media_type: str
    original: int = 0
    new: bool = False
    by_hand: ByHand | None = None


@dataclass(slots=True)
class _Run:
    """One call of preserve while it goes on."""

    casebook: Casebook
    store: ObjectStore
    options: Options
    progress: Progress
    pool: Pool
    originals: list[int] = field(default_factory=list)
    reports: list[int] = field(default_factory=list)
    troubles: list[NewTrouble] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    fresh: set[int] = field(default_factory=set)
    waiting: list[NewTrouble] = field(default_factory=list)


def preserve(
    casebook: Casebook,
    inputs: Sequence[str | os.PathLike[str]],
    options: Options = Options(),
    progress: Progress = lambda _step, _count: None,
) -> Outcome:
    """Preserve files, folders and addresses, and take their texts. progress: called with a step and how many more.

    Errors: BadInput (nothing named, an address without `fetch`), TestigoError (disk full), Broken, Conflict.
    """
    names = [os.fspath(item) for item in inputs]
    if not names:
        raise BadInput("nothing was named to add", "give files, folders or addresses")
    odd = next((n for n in names if "://" in n and not is_address(n) and not Path(n).exists()), None)
    if odd is not None:
        raise BadInput(
            f"{shown(odd)} is no address that can be fetched", "only http and https are; or give a file"
        )
    if not options.fetch and any(is_address(name) for name in names):
        raise BadInput("an address was named, but fetching was not allowed", "allow it by name, with --fetch")
    store = ObjectStore(casebook.objects_dir, casebook.keys.seal_key, casebook.keys.name_key)
    with Pool() as pool:
        run = _Run(casebook, store, options, progress, pool)
        _process(run, chain.from_iterable(_named(run, name) for name in names))
        in_force = tuple(sorted(pool.in_force.items()))
    return Outcome(
        tuple(run.originals), tuple(dict.fromkeys(run.reports)), run.counts["new"], run.counts["again"],
        run.counts["size"], tuple(run.troubles), in_force,
    )  # fmt: skip


def _named(run: _Run, name: str) -> Iterator[Fed]:
    if is_address(name):
        yield run.options.fetcher.fetched(name)
    else:
        yield from files(name, run.casebook.path)


def _process(run: _Run, feed: Iterator[Fed]) -> None:
    for group in _groups(feed):
        taken = _preserve_group(run, [item for item in group if isinstance(item, Source)])
        _record_found(run, group)
        if run.options.extract:
            _extract_group(run, taken)
            boxes = [t for t in taken if t.media_type in sniff.CONTAINERS]
            if boxes:
                _process(run, chain.from_iterable(_parts(run, box) for box in boxes))


def _groups(feed: Iterator[Fed]) -> Iterator[list[Fed]]:
    """What one durable batch takes: up to `batch_files` items, 128 MiB, or one item that is too large for memory."""
    limit = max(settings.number("batch_files"), 1)
    group: list[Fed] = []
    size = 0
    for item in feed:
        group.append(item)
        large = isinstance(item, Source) and item.content is None
        size += len(item.content or b"") if isinstance(item, Source) else 0
        if large or len(group) >= limit or size >= _GROUP_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _preserve_group(run: _Run, sources: list[Source]) -> list[_Taken]:
    """Seal, make durable, record: when this returns, the originals are acknowledged."""
    if not sources:
        return []
    with run.store.batch(run.casebook.has_object) as batch:
        taken = [t for t in (_put(run, batch, source) for source in sources) if t is not None]
        batch.publish()
        captured = run.casebook.record_captures([_capture(run, t) for t in taken], by=run.options.by)
    for item, row in zip(taken, captured, strict=True):
        _acknowledge(run, item, row)
    return taken


def _acknowledge(run: _Run, item: _Taken, row: Captured) -> None:
    item.original, item.new = row.original, row.new and row.original not in run.fresh
    run.originals.append(row.original)
    run.counts["new" if item.new else "again"] += 1
    if item.new:
        run.fresh.add(row.original)
    run.counts["size"] += item.stored.size
    run.progress("kept", 1)
    for trouble in item.source.troubles:
        _trouble(run, item.source.name, trouble, row.original)


def _put(run: _Run, batch: Batch, source: Source) -> _Taken | None:
    ends = _Ends()
    try:
        if source.content is not None:
            ends.see(source.content)
            stored = batch.put(source.content)
        else:
            stored = batch.put_stream(ends.seen(source.pieces()))
    except OSError as error:  # of the source: the store's own errors are TestigoError
        trouble = Trouble(f"it could not be read to its end: {error.strerror}", "add it again", "add")
        _trouble(run, source.name, trouble, None)
        return None
    return _Taken(source, stored, sniff.media_type(bytes(ends.head), bytes(ends.tail)))


class _Ends:
    """The first and last 64 KB of bytes that stream by."""

    def __init__(self) -> None:
        self.head = bytearray()
        self.tail = bytearray()

    def see(self, piece: bytes) -> None:
        self.head += piece[: sniff.LOOK - len(self.head)]
        self.tail = (self.tail + piece[-sniff.LOOK :])[-sniff.LOOK :]

    def seen(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.see(piece)
            yield piece


def _capture(run: _Run, taken: _Taken) -> NewCapture:
    source = taken.source
    return NewCapture(
        sha256=taken.stored.sha256,
        size=taken.stored.size,
        object=taken.stored.name,
        media_type=taken.media_type,
        source=source.name,
        at=run.casebook.now(),
        how=source.how,
        tool=TOOL,
        asked=source.asked,
        answer=source.answer,
        parent=source.parent.sha256 if source.parent else None,
    )


def _trouble(run: _Run, name: str, trouble: Trouble, original: int | None) -> None:
    run.waiting.append(NewTrouble(trouble.step, name, trouble.message, trouble.hint, original))


def _record_troubles(run: _Run) -> None:
    """Keep the troubles that wait, in one transaction."""
    if run.waiting:
        run.casebook.record_troubles(run.waiting, by=run.options.by)
        run.progress("troubles", len(run.waiting))
        run.troubles += run.waiting
        run.waiting.clear()


def _record_found(run: _Run, group: list[Fed]) -> None:
    """Texts and troubles that came along with the sources of a group."""
    texts = [NewReport(item.parent.original, item.report) for item in group if isinstance(item, TextOf)]
    if texts:
        run.reports += run.casebook.record_reports(texts, by=run.options.by)
    for item in group:
        if isinstance(item, Failed):
            _trouble(run, item.name, item.trouble, item.original)
    _record_troubles(run)


# -- texts -----------------------------------------------------------------------------------------------------


def _untold(run: _Run, taken: _Taken) -> bool:
    """Whether an original is to be opened: new, or a run was ended before reading it, or more is told of it by hand."""
    if taken.new:
        return True
    known = run.casebook.reports_of(taken.original)
    if known and _told_anew(run, taken, known[-1]):
        return True
    run.reports += known[-1:]
    return not known


def _told_anew(run: _Run, taken: _Taken, report: int) -> bool:
    """Whether a person now gives another date or publisher than the report has; what was given before is kept."""
    options, known = run.options, run.casebook.report(report).report
    published, publisher = options.published or known.published, options.publisher or known.publisher
    if (published, publisher) == (known.published, known.publisher):
        return False
    given_before = known.published if known.published_basis == "given" else None
    taken.by_hand = ByHand(options.published or given_before, publisher)
    return True


def _extract_group(run: _Run, taken: list[_Taken]) -> None:
    once = {t.original: t for t in reversed(taken)}  # the same bytes twice in a group are read once
    jobs = [t for t in reversed(once.values()) if t.media_type not in sniff.CONTAINERS and _untold(run, t)]
    if not jobs:
        return
    with ThreadPoolExecutor(max_workers=min(len(jobs), os.cpu_count() or 1)) as threads:
        answers = zip(jobs, threads.map(lambda t: _findings(run, t), jobs), strict=True)
        try:
            while some := list(islice(answers, _RECORDED_TOGETHER)):  # recorded while the workers go on
                _record_texts(run, some)
        finally:
            threads.shutdown(wait=True, cancel_futures=True)  # an interrupted call does not read on


def _record_texts(run: _Run, answers: list[tuple[_Taken, tuple[Report | Trouble, ...]]]) -> None:
    reports: list[NewReport] = []
    for job, findings in answers:
        odd = sniff.mismatch(job.source.name, job.media_type, job.source.declared)
        texts = [f for f in findings if isinstance(f, Report)]
        reports += [NewReport(job.original, _noted(text, job, odd)) for text in texts]
        for finding in findings:
            if isinstance(finding, Trouble):
                _trouble(run, job.source.name, finding, job.original)
        if odd and not texts:
            _trouble(run, job.source.name, Trouble(odd, "", "add"), job.original)
    with run.casebook.together():
        run.reports += run.casebook.record_reports(reports, by=run.options.by)
        _record_troubles(run)
    run.progress("texts", len(reports))


def _noted(report: Report, job: _Taken, odd: str | None) -> Report:
    charset = charset_in(job.source.declared)
    notes = (*report.notes, *([odd] if odd else []), *([f"charset given: {charset}"] if charset else []))
    return replace(report, notes=notes)


def _by_hand(run: _Run) -> ByHand:
    return ByHand(run.options.published, run.options.publisher)


def _findings(run: _Run, taken: _Taken) -> tuple[Report | Trouble, ...]:
    if taken.stored.size > _LARGEST_READ:
        return (Trouble("it is larger than 256 MiB and was not read", "the original is kept; split it"),)
    task = task_for(taken.media_type, taken.source.name, taken.by_hand or _by_hand(run), taken.source)
    with containers.opened(taken.source, run.store, taken.stored.name) as handle:
        return tuple(f for f in run.pool.run(handle, task) if not isinstance(f, Part))


def _parts(run: _Run, taken: _Taken) -> Iterator[Fed]:
    outer = taken.source.parent
    depth, budget = (outer.depth + 1, outer.budget) if outer else (1, Budget())
    parent = Parent(taken.stored.sha256, taken.original, taken.source.name, depth, budget)
    deep = containers.too_deep(parent)
    if deep:
        yield deep
        return
    task = task_for(taken.media_type, taken.source.name, _by_hand(run), taken.source)
    with containers.opened(taken.source, run.store, taken.stored.name) as handle:
        yield from containers.parts_of(run.pool, handle, task, parent)


__all__ = ["Fetcher", "Options", "Outcome", "Progress", "extract_file", "preserve"]
