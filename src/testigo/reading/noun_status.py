"""What the words around a noun do to the act that it carries: "alleged beatings", "reports of torture and rape", "no arrests".

Rules:
- What stands before the first member of a list stands before all: "the risk of rape, abuse and humiliation".
- A doubt reaches through "of" and "in", but no deed that is known: "his alleged role in killings", not "in the killing of Ana".
- A doubt on a finite verb reaches the nouns and "-ing" forms that hang on it, but no other clause.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.chunks import VerbGroup
from testigo.reading.known_deeds import deed_start, taken_part_in
from testigo.reading.lists import wordset
from testigo.reading.view import View
from testigo.value import value


@value
class Mark:
    """One thing that bears on a status: what it makes of it, by which words, by which rule."""

    status: str
    cue: Span | None
    rule: str


NONE = frozenset(["no", "nobody", "none", "nothing", "neither"])
_BESIDE = {
    **dict.fromkeys(["alleged", "suspected", "purported", "rumored", "rumoured", "supposed"], "hedged"),
    **dict.fromkeys(["possible", "potential", "likely", "probable", "presumed"], "speculated"),
    **dict.fromkeys(
        ["pending", "planned", "upcoming", "scheduled", "threatened", "proposed", "impending", "intended"],
        "intended",
    ),
}
_COUNTED = frozenset({"CD", "JJ", "DT"})
_OF_NOUNS = {
    **dict.fromkeys(
        ["allegation", "accusation", "rumor", "rumour", "suspicion", "claim", "report", "complaint", "talk"],
        "hedged",
    ),
    **dict.fromkeys(
        ["likelihood", "possibility", "probability", "risk", "danger", "fear", "prospect", "chance", "hope"],
        "speculated",
    ),
    **dict.fromkeys(["threat", "plan", "intention"], "intended"),
}
_FOR_NOUNS = wordset(
    "plan request call demand appeal order plea petition preparation pressure warrant campaign hope bid"
)
_THROUGH = wordset("of in")
_LISTED = wordset(", and or nor")
_STEPS = 8  # phrases: no list in a report is longer, no noun hangs deeper
_OPENERS = wordset(
    "who which that whose whom where when while because although though if unless until since as than but whereas"
)


def beside_noun(view: View, first: int, last: int, *, voiced: bool = False) -> list[Mark]:
    """Words around a noun: "alleged beatings", "pending trials", "allegations of mistreatment", "the risk of death".

    voiced: the act is one of speaking or inquiring: "received 37 complaints of torture" tells of the complaints.
    """
    for at in range(first, last - 1):
        status = _OF_NOUNS.get(view.tokens[at].lemma)
        if status and not voiced and view.lower(at + 1) == "of":
            return [Mark(status, view.tokens[at].span, "status.noun")]
    laid = _laid_to(view, last)
    if laid is not None and not voiced:
        return [Mark("hedged", laid, "status.noun")]
    number = view.chunks.noun_of[first]
    if number < 0:
        return []
    start, end = view.chunks.nouns[number][0], last
    if taken_part_in(view.chunks, view.tokens, first):
        mark = _in_phrase(view, deed_start(view.chunks, view.tokens, first), last, voiced=voiced)
        return (
            [mark] if mark is not None else []
        )  # "suspected of a part in the killing of a guard": the guard was killed
    for _ in range(_STEPS):
        mark = _in_phrase(view, start, end, voiced=voiced) or before_phrase(view, start)
        if mark is not None:
            return [] if end < last and _in_a_row(view, mark) else [mark]
        further = _outward(view, start)
        if further is None:
            break
        start, end = further
    return []


def _in_a_row(view: View, mark: Mark) -> bool:
    """Whether threats are one of a row, which goes on behind them: "beatings, threats of violence, harassment"."""
    if mark.cue is None or mark.status != "intended" or mark.rule != "status.noun":
        return False
    at, _ = view.sentence.tokens_in(mark.cue)
    return view.tokens[at].lemma == "threat" and view.lower(at - 1) == ","


def _laid_to(view: View, last: int) -> Span | None:
    """The doubt about who did it behind a noun: "killings, allegedly committed by agents", "torture allegedly committed"."""
    for at in range(last, min(len(view.tokens) - 1, last + 7)):
        if view.lower(at) in ("allegedly", "reportedly") and view.lower(at + 1) in _DONE:
            return view.tokens[at].span
        if (
            view.tokens[at].tag in ("VBD", "VBZ", "MD", ".", ":", "WDT", "WP")
            and view.tokens[at].lemma != "continue"
        ):
            return None
    return None


_DONE = wordset("committed perpetrated carried inflicted conducted ordered orchestrated")


def _in_phrase(view: View, start: int, end: int, *, voiced: bool) -> Mark | None:
    for at in range(start, end):
        status = _BESIDE.get(view.lowers[at])
        if not voiced and view.lowers[at] == "reported" and _beside_a_noun(view, at):
            status = "hedged"  # "one reported case of rape", not "relatives reported deaths"
        if status:
            return Mark(status, view.tokens[at].span, "status.noun")
    return None


def _beside_a_noun(view: View, at: int) -> bool:
    return view.tokens[max(at - 1, 0)].tag in _COUNTED or view.lower(at - 1) in ("including", "of")


_LEFT = wordset(
    "detention custody imprisonment captivity slavery servitude labor labour"
)  # "has been free from detention since May": she was held before


def before_phrase(view: View, start: int) -> Mark | None:
    """The doubt or plan that stands before a phrase: "suspicion of", "pending", "orders for"."""
    free = view.lower(start - 1) in ("of", "from") and view.lower(start - 2) == "free"
    if free and view.tokens[view.chunks.nouns[view.chunks.noun_of[start]][1] - 1].lemma not in _LEFT:
        return Mark("denied", view.tokens[start - 2].span, "status.negation")  # "a vote free of violence"
    if view.lower(start - 1) == "pending":
        return Mark("intended", view.tokens[start - 1].span, "status.noun")
    if view.lower(start - 1) == "of" and start > 1:
        status = _OF_NOUNS.get(view.tokens[start - 2].lemma)
        if status is None and view.lower(start - 2) == "accused":
            status = "hedged"  # "two men accused of the murder of a poet"
        if status:
            return Mark(status, view.tokens[start - 2].span, "status.noun")
    asked = view.tokens[start - 2] if view.lower(start - 1) == "for" and start > 1 else None
    if asked is not None and asked.tag[0] == "N" and asked.lemma in _FOR_NOUNS:
        return Mark("intended", asked.span, "status.noun")  # "orders for the arrest of nine officers"
    return None


def _outward(view: View, start: int) -> tuple[int, int] | None:
    """The phrase that this one hangs on or follows in a list: before "of" and "in", before a comma and "and"."""
    at = start - 1
    if view.lower(at) not in _THROUGH and view.lower(at) not in _LISTED:
        return None
    if view.lower(at) in ("and", "or", "nor") and view.lower(at - 1) == ",":
        at -= 1
    return view.chunks.noun_upto.get(at)


def none_of(view: View, first: int, last: int) -> list[Mark]:
    """The words "no", "nothing", "none" inside or right before the noun, or before the list that it stands in."""
    number = view.chunks.noun_of[first]
    start = view.chunks.nouns[number][0] if number >= 0 else first
    for at in range(start, last):
        if view.lower(at) in NONE or (view.lower(at) == "longer" and view.lower(at - 1) == "no"):
            return [Mark("denied", view.tokens[at].span, "status.negation")]
    while view.lower(start - 1) in ("or", "nor", ",") and number >= 0:
        base = _outward(view, start)
        if base is None:
            break
        start = base[0]
        if view.lower(start) in NONE:
            return [Mark("denied", view.tokens[start].span, "status.negation")]
    return []


def governing(view: View, at: int) -> VerbGroup | None:
    """The finite verb that the words at `at` hang on: the nearest before, with no other clause between."""
    place = at - 1
    while place >= 0:
        group = view.chunks.verb_at(place)
        if group is not None and group.finite:
            return group if view.zones[group.first] == view.zones[at] else None
        if view.lower(place) in _OPENERS or view.lower(place) in (";", ":", "“", '"'):
            return None
        place = group.first - 1 if group is not None else place - 1
    return None


def in_reported_case(view: View) -> list[Mark]:
    """What is told of a case that others report: "In one reported case, police beat a driver"."""
    words = view.lowers[:5]
    if (
        words[:1] != ("in",)
        or words[2:3] != ("reported",)
        or words[3:4] not in _INSTANCES
        or words[4:5] != (",",)
    ):
        return []
    return [Mark("hedged", view.tokens[2].span, "status.noun")]


_INSTANCES = (("case",), ("instance",), ("incident",), ("cases",), ("instances",), ("incidents",))
