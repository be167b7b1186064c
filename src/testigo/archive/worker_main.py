"""The worker's side: give up rights, then take one task after another. Started by worker.py, never by a person."""

from __future__ import annotations

import dataclasses
import io
import os
import socket
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO, cast

from testigo import wire
from testigo.archive import frames, sandbox, sniff
from testigo.archive.events import Finding, Part, Task, Trouble
from testigo.report import Report

_TASK_CAP = 1 << 20
_LARGEST = 256 << 20
_BY_BYTES = {
    sniff.PLAIN: "plain",
    sniff.HTML: "html",
    sniff.PDF: "pdf",
    sniff.DOCX: "docx",
    sniff.MAIL: "mail",
}
_BY_FILE = {
    sniff.ZIP: ("zips", "extract"),
    sniff.WACZ: ("zips", "extract"),
    sniff.GZIP: ("zips", "extract_gzip"),
    sniff.WARC: ("warcs", "extract"),
    sniff.MBOX: ("mail", "extract_mailbox"),
}


def main(handle: int, memory_mb: int, open_files: int, cpu_seconds: int) -> None:
    """Serve tasks from the connection `handle` until it closes."""
    connection = socket.socket(fileno=handle)
    sys.setrecursionlimit(2000)
    frames.send(connection, {"k": "hello", "in_force": sandbox.enter(memory_mb, open_files)})
    while True:
        try:
            task, source = _next(connection)
        except frames.Garbled:
            return
        sandbox.spend(cpu_seconds)
        with source:
            try:
                for finding in findings(source, task):
                    _tell(connection, finding)
            except MemoryError:
                frames.send(connection, {"k": "trouble", "message": "it needs more memory than a parser may use",
                                         "hint": "the original is kept", "step": "extract"})  # fmt: skip
        frames.send(connection, {"k": "done"})


def _next(connection: socket.socket) -> tuple[Task, BinaryIO]:
    message, handles, _, _ = socket.recv_fds(connection, 1, 1)
    if not message or not handles:
        raise frames.Garbled("no task")
    task = frames.receive(connection, _TASK_CAP)
    return Task(**task), os.fdopen(handles[0], "rb")


def findings(source: BinaryIO, task: Task) -> Iterator[Finding]:
    """What the extractor of the task's media type finds. Only imports the modules that this format needs."""
    by_file = _BY_FILE.get(task.media_type)
    if by_file:
        module, name = by_file
        yield from getattr(import_module(f"testigo.archive.formats.{module}"), name)(source, task)
        return
    module = _BY_BYTES.get(task.media_type, "image")
    data = source.read(_LARGEST + 1) if module != "image" else b""
    if len(data) > _LARGEST:
        yield Trouble(
            f"it is larger than {_LARGEST >> 20} MiB and was not read", "the original is kept; split it"
        )
        return
    extract = import_module(f"testigo.archive.formats.{module}").extract
    yield from cast("Iterator[Finding]", extract(data, task))


def findings_in(data: bytes, task: Task) -> Iterator[Finding]:
    """The same for bytes in memory."""
    return findings(io.BytesIO(data), task)


def _tell(connection: socket.socket, finding: Finding) -> None:
    if isinstance(finding, Report):
        frames.send(connection, {"k": "report", "report": wire.to_json(finding)})
    elif isinstance(finding, Part):
        _tell_part(connection, finding)
    else:
        frames.send(connection, {"k": "trouble", **dataclasses.asdict(finding)})


def _tell_part(connection: socket.socket, part: Part) -> None:
    head: dict[str, Any] = {
        "k": "part",
        "name": part.name,
        "media_type": part.media_type,
        "about": part.about,
    }
    frames.send(connection, head)
    for chunk in part.chunks:
        for start in range(0, len(chunk), frames.RAW_CAP):
            piece = chunk[start : start + frames.RAW_CAP]
            frames.send(connection, {"k": "bytes", "n": len(piece)}, piece)
    frames.send(connection, {"k": "end"})
