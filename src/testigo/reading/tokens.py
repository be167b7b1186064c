"""The text as the reader sees it: sentences of tagged words, each at its place in the report.

Rules:
- Offsets count the code points of the report's text. Only titles, headings and body paragraphs are taken in.
- Tags are those of the Penn Treebank (NN, NNS, NNP, VB, VBD, VBN, VBG, VBZ, VBP, MD, IN, DT, JJ, CD, ...).
- `lemma` is the lower-case base form of verbs and nouns, else the lower-case word.
- Two or three hyphens stand for a dash: `lower` is then one.
- Square brackets around words that were put into a quotation are no tokens (`insertions`).
- A paragraph that holds blank lines is several paragraphs. No sentence crosses a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import field

from testigo.claim import Span
from testigo.reading.insertions import passed_over
from testigo.reading.lemmas import lemma
from testigo.reading.sentences import sentences
from testigo.reading.spans import below, upto
from testigo.reading.tags import tag
from testigo.reading.words import words
from testigo.report import Block, Report
from testigo.value import value

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@value
class Token:
    """One word or mark. tag: Penn Treebank; lemma: base form, lower case."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@value
class Sentence:
    """One sentence. index: its number in the document; block: the block it stands in; paragraph: counted from 0;
    starts, ends, lowers: where each token starts and ends, and its lower-case word; words: the lower-case words, each once.
    """

    index: int
    span: Span
    tokens: tuple[Token, ...]
    block: Block
    paragraph: int
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    lowers: tuple[str, ...] = field(repr=False)
    words: frozenset[str] = field(repr=False)

    def tokens_in(self, span: Span) -> tuple[int, int]:
        """The tokens that lie in the span, as (first, last) numbers, half open."""
        first = below(self.starts, span.start)
        last = upto(self.ends, span.end)
        return first, max(first, last)

    def span_of(self, first: int, last: int) -> Span:
        """The span from token `first` up to, and without, token `last`; last > first."""
        return Span(self.starts[first], self.ends[last - 1])


@value
class Document:
    """A report's text as sentences."""

    text: str
    sentences: tuple[Sentence, ...]
    report: Report = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers the code point, or None."""
        at = upto(self.starts, offset) - 1
        if at < 0 or self.sentences[at].span.end <= offset:
            return None
        return self.sentences[at]


def document(report: Report) -> Document:
    """The sentences of a report's readable blocks, with tagged words."""
    found: list[Sentence] = []
    paragraph = 0
    for block in report.readable():
        for start, end in _paragraphs(report.text, block.span):
            spans = words(report.text, start, end)
            if not spans:
                continue
            _read_paragraph(report.text, spans, block, paragraph, found)
            paragraph += 1
    return Document(report.text, tuple(found), report, tuple(s.span.start for s in found))


def _paragraphs(text: str, span: Span) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    start = span.start
    for gap in _BLANK_LINE.finditer(text, span.start, span.end):
        parts.append((start, gap.start()))
        start = gap.end()
    parts.append((start, span.end))
    return parts


def _read_paragraph(
    text: str, spans: list[tuple[int, int]], block: Block, paragraph: int, found: list[Sentence]
) -> None:
    """Append the sentences of one paragraph to `found`."""
    texts = [text[start:end] for start, end in spans]
    glued = [False] + [spans[n][0] == spans[n - 1][1] for n in range(1, len(spans))]
    aside = passed_over(texts, glued)
    if aside:
        kept = [n for n in range(len(texts)) if n not in aside]
        spans, texts = [spans[n] for n in kept], [texts[n] for n in kept]
        glued = [glued[n] for n in kept]
    for first, last in sentences(texts, glued):
        some = texts[first:last]
        starts, ends = zip(*spans[first:last], strict=True)
        lowers = [_LOWERS.get(word) or _lower(word) for word in some]
        tags = tag(some, lowers)
        tokens = tuple(
            [
                Token(starts[n], ends[n], some[n], lower, tags[n], lemma(lower, tags[n]))
                for n, lower in enumerate(lowers)
            ]
        )
        span = Span(starts[0], ends[-1])
        words = frozenset(lowers)
        found.append(Sentence(len(found), span, tokens, block, paragraph, starts, ends, tuple(lowers), words))


_DASHES = {"--": "—", "---": "—"}
_LOWERS: dict[str, str] = dict(
    _DASHES
)  # words in lower case: the same in every text, thrown away when too many
_MOST = 1 << 15
_SHORT = 40


def _lower(word: str) -> str:
    if len(word) > _SHORT:
        return word.lower()
    if len(_LOWERS) >= _MOST:
        _LOWERS.clear()
        _LOWERS.update(_DASHES)
    lower = _LOWERS[word] = word.lower()
    return lower
