"""What is to be done: queues, giving reports, batches, kept searches."""

from __future__ import annotations

import pytest
from tests.desk.wsgi import Browser

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import ReportFilter
from testigo.judgement import Judgement


@pytest.fixture(autouse=True)
def everything_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "100")


def give(browser: Browser, to: str, *reports: int, by: str = "Alice", **more: str) -> int:
    return browser.post(
        "/to-do/give/", {"by": by, "to": to, **{f"report-{id_}": "1" for id_ in reports}, **more}
    ).status


def test_a_report_is_given_to_a_person_and_waits_for_them(browser: Browser, casebook: Casebook) -> None:
    assert give(browser, "Bob", 1) == 302
    assert casebook.report(1).assigned == "Bob"
    assert [line.id for line in casebook.reports(ReportFilter(assigned="Bob")).items] == [1]
    assert "given to Bob" in browser.get("/").text
    browser.post("/to-do/who/", {"by": "Bob"})
    page = browser.get("/to-do/").text
    assert "13 open claims in reports given to you" in page
    assert "claims judged: 0 of 13" in page
    assert 'href="/?assigned=Bob&amp;judged=open"' in page


def test_giving_is_a_judgement_with_its_person_and_can_be_taken_back(
    browser: Browser, casebook: Casebook
) -> None:
    give(browser, "Bob", 1)
    give(browser, "Charlie", 1, by="Bob")
    give(browser, "Charlie", 1, by="Bob")  # the same again changes nothing
    give(browser, "", 1, by="Charlie")
    assert [(j.verdict, j.by) for j in casebook.history("task", "1")] == [
        ("assign", "Alice"),
        ("assign", "Bob"),
        ("assign", "Charlie"),
    ]
    assert casebook.report(1).assigned == ""
    give(browser, "Bob", 1)
    assert casebook.verify_rows().damages == ()
    casebook.rebuild()
    assert casebook.report(1).assigned == "Bob"


def test_a_whole_list_is_given_by_its_filters(browser: Browser, casebook: Casebook) -> None:
    assert give(browser, "Bob", all="yes", list="language=ko") == 302
    assert [line.id for line in casebook.reports(ReportFilter(assigned="Bob")).items] == [2]
    assert [line.id for line in casebook.reports(ReportFilter(assigned="")).items] == [1]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"by": "Alice", "to": "Bob"}, "No report was chosen"),
        ({"by": "", "to": "Bob", "report-1": "1"}, "Say who you are"),
        ({"by": "Alice", "to": "x" * 81, "report-1": "1"}, "too long"),
        ({"by": "Alice", "to": "a\u202eb", "report-1": "1"}, "cannot be seen"),
    ],
)
def test_a_form_that_says_too_little_comes_back(
    browser: Browser, casebook: Casebook, form: dict[str, str], said: str
) -> None:
    before = casebook.counts()
    answer = browser.post("/to-do/give/", form)
    assert answer.status == 400
    assert said in answer.text
    assert casebook.counts() == before


def test_a_report_that_is_not_there_is_given_to_nobody(browser: Browser) -> None:
    assert give(browser, "Bob", 99) == 404


def test_the_queues_count_what_they_lead_to(browser: Browser, casebook: Casebook) -> None:
    now = casebook.now()
    casebook.record_judgements(
        [
            Judgement("claim", "3", "accept", "Alice", now),
            Judgement("claim", "4", "conflict", "Bob", now, note="why"),
        ]
    )
    browser.post("/to-do/who/", {"by": "Bob"})
    page = browser.get("/to-do/").text
    for said in ("11 claims that nobody judged", "1 claim in conflict", "1 claim lacks a second reading",
                 "1 claim waits for your second reading", "1 report not read yet", "1 thing failed"):  # fmt: skip
        assert said in page, said
    assert len(casebook.claims(limit=50).items) - 2 == 11
    assert browser.get("/?unread=yes").text.count('<a class="title"') == 1
    browser.post("/second/", {"by": "Bob", "verdict": "reject", "claim": "3"})
    page = browser.get("/to-do/").text
    assert "1 claim that two people read differently" in page
    assert "0 claims lack a second reading" in page


def test_a_batch_is_a_day_of_adding_with_its_progress(browser: Browser, casebook: Casebook) -> None:
    casebook.record_judgements([Judgement("claim", "3", "accept", "Alice", casebook.now())])
    (batch,) = casebook.days_of_adding()
    assert (batch.reports, batch.claims, batch.judged) == (2, 13, 1)
    page = browser.get("/to-do/").text
    assert f'href="/?added={batch.name}"' in page
    assert browser.get(f"/?added={batch.name}").text.count('<a class="title"') == 2
    assert "No report matches" in browser.get("/?added=1999-01-01").text
    assert browser.get("/?added=nonsense").status == 200


def test_reports_are_put_into_a_batch_that_tells_its_progress(browser: Browser, casebook: Casebook) -> None:
    assert give(browser, "", 1, do="batch", batch="Letters of  March") == 302
    now = casebook.now()
    casebook.record_judgements(
        [
            Judgement("claim", "3", "accept", "Alice", now),
            Judgement("claim", "4", "conflict", "Bob", now, note="why"),
            Judgement("claim", "5", "accept", "Alice", now),
        ]
    )
    browser.post("/second/", {"by": "Bob", "verdict": "accept", "claim": "3"})
    (batch,) = casebook.batches()
    assert (batch.name, batch.reports, batch.claims, batch.judged) == ("Letters of March", 1, 13, 3)
    assert (batch.disputed, batch.chosen, batch.twice) == (1, 2, 1)
    page = browser.get("/to-do/").text
    assert 'href="/?batch=Letters+of+March&amp;judged=open">10</a>' in page
    assert 'href="/?batch=Letters+of+March&amp;verdict=conflict">1</a>' in page
    assert "1 of 2" in page
    for query, found in (
        ("", 1),
        ("&judged=open", 1),
        ("&verdict=conflict", 1),
        ("&verdict=reject", 0),
        ("&q=zebra", 0),
    ):
        listed = browser.get(f"/?batch=Letters+of+March{query}").text
        assert listed.count('<a class="title"') == found, query
        assert "Letters of March" in listed
    assert give(browser, "", all="yes", list="language=ko", do="batch", batch="Letters of March") == 302
    (batch,) = casebook.batches()
    assert batch.reports == 2, "what is put into it joins what is there"
    assert browser.get("/?batch=nothing").text.count('<a class="title"') == 0


def test_a_batch_is_taken_away_and_its_reports_stay(browser: Browser, casebook: Casebook) -> None:
    give(browser, "", 1, do="batch", batch="<b>bold</b>")
    assert "&lt;b&gt;bold&lt;/b&gt;" in browser.get("/to-do/").text
    assert browser.post("/to-do/keep/", {"by": "Alice", "batch-gone": "<b>bold</b>"}).status == 302
    assert casebook.batches() == ()
    assert browser.post("/to-do/keep/", {"by": "Alice", "batch-gone": "<b>bold</b>"}).status == 400
    assert casebook.counts().reports == 2
    assert casebook.verify_rows().damages == ()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"by": "Alice", "batch": "x", "report-99": "1"}, "No report was chosen"),
        ({"by": "Alice", "batch": " ", "report-1": "1"}, "a name of one line"),
        ({"by": "Alice", "batch": "a\u202eb", "report-1": "1"}, "a name of one line"),
        ({"by": "", "batch": "x", "report-1": "1"}, "Say who you are"),
    ],
)
def test_a_batch_without_name_or_reports_is_not_made(
    browser: Browser, casebook: Casebook, form: dict[str, str], said: str
) -> None:
    answer = browser.post("/to-do/give/", {**form, "do": "batch"})
    assert answer.status == 400
    assert said in answer.text
    assert casebook.batches() == ()


def test_a_search_is_kept_renamed_and_taken_away(browser: Browser, casebook: Casebook) -> None:
    address = "/claims/?as=list&act=arrest&verdict=open"
    assert (
        'name="address" value="/claims/?as=list&amp;act=arrest&amp;verdict=open"' in browser.get(address).text
    )
    assert (
        browser.post("/to-do/keep/", {"by": "Alice", "address": address, "name": "arrests to judge"}).status
        == 302
    )
    assert "arrests to judge" in browser.get("/to-do/").text
    browser.post("/to-do/keep/", {"address": address, "name": "open arrests"})
    (kept,) = casebook.searches()
    assert (kept.name, kept.address, kept.by) == ("open arrests", address, "Alice")
    assert browser.post("/to-do/keep/", {"gone": str(kept.judgement)}).status == 302
    assert casebook.searches() == ()
    assert "taken away already" in browser.post("/to-do/keep/", {"gone": str(kept.judgement)}).text
    assert [j.verdict for j in casebook.history("search", address)] == ["save", "save", "withdraw"]


@pytest.mark.parametrize(
    "address",
    ["", "/claims/", "https://evil.example/claims/?x=1", "//evil.example/?x=1", "/\\evil.example?x=1", "javascript:1?x",
     "/ledger/?page=2", "/claims/?a=1\n", "/claims/?" + "x" * 2000],
)  # fmt: skip
def test_only_a_list_of_this_desk_is_kept(browser: Browser, casebook: Casebook, address: str) -> None:
    assert browser.post("/to-do/keep/", {"by": "Alice", "address": address, "name": "n"}).status == 400
    assert casebook.searches() == ()


def test_the_last_claim_of_a_report_leads_on_to_the_next_one(browser: Browser, casebook: Casebook) -> None:
    from tests.desk.conftest import put, sample_report

    report, reading = sample_report()
    from dataclasses import replace

    text = report.text + "\n\nPrinted twice."
    other = put(casebook, replace(report, text=text, title="Printed twice"), reading)
    give(browser, "Alice", 1, other)
    assert "Next report with open claims" not in browser.get("/report/1/").text
    casebook.record_judgements(
        [
            Judgement("claim", str(c.id), "accept", "Alice", casebook.now())
            for c in casebook.claims(limit=13).items
        ]
    )
    assert f'href="/report/{other}/">Next report with open claims' in browser.get("/report/1/").text
