"""Who a headline names for what it tells, behind a dash or colon or before a colon: "Nine held in Orsk - sources".

Rules: see RULES.
- Only a bare name of those who tell ("sources", "rights group", "UN report"), never "a teacher" or a topic.
"""

from __future__ import annotations

from testigo.reading.chunks import FINITE, head_of
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.view import View

RULES = (
    (
        "cue.headline",
        "a headline is told by those whom it names behind a dash or colon, or before its colon",
        "Nine held in Orsk - sources",
    ),
)
_MARKS = frozenset({"-", "–", "—", ":"})
_TELLERS = wordset(
    "source sources witness witnesses official officials resident residents relatives lawyer lawyers activists group groups"
    " monitor monitors watchdog report reports media ngo ngos un police ministry"
)
_MOST = 4  # words of a name


def headline_cues(view: View) -> list[Told]:
    """The telling that a headline makes by a bare name at its end or head; none outside headlines."""
    if view.sentence.block.kind not in ("title", "heading"):
        return []
    marks = [n for n in range(1, len(view.tokens) - 1) if view.lower(n) in _MARKS and not view.zones[n]]
    end = len(view.tokens) - (view.lower(len(view.tokens) - 1) == ".")
    for who, told in [((at + 1, end), (0, at)) for at in marks[-1:]] + [
        ((0, at), (at + 1, end)) for at in marks[:1] if view.lower(at) == ":"
    ]:
        acts = any(view.tokens[n].tag in FINITE or view.tokens[n].tag == "VBN" for n in range(*told))
        content = view.trimmed(*told) if acts and _tells(view, who) else None
        if content is not None:
            span, index = view.span(*who), view.sentence.index
            return [Told(span, "say", "say", span, span, (content,), index, who[0], "cue.headline", "b")]
    return []


def _tells(view: View, who: tuple[int, int]) -> bool:
    """Whether words are a bare name of those who tell."""
    base = view.chunks.noun_from.get(who[0])
    if (
        base is None
        or base != who
        or who[1] - who[0] > _MOST
        or view.tokens[who[0]].tag in ("DT", "CD", "PRP$")
    ):
        return False
    head = view.tokens[head_of(view.tokens, base)]
    return head.lower in _TELLERS
