"""What holds for every page of the live table of routes: it is there, small, strict, and leads nowhere that is not there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.conftest import PORT
from tests.desk.tour import FILES, VISITS, WAYS, files, visits
from tests.desk.wsgi import Answer, Browser

from testigo.casebook.casebook import open_casebook
from testigo.desk.door import Door
from testigo.desk.guard import HEADERS
from testigo.desk.routes import ROUTES
from testigo.desk.site import HERE, Desk

MOST_BYTES = 100_000
FEW = 4


@pytest.fixture
def at_desk(furnished: Path) -> Iterator[Browser]:
    with open_casebook(furnished, None) as book:
        yield Browser(Desk(book, "case", PORT, Door(), plain=True)).come_in()


def test_every_page_of_the_table_of_routes_is_visited() -> None:
    assert {route.name for route in ROUTES if route.get} == set(VISITS)
    assert {*FILES, *WAYS} <= set(VISITS)


def test_every_page_is_there_with_its_strict_headers(at_desk: Browser) -> None:
    seen = set()
    for name, address in visits(at_desk.desk.casebook, FEW):
        answer = at_desk.get(address)
        assert answer.status == (403 if name == "enter" else 200), address
        assert {answer.headers[header.lower()] for header in HEADERS} == set(HEADERS.values()), address
        seen.add(name)
    assert seen == set(VISITS) - set(FILES) - set(WAYS)
    for name in WAYS:
        for address in VISITS[name](at_desk.desk.casebook):
            answer = at_desk.get(address)
            assert (answer.status, at_desk.get(answer.headers["location"]).status) == (302, 200), address
    given = [at_desk.get(address) for address in files(at_desk.desk.casebook)]
    assert {answer.status for answer in given} <= {200, 404}
    assert sum(answer.status == 200 for answer in given) > len(given) // 2


def besides_text(answer: Answer) -> int:
    """The bytes of a page that are not words."""
    words = html.unescape(re.sub(r"<[^>]*>", "", answer.text))
    return len(answer.body) - len(words.encode())


def test_no_page_is_over_100_kilobytes_besides_its_text(at_desk: Browser) -> None:
    sizes = {
        address: besides_text(at_desk.get(address)) for _name, address in visits(at_desk.desk.casebook, FEW)
    }
    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}


def test_all_style_sheets_and_scripts_together_are_small() -> None:
    assert sum(file.stat().st_size for file in (HERE / "static").iterdir()) < MOST_BYTES


@pytest.mark.slow
def test_no_page_leads_to_something_that_is_not_there(at_desk: Browser) -> None:
    """Every link of the first page of each route, and that its anchor is on the page it leads to."""
    anchors: dict[str, set[str]] = {}
    for _name, address in visits(at_desk.desk.casebook, 1):
        page = at_desk.get(address).text
        for href in set(re.findall(r' href="(/[^"]*)"', page)):
            path, _hash, anchor = html.unescape(href).partition("#")
            if path.startswith("/-/static/"):
                continue
            if path not in anchors:
                answer = at_desk.get(path)
                assert answer.status == 200, (address, href)
                plain = answer.headers["content-type"].startswith("text/html")
                anchors[path] = set(re.findall(r' id="([^"]+)"', answer.text)) if plain else set()
            assert not anchor or anchor in anchors[path], (address, href)
    assert len(anchors) > 100
