"""Small documents for tests of the reader's parts."""

from __future__ import annotations

from testigo import read
from testigo.claim import Span
from testigo.reading.tokens import Document, document
from testigo.report import Block, Report

LEAD = "The authorities told the residents of the town on Monday that the market would open again. "  # one short sentence may be in any language


def doc(text: str, published: str | None = None) -> Document:
    """The text as one body paragraph of a report published on a date."""
    return document(Report(text, (Block("body", Span(0, len(text))),), published=published))


def span(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    at = text.index(words)
    return Span(at, at + len(words))


def slot(text: str, act: str, name: str) -> list[str]:
    """The fillers of a slot of the last claim with an act, in a text behind a plain first sentence."""
    found = [c for c in read(LEAD + text, "2024-12-20").claims if c.act == act]
    assert found, text
    return [filler.text for filler in getattr(found[-1], name)]
