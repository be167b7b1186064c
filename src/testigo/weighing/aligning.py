"""Which claim of a relay tells which claim of its original again: by act, rare words, numbers, days, names and order.

Rules:
- The most alike first, one to one; what is left of the relay may then tell a claim again that is told already. A claim
  that is like nothing stays alone: it was dropped or added.
- Likeness runs from 0 to 1. The act counts most, then words by their rarity, then numbers, days and names, runs of little
  words, times and voices; a pair between two neighbours that are paired alike is likelier. Below LEAST nothing is paired.
- Claims of a title are paired with each other alone: titles repeat what the text says more fully.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testigo import dates
from testigo.claim import Claim, Filler, Span
from testigo.weighed import Pair
from testigo.weighing import details, words
from testigo.weighing.details import Detail, Rarity
from testigo.weighing.seen import SeenClaim, SeenReport

LEAST = 0.4
CANDIDATE = 0.2
RELATED: tuple[frozenset[str], ...] = (
    frozenset(("arrest", "detention", "disappearance")),
    frozenset(("sentence", "trial", "execution", "forced_labor", "banishment", "detention")),
    frozenset(("execution", "killing", "death")),
    frozenset(("escape", "movement", "smuggling", "crime")),
    frozenset(("repatriation", "movement", "movement_restriction", "banishment")),
    frozenset(("surveillance", "watchlisting", "search", "crackdown", "investigation", "control")),
    frozenset(("order", "policy", "dissemination", "meeting", "indoctrination")),
    frozenset(("torture", "interrogation", "killing")),
    frozenset(("confiscation", "extortion", "sentence")),
    frozenset(("hardship", "discontent", "fear", "other", "view", "speech")),
)
"""Acts that one writer may take for another's."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim for comparing: its details (with those of its parts), where it stands (0 to 1), whether in the title.

    runs: its runs of three words, little words included; days: first and last day of its times, or None.
    alone: whether no other claim of the report has its act.
    """

    seen: SeenClaim
    details: frozenset[Detail]
    bits: float
    place: float
    title: bool
    runs: frozenset[tuple[str, ...]]
    days: tuple[int, int] | None
    alone: bool


def profiles(report: SeenReport, rarity: Rarity) -> tuple[Profile, ...]:
    """The claims of a report for comparing, in the order of the text."""
    length = max(1, len(report.text))
    made = []
    often = Counter((s.claim.kind, s.claim.act) for s in report.claims)
    for seen in sorted(report.claims, key=lambda s: (s.claim.span, s.id)):
        span, claim = seen.claim.span, seen.claim
        found = frozenset(_details(report.text, claim))
        low = [w.low for w in words.words(report.text, span)]
        made.append(
            Profile(
                seen, found, rarity.sum(found), span.start / length,
                title=report.title is not None and report.title.contains(span),
                runs=frozenset(tuple(low[n : n + 3]) for n in range(len(low) - 2)),
                days=days_of(claim.time), alone=often[claim.kind, claim.act] == 1,
            )
        )  # fmt: skip
    return tuple(made)


def _details(text: str, claim: Claim) -> set[Detail]:
    """The details of a claim: of its clause, of the fullest words of who is in it, and of whoever tells it."""
    found = details.of_sentence(text, claim.span)
    for filler in (*claim.actor, *claim.target):
        found |= details.of_phrase(filler.refers_text or filler.text)
    for source in claim.sources:
        if source.kind in ("anonymous", "named"):
            found |= details.of_phrase(source.refers_text or source.text)
    found |= {("day", day) for f in claim.time if (day := details.day_of(f.value))}
    found |= {("place", f.id) for f in claim.place if f.id}
    return found | {("number", f"{float(f.value or 0):g}") for f in claim.quantity if _is_number(f.value)}


def days_of(times: Sequence[Filler]) -> tuple[int, int] | None:
    """The hull of the days that some times may mean, as ordinals; None where none is known."""
    spans = []
    for filler in times:
        if filler.value and dates.is_valid(filler.value):
            value = dates.parse(filler.value)
            first, last = dates.first_day(value), dates.last_day(value)
            spans.append((first.toordinal() if first else 0, last.toordinal() if last else 4_000_000))
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def _is_number(value: str | None) -> bool:
    return value is not None and value.replace(".", "", 1).isdigit()


def align(relay: Sequence[Profile], original: Sequence[Profile], rarity: Rarity) -> tuple[Pair, ...]:
    """Pair the claims of two reports, in the order of the relay's text."""
    raw = {
        (r, o): score
        for r, right in enumerate(relay)
        for o, left in enumerate(original)
        if (score := alike(right, left, rarity)) >= CANDIDATE
    }
    settled = _settled(raw, relay, original)
    settled |= _again(raw, settled, relay, original)
    return tuple(
        Pair(relay[r].seen.id, original[o].seen.id, round(score, 3))
        for (r, o), score in sorted(settled.items())
    )


def _settled(
    raw: Mapping[tuple[int, int], float], relay: Sequence[Profile], original: Sequence[Profile]
) -> dict[tuple[int, int], float]:
    """Twice: once by likeness alone, then with what the neighbours say."""
    first = _greedy(raw, relay, original, LEAST)
    partner = dict(first)
    helped = {}
    for (r, o), score in raw.items():
        near = sum(
            0.07 for step in (-1, 1) if (p := partner.get(r + step)) is not None and 0 < (p - o) * step <= 3
        )
        far = sum(0.04 for step in (-1, 1) if (p := partner.get(r + step)) is not None and abs(p - o) > 6)
        helped[r, o] = score + near - far
    return {pair: helped[pair] for pair in _greedy(helped, relay, original, LEAST)}


def _again(
    raw: Mapping[tuple[int, int], float], settled: Mapping[tuple[int, int], float],
    relay: Sequence[Profile], original: Sequence[Profile],
) -> dict[tuple[int, int], float]:  # fmt: skip
    """What is left of the relay, each with the claim that it tells once more."""
    taken = {r for r, _ in settled}
    best: dict[int, tuple[float, int]] = {}
    for (r, o), score in raw.items():
        if r not in taken and score >= LEAST + 0.05 and relay[r].title == original[o].title:
            best[r] = max(best.get(r, (0.0, 0)), (score, -o))
    return {(r, -o): score for r, (score, o) in best.items()}


def _greedy(
    scores: Mapping[tuple[int, int], float],
    relay: Sequence[Profile],
    original: Sequence[Profile],
    least: float,
) -> list[tuple[int, int]]:
    taken_r: set[int] = set()
    taken_o: set[int] = set()
    out = []

    def order(item: tuple[tuple[int, int], float]) -> tuple[bool, float, int, int]:
        (r, o), score = item
        return (relay[r].title or original[o].title, -score, r, o)

    for (r, o), score in sorted(scores.items(), key=order):
        if score >= least and r not in taken_r and o not in taken_o and relay[r].title == original[o].title:
            taken_r.add(r)
            taken_o.add(o)
            out.append((r, o))
    return sorted(out)


def alike(right: Profile, left: Profile, rarity: Rarity) -> float:
    """How alike two claims are, 0 to 1."""
    a, b = right.seen.claim, left.seen.claim
    same = a.act == b.act and a.kind == b.kind
    act = 0.3 if same else 0.14 if _related(a.act, b.act) else 0.0
    if a.kind == "view" and b.kind == "view":
        act = 0.12
    shared = rarity.sum(right.details & left.details)
    exact = rarity.sum(details.hard(right.details & left.details))
    score = act + 0.5 * shared / max(7.0, min(right.bits, left.bits)) + min(0.16, exact / 60)
    score += 0.08 * (same and right.alone and left.alone) + max(
        0.0, 0.06 - abs(right.place - left.place) * 0.12
    )
    if right.runs and left.runs:
        score += 0.3 * len(right.runs & left.runs) / min(len(right.runs), len(left.runs))
    score += 0.06 * (a.status == b.status and a.status in ("speculated", "denied", "intended"))
    score -= 0.08 * (a.status != b.status and "denied" in (a.status, b.status))
    if right.days and left.days:
        score += 0.1 if right.days[0] <= left.days[1] and left.days[0] <= right.days[1] else -0.1
    return min(1.0, score)


def _related(a: str, b: str) -> bool:
    return a == b or any(a in group and b in group for group in RELATED)


def in_order(pairs: Sequence[tuple[Span, Span]]) -> float:
    """The share of pairs that keep one order: length of the longest run of rising places over all pairs; 0 where none."""
    import bisect

    tails: list[int] = []
    for _, left in sorted(pairs, key=lambda p: (p[0].start, p[1].start)):
        at = bisect.bisect_right(tails, left.start)
        tails[at : at + 1] = [left.start]
    return len(tails) / len(pairs) if pairs else 0.0
