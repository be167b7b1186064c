"""What a person names becomes sources: files, the files of folders in order, addresses. Bytes are read here, once.

Rules:
- In a folder, links, devices, pipes and sockets are not followed or opened; each is noted.
- A file is opened once and everything comes from that one opening. One that changed meanwhile is noted.
- The casebook's own folder is never walked.
- Only what begins with http:// or https:// is an address, and it is fetched only when the caller allows it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from testigo import settings
from testigo.archive.events import Trouble
from testigo.archive.names import shown
from testigo.report import Report

IN_MEMORY = 16 << 20
_PIECE = 1 << 20


@dataclass(slots=True)
class Budget:
    """How many bytes have come out of one container, at all its levels together."""

    unpacked: int = 0

    def spent(self) -> bool:
        """Whether that is more than the setting allows."""
        return self.unpacked > settings.number("max_unpacked_mb") << 20

    def counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The same chunks, counted as they go by."""
        for chunk in chunks:
            self.unpacked += len(chunk)
            yield chunk


@dataclass(frozen=True, slots=True)
class Parent:
    """The container a part came out of. depth: how deep its parts lie, from 1; sha256 of the container.

    budget: shared by everything below the outermost container.
    """

    sha256: bytes
    original: int
    name: str
    depth: int
    budget: Budget


@dataclass(slots=True)
class Source:
    """One original before it is preserved. Either `content` (up to 16 MiB) or `chunks`, read once, in order.

    how: "file", "address" or "part"; declared: the media type said with it; path: where it can be read again.
    """

    name: str
    how: str = "file"
    content: bytes | None = None
    chunks: Iterator[bytes] | None = None
    declared: str | None = None
    url: str | None = None
    asked: str = ""
    answer: str = ""
    parent: Parent | None = None
    path: Path | None = None
    identity: tuple[int, ...] = ()
    troubles: list[Trouble] = field(default_factory=list)

    def pieces(self) -> Iterator[bytes]:
        """All of its bytes, in order."""
        if self.content is not None:
            yield self.content
        elif self.chunks is not None:
            yield from self.chunks


@dataclass(frozen=True, slots=True)
class TextOf:
    """A report found on the way through a container, of the container itself."""

    parent: Parent
    report: Report


@dataclass(frozen=True, slots=True)
class Failed:
    """Something named or found that gave no source. original: the container's row, where there is one."""

    name: str
    trouble: Trouble
    original: int | None = None


Fed = Source | TextOf | Failed


def is_address(name: str) -> bool:
    """Whether a name is an address and no path."""
    return name.lower().startswith(("http://", "https://"))


def files(name: str, apart: Path | None = None) -> Iterator[Fed]:
    """The sources of a path. apart: the casebook's folder, which is left out."""
    path = Path(name)
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Failed(
            _name(name), Trouble(f"cannot be read: {_why(error)}", "check the name and the rights", "add")
        )
        return
    if stat.S_ISDIR(kind):
        yield from _folder(path, apart.resolve() if apart else None)
    else:
        yield _file(path, follow=True)


def _folder(top: Path, apart: Path | None) -> Iterator[Fed]:
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            if apart is not None and folder.resolve() == apart:
                continue
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Failed(
                _name(folder), Trouble(f"cannot be listed: {_why(error)}", "check the rights", "add")
            )
            continue
        waiting.extend(Path(e.path) for e in reversed(found) if e.is_dir(follow_symlinks=False))
        for entry in found:
            if entry.is_file(follow_symlinks=False):
                yield _file(Path(entry.path), follow=False)
            elif not entry.is_dir(follow_symlinks=False):
                what = "a link, which is not followed" if entry.is_symlink() else "no ordinary file"
                yield Failed(
                    _name(entry.path),
                    Trouble(f"it is {what}", "add what it points at by its own name", "add"),
                )


def _file(path: Path, *, follow: bool) -> Fed:
    try:
        return _read(path, follow=follow)
    except (OSError, ValueError) as error:
        return Failed(
            _name(path), Trouble(f"cannot be read: {_why(error)}", "check the name and the rights", "add")
        )


def _read(path: Path, *, follow: bool) -> Fed:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | (0 if follow else os.O_NOFOLLOW))
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            return Failed(_name(path), Trouble("it is no ordinary file", "add a file or a folder", "add"))
        source = Source(_name(path), path=path, identity=identity(before))
        if before.st_size > IN_MEMORY:
            source.chunks = _chunks(path, source, follow=follow)
            return source
        content = bytearray()
        while piece := os.read(handle, _PIECE):
            content += piece
        source.content = bytes(content)
        if identity(os.fstat(handle)) != source.identity:
            source.troubles.append(_changed())
    finally:
        os.close(handle)
    return source


def _chunks(path: Path, source: Source, *, follow: bool) -> Iterator[bytes]:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW))
    try:
        while piece := os.read(handle, _PIECE):
            yield piece
        if identity(os.fstat(handle)) != source.identity:
            source.troubles.append(_changed())
    finally:
        os.close(handle)


def identity(status: os.stat_result) -> tuple[int, ...]:
    """What tells whether a file is still the one that was read: device, number, size, time of change."""
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _changed() -> Trouble:
    return Trouble(
        "it changed while it was read: what was read is kept", "add it again when nobody writes it", "add"
    )


def _name(path: str | Path) -> str:
    return shown(os.fsdecode(os.fspath(path)), 4096)


def _why(error: Exception) -> str:
    return error.strerror or type(error).__name__ if isinstance(error, OSError) else str(error)
