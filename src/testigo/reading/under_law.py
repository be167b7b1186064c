"""Where the name of a law or order ends at the head of a sentence without a comma: "Under the code of 2015 | illegal crossing is".

Rules:
- The words behind "under" name the law up to its last word for one ("the public order act"), with its year or number.
- What stands between it and the first finite verb is the subject, and must hold a noun; with a comma between, the comma parts them.
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_LAWS = wordset(
    "law code act statute constitution legislation order decree directive regulation regulations rule rules ordinance edict"
    " amendment instruction circular decree-law reform"
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_FAR = 16  # words that a law's name and the subject behind it have at most


def law_ends(tokens: tuple[Token, ...]) -> int:
    """The token at which the subject starts behind a law that opens the sentence; 0 where none does, or a comma parts them."""
    if len(tokens) < 5 or tokens[0].lower != "under":
        return 0
    verb = next((n for n in range(3, min(len(tokens), _FAR)) if tokens[n].tag in _FINITE), 0)
    if not verb or any(t.lower in (",", ":", ";", "who", "which", "that") for t in tokens[1:verb]):
        return 0
    at = next((n for n in range(1, verb) if _is_law(tokens[n])), 0)
    while at and at + 1 < verb and _is_law(tokens[at + 1]):
        at += 1
    if not at:
        return 0
    end = at + 1
    if tokens[end].lower in ("of", "from") and tokens[end + 1].tag == "CD":
        end += 2
    elif tokens[end].tag == "CD" and tokens[at].text[:1].isupper():
        end += 1  # "Under Decree 45 teachers must"
    return end if _opens_subject(tokens, end, verb) else 0


def _is_law(token: Token) -> bool:
    return token.tag[:2] == "NN" and (token.lemma in _LAWS or token.lower in _LAWS)


def _opens_subject(tokens: tuple[Token, ...], first: int, verb: int) -> bool:
    """Whether the words before a verb are a subject of their own: "teachers may", no "enforcement" of a longer name alone."""
    if first >= verb or tokens[first].tag in ("IN", "TO", "POS", "CC", "RP", "VBN"):
        return False
    if tokens[first].lower in ("enforcement", "firm", "school"):
        return False
    return any(t.tag in _NOUNS or t.tag in ("PRP", "DT") for t in tokens[first:verb])
