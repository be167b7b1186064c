"""Days, codes and ids come to people in words."""

from __future__ import annotations

import pytest
from django.utils.translation import override
from tests.desk.wsgi import Browser

from testigo.casebook.casebook import Casebook
from testigo.claim import Claim
from testigo.desk import pairs_page, weighing_words
from testigo.desk.linked_shown import _detail, between
from testigo.desk.rules import explain
from testigo.judgement import Judgement
from testigo.linked import Link, Told
from testigo.reading.rules import registry
from testigo.reason import Reason


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-04-01", "2024-04-30", "April 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2024-04-13", "2024-04-13", "13 April 2024"),
        ("2024-04-11", "2024-04-20", "11 to 20 April 2024"),
        ("2024-04-01", "2024-04-29", "1 to 29 April 2024"),
        ("2024-01-01", "2024-11-30", "1 January to 30 November 2024"),
        (None, "2024-03-31", "until 31 March 2024"),
        ("2024-03-04", None, "since 4 March 2024"),
    ],
)
def test_a_whole_month_or_year_is_said_by_its_name(first: str | None, last: str | None, said: str) -> None:
    with override("en"):
        assert between(first, last) == said


def test_reasons_of_weighing_tell_days_and_parts_in_words() -> None:
    later = Reason("published later: {}, the other {}", ("2024-04-08", "2024-04-03"))
    alike = Reason("both tell: {}", ("03-19, Dosk, 6, 40s",))
    odds = Reason("claims are at odds in: {}", ("status, time",))
    with override("en"):
        assert weighing_words.reason(later) == "published later: 8 April 2024, the other 3 April 2024"
        assert weighing_words.reason(alike) == "both tell: 19 March, Dosk, 6, 40s"
        assert weighing_words.reason(odds) == "claims are at odds in: whether it happened, when"
    with override("ko"):
        assert "2024년 4월 8일" in weighing_words.reason(later)
        assert "status" not in weighing_words.reason(odds)


def test_the_page_of_a_claim_says_what_its_rules_say() -> None:
    assert explain("slot.actor") == ("Who did it, by the order of the words.", "Police arrested a man.")
    assert explain("slot.actor slot.target")[0].count(".") == 2
    assert [rule for rule in registry() if not all(explain(rule))] == []
    assert len(registry()) > 100
    assert explain("no such rule") == ("", "")


def test_two_kinds_of_one_act_are_told_apart() -> None:
    raid, check, bare = (
        Told("act", "search", (1,), "search", kind, ()) for kind in ("search-raid", "street-check", None)
    )
    with override("en"):
        assert [_detail(one) for one in (raid, check, bare)] == [
            "Search or raid",
            "Street or checkpoint check",
            "",
        ]
    with override("ko"):
        assert _detail(check) == "초소, 단속초소, 길거리 단속 등"


def test_the_ledger_speaks_the_language_of_the_page(browser: Browser, casebook: Casebook) -> None:
    page = browser.get("/ledger/").text
    for words in ("text taken out", "read by machine", "original 1", "reading 1"):
        assert f">{words}<" in page
    browser.cookies["language"] = "ko"
    page = browser.get("/ledger/").text
    assert ">기계가 읽음<" in page
    assert ">extract<" not in page


def test_what_a_verdict_about_a_pair_brings_with_it_names_claims_by_their_words(casebook: Casebook) -> None:
    first, other, third = casebook.claims(limit=3).items
    told: dict[int, Claim] = {stored.id: stored.claim for stored in (first, other, third)}
    casebook.record_judgements(
        (Judgement("event-pair", f"{first.id}~{other.id}", "same", "Alice", casebook.now()),)
    )
    with override("en"):
        (line,) = pairs_page.follows(casebook, "event", Link("event", str(first.id), str(third.id), 0.5))
    text = casebook.report(first.report).report.text
    for claim in (told[first.id], told[other.id]):
        assert f"“{' '.join(claim.span.of(text).split())}” (Guards in Northtown" in line
