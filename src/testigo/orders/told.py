"""What confronting is given: reports with their texts, claims as they stand, orders as told, happenings.

Rules:
- Claims are those in force, with amendments in place; rejected ones are left out before they come here.
- Values only; the door takes them from the casebook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from testigo.claim import Claim, Span
from testigo.directive import Clause, Directive

_END = re.compile(r"(?<=[.!?。])(?<!\bNo\.)(?<!\bMr\.)(?<!\bDr\.)[”’\"']?\s+(?=[\"“‘'A-Z0-9가-힣])|\n+")


ADDED = 100_000
"""From here the numbers of clauses that people added begin: more than any order has as read."""
PERSON = "person"
"""The rule of what a person wrote: it stands as it is, and nothing is guessed beyond it."""


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
    """A directive as people left it. id: of its row; key: what judgements are kept by; number: its place in the report.

    numbers: of its clauses, as judgements know them, where they are not 0, 1, 2; settled: the parts that a person wrote, of
    which nothing is guessed where they are empty.
    """

    id: int
    report: int
    number: int
    directive: Directive
    key: str = ""
    numbers: tuple[int, ...] = ()
    settled: frozenset[str] = frozenset()

    def clauses(self) -> Iterator[tuple[int, Clause]]:
        """Its clauses with their numbers."""
        return zip(self.numbers or range(len(self.directive.clauses)), self.directive.clauses, strict=True)


def numbers_of(read: Directive, now: Directive) -> tuple[int, ...]:
    """The numbers of clauses as people left them: that of the clause as read, wherever others were taken out.

    A clause that a person added has ADDED and the place of its words, so that it keeps its number whatever comes and goes.
    """
    found: dict[int, int] = {}
    free = list(range(len(read.clauses)))
    for fits in (_is_same, _has_form, _has_words, _has_some_words):
        for place, clause in enumerate(now.clauses):
            known = next((n for n in free if place not in found and fits(read.clauses[n], clause)), None)
            if known is not None:
                found[place] = known
                free.remove(known)
    taken = set(found.values())
    for place, clause in enumerate(now.clauses):
        if place not in found:
            number = ADDED + clause.span.start
            found[place] = next(n for n in count(number) if n not in taken)
            taken.add(found[place])
    return tuple(found[place] for place in range(len(now.clauses)))


def _is_same(one: Clause, other: Clause) -> bool:
    return one == other


def _has_form(one: Clause, other: Clause) -> bool:
    return (one.span, one.modality) == (other.span, other.modality)


def _has_words(one: Clause, other: Clause) -> bool:
    return one.span == other.span


def _has_some_words(one: Clause, other: Clause) -> bool:
    return one.span.overlaps(other.span)


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
