"""Whose part in a deed, whose son, how many of whom: charges, people and terms that end where they should."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot
from tests.reading.test_calls_and_cases import claims, told
from tests.reading.test_tokens import tags


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Supreme Court convicted 69 of the defendants of theft.", ["69 of the defendants"]),
        ("Police arrested 14 of the nurses and 3 of the doctors.", ["14 of the nurses", "3 of the doctors"]),
        ("Two boys, aged 13 and 16, were arrested.", ["Two boys, aged 13 and 16"]),
        ("Three girls aged 13, 14 and 17 were arrested.", ["Three girls aged 13, 14 and 17"]),
        ("Ana Lo, 34, and Ivo Sol, 16, were arrested.", ["Ana Lo, 34", "Ivo Sol, 16"]),
    ],
)
def test_how_many_of_whom_and_how_old_is_one(text: str, target: list[str]) -> None:
    assert [one.text for one in claims(text)[0].target] == target


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Police took Ana Lo’s son, a pupil of 15. Ana Lo was beaten.", "torture", ["Ana Lo"]),
        ("Ivo Sol is a Veria citizen and a former corporal, who exposed graft. He was beaten.", "torture", ["Ivo Sol"]),
        ("The men were among 94 defendants, some of whom have left, who faced an unfair trial.", "trial", ["94 defendants"]),
        ("Guards beat the nurse. Orr Morde hit Ana Lo. Orr Morde, who was arrested in May, beat her.", "torture", ["Ana Lo"]),
    ],
)  # fmt: skip
def test_a_name_stands_for_who_bears_it(text: str, act: str, target: list[str]) -> None:
    assert slot(text, act, "target") == target


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Ten months after they were arrested, three teachers were tried.", "arrest", ["three teachers"]),
        ("Police beat a man.\n\nThree weeks since he was detained by soldiers, the whereabouts of reporter Ivo Sol are unknown.", "arrest", ["reporter Ivo Sol"]),
        ("Two days after she was beaten, police arrested Ana Lo.", "torture", ["Ana Lo"]),
        ("Ivo Sol was arrested in May. After he was freed, Pak Lo met him.", "release", ["Ivo Sol"]),
        ("Ivo Sol was fined in May. After he was freed, Pak Lo was arrested.", "release", ["Ivo Sol"]),
        ("After he was freed", "release", []),
    ],
)  # fmt: skip
def test_a_clause_that_opens_may_name_who_is_meant_behind_it(text: str, act: str, target: list[str]) -> None:
    found = [claim for claim in claims(text) if claim.act == act]
    assert [one.text for one in found[0].target] == target


@pytest.mark.parametrize(
    ("text", "charge"),
    [
        (
            "Kovan faces charges including sedition, provocation with intent to cause a riot and public mischief.",
            ["sedition", "provocation with intent to cause a riot", "public mischief"],
        ),
        ("Ivo Sol was arrested on the charge of baghi (armed rebellion) in May.", ["baghi (armed rebellion)"]),
        (
            "Ana Lo was convicted on multiple charges, including undermining security, in a single day procedure.",
            ["undermining security"],
        ),
        ("The court convicted Ana Lo of charges including membership in a gang.", ["membership in a gang"]),
        ("Ana Lo was given six days in prison for “insulting a clerk” and, instead of being released, fined.", ["insulting a clerk"]),
        ("Ana Lo was charged with insulting the king, the queen and the prince.", ["insulting the king, the queen and the prince"]),
    ],
)  # fmt: skip
def test_charges_end_where_they_should(text: str, charge: list[str]) -> None:
    assert [one.text for one in claims(text)[0].charge] == charge


def test_a_charge_belongs_to_the_verb_that_has_people_of_its_own() -> None:
    found = claims(
        "Police raided it, taking away four monks and holding another monk for taking photographs."
    )
    assert [one.text for claim in found if claim.act == "arrest" for one in claim.charge] == []
    assert [one.text for claim in found if claim.act == "detention" for one in claim.charge] == [
        "taking photographs"
    ]


def test_what_others_did_is_no_charge() -> None:
    text = "The prosecutor requested that two owners of a page exposing guards who beat inmates be sentenced to nine years in prison."
    found = next(claim for claim in claims(text) if claim.act == "sentence")
    assert (found.status, found.charge) == ("intended", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A prosecutor asked that the men, who had fled, be jailed.", ("detention", "intended")),
        ("Police arrested and beat two men for singing.", ("arrest", "asserted")),
        ("Police arrested and beat two men for singing.", ("torture", "asserted")),
        ("They wanted to catch and beat him.", ("torture", "intended")),
        ("Guards seized two men and beat them.", ("torture", "asserted")),
    ],
)
def test_what_is_asked_for_and_what_was_done_are_told_apart(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_beat_goes_on_with_a_past_tense() -> None:
    assert tags("Police arrested and beat two men.")["beat"] == "VBD"
    assert tags("They wanted to catch and beat him.")["beat"] == "VB"
    assert tags("Kovan faces charges of theft.")["faces"] == "VBZ"


@pytest.mark.parametrize(
    ("text", "punishment"),
    [
        ("The men were sentenced to prison terms and internal exile on charges of theft.", ["prison terms", "internal exile"]),
        ("Ana Lo was fined 105,000 Veria roubles (about 14 €) by the local court.", ["105,000 Veria roubles (about 14 €)"]),
        ("A ten-year sentence was pronounced against Ivo Sol.", ["A ten-year sentence"]),
        ("She got three years in prison, exile and a fine.", ["three years in prison", "exile", "a fine"]),
    ],
)  # fmt: skip
def test_each_punishment_is_whole(text: str, punishment: list[str]) -> None:
    assert [one.text for one in claims(text)[0].punishment] == punishment


def test_where_somebody_is_sent_tells_the_act() -> None:
    assert told("Ivo Sol was transferred to the formal prison system.") == [("detention", "asserted")]
    assert told("Authorities have yet to send Ivo Sol to a hospital.") == []
    assert told("On May 5 a sentence will be issued against Ivo Sol.") == [("sentence", "intended")]


def test_a_commission_that_interviews_refugees_questions_nobody() -> None:
    text = "The commission interviewed many refugees and visited camps in three countries."
    assert {claim.act for claim in claims(text, second=True)}.isdisjoint(
        {"interrogation", "search", "surveillance"}
    )
