"""Participles that stand before a noun inside a noun phrase, and are no verbs of their own.

Rules:
- After an article, owner, adjective or number a participle before a noun describes it ("the imprisoned protesters").
- After a finite verb it does too, unless that verb governs "-ing" forms ("arrested returning refugees", not "stopped").
- An adverb before it changes nothing ("politically motivated criminal charges").
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_AUX = frozenset({"be", "have", "do", "get"})
_VERBAL = _FINITE | {"VB", "VBG"}


def premodifies(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a participle stands before a noun inside a noun phrase ("imprisoned protesters")."""
    before = tokens[at - 1].tag if at else ""
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    apart = tokens[at].lower == "reporting" and at > 1 and tokens[at - 2].lower == "with"
    apart = apart or (tokens[at].tag == "VBG" and _is_day(tokens, at - 1))
    if (
        before in ("DT", "PRP$", "POS", "JJ", "CD")
        and not apart
        and (after in _NOUNS or after in ("JJ", "CC", "VBG", "CD"))
    ):
        return True
    going = tokens[at].lower in _GOING and after == "NNS" and before in _BEFORE_GOING
    if going and tokens[at - 1].lower not in _BY_DOING:
        return True  # "shot at fleeing residents"
    if tokens[at].lower == "reporting" and before in ("NNP", "NNPS", "POS", "PRP$", "JJ", "NNS"):
        return True
    those = tokens[at].tag == "VBN" and tokens[at - 1].lower == "those" and after not in _NOUNS
    if those or apart or tokens[at].lower == "dated":  # "with some reporting beatings"
        return False
    if before in ("DT", "PRP$"):
        return tokens[at].tag == "VBN" or after not in ("DT", "PRP$", "PRP")
    verbal = at > 0 and before in _VERBAL and tokens[at - 1].lemma not in _AUX
    returning = tokens[at].tag == "VBG" and after == "NNS" and tokens[at - 1].lemma not in _CATENATIVE
    if verbal and (returning or (tokens[at].tag == "VBN" and after in ("NNS", "NN", "JJ"))):
        return True  # "arrested returning refugees"
    joins = _goes_on(tokens, at, before) or _joins_past(tokens, at)
    if tokens[at].tag == "VBN" and not joins and after in ("NNS", "NN", "NNP", "JJ"):
        led = before == "RB" and at > 1 and tokens[at - 2].tag in ("TO", "IN", "DT", "JJ")
        return before in ("IN", "CC", ",", "", "RB", "``") and (after != "JJ" or led)
    return False


def _is_day(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number is the day or year of a date: "a directive on June 3 | requiring schools"."""
    year = len(tokens[at].text) == 4 and tokens[at].text[:2] in ("19", "20")
    day = at > 0 and tokens[at - 1].lower.rstrip(".") in _MONTHS
    return tokens[at].text.isdigit() and (
        day or (year and at > 0 and tokens[at - 1].tag in ("IN", "TO", ","))
    )


_MONTHS = wordset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct"
    " nov dec"
)


def _joins_past(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "and" joins a participle to a past tense right before: "tortured and otherwise abused prisoners"."""
    place = at - 1
    while place > 0 and tokens[place].tag == "RB":
        place -= 1
    joined = place > 0 and tokens[place].lower in ("and", "or")
    return joined and tokens[place - 1].tag == "VBD" and tokens[place - 1].lemma not in _AUX


def _goes_on(tokens: tuple[Token, ...], at: int, before: str) -> bool:
    """Whether a participle goes on with a passive: "were detained and given terms of seven years"."""
    if before not in ("CC", ",") or tokens[at].lower not in _TAKING_TWO:
        return False
    return any(token.lower in ("was", "were", "been", "being") for token in tokens[:at])


_TAKING_TWO = wordset("given handed denied fined refused awarded")
_CATENATIVE = wordset(
    "begin start stop continue keep avoid admit deny go come resume finish cease consider remember risk suggest recommend"
    " prohibit ban forbid permit allow practice practise involve mean report describe recall include spend quit help"
)


_GOING = wordset(
    "fleeing returning surviving remaining dying protesting striking visiting passing sleeping screaming starving arriving"
    " departing marching retreating deserting praying"
)
_BEFORE_GOING = frozenset({"IN", "DT", "CD", "VBD", "VBG", "JJ"})
_BY_DOING = wordset("by from without after before while when for")
