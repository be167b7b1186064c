"""Times that name no date: "since the river froze", "before the pandemic", "after dark", "until further notice".

Rules:
- "since" and a clause or phrase always tells when; "before", "after", "until" and "during" only with something that happens.
- "During the year", "in previous years", "by year's end" tell when though the year is not named.
- "since" before a clause without an article needs a perfect tense before it ("has been held since he took the case").
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.lists import wordset
from testigo.reading.tokens import Sentence, Token

_HAPPENINGS = wordset(
    "pandemic outbreak war coup election elections shutdown lockdown closure crackdown start revolution uprising protests"
    " beginning end arrival death season trial arrest incident launch fall collapse famine ceasefire invasion takeover"
    " holiday harvest escape raid"
)


def vague(sentence: Sentence, taken: tuple[Span, ...]) -> list[Span]:
    """Where a sentence tells a time without a date, in order; nothing that overlaps what is taken."""
    tokens = sentence.tokens
    found: list[Span] = []
    if _OPENING.isdisjoint(sentence.words):
        return found
    for at in range(len(tokens) - 1):
        word = tokens[at].lower
        if word not in _OPENING:
            continue
        span = _set_time(tokens, at) or _counted_from(tokens, at)
        if span is not None and not any(span.overlaps(other) for other in taken):
            found.append(span)
    return found


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the words go on to say which year: "during the year of the coup", "during the year 2019"."""
    return at < len(tokens) and (tokens[at].lower == "of" or tokens[at].text[:2] in ("19", "20"))


_COURSE = (["the", "course", "of", "the", "year"],)
_SOME = wordset("previous prior recent past earlier subsequent")
_UNITS = wordset("year years month months week weeks decade decades")


def _counted_from(tokens: tuple[Token, ...], at: int) -> Span | None:
    """A time that counts from something: "since the river froze", "before the pandemic"."""
    word, follows = tokens[at].lower, tokens[at + 1]
    if word not in _COUNTS or at + 2 >= len(tokens):
        return None
    if follows.tag not in ("DT", "PRP$") and not (word == "since" and _since_when(tokens, at)):
        return None
    end = _vague_end(tokens, at + 1)
    happened = next((n for n in range(at + 1, end) if tokens[n].lower in _HAPPENINGS), 0)
    if at == 0 and 0 < happened < len(tokens) - 1 and tokens[happened + 1].tag in _STARTING:
        end = happened + 1  # "After the incident | soldiers searched homes"
    happens = happened > 0
    return Span(tokens[at].start, tokens[end - 1].end) if word == "since" or happens else None


_STARTING = frozenset({"NNS", "NNP", "NNPS", "PRP", "DT", "PRP$", "CD"})
_OPENING = wordset("since before after until during overnight throughout over in by at of")
_COUNTS = wordset("since before after until during")
_DARKNESS = wordset("dark nightfall sunset curfew sunrise daybreak")
_BREAKING = wordset("although though because while")


def _set_time(tokens: tuple[Token, ...], at: int) -> Span | None:
    """The words of a time that names no date: "after dark", "until further notice", "overnight"."""
    word = tokens[at].lower
    if word == "overnight":
        return tokens[at].span if tokens[at].tag == "RB" else None
    follows = tokens[at + 1]
    last = tokens[at + 2] if at + 2 < len(tokens) else follows
    if word in ("during", "throughout") and follows.lower == "the" and last.lower == "year":
        return None if _goes_on(tokens, at + 3) else Span(tokens[at].start, last.end)
    if word in ("in", "during", "over") and follows.lower in _SOME and last.lower in _UNITS:
        return Span(tokens[at].start, last.end)
    course = [token.lower for token in tokens[at + 1 : at + 6]]
    if word in ("over", "during", "in") and course[:5] in _COURSE:
        return Span(tokens[at].start, tokens[at + 5].end)
    if word == "of" and not (at and tokens[at - 1].lower == "as"):
        return None
    if word in ("by", "at", "before", "of") and follows.lower in _UNITS and last.tag == "POS":
        end = tokens[at + 3] if at + 3 < len(tokens) else last
        first = tokens[at - 1] if word == "of" else tokens[at]
        return Span(first.start, end.end) if end.lower == "end" else None
    if word in ("after", "before") and follows.lower in _DARKNESS:
        return Span(tokens[at].start, follows.end)
    notice = word == "until" and follows.lower == "further" and at + 2 < len(tokens)
    return Span(tokens[at].start, tokens[at + 2].end) if notice else None


def _since_when(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "since" and a clause tell when: "has been under investigation since he took the case"."""
    if tokens[at + 1].tag not in ("PRP", "NN", "NNS", "NNP"):
        return False
    return any(token.lower in ("has", "have", "had", "been") for token in tokens[max(0, at - 14) : at])


def _vague_end(tokens: tuple[Token, ...], at: int) -> int:
    """Where a clause or phrase of time ends: at a mark, or after ten words."""
    end = at
    while end < min(len(tokens), at + 10) and tokens[end].tag not in (
        ",",
        ".",
        ":",
        "''",
        "``",
        "CC",
        "-RRB-",
        "(",
    ):
        if tokens[end].lower in _BREAKING:
            break
        end += 1
    return max(end, at + 1)
