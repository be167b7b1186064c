"""Finding reports by words, and the passages in them.

Rules:
- Best first: the more often and the rarer the words, and in the title, the better (BM25, title five times).
- Where more than MOST_RANKED reports hold the words, ranking would take longer than a person waits, and says little of
  words that nearly every report holds: then the latest added come first, and the page says so (`HitPage.latest`).
- The place of a hit is given in code points of the report's text, so that the desk can open it there.
"""

from __future__ import annotations

import itertools
import json
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
LONG = 500_000
"""Bytes of text. In a longer one the words are looked for from its beginning, and only the first places: marking them all, as
the index does, takes half a second for ten megabytes.
"""
_MOST_THREES = 2000
_MOST_FORMS = 100
MOST_RANKED = 5_000
"""Up to so many reports that hold the words are ranked."""
_RANKED = "AND rank MATCH 'bm25(5.0, 1.0)' ORDER BY rank"
_MOST_LOOKED_UP = 1000
"""Up to so many hits, each is looked up in the list of reports to be counted."""
_CLAIMS_AT = (
    "SELECT json_extract(j.value, '$[0]'), c.id FROM json_each(%s) j CROSS JOIN claim c"
    " ON c.reading_id = json_extract(j.value, '$[1]') AND c.start < json_extract(j.value, '$[3]')"
    " AND c.\"end\" > json_extract(j.value, '$[2]') ORDER BY j.key, c.number"
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

    def each(self, column: str) -> tuple[list[str], list[str]]:
        """The same, asked of one report after the other rather than of all at once."""
        parts, values = [], []
        for name, match in (("words", self.words), ("threes", self.threes)):
            if match is not None:
                parts.append(f"EXISTS (SELECT 1 FROM {name} WHERE {name} MATCH %s AND rowid = {column})")  # noqa: S608 - names are ours
                values.append(match)
        return parts, values

    def asked(self) -> tuple[str, str, list[str]]:
        """The index that leads, the conditions on it, and their values."""
        main = "words" if self.words is not None else "threes"
        parts, values = Condition(None, self.threes if main == "words" else None).sql(f"{main}.rowid")
        match = (self.words if main == "words" else self.threes) or ""
        return main, " AND ".join([f"{main} MATCH %s", *parts]), [match, *values]


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


def search(typed: str, *, offset: int, limit: int, claims: bool = True) -> HitPage:
    """A page of the reports that hold all terms. claims: whether to look up those at each passage, which costs the most."""
    terms = query.terms(typed)
    asked = condition(terms)
    if asked is None:
        return HitPage((), 0)
    main, where, match = asked.asked()
    total = _count(main, where, match)
    order = _RANKED if total <= MOST_RANKED else f"ORDER BY {main}.rowid DESC"
    found = [_Found.of(row, terms) for row in _rows(main, f"{where} {order}", match, limit, offset)]
    there = _claims_at(found) if claims else {}
    hits = tuple(one.hit(there.get(one.report, ())) for one in found)
    said = tuple(term.text + "*" * term.prefix for term in terms)
    return HitPage(hits, total, said, latest=order is not _RANKED)


def _rows(main: str, which: str, match: Sequence[Any], limit: int, offset: int) -> list[tuple[Any, ...]]:
    """Of each hit its text, with marks around the words where the index sees them, and what is shown of its report.

    which: conditions and order. One query for the whole page. The index itself sorts and stops, so that only what is shown is fetched: CROSS JOIN
    keeps it outermost, and the rank is asked of it rather than computed beside.
    """
    mark = secrets.token_hex(12)
    marked = f"highlight({main}, 1, '<{mark}>', '</{mark}>')"
    text = (
        f"CASE WHEN octet_length(r.text) > {LONG} THEN r.text ELSE {marked} END"
        if main == "words"
        else "r.text"
    )
    sql = (
        f"SELECT '{mark}', r.id, r.title, {text}, s.publisher, s.published, s.language, s.reading_id"  # noqa: S608 - names are ours
        f" FROM {main} CROSS JOIN shelf s ON s.report_id = {main}.rowid CROSS JOIN report r ON r.id = {main}.rowid"
        f" WHERE {which} LIMIT %s OFFSET %s"
    )
    return tables.select(sql, [*match, limit, offset])


def count(asked: Condition) -> int:
    """How many reports fit a condition."""
    return _count(*asked.asked())


def _count(main: str, where: str, match: Sequence[Any]) -> int:
    """How many reports hold the terms. The index also knows older texts of an original, which do not count."""
    ((found,),) = tables.select(f"SELECT count(*) FROM {main} WHERE {where}", match)  # noqa: S608 - names are ours
    if found > _MOST_LOOKED_UP:
        ((older,),) = tables.select("SELECT (SELECT count(*) FROM report) - (SELECT count(*) FROM shelf)")
        if not older:
            return int(found)
    joined = f"{main} CROSS JOIN shelf ON shelf.report_id = {main}.rowid"
    ((found,),) = tables.select(f"SELECT count(*) FROM {joined} WHERE {where}", match)  # noqa: S608
    return int(found)


@dataclass(frozen=True, slots=True)
class _Found:
    """A row of `_rows` with its places in the text. about: title, publisher, published, language; best: the passage."""

    report: int
    reading: int | None
    about: tuple[str, str, str | None, str]
    text: str
    places: tuple[Span, ...]
    best: Span | None

    @classmethod
    def of(cls, row: tuple[Any, ...], terms: Sequence[Term]) -> _Found:
        mark, report, title, marked, publisher, published, language, reading = row
        text, seen = _unmarked(marked, mark)
        if (
            len(text) > LONG // 4 and not seen
        ):  # also where the index marked it and saw nothing: words of Korean alone
            seen = _first_places(text, terms)
        places = tuple(sorted({*seen, *_wide_places(text, terms)})[:_MOST_PLACES])
        best = _best(places) if places else None
        return cls(report, reading, (title, publisher, published, language), text, places, best)

    def hit(self, claims: tuple[int, ...]) -> Hit:
        """As it is shown. claims: those at its best passage."""
        title, publisher, published, language = self.about
        if self.best is None:
            return Hit(self.report, title, publisher, published, language or None, None, "", "", "")
        before, after = _around(self.text, self.best)
        return Hit(
            self.report, title, publisher, published, language or None, self.best, before, self.best.of(self.text), after,
            self.places, claims,
        )  # fmt: skip


def _unmarked(marked: str, mark: str) -> tuple[str, list[Span]]:
    """The text without marks, and where they stood."""
    pieces, places, start, at = [], [], 0, 0
    for piece in re.split(f"(</?{mark}>)", marked):
        if piece == f"<{mark}>":
            start = at
        elif piece == f"</{mark}>":
            places.append(Span(start, at))
        else:
            pieces.append(piece)
            at += len(piece)
    return "".join(pieces), places


def _claims_at(found: Sequence[_Found]) -> dict[int, tuple[int, ...]]:
    """The claims of readings in force that lie at the best passages, by report."""
    asked = [
        (f.report, f.reading, f.best.start, f.best.end) for f in found if f.reading is not None and f.best
    ]
    out: dict[int, tuple[int, ...]] = {}
    for report, claim in tables.select(_CLAIMS_AT, (json.dumps(asked),)) if asked else ():
        out[report] = (*out.get(report, ()), claim)
    return out


def _first_places(text: str, terms: Sequence[Term]) -> list[Span]:
    """The first places of the words in a long text, in any of their forms, as the index sees words."""
    low = text.lower()
    low = low if len(low) == len(text) else text  # a sign whose small form is two would move what follows
    found: list[Span] = []
    for term in terms:
        if term.wide:
            continue
        forms = [term.text.lower()] if term.exact or term.prefix else _forms(term.text.lower())
        for form in forms:
            # It begins with the very letters, so that the text is gone through quickly; what stands before is asked afterwards.
            pattern = re.compile(
                r"[\W_]+".join(map(re.escape, form.split())) + (r"\w*" if term.prefix else r"(?![^\W_])")
            )
            spans = (
                Span(*m.span()) for m in pattern.finditer(low) if not low[m.start() - 1 : m.start()].isalnum()
            )
            found += itertools.islice(spans, _MOST_PLACES)
    return found


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
    return f"{{who}} : ({asked})" if people else f"{{who said}} : ({asked})"
