"""Tags of what several people do, taken for a base form: "widows who live alone | pay nothing".

Rules:
- A base form behind "who" and a quotation mark, or behind "and" and a verb in the present, is a verb in the present, too.
- What is demanded that each does is a base form: "demanded that every unit | hand in five rifles".
- A participle behind "that failed to comply" is a verb in the past, where no other verb follows that it could tell of.
- A base form behind "who" and its verb is the verb of those who are meant, where no word before it governs a base form.
"""

from __future__ import annotations

from testigo.reading.lemmas import is_verb
from testigo.reading.lists import wordset

_WITH_BARE = wordset(
    "help make let see hear watch have dare need do does did makes lets helps sees hears made helped saw"
)
_BEHIND = frozenset({"RB", "JJ", "NN", "NNS", "NNP", "CD", "RP"})


def of_those_who(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of a verb whose subject has a relative clause of its own, or ""."""
    if tags[at] != "VB" or at < 2:
        return ""
    if lowers[at] == "have" and lowers[at + 1 : at + 2] == ["to"] and tags[at - 1] in ("VB", "VBG", "RP"):
        return "VBP"  # "those unable to go | have to pay"
    if tags[at - 1] == "``" and lowers[at - 2] == "who":
        return "VBP"
    if at < 4 or tags[at - 1] not in _BEHIND:
        return ""
    for n in range(at - 2, max(1, at - 12), -1):
        if tags[n] in ("VBP", "VBD") and lowers[n - 1] == "who" and "NNS" in tags[max(0, n - 5) : n - 1]:
            so = lowers[n] in ("do", "did") and lowers[n + 1] in ("so", "this", "that")
            return "" if lowers[n] in _WITH_BARE and not so else "VBP"
        if tags[n] in ("MD", "TO", "CC", ",") or tags[n].startswith("VB"):
            return ""
    return ""


def _past(tags: list[str], at: int) -> bool:
    """Whether a participle is the one finite verb of those who are meant: "Providers that failed to comply | faced closure"."""
    if (
        tags[at] != "VBN"
        or tags[at - 1] != "VB"
        or tags[at + 1 : at + 2] == []
        or tags[at + 1] not in _OBJECT
    ):
        return False
    if any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags[at + 1 :]):
        return False
    return any(
        tags[n] == "VBD" and tags[n - 1] in ("WP", "WDT", "IN") and tags[n - 2] in ("NNS", "DT")
        for n in range(at - 2, max(1, at - 9), -1)
        if tags[n + 1] == "TO"
    )


_OBJECT = frozenset({"DT", "NN", "NNS", "JJ", "CD", "PRP$"})


def joined(lowers: list[str], tags: list[str]) -> None:
    """Mend the base forms that are joined to a verb in the present, and those that are demanded, in place."""
    for at in range(4, len(tags)):
        if _past(tags, at):
            tags[at] = "VBD"
        if tags[at] == "NN" and tags[at - 1] == "NN" and _demanded(lowers, tags, at):
            tags[at] = "VB"
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


def _demanded(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a noun behind another is what each is to do: "demanded that every unit | hand in five rifles"."""
    if not is_verb(lowers[at]) or tags[at + 1 : at + 2] not in (["IN"], ["RP"], ["DT"], ["CD"], ["PRP$"]):
        return False
    that = next((n for n in range(at - 1, max(0, at - 7), -1) if lowers[n] == "that"), 0)
    if not that or lowers[that - 1] not in _DEMANDED or lowers[that + 1] not in ("each", "every", "all"):
        return False
    rest = tags[that + 1 :]
    end = next((n for n, tag in enumerate(rest) if tag in (",", ".", ":")), len(rest))
    return not any(tag in ("VBZ", "VBP", "VBD", "MD", "VB") for tag in rest[:end])


_DEMANDED = wordset(
    "demanded demands demand ordered orders required requires insisted insists asked asks instructed decreed directed"
)
