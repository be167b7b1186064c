"""Long work that a page starts runs beside the pages: one at a time, told of on every page, and nothing is half kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from tests.desk.wsgi import Browser

from testigo.casebook import check
from testigo.casebook.backend import raw
from testigo.casebook.casebook import Casebook
from testigo.desk import jobs, working
from testigo.errors import Conflict
from testigo.linking import link


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Linking that goes on only when the test lets it, and a page that does not wait for it."""
    go_on = threading.Event()
    real = vars(link)["linked"]

    def slow(*args: Any, **more: Any) -> Any:
        go_on.wait(120)
        return real(*args, **more)

    monkeypatch.setattr(link, "linked", slow)
    monkeypatch.setattr(jobs, "PATIENCE", 0.2)
    yield go_on
    go_on.set()


def test_a_page_does_not_wait_for_long_work_and_two_starts_do_not_collide(
    browser: Browser, casebook: Casebook, held: threading.Event
) -> None:
    assert browser.post("/links/run/", {"to": "events"}).status == 302
    first = browser.desk.jobs.running
    for path in ("/events/", "/", "/to-do/"):
        page = browser.get(path).text
        assert "Linking is running beside the pages." in page
        assert "It takes in the claims" in page
    assert browser.post("/links/run/", {"to": "persons"}).status == 302
    assert browser.post("/relays/run/").status == 302
    now = browser.desk.jobs.running
    assert first is not None
    assert now is not None
    assert (now.name, now.began) == (first.name, first.began), "the first one goes on, alone"
    answer = browser.post("/claim/1/", {"verdict": "accept", "by": "Alice", "seen": ""})
    assert answer.status == 302, "claims are judged meanwhile"
    held.set()
    browser.settle()
    page = browser.get("/events/").text
    assert "is running" not in page
    assert "Linked " in page
    assert "came in since" in page, "what was judged meanwhile was not looked at, and the page says so"
    run = casebook.derived_run("linking")
    assert run is not None
    assert casebook.derived_run("weighing") is None


def test_a_small_casebook_shows_what_came_of_it_at_once(browser: Browser) -> None:
    browser.post("/relays/run/")
    browser.settle()
    page = browser.get("/relays/").text
    assert "nothing came in since" in page


def test_work_that_fails_says_so_on_every_page_until_it_is_done_again(
    browser: Browser, casebook: Casebook, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(*_: object, **__: object) -> object:
        raise Conflict("somebody else writes", "try again")

    def broken(*_: object, **__: object) -> object:
        raise RuntimeError("the secret words of a report")

    with monkeypatch.context() as patch:
        patch.setattr(link, "linked", failing)
        browser.post("/links/run/", {"to": "events"})
        browser.settle()
        page = browser.get("/").text
        assert (
            "Linking failed. What was there before is still there. (somebody else writes; try again)" in page
        )
        patch.setattr(link, "linked", broken)
        browser.post("/links/run/", {"to": "events"})
        browser.settle()
        page = browser.get("/").text
    assert "(RuntimeError)" in page
    assert "secret words" not in page + caplog.text
    assert casebook.derived_run("linking") is None
    browser.post("/links/run/", {"to": "events"})
    browser.settle()
    assert "Linking failed" not in browser.get("/").text


def test_a_lock_ends_what_runs_and_leaves_what_was_there(
    browser: Browser, casebook: Casebook, held: threading.Event
) -> None:
    browser.post("/links/run/", {"to": "events"})
    casebook.close()  # as locking an encrypted casebook does
    held.set()
    browser.settle()
    assert browser.desk.jobs.ended["linking"].wrong == "this casebook is closed"


@pytest.fixture
def slow_rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Verifying that stops before the rows until the test lets it go on, and a page that does not wait for it."""
    go_on = threading.Event()
    real = check.check

    def slow(*args: Any, **more: Any) -> Any:
        go_on.wait(120)
        return real(*args, **more)

    monkeypatch.setattr(check, "check", slow)
    monkeypatch.setattr(jobs, "PATIENCE", 0.2)
    yield go_on
    go_on.set()


def test_verifying_runs_beside_the_pages_and_what_it_found_stays_on_its_page(
    browser: Browser, slow_rows: threading.Event
) -> None:
    assert browser.post("/ledger/verify/").status == 302
    page = browser.get("/").text
    assert "Everything is being verified beside the pages." in page
    assert "It checks the database" in page
    assert "Everything is what it was" not in browser.get("/ledger/").text
    answer = browser.post("/claim/1/", {"verdict": "accept", "by": "Alice", "seen": ""})
    assert answer.status == 302, "claims are judged meanwhile"
    slow_rows.set()
    browser.settle()
    page = browser.get("/ledger/").text
    # The originals of this casebook are rows alone.
    assert "Something does not match" in page
    assert "original 1" in page
    assert "recorded since; they were not looked at." in page, "Alice and her judgement came in meanwhile"
    assert "Something does not match" in browser.get("/ledger/?page=1").text, "it stays"


def test_verifying_says_how_far_it_is(browser: Browser) -> None:
    browser.desk.jobs.running = jobs.Job("verify", 0.0, "reading the originals", 1200, 100_000)
    page = browser.get("/").text
    browser.desk.jobs.running = None
    assert "It reads the originals again. 1,200 of 100,000 are through." in page


def test_a_lock_ends_verifying_and_forgets_what_it_found(
    browser: Browser, casebook: Casebook, slow_rows: threading.Event
) -> None:
    slow_rows.set()
    browser.post("/ledger/verify/")
    browser.settle()
    assert browser.desk.verified is not None
    slow_rows.clear()
    browser.post("/ledger/verify/")
    casebook.close()  # as locking an encrypted casebook does
    browser.desk.lock()
    slow_rows.set()
    browser.settle()
    assert browser.desk.verified is None
    assert browser.desk.jobs.ended["verify"].wrong == "this casebook is closed"


def test_a_statement_that_runs_is_broken_off(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "_STEPS", 1)
    found = check.check(casebook.path.absolute(), casebook.keys, (), lambda: True)
    assert any("interrupted" in damage.why for damage in found.damages)


def test_every_step_that_is_shown_is_one_that_a_stage_tells() -> None:
    from pathlib import Path

    from testigo.desk import verifying
    from testigo.linking import deriving
    from testigo.weighing import weigh

    files = (str(module.__file__) for module in (link, deriving, weigh, verifying))
    told = "".join(Path(file).read_text("utf-8") for file in files)
    assert all(f'"{step}"' in told for step in working.STEPS)
