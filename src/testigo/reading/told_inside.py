"""The subject that a telling parts from its verb: "The two teachers, a neighbor said, were taken from their homes".

Rules:
- Between two commas stand a verb of telling, who tells, and at most whom or how it was told: nothing that acts.
- What stands before the first comma is the subject of the verb after the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks, is_time
from testigo.reading.lists import wordset
from testigo.reading.phrases import upto
from testigo.reading.subjects import floor_before

if TYPE_CHECKING:
    from testigo.reading.clauses import Clause

_TELLING = wordset(
    "say tell report claim state add allege believe note announce confirm learn write explain think recall reveal estimate"
    " argue insist declare recount remember complain testify admit acknowledge stress reply understand"
)
_LONGEST = 8  # words between the verb of telling and the comma after it


def subject_around(chunks: Chunks, telling: Clause, at: int) -> Range | None:
    """The subject of the verb at `at` before the telling set off by commas, or None where `telling` is no such telling."""
    tokens = chunks.sentence.tokens
    if telling.lemma not in _TELLING or telling.subject is None or not telling.verb.finite or at < 1:
        return None
    first = min(telling.subject[0], telling.verb.first)
    last = max(telling.subject[1], telling.verb.last)
    if first < 2 or tokens[first - 1].lower != "," or tokens[at - 1].lower != "," or not last < at:
        return None
    between = tokens[last : at - 1]
    if len(between) > _LONGEST or any(t.tag[0] == "V" or t.lower in _NOT_BETWEEN for t in between):
        return None
    found = upto(chunks, first - 1, floor_before(tokens, first - 1))
    return None if found is None or is_time(tokens, found) else found


_NOT_BETWEEN = wordset(", ; : that who which whether and but")
