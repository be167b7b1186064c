"""The way of an order, drawn from top to bottom: each step a station with its day, who to whom, how, where.

Rules:
- Stations stand in the order of time; a station without a day of its own has an open mark, and its words say that no day is told.
- The shape of a station tells how the order was handed on, the words beside it say so too.
- Every station is a link to the words that tell it; the list beside the picture says the same.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from testigo.desk.seeing.svg import Node, link, node, picture

WIDTH, RAIL, ROW, LINE, TOP = 400.0, 14.0, 30.0, 17.0, 18.0
CHARACTERS, WIDE, DETAIL = 50, 26, 58


@dataclass(frozen=True, slots=True)
class Station:
    """One step as words. how_id: an id of orders/cues.py WAYS, "issued" or "not told"; day: in words, or ""."""

    who: str
    day: str
    how: str
    how_id: str
    where: str
    href: str


def way(stations: Sequence[Station], title: str, about: str) -> Node | None:
    """The picture, or None where nothing is told. title, about: what a screen reader speaks."""
    if not stations:
        return None
    made: list[Node] = []
    at = TOP
    centres: list[float] = []
    for station in stations:
        lines = _wrapped(station.who)
        centres.append(at)
        made.append(_station(station, lines, at))
        at += ROW + LINE * (len(lines) + (1 if station.where else 0))
    rail = [_arrow(a, b) for a, b in pairwise(centres)]
    return picture((WIDTH, at), title, about, [*rail, *made], name="way")


def _wrapped(text: str) -> list[str]:
    wide = sum(1 for c in text if ord(c) > 0x1100) > len(text) / 3
    return textwrap.wrap(text, WIDE if wide else CHARACTERS)[:3] or ["…"]


def _arrow(start: float, end: float) -> Node:
    tip = end - 9
    return node(
        "g",
        node("path", d=f"M{RAIL} {start + 8}V{tip}", class_="rail"),
        node("path", d=f"M{RAIL - 4} {tip - 6}L{RAIL} {tip}L{RAIL + 4} {tip - 6}", class_="rail"),
    )


def _station(station: Station, lines: Sequence[str], at: float) -> Node:
    left = RAIL + 18
    head = " · ".join(part for part in (station.day, station.how) if part)
    words = [node("text", text=head[:DETAIL], x=left, y=at + 4, class_="axis day")]
    words += [
        node("text", text=line, x=left, y=at + 4 + LINE * n, class_="label who")
        for n, line in enumerate(lines, 1)
    ]
    if station.where:
        below = at + 4 + LINE * (len(lines) + 1)
        words.append(node("text", text=station.where[:DETAIL], x=left, y=below, class_="axis"))
    hit = node("rect", x=0, y=at - 14, width=WIDTH, height=LINE * (len(lines) + 2) + 8, class_="hit")
    spoken = ", ".join(part for part in (station.day, station.who, station.how, station.where) if part)
    return link(station.href, spoken, hit, _mark(station, at), *words, class_="row")


def _mark(station: Station, at: float) -> Node:
    x, kind = RAIL, "station" if station.day else "station undated"
    if station.how_id == "issued":
        return node("circle", cx=x, cy=at, r=7, class_=kind)
    if station.how_id in ("meeting", "lecture", "neighbourhood unit"):
        return node("rect", x=x - 6, y=at - 6, width=12, height=12, class_=kind)
    if station.how_id in ("document", "telegram"):
        return node("path", d=f"M{x} {at - 8}L{x + 8} {at}L{x} {at + 8}L{x - 8} {at}Z", class_=kind)
    return node("circle", cx=x, cy=at, r=5, class_=kind)
