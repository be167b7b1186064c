"""Pronouns that stand before who they mean: "Three weeks since he was detained, the whereabouts of Ivo Sol are unknown".

Rules:
- Only in a clause that opens the sentence with "after", "since", "when" and their like, and ends with a comma.
- Only where no pronoun behind the comma stands for the same person: "After he was freed, Ivo Sol met him" is about another.
- Neither a body nor a country, nor somebody's lawyer, is meant: "After he was freed, Radio Tarn was closed".
- Whoever is named behind the comma as somebody of that number is meant; no article "a" introduces them.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.lists import wordset
from testigo.reading.source_kinds import kind_of_name
from testigo.reading.tokens import Token

_OPENERS = wordset("after since when while before until once as although though")
_SAME = (
    wordset("he him his himself"),
    wordset("she her hers herself"),
    wordset("they them their themselves"),
)
_REACH = 26  # tokens: no opening clause is longer


def behind_opening(tokens: tuple[Token, ...], at: int) -> int:
    """Where the main clause starts that may name whom the pronoun at `at` means, or 0."""
    own = next((some for some in _SAME if tokens[at].lower in some), None)
    opener = next((n for n in range(min(at, 8)) if tokens[n].lower in _OPENERS and tokens[n].tag != "RB"), -1)
    if own is None or opener < 0 or any(tokens[n].text == "," for n in range(opener, at)):
        return 0
    comma = next((n for n in range(at + 1, min(len(tokens), at + _REACH)) if tokens[n].text == ","), 0)
    if not comma or any(token.lower in own for token in tokens[comma:]):
        return 0
    return comma + 1


def is_somebody(tokens: tuple[Token, ...], span: Span) -> bool:
    """Whether words name a person, no body or country, and nobody by whose they are."""
    words = tuple(token for token in tokens if span.start <= token.start < span.end)
    return bool(words) and all(word.tag != "POS" for word in words) and kind_of_name(words) == "named"
