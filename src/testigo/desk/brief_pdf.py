"""A brief as a PDF with its fonts inside. The one place that knows fpdf2.

Rules:
- Korean words need a font with Hangul: a Noto or Nanum font of the system is embedded, only the glyphs that are used.
  Where none is found and Korean stands in the brief, it is refused and the package is named; nothing is left out in silence.
- The same brief gives the same bytes: the day in the file is fixed, and no producer is named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.desk.briefs import Block, Brief
from testigo.errors import Missing

if TYPE_CHECKING:
    from fpdf import FPDF

FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/opentype/noto/NotoSansCJKkr-Regular.otf",
    "/usr/share/fonts/truetype/nanum/NanumGothic.ttf", "/System/Library/Fonts/AppleSDGothicNeo.ttc",
    "/Library/Fonts/AppleGothic.ttf", "C:/Windows/Fonts/malgun.ttf", "/usr/share/fonts/truetype/unfonts-core/UnDotum.ttf",
)  # fmt: skip
LATIN = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf", "/Library/Fonts/Arial Unicode.ttf", "C:/Windows/Fonts/arial.ttf",
)  # fmt: skip
SIZES = {"title": 17, "heading": 11, "clause": 10.5, "verdict": 9.5}
FIXED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def font_for(text: str, korean: Sequence[str] = FONTS, latin: Sequence[str] = LATIN) -> str:
    """The file of a font that has the letters of a text. Errors: Missing (it names the package)."""
    hangul = any(
        "\u1100" <= c <= "\u11ff" or "\u3130" <= c <= "\u318f" or "\uac00" <= c <= "\ud7af" for c in text
    )
    found = next((path for path in (korean if hangul else (*latin, *korean)) if Path(path).is_file()), None)
    if found is None:
        package = "fonts-noto-cjk" if hangul else "fonts-dejavu-core"
        raise Missing(
            "a PDF needs a font with the letters of the brief, and none was found on this machine",
            f"install one (Debian: apt install {package}), or take the HTML form",
        )
    return found


def brief_pdf(brief: Brief) -> bytes:
    """The file as bytes. Errors: Missing (no font)."""
    from fpdf import FPDF

    words = "".join((*(b.text + b.label for b in brief.blocks), *brief.notes, _("Notes")))
    pdf = FPDF(format="A4")
    pdf.set_creation_date(FIXED)
    pdf.set_title(brief.title)
    pdf.set_lang(brief.language)
    pdf.add_font("brief", "", font_for(words))
    pdf.set_margin(18)
    pdf.set_auto_page_break(True, 16)
    pdf.add_page()
    anchors = {n: pdf.add_link() for n in range(1, len(brief.notes) + 1)}
    for block in brief.blocks:
        _put(pdf, block, brief, anchors)
    _line(pdf, _("Notes"), 11, gap=4)
    for n, text in enumerate(brief.notes, 1):
        pdf.set_link(anchors[n], y=pdf.get_y(), page=pdf.page)
        _line(pdf, f"{n}  {text}", 6.5)
    return bytes(pdf.output())


def _put(pdf: FPDF, block: Block, brief: Brief, anchors: dict[int, int]) -> None:
    if block.kind == "picture":
        _chart(pdf, brief)
        return
    lead = {"reason": "  –  ", "open": "  ?  ", "caution": "!  "}.get(block.kind, "")
    label = f"[{block.label}] " if block.kind == "verdict" else f"{block.label}: " if block.label else ""
    gap = {"heading": 4.0, "clause": 4.0, "verdict": 1.5}.get(block.kind, 0.0)
    size = SIZES.get(block.kind, 8.0)
    if block.kind in ("heading", "clause"):
        pdf.line(pdf.l_margin, pdf.get_y() + 2, pdf.w - pdf.r_margin, pdf.get_y() + 2)
    _line(pdf, f"{lead}{label}{block.text}", size, gap, [(n, anchors[n]) for n in block.notes])


def _line(pdf: FPDF, text: str, size: float, gap: float = 0.0, notes: Sequence[tuple[int, int]] = ()) -> None:
    """A paragraph with its note numbers behind it, each a link."""
    if gap:
        pdf.ln(gap)
    pdf.set_font("brief", size=size)
    pdf.write(size * 0.5, text)
    for number, link in notes:
        pdf.set_font("brief", size=size * 0.72)
        pdf.write(size * 0.5, f" {number}", link)
    pdf.ln(size * 0.56)


def _chart(pdf: FPDF, brief: Brief) -> None:
    """Bars by month: full what is documented in it, a frame what may be; a line where the order stands."""
    change = brief.trend.change
    if change is None or not change.months:
        return
    months, height = change.months[-48:], 34.0
    highest = max(max(month.documented, float(month.possible), 1.0) for month in months)
    wide = (pdf.w - pdf.l_margin - pdf.r_margin) / len(months)
    if pdf.get_y() + height + 12 > pdf.h - pdf.b_margin:
        pdf.add_page()
    floor = pdf.get_y() + height + 3
    pdf.set_font("brief", size=6)
    for n, month in enumerate(months):
        left = pdf.l_margin + n * wide
        pdf.set_fill_color(155, 38, 23)
        tall = height * month.documented / highest
        pdf.rect(left + wide * 0.15, floor - tall, wide * 0.7, tall, style="F")
        frame = height * month.possible / highest
        pdf.rect(left + wide * 0.15, floor - frame, wide * 0.7, frame)
        if month.side == "around":
            pdf.line(left + wide / 2, floor - height - 2, left + wide / 2, floor)
        if n % max(1, len(months) // 8) == 0:
            pdf.text(left, floor + 3, month.key)
    pdf.line(pdf.l_margin, floor, pdf.w - pdf.r_margin, floor)
    pdf.set_y(floor + 6)
