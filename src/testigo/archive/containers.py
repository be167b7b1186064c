"""What lies in a container (zip, mail, mailbox, web archive), as sources with their parent.

Rules:
- Containers are opened in a worker; members come as data over its pipe. Names are shown, never used.
- A part larger than 16 MiB streams by; it must be taken before the next one is asked for.
- Everything that one outermost container unpacks to counts against one limit, however deep it lies.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from itertools import chain

from testigo import settings
from testigo.archive.events import Part, Task, Trouble
from testigo.archive.names import shown
from testigo.archive.objects import ObjectStore
from testigo.archive.sources import IN_MEMORY, Failed, Fed, Parent, Source, TextOf, identity, is_address
from testigo.archive.worker import Pool
from testigo.report import Report


def parts_of(pool: Pool, handle: int, task: Task, parent: Parent) -> Iterator[Fed]:
    """The parts of a container, its own text, and its troubles. handle: an open file with its bytes."""
    for finding in pool.run(handle, task):
        if isinstance(finding, Trouble):
            yield Failed(parent.name, finding, parent.original)
        elif isinstance(finding, Report):
            yield TextOf(parent, finding)
        else:
            if parent.budget.spent():
                yield _spent(parent)
                return
            yield _source(finding, parent)
    if parent.budget.spent():
        yield _spent(parent)


def too_deep(parent: Parent) -> Failed | None:
    """The failure of a container that lies deeper than the setting allows, or None."""
    limit = settings.number("max_depth")
    if parent.depth <= limit:
        return None
    why = f"it lies deeper than {limit} levels and was not opened"
    return Failed(parent.name, Trouble(why, "the original is kept; unpack it by hand"), parent.original)


def _spent(parent: Parent) -> Failed:
    why = f"it unpacks to more than {settings.number('max_unpacked_mb')} MiB at all its levels; the rest was not taken"
    return Failed(parent.name, Trouble(why, "the original is kept; unpack it by hand"), parent.original)


def _source(part: Part, parent: Parent) -> Source:
    about = dict(part.about)
    source = Source(
        shown(part.name, 4096),
        how="part",
        declared=part.media_type,
        url=about["url"] if is_address(about.get("url", "")) else None,
        asked="\n".join(f"{name}: {shown(value, 2000)}" for name, value in part.about if name != "headers"),
        answer="\n".join(shown(line, 2000) for line in about.get("headers", "").splitlines()),
        parent=parent,
    )
    first = bytearray()
    chunks = parent.budget.counted(part.chunks)
    for chunk in chunks:
        first += chunk
        if len(first) > IN_MEMORY:
            source.chunks = chain((bytes(first),), chunks)
            return source
    source.content = bytes(first)
    return source


@contextlib.contextmanager
def opened(source: Source, store: ObjectStore, name: str) -> Iterator[int]:
    """An open file with a preserved container's bytes: in memory, or the very file that was preserved, if it is large."""
    if source.content is not None:
        handle = _filled((source.content,))
    elif source.path is not None and identity(source.path.stat()) == source.identity:
        handle = os.open(source.path, os.O_RDONLY | os.O_CLOEXEC)
    else:
        handle = _filled(store.chunks(name))
    try:
        yield handle
    finally:
        os.close(handle)


def _filled(chunks: Iterable[bytes | memoryview]) -> int:
    handle = os.memfd_create("container", os.MFD_CLOEXEC)
    for chunk in chunks:
        view = memoryview(chunk)
        while view:
            view = view[os.write(handle, view) :]
    os.lseek(handle, 0, os.SEEK_SET)
    return handle
