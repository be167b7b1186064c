"""The language between the parent and its workers: length-prefixed JSON, and raw bytes announced by it. Never pickle.

Rules:
- A frame is 4 bytes of length, big-endian, and that many bytes of JSON object. Longer than the cap is refused unread.
- A frame {"k": "bytes", "n": N} is followed by N raw bytes.
- The reader's clock is kept by who reads: `Patience` grows only with what arrived.
"""

from __future__ import annotations

import json
import select
import socket
import struct
import time
from typing import Any

RAW_CAP = 1 << 20
_LENGTH = struct.Struct(">I")


class TooSlow(Exception):
    """The other side did not answer in time."""


class Garbled(Exception):
    """The other side closed, or sent what is no frame."""


class Patience:
    """A wall clock for one answer. seconds: at first; every MiB that arrives adds a fifth of a second."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def arrived(self, size: int) -> None:
        """Count bytes that arrived."""
        self._until += size / (5 << 20)

    def pause(self, seconds: float) -> None:
        """Do not count time that the reader itself took."""
        self._until += seconds

    def left(self) -> float:
        """Seconds left. Errors: TooSlow when there are none."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TooSlow
        return left


def send(connection: socket.socket, frame: dict[str, Any], raw: bytes | None = None) -> None:
    """Send a frame, and the raw bytes that it announces."""
    body = json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    connection.sendall(_LENGTH.pack(len(body)) + body)
    if raw is not None:
        connection.sendall(raw)


def receive(connection: socket.socket, cap: int, patience: Patience | None = None) -> dict[str, Any]:
    """The next frame. cap: bytes of JSON. Errors: TooSlow, Garbled."""
    size = _LENGTH.unpack(receive_raw(connection, _LENGTH.size, patience))[0]
    if size > cap:
        raise Garbled(f"a frame of {size} bytes")
    try:
        frame = json.loads(receive_raw(connection, size, patience).decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise Garbled("no JSON") from error
    if not isinstance(frame, dict):
        raise Garbled("no object")
    return frame


def receive_raw(connection: socket.socket, size: int, patience: Patience | None = None) -> bytes:
    """Exactly `size` bytes. Errors: TooSlow, Garbled."""
    out = bytearray()
    while len(out) < size:
        if patience is not None and not select.select([connection], [], [], patience.left())[0]:
            raise TooSlow
        try:
            piece = connection.recv(min(size - len(out), 1 << 18))
        except OSError as error:
            raise Garbled("the connection broke") from error
        if not piece:
            raise Garbled("the other side is gone")
        out += piece
        if patience is not None:
            patience.arrived(len(piece))
    return bytes(out)
