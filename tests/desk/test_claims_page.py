"""The page of claims: every count is a link to the claims that it counts, and nothing is left out silently."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.desk.conftest import PORT, put
from tests.desk.wsgi import Browser

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.claim import Claim, Filler, Reading, Span
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.report import Block, Report

TEXT = "Two men were arrested in Hoeryong on October 12. Traders were fined in North Hamgyong."


def told(casebook: Casebook) -> None:
    def filler(words: str, place: str | None = None, value: str | None = None) -> Filler:
        return Filler(Span(TEXT.index(words), TEXT.index(words) + len(words)), words, place, value)

    first, second = Span(0, 47), Span(49, len(TEXT) - 1)
    claims = (
        Claim("event", "arrest", first, Span(13, 21), "asserted", target=(filler("Two men"),),
              place=(filler("Hoeryong", "KP-09-hoeryong"),), time=(filler("October 12", value="2021-10-12"),)),
        Claim("event", "sentence", second, Span(62, 67), "hedged", target=(filler("Traders"),),
              place=(filler("North Hamgyong", "KP-09"),)),
    )  # fmt: skip
    report = Report(TEXT, (Block("body", Span(0, len(TEXT))),), title="Traders fined", language="en")
    put(casebook, report, Reading("sample", "1", "1", "en", claims))


def desk(tmp_path: Path) -> tuple[Casebook, Browser]:
    made = create(tmp_path / "case", None, plain=True, cost=FOR_TESTS)
    told(made)
    return made, Browser(Desk(made, "case", PORT, Door(), plain=True)).come_in()


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page)))


def test_claims_are_listed_in_their_words_and_filtered_by_links(tmp_path: Path) -> None:
    made, browser = desk(tmp_path)
    with made:
        page = words_of(browser.get("/claims/").text)
        assert "2 claims" in page
        assert "Two men were arrested in Hoeryong on October 12" in page
        assert "Traders were fined" not in words_of(browser.get("/claims/?act=arrest").text)
        assert "Two men" not in words_of(browser.get("/claims/?status=hedged").text)


def test_a_province_counts_the_claims_in_its_towns(tmp_path: Path) -> None:
    made, browser = desk(tmp_path)
    with made:
        assert "2 claims" in words_of(browser.get("/claims/?place=KP-09").text)
        assert "1 claim" in words_of(browser.get("/claims/?place=KP-09-hoeryong").text)


def test_every_number_of_a_picture_leads_to_as_many_claims(tmp_path: Path) -> None:
    made, browser = desk(tmp_path)
    with made:
        for view in ("time", "map", "count"):
            page = browser.get(f"/claims/?as={view}").text
            links = re.findall(r'<a [^>]*href="([^"]+)"[^>]*><title>[^<]*?(\d+) claims?</title>', page)
            assert links or view == "time"
            for href, count in links:
                found = words_of(browser.get(html.unescape(href)).text)
                assert re.search(rf"\b{count} claims?\b", found), (href, count)


def test_the_pictures_say_what_they_cannot_show(tmp_path: Path) -> None:
    made, browser = desk(tmp_path)
    with made:
        assert "1 claim has no date with a year" in words_of(browser.get("/claims/?as=time").text)
        assert "not of events" in words_of(browser.get("/claims/?as=count").text)


def test_tables_and_pictures_can_be_taken_away(tmp_path: Path) -> None:
    made, browser = desk(tmp_path)
    with made:
        for name in ("timeline", "places", "acts", "months", "provinces"):
            table = browser.get(f"/claims/{name}.csv")
            assert table.status == 200
            assert "attachment" in table.headers["content-disposition"]
            picture = browser.get(f"/claims/{name}.svg")
            assert picture.status == 200
            led = [e.get("href", "") for e in ET.fromstring(picture.body).iter()]
            assert not [href for href in led if not href.startswith("#") and href], "only to its own outlines"
        assert browser.get("/claims/etc.svg").status == 404
        assert browser.get("/claims/timeline.exe").status == 404


def test_an_address_that_makes_no_sense_shows_all_claims(tmp_path: Path) -> None:
    made, browser = desk(tmp_path)
    with made:
        for query in (
            "act=nonsense",
            "place=%22%3E",
            "month=20-1-1",
            "page=-4",
            "as=%00",
            "page=99999999999999999999",
        ):
            assert "2 claims" in words_of(browser.get(f"/claims/?{query}").text), query
