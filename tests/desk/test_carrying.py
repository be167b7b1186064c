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
from testigo.desk.door import Door
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
    "form", ["https://evil.example/", "//evil.example/claim/1/", "/-/lock/", "/judge/", "/ledger/"]
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
