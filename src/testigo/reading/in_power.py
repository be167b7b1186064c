"""What only those in power do, which tells whom "they" stands for: "They made the villagers watch" is not said of prisoners.

Rules:
- Whatever is done against somebody by an authority: arrests, searches, trials, inquiries.
- What makes, lets or forbids others to do something: "They forced us to sign".
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention
from testigo.vocabulary import COERCION

_OF_POWER = frozenset(COERCION) | {"investigation"}
_RULING = ("policy", "order")
_MAKING = wordset("make force compel oblige coerce order allow let forbid prohibit permit demand require")


def only_in_power(mention: Mention) -> bool:
    """Whether only an authority does what is told: "arrested", "forced the villagers to watch"."""
    clause = mention.clause
    makes = clause is not None and not mention.noun and clause.lemma in _MAKING and clause.object is not None
    return mention.trigger.act in _OF_POWER or (mention.trigger.act in _RULING and makes)
