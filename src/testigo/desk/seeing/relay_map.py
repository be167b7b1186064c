"""The relay map of one thing: who told whom, when; origins marked; how much each relay changed.

Rules:
- Time runs from left to right, one column for each day on which something was published; reports without a date stand last.
- Whoever tells first stands above what has it from there. An original is a hatched square, a relay a circle, what is not held a dashed
  square, a source a diamond: the shape says it without its colour.
- At most MOST reports are drawn; the table beside the picture has them all. Of the sources of a report at most MOST_SOURCES are drawn,
  and how many more there are is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testigo.desk.seeing.svg import Node, link, node, picture

MOST = 40
MOST_SOURCES = 6
LEFT, COLUMN, ROW, TOP, SIZE, SOURCE = 280.0, 150.0, 46.0, 40.0, 9.0, 18.0
LABEL = 150.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A report, or an outlet whose report is not held (href empty). day: ISO or empty; sources: those who speak first here."""

    key: str
    label: str
    day: str
    href: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """One report has it from another. said: how much it changed, in words; label: spoken."""

    original: str
    relay: str
    href: str
    said: str
    label: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the picture in the language of the page. more: how many sources more there are, with {} for the number."""

    title: str
    about: str
    no_date: str
    more: str = "+ {}"


def relay_map(spots: Sequence[Spot], ties: Sequence[Tie], words: Words) -> Node | None:
    """Draw it; None where there is nothing to draw."""
    if not spots:
        return None
    above = {t.relay: t.original for t in ties}
    rows = _rows(spots, above)[:MOST]
    days = sorted({s.day for s in rows if s.day}) + ([""] if any(not s.day for s in rows) else [])
    left = LEFT if any(s.sources and s.key not in above for s in rows) else 40.0
    x = {day: left + COLUMN * (n + 0.3) for n, day in enumerate(days)}
    shown = {s.key: _shown(s, words) if s.key not in above else () for s in rows}
    heights = [max(ROW, SOURCE * len(shown[s.key]) + 14) for s in rows]
    at = {s.key: (x[s.day], TOP + sum(heights[:n]) + heights[n] / 2) for n, s in enumerate(rows)}
    width, height = left + COLUMN * len(days) + LABEL, TOP + sum(heights) + 12
    children = [_axis(days, x, height, words)]
    children += [_tie(t, at) for t in ties if t.original in at and t.relay in at]
    for spot in rows:
        children += _sources(shown[spot.key], at[spot.key])
        children.append(_spot(spot, at[spot.key], is_relay=spot.key in above))
    return picture((width, height), words.title, words.about, children, name="relaymap")


def _rows(spots: Sequence[Spot], above: Mapping[str, str]) -> list[Spot]:
    """Each original followed by what has it from there, by date."""
    below: dict[str, list[Spot]] = {}
    known = {s.key for s in spots}
    for spot in sorted(spots, key=lambda s: (not s.day, s.day, s.key)):
        top = above.get(spot.key, "")
        below.setdefault(top if top in known else "", []).append(spot)
    out: list[Spot] = []

    def walk(key: str) -> None:
        for spot in below.get(key, ()):
            out.append(spot)
            walk(spot.key)

    walk("")
    return out


def _axis(days: Sequence[str], x: Mapping[str, float], height: float, words: Words) -> Node:
    marks = []
    for day in days:
        marks.append(node("line", x1=x[day], x2=x[day], y1=TOP - 14, y2=height, class_="tick"))
        marks.append(
            node("text", text=day or words.no_date, x=x[day], y=TOP - 22, class_="axis", text_anchor="middle")
        )
    return node("g", *marks, aria_hidden="true")


def _tie(tie: Tie, at: Mapping[str, tuple[float, float]]) -> Node:
    (x0, y0), (x1, y1) = at[tie.original], at[tie.relay]
    end = x1 - SIZE - 3 if x1 > x0 else x1 + SIZE + 3 if x1 < x0 else x1
    if x1 == x0:
        line, head = f"M{x0:.1f} {y0 + SIZE:.1f}V{y1 - SIZE - 3:.1f}", (x1, y1 - SIZE - 3, 0.0, 1.0)
    else:
        line, head = f"M{x0:.1f} {y0 + SIZE:.1f}V{y1:.1f}H{end:.1f}", (end, y1, 1.0 if x1 > x0 else -1.0, 0.0)
    hx, hy, dx, dy = head
    arrow = f"M{hx:.1f} {hy:.1f}l{-8 * dx - 4 * dy:.1f} {-8 * dy - 4 * dx:.1f}l{8 * dy:.1f} {8 * dx:.1f}Z"
    side = min(x0, x1) if x1 != x0 else x0
    text = node("text", text=tie.said, x=side + 7, y=y1 - 6, class_="label drift") if tie.said else None
    hit = node("path", d=line, class_="hit-line")
    marks = [hit, node("path", d=line, class_="tie"), node("path", d=arrow, class_="arrow")]
    return link(tie.href, tie.label, *marks, *([text] if text is not None else []), class_="area")


def _spot(spot: Spot, at: tuple[float, float], *, is_relay: bool) -> Node:
    x, y = at
    if not spot.href:
        mark = node("rect", x=x - SIZE, y=y - SIZE, width=2 * SIZE, height=2 * SIZE, class_="spot unheld")
    elif is_relay:
        mark = node("circle", cx=x, cy=y, r=SIZE, class_="spot relay")
    else:
        mark = node(
            "rect",
            x=x - SIZE,
            y=y - SIZE,
            width=2 * SIZE,
            height=2 * SIZE,
            class_="spot first",
            fill="url(#relaymap-authority)",
        )
    label = node("text", text=_cut(spot.label), x=x + SIZE + 6, y=y + 4, class_="name")
    if not spot.href:
        return node("g", mark, label)
    return link(spot.href, f"{spot.label} · {spot.day}".rstrip(" ·"), mark, label, class_="spot-link")


def _shown(spot: Spot, words: Words) -> tuple[str, ...]:
    """The sources that are drawn, and how many more there are."""
    left = len(spot.sources) - MOST_SOURCES
    if left <= 0:
        return tuple(_cut(source, 34) for source in spot.sources)
    kept = spot.sources[: MOST_SOURCES - 1]
    return (*(_cut(source, 34) for source in kept), words.more.format(left + 1))


def _sources(shown: Sequence[str], at: tuple[float, float]) -> list[Node]:
    """The sources of an original at the left, each with a thin line to it."""
    made: list[Node] = []
    for n, source in enumerate(shown):
        y = at[1] + (n - (len(shown) - 1) / 2) * SOURCE
        made.append(
            node("path", d=f"M{LEFT - 24:.1f} {y:.1f}L{at[0] - SIZE - 2:.1f} {at[1]:.1f}", class_="voice")
        )
        made.append(node("path", d=f"M{LEFT - 24:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6Z", class_="source"))
        made.append(node("text", text=source, x=LEFT - 36, y=y + 4, class_="label", text_anchor="end"))
    return made


def _cut(text: str, most: int = 24) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
