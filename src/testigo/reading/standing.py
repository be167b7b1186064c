"""How somebody stands in a sentence: there, only told what they are, or only had by another.

Rules:
- What is behind "be" says what somebody is: "nineteen were women"; but "Among them is Dal" tells who is there.
- Whom another has is seldom who the next sentence is about: "Orlova has a daughter. She was held".
"""

from __future__ import annotations

from testigo.reading.appositions import is_named
from testigo.reading.arguments import Range
from testigo.reading.clauses import Clause
from testigo.reading.view import View


def says_what(view: View, base: Range) -> bool:
    """Whether a noun phrase only says what somebody is."""
    verb = view.chunks.verb_at(base[0] - 1) if base[0] else None
    if verb is None or view.tokens[verb.main].lemma != "be" or verb.passive or verb.last != base[0]:
        return False
    return not (view.lower(0) == "among" and is_named(view.tokens, base))


def had(base: Range, found: tuple[Clause, ...]) -> int:
    """The rank of somebody who neither does nor suffers anything: -1 for whom another only has, else 0."""
    objects = [c.object for c in found if c.lemma == "have" and c.object is not None]
    return -1 if any(first <= base[0] < last for first, last in objects) else 0
