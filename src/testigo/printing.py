"""How claims look in a terminal: a table per report, and a report with its rules in the margin.

Rules:
- What is shown is the report's own words; ids and normalised values stand behind them in brackets.
- Nothing that comes from a report can steer the terminal: control characters are shown as such.
- An empty cell is a part that the report does not state, or that the reader could not find.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from testigo.claim import Claim, Filler, Reading, Source
from testigo.directive import Directive
from testigo.report import Report

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

STATUS_STYLE = {
    "asserted": "", "reported": "", "hedged": "yellow", "speculated": "yellow", "denied": "red", "intended": "cyan",
}  # fmt: skip


def plain(text: str, most: int = 0) -> str:
    """The text on one line, without control characters; cut to `most` characters with an ellipsis, 0 for no cut."""
    line = " ".join(text.split())
    line = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line)
    return line if not most or len(line) <= most else line[: most - 1].rstrip() + "…"


def chain(sources: tuple[Source, ...]) -> str:
    """Through whom: outermost first, each by its fullest words."""
    return " → ".join(plain(s.refers_text or s.text, 60) for s in sources) or "(the publisher)"


def filler(value: Filler) -> str:
    """The words of a value, with what they were resolved to."""
    resolved = value.value or value.form or value.id
    if value.duration:
        resolved = f"{value.form}, {value.duration}" if value.form else value.duration
    return plain(value.refers_text or value.text, 70) + (f" [{resolved}]" if resolved else "")


def fillers(values: Iterable[Filler]) -> str:
    """Several values on lines of their own."""
    return "\n".join(filler(v) for v in values)


def who(claim: Claim) -> str:
    """Actor and target as one cell."""
    actor, target = fillers(claim.actor), fillers(claim.target)
    return f"{actor} → {target}" if actor and target else actor or (f"→ {target}" if target else "")


def where_when(claim: Claim) -> str:
    """Place and time as one cell."""
    return "\n".join(part for part in (fillers(claim.place), fillers(claim.time)) if part)


def for_what(claim: Claim) -> str:
    """Charge, punishment and quantity as one cell."""
    parts = (fillers(claim.charge), fillers(claim.punishment), fillers(claim.quantity))
    return "\n".join(part for part in parts if part)


def heading(report: Report, reading: Reading | None) -> str:
    """Title, publisher, date and counts of a report in one line."""
    when = report.published or "date of publication unknown"
    counts = "not read yet"
    if reading is not None:
        counts = f"{len(reading.claims)} claims"
        if reading.directives:
            counts += f", {len(reading.directives)} order" + ("s" if len(reading.directives) > 1 else "")
    return f"{plain(report.title or 'without a title')}\n{plain(report.publisher or 'publisher unknown')} · {when} · {counts}"


def claims_table(report: Report, reading: Reading) -> Table:
    """The claims of one report as a table for the terminal."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(heading(report, reading)), title_justify="left", title_style="bold", pad_edge=False,
                  show_lines=True, expand=True)  # fmt: skip
    columns = (("", 3), ("according to", 18), ("how firmly", 10), ("what", 14), ("who → to whom", 28),
               ("where, when", 20), ("for what, how much", 20))  # fmt: skip
    for name, width in columns:
        table.add_column(name, min_width=min(width, 10) if name else 2, ratio=width, overflow="fold")
    for number, claim in enumerate(reading.claims, 1):
        style = STATUS_STYLE.get(claim.status, "")
        status = f"[{style}]{claim.status}[/]" if style else claim.status
        what = claim.act if claim.kind == "event" else f"{claim.kind}: {claim.act}" if claim.act != claim.kind else claim.kind
        cells = (chain(claim.sources), None, what, who(claim), where_when(claim), for_what(claim))
        table.add_row(str(number), *(status if c is None else escape(c) for c in cells))
    return table


def directive_lines(directive: Directive) -> str:
    """An order with its clauses, one a line."""
    issuer = filler(directive.issuer) if directive.issuer else "issuer not told"
    issued = filler(directive.issued) if directive.issued else "date not told"
    to = ", ".join(filler(a) for a in directive.addressee) or "addressee not told"
    lines = [f"Order: {issuer} → {to}, {issued}"]
    for clause in directive.clauses:
        extra = ""
        if clause.groups:
            extra += " · concerns " + "; ".join(filler(g) for g in clause.groups)
        if clause.levels:
            extra += f" · levels {clause.levels[0]} to {clause.levels[1]}"
        lines.append(f"  {clause.modality:8} {clause.measure or '':14} {extra}")
    lines += [f"  passed on: {plain(step.text, 100)}" for step in directive.transmission]
    return "\n".join(lines)


def reading_view(report: Report, reading: Reading) -> RenderableType:
    """Everything `show` and `read` print of one report."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = []
    if reading.claims:
        parts.append(claims_table(report, reading))
    else:
        parts.append(Text(heading(report, reading)))
    parts += [Text(directive_lines(directive)) for directive in reading.directives]
    parts += [Text(f"note: {note}", style="yellow") for note in (*report.notes, *reading.notes)]
    return Group(*parts, Text(""))
