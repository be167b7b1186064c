"""What a report tells that few others tell: numbers, days, names, ages, places, quoted words; and how rare each is.

Rules:
- A hard detail (number, day, age, name, place of a table) can hardly be met by chance in two reports that have nothing to
  do with each other; a soft one (a word) can. Only hard details make two reports a pair to be looked at.
- What a detail tells is its surprise in bits: how rare it is among the texts of this casebook, where many copies of one text
  count once. A small casebook knows little: a stock of made-up texts (PRIOR) stands beside it, so that two reports
  alone are weighed as soberly as twenty thousand.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from testigo import dates
from testigo.claim import Span
from testigo.weighing import korean, words
from testigo.weighing.seen import SeenReport

PRIOR_TEXTS = 60
PRIOR: Mapping[str, float] = {
    "number": 0.01,
    "day": 0.012,
    "age": 0.05,
    "name": 0.02,
    "place": 0.03,
    "word": 0.06,
    "fact": 0.001,
}
"""How often a detail of a kind stands in a text, before any was seen."""
HARD = ("number", "day", "age", "name", "place", "fact")
_SMALL_NUMBER = 0.15
"""One, two or three of something stands in every other text."""

Detail = tuple[str, str]
"""Kind and value: ("number", "600000"), ("day", "03-19"), ("word", "flour")."""


def of_report(report: SeenReport, not_names: frozenset[str] = frozenset()) -> frozenset[Detail]:
    """Every detail of a report. not_names: words that are no detail (those of outlets' names)."""
    found: set[Detail] = set()
    for passage in report.passages:
        for sentence in words.sentences(report.text, passage):
            found |= of_sentence(report.text, sentence)
    for seen in report.claims:
        found.update(("place", f.id) for f in seen.claim.place if f.id)
        found |= {("day", day) for f in seen.claim.time if (day := day_of(f.value))}
    return frozenset(d for d in found if not (d[0] in ("name", "word") and d[1] in not_names))


def of_sentence(text: str, sentence: Span, *, first: bool = True) -> set[Detail]:
    """The details of one sentence or clause. first: whether it begins with a capital for that reason alone."""
    some = words.words(text, sentence, first=first)
    if korean.is_korean(sentence.of(text)):
        return korean.details(sentence.of(text)) | {("word", stem) for stem in words.content(some)}
    found: set[Detail] = {("number", f"{n.value:g}") for n in words.numbers(some) if n.value != 1}
    found |= {("day", f"{month:02d}-{day:02d}") for month, day in words.days(some)}
    found |= {("age", age) for age in words.ages(some)}
    named = words.names(some)
    found |= {("name", name) for name in named}
    known = {words.stem(name) for name in named}
    return found | {("word", stem) for stem in words.content(some) if stem not in known}


def of_phrase(phrase: str) -> set[Detail]:
    """The details of a few words that stand alone: a capital at their start counts."""
    return of_sentence(f", {phrase}", Span(0, len(phrase) + 2), first=False)


def day_of(value: str | None) -> str:
    """Month and day of a value that is one day, else nothing."""
    if value is None or not dates.is_valid(value):
        return ""
    parsed = dates.parse(value)
    is_day = isinstance(parsed, dates.Date) and parsed.day.isdigit() and parsed.month.isdigit()
    return f"{parsed.month}-{parsed.day}" if is_day and isinstance(parsed, dates.Date) else ""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many of `texts` texts have each detail. known: the bits of those that were asked for."""

    texts: int
    having: Mapping[Detail, int]
    known: dict[Detail, float] = field(default_factory=dict, compare=False, repr=False)

    def bits(self, detail: Detail) -> float:
        """What it tells that two texts share this detail: minus log2 of how often it stands in a text."""
        bits = self.known.get(detail)
        if bits is None:
            bits = self.known[detail] = self._bits(detail)
        return bits

    def _bits(self, detail: Detail) -> float:
        kind, value = detail
        prior = _SMALL_NUMBER if kind == "number" and value in ("2", "3") else PRIOR[kind]
        often = (self.having.get(detail, 0) + prior * PRIOR_TEXTS) / (self.texts + PRIOR_TEXTS)
        return max(0.0, -math.log2(min(1.0, often)))

    def sum(self, some: Iterable[Detail]) -> float:
        """The bits of several details together."""
        return sum(self.bits(detail) for detail in sorted(some))


def rarity(texts: Iterable[frozenset[Detail]]) -> Rarity:
    """Count in how many texts each detail stands. texts: one set for each distinct text."""
    having: dict[Detail, int] = {}
    count = 0
    for some in texts:
        count += 1
        for detail in some:
            having[detail] = having.get(detail, 0) + 1
    return Rarity(count, having)


def hard(some: Iterable[Detail]) -> frozenset[Detail]:
    """The hard details among them."""
    return frozenset(d for d in some if d[0] in HARD)
