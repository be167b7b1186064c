"""Whom an order leaves free and whom it keeps: "free of these restrictions", "remain subject to checks"; what it stops."""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.view import View

_KEPT = wordset("remain stay")
_UNDER = wordset("subject liable under bound")
_LAID_ON = wordset("restriction rule order ban duty measure obligation requirement this these it them")
_COVERED = wordset("include cover count affect concern bind touch")
_STOPPED = wordset("stop suspend halt cease")
_NEAR = 4  # words behind "of" that may name what is laid on others


def reaches(view: View, group: VerbGroup, behind: int, *, negated: bool) -> tuple[str, str] | None:
    """Modality and rule where a verb tells whom an order leaves free or keeps. behind: the first word after it and its signs."""
    main = view.tokens[group.main].lemma
    if main == "be" and view.lower(behind) == "free" and not negated and _of_what_is_laid_on(view, behind):
        return "exempt", "order.exempt"
    if main in _KEPT and view.lower(group.last) in _UNDER:
        return ("exempt", "order.exempt") if negated else ("retain", "order.retain")
    return None


def _of_what_is_laid_on(view: View, free: int) -> bool:
    near = view.tokens[free + 2 : free + 2 + _NEAR]
    return view.lower(free + 1) in ("of", "from") and any(token.lemma in _LAID_ON for token in near)


def is_stopped(view: View, group: VerbGroup) -> bool:
    """Whether something may go on no more: "all trade is halted"."""
    return group.passive and view.tokens[group.main].lemma in _STOPPED


def is_covered(view: View, group: VerbGroup) -> bool:
    """Whether somebody is "covered", "touched by it"."""
    return group.passive and view.tokens[group.main].lemma in _COVERED


def holds(view: View, group: VerbGroup) -> bool:
    """Whether something applies to some, holds for them."""
    main = view.tokens[group.main].lemma
    return main in ("extend", "apply") or (main == "hold" and view.lower(group.last) == "for")
