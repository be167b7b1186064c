"""Whether preserved bytes and texts are still what their rows say. Values in, values out; verify.py is the door.

Rules:
- An object is read whole: every byte authenticates, then SHA-256 and size are compared with the row.
- A text is made again from its original by the same extractor, in a worker, and compared with its blocks. Where this
  installation has another version of the extractor, the two are not compared and that is said.
- Two threads read objects: hashing and decryption let each other run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hmac import compare_digest
from itertools import islice

from testigo.archive import sniff
from testigo.archive.events import Trouble
from testigo.archive.extract import ByHand, task_for
from testigo.archive.objects import ObjectStore
from testigo.archive.sources import Source
from testigo.archive.worker import Pool
from testigo.errors import TestigoError
from testigo.report import Report

_GROUP_COUNT, _GROUP_SIZE, _GROUPS_AT_ONCE = 64, 16 << 20, 16
_CHARSET_NOTE = "charset given: "


@dataclass(frozen=True, slots=True)
class Kept:
    """What a row says of an original. object: the name of its sealed object."""

    id: int
    sha256: bytes
    size: int
    media_type: str
    object: str


def object_fault(store: ObjectStore, kept: Kept) -> str:
    """What is wrong with an original's object, as one sentence, or ""."""
    if store.name_of(kept.sha256) != kept.object:
        return "its object's name does not follow from its SHA-256"
    try:
        sha256, size = store.digest(kept.object)
    except TestigoError as error:
        return error.message
    if size != kept.size:
        return f"it has {size} bytes; its row says {kept.size}"
    return "" if compare_digest(sha256, kept.sha256) else "its SHA-256 is not the one in its row"


def object_faults(store: ObjectStore, originals: Iterable[Kept]) -> Iterator[tuple[Kept, str]]:
    """Every original with what is wrong with its object ("" for nothing), in order, read by as many threads as cores."""
    groups = _groups(originals)
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as threads:
        while some := list(islice(groups, _GROUPS_AT_ONCE)):
            for group, faults in zip(
                some, threads.map(lambda g: [object_fault(store, k) for k in g], some), strict=True
            ):
                yield from zip(group, faults, strict=True)


def _groups(originals: Iterable[Kept]) -> Iterator[list[Kept]]:
    """What one thread takes at once: one large original, or so many small ones that handing over costs little."""
    group: list[Kept] = []
    size = 0
    for kept in originals:
        group.append(kept)
        size += kept.size
        if size >= _GROUP_SIZE or len(group) >= _GROUP_COUNT:
            yield group
            group, size = [], 0
    if group:
        yield group


def strangers(store: ObjectStore, known: set[str], recorded: Callable[[str], bool]) -> tuple[str, ...]:
    """The names of files among the objects that no row names, in order.

    known: those that were looked at; recorded: asked of the others, which may have been added since.
    """
    there = [name for name in store.names() if name not in known]
    underway = store.underway()  # asked before the rows: what is no longer on its way was recorded by then
    return tuple(sorted(name for name in there if name not in underway and not recorded(name)))


def text_fault(store: ObjectStore, pool: Pool, kept: Kept, report: Report) -> tuple[str, str]:
    """What is wrong with a text, and a note where it could not be compared; both "" when it is as its original gives it."""
    try:
        content = store.read(kept.object, kept.sha256, 256 << 20)
    except TestigoError as error:
        return f"its original cannot be read: {error.message}", ""
    except ValueError:
        return "", "its original is too large to be read again"
    found = pool.run_bytes(content, task_for(kept.media_type, "", ByHand(), _as_given(report)))
    again = next((f for f in found if isinstance(f, Report)), None)
    if again is None:
        why = next((f.message for f in found if isinstance(f, Trouble)), "no text was found")
        return f"its original gives no text any more: {why}", ""
    made, now = f"{report.extractor} {report.version}", f"{again.extractor} {again.version}"
    if made != now:
        return "", f"it was made by {made}; this installation has {now}, so it was not compared"
    if report.text != again.text:
        return "its text is not the one that its original gives", ""
    return (
        ("", "")
        if report.blocks == again.blocks
        else ("its blocks are not those that its original gives", "")
    )


def _as_given(report: Report) -> Source:
    """A source that declares the charset with which the text was made."""
    charset = next((n.removeprefix(_CHARSET_NOTE) for n in report.notes if n.startswith(_CHARSET_NOTE)), "")
    return Source("", declared=f"text/plain; charset={charset}" if charset else None)


def has_text(kept: Kept) -> bool:
    """Whether originals of this kind have a text of their own."""
    return kept.media_type in sniff.WITH_TEXT
