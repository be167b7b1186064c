"""Places as a relay may change them: a town become the province around it, or another place.

Rules:
- Rows of the reference table decide where both places have one; else the words do ("... Province", "... County").
- A place counts as named if any of its words with a capital, other than those of its kind, stands in the report.
"""

from __future__ import annotations

from testigo.claim import Filler
from testigo.reference import tables
from testigo.weighing import words
from testigo.weighing.seen import SeenReport

_COARSE = ("province", "county", "region", "country", "prefecture", "state", "district")
_RANK = {"country": 0, "state": 1, "province": 1, "region": 1, "prefecture": 1, "county": 2, "district": 3}


def named_in(place: Filler, report: SeenReport) -> bool:
    """Whether a report names a place anywhere, by its row or by its words."""
    if place.id and any(f.id == place.id for s in report.claims for f in s.claim.place):
        return True
    own = words_of(place.text)
    text = {w.low for span in report.passages for w in words.words(report.text, span)}
    return (
        bool(own & text)
        if own
        else words.stem(place.text.split()[-1].lower()) in {words.stem(w) for w in text}
    )


def drift(was: Filler, now: Filler, original: SeenReport) -> str:
    """What became of a place that the relay names nowhere: an id of CHANGES, or nothing where it is the same thing."""
    if was.id and now.id:
        if was.id == now.id:
            return ""
        if now.id in around(was.id):
            return "place widened"
        known = tables.places()
        same_level = known[was.id].level == known[now.id].level
        return "place changed" if same_level and not named_in(now, original) else ""
    if not words_of(was.text):
        return ""
    return "place widened" if _level(now) < _level(was) else ""


def around(id_: str) -> set[str]:
    """The rows of the reference table that a place lies in; none where it has no row."""
    known, found = tables.places(), set()
    while id_ in known and known[id_].within not in found:
        id_ = known[id_].within
        found.add(id_)
    return found


def _level(place: Filler) -> int:
    """0 country to 4 town or smaller."""
    low = [w.lower() for w in place.text.split()]
    return min((_RANK[w] for w in low if w in _COARSE), default=4)


def words_of(text: str) -> set[str]:
    """The words of a place's name, in lower case, without those of its kind."""
    return {
        w.lower().strip(",.’'")
        for w in text.split()
        if w[:1].isupper() and w.lower() not in words.GENERIC and w.lower() not in words.STOP
    }
