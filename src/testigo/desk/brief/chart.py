"""The small chart of a brief: bars by month around the order's day, in millimetres, for paper and page alike.

Rules:
- Full: in the month for sure; light: may be in it; a frame: probably not told yet. Grey months are told too little to be
  compared. The line is the order's day. The words under it say so.
- At most three years are drawn, around the order.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.trend import Change, Month

MONTHS, LEFT, UNDER, OVER = 36, 6.0, 4.0, 3.5


@dataclass(frozen=True, slots=True)
class Shape:
    """kind: "shade", "sure", "may", "untold", "rule", "order", "tick", "text". text: for "text" alone, from its left end."""

    kind: str
    x: float
    y: float
    w: float
    h: float
    text: str = ""


def months_of(change: Change) -> tuple[Month, ...]:
    """The months that are drawn: a year and a half on each side of the order, as far as there are."""
    months = change.months
    if len(months) <= MONTHS:
        return months
    at = next((n for n, m in enumerate(months) if m.side != "before"), len(months) - 1)
    start = min(max(0, at - MONTHS // 2), len(months) - MONTHS)
    return months[start : start + MONTHS]


def shapes(change: Change, width: float, height: float) -> tuple[Shape, ...]:
    """What is drawn into a box of so many millimetres; empty where there is no month."""
    months = months_of(change)
    if not months:
        return ()
    floor, top = height - UNDER, OVER
    highest = max(1.0, *(max(m.documented, m.corrected.value) for m in months))
    step = (width - LEFT) / len(months)
    out = [
        _rule(floor, width),
        _rule(top, width),
        Shape("text", 0, top + 0.8, 0, 0, f"{highest:.3g}"),
        Shape("text", 0, floor, 0, 0, "0"),
    ]
    for n, month in enumerate(months):
        out += _bar(month, LEFT + n * step, step, floor, (floor - top) / highest, top)
        if n == 0 or month.key.endswith("-01"):
            out += [Shape("tick", LEFT + n * step, floor, 0, 1.2), Shape("text", LEFT + n * step + 0.5, height - 0.6, 0, 0, month.key if n == 0 else month.key[:4])]  # fmt: skip
    return (*out, *_order(change, months, step, floor))


def _rule(y: float, width: float) -> Shape:
    return Shape("rule", LEFT, y, width - LEFT, 0)


def _bar(month: Month, x: float, step: float, floor: float, scale: float, top: float) -> list[Shape]:
    out = [Shape("shade", x, top, step, floor - top)] if month.under_reported else []
    left, wide = x + step * 0.14, step * 0.72
    for kind, value in (
        ("untold", month.corrected.value if month.under_reported else 0.0),
        ("may", month.documented),
        ("sure", float(month.sure)),
    ):
        if value > 0:
            out.append(Shape(kind, left, floor - value * scale, wide, value * scale))
    return out


def _order(change: Change, months: tuple[Month, ...], step: float, floor: float) -> list[Shape]:
    day = change.question.first
    found = [n for n, m in enumerate(months) if m.first <= day <= m.last]
    if not found:
        return []
    month = months[found[0]]
    share = (day.toordinal() - month.first.toordinal()) / max(
        1, month.last.toordinal() - month.first.toordinal() + 1
    )
    x = LEFT + (found[0] + share) * step
    return [Shape("order", x, 0.6, 0, floor - 0.6), Shape("text", x + 0.8, 2.6, 0, 0, day.isoformat())]
