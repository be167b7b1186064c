"""What a relay leaves out of its original, and what it adds: whole claims, places, and times told less closely.

Rules:
- A claim is left out if no claim of the relay tells it and most of its words stand nowhere in the relay. Titles are not looked at.
- A claim is added if it tells no claim of the original and most of its words stand nowhere in it.
- A time that became wider ("November 2021", "two years later") is left out where it was closer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from testigo.claim import Span
from testigo.weighed import Change
from testigo.weighing import places, words
from testigo.weighing.aligning import days_of
from testigo.weighing.seen import SeenClaim, SeenReport

_MOST = 0.6
_OPEN = 3_000_000


def dropped_and_added(
    original: SeenReport, relay: SeenReport, told: Sequence[tuple[SeenClaim, SeenClaim]]
) -> list[Change]:
    """What the relay leaves out, and what it adds. told: all pairs of claims of the original and of the relay."""
    was, now = {one.id for one, _ in told}, {other.id for _, other in told}
    stems = (_stems(original), _stems(relay))
    found = [
        Change("dropped", s.claim.span.of(original.text), "", s.claim.span, None, s.id, None)
        for s in _body(original) if s.id not in was and not _stands(original, s, stems[1])
    ]  # fmt: skip
    found += [
        Change("added", "", s.claim.span.of(relay.text), None, s.claim.span, None, s.id)
        for s in _body(relay) if s.id not in now and not _stands(relay, s, stems[0])
    ]  # fmt: skip
    best = {one.id: (one, other) for one, other in reversed(told)}
    for one, other in best.values():
        found += _wider(original, one, other)
        found += _parts(original, relay, one, other, stems[1])
    return outermost(found)


def outermost(found: Sequence[Change]) -> list[Change]:
    """Without what lies inside a longer passage that was changed in the same way, left out or added as well."""
    return [c for c in found if not any(_is_part(c, o) for o in found if o is not c and o.kind == c.kind)]


def _is_part(one: Change, other: Change) -> bool:
    """Whether a change lies inside another, in both texts where it stands in both."""
    sides = [
        (a, b)
        for a, b in ((one.was_span, other.was_span), (one.now_span, other.now_span))
        if a is not None and b is not None
    ]
    return any(a != b for a, b in sides) and all(a == b or b.contains(a) for a, b in sides)


def _body(report: SeenReport) -> Iterable[SeenClaim]:
    return (s for s in report.claims if report.title is None or not report.title.contains(s.claim.span))


def _stems(report: SeenReport) -> frozenset[str]:
    return frozenset(
        stem for span in report.passages for stem in words.content(words.words(report.text, span))
    )


def _stands(report: SeenReport, seen: SeenClaim, other: frozenset[str]) -> bool:
    """Whether most of a claim's words stand somewhere in the other text."""
    own = set(words.content(words.words(report.text, seen.claim.span)))
    return len(own & other) >= _MOST * max(1, len(own))


def _wider(original: SeenReport, one: SeenClaim, other: SeenClaim) -> Iterable[Change]:
    """A time that the relay tells less closely, or not at all where it tells the rest."""
    was, now = days_of(one.claim.time), days_of(other.claim.time)
    if was is None or was[1] > _OPEN or was[0] == 0 or now is None or now[1] > _OPEN or now[0] == 0:
        return
    if now[0] <= was[0] and was[1] <= now[1] and was != now:
        span = one.claim.time[0].span
        yield Change("dropped", span.of(original.text), "", span, other.claim.time[0].span, one.id, other.id)


def _parts(
    original: SeenReport, relay: SeenReport, one: SeenClaim, other: SeenClaim, stems: frozenset[str]
) -> Iterable[Change]:
    """Places and numbers of a claim that the relay nowhere has though it tells the claim."""
    for filler in one.claim.place:
        if not places.named_in(filler, relay) and not other.claim.place:
            yield Change("dropped", filler.text, "", filler.span, None, one.id, other.id)
    some = words.words(original.text, one.claim.span)
    values = {n.value for n in words.numbers(words.words(relay.text, other.claim.span))}
    for number in words.numbers(some):
        at = next(n for n, w in enumerate(some) if w.span.start == number.span.start)
        if values or number.noun or at == 0 or number.value in _all_values(relay):
            continue
        span = Span(some[at - 1].span.start, number.span.end)
        if not set(words.content(words.words(original.text, span))) & stems:
            yield Change("dropped", span.of(original.text), "", span, None, one.id, other.id)


def _all_values(report: SeenReport) -> set[float]:
    return {n.value for span in report.passages for n in words.numbers(words.words(report.text, span))}
