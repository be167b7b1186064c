"""The PDF: one page, Korean letters, the same bytes twice, links from statements to notes."""

from __future__ import annotations

import pytest
from django.utils import translation
from tests.desk.brief.conftest import order_14, swollen

from testigo.casebook.casebook import Casebook
from testigo.desk.brief import pdf
from testigo.desk.brief.file import file_of
from testigo.desk.brief.material import Material, material_of
from testigo.desk.brief.page import brief_of
from testigo.errors import Missing


@pytest.fixture(autouse=True)
def _font() -> None:
    try:
        pdf.font_for("가")
    except Missing:
        pytest.skip("no font with Hangul on this machine")


def read(content: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    return [document[n].get_textpage().get_text_range() for n in range(len(document))]


def test_a_brief_is_one_page_in_korean_too_with_its_letters(book: Casebook) -> None:
    with translation.override("ko"):
        made = file_of(book, order_14(book), "pdf", "ko")
    assert made is not None
    (page,) = read(made[0])
    for words in (
        "Instruction No. 14",
        "어떻게 전달되었나",
        "기록된 일",
        "배치",
        "주의하여 읽으십시오",
        "주석",
    ):
        assert words in page, words
    assert "Tolvan" not in page


def test_a_huge_order_is_one_page_and_nothing_runs_over_its_edge(material: Material) -> None:
    huge = swollen(material, 60, 9, 300)
    paper = pdf.Paper("가")
    made = paper.written(brief_of(huge, paper.fits))
    assert len(read(made)) == 1
    import pypdfium2

    page = pypdfium2.PdfDocument(made)[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(n) for n in range(0, text.count_chars(), 7)]
    assert min(box[1] for box in boxes) > 20
    assert max(box[2] for box in boxes) < page.get_width() - 25


def test_the_annex_stands_behind_the_page_only_on_demand(book: Casebook) -> None:
    with translation.override("en"):
        made = file_of(book, order_14(book), "pdf", "en", annex=True)
    assert made is not None
    pages = read(made[0])
    assert len(pages) > 1
    assert "Annex" in pages[1]
    assert "밀가루" in "".join(pages)


def test_the_same_brief_is_the_same_bytes_with_its_font_inside(book: Casebook) -> None:
    material = material_of(book, order_14(book), "en")
    first, second = (_written(material) for _ in range(2))
    assert first == second
    assert b"FontFile" in first


def _written(material: Material) -> bytes:
    paper = pdf.Paper("가")
    return paper.written(brief_of(material, paper.fits))


def test_a_missing_font_is_named_with_its_package() -> None:
    with pytest.raises(Missing, match="font") as caught:
        pdf.font_for("감시", korean=("/nowhere/font.otf",))
    assert "fonts-noto-cjk" in caught.value.hint
