"""Whom the network may not put in: who is only described by what opens a sentence, and who only came upon somebody killed."""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene


def only_found(mention: Mention) -> bool:
    """Whether who is told of only came upon somebody killed: "His body was found by villagers"."""
    clause = mention.clause
    return mention.trigger.act == "killing" and clause is not None and clause.lemma in _FINDING


_FINDING = wordset("find discover recover retrieve")


def describes(scene: Scene, part: Range, own: list[Range]) -> bool:
    """Whether words that open a sentence tell who somebody behind their comma is: "The founder of a group, Orr Tal was held"."""
    tokens = scene.tokens
    opens = part[0] < 2 and tokens[part[0]].tag in ("DT", "NN", "JJ", "PRP$")
    return opens and any(
        part[1] < one[0]
        and tokens[one[0] - 1].text == ","
        and not any(c.verb.finite and part[1] <= c.verb.first < one[0] for c in scene.clauses)
        for one in own
    )
