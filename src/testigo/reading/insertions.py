"""Words that a report puts into a quotation in square brackets, to make it whole: "[The authorities] banned fairs".

Rules:
- Where a sentence needs them, the brackets are passed over: they open a quotation or sentence, or stand behind a word that
  asks for more ("the [new] order", "because [the police] came").
- Behind a noun or pronoun they explain it, as round brackets do: "They [the police] came".
- A number ("[3]"), an ellipsis, "[sic]" or a part of a word ("[S]he", "house[s]") is left alone.
"""

from __future__ import annotations

from testigo.reading.lists import wordset

_LONGEST = 8  # words in brackets
_QUOTES = frozenset("“”‘«»\"'„")
_MARKS = frozenset(",;:.!?—–-")
_LEADING = wordset(
    "a an the this that these those his her its their our my your of to in on at by for from with about into over under"
    " and or but nor so because if when while as since until unless whether than is are was were be been being has have had do"
    " does did will would shall should can could may might must not no very said says who whom whose which what where"
)
_LINKING = wordset("and or but is are was were has have had be been to of the a an in on")
_NONE = wordset("sic ... … . .. note")


def passed_over(words: list[str], glued: list[bool]) -> frozenset[int]:
    """The numbers of the square brackets of a paragraph that only mark what was put in.

    glued: for each word, whether it follows the one before without white space.
    """
    if "[" not in words:
        return frozenset()
    found: set[int] = set()
    for at, word in enumerate(words):
        if word != "[":
            continue
        close = next((n for n in range(at + 1, min(len(words), at + _LONGEST + 2)) if words[n] == "]"), -1)
        if close > at + 1 and _completes(words, glued, at, close):
            found |= {at, close}
    return frozenset(found)


def _completes(words: list[str], glued: list[bool], at: int, close: int) -> bool:
    """Whether the words between two brackets are needed by the sentence around them."""
    inside = [word.lower() for word in words[at + 1 : close]]
    if not any(word[0].isalpha() for word in inside) or not _NONE.isdisjoint(inside):
        return False
    if len(inside) == 1 and inside[0] in _LINKING:
        return True
    if close + 1 >= len(words) or (glued[close + 1] and words[close + 1][0].isalpha()):
        return False
    before = words[at - 1].lower() if at else ""
    return not before or before in _QUOTES or before in _MARKS or before in _LEADING
