"""A pattern with the words of which one must stand in a text for the pattern to be worth looking for.

Patterns of many alternatives in either case take a microsecond for each letter; most sentences hold none of their words. The
test of this module makes texts from each pattern, so that no word is forgotten.
"""

from __future__ import annotations

import re


class Cue:
    """A pattern, looked for where one of its hints stands. hints: in lower case; every text that it finds holds one of them."""

    __slots__ = ("hints", "pattern")

    def __init__(self, pattern: str, hints: tuple[str, ...]) -> None:
        self.pattern = re.compile(pattern, re.IGNORECASE)
        self.hints = hints

    def search(self, text: str, low: str = "") -> re.Match[str] | None:
        """The first place where the pattern stands. low: the text in lower case, where the caller has it."""
        low = low or text.lower()
        for hint in self.hints:
            if hint in low:
                return self.pattern.search(text)
        return None
