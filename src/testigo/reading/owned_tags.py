"""Tags of what is owned behind an apostrophe, and of a call with an adverb: "the workers’ delayed wages", "called again for".

Rules:
- A past form behind a plural with an apostrophe and before a noun describes what the many own; nobody did it there.
- An "-ing" form of telling that somebody owns is a noun: "his reporting on the flood".
- What "somebody" or "nobody" stands before is what he did: "after somebody pulled down the flag".
- "Called" before an adverb and "for" or "on" is a past tense, unless a date follows ("called again for May").
"""

from __future__ import annotations

from testigo.reading.finite import ADVERB, aux_before
from testigo.reading.lists import wordset

OWNED = wordset("NN NNS NNP NNPS JJ")


def owning(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of an apostrophe behind a plural that owns what follows ("the workers’ delayed wages"), or ""."""
    after = tags[at + 1]
    if tags[at - 1] not in ("NNS", "NNPS") and not _owns_by_name(lowers, tags, at):
        return ""
    if after in ("VBD", "VBN") and lowers[at + 1].endswith("ed") and _describes_owned(lowers, tags, at):
        tags[at + 1] = "JJ"
        return "POS"
    return "POS" if after in OWNED else ""


def _owns_by_name(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an apostrophe behind a name in -s is followed by what he owns and closes no quotation: "Robles’ wife said"."""
    named = tags[at - 1] == "NNP" and lowers[at - 1].endswith("s") and tags[at + 1] in ("NN", "NNS")
    return named and not any(mark in ("‘", "'", "’") for mark in lowers[:at])


def _describes_owned(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form after an apostrophe describes what somebody owns, and the apostrophe closes no quotation."""
    owned = tags[at + 2 : at + 3] in (["NN"], ["NNS"], ["JJ"])
    return owned and not any(mark in ("‘", "'", "’") for mark in lowers[max(0, at - 12) : at])


def calls_for(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether something is called for with an adverb between: "called repeatedly for a truce"; not so "called again for May"."""
    after = at + 1
    while after < len(tags) and tags[after] in ADVERB:
        after += 1
    if after == at + 1 or after + 1 >= len(tags) or lowers[after] not in ("for", "on", "upon"):
        return False
    return tags[after + 1] not in ("CD", "NNP") or lowers[after] != "for"


def owned_noun(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of what somebody is known for or faces: "his reporting on the flood", "dropped all terrorism charges against"."""
    before, after = tags[at - 1] if at else "", lowers[at + 1 : at + 2]
    if lowers[at] == "charges":
        return "NNS" if after == ["against"] and before in OWNED else ""
    if lowers[at] == "degrading":
        return "JJ" if tags[at + 1 : at + 2] in (["NN"], ["NNS"]) else ""  # "inhuman or degrading treatment"
    owned = before in ("PRP$", "POS") and lowers[at] in _TELLING
    return "NN" if owned and tags[at + 1 : at + 2] in (["IN"], ["RP"], [","], ["."], ["CC"]) else ""


_TELLING = wordset("reporting writing posting preaching blogging broadcasting campaigning")


def somebody_did(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether somebody without a name did it: "after somebody pulled down the flag"."""
    if at == 0 or lowers[at - 1] not in _SOMEBODY or aux_before(lowers, tags, at):
        return False
    return lowers[at + 1 : at + 2] not in (["by"], ["as"]) and lowers[at] not in _NAMED


_SOMEBODY = wordset("somebody someone nobody everybody everyone")
_NAMED = wordset("called named known said made seen found born aged surnamed involved connected close")
