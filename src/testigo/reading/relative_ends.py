"""Where a relative clause without commas is over: at the main verb that follows its own.

Rules:
- Two finite verbs in a row, or with only a preposition's phrase between, are the relative clause's and the main one's.
- What somebody is told to do stands behind the relative clause: "urged states that trade with Tarn | to raise the cases".
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks, VerbGroup
from testigo.reading.lists import wordset


def is_over(chunks: Chunks, who: int, end: int) -> bool:
    """Whether a relative clause ends before a main verb short of `end`: "who begged was sent to | prison and her son was"."""
    tokens = chunks.sentence.tokens
    within = [group for group in chunks.verbs if who < group.first < end and group.finite]
    if within and chunks.noun_of[who + 1] >= 0:
        return False  # "the man who police say killed"
    for group in within[1:]:
        if chunks.verb_of[group.first - 1] >= 0:
            return True  # "who complained | was"
        base = chunks.noun_upto.get(group.first)
        if base is not None and tokens[base[0] - 1].lower in _GOVERNING and base[0] - 1 > who:
            return True  # "who complained about it | was"
        own = within[0]
        if base is not None and own.last == base[0] and tokens[own.main].lemma not in _TELLING:
            return True  # "who signed the letter | were"
    return False


_TELLING = wordset(
    "say tell know think believe claim report hear see allege deny add feel fear hope write learn find show suggest say warn"
)
_GOVERNING = wordset("about of at to into with against over near from")


def of_whose(chunks: Chunks, first: int, group: VerbGroup) -> bool:
    """Whether a verb is that of "whose", and no other before it: "vendors in whose phones foreign songs | were found"."""
    tokens = chunks.sentence.tokens
    whose = next((n for n in range(first, group.first) if tokens[n].lower == "whose"), group.first)
    return whose < group.first and not any(whose < other.first < group.first for other in chunks.verbs)


def before_bidden(chunks: Chunks, lemma: str, first: int, end: int) -> int:
    """Where a phrase with a relative clause ends before what those it names are told to do; else `end`. lemma: of the verb before."""
    if lemma not in _BIDDING:
        return end
    tokens = chunks.sentence.tokens
    for at in range(first + 3, end - 1):
        if tokens[at].tag != "TO" or chunks.verb_at(at) is None or chunks.verb_of[at - 1] >= 0:
            continue
        own = next((g for g in chunks.verbs if first < g.first < at and g.finite), None)
        base = chunks.noun_upto.get(at)
        held = own is not None and tokens[own.main].lemma in ("have", "need") and base is not None
        if own is None or (held and base is not None and base[0] == own.last):
            return end  # "told men who had money to pay"
        return end if tokens[at - 1].lemma in _TO_DO else at
    return end


_BIDDING = wordset(
    "order require force tell ask instruct urge compel command coerce press pressure push persuade beg warn advise remind"
    " summon oblige direct"
)
_TO_DO = wordset(
    "right duty plan attempt order permission ability need way effort decision power refusal chance promise"
)
