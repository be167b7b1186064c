"""Where what is told begins behind whom it was told, without "that" between: "told RFE/RL | Ana Lo has been", "told AFP | guards had".

Rules:
- Nouns between "told" and a finite verb hold both: nobody tells a verb without its subject. Behind "was told" all are the subject.
- Whoever was told ends with an outlet's letters or last word ("Radio Karst", "the Karst Post"), with "reporters", on a
  weekday ("told the radio on Monday | soldiers burned"), else where names and common nouns part.
- In a row of names alone who acts has the last two, or the last where there are only two or three of them.
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_NAMES = frozenset({"NNP", "NNPS", "POS"})
_RUN = _NAMES | wordset("NN NNS JJ HYPH")
_LED = wordset("the a an his her their its our")
_WEEKDAYS = wordset("monday tuesday wednesday thursday friday saturday sunday")
_REPORTERS = wordset(
    "reporters reporter journalists journalist correspondents correspondent media newspaper radio"
)
_LAST = wordset(
    "news post times weekly tv television radio agency service journal tribune observer online press herald media network outlet newspaper watch international nk"
)
_LEADING = wordset("radio daily")
_BE = wordset("be been being is are was were am get got what whatever everything")
_FAR = 14  # words between "told" and the verb of what is told


def told_ends(tokens: tuple[Token, ...]) -> tuple[int, ...]:
    """The tokens at which the subjects of what is told begin, in a sentence that holds "told"."""
    found = [_told_end(tokens, at + 1) for at in range(1, len(tokens) - 3) if tokens[at].lower == "told"]
    return tuple(end for end in found if end)


def _told_end(tokens: tuple[Token, ...], first: int) -> int:
    """Where what is told begins behind "told" and whom; 0 where it does not, or where its own first word says so."""
    if not _BE.isdisjoint(token.lower for token in tokens[max(0, first - 3) : first - 1]):
        return 0
    start = first + (tokens[first].lower in _LED)
    start += 2 * (start + 1 < len(tokens) and tokens[start + 1].text == "/")  # "RFE/RL"
    verb = start
    while verb < min(len(tokens), first + _FAR) and (tokens[verb].tag in _RUN or _is_day(tokens, verb)):
        verb += 1
    if verb >= len(tokens) or tokens[verb].tag not in _FINITE or verb < start + 2:
        return 0
    end = _whom(tokens, start, verb)
    alone = end and verb == end + 1 and tokens[end].lower in _REPORTERS
    return end if start < end < verb and not alone and tokens[end].tag != "POS" else 0


def _is_day(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "on" stands before a weekday."""
    return tokens[at].lower == "on" and at + 1 < len(tokens) and tokens[at + 1].lower in _WEEKDAYS


def _whom(tokens: tuple[Token, ...], first: int, verb: int) -> int:
    """Where whoever was told ends, by the words for outlets and by how names and common nouns part."""
    day = next((n for n in range(first + 1, verb) if tokens[n].lower in _WEEKDAYS), 0)
    if day:
        return day + 1
    word = tokens[first]
    if word.lower in _REPORTERS and word.text.islower():
        return first + 1
    last = next((n for n in range(min(verb - 1, first + 5), first, -1) if _closes_outlet(tokens[n])), 0)
    if last:
        return last + 1
    named = word.tag in _NAMES
    part = next((n for n in range(first + 1, verb) if (tokens[n].tag in _NAMES) != named), verb)
    while named and part < verb and tokens[part].lower in _LAST:
        part += 1  # "the Karst news agency | guards"
    if part < verb:
        whole = tokens[first - 1].lower in _LED or tokens[part - 1].tag == "NNS"
        return part if named or whole else 0
    if verb - first > _ROW:
        return verb - 2 if named else 0
    return first + 1 + (word.lower in _LEADING) if named else 0


_ROW = 3  # names: one for whoever was told, two for who acts


def _closes_outlet(token: Token) -> bool:
    """Whether a word with a capital ends the name of an outlet."""
    return token.lower in _LAST and token.text[:1].isupper()
