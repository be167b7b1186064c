"""A timeline on which a date is as wide as it is known: a day is a thin mark, a month a band, an open end fades.

Rules:
- One row per claim, in the order of first days; the caller pages, and says how many are not shown.
- The picture is as wide as the page: places along it are shares of its width, words keep their size. What a row is about
  stands above its band, so that nothing scrolls sideways on a telephone.
- Claims without a year, or without any date, are not drawn: they come back in lists of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from testigo.desk.seeing.happening import Happening, When
from testigo.desk.seeing.svg import Node, fluid, link, node

ROW, TOP, BAND = 34.0, 40.0, 12.0
THINNEST = 0.4
"""How wide a band is at least, in hundredths of the picture."""
LABELLED = 3
"""Where there is little room, the page's style sheet shows every third label of the axis."""
ROOM, ROOM_WHERE_NARROW = 8.0, 25.0
"""How much room a label needs to its right, in hundredths of a picture of 68 rem, and of one for a telephone."""


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
        fluid(height, words.title, words.about, [*_axis(scale, height), *rows], name="timeline"),
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
        """Where the day begins, in hundredths of the width."""
        return 100 * (day - self.first).days / self.days

    def after(self, day: dt.date) -> float:
        """Where the day ends."""
        return 100 * ((day - self.first).days + 1) / self.days


def _row(
    item: Happening, when: When, top: float, scale: _Scale, href: Callable[[int], str], words: Words
) -> Node:
    start, end = scale.at(when.first), scale.after(when.last)
    width = max(end - start, THINNEST)
    about = [item.label, f"{when.words} ({when.edtf})", item.act, item.status]
    about += [words.open_start] * when.open_start + [words.open_end] * when.open_end
    marks = [node("rect", x=_share(start), y=top + 18, width=_share(width), height=BAND, rx=1.5,
                  class_=f"band {item.family} {item.status}", fill=f"url(#timeline-{item.family})")]  # fmt: skip
    if when.open_start:
        marks.append(_arrow(start, top, -1))
    if when.open_end:
        marks.append(_arrow(start + width, top, 1))
    said = _cut(f"{item.act}: {item.label}" if item.label else item.act)
    label = node("text", text=said, x=0, y=top + 13, class_="label")
    hit = node("rect", x=0, y=top, width="100%", height=ROW, class_="hit")
    under = node("line", x1=0, x2="100%", y1=top + ROW, y2=top + ROW, class_="tick")
    return link(href(item.claim), " · ".join(about), hit, under, *marks, label, class_="row")


def _share(hundredths: float) -> str:
    return f"{hundredths:.2f}%"


def _arrow(at: float, top: float, way: int) -> Node:
    """A point at an end of a band: a picture inside the picture, since a path cannot stand at a share of the width."""
    path = node("path", d=f"M{3 * way} -5l{7 * way} 5l{-7 * way} 5", class_="open")
    return node("svg", path, x=_share(at), y=top + 18 + BAND / 2, overflow="visible", class_="end")


def _cut(text: str, most: int = 52) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _axis(scale: _Scale, height: float) -> list[Node]:
    """Ticks at days, weeks, months, quarters, years, fives or tens of years, with the labels that have room to their right."""
    marks = []
    for number, (day, label) in enumerate(ticks(scale.first, scale.last)):
        x, room = scale.at(day), 100 - scale.at(day)
        seldom = " often" if number % LABELLED or room < ROOM_WHERE_NARROW else ""
        marks.append(node("line", x1=_share(x), x2=_share(x), y1=TOP - 14, y2=height, class_="tick"))
        if room >= ROOM:
            marks.append(node("text", text=label, x=_share(x), y=TOP - 20, class_=f"axis{seldom}"))
    return [node("g", *marks, aria_hidden="true")]


def ticks(first: dt.date, last: dt.date, most: int = 9) -> Sequence[tuple[dt.date, str]]:
    """The days to mark between two days, with their labels: the finest step that gives at most `most`."""
    for days in (1, 2, 7):
        if (last - first).days < most * days:
            some = (first + dt.timedelta(n) for n in range(0, (last - first).days + 1, days))
            return [(day, day.isoformat()) for day in some]
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200):
        found, index = [], -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // months) * months
        while (at := index // 12) <= 9999 and (day := dt.date(max(at, 1), index % 12 + 1, 1)) <= last:
            found.append((day, f"{day.year}" if months >= 12 else f"{day.year}-{day.month:02d}"))
            index += months
        if len(found) <= most:
            return found
    return []
