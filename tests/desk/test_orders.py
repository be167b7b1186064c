"""The pages of orders: list, order, verdict, brief, and the forms that confront and decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.wsgi import Browser
from tests.orders.gold_world import fill, link_truly

from testigo.casebook.casebook import create, open_casebook
from testigo.casebook.keys import FOR_TESTS
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.orders.confront import confront


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("orders") / "case"
    with create(path, None, plain=True, cost=FOR_TESTS) as made:
        link_truly(made, fill(made))
        confront(made)
    return path


@pytest.fixture
def at_desk(filled: Path) -> Iterator[Browser]:
    with open_casebook(filled, None) as book:
        yield Browser(Desk(book, "case", 8645, Door(), plain=True)).come_in()


def verdict_href(page: str) -> str:
    found = re.search(r'href="(/orders/1/2/-?\d+/)"', page)
    assert found
    return found[1]


def test_the_list_has_each_order_once_with_its_counts(at_desk: Browser) -> None:
    page = at_desk.get("/orders/").text
    assert page.count('href="/orders/1/"') == 1
    assert "Instruction No. 14" in page
    assert "4 contrary" in page
    assert "no evidence that an order is obeyed" in page


def test_an_order_shows_its_way_tellings_clauses_verdicts_expectations_and_the_law(at_desk: Browser) -> None:
    page = at_desk.get("/orders/1/").text
    for words in (
        "How it was passed down", '<svg xmlns="http://www.w3.org/2000/svg"', "the Lumen cinema", "is suspended by",
        "Levels: 2-4 in report 1, 2-5 in report 2.", "What would be seen", "engages ICCPR article 17", "Before and after",
        "No documented event speaks for or against it", "two to level four",
    ):  # fmt: skip
        assert words in page, words


def test_the_words_behind_a_verdict_are_two_clicks_from_the_order(at_desk: Browser) -> None:
    href = verdict_href(at_desk.get("/orders/1/").text)
    page = at_desk.get(href).text
    words = re.search(r'href="(/report/\d+/\?[^"]+)#(o\d+)"', page)
    assert words
    assert f' id="{words[2]}"' in at_desk.get(words[1].replace("&amp;", "&")).text


def test_before_and_after_is_asked_by_a_button_and_says_when_it_is_out_of_date(at_desk: Browser) -> None:
    page = at_desk.get("/orders/1/").text
    assert "Ask what is documented before and after" in page
    assert "May be said" not in page
    assert at_desk.post("/orders/1/trend/").headers["location"] == "/orders/1/#before-after"
    at_desk.settle()
    page = at_desk.get("/orders/1/").text
    assert "Ask what is documented before and after" not in page
    assert "May be said" in page
    assert "Ask again" not in page
    here = {"HTTP_ACCEPT_LANGUAGE": "ko"}
    assert "이전과 이후에 무엇이 기록되었는지 묻기" in at_desk.get("/orders/1/", **here).text, (
        "made in one language"
    )
    assert at_desk.post("/claim/1/", {"verdict": "accept", "by": "Alice", "seen": ""}).status == 302
    page = at_desk.get("/orders/1/").text
    assert "Ask again" in page
    assert "May be said" in page
    at_desk.desk.lock()
    assert at_desk.desk.trends == {}


def test_a_verdict_is_decided_and_undone_by_a_form(at_desk: Browser) -> None:
    href = verdict_href(at_desk.get("/orders/1/").text)
    assert at_desk.post(href, {"verdict": "cannot tell", "by": "", "note": "", "seen": ""}).status == 400
    assert at_desk.post(href, {"verdict": "guilty", "by": "Alice", "seen": ""}).status == 400
    assert (
        at_desk.post(href, {"verdict": "cannot tell", "by": "Alice", "note": "one source", "seen": ""}).status
        == 302
    )
    page = at_desk.get(href).text
    assert "decided by Alice" in at_desk.get("/orders/1/").text
    assert "one source" in page
    assert at_desk.post(href, {"verdict": "accept", "by": "Bob", "seen": ""}).status == 409
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen
    assert at_desk.post(href, {"verdict": "withdraw", "by": "Alice", "seen": seen[1]}).status == 302
    assert "decided by Alice" not in at_desk.get("/orders/1/").text


@pytest.mark.parametrize(
    "path",
    ["/orders/99/", "/orders/1/99/1/", "/orders/1/2/x/", "/orders/1/brief/exe", "/orders/99/brief/html"],
)
def test_what_is_not_there_is_said(at_desk: Browser, path: str) -> None:
    assert at_desk.get(path).status == 404


def test_a_casebook_that_was_not_confronted_offers_it(tmp_path: Path) -> None:
    with create(tmp_path / "new", None, plain=True, cost=FOR_TESTS) as made:
        fill(made)
        browser = Browser(Desk(made, "new", 8645, Door(), plain=True)).come_in()
        assert "11 tellings of orders were read" in browser.get("/orders/").text
        assert browser.post("/orders/run/").status == 302
        browser.settle()
        page = browser.get("/orders/").text
        assert "Instruction No. 14" in page
        assert "testigo link" in page


def test_the_brief_is_one_file_with_numbered_notes_and_no_name_of_a_victim(at_desk: Browser) -> None:
    answer = at_desk.get("/orders/1/brief/html")
    page = answer.text
    assert 'filename="order-1.html"' in answer.headers["content-disposition"]
    assert "M. T." in page
    for name in ("Tolvan", "Dosk", "도스크"):
        assert name not in page
    assert "Mira Tolvan" in at_desk.get("/orders/1/brief/html?names=full").text
    assert "Annex" not in page
    assert "Annex" in at_desk.get("/orders/1/brief/html?annex=yes").text
    used = {int(n) for n in re.findall(r'href="#n(\d+)"', page)}
    there = {int(n) for n in re.findall(r'<li id="n(\d+)"', page)}
    assert used == there == set(range(1, len(there) + 1))
    assert set(re.findall(r"https?://[^\s\"<]+", page)) <= {"http://www.w3.org/2000/svg"}
    assert "<script" not in page
    assert "no evidence that the order is obeyed" in page


def test_the_pages_in_korean_are_korean(at_desk: Browser) -> None:
    at_desk.post("/-/language/", {"language": "ko"})
    page = at_desk.get("/orders/1/").text
    for words in ("어떻게 전달되었나", "부합", "배치", "조항의 조건이 충족되었습니다", "자의적 체포 금지"):
        assert words in page, words
    assert "<h2>주석</h2>" in at_desk.get("/orders/1/brief/html").text
