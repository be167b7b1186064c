"""Parsers of untrusted formats run here: in processes of their own, watched by a wall clock, believed only so far.

Rules:
- A worker has the limits of sandbox.py, no environment but a locale, no open file but its connection and the one
  original it works on (an anonymous memory file or the user's file, opened for reading).
- Simple formats share a worker, one original after another; PDF gets a fresh one each time, since PDFium can abort.
  A worker that was slow, died, or spoke out of turn is killed and never used again; a shared one retires after 500.
- What comes back is JSON, capped, and checked: spans inside the text, kinds of the vocabulary, dates of their form.
- A bad original costs its worker and becomes a trouble; the caller goes on.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, Self

from testigo import settings, wire
from testigo.archive import frames, sniff
from testigo.archive.events import Finding, Part, Task, Trouble
from testigo.errors import Missing
from testigo.report import Report
from testigo.vocabulary import BLOCKS

_RETIRE = 500
_START_SECONDS = 30.0
_EDTF = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?(?:/[0-9X.-]{2,12})?")
_PROGRAM = (
    "import sys,json;sys.path[:]=json.loads(sys.argv[1]);"
    "from testigo.archive.worker_main import main;main(*map(int,sys.argv[2:]))"
)


class Worker:
    """One process. Use `run` for one original at a time; `close` when done."""

    def __init__(self) -> None:
        limits = [settings.number("worker_memory_mb"), settings.number("worker_open_files")]
        self._cap = 3 * (settings.number("max_text_mb") << 20) + (1 << 20)
        self._seconds = float(settings.number("worker_seconds"))
        self.done = 0
        self._connection, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-B", "-c", _PROGRAM, json.dumps(_code_paths()), str(theirs.fileno()),
                 *map(str, limits), str(int(10 * self._seconds))],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                env={"LC_ALL": "C.UTF-8", "PATH": "/nonexistent"}, cwd="/",
                pass_fds=(theirs.fileno(),), close_fds=True, start_new_session=True,
            )  # fmt: skip
        self.in_force: dict[str, str] = self._hello()

    def _hello(self) -> dict[str, str]:
        try:
            hello = frames.receive(self._connection, 1 << 16, frames.Patience(_START_SECONDS))
        except (frames.Garbled, frames.TooSlow) as error:
            self.close()
            raise Missing(
                "no parser process can be started",
                "set TESTIGO_WORKER_MEMORY_MB higher, or reinstall testigo",
            ) from error
        return {str(k): str(v) for k, v in dict(hello.get("in_force", {})).items()}

    def run(self, handle: int, task: Task) -> Generator[Finding, None, None]:
        """What is found in the original behind the open file `handle`. Ends with a trouble when the worker fails."""
        try:
            socket.send_fds(self._connection, [b"\0"], [handle])
            frames.send(self._connection, dataclasses.asdict(task))
            yield from self._findings(frames.Patience(self._seconds))
            self.done += 1
        except frames.TooSlow:
            self.close()
            yield Trouble(
                f"its parser took longer than {self._seconds:.0f} seconds and was stopped",
                "the original is kept; raise TESTIGO_WORKER_SECONDS and add it again",
            )
        except (frames.Garbled, OSError, KeyError, TypeError, ValueError, AttributeError):
            code = self.close()
            yield Trouble(
                f"its parser failed{_why(code)}", "the original is kept; it may be damaged or made to do harm"
            )
        except GeneratorExit:
            self.close()
            raise

    def _findings(self, patience: frames.Patience) -> Iterator[Finding]:
        while True:
            frame = frames.receive(self._connection, self._cap, patience)
            kind = frame["k"]
            if kind == "done":
                return
            finding = self._finding(frame, patience)
            before = time.monotonic()
            yield finding
            patience.pause(time.monotonic() - before)
            if isinstance(finding, Part):
                for _ in finding.chunks:  # what the taker left unread
                    pass

    def _finding(self, frame: dict[str, Any], patience: frames.Patience) -> Finding:
        if frame["k"] == "report":
            return checked(wire.report_from_json(frame["report"]))
        if frame["k"] == "trouble":
            return Trouble(str(frame["message"])[:2000], str(frame["hint"])[:2000], str(frame["step"])[:40])
        if frame["k"] != "part":
            raise frames.Garbled("an unknown frame")
        about = tuple((str(name)[:40], str(value)[:8000]) for name, value in frame["about"][:20])
        kind = frame["media_type"]
        return Part(
            str(frame["name"])[:8000], self._chunks(patience), str(kind)[:200] if kind else None, about
        )

    def _chunks(self, patience: frames.Patience) -> Iterator[bytes]:
        while True:
            frame = frames.receive(self._connection, 1 << 10, patience)
            if frame["k"] == "end":
                return
            size = int(frame["n"])
            if frame["k"] != "bytes" or not 0 <= size <= frames.RAW_CAP:
                raise frames.Garbled("an unknown frame")
            piece = frames.receive_raw(self._connection, size, patience)
            before = time.monotonic()
            yield piece
            patience.pause(time.monotonic() - before)

    @property
    def alive(self) -> bool:
        """Whether it can take another original."""
        return self._connection.fileno() >= 0 and self._process.poll() is None

    def close(self) -> int:
        """Kill the process and its children, and take it away. Returns its exit code."""
        self._connection.close()
        with contextlib.suppress(ProcessLookupError):
            if self._process.poll() is None:
                os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.wait()


def _why(code: int) -> str:
    if code in (0, -signal.SIGKILL):
        return ""
    return f" (signal {-code})" if code < 0 else f" (exit code {code})"


def _code_paths() -> list[str]:
    return [path for path in sys.path if path and Path(path).is_dir()]


def checked(report: Report) -> Report:
    """The report, if it holds together. Errors: ValueError where a worker's answer does not."""
    size, end = len(report.text), 0
    for block in report.blocks:
        if block.kind not in BLOCKS or block.span.start < end or block.span.end > size:
            raise ValueError("blocks out of order")
        end = block.span.end
    if any(not 0 <= page <= size for page in report.pages) or list(report.pages) != sorted(report.pages):
        raise ValueError("pages out of order")
    if report.published is not None and not _EDTF.fullmatch(report.published):
        raise ValueError("no date")
    strings = {
        field.name: value.encode("utf-8", "replace").decode("utf-8")
        for field in dataclasses.fields(report)
        if isinstance(value := getattr(report, field.name), str) and not value.isascii()
    }
    return dataclasses.replace(report, **strings)  # type: ignore[arg-type]


@contextlib.contextmanager
def in_memory(data: bytes) -> Iterator[int]:
    """An open file, only in memory, that holds the bytes: what a worker gets. Nothing touches the disk."""
    handle = os.memfd_create("original", os.MFD_CLOEXEC)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.lseek(handle, 0, os.SEEK_SET)
        yield handle
    finally:
        os.close(handle)


class Pool:
    """Workers that stand ready. Safe to use from several threads; each `run` holds one worker until it ends."""

    def __init__(self) -> None:
        self._ready: list[Worker] = []
        self._lock = threading.Lock()
        self.in_force: dict[str, str] = {}

    def run(self, handle: int, task: Task) -> Generator[Finding, None, None]:
        """What is found in the original behind the open file `handle`."""
        worker = self._take(fresh=task.media_type in sniff.ONE_SHOT)
        try:
            yield from worker.run(handle, task)
        finally:
            self._give_back(worker, fresh=task.media_type in sniff.ONE_SHOT)

    def run_bytes(self, data: bytes, task: Task) -> tuple[Finding, ...]:
        """The same for bytes in memory, all at once. Parts are left unread."""
        with in_memory(data) as handle:
            return tuple(finding for finding in self.run(handle, task) if not isinstance(finding, Part))

    def _take(self, *, fresh: bool) -> Worker:
        with self._lock:
            while self._ready and not fresh:
                worker = self._ready.pop()
                if worker.alive and worker.done < _RETIRE:
                    return worker
                worker.close()
        worker = Worker()
        self.in_force = worker.in_force
        return worker

    def _give_back(self, worker: Worker, *, fresh: bool) -> None:
        if fresh or not worker.alive:
            worker.close()
            return
        with self._lock:
            self._ready.append(worker)

    def close(self) -> None:
        """End all workers that stand ready."""
        with self._lock:
            for worker in self._ready:
                worker.close()
            self._ready.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
