"""A morning at the desk, with the keyboard alone; then its forms with scripts off."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.browser.conftest import Served
from tests.desk.conftest import put, sample_report

from testigo.casebook.values import ClaimFilter
from testigo.judgement import Judgement

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
BY_HAND = {"span": "The order of 9 May was read out there", "trigger": "read out", "target": "herders"}


def go(page: Any, address: str) -> None:
    """Press Enter on a link of this name, from the keyboard."""
    page.get_by_role("link", name=address).first.press("Enter")


def write(page: Any, field: str, words: str) -> None:
    """Type over what stands in a field."""
    page.locator(f"#f-{field}").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def send(page: Any, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).press("Enter")


def dispute(served: Served, claim: int) -> None:
    """Somebody else puts a claim in conflict."""
    book = served.desk.casebook
    book.record_judgements(
        (Judgement("claim", str(claim), "conflict", "Bob", book.now(), note="the radio says another day"),)
    )


def amend_all_three(page: Any, served: Served) -> None:
    """A date, a place and an attribution of the arrest."""
    write(page, "time", "12 October = early October 2026")
    write(page, "place", "Northtown = Hoeryong")
    write(page, "sources", "the courier = anonymous")
    send(page, "Accept as amended")
    page.wait_for_url("**/claim/6/?done=amend")
    said = page.locator("main").inner_text()
    assert "1 to 10 October 2026" in said
    assert "Hoeryong" in said
    judgement = served.desk.casebook.claim(6).judgement
    assert judgement is not None
    assert {"time", "place", "sources"} <= set(json.loads(judgement.amended or "{}"))


def judge_on(page: Any, keys: str) -> None:
    """One key after the other on the report's page: each judges the claim that is open and goes on to the next."""
    for key in keys:
        page.locator("details.note[open]").first.wait_for()
        with page.expect_navigation():
            page.keyboard.press(key)


def another_report(served: Served) -> int:
    """A second report that nobody judged: its id."""
    report, reading = sample_report()
    text = report.text + "\n\nPrinted twice."
    return put(
        served.desk.casebook, replace(report, text=text, title="Guards in Northtown, second telling"), reading
    )


def test_a_morning_with_the_keyboard_alone(open_page: Open, served: Served) -> None:
    """Twenty claims judged, a date, a place and an attribution amended, one added, one undone, a dispute resolved, the arrest found."""
    page, book = open_page(), served.desk.casebook
    other = another_report(served)
    dispute(served, 10)
    page.goto(f"{served.address}/")
    go(page, "Guards in Northtown told to strike herders off lists")
    page.wait_for_url("**/report/1/")
    page.keyboard.press("j")
    page.keyboard.press("a")  # the first judgement asks for a name
    page.wait_for_url("**/judge/")
    write(page, "by", "Alice")
    send(page, "Accept")
    page.goto(f"{served.address}/report/1/?claim=2#c2")
    judge_on(page, "araa")
    assert [book.claim(id_).history[-1].verdict for id_ in range(1, 6)] == ["accept", "accept", "reject", "accept", "accept"]  # fmt: skip
    with page.expect_navigation():
        page.keyboard.press("e")
    page.wait_for_url("**/claim/6/?amend=yes**")
    amend_all_three(page, served)
    page.goto(f"{served.address}/report/1/?claim=7#c7")
    judge_on(page, "arraaa")  # the disputed one between them was decided by somebody, and is passed over
    page.goto(f"{served.address}/report/1/?claim=5#c5")
    judge_on(page, "u")
    assert book.claim(5).judgement is None
    with page.expect_navigation():
        page.keyboard.press("+")
    for field, words in BY_HAND.items():
        write(page, field, words)
    page.locator("#f-act").focus()
    page.keyboard.type("search")
    page.locator("#f-status").focus()
    page.keyboard.type("reported")
    send(page, "Add this claim")
    assert book.counts().claims == 27
    page.goto(f"{served.address}/to-do/")
    go(page, "1 claim in conflict")
    page.wait_for_url("**/claims/?verdict=conflict")
    page.locator(".claim-lines a").first.press("Enter")
    page.wait_for_url("**/claim/10/")
    assert "the radio says another day" in page.locator("main").inner_text()
    page.locator("#note").focus()
    page.keyboard.type("read again, it stands")
    send(page, "Accept")
    assert [j.verdict for j in book.claim(10).history] == ["conflict", "accept"]
    page.goto(f"{served.address}/report/1/?claim=5")  # the added one before it moved its number
    judge_on(page, "r")
    go(page, "Next report with open claims")
    page.wait_for_url(f"**/report/{other}/")
    reading = book.report(other).reading
    assert reading is not None
    page.goto(f"{served.address}/report/{other}/?claim={reading.claims[0].id}#c1")
    judge_on(page, "aaraaaa")
    mine = [
        c for c in book.all_claims(ClaimFilter()) if c.judgement is not None and c.judgement.by == "Alice"
    ]
    assert len(mine) == 20
    assert Counter(c.judgement.verdict for c in mine if c.judgement) == {
        "accept": 14,
        "reject": 5,
        "amend": 1,
    }
    find_the_arrest(page)
    wrong = [said for said in served.said if not any(code in said for code in ("400", "404", "409"))]
    assert wrong == []
    assert book.verify_rows().damages == ()


def find_the_arrest(page: Any) -> None:
    """By search, from the keyboard, back to its very words."""
    go(page, "Search")
    page.wait_for_url("**/search/")
    page.locator("#q").focus()
    page.keyboard.type("arrest October")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=arrest+October**")
    page.locator("nav.views a", has_text="Claims").press("Enter")
    page.wait_for_url("**in=claims**")
    page.locator(".hits a[href*='report/1/']").first.press("Enter")
    page.wait_for_url("**/report/1/?claim=6**")
    assert "Bob, a herder in his 40s" in page.locator("details.note[open]").inner_text()


def test_the_same_forms_with_scripts_off(open_page: Open, served: Served) -> None:
    page, book = open_page(java_script_enabled=False), served.desk.casebook
    dispute(served, 10)
    page.goto(f"{served.address}/claim/6/?amend=yes")
    page.fill("#f-by", "Alice")
    amend_all_three(page, served)
    send(page, "Undo the last judgement")
    assert book.claim(6).judgement is None
    page.goto(f"{served.address}/report/1/add/")
    for field, words in BY_HAND.items():
        page.fill(f"#f-{field}", words)
    page.select_option("#f-act", "event.search")
    page.select_option("#f-status", "reported")
    send(page, "Add this claim")
    (added,) = book.report(1).added
    page.goto(f"{served.address}/added/{-added.id}/")
    send(page, "Undo the last judgement")
    assert book.report(1).added == ()
    page.goto(f"{served.address}/claim/10/")
    page.fill("#note", "read again, it does not stand")
    send(page, "Reject")
    assert [j.verdict for j in book.claim(10).history] == ["conflict", "reject"]


def press(page: Any, keys: str) -> None:
    """The buttons and links in the open note that the keys stand for, one after the other."""
    for key in keys:
        with page.expect_navigation():
            page.locator(f'details.note[open] [data-key="{key}"]').click()


def differ(served: Served, claim: int) -> None:
    """Somebody reads a claim a second time, and calls it wrong."""
    book = served.desk.casebook
    book.record_judgements((Judgement("second", str(claim), "reject", "Bob", book.now(), note="hearsay"),))


def test_the_same_morning_with_scripts_off(
    open_page: Open, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty claims judged by buttons, three parts amended, one added, one undone, a dispute and a difference settled, the arrest found."""
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "100")
    page, book = open_page(java_script_enabled=False), served.desk.casebook
    other = another_report(served)
    dispute(served, 10)
    page.get_by_role("link", name="Guards in Northtown told to strike herders off lists", exact=True).click()
    page.wait_for_url("**/report/1/")
    page.locator("#c1").click()
    press(page, "a")  # the first judgement asks for a name
    page.fill("#f-by", "Alice")
    send(page, "Accept")
    page.goto(f"{served.address}/report/1/?claim=2")
    press(page, "araae")
    amend_all_three(page, served)
    page.goto(f"{served.address}/report/1/?claim=7")
    press(page, "arraaa")
    page.goto(f"{served.address}/report/1/?claim=5")
    press(page, "u")
    assert book.claim(5).judgement is None
    press(page, "r")
    page.locator("#add").click()
    for field, words in BY_HAND.items():
        page.fill(f"#f-{field}", words)
    page.select_option("#f-act", "event.search")
    page.select_option("#f-status", "reported")
    send(page, "Add this claim")
    differ(served, 1)
    for queue, way in (
        ("1 claim in conflict", ".claim-lines a"),
        ("1 claim that two people read differently", "text=Settle it"),
    ):
        page.goto(f"{served.address}/to-do/")
        go(page, queue)
        page.locator(way).first.click()
        send(page, "Accept")
    assert [j.verdict for j in book.claim(10).history] == ["conflict", "accept"]
    assert [j.verdict for j in book.claim(1).history] == ["accept", "accept"]
    page.goto(f"{served.address}/to-do/")
    assert "0 claims in conflict" in page.locator("main").inner_text()
    assert "0 claims that two people read differently" in page.locator("main").inner_text()
    reading = book.report(other).reading
    assert reading is not None
    page.goto(f"{served.address}/report/{other}/?claim={reading.claims[0].id}")
    press(page, "aaraaaa")
    mine = [c.judgement for c in book.all_claims(ClaimFilter()) if c.judgement and c.judgement.by == "Alice"]
    assert Counter(judgement.verdict for judgement in mine) == {"accept": 14, "reject": 5, "amend": 1}
    find_the_arrest(page)
    assert served.said == [
        said for said in served.said if any(code in said for code in ("400", "404", "409"))
    ]
    assert book.verify_rows().damages == ()
