"""A session that ends while a form is filled loses nothing of what was typed, and records nothing by itself."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from tests.desk.conftest import PORT, put, sample_report
from tests.desk.wsgi import Answer, Browser

from testigo.casebook.casebook import create
from testigo.casebook.keys import FOR_TESTS
from testigo.desk.carrying import FORMS
from testigo.desk.door import Door
from testigo.desk.routes import ROUTES
from testigo.desk.site import Desk

TYPED = {"verdict": "reject", "by": "Alice", "note": '\nnot <b>him</b> & "not" her\n\nat all', "seen": ""}  # fmt: skip


def fields(answer: Answer) -> dict[str, str]:
    """The hidden fields as a browser sends them: the line break that opens a text field is dropped."""
    found = re.findall(r'<textarea name="([^"]*)" hidden[^>]*>\n?(.*?)</textarea>', answer.text, re.DOTALL)
    return {name: html.unescape(value) for name, value in found}


@pytest.mark.parametrize("ended", ["lock", "idle"])
def test_what_was_typed_comes_back_after_unlocking(tmp_path: Path, ended: str) -> None:
    now = [0.0]
    casebook = create(tmp_path / "case", "right words", cost=FOR_TESTS)
    put(casebook, *sample_report())
    desk = Desk(casebook, "case", PORT, Door(clock=lambda: now[0]), plain=False)
    browser = Browser(desk).come_in()
    if ended == "lock":
        assert browser.post("/-/lock/").status == 302
    else:
        now[0] += 31 * 60
        desk.lock()
    shut = browser.post("/claim/6/", TYPED)
    assert shut.status == 403
    assert "<b>him" not in shut.text
    wrong = browser.post(
        "/-/enter/", {"passphrase": "wrong", "form": "/claim/6/", "next": "/", **fields(shut)}
    )
    assert wrong.status == 403
    again = {"passphrase": "right words", "form": "/claim/6/", "next": "/", **fields(wrong)}
    opened = browser.post("/-/enter/", again, token=wrong.token)
    assert opened.status == 200
    assert desk.casebook.claim(6).history == ()
    assert fields(opened) == TYPED
    assert "right words" not in opened.text
    assert browser.post("/claim/6/", fields(opened), token=opened.token).status == 302
    (judgement,) = desk.casebook.claim(6).history
    assert (judgement.verdict, judgement.note) == ("reject", TYPED["note"].strip())
    desk.casebook.close()


@pytest.mark.parametrize(
    "form",
    [
        "https://evil.example/",
        "//evil.example/claim/1/",
        "/-/lock/",
        "/judge/",
        "/ledger/",
        "/links/run/",
        "/\\evil.example/claim/1/",
        "/claim/1/\n",
    ],
)
def test_only_our_own_forms_are_carried_over(tmp_path: Path, form: str) -> None:
    casebook = create(tmp_path / "case", "right words", cost=FOR_TESTS)
    desk = Desk(casebook, "case", PORT, Door(), plain=False)
    browser = Browser(desk).come_in()
    browser.post("/-/lock/")
    sent = {"passphrase": "right words", "form": form, "kept-by": "Mallory", "next": "/"}
    opened = browser.post("/-/enter/", sent)
    assert opened.status == 200
    assert "Mallory" not in opened.text
    assert "evil" not in opened.text
    desk.casebook.close()


def address(name: str) -> str:
    """An address of a route, with something in the place of each part."""
    (route,) = [route for route in ROUTES if route.name == name]
    return "/" + re.sub(r"<(?:(int):)?(?:str:)?\w+>", lambda part: "1" if part[1] else "x", route.path)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_no_form_into_which_somebody_types_loses_it(tmp_path: Path, name: str) -> None:
    casebook = create(tmp_path / "case", "right words", cost=FOR_TESTS)
    desk = Desk(casebook, "case", PORT, Door(), plain=False)
    browser = Browser(desk).come_in()
    browser.post("/-/lock/")
    form = address(name) + "?of=here"
    typed = {
        "by": "Alice",
        "note": "a long note",
        "time": "May = 2026-05",
        "c2-words": "words of it",
        "choice": "B",
    }
    shut = browser.post(form, typed)
    assert shut.status == 403
    for said in ("Alice", "a long note", "May = 2026-05", "Clause 2: Its words", "words of it"):
        assert said in shut.text
    again = {"passphrase": "right words", "form": form, "next": "/", **fields(shut)}
    opened = browser.post("/-/enter/", again)
    assert fields(opened) == typed
    assert f'action="{form}"' in opened.text
    desk.casebook.close()


def test_a_key_that_judged_nothing_leads_back_to_its_report(tmp_path: Path) -> None:
    casebook = create(tmp_path / "case", "right words", cost=FOR_TESTS)
    desk = Desk(casebook, "case", PORT, Door(), plain=False)
    browser = Browser(desk).come_in()
    browser.post("/-/lock/")
    shut = browser.post("/judge/", {"judge": "accept.3.", "report": "7"})
    assert 'name="next" value="/report/7/"' in shut.text
    desk.casebook.close()
