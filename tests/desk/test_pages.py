"""What the pages show of a small casebook."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from tests.desk.conftest import PORT, put
from tests.desk.test_tour import besides_text
from tests.desk.wsgi import Browser

from testigo.archive.preserve import preserve
from testigo.casebook.casebook import create
from testigo.casebook.keys import FOR_TESTS
from testigo.claim import Claim, Filler, Reading, Source, Span
from testigo.desk.door import Door
from testigo.desk.samples import sample
from testigo.desk.site import Desk
from testigo.report import Block, Report


def words_of(page: str) -> str:
    """A page without its tags."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page)))


def test_the_list_shows_every_report_and_what_was_not_read(browser: Browser) -> None:
    page = words_of(browser.get("/").text)
    assert "Guards in Northtown told to strike herders off lists" in page
    assert "북부 시장" in page
    assert "not read yet" in page
    assert "13 claims, 1 order none judged" in page
    assert "1 thing failed" in page


def test_the_list_says_how_far_the_judging_is_and_leads_to_what_waits(browser: Browser) -> None:
    page = browser.get("/").text
    assert "claims judged: 0 of 13" in page
    assert '<a href="/claims/?verdict=open">13 claims that nobody judged</a>' in page
    browser.post("/claim/6/", {"verdict": "conflict", "by": "Alice", "note": "two towns", "seen": ""})
    page = browser.get("/").text
    assert '<a href="/claims/?verdict=conflict">1 claim in conflict</a>' in page
    assert "claims judged: 1 of 13" in page
    assert browser.get("/claims/?verdict=conflict").text.count("/claim/6/") >= 1


def test_an_empty_casebook_says_what_to_do_next(tmp_path: Path) -> None:
    with create(tmp_path / "empty", None, plain=True, cost=FOR_TESTS) as made:
        browser = Browser(Desk(made, "empty", PORT, Door(), plain=True)).come_in()
        assert "testigo add --casebook empty" in browser.get("/").text
        for path in ("/orders/", "/ledger/", "/troubles/", "/search/", "/search/?q=x"):
            assert browser.get(path).status == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?language=ko", "북부 시장"),
        ("?publisher=Northtown+Courier", "Guards in Northtown"),
        ("?publisher=-", "북부 시장"),
        ("?status=denied", "Guards in Northtown"),
        ("?judged=none", "Guards in Northtown"),
        ("?q=herders", "Guards in Northtown"),
    ],
)
def test_a_filter_is_a_link_that_finds(browser: Browser, query: str, found: str) -> None:
    page = browser.get("/" + query).text
    (rows,) = re.findall(r'<ul class="reports">.*?</ul>', page, re.DOTALL)
    assert found in rows
    assert rows.count("<li>") == 1


@pytest.mark.parametrize(
    "query", ["?page=999", "?page=-1", "?page=x", "?sort=drop+table", "?judged=perhaps", "?q=%00", "?q=%22"]
)
def test_an_odd_address_is_no_error(browser: Browser, query: str) -> None:
    assert browser.get("/" + query).status == 200


def test_the_text_of_a_report_is_all_there_in_order(browser: Browser) -> None:
    page = browser.get("/report/1/").text
    made = sample()
    bare = re.sub(r'<a class="number.*?</a>', "", page, flags=re.DOTALL)
    passages = re.findall(r'<div class="passage"[^>]*>(.*?)</div>', bare, re.DOTALL)
    assert [html.unescape(re.sub(r"<[^>]*>", "", p)) for p in passages] == [
        b.span.of(made.text) for b in made.blocks
    ]


def test_every_claim_has_its_note_with_act_status_and_chain(browser: Browser) -> None:
    page = browser.get("/report/1/").text
    assert len(re.findall(r'<details class="note ', page)) == len(sample().claims)
    said = words_of(page)
    assert "Ill-treatment denied said NOT to have happened" in said
    assert "Watch list ordered or planned not said to have been done" in said
    assert "Who says so Northtown Courier A courier from the North Quarter here: she (unnamed)" in said


def test_a_chosen_claim_is_shown_with_its_parts_without_scripts(browser: Browser) -> None:
    page = browser.get("/report/1/?claim=6").text
    assert len(re.findall(r"<details [^>]* open>", page)) == 1
    bare = re.sub(r'<a class="number.*?</a>|<span class="together">|(?<=Bob,)</span>', "", page)
    assert 'class="part target" data-role="To whom">Bob, a herder in his 40s</span>' in bare
    assert 'data-role="When">12 October</span>' in page


def test_every_link_to_words_leads_to_a_place_on_its_page(browser: Browser) -> None:
    page = browser.get("/claim/6/").text
    links = {html.unescape(h) for h in re.findall(r'href="(/report/1/\?[^"]+#o\d+)"', page)}
    assert len(links) >= 4
    for link in links:
        address, _, anchor = link.partition("#")
        assert f' id="{anchor}"' in browser.get(address).text


def test_captions_and_furniture_are_shown_and_said_to_be_not_read(browser: Browser) -> None:
    page = browser.get("/report/1/").text
    assert 'class="row caption"' in page
    assert "page furniture: not read for claims" in page


def test_a_run_of_page_furniture_is_one_quiet_passage(tmp_path: Path) -> None:
    words = ("Home", "Prices", "<b>About</b>", "Guards arrested Bob.", "Leave a reply")
    kinds = ("furniture", "furniture", "furniture", "body", "furniture")
    blocks, at = [], 0
    for kind, word in zip(kinds, words, strict=True):
        blocks.append(Block(kind, Span(at, at + len(word))))
        at += len(word) + 1
    with create(tmp_path / "menu", None, plain=True, cost=FOR_TESTS) as made:
        put(made, Report("\n".join(words), tuple(blocks), title="Menu", language="en"), None)
        page = Browser(Desk(made, "menu", PORT, Door(), plain=True)).come_in().get("/report/1/").text
    assert page.count('<section class="row furniture">') == 2
    assert '<span class="piece">Prices</span><span class="piece">&lt;b&gt;About&lt;/b&gt;</span>' in page
    assert page.count("page furniture: not read for claims") == 2


def test_an_order_is_shown_with_its_clauses_and_levels(browser: Browser) -> None:
    page = words_of(browser.get("/report/1/").text)
    assert "keeps under" in page
    assert "takes out" in page
    assert "Levels of supervision 2 to 4" in page


def test_a_status_filter_hides_lines_and_never_words(browser: Browser) -> None:
    page = browser.get("/report/1/?status=hedged").text
    assert len(re.findall(r'<details class="note ', page)) == 1
    assert "Nobody dares to speak" in page


def test_the_claim_page_has_every_part_and_says_that_nobody_judged_it(browser: Browser) -> None:
    page = words_of(browser.get("/claim/8/").text)
    assert "Nobody has judged this claim yet. It is what a machine read." in page
    assert "three months in a labour brigade 3 months" in page
    assert "reportedly" in page


def test_the_ledger_lists_what_was_done_and_verifies(browser: Browser) -> None:
    page = browser.get("/ledger/").text
    assert "SHA" not in page
    assert len(re.findall(r"<tr><td", page)) == browser.desk.casebook.counts().entries


def test_verifying_finds_all_well_and_then_the_damaged_original(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Guards arrested Bob in Northtown on Monday, a courier said.", encoding="utf-8")
    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as made:
        preserve(made, [str(letter)])
        browser = Browser(Desk(made, "case", PORT, Door(), plain=True)).come_in()
        assert "Everything is what it was" in _verified(browser)
        (sealed,) = [p for p in made.objects_dir.rglob("*") if p.is_file() and p.stat().st_size > 60]
        sealed.chmod(0o600)
        sealed.write_bytes(sealed.read_bytes()[:-1] + b"!")
        assert "Everything is what it was" in browser.get("/ledger/").text, "what was found last stays"
        page = _verified(browser)
        assert "Something does not match" in page
        assert "original 1" in page


def _verified(browser: Browser) -> str:
    """The page of the ledger after everything was verified."""
    assert browser.post("/ledger/verify/").headers["location"] == "/ledger/"
    browser.settle()
    return browser.get("/ledger/").text


def test_a_trouble_says_what_and_why(browser: Browser) -> None:
    page = words_of(browser.get("/troubles/").text)
    assert "letter.pdf" in page
    assert "the file asks for a password save it without one" in page


def test_a_search_opens_at_the_passage(browser: Browser) -> None:
    page = browser.get("/search/?q=flour").text
    assert "<mark>flour</mark>" in page
    (link,) = {html.unescape(h) for h in re.findall(r'href="(/report/1/[^"]*#o\d+)"', page)}
    assert browser.get(link.partition("#")[0]).status == 200
    assert "No report holds these words" in browser.get("/search/?q=zebra").text


def test_a_thing_that_is_not_there_is_said_so(browser: Browser) -> None:
    for path in ("/report/99/", "/claim/99/", "/report/99999999999999999999/"):
        answer = browser.get(path)
        assert answer.status == 404
        assert "There is nothing here." in answer.text


def test_quotes_carry_the_language_of_the_report(browser: Browser) -> None:
    assert '<div class="passage" lang="ko">' in browser.get("/report/2/").text
    assert '<div class="passage" lang="en">' in browser.get("/report/1/").text


def test_the_interface_follows_the_browser_and_the_choice(desk: Desk) -> None:
    korean = Browser(desk, {"HTTP_ACCEPT_LANGUAGE": "ko-KR,ko;q=0.9"}).come_in()
    assert '<html lang="ko"' in korean.get("/").text
    korean.post("/-/language/", {"language": "en"})
    assert '<html lang="en"' in korean.get("/").text


def test_the_colours_are_kept_by_a_cookie(browser: Browser) -> None:
    assert 'data-theme="auto"' in browser.get("/").text
    browser.post("/-/theme/", {"theme": "dark"})
    assert 'data-theme="dark"' in browser.get("/").text


def test_every_component_is_on_the_page_of_patterns(browser: Browser) -> None:
    page = browser.get("/-/patterns").text
    sheet = (Path(__file__).resolve().parents[2] / "src/testigo/desk/templates").glob("_*.html")
    for name in (
        "note",
        "order",
        "facts",
        "filters",
        "pager",
        "judging",
        "nothing",
        "damage",
        "trouble",
        "key",
    ):
        assert f'class="{name}' in page or f" {name}" in page, name
    assert list(sheet)


@pytest.fixture
def crowded(tmp_path: Path) -> Browser:
    """One report of ten megabytes with five thousand claims, many on the same words."""
    sentence = "Guards arrested Bob in Northtown on Monday. "
    text = sentence * 240_000
    claims = []
    for n in range(5000):
        start = (n // 7) * len(sentence)
        span, words = Span(start, start + 42), "Bob"
        bob = start + text[start:].index(words, 0, 100) if n < 7 else start + sentence.index(words)
        claims.append(
            Claim("event", "arrest", span, Span(start + 7, start + 15), "reported",
                  sources=(Source(Span(start, start + 6), "Guards", "anonymous", rule=f"r{n}"),),
                  target=(Filler(Span(bob, bob + 3), words, rule=f"r{n}"),), rule=f"r{n}")
        )  # fmt: skip
    made = create(tmp_path / "crowd", None, plain=True, cost=FOR_TESTS)
    put(
        made,
        Report(text, (Block("body", Span(0, len(text))),), title="Crowd", language="en"),
        Reading("r", "1", "1", "en", tuple(claims)),
    )
    return Browser(Desk(made, "crowd", PORT, Door(), plain=True)).come_in()


@pytest.mark.slow
def test_ten_megabytes_with_five_thousand_claims_come_in_parts(crowded: Browser) -> None:
    first = crowded.get("/report/1/")
    assert first.status == 200
    assert besides_text(first) < 100_000
    assert "10,560,000 characters" in first.text or "10560000 characters" in first.text
    count = int(re.findall(r"Page 1 of (\d+)", first.text)[0])
    last = crowded.get(f"/report/1/?part={count}")
    assert last.status == 200
    assert f"Page {count} of {count}" in last.text
    assert besides_text(crowded.get(f"/report/1/?at={10_000_000}")) < 100_000
    crowded.desk.casebook.close()
