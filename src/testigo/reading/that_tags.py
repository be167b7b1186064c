"""The word "that" behind a comma that closes a day or an aside: "said on May 3, 2021, that police beat a monk".

Rules:
- Behind a verb of telling and nothing but when, where, to whom or on what condition it was told, it opens what was told.
- Who "was released and told reporters that" tells it: the verb is no participle.
- Without a finite verb behind it, it only points: "They said, that day, nothing".
"""

from __future__ import annotations

from testigo.reading.finite import FINITE
from testigo.reading.lists import wordset
from testigo.reading.settled import TELLING

_BETWEEN = frozenset({"IN", "NNP", "NNPS", "CD", "NN", "NNS", "JJ", "DT", ",", "RB", "PRP", "PRP$", "POS"})
_OPENS = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "PRP$", "JJ", "CD", "EX", "PRP"})
_SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_BACK, _ON = 16, 14  # tokens: a day with its aside; a subject with what hangs on it
_TELLING = TELLING | wordset(
    "wrote writes posted tweeted acknowledged admitted recalled recounted maintained asserted concluded observed predicted promised"
    " pledged emphasized stressed disclosed documented broadcast ruled decided agreed"
)


def that_tags(lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    for at in range(3, len(tags) - 2):
        if lowers[at] == "that" and (told := _tells_somebody(lowers, tags, at)):
            tags[told] = "VBD"
        if lowers[at] == "that" and tags[at] in ("DT", "WDT", "IN") and tags[at - 1] == ",":
            told = _told_before(lowers, tags, at - 1) if _opens(tags, at) else -1
            if told >= 0:
                tags[at] = "IN"
                if tags[told] == "VBN" and tags[told - 1] in _SUBJECTS:
                    tags[told] = "VBD"  # it tells: another finite verb stands in what is told


def _tells_somebody(lowers: list[str], tags: list[str], at: int) -> int:
    """Where a verb joined to another one tells somebody: "was released and told | reporters that"; else 0."""
    for place in range(at - 2, max(1, at - 6), -1):
        if lowers[place] in _TELLING_SOMEBODY and tags[place] == "VBN":
            joined = tags[place - 1] == "CC" or (tags[place - 1] == "RB" and tags[place - 2] == "CC")
            return place if joined and tags[place + 1] in _SOMEBODY else 0
        if tags[place] not in _BETWEEN or tags[place] in ("IN", ","):
            return 0
    return 0


_TELLING_SOMEBODY = wordset("told informed warned assured reminded notified")
_SOMEBODY = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "CD", "JJ"})


def _opens(tags: list[str], at: int) -> bool:
    """Whether a clause with a verb of its own follows."""
    if tags[at + 1] not in _OPENS:
        return False
    behind = tags[at + 2 : at + _ON]
    return any(tag in FINITE or tag == "MD" for tag in behind)


def _told_before(lowers: list[str], tags: list[str], comma: int) -> int:
    """Where the last verb stands, if it is one of telling with only when, where or to whom behind it; else -1."""
    for place in range(comma - 1, max(-1, comma - _BACK), -1):
        if tags[place] in FINITE or tags[place] == "VBN":
            return place if lowers[place] in _TELLING and comma - place > 1 else -1
        if tags[place] not in _BETWEEN:
            return -1
    return -1
