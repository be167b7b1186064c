"""Judging orders: accepted, amended clause by clause, rejected, undone; stale forms; what stays with its words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.desk.conftest import sample_report
from tests.desk.wsgi import Browser

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import NewReading
from testigo.desk import order_amending
from testigo.desk.order_amending import lines_of, read_form, with_words

ORDER = 1


def form_of(casebook: Casebook, **changed: str) -> dict[str, str]:
    """The fields of the amending form as the page fills them, some changed."""
    line = casebook.directive(ORDER)
    text = casebook.report(line.report).report.text
    names = {name.replace("_", "-"): value for name, value in changed.items()}
    return {**with_words(lines_of(line.effective), line.effective, text), **names}


def judged(browser: Browser, verdict: str, seen: str = "", by: str = "Alice", **fields: str) -> int:
    sent = {"verdict": verdict, "by": by, "seen": seen, **fields}
    return browser.post(f"/order/{ORDER}/", sent).status


def seen_on(browser: Browser) -> str:
    found = re.search(r'name="seen" value="(\d*)"', browser.get(f"/order/{ORDER}/").text)
    assert found
    return found[1]


def test_an_order_is_accepted_on_its_report_and_undone(browser: Browser, casebook: Casebook) -> None:
    assert 'action="/order/1/"' in browser.get("/report/1/").text
    answer = browser.post("/order/1/", {"verdict": "accept", "seen": "", "back": "report"})
    assert answer.status == 400, "the first judgement asks for a name"
    assert "needs a name" in answer.text
    answer = browser.post("/order/1/", {"verdict": "accept", "by": "Alice", "seen": "", "back": "report"})
    assert answer.headers["location"] == "/report/1/#order1"
    assert "accepted · Alice" in browser.get("/report/1/").text
    assert (
        browser.post("/order/1/", {"verdict": "withdraw", "seen": seen_on(browser), "back": "report"}).status
        == 302
    )
    assert casebook.directive(ORDER).judgement is None
    assert [j.verdict for j in casebook.directive(ORDER).history] == ["accept", "withdraw"]


def test_a_clause_is_amended_taken_out_and_added(browser: Browser, casebook: Casebook) -> None:
    text = casebook.report(1).report.text
    before = casebook.directive(ORDER).directive
    fields = form_of(
        casebook, c1_modality="", c2_levels="3 to 5", issued="9 May = early May 2026",
        c3_modality="forbid", c3_words="The order of 9 May was read out there", c3_measure="dissemination",
    )  # fmt: skip
    assert judged(browser, "amend", **fields) == 302
    line = casebook.directive(ORDER)
    now = line.effective
    assert line.judgement is not None
    assert line.judgement.verdict == "amend"
    assert [c.modality for c in now.clauses] == ["retain", "forbid"]
    assert now.clauses[0].levels == (3, 5)
    assert now.clauses[0].groups == before.clauses[1].groups, (
        "what was not changed keeps what the machine knew of it"
    )
    assert now.clauses[1].span.of(text) == "The order of 9 May was read out there"
    assert now.issued is not None
    assert now.issued.value == "2026-05-01/2026-05-10"
    assert line.directive == before, "what the machine read stays"
    page = browser.get("/order/1/").text
    assert "accepted as amended" in page
    assert "3 to 5" in page
    assert "1 to 10 May 2026" in browser.get("/report/1/").text
    assert casebook.verify_rows().damages == ()


def test_accepting_an_amended_order_accepts_what_the_page_shows(browser: Browser, casebook: Casebook) -> None:
    judged(browser, "amend", **form_of(casebook, c2_levels="4"))
    assert judged(browser, "accept", seen_on(browser), by="Bob") == 302
    assert casebook.directive(ORDER).effective.clauses[1].levels == (4, 4)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"c2_words": "words that do not stand there"}, "does not stand in the report"),
        ({"c2_levels": "many"}, "Write a number, or two"),
        ({"c2_modality": "nonsense"}, "not one of the choices"),
        ({"issued": "9 May = the day before some day"}, "not understood as a date"),
        ({"issued": "9 May\n9 May"}, "Only one line"),
        ({"c3_words": "herders"}, "Choose what the clause does"),
        ({}, "Nothing is different"),
    ],
)
def test_what_is_not_understood_comes_back_as_it_was_typed(
    browser: Browser, casebook: Casebook, changed: dict[str, str], said: str
) -> None:
    fields = form_of(casebook, **changed)
    answer = browser.post(
        "/order/1/", {"verdict": "amend", "by": "Alice", "seen": "", "note": "typed note", **fields}
    )
    assert answer.status == 400
    assert said in answer.text
    assert "typed note" in answer.text
    for value in changed.values():
        assert value.partition("\n")[0] in answer.text or value == "nonsense"
    assert casebook.directive(ORDER).history == ()


def test_who_judges_later_sees_who_judged_before(browser: Browser, casebook: Casebook) -> None:
    assert judged(browser, "reject", by="Bob", note="another order") == 302
    answer = browser.post("/order/1/", {"verdict": "accept", "by": "Alice", "seen": "", "note": "mine"})
    assert answer.status == 409
    assert "rejected by Bob" in answer.text
    assert "mine" in answer.text
    assert len(casebook.directive(ORDER).history) == 1


def test_a_dispute_needs_its_reason(browser: Browser) -> None:
    assert judged(browser, "conflict") == 400
    assert judged(browser, "conflict", note="two copies differ") == 302


def test_a_judgement_stays_with_the_order_when_the_report_is_read_anew(
    browser: Browser, casebook: Casebook
) -> None:
    judged(browser, "accept")
    _report, reading = sample_report()
    casebook.record_readings((NewReading(1, replace(reading, version="2")),))
    (line,) = casebook.directives_of(1)
    assert line.id != ORDER
    assert line.judgement is not None
    assert line.judgement.verdict == "accept"


def test_an_unchanged_form_changes_nothing(casebook: Casebook) -> None:
    line = casebook.directive(ORDER)
    report = casebook.report(1).report
    amended = read_form(form_of(casebook), line.effective, report)
    assert (amended.changes, dict(amended.wrong)) == ({}, {})
    assert set(order_amending.CLAUSE) == {
        n.partition("-")[2] for n in lines_of(line.directive) if n.startswith("c1-")
    }


def test_a_person_says_that_a_clause_protects_and_no_page_calls_it_a_ban(
    browser: Browser, casebook: Casebook
) -> None:
    fields = form_of(casebook, c1_modality="protect")
    assert judged(browser, "amend", by="Alice", **fields) == 302
    clause = casebook.directive(ORDER).effective.clauses[0]
    assert (clause.modality, clause.does) == ("forbid", "protect")
    page = browser.get("/report/1/").text
    assert '<span class="modality protect">protects</span>' in page
    amended = read_form(form_of(casebook), casebook.directive(ORDER).effective, casebook.report(1).report)
    assert (amended.changes, dict(amended.wrong)) == ({}, {}), "shown again, it stays so"


def test_an_order_that_is_not_there_is_not_there(browser: Browser) -> None:
    assert browser.get("/order/99/").status == 404
