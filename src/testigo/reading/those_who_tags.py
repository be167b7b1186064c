"""Tags of what several people do, taken for a base form: "widows who live alone | pay nothing".

Rules:
- A base form behind "who" and a quotation mark, or behind "and" and a verb in the present, is a verb in the present, too.
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
    if tags[at] != "VB" or at < 2:
        return ""
    if tags[at - 1] == "``" and lowers[at - 2] == "who":
        return "VBP"
    if at < 4 or tags[at - 1] not in _BEHIND:
        return ""
    for n in range(at - 2, max(1, at - 12), -1):
        if tags[n] in ("VBP", "VBD") and lowers[n - 1] == "who" and tags[n - 2] == "NNS":
            so = lowers[n] in ("do", "did") and lowers[n + 1] in ("so", "this", "that")
            return "" if lowers[n] in _WITH_BARE and not so else "VBP"
        if tags[n] in ("MD", "TO", "CC", ",") or tags[n].startswith("VB"):
            return ""
    return ""


def joined(lowers: list[str], tags: list[str]) -> None:
    """Mend the base forms that are joined to a verb in the present, in place."""
    for at in range(4, len(tags)):
        if tags[at] == "VB" and lowers[at - 1] == "and" and _in_present(lowers, tags, at):
            tags[at] = "VBP"


def _in_present(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form is joined to a verb in the present: "The rules forbid parties and ask foremen to check phones"."""
    for n in range(at - 2, max(0, at - 9), -1):
        if tags[n] == "VBP" and lowers[n] not in _WITH_BARE and tags[n - 1] in ("NNS", "NNPS"):
            return True
        if tags[n] in ("MD", "TO", ",", ":", "IN") or tags[n].startswith("VB"):
            return False
    return False
