"""What confronting is given: reports with their texts, claims as they stand, orders as told, happenings.

Rules:
- Claims are those in force, with amendments in place; rejected ones are left out before they come here.
- Values only; the door takes them from the casebook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testigo.claim import Claim, Span
from testigo.directive import Directive

_END = re.compile(r"(?<=[.!?。])(?<!\bNo\.)(?<!\bMr\.)(?<!\bDr\.)[”’\"']?\s+(?=[\"“‘'A-Z0-9가-힣])|\n+")


@dataclass(frozen=True, slots=True)
class Page:
    """A report. published: EDTF or None; language: ISO 639-1 or None."""

    id: int
    text: str
    title: str = ""
    publisher: str = ""
    published: str | None = None
    language: str | None = None

    def sentence(self, at: int) -> Span:
        """The sentence that holds an offset."""
        start = 0
        for found in _END.finditer(self.text):
            if found.end() > at:
                return Span(start, max(found.start(), start))
            start = found.end()
        return Span(start, max(start, len(self.text.rstrip())))

    def paragraph(self, at: int) -> Span:
        """The paragraph that holds an offset."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return Span(start, len(self.text) if end < 0 else max(end, start))

    def sentences(self) -> Iterator[Span]:
        """Every sentence, in order."""
        start = 0
        for found in _END.finditer(self.text):
            if found.start() > start:
                yield Span(start, found.start())
            start = found.end()
        if self.text[start:].strip():
            yield Span(start, len(self.text))


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim of the casebook as it stands. key: what judgements about it are kept by; judged: accept, amend, conflict or ""."""

    id: int
    report: int
    claim: Claim
    key: str = ""
    judged: str = ""


@dataclass(frozen=True, slots=True)
class ToldOrder:
    """A directive of a reading in force. id: of its row; key: what judgements are kept by; number: its place in the report."""

    id: int
    report: int
    number: int
    directive: Directive
    key: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Claims that concern one happening, as linking says or as one report tells it. first, last: ISO days or None.

    linked: whether linking made it (else the claims of one report were put together). persons: who is in it, by any key
    that is the same for the same person. least, most: independent origins, None where nobody weighed.
    """

    key: str
    claims: tuple[int, ...]
    first: str | None = None
    last: str | None = None
    linked: bool = False
    persons: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
