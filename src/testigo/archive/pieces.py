"""Where the paragraphs of a plain text lie.

Rules:
- A blank line always parts two pieces. A single line break does too, unless the text is hard-wrapped there.
- Hard-wrapped: the line is so full that the first word of the next would not have fitted, or it ends in the
  middle of a sentence and the next goes on with a small letter.
- A piece never starts or ends with white space. Nothing is changed; only offsets are returned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from testigo.claim import Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_SOFT = re.compile(r"[ \t\u00a0]*(?:\r\n|[\n\r\v\x85\u2028])[ \t\u00a0]*")
_SENTENCE_END = tuple('.!?:;…。！？"”’」』)]')
_UNFINISHED = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "that",
        "was",
        "were",
    )
)
_MAX_WRAP = 120
_MIN_WRAP = 40


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    follows: bool  # exactly one line break stands between this line and the one before


def _lines(text: str) -> Iterator[_Line]:
    end = 0
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        start = match.start() + len(words) - len(words.lstrip())
        between = text[end:start]
        yield _Line(start, start + len(stripped), bool(end) and _SOFT.fullmatch(between) is not None)
        end = start + len(stripped)


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which these lines were wrapped, in code points, or 0 where they were not."""
    lengths = sorted(line.end - line.start for line in lines)
    fitting = [length for length in lengths if length <= _MAX_WRAP]
    follows = sum(line.follows for line in lines)
    if len(fitting) < 0.9 * len(lengths) or follows < 2 or not fitting or fitting[-1] < _MIN_WRAP:
        return 0
    return fitting[-1]


def _widths(lines: list[_Line]) -> Iterator[int]:
    """For each line the width of the run of lines it stands in, or of the whole text for a run too short to tell."""
    whole = _wrap_width(lines)
    run: list[_Line] = []
    for line in lines:
        if run and not line.follows:
            yield from [_wrap_width(run) or whole] * len(run)
            run = []
        run.append(line)
    yield from [_wrap_width(run) or whole] * len(run)


def _goes_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    first = text[following.start : following.end].split(maxsplit=1)[0]
    long_enough = line.end - line.start >= _MIN_WRAP // 2
    if long_enough and text[line.end - 1] not in _SENTENCE_END:
        last = text[max(line.start, line.end - 12) : line.end].split()[-1:]
        if first[:1].islower() or (last and last[0] in _UNFINISHED):
            return True
    return bool(width) and line.end - line.start + 1 + len(first) > 0.93 * width


def pieces_of(text: str, stands_alone: Callable[[str], bool]) -> tuple[Span, ...]:
    """The paragraphs of a text in order, as spans. stands_alone: says of a line that it is no part of a paragraph."""
    lines = list(_lines(text))
    out: list[Span] = []
    before: _Line | None = None
    for line, width in zip(lines, _widths(lines), strict=True):
        joins = (
            before is not None
            and line.follows
            and _goes_on(text, before, line, width)
            and not stands_alone(text[line.start : line.end])
            and not stands_alone(text[before.start : before.end])
        )
        if joins:
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(Span(line.start, line.end))
        before = line
    return tuple(out)
