"""What somebody makes of a thing, what people feel and lack, and what is refused: views, states and refusals."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def acts(sentence: str) -> list[tuple[str, str, str]]:
    """Kind, act and status of each claim of a sentence."""
    claims: tuple[Claim, ...] = read_report(report_of_text(LEAD + sentence)).claims
    return [(c.kind, c.act, c.status) for c in claims if c.trigger.start >= len(LEAD)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics said that the new law was vague.",
        "Observers considered the trial neither fair nor transparent.",
        "The panel found that the verdict was arbitrary.",
        "The court interpreter calls the confession worthless.",
        "The tribunal was a theater, the brother of the defendant said.",
        "The parties boycotted the vote, calling it a sham.",
        "The panel criticized the act, calling it disproportionate to the aim.",
        "The union condemned the raid, describing it as an abuse of power.",
        "The court annulled the rule, deeming it “overbroad and vague.”",
        "The bishop said that the governor referred to the strikers as “marginal.”",
        "Observers considered several papers to be independent.",
        "Many believed attackers used tales of magic to hide quarrels.",
        "Some groups claimed the law was prone to abuse.",
        "The panel found that the search was unlawful.",
    ],
)
def test_a_judgement_that_somebody_is_named_for_is_a_view(sentence: str) -> None:
    assert ("view", "view", "reported") in acts(sentence)


@pytest.mark.parametrize(
    ("status", "trigger", "sentence"),
    [
        (
            "reported",
            "viewed the verdict as politically motivated",
            "Many viewed the verdict as politically motivated.",
        ),
        (
            "reported",
            "justified as a necessary step",
            "The mayor issued a ban, which he justified as a necessary step.",
        ),
        (
            "reported",
            "considered them to be political prisoners",
            "The group considered them to be political prisoners.",
        ),
        (
            "reported",
            "judged several papers to be close",
            "Observers judged several papers to be close to the army.",
        ),
        (
            "asserted",
            "“marginal",
            "The governor referred to Banda, then a boy of seventeen, as “marginal, a member of a gang.”",
        ),
        ("speculated", "unclear", "It was unclear whether the fire was related to his verses."),
        ("speculated", "expected to become", "The league was expected to become the main party."),
        ("speculated", "would have been easier", "It would have been easier to write it elsewhere."),
        ("reported", "goes beyond", "The suit claims that the paper “goes beyond its charter.”"),
        ("reported", "is an act of cruelty", "Such a march is an act of cruelty, the bishop said."),
        ("asserted", "ruled out the possibility", "The panel ruled out the possibility of an accident."),
    ],
)
def test_what_a_thing_is_taken_for_or_may_be_is_a_view(status: str, trigger: str, sentence: str) -> None:
    claims = read_report(report_of_text(LEAD + sentence)).claims
    found = [(c.status, c.trigger.of(LEAD + sentence)) for c in claims if c.kind == "view"]
    assert (status, trigger) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Herders were offered 120 crowns, according to a notice seen by Radio Tarn.",
        "The guards are expected to buy their own boots.",
        "The wardens could not see the order as required by law.",
    ],
)
def test_a_notice_that_is_seen_and_what_is_asked_of_people_is_no_view(sentence: str) -> None:
    assert not [a for a in acts(sentence) if a[0] == "view"]


def test_the_publishers_own_adjective_is_no_view() -> None:
    assert not [a for a in acts("The new law was vague.") if a[0] == "view"]


@pytest.mark.parametrize(
    ("kind", "act", "sentence"),
    [
        ("condition", "discontent", "The loggers are tired of the waiting."),
        ("condition", "discontent", "The drivers were frustrated with the new permits."),
        ("condition", "fear", "Many shopkeepers were frightened by the patrols."),
        ("condition", "other", "Two of the detainees have contracted tuberculosis."),
        ("condition", "control", "Families found it virtually impossible to obtain permits."),
        ("condition", "control", "The judgment was not publicly available."),
    ],
)
def test_what_people_feel_and_lack_is_a_state(kind: str, act: str, sentence: str) -> None:
    assert (kind, act, "asserted") in acts(sentence)


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("asserted", "resistance", "No one turned up for the parade rehearsal on Wednesday."),
        ("asserted", "resistance", "The cook would not sign the paper."),
        ("asserted", "speech", "Thousands rallied in the capital to demand the resignation of the mayor."),
        ("denied", "resistance", "No one protested against the new levy."),
    ],
)
def test_a_refusal_is_done_though_it_is_told_with_not(status: str, act: str, sentence: str) -> None:
    assert ("event", act, status) in acts(sentence)


def test_why_prison_conditions_are_harsh_is_part_of_that_state() -> None:
    text = "Prison conditions were harsh due to overcrowding, poor food, and shortages of medicine."
    assert acts(text) == [("condition", "hardship", "asserted")]


@pytest.mark.parametrize(
    ("kind", "act", "status", "sentence"),
    [
        ("event", "meeting", "asserted", "At a meeting of grain officials the mayor warned the millers."),
        ("event", "policy", "denied", "There were no credible reports of grave human rights abuses."),
        (
            "event",
            "policy",
            "asserted",
            "The code provided for freedom of speech, but the government often limited these freedoms.",
        ),
        (
            "event",
            "policy",
            "asserted",
            "The law provided for travel, emigration, and return, and the government respected these rights.",
        ),
        ("condition", "other", "asserted", "Forensic systems were highly fragmented."),
        ("view", "view", "asserted", "Corruption was a significant factor in the releases."),
    ],
)
def test_the_settled_words_of_country_reports_tell_what_they_tell(
    kind: str, act: str, status: str, sentence: str
) -> None:
    assert (kind, act, status) in acts(sentence)
