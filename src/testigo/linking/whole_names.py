"""Whole names of two persons: what the one comparison of names (names.py) answers is the level at which they stand.

Rules:
- Keys (name_keys.py) say which names may have anything to do with each other; whether they are one is asked here, of each
  two sets of spellings once.
- Where a person is told under several names, the pair that agrees best counts.
- "Cannot tell" is a level of its own. EITHER: both spellings may be either of two names, so that to take them for one
  name decides nothing. CANNOT: one of the spellings leaves no choice, and to take the two for one would make it. ODD: one name, if one of them is oddly written,
  or names that agree in part: no other name is in question.
- A comparison across scripts that letters cannot make (펠리크 and Pellick) leaves the level as keys have it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from testigo.linking.compared import Answer, Compared
from testigo.linking.names import compare_names
from testigo.linking.spelt import folded
from testigo.reason import Reason

if TYPE_CHECKING:
    from testigo.linking.model import Model
    from testigo.linking.splinking import Weighed

EITHER, CANNOT, ODD, OTHER = "either", "cannot", "oddly", "other"
RARE, USUAL = 11.0, 8.0
"""Bits that a name which is the same tells, from which on it is a rare one, and one neither rare nor common."""
ASKED = ("rare", "same", "common", "sound", "alike")
"""The levels of keys at which the names are asked about."""
_ORDER = {Answer.SAME: 2, Answer.CANNOT_TELL: 1, Answer.DIFFERENT: 0}
Names = tuple[str, ...]
_AS_KEYS_HAVE_IT = frozenset(("name-scripts-differ", "name-unknown"))

MAY_BE_EITHER = "same spelling, cannot tell: {} and {} may both be {} as well as {}"
MAY_BE_OTHER = "same spelling, cannot tell: {} and {} may both be {}, but one of them may as well be {}"
ODDLY = "cannot tell: {} and {} may both be {}, but one would be an odd way to write it"
BREVE = "cannot tell: {} and {} are told apart by a breve alone, which is often put by guess"
PARTED = "cannot tell: {} and {} have the same letters, parted into other syllables"
WHICH = "{} may be {} or {}: the spelling cannot tell which"
PARTLY = "cannot tell: {} and {} agree in part"
UNTOLD = frozenset((MAY_BE_EITHER, MAY_BE_OTHER, ODDLY, BREVE, PARTED, PARTLY))
"""The sentences of links whose names cannot tell."""
REASONS = (MAY_BE_EITHER, MAY_BE_OTHER, ODDLY, BREVE, PARTED, PARTLY, WHICH)
_LEVELS = {"name-either": EITHER} | dict.fromkeys(
    ("name-cannot-tell", "name-breve-alone", "name-parted-otherwise"), CANNOT
)
_SAID = {
    "name-either": MAY_BE_EITHER, "name-cannot-tell": MAY_BE_OTHER, "name-oddly": ODDLY, "name-breve-alone": BREVE,
    "name-parted-otherwise": PARTED,
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def compare_spellings(left: Names, right: Names) -> Compared:
    """The comparison of two persons' names that agrees best, of all in which they are told."""
    all_of = [compare_names(one, other) for one in left for other in right]
    return max(all_of, key=lambda c: (_ORDER.get(c.answer, -1), c.strength))


def level_of(compared: Compared) -> str:
    """The level of person_model.NAME for an answer; "" where it stays as the keys have it."""
    if compared.answer is Answer.DIFFERENT:
        return OTHER
    if compared.answer is Answer.CANNOT_TELL and compared.sentence not in _AS_KEYS_HAVE_IT:
        return _LEVELS.get(compared.sentence, ODD)
    if compared.answer is not Answer.SAME:
        return ""
    bits = compared.strength / math.log(2)
    return "rare" if bits >= RARE else "same" if bits >= USUAL else "common"


def answer_of(level: str) -> str | None:
    """What names alone say of two persons at a level of person_model.NAME; None where one is not told."""
    if level in ("rare", "same", "common"):
        return Answer.SAME.value
    if level in (OTHER, "alike"):
        return Answer.DIFFERENT.value
    return None if level == "unknown" else Answer.CANNOT_TELL.value


def may_be_either(names: Names) -> tuple[Reason, ...]:
    """For names of a person that are the spelling of two common names: which. Nothing where one of them is told in Hangul."""
    told = {folded(name) for name in names}
    found: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(names):
        compared = compare_names(name, name)
        if compared.sentence == "name-either" and told.isdisjoint(compared.arguments):
            found.setdefault(tuple(sorted(compared.arguments)), []).append(name)
    return tuple(Reason(WHICH, (", ".join(spelt), *two)) for two, spelt in found.items())


def names_said(level: str, left: Names, right: Names) -> tuple[str, tuple[str, ...]] | None:
    """Template and arguments for names that cannot be told, or None where the level's own sentence is all there is to say."""
    if level not in (EITHER, CANNOT, ODD) or not left or not right:
        return None
    compared = compare_spellings(left, right)
    template = _SAID.get(compared.sentence, PARTLY)
    return template, (compared.left, compared.right, *compared.arguments)


@dataclass(frozen=True, slots=True)
class Answers:
    """What names answer for pairs of rows. of: by row the number of its spellings; spelt: what the numbers stand for."""

    model: Model
    of: Any
    spelt: tuple[Names, ...]

    def __call__(self, pairs: Weighed) -> Weighed:
        """The pairs with their names at the level of the answer, and its bits."""
        import numpy as np

        column = self.model.column("name")
        asked = np.nonzero(np.isin(pairs.levels[:, column], self.model.numbers("name", ASKED)))[0]
        one, other = self.of[pairs.left[asked]], self.of[pairs.right[asked]]
        full = (self._size(one) > 0) & (self._size(other) > 0)
        asked, one, other = asked[full], one[full].astype(np.int64), other[full].astype(np.int64)
        two, back = np.unique(np.minimum(one, other) << 32 | np.maximum(one, other), return_inverse=True)
        answers = np.array(
            [self._number(self.spelt[n >> 32], self.spelt[n & 0xFFFFFFFF]) for n in two.tolist()],
            dtype=np.int64,
        )
        now = answers[back] if len(two) else answers
        keep = now > _AS_IT_IS
        asked, now = asked[keep], now[keep]
        levels, bits = pairs.levels.copy(), pairs.bits.copy()
        tells = self.model.bits("name")
        bits[asked] = np.round(bits[asked] + tells[now] - tells[levels[asked, column]], 4)
        levels[asked, column] = now
        return replace(pairs, levels=levels, bits=bits)

    def _size(self, numbers: Any) -> Any:
        import numpy as np

        return np.array([len(names) for names in self.spelt], dtype=np.int32)[numbers]

    def _number(self, left: Names, right: Names) -> int:
        level = level_of(compare_spellings(left, right))
        return int(self.model.numbers("name", (level,))[0]) if level else _AS_IT_IS


_AS_IT_IS = -9
