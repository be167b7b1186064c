"""The desk in a real browser: few stories, by keyboard and without scripts, and nothing that runs or leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.conftest import Served
from tests.desk.conftest import put

from testigo.claim import Claim, Filler, Reading, Source, Span
from testigo.report import Block, Report

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
PAGES = ("/", "/?give=yes", "/to-do/", "/claims/?act=arrest", "/claims/?as=time", "/claims/?as=map", "/claims/?as=count", "/agreement/", "/second/", "/report/1/", "/report/1/?claim=6", "/claim/6/", "/claim/6/?amend=yes", "/orders/", "/order/1/", "/order/1/?amend=yes", "/report/1/add/", "/search/?q=flour", "/search/?q=was&in=claims",
         "/ledger/", "/troubles/", "/-/patterns", "/nothing-here/")  # fmt: skip


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
    assert page.locator("section[role=status]").count() == 1


def test_words_chosen_in_the_text_go_into_a_field(open_page: Open, served: Served) -> None:
    page = open_page()
    page.goto(f"{served.address}/claim/6/?amend=yes")
    assert page.locator(".choosing").is_hidden()
    page.locator("[data-role='Where']").dblclick()
    page.locator(".choosing button", has_text="To whom").click()
    assert page.input_value("#f-target").splitlines()[-1].strip() == "Northtown"


@pytest.mark.parametrize("width", [360, 1600])
def test_no_page_is_wider_than_the_window(open_page: Open, served: Served, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    for path in PAGES:
        page.goto(served.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_nothing_is_asked_of_any_other_host_and_no_script_complains(open_page: Open, served: Served) -> None:
    page = open_page()
    for path in PAGES:
        page.goto(served.address + path)
    assert len(served.asked) > len(PAGES)
    assert {url for url in served.asked if not url.startswith(served.address + "/")} == set()
    assert [said for said in served.said if "404" not in said] == []


def test_only_the_browser_that_came_in_can_read(chromium: Any, served: Served, open_page: Open) -> None:
    open_page()
    stranger = chromium.new_context()
    page = stranger.new_page()
    page.goto(f"{served.address}/report/1/")
    assert "not open in this browser" in page.locator("main").inner_text()
    assert "Northtown" not in page.content()
    stranger.close()


CHECKS = """() => {
  const wrong = [], ids = new Set();
  for (const e of document.querySelectorAll('[id]')) { if (ids.has(e.id)) wrong.push('twice: ' + e.id); ids.add(e.id); }
  const levels = [...document.querySelectorAll('h1,h2,h3,[role=heading]')]
    .map((h) => Number(h.getAttribute('aria-level') || h.tagName[1]));
  if (levels.filter((l) => l === 1).length !== 1) wrong.push('h1: ' + levels);
  levels.forEach((l, i) => { if (i && l > levels[i - 1] + 1) wrong.push('heading jumps to ' + l); });
  for (const f of document.querySelectorAll('input:not([type=hidden]),select,textarea'))
    if (!f.labels.length && !f.getAttribute('aria-label')) wrong.push('no label: ' + f.name);
  for (const e of document.querySelectorAll('a[href],button,summary'))
    if (!(e.innerText || e.textContent).trim() && !e.getAttribute('aria-label')) wrong.push('no name: ' + e.outerHTML);
  for (const a of document.querySelectorAll('[aria-describedby]'))
    if (!ids.has(a.getAttribute('aria-describedby'))) wrong.push('described by nothing: ' + a.outerHTML);
  for (const t of document.querySelectorAll('table')) if (!t.querySelector('th[scope]')) wrong.push('table without heads');
  if (!document.querySelector('main')) wrong.push('no main');
  if (!document.documentElement.lang) wrong.push('no language');
  for (const e of document.querySelectorAll('a[href],button,input:not([type=hidden]),summary')) {
    const box = e.getBoundingClientRect();
    if (box.width && (box.height < 12 || box.width < 8)) wrong.push('small: ' + e.outerHTML.slice(0, 90));
  }
  return wrong;
}"""


@pytest.mark.parametrize("language", ["en", "ko"])
def test_pages_can_be_used_by_everybody(open_page: Open, served: Served, language: str) -> None:
    """Our own checks of structure, names and labels; contrast is computed in tests/desk/test_look.py."""
    page = open_page()
    page.context.add_cookies([{"name": "language", "value": language, "url": served.address}])
    for path in PAGES:
        page.goto(served.address + path)
        assert page.evaluate(CHECKS) == [], path


PAYLOADS = (
    "<script>window.ran=1</script>", "<img src=x onerror=window.ran=1>", '"><svg onload=window.ran=1>', "'onfocus='window.ran=1' autofocus='",
    "javascript:window.ran=1", "{{ 7*7 }}{% load x %}", "</textarea><script>window.ran=1</script>", "</title><script>window.ran=1</script>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>", "<a href=javascript:window.ran=1>x</a>", "&#60;script&#62;window.ran=1&#60;/script&#62;",
    '<math><mi//xlink:href="data:x,<script>window.ran=1</script>">', "<style>@import'x'</style>", "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "\u202e<script>window.ran=1</script>", "<details open ontoggle=window.ran=1>",
    "<form action=//evil.example><button>x", '<noscript><p title="</noscript><img src=x onerror=window.ran=1>">', "--><script>window.ran=1</script>",
)  # fmt: skip


def test_two_thousand_scripts_in_every_displayed_field_never_run(open_page: Open, served: Served) -> None:
    """100 variants of 20 payloads, in text, title, byline, publisher, sources, slots and notes."""
    casebook = served.desk.casebook
    lines = [
        f"{n} {payload.upper() if n % 3 == 1 else payload}{'/' * (n % 5)}"
        for n in range(100)
        for payload in PAYLOADS
    ]
    assert len(lines) == 2000
    ids = []
    for part in range(0, 2000, 200):
        mine = lines[part : part + 200]
        text = "\n\n".join(mine)
        blocks: list[Block] = []
        claims: list[Claim] = []
        at = 0
        for line in mine:
            span = Span(at, at + len(line))
            blocks.append(Block("body", span))
            if len(claims) < 100:
                filler = Filler(span, line, unknown=line, rule=line[:40])
                claims.append(
                    Claim(
                        "event",
                        "arrest",
                        span,
                        span,
                        "reported",
                        sources=(Source(span, line, "named", rule=line[:40]),),
                        target=(filler,),
                    )
                )
            at += len(line) + 2
        report = Report(
            text,
            tuple(blocks),
            title=mine[0],
            byline=mine[1],
            publisher=mine[2],
            language="en",
            notes=(mine[3],),
            url=mine[4],
        )
        ids.append(put(casebook, report, Reading(mine[5], "1", "1", "en", tuple(claims), notes=(mine[6],))))
    page = open_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    claim = casebook.report(ids[0]).reading.claims[0].id  # type: ignore[union-attr]
    paths = [
        "/",
        *(f"/report/{id_}/?part={n}" for id_ in ids for n in (1, 2)),
        f"/claim/{claim}/?amend=yes",
        "/search/?q=script",
    ]
    for path in paths:
        page.goto(served.address + path)
        assert page.evaluate("window.ran") is None, path
    assert page.goto(f"{served.address}/report/{ids[0]}/").status == 200
    assert (
        page.locator(".passage").first.inner_text().lstrip("1 ").startswith("0 <script>")
        or "<script>" in page.locator(".passage").first.inner_text().lower()
    )
    assert dialogs == []
    assert {url for url in served.asked if not url.startswith(served.address + "/")} == set()
