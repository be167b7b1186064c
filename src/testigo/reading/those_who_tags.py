"""Tags of what those who are meant do, taken for a base form: "widows who live alone | pay nothing".

Rules:
- A base form behind "who" and its verb is the verb of those who are meant, where no word before it governs a base form.
"""

from __future__ import annotations

from testigo.reading.lists import wordset

_WITH_BARE = wordset(
    "help make let see hear watch have dare need do does did makes lets helps sees hears made helped saw"
)
_BEHIND = frozenset({"RB", "JJ", "NN", "NNS", "NNP", "CD", "RP"})


def of_those_who(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of a verb whose subject has a relative clause of its own, or ""."""
    if tags[at] != "VB" or at < 4 or tags[at - 1] not in _BEHIND:
        return ""
    for n in range(at - 2, max(1, at - 12), -1):
        if tags[n] in ("VBP", "VBD") and lowers[n - 1] == "who" and tags[n - 2] == "NNS":
            return "" if lowers[n] in _WITH_BARE else "VBP"
        if tags[n] in ("MD", "TO", "CC", ",") or tags[n].startswith("VB"):
            return ""
    return ""
