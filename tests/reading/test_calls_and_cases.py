"""The manner of appeals and alerts: what is called for, cases against somebody, who was the third to be arrested."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot
from tests.reading.test_tokens import tags

from testigo import read
from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report


def claims(text: str, *, second: bool = False) -> tuple[Claim, ...]:
    return read_report(report_of_text(text, published="2024-06-10"), second=second).claims


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.act, claim.status) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Authorities must immediately and unconditionally release Ana Lo, drop all charges against her, and swiftly punish the guards.",
            [("release", "intended"), ("release", "intended"), ("sentence", "intended")],
        ),
        (
            "The ministry should free two nurses and immediately and unconditionally release a monk.",
            [("release", "intended"), ("release", "intended")],
        ),
        ("Police came and quickly and quietly arrested a monk.", [("arrest", "asserted")]),
        ("The mayor freed a monk and immediately released a nurse.", [("release", "asserted")] * 2),
    ],
)
def test_what_is_called_for_is_called_for_in_all_its_verbs(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected


def test_a_verb_that_shares_a_modal_is_a_base_form() -> None:
    assert tags("They must free two nurses, drop the case, and swiftly punish him.")["free"] == "VB"
    assert tags("They must leave her, drop the case, and swiftly punish him.")["drop"] == "VB"
    assert tags("The rooms should be free of smoke.")["free"] == "JJ"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ana Lo and Ivo Sol are the first traders to be arrested in Tarma since May.", "asserted"),
        ("He is the third reporter to be arrested this year.", "asserted"),
        ("Ana Lo became the second nurse to be arrested in a week.", "asserted"),
        ("He is the man to be arrested.", "intended"),
        ("They would be the first men to be arrested since 2003.", "intended"),
    ],
)
def test_who_was_the_third_to_be_arrested_was_arrested(text: str, status: str) -> None:
    assert told(text) == [("arrest", status)]


@pytest.mark.parametrize(
    ("text", "act", "status"),
    [
        ("The ministry denied that Ana Lo was beaten after her arrest.", "arrest", "reported"),
        ("The court dismissed a complaint that Ivo Sol was beaten following his arrest.", "arrest", "reported"),
        ("The ministry denied that Ana Lo was beaten after her arrest.", "torture", "denied"),
        ("The ministry denied the arrest of Ana Lo.", "arrest", "denied"),
    ],
)  # fmt: skip
def test_what_only_tells_when_is_not_denied(text: str, act: str, status: str) -> None:
    assert (act, status) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lo, a former editor, now faces two murder cases.",
        "A judge registered a murder case against Ana Lo.",
        "Ana Lo was named in a murder case.",
        "Ana Lo was implicated in three rape cases.",
    ],
)
def test_a_case_against_somebody_is_a_trial_and_no_deed_done_to_them(text: str) -> None:
    for second in (False, True):
        assert [claim.act for claim in claims(text, second=second)] == ["trial"]


def test_cases_of_fever_and_charge_of_a_school_are_none() -> None:
    for text in (
        "The doctors face many cases of fever.",
        "A prosecutor took charge of the school.",
        "She is in charge of a school.",
    ):
        assert [c for second in (False, True) for c in claims(text, second=second) if c.act == "trial"] == []


def test_what_somebody_kept_doing_is_no_detention() -> None:
    found = claims("“They kept beating me for two days,” said a trader.", second=True)
    assert [claim.act for claim in found] == ["torture"]


@pytest.mark.parametrize(
    ("text", "charge"),
    [
        (
            "Ana Lo was detained for her role in organizing student marches.",
            ["her role in organizing student marches"],
        ),
        ("Ivo Sol was accused of evasion from serving a sentence.", ["evasion from serving a sentence"]),
        (
            "Ana Lo was accused of complicity in calling for strikes and spreading leaflets.",
            ["complicity in calling for strikes", "spreading leaflets"],
        ),
        ("Ana Lo was arrested for her part in the march.", ["her part in the march"]),
        ("Ana Lo was arrested for involvement in", ["involvement"]),
    ],
)
def test_a_part_in_a_deed_is_one_charge_with_the_deed(text: str, charge: list[str]) -> None:
    assert [one.text for one in claims(text)[0].charge] == charge


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        (
            "Police arrested a musician. He was held. A contributor to a channel, Ivo Sol, was fined. He was beaten.",
            "torture",
            ["Ivo Sol"],
        ),
        (
            "Guards beat the nurse and questioned her. The court denied bail to Ana Lo and sent her to a camp.",
            "sentence",
            ["Ana Lo"],
        ),
    ],
)
def test_he_is_who_was_named_last_by_what_he_does(text: str, act: str, target: list[str]) -> None:
    assert slot(text, act, "target") == target


def test_who_tells_may_have_an_aside_before_told() -> None:
    for aside in ("a monk", "34", "a monk living at a house in South Veria", "his brother"):
        found = claims(f"Ana Lo was arrested by police, Ivo Sol, {aside}, told Radio Delta.")
        assert found[0].sources[0].text == f"Ivo Sol, {aside}", aside
    found = claims("Ana Lo was beaten, told the mayor.")
    assert [source.text for source in found[0].sources] == ["the mayor"]


def test_whom_a_passive_is_about_stays_whatever_the_network_sees() -> None:
    text = "Police arrested Pak Lo on May 3. He was beaten in custody, Ivo Sol, his lawyer, told Radio Delta."
    assert [one.text for one in claims(text, second=True)[-1].target] == ["Pak Lo"]


def test_refused_re_entry_denies_nothing() -> None:
    text = "Officials denied re-entry to Ivo Sol, a reporter who has left twice, and deported him to Tarma."
    assert [c.status for c in claims(text) if c.act == "repatriation"] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Seven monks were detained on Mar 14 by police.", "2024-03-14"),
        ("Seven monks were detained on 3 Mar 2021 by police.", "2021-03-03"),
        ("At about 5:30pm on May 3, police arrested Ana Lo.", "2024-05-03"),
        ("In Jan 2021 police arrested Ana Lo.", "2021-01"),
    ],
)
def test_short_months_and_times_of_day_are_whole(text: str, value: str) -> None:
    assert [one.value for one in claims(text)[0].time] == [value]


def test_names_like_months_are_no_times() -> None:
    found = read("Police arrested Jan Novak in Mar del Sur.", "2024-06-10").claims[0]
    assert not found.time
