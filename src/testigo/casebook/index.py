"""The full-text index, inside the encrypted file: English by words, Korean by threes of signs.

Rules:
- `words`: every report, cut into words, accents taken off (unicode61). The other forms of a word are found through the
  list of all words (`words_terms`), so that the index itself keeps words as they stand: phrases and beginnings fit.
- `threes`: reports with Hangul, Han or Kana, cut into every three signs in a row, so that any part of a word is found.
  Two blanks are added at the end, so that a word of one or two signs there is in some three too.
- `clauses`: the claims of readings in force, by the words of their clause and of their parts; who acts, suffers or tells
  stands in a column of its own, and so does what filters ask (marks.py). It keeps no text and is made from the rows.
- The first two take their text from the report rows; they hold no text of their own and can be made again at any time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence

from testigo.casebook import marks, tables
from testigo.casebook.days import iso

_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u318f\u31a0-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
                   "\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003134f]")  # fmt: skip
PADDING = "  "
_CLAIMS = (
    'SELECT c.id, c.reading_id, c.start, c."end", t.verdict, c.kind, c.act, c.status FROM json_each(%s) j'
    " CROSS JOIN claim c ON c.reading_id = j.value LEFT JOIN standing t ON t.claim_id = c.id"
)
_OF = "FROM json_each(%s) j CROSS JOIN claim c ON c.reading_id = j.value CROSS JOIN"
_PARTS = f"SELECT f.claim_id, f.slot, f.text, f.ref {_OF} filler f ON f.claim_id = c.id"
_SOURCES = f"SELECT s.claim_id, s.text, s.refers_text {_OF} source s ON s.claim_id = c.id"
_DATED = f'SELECT d.claim_id, d."first", d."last" {_OF} dated d ON d.claim_id = c.id'
_REPORTS = (
    "SELECT s.reading_id, s.publisher, r.text FROM json_each(%s) j CROSS JOIN shelf s ON s.reading_id = j.value"
    " CROSS JOIN report r ON r.id = s.report_id"
)
CLAUSES = ("rowid", "who", "said", "marks")


def is_wide(text: str) -> bool:
    """Whether the text holds Hangul, Han or Kana."""
    return not text.isascii() and _WIDE.search(text) is not None


def add(report: int, title: str, text: str, *, wide: bool) -> None:
    """Put a new report into the index."""
    tables.run("INSERT INTO words (rowid, title, text) VALUES (%s, %s, %s)", (report, title, text))
    if wide:
        values = (report, title + PADDING, text + PADDING)
        tables.run("INSERT INTO threes (rowid, title, text) VALUES (%s, %s, %s)", values)


def add_claims(readings: Sequence[int], only: Collection[int] | None = None) -> None:
    """Put the claims of readings in force into the index, after their rows of `shelf`, `standing` and `dated` were made.

    only: some of these claims.
    """
    asked = (json.dumps(list(readings)),)
    about = {reading: (outlet, text) for reading, outlet, text in tables.select(_REPORTS, asked)}
    rows = {row[0]: row[1:] for row in tables.select(_CLAIMS, asked) if only is None or row[0] in only}
    made = {id_: _Words(about[row[0]][1][row[1] : row[2]]) for id_, row in rows.items()}
    for claim, slot, words, ref in tables.select(_PARTS, asked):
        if claim in made:
            (made[claim].who if slot in ("actor", "target") else made[claim].said).append(words)
            made[claim].named += [] if ref is None else [ref]
    for claim, words, fuller in tables.select(_SOURCES, asked):
        if claim in made:
            made[claim].who += [words, fuller or ""]
    for claim, first, last in tables.select(_DATED, asked):
        if claim in made:
            made[claim].times.append((iso(first), iso(last)))
    inserted = [made[id_].row(id_, row[4:], row[3], about[row[0]][0]) for id_, row in sorted(rows.items())]
    tables.insert("clauses", CLAUSES, inserted)


class _Words:
    """What the index takes of one claim. clause: its words."""

    __slots__ = ("named", "said", "times", "who")

    def __init__(self, clause: str) -> None:
        self.who: list[str] = []
        self.said = [clause]
        self.named: list[str] = []
        self.times: list[marks.Days] = []

    def row(
        self, id_: int, told: Sequence[str], verdict: str | None, outlet: str
    ) -> tuple[int, str, str, str]:
        """The columns CLAUSES. told: kind, act and status."""
        marked = marks.of_claim(told, verdict, outlet, self.named, self.times)
        return (id_, "\n".join(self.who), "\n".join(self.said), marked)


def renew(readings: Sequence[int], claims: Collection[int]) -> None:
    """Put some claims into the index again, after what is decided of them changed. readings: those that they belong to."""
    tables.run(
        "DELETE FROM clauses WHERE rowid IN (SELECT value FROM json_each(%s))", (json.dumps(sorted(claims)),)
    )
    add_claims(readings, claims)


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
