"""Everything that speaks for and against one report having its words from another, in one value.

Rules:
- Reports on one theme share words; reports on one event share names, days and numbers as well. Neither makes a relay. What does:
  the same words, the outlet named, or nearly all of what the one tells told by the other, claim by claim, by one who names no
  source of its own.
- A thing told by an outlet's own source ("told Radio Ferrin") is not from another outlet, unless the very words are.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testigo.claim import Span
from testigo.weighed import Pair
from testigo.weighing import aligning, copies, details, lineage, twins
from testigo.weighing.citing import Citing, Named, Outlets
from testigo.weighing.copies import Alike, Shingled
from testigo.weighing.details import Detail, Rarity
from testigo.weighing.seen import SeenClaim, SeenReport, folded

Age = tuple[int, int]


AGAINST = 8
"""How much the bits of lineage.py count beside words in common."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two reports have to do with each other, seen from the one that may be the relay.

    same: same words; contained: share of the shorter one's runs of words in the other; passages: rare long runs shared.
    named: where the relay names the outlet of the other; hard: bits of shared hard details; share: part of what the relay
    tells, in bits, that the other tells too; mass: part of its claims that are told there, weighted by likeness; pairs: which;
    order: part of them in the same order; twin: bits for the two being one telling, detail for detail, within days (twins.py);
    likeness: the same whatever the days;
    against: what speaks against its having been made from that very report (lineage.py);
    agrees: share of the hard details of the one that tells fewer which the other has too: what is written after one pattern
    about two events shares words and no details.
    """

    relay: int
    original: int
    same: bool = False
    contained: float = 0.0
    passages: int = 0
    named: Named | None = None
    hard: float = 0.0
    share: float = 0.0
    mass: float = 0.0
    order: float = 0.0
    pairs: tuple[Pair, ...] = ()
    common: tuple[Detail, ...] = ()
    twin: float = twins.NOT_SKETCHED
    likeness: float = twins.NOT_SKETCHED
    agrees: float = 1.0
    against: float = 0.0

    @property
    def strength(self) -> float:
        """How much speaks for it, in bits or nearly so: for choosing between several originals."""
        words = 400.0 if self.same else 250.0 * self.contained if self.contained >= NEAR else 0.0
        return (
            words
            + self.hard
            + 30 * self.share
            + 40 * self.mass
            + 15 * (self.named is not None)
            + 3.0 * min(self.passages, 8)
            + 2.0 * max(0.0, self.twin)
        )

    @property
    def lineage(self) -> float:
        """How much speaks for this original rather than for another report of the same line: least of all words by chance alike."""
        alike = 400.0 if self.same else 4 * self.contained + min(self.passages / 4, 8.0)
        return alike + 3 * self.mass + 15 * (self.named is not None) - AGAINST * self.against


FIRST = 6.0
"""What speaks for the oldest report of a line where nothing else tells: most copy the one that all go back to."""
LATE = lineage.SOON + int(FIRST / (AGAINST * lineage.PER_DAY))
"""So many days after the oldest report of a line a copy that came between speaks louder than being the first."""
NEAR = 0.5
FEW_BITS = 6.0


class Field:
    """All reports as weighing compares them; what costs time is made when it is first asked for."""

    def __init__(self, reports: Sequence[SeenReport]) -> None:
        self.reports = {r.id: r for r in reports}
        self.oldest_first = sorted(reports, key=lambda r: (self.age(r.id), r.id))
        self.outlets = Outlets(r.outlet for r in reports)
        shingler = copies.Shingler()
        self.shingled: dict[int, Shingled] = {r.id: shingler.shingled(r) for r in self.oldest_first}
        self.same = copies.classes(self.shingled[r.id] for r in self.oldest_first)
        self.alike: dict[int, list[int]] = {}
        for report in self.oldest_first:
            self.alike.setdefault(self.same.get(report.id, report.id), []).append(report.id)
        self.distinct = [r for r in self.oldest_first if r.id not in self.same]
        self.citing: dict[int, Citing] = {r.id: self.outlets.citing(r) for r in reports}
        not_names = self.outlets.words()
        self.details = {r.id: details.of_report(r, not_names) for r in self.distinct}
        for id_, first in self.same.items():
            self.details[id_] = self.details[first]
        self.sketches = {r.id: twins.sketch(r) for r in reports}
        self.rarity: Rarity = details.rarity(self.details[r.id] for r in self.distinct)
        self.profiles = functools.cache(self._profiles)
        self.outlets_of = functools.cache(self._outlets_of)

    def age(self, id_: int) -> Age:
        """First day on which a report may have been published; those without a date come last."""
        days = self.reports[id_].days
        return (0, days[0]) if days else (1, 0)

    def _profiles(self, id_: int) -> tuple[aligning.Profile, ...]:
        return aligning.profiles(self.reports[id_], self.rarity)

    def nearest_copy(self, relay: int, original: int) -> int:
        """Of all reports with the words of the original the one that a relay was made from, as far as can be told.

        The one whose outlet it names; else the first, unless that came long before and another shortly before.
        """
        copies_ = self.alike[self.same.get(original, original)]
        if len(copies_) == 1:
            return original
        older = copies_[: bisect.bisect_left(copies_, self.age(relay), key=self.age)]
        # What a copy names, its original names as well: only other words tell whom they were taken from.
        copied = self.same.get(relay, relay) == self.same.get(original, original)
        named = {n.outlet for n in self.citing[relay].named if n.held and not copied}
        by_outlet = (c for c in older if folded(self.reports[c].outlet) in named) if named else iter(())
        if (cited := next(by_outlet, None)) is not None:
            return cited
        since = (0, self.age(relay)[1] - LATE)
        if self.reports[relay].days is None or self.age(original) >= since:
            return original
        at = bisect.bisect_left(older, since, key=self.age)
        # One after the other, no list of all: two thousand copies ask this two thousand times.
        others = (older[n] for n in range(at, len(older)))
        return next((c for c in others if c != relay and not self.same_outlet(c, relay)), original)

    def names(self, relay: int, original: int) -> Named | None:
        """Where a report names the outlet of another, or of one that has the same words as that other."""
        named = [n for n in self.citing[relay].named if n.held]
        if not named:
            return None
        first = self.same.get(original, original)
        ours = self.same.get(relay, relay) == first or len(self.alike[first]) == 1
        outlets = {folded(self.reports[original].outlet)} if ours else self.outlets_of(first)
        return next((n for n in named if n.outlet in outlets), None)

    def _outlets_of(self, first: int) -> frozenset[str]:
        return frozenset(folded(self.reports[id_].outlet) for id_ in self.alike[first])

    def same_outlet(self, a: int, b: int) -> bool:
        """Whether two reports are of one outlet; reports without a publisher are of none."""
        outlet = folded(self.reports[a].outlet)
        return bool(outlet) and outlet == folded(self.reports[b].outlet)

    def other_language(self, a: int, b: int) -> bool:
        """Whether two reports are in different languages, as far as both are known."""
        one, other = self.reports[a].language, self.reports[b].language
        return bool(one and other) and one != other

    def evidence(self, relay: int, original: int, alike: Alike | None = None, passages: int = 0) -> Evidence:
        """Look at one pair closely."""
        alike = alike or copies.compared(self.shingled[original], self.shingled[relay])
        common = self.details[relay] & self.details[original]
        pairs = self._pairs(relay, original, alike)
        here = {**self._spans(relay), **self._spans(original)}
        strong = [p for p in pairs if p.score >= 0.5]
        title = self.reports[relay].title
        in_body = (title is None or not title.contains(s.claim.span) for s in self.reports[relay].claims)
        told = max(1, sum(in_body))
        return Evidence(
            relay, original, alike.same, alike.contained, passages, self.names(relay, original),
            hard=self.rarity.sum(details.hard(common)),
            share=self.rarity.sum(common) / max(1.0, self.rarity.sum(self.details[relay])),
            mass=min(1.0, sum(p.score for p in strong) / told),
            order=aligning.in_order([(here[p.relay], here[p.original]) for p in strong]),
            pairs=pairs, against=lineage.against(self.reports[relay], self.reports[original], pairs), agrees=self._agrees(relay, original), twin=twins.bits(self.sketches[relay], self.sketches[original]), likeness=twins.likeness(self.sketches[relay], self.sketches[original]), common=tuple(sorted(details.hard(common), key=lambda d: (-self.rarity.bits(d), d))),
        )  # fmt: skip

    def _agrees(self, relay: int, original: int) -> float:
        one, other = (details.hard(self.details[i]) for i in (relay, original))
        least = min(self.rarity.sum(one), self.rarity.sum(other))
        return self.rarity.sum(one & other) / least if least >= FEW_BITS else 1.0

    def quick(self, relay: int, original: int) -> tuple[float, float]:
        """Bits of shared hard details, and the share of what the relay tells: without looking at claims."""
        common = self.details[relay] & self.details[original]
        whole = max(1.0, self.rarity.sum(self.details[relay]))
        return self.rarity.sum(details.hard(common)), self.rarity.sum(common) / whole

    def _pairs(self, relay: int, original: int, alike: Alike) -> tuple[Pair, ...]:
        right, left = self.reports[relay], self.reports[original]
        if alike.same and len(right.claims) == len(left.claims):
            return tuple(
                Pair(r.id, o.id, 1.0) for r, o in zip(_by_place(right), _by_place(left), strict=True)
            )
        return aligning.align(self.profiles(relay), self.profiles(original), self.rarity)

    def _spans(self, id_: int) -> Mapping[int, Span]:
        return {s.id: s.claim.span for s in self.reports[id_].claims}


def _by_place(report: SeenReport) -> list[SeenClaim]:
    return sorted(report.claims, key=lambda s: (s.claim.span, s.claim.act, s.id))
