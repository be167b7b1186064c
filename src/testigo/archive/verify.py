"""The door for checking a casebook: originals, texts, rows, entries, tree and signatures; names exactly what is damaged.

Rules:
- Nothing is mended. What a killed writer left behind unacknowledged is cleared away first, as the next writer would.
- Everything is looked at, also after a damage was found.
- Objects that no row names are a damage: the database may be an older copy, or somebody put them there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from testigo.archive import check
from testigo.archive.check import Kept
from testigo.archive.objects import ObjectStore
from testigo.archive.worker import Pool
from testigo.casebook.values import Damage
from testigo.errors import Broken, TestigoError

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook
    from testigo.casebook.values import Original

_WINDOW = 32
_PAGE = 500


class Progress(Protocol):
    """Told how far the check has come."""

    def at(self, done: int, total: int) -> None:
        """`done` of `total` originals and texts are through."""


class _Silent:
    def at(self, done: int, total: int) -> None:
        """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at (how many of each), what is damaged, what could not be compared, and the checkpoint of now.

    in_force: what the parsers' workers had given up on this machine.
    """

    counts: Mapping[str, int]
    damages: tuple[Damage, ...]
    notes: tuple[str, ...] = ()
    checkpoint: str = ""
    in_force: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Run:
    casebook: Casebook
    store: ObjectStore
    progress: Progress
    counts: dict[str, int] = field(default_factory=dict)
    damages: list[Damage] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    in_force: dict[str, str] = field(default_factory=dict)
    done: int = 0
    total: int = 0

    def step(self) -> None:
        self.done += 1
        self.progress.at(self.done, max(self.total, self.done))


def verify(
    casebook: Casebook, *, held: Iterable[str] = (), texts: bool = True, progress: Progress | None = None
) -> Verified:
    """Check everything. held: checkpoints given away earlier. texts: whether each text is made again and compared.

    Errors: those of a casebook that cannot be read at all.
    """
    store = ObjectStore(casebook.objects_dir, casebook.keys.seal_key, casebook.keys.name_key)
    run = _Run(casebook, store, progress or _Silent())
    rows = casebook.verify_rows(held)
    run.damages += rows.damages
    try:
        originals = [_kept(original) for original in casebook.originals()]
        run.total = len(originals) + (casebook.counts().reports if texts else 0)
        _check_objects(run, originals)
        if texts:
            read = _check_texts(run)
            _note_unread(run, originals, read)
    except Broken as error:
        run.damages.append(Damage("row", "the database", error.message))
    counts = {"originals": 0, "texts": 0, **run.counts, **rows.counts, **run.counts}
    checkpoint = "" if run.damages else casebook.checkpoint()
    in_force = tuple(sorted(run.in_force.items()))
    return Verified(counts, tuple(run.damages), tuple(run.notes), checkpoint, in_force)


def _kept(original: Original) -> Kept:
    return Kept(original.id, original.sha256, original.size, original.media_type, original.object)


def _check_objects(run: _Run, originals: list[Kept]) -> None:
    try:
        run.store.clear_leftovers(run.casebook.has_object)
    except (OSError, TestigoError) as error:
        run.notes.append(f"leftovers were not looked for: {error}")
    for kept, fault in check.object_faults(run.store, originals):
        if fault:
            run.damages.append(
                Damage("object", f"original {kept.id} (SHA-256 {kept.sha256.hex()[:16]}…)", fault)
            )
        run.step()
    run.counts["originals"] = len(originals)
    run.counts["bytes"] = sum(kept.size for kept in originals)
    for name in check.strangers(run.store, {kept.object for kept in originals}, run.casebook.has_object):
        why = "no row names it: the database may be an older copy, or somebody put it there"
        run.damages.append(Damage("object", f"object {name[:80]}", why))


def _note_unread(run: _Run, originals: list[Kept], read: set[int]) -> None:
    """Say which originals have neither a text nor a trouble: their reading was interrupted."""
    failed: set[int] = set()
    offset = 0
    while page := run.casebook.troubles(offset=offset, limit=_PAGE).items:
        failed.update(trouble.original for trouble in page if trouble.original is not None)
        offset += len(page)
    left = [kept.id for kept in originals if check.has_text(kept) and kept.id not in read | failed]
    if left:
        listed = ", ".join(map(str, left[:20])) + (", …" if len(left) > 20 else "")
        run.notes.append(
            f"{len(left)} originals have no text yet (an interrupted add; add them again): {listed}"
        )


def _check_texts(run: _Run) -> set[int]:
    """Check every text. Returns the originals that have one."""
    read: set[int] = set()
    waiting = run.casebook.texts()
    with Pool() as pool, ThreadPoolExecutor(max_workers=2) as threads:
        while some := list(islice(waiting, _WINDOW)):
            faults = threads.map(
                lambda item: check.text_fault(run.store, pool, _kept(item.original), item.report), some
            )
            for text, (fault, note) in zip(some, faults, strict=True):
                if fault:
                    run.damages.append(
                        Damage("text", f"report {text.id} (original {text.original.id})", fault)
                    )
                if note:
                    run.notes.append(f"report {text.id}: {note}")
                read.add(text.original.id)
                run.step()
            run.in_force = pool.in_force
            run.counts["texts"] = run.counts.get("texts", 0) + len(some)
    return read
