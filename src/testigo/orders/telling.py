"""One directive of one report as a telling of an order: when, for where, under which conditions, and how it is known.

Rules:
- What the directive itself says comes first; the sentences around it fill in what it leaves open (number, date, territory).
- A date without a year takes the latest year that is not after the day of publication; without one it stays without a year.
- A pronoun or the order itself is no issuer. Officials who are told what to do are addressees, not a group concerned.
- "Such persons" are the groups of the clause before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from testigo import dates
from testigo.claim import Filler, Span
from testigo.confronted import ClauseTelling, GroupTold, Telling, Words
from testigo.directive import PROTECT, Clause
from testigo.errors import BadInput
from testigo.orders import cues
from testigo.orders.conditions import conditions_of
from testigo.orders.told import PERSON, Page, Stated, ToldOrder

WATCH = frozenset(("surveillance", "watchlisting"))
_DATE_WORDS = re.compile(
    r"(?:\b(?:of|dated|date of|on|issued on)\s+)?(?P<date>(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\s+\d{1,2}(?:,\s*\d{4})?)"
)
_DATED = re.compile(r"\b(?:dated|date of|issued on|of)\s*,?\s*$")
_KIND = re.compile(rf"\b(?:{'|'.join(k for k in cues.KINDS_OF_ORDER if k.isascii())})s?\b", re.IGNORECASE)
_SHORT = 48
_SUCH = re.compile(r"^(?:such|these|those|the same|they|them|그러한|이들)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|he|she|they|which|who|this|that)$", re.IGNORECASE)
_PLAIN = re.compile(r"\b(?:residents?|people|citizens?|locals?|inhabitants?|persons?|주민)\b", re.IGNORECASE)
_AREA = re.compile(
    r"\b(?:provinces?|count(?:y|ies)|regions?|districts?|border|cit(?:y|ies)|towns?|prefectures?|oblasts?|states?|areas?|islands?|"
    r"country|nationwide|whole (?:province|country))\b|[가-힣]+(?:도|시|군|구역|지역)\b",
    re.IGNORECASE,
)
_IN_AREA = re.compile(
    r"^(?:its |the |all |their )?(?:\w+ )?(?:branch(?:es)?|offices?|units?|officers|officials|agenc\w+) (?:in|of|across|along) ",
    re.IGNORECASE,
)
_APPLIES = re.compile(
    r"\b(?:appl(?:y|ies|ied) (?:to|in)|in force in|holds? in|extends? to)\s+(?P<where>(?:the |all )?[\w’' -]+?)(?=[.,;”]|$)"
)
_FREE_OF = re.compile(r"\b(?:without|no|free from|free of)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Worded:
    """A clause of one telling with its modality. by_person: a person wrote it, so that nothing is filled in."""

    modality: str
    telling: ClauseTelling
    by_person: bool = False

    @property
    def form(self) -> tuple[str, str]:
        """What it does, and the family of its measure: clauses of two tellings that are one have one form."""
        return PROTECT if self.telling.protects else self.modality, family(self.telling.measure)


def family(measure: str | None) -> str:
    """Measures that reports take for one another: watching and keeping lists."""
    return "watch" if measure in WATCH else measure or ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A telling on its way into an order. numbering: "14" or ""; names: as the order is called; leaning: it speaks of the
    order told before it in the same report; bounds: sentences that say where the order does not apply.
    """

    telling: Telling
    clauses: tuple[Worded, ...]
    numbering: str
    name: str
    leaning: bool
    key: str
    bounds: tuple[Words, ...] = ()


def draft(told: ToldOrder, page: Page, stated: Sequence[Stated]) -> Draft:
    """The telling that a directive is. stated: the claims of the same report."""
    directive, text = told.directive, page.text
    around = _around(told, page)
    number = _own_number(around)
    words = [clause_words(clause, told.report, text) for clause in directive.clauses]
    clauses = _clauses(told, page)
    issuer = _issuer(directive.issuer)
    bounds = tuple(w for w, c in zip(words, directive.clauses, strict=True) if _is_bound(w, c))
    telling = Telling(
        directive=told.id,
        report=told.report,
        words=Words(told.report, directive.span, directive.span.of(text)),
        title=page.title,
        publisher=page.publisher,
        published=page.published,
        language=page.language,
        issuer=issuer,
        addressee=tuple(_flat(f.text) for f in directive.addressee),
        issued=_issued(told, page, around),
        territory=_territory(told, page, stated),
        how=_known(told, page),
        by=_by(told),
        by_kind=next((s.kind for s in reversed(directive.sources) if s.kind != "document"), ""),
    )
    kept = tuple(c for c in clauses if not any(c.telling.words == bound for bound in bounds))
    leaning = not issuer and telling.issued is None and number is None and _leans(words)
    return Draft(
        telling, kept, _number(number), _name(number, directive.span.of(text)), leaning, told.key, bounds
    )


def clause_words(clause: Clause, report: int, text: str) -> Words:
    """Where a clause stands."""
    return Words(report, clause.span, _flat(clause.span.of(text)))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _around(told: ToldOrder, page: Page) -> str:
    """The sentences of the directive and of its clauses, each once."""
    spans = [page.sentence(told.directive.span.start)]
    spans += [page.sentence(clause.span.start) for clause in told.directive.clauses]
    if told.directive.issued:
        spans.append(page.sentence(told.directive.issued.span.start))
    return " ".join(span.of(page.text) for span in sorted(set(spans)))


def _own_number(around: str) -> re.Match[str] | None:
    """The number of the order itself: not of one that it is said to suspend, replace or repeat."""
    for found in cues.NUMBERING.finditer(around):
        before = around[max(0, found.start() - 60) : found.start()]
        if not any(pattern.search(before) for pattern in cues.SUSPENDS.values()):
            return found
    return None


def _number(found: re.Match[str] | None) -> str:
    return "" if found is None else (found["number"] or found["korean"]).lower()


def _name(found: re.Match[str] | None, words: str) -> str:
    """What the order is called: its number, the words of a short mention, or the kind of paper that it is."""
    if found:
        return _flat(found[0])
    kind = _KIND.search(words)
    return _flat(words) if len(words) <= _SHORT else kind[0].lower() if kind else ""


def _leans(words: Sequence[Words]) -> bool:
    return any(re.search(r"\b(?:it|this|that|the same)\b", w.text, re.IGNORECASE) for w in words)


def _is_bound(words: Words, clause: Clause) -> bool:
    """Whether it only says where the order does not apply, and tells none of its content."""
    return clause.measure is None and bool(cues.DOES_NOT_APPLY.search(words.text)) and not clause.groups


def _issuer(found: Filler | None) -> str:
    if found is None or _PRONOUN.match(found.text.strip()) or cues.NUMBERING.search(found.text):
        return ""
    return _flat(found.text)


# -- dates ---------------------------------------------------------------------------------------------------------


def _issued(told: ToldOrder, page: Page, around: str) -> str | None:
    found = told.directive.issued
    if found is not None:
        value = found.value or _from_words(found.text)
        if value is not None:
            return with_year(value, page.published)
    if "issued" in told.settled:
        return None
    for match in _DATE_WORDS.finditer(around):
        if _DATED.search(around[: match.start("date")][-16:]):
            value = _from_words(match["date"])
            if value is not None:
                return with_year(value, page.published)
    return None


def _from_words(text: str) -> str | None:
    try:
        return str(dates.from_words(text))
    except BadInput:
        return None


def with_year(value: str, published: str | None) -> str:
    """A date without a year with the latest year in which it is not after the publication; as it is where that is unknown."""
    if not value.startswith("XXXX") or not published:
        return value
    return _with_year(value, published)


@lru_cache(maxsize=1 << 12)
def _with_year(value: str, published: str) -> str:
    last = dates.last_day(dates.parse(published))
    if last is None:
        return value
    for year in (last.year, last.year - 1):
        made = f"{year:04d}{value[4:]}"
        if dates.is_valid(made):
            first = dates.first_day(dates.parse(made))
            if first is not None and first <= last:
                return made
    return value


# -- clauses -------------------------------------------------------------------------------------------------------


def _clauses(told: ToldOrder, page: Page) -> tuple[Worded, ...]:
    out: list[Worded] = []
    for number, clause in told.clauses():
        made = _clause(told, page, number, clause)
        groups = made.telling.groups
        if out and groups and all(_SUCH.match(group.text) for group in groups):
            before = next(
                (w for w in reversed(out) if w.modality == made.modality and w.telling.groups), None
            )
            if before is not None:
                made = replace(made, telling=replace(made.telling, groups=before.telling.groups))
        out.append(made)
    return tuple(_with_measures(out))


def _clause(told: ToldOrder, page: Page, number: int, clause: Clause) -> Worded:
    words = clause_words(clause, told.report, page.text)
    as_read = PERSON not in clause.rule.split()
    telling = ClauseTelling(
        directive=told.id,
        number=number,
        words=words,
        groups=_groups(clause, words.text),
        measure=clause.measure or (_measure(clause.modality, words.text) if as_read else None),
        levels=clause.levels,
        deadline=_deadline(clause.deadline, words.text if as_read else "", page),
        penalty=_flat(clause.penalty.text) if clause.penalty else "",
        territory=tuple(_flat(f.text) for f in clause.territory),
        conditions=conditions_of(words.text),
        protects=clause.protects,
    )
    return Worded(clause.modality, telling, by_person=not as_read)


def _groups(clause: Clause, words: str) -> tuple[GroupTold, ...]:
    """The groups that the clause concerns: not the officials who are to act, save where what is done is done to them.

    Those that a person named stand as they are.
    """
    to_officials = clause.measure in ("dismissal", "dissemination") or clause.modality in ("exempt", "retain")
    out = []
    for found in clause.groups:
        if (
            not to_officials
            and PERSON not in clause.rule.split()
            and cues.OFFICIALS.search(found.text)
            and not cues.DOER.search(found.text)
        ):
            continue
        out.append(GroupTold(_flat(found.text), group_id(found, words)))
    return tuple(out)


def group_id(found: Filler, words: str) -> str | None:
    """The group that words name: by the reader's id, else by what they say."""
    text = found.text
    if found.id is not None:
        return found.id
    if cues.KIN.search(text) and cues.LEAVER.search(text):
        return "defector-families"
    if cues.SENT_BACK.search(text):
        return "repatriated"
    if cues.PHONE.search(text):
        return "phone-users"
    after = words[words.find(text) :] if text in words else text
    if _PLAIN.search(text) and cues.CLEAN.search(after[: len(text) + 60]):
        return cues.PLAIN_RESIDENTS
    return cues.PLAIN_RESIDENTS if cues.CLEAN.search(text) and _FREE_OF.search(text) else None


def _measure(modality: str, words: str) -> str | None:
    low = words.lower()
    found = next((act for stem, act in _MEASURES if stem in low), None)
    return None if modality == "finding" else found


_MEASURES = (
    ("watch list", "watchlisting"), ("revised list", "watchlisting"), ("new list", "watchlisting"),
    ("supervision", "surveillance"), ("surveil", "surveillance"), ("monitor", "surveillance"), ("searc", "search"),
    ("be entered", "search"), ("travel", "movement"), ("loss of their rank", "dismissal"), ("dismiss", "dismissal"),
    ("roll call", "movement_restriction"), ("curfew", "movement_restriction"),
)  # fmt: skip


def _with_measures(clauses: Sequence[Worded]) -> list[Worded]:
    """Who is kept under a measure that the clause does not name is kept under the one that others are taken out of."""
    taken = next((c.telling.measure for c in clauses if c.modality == "exempt" and c.telling.measure), None)
    return [
        replace(c, telling=replace(c.telling, measure=taken))
        if c.modality == "retain" and c.telling.measure is None and taken and not c.by_person
        else c
        for c in clauses
    ]


def _deadline(found: Filler | None, words: str, page: Page) -> str | None:
    value = (found.value or _from_words(found.text)) if found else None
    if value is None:
        match = re.search(
            r"\bby (?:the )?(?P<end>end of )?(?P<date>[A-Z][a-z]+(?: \d{1,2})?(?:, \d{4})?)", words
        )
        value = _from_words(match["date"]) if match else None
    if value is None:
        return None
    ended = value.removeprefix("../")
    if ended.startswith("XXXX") and page.published:
        ended = nearest_year(ended, page.published)
    return f"../{ended}"


def nearest_year(value: str, published: str) -> str:
    """A date without a year in the year that brings it nearest to the publication: deadlines may lie after it."""
    day = dates.first_day(dates.parse(published))
    if day is None:
        return value
    made = [f"{day.year + add:04d}{value[4:]}" for add in (-1, 0, 1)]
    known = [(m, dates.first_day(dates.parse(m))) for m in made if dates.is_valid(m)]
    return min((abs((d - day).days), m) for m, d in known if d is not None)[1]


# -- territory, and how it is known ----------------------------------------------------------------------------------


def _territory(told: ToldOrder, page: Page, stated: Sequence[Stated]) -> tuple[str, ...]:
    """Where it is to hold, in words: by its clauses, its addressees, the sentence that says so, or the claim of issuing."""
    directive = told.directive
    found = [_flat(f.text) for c in directive.clauses for f in c.territory if c.modality != "finding"]
    if not found:
        found = [_flat(f.text) for f in directive.addressee if _AREA.search(f.text)]
    if not found:
        found = [_flat(m["where"]) for m in _APPLIES.finditer(page.text) if not _is_negated(page.text, m)]
    if not found:
        found = [_flat(f.text) for s in stated for f in s.claim.place if _is_issuing(s, directive.span)]
    return tuple(dict.fromkeys(_IN_AREA.sub("", text) for text in found))


def _is_negated(text: str, found: re.Match[str]) -> bool:
    return cues.DOES_NOT_APPLY.search(text[max(0, found.start() - 24) : found.end()]) is not None


def _is_issuing(stated: Stated, directive: Span) -> bool:
    """Whether it is the claim that an order was issued, before or at the words of the directive."""
    claim = stated.claim
    return claim.kind == "directive" and claim.status != "denied" and claim.span.start <= directive.end


def _known(told: ToldOrder, page: Page) -> str:
    """How the telling knows the order: by the words of its sources near the clauses, the strongest way first."""
    spans = {page.paragraph(told.directive.span.start)}
    spans |= {page.paragraph(clause.span.start) for clause in told.directive.clauses}
    spans |= {page.paragraph(source.span.start) for source in told.directive.sources}
    if told.directive.issued:
        spans.add(page.paragraph(told.directive.issued.span.start))
    text = " ".join(span.of(page.text) for span in sorted(spans))
    for how, pattern in cues.KNOWN.items():
        if pattern.search(text):
            return how
    return "heard" if any(s.kind != "document" for s in told.directive.sources) else "not told"


def _by(told: ToldOrder) -> str:
    people = [s for s in told.directive.sources if s.kind != "document"]
    return _flat(people[-1].refers_text or people[-1].text) if people else ""
