"""Where what a noun of telling tells ends: before the main clause, a dated fact of the writer's own, "but no record".

Rules:
- "Although there were reports that ..., | officers held them": the main clause is the writer's.
- "expressed concern over raids | and called on the mayor": the second verb shares the subject.
"""

from __future__ import annotations

from testigo.reading.chunks import is_time
from testigo.reading.frames import clause_at
from testigo.reading.lists import wordset
from testigo.reading.predicates import before_main
from testigo.reading.told_ends import CONCEDING, opener
from testigo.reading.view import View

SIGNS = wordset("indication evidence sign proof suggestion confirmation record information word")
CASES = wordset("case instance example incident precedent")  # only "no case of" tells anything
_DATING = frozenset({"in", "on", "during", "by", "since"})


def end_of_concern(view: View, start: int, ceiling: int) -> int:
    """Where what somebody is concerned about ends: "raised concerns over raids | and called on the mayor"."""
    stop = next((n for n in range(start, ceiling) if view.lower(n) == ";"), ceiling)
    return before_main(view, start, stop, relative=False)


def before_the_main_clause(view: View, at: int, start: int, ceiling: int) -> int:
    """Where the main clause starts after one of concession: "Although there were reports that ..., | officers held them"."""
    opens = view.lower(opener(view, view.bounds(at)[0]))
    if opens not in ("although", "though", "while", "because", "when", "since") and opens not in CONCEDING:
        return ceiling
    commas = (n for n in range(start, ceiling) if view.lower(n) == ",")
    return next((n for n in commas if clause_at(view, n + 1, ceiling)), ceiling)


def before_dated(view: View, start: int, ceiling: int) -> int:
    """Where the writer goes on with a fact of a time of its own: "reports that police beat him, | and in May a court ...", or
    behind a semicolon; not before another "that".
    """
    for at in range(start, ceiling - 4):
        if view.lower(at) == ";" and "that" not in view.lowers[at + 1 : at + 3]:
            return at
        if (
            view.lower(at) != ","
            or view.lower(at + 1) not in ("and", "but")
            or view.lower(at + 2) not in _DATING
        ):
            continue
        day = view.chunks.noun_from.get(at + 3)
        if day is not None and is_time(view.tokens, day) and clause_at(view, day[1], ceiling):
            return at
        if day is not None and clause_at(view, at + 3, ceiling) and _spells_time(view, day):
            return at
    return ceiling


def before_result(view: View, cls: str, start: int, ceiling: int) -> int:
    """Where what is ordered ends because something is done after it or in spite of it: "an order to search homes, | so police came"."""
    for at in range(start, ceiling - 2) if cls == "order" else ():
        leads = view.lower(at) == "," and view.lower(at + 1) in ("so", "but", "and")
        if leads and clause_at(view, at + 2, ceiling) and view.tokens[at + 2].tag != "TO":
            return at
    return ceiling


def _spells_time(view: View, phrase: tuple[int, int]) -> bool:
    """Whether a phrase counts or names a stretch of a year: "the first six months"."""
    return any(
        view.tokens[n].lemma in ("month", "week", "year", "half", "quarter", "day") for n in range(*phrase)
    )


def before_contrast(view: View, start: int, ceiling: int) -> int:
    """Where the writer tells what there is against "no evidence": "no evidence that he was held, | although residents saw him"."""
    return next(
        (
            n - (view.lower(n - 1) == ",")
            for n in range(start + 1, ceiling - 2)
            if view.lower(n) in _AGAINST
            and (view.lower(n) != "while" or view.lower(n - 1) == ",")
            and view.zones[n] == view.zones[start]
            and clause_at(view, n + 1, ceiling)
        ),
        ceiling,
    )


_AGAINST = frozenset({"but", "although", "though", "while", "whereas"})


def before_but_no(view: View, start: int, ceiling: int) -> int:
    """Where "but no record that ..." ends what a noun tells."""
    for at in range(start, ceiling - 2):
        if (
            view.lower(at) in ("but", "and")
            and view.lower(at + 1) == "no"
            and view.tokens[at + 2].lemma in SIGNS
        ):
            return at
    return ceiling


def is_given(view: View, start: int) -> bool:
    """Whether what seems told only says who gave it: "the information that | he gave to police", "the claims | they made"."""
    group = view.chunks.verb_at(start + 1) if view.tokens[start].tag == "PRP" else None
    if group is None or group.first != start + 1 or view.tokens[group.main].lemma not in _GIVING:
        return False
    after = view.tokens[group.last].tag if group.last < len(view.tokens) else "."
    return after in ("TO", "IN", "RP", "MD", ".", ",", "CC") or after.startswith("VB")


_GIVING = wordset("give make provide pass share submit file hand send leave write publish receive obtain")
