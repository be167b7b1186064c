"""Sealed words appear nowhere, in no spelling that is known; other people's names are initials."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import translation
from tests.desk.brief.conftest import order_14
from tests.desk.wsgi import Browser
from tests.orders.gold_world import fill, link_truly

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.casebook.values import Derived, DerivedRun
from testigo.desk.brief import pdf
from testigo.desk.brief.file import file_of
from testigo.desk.brief.material import FULL, material_of
from testigo.desk.brief.names import GONE, Names, initials
from testigo.desk.brief.page import brief_of
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.errors import Missing
from testigo.judgement import Judgement
from testigo.linked import Mention, Person, Told
from testigo.orders.confront import confront, practices_of


@pytest.fixture
def sealed(tmp_path: Path) -> Casebook:
    """The invented country with a sealed name and a sealed source."""
    book = create(tmp_path / "case", None, plain=True, cost=FOR_TESTS)
    link_truly(book, fill(book))
    confront(book)
    for words in ("Mira Tolvan", "the retired official"):
        book.record_judgements((Judgement("sealed", words, "seal", "Alice", book.now()),))
    return book


def texts(book: Casebook, kind: str) -> str:
    with translation.override("en"):
        made = file_of(book, order_14(book), kind, "en", FULL, annex=True)
    assert made is not None
    if kind == "html":
        return made[0].decode("utf-8")
    import pypdfium2

    document = pypdfium2.PdfDocument(made[0])
    told = "".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    return told + made[0].decode("latin-1")


def test_a_sealed_name_is_in_no_brief_even_with_full_names(sealed: Casebook) -> None:
    with sealed:
        page = texts(sealed, "html")
    assert "Farbank Journal" in page
    assert GONE in page
    for words in ("Tolvan", "Mira", "retired official"):
        assert words.casefold() not in page.casefold(), words


def test_a_sealed_name_is_in_no_pdf_nor_in_its_metadata(sealed: Casebook) -> None:
    try:
        pdf.font_for("가")
    except Missing:
        pytest.skip("no font with Hangul on this machine")
    with sealed:
        page = texts(sealed, "pdf")
    assert "Farbank Journal" in page
    for words in ("Tolvan", "Mira", "retired official"):
        assert words.casefold() not in page.casefold(), words


def test_what_is_opened_again_appears_again(sealed: Casebook) -> None:
    with sealed:
        history = sealed.history("sealed", "mira  TOLVAN")
        sealed.record_judgements(
            (Judgement("sealed", "Mira Tolvan", "withdraw", "Bob", sealed.now(), replaces=history[-1].id),)
        )
        page = texts(sealed, "html")
    assert "Mira Tolvan" in page
    assert "retired official" not in page


def test_the_other_names_of_a_sealed_person_go_too(sealed: Casebook) -> None:
    with sealed:
        order = order_14(sealed)
        claim = next(
            c
            for p in practices_of(sealed, order)
            for c in p.claims
            if "Tolvan" in " ".join(w.text for w in p.words)
        )
        mention = Mention(claim, "target", 0, 1, "Mira Tolvan")
        told = (Told("name", "Mira Tolvan", (claim,)), Told("name", "Geography", (claim,)))
        person = Person("p1", "Mira Tolvan", (mention,), told)
        run = DerivedRun("linking", sealed.now(), "1", {}, sealed.inputs())
        sealed.replace_derived(run, [Derived("person", "p1", person, (("claim", str(claim)),), 0.0)])
        material = material_of(sealed, order, "en", FULL)
        with translation.override("en"):
            made = repr(brief_of(material, lambda _: True, annex=True))
    assert "Tolvan" not in made
    assert "geography" not in made.casefold()


@pytest.mark.parametrize(
    ("sealed", "text"),
    [
        ("Mira Tolvan", "MIRA   TOLVAN was taken"),
        ("Mira Tolvan", "Tolvan’s sister"),
        ("Mira Tolvan", "Mira-Tolvan was taken"),
        ("미라 톨반", "미라톨반은 체포되었다"),
        ("a guard of the third camp", "said A guard\nof the third camp"),
        ("Noémi", "Noe\u0301mi left"),
    ],
)
def test_sealed_words_are_found_in_any_case_with_any_spaces(sealed: str, text: str) -> None:
    shown = Names({}, (sealed,)).shown(text)
    assert GONE in shown
    assert not any(part in shown.casefold() for part in ("tolvan", "mira", "톨반", "guard", "noémi"))


def test_a_sealed_description_leaves_its_single_words_alone() -> None:
    names = Names({}, ("a guard of the third camp",))
    assert names.shown("the camp was closed") == "the camp was closed"
    assert Names({}, ("Mira Tolvan",)).shown("the Miracle of Tolvania") == "the Miracle of Tolvania"


def test_initials_of_names() -> None:
    assert initials("Mira Tolvan") == "M. T."
    assert initials("도스크") == "○○○"


def test_words_are_sealed_and_opened_on_the_desk(sealed: Casebook) -> None:
    with sealed:
        browser = Browser(Desk(sealed, "case", 8645, Door(), plain=True)).come_in()
        page = browser.get("/orders/sealed/").text
        assert "Mira Tolvan" in page
        assert (
            browser.post("/orders/sealed/", {"words": "Sema Dosk", "verdict": "seal", "by": ""}).status == 400
        )
        assert browser.post("/orders/sealed/", {"words": "", "verdict": "seal", "by": "Alice"}).status == 400
        assert (
            browser.post("/orders/sealed/", {"words": "Sema Dosk", "verdict": "guilty", "by": "Alice"}).status
            == 400
        )
        assert (
            browser.post("/orders/sealed/", {"words": "Sema Dosk", "verdict": "seal", "by": "Alice"}).status
            == 302
        )
        assert (
            browser.post("/orders/sealed/", {"words": "sema dosk", "verdict": "seal", "by": "Bob"}).status
            == 400
        )
        assert "Sema Dosk" in browser.get("/orders/sealed/").text
        seen = str(sealed.history("sealed", "Sema Dosk")[-1].id)
        wrong = {"words": "Sema Dosk", "verdict": "withdraw", "by": "Bob", "seen": "0"}
        assert browser.post("/orders/sealed/", wrong).status == 400
        assert browser.post("/orders/sealed/", {**wrong, "seen": seen}).status == 302
        assert "Sema Dosk" not in browser.get("/orders/sealed/").text
