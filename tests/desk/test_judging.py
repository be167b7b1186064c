"""Judgements append, stale forms are noticed, nothing typed is lost."""

from __future__ import annotations

import html
import re

import pytest
from tests.desk.wsgi import Answer, Browser

from testigo.casebook.casebook import Casebook
from testigo.claim import Filler, Span
from testigo.desk import amending
from testigo.desk.amending import date_of, find, lines_of, read_form
from testigo.desk.samples import sample
from testigo.report import Report

ARREST = 6


def judged(browser: Browser, verdict: str, seen: str = "", **more: str) -> Answer:
    return browser.post(f"/claim/{ARREST}/", {"verdict": verdict, "by": "Alice", "seen": seen, **more})


def seen_on(browser: Browser) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', browser.get(f"/claim/{ARREST}/").text)
    assert found
    return found[1]


def verdicts(casebook: Casebook) -> list[str]:
    return [j.verdict for j in casebook.claim(ARREST).history]


def test_a_judgement_is_kept_with_its_person_and_note(browser: Browser, casebook: Casebook) -> None:
    assert judged(browser, "accept", note="read twice").headers["location"] == f"/claim/{ARREST}/?done=accept"
    (judgement,) = casebook.claim(ARREST).history
    assert (judgement.verdict, judgement.by, judgement.note) == ("accept", "Alice", "read twice")
    page = browser.get(f"/claim/{ARREST}/").text
    assert "read twice" in page
    assert "accepted" in page
    assert "1 judged" in browser.get("/report/1/").text


def test_undoing_is_a_judgement_too(browser: Browser, casebook: Casebook) -> None:
    judged(browser, "reject")
    judged(browser, "withdraw", seen_on(browser))
    assert verdicts(casebook) == ["reject", "withdraw"]
    assert casebook.claim(ARREST).judgement is None
    assert judged(browser, "withdraw", "").status == 400


def test_a_note_decides_nothing(browser: Browser, casebook: Casebook) -> None:
    judged(browser, "accept")
    judged(browser, "note", seen_on(browser), note="ask again")
    assert verdicts(casebook) == ["accept", "note"]
    standing = casebook.claim(ARREST).judgement
    assert standing is not None
    assert standing.verdict == "accept"


@pytest.mark.parametrize("verdict", ["conflict", "note"])
def test_a_conflict_and_a_note_need_their_words(browser: Browser, casebook: Casebook, verdict: str) -> None:
    answer = judged(browser, verdict)
    assert answer.status == 400
    assert "needs a note" in answer.text
    assert verdicts(casebook) == []


def test_a_judgement_needs_a_name_and_keeps_what_was_typed(browser: Browser, casebook: Casebook) -> None:
    answer = judged(browser, "accept", by="", note="a long note")
    assert answer.status == 400
    assert "a long note" in answer.text
    assert verdicts(casebook) == []


@pytest.mark.parametrize("name", ["x" * 81, "A\u202eb", "A\u0000b"])
def test_a_name_can_be_read(browser: Browser, casebook: Casebook, name: str) -> None:
    assert judged(browser, "accept", by=name).status == 400
    assert verdicts(casebook) == []


@pytest.mark.parametrize("verdict", ["", "add", "drop", "accept ", "ACCEPT"])
def test_only_the_declared_verdicts_are_taken(browser: Browser, casebook: Casebook, verdict: str) -> None:
    assert judged(browser, verdict).status == 400
    assert verdicts(casebook) == []


def test_the_later_of_two_sees_the_earlier_and_chooses(browser: Browser, casebook: Casebook) -> None:
    seen = seen_on(browser)
    judged(browser, "reject", seen, by="Bob", note="wrong town")
    answer = judged(browser, "accept", seen, note="my long note")
    assert answer.status == 409
    said = html.unescape(answer.text)
    assert "Meanwhile: rejected by Bob" in said
    assert "wrong town" in said
    assert "my long note" in said
    assert verdicts(casebook) == ["reject"]
    assert judged(browser, "accept", seen_on(browser)).status == 302
    assert verdicts(casebook) == ["reject", "accept"]


def test_an_amendment_is_shown_in_place_and_what_the_machine_read_stays(
    browser: Browser, casebook: Casebook
) -> None:
    lines = lines_of(casebook.claim(ARREST).claim)
    typed = {
        **lines,
        "status": "hedged",
        "time": "12 October = early October 2026",
        "actor": "the district office",
    }
    assert judged(browser, "amend", **typed).status == 302
    stored = casebook.claim(ARREST)
    assert stored.claim.status == "asserted"
    changed = amending.effective(stored)
    assert (changed.status, changed.time[0].value) == ("hedged", "2026-10-01/2026-10-10")
    assert changed.actor[0].text == "the district office"
    assert changed.target == stored.claim.target
    page = browser.get(f"/claim/{ARREST}/").text
    assert "1 to 10 October 2026" in page
    assert "accepted as amended" in page
    again = {**lines_of(changed), "act": "event.detention"}
    assert judged(browser, "amend", seen_on(browser), **again).status == 302
    both = amending.effective(casebook.claim(ARREST))
    assert (both.act, both.status) == ("detention", "hedged")


def test_accepting_an_amended_claim_accepts_what_the_page_shows(browser: Browser, casebook: Casebook) -> None:
    lines = lines_of(casebook.claim(ARREST).claim)
    judged(browser, "amend", **(lines | {"status": "hedged"}))
    judged(browser, "accept", seen_on(browser), by="Bob")
    stored = casebook.claim(ARREST)
    assert [(j.verdict, j.by) for j in stored.history] == [("amend", "Alice"), ("amend", "Bob")]
    assert amending.effective(stored).status == "hedged"


@pytest.mark.parametrize(
    ("field", "line", "complaint"),
    [
        ("target", "Charlie", "does not stand in the report"),
        ("time", "12 October = sometime soon", "is not understood as a date"),
        ("place", "Northtown = Atlantis", "is in none of the tables"),
        ("quantity", "Bob = many", "is not a whole number"),
        ("sources", "the courier = neighbour", "must stand one of"),
        ("punishment", "three months = long", "neither a duration"),
        ("act", "event.flying", "not one of the choices"),
        ("status", "true", "not one of the choices"),
        ("actor", "\n".join(["Bob"] * 21), "At most 20 lines"),
    ],
)
def test_a_line_that_is_not_understood_comes_back_with_what_is_wrong(
    browser: Browser, casebook: Casebook, field: str, line: str, complaint: str
) -> None:
    typed = {**lines_of(casebook.claim(ARREST).claim), field: line}
    answer = judged(browser, "amend", note="kept words", **typed)
    assert answer.status == 400
    said = html.unescape(answer.text)
    assert complaint in said
    assert "kept words" in said
    if field not in ("act", "status"):
        assert line.splitlines()[0] in said
    assert verdicts(casebook) == []


def test_an_amendment_without_a_difference_is_not_one(browser: Browser, casebook: Casebook) -> None:
    answer = judged(browser, "amend", **lines_of(casebook.claim(ARREST).claim))
    assert answer.status == 400
    assert "Nothing is different" in answer.text


def test_the_short_form_beside_the_text_goes_on_to_the_next_open_claim(
    browser: Browser, casebook: Casebook
) -> None:
    assert "needs a name" in browser.post("/judge/", {"judge": "accept.1."}).text
    judged(browser, "accept")
    answer = browser.post("/judge/", {"judge": "accept.5."})
    assert answer.headers["location"] == "/report/1/?claim=7#c7"
    assert casebook.claim(5).history[0].by == "Alice"
    assert browser.post("/judge/", {"judge": "accept.5."}).status == 409
    for odd in ("", "accept", "accept.x.", "accept.999.", "drop.1.", "accept.1.9", "....."):
        assert browser.post("/judge/", {"judge": odd}).status in (400, 404, 409)


def test_words_are_found_nearest_to_the_claim_whatever_their_white_space() -> None:
    text = "Bob left.\nAlice met\nBob. Then Bob slept."
    assert find("met Bob", text, Span(0, 3)) == Span(16, 23)
    assert find("Bob", text, Span(24, 26)).start == 20
    with pytest.raises(ValueError, match="does not stand"):
        find("Bo b", text, Span(0, 3))


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2021-09", "2021-09"),
        ("early September 2021", "2021-09-01/2021-09-10"),
        ("12 October 2021", "2021-10-12"),
        ("October 2021", "2021-10"),
        ("nothing", None),
        ("", None),
    ],
)
def test_a_date_may_be_written_in_plain_words(said: str, edtf: str | None) -> None:
    assert date_of(said) == edtf


def test_every_claim_of_the_sample_reads_back_from_its_own_form() -> None:
    made = sample()
    for claim in made.claims:
        amended = read_form(lines_of(claim), claim, Report(made.text, ()))
        assert (amended.changes, dict(amended.wrong)) == ({}, {})


def test_a_value_that_is_kept_keeps_what_the_machine_knew() -> None:
    made = sample()
    arrest = next(c for c in made.claims if c.act == "arrest")
    typed = {**lines_of(arrest), "place": lines_of(arrest)["place"] + "\nthe road"}
    changed = amending.apply(arrest, read_form(typed, arrest, Report(made.text, ())).changes)
    assert changed.place[0] == arrest.place[0]
    assert isinstance(changed.place[1], Filler)
    assert changed.place[1].rule == "person"
