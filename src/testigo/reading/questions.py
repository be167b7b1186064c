"""Questions that yes or no answers: "Were people punished?" tells nothing, whatever the words in it.

Rules:
- The whole sentence is the question and starts with its verb, behind the mark of who asks ("Q:"); for "“Did they beat you?” the judge asked" see asides.
- What who, why and when ask about is taken as told: "Why was he arrested?".
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.view import View

_MARKS = frozenset({"“", "”", '"', "*", "_", "''", "``", "–", "—", "-"})
YES_OR_NO = wordset("was were is are did do does has have had will would can could should may")


def only_asks(view: View) -> bool:
    """Whether a sentence is a question that yes or no answers."""
    words = [lower for lower in view.lowers if lower not in _MARKS]
    asked = len(words) > 1 and words[-1] == "?"
    return asked and (words[0] in YES_OR_NO or words[_behind_mark(words)] in YES_OR_NO)


def _behind_mark(words: list[str]) -> int:
    """The number of the first word behind "Q:", "Q." or "Presenter:"; 0 where there is no such mark."""
    if words[0] == "q.":
        return 1
    return next((at + 1 for at, word in enumerate(words[:4]) if word == ":" and at + 1 < len(words)), 0)
