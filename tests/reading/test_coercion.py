"""Acts of coercion in formal prose: nouns in rows, people that a participle describes, custody told by the way."""

from __future__ import annotations

import pytest
from tests.reading.test_clauses import Parsed
from tests.reading.test_tokens import tags

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report


def claims(text: str) -> tuple[Claim, ...]:
    return read_report(report_of_text(text, published="2024-06-10")).claims


def told(text: str) -> list[str]:
    return [claim.act for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Arbitrary arrests and enforced disappearances remained widespread problems.",
            ["arrest", "disappearance"],
        ),
        ("Such arrests were most common before holidays.", ["arrest"]),
        ("The trial and execution of two nuns shocked the town.", ["trial", "execution"]),
        (
            "The office subjected critics to short detentions, house searches, and interrogations.",
            ["detention", "search", "interrogation"],
        ),
        ("Detainees were subjected to torture, including beatings and rape.", ["torture"]),
        ("Abuse included electric shocks, waterboarding, and rape.", ["torture"]),
        (
            "Police used the threat of arrest to extort money from shopkeepers.",
            ["arrest", "extortion"],
        ),
    ],
)
def test_each_act_of_a_row_of_nouns_is_told_once(text: str, acts: list[str]) -> None:
    assert told(text) == acts


def test_nouns_in_a_row_share_whom_it_was_done_to() -> None:
    first, second = claims("The report described the arrest and torture of three nurses.")
    assert [f.text for f in first.target] == [f.text for f in second.target] == ["three nurses"]


def test_acts_that_are_said_to_be_rare_are_a_state() -> None:
    assert [(c.kind, c.act) for c in claims("Prosecutions were rare.")] == [("condition", "other")]


def test_what_is_threatened_is_intended() -> None:
    (claim,) = claims("They lived under constant threat of arrest.")
    assert (claim.act, claim.status) == ("arrest", "intended")


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Imprisoned nurse Ama Boateng wrote a letter.", "detention", "nurse Ama Boateng"),
        ("Several forcibly repatriated women spoke to the panel.", "repatriation", "women"),
        ("The letter named three kidnapped reporters.", "disappearance", "reporters"),
    ],
)
def test_a_participle_tells_an_act_of_people_who_are_named_or_counted(
    text: str, act: str, target: str
) -> None:
    found = [c for c in claims(text) if c.act == act]
    assert [f.text for c in found for f in c.target] == [target]


def test_a_participle_that_only_says_who_is_meant_tells_nothing() -> None:
    assert "detention" not in told("The detained editor wrote a letter.")


@pytest.mark.parametrize(
    "text",
    [
        "The nurse was beaten while in pretrial detention.",
        "The printer was freed after more than six years in prison.",
    ],
)
def test_custody_is_told_by_the_way(text: str) -> None:
    (held,) = [c for c in claims(text) if c.act == "detention"]
    assert held.target


@pytest.mark.parametrize("text", ["He was held in prison.", "He was sentenced to six years in prison."])
def test_the_place_of_another_act_is_no_custody_of_its_own(text: str) -> None:
    assert len(claims(text)) == 1


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The soldiers were arbitrarily arresting farmers.", "arresting", "VBG"),
        ("He was rearrested on Monday.", "rearrested", "VBN"),
        ("Officers used torture to extract confessions.", "torture", "NN"),
        ("Beatings and prolonged pretrial detention were common.", "prolonged", "JJ"),
        ("Two elders – Ida Karel and Jon Vask – remained in prison.", "remained", "VBD"),
        ("The wardens made her wear leg irons.", "wear", "VB"),
        ("The officials arrested, tried, and executed eight men.", "tried", "VBD"),
        ("They faced interrogation, searches, and forced labor.", "forced", "VBN"),
        ("Rights lawyers faced disbarment.", "disbarment", "NN"),
        ("In a video posted online, the singer accused officers of theft.", "posted", "VBN"),
        ("He was sent to a remote province following his release.", "following", "IN"),
        ("The office said guards beat and abused women.", "beat", "VBD"),
    ],
)
def test_words_of_coercion_have_the_tag_that_their_neighbours_show(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag


def test_what_somebody_was_doing_goes_on_over_and() -> None:
    found = Parsed("The police were arresting and torturing students.")
    assert [found.words(found.verb(v).object) for v in ("arrest", "torture")] == ["students", "students"]


def test_an_arrest_named_again_is_no_second_claim() -> None:
    text = "Police arrested the printer Jonas Berg in May. He fell ill shortly after his arrest."
    assert [c.act for c in claims(text) if c.act in ("arrest", "detention")] == ["arrest"]


def test_an_arrest_named_again_with_its_date_is_a_claim() -> None:
    text = "The printer Jonas Berg was detained for nine days. He fell ill after his arrest on May 3, 2023."
    assert [c.act for c in claims(text) if c.act in ("arrest", "detention")] == ["detention", "arrest"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Police arrested Jonas Berg in May. In June Berg died of heart failure.", "killing"),
        ("Police arrested Jonas Berg in May. He was freed. In June Berg died of heart failure.", "death"),
        ("Jonas Berg wrote to the mayor. In June Berg died of heart failure.", "death"),
    ],
)
def test_who_is_held_and_dies_has_died_in_custody(text: str, act: str) -> None:
    assert told(text)[-1] == act


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Six men received prison terms for charges including terrorism and murder.", ["sentence"]),
        ("The court reduced his sentence to three years' imprisonment.", ["release"]),
        (
            "There were reports that prisoners detained on political charges were held in isolation.",
            ["detention"],
        ),
        ("The nurse described the torture she suffered.", ["torture"]),
        ("The group reported 41 political prisoners in custody.", ["detention"]),
    ],
)
def test_a_word_that_only_names_an_act_tells_none_of_its_own(text: str, acts: list[str]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The family was told nothing, denied visits, and threatened with arrest.", {"policy", "arrest"}),
        ("Two former ministers, both under house arrest, wrote to the king.", {"detention"}),
        ("The whereabouts of the nurse Ama Boateng, abducted in 2021, remain unknown.", {"disappearance"}),
        ("The monks were imprisoned without trial in 1994.", {"detention"}),
    ],
)
def test_what_stands_in_a_row_or_between_commas_is_found(text: str, acts: set[str]) -> None:
    assert acts <= set(told(text))


def test_the_terms_that_a_sentence_ranges_over_are_no_second_sentence() -> None:
    assert told("The court sentenced them to terms ranging from three to 12 years' imprisonment.") == [
        "sentence"
    ]


def test_a_count_goes_with_the_noun_that_it_follows() -> None:
    (claim,) = claims("Sources reported the torture of at least nine detainees.")
    assert [f.text for f in claim.target] == ["at least nine detainees"]
    assert [f.value for f in claim.quantity] == ["9"]


def test_a_mock_execution_is_torture() -> None:
    assert told("Officers staged a mock execution.") == ["torture"]


def test_a_right_that_a_law_gives_is_no_arrest() -> None:
    text = "The law provides for the right of any person to challenge the lawfulness of an arrest."
    assert "arrest" not in told(text)


def test_a_charge_in_straight_quotes_does_not_part_two_verbs() -> None:
    found = Parsed('The court convicted him of "insulting the king" and sentenced him to a year in prison.')
    assert found.words(found.verb("sentence").subject) == "The court"


def test_several_people_are_no_single_person() -> None:
    text = (
        "Agents arrested Lidia Moran, who had defended several of the accused. They held her for nine days."
    )
    held = [c for c in claims(text) if c.act == "detention"]
    assert [f.text.startswith("Lidia Moran") for c in held for f in c.target] == [True]
