"""Sentences of two texts that tell the same: those of claims that are paired, and those that share the most rare words."""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import Span
from testigo.weighing import words
from testigo.weighing.seen import SeenClaim, SeenReport

_FEWEST_SHARED = 4


def sentences(report: SeenReport) -> list[Span]:
    """The sentences of all passages of a report, in order."""
    return [s for passage in report.passages for s in words.sentences(report.text, passage)]


def sentence_at(report: SeenReport, span: Span) -> Span:
    """The sentence in which some words stand, or the words themselves."""
    passage = next((p for p in report.passages if p.overlaps(span)), None)
    found = words.sentences(report.text, passage) if passage else ()
    return next((s for s in found if s.overlaps(span)), span)


def sentence_pairs(
    original: SeenReport, relay: SeenReport, told: Sequence[tuple[SeenClaim, SeenClaim]]
) -> list[tuple[Span, Span]]:
    """Sentences of both texts that tell the same, in order. told: pairs of claims that are surely the same."""
    was, now = sentences(original), sentences(relay)
    pairs = {
        (a, b)
        for one, other in told
        for a in was if a.overlaps(one.claim.span)
        for b in now if b.overlaps(other.claim.span)
    }  # fmt: skip
    before = [(s, frozenset(words.content(words.words(original.text, s)))) for s in was]
    for sentence in now:
        stems = frozenset(words.content(words.words(relay.text, sentence)))
        best = max(before, key=lambda item: (len(item[1] & stems), -item[0].start), default=None)
        if best is not None and len(best[1] & stems) >= _FEWEST_SHARED:
            pairs.add((best[0], sentence))
    return sorted(pairs)
