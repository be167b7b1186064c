"""The turns of annual country reports: papers refused, fates not told, people kept at home, and words that only look alike."""

from __future__ import annotations

import pytest

from testigo import read


def told(text: str) -> list[str]:
    return [claim.act for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry revoked the passports of nine exiled poets.",
        "The embassy has ceased to renew passports.",
        "Officials rejected passport applications by two cooks.",
        "The denial of exit visas to nurses continued.",
        "The family was pulled off a flight to Osk.",
        "He was denied reentry to his country.",
        "Agents kept the painter under siege in her flat.",
    ],
)
def test_papers_and_ways_refused_restrict_movement(text: str) -> None:
    assert told(text) == ["movement_restriction"]


@pytest.mark.parametrize(
    "text",
    [
        "The fate of the four miners remained unresolved.",
        "The whereabouts of the nuns were not known.",
        "The army did not account for the whereabouts of the miners.",
        "The ministry gave no information on the fate of the miner.",
        "There was no new information on the fate of the miner.",
        "Her family was not informed of her whereabouts.",
    ],
)
def test_a_fate_that_is_not_told_is_a_disappearance(text: str) -> None:
    assert told(text) == ["disappearance"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The lawyer was stripped of her licence.", "dismissal"),
        ("Officials razed two chapels.", "policy"),
        ("Guards exposed the monks to the sun.", "torture"),
        ("He was held in Osk and forcefully returned to Karst.", "repatriation"),
        ("The ministry concealed information on the flood.", "policy"),
        ("The king removed the chief justice.", "dismissal"),
        ("He was removed from the car.", ""),
        ("She took part in the campaign to free the editor.", ""),
        ("He was sentenced to forced labor.", "sentence"),
    ],
)
def test_a_turn_of_such_reports_names_its_act(text: str, act: str) -> None:
    acts = told(text)
    assert act in acts if act else "dismissal" not in acts
    assert "crackdown" not in acts
    assert "banishment" not in acts


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("In recent years Karst has revoked the passports of nine exiled poets.", "Karst"),
        ("In mid-January police arrested two cooks.", "police"),
        ("Beijing categorically labels the women migrants and routinely deports them.", "Beijing"),
    ],
)
def test_who_acts_is_neither_a_time_nor_lost(text: str, actor: str) -> None:
    assert [filler.text for filler in read(text).claims[-1].actor] == [actor]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Defendants did not have the right to a public trial.", ["control"]),
        ("Reporters could not work freely.", ["control"]),
        ("Genuine opposition parties did not exist.", ["control"]),
        ("A district court sanctioned her pretrial imprisonment.", ["detention"]),
        ("Police seized the phones and have not returned them.", ["confiscation", "policy"]),
        ("The Council of Rapporteurs issued a list of 43 prisoners.", ["speech"]),
        ("The UN Working Group on Exile visited the prisons.", ["movement"]),
    ],
)
def test_what_looks_like_another_act_is_told_apart(text: str, acts: list[str]) -> None:
    assert told(text) == acts


def test_an_adjective_of_a_deed_is_no_deed_of_its_own() -> None:
    assert "crime" not in told("The panel blamed government forces for the chemical attack on the port.")


def test_why_somebody_wants_a_thing_is_not_only_wanted() -> None:
    text = "Many cooks do not wish to return because they fear reprisals."
    assert [c.status for c in read(text).claims if c.act == "fear"] == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "Guards no longer beat the monks.",
        "The army no longer holds the two monks.",
        "The two monks are no longer held.",
    ],
)
def test_what_is_done_no_longer_is_denied(text: str) -> None:
    assert [claim.status for claim in read(text).claims] == ["denied"]


def test_what_a_law_says_is_not_who_tells_what_is_done_all_the_same() -> None:
    text = "While the law prohibits torture, wardens reportedly beat, kicked, and starved the monks."
    assert {c.status for c in read(text).claims if c.act == "torture"} == {"hedged"}
    assert not any(c.sources for c in read(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        "The right to freedom of assembly remained severely restricted.",
        "Academic freedom was severely restricted.",
    ],
)
def test_a_right_that_stays_restricted_is_control(text: str) -> None:
    assert told(text) == ["control"]


@pytest.mark.parametrize(
    ("text", "charges"),
    [
        (
            "He got six years for alleged and unspecified “breaches of rules.”",
            ["alleged and unspecified “breaches of rules"],
        ),
        (
            "A court sentenced him to six years on various charges, including for “threatening the order.”",
            ["threatening the order"],
        ),
    ],
)
def test_charges_are_whole_and_alone(text: str, charges: list[str]) -> None:
    found = [
        one.text.strip(".”") for claim in read(text).claims for one in claim.charge if claim.act == "sentence"
    ]
    assert found == charges


def test_what_a_law_threatens_is_one_penalty() -> None:
    text = "Two cooks were charged under articles 59 and 24, which are both punishable with imprisonment of ten years."
    assert [(c.act, c.status) for c in read(text).claims] == [("trial", "asserted"), ("sentence", "intended")]


def test_house_arrest_in_a_sentence_is_a_punishment() -> None:
    text = "The court sentenced the cooks to 66 years in prison and 17 years under house arrest."
    assert told(text) == ["sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "a. Arbitrary Deprivation of Life and Other Unlawful or Politically Motivated Killings",
        "Extraterritorial Killing, Kidnapping, Forced Returns, or Other Violence or Threats of Violence",
        "Threats, Harassment, Surveillance, and Coercion",
    ],
)
def test_the_heading_of_a_section_tells_nothing(text: str) -> None:
    assert told(f"{text}\n\nPolice arrested two cooks in May.") == ["arrest"]


@pytest.mark.parametrize(
    "text",
    [
        "This section covers events between May and December.",
        "The commission was established by resolution 33/24.",
        "The Council extended the mandate of the mission for one year.",
        "The name of the witness was changed for security reasons.",
        "Agents of the security service report to the Office of the President.",
        "The country has three prisons.",
        "The Ministry of the Interior is responsible for the prisons.",
        "The commission interviewed 80 victims.",
    ],
)
def test_what_is_told_of_the_report_and_of_offices_is_no_claim(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Prison guards killed two cooks.", "killing"),
        ("There were secret prisons under the ministry.", "detention"),
        ("A reporter interviewed the families.", "speech"),
        ("The ministry established a commission on the flood.", "policy"),
        ("Officials extended the curfew.", "movement_restriction"),
    ],
)
def test_what_only_looks_like_a_heading_or_a_mandate_is_told(text: str, act: str) -> None:
    assert act in told(text)


def test_whoever_is_convicted_of_a_thing_is_not_of_that_thing() -> None:
    text = "On May 6, a court convicted the deacon of fraud and sentenced him to 14 years in prison."
    assert [(c.act, [t.text for t in c.target]) for c in read(text).claims] == [("sentence", ["the deacon"])]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The court convicted the cook of fraud.", ["trial"]),
        ("State media accused the exiles of fraud.", ["speech"]),
        ("Police seized religious literature from a flat.", ["confiscation"]),
        ("The rector was replaced.", ["dismissal"]),
        ("By May he had spent 900 days behind bars.", ["detention"]),
    ],
)
def test_more_turns_that_name_one_act(text: str, acts: list[str]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The army burned 40 houses.", ["policy"]),
        ("Wardens were not held accountable.", ["policy"]),
        ("China continued to return escapees by force.", ["repatriation"]),
    ],
)
def test_houses_burned_and_people_returned_keep_their_act(text: str, acts: list[str]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The paper documents the refusal of the embassy to renew passports.", ["movement_restriction"]),
        (
            "The government arbitrarily and regularly bars its citizens from traveling.",
            ["movement_restriction"],
        ),
    ],
)
def test_a_refusal_or_ban_is_told_once(text: str, acts: list[str]) -> None:
    assert told(text) == acts


def test_the_middle_of_a_month_is_a_time_and_no_place() -> None:
    text = "The council was silent, but in mid-January the police said they had arrested two cooks."
    assert not any(claim.place for claim in read(text).claims)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Dozens languished in cells without trial.", ["detention"]),
        ("Three cooks have been held without charge or trial since 2018.", ["detention"]),
        ("The cooks were tried without lawyers.", ["trial"]),
        ("The ministry suspended the issuance of passports.", ["movement_restriction"]),
        ("Her lawyer was barred from the hearing.", ["policy"]),
        ("His name was on a wanted list.", ["watchlisting"]),
    ],
)
def test_a_trial_that_was_not_held_is_no_trial(text: str, acts: list[str]) -> None:
    assert told(text) == acts
