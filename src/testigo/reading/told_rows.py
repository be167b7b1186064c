"""Whether a second verb of telling belongs to what the first tells: "said guards beat her | and threatened to come".

Rules:
- What an office did and then demanded, in a row of verbs, is told; so is what somebody was told who suffered before.
- Who does the verbs of a row stands before the first of them.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.classes import is_class
from testigo.reading.frames import Cue
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.view import View


def was_warned(view: View, cue: Cue, other: Cue) -> bool:
    """Whether the second verb shares a passive in what is told: "said that she was called in and warned that"."""
    at = other.group.first
    earlier = next((g for g in reversed(view.chunks.verbs) if g.last <= at and g.finite), None)
    return other.lemma in _HEARING and earlier is not None and earlier.passive and earlier.first >= cue.end


def by_an_office(view: View, cue: Cue, other: Cue) -> bool:
    """Whether the second verb is what an office does in what somebody tells: "said guards beat her and threatened to come"."""
    earlier, doer = _doer_of_row(view, cue, other)
    if other.lemma not in _OUTWARD | _HEARING or earlier is None or earlier.passive:
        return False
    teller = subject(view.chunks, cue.group)
    by_office = doer is not None and is_class(view.tokens, doer, "authority")
    return by_office and not (teller is not None and is_class(view.tokens, teller, "authority"))


def _doer_of_row(view: View, cue: Cue, other: Cue) -> tuple[VerbGroup | None, tuple[int, int] | None]:
    """The verb before the second cue in what the first tells, and who does it and the verbs of its row.

    The doer of "ordered" in "said that officials came, ordered them out and warned" is the officials, before "came".
    """
    last: VerbGroup | None = None
    for group in reversed(view.chunks.verbs):
        if not group.finite or group.last > other.group.first:
            continue
        if group.first < cue.end:
            break
        doer = subject(view.chunks, group, cue.end)
        relative = doer is not None and view.tokens[doer[0]].tag in ("WP", "WDT", "WP$")
        if last is not None and (relative or group.modal):
            continue  # "took the cards of those who would not go, and demanded"
        last = last or group
        if doer is not None and not relative and doer[1] <= group.first:
            return last, doer
    return last, None


def felt(view: View, cue: Cue, other: Cue) -> bool:
    """Whether the second verb tells what the one in what is told felt: "said he got a summons and was reluctant to go"."""
    inner = next(
        (n for n in range(cue.end, min(other.group.first, cue.end + 3)) if view.tokens[n].tag == "PRP"), 0
    )
    return (
        inner > 0
        and all(sense.cls in ("intend", "fear", "expect") for sense in other.senses)
        and (other.lemma not in _OUTWARD)
    )


_OUTWARD = wordset("question ask refuse decline threaten promise vow pledge order demand warn")
_HEARING = wordset("tell inform warn notify advise order")
