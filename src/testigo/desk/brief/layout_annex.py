"""The annex of a brief set on as many pages as it needs, its notes behind it in one column."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from testigo.desk.brief.layout import (
    BODY,
    HEAD,
    NOTE,
    SMALL,
    TALL,
    TITLE,
    WIDE,
    Mark,
    Run,
    Sheet,
    Widths,
    note_runs,
    refs,
)
from testigo.desk.brief.values import Block, Brief

LEADS = {"reason": "– ", "open": "? ", "unsure": "? "}
INDENT = {"verdict": 3.0, "reason": 6.0, "open": 6.0, "unsure": 6.0}


def annex_pages(brief: Brief, widths: Widths) -> list[Sheet]:
    """The annex; no page where there is none."""
    if not brief.annex:
        return []
    sheets = [Sheet(widths)]
    title = _("Annex") + f": {brief.title}"
    sheets[-1].put([Run(title, TITLE, bold=True)])
    for block in brief.annex:
        gap = {"heading": 3.0, "clause": 2.4, "verdict": 1.2}.get(block.kind, 0.2)
        _paragraph(sheets, _runs(block), INDENT.get(block.kind, 0.0), gap)
    _paragraph(sheets, [Run(_("Notes"), HEAD, bold=True)], gap=3.0)
    for source in brief.sources[brief.sources_on_page :]:
        _paragraph(sheets, [Run(source, NOTE, ink="quiet")])
    for number, note in enumerate(brief.notes[brief.on_page :], brief.on_page + 1):
        _paragraph(sheets, note_runs(number, note), anchor=number)
    return sheets


def _runs(block: Block) -> list[Run]:
    if block.kind == "heading":
        return [Run(block.text, HEAD, bold=True)]
    if block.kind == "clause":
        return [
            Run(f"{block.label}: ", BODY + 0.6, bold=True),
            Run(block.text, BODY + 0.6),
            *refs(block.notes),
        ]
    if block.kind == "verdict":
        return [Run(f"{block.label}: ", bold=True), Run(block.text), *refs(block.notes)]
    small = block.kind in LEADS
    return [Run(LEADS.get(block.kind, "") + block.text, SMALL if small else BODY), *refs(block.notes)]


def _paragraph(
    sheets: list[Sheet], runs: Sequence[Run], x: float = 0.0, gap: float = 0.0, anchor: int = 0
) -> None:
    """A paragraph on the last page, or on a new one where it has no room there."""
    sheet = sheets[-1]
    trial = Sheet(sheet.widths, sheet.y)
    trial.put(runs, x, WIDE - x, gap)
    if trial.y > TALL and sheet.marks:
        sheet = Sheet(sheet.widths)
        sheets.append(sheet)
        gap = 0.0
    if anchor:
        sheet.marks.append(Mark("anchor", 0, sheet.y, link=anchor))
    sheet.put(runs, x, WIDE - x, gap)
