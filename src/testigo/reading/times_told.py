"""Times told in the words of an act itself or by the time around it: "her May 2018 arrest", "19 months of detention".

Rules:
- A date inside the noun phrase that carries an act is its time.
- A length right before "of detention", "in custody" is how long that lasted, and no time of the release.
- A day up to which cases are counted is theirs, not that of the telling: "as of May 3".
- "During the first weeks of her detention", "in the run-up to the vote" tell when in words, and have no value.
"""

from __future__ import annotations

from testigo.claim import Filler
from testigo.reading import slots
from testigo.reading.facts import Facts
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention
from testigo.reading.spans import below
from testigo.reading.tokens import Token

_REACH = 9  # tokens that the words for a part of a time may have


def told_itself(facts: Facts, place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The date or the length in the words of an act told by a noun."""
    if not mention.noun:
        return ()
    chunks, tokens = place.scene.chunks, place.scene.tokens
    base = next((base for base in chunks.nouns if base[0] <= mention.at[0] < base[1]), None)
    if base is None:
        return ()
    whole = place.sentence.span_of(*base)
    carries = tokens[mention.at[0]].span.start
    start = below(facts.when.starts, whole.start)
    near = facts.when.mentions[max(0, start - 1) : start + 3]
    for one in near:
        inside = whole.contains(one.span) and one.span.end <= carries
        if one.edtf is not None and inside and one.type == "DATE":
            return (Filler(one.span, one.span.of(place.text), value=one.edtf, rule="time.told-itself"),)
    at = _behind_length(tokens, base[0])
    ends = place.sentence.span_of(at - 1, at).end if at else 0
    for one in facts.when.mentions[max(0, start - 3) : start + 1]:
        if (
            at
            and mention.trigger.act in _LASTING
            and one.type == "DURATION"
            and one.span.end == ends
            and " " in one.span.of(place.text).removeprefix("the ").strip()
        ):
            return (Filler(one.span, one.span.of(place.text), rule="time.told-itself"),)
    return ()


def counted_until(facts: Facts, place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The day up to which cases were counted: "As of June 3, the group reported 40 arrests", "eight killings as of May"."""
    if not mention.noun:
        return ()
    sentence = place.sentence.span
    for one in facts.when.mentions[below(facts.when.starts, sentence.start) :]:
        if one.span.start >= sentence.end:
            break
        if one.edtf is not None and place.text[: one.span.start].lower().endswith("as of "):
            return (Filler(one.span, one.span.of(place.text), value=one.edtf, rule="time.counted"),)
    return ()


def _behind_length(tokens: tuple[Token, ...], at: int) -> int:
    """Where the preposition stands between a length and a noun: "months of detention and torture"; 0 for none."""
    if at > 3 and tokens[at - 1].lower == "and" and tokens[at - 2].tag in ("NN", "NNS"):
        at -= 2
    while at > 2 and tokens[at - 1].tag == "JJ":
        at -= 1
    return at - 1 if at > 1 and tokens[at - 1].lower in ("of", "in") else 0


_LASTING = wordset("detention torture disappearance forced_labor surveillance interrogation hardship")


def held_until(text: str, time: Filler) -> bool:
    """Whether a length tells how long somebody was held before being released: "after 21 years in prison"."""
    behind = text[time.span.end : time.span.end + 14].split()
    return time.text.lower().startswith("after ") and behind[:1] in (["in"], ["of"]) and len(behind) > 1


def part_of_time(place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """A time told in words behind a verb or before it: "during the first weeks of her detention"."""
    clause, tokens = mention.clause, place.scene.tokens
    if clause is None or mention.noun:
        return ()
    starts = [clause.first] if clause.first < clause.verb.first else []
    for at in (*starts, *range(clause.verb.last, min(len(tokens) - 3, max(clause.last, clause.verb.last)))):
        if tokens[at].lower not in _DURING or tokens[at + 1].lower not in ("the", "a"):
            continue
        unit = next((n for n in range(at + 2, min(at + 5, len(tokens) - 1)) if tokens[n].lower in _UNITS), 0)
        if (
            not unit
            or tokens[unit + 1].lower not in _LEADS_ON
            or tokens[min(unit + 3, len(tokens) - 1)].lower in _YEAR
        ):
            continue
        end = unit + 2
        while end < min(len(tokens), unit + _REACH) and (
            tokens[end].tag in _PHRASE or tokens[end].lower in _WITHIN
        ):
            end += 1
        span = place.sentence.span_of(at, end)
        return (Filler(span, span.of(place.text), rule="time.part"),) if end > unit + 2 else ()
    return ()


_DURING = wordset("in during over throughout")
_UNITS = wordset("hours days weeks months years run-up lead-up aftermath wake period")
_YEAR = wordset("year month decade week day century")
_LEADS_ON = wordset("of before after following leading preceding to surrounding prior")
_PHRASE = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD"})
_WITHIN = wordset("of up to")
