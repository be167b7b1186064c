"""The time that opens a sentence and holds for all that it tells, where no comma ends it or somebody reports what was then.

Rules:
- "In March unknown men opened fire, killing a guard": a preposition and a time open it, the next phrase ends them.
- "Between January and June, the council reported": from when to when things stood so, not when it was told.
"""

from __future__ import annotations

from testigo.reading.chunks import is_time
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene

_OPENING = wordset("in on during throughout since by")
_SPANNING = wordset("between since")
_STOPS = wordset("; :")


def opening_end(scene: Scene, at: int) -> int:
    """The end of what opens a sentence and tells when all of it was, up to the act at a token; 0 where nothing does."""
    end = next((n for n, t in enumerate(scene.tokens[:14]) if t.text == ","), 0)
    if end and all(scene.chunks.verb_of[n] < 0 for n in range(end)):
        return end + 2 if _is_year(scene, end + 1) else end
    return _opens_when(scene, at)


def _opens_when(scene: Scene, at: int) -> int:
    """The end of a time that opens a sentence without a comma, up to the act at a token; 0 where none does."""
    tokens = scene.tokens
    if any(token.lower in _STOPS for token in tokens[:at]):
        return 0
    base = scene.chunks.noun_from.get(1) if len(tokens) > 3 and tokens[0].lower in _OPENING else None
    if base is None or not is_time(tokens, base) or tokens[base[1]].lower in ("of", "and", "or", "to"):
        return 0
    return base[1] if base[1] in scene.chunks.noun_from else 0


def _is_year(scene: Scene, at: int) -> bool:
    """Whether the year of a day stands between two commas: "On May 3, 2021, three days after police came, she"."""
    year = [token.text for token in scene.tokens[at : at + 2]]
    return len(year) == 2 and len(year[0]) == 4 and year[0].isdigit() and year[1] == ","


def spans_a_time(scene: Scene) -> bool:
    """Whether a sentence opens with from when to when things stood so."""
    first = scene.tokens[0].lower
    if first in _SPANNING:
        return True
    return first == "from" and any(token.lower in ("to", "through", "until") for token in scene.tokens[2:8])


def of_an_aside(scene: Scene, clause: Clause) -> bool:
    """Whether a clause goes on with an aside about somebody: "On May 3, the court saw a nurse, who was tried and fined"."""
    while clause.kind == "joined" and clause.governor is not None:
        clause = scene.clauses[clause.governor]
    return clause.kind == "relative" and set_off(scene, clause)


def set_off(scene: Scene, clause: Clause) -> bool:
    """Whether a comma stands before a clause."""
    return clause.first > 0 and scene.tokens[clause.first - 1].text == ","
