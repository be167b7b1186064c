"""Marks what a relay changed in a text: spans in, safe HTML out; each mark leads to its counterpart in the other text.

Rules:
- Nothing of the text is lost, doubled or moved. Changes may lie in each other: a piece of text bears the kinds of all that hold it.
- The number stands where a change begins, and is the link; its spoken label says what changed and where it leads.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from testigo.claim import Span
from testigo.desk.marking import escape


@dataclass(frozen=True, slots=True)
class Mark:
    """One change in one text. side: "was" or "now"; label: spoken; leads: whether it has a counterpart in the other text."""

    number: int
    kind: str
    span: Span
    side: str
    label: str
    leads: bool


def marked(text: str, within: Span, marks: Sequence[Mark]) -> str:
    """One passage with the changes that fall into it."""
    here = [m for m in marks if m.span.overlaps(within)]
    points = {within.start, within.end}
    for mark in here:
        points |= {p for p in (mark.span.start, mark.span.end) if within.start < p < within.end}
    out = []
    for start, end in itertools.pairwise(sorted(points)):
        begins = [m for m in here if max(m.span.start, within.start) == start]
        active = [m for m in here if m.span.start < end and m.span.end > start]
        out.append("".join(_number(m) for m in begins))
        words = escape(text[start:end])
        kinds = " ".join(dict.fromkeys(f"change-{m.kind.replace(' ', '-')}" for m in active))
        out.append(f'<span class="changed {kinds}">{words}</span>' if active else words)
    return "".join(out)


def _number(mark: Mark) -> str:
    label = html.escape(mark.label, quote=True)
    other = "now" if mark.side == "was" else "was"
    if not mark.leads:
        return (
            f'<span class="change-number" id="{mark.side}-{mark.number}" title="{label}">{mark.number}</span>'
        )
    return (
        f'<a class="change-number" id="{mark.side}-{mark.number}" href="#{other}-{mark.number}" title="{label}"'
        f' aria-label="{label}">{mark.number}</a>'
    )
