"""What a person typed into the search field, as terms that the index understands. Nothing that can be typed is an error.

Rules:
- Words must all occur, in any form (arrest, arrested). "Words in quotes" stand just so, in this order; word* is the
  beginning of a word.
- Every other sign separates words. AND, OR, NOT, NEAR and the like are words.
- A term with Hangul, Han or Kana is looked for anywhere, inside words too.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from testigo.casebook.index import is_wide

_QUOTES = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u300a\u300b\uff02", '"')
)
_PIECE = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_MOST_TERMS = 24
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand in a row, with one blank between them.

    exact: only in this form. prefix: the last one may go on. wide: any part of a word.
    """

    text: str
    exact: bool = False
    prefix: bool = False
    wide: bool = False


def terms(query: str) -> tuple[Term, ...]:
    """The terms of a query, each once, at most 24."""
    found: dict[Term, None] = {}
    for match in _PIECE.finditer(unicodedata.normalize("NFC", query[:2000]).translate(_QUOTES)):
        quoted, star, bare = match.groups()
        text = quoted if bare is None else bare
        term = _term(text, exact=bare is None, prefix=bool(star) or (bare or "").endswith("*"))
        if term is not None:
            found[term] = None
    return tuple(found)[:_MOST_TERMS]


def _term(text: str, *, exact: bool, prefix: bool) -> Term | None:
    words = "".join(c if _is_word(c) else " " for c in text).split()
    joined = " ".join(words)[:_LONGEST].strip()
    return Term(joined, exact or prefix or " " in joined, prefix, is_wide(joined)) if joined else None


def _is_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc", "Co")


def quoted(text: str) -> str:
    """A string of the index's query language."""
    return '"' + text.replace('"', '""') + '"'
