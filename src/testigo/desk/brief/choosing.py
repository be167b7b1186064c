"""What a brief has room for: a row of ever leaner cuts, the fullest that fits, and which clauses and events stand first.

Rules:
- Clauses: first those against which something contrary is documented, then those with something in line, then those of
  which events cannot tell, grounds last; those that are kept stand in the order of the order.
- Events: what a person judged first, then contrary before in line; then the better supported (origins, then how firmly it
  is told), then the earlier. An event that bears on several clauses stands once. Events that cannot tell are counted only.
- What is left out is counted and said, never silently dropped. The page's first caution is never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from testigo.confronted import CANNOT_TELL, CONTRARY, IN_LINE, OrderClause, Practice
from testigo.vocabulary import STATUSES

Counts = Mapping[int, tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of each thing stands on the page. words, why, quote, fact: letters; the rest: how many."""

    clauses: int
    events: int
    words: int
    why: int
    quote: int
    steps: int
    law: int
    trend: int
    cautions: int
    refs: int
    fact: int = 160


CUTS = (
    Cut(14, 10, 260, 330, 110, 9, 9, 5, 9, 3),
    Cut(12, 8, 220, 300, 90, 8, 8, 4, 8, 3),
    Cut(11, 7, 190, 260, 80, 8, 8, 4, 8, 2),
    Cut(10, 7, 180, 230, 70, 7, 7, 3, 7, 2),
    Cut(9, 6, 150, 210, 60, 6, 6, 3, 6, 2, 140),
    Cut(9, 6, 140, 190, 50, 6, 6, 3, 6, 1, 130),
    Cut(8, 5, 130, 190, 50, 5, 5, 2, 5, 1, 120),
    Cut(8, 5, 110, 160, 44, 5, 5, 2, 5, 1, 110),
    Cut(7, 4, 100, 150, 40, 4, 4, 1, 4, 1, 100),
    Cut(6, 4, 90, 130, 36, 4, 3, 1, 4, 1, 90),
    Cut(5, 3, 80, 110, 34, 3, 3, 1, 3, 1, 80),
    Cut(4, 2, 60, 90, 30, 2, 2, 0, 2, 1, 60),
)


GROWS = ("events", "clauses", "cautions", "trend", "why", "law", "words", "steps", "refs", "quote")


def roomiest(fits: Callable[[Cut], bool]) -> Cut:
    """The fullest cut that fits, then each thing in turn as full as the cut before it, as long as that fits too."""
    at = next((n for n, to in enumerate(CUTS) if fits(to)), len(CUTS) - 1)
    best = CUTS[at]
    if at:
        for name in GROWS:
            fuller = replace(best, **{name: getattr(CUTS[at - 1], name)})
            if fuller != best and fits(fuller):
                best = fuller
    return best


@dataclass(frozen=True, slots=True)
class Chosen:
    """One event on the page. clauses: the numbers of those on which it bears with this verdict."""

    practice: Practice
    clauses: tuple[int, ...]


def clauses_of(clauses: Sequence[OrderClause], counts: Counts, most: int) -> tuple[OrderClause, ...]:
    """The clauses that stand on the page, in the order of the order. counts: in line, contrary, cannot tell by number."""

    def rank(clause: OrderClause) -> tuple[int, int]:
        in_line, contrary, cannot = counts.get(clause.number, (0, 0, 0))
        if clause.modality == "finding":
            return 4, clause.number
        return (0 if contrary else 1 if in_line else 2 if cannot else 3), clause.number

    kept = sorted(clauses, key=rank)[:most]
    return tuple(sorted(kept, key=lambda c: c.number))


def telling(rulings: Sequence[Practice]) -> tuple[Chosen, ...]:
    """Every event that says something, the most telling first, each once for each verdict."""
    together: dict[tuple[str, str], list[Practice]] = {}
    for practice in rulings:
        if practice.verdict != CANNOT_TELL or practice.judged:
            together.setdefault((practice.event, practice.verdict), []).append(practice)
    out = [Chosen(group[0], tuple(dict.fromkeys(p.clause for p in group))) for group in together.values()]
    return tuple(sorted(out, key=lambda c: _telling(c.practice)))


_FIRM = {status: n for n, status in enumerate(STATUSES)}
_VERDICTS = {CONTRARY: 0, IN_LINE: 1, CANNOT_TELL: 2}


def _telling(practice: Practice) -> tuple[int, int, int, int, str, str]:
    return (
        0 if practice.judged else 1,
        _VERDICTS[practice.verdict],
        -(practice.least or 0),
        _FIRM.get(practice.statuses[0] if practice.statuses else "", 99),
        practice.first or practice.last or "9999",
        practice.key,
    )
