"""What an attribution hands out as told: the pieces of a telling as a reader would mark them in the text.

Rules:
- A denied infinitive is told with its "not" ("urged jurors | not to be fooled").
- A quotation that begins or ends in a piece is whole: marks come in pairs ("called it | “a hunt,”").
- The place and the agency before a dash at the head of a report are nobody's words ("ATLANTA (Reuters) — | Ballots ...").
"""

from __future__ import annotations

import re

from testigo.claim import Attribution, Span
from testigo.reading.cues import Told
from testigo.reading.view import View

_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"))
_CLOSING = re.compile(r"[.,;:!?…]{0,2}")
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]+(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?: \([A-Z]\w+\))? ?[—–-]{1,2} ")


def attribution(text: str, view: View, told: Told) -> Attribution:
    """The attribution of a telling, with its pieces whole."""
    pieces = tuple(_whole(text, view, piece) for piece in told.contents)
    return Attribution(told.cue, told.source, pieces, told.rule)


def _whole(text: str, view: View, piece: Span) -> Span:
    """A piece of what is told without a dateline, with its "not" and its marks."""
    start, end = piece.start, piece.end
    first = view.sentence.tokens_in(piece)[0] if view.sentence.span.contains(piece) else 0
    if first and view.lower(first) == "to" and view.lower(first - 1) in ("not", "never"):
        start = view.tokens[first - 1].start
    if start == view.sentence.span.start and (head := _DATELINE.match(text, start, end)):
        start = head.end()
    start, end = _straight(text, start, end)
    for opens, closes in _PAIRS:
        start, end = _paired(text, (start, end), opens, closes)
    return Span(start, end)


def _paired(text: str, piece: tuple[int, int], opens: str, closes: str) -> tuple[int, int]:
    """A piece with the mark beside it that pairs with one inside."""
    start, end = piece
    if text.rfind(opens, start, end) > text.rfind(closes, start, end):
        end = _past_mark(text, end, closes)
    inside = text.find(closes, start, end)
    if inside >= 0 and opens not in text[start:inside] and text[start - 1 : start] == opens:
        start -= 1
    return start, end


def _past_mark(text: str, end: int, mark: str) -> int:
    """Past the mark that closes behind a piece, with the stop before it; the end where none does."""
    stop = _CLOSING.match(text, end)
    at = stop.end() if stop is not None else end
    return at + 1 if text.startswith(mark, at) else end


def _straight(text: str, start: int, end: int) -> tuple[int, int]:
    """The same for marks that look alike on both sides."""
    if text.count('"', start, end) % 2 == 0:
        return start, end
    after = _past_mark(text, end, '"')
    if after > end:
        return start, after
    return (start - 1, end) if text[start - 1 : start] == '"' else (start, end)
