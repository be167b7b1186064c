"""A brief as the file that is asked for, with its media type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.confronted import Order
from testigo.desk.brief_html import brief_html
from testigo.desk.brief_pdf import brief_pdf
from testigo.desk.briefs import FULL, INITIALS, brief_of

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook


def file_of(
    casebook: Casebook, order: Order, kind: str, language: str, names: str = ""
) -> tuple[bytes, str] | None:
    """The bytes and media type of a brief as "html" or "pdf"; None for another kind. names: "full" or initials."""
    if kind not in ("html", "pdf"):
        return None
    brief = brief_of(casebook, order, language, FULL if names == FULL else INITIALS)
    if kind == "pdf":
        return brief_pdf(brief), "application/pdf"
    return brief_html(brief).encode("utf-8"), "text/html; charset=utf-8"
