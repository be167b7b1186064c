"""From a thing told twice to its relay map, to what one copy changed, to the original's words; by links, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.conftest import Served
from tests.desk.conftest import put
from tests.weighing.golds import EXAMPLES, gold, head

from testigo.archive.extract import extract_file
from testigo.claim import Reading
from testigo.weighed import Relay, Weight
from testigo.weighing import weigh

pytestmark = pytest.mark.browser
Open = Callable[..., Any]


def weighed(served: Served) -> tuple[str, str, str]:
    """Fill the casebook with an original and its relay; the paths of a weight, of the relay and of what stands on the original."""
    book = served.desk.casebook
    ids = []
    for n, name in enumerate(("04-flour-remark", "05-flour-remark-relayed"), 1):
        file = EXAMPLES / "gold" / f"{name}.txt"
        seen = gold(file, n, head(name)["outlet"])
        (report,) = extract_file(file, published=seen.published, publisher=seen.outlet)
        ids.append(put(book, report, Reading("gold", "1", "1", "en", tuple(s.claim for s in seen.claims))))
    weigh.weigh(book)
    (relay,) = weigh.every(book, "relay", Relay)
    weight = next(
        w for w in weigh.every(book, "weight", Weight, (("report", f"{ids[0]}"),))
        if w.articles == 2 and w.subject.startswith("claim") and "neighbors" in _words(served, w)
    )  # fmt: skip
    kind, _, key = weight.subject.partition(" ")
    return f"/weight/{kind}/{key}/", f"/relays/{relay.key}/", f"/stands/report/{ids[0]}/"


def _words(served: Served, weight: Weight) -> str:
    stored = served.desk.casebook.claim(int(weight.subject.split()[1]))
    return stored.claim.span.of(served.desk.casebook.report(stored.report).report.text)


def test_from_a_thing_to_its_relay_map_to_the_drift_to_the_words_of_the_original(
    open_page: Open, served: Served
) -> None:
    weight, relay, _ = weighed(served)
    page = open_page(java_script_enabled=False)
    page.goto(served.address + weight)
    assert page.locator(".counts .voices dd").inner_text() == "1"
    page.locator("svg.relaymap a.area text").click()
    page.wait_for_url(f"**{relay}")
    first = page.locator(".changes > li", has_text="Number grown")
    first.get_by_role("link", name="Thirteen", exact=True).click()
    number = first.locator(".change-number").inner_text()
    assert page.url.endswith(f"#now-{number}")
    page.locator(f"#now-{number}").click()
    assert page.url.endswith(f"#was-{number}")
    assert page.locator(f"#was-{number} + .changed").inner_text() == "Three"
    page.locator(".side").first.get_by_role("link", name="Farbank Journal").click()
    page.wait_for_url("**/report/*/")
    assert "Three of his neighbors were questioned" in page.locator("article").inner_text()
    page.get_by_role("link", name="What stands on this report alone").click()
    assert "fall" in page.locator("main h2").first.inner_text()
    assert all(url.startswith(served.address) for url in served.asked)


def test_from_an_event_to_its_weight_and_back(open_page: Open, served: Served) -> None:
    from testigo.linked import Event
    from testigo.linking import link

    weighed(served)
    book = served.desk.casebook
    link.link(book)
    weigh.weigh(book)
    event = next(e for e in book.derived("linking", "event", Event, limit=200).items if len(e.reports) > 1)
    page = open_page(java_script_enabled=False)
    page.goto(f"{served.address}/events/{event.key}/")
    page.get_by_role("link", name="How many independent origins stand behind it").click()
    page.wait_for_url(f"**/weight/event/{event.key}/")
    assert page.locator("svg.relaymap a.area").count() == 1
    assert page.locator(".counts .voices dd").inner_text()[0] == "1"
    page.get_by_role("link", name="The event", exact=True).click()
    page.wait_for_url(f"**/events/{event.key}/")


HREF = "() => { const a = document.activeElement; return a.getAttribute('href') ?? ''; }"


def follow(page: Any, path: str) -> None:
    """Tab to the link that leads to a path, and press Enter: no mouse."""
    for _tab in range(400):
        page.keyboard.press("Tab")
        if page.evaluate(HREF).endswith(path):
            page.keyboard.press("Enter")
            page.wait_for_url(f"**{path}")
            return
    raise AssertionError(f"no Tab leads to {path} on {page.url}")


def test_the_same_way_in_korean_by_keyboard_alone(open_page: Open, served: Served) -> None:
    from testigo.linked import Event
    from testigo.linking import link

    _, relay, stands = weighed(served)
    book = served.desk.casebook
    link.link(book)
    weigh.weigh(book)
    event = next(e for e in book.derived("linking", "event", Event, limit=200).items if len(e.reports) > 1)
    page = open_page(locale="ko-KR")
    page.goto(f"{served.address}/events/{event.key}/")
    assert page.locator("html").get_attribute("lang") == "ko"
    follow(page, f"/weight/event/{event.key}/")
    assert "독립" in page.locator(".counts .voices").inner_text()
    follow(page, relay)
    number = (
        page.locator(".changes > li", has_text="수가 늘어남").first.locator(".change-number").inner_text()
    )
    follow(page, f"#was-{number}")
    assert page.locator(f"#was-{number} + .changed").inner_text() in ("Three", "Thirteen")
    page.goto(served.address + relay)
    follow(page, stands.replace("/stands", ""))
    assert "Three of his neighbors were questioned" in page.locator("article").inner_text()
    follow(page, stands)
    assert page.locator("html").get_attribute("lang") == "ko"
    assert served.said == []


def test_a_link_is_cut_by_keyboard_and_the_weight_follows(open_page: Open, served: Served) -> None:
    weight, relay, _ = weighed(served)
    page = open_page()
    page.goto(served.address + relay)
    page.get_by_label("No: it has not").focus()
    page.keyboard.press("Space")
    page.get_by_label("Who says so").focus()
    page.keyboard.type("Alice")
    page.get_by_role("button", name="Record it").press("Enter")
    page.wait_for_url("**done=yes")
    assert "This link does not count." in page.locator("main").inner_text()
    page.goto(served.address + weight)
    assert page.locator(".counts dd").first.inner_text() == "1"
