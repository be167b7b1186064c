"""The whole of who is named: a name with its description, bracket and place, and the names that somebody bears.

Rules:
- A name goes with what tells who that is; a phrase ends before a verb that is not that of a relative clause.
- Whose somebody is ("Ana Lo’s son") or of whom ("an aide of Ana Lo") is no name of theirs.
"""

from __future__ import annotations

from testigo.reading.appositions import described, is_named
from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.relative_ends import of_whose
from testigo.reading.tokens import Token
from testigo.reading.told_of_name import known_as
from testigo.reading.view import View


def is_name(token: Token) -> bool:
    """Whether a word is a name; "Requesens" and "el-Kassas" may be taken for others."""
    return token.tag in ("NNP", "NNPS") or (token.tag in ("NNS", "NN", "JJ") and not token.text.islower())


def whole_of(view: View, base: Range) -> Range:
    """The fullest words for the somebody that a base phrase names: a name with what tells who that is."""
    tokens = view.tokens
    if is_named(tokens, base):
        start = before_role(view, _before_bracket(view, base))
        whole = described(view.chunks, _bracketed(tokens, base))
        follows = tokens[whole[1]].lower if whole[1] < len(tokens) else "."
        after = tokens[whole[1] + 1].tag if whole[1] + 1 < len(tokens) else "."
        away = follows == "from" and after not in ("NNP", "NNPS")  # "took Kim from his room"
        if whole[1] > base[1] or start < base[0] or away or follows not in _OWN_PLACE:
            return _with_name(tokens, (start, whole[1]))
    whole = onward(view.chunks, base[0], len(tokens), loose=True) or base
    aside = whole[1] - base[1] > _TELLING_MORE and is_named(tokens, base) and tokens[base[1]].text == ","
    if aside and tokens[base[1] + 1].lower == "who":
        return _with_name(tokens, base)
    goal = next((n for n in range(base[1], whole[1]) if tokens[n].lower in _GOALS), whole[1])
    if not any(tokens[n].lower in _RELATIVES for n in range(base[1], goal)):
        whole = whole[0], goal  # "took nine demonstrators to a stadium"
    return _with_name(tokens, before_verb(view, base, whole))


_TELLING_MORE = 12  # tokens behind a name: a longer aside tells a story of its own
_GOALS = wordset("to into onto near outside inside across over")
_OWN_PLACE = wordset("of from – — , who")


def before_role(view: View, at: int) -> int:
    """Where a name starts that several roles lead: "Journalist and activist Ivo Sol"; the place itself else."""
    if at < 2 or view.lower(at - 1) != "and" or not view.tokens[at].text[:1].islower():
        return at
    role = view.chunks.noun_upto.get(at - 1)
    return role[0] if role is not None and is_role(view, role) else at


def is_role(view: View, base: Range) -> bool:
    """Whether a bare noun is only the first of the roles of who is named behind: "singer | and activist Ivo Sol"."""
    tokens, at = view.tokens, base[1]
    behind = view.chunks.noun_from.get(at + 1) if view.lower(at) == "and" else None
    if behind is None or any(token.tag not in ("NN", "JJ") for token in tokens[base[0] : at]):
        return False
    if not is_class(tokens, base, "person") or is_class(tokens, base, "authority"):
        return False  # "attacked by police and activist Ivo Sol was"
    return is_named(tokens, behind) and tokens[behind[0]].text[:1].islower() and tokens[behind[0]].tag != "DT"


def _before_bracket(view: View, base: Range) -> int:
    """Where a phrase starts that a bracket parts from its name: "National Assembly (AN) deputy Pedro Solis"."""
    at = base[0]
    if at < 4 or view.tokens[at - 1].text != ")" or view.tokens[at - 3].text != "(":
        return at
    before = view.chunks.noun_upto.get(at - 3)
    return before[0] if before is not None else at


def _bracketed(tokens: tuple[Token, ...], base: Range) -> Range:
    """A name with the bracket right behind it."""
    if base[1] < len(tokens) and tokens[base[1]].text == "(":
        for at in range(base[1], min(len(tokens), base[1] + 12)):
            if tokens[at].text == ")":
                return base[0], at + 1
    return base


def is_list(chunks: Chunks, whole: Range) -> bool:
    """Whether a phrase names several, one of whom is no fuller than the others: "Kim and Lee", not "Kim, a nurse and aide"."""
    tokens = chunks.sentence.tokens
    for at in range(whole[0] + 1, whole[1] - 1):
        token = tokens[at]
        if token.lower in _GOVERNED or token.lower in _DESCRIBING:
            return False
        if token.lower in ("and", ",") and chunks.noun_of[at] < 0:
            base = chunks.noun_from.get(at + 1)
            if base is not None and tokens[base[0]].lower in _DESCRIBING:
                return False
            if token.lower == "and" or (base is not None and is_named(tokens, base)):
                return True
    return False


_GOVERNED = wordset("of in from at on for with who which")
_DESCRIBING = wordset("a an the one his her head chairperson director known surnamed identified age aged")


def before_verb(view: View, base: Range, whole: Range) -> Range:
    """A phrase up to a finite verb that is not that of a relative clause: "the man who left" and not "received"."""
    for group in view.chunks.verbs:
        if not base[1] <= group.first < whole[1] or not group.finite:
            continue
        before = view.tokens[max(base[1], group.first - 3) : group.first]
        led = any(token.lower in _RELATIVES for token in before) or of_whose(view.chunks, base[1], group)
        if not led:
            told = (
                n for n in range(base[1], group.first) if view.lower(n) == "who" and view.lower(n - 1) == ","
            )
            if aside := next(told, 0):
                return whole[0], aside - 1  # "One detainee, | who was pregnant when she was arrested"
            last = group.first
            while last > base[1] and view.tokens[last - 1].tag in (",", "CC", "RB", "IN"):
                last -= 1
            return whole[0], last
    return whole


_RELATIVES = wordset("who which that whom whose where")
_NAMED = wordset("surnamed named called identified nicknamed known")


def _with_name(tokens: tuple[Token, ...], whole: Range) -> Range:
    """A phrase with the name that follows it: "a woman in her 40s surnamed Kwon", "– identified by his surname of Chong"."""
    at = whole[1]
    if at < len(tokens) and tokens[at].lower in (",", "–", "—", "-", "who", "also"):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower not in _NAMED:
        return whole
    if tokens[at].lower == "called" and tokens[at + 1].tag in ("IN", "RP"):
        return whole  # "Rights groups called on Tashkent"
    for first in range(at + 1, min(len(tokens), at + 8)):
        place = first
        if tokens[place].tag in ("NNP", "NNPS"):
            while place + 1 < len(tokens) and tokens[place + 1].tag in ("NNP", "NNPS"):
                place += 1
            return whole[0], place + 1
        if tokens[first].tag in (",", ".", "VBD", "VBZ"):
            break
    return whole


def own_names(tokens: tuple[Token, ...], base: Range, whole: Range) -> frozenset[str]:
    """The names that somebody bears: not those that only tell whose or where, as in "an aide of Vera Solis"."""
    if is_named(tokens, base):
        known = known_as(tokens, base[1])
        return frozenset(t.lower for t in (*tokens[base[0] : base[1]], *known) if is_name(t))
    found: set[str] = set()
    own = called = True
    for at in range(*whole):
        token = tokens[at]
        if at >= base[1] and token.lower in _RELATIVES and token.tag in ("WP", "WDT", "WP$"):
            break  # "an officer who accused Ivo Sol" is not he
        if token.tag == "POS":
            found.clear()  # "Ana Lo’s son" is not Ana Lo
        called = token.lower in _NAMED or (called and at > base[1])
        if token.tag in ("IN", "TO"):
            own = called
        elif token.text in (",", "–", "—") or called:
            own = True
        if own and token.tag in ("NNP", "NNPS"):
            found.add(token.lower)
    return frozenset(found)
