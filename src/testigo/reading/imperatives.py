"""Commands in the words of whoever gives them: “Do not leave your homes,” police told residents.

Rules:
- A base form at the head of a quotation, or of a sentence in one, with no subject commands; "do not" and "don't" forbid.
- What is commanded is intended, and what is forbidden is not denied.
- It is a clause of an order where the text of an order says it, or people in authority tell, order or warn others so.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.order_groups import levels, people
from testigo.reading.order_reach import Norm, clause_end
from testigo.reading.view import View

_QUOTES = frozenset("“\"‘«'")
_POLITE = wordset("please just so and now")
_COURTESY = wordset(
    "let thank excuse forgive look see listen help imagine remember believe trust god tell ask"
)
TELLING = wordset("tell order warn instruct announce shout command direct")


def is_imperative(view: View, group: VerbGroup) -> bool:
    """Whether a verb commands at the head of quoted words: "“Go home”", "“Don’t talk to strangers”"."""
    first = view.tokens[group.first]
    if group.modal or group.passive or group.perfect or not view.zones[group.first]:
        return False
    if first.tag != "VB" and not (group.negated and first.lower == "do"):
        return False
    at = group.first - 1
    while at >= 0 and view.lower(at) in _POLITE:
        at -= 1
    after = view.tokens[group.last].tag if group.last < len(view.tokens) else ""
    opens = at < 0 or view.tokens[at].text in _QUOTES
    return opens and not (after == "PRP" and view.lower(group.last) in ("you", "we", "they", "i"))


def commands(view: View, first: int, last: int) -> list[Norm]:
    """What is commanded at the head of quoted words between two tokens, as a clause."""
    for group in view.chunks.verbs:
        if not first <= group.first < last or not is_imperative(view, group):
            continue
        if view.tokens[group.main].lemma in _COURTESY:
            return []
        end = clause_end(view, group, last)
        modality, rule = ("forbid", "order.ban") if group.negated else ("require", "order.command")
        groups = people(view, group.last, end)
        return [Norm(group.first, end, modality, groups, rule, group.first, levels(view, group.first, end))]
    return []
