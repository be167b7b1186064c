"""The relay map of one thing: who told whom, when; origins marked; how much each relay changed.

Rules:
- Time runs from left to right, one column for each day on which something was published; reports without a date stand last.
- Each report has a row of its own, and whoever tells first stands above what has it from there. A line leaves an original below its
  mark, goes down in a lane left of everything that it passes, and reaches its relay from the left: it meets no mark and no name but
  those of its two ends, however many reports share a day. Lanes of two originals are never the same.
- An original is a hatched square, a relay a circle, what is not held a dashed square, a source a diamond: the shape says it
  without its colour. Where nothing tells which of two came first, the line is dashed and has no point.
- The picture has the size that its words need: letters keep theirs, and what has no room scrolls.
- At most MOST reports are drawn; the table beside the picture has them all. Of the sources of a report at most MOST_SOURCES are drawn,
  and how many more there are is said. A long name is cut, what stands below it (not held, how much changed) never.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testigo.desk.seeing.svg import Node, link, node, picture

MOST = 40
MOST_SOURCES = 6
COLUMN, ROW, TOP, SIZE, SOURCE, LANE, EDGE = 132.0, 54.0, 40.0, 9.0, 19.0, 13.0, 16.0
BETWEEN = 24.0
"""From the sources to the first lane."""
NAME, WORDS_OF_SOURCE = 34, 44
"""Letters of a name, of a source, before they are cut; one of Hangul counts for two."""
LETTER = 7.1
"""How wide a letter of 13 pixels is at most, on average."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A report, or an outlet whose report is not held (href empty). day: ISO or empty; sources: those who speak first here.

    mark: what must stand with the name, whatever its length ("not held").
    """

    key: str
    label: str
    day: str
    href: str
    sources: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """One report has it from another. said: how much it changed, in words; label: spoken. sure: it is known which came first."""

    original: str
    relay: str
    href: str
    said: str
    label: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the picture in the language of the page. more: how many sources more there are, with {} for the number."""

    title: str
    about: str
    no_date: str
    more: str = "+ {}"


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where everything stands. lane: by the key of an original, where its lines go down; bottom: of the row of a report."""

    at: Mapping[str, tuple[float, float]]
    bottom: Mapping[str, float]
    lane: Mapping[str, float]


def relay_map(spots: Sequence[Spot], ties: Sequence[Tie], words: Words) -> Node | None:
    """Draw it; None where there is nothing to draw."""
    if not spots:
        return None
    above = _above(spots, ties)
    rows = _rows(spots, above)[:MOST]
    shown = {s.key: _shown(s, words) if s.key not in above else () for s in rows}
    days = sorted({s.day for s in rows if s.day}) + ([""] if any(not s.day for s in rows) else [])
    kept = {s.key for s in rows}
    drawn = [tie for tie in ties if tie.original in kept and tie.relay in kept]
    places = _heights(rows, above)
    others = list(dict.fromkeys(t.original for t in drawn if above.get(t.relay) != t.original))
    sources = max((_wide(words_) for found in shown.values() for words_ in found), default=0.0)
    left = EDGE + (sources + 2 * SIZE + BETWEEN if sources else 0.0)
    first = left + LANE * (len(others) + max(places.values(), default=0)) + SIZE + 12
    x = {day: first + COLUMN * n for n, day in enumerate(days)}
    placed = _placed(rows, shown, above, places, x)
    placed = _Placed(
        placed.at,
        placed.bottom,
        {**placed.lane, **{f"{key} too": left + LANE * n for n, key in enumerate(others)}},
    )
    said = {t.relay: t.said for t in drawn}
    names = max(
        x[s.day] + SIZE + 7 + max(_wide(_cut(s.label, NAME)), _wide(said.get(s.key, "")), _wide(s.mark))
        for s in rows
    )
    width, height = max(names, max(x.values()) + COLUMN / 2) + EDGE, max(placed.bottom.values()) + 8
    children = [_axis(days, x, height, words)]
    for spot in rows:
        children += _sources(shown[spot.key], placed.at[spot.key], left - BETWEEN)
    children += [_tie(t, placed, own=above.get(t.relay) == t.original) for t in drawn]
    children += [_spot(spot, placed.at[spot.key], is_relay=spot.key in above) for spot in rows]
    made = picture((width, height), words.title, words.about, children, name="relaymap")
    made.set("width", f"{width:.0f}")
    made.set("height", f"{height:.0f}")
    return made


# --- where ----------------------------------------------------------------------------------------------------------


def _above(spots: Sequence[Spot], ties: Sequence[Tie]) -> dict[str, str]:
    """For each relay the original that it stands below: the first that is drawn and does not stand below it already."""
    known = {s.key for s in spots}
    above: dict[str, str] = {}
    for tie in ties:
        up: str | None = tie.original
        while up is not None and up != tie.relay:
            up = above.get(up)
        if up is None and tie.relay not in above and {tie.original, tie.relay} <= known:
            above[tie.relay] = tie.original
    return above


def _rows(spots: Sequence[Spot], above: Mapping[str, str]) -> list[Spot]:
    """Each original followed by what has it from there, by date."""
    below: dict[str, list[Spot]] = {}
    for spot in sorted(spots, key=lambda s: (not s.day, s.day, s.key)):
        below.setdefault(above.get(spot.key, ""), []).append(spot)
    out: list[Spot] = []

    def walk(key: str) -> None:
        for spot in below.get(key, ()):
            out.append(spot)
            walk(spot.key)

    walk("")
    return out


def _heights(rows: Sequence[Spot], above: Mapping[str, str]) -> dict[str, int]:
    """How many generations have it from each report that others have it from."""
    found: dict[str, int] = {}
    for spot in reversed(rows):  # relays stand below their originals
        if (top := above.get(spot.key)) is not None:
            found[top] = max(found.get(top, 0), found.get(spot.key, 0) + 1)
    return found


def _placed(
    rows: Sequence[Spot], shown: Mapping[str, Sequence[str]], above: Mapping[str, str], generations: Mapping[str, int],
    x: Mapping[str, float],
) -> _Placed:  # fmt: skip
    """Rows one below the other; the lane of an original lies left of it and of all that has it from there."""
    at: dict[str, tuple[float, float]] = {}
    bottom: dict[str, float] = {}
    down = TOP
    for spot in rows:
        height = max(ROW, SOURCE * len(shown[spot.key]) + 18)
        at[spot.key] = (x[spot.day], down + height / 2)
        down += height
        bottom[spot.key] = down
    leftmost = {key: place[0] for key, place in at.items()}
    for spot in reversed(rows):
        if (top := above.get(spot.key)) in leftmost:
            leftmost[top] = min(leftmost[top], leftmost[spot.key])
    lane = {key: leftmost[key] - SIZE - LANE * many for key, many in generations.items() if key in at}
    return _Placed(at, bottom, lane)


# --- marks ----------------------------------------------------------------------------------------------------------


def _axis(days: Sequence[str], x: Mapping[str, float], height: float, words: Words) -> Node:
    marks = []
    for day in days:
        marks.append(node("line", x1=x[day], x2=x[day], y1=TOP - 14, y2=height, class_="tick"))
        marks.append(
            node("text", text=day or words.no_date, x=x[day], y=TOP - 22, class_="axis", text_anchor="middle")
        )
    return node("g", *marks, aria_hidden="true")


def _tie(tie: Tie, placed: _Placed, *, own: bool) -> Node:
    """A line with its point and how much changed on it. own: the relay stands below this original; else it has a lane at the left."""
    (x0, y0), (x1, y1) = placed.at[tie.original], placed.at[tie.relay]
    lane = placed.lane[tie.original if own else f"{tie.original} too"]
    below, end, to = placed.bottom[tie.original] - 4, x1 - SIZE - 2, y1 if own else y1 + 6
    line = f"M{x0:.1f} {y0 + SIZE:.1f}V{below:.1f}H{lane:.1f}V{to:.1f}H{end:.1f}"
    kind = "tie" if tie.sure else "tie unsure"
    marks = [node("path", d=line, class_="hit-line"), node("path", d=line, class_=kind)]
    if tie.sure:
        marks.append(node("path", d=f"M{end:.1f} {to:.1f}l-8 -4v8Z", class_="arrow"))
    if tie.said and own:
        marks.append(node("text", text=tie.said, x=x1 + SIZE + 6, y=y1 + 18, class_="label drift"))
    return link(tie.href, tie.label, *marks, class_="area")


def _spot(spot: Spot, at: tuple[float, float], *, is_relay: bool) -> Node:
    x, y = at
    if spot.href and is_relay:
        mark = node("circle", cx=x, cy=y, r=SIZE, class_="spot relay")
    else:
        look = (
            {"class_": "spot first", "fill": "url(#relaymap-authority)"}
            if spot.href
            else {"class_": "spot unheld"}
        )
        mark = node("rect", x=x - SIZE, y=y - SIZE, width=2 * SIZE, height=2 * SIZE, **look)
    words = [node("text", text=_cut(spot.label, NAME), x=x + SIZE + 6, y=y + 3, class_="name")]
    if spot.mark:
        words.append(node("text", text=spot.mark, x=x + SIZE + 6, y=y + 18, class_="axis mark"))
    if not spot.href:
        whole = node("title", text=" · ".join(part for part in (spot.label, spot.mark) if part))
        return node("g", whole, mark, *words)
    return link(spot.href, f"{spot.label} · {spot.day}".rstrip(" ·"), mark, *words, class_="spot-link")


def _shown(spot: Spot, words: Words) -> tuple[str, ...]:
    """The sources that are drawn, and how many more there are."""
    left = len(spot.sources) - MOST_SOURCES
    if left <= 0:
        return tuple(_cut(source, WORDS_OF_SOURCE) for source in spot.sources)
    kept = spot.sources[: MOST_SOURCES - 1]
    return (*(_cut(source, WORDS_OF_SOURCE) for source in kept), words.more.format(left + 1))


def _sources(shown: Sequence[str], at: tuple[float, float], x: float) -> list[Node]:
    """The sources of an original at the left, each with a thin line to it. x: of their right end."""
    made: list[Node] = []
    for n, source in enumerate(shown):
        y = at[1] + (n - (len(shown) - 1) / 2) * SOURCE
        made.append(node("path", d=f"M{x:.1f} {y:.1f}L{at[0] - SIZE - 2:.1f} {at[1]:.1f}", class_="voice"))
        made.append(node("path", d=f"M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6Z", class_="source"))
        made.append(node("text", text=source, x=x - 12, y=y + 4, class_="label", text_anchor="end"))
    return made


def _letters(text: str) -> int:
    """How many letters wide a text is."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _wide(text: str) -> float:
    return LETTER * _letters(text)


def _cut(text: str, most: int) -> str:
    """A text of at most so many letters."""
    if _letters(text) <= most:
        return text
    kept = ""
    for letter in text:
        if _letters(kept + letter) >= most:
            break
        kept += letter
    return f"{kept.rstrip()}…"
