"""The full name of who tells, as its words stand before a verb of telling.

Rules:
- A date before a name is none of it ("On September 27, Fergana News reported").
- A title that starts with an article belongs to the report before it ("The UN report The Price of Bread said").
- A name whose letters stand in brackets goes on behind them ("The Commission of Inquiry (UNCOI) report").
"""

from __future__ import annotations

from testigo.reading.chunks import FINITE
from testigo.reading.lists import wordset
from testigo.reading.phrases import upto
from testigo.reading.view import View


def whole_name(view: View, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """A source without a date before it, and with the name whose letters stand in brackets: "The Commission (UNCOI) report"."""
    first, last = source
    tokens = view.tokens
    if tokens[first].lower in _MONTHS and last - first > 3 and tokens[first + 1].tag == "CD":
        first += 2 + (tokens[first + 2].lower == ",")  # "On September 27, Fergana News"
    if (
        first > floor + 1
        and tokens[first].tag == "DT"
        and tokens[first].text[:1].isupper()
        and tokens[first - 1].lemma in _TITLED
    ):
        named = upto(view.chunks, first, floor)  # "The UN report | The Price of Bread said"
        first = named[0] if named is not None else first
    first = _past_title(view, first, floor)
    if first > floor + 3 and tokens[first - 1].lower == ")":
        opens = next((n for n in range(first - 2, max(floor, first - 5), -1) if tokens[n].lower == "("), -1)
        named = upto(view.chunks, opens, floor) if opens > floor else None
        first = named[0] if named is not None else first
    return first, last


def _past_title(view: View, first: int, floor: int) -> int:
    """The start of the report whose title ends here: "Its report entitled Walls, | Volume 2 detailed"."""
    for at in range(first - 1, max(floor, first - 24), -1):
        if view.lower(at) in ("entitled", "titled"):
            named = upto(view.chunks, at, floor)
            return named[0] if named is not None else first
        if view.tokens[at].tag in FINITE and view.tokens[at].text.islower():
            break
    return first


_TITLED = wordset("report study survey paper book article documentary")
_MONTHS = wordset("january february march april may june july august september october november december")
