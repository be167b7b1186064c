"""The desk in a real browser: few stories, by keyboard and without scripts, and nothing that runs or leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.conftest import Served

pytestmark = pytest.mark.browser
Open = Callable[..., Any]


def test_a_claim_is_read_and_judged_with_the_keyboard_alone(open_page: Open, served: Served) -> None:
    page = open_page()
    page.goto(f"{served.address}/report/1/")
    for _ in range(6):
        page.keyboard.press("j")
    assert page.locator(":focus").get_attribute("id") == "c6"
    assert "Bob, a herder in his 40s" in page.locator("aside.card").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#n6").get_attribute("open") is not None
    assert page.locator("[data-role='To whom']").inner_text().endswith("Bob, a herder in his 40s")
    page.keyboard.press("a")
    page.wait_for_url("**/judge/")
    assert "needs a name" in page.locator("[role=alert]").first.inner_text()
    page.locator("#f-by").focus()
    page.keyboard.type("Alice")
    page.get_by_role("button", name="Accept", exact=True).press("Enter")
    page.wait_for_url("**/claim/6/?done=accept")
    page.goto(f"{served.address}/report/1/?claim=7#c7")
    page.keyboard.press("r")
    page.wait_for_url("**/report/1/?claim=8**")
    assert page.locator(":focus").get_attribute("id") == "c8"
    page.keyboard.press("k")
    page.keyboard.press("u")
    page.wait_for_url("**/report/1/?claim=7**")
    verdicts = [j.verdict for id_ in (6, 7) for j in served.desk.casebook.claim(id_).history]
    assert verdicts == ["accept", "reject", "withdraw"]
    assert {j.by for j in served.desk.casebook.claim(6).history} == {"Alice"}


def test_everything_works_without_scripts(open_page: Open, served: Served) -> None:
    page = open_page(java_script_enabled=False)
    page.get_by_role("link", name="Guards in Northtown told to strike herders off lists").click()
    page.locator("#c6").click()
    assert page.locator("details.note[open]").count() == 1
    page.locator("#n6").get_by_role("link", name="Amend").click()
    page.fill("#f-by", "Bob")
    page.fill("#f-time", "12 October = early October 2026")
    page.get_by_role("button", name="Accept as amended").click()
    page.wait_for_url("**/claim/6/?done=amend")
    assert "1 to 10 October 2026" in page.locator("main").inner_text()
    page.get_by_role("button", name="Undo the last judgement").click()
    page.wait_for_url("**/claim/6/?done=withdraw")
    assert "12 October 2026" in page.locator("main").inner_text()
    page.get_by_role("button", name="한국어").click()
    assert page.locator("html").get_attribute("lang") == "ko"
    page.goto(f"{served.address}/ledger/")
    page.locator("main button").click()
    page.locator("section[role=status]").wait_for()
    assert page.locator("section[role=status]").count() == 1


def test_words_chosen_in_the_text_go_into_a_field(open_page: Open, served: Served) -> None:
    page = open_page()
    page.goto(f"{served.address}/claim/6/?amend=yes")
    assert page.locator(".choosing").is_hidden()
    page.locator("[data-role='Where']").dblclick()
    page.locator(".choosing button", has_text="To whom").click()
    assert page.input_value("#f-target").splitlines()[-1].strip() == "Northtown"


def test_only_the_browser_that_came_in_can_read(chromium: Any, served: Served, open_page: Open) -> None:
    open_page()
    stranger = chromium.new_context()
    page = stranger.new_page()
    page.goto(f"{served.address}/report/1/")
    assert "not open in this browser" in page.locator("main").inner_text()
    assert "Northtown" not in page.content()
    stranger.close()
