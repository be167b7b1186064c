"""One original, sealed: AES-256-GCM in chunks, under a key of its own.

Form of a sealed object:
    8 bytes   mark and version, "TSTGOBJ" 1
    12 + 48   nonce and wrapped object key (AES-256-GCM under the casebook's seal key, bound to the object's name)
    chunks    of 1 MiB of padded content each, plus 16 bytes of tag; the last one may be shorter
Padded content is the original's bytes, then zeros, then its length as 8 bytes, big-endian; its size is a Padmé size
(few distinct sizes, at most 12 % more, and never under 256 bytes), so that sizes tell little.
After Nikitin et al., Reducing Metadata Leakage from Encrypted Files and Communication with PURBs, 2019.

Rules:
- Nonce of a chunk: its number (11 bytes, big-endian) and one byte, 1 for the last and else 0. So chunks cannot be
  dropped, doubled, reordered or cut off. The key is fresh for each object, so a nonce never repeats.
- The mark is bound into every chunk and the object's name into the wrapped key: an object under another's name fails.
- Reading checks every byte, the padding included. Memory is constant: two chunks.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from testigo.errors import Broken

CHUNK = 1 << 20
TAG = 16
_MARK = b"TSTGOBJ\x01"
_HEADER = len(_MARK) + 12 + 32 + TAG
SHORT = _HEADER + CHUNK + TAG  # a sealed object of at most so many bytes is one chunk
_ZEROS = bytes(CHUNK)
_WRAP = b"testigo object key 1:"


def padded_size(size: int) -> int:
    """The Padmé size for a content of `size` bytes and its 8 bytes of length: at most 12 % more, at least 256."""
    whole = max(size + 8, 256)
    exponent = whole.bit_length() - 1
    low_bits = exponent - exponent.bit_length()
    mask = (1 << low_bits) - 1
    return (whole + mask) & ~mask


def sealed_size(size: int) -> int:
    """How many bytes the sealed object of `size` bytes of content has on disk."""
    padded = padded_size(size)
    return _HEADER + padded + TAG * -(-padded // CHUNK)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


class Target(Protocol):
    """What a sealer writes to: `write` takes all of the bytes or raises."""

    def write(self, data: bytes, /) -> object:
        """Take all of the bytes."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place, as files do."""


class Sealer:
    """Seals one original while it streams by. Call `write` with pieces of any size, then `finish` once.

    The header is reserved first and filled by `finish`, when the digest, and so the object's name, is known.
    """

    def __init__(self, target: Target, wrap: AESGCM) -> None:
        self._target = target
        self._wrap = wrap
        self._key = AESGCM.generate_key(256)
        self._chunks = AESGCM(self._key)
        self._bound = _MARK
        self._pending = bytearray()
        self._number = 0
        self._digest = hashlib.sha256()
        self.size = 0
        target.write(bytes(_HEADER))

    def write(self, piece: bytes | memoryview) -> None:
        """Take the next bytes of the original."""
        self._digest.update(piece)
        self.size += len(piece)
        self._take(piece)

    def _take(self, piece: bytes | memoryview) -> None:
        view = memoryview(piece)
        while view:
            if len(self._pending) == CHUNK:  # more is coming, so this is not the last chunk
                self._put(bytes(self._pending), last=False)
                self._pending.clear()
            step = CHUNK - len(self._pending)
            self._pending += view[:step]
            view = view[step:]

    def _put(self, chunk: bytes, *, last: bool) -> None:
        self._target.write(self._chunks.encrypt(_nonce(self._number, last=last), chunk, self._bound))
        self._number += 1

    def digest(self) -> bytes:
        """SHA-256 of what was written so far, 32 bytes."""
        return self._digest.digest()

    def finish(self, name: str) -> None:
        """Pad, seal the last chunk and write the header for the object's name. The target is left at its end."""
        zeros = padded_size(self.size) - self.size - 8
        while zeros:
            step = min(zeros, CHUNK)
            self._take(memoryview(_ZEROS)[:step])
            zeros -= step
        self._take(self.size.to_bytes(8, "big"))
        self._put(bytes(self._pending), last=True)
        self._pending.clear()
        nonce = os.urandom(12)
        self._target.seek(0)
        self._target.write(_MARK + nonce + self._wrap.encrypt(nonce, self._key, _WRAP + name.encode()))
        self._target.seek(0, os.SEEK_END)


def sealed_bytes(content: bytes, name: str, wrap: AESGCM) -> bytes:
    """The sealed object of a small original, at most one chunk when padded, in one piece. ValueError if larger."""
    padded = padded_size(len(content))
    if padded > CHUNK:
        raise ValueError(f"{len(content)} bytes are more than one chunk")
    key = AESGCM.generate_key(256)
    nonce = os.urandom(12)
    whole = content + bytes(padded - len(content) - 8) + len(content).to_bytes(8, "big")
    wrapped = wrap.encrypt(nonce, key, _WRAP + name.encode())
    return _MARK + nonce + wrapped + AESGCM(key).encrypt(_nonce(0, last=True), whole, _MARK)


def _damaged(why: str) -> Broken:
    return Broken(f"a preserved original is damaged: {why}", "run `testigo verify`; restore it from a backup")


def _object_key(header: bytes, name: str, wrap: AESGCM) -> AESGCM:
    if len(header) < _HEADER or not header.startswith(_MARK):
        raise _damaged("its header is cut off or of another kind")
    nonce, wrapped = header[len(_MARK) : len(_MARK) + 12], header[len(_MARK) + 12 :]
    try:
        return AESGCM(wrap.decrypt(nonce, wrapped, _WRAP + name.encode()))
    except InvalidTag as error:
        raise _damaged("its key does not open under its name") from error


def opened(source: BinaryIO, name: str, wrap: AESGCM) -> Iterator[memoryview]:
    """The original's bytes, chunk by chunk, each authenticated. source: unbuffered; wrap: AES-GCM of the seal key.

    Only when the iterator ends without an error is the whole original true: use nothing before that. Errors: Broken.
    """
    whole = os.fstat(source.fileno()).st_size - _HEADER
    head = source.read(min(whole, CHUNK + TAG) + _HEADER)
    key = _object_key(head[:_HEADER], name, wrap)
    if whole == len(head) - _HEADER:
        yield _content_of_last(_open_chunk(key, head[_HEADER:], 0, last=True), 0)
        return
    yield from _opened_long(source, key, whole)


def opened_short(sealed: bytes, name: str, wrap: AESGCM) -> memoryview:
    """The original's bytes of a sealed object of one chunk, read whole. Errors: Broken."""
    key = _object_key(sealed[:_HEADER], name, wrap)
    return _content_of_last(_open_chunk(key, sealed[_HEADER:], 0, last=True), 0)


def _opened_long(source: BinaryIO, key: AESGCM, whole: int) -> Iterator[memoryview]:
    chunks = -(-whole // (CHUNK + TAG))
    source.seek(_HEADER + (chunks - 1) * (CHUNK + TAG))
    final = _open_chunk(key, _exactly(source, whole - (chunks - 1) * (CHUNK + TAG)), chunks - 1, last=True)
    before = (chunks - 1) * CHUNK
    left = _true_size(final, before)
    source.seek(_HEADER)
    for number in range(chunks - 1):
        plain = memoryview(_open_chunk(key, _exactly(source, CHUNK + TAG), number, last=False))
        content = min(left, CHUNK)
        if content < CHUNK and plain[content:] != _ZEROS[content:]:
            raise _damaged("its padding is not empty")
        left -= content
        if content:
            yield plain[:content]
    yield _content_of_last(final, before)


def _exactly(source: BinaryIO, size: int) -> bytes:
    """The next `size` bytes: an unbuffered read may give fewer at a time. Errors: Broken at the end of the file."""
    out = source.read(size)
    while len(out) < size:
        more = source.read(size - len(out))
        if not more:
            raise _damaged("it is cut off")
        out += more
    return out


def _open_chunk(key: AESGCM, sealed: bytes, number: int, *, last: bool) -> bytes:
    try:
        return key.decrypt(_nonce(number, last=last), sealed, _MARK)
    except (InvalidTag, ValueError) as error:
        raise _damaged(f"chunk {number} does not authenticate") from error


def _true_size(final: bytes, before: int) -> int:
    """The length of the original, from the last chunk. before: padded bytes in the chunks before it."""
    size = int.from_bytes(final[-8:], "big")
    if len(final) < 8 or padded_size(size) != before + len(final):
        raise _damaged("its length does not fit its size")
    return size


def _content_of_last(final: bytes, before: int) -> memoryview:
    content = max(_true_size(final, before) - before, 0)
    view = memoryview(final)
    if view[content:-8] != _ZEROS[: len(final) - 8 - content]:
        raise _damaged("its padding is not empty")
    return view[:content]
