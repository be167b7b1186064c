"""A plain text becomes a report: title, byline, captions and furniture are told apart, the text stays as it is.

Rules:
- The text is never changed; blocks only say what each stretch of it is, and by which rule.
- A text without line structure is one body block.
- When in doubt a paragraph is body. Furniture inside a paragraph (a last sentence that asks for comments) becomes a
  block of its own beside it.
- What the caller gives by hand (published, publisher) goes before what the text writes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from testigo.archive import byline, furniture
from testigo.archive.byline import Written
from testigo.archive.language import language_of
from testigo.archive.pieces import pieces_of
from testigo.claim import Span
from testigo.report import Block, Report

EXTRACTOR = "plain"
VERSION = "1"
_LONG_PARAGRAPH = 160
_LONGEST_TITLE = 240
_END = re.compile(r"[.!?。！？][\"”’」』)\]]*$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")
_SENTENCE = re.compile(r"(?<=[.!?。])[\"”’)]*\s+(?=[“\"‘(\[A-Z가-힣])")


@dataclass(slots=True)
class _State:
    """What is known while the pieces are read in order."""

    title: str | None = None
    seen_body: bool = False
    section: str = ""
    found: list[Written] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph that an extractor found. hint: a block kind that the page's structure gives it, "main", or ""."""

    span: Span
    hint: str = ""


def report_of_text(text: str, *, published: str | None = None, publisher: str | None = None) -> Report:
    """The report that a plain text is. published: EDTF, publisher: a name; both by hand, before what is written."""
    blocks, found = blocks_of(text)
    return report_of_blocks(text, blocks, found, published=published, publisher=publisher)


def report_of_blocks(
    text: str,
    blocks: tuple[Block, ...],
    found: tuple[Written, ...],
    *,
    published: str | None = None,
    publisher: str | None = None,
) -> Report:
    """The report of a text whose blocks are known; other extractors put what their format tells into its fields."""
    date, basis = _published(found, text, blocks)
    titles = [b.span.of(text) for b in blocks if b.kind == "title"]
    return Report(
        text=text,
        blocks=blocks,
        title=" ".join(titles[0].split()) if titles else next((w.title for w in found if w.title), None),
        byline=next((w.author for w in found if w.author), None),
        publisher=publisher or _publisher(found, text, blocks),
        published=published or date,
        published_basis="given" if published else basis,
        language=language_of(text),
        url=next((w.url for w in found if w.url), None),
        extractor=EXTRACTOR,
        version=VERSION,
    )


def blocks_of(
    text: str, pieces: tuple[Piece, ...] | None = None
) -> tuple[tuple[Block, ...], tuple[Written, ...]]:
    """The blocks of a text in order, and what its byline lines write. pieces: its paragraphs, where they are known."""
    if pieces is None:
        pieces = tuple(Piece(span) for span in pieces_of(text, lambda line: bool(_alone(line))))
    if len(pieces) <= 1:
        return tuple(Block("body", piece.span, "only-paragraph") for piece in pieces), ()
    state = _State()
    title_at = _title_index(text, pieces)
    first = _first_paragraph(text, pieces, -1 if title_at is None else title_at)
    for index, piece in enumerate(pieces):
        if index == title_at:
            state.blocks.append(Block("title", piece.span, "marked-up" if piece.hint else "first-line"))
        elif piece.hint not in ("", "main"):
            _add_marked(state, text, piece)
        else:
            after = pieces[index + 1].span.of(text) if index + 1 < len(pieces) else ""
            _add(state, text, piece.span, after=after, at_head=index < first)
    return tuple(state.blocks), tuple(state.found)


def _first_paragraph(text: str, pieces: tuple[Piece, ...], title_at: int) -> int:
    for index, piece in enumerate(pieces):
        if index > title_at and piece.hint in ("", "main") and _is_paragraph(piece.span.of(text)):
            return index
    return len(pieces)


def _add_marked(state: _State, text: str, piece: Piece) -> None:
    """A piece whose kind the page's structure gives."""
    if piece.hint == "byline":
        state.found.append(byline.written_in_line(piece.span.of(text), at_head=True))
    kind = "heading" if piece.hint == "title" else piece.hint
    state.blocks.append(Block(kind, piece.span, "marked-up"))


def _alone(line: str) -> str:
    """Why a line is no part of a paragraph, or ""."""
    return (
        furniture.line_tell(line)
        or furniture.sentence_tell(line)
        or _section(line)
        or furniture.caption_tell(line)
        or byline.written_in_line(line, at_head=False).rule
    )


def _section(line: str) -> str:
    if len(line) > 160:
        return ""
    bare = line.strip("[]()*•▶►=-–— \u00a0#")
    if furniture.SECTION_COMMENTS.fullmatch(bare):
        return "comments"
    if furniture.SECTION_TEASERS.fullmatch(bare):
        return "teasers"
    return "author" if furniture.SECTION_AUTHOR.fullmatch(bare) else ""


def _is_paragraph(piece: str) -> bool:
    """Whether a piece reads like a paragraph of reporting and not like a line of the head or foot."""
    if len(piece) < 40 or _alone(piece) or _ELLIPSIS.search(piece):
        return False
    return len(piece) >= _LONG_PARAGRAPH or _END.search(piece) is not None


def _title_index(text: str, pieces: tuple[Piece, ...]) -> int | None:
    """Which piece is the title: the one marked so, or the first that is no furniture and no byline, if it looks so."""
    marked = next((index for index, piece in enumerate(pieces) if piece.hint == "title"), None)
    if marked is not None:
        return marked
    if pieces[0].hint == "heading":
        return 0
    for index, piece in enumerate(pieces[:12]):
        words = piece.span.of(text)
        if (
            piece.hint in ("", "main")
            and not _alone(words)
            and not byline.written_in_line(words, at_head=True).rule
        ):
            return index if _is_title(words) and index + 1 < len(pieces) else None
    return None


def _is_title(words: str) -> bool:
    sentence = _END.search(words) is not None and words[-1] not in "?!’”\"')"
    shaped = len(words) <= _LONGEST_TITLE and not sentence and not _ELLIPSIS.search(words)
    return shaped and re.search(r"[^\W\d_]", words) is not None


def _add(state: _State, text: str, piece: Span, *, after: str, at_head: bool) -> None:
    words = piece.of(text)
    opened = _section(words)
    if opened and (state.seen_body or opened != "author"):
        state.section = opened if state.seen_body else ""
        state.blocks.append(Block("furniture", piece, f"section-{opened}"))
        return
    if state.section and _stays_in_section(state, text, piece):
        state.blocks.append(Block("furniture", piece, f"in-section-{state.section}"))
        return
    state.section = ""
    _add_outside_section(state, text, piece, after=after, at_head=at_head)


def _stays_in_section(state: _State, text: str, piece: Span) -> bool:
    words = piece.of(text)
    if state.section == "comments" and piece.start > 0.5 * len(text):
        return True
    reporting = len(words) >= _LONG_PARAGRAPH or (len(words) >= 40 and furniture.says(words))
    if not reporting or _ELLIPSIS.search(words) or not _END.search(words):
        return True
    last = state.blocks[-1].span.of(text)
    return state.section == "author" and words.startswith(last.removeprefix("About ")[:40])


def _add_outside_section(state: _State, text: str, piece: Span, *, after: str, at_head: bool) -> None:
    words = piece.of(text)
    tell = furniture.line_tell(words)
    if tell:
        state.blocks.append(Block("furniture", piece, tell))
        return
    caption = furniture.caption_tell(words)
    if caption:
        state.blocks.append(Block("caption", piece, caption))
        return
    written = byline.written_in_line(words, at_head=at_head)
    if at_head and not written.rule and _names_a_line_with_date(words, after):
        written = Written("name-above-date", *_name_line(words))
    if written.rule:
        state.found.append(written)
        state.blocks.append(Block("byline", piece, written.rule))
        return
    _add_paragraph(state, text, piece, after=after)


def _names_a_line_with_date(words: str, after: str) -> bool:
    short = len(words) <= 60 and len(words.split()) <= 6 and not _END.search(words)
    return short and byline.written_in_line(after, at_head=True).rule == "dated"


def _name_line(words: str) -> tuple[str | None, str | None]:
    words = words.strip(" ,;:|")
    return byline.names_in(words)


def _add_paragraph(state: _State, text: str, piece: Span, *, after: str) -> None:
    words = piece.of(text)
    parts = _sentence_spans(text, piece) if len(words) <= furniture.LONGEST_FURNITURE else [piece]
    last = furniture.sentence_tell(parts[-1].of(text))
    if last == "call" and len(words) <= _LONG_PARAGRAPH and not _END.search(words):
        state.blocks.append(Block("furniture", piece, "call"))
        return
    tail: list[Block] = []
    while parts and (block := _closing_block(text, parts[-1])):
        tail.insert(0, block)
        parts.pop()
    if parts:
        body = Span(piece.start, parts[-1].end)
        state.blocks.append(_body_block(body.of(text), body, after))
        state.seen_body = state.seen_body or state.blocks[-1].kind == "body"
    state.blocks += tail


def _closing_block(text: str, part: Span) -> Block | None:
    """The block of a sentence that is no reporting (a request for comments, a credit), or None."""
    words = part.of(text)
    tell = furniture.sentence_tell(words)
    if tell:
        return Block("furniture", part, tell)
    return Block("byline", part, "credit") if furniture.CREDIT.fullmatch(words.strip()) else None


def _sentence_spans(text: str, piece: Span) -> list[Span]:
    out: list[Span] = []
    start = piece.start
    for match in _SENTENCE.finditer(text, piece.start, piece.end):
        gap = match.group()
        end = match.start() + len(gap) - len(gap.lstrip('"”’)'))
        out.append(Span(start, end))
        start = match.end()
    out.append(Span(start, piece.end))
    return out


def _body_block(words: str, span: Span, after: str) -> Block:
    heading = (
        len(words) <= 100
        and len(words.split()) <= 14
        and not re.search(r"[.!?:;,…。”\"’)\]]$", words)
        and words[0] not in '“"‘-–—•*「『[('
        and (words[0].isupper() or words[0] >= "가" or words[0].isdigit())
        and _is_paragraph(after)
    )
    return Block("heading", span, "short-line") if heading else Block("body", span, "")


def _published(
    found: tuple[Written, ...], text: str, blocks: tuple[Block, ...]
) -> tuple[str | None, str | None]:
    for rule, basis in (("labelled-date", "label"), ("byline", "byline"), ("dated", "byline")):
        for written in found:
            if written.rule == rule and written.published:
                return written.published, basis
    first = next((b for b in blocks if b.kind == "body"), None)
    dateline = byline.written_in_dateline(first.span.of(text)[:200]) if first else Written()
    return (dateline.published, "dateline") if dateline.published else (None, None)


def _publisher(found: tuple[Written, ...], text: str, blocks: tuple[Block, ...]) -> str | None:
    written = next((w.publisher for w in found if w.publisher), None)
    if written:
        return written
    bodies = [b.span.of(text) for b in blocks if b.kind == "body"][:4]
    dateline = byline.written_in_dateline(bodies[0][:200]) if bodies else Written()
    return dateline.publisher or next((name for name in map(byline.learned_by, bodies) if name), None)
