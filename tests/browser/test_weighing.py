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
from testigo.judgement import standing
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


# --- the queue of links -----------------------------------------------------------------------------------------------


def waiting_pair(page: Any) -> str:
    return str(page.locator("form.deciding input[name=pair]").get_attribute("value"))


def press(page: Any, key: str) -> None:
    """A key that decides, and the page that comes of it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def said_of(served: Served, pair: str) -> str:
    """What people said of a pair of happenings, as it stands; "" where nothing does."""
    now = standing(served.desk.casebook.history("event-pair", pair))
    return now.verdict if now else ""


def judgements(served: Served) -> int:
    """How many judgements about pairs of happenings there are, the undone ones too."""
    return sum(len(history) for history in served.desk.casebook.decisions("event-pair").values())


def test_up_to_ten_links_are_decided_and_the_last_undone_by_keyboard_alone(
    open_world: Open, world: Served
) -> None:
    page = open_world()
    page.goto(f"{world.address}/links/")
    before = judgements(world)
    page.locator("#f-by").focus()
    page.keyboard.type("Alice")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert judgements(world) == before, "Enter in a field decides nothing"
    assert page.locator("form.deciding button:disabled").is_hidden()
    page.locator("h1").click()
    seen: list[str] = []
    while page.locator("form.deciding").count() and len(seen) < 10:
        seen.append(waiting_pair(page))
        press(page, "u")
        assert "Recorded" in page.get_by_role("status").inner_text()
    assert len(set(seen)) == len(seen) > 4
    assert {said_of(world, pair) for pair in seen} == {"unsure"}
    press(page, "z")
    assert "Undone" in page.get_by_role("status").inner_text()
    assert page.locator("#f-by").input_value() == "Alice"
    assert [said_of(world, pair) for pair in seen[-2:]] == ["unsure", ""]
    page.get_by_role("link", name="Look at it again").click()
    assert waiting_pair(page) == seen[-1]
    assert world.said == []


def test_a_contradiction_is_refused_with_the_way_to_what_stands_against_it(
    open_world: Open, world: Served
) -> None:
    from testigo.linked import Event

    events = world.desk.casebook.derived("linking", "event", Event, limit=200).items
    a, b, c = max(events, key=lambda e: len(e.claims)).claims[:3]
    page = open_world(viewport={"width": 360, "height": 800})
    for pair, key in ((f"{a}~{b}", "s"), (f"{b}~{c}", "s"), (f"{a}~{c}", "d")):
        page.goto(f"{world.address}/links/?kind=event&pair={pair}")
        page.locator("#f-by").fill("Alice")
        page.locator("h1").click()
        press(page, key)
    alert = page.get_by_role("alert")
    assert "Refused" in alert.inner_text()
    assert alert.get_by_role("link").count() == 2
    assert said_of(world, f"{a}~{c}") == ""
    alert.get_by_role("link").first.click()
    page.wait_for_url("**/links/?kind=event&pair=*")
    press(page, "z")
    page.goto(f"{world.address}/links/?kind=event&pair={a}~{c}")
    press(page, "d")
    assert said_of(world, f"{a}~{c}") == "different"


def test_people_of_one_name_are_told_apart_and_enter_in_the_field_of_the_name_decides_nothing(
    open_world: Open, world: Served
) -> None:
    from testigo.linked import Person

    book = world.desk.casebook
    page = open_world()
    page.goto(f"{world.address}/namesakes/?name=kerrin")
    before, persons = book.decisions("person-pair"), book.derived("linking", "person", Person, limit=1).total
    page.locator("#f-by").focus()
    page.keyboard.type("Alice")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert book.decisions("person-pair") == before
    page.get_by_role("button", name="are different").first.focus()
    press(page, "Enter")
    assert page.get_by_role("button", name="Undo").count() == 1
    assert book.derived("linking", "person", Person, limit=1).total == persons


def test_the_map_keeps_its_letters_and_scrolls_by_keyboard_on_a_telephone(
    open_page: Open, served: Served
) -> None:
    weight, _, _ = weighed(served)
    sizes = []
    for width in (360, 1600):
        page = open_page(viewport={"width": width, "height": 800})
        page.goto(served.address + weight)
        name = page.locator("svg.relaymap .name").first
        sizes.append(name.evaluate("e => [getComputedStyle(e).fontSize, e.getBoundingClientRect().height]"))
        figure = page.locator("figure.scrolls")
        assert figure.get_attribute("aria-label")
        if width == 360:
            assert page.locator(".sideways").is_visible()
            figure.focus()
            page.keyboard.press("End")
            for _turn in range(5):
                page.keyboard.press("ArrowRight")
            page.wait_for_timeout(400)
            assert figure.evaluate("e => e.scrollLeft") > 0
    assert sizes[0] == sizes[1]
