"""The adverbs of doubt around a verb: "reportedly arrested", "were beaten, allegedly by guards", "as far as she knows".

Rules:
- In the verb's words, right before or behind them, or at the head of its clause.
- A verb that shares the subject of another shares its doubt, and so does what goes on where it happened: "reportedly took
  him to Osk, where he was beaten", "reportedly broke out as guards searched him".
"""

from __future__ import annotations

from functools import lru_cache

from testigo.reading import lexicon
from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.noun_status import Mark, governing
from testigo.reading.phrases import subject
from testigo.reading.view import View


@lru_cache(maxsize=1)
def adverbs() -> dict[str, str]:
    """The adverbs of doubt with the status that each gives."""
    return {r["words"]: r["status"] for r in lexicon.rows("hedges.csv") if r["part"] == "adverb"}


def group_adverbs(view: View, group: VerbGroup) -> list[Mark]:
    """Adverbs of doubt in the group, right before or after it, or at the head of its clause."""
    found: list[Mark] = []
    doubts = adverbs()
    for at in range(max(0, group.first - 3), min(len(view.tokens), group.last + 1)):
        status = doubts.get(view.lower(at))
        if view.lower(at) in ("likelihood", "probability") and view.lower(at - 1) == "all":
            status = "speculated"
        if status is None:
            continue
        blocked = any(
            view.chunks.verb_of[n] >= 0 and not group.first <= n < group.last for n in range(at, group.first)
        )
        if not blocked and not (at == group.last and view.lower(at + 1) in _OF_REASONS):
            found.append(Mark(status, view.tokens[at].span, "status.adverb"))
    opening = doubts.get(view.lower(0)) if not found and view.lower(1) == "," and group.first > 2 else None
    if (
        opening is not None
        and group.finite
        and not any(g.finite and g.first < group.first for g in view.chunks.verbs)
    ):
        found.append(Mark(opening, view.tokens[0].span, "status.adverb"))  # "Allegedly, guards beat him"
    return found or _behind(view, group)


def _behind(view: View, group: VerbGroup) -> list[Mark]:
    """The doubt behind a verb: "were beaten in May, allegedly by guards", "is in the camp, as far as she knows"."""
    for at in range(group.last, min(len(view.tokens) - 1, group.last + 10)):
        if view.chunks.verb_of[at] >= 0 or view.lower(at) in (";", ":", "and", "but"):
            return []
        status = adverbs().get(view.lower(at))
        if group.passive and status == "hedged" and view.lower(at + 1) == "by":
            return [Mark(status, view.tokens[at].span, "status.adverb")]
        if group.finite and view.lowers[at : at + 3] == ("as", "far", "as") and _knows(view, at + 3):
            return [Mark("hedged", view.span(at, at + 3), "status.adverb")]
    return []


def _knows(view: View, at: int) -> bool:
    """Whether somebody knows or can tell: "she knows", "her mother could tell"."""
    base = view.chunks.noun_from.get(at)
    verb = view.chunks.verb_at(base[1]) if base is not None else None
    return verb is not None and view.tokens[verb.main].lemma in ("know", "tell")


_OF_REASONS = frozenset({"due", "because", "owing"})  # "killed possibly due to": the reason is in doubt


def shared_doubt(view: View, group: VerbGroup) -> list[Mark]:
    """The doubt of the verb whose subject this one shares: "agents reportedly lured him out and arrested him"."""
    if (told := _where_taken(view, group) or _when_done(view, group)) is not None:
        return [m for m in group_adverbs(view, told) if m.status == "hedged"]
    for _ in range(3):
        at = group.first
        while at > 1 and view.tokens[at - 1].tag == "RB":
            at -= 1
        if not group.finite or view.lower(at - 1) not in ("and", "or", ",", "then"):
            return []
        main = governing(view, at)
        if (
            main is None
            or main.passive != group.passive
            or subject(view.chunks, group, main.last) is not None
        ):
            return []
        if view.lower(at - 1) == "," and any(
            view.lower(n) in ("who", "which") for n in range(max(0, main.first - 3), main.first)
        ):
            return []  # "the men, who were reportedly beaten, were released"
        found = [m for m in group_adverbs(view, main) if m.status == "hedged"]
        if found:
            return found
        group = main
    return []


def _where_taken(view: View, group: VerbGroup) -> VerbGroup | None:
    """The verb whose tale goes on where somebody was brought: "reportedly led them to Osk, where they were beaten"."""
    at = group.first - 2
    goes_on = group.passive and view.lower(at) == "where" and view.lower(at - 1) == ","
    if not goes_on or view.tokens[at + 1].tag != "PRP":
        return None
    main = governing(view, at - 1)
    return main if main is not None and not main.passive else None


def _when_done(view: View, group: VerbGroup) -> VerbGroup | None:
    """The verb whose time a clause tells: "a fight reportedly broke out as guards searched him"."""
    for at in range(group.first - 1, max(0, group.first - 10), -1):
        if view.lower(at) in ("as", "after"):
            fixed = view.tokens[at - 1].lemma in _LENGTHS or view.lower(at - 1) in (",", "as", "such")
            return None if fixed or not group.finite else governing(view, at)
        if view.chunks.verb_of[at] >= 0 or view.lower(at) in (",", ";", ":", "and"):
            return None
    return None


_LENGTHS = wordset("minute hour day week month year shortly soon long right")
