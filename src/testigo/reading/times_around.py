"""When an act happens, told by other words than a date in its own clause: "not seen since", "since a foreman ran away in May".

Rules:
- "Since" alone counts from the time named last; it goes before a time that was only carried over.
- "Since" and something that happened counts from the date told of that.
- A law or order is issued when it is dated: "a decree issued in 2012 obliges", "by Order 14 of 20 April".
"""

from __future__ import annotations

from testigo import dates
from testigo.claim import Filler
from testigo.reading import slots
from testigo.reading.facts import Facts
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention
from testigo.reading.spans import below

_DATED = wordset("dated issued adopted signed passed enacted published promulgated approved introduced of")
_REACH = 14  # tokens from "since" to the date of what happened


def since_then(facts: Facts, place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The time that "since" without anything behind it tells: "has not been seen since"."""
    clause, tokens = mention.clause, place.scene.tokens
    if clause is None or mention.noun:
        return ()
    for at in range(clause.verb.first, min(len(tokens), max(clause.last, clause.verb.last) + 1)):
        closes = at + 1 < len(tokens) and tokens[at + 1].tag in (".", ",", "CC", "''", ":")
        if tokens[at].lower != "since" or not closes:
            continue
        span = place.sentence.span_of(at, at + 1)
        last = below(facts.when.starts, span.start)
        near = facts.when.mentions[max(0, last - 6) : last]
        known = [m.edtf for m in near if m.edtf is not None and m.type in ("DATE", "TIME")]
        value = str(dates.since(dates.parse(known[-1]))) if known else None
        return (Filler(span, span.of(place.text), value=value, rule="time.since-then"),)
    return ()


def since_happening(facts: Facts, place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The time that counts from something with a date of its own: "since a foreman ran away in September"."""
    clause, tokens = mention.clause, place.scene.tokens
    if clause is None:
        return ()
    start = max(mention.at[1], clause.verb.last)
    stop = min(len(tokens), start + _REACH)
    at = next((n for n in range(start, stop) if tokens[n].lower == "since" and tokens[n].tag == "IN"), 0)
    if not at:
        return ()
    end = at + 1
    while end < min(len(tokens), at + _REACH) and tokens[end].tag not in (",", ".", ":", "CC"):
        end += 1
    span = place.sentence.span_of(at, end)
    told = [f for f in facts.when.within(span) if f.value is not None]
    if not told or told[0].span.start <= span.start:
        return ()
    whole = place.sentence.span_of(at, place.sentence.tokens_in(told[0].span)[1])
    value = str(dates.since(dates.parse(told[0].value or "")))
    return (Filler(whole, whole.of(place.text), value=value, rule="time.since-happening"),)


def issued(facts: Facts, place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """When the law or order that lays something down was issued: "a decree issued in 2012 obliged graduates"."""
    clause = mention.clause
    if mention.trigger.kind != "directive" or clause is None or clause.subject is None:
        return ()
    tokens = place.scene.tokens
    first, last = clause.subject
    for at in range(first + 1, max(last, clause.verb.first)):
        if tokens[at].lower in _DATED:
            span = place.sentence.span_of(at, min(len(tokens), at + 6, max(at + 1, clause.verb.first)))
            told = [f for f in facts.when.within(span) if f.value is not None]
            if told:
                return tuple(told[:1])
    return ()
