"""The full-text index, inside the encrypted file: English by words, Korean by threes of signs.

Rules:
- `words`: every report, cut into words, accents taken off (unicode61). The other forms of a word are found through the
  list of all words (`words_terms`), so that the index itself keeps words as they stand: phrases and beginnings fit.
- `threes`: reports with Hangul, Han or Kana, cut into every three signs in a row, so that any part of a word is found.
  Two blanks are added at the end, so that a word of one or two signs there is in some three too.
- `clauses`: the claims of readings in force, by the words of their clause and of their parts; who acts, suffers or tells
  stands in a column of its own. It keeps no text and is made from the rows.
- The first two take their text from the report rows; they hold no text of their own and can be made again at any time.
"""

from __future__ import annotations

import re

from testigo.casebook import tables

_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u318f\u31a0-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
                   "\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003134f]")  # fmt: skip
PADDING = "  "
_SPANS = 'SELECT id, start, "end" FROM claim WHERE reading_id = %s ORDER BY id'
_PARTS = "SELECT f.claim_id, f.slot, f.text FROM claim c JOIN filler f ON f.claim_id = c.id WHERE c.reading_id = %s"
_SOURCES = "SELECT s.claim_id, s.text, s.refers_text FROM claim c JOIN source s ON s.claim_id = c.id WHERE c.reading_id = %s"


def is_wide(text: str) -> bool:
    """Whether the text holds Hangul, Han or Kana."""
    return not text.isascii() and _WIDE.search(text) is not None


def add(report: int, title: str, text: str, *, wide: bool) -> None:
    """Put a new report into the index."""
    tables.run("INSERT INTO words (rowid, title, text) VALUES (%s, %s, %s)", (report, title, text))
    if wide:
        values = (report, title + PADDING, text + PADDING)
        tables.run("INSERT INTO threes (rowid, title, text) VALUES (%s, %s, %s)", values)


def add_claims(report: int, reading: int) -> None:
    """Put the claims of a reading into the index."""
    ((text,),) = tables.select("SELECT text FROM report WHERE id = %s", (report,))
    who: dict[int, list[str]] = {}
    said: dict[int, list[str]] = {}
    for claim, start, end in tables.select(_SPANS, (reading,)):
        who[claim], said[claim] = [], [text[start:end]]
    for claim, slot, words in tables.select(_PARTS, (reading,)):
        (who if slot in ("actor", "target") else said)[claim].append(words)
    for claim, words, fuller in tables.select(_SOURCES, (reading,)):
        who[claim] += [words, fuller or ""]
    rows = [(claim, "\n".join(who[claim]), "\n".join(said[claim])) for claim in who]
    tables.insert("clauses", ("rowid", "who", "said"), rows)


def drop_claims(reading: int) -> None:
    """Take the claims of a reading out of the index."""
    tables.run("DELETE FROM clauses WHERE rowid IN (SELECT id FROM claim WHERE reading_id = %s)", (reading,))


def drop_all_claims() -> None:
    """Take all claims out of the index."""
    tables.run("INSERT INTO clauses (clauses) VALUES ('delete-all')")


def rebuild() -> None:
    """Make the whole index again."""
    tables.run("INSERT INTO words (words) VALUES ('rebuild')")
    tables.run("INSERT INTO threes (threes) VALUES ('rebuild')")


def check(name: str) -> None:
    """Compare an index with the rows that it was made of. name: words or threes. Errors: a DatabaseError of Django."""
    tables.run(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - name is ours
