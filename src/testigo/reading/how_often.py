"""Words between a verb of telling and what is told that say how often it is told, or how many there were.

Rules:
- "at times", "in some cases", "to this day" are passed over ("claim to this day that").
- So is what bounds a count ("documented at least 144 cases").
"""

from __future__ import annotations

from testigo.reading.view import View


def past_how_often(view: View, at: int) -> int:
    """Past how often or since when something is told: "reported at times being held", "claim to this day that"."""
    for words in _AT_TIMES:
        if view.lowers[at : at + len(words)] == words:
            return at + len(words)
    return at


_AT_TIMES = (
    ("at", "times"),
    ("on", "occasion"),
    ("in", "some", "cases"),
    ("in", "part"),
    ("to", "this", "day"),
)


def past_measure(view: View, at: int) -> int:
    """Past "at least", "more than", "over" before a count: "documented at least 144 cases"."""
    for words in _MEASURING:
        end = at + len(words)
        if (
            view.lowers[at:end] == words
            and end < len(view.tokens)
            and view.tokens[end].tag in ("CD", "DT", "NNS")
        ):
            return end
    return at


_MEASURING = (
    ("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to"), ("over",),
    ("about",), ("around",), ("nearly",), ("approximately",), ("almost",),
)  # fmt: skip
