"""The verb of an order or law that was taken for a noun, told by the order at the head of the sentence.

Rules:
- "A notice of the harbor office, dated May 3, orders inspectors to", "The decree, which he signed, sets free": verbs.
- "A rule that the ministry sent out in May instructs schools to": of the two, "sent" tells which rule, "instructs" is the verb.
- "Fourth, wardens who" counts the points, it is no fourth warden.
- "Decree 349 requires", "Decree No. 4 bans": an order with its number is no command to the reader.
"""

from __future__ import annotations

from testigo.reading.finite import FINITE
from testigo.reading.lists import wordset

_ORDERS = wordset(
    "order circular notice letter decree directive instruction law regulation announcement decision rule rules bill resolution"
    " ordinance edict statute act amendment amendments proclamation memo memorandum guideline guidelines mandate code"
)
_LAYS = wordset(
    "orders bars sets bans limits forbids requires obliges exempts threatens instructs provides allows permits asks tells keeps"
    " calls fines demands frees rules names lists grants spares halts stops lifts"
)
_HEAD = frozenset({"DT", "JJ", "NN", "NNP", "NNS", "NNPS", "VBN", "PRP$", "POS", "CD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_COUNTING = wordset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_NUMBER = frozenset({"no.", "no", "number", "nos.", "nr."})
_MOST = 3  # commas before the verb: "dated May 3, 2021,"


def order_tags(lowers: list[str], tags: list[str]) -> None:
    """Mend the verb that the order at the head of a sentence has."""
    if len(tags) < 4:
        return
    at = 1 if tags[0] in ("``", "''") else 0
    if lowers[at] in _COUNTING and lowers[at + 1] in (",", ":"):
        tags[at] = "RB"
    if (lowers[0] in _ORDERS or lowers[0] == "report") and "CD" in (
        tags[1],
        tags[2] if lowers[1] in _NUMBER else "",
    ):
        tags[0] = "NN"
    head = next((n for n in range(min(6, len(tags))) if lowers[n] in _ORDERS and tags[n] in _NOUNS), -1)
    if head < 0 or not _HEAD.issuperset(tags[:head]):
        return
    _told_which(lowers, tags, head)
    _joined(lowers, tags, head)
    _made_by(lowers, tags, head)
    if tags[head + 1 : head + 2] == ["NNS"] and lowers[head + 1] in _LAYS and _takes(tags, head + 2):
        tags[head + 1], tags[head + 2] = "VBZ", "VBN"
        return
    commas = 0
    for at in range(head + 1, len(tags) - 1):
        commas += tags[at] == ","
        if commas > _MOST or (not commas and tags[at] in FINITE):
            return
        behind = tags[at - 1] == "," and commas > 1
        if behind and tags[at] in FINITE:
            return
        if behind and tags[at] == "NNS" and lowers[at] in _LAYS:
            tags[at] = "VBZ"
            return


def _joined(lowers: list[str], tags: list[str], head: int) -> None:
    """The second verb of an order: "It was issued by the committee and bans sermons", "was read out and limits visits"."""
    if not any(tag in FINITE for tag in tags[head:]):
        return
    for at in range(head + 3, len(tags) - 1):
        joined = lowers[at - 1] == "and" and tags[at] == "NNS" and lowers[at] in _LAYS
        if joined and tags[at + 1] in _OBJECT and any(tag in FINITE for tag in tags[head:at]):
            tags[at] = "VBZ"
            return


def _made_by(lowers: list[str], tags: list[str], head: int) -> None:
    """What an order says of its making before its verb: "An order signed in May by Marshal Ko bars students"."""
    made = head + 1
    if made >= len(tags) or lowers[made] not in _MADE or not FINITE.isdisjoint(tags[made + 1 :]):
        return
    for at in range(made + 2, len(tags) - 1):
        lays = tags[at] == "NNS" and lowers[at] in _LAYS and tags[at - 1] in _NOUNS | {"CD"}
        if lays and tags[at + 1] in _OBJECT:
            tags[made], tags[at] = "VBN", "VBZ"
            return


_MADE = wordset("issued signed adopted passed published circulated drafted approved sent given dated")
_OBJECT = frozenset({"NN", "NNS", "NNP", "DT", "PRP$", "CD", "JJ"})


def _takes(tags: list[str], at: int) -> bool:
    """Whether a past form only tells of the noun behind it: "The order bans imported cars"."""
    return tags[at : at + 1] in (["VBD"], ["VBN"]) and tags[at + 1 : at + 2] in (["NN"], ["NNS"])


def _told_which(lowers: list[str], tags: list[str], head: int) -> None:
    """A past form behind "that" tells which order: "A rule that the ministry sent out in May instructs schools"."""
    if head + 3 >= len(tags) or lowers[head + 1] not in ("that", "which"):
        return
    past = next((n for n in range(head + 3, min(head + 9, len(tags))) if tags[n] in FINITE | {"VBN"}), -1)
    if past < 0 or tags[past] != "VBN" or tags[past - 1] not in _NOUNS:
        return
    later = next((n for n in range(past + 1, len(tags)) if tags[n] in FINITE or tags[n] in (",", ":")), -1)
    if later > 0 and tags[later] == "VBZ":
        tags[head + 1], tags[past] = "WDT", "VBD"
