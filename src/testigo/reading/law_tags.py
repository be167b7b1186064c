"""Verbs of laws that were taken for nouns or participles.

Rules:
- "forbids" and its like are never participles: "Law 31, which requires children to be registered, forbids teaching".
- Behind a law's number, behind "that" or "which" after a law, and in a row with such a verb they are verbs, no plurals:
  "Law 9 limits purchases", "a law that bars persons with relatives abroad", "bans the sale of grain, limits purchases".
"""

from __future__ import annotations

from testigo.reading.lists import wordset

_LAWS = wordset(
    "law decree decree-law act article section order ordinance rule regulation directive instruction circular notice"
    " resolution proclamation amendment code constitution convention covenant charter bill decision memorandum statute"
)
_LAYING = wordset("forbids bans bars prohibits limits permits requires allows restricts outlaws")
_ALWAYS_VERBS = wordset("forbids prohibits requires allows empowers obliges restricts outlaws")
_TAKEN = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "PRP", "PRP$", "JJ", "CD", "VBZ"})


def law_tags(lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    for at in range(1, len(tags) - 1):
        if lowers[at] in _ALWAYS_VERBS and tags[at] in ("VBN", "VBD"):
            tags[at] = "VBZ"
        elif _is_misread(lowers, tags, at) and (_of_a_law(lowers, tags, at) or _in_a_row(lowers, tags, at)):
            tags[at] = "VBZ"
            tags[at + 1] = "NNS" if tags[at + 1] == "VBZ" else tags[at + 1]


def _is_misread(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a verb of laws was taken for a plural before what it acts on."""
    return lowers[at] in _LAYING and tags[at] == "NNS" and tags[at + 1] in _TAKEN


def _of_a_law(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a law's number stands before, or "that" or "which" behind a law."""
    if tags[at - 1] == "CD":
        return at > 1 and lowers[at - 2] in _LAWS
    behind = at - 2 - (lowers[at - 2] == ",")
    return lowers[at - 1] in ("that", "which") and at > 2 and lowers[behind] in _LAWS


def _in_a_row(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a verb of a law goes before, parted by a comma or "and" from this one."""
    if lowers[at - 1] not in (",", "and"):
        return False
    return any(lowers[n] in _LAYING and tags[n] == "VBZ" for n in range(at - 1))
