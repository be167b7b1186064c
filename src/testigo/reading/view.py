"""One sentence with its chunks and with the quotations that run through it: what the cue rules look at.

Rules:
- A zone is a run of words in one quotation; zone 0 is what stands outside every quotation.
- A cue in one zone has its subject in that zone; what it tells may be a quotation beside it.
"""

from __future__ import annotations

from bisect import bisect_right

from testigo.claim import Span
from testigo.reading.chunks import Chunks, chunk
from testigo.reading.quotes import Quote
from testigo.reading.tokens import Document, Sentence, Token
from testigo.value import value

_EDGES = frozenset("“”\"«»„「」『』‘’',.;:!?…–—-") | {"...", "``", "''"}


@value
class View:
    """A sentence, its chunks, for each token the number of the quotation (from 1) that it stands in, else 0.

    tokens, lowers, words: those of the sentence, and their lower-case words, in a row and each once;
    quoted: whether any stands in a quotation.
    """

    sentence: Sentence
    chunks: Chunks
    zones: tuple[int, ...]
    tokens: tuple[Token, ...]
    lowers: tuple[str, ...]
    words: frozenset[str]
    quoted: bool

    def bounds(self, at: int) -> tuple[int, int]:
        """The run of tokens around `at` in the same zone, half open."""
        if not self.quoted:
            return 0, len(self.zones)
        zone, first, last = self.zones[at], at, at + 1
        while first > 0 and self.zones[first - 1] == zone:
            first -= 1
        while last < len(self.zones) and self.zones[last] == zone:
            last += 1
        return first, last

    def ceiling(self, at: int) -> int:
        """Where what is told must end: the quotation's end inside one, else the sentence's."""
        return self.bounds(at)[1] if self.zones[at] else len(self.tokens)

    def lower(self, at: int) -> str:
        """The lower-case word at `at`, or "" beyond the sentence."""
        lowers = self.lowers
        return lowers[at] if 0 <= at < len(lowers) else ""

    def past_comma(self, at: int) -> int:
        """The token behind a comma at `at`, past the closing mark of a quotation that ends in it: called it “a hunt,” | vowed."""
        closes = self.lower(at + 1) in ("”", '"') and self.tokens[at + 1].tag != "``"
        return at + 2 if closes else at + 1

    def comma_before(self, at: int) -> int:
        """The comma before a token, also inside a quotation that closes there; -1 without one."""
        closed = at > 1 and self.lower(at - 1) in ("”", '"') and self.tokens[at - 1].tag != "``"
        comma = at - 2 if closed else at - 1
        return comma if comma >= 0 and self.lower(comma) == "," else -1

    def span(self, first: int, last: int) -> Span:
        """The span of tokens first..last, half open."""
        return self.sentence.span_of(first, last)

    def trimmed(self, first: int, last: int) -> Span | None:
        """The same without marks at the edges, or None if nothing is left."""
        while last > first and self.tokens[last - 1].text in _EDGES:
            last -= 1
        while first < last and self.tokens[first].text in _EDGES:
            first += 1
        return self.span(first, last) if first < last else None


def views(document: Document, found: tuple[Quote, ...]) -> tuple[View, ...]:
    """Each sentence of the document with its chunks and zones (speech only)."""
    spoken = [(number, quote) for number, quote in enumerate(found, 1) if quote.speech]
    starts = [quote.span.start for _, quote in spoken]
    result: list[View] = []
    for sentence in document.sentences:
        zones = _zones(sentence, spoken, starts)
        lowers = sentence.lowers
        quoted = any(zones)
        result.append(View(sentence, chunk(sentence), zones, sentence.tokens, lowers, sentence.words, quoted))
    return tuple(result)


def _zones(sentence: Sentence, spoken: list[tuple[int, Quote]], starts: list[int]) -> tuple[int, ...]:
    """For each token the number of the quotation that it stands in. starts: those of the quotations, in order."""
    if not spoken:
        return (0,) * len(sentence.tokens)
    before = bisect_right(starts, sentence.span.start) - 1
    last = bisect_right(starts, sentence.span.end) - 1
    if before == last and (before < 0 or spoken[before][1].span.end < sentence.ends[0]):
        return (0,) * len(sentence.tokens)
    zones: list[int] = []
    for start, end in zip(sentence.starts, sentence.ends, strict=True):
        at = bisect_right(starts, start) - 1
        inside = at >= 0 and end <= spoken[at][1].span.end
        zones.append(spoken[at][0] if inside else 0)
    return tuple(zones)
