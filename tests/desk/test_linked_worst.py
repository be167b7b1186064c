"""The worst that linking is given, by command and then on the pages: one name for a hundred, twelve spellings, no anchor, contradictions."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.casebook import worlds
from tests.desk.conftest import PORT
from tests.desk.wsgi import Browser
from tests.linking.test_bad_input import SPELLINGS
from typer.testing import CliRunner

from testigo.casebook.casebook import Casebook, open_casebook
from testigo.casebook.values import NewCapture, NewReading, NewReport
from testigo.claim import Claim, Filler, Reading, Span
from testigo.cli import app
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.linked import Person
from testigo.reference import tables
from testigo.report import Block, Report

MANY = 100


def told(who: str, place: str, day: str, number: int) -> tuple[Report, Reading]:
    """A report of one sentence, as a reading without a mistake has it. place: an id of the table of places, or nothing."""
    where = tables.places()[place].name if place else ""
    text = (
        f"{who} was arrested{f' in {where}' if place else ''}{f' on {day}' if day else ''} (letter {number})."
    )

    def slot(words: str, **more: str | None) -> tuple[Filler, ...]:
        start = text.index(words)
        return (Filler(Span(start, start + len(words)), words, **more),) if words else ()  # type: ignore[arg-type]

    at = text.index("arrested")
    claim = Claim("event", "arrest", Span(0, len(text)), Span(at, at + 8), "reported", target=slot(who))
    claim = replace(claim, place=slot(where, id=place or None), time=slot(day, value=day))
    report = Report(
        text,
        (Block("body", Span(0, len(text))),),
        published="2031-12-01",
        language="en",
        extractor="test",
        version="1",
    )
    return report, Reading("test", "1", "1", "en", (claim,))


def worst() -> list[tuple[Report, Reading]]:
    """A hundred people of one name in a hundred towns; twelve spellings of one; three that nothing anchors."""
    towns = [p.id for p in tables.places().values() if p.level == 2 and p.kind in ("city", "county")][:MANY]
    days = [f"20{n % 30 + 1:02d}-{n % 12 + 1:02d}-{n % 27 + 1:02d}" for n in range(MANY)]
    some = [("Kim Chol", town, day) for town, day in zip(towns, days, strict=True)]
    some += [(name, "KP-08-hamju", "2031-05-04") for name in SPELLINGS] + [("A man", "", "")] * 3
    return [told(*one, number) for number, one in enumerate(some, 1)]


def kept(book: Casebook, reports: list[tuple[Report, Reading]]) -> None:
    """Take reports with their readings into a casebook."""
    digests = [hashlib.sha256(report.text.encode()).digest() for report, _ in reports]
    captured = book.record_captures([
        NewCapture(d, len(r.text), d.hex(), "text/plain", "letter.txt", worlds.NOON, tool="test")
        for d, (r, _) in zip(digests, reports, strict=True)
    ])  # fmt: skip
    ids = book.record_reports([NewReport(c.original, r) for c, (r, _) in zip(captured, reports, strict=True)])
    book.record_readings([NewReading(id_, reading) for id_, (_, reading) in zip(ids, reports, strict=True)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("worst") / "case"
    with worlds.empty(path, plain=True) as book:
        kept(book, worst())
    return path


@pytest.fixture
def printed(folder: Path) -> dict[str, Any]:
    """What the command gives."""
    done = CliRunner().invoke(app, ["link", "--json", "--most", "1000", "--quiet", "--casebook", str(folder)])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def book(folder: Path, printed: dict[str, Any]) -> Iterator[Casebook]:
    assert printed
    with open_casebook(folder, None) as made:
        yield made


@pytest.fixture
def desk_of(book: Casebook) -> Browser:
    return Browser(Desk(book, "case", PORT, Door(), plain=True)).come_in()


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page)))


def test_a_hundred_of_one_name_stay_a_hundred_and_are_told_apart_on_one_page(
    printed: dict[str, Any], desk_of: Browser
) -> None:
    chols = [p for p in printed["persons"] if p["name"] == "Kim Chol"]
    assert len(chols) == MANY
    assert all(len(p["mentions"]) == 1 for p in chols)
    (way,) = set(re.findall(r'href="(/namesakes/[^"]+)"', desk_of.get(f"/persons/{chols[0]['key']}/").text))
    page = desk_of.get(html.unescape(way))
    assert page.status == 200
    assert f"{MANY} persons whose names may be this one" in plain(page.text)


def test_twelve_spellings_are_one_person_with_every_spelling_on_the_page(
    printed: dict[str, Any], book: Casebook, desk_of: Browser
) -> None:
    (one,) = [p for p in printed["persons"] if len(p["mentions"]) > 1]
    assert len(one["mentions"]) == len(SPELLINGS)
    assert book.derived_one("linking", "person", Person, one["key"]) is not None
    page = plain(desk_of.get(f"/persons/{one['key']}/").text)
    assert all(name in page for name in SPELLINGS)


def test_what_tells_neither_place_nor_time_stands_alone_and_says_why(
    printed: dict[str, Any], desk_of: Browser
) -> None:
    alone = [e for e in printed["events"] if "first" not in e]
    assert len(alone) == 3
    for event in alone:
        assert len(event["claims"]) == 1
        assert "nothing in it tells where or when" in event["notes"][0]["template"]
        assert "where or when" in plain(desk_of.get(f"/events/{event['key']}/").text)


@pytest.mark.parametrize("order", [(1, 2, 0), (0, 2, 1), (0, 1, 2)])
def test_whichever_of_three_contradictory_judgements_comes_last_is_refused_with_the_others_shown(
    book: Casebook, desk_of: Browser, order: tuple[int, int, int]
) -> None:
    a, b, c = (MANY + 1 + 3 * order[-1] + n for n in range(3))
    said = ((a, b, "same"), (b, c, "same"), (a, c, "different"))
    answers = [_judge(desk_of, *said[n]) for n in order]
    assert [answer.status for answer in answers] == [302, 302, 400]
    alert = answers[-1].text.split('role="alert"')[1].split("</div>")[0]
    told = {"same": "one and the same (Alice", "different": "not the same (Alice"}
    lines = re.findall(r"<li>.*?</li>", alert, re.DOTALL)
    assert len(lines) == 2
    for n in order[:-1]:
        left, right, verdict = said[n]
        pairs = {f"pair={one}~{other}" for one, other in ((left, right), (right, left))}
        (line,) = (line for line in lines if any(pair in line.replace("%7E", "~") for pair in pairs))
        assert told[verdict] in plain(line)
    assert not book.history("event-pair", "{}~{}".format(*said[order[-1]][:2]))


def _judge(desk_of: Browser, left: int, right: int, verdict: str) -> Any:
    form = {"kind": "event", "pair": f"{left}~{right}", "seen": "", "verdict": verdict, "by": "Alice"}
    return desk_of.post("/links/", form)
