"""Cuts a long report into pages of text that a browser can show.

Rules:
- A page ends between blocks; a block longer than a page is cut at white space, or where it must be.
- A page holds about PAGE_CHARACTERS code points and at most PAGE_CLAIMS claims that start in it, whichever is
  reached first. Where more claims than that start at one and the same place, the page shows the first of them
  and says how many are left out; the list of claims has them all.
- Pages follow from the text, its blocks and the starts of its claims alone: the same report, the same pages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.claim import Span
from testigo.report import Block

PAGE_CHARACTERS = 30_000
PAGE_CLAIMS = 32
_LOOK_BACK = 400


@dataclass(frozen=True, slots=True)
class Cut:
    """One page of a text. span: what it covers; blocks: whole or cut blocks, in order; last: whether nothing follows."""

    span: Span
    blocks: tuple[Block, ...]


def as_blocks(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a report, or its paragraphs as body where it has none."""
    if blocks:
        return tuple(blocks)
    out, at = [], 0
    for piece in text.split("\n\n"):
        if piece.strip():
            out.append(Block("body", Span(at, at + len(piece)), rule="no blocks"))
        at += len(piece) + 2
    return tuple(out)


def pages(text: str, blocks: Sequence[Block], starts: Sequence[int]) -> tuple[Cut, ...]:
    """The pages of a text, in order; at least one. starts: where its claims start, ascending."""
    out: list[Cut] = []
    held: list[Block] = []
    size = 0
    for block in _pieces(text, blocks, starts):
        claims = _between(starts, held[0].span.start if held else block.span.start, block.span.end)
        if held and (size + len(block.span) > PAGE_CHARACTERS or claims > PAGE_CLAIMS):
            out.append(_page(held))
            held, size = [], 0
        held.append(block)
        size += len(block.span)
    if held or not out:
        out.append(_page(held))
    return tuple(out)


def page_at(cuts: Sequence[Cut], offset: int) -> int:
    """The index of the page that shows an offset, or the nearest one before it."""
    return max(0, bisect_right([cut.span.start for cut in cuts], offset) - 1)


def _between(starts: Sequence[int], start: int, end: int) -> int:
    return bisect_left(starts, end) - bisect_left(starts, start)


def _page(blocks: Sequence[Block]) -> Cut:
    if not blocks:
        return Cut(Span(0, 0), ())
    return Cut(Span(blocks[0].span.start, blocks[-1].span.end), tuple(blocks))


def _pieces(text: str, blocks: Sequence[Block], starts: Sequence[int]) -> Iterator[Block]:
    for block in blocks:
        start, end = block.span.start, block.span.end
        while start < end:
            cut = _cut(text, start, end, starts)
            yield Block(block.kind, Span(start, cut), block.rule)
            start = cut


def _cut(text: str, start: int, end: int, starts: Sequence[int]) -> int:
    """Where a piece that begins at start must end: at most a page of characters and of claims."""
    limit = min(end, start + PAGE_CHARACTERS)
    first = bisect_left(starts, start)
    crowded = first + PAGE_CLAIMS
    if crowded < len(starts) and starts[crowded] < limit:
        limit = max(starts[crowded], start + 1)
    if limit >= end:
        return end
    for at in range(limit, max(start + 1, limit - _LOOK_BACK), -1):
        if text[at - 1].isspace():
            return at
    return limit
