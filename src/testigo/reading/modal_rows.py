"""Base forms behind "should" and "must": across adverbs, and in the row of verbs that share the modal.

Rules:
- A present form behind a modal and its adverbs is a base form: "must immediately and unconditionally release".
- So is one that a comma, "and" or an adverb alone parts from what the modal told before: "must release her, drop all charges".
- "beat", "hit", "put" behind "and" go on with a past tense: "Police arrested and beat two men".
- "dead" behind "shot" belongs to it: "shot dead a radio host".
- A name "faces" what stands behind it: "Kovan faces charges".
- The same holds behind "allowed to", "ordered to": "are not allowed to sing, gather, or march".
- "20 face the death penalty" and "the nine accused were" have a verb and a noun.
- "free" behind a modal and before whom it is about is a verb: "should free the nurses", "refused to free her".
"""

from __future__ import annotations

from testigo.reading.lemmas import is_verb
from testigo.reading.lists import wordset

_JOINS = wordset("and or")
_CALLS = wordset("should must shall")
_ADVERBS = frozenset({"RB", "RBR"})
_WHOM = frozenset({"DT", "CD", "PRP", "PRP$", "NNP", "NNPS", "NNS"})
_RELATIVE = frozenset({"WP", "WDT", "WRB"})
_LAID = wordset(
    "allowed permitted forbidden banned barred required obliged ordered told instructed supposed"
)  # "are not allowed to sing, gather, or"
_ENDS = frozenset({".", ":", "VBD", "VBZ", "WP", "WDT", "WRB", "WP$"})


def modal_rows(lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place. lowers: its words in lower case."""
    _commands(lowers, tags)
    behind = False  # a modal that says what somebody is to do
    for at, tag in enumerate(tags):
        tag = tags[at] = _beside(lowers, tags, at)  # noqa: PLW2901
        if tag == "MD":
            behind = lowers[at] in _CALLS and _RELATIVE.isdisjoint(tags[max(0, at - 5) : at])
            first = past_adverbs(tags, lowers, at + 1)
            if first < len(tags):
                tags[first] = _base(lowers, tags, first)
        elif tag in _ENDS or lowers[at] == ";":
            behind = False
        elif tag == "TO" and lowers[at - 1] in _LAID and tags[at + 1 : at + 2] == ["VB"]:
            behind = True
        elif behind and tag == "VBP" and is_verb(lowers[at]) and _is_joined(lowers, tags, at):
            tags[at] = "VB"


def _beside(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of a word that the words beside it show."""
    word, tag = lowers[at], tags[at]
    if word not in _LOOKED_AT or not 0 < at < len(tags) - 1:
        return tag
    before, after = tags[at - 1], tags[at + 1]
    if word == "faces" and tag == "NNS" and before == "NNP" and after in _FACED:
        tags[at + 1] = "NNS" if lowers[at + 1] == "charges" else after
        return "VBZ"
    if word == "face" and tag == "NN" and before in _SEVERAL and after in ("DT", "CD", "NNS", "JJ"):
        return "VBP"
    if word == "free" and tag == "JJ" and before == "TO":
        return "VB" if after in _SOMEBODY or lowers[at + 1] in _HELD else tag
    if word == "accused" and before == "CD" and after in _AFTER_SUBJECT:
        return "NNS"
    if word == "dead" and lowers[at - 1] in _STRUCK and after != ".":
        return "RP"
    if word in _SAME_IN_THE_PAST and at > 2 and tag in ("VB", "VBD"):
        return _same_form(lowers, tags, at)
    return tag


def _commands(lowers: list[str], tags: list[str]) -> None:
    """A noun at the head of quoted words and before "all", "your" is a verb: "“Report all phones”", "“Hand in your keys”"."""
    for at, tag in enumerate(tags):
        if tag not in ("NN", "NNP", "NNS") or not is_verb(lowers[at]) or (at and tags[at - 1] != "``"):
            continue
        behind = at + 1 + (lowers[at + 1 : at + 2] in (["in"], ["over"], ["up"], ["down"]))
        if lowers[behind : behind + 1] in (["all"], ["your"], ["any"], ["every"], ["no"]) and at:
            tags[at] = "VB"


def past_adverbs(tags: list[str], lowers: list[str], at: int) -> int:
    """Past adverbs, and an "and" between two of them: "immediately and unconditionally | release"."""
    while at < len(tags) and (
        tags[at] in _ADVERBS
        or (lowers[at] in _JOINS and tags[at - 1] in _ADVERBS and tags[at + 1 : at + 2] in (["RB"], ["RBR"]))
    ):
        at += 1
    return at


def _base(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of the word that a modal leads to."""
    if tags[at] == "VBP" and is_verb(lowers[at]):
        return "VB"
    free = lowers[at] == "free" and tags[at] == "JJ" and at + 1 < len(tags) and tags[at + 1] in _WHOM
    return "VB" if free else tags[at]


def _is_joined(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether nothing but a comma, "and" and adverbs parts a word from what stands before it."""
    start = at - 1
    while start > 0 and tags[start] in _ADVERBS:
        start -= 1
    if start > 1 and lowers[start] in _JOINS and tags[start - 1] in _ADVERBS and tags[start + 1] in _ADVERBS:
        return _is_joined(lowers, tags, start)
    return lowers[start] == "," or (start < at - 1 and lowers[start] in _JOINS)


def _same_form(lowers: list[str], tags: list[str], at: int) -> str:
    """Whether "beat" is a base form or a past tense: "to catch and beat him", "arrested and beat two men"."""
    if tags[at] == "VB":
        return "VBD" if _goes_on_past(lowers, tags, at) else "VB"
    aimed = lowers[at - 1] in _JOINS and (tags[at - 3], tags[at - 2]) == ("TO", "VB")
    return "VB" if aimed else "VBD"


def _goes_on_past(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word goes on behind "and" with the past tense before it, not with "did", "made him" or a modal."""
    start = at - 1
    while start > 0 and tags[start] in _ADVERBS:
        start -= 1
    if start < 1 or lowers[start] not in _JOINS:
        return False
    verb = next((n for n in range(start - 1, max(-1, start - 12), -1) if tags[n] in _VERBAL), -1)
    return verb >= 0 and tags[verb] == "VBD" and lowers[verb] not in _WITH_BASE


_AFTER_SUBJECT = frozenset({"VBD", "VBP", "MD", "TO", ".", ","})  # "the nine accused were tried"
_STRUCK = wordset("shot shoot shoots shooting gunned hacked")
_FACED = frozenset({"VBZ", "NNS", "NN", "DT", "CD", "JJ"})
_SAME_IN_THE_PAST = wordset("beat hit put shut cut hurt")
_LOOKED_AT = _SAME_IN_THE_PAST | {"faces", "face", "accused", "dead", "free"}
_SOMEBODY = _WHOM - {"NNS"}
_HELD = wordset(
    "prisoners detainees hostages inmates captives activists journalists reporters protesters students"
)
_SEVERAL = frozenset({"CD", "NNS", "NNPS"})
_VERBAL = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "MD", "TO"})
_WITH_BASE = wordset("did made let helped saw heard watched had")
