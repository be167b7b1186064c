"""Marks claims in the words of a report: spans in, safe HTML out.

Rules:
- Nothing of the text is lost, doubled or moved: without its tags, the HTML is the text of the block.
- Claims may overlap and nest in any way. Each gets a lane, and its line is drawn in that lane; beyond the
  last lane they share it. Each claim shows its number where it starts.
- Every boundary of a span is an anchor `o` + offset, so that any span can be linked to by its start; so is an offset that
  is asked for, whatever stands there.
- Words that stand beside others on one page (`anchored` off) have no anchors: an id stands once on a page.
- Captions and furniture are never marked, whatever a reader says.
- Characters that cannot be seen but can mislead (direction overrides, controls) are shown by their code.
- Linear in the text and in the boundaries that fall into it; the depth of the HTML is bounded by LANES.
"""

from __future__ import annotations

import html
import itertools
import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testigo.claim import Span
from testigo.report import Block

LANES = 3
NUMBERS_TOGETHER = 6
_FIRST_WORD = re.compile(r"\S{1,30}(?=\s|$)")
QUIET = ("caption", "furniture")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a claim in the text. role: a slot, `source`, `cue` or `trigger`; label: the role in the person's words."""

    role: str
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim to be marked. number: its place in the report; family: what colours it; title: read out with its number."""

    id: int
    number: int
    span: Span
    trigger: Span
    kind: str
    family: str
    status: str
    title: str
    href: str
    parts: tuple[Part, ...] = ()
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """One block as HTML. numbers: the claims that start in it, in order."""

    kind: str
    start: int
    html: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Laned:
    """A mark with the lane that its line is drawn in."""

    mark: Mark
    lane: int


def escape(text: str) -> str:
    """The text as HTML, with unseen characters shown by their code."""
    return _UNSEEN.sub(
        lambda m: f'<bdi class="unseen">U+{ord(m[0]):04X}</bdi>', html.escape(text, quote=False)
    )


def in_lanes(marks: Iterable[Mark]) -> list[Laned]:
    """Each mark, by its start, with the lowest lane that is free there; the last lane takes what is left."""
    free = [0] * LANES
    out = []
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end, m.number)):
        lane = next((i for i, end in enumerate(free) if end <= mark.span.start), LANES - 1)
        free[lane] = max(free[lane], mark.span.end)
        out.append(Laned(mark, lane))
    return out


def mark_blocks(
    text: str,
    blocks: Sequence[Block],
    marks: Sequence[Mark],
    shown: Mark | None = None,
    at: int | None = None,
    *,
    anchored: bool = True,
) -> tuple[Marked, ...]:
    """The blocks with their claims marked. shown: the claim whose parts are labelled; at: one more anchor; anchored: whether any.

    Only what is passed is worked on: give the blocks and marks of one page of a long report.
    """
    laned = in_lanes(marks)
    starts = [item.mark.span.start for item in laned]
    longest = max((len(item.mark.span) for item in laned), default=0)
    out = []
    for block in blocks:
        low = bisect_left(starts, block.span.start - longest)
        high = bisect_right(starts, block.span.end)
        near = [i for i in laned[low:high] if i.mark.span.overlaps(block.span)]
        here = [] if block.kind in QUIET else near
        begun = [i for i in here if i.mark.span.start >= block.span.start]
        asked = at if at is not None and block.span.start <= at < block.span.end else None
        out.append(
            Marked(
                kind=block.kind,
                start=block.span.start,
                html=_marked(
                    text, block.span, here, None if block.kind in QUIET else shown, asked, anchored=anchored
                ),
                numbers=tuple(i.mark.number for i in begun),
            )
        )
    return tuple(out)


def _boundaries(span: Span, here: Sequence[Laned], shown: Mark | None, asked: int | None) -> list[int]:
    points = {span.start, span.end} | ({asked} if asked is not None else set())
    spans = [s for i in here for s in (i.mark.span, i.mark.trigger, *(p.span for p in i.mark.parts))]
    spans += [p.span for p in shown.parts] if shown else []
    for s in spans:
        points.update(point for point in (s.start, s.end) if span.start < point < span.end)
    return sorted(points)


def _marked(
    text: str,
    span: Span,
    here: Sequence[Laned],
    shown: Mark | None,
    asked: int | None = None,
    *,
    anchored: bool = True,
) -> str:
    """The text of a span with lines, numbers, triggers, the parts of the shown claim, and an anchor at the offset asked for."""
    if not here and not shown and asked is None:
        return escape(span.of(text))
    points = _boundaries(span, here, shown, asked)
    out: list[str] = []
    opened: list[Laned] = []
    active: list[Laned] = []
    waiting = deque(here)
    for start, end in itertools.pairwise(points):
        active = [i for i in active if i.mark.span.end > start]
        begins = []
        while waiting and waiting[0].mark.span.start <= start:
            item = waiting.popleft()
            begins.append(item)
            if item.mark.span.end > start:
                active.append(item)
        _reopen(out, opened, _lines(active))
        numbers = _numbers([i.mark for i in begins if i.mark.span.start >= span.start], anchored)
        out.append(_segment(text, Span(start, end), active, shown, numbers, anchored))
    out.append(_numbers([i.mark for i in waiting if i.mark.span.start >= span.start], anchored))
    _reopen(out, opened, [])
    return "".join(out)


def _lines(active: Sequence[Laned]) -> list[Laned]:
    """At most one claim for each lane, outermost lane first; in a shared lane, the last that began."""
    by_lane = {item.lane: item for item in active}
    return [by_lane[lane] for lane in sorted(by_lane)]


def _reopen(out: list[str], opened: list[Laned], wanted: list[Laned]) -> None:
    """Close and open tags until the open lines are the wanted ones."""
    keep = 0
    while keep < len(opened) and keep < len(wanted) and opened[keep] is wanted[keep]:
        keep += 1
    out.extend("</span>" for _ in opened[keep:])
    del opened[keep:]
    for item in wanted[keep:]:
        mark = item.mark
        gone = " rejected" if mark.verdict == "reject" else ""
        out.append(
            f'<span class="said lane{item.lane} {mark.status} {mark.family}{gone}" data-claim="{mark.number}">'
        )
        opened.append(item)


def _numbers(marks: Sequence[Mark], anchored: bool) -> str:
    out = []
    for mark in marks[:NUMBERS_TOGETHER]:
        verdict = f" {mark.verdict}" if mark.verdict else ""
        title = html.escape(mark.title, quote=True)
        anchor = f' id="c{mark.number}"' if anchored else ""
        out.append(
            f'<a class="number {mark.kind} {mark.family}{verdict}"{anchor} data-claim="{mark.number}"'
            f' href="{html.escape(mark.href, quote=True)}" title="{title}" aria-label="{title}"'
            f">{mark.number}</a>"
        )
    if len(marks) > NUMBERS_TOGETHER:
        out.append(f'<span class="number more">+{len(marks) - NUMBERS_TOGETHER}</span>')
    return "".join(out)


def _segment(
    text: str, span: Span, active: Sequence[Laned], shown: Mark | None, numbers: str, anchored: bool
) -> str:
    classes = [f"trigger {i.mark.family}" for i in active if i.mark.trigger.overlaps(span)][-1:]
    parts = [p for p in shown.parts if p.span.overlaps(span)] if shown else []
    label = ""
    if parts:
        classes.append("part " + min(parts, key=lambda p: len(p.span)).role)
        begins = dict.fromkeys(p.label for p in parts if p.span.start == span.start and p.label)
        if begins:
            label = f' data-role="{html.escape(" · ".join(begins), quote=True)}"'
    named = f' class="{" ".join(classes)}"' if classes else ""
    anchor = f' id="o{span.start}"' if anchored else ""
    return f"<span{anchor}{named}{label}>{_kept_together(numbers, span.of(text))}</span>"


def _kept_together(numbers: str, words: str) -> str:
    """The words, their numbers on one line with the first of them."""
    found = _FIRST_WORD.match(words) if numbers else None
    if found is None:
        return numbers + escape(words)
    return f'<span class="together">{numbers}{escape(found[0])}</span>{escape(words[found.end() :])}'
