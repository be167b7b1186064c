"""Arrest, custody, ill-treatment and release: whose they are in joined, reduced and ordered clauses."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday.\n\n"


def told(sentence: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Act, status, doers and those it is done to, of each claim."""
    claims = read_report(report_of_text(LEAD + sentence)).claims
    return [
        (c.act, c.status, tuple(f.text for f in c.actor), tuple(f.text for f in c.target)) for c in claims
    ]


@pytest.mark.parametrize(
    ("sentence", "act", "doer", "whom"),
    [
        (
            "Security forces arbitrarily arrested, beat and robbed traders at the fair.",
            "arrest",
            ("Security forces",),
            ("traders",),
        ),
        (
            "Soldiers repeatedly detained, shot at and robbed drivers near the bridge.",
            "arrest",
            ("Soldiers",),
            ("drivers",),
        ),
        (
            "Police questioned but did not charge the two sisters.",
            "interrogation",
            ("Police",),
            ("the two sisters",),
        ),
        (
            "Two men were fined and the driver, a boy of 17, was taken into custody.",
            "arrest",
            (),
            ("the driver, a boy of 17",),
        ),
        ("An officer slapped the teacher in the face.", "torture", ("An officer",), ("the teacher",)),
        (
            "The dissident was beaten by three guards near the laundry.",
            "torture",
            ("three guards",),
            ("The dissident",),
        ),
        (
            "The nurse and her two daughters were locked up in a cellar.",
            "detention",
            (),
            ("The nurse and her two daughters",),
        ),
    ],
)
def test_every_verb_of_a_row_keeps_who_does_it_to_whom(
    sentence: str, act: str, doer: tuple[str, ...], whom: tuple[str, ...]
) -> None:
    assert (act, doer, whom) in [(a, d, w) for a, _, d, w in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "act", "whom"),
    [
        (
            "Two brothers caught smuggling copper wire were handed to the county police.",
            "arrest",
            "Two brothers",
        ),
        ("Three women arrested yesterday were freed.", "release", "Three women arrested yesterday"),
        ("Of the 40 people held, 36 were released without charge.", "release", "36"),
        ("The warden had the prisoner chained to a bed for a week.", "torture", "the prisoner"),
    ],
)
def test_a_past_form_that_another_verb_follows_only_says_who_is_meant(
    sentence: str, act: str, whom: str
) -> None:
    assert any(a == act and whom in targets for a, _, _, targets in told(sentence))


def test_a_relative_clause_with_its_own_subject_ends_before_the_main_verb() -> None:
    sentence = "A student whom agents had picked up at the bus station was let go the same evening."
    found = told(sentence)
    assert ("arrest", "asserted", ("agents",), ("A student",)) in found
    assert any(act == "release" and whom[0].startswith("A student") for act, _, _, whom in found)


@pytest.mark.parametrize(
    ("sentence", "act", "whom"),
    [
        ("The court ordered the release of two editors.", "release", "two editors"),
        ("The marshal ordered the arrest of three captains.", "arrest", "three captains"),
        ("The judge ordered the priest detained for another 60 days.", "detention", "the priest"),
    ],
)
def test_what_is_ordered_is_intended_beside_the_order(sentence: str, act: str, whom: str) -> None:
    found = told(sentence)
    assert ("order", "asserted") in [(a, s) for a, s, _, _ in found]
    assert (act, "intended", (whom,)) in [(a, s, w) for a, s, _, w in found]


def test_whom_an_office_refuses_to_release_is_named() -> None:
    found = told("The ministry refused to release Pastor Gebre despite his illness.")
    assert ("policy", "asserted", ("The ministry",), ("Pastor Gebre",)) in found


def test_what_went_on_meanwhile_is_no_part_of_who_acts() -> None:
    found = told("During the raid officers arrested two nurses.")
    assert ("arrest", "asserted", ("officers",), ("two nurses",)) in found


def test_prisoners_who_tell_what_was_done_tell_it_of_themselves() -> None:
    found = told("Several defendants told the court that they had confessed under torture.")
    assert any(a == "torture" and w == ("Several defendants",) for a, _, _, w in found)


def test_what_somebody_is_suspected_of_is_not_who_is_held() -> None:
    found = told("A boy of 17 arrested on suspicion of throwing stones was held in an adult prison.")
    assert any(a == "detention" and w[0].startswith("A boy of 17") for a, _, _, w in found if w)
    assert all(whom != "stones" for a, _, _, w in found if a == "detention" for whom in w)


def test_what_guards_used_to_do_is_told_as_done() -> None:
    found = told("Guards would often beat the prisoners with rubber hoses.")
    assert ("torture", "asserted", ("Guards",), ("the prisoners",)) in found


def test_what_they_were_caught_doing_is_the_charge() -> None:
    text = "Two brothers caught smuggling copper wire were handed to the county police."
    claims = read_report(report_of_text(LEAD + text)).claims
    assert ["smuggling copper wire"] in [[f.text for f in c.charge] for c in claims if c.act == "arrest"]
