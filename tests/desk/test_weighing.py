"""Relays, weights and what stands on a thing alone, on the desk: a casebook of three invented reports, weighed."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.desk.conftest import PORT, put
from tests.desk.wsgi import Browser
from tests.weighing.golds import EXAMPLES, gold, head

from testigo.archive.extract import extract_file
from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.claim import Reading
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.weighed import Fall, Origin, Relay, Weight
from testigo.weighing import weigh
from testigo.weighing.corroboration import AGREE_IN_PART
from testigo.weighing.independence import MAY_BE_ONE, OWN_VOICE, TWO_BY_TRAIT

NAMES = ("04-flour-remark", "05-flour-remark-relayed", "07-april-searches", "08-april-searches-correction")


def filled(path: Path) -> Casebook:
    """Four examples with their gold claims: 2 relays 1, 4 corrects 3."""
    made = create(path, None, plain=True, cost=FOR_TESTS)
    for n, name in enumerate(NAMES, 1):
        file = EXAMPLES / "gold" / f"{name}.txt"
        seen = gold(file, n, head(name)["outlet"])
        (report,) = extract_file(file, published=seen.published, publisher=seen.outlet)
        put(made, report, Reading("gold", "1", "1", report.language, tuple(s.claim for s in seen.claims)))
    return made


@pytest.fixture
def weighed(tmp_path: Path) -> Browser:
    made = filled(tmp_path / "weighed")
    weigh.weigh(made)
    return Browser(Desk(made, "weighed", PORT, Door(), plain=True)).come_in()


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page)))


def two_told(browser: Browser) -> Weight:
    return next(
        w for w in weigh.every(browser.desk.casebook, "weight", Weight, (("report", "2"),)) if w.articles == 2
    )


def test_before_weighing_the_page_says_what_to_do(browser: Browser) -> None:
    page = browser.get("/relays/").text
    assert "was not weighed yet" in page
    assert "testigo weigh --casebook case" in page
    assert "What stands on this report alone" not in browser.get("/report/1/").text


def test_the_list_shows_who_has_it_from_whom_and_how_much_changed(weighed: Browser) -> None:
    said = words_of(weighed.get("/relays/").text)
    assert "Returnee jailed for grumbling about the price of bread Ilvane Dispatch, 8 April 2024" in said
    assert "from Man arrested in Pellick after a remark about flour" in said
    assert "2 changes" in said
    assert "corrects it" in said


def test_a_relay_shows_its_reasons_its_changes_and_both_texts_linked_place_by_place(weighed: Browser) -> None:
    page = weighed.get("/relays/2~1/").text
    said = words_of(page)
    assert "names Farbank Journal" in said
    assert "Doubt lost" in said
    assert "Number grown" in said
    numbers = re.findall(r'id="was-(\d+)" href="#now-\1"', page)
    assert set(numbers) >= {"1", "2"}
    for number in numbers:
        assert f'id="now-{number}" href="#was-{number}"' in page
    stored = weighed.desk.casebook.report(1).report
    first = page.split('<div class="side"')[1]
    shown = [
        html.unescape(re.sub(r'<(a|span) class="change-number".*?</\1>|<[^>]*>', "", p))
        for p in re.findall(r'<p [^>]*class="words[^>]*>(.*?)</p>', first, re.DOTALL)
    ]
    assert shown == [b.span.of(stored.text) for b in stored.readable()]


def test_a_correction_is_called_one(weighed: Browser) -> None:
    said = words_of(weighed.get("/relays/4~3/").text)
    assert "corrects Night searches return to Brunsa" in said
    assert "What it corrects" in said
    assert "things left out" not in said


def test_a_person_cuts_a_link_by_the_form_and_the_numbers_follow(weighed: Browser) -> None:
    weight = two_told(weighed)
    sent = {"choice": "different", "by": "Alice", "note": "other words", "seen": ""}
    assert weighed.post("/relays/2~1/", sent).status == 302
    page = words_of(weighed.get("/relays/2~1/").text)
    assert "This link does not count." in page
    assert "No: it has not · Alice" in page
    kept = weighed.desk.casebook.derived_one("weighing", "relay", Relay, "2~1")
    assert kept is not None
    assert not kept.holds
    after = weighed.desk.casebook.derived_one("weighing", "weight", Weight, weight.subject)
    assert after is None or after.articles == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"choice": "", "by": "Alice", "seen": ""}, "Choose one of the answers."),
        ({"choice": "same", "by": "", "seen": ""}, "Say who you are"),
        ({"choice": "same", "by": "Alice", "seen": "99"}, "Somebody decided meanwhile"),
        ({"choice": "withdraw", "by": "Alice", "seen": ""}, "Somebody decided meanwhile"),
    ],
)
def test_a_form_that_cannot_be_recorded_comes_back_and_changes_nothing(
    weighed: Browser, sent: dict[str, str], said: str
) -> None:
    before = weighed.desk.casebook.counts()
    answer = weighed.post("/relays/2~1/", {**sent, "note": "typed words"})
    assert answer.status == 400
    assert said in words_of(answer.text)
    assert "typed words" in answer.text
    assert weighed.desk.casebook.counts() == before


def test_a_weight_shows_articles_outlets_origins_its_map_and_a_table_beside(weighed: Browser) -> None:
    kind, _, key = two_told(weighed).subject.partition(" ")
    page = weighed.get(f"/weight/{kind}/{key}/").text
    said = words_of(page)
    assert re.search(r"articles 2 outlets 2 independent origin 1\b", said)
    picture = ET.fromstring(re.findall(r"<svg.*?</svg>", page, re.DOTALL)[0])
    space = "{http://www.w3.org/2000/svg}"
    assert picture.find(f"{space}title") is not None
    assert picture.find(f"{space}desc") is not None
    assert [a.get("href") for a in picture.iter(f"{space}a")] == ["/relays/2~1/", "/report/1/", "/report/2/"]
    assert "style=" not in page
    row = re.findall(
        r'<th scope="row">Farbank Journal</th><td><a href="/relays/2~1/">Ilvane Dispatch</a></td><td>8 April 2024</td>',
        page,
    )
    assert len(row) == 1
    assert "relayed: adds no voice" in said
    assert "F: cannot be judged" in said


def test_a_persons_own_grade_stands_beside_the_computed_one(weighed: Browser) -> None:
    weight = two_told(weighed)
    kind, _, key = weight.subject.partition(" ")
    where = f"/weight/{kind}/{key}/"
    before = re.findall(r"<strong>(\d: [^<]*)</strong>", weighed.get(where).text)
    assert weighed.post(where, {"choice": "1", "by": "Alice", "note": "", "seen": ""}).status == 302
    page = weighed.get(where).text
    assert re.findall(r"<strong>(\d: [^<]*)</strong>", page)[:1] == before[:1]
    assert "1: confirmed" in words_of(page).split("A person's grade")[1][:60]


def test_how_reliable_a_path_is_is_for_people_to_say(weighed: Browser) -> None:
    assert (
        weighed.post("/stands/report/1/", {"choice": "B", "by": "Alice", "note": "", "seen": ""}).status
        == 302
    )
    assert "B: usually reliable · Alice" in words_of(weighed.get("/stands/report/1/").text)
    kind, _, key = two_told(weighed).subject.partition(" ")
    assert "Path of Farbank Journal, 3 April 2024 B: usually reliable" in words_of(
        weighed.get(f"/weight/{kind}/{key}/").text
    )


def test_what_stands_on_a_report_alone_is_one_link_away(weighed: Browser) -> None:
    page = weighed.get("/report/1/").text
    assert '<a href="/stands/report/1/">What stands on this report alone</a>' in page
    assert '<a href="/relays/2~1/">Relayed by Ilvane Dispatch</a>' in page
    said = words_of(weighed.get("/stands/report/1/").text)
    assert re.search(r"\d+ things fall", said)
    assert "His wife was not allowed to see him" in said


def test_a_claim_leads_to_its_weight_and_an_origin_to_what_stands_on_it(weighed: Browser) -> None:
    kind, _, key = two_told(weighed).subject.partition(" ")
    assert (
        f'<a href="/weight/{kind}/{key}/">How many stand behind it</a>' in weighed.get(f"/claim/{key}/").text
    )
    origin = re.findall(r'href="(/stands/origin/[^"]+)"', weighed.get(f"/weight/{kind}/{key}/").text)[0]
    assert weighed.get(html.unescape(origin)).status == 200


def test_a_source_is_found_by_any_of_its_mentions(weighed: Browser) -> None:
    origins = list(weigh.every(weighed.desk.casebook, "origin", Origin))
    several = next(o for o in origins if len(o.mentions) > 1 and ".source." in o.key)
    for kind, key in (
        ("source", several.key),
        ("source", several.mentions[-1]),
        ("origin", several.mentions[-1]),
    ):
        answer = weighed.get(f"/stands/{kind}/{key}/")
        assert answer.status == 302
        assert answer.headers["location"] == f"/stands/origin/{several.key}/"
    assert weighed.get(f"/stands/origin/{several.key}/").status == 200


def weight_as(least: int, most: int, grade: int) -> Weight:
    return Weight("claim 1", 3, 3, least, most, grade)


@pytest.mark.parametrize(
    ("was", "now", "section", "words"),
    [
        ((2, 5, 3), (2, 4, 3), "other", "at most 4 origins instead of 5; at least 2 as before"),
        ((1, 2, 3), (1, 1, 3), "other", "at most 1 origin instead of 2; at least 1 as before"),
        ((2, 2, 4), (2, 2, 3), "other", "credibility 3 instead of 4"),
        ((2, 4, 2), (1, 3, 3), "weaker", "at least 1 origin instead of 2; at most 3 origins instead of 4; credibility 3 instead of 2"),
    ],
)  # fmt: skip
def test_only_what_has_fewer_sure_origins_or_a_worse_grade_is_weaker_and_what_changes_is_said(
    weighed: Browser, monkeypatch: pytest.MonkeyPatch, was: tuple[int, int, int], now: tuple[int, int, int], section: str, words: str
) -> None:  # fmt: skip
    fall = Fall("claim 1", weight_as(*was), weight_as(*now))
    monkeypatch.setattr(weigh, "alone", lambda *_: (fall,))
    page = weighed.get("/stands/report/1/").text
    assert words in words_of(page)
    assert re.findall(r'<h2 id="(weaker|other)">', page) == [section]


def test_reasons_speak_the_language_of_the_page_about_parts_provinces_and_outlets(weighed: Browser) -> None:
    from django.utils import translation

    from testigo.desk.weighing_words import reason
    from testigo.reason import Reason

    with translation.override("ko"):
        part = str(reason(Reason(AGREE_IN_PART, ("a", "b", "time, person"))))
        two = str(reason(Reason(TWO_BY_TRAIT, ("a", "b", "ryanggang", "north hamgyong"))))
        sexes = str(reason(Reason(TWO_BY_TRAIT, ("a", "b", "female", "male"))))
        work = str(reason(Reason(TWO_BY_TRAIT, ("a", "b", "trader", "40"))))
        unknown = str(reason(Reason(MAY_BE_ONE, ("a", "?", "b", "?"))))
        voice = str(reason(Reason(OWN_VOICE, ("7",)), {"7": "압록일보"}))
    for said in (part, two, sexes, work, unknown, voice):
        assert not re.findall("[a-zA-Z]{2,}", said), said
    assert "량강도" in two
    assert "?" not in unknown
    assert "압록일보" in voice


def test_every_occupation_that_tells_sources_apart_has_its_word() -> None:
    from testigo.desk.weighing_words import ROLES
    from testigo.weighing.voices import OCCUPATIONS

    assert list(ROLES) == [row[0] for row in OCCUPATIONS]


def test_a_change_stands_in_its_words_and_leads_into_its_report(weighed: Browser) -> None:
    page = weighed.get("/relays/2~1/").text
    grown = next(
        li for li in re.findall(r'<li class="change-number-grown">.*?</li>', page) if "Thirteen" in li
    )
    assert "neighbors were questioned" in words_of(grown)
    ways = [html.unescape(way) for way in re.findall(r'href="(/report/[^"]+)"', grown)]
    assert len(ways) == 2
    for way, words in zip(ways, ("Three", "Thirteen"), strict=True):
        address, _, anchor = way.partition("#")
        shown = weighed.get(address).text
        at = words_of(shown.split(f'id="{anchor}"')[1]).split(">", 1)[1]
        assert re.match(rf"[\d ]*{words}\b", at)


@pytest.mark.parametrize(
    "path",
    ["/relays/1~9/", "/relays/x/", "/weight/claim/999/", "/weight/report/1/", "/weight/event/none/", "/stands/report/99/", "/stands/origin/x/", "/stands/outlet/x/"],
)  # fmt: skip
def test_what_is_not_there_is_said_to_be_not_there(weighed: Browser, path: str) -> None:
    assert weighed.get(path).status == 404
    assert weighed.post(path, {"choice": "same", "by": "Alice", "seen": ""}).status == 404


def test_the_pages_are_korean_around_the_words_of_reports(weighed: Browser) -> None:
    weighed.post("/-/language/", {"language": "ko"})
    kind, _, key = two_told(weighed).subject.partition(" ")
    for path in ("/relays/", "/relays/2~1/", f"/weight/{kind}/{key}/", "/stands/report/1/"):
        page = weighed.get(path).text
        assert len(re.findall("[가-힣]", page)) > 150, path
        assert "has its words from" not in page
        assert "independent origins" not in page


def test_a_title_of_a_report_cannot_become_markup(tmp_path: Path) -> None:
    from testigo.claim import Span
    from testigo.report import Block, Report

    text = "<b>Guards</b> took 43 sacks from Bela Torm in Dorna on May 4. & <script>alert(1)</script> nobody else was there that day."
    made = create(tmp_path / "odd", None, plain=True, cost=FOR_TESTS)
    for day in ("2031-05-12", "2031-05-13"):
        report = Report(
            f"{text}\n",
            (Block("body", Span(0, len(text))),),
            title="<i>T</i>",
            publisher=f"<u>{day}</u>",
            published=day,
            language="en",
            extractor=day,
        )
        put(made, report, Reading("r", "1", "1", "en", ()))
    put(
        made,
        Report(
            f"{text} ",
            (Block("body", Span(0, len(text))),),
            title="<i>T</i>",
            publisher="<s>",
            published="2031-05-14",
            language="en",
        ),
        None,
    )
    weigh.weigh(made)
    browser = Browser(Desk(made, "odd", PORT, Door(), plain=True)).come_in()
    pair = next(iter(weigh.every(made, "relay", Relay))).key
    for path in ("/relays/", f"/relays/{pair}/"):
        page = browser.get(path).text
        assert "<script>alert" not in page
        assert "<i>T</i>" not in page


def two_sources(browser: Browser) -> tuple[Weight, str]:
    """A thing with two sources of which nothing tells whether they are one, and the address of the question."""
    book = browser.desk.casebook
    for weight in weigh.every(book, "weight", Weight):
        kind, _, key = weight.subject.partition(" ")
        page = browser.get(f"/weight/{kind}/{key}/").text
        found = re.findall(r'href="(/weight/[^"]+/sources/[^"]+/)"', page)
        if found:
            return weight, html.unescape(found[0])
    raise AssertionError("no thing has two sources")


def test_a_person_says_that_two_sources_are_one_or_two_and_the_numbers_follow(weighed: Browser) -> None:
    weight, address = two_sources(weighed)
    asked = words_of(weighed.get(address).text)
    assert "Are these two sources one?" in asked
    book = weighed.desk.casebook
    for choice, said in (
        ("same", "One: they are the same source"),
        ("different", "Two: they are different sources"),
    ):
        seen = re.findall(r'name="seen" value="(\d*)"', weighed.get(address).text)[0]
        assert (
            weighed.post(address, {"choice": choice, "by": "Alice", "note": "", "seen": seen}).status == 302
        )
        now = book.derived_one("weighing", "weight", Weight, weight.subject)
        assert now is not None
        assert now.most == 1 if choice == "same" else now.least >= 2
        kind, _, key = weight.subject.partition(" ")
        assert said in words_of(weighed.get(f"/weight/{kind}/{key}/").text)


def test_a_pair_that_is_not_behind_the_thing_has_no_page(weighed: Browser) -> None:
    _weight, address = two_sources(weighed)
    for pair in ("1.source.0~1.source.0", "99.source.0~1.source.0", "nothing"):
        assert weighed.get(address.rsplit("/", 2)[0] + f"/{pair}/").status == 404
