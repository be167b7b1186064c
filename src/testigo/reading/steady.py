"""Which words no rule of retag.py and repair.py can touch, told by the word, its tag and the word before: most of a text.

Rules:
- A word is passed over only where every rule would leave its tag; any doubt is left to the rules.
- Whoever adds a rule for a tag or a word that is passed over adds it here: tests/reading/test_steady.py tries all rules
  on what is passed over.
"""

from __future__ import annotations

from testigo.reading.lemmas import is_past_form
from testigo.reading.lists import wordset
from testigo.reading.ruling import WORDS_OF_RULES

_VERBAL = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "WDT"})
_FIRST = _VERBAL | {"RBS", "JJS"}
_LATER = _VERBAL | {"POS", "EX"}
DOING = wordset(  # what somebody was doing to people, often taken for an adjective
    "arresting detaining disappearing torturing beating killing executing interrogating imprisoning holding deporting"
    " abducting kidnapping harassing threatening searching raiding confiscating seizing monitoring surveilling"
)
TRADING = wordset("smuggling trafficking poaching")
OFFENSIVES = wordset("offensive counter-offensive counteroffensive")
_FIRST_WORDS = (DOING | TRADING | OFFENSIVES) | wordset(
    "outside inside lives set burst since won die read fire present absent left mine travel many few several each both all most no put cut cost hit beat shut shot"
    " may chief post last first flat official individual local dissident disperse suspect militant national veteran elder conscript circular directive need"
)
_LATER_WORDS = WORDS_OF_RULES | wordset(
    "won go that forfeit forfeits calls whoever railway her ’ ' face faces cut hit put set shut let"
)
_ASKING = wordset("not n't n’t been longer")
_ADVERBS = frozenset({"RB", "RBR"})
_OWNING = frozenset({"DT", "PRP$"})


def is_right(lower: str, mark: str) -> bool:
    """Whether the rules of retag.py leave a word its tag, whatever stands around it."""
    if mark in _FIRST or (mark == "NN" and lower.endswith("ing")):
        return False
    stirs = _STIRS_FIRST.get(lower)
    return not (_stirs_first(lower) if stirs is None else stirs)


def stays(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether the rules of repair.py that go by single words leave the word `at` its tag."""
    mark = tags[at]
    if mark in _LATER:
        return False
    stirs = _STIRS_LATER.get(lowers[at])
    if _stirs_later(lowers[at]) if stirs is None else stirs:
        return False
    if at == 0:
        return True
    if lowers[at - 1] in _ASKING:
        return False
    if mark == "NN":
        return tags[at - 1] not in _ADVERBS
    return mark != "JJ" or tags[at - 1] not in _OWNING


# What was said of words: the same in every text, thrown away when too many.
_STIRS_FIRST: dict[str, bool] = {}
_STIRS_LATER: dict[str, bool] = {}
_MOST = 1 << 15


def _stirs_first(lower: str) -> bool:
    """Whether a rule of retag.py asks for the word by itself."""
    found = lower in _FIRST_WORDS or lower[0].isdigit() or lower.endswith("ed") or "-" in lower
    found = found or is_past_form(lower)
    return _noted(_STIRS_FIRST, lower, found=found)


def _stirs_later(lower: str) -> bool:
    """Whether a rule of repair.py asks for the word by itself."""
    found = (
        lower in _LATER_WORDS or lower.endswith(("ed", "ment", "ness", "tion", "sion")) or is_past_form(lower)
    )
    return _noted(_STIRS_LATER, lower, found=found)


def _noted(said: dict[str, bool], lower: str, *, found: bool) -> bool:
    if len(said) >= _MOST:
        said.clear()
    said[lower] = found
    return found
