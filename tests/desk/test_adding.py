"""A claim that the machine missed is added by a person, in the words of the report, and can be taken back."""

from __future__ import annotations

import html

import pytest
from tests.desk.wsgi import Answer, Browser

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import ClaimFilter

RIGHT = {
    "by": "Alice",
    "span": "The order of 9 May was read out there",
    "trigger": "read out",
    "act": "event.search",
    "status": "reported",
    "sources": "the courier = anonymous",
    "target": "Bob, a herder in his 40s",
    "note": "said in the last line",
}


def sent(browser: Browser, data: dict[str, str]) -> Answer:
    return browser.post("/report/1/add/", data)


def test_an_added_claim_stands_among_the_others_with_its_person(browser: Browser, casebook: Casebook) -> None:
    answer = sent(browser, RIGHT)
    assert answer.status == 302
    (judgement,) = casebook.history("report", "1")
    assert (judgement.verdict, judgement.by, judgement.note) == ("add", "Alice", "said in the last line")
    assert answer.headers["location"] == f"/report/1/?claim=-{judgement.id}"
    page = html.unescape(browser.get(answer.headers["location"]).text)
    assert "14 claims" in page
    assert "added by hand · Alice" in page
    assert 'data-role="To whom"' in page
    assert (casebook.counts().claims, casebook.counts().judged) == (14, 1)
    assert casebook.reports().items[0].claims + casebook.reports().items[1].claims == 14
    assert casebook.claims().total == 13


def test_an_added_claim_can_be_taken_back_and_added_again(browser: Browser, casebook: Casebook) -> None:
    sent(browser, RIGHT)
    (judgement,) = casebook.history("report", "1")
    gone = {"judge": f"withdraw.-{judgement.id}.{judgement.id}"}
    assert browser.post("/judge/", gone).status == 302
    assert "13 claims" in browser.get("/report/1/").text
    assert browser.post("/judge/", gone).status == 400
    assert sent(browser, RIGHT).status == 302
    assert [j.verdict for j in casebook.history("report", "1")] == ["add", "withdraw", "add"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"span": "words of nobody"}, "does not stand in the report"),
        ({"span": ""}, "There are no words"),
        ({"trigger": "arrested"}, "does not stand in the report"),
        ({"act": "view.arrest"}, "not one of the choices"),
        ({"act": ""}, "not one of the choices"),
        ({"status": ""}, "not one of the choices"),
        ({"by": ""}, "needs a name"),
    ],
)
def test_what_is_not_understood_comes_back_and_nothing_is_kept(
    browser: Browser, casebook: Casebook, change: dict[str, str], complaint: str
) -> None:
    answer = sent(browser, RIGHT | change)
    assert answer.status == 400
    said = html.unescape(answer.text)
    assert complaint in said
    assert "said in the last line" in said
    assert casebook.history("report", "1") == ()


def test_nothing_is_chosen_for_the_person(browser: Browser) -> None:
    page = browser.get("/report/1/add/").text
    assert page.count('<option value="" selected>choose</option>') == 2
    assert page.count(" selected>") == 2


def test_words_chosen_in_the_text_are_in_the_form(browser: Browser) -> None:
    page = browser.get("/report/1/add/?words=%3Cb%3Eread+out%3C/b%3E").text
    assert "&lt;b&gt;read out&lt;/b&gt;</textarea>" in page


def test_an_added_claim_has_its_page_and_is_amended_and_undone_like_any_other(
    browser: Browser, casebook: Casebook
) -> None:
    sent(browser, RIGHT)
    (added,) = casebook.history("report", "1")
    own = f"/added/{added.id}/"
    listed = html.unescape(browser.get("/claims/?verdict=add").text)
    assert "The order of 9 May was read out there" in listed
    assert f'href="{own}"' in listed
    assert "A person added it" in browser.get(own).text
    form = {"by": "Bob", "note": "", "verdict": "amend", "seen": str(added.id), "act": "event.search",
            "status": "hedged", "sources": RIGHT["sources"], "target": RIGHT["target"]}  # fmt: skip
    form |= dict.fromkeys(("actor", "place", "time", "charge", "punishment", "quantity"), "")
    assert browser.post(own, form).status == 302
    assert browser.post(own, form).status == 409, "the page had shown the claim before it was amended"
    claim = casebook.claim(-(added.id or 0))
    assert [j.verdict for j in claim.history] == ["add", "amend"]
    assert casebook.claims(ClaimFilter(verdict="amend", added=True)).total == 1
    assert 'class="sample hedged"' in browser.get(own).text
    for _ in range(2):  # the amendment first, then the addition itself
        last = casebook.claim(claim.id).judgement
        assert last is not None
        undo = {"by": "Bob", "verdict": "withdraw", "seen": str(last.id)}
        assert browser.post(own, undo).status == 302
    assert [j.verdict for j in casebook.claim(claim.id).history] == ["add", "amend", "withdraw", "withdraw"]
    assert "taken back" in browser.get(own).text
    assert casebook.counts().claims == 13
    assert browser.post(own, {"by": "Bob", "verdict": "accept", "seen": ""}).status == 409
    assert casebook.verify_rows().damages == ()
