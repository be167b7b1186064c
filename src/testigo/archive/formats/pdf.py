"""Text of PDF files, page by page, through pypdfium2. Runs only in a one-shot worker: PDFium may abort its process.

Rules:
- `pages` holds the offset in code points at which each page's text starts.
- A line that stands first or last on three or more pages (its digits aside), or counts on every page of two, is page
  furniture; a sentence never is.
- The file's own metadata is not believed: it names programs and owners as often as authors.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator

from testigo.archive.events import Finding, Task, Trouble
from testigo.archive.formats.plain import too_long
from testigo.archive.pieces import pieces_of
from testigo.archive.text import Piece, blocks_of, report_of_blocks
from testigo.report import Report

EXTRACTOR = "pypdfium2"
VERSION = "1"
_PAGE_BREAK = "\n\n"
_MAX_PAGES = 10_000


def extract(data: bytes, task: Task) -> Iterator[Finding]:
    """The report of a PDF; a trouble where it is protected, damaged, too long, or has no text."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield _closed(str(error))
        return
    if len(document) > _MAX_PAGES:
        yield Trouble(f"it has more than {_MAX_PAGES} pages and was not read", "split it and add the parts")
        return
    texts: list[str] = []
    broken = 0
    for index in range(len(document)):
        try:
            texts.append(_page_text(document, index))
        except pypdfium2.PdfiumError:
            texts.append("")
            broken += 1
        if sum(map(len, texts[-1:])) + index > task.max_text or sum(map(len, texts)) > task.max_text:
            yield too_long(task)
            return
    if broken:
        yield Trouble(
            f"{broken} of {len(texts)} pages could not be read", "compare the text with the original"
        )
    if not any(text.strip() for text in texts):
        yield Trouble(
            "it holds no text: its pages are pictures or empty", "add a text of it made by hand or by OCR"
        )
        return
    yield _report(texts, task, pypdfium2.version.PYPDFIUM_INFO.version)


def _closed(reason: str) -> Trouble:
    if "password" in reason.lower():
        return Trouble(
            "it is password-protected", "save it without a password and add that; this original is kept"
        )
    return Trouble(
        "it is damaged: no PDF reader can open it", "ask for the file again; this original is kept"
    )


def _page_text(document: object, index: int) -> str:
    page = document[index]  # type: ignore[index]
    textpage = page.get_textpage()
    text = textpage.get_text_bounded()
    textpage.close()
    page.close()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").replace("\ufffe", "-")
    return re.sub(r"[ \t]+\n", "\n", text.encode("utf-8", "replace").decode("utf-8")).strip("\n")


def _report(texts: list[str], task: Task, version: str) -> Report:
    pages: list[int] = []
    offset = 0
    for text in texts:
        pages.append(offset)
        offset += len(text) + len(_PAGE_BREAK)
    whole = _PAGE_BREAK.join(texts)
    running = _running_lines(texts)
    spans = pieces_of(whole, lambda line: _shape(line) in running)
    pieces = tuple(Piece(s, "furniture" if _shape(s.of(whole)) in running else "") for s in spans)
    blocks, found = blocks_of(whole, pieces)
    report = report_of_blocks(whole, blocks, found, published=task.published, publisher=task.publisher)
    return dataclasses.replace(
        report,
        url=report.url or task.url,
        extractor=EXTRACTOR,
        version=f"{VERSION}+{version}",
        pages=tuple(pages),
    )


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _is_sentence(line: str) -> bool:
    return len(line) > 40 and line[-1] in '.!?”"。'


def _running_lines(texts: list[str]) -> frozenset[str]:
    """The shapes of lines that stand first or last on three pages (two, with a number in them), and of bare numbers."""
    counts: Counter[str] = Counter()
    for text in texts:
        lines = [line for line in text.split("\n") if line.strip()]
        counts.update({_shape(line) for line in lines[:1] + lines[-1:] if not _is_sentence(line.strip())})
    return frozenset(
        shape
        for shape, count in counts.items()
        if count >= 3
        or (count >= 2 and "#" in shape and len(shape) <= 60)
        or re.fullmatch(r"[-– ]*#[-– ]*", shape)
    )
