"""2,000 words that try to run, in every displayed field of every page of the live table of routes: none runs, none becomes markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import Context
from tests.browser.conftest import Served, browsing, serving
from tests.browser.hostile import (
    INTRUDERS,
    PARCELS,
    WORDS,
    Filled,
    hostile,
    redo,
    reports_of_all_words,
)
from tests.desk.conftest import put
from tests.desk.test_templates import PAGES
from tests.desk.tour import files, visits
from tests.desk.world import furnish

from testigo.casebook.casebook import create, open_casebook
from testigo.casebook.keys import FOR_TESTS
from testigo.confronted import Order
from testigo.desk import render
from testigo.desk.order_trend import answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Open = Callable[..., Any]
FEW = 4
"""Addresses of one route that are opened, beside all reports."""


@pytest.fixture(scope="module")
def hostile_casebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The casebook with something on every page, with hostile words in all that a person or a report may have put there."""
    made: Path = tmp_path_factory.mktemp("hostile") / "case"
    with create(made, None, plain=True, cost=FOR_TESTS) as book:
        for report, reading in reports_of_all_words():
            put(book, report, reading)
        furnish(book, hostile, redo)
    return made


@pytest.fixture
def attacked(hostile_casebook: Path) -> Iterator[Served]:
    with serving(open_casebook(hostile_casebook, None)) as served:
        served.desk.name = hostile("case")
        yield served


@pytest.fixture
def open_attacked(chromium: Any, attacked: Served) -> Iterator[Open]:
    with browsing(chromium, attacked) as make:
        yield make


def test_there_are_two_thousand_different_words() -> None:
    assert len(set(WORDS)) == 2000


def test_no_word_of_a_casebook_runs_on_any_page(open_attacked: Open, attacked: Served) -> None:
    """Through the whole house: preserved, read, linked, weighed, confronted, judged, shown."""
    page, book = open_attacked(), attacked.desk.casebook
    page.set_default_timeout(120_000)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    session = next(iter(attacked.desk.door._sessions.values()))
    session.person = hostile("Alice")
    for order in book.derived("orders", "order", Order, limit=FEW).items:
        answer(attacked.desk, order, "en")
    texts = [
        f"/report/{line.id}/?part={part}" for line in book.reports(limit=50).items for part in range(1, 8)
    ]
    opened = [*dict.fromkeys([*(address for _name, address in visits(book, FEW)), *texts])]
    names = {name for name, _address in visits(book, 1)}
    assert {"event", "person", "relay", "weight", "practice", "order", "links", "added"} <= names
    found = {}
    for address in opened:
        came = page.goto(attacked.address + address, wait_until="domcontentloaded")
        assert came.status == (403 if address == "/-/enter/" else 200), address
        wrong = page.evaluate(INTRUDERS)
        if wrong or dialogs:
            found[address] = [*wrong, *dialogs]
    assert found == {}
    assert {url for url in attacked.asked if not url.startswith(attacked.address + "/")} == set()


def test_no_word_runs_in_a_file_that_is_kept_and_opened_from_the_disk(
    open_attacked: Open, attacked: Served, tmp_path: Path
) -> None:
    page = open_attacked()
    kept = 0
    for number, address in enumerate(files(attacked.desk.casebook)):
        if address.partition("?")[0].endswith(("csv", "pdf")):
            continue
        answer = page.request.get(attacked.address + address)
        assert answer.status in (200, 404), address
        if answer.status == 200:
            kept += 1
            file = tmp_path / f"{number}.{'svg' if '.svg' in address else 'html'}"
            file.write_bytes(answer.body())
            page.goto(f"file://{file}")
            assert page.evaluate("window.ran") is None, address
            assert (
                page.evaluate(
                    "[...document.querySelectorAll('script, iframe, base, object, img, form')].length"
                )
                == 0
            )
    assert kept >= 6


@pytest.mark.parametrize("yes", [True, False])
def test_two_thousand_scripts_in_every_displayed_field_of_every_page_never_run(
    open_world: Open, world: Served, monkeypatch: pytest.MonkeyPatch, yes: bool
) -> None:
    """Each template with all 2,000 in each of its fields, put there in place of what the desk had to say, and really served."""
    page = open_world()
    page.set_default_timeout(120_000)
    seen: dict[type, dict[str, int]] = {}

    def context(given: dict[str, Any]) -> Context:
        kind = type(given["page"])
        filled = Filled(yes, seen.setdefault(kind, {}))
        return Context({**given, "page": filled.page(kind)})

    first = [address for _name, address in visits(world.desk.casebook, 1)]
    monkeypatch.setattr(render, "Context", context)
    found = {}
    for address in [*first, "/nothing-here/", f"/-/enter/?key={world.desk.door.new_key()}"]:
        page.goto(world.address + address, wait_until="domcontentloaded")
        wrong = page.evaluate(INTRUDERS)
        if wrong:
            found[address] = wrong
    assert found == {}
    assert {url for url in world.asked if not url.startswith(world.address + "/")} == set()
    assert set(seen) == set(PAGES.values()), "every template was shown"
    assert all(parcels >= len(PARCELS) for had in seen.values() for parcels in had.values())
