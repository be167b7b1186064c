"""Which office, unit or organisation: institutions of the reference table, named in any of their ways.

Rules:
- A body that was renamed has one row for each name; the row is the one in force when the report was published, and
  the latest one where that is not known.
- An abbreviation that several bodies bear ("MSS") means the one whose full name the report brings in with it.
- The most precise row that fits: "the provincial branch of the Ministry of State Security" is the provincial branch.
- General words ("prosecutors", "the party") name North Korean bodies only in a report about North Korea.
- What could be two bodies and is not settled has no id and says why.
"""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache

from testigo import dates
from testigo.claim import Span
from testigo.dates import Date, Edtf
from testigo.errors import BadInput
from testigo.made import kept
from testigo.reading.gazetteer import Gazetteer, Hit, Index, indexed
from testigo.reading.spans import lying_in, starts_of
from testigo.reading.tokens import Document, Sentence
from testigo.reference import tables
from testigo.reference.folding import fold
from testigo.reference.tables import Institution
from testigo.value import value

AMBIGUOUS = "this name or abbreviation stands for several bodies"
_TOO_WIDE = frozenset(
    {
        "school",
        "company",
        "workplace",
        "factory",
        "customs",
        "security department",
        "spy",
        "mole",
        "monitors",
        "the party",
    }
    | {
        "the border",
        "party",
        "administration",
        "isolation",
        "unit chief",
        "local government",
        "prison",
    }
    | {
        "trade union",
        "jail",
        "detention center",
        "detention facility",
        "prison camp",
        "labor camp",
    }
    | {
        "detention cell",
        "holding cell",
        "waiting room",
        "internment camp",
        "concentration camp",
        "inspectors",
        "gulag",
    }
    | {
        "homeless shelter",
        "labor office",
        "security council",
        "city party",
        "county party",
        "farm",
        "enterprise",
    }
)
_NAMED_ONLY = frozenset(
    {"statesecurity", "cabinet", "secretariat"}
)  # names only where they are written as names
_BRANCH = {"provincial": "prov", "province": "prov", "city": "city", "county": "city", "municipal": "city",
           "district": "city", "local": "city"}  # fmt: skip
_BRANCHES = {
    ("state-security", "prov"): "mss-prov",
    ("state-security", "city"): "mss-city",
    ("social-security", "prov"): "mps-prov",
    ("social-security", "city"): "mps-city",
    ("wpk", "prov"): "party-prov",
    ("wpk", "city"): "party-city",
    ("prosecutors", "prov"): "prosecutors-local",
    ("prosecutors", "city"): "prosecutors-local",
    ("peoples-committee", "prov"): "peoples-committee-prov",
}
_BRANCH_WORDS = frozenset(
    {"branch", "branches", "bureau", "bureaus", "office", "offices", "department", "departments"}
)


@value
class InstitutionMention:
    """An institution named in the text. id: row of the institutions table, or None where `unknown` says why."""

    span: Span
    text: str
    id: str | None
    sentence: int
    rule: str
    unknown: str | None = None


@value
class Institutions:
    """The institutions of a report, in the order of the text. starts: where each starts."""

    mentions: tuple[InstitutionMention, ...]
    document: Document = field(repr=False)
    starts: tuple[int, ...] = field(default=(), repr=False)

    def at(self, span: Span) -> tuple[InstitutionMention, ...]:
        """The institutions named in a span."""
        return tuple(lying_in(self.mentions, self.starts, span))

    def of_phrase(self, span: Span) -> InstitutionMention | None:
        """The institution that a noun phrase names: the one at its head, else the first one in it with an id."""
        inside = [m for m in self.at(span) if m.id]
        if not inside:
            return None
        head = _head_end(self.document, span)
        at_head = [m for m in inside if m.span.start < head <= m.span.end]
        if at_head:
            return at_head[-1]
        return _agents(self.document, span, head, inside[0]) or inside[0]


_AGENTS = frozenset(
    {"agent", "agents", "officer", "officers", "official", "officials", "investigator", "investigators"}
)
_AGENTS_OF = {"mss": "mss-officer", "mps": "mps-officer"}


def _agents(
    document: Document, span: Span, head: int, office: InstitutionMention
) -> InstitutionMention | None:
    """As in "three agents of the Musan County bowibu": the office's people, where the table has a row for them."""
    words = document.text[span.start : head].split()
    row = _AGENTS_OF.get((office.id or "").split("-")[0])
    if row is None or not words or words[-1].lower() not in _AGENTS:
        return None
    return InstitutionMention(span, span.of(document.text), row, office.sentence, "institution.people")


def _head_end(document: Document, span: Span) -> int:
    """Where the head noun of a phrase ends: the last noun before its first preposition or comma."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return span.end
    first, last = sentence.tokens_in(span)
    end = span.end
    for at in range(first, last):
        token = sentence.tokens[at]
        if at > first and (token.tag in ("IN", "TO", "WDT", "WP", "VBN", "VBG", "(") or token.text in ",(–—"):
            return end
        if token.tag.startswith("NN"):
            end = token.end
    return end


@lru_cache(maxsize=1)
def _index() -> Gazetteer:
    return Gazetteer(*_names())


@kept("institutions")
def _names() -> Index:
    pairs: list[tuple[str, str]] = []
    for row in tables.institutions().values():
        for name in (row.name, *row.aliases, *row.abbreviations):
            plain = name.split(" (")[0]
            if plain.lower() in _TOO_WIDE:
                continue
            pairs.append((plain, row.id))
            if plain[-1].isalpha() and plain[-1] != "s" and not plain.isupper():
                pairs.append((plain + "s", row.id))
    return indexed(pairs)


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    rows = tables.institutions().values()
    return frozenset(fold(short, unit=False) for row in rows for short in row.abbreviations)


def read_institutions(document: Document, *, korean: bool) -> Institutions:
    """Every institution that the document names. korean: whether it is about North Korea; else there are none."""
    if not korean:
        return Institutions((), document)
    day = _published(document.report.published)
    hits = [(sentence, _index().scan(sentence)) for sentence in document.sentences]
    bodies = _bodies_by_name(hits)
    mentions: list[InstitutionMention] = []
    for sentence, found in hits:
        here = [m for hit in found if (m := _mention(document, sentence, hit, bodies, day)) is not None]
        here.extend(_carried(document, sentence, here, mentions))
        mentions.extend(sorted(here, key=lambda m: m.span.start))
    return Institutions(tuple(mentions), document, starts_of(mentions))


def _carried(
    document: Document, sentence: Sentence, here: list[InstitutionMention], earlier: list[InstitutionMention]
) -> list[InstitutionMention]:
    """As in "the county branches", "the guards": of the body that was named before."""
    table, tokens = tables.institutions(), sentence.tokens
    named = [m.id for m in (*earlier, *here) if m.id]
    out: list[InstitutionMention] = []
    for at, token in enumerate(tokens):
        found, first = None, at
        if token.lower in ("branch", "branches") and at and tokens[at - 1].lower in _BRANCH:
            bodies = [table[name].body for name in named if table[name].level == "central"]
            found = next(
                (
                    row
                    for body in reversed(bodies)
                    if (row := _BRANCHES.get((body, _BRANCH[tokens[at - 1].lower])))
                ),
                None,
            )
            first = at - 1
        elif token.lower == "guards" and "border-command" in named:
            found = "border-command"
        span = sentence.span_of(first, at + 1)
        if found and not any(span.overlaps(m.span) for m in here):
            out.append(
                InstitutionMention(span, span.of(document.text), found, sentence.index, "institution.carried")
            )
    return out


def _published(text: str | None) -> Edtf | None:
    try:
        return dates.parse(text) if text else None
    except BadInput:
        return None


def _is_abbreviation(sentence: Sentence, hit: Hit) -> bool:
    token = sentence.tokens[hit.first]
    return hit.last - hit.first == 1 and fold(token.text, unit=False) in _abbreviations()


def _bodies_by_name(hits: list[tuple[Sentence, list[Hit]]]) -> set[str]:
    """The bodies that the report names in full and that no other body bears the name of."""
    table = tables.institutions()
    named: set[str] = set()
    for sentence, found in hits:
        for hit in found:
            bodies = {table[entry].body for entry in hit.entries}
            if len(bodies) == 1 and not _is_abbreviation(sentence, hit):
                named |= bodies
    return named


def _mention(
    document: Document, sentence: Sentence, hit: Hit, bodies: set[str], day: Edtf | None
) -> InstitutionMention | None:
    table = tables.institutions()
    rows = [table[entry] for entry in hit.entries]
    short = _is_abbreviation(sentence, hit)
    first = sentence.tokens[hit.first]
    words = sentence.tokens[hit.first : hit.last]
    if fold(" ".join(token.text for token in words), unit=False) in _NAMED_ONLY:
        capital = all(token.text[0].isupper() for token in words)
        if not capital or (len(words) == 1 and first.tag not in ("NNP", "NNPS")):
            return None
    if short and not sentence.tokens[hit.first].text.isupper():
        return None
    rule = "institution.abbreviation" if short else "institution.name"
    span = sentence.span_of(hit.first, hit.last)
    of_body = {row.body for row in rows}
    if len(of_body) > 1:
        known = of_body & bodies or _in_force_bodies(rows, day)
        if len(known) != 1:
            return InstitutionMention(span, span.of(document.text), None, sentence.index, rule, AMBIGUOUS)
        rows = [row for row in rows if row.body in known]
    chosen = _in_force(rows, day)
    branch, span = _branch(sentence, hit, chosen)
    if branch:
        return InstitutionMention(span, span.of(document.text), branch, sentence.index, "institution.branch")
    return InstitutionMention(span, span.of(document.text), chosen.id, sentence.index, rule)


def _in_force(rows: list[Institution], day: Edtf | None) -> Institution:
    """The row of that body whose name held on the day; the latest where the day does not tell."""
    fitting = [row for row in rows if day is not None and _holds(row, day)]
    return max(fitting or rows, key=lambda row: row.valid_from)


def _in_force_bodies(rows: list[Institution], day: Edtf | None) -> set[str]:
    return {row.body for row in rows if day is not None and _holds(row, day)}


def _holds(row: Institution, day: Edtf) -> bool:
    start, end = _bound(row.valid_from), _bound(row.valid_to)
    if start is not None and dates.before(day, start):
        return False
    return end is None or not dates.before(end, day)


@lru_cache(maxsize=1 << 10)
def _bound(text: str) -> Date | None:
    value = dates.parse(text) if text else None
    return value if isinstance(value, Date) else None


def _branch(sentence: Sentence, hit: Hit, row: Institution) -> tuple[str | None, Span]:
    """The branch that the words around the name speak of: "the provincial branch of X", "X's county office"."""
    tokens = sentence.tokens
    span = sentence.span_of(hit.first, hit.last)
    for at in range(
        hit.first - 1, max(-1, hit.first - 6), -1
    ):  # "the provincial branch of the X", "county X"
        word = tokens[at].lower
        if word in _BRANCH:
            between = [token.lower for token in tokens[at + 1 : hit.first]]
            if not between or (between[0] in _BRANCH_WORDS and set(between[1:]) <= {"of", "the"}):
                found = _BRANCHES.get((row.body, _BRANCH[word]))
                return found, sentence.span_of(at, hit.last) if found else span
        if word not in _BRANCH_WORDS | {"of", "the"}:
            break
    alone = hit.last - hit.first == 1 and tokens[hit.first].text.islower() and row.body == "state-security"
    if alone and hit.last < len(tokens) and tokens[hit.last].lower in ("in", "of"):
        return "mss-city", span  # "the bowibu in Onsong"
    if (
        hit.last + 2 < len(tokens)
        and tokens[hit.last].lower in ("'s", "’s")
        and tokens[hit.last + 1].lower in _BRANCH
    ):
        end = hit.last + 3 if tokens[hit.last + 2].lower in _BRANCH_WORDS else hit.last + 2
        found = _BRANCHES.get((row.body, _BRANCH[tokens[hit.last + 1].lower]))
        return found, sentence.span_of(hit.first, end) if found else span
    return None, span
