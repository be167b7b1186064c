"""Where a quoted piece of text stands in a report: exactly there, or nowhere.

Rules:
- Only white space may differ between a quote and the text; no fuzzy match, no change of case or marks.
- A quote starts and ends with whole words: "7 prisoners" is no quote of "17 prisoners".
- What lies in passages that are held back (`machines`), in captions and in page furniture cannot be quoted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from testigo.claim import Span
from testigo.reading.edges import trim
from testigo.reading.tokens import Document, Sentence

_MOST_PLACES = 100  # where one quote is looked for: enough for a long report, and a lie costs little


@dataclass(frozen=True, slots=True)
class Quotable:
    """The sentences of a report that may be quoted, as one line of words with the place of each character."""

    document: Document
    line: str
    at: tuple[int, ...]
    sentences: frozenset[int]

    def spans(self, quote: str, within: Span | None = None) -> Iterator[Span]:
        """Where the quote stands, in order, without marks at its edges. within: only inside this span."""
        words = " ".join(quote.split())
        if not words or "\0" in words:
            return
        low, high = self._bounds(within)
        for _ in range(_MOST_PLACES):
            low = self.line.find(words, low, high)
            if low < 0:
                return
            found = self._whole_words(Span(self.at[low], self.at[low + len(words) - 1] + 1))
            if found is not None:
                yield found
            low += 1

    def last(self, quote: str, before: int) -> Span | None:
        """Where the quote stands for the last time before an offset."""
        words = " ".join(quote.split())
        high = bisect_left(self.at, before)
        for _ in range(_MOST_PLACES):
            low = self.line.rfind(words, 0, high) if words and "\0" not in words else -1
            if low < 0:
                return None
            found = self._whole_words(Span(self.at[low], self.at[low + len(words) - 1] + 1))
            if found is not None:
                return found
            high = low + len(words) - 1
        return None

    def _bounds(self, within: Span | None) -> tuple[int, int]:
        if within is None:
            return 0, len(self.line)
        return bisect_left(self.at, within.start), bisect_left(self.at, within.end)

    def _whole_words(self, span: Span) -> Span | None:
        """The span without marks at its edges; None where it cuts a word or leaves its sentence."""
        sentence = self.document.sentence_at(span.start)
        if sentence is None or span.end > sentence.span.end:
            return None
        first, last = sentence.tokens_in(span)
        if first >= last or sentence.span_of(first, last) != span:
            return None
        trimmed = trim(sentence.tokens, (first, last))
        return None if trimmed is None else sentence.span_of(*trimmed)


def quotable(document: Document, held_back: frozenset[int]) -> Quotable:
    """What of a document may be quoted. held_back: numbers of paragraphs that may not."""
    letters: list[str] = []
    at: list[int] = []
    for sentence in document.sentences:
        if sentence.paragraph in held_back:
            continue
        _append(document.text, sentence, letters, at)
    kept = frozenset(s.index for s in document.sentences if s.paragraph not in held_back)
    return Quotable(document, "".join(letters), tuple(at), kept)


def _append(text: str, sentence: Sentence, letters: list[str], at: list[int]) -> None:
    """The letters of a sentence with white space as single blanks, and a mark after it that no quote can hold."""
    for place in range(sentence.span.start, sentence.span.end):
        letter = text[place]
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            letter = " "
        letters.append("\1" if letter == "\0" else letter)
        at.append(place)
    letters.append("\0")
    at.append(sentence.span.end)
