"""One text of one original: what was written, by whom, when, and which parts of it are no reporting.

Rules:
- `text` is never changed after extraction; every offset in Testigo counts its code points.
- Blocks lie in order, do not overlap, and between them stand only line breaks and white space.
- What cannot be known stays None. A date of publication is never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.claim import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or piece of page furniture. kind: an id of vocabulary.BLOCKS. rule: what told it apart."""

    kind: str
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as extracted. published: EDTF; language: ISO 639-1 or None; extractor and version: what made the text.

    page: for each page of a paged original the offset at which it starts (PDF), else empty.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str | None = None
    url: str | None = None
    extractor: str = ""
    version: str = ""
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    def readable(self) -> tuple[Block, ...]:
        """The blocks that hold reporting (title, headings and body), in order."""
        return tuple(b for b in self.blocks if b.kind in ("title", "heading", "body"))
