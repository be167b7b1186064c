"""The full-text index, inside the encrypted file: English by words, Korean by threes of signs.

Rules:
- `words`: every report, cut into words, accents taken off (unicode61). The other forms of a word are found through the
  list of all words (`words_terms`), so that the index itself keeps words as they stand: phrases and beginnings fit.
- `threes`: reports with Hangul, Han or Kana, cut into every three signs in a row, so that any part of a word is found.
  Two blanks are added at the end, so that a word of one or two signs there is in some three too.
- Both take their text from the report rows; they hold no text of their own and can be made again at any time.
"""

from __future__ import annotations

import re

from testigo.casebook import tables

_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u318f\u31a0-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
                   "\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003134f]")  # fmt: skip
PADDING = "  "


def is_wide(text: str) -> bool:
    """Whether the text holds Hangul, Han or Kana."""
    return not text.isascii() and _WIDE.search(text) is not None


def add(report: int, title: str, text: str, *, wide: bool) -> None:
    """Put a new report into the index."""
    tables.run("INSERT INTO words (rowid, title, text) VALUES (%s, %s, %s)", (report, title, text))
    if wide:
        values = (report, title + PADDING, text + PADDING)
        tables.run("INSERT INTO threes (rowid, title, text) VALUES (%s, %s, %s)", values)


def rebuild() -> None:
    """Make the whole index again."""
    tables.run("INSERT INTO words (words) VALUES ('rebuild')")
    tables.run("INSERT INTO threes (threes) VALUES ('rebuild')")


def check(name: str) -> None:
    """Compare an index with the rows that it was made of. name: words or threes. Errors: a DatabaseError of Django."""
    tables.run(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - name is ours
