"""A long report is cut into pages that hold all of it."""

from __future__ import annotations

import itertools

from testigo.claim import Span
from testigo.desk.paging import PAGE_CHARACTERS, PAGE_CLAIMS, as_blocks, page_at, pages
from testigo.report import Block


def test_a_short_report_is_one_page() -> None:
    text = "one\n\ntwo"
    (page,) = pages(text, as_blocks(text, ()), [])
    assert [b.span.of(text) for b in page.blocks] == ["one", "two"]


def test_an_empty_report_is_one_empty_page() -> None:
    (page,) = pages("", (), [])
    assert page.blocks == ()


def test_ten_megabytes_without_a_line_break_are_cut_at_spaces_and_nothing_is_lost() -> None:
    text = "word " * 2_000_000
    cuts = pages(text, (Block("body", Span(0, len(text))),), [])
    assert all(len(cut.span) <= PAGE_CHARACTERS for cut in cuts)
    assert sum(len(cut.span) for cut in cuts) == len(text)
    assert all(a.span.end == b.span.start for a, b in itertools.pairwise(cuts))
    assert all(text[cut.span.end - 1] == " " for cut in cuts)


def test_a_page_does_not_hold_more_claims_than_it_can_show() -> None:
    text = "word " * 4000
    starts = [n * 4 for n in range(5000)]
    cuts = pages(text, (Block("body", Span(0, len(text))),), starts)
    held = [sum(c.span.start <= s < c.span.end for s in starts) for c in cuts]
    assert max(held) <= PAGE_CLAIMS
    assert sum(held) == 5000


def test_five_thousand_claims_on_one_word_do_not_cut_for_ever() -> None:
    text = "word " * 100
    cuts = pages(text, (Block("body", Span(0, len(text))),), [50] * 5000)
    assert sum(len(cut.span) for cut in cuts) == len(text)
    assert len(cuts) < 5


def test_the_page_of_an_offset_is_found() -> None:
    text = "word " * 20_000
    cuts = pages(text, (Block("body", Span(0, len(text))),), [])
    for offset in (0, 29_999, 30_000, 60_001, len(text) - 1):
        cut = cuts[page_at(cuts, offset)]
        assert cut.span.start <= offset < cut.span.end
