"""The worst that weighing may be given, through the command and on the pages: each is said as it is, and nothing breaks."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.desk.conftest import PORT, put
from tests.desk.wsgi import Browser
from typer.testing import CliRunner

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.claim import Span
from testigo.cli import app
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.errors import Conflict
from testigo.judgement import Judgement
from testigo.reading.read import read_report
from testigo.report import Block, Report
from testigo.weighed import Origin, Relay, Weight
from testigo.weighing import weigh as door

NOON = dt.datetime(2031, 6, 1, 12, 0, tzinfo=dt.UTC)
STORY = (
    "Guards of the Third Office took 43 sacks of salt from the house of Bela Torm, a baker in her 50s, in Dorna on May 4. "
    "{said}. Seven people were arrested at the bridge bakery the same night. Torm was sentenced to nine months in a labor colony."
)
OWN = "A source in the town told {outlet} that she had traded across the river"
Told = tuple[str, str | None, str]
Make = Callable[[list[Told]], Browser]


def cites(*outlets: str) -> str:
    return STORY.format(said=". ".join(f"{outlet} reported this" for outlet in outlets))


def own(outlet: str) -> str:
    return STORY.format(said=OWN.format(outlet=outlet))


@pytest.fixture
def weighed(tmp_path: Path) -> Make:
    def make(reports: list[Told]) -> Browser:
        book = create(tmp_path / "case", None, plain=True, cost=FOR_TESTS)
        for outlet, day, text in reports:
            report = Report(f"{text}\n", (Block("body", Span(0, len(text))),), publisher=outlet, published=day, language="en", extractor=outlet)  # fmt: skip
            put(book, report, read_report(report))
        door.weigh(book)
        return Browser(Desk(book, "case", PORT, Door(), plain=True)).come_in()

    return make


def said(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page)))


def printed(book: Casebook, *asked: str) -> Any:
    """What the command prints; it opens the casebook for itself, so that this one is closed from here on."""
    done = CliRunner().invoke(app, ["weigh", *asked, "--json", "-q", "-c", f"{book.path}"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def held(book: Casebook) -> set[tuple[int, int | None]]:
    return {(r.relay, r.original) for r in door.every(book, "relay", Relay) if r.holds}


def test_a_relay_dated_before_its_original_stays_one_and_both_pages_say_so(weighed: Make) -> None:
    desk = weighed([("North Wire", "2031-05-12", own("North Wire")), ("Bay News", "2031-05-10", cites("North Wire"))])  # fmt: skip
    assert held(desk.desk.casebook) == {(2, 1)}
    assert "dated before the one that it names" in said(desk.get("/relays/2~1/").text)
    assert "Has its words from North Wire" in said(desk.get("/report/2/").text)
    (relay,) = printed(desk.desk.casebook)["relays"]
    assert relay["order"] == "citation"


def test_of_two_that_cite_each_other_the_earlier_is_the_original(weighed: Make) -> None:
    desk = weighed([("North Wire", "2031-05-12", cites("Bay News")), ("Bay News", "2031-05-13", cites("North Wire"))])  # fmt: skip
    assert desk.get("/relays/2~1/").status == 200
    assert held(desk.desk.casebook) == {(2, 1)}
    assert all(w["most"] <= 1 for w in printed(desk.desk.casebook)["weights"])


def test_of_three_that_cite_each_other_in_a_circle_all_goes_back_to_the_earliest(weighed: Make) -> None:
    three = [("North Wire", "2031-05-12", "Hill Post"), ("Bay News", "2031-05-13", "North Wire"), ("Hill Post", "2031-05-14", "Bay News")]  # fmt: skip
    desk = weighed([(outlet, day, cites(named)) for outlet, day, named in three])
    book = desk.desk.casebook
    links = {a: b for a, b in held(book) if b is not None}
    assert set(links) == {2, 3}
    assert 1 in (links[2], links.get(links[3]), links[3])
    assert {r.root for r in door.every(book, "relay", Relay) if r.holds} == {1}
    assert door.falls_with(book, 1) == (2, 3)
    assert desk.get("/stands/report/1/").status == 200
    fallen = printed(book, "--without", "report:1")
    assert fallen
    assert all(fall.get("after") is None for fall in fallen)


def test_what_tells_neither_place_nor_time_is_weighed_and_never_confirmed(weighed: Make) -> None:
    text = "A baker was arrested, a {who} told {outlet}."
    desk = weighed([(o, None, text.format(who=who, outlet=o)) for o, who in (("North Wire", "trader"), ("Bay News", "teacher"))])  # fmt: skip
    for weight in door.every(desk.desk.casebook, "weight", Weight):
        kind, _, key = weight.subject.partition(" ")
        page = desk.get(f"/weight/{kind}/{key}/")
        assert page.status == 200
        assert "date of publication not known" in said(page.text)
    weights = printed(desk.desk.casebook)["weights"]
    assert len(weights) == 2
    assert all(w["credibility"] >= 3 and (w["articles"], w["most"]) == (1, 1) for w in weights)


def test_reports_without_any_date_are_weighed_and_neither_is_called_the_original(weighed: Make) -> None:
    text = own("Coast Daily")
    desk = weighed([("North Wire", None, text), ("Bay News", None, f"{text} Share this page.")])
    (key,) = (r.key for r in door.every(desk.desk.casebook, "relay", Relay) if r.original)
    assert "neither is called the original" in said(desk.get(f"/relays/{key}/").text)
    assert "date of publication not known" in said(desk.get("/relays/").text)
    weight = next(w for w in door.every(desk.desk.casebook, "weight", Weight) if w.articles == 2)
    kind, _, key = weight.subject.partition(" ")
    assert "no date" in desk.get(f"/weight/{kind}/{key}/").text
    assert "unknown" in [r["order"] for r in printed(desk.desk.casebook)["relays"]]


def test_one_outlet_that_is_not_held_is_one_origin_however_it_is_spelled(weighed: Make) -> None:
    names = ("Harbor Daily", "the newspaper HarborDaily", "the HARBOR DAILY", "The Harbor Daily")
    mores = ("The wharf was closed.", "Nobody knew why.", "It rained.", "The men were fishermen.")
    desk = weighed([(f"Outlet {n}", f"2031-06-{n + 4:02}", f"Four men were shot in Vell on June 2, {name} reported. {more}")
                    for n, (name, more) in enumerate(zip(names, mores, strict=True))])  # fmt: skip
    book = desk.desk.casebook
    outside = [r for r in door.every(book, "relay", Relay) if r.original is None]
    assert {r.outside for r in outside} == {"Harbor Daily"}
    assert {1, 2, 3} <= {r.relay for r in outside}
    (origin,) = (o for o in door.every(book, "origin", Origin) if o.kind == "outside")
    assert (origin.key, origin.words) == ("outside harbor daily", "Harbor Daily")
    assert "Harbor Daily, not held" in said(desk.get(f"/stands/origin/{origin.key}/").text)
    assert len(printed(book, "--without", f"origin:{origin.key}")) >= 3


def test_a_link_that_a_person_cut_stays_cut_when_it_is_found_again(weighed: Make) -> None:
    text = own("North Wire")
    desk = weighed([("North Wire", "2031-05-12", text), ("Bay News", "2031-05-13", f"{text} Share it.")])
    book = desk.desk.casebook
    sent = {"choice": "different", "by": "Alice", "note": "they share a desk", "seen": ""}
    assert desk.post("/relays/2~1/", sent).status == 302
    copy = Report(f"{text}\n\n", (Block("body", Span(0, len(text))),), publisher="Hill Post", published="2031-05-15", language="en", extractor="x")  # fmt: skip
    put(book, copy, read_report(copy))
    for _ in range(2):
        door.weigh(book)
        found = {r.key: r for r in door.every(book, "relay", Relay)}
        assert not found["2~1"].holds
        assert found["2~1"].judged == "different"
        assert (2, 1) not in held(book)
        assert any(relay == 3 for relay, _ in held(book))
    page = said(desk.get("/relays/2~1/").text)
    assert "This link does not count." in page
    assert "a person said that it has not its words from there" in page
    assert "does not count" in said(desk.get("/relays/").text)


SOURCES = (("North Wire", "a trader"), ("Bay News", "a resident"), ("Hill Post", "a neighbor"))


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 2, 0)])
def test_of_three_contradictory_judgements_of_sources_the_last_is_refused_with_the_others_shown(
    weighed: Make, order: tuple[int, int, int]
) -> None:
    desk = weighed([(outlet, f"2031-05-1{n}", f"Bela Torm, a baker, was arrested in Dorna on May {n + 4}, {who} told {outlet}.")
                    for n, (outlet, who) in enumerate(SOURCES)])  # fmt: skip
    book = desk.desk.casebook
    a, b, c = (o.mentions[0] for o in sorted(door.every(book, "origin", Origin), key=lambda o: o.report))
    three = ((a, b, "same"), (b, c, "same"), (a, c, "different"))
    for n in order[:2]:
        book.record_judgements([Judgement("origin-pair", "~".join(three[n][:2]), three[n][2], "Alice", NOON)])
    left, right, verdict = three[order[2]]
    with pytest.raises(Conflict) as refused:
        book.record_judgements([Judgement("origin-pair", f"{left}~{right}", verdict, "Alice", NOON)])
    for n in order[:2]:
        assert f"are {three[n][2]} (Alice" in refused.value.message
    assert f"cannot be {verdict}" in refused.value.message
    assert not book.history("origin-pair", f"{left}~{right}")
    door.weigh(book)


def test_an_empty_casebook_is_weighed_and_its_pages_say_that_there_is_nothing(weighed: Make) -> None:
    desk = weighed([])
    book = desk.desk.casebook
    page = desk.get("/relays/")
    assert page.status == 200
    assert "No report of this casebook was found to have its words from another." in said(page.text)
    assert desk.get("/stands/report/1/").status == 404
    assert desk.get("/weight/claim/1/").status == 404
    assert printed(book) == {"relays": [], "weights": [], "origins": 0, "reports": 0}
    done = CliRunner().invoke(app, ["weigh", "--without", "report:1", "-c", f"{book.path}"])
    assert "there is no report 1 in this casebook" in f"{done.exception}"


COPIES = 70


def test_a_map_of_many_copies_says_how_many_are_not_on_it_and_where_they_stand(weighed: Make) -> None:
    made = [
        (f"Outlet {n % 9}", f"2031-05-{12 + n % 15:02}", f"{own('Coast Daily')} Share page {n}.")
        for n in range(COPIES)
    ]
    desk = weighed([("Coast Daily", "2031-05-11", own("Coast Daily")), *made])
    book = desk.desk.casebook
    weight = max(door.every(book, "weight", Weight), key=lambda w: w.articles)
    assert weight.articles == COPIES + 1
    kind, _, key = weight.subject.partition(" ")
    page = desk.get(f"/weight/{kind}/{key}/").text
    assert f"{COPIES + 1 - 40} more reports tell it and are not on the map. All relays" in said(page)
    assert len(page.encode()) < 100_000
    first = said(desk.get("/relays/").text)
    assert "2 of" in first or "Next" in first


def test_things_on_the_same_tellings_are_one_row_and_all_are_counted(weighed: Make) -> None:
    made = [
        (f"Outlet {n}", f"2031-05-{12 + n:02}", f"{own('Coast Daily')} Share page {n}.") for n in range(9)
    ]
    desk = weighed([("Coast Daily", "2031-05-11", own("Coast Daily")), *made])
    book = desk.desk.casebook
    fallen = door.each(door.alone(book, "report", "1"))
    page = desk.get("/stands/report/1/").text
    assert f"{len(fallen)} things fall" in said(page)
    assert "and 9 more that rest on the same tellings" in said(page)
    assert page.count("<tr>") - 1 < len(fallen) / 5
    for fall in fallen:
        kind, _, key = fall.subject.partition(" ")
        assert desk.get(f"/weight/{kind}/{key}/").status == 200
