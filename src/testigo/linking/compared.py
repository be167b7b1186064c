"""What a comparison of two values says: an answer, how much it tells, and one sentence why.

Rules:
- A number never travels without its reason: the sentence is an id of sentences.py with its arguments, so that it can
  be said in English and in Korean.
- `strength` is a natural logarithm: how many times likelier the two values are if both belong to one person, place or
  time than if they were told of two drawn by chance. 0 tells nothing; below 0 speaks against; 5 is about 150 to 1.
  Strengths of parts that have nothing to do with each other may be added.
- "cannot tell" is an answer in its own right: the words fit both one and two. It is not a weak "same".
- `left` and `right` are the words as they were given; the smaller does not come first here, the caller's order stays.
"""

from __future__ import annotations

import enum

from testigo.value import value


class Answer(enum.StrEnum):
    """What a comparison may answer. Names use the first three and UNKNOWN; places and times use those below too."""

    SAME = "same"
    DIFFERENT = "different"
    CANNOT_TELL = "cannot tell"
    CONTAINS = "contains"  # one holds the other, whichever comes first
    OVERLAPS = "overlaps"
    NEAR = "near"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"  # at least one side is not stated


AGAINST = frozenset((Answer.DIFFERENT, Answer.DISJOINT))


@value
class Compared:
    """One comparison. field: name, place or time.

    answer, strength: see above. sentence: an id of sentences.py; arguments: what fills its gaps, in order.
    left, right: the two values as given ("" where not stated).
    """

    field: str
    answer: Answer
    strength: float
    sentence: str
    arguments: tuple[str, ...]
    left: str
    right: str

    @property
    def possible(self) -> bool:
        """Whether the two may belong together as far as this field goes: anything but a plain no."""
        return self.answer not in AGAINST


def unknown(field: str, left: str | None, right: str | None) -> Compared:
    """The comparison where at least one side is not stated: it says nothing, either way."""
    return Compared(field, Answer.UNKNOWN, 0.0, f"{field}-unknown", (), left or "", right or "")
