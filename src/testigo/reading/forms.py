"""Which parts of speech a word form may have, from en/forms.txt: "rally" a noun or verb, "assembly" a noun alone.

Rules:
- A form that the table does not know may be anything.
- The table holds the commoner forms of a lexicon; it says what can be, the tagger what is.
"""

from __future__ import annotations

from functools import cache

from testigo.data import files
from testigo.made import kept


@cache
@kept("forms")
def forms() -> dict[str, str]:
    """Word form -> the parts of speech it may have, as letters: n, v, j, r. A constant table."""
    found: dict[str, str] = {}
    for line in files("testigo.reading.en").joinpath("forms.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            letters, _, words = line.partition(": ")
            found.update(dict.fromkeys(words.split(" "), letters))
    return found
