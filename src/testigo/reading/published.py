"""Who stands behind a text that tells: "the centre published a report documenting that ..." is the centre, then its report.

Rules: see RULES, each with an example.
- A text that somebody only adopted, wrote about or cited is no text of his.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import head_of
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.view import View

RULES = (
    (
        "cue.published",
        "who publishes a text stands behind what the text tells",
        "The centre published a report documenting that men were beaten.",
    ),
)

_PUBLISHING = wordset(
    "publish release issue present produce compile submit circulate post broadcast write unveil deliver send update"
)


def publishing(view: View, found: list[Told]) -> list[Told]:
    """One telling more for each text in `found` that the sentence says somebody published."""
    more: list[Told] = []
    for told in found:
        base = _text(view, told)
        group = view.chunks.verb_at(base[0] - 1) if base is not None and base[0] else None
        if base is None or group is None or group.passive or view.tokens[group.main].lemma not in _PUBLISHING:
            continue
        who = subject(view.chunks, group, view.bounds(group.first)[0]) if group.finite else None
        if who is None or who[1] > group.first or view.tokens[who[0]].tag in ("WP", "WDT", "EX"):
            continue
        span, cue = view.span(*who), view.span(group.first, group.last)
        start, end = view.tokens[base[0]].start, max(c.end for c in told.contents)
        if end <= start:
            continue  # what is told stands before: "“We were there,” she wrote in a book"
        reach = Span(start, end)
        index, lemma = view.sentence.index, view.tokens[group.main].lemma
        more.append(Told(cue, "say", lemma, span, span, (reach,), index, group.first, "cue.published", "t"))
    return more


def _text(view: View, told: Told) -> tuple[int, int] | None:
    """The base phrase of the text that tells, or None where it is no text."""
    if told.named is None or not told.contents:
        return None
    first, _ = view.sentence.tokens_in(told.named)
    base = view.chunks.noun_from.get(first)
    if base is None:
        return None
    head = view.tokens[head_of(view.tokens, base)].lemma
    return base if lexicon.source_kinds().get(head) == "document" else None
