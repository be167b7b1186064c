"""What stands behind a name or a person between commas and tells who that is: an age, a trade, an office, a name.

Rules:
- "Elwin Mendoza, an activist in Zulia State,": a description with an article, a number ("one of three deputies") or an
  office without one ("head of the bar") belongs to the name before it; "his deputy, Karim Osman" is one person too.
- An age ("Tomas Vela, 34, a welder", "imam Abidin, age 96") belongs to the name, and what "known as" or "surnamed" calls.
- What a finite verb follows is a clause of its own ("arrested Kim, the ministry said"), what "and" joins another person.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.reading.chunks import Chunks, is_time
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.tokens import Token

Range = tuple[int, int]

_NAMES = frozenset({"NNP", "NNPS"})
_ARTICLES = wordset("a an the one his her its their another")
_CALLED = wordset("known surnamed identified nicknamed named called")
_CLOSES = frozenset({",", ".", ":", "-RRB-", "CC", "IN", "TO", "''", "VBN", "VBG", "VBD", "VBZ", "MD", "RB"})
_DASHES = wordset("– —")


def each_described(chunks: Chunks, parts: Sequence[Range]) -> list[Range]:
    """Several who are named together, each with the description behind it, which reaches over no other of them."""
    found = [described(chunks, part) for part in parts]
    tokens = chunks.sentence.tokens
    for number, after in enumerate(parts[1:]):
        lead = chunks.noun_from.get(after[0], after)
        named = any(token.tag in _NAMES for token in tokens[lead[0] : lead[1]])
        if found[number][1] > after[0] and not named:
            found[number] = parts[number]  # "a nurse, | a clerk and a driver"
    return found


def described(chunks: Chunks, part: Range) -> Range:
    """A phrase with the ages, descriptions and names that stand behind it between commas; itself where there is none."""
    end = part[1]
    named = _ends_in_name(chunks, part)
    if not named and not _is_somebody(chunks, part):
        return part
    for _ in range(3):
        further = _further(chunks, part, end, named=named)
        if further == end:
            break
        end = further
    return part[0], end


def without_aside(chunks: Chunks, part: Range) -> Range:
    """A phrase without what a participle tells between commas: "fellow inmates, acting on orders" are the inmates."""
    tokens = chunks.sentence.tokens
    for at in range(part[0] + 1, part[1] - 1):
        if tokens[at].lower in ("who", "which", "that", "("):
            return part[0], _again(tokens, at, part[1]) or part[1]
        if tokens[at].text in _DASHES and tokens[at - 1].tag == "NNS" and tokens[at + 1].tag in _NAMES:
            return part[0], at  # "three pastors – Abebe Tesfa, Yonas Haile, and Girma Bekele – were"
        if tokens[at].text != "," or tokens[at + 1].lower in _CALLED:
            continue
        group = chunks.verb_at(at + 1)
        if group is not None and not group.finite and tokens[at + 1].tag in ("VBG", "VBN"):
            return part[0], at
    return part


def _again(tokens: tuple[Token, ...], at: int, end: int) -> int:
    """Where a person's relative clauses are cut, or 0: at a second one, at the first where a comma parts them.

    "those who had come | but who were not protesting", "those | who had come, but who were not protesting".
    """
    again = (n for n in range(at + 1, end - 1) if tokens[n].tag == "CC" and tokens[n + 1].lower == "who")
    found = next(again, 0)
    return at if found and tokens[found - 1].text == "," else found


def is_named(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a base phrase ends in a name: "prominent lawyer Narges Mohammadi"."""
    return tokens[base[1] - 1].tag in _NAMES


def _ends_in_name(chunks: Chunks, part: Range) -> bool:
    """Whether a phrase is nothing but a name with what stands before it."""
    base = chunks.noun_from.get(part[0])
    return base is not None and base[1] == part[1] and is_named(chunks.sentence.tokens, base)


def _is_somebody(chunks: Chunks, part: Range) -> bool:
    """Whether a phrase is one person told by a role: "his deputy", "the head of the county office"."""
    tokens = chunks.sentence.tokens
    base = chunks.noun_from.get(part[0])
    if base is None or tokens[base[0]].lower not in _ARTICLES or tokens[base[1] - 1].tag != "NN":
        return False
    return is_class(tokens, part, "person") and not is_class(tokens, part, "law")


def _further(chunks: Chunks, part: Range, end: int, *, named: bool) -> int:
    """The end of one more description that starts at `end`, or `end`."""
    tokens = chunks.sentence.tokens
    if end + 1 >= len(tokens) or (tokens[end].text != "," and tokens[end].text not in _DASHES):
        return end
    first = tokens[end + 1]
    if first.tag == "CD" and len(first.text) < 4 and _closed(tokens, end + 2):
        return end + 2
    if first.lower in ("age", "aged") and end + 3 <= len(tokens) and tokens[end + 2].tag == "CD":
        return end + 3
    if first.lower in _CALLED:
        return _called(tokens, end + 1) or end
    base = chunks.noun_from.get(end + 1)
    if base is None or is_time(tokens, base):
        return end
    if is_named(tokens, base) and tokens[base[0]].lower not in _ARTICLES:
        fits = not named and tokens[part[1] - 1].tag == "NN" and _closed(tokens, base[1])
        goes_on = base[1] < len(tokens) and tokens[base[1]].tag in ("CC", "VBD", "VBZ")
        return base[1] if fits and not goes_on else end
    if is_named(tokens, base):
        return end  # "Bree, the Shire and Fornost"
    return _office(chunks, base, end) if named or first.lower in ("a", "an") else end


def _office(chunks: Chunks, base: Range, end: int) -> int:
    """The end of a description in words: "a teacher from Lora", "head of the Free Union in Tarma Province"."""
    tokens = chunks.sentence.tokens
    opens = tokens[base[0]]
    owned = any(token.tag == "POS" for token in tokens[base[0] + 1 : base[1]])  # "Ana Lo, Zarea’s manager"
    if (
        not owned
        and opens.lower not in _ARTICLES
        and (opens.tag not in ("NN", "JJ") or tokens[base[1] - 1].tag != "NN")
    ):
        return end
    if not is_class(tokens, base, "person"):
        return end
    whole = onward(chunks, base[0], len(tokens))
    last = whole[1] if whole is not None else base[1]
    told = (n for n in range(base[1], last) if tokens[n].lower in ("who", "which", "that"))
    last = (
        next(told, last) if last - base[1] > _LONG else last
    )  # "a local resident who had been on a run before"
    if last < len(tokens) and tokens[last].lower in ("who", "which", "that"):
        return last
    return last if _closed(tokens, last) and tokens[min(last, len(tokens) - 1)].tag not in _TELLS else end


_LONG = 9  # tokens of a description: a relative clause in a longer one tells a story of its own
_TELLS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _called(tokens: tuple[Token, ...], at: int) -> int:
    """The end of "known as the Yaran", "identified by his surname of Chong", where a comma or stop closes it soon; else 0."""
    for place in range(at + 1, min(len(tokens), at + 8)):
        if tokens[place].text in (",", ".", ";"):
            return place if tokens[place - 1].tag in _NAMES else 0
    return 0


def _closed(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a description ends at a token."""
    return at >= len(tokens) or tokens[at].tag in _CLOSES
