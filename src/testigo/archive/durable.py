"""What makes written files survive a power cut, and one writer at a time.

Rules:
- `sync_all` returns only after everything in the directory's file system is on the disk: syncfs where there is one,
  else fsync of each file and directory. A failed sync is final: after it the kernel may have dropped the data, so
  nothing is tried again (the error goes up and the batch was never acknowledged).
- `locked` is an advisory lock of the operating system: it ends with its process, so a killed one leaves none behind.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from testigo.errors import Broken, Conflict, TestigoError

_FEW = 8
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_PATIENCE = 600.0  # seconds to wait for another process that is adding


def _syncfs() -> object:
    try:
        return ctypes.CDLL(None, use_errno=True).syncfs
    except (AttributeError, OSError):
        return None


def sync_all(directory: Path, files: Iterable[Path], directories: Iterable[Path]) -> None:
    """Put files and directory entries on the disk. files, directories: what was written, used where that is cheaper."""
    paths = [*files, *directories]
    call = _syncfs() if len(paths) > _FEW else None
    try:
        if call is not None:
            _sync_file_system(directory, call)
            return
        for path in paths:
            _sync_one(path)
    except OSError as error:
        raise plain_error(error, "the disk did not confirm what was written") from error


def _sync_file_system(directory: Path, call: object) -> None:
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if call(handle) != 0:  # type: ignore[operator]
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
    finally:
        os.close(handle)


def _sync_one(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def plain_error(error: OSError, what: str) -> TestigoError:
    """The error of ours for an error of the disk. what: what could not be done."""
    if error.errno in _FULL:
        return TestigoError(
            "the disk is full: nothing of this batch was added",
            "free some space and add again; what was acknowledged before is safe",
        )
    if error.errno == errno.EIO:
        return Broken(f"{what}: the disk reports an error", "stop using this disk; restore from a backup")
    return TestigoError(
        f"{what}: {error.strerror or error}", "nothing of this batch was added; mend it and add again"
    )


@contextlib.contextmanager
def locked(path: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock file. patience: seconds to wait for another process. Errors: Conflict when it takes longer."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise plain_error(error, f"cannot write in {path.parent}") from error
    try:
        _wait_for(handle, time.monotonic() + patience)
        yield
    finally:
        os.close(handle)  # closing lets the lock go


def _wait_for(handle: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > until:
                raise Conflict(
                    "another process is adding to this casebook", "wait until it is done, then add again"
                ) from error
            time.sleep(0.02)
        else:
            return
