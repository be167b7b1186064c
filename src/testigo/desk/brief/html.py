"""A brief as one HTML file: no script, no address of anything outside, its style inside, one A4 page when it is printed."""

from __future__ import annotations

import html
from collections.abc import Sequence

from django.utils.translation import gettext as _

from testigo.desk.brief import chart, layout
from testigo.desk.brief.values import Block, Brief, ClauseRow, EventRow, Note, Told
from testigo.desk.seeing.svg import node, written

CHART_W = 88.0
STYLE = f"""
@page {{ size: A4; margin: {layout.MARGIN}mm; }}
* {{ margin: 0; padding: 0; }}
body {{ font: {layout.BODY}pt/1.3 "Noto Sans", "Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", Arial, sans-serif; color: #1c1a17; background: #fff; width: {layout.WIDE}mm; margin: {layout.MARGIN}mm auto; max-width: calc(100vw - 2rem); }}
header p, .quiet {{ color: #5c564c; }} .small, header p {{ font-size: {layout.SMALL}pt; }} h1 {{ font-size: {layout.TITLE}pt; line-height: 1.25; overflow-wrap: anywhere; }}
h2 {{ font-size: {layout.HEAD}pt; border-top: 0.4pt solid #5c564c; margin-top: 1.5mm; padding-top: .4mm; }}
.label {{ color: #5c564c; }} .flow > * {{ display: inline; }} .flow > * + *::before {{ content: "\\00b7"; margin: 0 .35em; color: #5c564c; }} .way > * + *::before {{ content: "\\25b6"; margin: 0 .6em; }}
table {{ width: 100%; border-collapse: collapse; }} td, th {{ text-align: start; vertical-align: top; font-weight: 400; padding: 0 1mm .4mm 0; overflow-wrap: anywhere; }} thead th {{ color: #5c564c; font-size: {layout.SMALL}pt; }}
thead th.count, td.count {{ width: 15mm; padding-left: 2mm; white-space: nowrap; }} thead h2 {{ border: 0; margin: 0; color: #1c1a17; }} table.clauses {{ border-top: 0.4pt solid #5c564c; margin-top: 1.5mm; }}
.contrary .mark, td.contrary {{ color: #9b2617; font-weight: 700; }} .in-line .mark, td.in-line {{ color: #245c3a; font-weight: 700; }} .mark {{ font-weight: 700; }} td.none {{ color: #5c564c; font-weight: 400; }}
.event {{ margin-bottom: .4mm; }} sup {{ font-size: {layout.SMALL - 1}pt; line-height: 0; }} sup a {{ color: #5c564c; }} a {{ text-decoration: none; }}
.sides {{ display: grid; grid-template-columns: {CHART_W}mm minmax(0, 1fr); gap: 0 4mm; }} .sides.alone {{ grid-template-columns: minmax(0, 1fr); }} figure {{ min-width: 0; }} svg {{ width: 100%; height: auto; display: block; }} figcaption, .notes, .sources {{ font-size: {layout.NOTE}pt; line-height: 1.25; }}
.notes {{ columns: 2; column-gap: 5mm; list-style: none; }} .notes li {{ break-inside: avoid; overflow-wrap: anywhere; }} .notes b {{ font-weight: 700; }} .annex {{ break-before: page; margin-top: 8mm; }} .annex .notes {{ columns: 1; }}
.annex .clause {{ font-size: 8.4pt; margin-top: 2mm; }} .annex .verdict {{ margin: 1mm 0 0 3mm; }} .annex .reason, .annex .open, .annex .unsure {{ margin-left: 6mm; font-size: {layout.SMALL}pt; }} .open::before, .unsure::before {{ content: "? "; }} .reason::before {{ content: "\\2013 "; }}
@media screen {{ body {{ font-size: 10pt; }} .small, header p, thead th {{ font-size: 8.8pt; }} h2 {{ font-size: 10.5pt; }} figcaption, .notes, .sources {{ font-size: 8pt; }} sup {{ font-size: 7pt; }} .annex .reason, .annex .open, .annex .unsure {{ font-size: 9pt; }} .annex .clause {{ font-size: 11pt; }} }}
@media screen and (max-width: 46rem) {{ .sides {{ grid-template-columns: minmax(0, 1fr); }} .notes {{ columns: 1; }} thead th.count, td.count {{ width: auto; white-space: normal; }} }}
@media print {{ body {{ margin: 0; max-width: none; }} }}
"""
FILLS = {"shade": "#e2ded6", "sure": "#9b2617", "may": "#d69e94", "untold": "none"}


def fits(brief: Brief) -> bool:
    """Whether a printed page has room for a brief, in letters as wide as those of wide fonts."""
    return layout.fits(brief, layout.rough)


def brief_html(brief: Brief) -> str:
    """The file as text."""
    parts = (
        f"<header><p>{_e(brief.about)}</p><h1>{_e(brief.title)}</h1></header>",
        "".join(_flow(group, "flow") for group in layout.fact_lines(brief)),
        f"<section><h2>{_e(_('How it was passed down'))}</h2>{_flow(brief.way, 'flow way')}</section>" if brief.way else "",
        _clauses(brief),
        f"<section><h2>{_e(_('What is documented'))}</h2>{''.join(map(_event, brief.events))}</section>" if brief.events else "",
        _trend(brief),
        f"<section><h2>{_e(_('The law'))}</h2>{_flow(brief.law, 'flow small')}</section>" if brief.law else "",
        _care(brief),
        _notes(brief.sources[: brief.sources_on_page], brief.notes[: brief.on_page], 1),
        _annex(brief),
    )  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="{brief.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{_e(brief.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def _care(brief: Brief) -> str:
    title, told = _e(_("Read it with care")), _e(" – ".join(brief.cautions))
    return (
        f'<section><h2>{title}</h2><p class="small">{told}</p>'
        f'<p class="small quiet">{_e(brief.left_out)}</p></section>'
    )


def _e(text: str) -> str:
    return html.escape(text)


def _refs(notes: Sequence[int]) -> str:
    numbers = ", ".join(f'<a href="#n{n}">{n}</a>' for n in notes)
    return f" <sup>{numbers}</sup>" if numbers else ""


def _flow(told: Sequence[Told], kind: str) -> str:
    lines = []
    for one in told:
        label = f'<span class="label">{_e(one.label)}</span> ' if one.label else ""
        lang = f' lang="{one.lang}"' if one.lang else ""
        lines.append(f"<p>{label}<span{lang}>{_e(one.text)}</span>{_refs(one.notes)}</p>")
    return f'<div class="{kind}">{"".join(lines)}</div>'


def _clauses(brief: Brief) -> str:
    heads = "".join(
        f'<th scope="col" class="count">{_e(text)}</th>'
        for text in (_("in line"), _("contrary"), _("cannot tell"))
    )
    title = _e(_("What was ordered, and how many documented events say what of it"))
    rows = "".join(map(_clause, brief.clauses))
    silence = f'<p class="small quiet">{_e(brief.silence)}</p>' if brief.silence else ""
    return f'<table class="clauses"><thead><tr><th scope="col"><h2>{title}</h2></th>{heads}</tr></thead><tbody>{rows}</tbody></table>{silence}'


def _clause(row: ClauseRow) -> str:
    lang = f' lang="{row.lang}"' if row.lang else ""
    remark = f' <span class="small quiet">{_e(row.remark)}</span>' if row.remark else ""
    kinds = ("in-line", "contrary", "none")
    cells = (
        "".join(
            f'<td class="count {kind if count else "none"}">{count}</td>'
            for kind, count in zip(kinds, row.counts, strict=True)
        )
        if row.counts is not None
        else "<td></td><td></td><td></td>"
    )
    return (
        f'<tr><th scope="row"><b>{row.number}. {_e(row.modality)}:</b> <span{lang}>{_e(row.text)}</span>'
        f"{_refs(row.notes)}{remark}</th>{cells}</tr>"
    )


def _event(row: EventRow) -> str:
    why = f' <span class="small">{_e(row.why)}</span>' if row.why else ""
    open_ = f' <span class="small quiet">? {_e(row.open)}</span>' if row.open else ""
    return (
        f'<p class="event {row.verdict_id}"><span class="mark">{_e(row.verdict)}:</span> {_e(row.text)}.'
        f"{_refs(row.notes)}{why}{open_}</p>"
    )


def _trend(brief: Brief) -> str:
    lines = "".join(f'<p class="small">{_e(one.text)}{_refs(one.notes)}</p>' for one in brief.trend)
    picture = _picture(brief)
    kind = "sides" if picture else "sides alone"
    title = _e(layout.before_and_after(brief))
    return f'<section><h2>{title}</h2><div class="{kind}">{picture}<div>{lines}</div></div></section>'


def _picture(brief: Brief) -> str:
    found = chart.shapes(brief.change, CHART_W, layout.CHART_H) if brief.change is not None else ()
    if not found:
        return ""
    nodes = [node("title", text=layout.before_and_after(brief))]
    for one in found:
        if one.kind == "text":
            nodes.append(node("text", text=one.text, x=one.x, y=one.y, font_size=2.1, fill="#5c564c"))
        elif one.kind in FILLS:
            edge: dict[str, str] = (
                {"stroke": "#5c564c", "stroke_width": "0.15"} if one.kind == "untold" else {}
            )
            nodes.append(
                node("rect", x=one.x, y=one.y, width=one.w, height=one.h, fill=FILLS[one.kind], **edge)
            )
        else:
            wide = 0.5 if one.kind == "order" else 0.15
            nodes.append(node("line", x1=one.x, y1=one.y, x2=one.x + one.w, y2=one.y + one.h, stroke="#5c564c", stroke_width=wide))  # fmt: skip
    svg = node("svg", *nodes, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {CHART_W:g} {layout.CHART_H:g}", role="img")  # fmt: skip
    return f'<figure>{written(svg)}<figcaption class="quiet">{_e(layout.key_words())}</figcaption></figure>'


def _notes(sources: Sequence[str], notes: Sequence[Note], first: int) -> str:
    lines = "".join(
        f'<li id="n{n}"><b>{n}</b> {_e(f"{note.source} " if note.source else "")}{_e(note.text)}</li>'
        for n, note in enumerate(notes, first)
    )
    told = f'<p class="sources quiet">{_e(" · ".join(sources))}</p>' if sources else ""
    return f'<section><h2>{_e(_("Notes"))}</h2>{told}<ol class="notes" start="{first}">{lines}</ol></section>'


def _annex(brief: Brief) -> str:
    if not brief.annex:
        return ""
    title, blocks = _("Annex"), "".join(map(_block, brief.annex))
    notes = _notes(brief.sources[brief.sources_on_page :], brief.notes[brief.on_page :], brief.on_page + 1)
    return f'<section class="annex"><h1>{_e(title)}: {_e(brief.title)}</h1>{blocks}{notes}</section>'


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"<h2>{_e(block.text)}</h2>"
    lead = f"<b>{_e(block.label)}:</b> " if block.label else ""
    lang = f' lang="{block.lang}"' if block.lang else ""
    return f'<p class="{block.kind}">{lead}<span{lang}>{_e(block.text)}</span>{_refs(block.notes)}</p>'
