"""Where what is told ends because the sentence's own verb comes: "The claim that lists exist | was denied".

Rules:
- What a verb tells ends before another verb that shares its subject or main clause.
- What a noun tells ends before the verb that the noun is the subject of: the first after an infinitive, the second after "that".
"""

from __future__ import annotations

from testigo.reading import lexicon
from testigo.reading.frames import clause_at
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.view import View

_OPENERS = wordset(
    "who which that whose whom because when while after before if as where since until whether"
)


def before_main(view: View, start: int, ceiling: int, *, relative: bool) -> int:
    """Where another clause goes on: "prisoners who refused to wear it | were denied visits", "accused him of it | and shot"."""
    for at in range(start + 1, ceiling - 1):
        behind = view.past_comma(at) if view.lower(at) == "," else at + 1
        follows = view.tokens[min(behind, ceiling - 1)]
        aside = (
            follows.tag == "VBG"
            and view.tokens[at - 1].tag != "VBG"
            and (
                view.tokens[start].tag != "VBG" or follows.lemma in lexicon.verbs()
            )  # "denied beating him, kicking her"
            and follows.lower not in ("including", "being", "according")
        )
        if view.lower(at) == "," and (
            aside or (follows.lower in ("but", "while") and clause_at(view, behind + 1, ceiling))
        ):
            ceiling = at
            break
    for group in view.chunks.verbs:
        if start < group.first < ceiling and group.finite:
            before = view.lower(group.first - 1)
            subordinate = any(view.lower(n) in _OPENERS for n in range(start, group.first))
            joined = before in ("and", "but") and subject(view.chunks, group, start) is None
            if joined and not subordinate:
                return group.first - 1
            if relative and before not in ("and", "or") and not subordinate:
                return group.first
    return ceiling


def before_predicate(view: View, first: int, start: int, ceiling: int) -> int:
    """Where the sentence's own verb stands: "The claim that lists exist | was denied", "The order to leave | came late".

    Only for a noun that is the subject itself: no finite verb stands before it.
    """
    verbs = [g for g in view.chunks.verbs if g.finite]
    if any(g.first < first for g in verbs):
        return ceiling
    inside = 0 if view.tokens[start].tag == "TO" else 1
    for group in verbs:
        if not start <= group.first < ceiling:
            continue
        linked = any(view.lower(n) in _OPENERS for n in range(max(start, group.first - 4), group.first))
        if linked or view.lower(group.first - 1) in ("and", "or", "but"):
            continue
        if inside == 0:
            return group.first
        inside -= 1
    return ceiling
