"""Second reading: chosen by seed, unlabelled, kept apart, and what it says about people and machine."""

from __future__ import annotations

import re

import pytest
from tests.desk.wsgi import Browser

from testigo.casebook import draw
from testigo.casebook.casebook import Casebook
from testigo.casebook.values import StoredClaim
from testigo.desk import twice
from testigo.judgement import Judgement


@pytest.fixture(autouse=True)
def everything_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "100")


def judge(
    casebook: Casebook, stored: StoredClaim, verdict: str, by: str = "Alice", amended: str | None = None
) -> None:
    casebook.record_judgements(
        [Judgement("claim", str(stored.id), verdict, by, casebook.now(), "hunch of the first", amended)]
    )


def claims(casebook: Casebook) -> tuple[StoredClaim, ...]:
    return casebook.claims(limit=50).items


def test_the_share_is_kept_and_the_seed_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [f"key-{n}" for n in range(4000)]
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "10")
    chosen = {k for k in keys if draw.is_chosen(k)}
    assert 320 <= len(chosen) <= 480
    monkeypatch.setenv("TESTIGO_SECOND_SEED", "another seed")
    assert chosen != {k for k in keys if draw.is_chosen(k)}


def test_nobody_reads_a_second_time_what_they_judged_first(casebook: Casebook) -> None:
    judge(casebook, claims(casebook)[0], "accept", "Alice")
    assert casebook.lacking_second("Bob") == (claims(casebook)[0].id,)
    assert casebook.lacking_second("Alice") == ()


def test_the_second_person_does_not_see_the_first_ones_decision(casebook: Casebook, browser: Browser) -> None:
    judge(casebook, claims(casebook)[0], "reject", "Alice")
    browser.post("/second/", {"by": "Bob", "verdict": "start"})
    page = browser.get("/second/").text
    assert "1 waiting for you" in page
    assert "Alice" not in page
    assert "hunch" not in page
    assert "rejected" not in page.split("<article")[1].split("</article")[0]


def test_a_second_reading_never_replaces_the_first_judgement(casebook: Casebook, browser: Browser) -> None:
    stored = claims(casebook)[0]
    judge(casebook, stored, "accept", "Alice")
    browser.post("/second/", {"by": "Bob", "verdict": "reject", "claim": str(stored.id)})
    (pair,) = twice.pairs(casebook)
    assert (pair.first.verdict, pair.second.verdict, pair.differ) == ("accept", "reject", True)
    now = casebook.claim(stored.id).judgement
    assert now is not None
    assert now.by == "Alice"


def test_a_difference_is_shown_side_by_side_until_it_is_settled(casebook: Casebook, browser: Browser) -> None:
    stored = claims(casebook)[0]
    judge(casebook, stored, "accept", "Alice")
    browser.post(
        "/second/",
        {"by": "Bob", "verdict": "amend", "wrong-time": "1", "claim": str(stored.id), "note": "a year off"},
    )
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", browser.get("/agreement/").text))
    assert "Alice" in page
    assert "Bob" in page
    assert "a year off" in page


def test_a_form_that_says_too_little_comes_back_with_what_was_typed(
    casebook: Casebook, browser: Browser
) -> None:
    stored = claims(casebook)[0]
    judge(casebook, stored, "accept", "Alice")
    answer = browser.post(
        "/second/", {"by": "Bob", "verdict": "amend", "claim": str(stored.id), "note": "typed words"}
    )
    assert answer.status == 400
    assert "Mark the parts that are wrong" in answer.text
    assert "typed words" in answer.text
    assert twice.pairs(casebook) == []


def test_the_machine_is_measured_against_what_people_decided(casebook: Casebook, browser: Browser) -> None:
    first, other, third = claims(casebook)[:3]
    judge(casebook, first, "accept")
    judge(casebook, other, "reject")
    judge(casebook, third, "amend", amended='{"status": "hedged"}')
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", browser.get("/agreement/").text))
    assert "All acts 0.67" in page
    assert "How firmly 0.50" in page


def test_an_empty_desk_says_what_to_do(browser: Browser) -> None:
    assert "Nobody has judged a claim yet" in browser.get("/agreement/").text


def test_what_was_marked_on_a_claim_that_somebody_took_is_not_put_on_the_next_one(
    casebook: Casebook, browser: Browser
) -> None:
    first, other = claims(casebook)[:2]
    judge(casebook, first, "accept", "Alice")
    judge(casebook, other, "accept", "Alice")
    record = {"by": "Charlie", "verdict": "reject", "claim": str(first.id)}
    assert browser.post("/second/", record).status == 302
    typed = {"by": "Bob", "verdict": "amend", "wrong-time": "1", "claim": str(first.id), "note": "a year off"}
    answer = browser.post("/second/", typed)
    assert answer.status == 400
    assert f'name="claim" value="{other.id}"' in answer.text
    assert "What you had noted: a year off" in answer.text
    assert " checked" not in answer.text
    assert ">a year off</textarea>" not in answer.text
    assert len(twice.pairs(casebook)) == 1


def test_the_first_person_settles_a_difference_too_and_the_first_readings_still_count(
    casebook: Casebook, browser: Browser
) -> None:
    stored = claims(casebook)[0]
    judge(casebook, stored, "accept", "Alice")
    browser.post("/second/", {"by": "Bob", "verdict": "reject", "claim": str(stored.id)})
    assert twice.unsettled(casebook) == 1
    seen = str(casebook.claim(stored.id).history[-1].id)
    for verdict in ("accept", "reject"):
        sent = {"verdict": verdict, "by": "Alice", "note": "", "seen": seen}
        assert browser.post(f"/claim/{stored.id}/", sent).status == 302
        assert twice.unsettled(casebook) == 0
        (pair,) = twice.pairs(casebook)
        assert (pair.first.verdict, pair.second.verdict, pair.settled) == ("accept", "reject", True)
        seen = str(casebook.claim(stored.id).history[-1].id)


def differ(casebook: Casebook, browser: Browser, stored: StoredClaim) -> None:
    """Alice accepts a claim; Bob reads it a second time, and calls it wrong."""
    judge(casebook, stored, "accept", "Alice")
    sent = {"by": "Bob", "verdict": "reject", "claim": str(stored.id), "note": "hearsay"}
    assert browser.post("/second/", sent).status == 302


def test_the_queue_of_differences_shows_both_readings_and_is_decided_there(
    casebook: Casebook, browser: Browser
) -> None:
    first, other = claims(casebook)[:2]
    differ(casebook, browser, first)
    differ(casebook, browser, other)
    page = browser.get("/second/differences/").text
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))
    assert "2 claims wait to be settled" in words
    assert "First reading: Alice accepted" in words
    assert "Second reading: Bob rejected" in words
    assert "hearsay" in words
    assert page.count('class="two readings"') == 1
    assert f'href="/second/differences/?claim={other.id}" rel="next"' in page
    form = {"claim": str(first.id), "by": "Charlie", "verdict": "reject", "note": "", "seen": "999"}
    assert browser.post("/second/differences/", form).status == 409
    assert twice.unsettled(casebook) == 2
    form["seen"] = str(casebook.claim(first.id).history[-1].id)
    answer = browser.post("/second/differences/", form)
    assert answer.status == 302
    after = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", browser.get(answer.headers["location"]).text))
    assert "Recorded: rejected." in after
    assert "1 claim waits to be settled" in after
    assert [(j.verdict, j.by) for j in casebook.claim(first.id).history] == [("accept", "Alice"), ("reject", "Charlie")]  # fmt: skip


def test_a_settled_difference_can_be_looked_at_and_undone(casebook: Casebook, browser: Browser) -> None:
    stored = claims(casebook)[0]
    differ(casebook, browser, stored)
    form = {"claim": str(stored.id), "by": "Charlie", "verdict": "conflict", "note": ""}
    form["seen"] = str(casebook.claim(stored.id).history[-1].id)
    answer = browser.post("/second/differences/", form)
    assert answer.status == 400
    assert "This needs a note that says why." in answer.text
    assert browser.post("/second/differences/", {**form, "verdict": "accept"}).status == 302
    assert "No claim waits" in browser.get("/second/differences/").text
    settled = browser.get(f"/second/differences/?claim={stored.id}").text
    assert "Settled: accepted, by Charlie." in settled
    assert f'href="/second/differences/?claim={stored.id}"' in browser.get(f"/claim/{stored.id}/").text
    form["seen"] = str(casebook.claim(stored.id).history[-1].id)
    assert browser.post("/second/differences/", {**form, "verdict": "withdraw"}).status == 302
    assert twice.unsettled(casebook) == 1
