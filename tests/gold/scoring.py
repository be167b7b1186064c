"""How far what a reader found agrees with what a coder wrote: the scores of the coding guide, as functions.

Rules (docs/coding.md, the section on scores):
- Both sides are laid onto one text with white space collapsed, so quotes and offsets can be compared.
- A claim matches a claim of the same kind and act whose span overlaps by 0.3 of the shorter one and whose trigger,
  where both have one, touches. One to one, the best overlap first, then the tighter pair, then the later one.
- A slot is right where ids are equal or half of the words are; a time where the days are, by half of their union.
- What an unmatched claim holds counts as missed on the coder's side and as wrong on the reader's.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Json = dict[str, Any]
Range = tuple[int, int]

SLOTS = ("actor", "target", "place", "time", "charge", "punishment", "quantity")
PLAIN = frozenset(
    (
        "a", "an", "and", "are", "at", "be", "by", "for", "from", "her", "his", "in", "is", "its", "of", "on", "or",
        "that", "the", "their", "this", "to", "was", "were", "who", "with",
    )
)  # fmt: skip
ROWS = (
    "claims", "claims, any act", *(f"slot {name}" for name in SLOTS), "slots, pooled", "attribution", "status",
    "clauses", "clause groups", "clause levels",
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A filler, a source or a group: its words, and what it stands for."""

    quote: str
    kind: str | None = None
    id: str | None = None
    value: str | None = None
    refers: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """A claim or a clause, laid onto the text. rule: the reader's rule that found it, "" for a coder's."""

    at: Range | None
    label: tuple[str, ...]
    trigger: Range | None = None
    status: str | None = None
    sources: tuple[Part, ...] = ()
    slots: tuple[tuple[Part, ...], ...] = ()
    levels: tuple[int, ...] = ()
    rule: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """What one of the two says about a text."""

    claims: tuple[Item, ...]
    clauses: tuple[Item, ...]


@dataclasses.dataclass(slots=True)
class Tally:
    """How many were right, of how many there are and how many were given."""

    right: int = 0
    gold: int = 0
    system: int = 0

    def add(self, right: int, gold: int, system: int) -> None:
        """Count some more."""
        self.right, self.gold, self.system = self.right + right, self.gold + gold, self.system + system

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Tallies = dict[str, Tally]


def tallies() -> Tallies:
    """A fresh count for every row of the table."""
    return {name: Tally() for name in ROWS}


def squeeze(text: str) -> str:
    """The text with every stretch of white space as one blank."""
    return re.sub(r"\s+", " ", text)


class Ground:
    """The text that both sides are laid onto."""

    def __init__(self, text: str) -> None:
        self.flat = squeeze(text).strip()

    def places(self, quote: str) -> list[Range]:
        """Everywhere the quote stands, overlapping itself included."""
        quote = squeeze(quote).strip()
        if not quote:
            return []
        starts = [m.start() for m in re.finditer(f"(?={re.escape(quote)})", self.flat)]
        return [(start, start + len(quote)) for start in starts]

    def nth(self, quote: str, which: int = 0) -> Range | None:
        """The occurrence of this number, from 0; the last where there are fewer."""
        found = self.places(quote)
        return found[min(which, len(found) - 1)] if found else None

    def nearest(self, quote: str, to: int) -> Range | None:
        """The occurrence that begins nearest to a position; the earlier of two as near."""
        return min(self.places(quote), key=lambda found: abs(found[0] - to), default=None)

    def inside(self, quote: str, span: Range) -> Range | None:
        """The first occurrence inside the span, else the one nearest to its start."""
        within = [found for found in self.places(quote) if span[0] <= found[0] and found[1] <= span[1]]
        return within[0] if within else self.nearest(quote, span[0])


def listed(value: Any) -> list[Any]:
    """A list of what may be a list, one thing or nothing."""
    return [] if value is None else value if isinstance(value, list) else [value]


def _words_and_number(span: Any) -> tuple[str, int]:
    return (span[0], span[1]) if isinstance(span, list) else (span, 0)


def _part(value: Json, quote: str) -> Part:
    shown = value.get("value")
    return Part(
        quote, value.get("kind"), value.get("id"), None if shown is None else str(shown), value.get("refers")
    )


def _clauses(directives: Iterable[Json]) -> list[Json]:
    return [clause for directive in directives for clause in directive.get("clauses") or []]


def _levels(clause: Json) -> tuple[int, ...]:
    return tuple(clause.get("levels") or ())


def gold_side(gold: Json, ground: Ground) -> Side:
    """The coder's side. ValueError where a quote does not stand in the text."""

    def part(value: Json) -> Part:
        return _part(value, _words_and_number(value["span"])[0])

    def at(span: Any) -> Range:
        quote, which = _words_and_number(span)
        found = ground.nth(quote, which)
        if found is None:
            raise ValueError(f"not in the text: {quote!r}")
        return found

    def item(claim: Json) -> Item:
        span = at(claim["span"])
        trigger = (
            ground.inside(_words_and_number(claim["trigger"])[0], span) if claim.get("trigger") else None
        )
        slots = tuple(tuple(part(value) for value in listed(claim.get(name))) for name in SLOTS)
        sources = tuple(part(value) for value in listed(claim.get("sources")))
        return Item(span, (claim["kind"], claim["act"]), trigger, claim["status"], sources, slots)

    def clause(value: Json) -> Item:
        groups = tuple(part(group) for group in listed(value.get("groups")))
        return Item(at(value["span"]), (value["modality"],), slots=(groups,), levels=_levels(value))

    clauses = _clauses(gold.get("directives") or [])
    return Side(tuple(map(item, gold["claims"])), tuple(map(clause, clauses)))


def system_side(printed: Json, ground: Ground) -> Side:
    """The reader's side: what `read --json` printed, its offsets carried over to the ground."""
    own = printed.get("text", "")
    length = max(1, len(squeeze(own)))

    def quote(span: Any) -> str:
        return str(own[span[0] : span[1]]) if span else ""

    def at(span: Any) -> Range | None:
        if not span:
            return None
        return ground.nearest(quote(span), len(squeeze(own[: span[0]])) * len(ground.flat) // length)

    def part(value: Json) -> Part:
        return _part(value, value.get("text") or quote(value.get("span")))

    def item(claim: Json) -> Item:
        slots = tuple(tuple(part(value) for value in listed(claim.get(name))) for name in SLOTS)
        sources = tuple(part(value) for value in listed(claim.get("sources")))
        label = (str(claim.get("kind")), str(claim.get("act")))
        where, trigger = at(claim.get("span")), at(claim.get("trigger"))
        rule = str(claim.get("rule") or "")
        return Item(where, label, trigger, claim.get("status"), sources, slots, rule=rule)

    def clause(value: Json) -> Item:
        groups = tuple(part(group) for group in listed(value.get("groups")))
        return Item(
            at(value.get("span")), (str(value.get("modality")),), slots=(groups,), levels=_levels(value)
        )

    clauses = _clauses(printed.get("directives") or [])
    return Side(tuple(map(item, printed.get("claims") or [])), tuple(map(clause, clauses)))


def overlap(one: Range | None, other: Range | None) -> float:
    """Common length by the length of the shorter."""
    if not one or not other:
        return 0.0
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(1, min(one[1] - one[0], other[1] - other[0]))


Pairs = list[tuple[int, int]]


def pair(gold: Sequence[Item], system: Sequence[Item], same: Callable[[Item, Item], bool]) -> Pairs:
    """Which item goes with which: one to one, the best overlap first, then the tighter, then the later."""
    possible = []
    for i, one in enumerate(gold):
        for j, other in enumerate(system):
            share = overlap(one.at, other.at)
            if share >= 0.3 and one.at and other.at and same(one, other):
                breadth = max(one.at[1], other.at[1]) - min(one.at[0], other.at[0])
                possible.append((share, -breadth, i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen: Pairs = []
    for _, _, i, j in sorted(possible, reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            chosen.append((i, j))
    return chosen


def same_claim(one: Item, other: Item) -> bool:
    """Same kind and act, and triggers that touch where both have one."""
    apart = one.trigger is not None and other.trigger is not None and overlap(one.trigger, other.trigger) <= 0
    return one.label == other.label and not apart


def any_claim(_one: Item, _other: Item) -> bool:
    """Any two that overlap."""
    return True


def similar(one: str, other: str) -> bool:
    """Whether at least half of the words are common (Dice), plain words left out."""
    bags = [
        Counter(w for w in re.findall(r"[\w']+", text.lower()) if w not in PLAIN) for text in (one, other)
    ]
    common = (bags[0] & bags[1]).total()
    return common > 0 and 4 * common >= bags[0].total() + bags[1].total()


def _first_and_last(part: str) -> Range | None:
    found = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?", part.strip().rstrip("~?%"))
    if found is None:
        return None
    year = 4 if found[1] == "XXXX" else int(found[1])
    try:
        first = dt.date(year, int(found[2] or 1), int(found[3] or 1))
        if found[3]:
            return first.toordinal(), first.toordinal()
        month = int(found[2] or 12)
        after = dt.date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return first.toordinal(), after.toordinal() - 1


def days(value: str | None) -> Range | None:
    """First and last day, as ordinals, of an EDTF date or interval; an open end is as far as its one date."""
    if not value:
        return None
    ends = value.removesuffix("/..").removeprefix("../").split("/")[:2]
    found = [_first_and_last(part) for part in ends]
    if found[0] is None or found[-1] is None:
        return None
    return found[0][0], found[-1][1]


def same_time(one: str | None, other: str | None) -> bool:
    """Whether the common days are at least half of all days of both."""
    first, second = days(one), days(other)
    if first is None or second is None:
        return first is second
    common = min(first[1], second[1]) - max(first[0], second[0]) + 1
    whole = max(first[1], second[1]) - min(first[0], second[0]) + 1
    return common > 0 and 2 * common >= whole


def same_part(slot: str, gold: Part, system: Part) -> bool:
    """Whether two fillers of a slot, or two groups, say the same."""
    if slot == "time":
        return same_time(gold.value, system.value) and (
            gold.value is not None or similar(gold.quote, system.quote)
        )
    if gold.id and gold.id == system.id:
        return True
    return similar(gold.quote, system.quote) or (
        gold.refers is not None and similar(gold.refers, system.quote)
    )


def hits(slot: str, gold: Iterable[Part], system: Iterable[Part]) -> int:
    """How many of the coder's parts the reader has, each of the reader's used once."""
    left, right = list(system), 0
    for part in gold:
        hit = next((other for other in left if same_part(slot, part, other)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def same_sources(one: Item, other: Item) -> bool:
    """Whether the kinds along the chain agree, and the innermost source."""
    if Counter(s.kind for s in one.sources) != Counter(s.kind for s in other.sources):
        return False
    if not one.sources:
        return True
    inner, found = one.sources[-1], other.sources[-1]
    return any(
        similar(a, b) for a in (inner.quote, inner.refers) for b in (found.quote, found.refers) if a and b
    )


def compare(gold: Side, system: Side, counts: Tallies) -> Pairs:
    """Add one report to the counts; which claim went with which."""
    pairs = pair(gold.claims, system.claims, same_claim)
    counts["claims"].add(len(pairs), len(gold.claims), len(system.claims))
    loose = pair(gold.claims, system.claims, any_claim)
    counts["claims, any act"].add(len(loose), len(gold.claims), len(system.claims))
    for n, slot in enumerate(SLOTS):
        right = sum(hits(slot, gold.claims[i].slots[n], system.claims[j].slots[n]) for i, j in pairs)
        held = [sum(len(claim.slots[n]) for claim in side.claims) for side in (gold, system)]
        counts[f"slot {slot}"].add(right, *held)
        counts["slots, pooled"].add(right, *held)
    for i, j in pairs:
        one, other = gold.claims[i], system.claims[j]
        counts["attribution"].add(int(same_sources(one, other)), 1, 1)
        counts["status"].add(int(one.status == other.status), 1, 1)
    _compare_clauses(gold.clauses, system.clauses, counts)
    return pairs


def _compare_clauses(gold: Sequence[Item], system: Sequence[Item], counts: Tallies) -> None:
    pairs = pair(gold, system, lambda one, other: one.label == other.label)
    counts["clauses"].add(len(pairs), len(gold), len(system))
    for i, j in pairs:
        one, other = gold[i], system[j]
        counts["clause groups"].add(
            hits("groups", one.slots[0], other.slots[0]), len(one.slots[0]), len(other.slots[0])
        )
        if one.levels or other.levels:
            counts["clause levels"].add(
                int(one.levels == other.levels), int(bool(one.levels)), int(bool(other.levels))
            )
