"""Documented incidents by month around an order's date, with what is not told yet, and who published beside it.

Rules:
- A full bar is what happened in the month for sure, a hatched one what may have; an empty frame on top is what is probably
  not told yet, with its interval as a line. Months that are told too little are shaded, so that no fall is read off them.
- The order's day is a line, an order known to a span of days a band. What no change would give is a line through the bars.
- Below stand outlets and sources by month: more of them look like more incidents.
- The table beside the picture holds every number in it; `rows_of` gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from testigo.desk.seeing.svg import Node, link, node, picture
from testigo.desk.seeing.timeline import ticks
from testigo.trend import Change, Month

WIDTH, LEFT, RIGHT, TOP = 960.0, 44.0, 12.0, 34.0
BARS, GAP, BELOW, KEY = 240.0, 46.0, 70.0, 78.0
FLOOR = TOP + BARS
BASE = FLOOR + GAP + BELOW


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the picture in the language of the page. month: "{month}: {documented} documented ..."."""

    title: str
    about: str
    month: str = "{month}: {documented} documented, {sure} of them for sure; {told} of the month told so far; {outlets} outlets"
    unknown: str = "not known how much"
    order: str = "order"
    sure: str = "in this month for sure"
    possible: str = "may be in this month"
    untold: str = "probably not told yet (95 %)"
    shaded: str = "told too little to be compared"
    unchanged: str = "would be told by now without a change"
    control: str = "control series"
    outlets: str = "outlets"
    sources: str = "sources"


def trend(change: Change, words: Words, href: Callable[[str], str] | None = None) -> Node | None:
    """The picture; None where there is no month to draw. href: the address of the incidents of a month ("2021-10")."""
    months = change.months
    if not months:
        return None
    scale = _Scale(months)
    marks = [*_shades(months, scale), *_rules(months, scale), *_order(change, scale, words)]
    for n, month in enumerate(months):
        bar = _bar(n, month, scale)
        told = words.unknown if month.told is None else f"{month.told:.0%}"
        label = words.month.format(
            month=month.key,
            documented=f"{month.documented:.3g}",
            sure=month.sure,
            told=told,
            outlets=month.outlets,
        )
        marks.append(
            link(href(month.key), label, *bar, class_="row")
            if href
            else node("g", node("title", text=label), *bar)
        )
    marks += [*_lines(months, scale), *_reporting(months, scale, words), *_key(change, words)]
    return picture((WIDTH, BASE + KEY), words.title, words.about, marks, name="trend")


def rows_of(change: Change) -> tuple[tuple[str | float, ...], ...]:
    """The table: month, side, documented, sure, possible, with what is not told yet (value, low, high), told so far,
    outlets, sources, reports, control, expected without a change. An empty cell is not known.
    """
    return tuple(
        (m.key, m.side, round(m.documented, 2), m.sure, m.possible, *(round(v, 2) for v in (m.corrected.value, m.corrected.low, m.corrected.high)),
         "" if m.told is None else round(m.told, 3), m.outlets, m.origins, m.reports, "" if m.control is None else round(m.control, 2),
         "" if m.unchanged is None else round(m.unchanged, 2))
        for m in change.months
    )  # fmt: skip


class _Scale:
    """Months to places across, numbers to places up; the interval of what is not told yet may leave the picture."""

    def __init__(self, months: Sequence[Month]) -> None:
        self.step = (WIDTH - LEFT - RIGHT) / len(months)
        tallest = [max(m.documented, m.corrected.value, m.unchanged or 0, m.control or 0) for m in months]
        self.top = _round_up(max(*tallest, min(max(m.corrected.high for m in months), 2 * max(tallest)), 1.0))
        self.voices = max(max(m.outlets, m.origins) for m in months) or 1
        self.first, self.days = months[0].first, [m.first for m in months]

    def x(self, n: float) -> float:
        return LEFT + self.step * n

    def y(self, value: float) -> float:
        return FLOOR - BARS * min(value, self.top) / self.top

    def below(self, value: int) -> float:
        return BASE - BELOW * value / self.voices


def _round_up(value: float) -> float:
    """The next 1, 2, 5, 10, 20, 50 ... that is not below."""
    size = 1.0
    while True:
        for step in (1, 2, 5):
            if value <= step * size:
                return step * size
        size *= 10


def _bar(n: int, month: Month, scale: _Scale) -> list[Node]:
    x, width = scale.x(n) + scale.step * 0.12, scale.step * 0.76
    marks = [node("rect", x=scale.x(n), y=TOP, width=scale.step, height=BARS, class_="hit")]
    if month.documented > 0:
        y = scale.y(month.documented)
        marks.append(
            node(
                "rect",
                x=x,
                y=y,
                width=width,
                height=FLOOR - y,
                class_="band authority",
                fill="url(#trend-authority)",
            )
        )
    if month.sure:
        y = scale.y(month.sure)
        marks.append(node("rect", x=x, y=y, width=width, height=FLOOR - y, class_="certain"))
    if month.under_reported:
        whole, base = scale.y(month.corrected.value), scale.y(month.documented)
        if base > whole:
            marks.append(node("rect", x=x, y=whole, width=width, height=base - whole, class_="untold"))
        middle = x + width / 2
        low, high = scale.y(month.corrected.low), scale.y(month.corrected.high)
        marks.append(
            node(
                "path",
                d=f"M{middle - 3:.1f} {high:.1f}h6M{middle:.1f} {high:.1f}V{low:.1f}M{middle - 3:.1f} {low:.1f}h6",
                class_="interval",
            )
        )
    return marks


def _shades(months: Sequence[Month], scale: _Scale) -> list[Node]:
    return [
        node(
            "rect",
            x=scale.x(n),
            y=TOP,
            width=scale.step,
            height=BARS,
            class_="shade",
            fill="url(#trend-view)",
        )
        for n, month in enumerate(months)
        if month.under_reported
    ]


def _rules(months: Sequence[Month], scale: _Scale) -> list[Node]:
    """Lines for the numbers, and the months that have room for a label."""
    marks: list[Node] = []
    for part in (0.0, 0.5, 1.0):
        value, y = scale.top * part, scale.y(scale.top * part)
        marks.append(node("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="tick"))
        marks.append(node("text", text=f"{value:g}", x=LEFT - 6, y=y + 4, class_="axis", text_anchor="end"))
    places = {month.key: n for n, month in enumerate(months)}
    for day, label in ticks(months[0].first.replace(day=1), months[-1].last, 12):
        if (key := day.isoformat()[:7]) in places and day.day == 1:
            x = scale.x(places[key])
            marks.append(node("line", x1=x, x2=x, y1=FLOOR, y2=FLOOR + 6, class_="tick"))
            marks.append(node("text", text=label, x=x + 2, y=FLOOR + 18, class_="axis"))
    return [node("g", *marks, aria_hidden="true")]


def _order(change: Change, scale: _Scale, words: Words) -> list[Node]:
    months, question = change.months, change.question
    if not months[0].first <= question.first <= months[-1].last:
        return []

    def at(day_number: int) -> float:
        n = max(n for n, m in enumerate(months) if m.first.toordinal() <= day_number)
        span = months[n].last.toordinal() - months[n].first.toordinal() + 1
        return scale.x(n + min(day_number - months[n].first.toordinal(), span) / span)

    start, end = at(question.first.toordinal()), at(min(question.last, months[-1].last).toordinal())
    band = (
        [node("rect", x=start, y=TOP, width=end - start, height=BARS, class_="around")] if end > start else []
    )
    right = start > WIDTH * 0.7
    label = node(
        "text", text=f"{words.order} {question.first.isoformat()}", x=start - 5 if right else start + 5, y=TOP - 10,
        class_="label", text_anchor="end" if right else "start",
    )  # fmt: skip
    return [*band, node("line", x1=start, x2=start, y1=TOP - 22, y2=BASE, class_="order"), label]


def _lines(months: Sequence[Month], scale: _Scale) -> list[Node]:
    """What no change would give (dashes), and the control series (dots with a line)."""
    marks = [
        node(
            "line",
            x1=scale.x(n),
            x2=scale.x(n + 1),
            y1=scale.y(m.unchanged),
            y2=scale.y(m.unchanged),
            class_="unchanged",
        )
        for n, m in enumerate(months)
        if m.unchanged is not None
    ]
    control = [(scale.x(n + 0.5), scale.y(m.control)) for n, m in enumerate(months) if m.control is not None]
    if control:
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in control)
        marks += [node("path", d=path, class_="control")]
        marks += [node("circle", cx=x, cy=y, r=2.5, class_="control-dot") for x, y in control]
    return [node("g", *marks, class_="over", aria_hidden="true")]


def _reporting(months: Sequence[Month], scale: _Scale, words: Words) -> list[Node]:
    """Outlets as bars, sources as a stepped line, below the months."""
    marks = [node("line", x1=LEFT, x2=WIDTH - RIGHT, y1=BASE, y2=BASE, class_="tick"),
             node("text", text=str(scale.voices), x=LEFT - 6, y=BASE - BELOW + 8, class_="axis", text_anchor="end"),
             node("text", text=words.outlets, x=LEFT, y=FLOOR + GAP - 6, class_="axis")]  # fmt: skip
    for n, month in enumerate(months):
        if month.outlets:
            y = scale.below(month.outlets)
            marks.append(
                node(
                    "rect",
                    x=scale.x(n) + scale.step * 0.12,
                    y=y,
                    width=scale.step * 0.76,
                    height=BASE - y,
                    class_="outlets",
                )
            )
    if any(m.origins for m in months):
        path = "M" + "L".join(
            f"{scale.x(n):.1f} {scale.below(m.origins):.1f}L{scale.x(n + 1):.1f} {scale.below(m.origins):.1f}"
            for n, m in enumerate(months)
        )
        marks.append(node("path", d=path, class_="sources"))
        marks.append(node("text", text=f"— {words.sources}", x=LEFT + 90, y=FLOOR + GAP - 6, class_="axis"))
    return [node("g", *marks, aria_hidden="true")]


def _key(change: Change, words: Words) -> list[Node]:
    """What each mark means, in rows of three; only marks that are in the picture."""
    months = change.months
    swatch = {"width": "22", "height": "12"}
    entries: list[tuple[str, str, dict[str, str]]] = [("rect", words.sure, {"class_": "certain", **swatch})]
    if any(m.documented > m.sure for m in months):
        entries.append(
            ("rect", words.possible, {"class_": "band authority", "fill": "url(#trend-authority)", **swatch})
        )
    if any(m.under_reported for m in months):
        entries.append(("rect", words.untold, {"class_": "untold", **swatch}))
        entries.append(("rect", words.shaded, {"class_": "shade", "fill": "url(#trend-view)", **swatch}))
    if any(m.unchanged is not None for m in months):
        entries.append(("path", words.unchanged, {"class_": "unchanged", "d": "M0 6h22"}))
    if any(m.control is not None for m in months):
        entries.append(("path", words.control, {"class_": "control", "d": "M0 6h22"}))
    marks = []
    for n, (tag, text, looks) in enumerate(entries):
        x, y = LEFT + 300 * (n % 3), BASE + 22 + 24 * (n // 3)
        mark = node(tag, **looks)
        marks.append(
            node(
                "g",
                mark,
                node("text", text=text, x=30, y=10.5, class_="label"),
                transform=f"translate({x:g} {y:g})",
            )
        )
    return [node("g", *marks, class_="key")]
