"""2,000 words that try to run, in every displayed field of every page of the live table of routes: none runs, none becomes markup."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import Context
from tests.browser.conftest import Served, browsing, serving
from tests.browser.hostile import INTRUDERS, NAMES_SHOWN, WORDS, Poisoned, hostile, redo, reports_of_all_words
from tests.desk.conftest import put
from tests.desk.tour import files, visits
from tests.desk.world import furnish

from testigo.casebook.casebook import Casebook, create, open_casebook
from testigo.casebook.keys import FOR_TESTS
from testigo.desk import pages, render

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
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    session = next(iter(attacked.desk.door._sessions.values()))
    session.person = hostile("Alice")
    texts = [
        f"/report/{line.id}/?part={part}" for line in book.reports(limit=50).items for part in range(1, 8)
    ]
    opened = [*dict.fromkeys([*(address for _name, address in visits(book, FEW)), *texts])]
    names = {name for name, _address in visits(book, 1)}
    assert {"event", "person", "relay", "weight", "practice", "order", "links", "added"} <= names
    found = {}
    for address in opened:
        answer = page.goto(attacked.address + address)
        assert answer.status == (403 if address == "/-/enter/" else 200), address
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


def shown_fields() -> set[str]:
    """Every text field of every page that a template shows under its name."""
    found = set()
    for module in pkgutil.iter_modules(pages.__path__, "testigo.desk.pages."):
        for kind in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(kind, type)
                and dataclasses.is_dataclass(kind)
                and kind.__module__.startswith(pages.__name__)
            ):
                found |= {f"{kind.__name__}.{f.name}" for f in dataclasses.fields(kind) if f.type == "str"}
    return {field for field in found if field.rpartition(".")[2] in NAMES_SHOWN}


def test_two_thousand_scripts_in_every_displayed_field_never_run(
    open_world: Open, world: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All 2,000 in each field at once, put there between the page's value and its template."""
    page = open_world()
    poisoned = Poisoned(set())

    def context(given: dict[str, Any]) -> Context:
        return Context({**given, "page": poisoned.page(given["page"])})

    book: Casebook = world.desk.casebook
    opened = [address for _name, address in visits(book, FEW // 2)]
    monkeypatch.setattr(render, "Context", context)
    found = {}
    for address in [*opened, "/nothing-here/"]:
        page.goto(world.address + address)
        wrong = page.evaluate(INTRUDERS)
        if wrong:
            found[address] = wrong
    assert found == {}
    assert {url for url in world.asked if not url.startswith(world.address + "/")} == set()
    assert shown_fields() - poisoned.shown == set()
