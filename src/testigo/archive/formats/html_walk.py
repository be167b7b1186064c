"""A page's visible words in reading order, with where each stands: title, heading, caption, byline, furniture, article.

Rules:
- Iterative and linear: a stack of marks, one integer per open element. Elements deeper than 256 keep no mark of their own.
- Scripts, styles, templates and elements marked hidden are not read; their words are not on the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_VOID = _words("area base br col embed hr img input link meta param source track wbr")
_UNSEEN = _words(
    "script style noscript template svg math canvas iframe object select datalist head video audio"
)
_BLOCKS = _words(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option p pre section summary "
    "table tbody td tfoot th thead time title tr ul"
)
_FURNITURE_TAGS = _words("nav footer aside form button menu dialog")
_CLASS_FURNITURE = _words(
    "share sharing social comment comments respond related newsletter subscribe subscription breadcrumb breadcrumbs cookie "
    "cookies nav navbar navigation menu footer sidebar advert ad ads advertisement promo promotion pagination pager "
    "recommended recommend popular trending mostread widget banner toolbar popup modal skip search login tags taglist "
    "authorbox donate donation teaser teasers readmore"
)
_CLASS_CAPTION = _words("caption credit credits copyright figcaption legend")
_CLASS_BYLINE = _words(
    "byline author authors dateline published pubdate timestamp date posted reporter writer"
)
_UNSEEN_BIT, _FURNITURE, _CAPTION, _BYLINE, _ARTICLE, _HEADING, _H1, _LINK = 1, 2, 4, 8, 16, 32, 64, 128
_ALL = 255
_DEPTH = 256
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Found:
    """One paragraph of a page. kind: "h1", "heading", "caption", "byline" or "". furniture, article: where it lies.

    linked: all of its words are links.
    """

    words: str
    kind: str
    furniture: bool
    article: bool
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What a walk gives: paragraphs, meta elements as (name, content), JSON-LD texts, <time> values, language, notes."""

    found: tuple[Found, ...]
    meta: tuple[tuple[str, str], ...]
    linked_data: tuple[str, ...]
    times: tuple[str, ...]
    title: str
    language: str
    address: str
    notes: tuple[str, ...]


def charset_of(data: bytes) -> str | None:
    """The charset that the page's first bytes declare, or None."""
    match = re.search(
        rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", data[:4096], re.IGNORECASE
    )
    if match is None:
        match = re.match(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", data[:200])
    return match[1].decode("ascii") if match else None


def walk(source: str) -> Page:
    """The page's words and marks."""
    walker = _Walker()
    walker.feed(source)
    walker.close()
    walker.flush()
    notes = (f"nested {walker.deepest} levels deep",) if walker.deepest > _DEPTH else ()
    return Page(
        tuple(walker.found),
        tuple(walker.meta),
        tuple(walker.linked_data),
        tuple(walker.times),
        _SPACE.sub(" ", walker.title).strip(),
        walker.language,
        walker.address,
        notes,
    )


def _marks(tag: str, attributes: dict[str, str]) -> int:
    marks = 0
    if tag in _UNSEEN or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        marks |= _UNSEEN_BIT
    if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", attributes.get("style", "")):
        marks |= _UNSEEN_BIT
    if tag in _FURNITURE_TAGS or attributes.get("role") in (
        "navigation",
        "complementary",
        "contentinfo",
        "search",
    ):
        marks |= _FURNITURE
    if tag in ("figcaption", "caption"):
        marks |= _CAPTION
    if tag == "article" or attributes.get("itemprop") == "articleBody":
        marks |= _ARTICLE
    if tag == "a" and "href" in attributes:
        marks |= _LINK
    if tag == "time":
        marks |= _BYLINE
    if tag == "h1":
        marks |= _H1
    elif tag in ("h2", "h3", "h4", "h5", "h6"):
        marks |= _HEADING
    return marks | (_class_marks(attributes) if tag not in ("html", "body", "main", "article") else 0)


def _class_marks(attributes: dict[str, str]) -> int:
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    words = set(re.split(r"[\s_-]+", named)) if named.strip() else set()
    marks = _FURNITURE if words & _CLASS_FURNITURE else 0
    if words & _CLASS_CAPTION:
        marks |= _CAPTION
    if (
        words & _CLASS_BYLINE
        or attributes.get("itemprop") in ("author", "datePublished")
        or attributes.get("rel") == "author"
    ):
        marks |= _BYLINE
    return marks | (_ARTICLE if {"article", "body"} <= words or {"entry", "content"} <= words else 0)


class _Walker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Found] = []
        self.meta: list[tuple[str, str]] = []
        self.linked_data: list[str] = []
        self.times: list[str] = []
        self.title = self.language = self.address = ""
        self.deepest = 0
        self._open: list[tuple[str, int]] = []
        self._pending: list[str] = []
        self._raw = ""
        self._shared = _ALL  # the marks that all words of the paragraph share

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self._note(tag, attributes)
        if tag in _BLOCKS:
            self.flush()
        elif tag == "br":
            self._pending.append("\n")
        if tag in _VOID:
            return
        if tag == "p" and self._open and self._open[-1][0] == "p":
            self._open.pop()
        before = self._open[-1][1] if self._open else 0
        marks = _marks(tag, attributes) if len(self._open) < _DEPTH else 0
        self._open.append((tag, before | marks))
        self.deepest = max(self.deepest, len(self._open))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        for back in range(1, min(len(self._open), 64) + 1):
            if self._open[-back][0] == tag:
                del self._open[-back:]
                return

    def handle_data(self, data: str) -> None:
        tag, marks = self._open[-1] if self._open else ("", 0)
        if tag == "script" and self._raw == "ld":
            self.linked_data.append(data[: 1 << 20])
        elif tag == "title" and not self.found and len(self.title) < 1000:
            self.title += data
        elif not marks & _UNSEEN_BIT:
            if not data.isspace():
                self._shared &= marks
            self._pending.append(data if tag == "pre" else _SPACE.sub(" ", data))

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "meta" and len(self.meta) < 500:
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self.meta.append((name.lower(), attributes.get("content", "")[:2000]))
        elif tag == "script":
            self._raw = "ld" if "ld+json" in attributes.get("type", "").lower() else ""
        elif tag == "html" and not self.language:
            self.language = attributes.get("lang", "")
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical" and not self.address:
            self.address = attributes.get("href", "")[:2000]
        elif tag == "time" and attributes.get("datetime") and len(self.times) < 50:
            furniture = self._open and self._open[-1][1] & _FURNITURE
            self.times.append(("-" if furniture else "") + attributes["datetime"][:64])

    def flush(self) -> None:
        """End the paragraph that is being read."""
        lines = "".join(self._pending).split("\n")
        self._pending.clear()
        words = "\n".join(line.strip() for line in lines if line.strip())
        marks, self._shared = self._shared, _ALL
        if not words:
            return
        kind = (
            "caption" if marks & _CAPTION
            else "h1" if marks & _H1
            else "heading" if marks & _HEADING
            else "byline" if marks & _BYLINE
            else ""
        )  # fmt: skip
        self.found.append(
            Found(words, kind, bool(marks & _FURNITURE), bool(marks & _ARTICLE), bool(marks & _LINK))
        )
