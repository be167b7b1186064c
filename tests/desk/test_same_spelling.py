"""One spelling of two names: asked about in the queue, never joined by the machine, said on the person's page; and 200 of one name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.casebook import worlds
from tests.desk.conftest import PORT
from tests.desk.test_linked_worst import kept, plain, told
from tests.desk.wsgi import Browser
from typer.testing import CliRunner

from testigo.casebook.casebook import Casebook, open_casebook
from testigo.cli import app
from testigo.desk.door import Door
from testigo.desk.site import Desk
from testigo.judgement import Judgement
from testigo.linked import Link, Person
from testigo.linking.link import link
from testigo.reference import tables

TOWN, DAY = "KP-08-hamju", "2031-05-04"
NAMES = ("Ri Yong Ho", "리영호", "리용호", "Ri Yong-ho")
"""All arrested in one town on one day: nothing but the name could tell them apart."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "case"
    with worlds.empty(path, plain=True) as book:
        kept(book, [told(name, TOWN, DAY, number) for number, name in enumerate(NAMES, 1)])
    return path


@pytest.fixture
def printed(folder: Path) -> dict[str, Any]:
    done = CliRunner().invoke(app, ["link", "--json", "--quiet", "--casebook", str(folder)])
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


def words(page: str) -> str:
    """What a page says, words of another language inside a sentence included."""
    return plain(re.sub(r"</?(?:span|q)[^>]*>", "", page))


def persons(book: Casebook) -> dict[str, Person]:
    """The person of each name as written."""
    found = book.derived("linking", "person", Person, limit=99).items
    return {mention.text: person for person in found for mention in person.mentions}


def between(book: Casebook, one: str, other: str) -> Link:
    """The proposed link of the mentions of two names."""
    of = persons(book)
    mine, theirs = (of[name].mentions for name in (one, other))
    ends = {frozenset((a.subject, b.subject)) for a in mine for b in theirs}
    links = book.derived("linking", "link", Link, about=[("kind", "person")], limit=99).items
    return next(found for found in links if frozenset((found.left, found.right)) in ends)


@pytest.mark.parametrize("name", ["리영호", "리용호"])
def test_a_spelling_of_two_names_is_joined_with_neither_though_all_else_agrees(
    book: Casebook, name: str
) -> None:
    of = persons(book)
    assert of["Ri Yong Ho"].key != of[name].key
    found = between(book, "Ri Yong Ho", name)
    assert (found.names, found.joined, found.judged) == ("cannot tell", False, None)
    (said,) = [str(reason) for reason in found.reasons if "cannot tell" in reason.template]
    assert said.startswith("same spelling, cannot tell: ")
    assert "리영호" in said
    assert "리용호" in said


def test_two_that_are_spelt_the_same_may_be_one_since_that_decides_nothing(book: Casebook) -> None:
    of = persons(book)
    assert of["Ri Yong Ho"].key == of["Ri Yong-ho"].key


def test_the_command_tells_of_the_links_that_names_cannot_tell(printed: dict[str, Any], folder: Path) -> None:
    untold = printed["links_that_names_cannot_tell"]
    assert len(untold) == printed["counts"]["untold"] >= 2
    assert {one["names"] for one in untold} == {"cannot tell"}
    (person,) = [p for p in printed["persons"] if len(p["mentions"]) == 2]
    assert person["notes"][0]["arguments"][1:] == ["리영호", "리용호"]
    shown = CliRunner().invoke(app, ["link", person["key"], "--casebook", str(folder)])
    assert "may be 리영호 or 리용호" in re.sub(r"\s+", " ", shown.stdout)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "same spelling, cannot tell: Ri Yong Ho and"),
        ("ko", "표기가 같아 알 수 없음: Ri Yong Ho, 리영호 둘 다"),
    ],
)
def test_the_queue_says_it_above_the_decision(
    book: Casebook, desk_of: Browser, language: str, said: str
) -> None:
    desk_of.post("/-/language/", {"language": language})
    found = between(book, "Ri Yong Ho", "리영호")
    page = desk_of.get(f"/links/?kind=person&pair={found.left}~{found.right}").text
    assert said in words(page)
    assert ("the machine does not decide it" if language == "en" else "기계가 정하지 않음") in words(page)
    first = desk_of.get("/links/?kind=person").text
    assert 'name="verdict" value="same"' in first


@pytest.mark.parametrize(
    ("language", "which", "title"),
    [
        (
            "en",
            "Ri Yong Ho, Ri Yong-ho may be 리영호 or 리용호: the spelling cannot tell which",
            "Which name it is",
        ),
        (
            "ko",
            "Ri Yong Ho, Ri Yong-ho은(는) 리영호일 수도 리용호일 수도 있음: 표기만으로는 알 수 없음",
            "어느 이름인가",
        ),
    ],
)
def test_the_page_of_the_person_says_it_and_leads_to_the_decision(
    book: Casebook, desk_of: Browser, language: str, which: str, title: str
) -> None:
    desk_of.post("/-/language/", {"language": language})
    page = desk_of.get(f"/persons/{persons(book)['Ri Yong Ho'].key}/").text
    section = page.split(f"<h2>{title}</h2>")[1].split("</section>")[0]
    assert which in words(section)
    ways = re.findall(r'href="(/links/[^"]+)"', section)
    assert len(ways) >= 2
    assert desk_of.get(ways[0].replace("&amp;", "&")).status == 200
    theirs = desk_of.get(f"/persons/{persons(book)['리영호'].key}/").text
    assert title in theirs
    assert which not in words(theirs)


def test_a_person_decides_it_and_the_note_goes(book: Casebook) -> None:
    found = between(book, "Ri Yong Ho", "리영호")
    book.record_judgements(
        [Judgement("person-pair", f"{found.left}~{found.right}", "same", "Alice", worlds.NOON)]
    )
    link(book)
    of = persons(book)
    assert of["Ri Yong Ho"].key == of["리영호"].key != of["리용호"].key
    assert of["리영호"].notes == ()
    assert "name" not in of["리영호"].conflicts


def test_a_name_that_only_one_is_spelt_as_carries_no_note(tmp_path: Path) -> None:
    with worlds.empty(tmp_path / "clear", plain=True) as made:
        kept(made, [told("Kang Chun Hwa", TOWN, DAY, 1), told("강춘화", TOWN, DAY, 2)])
        link(made)
        (person,) = made.derived("linking", "person", Person, limit=9).items
    assert (person.notes, person.conflicts) == ((), ())
    assert len(person.mentions) == 2


def test_two_hundred_of_one_name_in_one_province_stay_two_hundred_and_are_asked_about_few_at_a_time(
    tmp_path: Path,
) -> None:
    counties = [p.id for p in tables.places().values() if p.level == 2 and p.id.startswith("KP-08-")]
    days = [f"20{n // 9 + 8:02d}-{n % 9 + 2:02d}-{n % 27 + 1:02d}" for n in range(200)]
    some = [told("Kim Yong-chol", counties[n % len(counties)], day, n + 1) for n, day in enumerate(days)]
    with worlds.empty(tmp_path / "many", plain=True) as made:
        kept(made, some)
        done = link(made)
        found = made.derived("linking", "person", Person, limit=400)
        links = made.derived("linking", "link", Link, about=[("kind", "person")], limit=9_999)
        desk = Browser(Desk(made, "many", PORT, Door(), plain=True)).come_in()
        page = desk.get(f"/persons/{found.items[0].key}/")
        queue = desk.get("/links/?kind=person")
    assert found.total == done.counts["persons"] == 200
    assert all(len(person.mentions) == 1 for person in found.items)
    assert links.total <= 6 * 200
    assert not any(one.joined for one in links.items)
    assert {one.names for one in links.items} <= {"cannot tell"}
    assert page.status == queue.status == 200
    assert "Kim Yong-chol may be 김영철 or 김용철" in words(page.text)
    assert "200 persons may bear this name" in words(page.text)
