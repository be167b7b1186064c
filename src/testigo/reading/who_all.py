"""The whole of who tells, where its last words alone stand before the verb: a list of bodies, a phrase with a participle.

Rules:
- A row of names with "and" before its last is one source ("The Press Union, the Guild, and the Harbor League said").
- What a participle acts on is no speaker; whom it describes is ("Groups tracking evictions and arrests said").
- What a preposition behind a participle governs is none either ("A notice put up at the gate says").
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, is_time
from testigo.reading.phrases import upto
from testigo.reading.subjects import SUBORDINATORS, list_before
from testigo.reading.view import View


def all_who_tell(view: View, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """The source with the list that it ends, or with the participle whose last words it is."""
    source = without_day(view, _without_text(view, source))
    if view.tokens[source[0]].tag in _PRONOUNS or source[0] <= floor:
        return source
    day = view.chunks.noun_from.get(source[0])
    if day is not None and is_time(view.tokens, day) and view.lower(day[1]) == "," and day[1] + 1 < source[1]:
        return day[1] + 1, source[1]  # "In May, | the ministry, and later the mayor, said"
    source = _named_behind(view, source, floor)
    whole = described(view, source, floor)
    return whole if whole != source else _listed(view, source, floor)


def _named_behind(view: View, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """Who tells behind what a preposition governs: "In the same message | Orlova wrote"."""
    first, last = source
    if first == floor + 1 and view.tokens[floor].tag == "IN":
        tags = [token.tag for token in view.tokens]
        return next(
            ((n, last) for n in range(first + 1, last) if tags[n] == "NNP" and tags[n - 1] == "NN"), source
        )
    return source


def _without_text(view: View, source: tuple[int, int]) -> tuple[int, int]:
    """Who tells without the text in which it does: "The League | in its 2024 Index noted"."""
    first, last = source
    return first, next((n for n in range(first + 1, last - 2) if _in_own_text(view, n, last)), last)


def without_day(view: View, source: tuple[int, int]) -> tuple[int, int]:
    """Who tells without the day on which it was told: "The Press Union | on Friday said"."""
    first, last = source
    day = view.chunks.noun_upto.get(last)
    end = first - (view.lower(first - 1) in ("late", "early"))
    before = upto(view.chunks, end) if day == source and is_time(view.tokens, day) else None
    if before is not None:
        return before  # "Police | today said"
    at = day[0] - 1 if day is not None else first
    timed = at > first and view.lower(at) == "on" and day is not None and is_time(view.tokens, day)
    timed = timed and all(
        view.chunks.verb_of[n] < 0 for n in range(first, at)
    )  # "an order sent out on May 3"
    return (first, at - (view.lower(at - 1) in ("late", "early"))) if timed else source


def _in_own_text(view: View, at: int, last: int) -> bool:
    """Whether "in its report" ends a source."""
    owned = view.lower(at) == "in" and view.lower(at + 1) in ("its", "their", "his", "her")
    return owned and view.lower(last - 1) in _TEXTS


_TEXTS = frozenset({"report", "index", "review", "survey", "statement", "letter", "study", "overview"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "EX"})


def _listed(view: View, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """A source with the names before it: "The Press Union, the Guild, and | the Harbor League said"."""
    if not _LISTING.intersection(view.lowers[max(floor, source[0] - 1) : source[1]]):
        return source
    return list_before(view.chunks, source, floor)


_LISTING = frozenset({"and", "or"})


def described(view: View, source: tuple[int, int], floor: int) -> tuple[int, int]:
    """Whom the participle before a source describes, with all its words; the source where none does."""
    if source[0] <= floor:
        return source
    before = view.tokens[source[0] - 1]
    if before.tag not in ("IN", "CC") or before.lower in SUBORDINATORS:
        return source
    verb = _verb_before(view, source[0], floor)
    at = verb.first if verb is not None else 0
    while at > floor and view.tokens[at - 1].tag == "RB":
        at -= 1  # "a monk now living in Tarn"
    who = upto(view.chunks, at, floor) if verb is not None and at > floor else None
    if verb is None or who is None:
        return source
    tag = view.tokens[verb.first].tag
    acts = tag == "VBG" and not verb.finite and (before.tag == "CC" or _is_led_on(view, verb))
    done = tag in ("VBN", "VBD") and before.tag == "IN" and not verb.passive and _is_led_on(view, verb)
    opens = who[0] == floor or view.lower(who[0] - 1) in (",", "that", ":")
    return (who[0], source[1]) if opens and (acts or done) else source


def _is_led_on(view: View, verb: VerbGroup) -> bool:
    """Whether a preposition or particle, no object, stands behind a verb."""
    day = view.chunks.noun_from.get(verb.last)
    at = day[1] if day is not None and is_time(view.tokens, day) else verb.last  # "published Tuesday in"
    return at < len(view.tokens) and view.tokens[at].tag in ("IN", "RP")


def _verb_before(view: View, at: int, floor: int) -> VerbGroup | None:
    """The nearest verb before a token with no comma or clause between."""
    for n in range(at - 1, floor, -1):
        token = view.tokens[n]
        if token.tag in (",", ":", "WP", "WDT", "WRB", "``", "''"):
            return None
        if view.chunks.verb_of[n] >= 0:
            return view.chunks.verb_at(n)
    return None
