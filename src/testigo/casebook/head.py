"""The file `head`: how far the ledger had come, kept outside the database, so that a database that lost its last
commits (a damaged write-ahead log, an old copy put in its place) is noticed.

Layout: two records of 68 bytes: nonce (12), AES-256-GCM of size (8, big-endian) and root (32), with tag (16).

Rules:
- Written after each commit, the older record first in turn, in place: a torn write spoils one record at most.
- It is never ahead of the database. Two writers take turns under a lock of the file.
- Sealed: without the key it tells nothing.
"""

from __future__ import annotations

import fcntl
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from testigo.casebook import durable

_RECORD = 12 + 8 + 32 + 16


@dataclass(frozen=True, slots=True)
class Head:
    """How many entries were acknowledged, and the root of their tree."""

    size: int
    root: bytes


def make(path: Path, key: bytes) -> None:
    """Write the head of an empty ledger."""
    durable.write(path, _sealed(key, 0, Head(0, bytes(32))) + _sealed(key, 1, Head(0, bytes(32))))


def read(path: Path, key: bytes) -> tuple[Head | None, Head | None]:
    """The two records; None stands for a damaged one. Errors: OSError."""
    content = path.read_bytes()
    if len(content) != 2 * _RECORD:
        return None, None
    return _opened(key, 0, content[:_RECORD]), _opened(key, 1, content[_RECORD:])


def latest(path: Path, key: bytes) -> Head | None:
    """The record that is further on; None where both are damaged. Errors: OSError."""
    good = [record for record in read(path, key) if record is not None]
    return max(good, key=lambda record: record.size, default=None)


def advance(path: Path, key: bytes, to: Head) -> None:
    """Write a head that is further on; an older one is passed over. Errors: OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        first, second = read(path, key)
        sizes = (-1 if first is None else first.size, -1 if second is None else second.size)
        if max(sizes) < to.size:
            slot = sizes.index(min(sizes))
            os.pwrite(handle, _sealed(key, slot, to), slot * _RECORD)
            os.fsync(handle)
    finally:
        os.close(handle)


def _sealed(key: bytes, slot: int, head: Head) -> bytes:
    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(key).encrypt(nonce, head.size.to_bytes(8, "big") + head.root, b"head %d" % slot)


def _opened(key: bytes, slot: int, record: bytes) -> Head | None:
    try:
        content = AESGCM(key).decrypt(record[:12], record[12:], b"head %d" % slot)
    except InvalidTag:
        return None
    return Head(int.from_bytes(content[:8], "big"), content[8:])
