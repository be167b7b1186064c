"""Short texts as documents, for the tests of speakers, status and orders."""

from __future__ import annotations

from testigo.claim import Source, Span
from testigo.reading.speakers import Speakers, speakers
from testigo.reading.tokens import Document, document
from testigo.report import Block, Report


def read(text: str, *, title: bool = False, publisher: str | None = None) -> Document:
    """A document of body paragraphs; with `title` the first paragraph is one."""
    blocks: list[Block] = []
    at = 0
    for part in text.split("\n"):
        start = at + len(part) - len(part.lstrip())
        end = at + len(part.rstrip())
        if end > start:
            kind = "title" if title and not blocks else "body"
            blocks.append(Block(kind, Span(start, end)))
        at += len(part) + 1
    return document(Report(text, tuple(blocks), publisher=publisher))


def where(text: str, words: str, nth: int = 0) -> Span:
    """The place of some words in a text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def chain(text: str, words: str, *, publisher: str | None = None) -> list[tuple[str, str]]:
    """The chain of the words as (kind, name), the name being the fullest words for the source."""
    found = speakers(read(text, publisher=publisher)).chain_at(where(text, words))
    return [(source.kind, fullest(source)) for source in found]


def fullest(source: Source) -> str:
    """The fullest words for a source."""
    return source.refers_text or source.text


def heard(text: str) -> Speakers:
    """The speakers of a text."""
    return speakers(read(text))
