"""E-mail: headers and body as the report's text, attachments as parts; a mailbox gives its messages as parts.

Rules:
- Subject, sender and date stand at the head of the text, as title and byline; the other headers stay in the original.
- The plain body goes before the HTML one. An HTML body is walked as a page, without its furniture rules.
- The date is the Date header's day as written there; it is the day of sending, and its basis says so.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import email.errors
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from typing import BinaryIO

from testigo.archive.decode import decode
from testigo.archive.events import Finding, Part, Task, Trouble
from testigo.archive.formats.docx import clean, joined
from testigo.archive.formats.html_walk import walk
from testigo.archive.formats.plain import too_long
from testigo.archive.pieces import pieces_of
from testigo.archive.text import blocks_of, report_of_blocks
from testigo.report import Report

EXTRACTOR = "mail"
VERSION = "1"
_FROM = re.compile(rb"^From \S.*$", re.MULTILINE)
_MAX_MESSAGE = 128 << 20


def extract(data: bytes, task: Task) -> Iterator[Finding]:
    """The message's report, then its attachments; troubles where it is damaged."""
    if len(data) > _MAX_MESSAGE:
        yield too_long(task)
        return
    try:
        message = BytesParser(policy=email.policy.default).parsebytes(data)
        bodies, attachments = _sorted_parts(message)
    except (
        RecursionError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        email.errors.MessageError,
    ) as error:
        yield Trouble(
            f"its parts cannot be told apart ({type(error).__name__})", "the original is kept whole"
        )
        return
    report = _report(message, bodies, task)
    if report is None:
        yield Trouble("the message has no words of its own", "its attachments, if any, are kept as parts")
    elif len(report.text) > task.max_text:
        yield too_long(task)
    else:
        yield report
    yield from _parts(attachments, task)


def _sorted_parts(message: EmailMessage) -> tuple[list[EmailMessage], list[EmailMessage]]:
    """The parts that hold the message's own words, and the attachments."""
    chosen = message.get_body(preferencelist=("plain", "html"))
    body = [chosen] if isinstance(chosen, EmailMessage) else []
    attachments = [
        part
        for part in message.walk()
        if isinstance(part, EmailMessage) and part not in body and _is_attachment(part, message)
    ]
    inside = {
        id(p) for part in attachments if part.get_content_type() == "message/rfc822" for p in part.walk()
    }
    return body, [p for p in attachments if id(p) not in inside or p.get_content_type() == "message/rfc822"]


def _is_attachment(part: EmailMessage, message: EmailMessage) -> bool:
    if part.get_content_maintype() == "multipart" or (
        part is message and part.get_content_maintype() == "text"
    ):
        return False
    return part.is_attachment() or bool(part.get_filename()) or part.get_content_maintype() != "text"


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = str(message.get(name, ""))
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
    ):  # known faults of the header parser
        return ""
    return clean(re.sub(r"\s+", " ", value.encode("utf-8", "replace").decode("utf-8")))[:1000]


def _day(date: str) -> str | None:
    try:
        parsed = email.utils.parsedate(date)
        return dt.date(*parsed[:3]).isoformat() if parsed and 1970 <= parsed[0] <= 2100 else None
    except (ValueError, TypeError, ArithmeticError):
        return None


def _report(message: EmailMessage, bodies: list[EmailMessage], task: Task) -> Report | None:
    subject, sender, date = (_header(message, name) for name in ("subject", "from", "date"))
    lines = [(subject, "title")] if subject else []
    lines += [
        (f"{name}: {value}", "furniture") for name, value in (("From", sender), ("Date", date)) if value
    ]
    notes: list[str] = []
    body: list[tuple[str, str]] = []
    for part in bodies:
        words, more = _body(part)
        body += words
        notes += more
    if not body and not subject:
        return None
    text, pieces = joined(lines + body)
    blocks, found = blocks_of(text, pieces)
    blocks = tuple(
        dataclasses.replace(b, kind="byline")
        if b.span.start < len("\n\n".join(w for w, _ in lines)) and b.kind == "furniture"
        else b
        for b in blocks
    )
    report = report_of_blocks(text, blocks, found, published=task.published, publisher=task.publisher)
    day = _day(date)
    if not task.published and day:
        report = dataclasses.replace(report, published=day, published_basis="mail date")
    name = email.utils.parseaddr(sender)[0] or None
    return dataclasses.replace(
        report,
        title=subject or report.title,
        byline=name or report.byline,
        extractor=EXTRACTOR,
        version=VERSION,
        notes=tuple(notes),
        url=report.url or task.url,
    )


def _body(part: EmailMessage) -> tuple[list[tuple[str, str]], list[str]]:
    payload = part.get_payload(decode=True)
    decoded = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    if part.get_content_type() == "text/html":
        page = walk(decoded.text)
        return [(p.words, "caption" if p.kind == "caption" else "") for p in page.found], list(decoded.notes)
    spans = pieces_of(decoded.text, lambda _: False)
    return [(span.of(decoded.text), "") for span in spans], list(decoded.notes)


def _parts(attachments: list[EmailMessage], task: Task) -> Iterator[Finding]:
    if len(attachments) > task.max_members:
        yield Trouble(
            f"it has {len(attachments)} attachments, more than {task.max_members}", "the original is kept"
        )
        return
    for index, part in enumerate(attachments, 1):
        kind = part.get_content_type()
        name = part.get_filename() or f"attachment {index}"
        try:
            if kind == "message/rfc822":
                inner = part.get_payload(0)
                content = inner.as_bytes(policy=email.policy.compat32) if hasattr(inner, "as_bytes") else b""
            else:
                payload = part.get_payload(decode=True)
                content = payload if isinstance(payload, bytes) else b""
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, IndexError) as error:
            yield Trouble(
                f"attachment {index} cannot be read ({type(error).__name__})", "the original is kept whole"
            )
            continue
        yield Part(name, iter((content,)), kind, (("attachment", str(index)),))


def extract_mailbox(source: BinaryIO, task: Task) -> Iterator[Finding]:
    """The messages of a mailbox, each as a part. A line "From " after an empty line starts the next."""
    count = 0
    message: list[bytes] = []
    size = 0
    blank = True
    for line in source:
        if blank and line.startswith(b"From ") and _FROM.match(line):
            if message:
                count += 1
                yield _message(message, count)
            message, size = [], 0
        elif size <= _MAX_MESSAGE:
            message.append(line[1:] if re.match(rb">+From ", line) else line)
            size += len(line)
        blank = not line.strip()
        if count >= task.max_members:
            yield Trouble(
                f"it has more than {task.max_members} messages; the first ones were taken", "split it"
            )
            return
    if message:
        yield _message(message, count + 1)


def _message(lines: list[bytes], number: int) -> Part:
    return Part(f"message {number}", iter((b"".join(lines),)), "message/rfc822", (("message", str(number)),))
