"""Words in the pieces that the encoder knows: "detainees" as "detain", "##ees".

Rules:
- Lower case, without accents; signs stand alone; the longest piece that fits is taken, from the left (WordPiece, as the
  encoder was trained with).
- A word for which there are no pieces is unknown.
Source: Wu and others (2016), "Google's Neural Machine Translation System"; Devlin and others (2019), "BERT".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST = 100  # signs of a word that is parted at all
_MOST = 12  # pieces of a word that are looked at
_READ = 400  # signs of a word that are looked at


class Pieces:
    """The pieces that an encoder knows, by number."""

    def __init__(self, names: Sequence[str]) -> None:
        """names: the pieces in the order of their numbers, START, END and UNKNOWN among them."""
        self._numbers = {name: at for at, name in enumerate(names)}
        self.start, self.end = self._numbers[START], self._numbers[END]
        self._unknown = self._numbers[UNKNOWN]

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces: one at least, twelve at most."""
        parts = [number for part in _parts(word[:_READ]) for number in self._fitting(part)]
        return tuple(parts[:_MOST]) or (self._unknown,)

    def _fitting(self, part: str) -> list[int]:
        """The longest pieces of a stretch of letters, from the left; unknown as a whole where one is missing."""
        found: list[int] = []
        start = 0
        while start < len(part) <= _LONGEST:
            end = len(part)
            while end > start and (name := part[start:end] if not start else f"##{part[start:end]}"):
                number = self._numbers.get(name)
                if number is not None:
                    break
                end -= 1
            if end == start:
                return [self._unknown]
            found.append(self._numbers[part[:end] if not start else f"##{part[start:end]}"])
            start = end
        return found or [self._unknown]


def _parts(word: str) -> list[str]:
    """A word in lower case without accents, parted at signs: "anti-state" into "anti", "-", "state"."""
    found: list[str] = []
    letters = ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(sign)
        if kind == "Mn" or (kind[0] == "C"):
            continue
        alone = kind[0] == "P" or (sign.isascii() and not sign.isalnum())
        if alone or kind[0] == "Z":
            found += [letters] if letters else []
            found += [sign] if alone and not sign.isspace() else []
            letters = ""
        else:
            letters += sign
    return [*found, letters] if letters else found
