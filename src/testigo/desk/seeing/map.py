"""A map of where claims say that something was, with their precision: towns are points, provinces are areas.

Rules:
- Served by us, no request to anyone. Outlines: Natural Earth (public domain), thinned to about a kilometre; no border
  is to be read off them. Points: the reference table, whose basis says how sure each is.
- A claim that names a town is a point at the town; one that names only a province counts for the whole province and
  is written into it, hatched; "the border area" is the line along the northern border. A point is never made up.
- The area of a point grows with its claims; where some town has more than a point of LARGEST shows, all of them are drawn
  smaller by one measure, so that a map of millions stays a map. A number stands in a point that has room for it.
- Claims whose place is not in the reference table come back in a list.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from testigo.desk.seeing.happening import Happening, province_of
from testigo.desk.seeing.svg import Node, link, node, picture
from testigo.reference import tables

WIDTH = 640.0
LARGEST = 22.0
"""The radius to which the point of the most claims may grow, in units of the picture, without the 4 that every point has."""
WEST, EAST, SOUTH, NORTH = 124.0, 130.95, 37.5, 43.15
LETTER = 6.6
"""How wide a letter of a name is, about, in units of the picture."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the table beside the map. precision: "town", "province", "border"; claims: how many name it."""

    id: str
    name: str
    hangul: str
    precision: str
    claims: int


@dataclass(frozen=True, slots=True)
class Map:
    """The picture, its rows, and the happenings whose place it cannot show."""

    picture: Node
    spots: tuple[Spot, ...]
    elsewhere: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the map in the language of the page. claims: "{name}: {count} claims"."""

    title: str
    about: str
    claims: str = "{name}: {count} claims"
    border: str = "the northern border, no town told"


@cache
def outlines() -> dict[str, list[Ring]]:
    """Province outlines by id: rings of longitude and latitude in degrees."""
    text = resources.files("testigo.desk.seeing").joinpath("outline_kp.json").read_text("utf-8")
    found: dict[str, list[Ring]] = json.loads(text)
    return found


def at(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to places in the picture, scaled so that distances are right at its middle."""
    scale = WIDTH / (EAST - WEST)
    return (longitude - WEST) * scale, (NORTH - latitude) * scale / math.cos(
        math.radians((NORTH + SOUTH) / 2)
    )


HEIGHT = at(EAST, SOUTH)[1]


def place_map(happenings: Iterable[Happening], href: Callable[[str], str], words: Words) -> Map:
    """Draw the happenings. href: the address of the claims at a place, by its id ("border" for the border)."""
    towns: Counter[str] = Counter()
    provinces: Counter[str] = Counter()
    border, elsewhere = 0, []
    for item in happenings:
        known = next((tables.places()[p] for p in item.places if p in tables.places()), None)
        if known is not None and known.level > 1 and known.latitude is not None:
            towns[_town(known.id)] += item.claims
        elif known is not None and (province := province_of(known.id)):
            provinces[province] += item.claims
        elif any(map(tables.is_border, item.place_words)):
            border += item.claims
        else:
            elsewhere.append(item)
    points = towns + Counter({p: n for p, n in provinces.items() if p not in outlines()})
    scale = min(1.0, LARGEST / (3 * math.sqrt(max(points.values(), default=1))))
    marks = [
        *_provinces(provinces, href, words),
        *_border(border, href, words),
        # Special cities without an outline of their own: their number stands at their point.
        *_towns(points, href, words, scale),
    ]
    rows = [_spot(i, "town", n) for i, n in towns.items()] + [
        _spot(i, "province", n) for i, n in provinces.items()
    ]
    rows += [Spot("border", words.border, "", "border", border)] if border else []
    rows.sort(key=lambda s: (-s.claims, s.name))
    return Map(
        picture((WIDTH, HEIGHT), words.title, words.about, marks, name="map"), tuple(rows), tuple(elsewhere)
    )


def _town(place_id: str) -> str:
    """A neighbourhood counts for its town: the second-level unit."""
    place = tables.places()[place_id]
    while (
        place.level > 2
        and place.within in tables.places()
        and tables.places()[place.within].latitude is not None
    ):
        place = tables.places()[place.within]
    return place.id


def _spot(place_id: str, precision: str, claims: int) -> Spot:
    place = tables.places()[place_id]
    return Spot(place_id, place.name, place.hangul[0] if place.hangul else "", precision, claims)


def _path(rings: list[Ring]) -> str:
    return "".join("M" + "L".join("{:.1f} {:.1f}".format(*at(x, y)) for x, y in ring) + "Z" for ring in rings)


def _provinces(counts: Counter[str], href: Callable[[str], str], words: Words) -> list[Node]:
    marks = []
    for place_id, rings in sorted(outlines().items()):
        place, count = tables.places()[place_id], counts[place_id]
        if not count:
            marks.append(node("path", d=_path(rings), class_="province"))
            continue
        name = f"map-{place_id}"  # the same outline twice: once written, twice used
        marks.append(node("defs", node("path", d=_path(rings), id=name)))
        shape = node("use", href=f"#{name}", class_="province told")
        over = node("use", href=f"#{name}", class_="hatched", fill="url(#map-authority)")
        x, y = at(place.longitude or 0, place.latitude or 0)
        label = words.claims.format(name=place.name, count=count)
        number = node("text", text=str(count), x=x, y=y - 8, class_="number", text_anchor="middle")
        marks.append(link(href(place_id), label, shape, over, number, class_="area"))
    return marks


def _border(count: int, href: Callable[[str], str], words: Words) -> list[Node]:
    """The northern border as a band through the points of the units that touch it, west to east."""
    if not count:
        return []
    points = sorted((p.longitude, p.latitude) for p in tables.places().values()
                    if p.on_china_border and p.level == 2 and p.longitude and p.latitude)  # fmt: skip
    line = "M" + "L".join("{:.1f} {:.1f}".format(*at(x, y)) for x, y in points)
    label = words.claims.format(name=words.border, count=count)
    x, y = at(*points[len(points) // 2])
    number = node("text", text=str(count), x=x, y=y - 10, class_="number", text_anchor="middle")
    return [link(href("border"), label, node("path", d=line, class_="border-band"), number, class_="area")]


def _name(name: str, point: tuple[float, float, float], taken: list[Box]) -> list[Node]:
    """The name beside its point, right of it or left, where nothing stands yet; else none: the table has it.

    point: its place and radius. taken: all points, and the names that stand already; its own is added.
    """
    x, y, radius = point
    width = LETTER * len(name)
    right, left = x + radius + 3, x - radius - 3 - width
    boxes = {start: (start, y - 7, start + width, y + 6) for start in (right, left)}
    free = [
        s
        for s, box in boxes.items()
        if 0 <= s <= WIDTH - width and not any(_meet(box, other) for other in taken)
    ]
    taken += [boxes[start] for start in free[:1]]
    return [node("text", text=name, x=start, y=y + 4, class_="name") for start in free[:1]]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _towns(counts: Counter[str], href: Callable[[str], str], words: Words, scale: float) -> list[Node]:
    """Points, the largest first. scale: of their radius."""
    marks = []
    points = []
    for place_id, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        place = tables.places()[place_id]
        points.append(
            (place, count, (*at(place.longitude or 0, place.latitude or 0), 4 + 3 * scale * math.sqrt(count)))
        )
    taken: list[Box] = [(x - r, y - r, x + r, y + r) for _place, _count, (x, y, r) in points]
    for place, count, (x, y, radius) in points:
        exact = "coord=G" in place.basis
        dot = node("circle", cx=x, cy=y, r=radius, class_="town" if exact else "town about")
        inside = (
            [node("text", text=str(count), x=x, y=y + 3.5, class_="count", text_anchor="middle")]
            if count > 1 and radius >= 3.5 * len(str(count))
            else []
        )
        name = _name(place.name, (x, y, radius), taken)
        marks.append(
            link(
                href(place.id),
                words.claims.format(name=place.name, count=count),
                dot,
                *inside,
                *name,
                class_="spot",
            )
        )
    return marks
