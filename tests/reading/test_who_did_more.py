"""Who did more to whom in one sentence, whose lawyer, and what is kept from somebody."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot
from tests.reading.test_calls_and_cases import claims, told
from tests.reading.test_tokens import tags


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Sol was stopped by a soldier, who took his phone, slapped him and left.",
        "Ivo Sol was arrested by a soldier who came at night, slapped him and took him away.",
        "Ivo Sol was questioned by a soldier, who showed no warrant, slapped him and drove him to a camp.",
    ],
)
def test_who_did_it_does_more_to_whom_it_was_done(text: str) -> None:
    found = next(claim for claim in claims(text) if claim.act == "torture")
    assert [one.text for one in found.actor] == ["a soldier"]
    assert [one.text for one in found.target] == ["Ivo Sol"]


def test_behind_a_closed_clause_the_subject_goes_on() -> None:
    found = [
        claim
        for claim in claims("Police arrested Ana Lo, who had fled, and beat her.")
        if claim.act == "torture"
    ]
    assert [one.text for one in found[0].actor] == ["Police"]


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Police arrested Ana Lo. Her lawyer has not seen her since she was moved to a prison.", "detention", ["Ana Lo"]),
        ("Police arrested Ana Lo. Her lawyer said she was beaten.", "torture", ["Ana Lo"]),
        ("His brother was arrested. He was beaten.", "torture", ["His brother"]),
        ("The union leader’s whereabouts remained unknown a week after masked men dragged him from his car.", "arrest", ["The union leader"]),
        ("The court sentenced Mr. Sol to two years of internal exile. The group asked the court to release him.", "release", ["Mr. Sol"]),
    ],
)  # fmt: skip
def test_who_is_meant_beside_others(text: str, act: str, target: list[str]) -> None:
    assert slot(text, act, "target") == target


@pytest.mark.parametrize(
    ("text", "act", "name", "words"),
    [
        ("On the night of May 3 unidentified gunmen shot dead radio host Pak Lo.", "killing", "actor", ["unidentified gunmen"]),
        ("On the night of May 3 unidentified gunmen shot dead radio host Pak Lo.", "killing", "target", ["radio host Pak Lo"]),
        ("In the early hours of May 3 police raided the house.", "search", "actor", ["police"]),
        ("The nine accused were sentenced to ten years in prison.", "sentence", "target", ["The nine accused"]),
        ("The authorities charged 34 people, and 20 face the death penalty.", "sentence", "target", ["20"]),
    ],
)  # fmt: skip
def test_a_date_and_a_word_beside_are_no_part_of_who(
    text: str, act: str, name: str, words: list[str]
) -> None:
    assert slot(text, act, name) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The wardens denied Ana Lo insulin, put her in a cell and banned visits.",
            ("detention", "asserted"),
        ),
        ("The ministry denied the trial was unfair.", ("view", "denied")),
        ("A court revoked his bail.", ("detention", "asserted")),
        ("Police broke up a rally in Orsk.", ("crackdown", "asserted")),
        ("The authorities charged 34 people, and 20 face the death penalty.", ("sentence", "intended")),
    ],
)
def test_what_is_kept_from_somebody_denies_nothing(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_nobody_is_held_where_nobody_is_held_to_account() -> None:
    text = "Nobody has been held to account for the killing of Pak Lo in 2019."
    for second in (False, True):
        assert [claim.act for claim in claims(text, second=second)] == ["killing"]


def test_words_that_their_neighbours_tell() -> None:
    assert tags("Gunmen shot dead two monks.")["dead"] == "RP"
    assert tags("They slapped him in the face the next day.")["face"] == "NN"
    assert tags("Two men accused of theft were held.")["accused"] == "VBN"


def test_to_free_somebody_is_a_verb() -> None:
    assert tags("They refused to free Ana Lo.")["free"] == "VB"
    assert tags("They refused to free prisoners.")["free"] == "VB"
    assert tags("They have no access to free elections.")["free"] == "JJ"
    found = claims("The government has refused to free Ana Lo or let doctors see her.")
    assert [(c.act, c.status, [one.text for one in c.target]) for c in found if c.act == "release"] == [
        ("release", "denied", ["Ana Lo"])
    ]
