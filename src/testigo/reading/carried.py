"""Quotations and who speaks them: what is told stretches to whole quotations, and a speaker goes on in the next ones.

Rules: see RULES, each with an example. A speaker is looked for REACH paragraphs back at most.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from testigo.claim import Span
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.quotes import Quote
from testigo.reading.view import View
from testigo.value import replace

RULES = (("speaker.carried", "a quotation without a cue is by the speaker before it", "“A,” he said. “B.”"),)
REACH = 6
WINDOW = 60  # tellings before and after a quotation that are looked at: keeps the work linear
_CARRIES = wordset("cue.after cue.inverted cue.inside cue.before cue.according cue.shared cue.rule-list")


def with_quotations(seen: tuple[View, ...], quoted: tuple[Quote, ...], tellings: list[Told]) -> list[Told]:
    """Stretch what is told to whole quotations, and give quotations without a cue to the speaker before them."""
    by_paragraph: dict[int, list[Quote]] = {}
    for quote in quoted:
        by_paragraph.setdefault(quote.paragraph, []).append(quote)
    paragraphs = [seen[t.sentence].sentence.paragraph for t in tellings]
    cues = [t.cue.start for t in tellings]
    result = [_stretched(t, by_paragraph.get(p, [])) for t, p in zip(tellings, paragraphs, strict=True)]
    for quote in quoted:
        first = bisect_left(paragraphs, quote.paragraph - REACH)
        last = bisect_right(paragraphs, quote.paragraph)
        here = bisect_left(cues, quote.span.start, first, last)
        near = range(max(first, here - WINDOW), min(last, here + WINDOW))
        if not quote.speech or _covered(result, near, quote):
            continue
        inner = _inner_cue(result, near, quote)
        if inner is not None:
            pieces = _without(quote.inner, _cue_area(result[inner]))
            result[inner] = replace(result[inner], contents=pieces, rule="cue.inside")
            continue
        carrier = _carrier(seen, result, near, quote)
        if carrier is not None:
            told = result[carrier]
            result[carrier] = replace(told, contents=(*told.contents, quote.inner))
    return result


def _stretched(told: Told, quoted: Sequence[Quote]) -> Told:
    if not quoted:
        return told
    contents: list[Span] = []
    for content in told.contents:
        first = bisect_left(quoted, content.start, key=_start) - 2
        last = bisect_right(quoted, content.end, key=_start)
        for quote in [*quoted[max(0, first) : max(0, first) + 4], *quoted[max(0, last - 2) : last]]:
            starts_before = quote.speech and quote.inner.start < content.start < quote.inner.end
            runs_on = (
                quote.speech
                and quote.inner.start < content.end < quote.inner.end
                and quote.span.start >= content.start - 1
            )
            if (starts_before or runs_on) and not quote.span.contains(told.cue):
                content = Span(min(content.start, quote.inner.start), max(content.end, quote.inner.end))  # noqa: PLW2901
        contents.append(content)
    stretched = tuple(contents)
    return told if stretched == told.contents else replace(told, contents=stretched)


def _start(quote: Quote) -> int:
    return quote.span.start


def _covered(tellings: list[Told], near: range, quote: Quote) -> bool:
    """Whether somebody outside the quotation is said to say most of it."""
    middle = (quote.inner.start + quote.inner.end) // 2
    for told in (tellings[n] for n in near):
        if quote.span.contains(told.cue) or told.frame in ("n", "a", "p"):
            continue
        if any(c.start <= quote.inner.start + 1 and middle <= c.end for c in told.contents):
            return True
    return False


def _inner_cue(tellings: list[Told], near: range, quote: Quote) -> int | None:
    """A cue that a lost mark has drawn into the quotation: “..., the woman said. ...”."""
    for number in near:
        told = tellings[number]
        if (
            quote.span.contains(told.cue)
            and told.rule == "cue.after"
            and told.cls in ("say", "report", "claim")
        ):
            return number
    return None


def _cue_area(told: Told) -> Span:
    return Span(min(told.cue.start, told.source.start if told.source else told.cue.start), told.cue.end + 1)


def _without(whole: Span, hole: Span) -> tuple[Span, ...]:
    parts = (Span(whole.start, max(whole.start, hole.start)), Span(min(whole.end, hole.end), whole.end))
    return tuple(p for p in parts if len(p) > 3)


def _carrier(seen: tuple[View, ...], tellings: list[Told], near: range, quote: Quote) -> int | None:
    """The telling whose speaker goes on in a quotation that has no cue of its own."""
    best: int | None = None
    for number in near:
        told = tellings[number]
        view = seen[told.sentence]
        gap = quote.paragraph - view.sentence.paragraph
        speaks = (
            told.cls in ("say", "report", "claim", "admit", "warn", "deny", "know", "view")
            and told.source is not None
        )
        if not speaks or gap < 0 or gap > REACH or view.zones[min(told.token, len(view.zones) - 1)]:
            continue
        if told.rule not in _CARRIES:
            continue
        if told.cue.start < quote.span.start and (gap <= 1 or best is not None or quote.follows or gap <= 3):
            best = number
        elif (
            told.cue.start > quote.span.end
            and gap == 0
            and (best is None or not _same_paragraph(seen, tellings[best], quote))
        ):
            return number if told.frame == "b" and any(len(c) for c in told.contents) else best
    return best


def _same_paragraph(seen: tuple[View, ...], told: Told, quote: Quote) -> bool:
    return seen[told.sentence].sentence.paragraph == quote.paragraph
