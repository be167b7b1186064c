"""When something happened so long after or before what is told beside it: "He died three days after he was held on May 3".

Rules:
- Who died so long after what has a date died on 6 May, in whatever order it is told.
- What the main clause dates lies so long after, or before, what the words behind "after" or "before" tell: "was announced on
  November 6, four days after a patrol fired" dates the shots.
- No value is finer than its length: days and weeks give a day, months a month, years a year.
- A length finer than the date that it is counted from has no value, and says why.
"""

from __future__ import annotations

import re

from testigo import dates
from testigo.claim import Filler, TimeMention
from testigo.dates import Date
from testigo.errors import BadInput
from testigo.reading import slots
from testigo.reading.facts import Facts
from testigo.reading.scenes import Mention
from testigo.reading.spans import below
from testigo.reading.time_counting import NAMES
from testigo.reading.time_values import TOO_WIDE
from testigo.value import replace

COUNTED_ON, COUNTED_BACK = "time.counted-on", "time.counted-back"
_STEPS = {"after": -1, "before": 1}
_LENGTH = re.compile(r"P(\d+)([DWMY])")


def counted_back(facts: Facts, place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The time of an act that is so long before or after another one with a date: "on May 5, two weeks before the court met"."""
    tokens, at = place.scene.tokens, _link(place, mention)
    if at < 2:
        return ()
    span = place.sentence.span_of(at - 1, at)
    stop = below(facts.when.starts, span.end)
    near = facts.when.mentions[max(0, stop - 3) : stop]
    length = next((one for one in near if one.span.end == span.end and one.type == "DURATION"), None)
    if length is None:
        return ()
    date = next((one for one in near if one.type == "DATE" and _stands_before(place.text, one, length)), None)
    if date is None or date.edtf is None:
        return ()
    whole = place.sentence.span_of(place.sentence.tokens_in(date.span)[0], at + 1)
    value = _counted(date.edtf, length.value, _STEPS[tokens[at].lower])
    unknown = None if value is not None else TOO_WIDE
    return (Filler(whole, whole.of(place.text), value=value, unknown=unknown, rule=COUNTED_BACK),)


def counted_on(facts: Facts, place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The time of what happened so long after or before a clause with a date: "He died three days after he was held on May 3"."""
    clause, sentence = mention.clause, place.sentence.span
    if clause is None or mention.noun or not clause.verb.finite:
        return ()
    for item in facts.when.timed[below(facts.when.timed_starts, sentence.start) :]:
        if item.span.start >= sentence.end:
            break
        if item.bound != "offset":
            continue
        first, last = place.sentence.tokens_in(item.span)
        verbs = [group for group in place.scene.chunks.verbs if group.finite]
        before = next((group for group in reversed(verbs) if group.last <= first), None)
        behind = next((group for group in verbs if group.first >= last), None)
        counted = before if before is not None else behind if first < _OPENING else None
        if counted is not None and counted.first == clause.verb.first:
            return (replace(facts.when.filler(item), rule=COUNTED_ON),)
    return ()


_OPENING = 2  # tokens: "Three days after", "Some two weeks before"


def _link(place: slots.Place, mention: Mention) -> int:
    """Where the "after" or "before" stands that leads to an act; -1 for none."""
    clause, tokens = mention.clause, place.scene.tokens
    if mention.noun:
        number = place.scene.chunks.noun_of[mention.at[0]]
        first = place.scene.chunks.nouns[number][0] if number >= 0 else mention.at[0]
    elif clause is None:
        return -1
    else:
        first = clause.subject[0] if clause.subject is not None else clause.verb.first
        first = min(first, clause.verb.first)
    return first - 1 if first > 0 and tokens[first - 1].lower in _STEPS else -1


def _stands_before(text: str, date: TimeMention, length: TimeMention) -> bool:
    """Whether only a comma parts a date from the length behind it."""
    return text[date.span.end : length.span.start].strip() in (",", "–", "—")


def _counted(date: str, length: str, step: int) -> str | None:
    """A date so long before or after another one, no finer than the length; None where the date is coarser than that."""
    found = _LENGTH.fullmatch(length)
    try:
        start = dates.parse(date)
    except BadInput:
        return None
    if found is None or not isinstance(start, Date):
        return None
    away = dates.away(start, step * int(found[1]), NAMES[found[2]])
    return None if away is None else str(away)
