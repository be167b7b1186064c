"""Small documents for tests of the reader's parts."""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.tokens import Document, document
from testigo.report import Block, Report


def doc(text: str, published: str | None = None) -> Document:
    """The text as one body paragraph of a report published on a date."""
    return document(Report(text, (Block("body", Span(0, len(text))),), published=published))


def span(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    at = text.index(words)
    return Span(at, at + len(words))
