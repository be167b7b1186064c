"""What an order or law brings about, which is not what it lays down: "The rule left many families without income".

Rules:
- Who is left without something, confused or poor is so by the order; who is left out or off is spared by it.
- To raise fears or questions, to set off a rush, to set a precedent lays nothing down.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.lists import wordset
from testigo.reading.view import View

_FEELINGS = wordset(
    "fear concern question hope alarm anger doubt suspicion tension outcry panic worry anxiety uproar controversy debate awareness"
    " eyebrow criticism issue objection"
)
_SETS = wordset("precedent tone stage example scene back off")
_NEAR = 8  # words behind the verb


def brings_about(view: View, group: VerbGroup) -> bool:
    """Whether a verb with an order as its subject tells what came of it."""
    lemma = view.tokens[group.main].lemma
    if lemma == "leave":
        near = view.lowers[group.last : group.last + _NEAR]
        past = group.perfect or view.tokens[group.first].tag == "VBD"
        spares = "out" in near or "off" in near or "it" in near[:1] or "to" in near[2:]
        return "without" in near or (past and not spares)
    base = view.chunks.noun_from.get(group.last)
    if lemma == "set":
        what = view.tokens[head_of(view.tokens, base)].lemma if base is not None else ""
        return view.lower(group.last) in _SETS or what in _SETS
    return (
        lemma == "raise" and base is not None and view.tokens[head_of(view.tokens, base)].lemma in _FEELINGS
    )
