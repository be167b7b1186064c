"""Whom something is laid on behind "with": "The town was closed, with no one allowed to leave".

Rules:
- The participle tells what is laid down, as a finite verb would: "with shops told to close" requires it.
- Of nobody nothing is permitted: "with no one allowed to leave" forbids; "with only women allowed to" takes them out.
- It is laid on a class of people or offices, not on one person ("with his wife allowed to visit").
"""

from __future__ import annotations

from testigo.reading.chunks import head_of
from testigo.reading.lists import wordset
from testigo.reading.view import View

_ALLOWED = wordset("allow permit")
_BARRED = wordset("ban bar forbid prohibit exclude prevent")
_BOUND = wordset("order tell require force expect instruct ask oblige")
_NOBODY = wordset("no nobody none")
_FAR = 6  # words between "with" and the participle


def laid_with(view: View, at: int) -> tuple[int, int] | None:
    """Where those stand on whom something is laid behind a "with" at `at`; None where nothing is."""
    if view.lower(at) != "with":
        return None
    start = at + 1 + (view.lower(at + 1) == "only")
    base = view.chunks.noun_from.get(start)
    if base is None or base[1] - start > _FAR or base[1] >= len(view.tokens) or not _of_class(view, base):
        return None
    group = view.chunks.verb_at(base[1])
    bare = group is not None and not group.finite and view.tokens[base[1]].tag == "VBN"
    link = view.lower(base[1] + 1)
    lemma = view.tokens[base[1]].lemma
    fits = (lemma in _ALLOWED | _BOUND and link == "to") or (lemma in _BARRED and link in ("from", "to"))
    return base if bare and fits else None


def _of_class(view: View, base: tuple[int, int]) -> bool:
    """Whether a phrase is a class or nobody: no one person, and nobody's own."""
    head = view.tokens[head_of(view.tokens, base)]
    if view.lower(base[0]) in _NOBODY or view.lower(base[0]) in ("everyone", "anyone"):
        return True
    own = any(view.tokens[n].tag in ("PRP$", "PRP", "POS", "CD") for n in range(*base))
    return head.tag == "NNS" and not own


def verdict(view: View, at: int, base: tuple[int, int]) -> tuple[str, str]:
    """The modality of what is laid on somebody behind a "with" at `at`, and its rule."""
    lemma = view.tokens[base[1]].lemma
    if lemma in _BARRED:
        return "forbid", "order.ban"
    if lemma in _BOUND:
        return "require", "order.duty"
    if view.lower(base[0]) in _NOBODY:
        return "forbid", "order.ban"
    return ("exempt", "order.exempt") if view.lower(at + 1) == "only" else ("permit", "order.permit")
