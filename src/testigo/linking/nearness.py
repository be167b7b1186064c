"""What a link says of two places or times that are not simply the same: what lies in what, and how far apart.

Rules:
- What the model counts is the level at which two rows stand (event_model.py). The sentence here takes the place of the
  level's own where the two values, looked up in the tables and the calendar (places.py, times.py), say more of the same.
- Where they say something else (several places or days are told), the level's own sentence stays.
- Places go by their names in the tables, times by the words of the reports.
"""

from __future__ import annotations

from functools import lru_cache

from testigo.linking.compared import Answer, Compared
from testigo.linking.places import Where, compare_places
from testigo.linking.times import compare_times

LIES_IN, SAME_TOWN = "{} lies in {}", "{} and {} are both in {}"
NEAR, FAR = "{} and {} are about {} km apart", "{} and {} are about {} km apart, too far for one place"
OTHER_UNITS = "{} and {} are different units"
SAME_TIME, WITHIN, OVERLAP = "same time: {}", "{} lies within {}", "{} and {} overlap"
DAYS_APART, TOO_LATE = (
    "{:day|days} apart: {} and {}",
    "{:day|days} apart, too far for one happening: {} and {}",
)
REASONS = (
    LIES_IN, SAME_TOWN, NEAR, FAR, OTHER_UNITS, SAME_TIME, WITHIN, OVERLAP, DAYS_APART, TOO_LATE,
)  # fmt: skip
_PLACES = {
    "part": {"place-contains": LIES_IN, "place-same-town": SAME_TOWN},
    "other": {"place-near": NEAR, "place-apart": FAR, "place-different-units": OTHER_UNITS},
}
_MEETING = {"time-same": SAME_TIME, "time-contains": WITHIN, "time-overlaps": OVERLAP}
_GAPS = {"near": DAYS_APART, "week": DAYS_APART, "apart": TOO_LATE}
Told = tuple[str, str]
"""Words and the id of a place, or the words and the EDTF value of a time; "" where there is none."""


def place_said(level: str, left: Told, right: Told) -> tuple[str, tuple[str, ...]] | None:
    """Template and arguments for two places at a level, or None where the level's own sentence is all there is to say."""
    templates = _PLACES.get(level)
    if templates is None or not left[0] or not right[0]:
        return None
    found = _places(left, right)
    template = templates.get(found.sentence)
    return None if template is None else (template, found.arguments)


@lru_cache(maxsize=20_000)
def _places(left: Told, right: Told) -> Compared:
    return compare_places(Where(left[0], left[1] or None), Where(right[0], right[1] or None))


def time_said(level: str, left: Told, right: Told) -> tuple[str, tuple[str, ...]] | None:
    """Template and arguments for two times at a level, or None where the level's own sentence is all there is to say."""
    if not left[1] or not right[1] or level in ("unknown", "day"):
        return None
    found = _times(left[1], right[1])
    words = {left[1]: left[0], right[1]: right[0]}
    if level in _GAPS:
        if found.answer not in (Answer.NEAR, Answer.DISJOINT) or len(found.arguments) != 3:
            return None
        gap, one, other = found.arguments
        return _GAPS[level], (gap, words[one], words[other])
    template = _MEETING.get(found.sentence)
    return None if template is None else (template, tuple(words[a] for a in found.arguments))


@lru_cache(maxsize=100_000)
def _times(left: str, right: str) -> Compared:
    return compare_times(left, right)
