"""A brief as one HTML file: no script, no address of anything outside, its style inside, ready to be printed."""

from __future__ import annotations

import html

from django.utils.translation import gettext as _

from testigo.desk.briefs import Block, Brief
from testigo.desk.seeing.svg import standalone
from testigo.desk.site import HERE

STYLE = """
body { font: 11pt/1.45 Georgia, "Noto Serif CJK KR", "Noto Serif KR", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c1a17; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font: 600 1.05rem/1.3 system-ui, sans-serif; border-top: 1px solid #857d70; padding-top: .6rem; margin-top: 1.4rem; }
.fact, .plain, .reason, .open, .caution { margin: .15rem 0; font-family: system-ui, "Noto Sans CJK KR", sans-serif; font-size: .9rem; }
.label { color: #5c564c; } .clause { border-top: 3px double #1c1a17; padding-top: .5rem; margin: 1rem 0 .4rem; font-size: 1.1rem; }
.verdict { margin: .5rem 0 .1rem; } .mark { font: 600 .85rem system-ui, sans-serif; border: 1px solid; padding: 0 .4em; border-radius: 3px; }
.contrary .mark { background: #9b2617; color: #fff; } .reason, .open { padding-left: 1.2em; } .open::before { content: "? "; } .reason::before { content: "- "; }
.caution { border-left: 3px solid #775000; padding-left: .7em; } sup { font-size: .7em; } .notes { font-size: .82rem; } .notes li { margin-bottom: .25rem; overflow-wrap: anywhere; }
svg { max-width: 100%; height: auto; } @media print { body { margin: 0; max-width: none; font-size: 9.5pt; } h2, .clause, .verdict { break-after: avoid; } }
"""


def brief_html(brief: Brief) -> str:
    """The file as text."""
    parts = [_block(block, brief) for block in brief.blocks]
    notes = "\n".join(f'<li id="n{n}">{html.escape(text)}</li>' for n, text in enumerate(brief.notes, 1))
    return (
        f'<!doctype html>\n<html lang="{brief.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{html.escape(brief.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + f'\n<h2>{html.escape(_("Notes"))}</h2>\n<ol class="notes">\n{notes}\n</ol>\n</body>\n</html>\n'
    )


def _block(block: Block, brief: Brief) -> str:
    text, label = html.escape(block.text), html.escape(block.label)
    numbers = ", ".join(f'<a href="#n{n}">{n}</a>' for n in block.notes)
    marks = f" <sup>{numbers}</sup>" if numbers else ""
    if block.kind == "title":
        return f"<h1>{text}</h1>"
    if block.kind == "heading":
        return f"<h2>{text}</h2>"
    if block.kind == "picture":
        return _picture(brief)
    if block.kind == "verdict":
        kind = "contrary" if block.label == _("contrary") else "other"
        return f'<p class="verdict {kind}"><span class="mark">{label}</span> {text}{marks}</p>'
    if block.kind == "clause":
        lang = f' lang="{block.lang}"' if block.lang else ""
        return f'<p class="clause"><span class="label">{label}:</span> <span{lang}>{text}</span>{marks}</p>'
    lead = f'<span class="label">{label}:</span> ' if label else ""
    return f'<p class="{block.kind}">{lead}{text}{marks}</p>'


def _picture(brief: Brief) -> str:
    """The chart with its looks inside, as it is downloaded elsewhere."""
    if brief.trend.picture is None:
        return ""
    sheets = [(HERE / "static" / name).read_text("utf-8") for name in ("tokens.css", "seeing.css")]
    markup = standalone(brief.trend.picture, "\n".join(sheets))
    return f"<figure>{markup.partition('?>')[2].strip()}</figure>"
