"""Text of DOCX files: paragraphs and table cells in order, headings and captions by their styles.

Rules:
- The zip inside is checked for bombs before python-docx reads it.
- Dates and authors in the file's properties say who saved it when, not who published it: they are noted, not used.
"""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator

from testigo.archive.events import Finding, Task, Trouble
from testigo.archive.formats import zips
from testigo.archive.formats.plain import too_long
from testigo.archive.text import Piece, blocks_of, report_of_blocks
from testigo.claim import Span

EXTRACTOR = "python-docx"
VERSION = "1"


def extract(data: bytes, task: Task) -> Iterator[Finding]:
    """The report of a DOCX file; a trouble where it is damaged, a bomb, or has no text."""
    refusal = zips.refusal(io.BytesIO(data), min(task.max_unpacked, 256 << 20), task.max_members)
    if refusal:
        yield refusal
        return
    try:
        lines = _lines(data)
    except (KeyError, AttributeError, SyntaxError, TypeError, *zips.DAMAGE) as error:
        yield Trouble(
            f"it is damaged: {type(error).__name__} on opening", "ask for the file again; it is kept"
        )
        return
    if sum(len(line) for line, _ in lines) > task.max_text:
        yield too_long(task)
        return
    if not lines:
        yield Trouble("it holds no text", "the original is kept")
        return
    text, pieces = joined(lines)
    blocks, found = blocks_of(text, pieces)
    report = report_of_blocks(text, blocks, found, published=task.published, publisher=task.publisher)
    yield dataclasses.replace(report, extractor=EXTRACTOR, version=VERSION, url=report.url or task.url)


def joined(lines: list[tuple[str, str]]) -> tuple[str, tuple[Piece, ...]]:
    """One text of paragraphs with an empty line between, and where each lies. lines: text and hint of each."""
    pieces: list[Piece] = []
    offset = 0
    for line, hint in lines:
        pieces.append(Piece(Span(offset, offset + len(line)), hint))
        offset += len(line) + 2
    return "\n\n".join(line for line, _ in lines), tuple(pieces)


def _lines(data: bytes) -> list[tuple[str, str]]:
    import docx
    from docx.table import Table

    document = docx.Document(io.BytesIO(data))
    out: list[tuple[str, str]] = []
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                out.extend(
                    (words, "") for words in dict.fromkeys(clean(cell.text) for cell in row.cells) if words
                )
        else:
            words = clean(item.text)
            if words:
                out.append((words, _hint(str(item.style.name or "") if item.style is not None else "")))
    return out


def clean(words: str) -> str:
    """A paragraph's words without outer white space, U+0000 and single line breaks kept apart."""
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").strip()


def _hint(style: str) -> str:
    lowered = style.lower()
    if lowered == "title":
        return "title"
    if lowered.startswith("heading"):
        return "heading"
    if lowered == "caption":
        return "caption"
    return "furniture" if lowered in ("header", "footer") else ""
