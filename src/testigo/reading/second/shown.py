"""What the encoder is shown of each word: a name only as something unknown.

Rules:
- Whose name it is must not decide which act is seen, so a proper name is hidden unless it is a common word too
  ("Ministry"), a day or month, a body's short name ("NGO"), or a country or great city, which tells where somebody goes
  or calls.
- So a name that is a common word ("Rose") or stands in capitals ("KIM") is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from testigo.data import files
from testigo.reading.forms import forms
from testigo.reading.tokens import Token

HIDDEN = ""  # no piece at all: an unknown word
_MARKS = re.compile("['’-]")  # "O'Brien", "Al-Rashid"
_SHORT = 6  # letters of the short name of a body


def shown(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a sentence in lower case, HIDDEN for a name."""
    return tuple(
        HIDDEN if token.tag.startswith("NNP") and is_name(token.text) else token.lower for token in tokens
    )


def is_name(text: str) -> bool:
    """Whether a word that stands as a proper name is nothing but one."""
    word = text.lower()
    short = text.isalpha() and text.isupper() and len(text) <= _SHORT
    known = word in forms() or word in _public()
    return not short and not known and _MARKS.sub("", text).isalpha()


@cache
def _public() -> frozenset[str]:
    """The words of the names of countries and great cities, days and months. A constant table."""
    folder = files("testigo.reading.en")
    places = (folder / "countries.txt").read_text("utf-8").splitlines()
    times = (folder / "time_words.txt").read_text("utf-8").splitlines()
    found = {w for line in places if not line.startswith("#") for w in line.lower().replace(";", " ").split()}
    found |= {
        part.partition("=")[0] for line in times if line[:2] in ("M ", "W ") for part in line[2:].split()
    }
    return frozenset(found)
