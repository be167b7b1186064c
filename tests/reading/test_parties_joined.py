"""Who is named together as one party, and who as two."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report


def claim_of(text: str, act: str) -> Claim:
    return next(claim for claim in read_report(report_of_text(text)).claims if claim.act == act)


@pytest.mark.parametrize(
    ("text", "act", "whom"),
    [
        ("The rebels kidnapped a nurse and her children in May.", "disappearance", ["a nurse and her children"]),
        ("Police detained a clerk and her partner over theft.", "arrest", ["a clerk and her partner"]),
        ("Soldiers beat the baker, his wife, and his son.", "torture", ["the baker, his wife, and his son"]),
        ("Officers seized a baker and his wife Vera, a nurse.", "arrest", ["a baker", "his wife Vera, a nurse"]),
        ("Officers seized his parents and his two daughters.", "arrest", ["his parents", "his two daughters"]),
        ("Police detained a clerk and a nurse.", "arrest", ["a clerk", "a nurse"]),
    ],
)  # fmt: skip
def test_who_is_only_somebodys_goes_with_them(text: str, act: str, whom: list[str]) -> None:
    assert [one.text for one in claim_of(text, act).target] == whom


@pytest.mark.parametrize(
    ("text", "act", "whom"),
    [
        ("Police detained LGBTQI+ activists in May.", "arrest", ["LGBTQI+ activists"]),
        ("Soldiers killed three LGBTI+ persons.", "killing", ["three LGBTI+ persons"]),
        ("Officers raided an LGBTQ+-friendly club.", "search", ["an LGBTQ+-friendly club"]),
        ("Officers raided the club LGBT House.", "search", ["the club LGBT House"]),
    ],
)
def test_a_plus_belongs_to_its_letters(text: str, act: str, whom: list[str]) -> None:
    assert [one.text for one in claim_of(text, act).target] == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Militants killed six weavers, including four teachers, in Tarma.", ["six weavers, including four teachers"]),
        ("Six weavers, including two girls and a nurse, were killed.", ["Six weavers, including two girls and a nurse"]),
        ("Soldiers killed 20 people, including YouTubers, in May.", ["20 people, including YouTubers"]),
        ("Soldiers killed two men, including the poet Ivo Sol, in May.", ["two men", "the poet Ivo Sol"]),
        ("Soldiers killed six weavers in May, including in Tarma.", ["six weavers"]),
    ],
)  # fmt: skip
def test_whom_including_counts_belongs_to_them_all_and_whom_it_names_is_one_more(
    text: str, whom: list[str]
) -> None:
    assert [one.text for one in claim_of(text, "killing").target] == whom


@pytest.mark.parametrize(
    ("text", "act", "whom"),
    [
        ("The men, named as Ivo Sol, 34, and Pak Lo, 41, were arrested.", "arrest", ["The men, named as Ivo Sol, 34", "Pak Lo, 41"]),
        ("Three men – Ivo Sol, 34, and Ana Tal – were arrested.", "arrest", ["Three men", "Ivo Sol, 34", "Ana Tal"]),
        ("On May 3, 34 men were arrested.", "arrest", ["34 men"]),
        ("Police took away three monks from the abbey.", "arrest", ["three monks"]),
    ],
)  # fmt: skip
def test_an_age_is_no_party_and_a_particle_no_part_of_one(text: str, act: str, whom: list[str]) -> None:
    assert [one.text for one in claim_of(text, act).target] == whom


def test_the_three_monks_are_those_who_were_taken_away() -> None:
    text = "Police have taken away three monks from the abbey. The three monks were beaten."
    (target,) = claim_of(text, "torture").target
    assert "away" not in (target.refers_text or target.text)


def test_a_name_may_end_in_s_and_a_description_in_a_year() -> None:
    text = "Luis Robles, who was held on December 4, 2020, was moved. Robles was beaten by guards."
    (target,) = claim_of(text, "torture").target
    assert (target.refers_text or target.text).startswith("Luis Robles")
    text = "A man who was arrested on May 3, 2021, in Orsk was moved. The man was beaten."
    (target,) = claim_of(text, "torture").target
    assert target.refers_text == "A man who was arrested on May 3, 2021"


def test_those_who_remain_are_not_those_who_were_named() -> None:
    text = "Two of the detainees, both men in their sixties, were found dead. The remaining detainees were beaten."
    (target,) = claim_of(text, "torture").target
    assert (target.text, target.refers) == ("The remaining detainees", None)


def test_nobody_is_arrested_where_a_picture_was_found() -> None:
    text = "The raid is linked to a photograph of the Dalai Lama that was found on his phone during a check in April."
    assert not any(c.act == "arrest" for c in read_report(report_of_text(text), second=False).claims)
