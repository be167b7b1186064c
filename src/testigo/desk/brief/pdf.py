"""A brief as a PDF with its fonts inside. The one place that knows fpdf2.

Rules:
- Korean words need a font with Hangul: a Noto or Nanum font of the system is embedded, only the glyphs that are used.
  Where none is found and Korean stands in the brief, it is refused and the package is named; nothing is left out in silence.
- The page is set by layout.py with the widths of that font. The annex follows on pages of its own.
- The same brief gives the same bytes: the day in the file is fixed, and no producer is named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from testigo.desk.brief import layout
from testigo.desk.brief.layout import MARGIN, PT, Mark, Run
from testigo.desk.brief.layout_annex import annex_pages
from testigo.desk.brief.values import Brief
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
COLLECTIONS = {"NotoSansCJK-Regular.ttc": 1}  # which of its fonts has Korean shapes
FIXED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
INKS = {"ink": (28, 26, 23), "quiet": (92, 86, 76), "contrary": (155, 38, 23), "in-line": (36, 92, 58)}
FILLS = {"shade": (226, 222, 214), "sure": (155, 38, 23), "may": (214, 158, 148)}


def font_for(text: str, korean: Sequence[str] = FONTS, latin: Sequence[str] = LATIN) -> str:
    """The file of a font that has the letters of a text. Errors: Missing (it names the package)."""
    hangul = any(
        "\u1100" <= c <= "\u11ff" or "\u3130" <= c <= "\u318f" or "\uac00" <= c <= "\ud7af" for c in text
    )
    found = next((path for path in (korean if hangul else (*korean, *latin)) if Path(path).is_file()), None)
    if found is None:
        package = "fonts-noto-cjk" if hangul else "fonts-dejavu-core"
        raise Missing(
            "a PDF needs a font with the letters of the brief, and none was found on this machine",
            f"install one (Debian: apt install {package}), or take the HTML form",
        )
    return found


class Paper:
    """A PDF in the making with its font. `brief_of` is asked with its `fits`, so that the page is set in real letters."""

    def __init__(self, text: str) -> None:
        from fpdf import FPDF

        path = Path(font_for(text))
        self.pdf: FPDF = FPDF(format="A4")
        self.pdf.set_creation_date(FIXED)
        self.pdf.add_font("brief", "", path, collection_font_number=COLLECTIONS.get(path.name, 0))
        self.pdf.set_auto_page_break(False)
        self._em: dict[str, float] = {}

    def widths(self, text: str, size: float) -> float:
        """How wide a text is, in millimetres."""
        return sum(self._wide(letter) for letter in text) * size * PT

    def _wide(self, letter: str) -> float:
        if letter not in self._em:
            self.pdf.set_font("brief", size=1000)
            self._em[letter] = self.pdf.get_string_width(letter) / (1000 * PT)
        return self._em[letter]

    def fits(self, brief: Brief) -> bool:
        """Whether the page has room for a brief."""
        return layout.fits(brief, self.widths)

    def written(self, brief: Brief) -> bytes:
        """The file as bytes."""
        self.pdf.set_title(brief.title)
        self.pdf.set_lang(brief.language)
        sheets = [layout.page(brief, self.widths), *annex_pages(brief, self.widths)]
        anchors = {
            mark.link: self.pdf.add_link(y=MARGIN + mark.y, page=number)
            for number, sheet in enumerate(sheets, 1)
            for mark in sheet.marks
            if mark.kind == "anchor"
        }
        for sheet in sheets:
            self.pdf.add_page()
            self._draw(sheet.marks, anchors)
        return bytes(self.pdf.output())

    def _draw(self, marks: Sequence[Mark], anchors: dict[int, int]) -> None:
        for mark in marks:
            if mark.run is not None:
                self._text(mark, mark.run, anchors)
            elif mark.kind != "anchor":
                self._shape(mark)

    def _text(self, mark: Mark, run: Run, anchors: dict[int, int]) -> None:
        pdf, (x, y) = self.pdf, (MARGIN + mark.x, MARGIN + mark.y)
        pdf.set_font("brief", size=run.size)
        pdf.set_text_color(*INKS[run.ink])
        pdf.set_draw_color(*INKS[run.ink])
        # One font is heavy enough in a file that is sent over thin lines: bold is the same letters with a rim.
        pdf.set_line_width(run.size * 0.0095 if run.bold else 0.1)
        pdf.text_mode = "FILL_STROKE" if run.bold else "FILL"
        pdf.text(x, y, run.text)
        if run.link:
            tall = run.size * PT
            pdf.link(x, y - tall, max(1.5, self.widths(run.text, run.size)), tall, anchors[run.link])

    def _shape(self, mark: Mark) -> None:
        pdf, (x, y) = self.pdf, (MARGIN + mark.x, MARGIN + mark.y)
        pdf.set_draw_color(*INKS["quiet"])
        pdf.set_line_width(0.15)
        if mark.kind in FILLS:
            pdf.set_fill_color(*FILLS[mark.kind])
            pdf.rect(x, y, mark.w, mark.h, style="F")
        elif mark.kind == "untold":
            pdf.rect(x, y, mark.w, mark.h)
        else:
            pdf.set_line_width(0.5 if mark.kind == "order" else 0.15)
            pdf.line(x, y, x + mark.w, y + mark.h)
