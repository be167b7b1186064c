"""What was not done after all, without a negation: "was nearly executed".

Rules:
- Who was nearly or almost killed or executed was not; "almost certainly" and "nearly 40" say nothing of the kind.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.view import View

NEARLY = ("nearly", "almost")
_FATAL = wordset("execution killing death suicide")


def nearly(view: View, group: VerbGroup, act: str) -> bool:
    """Whether a fatal act stands right behind "nearly" or "almost": "was nearly executed"."""
    return act in _FATAL and group.main > 0 and view.lower(group.main - 1) in NEARLY
