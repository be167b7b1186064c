"""From the quotes of a model to the fillers of a claim: every value is computed here, from the report's own words.

Rules:
- Where the rules know the expression that a quote stands in, the whole expression is taken: "5 years" out of
  "15 to 25 years" cannot become a shorter sentence, nor "October" a date without its year.
- A quote that gives no time or number is dropped; so are the words for when it was told, and a bare pronoun.
- Who may be named by earlier words of the report; everything else stands in the sentence of the claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from testigo.claim import Filler, Source, Span
from testigo.dates import Direction
from testigo.reading.facts import Facts
from testigo.reading.model.answer import Tally
from testigo.reading.model.text import Quotable
from testigo.reading.places import filler as place_filler
from testigo.reading.punishments import punishment, punishments
from testigo.reading.quantities import quantities
from testigo.reading.tokens import Sentence

_ELSEWHERE = "from another sentence"
_NOWHERE = "not in the text"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a claim stands: the quotable text, what the rules know of it, the sentence, and what was counted so far.

    status, sources: as the rules have them.
    """

    text: Quotable
    facts: Facts
    sentence: Sentence
    clause: Span
    status: str
    sources: tuple[Source, ...]
    tally: Tally


def fillers(ground: Ground, slot: str, quotes: tuple[str, ...]) -> tuple[Filler, ...]:
    """The fillers that the quotes of a slot bear out, in the order in which they were given, none twice."""
    found: dict[Span, Filler] = {}
    for quote in quotes:
        span = _who(ground, quote) if slot in ("actor", "target") else _here(ground, quote)
        if span is None:
            continue
        for filler in _made(ground, slot, span):
            if not any(other.overlaps(filler.span) for other in found):
                found[filler.span] = filler
    return tuple(found.values())


def _here(ground: Ground, quote: str) -> Span | None:
    """Where the quote stands in the sentence, in the clause if it does; None is counted."""
    for within in (ground.clause, ground.sentence.span):
        span = next(ground.text.spans(quote, within), None)
        if span is not None:
            return span
    ground.tally.drop("value", _NOWHERE if next(ground.text.spans(quote), None) is None else _ELSEWHERE)
    return None


def _who(ground: Ground, quote: str) -> Span | None:
    """Where the quote stands in the sentence, else the nearest place before it; None is counted."""
    for within in (ground.clause, ground.sentence.span):
        span = next(ground.text.spans(quote, within), None)
        if span is not None:
            return _named(ground, span)
    earlier = ground.text.last(quote, ground.sentence.span.start)
    if earlier is not None:
        return _named(ground, earlier)
    ground.tally.drop(
        "value", _NOWHERE if next(ground.text.spans(quote), None) is None else "from later in the text"
    )
    return None


def _named(ground: Ground, span: Span) -> Span | None:
    """The span, unless it is nothing but a pronoun."""
    sentence = ground.text.document.sentence_at(span.start)
    first, last = sentence.tokens_in(span) if sentence else (0, 0)
    if sentence is not None and any(
        t.tag not in ("PRP", "PRP$", "WP", "EX") for t in sentence.tokens[first:last]
    ):
        return span
    ground.tally.drop("value", "that is only a pronoun")
    return None


def _made(ground: Ground, slot: str, span: Span) -> tuple[Filler, ...]:
    if slot == "time":
        return _times(ground, span)
    if slot == "quantity":
        return _quantities(ground, span)
    if slot == "place":
        return _places(ground, span)
    if slot == "punishment":
        return _punishment(ground, span)
    own = Filler(span, span.of(ground.text.document.text), rule="model.slot")
    return (own,) if slot == "charge" else ground.facts.with_ids((own,))


def _near(span: Span, known: tuple[Filler, ...]) -> Iterator[Filler]:
    """What is known and stands in the quote, or holds it."""
    return (filler for filler in known if filler.span.contains(span) or span.contains(filler.span))


def _times(ground: Ground, span: Span) -> tuple[Filler, ...]:
    direction = Direction.FUTURE if ground.status == "intended" else None
    known = ground.facts.when.within(ground.sentence.span, direction)
    dated = next((f for f in _near(span, known) if f.value is not None), None)
    told = [s.told.span for s in ground.sources if s.told is not None]
    if dated is None:
        ground.tally.drop("value", "that gives no time")
        return ()
    if any(other.overlaps(dated.span) for other in told):
        ground.tally.drop("value", "for when it was told, not when it happened")
        return ()
    return (dated,)


def _quantities(ground: Ground, span: Span) -> tuple[Filler, ...]:
    inside = ground.sentence.span
    times = tuple(m.span for m in ground.facts.when.mentions if m.span.overlaps(inside))
    known = quantities(ground.text.document, inside, times)
    counted = next((f for f in _near(span, known) if f.value is not None), None)
    if counted is None:
        ground.tally.drop("value", "that gives no number")
        return ()
    return (counted,)


def _places(ground: Ground, span: Span) -> tuple[Filler, ...]:
    named = tuple(place_filler(m) for m in ground.facts.where.at(ground.sentence.span))
    found = tuple(_near(span, named)) or tuple(_near(span, ground.facts.where.within(ground.sentence.span)))
    return found or (Filler(span, span.of(ground.text.document.text), rule="model.slot"),)


def _punishment(ground: Ground, span: Span) -> tuple[Filler, ...]:
    """The quote with every length of time and form of punishment that it cuts into."""
    document, korean = ground.text.document, ground.facts.where.korean
    known = [f.span for f in punishments(document, ground.sentence.span, korean=korean)]
    known += [m.span for m in ground.facts.when.mentions if m.type == "DURATION"]
    cut = [other for other in known if other.overlaps(span) and ground.sentence.span.contains(other)]
    whole = Span(min([span.start, *(o.start for o in cut)]), max([span.end, *(o.end for o in cut)]))
    if whole.of(document.text).lower().startswith("to "):
        whole = Span(whole.start + 3, whole.end)
    return (punishment(document, whole, korean=korean),)
