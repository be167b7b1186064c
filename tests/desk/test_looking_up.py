"""Finding places and institutions in the reference tables while amending; nothing is recorded by it."""

from __future__ import annotations

import pytest
from tests.desk.wsgi import Browser

from testigo.casebook.casebook import Casebook
from testigo.desk.amending import lines_of
from testigo.desk.looking_up import candidates, meanings, put_in

ARREST = 6


@pytest.mark.parametrize("asked", ["Hoeryong", "hoeryong", "회령", "Hoer", "KP-09-hoeryong"])
def test_a_town_is_found_in_any_spelling(asked: str) -> None:
    assert "KP-09-hoeryong" in candidates(asked)


@pytest.mark.parametrize("asked", ["", "   ", "no such town", "%", '"', "x" * 5000])
def test_what_is_no_name_finds_nothing(asked: str) -> None:
    assert candidates(asked) == ()


def test_an_id_goes_behind_the_last_line_in_place_of_another() -> None:
    assert put_in({"place": "Northtown"}, "place", "KP-09-hoeryong")["place"] == "Northtown = KP-09-hoeryong"
    assert put_in({"place": "a\nb = KP-01"}, "place", "KP-09-hoeryong")["place"] == "a\nb = KP-09-hoeryong"
    assert put_in({"place": ""}, "place", "KP-09-hoeryong")["place"] == ""
    assert put_in({"place": "a"}, "place", "no-such-id")["place"] == "a"
    assert put_in({"time": "a"}, "time", "KP-09-hoeryong")["time"] == "a"


def test_a_line_says_what_it_means() -> None:
    assert meanings("Northtown = KP-09-hoeryong\nthere", "en") == "Hoeryong (city in North Hamgyong)"
    assert "회령" in meanings("x = KP-09-hoeryong", "ko")


def sent(casebook: Casebook, **more: str) -> dict[str, str]:
    return {"by": "", "seen": "", "note": "kept words", **lines_of(casebook.claim(ARREST).claim), **more}


def test_looking_up_shows_candidates_and_meanings_and_records_nothing(
    browser: Browser, casebook: Casebook
) -> None:
    before = casebook.counts()
    form = sent(casebook, verdict="look", look="Hoeryong", time="12 October = early October 2026")
    answer = browser.post(f"/claim/{ARREST}/", form)
    assert answer.status == 200
    assert "1 to 10 October 2026" in answer.text
    assert 'value="take.place.KP-09-hoeryong"' in answer.text
    assert "kept words" in answer.text
    taken = browser.post(f"/claim/{ARREST}/", {**form, "verdict": "take.place.KP-09-hoeryong"})
    assert "Northtown = KP-09-hoeryong" in taken.text
    assert "Hoeryong (city in North Hamgyong)" in taken.text
    assert casebook.counts() == before


def test_it_works_while_a_claim_is_added(browser: Browser, casebook: Casebook) -> None:
    form = {
        "verdict": "look",
        "look": "Hoer",
        "span": "The order of 9 May was read out there",
        "place": "Northtown",
    }
    answer = browser.post("/report/1/add/", form)
    assert answer.status == 200
    assert "The order of 9 May was read out there" in answer.text
    taken = browser.post("/report/1/add/", {**form, "verdict": "take.place.KP-09-hoeryong"})
    assert "Northtown = KP-09-hoeryong" in taken.text
    assert casebook.report(1).added == ()
