"""What is only supposed, with "had" before its subject: "Had police arrested him, she would have left"."""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.view import View

_WOULD = wordset("would could might 'd ’d")
_OPENING = wordset("“ \" ‘ ' but and yet")


def supposed_by(view: View, group: VerbGroup) -> int | None:
    """The token of the "had" that opens a clause and supposes what a verb in it tells, if it does.

    What would follow must stand behind a comma.
    """
    words = view.lowers
    at = next((n for n, word in enumerate(words) if word not in _OPENING), len(words))
    if words[at : at + 1] != ("had",) or at + 1 >= len(words) or view.chunks.noun_of[at + 1] < 0:
        return None
    comma = next((n for n in range(at, len(words)) if words[n] == ","), len(words))
    followed = any(word in _WOULD for word in words[comma:])
    return at if followed and at <= group.main < comma else None
