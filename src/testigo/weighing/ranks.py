"""Ranks, offices and sources in words: whether a rank became another, and whether one source became several.

Rules:
- Officer, official, agent and guard are what any writer calls any of them: between these nothing changes. A chief, head and
  director are one, a chairman and secretary of a committee are not.
- A deputy is never the one that he stands in for. What is told less closely ("chief" for "section chief") did not change.
- "section chief and above" and "senior and section officials" are two circles of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from testigo.claim import Span
from testigo.weighing import words

_CLASSES: tuple[tuple[str, ...], ...] = (
    ("chief", "head", "director", "boss"), ("chairman", "chairwoman", "chair", "chairperson"), ("secretary",), ("minister",),
    ("governor",), ("mayor",), ("commander",), ("general",), ("colonel",), ("major",), ("captain",), ("lieutenant",),
    ("sergeant",), ("corporal",), ("private",), ("prosecutor",), ("judge",), ("warden",), ("manager",), ("inspector",),
    ("instructor",),
)  # fmt: skip
_CLASS = {word: row[0] for row in _CLASSES for word in row}
_LOOSE = frozenset(["officer", "official", "agent", "guard", "cadre", "policeman"])
_GRADES = frozenset(
    [
        "deputy",
        "vice",
        "senior",
        "junior",
        "section",
        "department",
        "bureau",
        "division",
        "chief",
        "first",
        "second",
        "assistant",
    ]
)
_DEPUTY = {"vice": "deputy", "assistant": "deputy"}
_ABOVE = re.compile(r"^\W*(?:and|or) (?:above|higher|up)\b")
_PERSONS = (
    "sources|residents|officials|people|traders|merchants|brokers|workers|students|pupils|soldiers|guards|farmers|women|men|"
    "defectors|escapees|witnesses|neighbors|neighbours|relatives|members|employees|locals|insiders"
)
_SEVERAL = re.compile(
    rf"\b(?:sources|(?:several|multiple|many|various|some|two|three|four|five) (?:\w+ ){{0,2}}(?:{_PERSONS}))\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"^(?:a|an|one|the|another|its|our|his|her)\b(?!.*\b(?:{_PERSONS})\b)",
    re.IGNORECASE,
)

Rank = tuple[str, frozenset[str], bool]


def ranks(text: str, within: Span) -> list[tuple[Rank, Span]]:
    """Each rank or office told: its class, its grades ("deputy", "section"), whether "and above"; and where."""
    some = words.words(text, within)
    found = []
    for n, word in enumerate(some):
        low = word.low if word.low in _CLASS or word.low in _LOOSE else word.low.removesuffix("s")
        if low not in _CLASS and low not in _LOOSE:
            continue
        grades, at = set(), n
        while at and some[at - 1].low in _GRADES | {"and"} and n - at < 5 and not _owns(text, some[at - 1]):
            at -= 1
            grades |= {_DEPUTY.get(some[at].low, some[at].low)} - {"and"}
        if low == "chief" and n + 1 < len(some) and some[n + 1].low.removesuffix("s") in _LOOSE | set(_CLASS):
            continue
        above = _ABOVE.match(text[word.span.end : word.span.end + 16])
        end = word.span.end + (above.end() if above else 0)
        found.append(((_CLASS.get(low, ""), frozenset(grades), bool(above)), Span(some[at].span.start, end)))
    return found


def changed(was_text: str, was: Span, now_text: str, now: Span) -> tuple[Span, Span] | None:
    """The one rank of a clause that is another rank in the other clause; None where there is none or more than one."""
    before, after = (_telling(ranks(text, span)) for text, span in ((was_text, was), (now_text, now)))
    if len(before) != 1 or len(after) != 1:
        return None
    (one, at), (other, there) = before[0], after[0]
    if one == other or (not one[0] and not other[0] and not one[1] | other[1]):
        return None
    deputies = [one[1] & {"deputy"}, other[1] & {"deputy"}]
    if one[0] == other[0] and (not one[1] or not other[1]) and not one[2] and deputies[0] == deputies[1]:
        return None  # "chief" for "section chief": told less closely, not another rank
    if not one[0] and not one[1]:
        return None
    return at, there


def _telling(found: list[tuple[Rank, Span]]) -> list[tuple[Rank, Span]]:
    """Those that tell a rank: "guard" and "official" alone tell none."""
    return [rank for rank in found if rank[0][0] or rank[0][1]]


def _owns(text: str, word: words.Word) -> bool:
    """Whether a word has something: "the bureau's vice director" is no rank of bureaus."""
    return word.span.of(text).endswith(("'s", "’s"))


def stands_in(phrase: str, text: str) -> bool:
    """Whether a rank stands in a text in the same words."""
    return " ".join(phrase.lower().split()) in " ".join(text.lower().split())


def one_source(phrase: str) -> bool:
    """Whether a phrase speaks of a single source."""
    return bool(_ONE.search(phrase)) and not several_sources(phrase)


def several_sources(phrase: str) -> bool:
    """Whether a phrase speaks of several sources without giving a name."""
    return bool(_SEVERAL.search(phrase))


def names(phrase: str, known: frozenset[str]) -> frozenset[str]:
    """Words of a phrase that are a person's name, in lower case; none where it speaks of an office or institution.

    known: the words that stand in this report with a capital inside a sentence: a capital at its start tells nothing.
    """
    some = [w for w in words.words(phrase, Span(0, len(phrase))) if w.capital]
    low = {w.low for w in some if len(w.low) > 5 or not w.span.of(phrase).isupper()}
    return frozenset() if low & words.GENERIC else frozenset(low & known)


def known_names(text: str, passages: Iterable[Span]) -> frozenset[str]:
    """The words that stand in a text with a capital inside a sentence."""
    return frozenset(
        name for passage in passages for s in words.sentences(text, passage) for name in words.names(words.words(text, s))
    )  # fmt: skip
