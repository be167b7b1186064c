"""Points of an order or a list that stand in paragraphs of their own: "First, ...", "“2. Whoever", "(3) Men", "– markets"."""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.view import View

_ORDINALS = wordset("first second third fourth fifth sixth seventh eighth ninth tenth finally lastly")
_NUMBERS = wordset("one two three four five six seven")
_AFTER = frozenset({".", ")", ":", ","})
_LETTERS = wordset("a b c d e f g h i ii iii iv v vi vii viii ix x")
_DASHES = frozenset({"–", "—", "-", "--", "•", "*", "·", "▪"})
_QUOTES = frozenset({"“", '"', "``", "«", "‘"})


def is_point(view: View) -> bool:
    """Whether a sentence begins with its number, its letter in brackets or a dash."""
    at = 1 if view.lower(0) in _QUOTES else 0
    word = view.lower(at)
    if word in _DASHES:
        return at == 0 and len(view.tokens) > 2
    if word in _ORDINALS:
        return True
    if word in _NUMBERS or word.rstrip(".)").isdecimal():
        return word[-1] in ".)" or view.lower(at + 1) in _AFTER  # not "40 men were held", "Two were held"
    inner = word.strip("()")
    opened = word == "("
    if opened:
        inner = view.lower(at + 1)
    closed = word.endswith(")") or view.lower(at + 1 + opened) == ")"
    return closed and (inner.isdecimal() or inner in _LETTERS)
