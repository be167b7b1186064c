"""The store of sealed originals: written durably in batches, the same bytes once, named so that names tell nothing.

Layout below the store's directory:
    xx/NAME      a sealed object; NAME is HMAC-SHA256 of the original's SHA-256 under the casebook's name key, in hex
    incoming/    objects being written; nothing there was ever acknowledged
    pending      the names of a batch between its writing and its database commit
    lock         held by the one process that writes

Order of a batch, and why nothing half-done survives a crash or power cut at any point:
    1. under the lock, write every object to incoming/, and the list of their names to incoming/, renamed to `pending`
    2. sync                      -> bytes and list are on the disk before any final name exists
    3. rename each to xx/NAME    -> a final name never stands on bytes that are not on the disk
    4. sync                      -> the names are on the disk before the database can mention them
    5. the caller commits the database (its own durability), then `pending` is removed, then the lock is let go
A crash before 5 leaves objects that no row names: the next writer takes the lock, finds `pending`, and removes those of
its names that the database does not know. One after the commit leaves `pending` with known names only: nothing is
removed. Objects that neither a row nor `pending` names are never removed by themselves (the database may be an old
copy); `verify` lists them.

Rules:
- An object is only skipped as "already there" when the database knows it and its file has the right size.
- Reading gives bytes only after the whole object authenticated; `copy_out` renames at the verified end.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from testigo.archive import durable, seal
from testigo.errors import Broken

_NAME_LENGTH = 64
_SMALL = seal.CHUNK - (seal.CHUNK >> 3)  # pads to at most one chunk


def _is_name(name: str) -> bool:
    return len(name) == _NAME_LENGTH and set(name) <= set("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Stored:
    """Where an original's bytes are. sha256: 32 bytes; size in bytes; name: of the object; new: written just now."""

    sha256: bytes
    size: int
    name: str
    new: bool


class ObjectStore:
    """Sealed objects of one casebook. seal_key, name_key: 32 bytes each, opened from the casebook's keys."""

    def __init__(self, directory: Path, seal_key: bytes, name_key: bytes) -> None:
        self.directory = directory
        self._top = os.fspath(directory)
        self._wrap = AESGCM(seal_key)
        self._name_key = name_key

    def name_of(self, sha256: bytes) -> str:
        """The object's name for an original's SHA-256: 64 hex digits that nobody can make without the key."""
        return hmac.digest(self._name_key, sha256, "sha256").hex()

    def path_of(self, name: str) -> Path:
        """Where the object of that name lies. Errors: ValueError for what is no object name."""
        if not _is_name(name):
            raise ValueError("not an object name")
        return self.directory / name[:2] / name

    def has(self, name: str, size: int) -> bool:
        """Whether the object is there with the size on disk that an original of `size` bytes has."""
        try:
            return self.path_of(name).stat().st_size == seal.sealed_size(size)
        except OSError:
            return False

    def chunks(self, name: str) -> Iterator[memoryview]:
        """The original's bytes; use nothing of them before the iterator has ended. Errors: Broken."""
        handle = self._opened(name)
        try:
            size = os.fstat(handle).st_size
            if size <= seal.SHORT:
                yield seal.opened_short(os.read(handle, size + 1), name, self._wrap)
            else:
                with os.fdopen(handle, "rb", buffering=0, closefd=False) as source:
                    yield from seal.opened(source, name, self._wrap)
        except OSError as error:
            raise durable.plain_error(error, "a preserved original cannot be read") from error
        finally:
            os.close(handle)

    def _opened(self, name: str) -> int:
        try:
            if not _is_name(name):
                raise Broken(
                    "a preserved original has no name that an object can have", "run `testigo verify`"
                )
            path = f"{self._top}/{name[:2]}/{name}"  # pathlib costs a tenth of checking a small original
            return os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
        except FileNotFoundError as error:
            raise Broken("a preserved original is missing", "restore the casebook from a backup") from error
        except OSError as error:
            raise durable.plain_error(error, "a preserved original cannot be read") from error

    def digest(self, name: str) -> tuple[bytes, int]:
        """SHA-256 and size of the original under that name, every byte authenticated. Errors: Broken."""
        digest, size = hashlib.sha256(), 0
        for chunk in self.chunks(name):
            digest.update(chunk)
            size += len(chunk)
        return digest.digest(), size

    def read(self, name: str, sha256: bytes, limit: int) -> bytes:
        """The original's bytes, at most `limit`. Errors: Broken where they are not those of the SHA-256; ValueError."""
        out = bytearray()
        for chunk in self.chunks(name):
            if len(out) + len(chunk) > limit:
                raise ValueError(f"the original is larger than {limit} bytes")
            out += chunk
        if not hmac.compare_digest(hashlib.sha256(out).digest(), sha256):
            raise Broken("a preserved original is not the one its row names", "run `testigo verify`")
        return bytes(out)

    def copy_out(self, name: str, sha256: bytes, target: Path) -> None:
        """Write the original to a new file. It appears under its name only at the verified end. Errors: Broken."""
        partial = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.part")
        digest = hashlib.sha256()
        try:
            with _Partial(partial) as out:
                for chunk in self.chunks(name):
                    digest.update(chunk)
                    out.write(bytes(chunk))
            if not hmac.compare_digest(digest.digest(), sha256):
                raise Broken("a preserved original is not the one its row names", "run `testigo verify`")
            partial.replace(target)
        except _DiskError as error:
            raise durable.plain_error(error.error, f"cannot write {target}") from error.error
        finally:
            partial.unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """The names of all objects on the disk, in no order; files of other names are given as they are."""
        for shard in self.directory.iterdir() if self.directory.exists() else ():
            if shard.is_dir() and shard.name != "incoming":
                yield from (entry.name for entry in os.scandir(shard))

    @contextlib.contextmanager
    def batch(self, known: Callable[[str], bool]) -> Iterator[Batch]:
        """Write originals under the lock. known: whether the database has a row for an object's name.

        Inside: `put` or `put_stream`, then `publish`, then commit the database. Leaving without an error means the
        rows are committed; leaving with one takes back what the database does not know.
        """
        try:
            (self.directory / "incoming").mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise durable.plain_error(error, f"cannot write in {self.directory}") from error
        with durable.locked(self.directory / "lock"):
            self._recover(known)
            batch = Batch(self, self._wrap, known)
            committed = False
            try:
                yield batch
                committed = True
            finally:
                if committed:
                    (self.directory / "pending").unlink(missing_ok=True)
                    self._clear_incoming()
                else:
                    self._recover(known)

    def clear_leftovers(self, known: Callable[[str], bool]) -> None:
        """Remove what a killed writer left unacknowledged. Errors: OSError, Conflict where somebody is writing."""
        if self.directory.exists():
            with durable.locked(self.directory / "lock"):
                self._recover(known)

    def underway(self) -> frozenset[str]:
        """The names of a batch between its writing and its commit: somebody is adding now, or was killed in it."""
        try:
            return frozenset((self.directory / "pending").read_text("ascii", "replace").split())
        except FileNotFoundError:
            return frozenset()

    def _recover(self, known: Callable[[str], bool]) -> None:
        """Remove what a writer that is no more left behind. Only under the lock."""
        pending = self.directory / "pending"
        if pending.exists():
            for name in pending.read_text("ascii", "replace").split():
                if _is_name(name) and not known(name):
                    self.path_of(name).unlink(missing_ok=True)
            pending.unlink()
        self._clear_incoming()

    def _clear_incoming(self) -> None:
        incoming = self.directory / "incoming"
        if incoming.exists():
            for leftover in incoming.iterdir():
                leftover.unlink()


class Batch:
    """Originals on their way into the store. Made by ObjectStore.batch."""

    def __init__(self, store: ObjectStore, wrap: AESGCM, known: Callable[[str], bool]) -> None:
        self._store = store
        self._wrap = wrap
        self._known = known
        self._incoming = store.directory / "incoming"
        self._written: dict[str, Path] = {}

    def put(self, content: bytes) -> Stored:
        """Take an original that is in memory. Errors: TestigoError when the disk is full."""
        sha256 = hashlib.sha256(content).digest()
        name = self._store.name_of(sha256)
        if self._there(name, len(content)):
            return Stored(sha256, len(content), name, new=False)
        if len(content) > _SMALL:
            return self.put_stream((content,))
        partial = self._incoming / secrets.token_hex(8)
        try:
            with _Partial(partial) as out:
                out.write(seal.sealed_bytes(content, name, self._wrap))
        except _DiskError as error:
            raise durable.plain_error(error.error, "an original cannot be written") from error.error
        self._written[name] = partial
        return Stored(sha256, len(content), name, new=True)

    def put_stream(self, pieces: Iterable[bytes | memoryview]) -> Stored:
        """Take an original of any size, piece by piece, in constant memory. Errors: as `put`; OSError of the source."""
        partial = self._incoming / secrets.token_hex(8)
        try:
            with _Partial(partial) as out:
                sealer = seal.Sealer(out, self._wrap)
                for piece in pieces:
                    sealer.write(piece)
                name = self._store.name_of(sealer.digest())
                if self._there(name, sealer.size):
                    partial.unlink()
                    return Stored(sealer.digest(), sealer.size, name, new=False)
                sealer.finish(name)
        except _DiskError as error:
            raise durable.plain_error(error.error, "an original cannot be written") from error.error
        self._written[name] = partial
        return Stored(sealer.digest(), sealer.size, name, new=True)

    def _there(self, name: str, size: int) -> bool:
        return name in self._written or (self._store.has(name, size) and self._known(name))

    def publish(self) -> None:
        """Make all originals of the batch durable under their names. Only after it may the database mention them."""
        if not self._written:
            return
        try:
            self._publish()
        except OSError as error:
            raise durable.plain_error(error, "the batch cannot be put in its place") from error

    def _publish(self) -> None:
        top = self._store.directory
        partial, pending = self._incoming / "pending", top / "pending"
        partial.write_text("\n".join(self._written), "ascii")
        partial.replace(pending)
        durable.sync_all(top, [*self._written.values(), pending], [top])
        shards = {self._store.path_of(name).parent for name in self._written}
        for shard in shards:
            shard.mkdir(mode=0o700, exist_ok=True)
        for name, written in self._written.items():
            written.replace(self._store.path_of(name))
        durable.sync_all(top, (), [*shards, top])
        self._written.clear()


class _DiskError(Exception):
    """An error of the store's own disk, told apart from one of the source that is being read."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


class _Partial:
    """A new file below incoming/. A write takes all of the bytes or raises _DiskError."""

    def __init__(self, path: Path) -> None:
        self._handle = _new_handle(path)

    def write(self, data: bytes) -> int:
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._handle, view) :]
        except OSError as error:
            raise _DiskError(error) from error
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        try:
            return os.lseek(self._handle, offset, whence)
        except OSError as error:
            raise _DiskError(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)


def _new_handle(path: Path) -> int:
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise _DiskError(error) from error
