"""How arrest, trial and prison are told in country reports: rows of verbs, relative clauses, refusals, charges."""

from __future__ import annotations

import pytest

from testigo.claim import Claim, Span
from testigo.reading.read import read_report
from testigo.report import Block, Report


def claims(text: str) -> tuple[Claim, ...]:
    return read_report(Report(text, (Block("body", Span(0, len(text))),))).claims


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.act, claim.status) for claim in claims(text)]


def whom(text: str, act: str) -> str:
    (claim,) = [claim for claim in claims(text) if claim.act == act]
    return text[claim.target[0].span.start : claim.target[0].span.end] if claim.target else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police at times held politically active and other suspects incommunicado.", ["detention"]),
        ("The authorities detained and later fined more than forty students.", ["arrest", "sentence"]),
        ("Guards arrested three nuns held since March.", ["arrest", "detention"]),
        ("Soldiers led him to another group of men, who beat him.", ["torture"]),
        ("An appeals court ruled against the editor, who challenged a ten-year sentence.", ["trial"]),
        ("The judge denied them contact with their lawyers.", ["policy"]),
        ("The women were denied urgently needed medical care.", ["torture"]),
        ("Two teachers, arrested in May and released in June, fled.", ["arrest", "release", "escape"]),
        ("There were reports of detainees who were held in secret.", ["detention"]),
        ("Authorities released from custody about thirty believers.", ["release"]),
        ("He was fined for comments made on Facebook.", ["sentence", "speech"]),
        ("Held for two months, the editor was freed.", ["detention", "release"]),
        ("A newspaper reported that Nora Velt, arrested in May for a poem, was not allowed to see her son.", ["arrest", "policy"]),
        ("Prosecutors have ignored the rule and held people without charge.", ["policy", "detention"]),
        ("The mayor remained under house arrest and barred from leaving.", ["detention", "movement_restriction"]),
        ("Officers searched homes without a warrant, seized property without a court order, or interfered in their affairs.", ["search", "confiscation", "policy"]),
        ("Two leaders remained in prison after being arrested in 2017 and convicted in 2020.", ["detention", "arrest", "trial"]),
    ],
)  # fmt: skip
def test_an_act_is_found_in_its_construction(text: str, expected: list[str]) -> None:
    found = [act for act, _ in told(text)]
    assert all(act in found for act in expected), found


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("He was jailed for ten days on charges of resisting police.", "resistance"),
        ("Officers made arrests on spurious charges, such as resisting police.", "resistance"),
        ("The government held the monks without charge or trial.", "trial"),
        ("Forty-seven editors remained detained.", "arrest"),
        ("Officials punish persons who evaded service or fled abroad.", "escape"),
        ("The court sentenced nine men to death, six to life in prison.", "killing"),
        ("She did not come to court and was not informed of the charges.", "trial"),
        ("The offense carries six months of imprisonment.", "detention"),
        ("He was accused of abuse of authority.", "torture"),
    ],
)
def test_what_only_names_a_charge_a_state_or_a_class_of_people_is_no_act(text: str, act: str) -> None:
    assert act not in [found for found, _ in told(text)]


def test_a_threat_without_what_is_threatened_has_happened() -> None:
    assert told("Guards threatened the families.") == [("policy", "asserted")]


@pytest.mark.parametrize(
    ("text", "act", "people"),
    [
        ("Authorities released at least nine local and foreign reporters.", "release", "at least nine local and foreign reporters"),
        ("The report named forty teachers who the ministry had dismissed.", "dismissal", "forty teachers"),
        ("Police arrested and later released eleven students.", "release", "eleven students"),
        ("Officials had arrested Otto Lind upon his return from a trip.", "arrest", "Otto Lind"),
        ("The court tried 116 alleged members of a banned party.", "trial", "116 alleged members of a banned party"),
        ("The court, following a closed trial, found Otto Lind guilty.", "trial", "Otto Lind"),
        ("The office denied family members prompt access to the cells.", "policy", "family members"),
        ("NGOs reported numerous cases of students arrested without a warrant.", "arrest", "students"),
    ],
)  # fmt: skip
def test_the_people_are_those_of_the_construction(text: str, act: str, people: str) -> None:
    assert whom(text, act) == people


def test_a_participle_keeps_its_own_time() -> None:
    found = {
        claim.act: claim.time[0].value for claim in claims("On May 10, a nurse arrested in 2019 was freed.")
    }
    assert found == {"arrest": "2019", "release": "XXXX-05-10"}


def test_who_serves_a_sentence_did_what_it_is_for() -> None:
    (claim,) = [c for c in claims("Otto Lind served ten years for protesting.") if c.act == "resistance"]
    assert [actor.text for actor in claim.actor] == ["Otto Lind"]
