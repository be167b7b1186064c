"""A timeline on which a date is as wide as it is known: a day is a thin mark, a month a band, an open end fades.

Rules:
- One row per claim, in the order of first days; the caller pages, and says how many are not shown.
- Claims without a year, or without any date, are not drawn: they come back in lists of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from testigo.desk.seeing.happening import Happening, When
from testigo.desk.seeing.svg import Node, link, node, picture

WIDTH, LEFT, RIGHT, ROW, TOP = 960.0, 12.0, 12.0, 24.0, 46.0
THINNEST = 3.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture (None: nothing has a date with a year), what it shows, and what it cannot show."""

    picture: Node | None
    shown: tuple[Happening, ...]
    undated: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the picture in the language of the page. about: the spoken description."""

    title: str
    about: str
    open_start: str = "begins earlier, not known when"
    open_end: str = "goes on, not known until when"


def timeline(happenings: Iterable[Happening], href: Callable[[int], str], words: Words) -> Timeline:
    """Draw the happenings that have a date. href: the address of a claim."""
    items = sorted(
        happenings, key=lambda h: (h.when is None, h.when and h.when.first, h.when and h.when.last, h.claim)
    )
    dated = tuple(h for h in items if h.when)
    undated = tuple(h for h in items if not h.when)
    whens = [h.when for h in dated if h.when]
    if not whens:
        return Timeline(None, (), undated)
    scale = _Scale(min(w.first for w in whens), max(w.last for w in whens))
    height = TOP + ROW * len(dated) + 8
    rows = [
        _row(h, w, TOP + ROW * n, scale, href, words)
        for n, (h, w) in enumerate(zip(dated, whens, strict=True))
    ]
    return Timeline(
        picture((WIDTH, height), words.title, words.about, [*_axis(scale, height), *rows], name="timeline"),
        dated,
        undated,
    )


class _Scale:
    """Days to places across the picture, with a margin of a twentieth on both sides."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        margin = max((last - first).days // 20, 3)
        self.first = dt.date.fromordinal(max(first.toordinal() - margin, 1))
        self.last = dt.date.fromordinal(min(last.toordinal() + margin, dt.date.max.toordinal()))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def at(self, day: dt.date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - self.first).days / self.days

    def after(self, day: dt.date) -> float:
        """The place where the day ends."""
        return LEFT + (WIDTH - LEFT - RIGHT) * ((day - self.first).days + 1) / self.days


def _row(
    item: Happening, when: When, top: float, scale: _Scale, href: Callable[[int], str], words: Words
) -> Node:
    start, end = scale.at(when.first), scale.after(when.last)
    width = max(end - start, THINNEST)
    about = [item.label, f"{when.words} ({when.edtf})", item.act, item.status]
    about += [words.open_start] * when.open_start + [words.open_end] * when.open_end
    marks = [node("rect", x=start, y=top + 5, width=width, height=ROW - 12, rx=1.5,
                  class_=f"band {item.family} {item.status}", fill=f"url(#timeline-{item.family})")]  # fmt: skip
    if when.open_start:
        marks.append(_arrow(start, top + ROW / 2 - 1, -1))
    if when.open_end:
        marks.append(_arrow(start + width, top + ROW / 2 - 1, 1))
    right = start + width + 10 > WIDTH * 0.62
    start -= 10 * when.open_start
    label = node("text", text=_cut(f"{item.act}: {item.label}" if item.label else item.act), x=start - 6 if right else end + 8 + 10 * when.open_end, y=top + ROW / 2 + 3,
                 class_="label", text_anchor="end" if right else "start")  # fmt: skip
    hit = node("rect", x=0, y=top, width=WIDTH, height=ROW, class_="hit")
    return link(href(item.claim), " · ".join(about), hit, *marks, label, class_="row")


def _arrow(x: float, y: float, way: int) -> Node:
    return node("path", d=f"M{x:.1f} {y - 5:.1f}l{8 * way} 5l{-8 * way} 5", class_="open")


def _cut(text: str, most: int = 62) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _axis(scale: _Scale, height: float) -> list[Node]:
    """Ticks at days, months, quarters, years, fives or tens of years: at most sixteen with a label."""
    marks = []
    for day, label in ticks(scale.first, scale.last):
        x = scale.at(day)
        marks.append(node("line", x1=x, x2=x, y1=TOP - 8, y2=height, class_="tick"))
        marks.append(node("text", text=label, x=x + 3, y=TOP - 14, class_="axis"))
    return [node("g", *marks, aria_hidden="true")]


def ticks(first: dt.date, last: dt.date, most: int = 16) -> Sequence[tuple[dt.date, str]]:
    """The days to mark between two days, with their labels: the finest step that gives at most `most`."""
    if (last - first).days < most:
        return [
            (day, day.isoformat())
            for day in (first + dt.timedelta(n) for n in range((last - first).days + 1))
        ]
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200):
        found, index = [], -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // months) * months
        while (at := index // 12) <= 9999 and (day := dt.date(max(at, 1), index % 12 + 1, 1)) <= last:
            found.append((day, f"{day.year}" if months >= 12 else f"{day.year}-{day.month:02d}"))
            index += months
        if len(found) <= most:
            return found
    return []
