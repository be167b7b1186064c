"""Search finds claims, people, places and institutions, and nothing that can be typed is an error."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from tests.desk.test_claims_page import desk, words_of

from testigo.casebook.values import ClaimFilter

ARREST, FINE = "Two men were arrested in Hoeryong on October 12", "Traders were fined in North Hamgyong"


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("q=arresting&in=claims", {ARREST}),
        ("q=%22Traders+were%22&in=claims", {FINE}),
        ("q=were&in=claims", {ARREST, FINE}),
        ("q=were&in=claims&act=arrest", {ARREST}),
        ("q=were&in=claims&status=hedged", {FINE}),
        ("q=were&in=claims&when=2021-10", {ARREST}),
        ("q=were&in=claims&when=2022", set()),
        ("q=were&in=claims&place=KP-09", {ARREST, FINE}),
        ("q=were&in=claims&place=KP-09-hoeryong", {ARREST}),
        ("q=were&in=claims&verdict=accept", set()),
        ("q=were&in=claims&publisher=-", {ARREST, FINE}),
        ("q=men&in=people", {ARREST}),
        ("q=Hoeryong&in=people", set()),
        ("q=Hoery%C5%8Fng&in=places", {ARREST}),
        ("q=%ED%9A%8C%EB%A0%B9%EC%8B%9C&in=places", {ARREST}),
        ("q=North+Hamgyong&in=places", {ARREST, FINE}),
        ("q=North+Hamgyong&in=places&place=KP-09-hoeryong", {ARREST}),
        ("q=nowhere&in=places", set()),
    ],
)
def test_what_is_looked_for_is_found_and_nothing_else(tmp_path: Path, query: str, wanted: set[str]) -> None:
    made, browser = desk(tmp_path)
    with made:
        page = browser.get(f"/search/?{query}").text
        marked = {html.unescape(one) for one in re.findall(r"<mark>(.*?)</mark>", page)}
        assert marked == wanted
        if not wanted:
            assert "No claim" in words_of(page)


def test_a_hit_opens_at_its_very_words(tmp_path: Path) -> None:
    made, browser = desk(tmp_path)
    with made:
        href = re.search(r'href="(/report/1/\?[^"]*#o\d+)"', browser.get("/search/?q=fined&in=claims").text)
        assert href
        where = html.unescape(href[1])
        assert f'id="{where.partition("#")[2]}"' in browser.get(where.partition("#")[0]).text


@pytest.mark.parametrize(
    "typed", ['"', "*", "AND", "NEAR(", "who:men", "a* OR -b^2", "'; DROP", "{who} : x", "\x00", "회*", "((("]
)
@pytest.mark.parametrize("kind", ["reports", "claims", "people", "places", "?"])
def test_no_syntax_is_an_error(tmp_path: Path, typed: str, kind: str) -> None:
    from urllib.parse import quote

    made, browser = desk(tmp_path)
    with made:
        assert browser.get(f"/search/?q={quote(typed)}&in={kind}&when=x&page=99999999").status == 200


def test_the_index_of_claims_follows_the_reading_in_force_and_can_be_made_again(tmp_path: Path) -> None:
    from testigo.casebook.values import NewReading
    from testigo.claim import Reading

    made, _browser = desk(tmp_path)
    with made:
        which = ClaimFilter(words="were")
        before = made.claims(which)
        made.rebuild()
        assert made.claims(which) == before
        assert before.total == 2
        later = Reading("sample", "2", "1", "en", (before.items[0].claim,))
        made.record_readings((NewReading(1, later),))
        assert made.claims(which).total == 1
        assert made.verify_rows().damages == ()
