"""What a person decided about a thing: accept, amend, reject, note, and later same, different, release.

Rules:
- A judgement appends. It may replace an earlier one; none is ever erased. Undo is a judgement too.
- A machine never makes one. What a machine thinks is derived and kept elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. subject: kind and id of the thing ("claim", "17"); verdict: an id of vocabulary.VERDICTS.

    amended: the changed value as JSON text, for `amend` only. at: an aware UTC time. replaces: id of the judgement
    that it takes the place of, or None.
    """

    subject_kind: str
    subject_id: str
    verdict: str
    by: str
    at: dt.datetime
    note: str = ""
    amended: str | None = None
    replaces: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a judgement needs an aware time")
        if self.verdict == "conflict" and not self.note.strip():
            raise ValueError("a claim put in conflict needs a note that says why")


def standing(history: Iterable[Judgement]) -> Judgement | None:
    """The judgement in force: the last one that is not undone. `withdraw` undoes the one that it replaces; a `note` decides nothing."""
    in_force: list[Judgement] = []
    for judgement in history:
        if judgement.verdict == "withdraw":
            if in_force:
                in_force.pop()
        elif judgement.verdict != "note":
            in_force.append(judgement)
    return in_force[-1] if in_force else None
