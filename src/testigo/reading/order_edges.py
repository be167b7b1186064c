"""Where the words of an order's clause end for whoever tells it: "Shops must close | , according to a trader".

Rules:
- Who tells a clause behind it, and by which verb, is no part of it, nor a group that it names.
- What is told goes on behind a teller in the middle ("Residents, a source said, must report strangers").
"""

from __future__ import annotations

from testigo.reading.order_reach import Norm
from testigo.reading.spoken import Speakers
from testigo.reading.view import View
from testigo.value import replace

_LEAST = 3  # words of a clause
_BEHIND = ("", "b")  # "according to a source", "a source said" behind what is told


def without_teller(spoken: Speakers, view: View, norm: Norm) -> Norm:
    """A clause without whoever tells it behind it."""
    start, last = view.tokens[norm.first].start, norm.last
    for link in spoken.links_by.get(view.sentence.index, ()):
        if link.told.frame not in _BEHIND or not view.sentence.span.contains(link.source.span):
            continue
        for content in link.contents:
            if not content.start <= start < content.end <= link.source.span.start:
                continue
            _, end = view.sentence.tokens_in(content)
            if norm.first + _LEAST <= end < last and norm.verb < end:
                last = end
    if last == norm.last:
        return norm
    return replace(norm, last=last, groups=tuple(group for group in norm.groups if group[0] < last))
