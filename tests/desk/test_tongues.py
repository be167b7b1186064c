"""Words of either language are marked as such on every page, in both languages of the interface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.desk.tour import visits
from tests.desk.wsgi import Browser

from testigo.casebook.casebook import Casebook, open_casebook
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.desk.tongues import EMPTY, SILENT, marked

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+")
WORD = re.compile("[A-Za-z]{3,}")
FEW = 3
"""Addresses of one route."""


class Heard(HTMLParser):
    """Each text of a page with the language that a browser would read it in, by the nearest element that says one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = [("", "", False)]
        self.texts: list[tuple[str, str]] = []
        self.declared = ""

    def handle_decl(self, decl: str) -> None:
        self.declared += decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        _tag, lang, coded = self.open[-1]
        coded = coded or tag in SILENT or "code" in (given.get("class") or "").split()
        if tag not in EMPTY:
            self.open.append((tag, given.get("lang") or lang, coded))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        _tag, lang, coded = self.open[-1]
        if data.strip() and not coded:
            self.texts.append((data, lang))


def heard(html: str) -> Heard:
    page = Heard()
    page.feed(html)
    page.close()
    return page


def letters(html: str) -> str:
    return "".join(text for text, _lang in heard(html).texts)


@pytest.mark.parametrize(
    ("language", "was", "now"),
    [
        ("en", "<p>Said by 김철수 (x)</p>", '<p>Said by <span lang="ko">김철수</span> (x)</p>'),
        ("en", "<b>&#x27;북부 시장&#x27; a</b>", '<b>&#x27;<span lang="ko">북부 시장</span>&#x27; a</b>'),
        ("en", '<q lang="ko">CCTV 북부</q>', '<q lang="ko">CCTV 북부</q>'),
        ("en", '<q lang="und">북부</q>', '<q lang="und"><span lang="ko">북부</span></q>'),
        ("en", "<option>북부</option>", '<option lang="ko">북부</option>'),
        ("en", "<text>arrest: 밀가루</text>", '<text>arrest: <tspan lang="ko">밀가루</tspan></text>'),
        ("en", "<title>북부 · Testigo</title>", '<title lang="ko">북부 · Testigo</title>'),
        ("ko", "<p>Bob &amp; Alice · 10월</p>", '<p><span lang="en">Bob &amp; Alice</span> · 10월</p>'),
        ("ko", "<p>체포: Bob &lt;x&gt;</p>", '<p>체포: <span lang="en">Bob &lt;x</span>&gt;</p>'),
        ("ko", "<p>&#x27;Bob&#x27;</p>", '<p>&#x27;<span lang="en">Bob</span>&#x27;</p>'),
        ("ko", '<q lang="en">Bob</q>', '<q lang="en">Bob</q>'),
        ("ko", '<q lang="en">밀가루</q>', '<q lang="en"><span lang="ko">밀가루</span></q>'),
        ("ko", "<kbd>Enter</kbd><i class='x'>j k</i>", "<kbd>Enter</kbd><i class='x'>j k</i>"),
        ("ko", '<b class="fine code">abcdef</b>', '<b class="fine code">abcdef</b>'),
        ("ko", "<option>Alice</option>", '<option lang="en">Alice</option>'),
        (
            "ko",
            "<!doctype html><title>보도 · Testigo</title>",
            "<!doctype html><title>보도 · Testigo</title>",
        ),
    ],
)
def test_a_run_of_the_other_script_is_marked_as_what_it_is(language: str, was: str, now: str) -> None:
    foot = '<b lang="ko">한국어</b><b lang="en">English</b>'
    assert marked(was + foot, language) == now + foot


@pytest.fixture(scope="module")
def held(furnished: Path) -> Iterator[Casebook]:
    with open_casebook(furnished, None) as book:
        yield book


def known_words(book: Casebook) -> set[str]:
    """Every Latin word of the reports that the casebook holds."""
    texts = (book.report(line.id).report.text for line in book.reports(limit=500).items)
    return {word for text in texts for word in WORD.findall(text)}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_page_holds_words_of_the_other_language_unmarked(held: Casebook, language: str) -> None:
    """Hangul stands inside lang="ko"; on a Korean page the Latin words of reports stand inside lang="en"."""
    browser = Browser(Desk(held, "case", 8645, Door(), plain=True)).come_in()
    browser.cookies["language"] = language
    told, wrong, korean, english = known_words(held), [], 0, 0
    for _name, address in visits(held, FEW):
        page = heard(browser.get(address).text)
        assert page.declared == "doctype html", address
        for text, lang in page.texts:
            hangul, latin = HANGUL.findall(text), set(WORD.findall(text)) & told
            korean += bool(hangul and lang == "ko")
            english += bool(latin and lang == "en")
            if (hangul and lang != "ko") or (language == "ko" and latin and not hangul and lang == "ko"):
                wrong.append((address, lang, text.strip()[:80]))
    assert wrong == []
    assert korean > 20
    assert english > 500
