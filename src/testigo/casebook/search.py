"""Finding reports by words, and the passages in them.

Rules:
- Best first: the more often and the rarer the words, and in the title, the better (BM25, title five times).
- The place of a hit is given in code points of the report's text, so that the desk can open it there.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from testigo.casebook import query, tables
from testigo.casebook.query import Term
from testigo.casebook.stems import stem
from testigo.casebook.values import Hit, HitPage
from testigo.claim import Span

_AROUND = 90
_WINDOW = 240
_MOST_PLACES = 200
_MOST_THREES = 2000
_MOST_FORMS = 100
_ABOUT = (
    "SELECT r.title, r.text, s.publisher, s.published, s.language, s.reading_id FROM report r"
    " JOIN shelf s ON s.report_id = r.id WHERE r.id = %s"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a report id in SQL, for both indexes. words, threes: their queries; None where not asked."""

    words: str | None
    threes: str | None

    def sql(self, column: str) -> tuple[list[str], list[str]]:
        """Conditions on a column that holds report ids, and their values."""
        parts, values = [], []
        for name, match in (("words", self.words), ("threes", self.threes)):
            if match is not None:
                parts.append(f"{column} IN (SELECT rowid FROM {name} WHERE {name} MATCH %s)")  # noqa: S608 - names are ours
                values.append(match)
        return parts, values


def condition(terms: tuple[Term, ...]) -> Condition | None:
    """What the terms ask of the indexes; None where there are no terms."""
    if not terms:
        return None
    threes = [_threes_query(term.text) for term in terms if term.wide]
    words = [_words_query(term) for term in terms if not term.wide]
    return Condition(" AND ".join(words) or None, " AND ".join(threes) or None)


def _words_query(term: Term) -> str:
    if term.prefix:
        return f"{query.quoted(term.text)} *"
    if term.exact:
        return query.quoted(term.text)
    return "(" + " OR ".join(query.quoted(form) for form in _forms(term.text.lower())) + ")"


def _forms(word: str) -> list[str]:
    """The word, and all words of the casebook with the same stem."""
    wanted = stem(word)
    start = wanted[: max(2, min(len(wanted), len(word)) - 2)]
    found = tables.select(
        "SELECT term FROM words_terms WHERE term >= %s AND term < %s", (start, start + "\U0010ffff")
    )
    same = [term for (term,) in found if term != word and stem(term) == wanted]
    return [word, *same[:_MOST_FORMS]]


def _threes_query(text: str) -> str:
    forms = dict.fromkeys((text, unicodedata.normalize("NFD", text)))
    return "(" + " OR ".join(_threes_of(form) for form in forms) + ")"


def _threes_of(text: str) -> str:
    """A string of three signs or more is found as it is; a shorter one by all the threes that begin with it."""
    if len(text) >= 3:
        return query.quoted(text)
    low = text.lower()
    found = tables.select(
        f"SELECT term FROM threes_terms WHERE term >= %s AND term < %s ORDER BY doc DESC LIMIT {_MOST_THREES}",  # noqa: S608 - a number
        (low, low + "\U0010ffff"),
    )
    return " OR ".join(query.quoted(term) for (term,) in found) or query.quoted(text + "\U0010fffe")


def search(typed: str, *, offset: int, limit: int) -> HitPage:
    """A page of the reports that hold all terms."""
    terms = query.terms(typed)
    asked = condition(terms)
    if asked is None:
        return HitPage((), 0)
    main = "words" if asked.words is not None else "threes"
    parts, values = Condition(None, asked.threes if main == "words" else None).sql(f"{main}.rowid")
    # CROSS JOIN keeps the order: one look into the index, then the shelf. Otherwise it is asked once for each report.
    source = f"{main} CROSS JOIN shelf ON shelf.report_id = {main}.rowid"
    where = " AND ".join([f"{main} MATCH %s", *parts])
    match = asked.words if main == "words" else asked.threes
    ((total,),) = tables.select(f"SELECT count(*) FROM {source} WHERE {where}", (match, *values))  # noqa: S608
    rows = tables.select(
        f"SELECT {main}.rowid FROM {source} WHERE {where} ORDER BY bm25({main}, 5.0, 1.0), {main}.rowid LIMIT %s OFFSET %s",  # noqa: S608
        (match, *values, limit, offset),
    )
    hits = tuple(_hit(report, terms, asked) for (report,) in rows)
    return HitPage(hits, total, tuple(term.text + "*" * term.prefix for term in terms))


def _hit(report: int, terms: tuple[Term, ...], asked: Condition) -> Hit:
    ((title, text, publisher, published, language, reading),) = tables.select(_ABOUT, (report,))
    places = sorted({*_word_places(report, asked.words), *_wide_places(text, terms)})[:_MOST_PLACES]
    if not places:
        return Hit(report, title, publisher, published, language or None, None, "", "", "")
    best = _best(places)
    before, after = _around(text, best)
    claims = () if reading is None else tables.select(
        'SELECT id FROM claim WHERE reading_id = %s AND start < %s AND "end" > %s ORDER BY number',
        (reading, best.end, best.start),
    )  # fmt: skip
    return Hit(
        report, title, publisher, published, language or None, best, before, best.of(text), after,
        tuple(places), tuple(row[0] for row in claims),
    )  # fmt: skip


def _word_places(report: int, match: str | None) -> list[Span]:
    """Where the index itself sees the words: it knows which forms of a word are the same."""
    if match is None:
        return []
    mark = secrets.token_hex(12)
    opening, closing = f"<{mark}>", f"</{mark}>"
    rows = tables.select(
        "SELECT highlight(words, 1, %s, %s) FROM words WHERE words MATCH %s AND rowid = %s",
        (opening, closing, match, report),
    )
    pieces = re.split(f"(</?{mark}>)", rows[0][0]) if rows else []
    places, start, at = [], 0, 0
    for piece in pieces:
        if piece == opening:
            start = at
        elif piece == closing:
            places.append(Span(start, at))
        else:
            at += len(piece)
    return places


def _wide_places(text: str, terms: Sequence[Term]) -> list[Span]:
    forms = {
        form for term in terms if term.wide for form in (term.text, unicodedata.normalize("NFD", term.text))
    }
    found: list[Span] = []
    for form in forms:
        pattern = re.compile(re.escape(form), re.IGNORECASE)
        found += [Span(*match.span()) for match in pattern.finditer(text)]
    return found


def _best(places: Sequence[Span]) -> Span:
    """The first place of the window that holds most places."""
    counts: list[int] = []
    end = 0
    for number, place in enumerate(places):
        while end < len(places) and places[end].start < place.start + _WINDOW:
            end += 1
        counts.append(end - number)
    return places[counts.index(max(counts))]


def _around(text: str, span: Span) -> tuple[str, str]:
    """Some words of the same line before and after."""
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = "… " + (before.partition(" ")[2] or before)
    if len(after) == _AROUND:
        after = (after.rpartition(" ")[0] or after) + " …"
    return before, after


def claims_query(typed: str, *, people: bool) -> str | None:
    """What was typed as a query of the index of claims; None where there is no word. people: only who acts or tells."""
    terms = query.terms(typed)
    if not terms:
        return None
    # Korean puts its particles at the end of words: a word there is looked for as the beginning of one.
    parts = [f"{query.quoted(term.text)} *" if term.wide else _words_query(term) for term in terms]
    asked = " AND ".join(parts)
    return f"{{who}} : ({asked})" if people else asked


def rows_for(typed: str, column: str) -> tuple[list[str], list[Any]]:
    """Conditions on a column of report ids for what was typed; none for a query without words."""
    asked = condition(query.terms(typed))
    if asked is None:
        return [], []
    parts, values = asked.sql(column)
    return parts, list(values)
