"""Who tells, as the words stand beside a verb of telling: the full name, the persons meant, who was heard from.

Rules:
- A date before a name is none of it ("On September 27, Fergana News reported").
- A title that starts with an article belongs to the report before it ("The UN report The Price of Bread said").
- A name whose letters stand in brackets goes on behind them ("The Commission of Inquiry (UNCOI) report").
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.chunks import FINITE
from testigo.reading.classes import is_person
from testigo.reading.frames import Cue
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, upto
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


def heard_from(view: View, cue: Cue, end: int) -> Span | None:
    """Who told it, in "heard from a cousin that ..."."""
    for at in range(cue.end, min(end, cue.end + 4)):
        if view.lower(at) == "from" and (phrase := onward(view.chunks, at + 1, end, loose=True)):
            return view.span(*phrase)
    return None


def of_persons(view: View, source: tuple[int, int]) -> tuple[int, int]:
    """The persons of "instances of detainees telling judges that": what tells is no instance."""
    base = view.chunks.noun_from.get(source[0])
    after = (
        view.chunks.noun_from.get(base[1] + 1) if base is not None and view.lower(base[1]) == "of" else None
    )
    cases = base is not None and view.tokens[base[1] - 1].lemma in ("instance", "case", "incident", "example")
    return (after[0], source[1]) if cases and after is not None and after[1] <= source[1] else source


def persons(view: View, whole: tuple[int, int], pronoun: str) -> tuple[int, int]:
    """What "who" stands for: not the accounts of several escapees but the escapees."""
    for base in view.chunks.nouns:
        if pronoun != "who" or base[0] < whole[0] or base[1] > whole[1]:
            continue
        if is_person(view.tokens, base) or view.tokens[base[0]].tag == "CD":
            return base[0], whole[1]
    return whole


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
