"""Events, persons and the queue of proposed links, on the invented country's reports about one arrest."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook import worlds
from tests.desk.conftest import PORT
from tests.desk.wsgi import Browser
from tests.linking import examples

from testigo.casebook.casebook import Casebook
from testigo.desk.door import Door
from testigo.desk.linking_words import TEMPLATES
from testigo.desk.site import Desk
from testigo.linked import Event, Link, Person
from testigo.linking import recounting
from testigo.linking.link import link

FEW = (
    "04-flour-remark",
    "05-flour-remark-relayed",
    "14-dosk-released-ko",
    "07-april-searches",
    "10-market-day-fines",
)


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page)))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    with worlds.empty(tmp_path / "case", plain=True) as made:
        examples.record(made, FEW)
        yield made


@pytest.fixture
def desk_of(book: Casebook) -> Browser:
    return Browser(Desk(book, "case", PORT, Door(), plain=True)).come_in()


def arrest(book: Casebook) -> Event:
    events = book.derived("linking", "event", Event, about=[("act", "arrest")], limit=99).items
    return next(e for e in events if len(e.reports) == 3)


def test_every_reason_of_linking_is_in_the_catalogue() -> None:
    assert set(recounting.REASONS) == set(TEMPLATES)


def test_before_linking_the_pages_say_so_and_one_button_links(book: Casebook, desk_of: Browser) -> None:
    for path in ("/events/", "/persons/", "/links/"):
        assert "Nothing was linked yet" in desk_of.get(path).text
    answer = desk_of.post("/links/run/", {"to": "persons"})
    assert (answer.status, answer.headers["location"]) == (302, "/persons/")
    desk_of.settle()
    assert "Dosk" in desk_of.get("/persons/").text
    assert "Nothing was linked yet" not in desk_of.get("/events/").text
    book.record_judgements([worlds.judge(1)])
    assert "came in since" in desk_of.get("/events/").text


def test_an_event_shows_its_conflicts_side_by_side_with_who_says_what(
    book: Casebook, desk_of: Browser
) -> None:
    link(book)
    event = arrest(book)
    page = desk_of.get(f"/events/{event.key}/").text
    words = plain(page)
    assert "Told differently" in words
    conflicts = words.split("As it is told")[0]
    for said in ("19 March 2024", "20 March 2024", "40–49", "51"):
        assert said in conflicts
    assert "14-dosk-released-ko → 현지 소식통" in conflicts
    assert re.search(r'href="/report/\d+/\?claim=\d+&amp;at=\d+#o\d+"', page)
    assert f"/claim/{event.claims[0]}/" in page
    assert "A man in his 40s was arrested in the border town of Pellick" in words
    assert desk_of.get("/events/nothing/").status == 404


def test_who_is_only_denied_to_have_done_it_is_marked_so_and_stands_last(tmp_path: Path) -> None:
    with worlds.empty(tmp_path / "denied", plain=True) as made:
        examples.record(made, ("07-april-searches", "08-april-searches-correction"))
        link(made)
        desk = Browser(Desk(made, "case", PORT, Door(), plain=True)).come_in()
        events = made.derived("linking", "event", Event, limit=99).items
        pages = [desk.get(f"/events/{event.key}/").text for event in events]
    shown = [
        found[0] for page in pages if (found := re.search(r'<ul class="doers">.*?</ul>', page, re.DOTALL))
    ]
    marked = [re.findall(r"<li><q.*?</li>", part, re.DOTALL) for part in shown if "status denied" in part]
    assert marked
    for lines in marked:
        assert '<span class="status denied">denied</span>' in lines[-1]
        assert not any("denied" in line for line in lines if "State Safeguard Office" in line)


def test_the_list_of_events_is_filtered_by_links(book: Casebook, desk_of: Browser) -> None:
    link(book)
    whole = desk_of.get("/events/").text
    assert "told differently: when" in plain(whole)
    few = desk_of.get("/events/?act=arrest&conflicts=some").text
    assert few.count('<li class="coercion">') < whole.count('<li class="coercion">')
    assert "Show all" in few
    assert "No event fits" in desk_of.get("/events/?act=suicide").text
    assert desk_of.get("/events/?page=999999999999&act=%3Cx").status == 200


def test_a_person_shows_the_case_in_time_and_every_mention(book: Casebook, desk_of: Browser) -> None:
    link(book)
    (event,) = [arrest(book)]
    page = desk_of.get(f"/persons/{event.persons[0]}/").text
    words = plain(page)
    assert "<svg" in page
    table = words.split("The case in time")[-1]
    order = [table.index(act) for act in ("Escape", "Forced return", "Arrest", "Release")]
    assert order == sorted(order)
    assert "도스크라는 성을 가진 51세 남성" in words
    assert "Age told differently" in words


def test_a_pair_is_decided_by_keyboard_and_undone(book: Casebook, desk_of: Browser) -> None:
    link(book)
    event = arrest(book)
    one, other = str(event.claims[0]), str(event.claims[-1])
    page = desk_of.get(f"/links/?pair={one}~{other}").text
    words = plain(page)
    assert "The machine joins the two now" in words
    assert page.count('class="in-its-words"') == 2
    for key in "sdu":
        assert f"<kbd>{key}</kbd>" in page
    form = {"kind": "event", "pair": f"{one}~{other}", "seen": "", "verdict": "different", "by": "Alice"}
    answer = desk_of.post("/links/", form)
    assert answer.status == 302
    after = desk_of.get(answer.headers["location"]).text
    assert "Recorded: not the same" in plain(after)
    (said,) = book.history("event-pair", f"{one}~{other}")
    undone = desk_of.post("/links/", {**form, "verdict": "withdraw", "seen": str(said.id)})
    assert undone.status == 302
    assert [j.verdict for j in book.history("event-pair", f"{one}~{other}")] == ["different", "withdraw"]


def test_what_contradicts_other_judgements_is_refused_and_named(book: Casebook, desk_of: Browser) -> None:
    link(book)
    a, b, c = (str(claim) for claim in arrest(book).claims[:3])
    for left, right in ((a, b), (b, c)):
        desk_of.post(
            "/links/",
            {"kind": "event", "pair": f"{left}~{right}", "seen": "", "verdict": "same", "by": "Alice"},
        )
    asked = desk_of.get(f"/links/?pair={a}~{c}").text
    assert "By what people said" in plain(asked)
    refused = desk_of.post(
        "/links/", {"kind": "event", "pair": f"{a}~{c}", "seen": "", "verdict": "different", "by": "Bob"}
    )
    assert refused.status == 400
    words = plain(refused.text)
    assert "Refused" in words
    assert words.count("one and the same (Alice") == 2
    for pair in (f"{a}~{b}", f"{b}~{c}"):
        assert f"/links/?kind=event&amp;pair={pair.replace('~', '%7E')}" in refused.text.replace("~", "%7E")
    alert = refused.text.split('role="alert"')[1].split("</div>")[0]
    for claim in (a, b, c):
        stored = book.claim(int(claim))
        assert " ".join(stored.claim.span.of(book.report(stored.report).report.text).split())[:40] in plain(
            alert
        )
    assert not book.history("event-pair", f"{a}~{c}")


def test_a_verdict_needs_a_person_a_verdict_and_a_pair_that_is_there(
    book: Casebook, desk_of: Browser
) -> None:
    link(book)
    a, b = (str(claim) for claim in arrest(book).claims[:2])
    form = {"kind": "event", "pair": f"{a}~{b}", "seen": "", "verdict": "same", "by": "Alice"}
    assert "Say who you are" in desk_of.post("/links/", {**form, "by": " "}).text
    assert "Choose one" in desk_of.post("/links/", {**form, "verdict": "merge"}).text
    assert desk_of.post("/links/", {**form, "pair": "1~999999"}).status == 404
    assert desk_of.get("/links/?pair=1~999999").status == 404
    desk_of.post("/links/", form)
    late = desk_of.post("/links/", {**form, "verdict": "unsure"})
    assert late.status == 409
    assert "Somebody judged this meanwhile" in late.text


def test_the_queue_passes_over_what_was_decided_and_can_be_left_for_later(
    book: Casebook, desk_of: Browser
) -> None:
    examples.record(book, [name for name in examples.NAMES if name not in FEW])
    link(book)
    open_ones = book.derived("linking", "link", Link, about=[("state", "event open")], limit=99).items
    assert open_ones
    first = desk_of.get("/links/").text
    assert f'value="{open_ones[0].left}~{open_ones[0].right}"' in first
    form = {
        "kind": "event",
        "pair": f"{open_ones[0].left}~{open_ones[0].right}",
        "seen": "",
        "verdict": "unsure",
        "by": "Alice",
    }
    desk_of.post("/links/", form)
    assert f'value="{open_ones[0].left}~{open_ones[0].right}"' not in plain_form(desk_of.get("/links/").text)
    assert "No pair waits" in desk_of.get(f"/links/?skip={len(open_ones)}").text


def plain_form(page: str) -> str:
    return page.rsplit('class="judging deciding"', maxsplit=1)[-1]


def test_people_of_one_name_are_told_apart_in_one_table_and_nobody_is_made(
    book: Casebook, desk_of: Browser
) -> None:
    link(book)
    kerrins = book.derived("linking", "person", Person, about=[("name", "kerrin")], limit=99).items
    assert len(kerrins) == 2
    page = desk_of.get("/namesakes/?name=kerrin").text
    assert "2 persons whose names may be this one" in plain(page)
    (pair,) = set(re.findall(r'value="same ([^" ]+)"', page))
    before = book.derived("linking", "person", Person, limit=1).total
    answer = desk_of.post("/namesakes/?name=kerrin", {"decide": f"different {pair}", "by": "Alice"})
    assert answer.status == 302
    assert [j.verdict for j in book.history("person-pair", pair)] == ["different"]
    assert "Undo" in desk_of.get("/namesakes/?name=kerrin").text
    link(book)
    assert book.derived("linking", "person", Person, limit=1).total == before


def test_the_pages_are_korean_around_the_words_of_reports(book: Casebook, desk_of: Browser) -> None:
    link(book)
    desk_of.post("/-/language/", {"language": "ko"})
    event = arrest(book)
    for path in ("/events/", f"/events/{event.key}/", f"/persons/{event.persons[0]}/", "/links/"):
        assert "다시 연결" in desk_of.get(path).text
    assert "서로 다르게 전해진 것" in desk_of.get(f"/events/{event.key}/").text


def test_pages_stay_small_however_many_tell_it(book: Casebook, desk_of: Browser) -> None:
    link(book)
    event = arrest(book)
    assert len(desk_of.get("/events/").body) < 60_000
    assert len(desk_of.get(f"/events/{event.key}/").body) < 60_000


def test_a_page_beyond_the_last_one_is_the_last_one(book: Casebook, desk_of: Browser) -> None:
    link(book)
    for path in ("/events/", "/persons/"):
        first, beyond = desk_of.get(path).text, desk_of.get(f"{path}?page=9999").text
        assert first.count('<span class="by">') == beyond.count('<span class="by">') > 0


def test_a_person_shows_who_did_what_with_the_chain_above(book: Casebook, desk_of: Browser) -> None:
    link(book)
    dosk = next(p for p in book.derived("linking", "person", Person, limit=200).items if p.name == "Dosk")
    page = desk_of.get(f"/persons/{dosk.key}/").text
    deeds = page.split("<h2>Who did it</h2>")[1].split("</section></section>")[0]
    said = plain(deeds)
    assert "Arrest" in said
    assert "safeguard officers" in said
    assert "Sentence" not in said.split("Arrest")[0]


def test_claims_that_speak_of_a_person_twice_count_once(book: Casebook, desk_of: Browser) -> None:
    link(book)
    for person in book.derived("linking", "person", Person, limit=200).items:
        claims = len({m.claim for m in person.mentions})
        said = "1 claim in" if claims == 1 else f"{claims} claims in"
        assert said in plain(desk_of.get(f"/persons/{person.key}/").text)


def test_the_case_stands_in_the_order_of_time(book: Casebook, desk_of: Browser) -> None:
    link(book)
    dosk = next(p for p in book.derived("linking", "person", Person, limit=200).items if p.name == "Dosk")
    rows = re.findall(r"<tr><td>(.*?)</td>", desk_of.get(f"/persons/{dosk.key}/").text, re.DOTALL)
    days = [
        found[0] for row in rows if (found := re.match(r"\d+ \w+ \d{4}|day not told", plain(row).strip()))
    ]
    dated = [
        dt.datetime.strptime(day, "%d %B %Y").replace(tzinfo=dt.UTC) for day in days if day != "day not told"
    ]
    assert dated
    assert dated == sorted(dated)
    assert "day not told" not in days[: len(dated)]
