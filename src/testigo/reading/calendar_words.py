"""Where a time ends that a noun phrase follows without a comma: "In 2021 four villages", "Last week police in the city".

Rules:
- After a preposition a year, a weekday, a month with its day ("June 6", "6 June"), or "the (same) year" ends where another
  noun phrase starts; before a plain noun only at the head of the sentence or clause ("in 2021 elections" stays whole elsewhere).
- So does "mid-January", and "recent" or "earlier" years, months, weeks and days.
- At the head of a sentence "last week", "this year" and their like need no preposition.
- A date alone before a colon or dash heads a line: "3 May 2021: Police arrested two men".
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_MONTHS = wordset(
    "january february march april may june july august september october november december"
    " jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec."
)
_WEEKDAYS = wordset("monday tuesday wednesday thursday friday saturday sunday")
_SPANS = wordset(
    "day week month year decade night morning evening afternoon weekend summer winter spring autumn"
)
_MANY = wordset("days weeks months years decades")
_NOT_LONG = wordset("recent earlier later previous")
_BEFORE = wordset("in on during since by until from after before throughout within over early")
_POINTING = wordset("last this next that every each")
_DESCRIBING = wordset(
    "same following previous past preceding early late mid whole entire first second third final"
)
_OPENING = frozenset({",", "CC", "``", ":"})
_PLAIN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN"})
_STARTING = frozenset({"DT", "CD", "PRP", "PRP$", "PDT"})


def heads_line(tokens: tuple[Token, ...]) -> int:
    """Where the mark stands behind a date that heads a line: "3 May 2021: ", "May 3 – ", "2021-05-03: "; 0 where none does."""
    named = numbered = False
    for at in range(min(_HEADING, len(tokens) - 1)):
        lower = tokens[at].lower
        if lower in _MARKS and named and numbered and not _is_of_date(tokens[at + 1]):
            return at
        if lower not in _MARKS | _BETWEEN and not _is_of_date(tokens[at]):
            return 0
        numbers = sum(part.isdigit() for part in lower.replace(".", "-").replace("/", "-").split("-"))
        named = named or lower in _MONTHS or numbers == 3
        numbered = numbered or lower[:1].isdigit()
    return 0


def _is_of_date(token: Token) -> bool:
    return token.lower in _MONTHS or token.lower in _WEEKDAYS or token.text[:1].isdigit()


_HEADING = 12  # tokens that a date at the head of a line may have
_MARKS = frozenset(":–—-")
_BETWEEN = frozenset(",/()")


def opening_time(tokens: tuple[Token, ...], first: int) -> int:
    """The token after a time that starts at `first` where a phrase of its own follows it, else `first`."""
    as_of = first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower == "as"
    part = _start_of_part(tokens, first)
    governed = as_of or part >= 0 or (first > 0 and tokens[first - 1].lower in _BEFORE)
    start = part if part >= 0 else first - 1 - as_of if governed else first
    leads = start == 0 or tokens[start - 1].tag in _OPENING or tokens[start - 1].lower == "that"
    stop = _time_from(tokens, first, governed=governed, leads=leads)
    if stop == first or stop >= len(tokens):
        return first
    tag = tokens[stop].tag
    follows = tag in _STARTING or (leads and tag in _PLAIN)
    return stop if follows and tokens[stop].lower not in _SPANS else first


def _start_of_part(tokens: tuple[Token, ...], first: int) -> int:
    """Where the words start that a day is part of: "On the night of | July 2 | police came"; -1 where there are none."""
    if first < 3 or tokens[first - 1].lower != "of" or tokens[first - 2].lower not in _PARTS:
        return -1
    at = first - 2
    while at > 0 and tokens[at - 1].tag in ("DT", "JJ", "RB"):
        at -= 1
    return at - 1 if at > 0 and tokens[at - 1].lower in _BEFORE else -1


_PARTS = wordset("night evening morning afternoon hours eve day week")


def _time_from(tokens: tuple[Token, ...], first: int, *, governed: bool, leads: bool) -> int:
    """The token after the time that starts at `first`: a year, a month and its day, "the same year", "last week"."""
    token = tokens[first]
    at = first
    if governed and (_is_year(token) or (token.lower[:4] == "mid-" and token.lower[4:] in _MONTHS)):
        return first + 1
    if governed and token.lower in _NOT_LONG and first + 1 < len(tokens):
        return first + 2 if tokens[first + 1].lower in _MANY else first  # "In recent years | the office"
    if governed and token.lower in ("early", "late", "mid") and at + 1 < len(tokens):
        at += 1
        token = tokens[at]
    if governed and token.lower in _MONTHS and (token.tag.startswith("NNP") or at > first):
        after = at + 1
        if after < len(tokens) and _is_day(tokens[after]):
            after += 1
        return after + 1 if after < len(tokens) and _is_year(tokens[after]) else after
    if governed and _is_day(token) and at + 1 < len(tokens) and _names_month(tokens[at + 1]):
        return at + 3 if at + 2 < len(tokens) and _is_year(tokens[at + 2]) else at + 2
    if governed and token.lower in _WEEKDAYS and token.tag.startswith("NNP"):
        return first + 1
    pointing = token.lower in _POINTING and leads
    if not pointing and not (governed and token.lower == "the"):
        return first
    at += 1
    while at < len(tokens) and tokens[at].lower in _DESCRIBING:
        at += 1
    if (
        governed
        and at < len(tokens)
        and tokens[at].lower in _WEEKDAYS
        and tokens[first].lower in ("last", "this", "next")
    ):
        return at + 1
    return at + 1 if at < len(tokens) and tokens[at].lower in _SPANS else first


def _names_month(token: Token) -> bool:
    """Whether a word behind the number of a day is its month: "on 6 June"."""
    return token.lower in _MONTHS and token.text[0].isupper()


def _is_year(token: Token) -> bool:
    return (
        token.tag == "CD" and len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("19", "20")
    )


def _is_day(token: Token) -> bool:
    return token.tag == "CD" and token.text.isdigit() and 0 < int(token.text) < 32
