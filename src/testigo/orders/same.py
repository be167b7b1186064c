"""Which tellings tell one order.

Rules, the first that speaks decides:
- People's judgements bind: "same" joins, "different" parts, also through others.
- The same number (No. 14) is the same order, unless the dates lie more than a month apart.
- Different numbers are different orders; so are dates more than three days apart.
- Else at least half of the shorter telling's clauses must have their like in the other one: same modality and measure, and
  the same groups or half of the words; and a date must agree, or nearly all clauses must.
- A telling without issuer, date and number that says "it" belongs to the order told before it in the same report.
Tellings of one month and one kind of clause are compared only with each other, so that many orders stay quick.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from testigo import dates
from testigo.confronted import ClauseTelling
from testigo.orders import cues
from testigo.orders.telling import Draft, Worded

NEAR_DAYS, MONTH_DAYS = 3, 31
ENOUGH = 0.45
Pair = tuple[int, int]


def same_orders(drafts: Sequence[Draft], judged: Mapping[Pair, str]) -> tuple[tuple[Draft, ...], ...]:
    """Tellings put together, each group by the id of its directive. judged: "same" or "different" by pairs of directive ids."""
    apart = {pair for pair, verdict in judged.items() if verdict == "different"}
    joined = _Joined(apart)
    for pair, verdict in sorted(judged.items()):
        if verdict == "same":
            joined.join(*pair)
    by_id = {d.telling.directive: d for d in drafts}
    links = sorted(
        ((strength, a, b) for a, b in _candidates(drafts) if (strength := alike(by_id[a], by_id[b])) > 0),
        key=lambda link: (-link[0], link[1], link[2]),
    )
    for _, a, b in links:
        if (a, b) not in judged:
            joined.join(a, b)
    for a, b in _leaning(drafts):
        if (a, b) not in judged:
            joined.join(a, b)
    groups: dict[int, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda d: d.telling.directive):
        groups[joined.root(draft.telling.directive)].append(draft)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


class _Joined:
    """Sets of ids that grow together, never over a pair that must stay apart."""

    def __init__(self, apart: Iterable[Pair]) -> None:
        self._root: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}
        self._apart = set(apart)

    def root(self, id_: int) -> int:
        """The smallest id of the set."""
        while self._root.get(id_, id_) != id_:
            id_ = self._root[id_]
        return id_

    def join(self, a: int, b: int) -> None:
        """Put two sets together, unless somebody said that two of their members are different."""
        a, b = sorted((self.root(a), self.root(b)))
        if a == b:
            return
        left, right = self._members.get(a, {a}), self._members.get(b, {b})
        if any((min(x, y), max(x, y)) in self._apart for x in left for y in right) if self._apart else False:
            return
        self._root[b] = a
        self._members[a] = left | right


def _candidates(drafts: Sequence[Draft]) -> Iterator[Pair]:
    """Pairs worth comparing: the same number, or a clause of the same form within a month (or without a date)."""
    blocks: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for draft in drafts:
        id_ = draft.telling.directive
        if draft.numbering:
            blocks[("number", draft.numbering)].add(id_)
        months = _months(draft.telling.issued)
        for form in {c.form for c in draft.clauses}:
            for month in months or ("",):
                blocks[(*form, month)].add(id_)
    seen: set[Pair] = set()
    undated = {block: ids for block, ids in blocks.items() if block[-1] == "" and block[0] != "number"}
    for block, ids in blocks.items():
        others = undated.get((*block[:-1], ""), set()) if block[0] != "number" else set()
        for a in ids:
            for b in ids | others:
                if a != b and (pair := (min(a, b), max(a, b))) not in seen:
                    seen.add(pair)
                    yield pair


def _months(issued: str | None) -> tuple[str, ...]:
    """The month of a date, and the next one where it is near the turn of months."""
    days = span_days(issued)
    if days is None:
        return ()
    first, last = days
    return tuple(sorted({f"{(n // 28):06d}" for n in (first - NEAR_DAYS, first, last, last + NEAR_DAYS)}))


def span_days(value: str | None) -> tuple[int, int] | None:
    """First and last day that a date with a year may mean, as ordinals."""
    if value is None or "XXXX" in value or not dates.is_valid(value):
        return None
    parsed = dates.parse(value)
    first, last = dates.first_day(parsed), dates.last_day(parsed)
    if first is None and last is None:
        return None
    return (first or last).toordinal(), (last or first).toordinal()  # type: ignore[union-attr]


def alike(a: Draft, b: Draft) -> float:
    """How much speaks for one order, 0: nothing or something against it."""
    gap = _gap(a.telling.issued, b.telling.issued)
    if a.numbering and b.numbering:
        if a.numbering != b.numbering or (gap is not None and gap > MONTH_DAYS):
            return 0.0
        return 3.0
    if gap is not None and gap > NEAR_DAYS:
        return 0.0
    if not a.clauses or not b.clauses:
        return 0.0
    short, long = sorted((a.clauses, b.clauses), key=len)
    best = [max(similar(c, other) for other in long) for c in short]
    share = sum(1 for value in best if value >= ENOUGH) / len(best)
    if share < 0.5 or (gap is None and (share < 1 or min(best) < 0.6)):
        return 0.0
    return share + (0.5 if gap is not None else 0.0)


def _gap(one: str | None, other: str | None) -> int | None:
    """Days between two dates, 0 where they may be one; None where either is unknown or has no year."""
    a, b = span_days(one), span_days(other)
    if a is None or b is None:
        same = one is not None and one == other
        return 0 if same else None
    return max(0, b[0] - a[1], a[0] - b[1])


def similar(a: Worded, b: Worded) -> float:
    """How alike two clauses are, 0 to 1.5: the form must be one; then measure, groups and words count."""
    if a.form != b.form:
        return 0.0
    value = 0.2 if a.telling.measure else 0.0
    if _ids(a.telling) & _ids(b.telling):
        value += 0.4
    left, right = cues.stems(a.telling.words.text) - _MONTHS, cues.stems(b.telling.words.text) - _MONTHS
    shared = len(left & right) / max(1, min(len(left), len(right)))
    kinds = {c.kind for c in a.telling.conditions} & {c.kind for c in b.telling.conditions}
    return value + shared + 0.2 * len(kinds)


_MONTHS = frozenset(
    cues.stems("January February March April May June July August September October November December")
)


def _ids(clause: ClauseTelling) -> frozenset[str]:
    return frozenset(group.id for group in clause.groups if group.id)


def _leaning(drafts: Sequence[Draft]) -> Iterator[Pair]:
    """Tellings that speak of the order told before them in the same report, each with that one."""
    by_report: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_report[draft.telling.report].append(draft)
    for group in by_report.values():
        group.sort(key=lambda d: d.telling.words.span)
        for before, draft in pairwise(group):
            if draft.leaning:
                a, b = before.telling.directive, draft.telling.directive
                yield min(a, b), max(a, b)
