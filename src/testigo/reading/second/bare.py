"""Which words that only the network takes for a charge, a place or a time can be one.

Rules:
- A charge is a deed or a reason: no person, no law ("under the Safety Act"), not the "crimes" of "crimes such as theft";
  it is quoted with what it goes on with ("threats against writers").
- A place is somewhere one can be: not "custody", "social media" or "the way", not the letters in brackets behind its name,
  and no word of a longer name ("Radio Orla Uganda").
- Whom somebody "came for" is no place either, nor "the spot" on which somebody died.
- A phrase that another one is told apart from ("the nurse, not the abbot") fills no slot.
- A time is whole: the words that go on behind it ("the eve of the feast", "five in the morning") would tell when.
"""

from __future__ import annotations

from testigo.reading.arguments import Range, onward
from testigo.reading.chunks import is_time
from testigo.reading.classes import head, is_class
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene
from testigo.reading.tokens import Token

_NAMES = ("NNP", "NNPS")


def going_on(scene: Scene, part: Range) -> Range:
    """A charge with the phrase behind it that tells which: "threats against writers", "one count of theft"."""
    tokens = scene.tokens
    if part[1] >= len(tokens) - 1 or tokens[part[1]].lower not in _WHICH:
        return part
    base = scene.chunks.noun_upto.get(part[1])
    whole = onward(scene.chunks, max(part[0], base[0]), len(tokens)) if base is not None else None
    return (part[0], max(part[1], whole[1])) if whole is not None else part


_WHICH = wordset("of against to for")


def is_charge(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether words can tell what for."""
    before = tokens[part[0] - 1].lower if part[0] else ""
    behind = [token.lower for token in tokens[part[1] : part[1] + 2]]
    if before == "under" or (behind in (["such", "as"], [",", "including"]) and part[1] - part[0] == 1):
        return False
    if tokens[part[0]].tag in ("VBD", "VBZ", "VBP", "MD") and before in ("and", "but", ","):
        return False  # "confirmed it and expressed regret": a clause of its own
    if part[1] - part[0] == 1 and tokens[part[0]].lower in ("charges", "accusations", "counts", "suspicion"):
        return False
    plain = all(
        token.tag[:2] in ("NN", "JJ", "DT", "PR") or token.tag == "VBN" for token in tokens[part[0] : part[1]]
    )
    return before == "of" or not plain or not is_class(tokens, part, "person")


def is_place(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether words can tell where."""
    if is_time(tokens, part) or head(tokens, part).lower in _NOWHERE:
        return False
    before = [token.lower for token in tokens[max(0, part[0] - 2) : part[0]]]
    letters = tokens[part[1] - 1].text.isupper() and part[1] - part[0] < 3
    if letters and before[-1:] in (["("], ["under"]):
        return False
    return before not in (["outside", "of"], ["came", "for"], ["come", "for"])  # "police came for Ana"


_NOWHERE = wordset(
    "custody detention confinement imprisonment media internet radio television way site all captivity isolation absence absentia"
    " public private spot unrest protests"
)


def is_in_name(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a name of a place is one word of a longer name: the "Uganda" of "Radio Orla Uganda"."""
    first, last = part
    if tokens[first].tag not in _NAMES or tokens[last - 1].tag not in _NAMES:
        return False
    before = first > 0 and tokens[first - 1].tag in _NAMES
    return before or (last + 1 < len(tokens) and all(t.tag in _NAMES for t in tokens[last : last + 2]))


def is_cut_off(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether the words behind a time still belong to it."""
    return part[1] < len(tokens) and tokens[part[1]].lower in ("of", "in", "on", "at", "to")


def is_set_against(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a phrase is what another one is told apart from: "the nurse, not the abbot", "instead of his brother"."""
    before = tuple(token.lower for token in tokens[max(0, first - 2) : first])
    if before[-1:] == ("not",):
        return before[:1] in ((",",), ("but",), ("and",), ("–",), ("—",))
    return before in _INSTEAD or before[-1:] == ("unlike",)


_INSTEAD = (("instead", "of"), ("rather", "than"))
