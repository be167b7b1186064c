"""Plain text in any common encoding."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from testigo.archive.decode import decode
from testigo.archive.events import Finding, Task, Trouble
from testigo.archive.text import report_of_text


def extract(data: bytes, task: Task) -> Iterator[Finding]:
    """The report of a plain text, or a trouble where it is longer than the limit or empty."""
    if len(data) > 4 * task.max_text:
        yield too_long(task)
        return
    decoded = decode(data, task.charset)
    if not decoded.text.strip():
        yield Trouble("it holds no text", "the original is kept")
        return
    if len(decoded.text.encode("utf-8", "surrogatepass")) > task.max_text:
        yield too_long(task)
        return
    report = report_of_text(decoded.text, published=task.published, publisher=task.publisher)
    yield dataclasses.replace(report, notes=decoded.notes, url=report.url or task.url)


def too_long(task: Task) -> Trouble:
    """The trouble of a text longer than the limit."""
    return Trouble(
        f"its text is longer than {task.max_text >> 20} MiB and was not taken; the original is kept",
        "raise TESTIGO_MAX_TEXT_MB and add it again, or split it",
    )
