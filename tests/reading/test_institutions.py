"""Institutions: names, abbreviations, periods, branches, and the one that a phrase names."""

from __future__ import annotations

import pytest
from tests.reading.documents import doc, span

from testigo.reading.institutions import Institutions, read_institutions


def read(text: str, published: str | None = "2023-06-01") -> Institutions:
    return read_institutions(doc(text, published), korean=True)


def of(text: str, words: str, published: str | None = "2023-06-01") -> str | None:
    found = read(text, published).of_phrase(span(text, words))
    return found.id if found else None


@pytest.mark.parametrize(
    ("published", "row"),
    [("1995-05", "mss-1993"), ("2015-12-01", "mss-1993"), ("2018-03-01", "mss-2016"), (None, "mss-2016")],
)
def test_the_row_is_the_one_in_force_when_the_report_was_published(published: str | None, row: str) -> None:
    text = "The Ministry of State Security held a meeting."
    assert of(text, "The Ministry of State Security", published) == row


def test_an_abbreviation_means_the_body_that_the_report_brings_in_with_it() -> None:
    text = "The Ministry of Social Security (MSS) met. The MSS then issued an order."
    assert {m.id for m in read(text).mentions} == {"mps-2020"}


def test_an_abbreviation_that_stays_open_has_no_id_and_says_why() -> None:
    mention = read("The MSS issued an order.", "2022-01-01").mentions[0]
    assert mention.id is None
    assert mention.unknown


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("the provincial branch of the Ministry of State Security", "mss-prov"),
        ("the Ministry of State Security’s county branch", "mss-city"),
        ("the county security department", "mss-city"),
        ("three agents of the Musan County bowibu", "mss-officer"),
        ("inminban heads in Hyesan", "inminban-head"),
        ("a military tribunal", "court-special"),
        ("the 109 Group", "grp-109"),
    ],
)
def test_a_phrase_names_the_most_precise_row_that_fits(words: str, row: str) -> None:
    assert of(f"People said that {words} acted.", words) == row


def test_branches_are_those_of_the_body_named_before() -> None:
    text = "The Ministry of State Security met. The order went to the city and county branches."
    assert read(text).mentions[-1].id == "mss-city"


def test_general_words_name_no_north_korean_body_in_other_reports() -> None:
    document = doc("Prosecutors and the Supreme Court of Belarus refused.")
    assert read_institutions(document, korean=False).mentions == ()


@pytest.mark.parametrize(
    ("text", "words", "row"),
    [
        ("The bowibu in Onsong has more agents.", "The bowibu in Onsong", "mss-city"),
        ("A member of the Women’s Union spoke.", "the Women’s Union", "women-2016"),
        ("He was told by a security officer.", "a security officer", "mss-officer"),
        ("State Security took him.", "State Security", "mss-2016"),
    ],
)
def test_local_offices_and_names_with_an_apostrophe_are_found(text: str, words: str, row: str) -> None:
    assert of(text, words) == row


def test_state_security_in_small_letters_is_no_name() -> None:
    assert read("It was a matter of state security.").mentions == ()
