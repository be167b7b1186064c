"""One order or two: said on the desk by a form, bound into the next run, undone, with its history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.wsgi import Browser
from tests.orders.gold_world import fill, link_truly

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.orders.confront import all_orders, confront, order_of


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as made:
        link_truly(made, fill(made))
        confront(made)
        yield made


@pytest.fixture
def at_desk(book: Casebook) -> Browser:
    return Browser(Desk(book, "case", 8645, Door(), plain=True)).come_in()


def split_of(at_desk: Browser) -> str:
    """The way to say that the last telling of order 1 tells another order."""
    return str(re.findall(r'href="(/orders/pair/[^"]+)">Another order\?', at_desk.get("/orders/1/").text)[-1])


def test_a_telling_is_split_off_binding_the_next_run_and_undone(at_desk: Browser, book: Casebook) -> None:
    href = split_of(at_desk)
    one, other = href.rstrip("/").rpartition("/")[2].split("~")
    before = len(all_orders(book))
    page = at_desk.get(href).text
    assert "stand as one order now" in page
    answer = at_desk.post(href, {"choice": "different", "by": "Alice", "note": "another paper", "seen": ""})
    assert answer.status == 302
    assert len(all_orders(book)) == before + 1
    assert order_of(book, one) != order_of(book, other)
    page = at_desk.get(href).text
    assert "stand as two orders now" in page
    assert "another paper" in page
    assert "two orders · Alice" in at_desk.get("/orders/1/").text
    confront(book)
    assert order_of(book, one) != order_of(book, other)
    assert at_desk.post(href, {"choice": "same", "by": "Bob", "seen": ""}).status == 400
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen
    assert at_desk.post(href, {"choice": "withdraw", "by": "Bob", "seen": seen[1]}).status == 302
    assert order_of(book, one) == order_of(book, other)
    page = at_desk.get(href).text
    assert "undone · Bob" in page
    assert "Alice" in page


def test_two_orders_are_joined_from_the_candidates_or_by_their_numbers(
    at_desk: Browser, book: Casebook
) -> None:
    keys = sorted(int(o.key) for o in all_orders(book))
    assert len(keys) == 2
    answer = at_desk.get(f"/orders/compare/?one={keys[0]}&other={keys[1]}")
    assert answer.status == 302
    href = answer.headers["location"]
    page = at_desk.get(href).text
    assert "What they share" in page
    assert at_desk.post(href, {"choice": "same", "by": "Alice", "seen": ""}).status == 302
    assert len(all_orders(book)) == 1
    assert "stand as one order now" in at_desk.get(href).text


def test_who_cannot_tell_says_so_and_nothing_is_joined(at_desk: Browser, book: Casebook) -> None:
    href = split_of(at_desk)
    before = all_orders(book)
    assert at_desk.post(href, {"choice": "unsure", "by": "Alice", "seen": ""}).status == 302
    assert all_orders(book) == before
    assert "looked at, cannot tell" in at_desk.get(href).text


@pytest.mark.parametrize(
    "form",
    [
        {"choice": "guilty", "by": "Alice"},
        {"choice": "same", "by": ""},
        {"choice": "withdraw", "by": "Alice"},
        {},
    ],
)
def test_a_form_that_says_nothing_right_changes_nothing(
    at_desk: Browser, book: Casebook, form: dict[str, str]
) -> None:
    assert at_desk.post(split_of(at_desk), {"seen": "", **form}).status == 400
    assert book.decisions("order-pair") == {}


@pytest.mark.parametrize(
    "path",
    [
        "/orders/pair/1/",
        "/orders/pair/2~1/",
        "/orders/pair/1~1/",
        "/orders/pair/1~99/",
        "/orders/pair/x~y/",
        "/orders/compare/?one=1&other=1",
        "/orders/compare/?one=1",
        "/orders/compare/?one=x&other=2",
    ],
)
def test_what_is_no_pair_is_not_there(at_desk: Browser, path: str) -> None:
    assert at_desk.get(path).status == 404
