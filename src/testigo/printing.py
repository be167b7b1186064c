"""How claims look in a terminal: a table per report. With its rules in the margin: see printing_explained.

Rules:
- What is shown is the report's own words; ids and normalised values stand behind them in brackets.
- Nothing that comes from a report can steer the terminal: control characters are shown as such.
- An empty cell is a part that the report does not state, or that the reader could not find.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from testigo.claim import Claim, Filler, Reading, Source
from testigo.directive import Directive
from testigo.report import Report

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from testigo.archive.preserve import Outcome
    from testigo.casebook.values import Hit, ReportLine
    from testigo.trend import Change, Saying


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
        counts = f"{len(reading.claims)} claim" + ("" if len(reading.claims) == 1 else "s")
        if reading.directives:
            counts += f", {len(reading.directives)} order" + ("s" if len(reading.directives) > 1 else "")
    return f"{plain(report.title or 'without a title')}\n{plain(report.publisher or 'publisher unknown')} · {when} · {counts}"


def claims_table(report: Report, reading: Reading) -> Table:
    """The claims of one report as a table that still reads at 80 columns."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.HORIZONTALS, pad_edge=False, show_lines=True, expand=True)
    columns = (
        ("", 0, 3),
        ("says who, how firmly", 3, 15),
        ("what", 3, 15),
        ("who → to whom", 4, 16),
        ("where, when, for what", 4, 16),
    )
    for name, ratio, least in columns:
        table.add_column(name, min_width=least, ratio=ratio or None, overflow="fold")
    for number, claim in enumerate(reading.claims, 1):
        said = Text(f"{chain(claim.sources)}\n")
        said.append(claim.status, style=STATUS_STYLE.get(claim.status, ""))
        kind = "" if claim.kind in ("event", claim.act) else f"{claim.kind}: "
        what = Text(f"{kind}{claim.act}", style="bold")
        what.append(f"\n“{plain(claim.trigger.of(report.text), 40)}”", style="not bold")
        rest = "\n".join(part for part in (where_when(claim), for_what(claim)) if part)
        table.add_row(str(number), said, what, Text(who(claim)), Text(rest))
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
        if clause.territory:
            extra += " · where " + ", ".join(filler(f) for f in clause.territory)
        if clause.deadline:
            extra += f" · until {filler(clause.deadline)}"
        if clause.penalty:
            extra += f" · or else {filler(clause.penalty)}"
        lines.append(f"  {clause.does:8} {clause.measure or '':14} {extra}")
    lines += [f"  passed on: {plain(step.text, 100)}" for step in directive.transmission]
    return "\n".join(lines)


def reading_view(report: Report, reading: Reading, number: int | None = None) -> RenderableType:
    """Everything `show` and `read` print of one report. number: its number in the casebook."""
    from rich.console import Group
    from rich.text import Text

    name = f"Report {number}. " if number is not None else ""
    parts: list[RenderableType] = [Text(name + heading(report, reading), style="bold")]
    if reading.claims:
        parts.append(claims_table(report, reading))
    parts += [Text(directive_lines(directive)) for directive in reading.directives]
    parts += [Text(f"note: {note}", style="yellow") for note in (*report.notes, *reading.notes)]
    return Group(*parts, Text(""))


def reports_table(lines: Iterable[ReportLine]) -> RenderableType:
    """The reports of a casebook, one a line; what to do next where there is none."""
    from rich.markup import escape
    from rich.table import Table
    from rich.text import Text

    table = Table(pad_edge=False)
    for name in ("report", "published", "publisher", "title", "claims", "judged", "troubles"):
        table.add_column(
            name, justify="right" if name in ("report", "claims", "judged", "troubles") else "left"
        )
    for line in lines:
        claims = "not read" if line.unread or line.passed_over else str(line.claims)
        title = plain(line.title, 70) or (
            f"(no title: {plain(line.source, 60)})" if line.source else "(no title)"
        )
        cells = (str(line.id), line.published or "unknown", plain(line.publisher or "unknown", 24), title,
                 claims, str(line.judged), str(line.troubles or ""))  # fmt: skip
        table.add_row(*(escape(c) for c in cells))
    return table if table.row_count else Text("no reports yet: `testigo add FILE` brings some in")


def outcome_line(outcome: Outcome) -> str:
    """What became of an `add`, in one sentence."""
    return (
        f"{outcome.new} new original" + ("" if outcome.new == 1 else "s")
        + (f", {outcome.again} known already (another capture noted)" if outcome.again else "")
        + f", {outcome.size:,} bytes; {len(outcome.reports)} text" + ("" if len(outcome.reports) == 1 else "s")
    )  # fmt: skip


def trouble_lines(outcome: Outcome) -> list[str]:
    """What could not be done, one line each: the item, what happened, what to do."""
    return [
        f"{plain(t.item, 80)}: {plain(t.error)}" + (f" ({plain(t.hint)})" if t.hint else "")
        for t in outcome.troubles
    ]


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """What became of an `add`, for a program."""
    return {
        "originals": list(outcome.originals), "reports": list(outcome.reports), "new": outcome.new, "again": outcome.again,
        "bytes": outcome.size, "limits_in_force": dict(outcome.in_force),
        "troubles": [{"step": t.step, "item": t.item, "error": t.error, "hint": t.hint} for t in outcome.troubles],
    }  # fmt: skip


def hits_view(hits: Iterable[Hit], total: int) -> RenderableType:
    """What a search found: each report with the sentence of its first hit."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = [Text(f"{total} report" + ("" if total == 1 else "s"), style="bold")]
    for hit in hits:
        about = f"{hit.report}  {plain(hit.title, 90)} ({plain(hit.publisher or 'publisher unknown')}, {hit.published or 'date unknown'})"
        words = Text("   " + plain(hit.before, 0))
        words.append(
            (" " if hit.before.endswith((" ", "\n")) else "") + plain(hit.found), style="bold reverse"
        )
        words.append((" " if hit.after.startswith((" ", "\n")) else "") + plain(hit.after))
        parts += [Text(about), words]
    return Group(*parts)


def verified_view(counts: Mapping[str, int], damages: list[str], checkpoint: str) -> RenderableType:
    """What `verify` looked at and what does not match."""
    from rich.console import Group
    from rich.text import Text

    looked = ", ".join(
        f"{n:,} {name}" + ("" if n == 1 or name.endswith("s") else "s") for name, n in counts.items()
    )
    parts: list[RenderableType] = [Text(f"checked {looked}")]
    if damages:
        parts.append(Text(f"{len(damages)} damaged:", style="bold red"))
        parts += [Text(f"  {plain(d)}") for d in damages]
        parts.append(Text("  stop, keep this folder as it is, and compare with a backup"))
    else:
        parts += [
            Text("everything is as it was recorded", style="bold green"),
            Text(checkpoint.rstrip(), style="dim"),
        ]
    return Group(*parts)


def change_json(change: Change) -> dict[str, Any]:
    """The answer of `estimate` for a program; sentences in both languages beside their ids."""
    from testigo.trend_words import LANGUAGES, said
    from testigo.wire import to_json

    def sentence(saying: Saying) -> dict[str, Any]:
        return {
            "id": saying.id,
            "arguments": dict(saying.arguments),
            **{lang: said(saying, lang) for lang in LANGUAGES},
        }

    out: dict[str, Any] = to_json(change)
    for name in ("refused", "cautions"):
        out[name] = [sentence(saying) for saying in getattr(change, name)]
    return out | {"may": sentence(change.may), "may_not": sentence(change.may_not)}


def change_view(change: Change) -> RenderableType:
    """The answer of `estimate`: the table by month, the ratio or the refusal, the checks, the two sentences."""
    from rich.console import Group
    from rich.text import Text

    from testigo.trend_words import said

    parts: list[RenderableType] = [_months_table(change), Text("")]
    parts += [Text(line) for line in _ratio_lines(change)]
    parts.append(Text(change.verdict.value, style="bold"))
    parts += [Text(f"  because {plain(said(s))}") for s in change.refused]
    parts += [Text(f"  note: {plain(said(s))}", style="dim") for s in change.cautions]
    parts += [
        Text(""),
        Text(f"May be said: {plain(said(change.may))}"),
        Text(f"May not be said: {plain(said(change.may_not))}"),
    ]
    return Group(*parts, Text(""))


def _months_table(change: Change) -> RenderableType:
    from rich.table import Table

    table = Table(pad_edge=False)
    for name in ("month", "side", "documented", "sure", "with untold", "told", "outlets", "sources",
                 "reports", *(["control"] if any(m.control is not None for m in change.months) else []), "unchanged"):  # fmt: skip
        table.add_column(name, justify="left" if name in ("month", "side") else "right")
    for m in change.months:
        told = "" if m.told is None else f"{m.told:.0%}" + (" !" if m.under_reported else "")
        whole = (
            f"{m.corrected.value:.3g} ({m.corrected.low:.3g} to {m.corrected.high:.3g})"
            if m.under_reported
            else ""
        )
        control = [] if m.control is None else [f"{m.control:.3g}"]
        table.add_row(m.key, m.side, f"{m.documented:.3g}", str(m.sure), whole, told, str(m.outlets), str(m.origins or ""),
                      str(m.reports), *control, "" if m.unchanged is None else f"{m.unchanged:.1f}")  # fmt: skip
    return table


def _ratio_lines(change: Change) -> list[str]:
    """The ratio with its checks, one a line."""
    lines = [f"documented: {change.counted.before} before, {change.counted.after} after"]
    if change.delay:
        lines.append(
            f"from happening to report: half within {change.delay.half} days, 95 % within {change.delay.most} days"
        )
    for name, ratio in (
        ("rate after / before", change.ratio), ("the control series", change.control), ("against the control series", change.against_control),
        *((f"under the trend “{shape.name}”", shape.ratio) for shape in change.shapes),
        *((f"placebo date {placebo.day}", placebo.ratio) for placebo in change.placebos),
        ("outlets by the month", change.outlets), ("other reports by the month", change.reports),
    ):  # fmt: skip
        if ratio is not None:
            lines.append(f"{name}: {ratio.value:.2f} (95 % interval {ratio.low:.2f} to {ratio.high:.2f})")
    if change.model:
        corrected = "corrected for delay" if change.model.used_delay else "not corrected for delay"
        lines.append(
            f"model: {change.model.name}, {'trend, ' if change.model.trend else ''}{corrected}; seed {change.seed}"
        )
    return lines
