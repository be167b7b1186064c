"""Two places compared: the same, one within the other, near, apart, or unknown.

Rules:
- Ids of the reference table decide where both are known; words that name a single row of it count as its id, words
  that several rows bear count as any of them, and the answer is what all of them give.
- A place within a unit of the other is CONTAINS. Two places of one town or county, or up to `NEARBY` km apart, are NEAR;
  coordinates count with their precision (the centre of a county stands for the county, give or take 10 km).
- "The border area" is the row of units that touch the Yalu or Tumen.
- Places without a row are compared by their words alone: equal words are the same, other words say nothing.
- strength: how few places of that level there are; a town tells more than a province, a whole country nothing.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from testigo.linking.compared import Answer, Compared, unknown
from testigo.reference.folding import fold
from testigo.reference.tables import Place, lies_in, places, places_called, units_above

NEARBY = 30.0  # km: neighbouring towns
LEVELS = {
    1: math.log(12),
    2: math.log(200),
    3: math.log(600),
    4: math.log(600),
}  # units of that level, roughly
WORDS = math.log(50)  # equal words of a place that no table has
AREA = math.log(4)  # the border area holds about one reported place in four
NEAR, APART = 1.0, -4.0
_SLACK = {"G": 2.0, "report": 2.0, "derived": 5.0, "C": 10.0, "approx": 5.0, "town": 5.0, "parent": 20.0}
_BORDER = re.compile(
    r"\b(?:border|frontier)\b(?: (?:area|region|zone|county|city|town|province)s?)?|국경|접경", re.IGNORECASE
)
_COUNTRY = frozenset(
    (
        "northkorea",
        "dprk",
        "thenorth",
        "thecountry",
        "nationwide",
        "democraticpeoplesrepublicofkorea",
        "북한",
        "조선",
        "북조선",
        "전국",
    )
)
_ABROAD = frozenset(
    (
        "china",
        "russia",
        "southkorea",
        "japan",
        "mongolia",
        "laos",
        "thailand",
        "vietnam",
        "myanmar",
        "cambodia",
    )
) | frozenset(
    ("중국", "러시아", "한국", "남한", "남조선", "일본", "몽골", "라오스", "태국", "윁남", "베트남")
)


@dataclass(frozen=True, slots=True)
class Where:
    """A place as told. words: those of the report; id: its row of the reference table, or None."""

    words: str
    id: str | None = None


def compare_places(left: Where | None, right: Where | None) -> Compared:
    """The comparison of two places, each the most precise that is told; None where none is."""
    if left is None or right is None or not (left.words or left.id) or not (right.words or right.id):
        return unknown("place", left.words if left else "", right.words if right else "")
    texts = left.words, right.words
    one, other = _rows(left), _rows(right)
    if one and other:
        return _of_rows(one, other, texts)
    for rows, words in ((one, right.words), (other, left.words)):
        if rows:
            return _row_and_words(rows, words, texts)
    if fold(left.words) == fold(right.words):
        return Compared("place", Answer.SAME, WORDS, "place-same-words", (left.words,), *texts)
    if {fold(words) for words in texts} <= _ABROAD:
        return Compared("place", Answer.DISJOINT, APART, "place-countries", texts, *texts)
    return Compared("place", Answer.UNKNOWN, 0.0, "place-not-in-tables", (), *texts)


@lru_cache(maxsize=1 << 14)
def _rows(where: Where) -> tuple[Place, ...]:
    if where.id is not None and where.id in places():
        return (places()[where.id],)
    return () if where.id is not None else places_called(where.words)


def _of_rows(one: tuple[Place, ...], other: tuple[Place, ...], texts: tuple[str, str]) -> Compared:
    found = [_two(a, b, texts) for a in one for b in other]
    if len(found) == 1 or len({pair.answer for pair in found}) == 1:
        return found[0]
    best = max(found, key=lambda pair: (pair.possible, pair.strength))
    if not best.possible:
        return best
    strength = best.strength - math.log(len(found))
    return Compared("place", Answer.CANNOT_TELL, strength, "place-several", (str(len(found)),), *texts)


def _two(a: Place, b: Place, texts: tuple[str, str]) -> Compared:
    if a.id == b.id:
        return Compared("place", Answer.SAME, LEVELS[a.level], "place-same", (a.name,), *texts)
    for inner, outer in ((a, b), (b, a)):
        if lies_in(inner, outer):
            return Compared(
                "place",
                Answer.CONTAINS,
                LEVELS[outer.level],
                "place-contains",
                (inner.name, outer.name),
                *texts,
            )
    town = _town(a)
    if town is not None and town == _town(b):
        return Compared("place", Answer.NEAR, NEAR, "place-same-town", (a.name, b.name, town.name), *texts)
    return _by_distance(a, b, texts)


def _town(place: Place) -> Place | None:
    """The city, county or district that holds the place or is it; None for a province."""
    return next((unit for unit in (place, *units_above(place)) if unit.level == 2), None)


def _by_distance(a: Place, b: Place, texts: tuple[str, str]) -> Compared:
    if min(a.level, b.level) == 1 or None in (a.latitude, a.longitude, b.latitude, b.longitude):
        return Compared("place", Answer.DISJOINT, APART, "place-different-units", (a.name, b.name), *texts)
    apart = _kilometres(a, b)
    about = f"{apart:.0f}"
    if apart <= NEARBY or apart - _slack(a) - _slack(b) <= NEARBY / 2:
        return Compared("place", Answer.NEAR, NEAR, "place-near", (a.name, b.name, about), *texts)
    return Compared("place", Answer.DISJOINT, APART, "place-apart", (a.name, b.name, about), *texts)


def _slack(place: Place) -> float:
    """How far off the coordinates may be, in kilometres."""
    _, _, code = place.basis.partition("coord=")
    return _SLACK.get(re.split(r"[ ;+]", code)[0], 5.0)


def _kilometres(a: Place, b: Place) -> float:
    """Great-circle distance."""
    north_a, east_a, north_b, east_b = (
        math.radians(x or 0.0) for x in (a.latitude, a.longitude, b.latitude, b.longitude)
    )
    chord = (
        math.sin((north_b - north_a) / 2) ** 2
        + math.cos(north_a) * math.cos(north_b) * math.sin((east_b - east_a) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(math.sqrt(chord))


def _row_and_words(rows: tuple[Place, ...], words: str, texts: tuple[str, str]) -> Compared:
    """A place of the table and words that are none: the country, abroad, the border area, or something unknown."""
    folded = fold(words)
    if folded in _COUNTRY:
        return Compared("place", Answer.CONTAINS, 0.0, "place-country", (), *texts)
    if folded in _ABROAD:
        return Compared("place", Answer.DISJOINT, APART, "place-countries", texts, *texts)
    if not _BORDER.search(words):
        return Compared("place", Answer.UNKNOWN, 0.0, "place-not-in-tables", (), *texts)
    touching = {row.on_china_border for row in rows}
    name = rows[0].name
    if touching == {True}:
        return Compared("place", Answer.CONTAINS, AREA, "place-border", (name,), *texts)
    if (
        None in touching
        or True in touching
        or any(unit.on_china_border for row in rows for unit in units_above(row))
    ):
        return Compared("place", Answer.NEAR, 0.0, "place-border-province", (name,), *texts)
    return Compared("place", Answer.DISJOINT, APART, "place-not-border", (name,), *texts)
