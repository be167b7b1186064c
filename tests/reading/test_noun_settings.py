"""Nouns of acts that stand around something else, what laws threaten with, and deeds named again by whose they were."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def told(text: str, *, second: bool = False) -> list[str]:
    """The act of each claim."""
    found = read_report(report_of_text(text, published="2024-06-10"), second=second).claims
    return [claim.act for claim in found]


@pytest.mark.parametrize(
    ("text", "act", "times"),
    [
        ("Clerks subjected inmates to mistreatment, including deprivation of food and sleep.", "torture", 1),
        ("High levels of impunity, including for killings of nurses, led to fear.", "killing", 0),
        ("NGOs reported human rights abuses, including beheadings by soldiers.", "execution", 1),
        ("Neighbors demanded the release of the baker.", "release", 0),
        ("Neighbors demanded the release of Ana Lo.", "release", 1),
        ("The group called for the immediate release of two monks.", "release", 1),
        ("The group called for the release of the report.", "release", 0),
        ("The group called for her release.", "release", 0),
        ("Writers called for the immediate arrest and prosecution of the guards.", "arrest", 0),
        ("The ministry demanded the release of the sailors.", "release", 1),
        ("Officers took suspects without appropriate arrest and search warrants.", "search", 0),
        ("Police killed nine persons in connection with the August protests.", "resistance", 0),
        ("Police killed nine persons during the August protests.", "resistance", 1),
    ],
)
def test_a_noun_that_stands_around_something_else_is_no_act(text: str, act: str, times: int) -> None:
    assert told(text).count(act) == times


def test_a_release_called_for_is_intended() -> None:
    found = read_report(
        report_of_text("Amnesty International called for the release of Ana Lo and Ivo Sol.")
    ).claims
    assert [(c.act, c.status) for c in found] == [("speech", "asserted"), ("release", "intended")]
    assert [one.text for one in found[1].target] == ["Ana Lo", "Ivo Sol"]


def test_who_asks_for_a_release_speaks() -> None:
    assert told("She sought her brother’s release.", second=False) == ["speech"]


def test_a_measured_penalty_is_what_a_law_threatens() -> None:
    text = "The law provided for punishment of up to two years in prison for insulting the mayor."
    found = read_report(report_of_text(text, published="2024-06-10"), second=False).claims
    assert [c.status for c in found if c.act == "sentence"] == ["intended"]


def test_a_deed_named_again_by_whose_it_was_is_no_second_one() -> None:
    text = "Gunmen killed Mayor Pavel Orlik in March. After Orlik’s killing, the mayors met."
    assert told(text).count("killing") == 1


def test_self_censorship_is_a_state_wherever_it_stands() -> None:
    assert "control" in told("Lecturers practiced self-censorship to protect owners.", second=False)
    assert "control" in told("The threats led to self-censorship.", second=False)


@pytest.mark.parametrize(
    "text",
    [
        "Police could detain suspects without a warrant for renewable terms.",
        "Within three days, police had to present the case to a prosecutor.",
        "The board could extend the order for a maximum of two years.",
    ],
)
def test_what_an_office_may_or_must_do_by_rule_is_a_law(text: str) -> None:
    found = read_report(report_of_text(text, published="2024-06-10"), second=False).claims
    assert [(c.kind, c.act) for c in found] == [("directive", "policy")]


@pytest.mark.parametrize(
    "text",
    [
        "The union condemned the raid, describing it as an abuse of press freedom.",
        "The court struck the rule down, deeming it “vague and unfair.”",
        "Critics said that the charges were intended to punish her brother.",
    ],
)
def test_what_a_thing_is_called_or_meant_for_is_a_view(text: str) -> None:
    found = read_report(report_of_text(text, published="2024-06-10"), second=False).claims
    assert "view" in [c.kind for c in found]


@pytest.mark.parametrize(
    ("text", "act", "times"),
    [
        (
            "The court ruled the state violated the human rights of two weavers and ordered it to pay them.",
            "trial",
            0,
        ),
        ("The baker accused the mayor of harassing and intimidating him.", "speech", 0),
        ("In May, troops killed four villagers whom they accused of feeding rebels.", "speech", 0),
        ("The Committee for the Prevention of Torture and Degrading Treatment met in May.", "torture", 0),
        ("The panel reported 66 cases of torture or cruel and inhuman treatment of inmates.", "torture", 1),
        ("A report goes to a detention board appointed by the king.", "policy", 0),
        ("Violent physical attacks against reporters were common.", "torture", 0),
        ("Reporters were subjected to physical attacks.", "crime", 0),
        ("Some detainees were never taken to court.", "trial", 1),
        ("Some detainees were never taken to court.", "arrest", 0),
    ],
)
def test_what_only_leads_to_a_deed_or_names_it_twice_is_left_out(text: str, act: str, times: int) -> None:
    assert told(text).count(act) == times


def test_deeds_that_somebody_perpetrated_are_told_though_named_as_known() -> None:
    assert "killing" in told("The militias perpetrated these killings.")
