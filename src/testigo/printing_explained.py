"""How a reading explains itself in a terminal: the report, with every value found in it and the rule that found it.

Rules:
- What was found stands behind the clause that states it: claims first, then clauses of orders, numbered as the orders are.
- The first clause of an order also says who gave it to whom, and through whom it is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.claim import SLOTS, Claim, Overruled, Reading
from testigo.directive import Clause, Directive
from testigo.printing import filler, heading, plain
from testigo.report import Report

if TYPE_CHECKING:
    from rich.console import RenderableType


def explained(report: Report, reading: Reading) -> RenderableType:
    """The text, each clause that states a claim or is one of an order followed by what was found there and by which rule."""
    from rich.console import Group
    from rich.text import Text

    ends: dict[int, list[str]] = {}
    for claim in reading.claims:
        ends.setdefault(claim.span.end, []).append(margin(claim))
    for number, order in enumerate(reading.directives, 1):
        for at, clause in enumerate(order.clauses):
            lines = [*(given(number, order) if not at else ()), clause_margin(number, clause)]
            ends.setdefault(clause.span.end, []).append("\n".join(lines))
    parts: list[RenderableType] = [Text(heading(report, reading), style="bold")]
    for block in report.blocks:
        if block.kind not in ("title", "heading", "body"):
            parts.append(
                Text(f"[{block.kind}: {block.rule}] {plain(block.span.of(report.text), 100)}", style="dim")
            )
            continue
        at = block.span.start
        for end in sorted(e for e in ends if block.span.start < e <= block.span.end):
            parts.append(Text(plain(report.text[at:end])))
            parts += [Text(lines, style="cyan") for lines in ends[end]]
            at = end
        if plain(report.text[at : block.span.end]):
            parts.append(Text(plain(report.text[at : block.span.end])))
    if reading.set_aside:
        parts.append(
            Text("left out by the second opinion, as no claim or no clause of an order:", style="dim")
        )
        parts += [
            Text(f"    | “{plain(one.span.of(report.text), 60)}” {_act(one)}", style="dim")
            for one in reading.set_aside
        ]
    return Group(*parts, Text(""))


def _act(found: Overruled) -> str:
    """As in "event/release (verb.release)"."""
    return f"{found.kind}/{found.act} ({found.rule})"


def margin(claim: Claim) -> str:
    """What was found at a clause, part by part, each with its rule."""
    lines = [f"    | {claim.kind}/{claim.act} ({claim.rule})"]
    if claim.instead is not None:
        lines.append(f"    |   the rules took it for {_act(claim.instead)}")
    lines += [
        f"    |   according to {plain(s.refers_text or s.text)} [{s.kind}] ({s.rule})" for s in claim.sources
    ]
    lines += [f"    |   {layer.status} ({layer.rule})" for layer in claim.firmness] or [
        f"    |   {claim.status}"
    ]
    for slot in SLOTS:
        for value in getattr(claim, slot):
            why = f", {value.unknown}" if value.unknown else ""
            lines.append(f"    |   {slot}: {filler(value)} ({value.rule}{why})")
    lines += [
        f"    |   left out of {one.slot} by the second opinion: {plain(one.text, 60)} ({one.rule})"
        for one in claim.left_out
    ]
    return "\n".join(lines)


def given(number: int, order: Directive) -> list[str]:
    """What was found of an order beside its clauses, part by part, each with its rule."""
    lines = [f"    | order {number} ({order.rule})"]
    lines += [
        f"    |   according to {plain(s.refers_text or s.text)} [{s.kind}] ({s.rule})" for s in order.sources
    ]
    parts = (
        ("issued by", (order.issuer,)),
        ("to", order.addressee),
        ("issued", (order.issued,)),
        ("passed on", order.transmission),
    )
    return lines + [
        f"    |   {name}: {filler(one)} ({one.rule})"
        for name, some in parts
        for one in some
        if one is not None
    ]


def clause_margin(number: int, clause: Clause) -> str:
    """What was found at a clause of an order, part by part, each with its rule."""
    lines = [f"    | order {number} {clause.does}: {clause.measure or 'measure not known'} ({clause.rule})"]
    if clause.levels:
        lines.append(f"    |   levels {clause.levels[0]} to {clause.levels[1]}")
    parts = (
        ("concerns", clause.groups), ("where", clause.territory), ("deadline", (clause.deadline,)), ("or else", (clause.penalty,)),
    )  # fmt: skip
    lines += [
        f"    |   {name}: {filler(one)} ({one.rule})"
        for name, some in parts
        for one in some
        if one is not None
    ]
    return "\n".join(lines)
