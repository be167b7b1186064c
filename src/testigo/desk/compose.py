"""A report, its claims and its orders as the page of a report.

Rules:
- Values in, a page out; nothing is read from the casebook here.
- A long text is shown a part at a time; numbers of claims are those of the whole report, on every part.
- A filter hides lines and notes, never words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import mark_safe

from testigo.casebook.values import DirectiveLine
from testigo.claim import Span
from testigo.desk import shown, words
from testigo.desk.marking import Mark, mark_blocks
from testigo.desk.pages import Fact, Pager
from testigo.desk.pages.report import BlockView, KeyEntry, OrderView, ReportPage
from testigo.desk.paging import PAGE_CLAIMS, Cut, as_blocks, page_at, pages
from testigo.desk.render import path
from testigo.desk.shown import Numbered, Voice
from testigo.report import Report
from testigo.vocabulary import STATUSES


@dataclass(frozen=True, slots=True)
class Told:
    """What the casebook holds of one report. claims, directives: in the order of the text; language: of its words."""

    id: int
    report: Report
    title: str
    claims: tuple[Numbered, ...]
    directives: tuple[DirectiveLine, ...]
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()

    @property
    def lang(self) -> str:
        """The language of the text, for the browser; `und` where it is not known."""
        return self.report.language or "und"


@dataclass(frozen=True, slots=True)
class Asked:
    """How a report is to be shown. part: of a long text, from 1; at: an offset to show; claim: its id; status: a filter."""

    part: int | None = None
    at: int | None = None
    claim: int | None = None
    status: str = ""


def voice_of(told: Told, language: str, named: shown.Named, status: str = "") -> Voice:
    """In which report, and for whom, its views are made."""

    def words_at(span: Span, claim: int | None) -> str:
        asked = {"claim": claim, "at": span.start, "status": status}
        return path("report", asked, f"o{span.start}", id=told.id)

    return Voice(
        text=told.report.text,
        lang=told.lang,
        publisher=told.report.publisher or "",
        language=language,
        words_at=words_at,
        claim_at=lambda id_: path("claim", id=id_),
        named=named,
    )


def report_page(told: Told, asked: Asked, voice: Voice) -> ReportPage:
    """The page of a report, at the part of its text that is asked for."""
    wanted = [
        c for c in told.claims if not asked.status or c.claim.status == asked.status or c.id == asked.claim
    ]
    blocks = as_blocks(told.report.text, told.report.blocks)
    cuts = pages(told.report.text, blocks, sorted(c.claim.span.start for c in wanted))
    index = _index(cuts, asked, told)
    cut = cuts[index]
    here = [
        c
        for c in wanted
        if c.claim.span.overlaps(cut.span) or cut.span.start <= c.claim.span.start < cut.span.end
    ]
    begun = [c for c in here if cut.span.start <= c.claim.span.start]
    chosen = next((c for c in here if c.id == asked.claim), None)
    views = _blocks(cut, here[:PAGE_CLAIMS], chosen, voice, len(begun) - PAGE_CLAIMS, asked.at)
    orders = _orders(told, cuts, index, voice)
    return ReportPage(
        id=told.id,
        title=told.title,
        lang=told.lang,
        language=words.say(words.LANGUAGES, told.lang),
        publisher=told.report.publisher or "",
        published=shown.shown_date(told.report.published, voice.language),
        facts=told.facts,
        notes=told.notes,
        troubles=told.troubles,
        claims=len(told.claims),
        judged=sum(1 for c in told.claims if c.verdict),
        key=_key(told, asked),
        shown_all=path("report", id=told.id) if asked.status else "",
        blocks=views,
        orders=orders,
        orders_left=len(told.directives) - len(orders),
        pager=_pager(told, cuts, index, asked),
        whole_text=len(told.report.text),
        judge_action=path("judge"),
        status=asked.status,
        add_href=path("add", fragment="f-span", id=told.id),
    )


def _index(cuts: Sequence[Cut], asked: Asked, told: Told) -> int:
    if asked.part is not None:
        return min(max(asked.part, 1), len(cuts)) - 1
    at = asked.at
    if at is None and asked.claim is not None:
        at = next((c.claim.span.start for c in told.claims if c.id == asked.claim), None)
    return page_at(cuts, at) if at is not None else 0


def _blocks(
    cut: Cut, here: Sequence[Numbered], chosen: Numbered | None, voice: Voice, left_out: int, at: int | None
) -> tuple[BlockView, ...]:
    marks = [shown.mark(item, voice) for item in here]
    shown_mark: Mark | None = next((m for m in marks if chosen and m.id == chosen.id), None)
    by_number = {item.number: item for item in here}
    out = []
    for block in mark_blocks(voice.text, cut.blocks, marks, shown_mark, at=at):
        notes = tuple(
            shown.note(by_number[n], voice, opened=chosen is not None and by_number[n].id == chosen.id)
            for n in block.numbers
        )
        quiet = words.say(words.BLOCKS, block.kind) if block.kind in ("caption", "furniture") else ""
        safe = mark_safe(block.html)  # noqa: S308 - made by marking.py, which escapes
        out.append(BlockView(block.kind, block.start, safe, notes, quiet))
    return tuple(_quieted(_left_out(out, left_out)))


def _left_out(views: list[BlockView], left_out: int) -> list[BlockView]:
    """Say on the last block with notes how many claims are not shown."""
    if left_out > 0:
        last = max(i for i, view in enumerate(views) if view.notes)
        views[last] = replace(views[last], more=left_out)
    return views


def _quieted(views: list[BlockView]) -> list[BlockView]:
    """A run of page furniture as one quiet passage, its pieces side by side; a run of captions under one label."""
    out: list[BlockView] = []
    for view in views:
        again = bool(out) and out[-1].kind == view.kind
        if again and view.kind == "furniture":
            together = f'{out[-1].html}<span class="piece">{view.html}</span>'
            out[-1] = replace(out[-1], html=mark_safe(together))  # noqa: S308 - both were made by marking.py
        elif view.kind == "furniture":
            first = f'<span class="piece">{view.html}</span>'
            out.append(replace(view, html=mark_safe(first)))  # noqa: S308 - made by marking.py
        else:
            out.append(replace(view, quiet="") if again and view.quiet else view)
    return out


def _orders(told: Told, cuts: Sequence[Cut], index: int, voice: Voice) -> tuple[OrderView, ...]:
    """The orders told on this part of the text."""
    here = [
        (n, d) for n, d in enumerate(told.directives, 1) if page_at(cuts, d.directive.span.start) == index
    ]
    return tuple(shown.judged_order(number, line, voice) for number, line in here)


def _key(told: Told, asked: Asked) -> tuple[KeyEntry, ...]:
    counts = Counter(c.claim.status for c in told.claims)
    return tuple(
        KeyEntry(
            status_id=status,
            status=words.say(words.STATUSES, status),
            means=words.say(words.STATUS_MEANS, status),
            count=counts[status],
            href=path("report", {"status": status}, id=told.id),
            current=asked.status == status,
        )
        for status in STATUSES
    )


def _pager(told: Told, cuts: Sequence[Cut], index: int, asked: Asked) -> Pager:
    def to(number: int) -> str:
        return (
            path("report", {"part": number, "status": asked.status}, id=told.id)
            if 1 <= number <= len(cuts)
            else ""
        )

    return Pager(index + 1, len(cuts), to(index), to(index + 2))


def list_pager(number: int, of: int, to: Callable[[int], str]) -> Pager:
    """A pager over a list. to: the path of a page by its number."""
    return Pager(number, of, to(number - 1) if number > 1 else "", to(number + 1) if number < of else "")
