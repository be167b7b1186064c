"""Words that try to run, and reports, readings and pages that are full of them.

2,000 words: 100 variants of 20 kinds. What they would do is set `window.ran`, add an element or an attribute, or lead elsewhere.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import re
import types
import typing
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from testigo.claim import Attribute, Claim, Filler, Reading, Source, Span
from testigo.desk.site import HERE
from testigo.report import Block, Report

KINDS = (
    "<script>window.ran=1</script>", "<img src=x onerror=window.ran=1>", '"><svg onload=window.ran=1>', "'onfocus='window.ran=1' autofocus='",
    "javascript:window.ran=1", "{{ 7*7 }}{% load x %}", "</textarea><script>window.ran=1</script>", "</title><script>window.ran=1</script>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>", "<a href=javascript:window.ran=1>x</a>", "&#60;script&#62;window.ran=1&#60;/script&#62;",
    '<math><mi//xlink:href="data:x,<script>window.ran=1</script>">', "<style>@import'x'</style>", "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "\u202e<script>window.ran=1</script>", "<details open ontoggle=window.ran=1>",
    "<form action=//evil.example><button>x", '<noscript><p title="</noscript><img src=x onerror=window.ran=1>">', "--><script>window.ran=1</script>",
)  # fmt: skip
WORDS = tuple(
    f"{n} {kind.upper() if n % 3 == 1 else kind}{'/' * (n % 5)}" for n in range(100) for kind in KINDS
)
INTRUDERS = """() => {
  const ours = (url) => new URL(url, location.href).origin === location.origin;
  const wrong = window.ran === undefined ? [] : ['ran'];
  for (const e of document.querySelectorAll('*')) {
    for (const { name, value } of e.attributes) {
      if (/^on/i.test(name)) wrong.push(e.outerHTML.slice(0, 120));
      if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name) && !ours(value)) wrong.push(`${name}=${value}`.slice(0, 120));
    }
    if (e.matches('iframe, base, math, object, embed, noscript, style, img, video, meta[http-equiv], script:not([src])')) wrong.push(e.outerHTML.slice(0, 120));
  }
  return wrong;
}"""
"""What would be on a page if any of the words had become more than words."""


def hostile(words: str) -> str:
    """The words with one of the 2,000 behind them: always the same one, so that equal words stay equal."""
    number = int.from_bytes(hashlib.sha256(words.encode()).digest()[:4], "big")
    return f"{words} {WORDS[number % len(WORDS)]}"


# -- reports and readings -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Moved:
    """A text into which words were put at the ends of spans. at: where, ascending; grown: by how much up to there."""

    text: str
    at: tuple[int, ...]
    grown: tuple[int, ...]

    def span(self, old: Span) -> Span:
        """A span of the old text in the new one: what was put in at its end belongs to it."""
        return Span(old.start + self._grown(old.start), old.end + self._grown(old.end))

    def _grown(self, offset: int) -> int:
        number = bisect_right(self.at, offset)
        return self.grown[number - 1] if number else 0


def spans_in(value: Any) -> Iterator[Span]:
    """Every span in a value and in its parts."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_in(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))


def moved(text: str, spans: Iterator[Span]) -> Moved:
    """The text with hostile words at the end of each span."""
    ends = sorted({span.end for span in spans if len(span)})
    parts: list[str] = []
    grown: list[int] = []
    before = 0
    for end in ends:
        added = hostile(text[max(0, end - 12) : end])[12:]
        parts += [text[before:end], added]
        grown.append((grown[-1] if grown else 0) + len(added))
        before = end
    return Moved("".join([*parts, text[before:]]), tuple(ends), tuple(grown))


def redone(value: Any, at: Moved) -> Any:
    """A part of a reading with its spans moved and its words those of the new text; empty explanations are filled."""
    if isinstance(value, Span):
        return at.span(value)
    if isinstance(value, tuple):
        return tuple(redone(part, at) for part in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    new = dataclasses.replace(
        value, **{f.name: redone(getattr(value, f.name), at) for f in dataclasses.fields(value)}
    )
    if isinstance(new, Filler | Source | Attribute):
        new = dataclasses.replace(new, text=new.span.of(at.text))
    if isinstance(new, Filler | Source):
        refers = new.refers.of(at.text) if new.refers else None
        new = dataclasses.replace(new, refers_text=refers, rule=hostile("by hand"))
    if isinstance(new, Filler) and not (new.id or new.value or new.form):
        new = dataclasses.replace(new, unknown=hostile("nobody knows"))
    return new


def redo(told: tuple[Report, Reading]) -> tuple[Report, Reading]:
    """A report and its reading, with hostile words in every part of every claim and order, and in all that is told of the report."""
    report, reading = told
    inside = moved(report.text, itertools.chain(spans_in(reading), spans_in(report.blocks)))
    new = dataclasses.replace(
        report, text=inside.text, blocks=redone(report.blocks, inside), title=hostile(report.title or ""), byline=hostile("by"),
        publisher=hostile(report.publisher or ""), url=hostile("https://x"), notes=(hostile("note"),), extractor=hostile("text"),
    )  # fmt: skip
    return new, dataclasses.replace(
        redone(reading, inside), reader=hostile("reader"), notes=(hostile("note"),)
    )


def reports_of_all_words() -> Iterator[tuple[Report, Reading]]:
    """All 2,000 words, each a paragraph; some of them claims through a source of these words, about somebody of these words."""
    for part in _batches(200):
        text = "\n\n".join(part)
        starts = list(itertools.accumulate((len(words) + 2 for words in part), initial=0))
        spans = [Span(at, at + len(words)) for at, words in zip(starts, part, strict=False)]
        claims = tuple(
            Claim("event", "arrest", span, span, "reported", sources=(Source(span, words, "named", rule=words[:40]),),
                  target=(Filler(span, words, unknown=words, rule=words[:40]),))
            for span, words in zip(spans[:20], part, strict=False)
        )  # fmt: skip
        report = Report(
            text, tuple(Block("body", span) for span in spans), title=part[0], byline=part[1], publisher=part[2], language="en",
            notes=(part[3],), url=part[4],
        )  # fmt: skip
        yield report, Reading(part[5], "1", "1", "en", claims, notes=(part[6],))


def _batches(size: int) -> Iterator[tuple[str, ...]]:
    return (WORDS[at : at + size] for at in range(0, len(WORDS), size))


# -- pages ----------------------------------------------------------------------------------------------------------


def _attribute(before: str) -> str:
    """The attribute in whose value a place of a template lies, or nothing. before: the template up to there."""
    inside = re.search(r'([\w-]+)="[^"<>]*$', before)
    return inside[1] if inside else ""


def names_shown() -> frozenset[str]:
    """The names of fields that templates show: as text, or in an attribute that holds words. All others are classes, paths, ids, languages."""
    found: set[str] = set()
    for path in sorted((HERE / "templates").glob("*.html")):
        source = re.sub(r"{%.*?%}", lambda tag: tag[0].replace('"', "'"), path.read_text("utf-8"))
        found |= {
            shown[1].rpartition(".")[2] for shown in re.finditer(r"{{ *([\w.]+)", source)
            if not re.fullmatch(r"class|id|lang|href|action|datetime|for|name|data-.*|aria-.*by|max", _attribute(source[: shown.start()]))
        }  # fmt: skip
        for tag in re.findall(r"{% (?:blocktranslate|include)(.*?)%}", source):
            found |= {name.rpartition(".")[2] for name in re.findall(r"=([a-z][\w.]+)", tag)}
    return frozenset(found)


NAMES_SHOWN = names_shown()
PATHS = frozenset({"previous", "next", "svg", "csv", "skip", "again", "form"})
"""Fields with paths whose names do not say so."""
MARKUP = frozenset({"html", "context", "picture", "way", "trend"})
"""Fields with markup that the desk made, each of its texts escaped: they are looked at in a casebook full of hostile words."""
PARCELS = tuple(" ".join(WORDS[at : at + 500]) for at in range(0, len(WORDS), 500))
"""All 2,000 words in four parcels: one parcel goes into one place where a field is shown, the next into the next."""


@dataclass
class Filled:
    """Page values made from their types alone, with hostile words in every text that a template shows.

    yes: the value of every yes or no. had: how many parcels each field has had; one that had all gets a single word more.
    """

    yes: bool
    had: dict[str, int]

    def page(self, kind: Any, field: str = "", *, listed: bool = False) -> Any:
        """A value of a type: lists have as many rows as there are parcels, and what is no list gets all of them at once.

        Markup made by the desk is empty, paths are paths.
        """
        origin = typing.get_origin(kind)
        if origin is tuple and Ellipsis not in typing.get_args(kind):
            return tuple(self.page(arg, field, listed=listed) for arg in typing.get_args(kind))
        if origin is tuple:
            return tuple(self.page(typing.get_args(kind)[0], field, listed=True) for _parcel in PARCELS)
        if origin in (types.UnionType, typing.Union):
            one = next(arg for arg in typing.get_args(kind) if arg is not type(None))
            return self.page(one, field, listed=listed)
        if isinstance(kind, type) and dataclasses.is_dataclass(kind):
            hints = typing.get_type_hints(kind)
            made = {
                f.name: self.page(hints[f.name], f"{kind.__name__}.{f.name}", listed=listed)
                for f in dataclasses.fields(kind)
            }
            return kind(**made)
        if kind is str:
            return self._text(field, listed=listed)
        return {bool: self.yes, int: 2, float: 2.0}[kind]

    def _text(self, field: str, *, listed: bool) -> str:
        name = field.rpartition(".")[2]
        if name in MARKUP:
            return SafeString("")
        if name in PATHS or name.endswith(("href", "action")):
            return "/"
        if name not in NAMES_SHOWN or name.endswith(("lang", "_id")):
            return "en"
        had = self.had.get(field, 0)
        self.had[field] = had + (1 if listed else len(PARCELS))
        if had >= len(PARCELS):
            return KINDS[0]
        return PARCELS[had] if listed else " ".join(PARCELS)
