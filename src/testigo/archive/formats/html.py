"""Text of HTML pages: everything a reader of the page sees, in reading order, told apart by the page's own structure.

Rules:
- The page is walked by the standard library's tokeniser, without recursion, so depth cannot hurt.
- What is the report is decided by trafilatura (one wrapper, html_main.py) and by the page's <article>; a paragraph that
  either takes for the report stays readable. Captions and furniture stay in the text, as blocks of their kind.
- A date of publication comes from, in this order: JSON-LD, meta elements, <time> in the head of the report, the written
  byline. Its basis is named. Dates in addresses, footers and lists are never used.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from testigo.archive.decode import decode
from testigo.archive.events import Finding, Task, Trouble
from testigo.archive.formats import html_main
from testigo.archive.formats.docx import joined
from testigo.archive.formats.html_meta import About, about_page
from testigo.archive.formats.html_walk import Found, charset_of, walk
from testigo.archive.formats.plain import too_long
from testigo.archive.furniture import says
from testigo.archive.text import blocks_of, report_of_blocks
from testigo.report import Report

EXTRACTOR = "html"
VERSION = "1"
_MAX_PAGE = 64 << 20
_TITLE_MARKS = re.compile(r"\s+(?:[|–—·•»-]|::?)\s+")


def extract(data: bytes, task: Task) -> Iterator[Finding]:
    """The report of an HTML page; a trouble where it has no text or is too long."""
    if len(data) > min(_MAX_PAGE, 4 * task.max_text):
        yield too_long(task)
        return
    decoded = decode(data, task.charset or charset_of(data))
    page = walk(decoded.text)
    if not page.found:
        yield Trouble(
            "the page holds no text", "it may be written by scripts: save it from a browser, or as PDF"
        )
        return
    yield report_of_page(decoded.text, page.found, about_page(page), task, decoded.notes + page.notes)


def report_of_page(
    source: str, found: tuple[Found, ...], about: About, task: Task, notes: tuple[str, ...]
) -> Report:
    """The report of a walked page. source: the page as text; about: what its head says of it."""
    main = html_main.main_text(source, too_deep=any("deep" in note for note in notes))
    hints = _hints(found, main, about.title)
    text, pieces = joined([(piece.words, hint) for piece, hint in zip(found, hints, strict=True)])
    blocks, written = blocks_of(text, pieces)
    report = report_of_blocks(text, blocks, written, published=task.published, publisher=task.publisher)
    published, basis = report.published, report.published_basis
    if not task.published and about.published:
        published, basis = about.published, about.published_basis
    return dataclasses.replace(
        report,
        title=report.title if any(b.kind == "title" for b in blocks) else about.title or report.title,
        byline=about.author or report.byline,
        publisher=task.publisher or about.publisher or report.publisher,
        published=published,
        published_basis=basis,
        language=about.language or report.language,
        url=task.url or about.url,
        extractor=EXTRACTOR,
        version=f"{VERSION}+trafilatura-{html_main.version()}",
        notes=notes,
    )


def _key(words: str) -> str:
    return "".join(c for c in words if c.isalnum()).lower()


def _hints(found: tuple[Found, ...], main: str, title: str | None) -> list[str]:
    """The kind of each piece as far as the page tells, "main" for the report's paragraphs."""
    report = _key(main)
    hints = [_hint(piece, report) for piece in found]
    heads = [i for i, piece in enumerate(found) if piece.kind == "h1" and hints[i] != "furniture"]
    named = [i for i in heads if title and _key(found[i].words) in _key(title)]
    if not heads:
        heads = named = _named_by_title(found, hints, title or "")
    for i in heads:
        hints[i] = "title" if i == (named or heads)[0] else "heading"
    if (
        "main" not in hints
    ):  # neither knows: what reads like a paragraph and lies in no furniture is left to its words
        return [
            "" if hint == "furniture" and len(piece.words) > 200 else hint
            for hint, piece in zip(hints, found, strict=True)
        ]
    first, last = hints.index("main"), len(hints) - 1 - hints[::-1].index("main")
    start = min((i for i, hint in enumerate(hints) if hint == "title"), default=first)
    return [
        _settled(piece, hint, inside=first <= i <= last, near=min(start, first) <= i <= last)
        for i, (piece, hint) in enumerate(zip(found, hints, strict=True))
    ]


def _settled(piece: Found, hint: str, *, inside: bool, near: bool) -> str:
    """The kind of a piece when it is known where the report begins and ends. inside, near: of the report, of its head too."""
    if hint == "" and not near and not piece.article:
        return "furniture"
    if hint == "furniture" and inside and not piece.linked and len(piece.words) >= 80 and says(piece.words):
        return "main"  # a class of the page called it furniture, but it stands in the report and reports
    return hint


def _named_by_title(found: tuple[Found, ...], hints: list[str], title: str) -> list[int]:
    """The first piece that is one of the parts of the page's <title>, the longest part first."""
    parts = sorted((_key(part) for part in _TITLE_MARKS.split(title)), key=len, reverse=True)
    for part in parts:
        for i, piece in enumerate(found):
            if len(part) >= 12 and _key(piece.words) == part and hints[i] in ("", "main", "heading"):
                return [i]
    return []


def _hint(piece: Found, report: str) -> str:
    if piece.kind == "caption":
        return "caption"
    if piece.linked and piece.kind == "" and len(piece.words) < 120 and piece.words[-1] not in '.!?”"':
        return "furniture"
    key = _key(piece.words)
    if len(key) >= 24 and key in report:
        return "heading" if piece.kind == "heading" else "main"
    if piece.kind == "byline" and not piece.furniture and len(piece.words) <= 200:
        return "byline"
    if piece.furniture:
        return "furniture"
    if piece.kind in ("heading", "h1"):
        return "heading" if piece.article or (key and key in report) else ""
    return "main" if piece.article and len(piece.words) >= 80 else ""
