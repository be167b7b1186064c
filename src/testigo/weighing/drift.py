"""What a relay changed, claim by claim and number by number, with the places in both texts.

Rules:
- Only claims that are surely the same are compared (SURE), and a change counts only where the relay nowhere says it as the original
  does: a town named in the next sentence, or where the same act is told again, is no town lost.
- An order counts as told carried out only where words say that it was to happen (will, ordered, planned) and the relay has none there.
- Ranks and numbers are compared in sentences that tell the same as well: who is meant stands often beside the claim.
- Doubt is compared with the firmest claim of the original that tells the same: what stands there firmly elsewhere lost no doubt.
- Numbers are compared by what they count ("three of his neighbors", "thirteen neighbors"). A number of another thing is another thing.
- "he", "the source" and the outlet that is cited are ways of naming a source, not changes of it.
- A change of a clause is told once, not again for a claim inside it ("reportedly sentenced for insulting": one doubt lost, not two).
- What the relay leaves out or adds is listed apart (drift_parts.py): leaving out is no distortion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testigo.claim import Claim, Filler, Span
from testigo.weighed import Change, Pair
from testigo.weighing import drift_numbers, drift_parts, places, ranks, words
from testigo.weighing.aligning import days_of
from testigo.weighing.seen import SeenClaim, SeenReport
from testigo.weighing.sentences import sentence_at, sentence_pairs, sentences

SURE = 0.5
_FIRM = ("asserted", "reported")
_DOUBT = ("hedged", "speculated")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the original and the claim of the relay that tells it again."""

    was: SeenClaim
    now: SeenClaim
    score: float


@dataclass(frozen=True, slots=True)
class Two:
    """Two texts with their claims paired: what the finders of changes look at."""

    original: SeenReport
    relay: SeenReport
    told: tuple[Told, ...]
    corrects: bool = False
    names: frozenset[str] = frozenset()

    def change(self, kind: str, told: Told, was: Span, now: Span) -> Change:
        """A change at two places."""
        return Change(
            kind, was.of(self.original.text), now.of(self.relay.text), was, now, told.was.id, told.now.id
        )


def changes(
    original: SeenReport, relay: SeenReport, pairs: Sequence[Pair], *, corrects: bool = False
) -> tuple[Change, ...]:
    """Everything that a relay changed, left out and added, in the order of the relay's text, what was left out last.

    corrects: the "relay" corrects the original: it repeats what was wrong beside what is right, and leaves out what was right.
    """
    was, now = ({s.id: s for s in report.claims} for report in (original, relay))
    told = tuple(Told(was[p.original], now[p.relay], p.score) for p in pairs)
    two = Two(original, relay, told, corrects, ranks.known_names(original.text, original.passages))
    sure = sorted((t for t in told if t.score >= SURE), key=lambda t: (-t.score, t.now.id))
    found = [change for t in sure for change in _of_pair(two, t)]
    found += _ranks(two, [(t.was, t.now) for t in sure])
    found += drift_numbers.numbers(original, relay, [(t.was, t.now) for t in sure], corrects=corrects)
    found += (
        () if corrects else drift_parts.dropped_and_added(original, relay, [(t.was, t.now) for t in told])
    )
    unique: dict[tuple[object, ...], Change] = {}
    for change in drift_parts.outermost(found):
        unique.setdefault((change.kind, change.was_span or change.now_span), change)
    return tuple(
        sorted(
            unique.values(),
            key=lambda c: (c.now_span is None, c.now_span or c.was_span or Span(0, 0), c.kind),
        )
    )


def _of_pair(two: Two, told: Told) -> Iterable[Change]:
    yield from _firmness(two, told)
    yield from _places(two, told)
    yield from _times(two, told)
    yield from _sources(two, told)
    yield from _people(two, told)


def _firmness(two: Two, told: Told) -> Iterable[Change]:
    """Doubt lost or added, an order told as done, a denial lost."""
    before, after = told.was.claim, told.now.claim
    firmest = {t.was.claim.status for t in two.told if t.now.id == told.now.id or _same_thing(t, told)}
    kind = ""
    if after.status in _FIRM and not firmest & set(_FIRM) and _alike(before, after):
        if before.status == "intended" and not _only_planned(two, told):
            return
        kind = {
            "hedged": "hedge lost",
            "speculated": "hedge lost",
            "denied": "denial lost",
            "intended": "order carried out",
        }[before.status]
    elif before.status in _FIRM and after.status in _DOUBT and before.act == after.act:
        again = {
            t.now.claim.status for t in two.told if t.was.id == told.was.id or t.was.claim.span == before.span
        }
        kind = "" if again & set(_FIRM) and not two.corrects else "hedge added"
    elif before.status in _FIRM and after.status == "denied" and before.act == after.act:
        kind = "withdrawn"
    if kind:
        yield two.change(kind, told, before.span, after.span)


_PLANNED = re.compile(
    r"\b(?:will|would|shall|must|should|(?:is|are|was|were|has|have|had|set|due|going|about|be) to|to be|be (?=\w+(?:ed|n)\b)|"
    r"plan\w*|order\w*|instruct\w*|directi\w*|demand\w*|call\w* for|threat\w*|warn\w*|intend\w*|inten[ts]\w*|promis\w*|pledg\w*|"
    r"vow\w*|prepar\w*|schedul\w*|propos\w*|decid\w*|decision|expect\w*|tell\w* to|told to|if|next)\b",
    re.IGNORECASE,
)


def _only_planned(two: Two, told: Told) -> bool:
    """Whether words say that it was only to happen, and no such word stands where the relay tells it."""
    sentence = sentence_at(two.original, told.was.claim.span)
    here = told.now.claim.span.of(two.relay.text)
    return bool(_PLANNED.search(sentence.of(two.original.text))) and not _PLANNED.search(here)


def _same_thing(one: Told, other: Told) -> bool:
    """Whether two claims of the original tell the same act of the same words, so that one may be firm where the other doubts."""
    a, b = one.was.claim, other.was.claim
    return a.act == b.act and a.trigger == b.trigger


def _alike(before: Claim, after: Claim) -> bool:
    """Whether two claims are of one kind and of one act or of acts that come to the same."""
    return before.kind == after.kind and before.act == after.act


def _places(two: Two, told: Told) -> Iterable[Change]:
    """A place of the original that the relay has another one in stead of, or the province around it."""
    if told.was.claim.act != told.now.claim.act:
        return
    for one in _first_known(told.was.claim.place):
        for other in _first_known(told.now.claim.place):
            kind = places.drift(one, other, two.original)
            known = kind == "place widened" and one.id and other.id
            named = _named_beside(one, two.relay, told.now) if known else places.named_in(one, two.relay)
            if kind and not named:
                yield two.change(kind, told, one.span, other.span)


def _first_known(some: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The first of some places that has a row in the tables, else the first."""
    return tuple(f for f in some if f.id)[:1] or some[:1]


def _named_beside(place: Filler, relay: SeenReport, now: SeenClaim) -> bool:
    """Whether a relay names a place where it tells a claim: in its sentence, beside it, or in another claim of that act."""
    if any(
        f.id and f.id == place.id for s in relay.claims if s.claim.act == now.claim.act for f in s.claim.place
    ):
        return True
    some = sentences(relay)
    at = next((n for n, s in enumerate(some) if s.overlaps(now.claim.span)), 0)
    beside = {w.low for s in some[max(0, at - 1) : at + 2] for w in words.words(relay.text, s)}
    own = places.words_of(place.text)
    return bool(own & beside) if own else places.named_in(place, relay)


def _times(two: Two, told: Told) -> Iterable[Change]:
    was, now = days_of(told.was.claim.time), days_of(told.now.claim.time)
    if was is None or now is None or (was[0] <= now[1] and now[0] <= was[1]):
        return
    others = [
        days_of(s.claim.time)
        for s in two.relay.claims
        if s.claim.act == told.was.claim.act and s.id != told.now.id
    ]
    if any(o and was[0] <= o[1] and o[0] <= was[1] for o in others):
        return
    one, other = told.was.claim.time[0], told.now.claim.time[0]
    low = [set(f.text.lower().split()) for f in (one, other)]
    if not (low[0] <= low[1] or low[1] <= low[0]):  # "March 4" told as "March" is told less closely
        yield two.change("date shifted", told, one.span, other.span)


def _sources(two: Two, told: Told) -> Iterable[Change]:
    """One source become several; a named one no longer named."""
    was, now = told.was.claim.sources, told.now.claim.sources
    if not was or not now:
        return
    one, other = was[-1], now[-1]
    if (
        one.kind == "anonymous"
        and ranks.one_source(one.refers_text or one.text)
        and ranks.several_sources(other.refers_text or other.text)
    ):
        yield two.change("source multiplied", told, one.refers or one.span, other.refers or other.span)
    lost = ranks.names(one.refers_text or one.text, two.names) if one.kind == "named" else frozenset()
    if lost and other.kind in ("anonymous", "public") and not _stand(lost, two.relay):
        yield two.change("name lost", told, one.span, other.span)


def _people(two: Two, told: Told) -> Iterable[Change]:
    """Somebody named is no longer named; a rank or office has become another."""
    for slot in ("actor", "target"):
        was: tuple[Filler, ...] = getattr(told.was.claim, slot)
        now: tuple[Filler, ...] = getattr(told.now.claim, slot)
        for one, other in zip(was[:1], now[:1], strict=False):
            lost = ranks.names(one.refers_text or one.text, two.names)
            if lost and not _stand(lost, two.relay):
                yield two.change("name lost", told, one.span, other.span)


def _ranks(two: Two, told: Sequence[tuple[SeenClaim, SeenClaim]]) -> Iterable[Change]:
    """A rank or office that has become another, in clauses that tell one claim or in sentences that tell the same."""
    clauses = [(one.claim.span, other.claim.span) for one, other in told]
    for was, now in [*clauses, *sentence_pairs(two.original, two.relay, told)]:
        change = ranks.changed(two.original.text, was, two.relay.text, now)
        if change is not None and not ranks.stands_in(change[0].of(two.original.text), two.relay.readable):
            texts = change[0].of(two.original.text), change[1].of(two.relay.text)
            ids = next(
                ((a.id, b.id) for a, b in told if (a.claim.span, b.claim.span) == (was, now)), (None, None)
            )
            yield Change("rank changed", *texts, *change, *ids)


def _stand(names: frozenset[str], report: SeenReport) -> bool:
    """Whether any of the words stands in a report."""
    return any(w.low in names for span in report.passages for w in words.words(report.text, span))
