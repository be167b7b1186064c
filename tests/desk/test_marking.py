"""Marks lose nothing of the text, and show every claim, however they overlap."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from testigo.claim import Span
from testigo.desk.marking import LANES, NUMBERS_TOGETHER, Mark, Part, escape, in_lanes, mark_blocks
from testigo.report import Block

TEXT = "Alice says that guards arrested Bob in Northtown on Monday."


def mark(number: int, start: int, end: int, **more: object) -> Mark:
    values: dict[str, object] = {
        "id": number + 100,
        "number": number,
        "span": Span(start, end),
        "trigger": Span(start, start),
        "kind": "event",
        "family": "coercion",
        "status": "reported",
        "title": f"claim {number}",
        "href": f"/claim/{number + 100}/",
    }
    return Mark(**(values | more))  # type: ignore[arg-type]


def whole(text: str, kind: str = "body") -> tuple[Block, ...]:
    return (Block(kind, Span(0, len(text))),)


def words_of(marked: str) -> str:
    """What a reader sees of the text: without numbers and tags."""
    bare = re.sub(r'<a class="number.*?</a>|<span class="number more">.*?</span>', "", marked)
    return html.unescape(re.sub(r"<[^>]*>", "", bare))


def test_a_claim_is_marked_where_its_words_stand() -> None:
    start = TEXT.index("guards")
    (block,) = mark_blocks(
        TEXT, whole(TEXT), [mark(1, start, start + 19, trigger=Span(start + 7, start + 15))]
    )
    assert block.numbers == (1,)
    assert 'class="said lane0 reported coercion"' in block.html
    assert f'<span id="o{start + 7}" class="trigger coercion">arrested</span>' in block.html
    assert words_of(block.html) == TEXT


def test_nested_and_overlapping_claims_get_lanes_of_their_own() -> None:
    lanes = in_lanes([mark(1, 0, 30), mark(2, 5, 10), mark(3, 20, 40), mark(4, 31, 40)])
    assert [(i.mark.number, i.lane) for i in lanes] == [(1, 0), (2, 1), (3, 1), (4, 0)]


def test_beyond_the_last_lane_claims_share_it_and_each_still_shows_its_number() -> None:
    marks = [mark(n, n, 50) for n in range(1, 12)]
    assert max(i.lane for i in in_lanes(marks)) == LANES - 1
    (block,) = mark_blocks(TEXT, whole(TEXT), marks)
    assert block.numbers == tuple(range(1, 12))
    assert all(f'id="c{n}"' in block.html for n in range(1, 12))


def test_claims_that_start_at_one_place_are_numbered_up_to_a_limit_and_counted_beyond() -> None:
    (block,) = mark_blocks(TEXT, whole(TEXT), [mark(n, 3, 20) for n in range(1, 31)])
    assert f"+{30 - NUMBERS_TOGETHER}</span>" in block.html
    assert len(block.numbers) == 30


def test_captions_and_furniture_are_never_marked() -> None:
    for kind in ("caption", "furniture"):
        (block,) = mark_blocks(TEXT, whole(TEXT, kind), [mark(1, 0, 10)], shown=mark(1, 0, 10))
        assert block.html == escape(TEXT)
        assert block.numbers == ()


def test_the_parts_of_the_shown_claim_carry_their_roles() -> None:
    bob = TEXT.index("Bob")
    shown = mark(1, 16, 48, parts=(Part("target", Span(bob, bob + 3), "to whom"),))
    (block,) = mark_blocks(TEXT, whole(TEXT), [shown], shown=shown)
    assert f'<span id="o{bob}" class="part target" data-role="to whom">Bob</span>' in block.html
    assert words_of(block.html) == TEXT


def test_html_in_the_text_and_in_titles_stays_words() -> None:
    text = 'He said <script>alert("x")</script> & left'
    (block,) = mark_blocks(text, whole(text), [mark(1, 3, 20, title='"><img src=x onerror=y>')])
    assert "<script" not in block.html
    assert "<img" not in block.html
    assert words_of(block.html) == text


def test_unseen_characters_that_mislead_are_shown_by_their_code() -> None:
    assert escape("a\u202eb\u0000c\u200bd") == (
        'a<bdi class="unseen">U+202E</bdi>b<bdi class="unseen">U+0000</bdi>c<bdi class="unseen">U+200B</bdi>d'
    )


def test_a_claim_that_runs_over_two_blocks_is_marked_in_both_and_numbered_once() -> None:
    blocks = (Block("body", Span(0, 20)), Block("body", Span(21, len(TEXT))))
    first, second = mark_blocks(TEXT, blocks, [mark(1, 10, 40)])
    assert first.numbers == (1,)
    assert second.numbers == ()
    assert "said lane0" in first.html
    assert "said lane0" in second.html


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: (min(p), max(p)))


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="ab <>&\"'\n한글é", min_size=1, max_size=40),
    st.lists(st.tuples(spans, spans), max_size=12),
    st.integers(0, 11),
)
def test_whatever_the_spans_the_words_are_all_there_once(
    text: str, given_spans: list[tuple[tuple[int, int], tuple[int, int]]], which: int
) -> None:
    marks = []
    for number, (span, inner) in enumerate(given_spans, 1):
        start, end = (min(v, len(text)) for v in span)
        part = Part("actor", Span(*(min(v, len(text)) for v in inner)), "who")
        marks.append(mark(number, start, end, parts=(part,)))
    shown = marks[which] if which < len(marks) else None
    (block,) = mark_blocks(text, whole(text), marks, shown=shown)
    assert words_of(block.html) == text
    assert block.html.count("<span") == block.html.count("</span>")
    ids = re.findall(r' id="(o\d+)"', block.html)
    assert len(ids) == len(set(ids))
