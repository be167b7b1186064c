"""A brief as the file that is asked for, with its media type: the door of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.confronted import Order
from testigo.desk.brief import html
from testigo.desk.brief.material import FULL, INITIALS, material_of
from testigo.desk.brief.page import brief_of

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook


def file_of(
    casebook: Casebook, order: Order, kind: str, language: str, names: str = "", *, annex: bool = False
) -> tuple[bytes, str] | None:
    """The bytes and media type of a brief as "html" or "pdf"; None for another kind. names: "full" or initials."""
    if kind not in ("html", "pdf"):
        return None
    material = material_of(casebook, order, language, FULL if names == FULL else INITIALS)
    if kind == "html":
        made = brief_of(material, html.fits, annex=annex)
        return html.brief_html(made).encode("utf-8"), "text/html; charset=utf-8"
    from testigo.desk.brief.pdf import Paper

    # The whole annex has every letter that may be used: the font is chosen by them, and by those of the interface.
    letters = repr(brief_of(material, lambda _: True, annex=True)) + ("가" if language == "ko" else "")
    paper = Paper(letters)
    return paper.written(brief_of(material, paper.fits, annex=annex)), "application/pdf"
