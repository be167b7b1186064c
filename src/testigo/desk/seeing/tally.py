"""Counts of claims by act, place and month, as a table and as bars, with imprecise dates spread over their days.

Rules:
- A count is of claims, not of events: ten reports of one arrest count ten times until people have linked them.
- A claim dated "in early September" counts for September; one dated "in the autumn" is spread over its months in
  proportion to days, and its share is shown as a share. Claims without a year stand in a row of their own.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from testigo.desk.seeing.happening import Happening, When, province_of
from testigo.desk.seeing.svg import Node, link, node, picture

WIDTH, ROW, LABEL = 640.0, 24.0, 190.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a count. key: what the filter link takes; whole: claims that fall here for sure; share: the sum with
    the shares of claims that may fall elsewhere too.
    """

    key: str
    label: str
    whole: int
    share: float
    family: str = "people"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the bars in the language of the page."""

    title: str
    about: str
    claims: str = "{name}: {count} claims"


def by_act(happenings: Iterable[Happening]) -> tuple[Bar, ...]:
    """Claims by act, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in happenings:
        counts[item.act, item.family] += item.claims
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Bar(act, act, n, float(n), family) for (act, family), n in rows)


def by_province(happenings: Iterable[Happening], name: Callable[[str], str]) -> tuple[Bar, ...]:
    """Claims by first-level unit; key "" for those whose place is not told or not known. name: of a unit, for people."""
    counts: Counter[str] = Counter()
    for item in happenings:
        counts[next((p for p in map(province_of, item.places) if p), "")] += item.claims
    rows = sorted(counts.items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))
    return tuple(Bar(key, name(key), n, float(n)) for key, n in rows)


def by_month(happenings: Iterable[Happening], most: int = 240) -> tuple[Bar, ...]:
    """Claims by month of what they tell of, oldest first, months without claims between them included; at most `most`.

    Key "" comes last: claims without a year, and those spread over more than ten years.
    """
    whole: Counter[str] = Counter()
    share: defaultdict[str, float] = defaultdict(float)
    unknown = 0
    for item in happenings:
        months = month_shares(item.when) if item.when else {}
        if not months:
            unknown += item.claims
        for month, part in months.items():
            share[month] += part * item.claims
            whole[month] += item.claims * (part == 1.0)
    keys = _filled(sorted(share))[-most:]
    bars = tuple(Bar(key, key, whole[key], round(share[key], 2)) for key in keys)
    return bars + ((Bar("", "", unknown, float(unknown)),) if unknown else ())


def month_shares(when: When) -> dict[str, float]:
    """For each month the share of the days that a date may mean; empty where that is more than ten years."""
    if when.days > 3653 or when.open_start or when.open_end:
        return {}
    if when.first == when.last:
        return {f"{when.first.year:04d}-{when.first.month:02d}": 1.0}
    shares: dict[str, float] = {}
    day = when.first
    while day <= when.last:
        end = min(dt.date(day.year, day.month, calendar.monthrange(day.year, day.month)[1]), when.last)
        shares[f"{day.year:04d}-{day.month:02d}"] = ((end - day).days + 1) / when.days
        if end == dt.date.max:
            break
        day = end + dt.timedelta(1)
    return shares


def _filled(months: list[str]) -> list[str]:
    if not months:
        return []
    first, last = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (months[0], months[-1]))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1)]


def number(share: float) -> str:
    """A count, or a share of one, for people: 1,234,567 or 0.5."""
    return f"{share:,.2f}".rstrip("0").rstrip(".")


def bars(rows: Iterable[Bar], href: Callable[[str], str], words: Words, name: str) -> Node | None:
    """Bars with their numbers; None where there is nothing to count. name: class and id stem of the picture.

    Rows with an empty key (not known) stand in the table alone: as a bar they would dwarf what is known.
    """
    items = [r for r in rows if r.share and r.key]
    if not items:
        return None
    longest = max(r.share for r in items)
    marks = []
    for n, row in enumerate(items):
        y, width = n * ROW, (WIDTH - LABEL - 70) * row.share / longest
        sure = (WIDTH - LABEL - 70) * row.whole / longest
        label = node("text", text=row.label, x=LABEL - 8, y=y + 16, class_="label", text_anchor="end")
        band = node("rect", x=LABEL, y=y + 4, width=max(width, 1.0), height=ROW - 8, class_=f"band {row.family}",
                    fill=f"url(#{name}-{row.family})")  # fmt: skip
        solid = (
            [node("rect", x=LABEL, y=y + 4, width=sure, height=ROW - 8, class_=f"sure {row.family}")]
            if row.whole
            else []
        )
        told = node("text", text=number(row.share), x=LABEL + width + 6, y=y + 16, class_="number")
        marks.append(link(href(row.key), words.claims.format(name=row.label, count=number(row.share)), label, band, *solid, told,
                          class_="row"))  # fmt: skip
    return picture((WIDTH, ROW * len(items) + 6), words.title, words.about, marks, name=name)
