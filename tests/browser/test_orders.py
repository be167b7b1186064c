"""Orders in a real browser: from an order to the words behind a verdict, by keyboard, on a telephone, before axe."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.axe import RULES, RUN, axe_source
from tests.browser.conftest import Served
from tests.orders.gold_world import fill, link_truly

from testigo.orders.confront import all_orders, confront

pytestmark = pytest.mark.browser


@pytest.fixture
def order(served: Served) -> str:
    """The number of the instruction, in a casebook filled with the invented country."""
    book = served.desk.casebook
    link_truly(book, fill(book))
    confront(book)
    return next(o.key for o in all_orders(book) if o.name == "Instruction No. 14")


def pair_of(served: Served) -> str:
    """The way to the page of two tellings of the instruction."""
    found = next(o for o in all_orders(served.desk.casebook) if len(o.tellings) > 1)
    return f"/orders/pair/{'~'.join(map(str, sorted(t.directive for t in found.tellings)[:2]))}/"


def test_a_telling_is_said_to_tell_another_order_by_a_form_without_scripts(
    open_page: Callable[..., Any], served: Served, order: str
) -> None:
    before = len(all_orders(served.desk.casebook))
    page = open_page(java_script_enabled=False)
    page.goto(f"{served.address}/orders/{order}/")
    page.get_by_role("link", name="Another order?").last.click()
    page.get_by_label("two orders").check()
    page.get_by_label("Who says so").fill("Alice")
    page.get_by_role("button", name="Record it").click()
    page.wait_for_url("**done=yes")
    assert "stand as two orders now" in page.locator("main").inner_text()
    assert len(all_orders(served.desk.casebook)) == before + 1
    assert served.said == []


def test_the_page_of_an_order_is_light(open_page: Callable[..., Any], served: Served, order: str) -> None:
    page = open_page(java_script_enabled=False)
    content = page.request.get(f"{served.address}/orders/{order}/").body()
    assert len(content) < 100_000


def test_two_clicks_lead_from_the_order_to_the_words_behind_a_verdict(
    open_page: Callable[..., Any], served: Served, order: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{served.address}/orders/{order}/")
    page.locator("#clause2 .practice.contrary .verdict-mark").click()
    assert page.locator("h1").inner_text().startswith("contrary")
    page.locator(".two-sides section:nth-of-type(2) a.words").first.click()
    assert "/report/" in page.url
    anchor = page.url.partition("#")[2]
    assert page.locator(f"#{anchor}").count() == 1
    assert "Mira Tolvan" in page.locator("main").inner_text()
    assert all(url.startswith(served.address) for url in served.asked)
    assert served.said == []


def test_a_verdict_is_confirmed_by_keyboard_alone(
    open_page: Callable[..., Any], served: Served, order: str
) -> None:
    page = open_page()
    page.goto(f"{served.address}/orders/{order}/")
    page.locator("#clause2 .practice.contrary .verdict-mark").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/orders/**/2/**")
    page.locator("#f-by").focus()
    page.keyboard.type("Alice")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=yes")
    page.goto(f"{served.address}/orders/{order}/")
    assert "confirmed by Alice" in page.locator("#clause2").inner_text()


def test_no_page_of_orders_is_wider_than_a_telephone(
    open_page: Callable[..., Any], served: Served, order: str
) -> None:
    page = open_page(viewport={"width": 360, "height": 800})
    for path in ("/orders/", f"/orders/{order}/", pair_of(served), "/orders/sealed/"):
        page.goto(served.address + path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_brief_is_printed_on_one_page(
    open_page: Callable[..., Any], served: Served, order: str, tmp_path: Path, language: str
) -> None:
    import pypdfium2

    page = open_page(java_script_enabled=False)
    page.context.add_cookies([{"name": "language", "value": language, "url": served.address}])
    content = page.request.get(f"{served.address}/orders/{order}/brief/html").body()
    (tmp_path / "brief.html").write_bytes(content)
    page.goto((tmp_path / "brief.html").as_uri())
    printed = page.pdf(prefer_css_page_size=True, path=str(tmp_path / "brief.pdf"))
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == 1
    assert "Instruction No. 14" in document[0].get_textpage().get_text_range()
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.slow
def test_axe_finds_nothing_on_the_pages_of_orders(
    open_page: Callable[..., Any], served: Served, order: str
) -> None:
    source = axe_source()
    page = open_page(bypass_csp=True)
    page.goto(f"{served.address}/orders/{order}/")
    verdict = page.locator("#clause2 .practice.contrary .verdict-mark").get_attribute("href")
    for theme, language in itertools.product(("light", "dark"), ("en", "ko")):
        cookies = {"theme": theme, "language": language}
        page.context.add_cookies([{"name": n, "value": v, "url": served.address} for n, v in cookies.items()])
        brief = page.request.get(f"{served.address}/orders/{order}/brief/html?annex=yes").text()
        for path in ("/orders/", f"/orders/{order}/", verdict, pair_of(served), "/orders/sealed/", brief):
            if path is brief:
                page.set_content(brief)
            else:
                page.goto(served.address + path)
            page.evaluate(source)
            passed, violations = page.evaluate(RUN, RULES)
            assert violations == [], (theme, language, path[:40])
            assert passed > 15, path[:40]
